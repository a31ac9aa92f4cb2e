"""Publish scholarly essays with Sphinx, in the manner of E-International Relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0.dev0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Load the extension; Sphinx calls this for a project that lists ``sphinxext_eir``."""
    from .extension import setup_extension  # the command line needs no Sphinx

    return setup_extension(app, version=__version__)
