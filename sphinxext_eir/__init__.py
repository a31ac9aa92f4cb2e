"""Publish scholarly essays with Sphinx, in the manner of E-International Relations.

``extension`` wires the ``features`` to Sphinx, on top of ``core``; ``theme`` has the look of a journal, and ``cli`` is the command
line. The libraries ``conversion``, ``migration``, ``csl`` and ``typed`` don't know Sphinx, nor do the facts of ``text``. ``starter``
and ``assets`` are what is shipped beside the code.

Public are the extension itself, as its reference has it, the command line, and the names in ``__all__`` of
``sphinxext_eir.conversion`` and ``sphinxext_eir.csl``. All else is private, and may change in any version.
"""

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
