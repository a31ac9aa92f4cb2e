"""``sitemap.xml``, which search engines are told of: ``writing`` has it written, when all pages are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.domain import connect_where_used
from ...core.later import rooms_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Have the file written when all pages are."""
    connect_where_used(app, "build-finished", rooms_of(__name__)("writing:write"))
