"""The wiring: the only module that knows every feature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .core.registration import setup_core
from .features import (
    about_author,
    article,
    article_lists,
    bibliography,
    checks,
    cite_this,
    ebook,
    exports,
    import_article,
    issues,
    language,
    media,
    metadata,
    most_cited,
    notes,
    people,
    pull_quotes,
    sitemap,
    social_cards,
    status,
    subjects,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

FEATURES = (
    article,
    status,
    about_author,
    people,
    subjects,
    notes,
    pull_quotes,
    media,
    bibliography,
    article_lists,
    issues,
    most_cited,
    metadata,
    social_cards,
    ebook,
    cite_this,
    exports,
    import_article,
    checks,
    sitemap,
    language,
)

ENV_VERSION = 16
"""To be raised when nodes or attributes in stored doctrees change: old environments are then built anew."""


def setup_extension(app: Sphinx, *, version: str) -> ExtensionMetadata:
    """Add what features share, and the features, to *app*."""
    setup_core(app)
    for feature in FEATURES:
        feature.setup_feature(app)
    return {
        "version": version,
        "env_version": ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
