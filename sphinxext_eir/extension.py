"""The wiring: every room of the house is entered from here, and only here are all of them known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from . import (
    about_author,
    archive,
    article,
    bibliography,
    config,
    dates,
    ebook,
    exports,
    importing,
    landmarks,
    links,
    listing,
    metadata,
    notes,
    outputs,
    pullquote,
)
from .domain import EirDomain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

FEATURES = (
    article,
    about_author,
    notes,
    pullquote,
    bibliography,
    listing,
    metadata,
    ebook,
    exports,
    importing,
)

CATALOGUE = "sphinxext_eir"
LOCALE = Path(__file__).parent / "locale"
"""What readers see in their language, as compiled catalogues. Warnings are for authors, and English."""

ENV_VERSION = 6
"""Raise it when what the features leave in stored doctrees changes: old environments are then built anew."""


def setup_extension(app: Sphinx, *, version: str) -> ExtensionMetadata:
    """Add settings, domain, outputs and features to *app*."""
    config.setup_settings(app)
    app.add_message_catalog(CATALOGUE, LOCALE)
    app.add_domain(EirDomain)
    outputs.setup_outputs(app)
    landmarks.setup_landmarks(app)
    links.setup_links(app)
    archive.setup_archive(app)
    dates.setup_dates(app)
    for feature in FEATURES:
        feature.setup_feature(app)
    return {
        "version": version,
        "env_version": ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
