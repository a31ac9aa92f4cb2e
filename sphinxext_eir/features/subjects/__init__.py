"""Subjects: ``pages`` makes a page for each keyword and each kind of article, and holds keywords to one spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.domain import connect_where_used
from ...core.later import rooms_of
from ...core.outputs import COLLECT_PAGES

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register the pages, and the check of spellings."""
    app.connect("builder-inited", _make_pages)


def _make_pages(app: Sphinx) -> None:
    """Have the pages of subjects made, if the project wants them."""
    if app.config.eir_subjects:
        here = rooms_of(__name__)
        app.connect(COLLECT_PAGES, here("pages:pages"))
        connect_where_used(app, "env-updated", here("pages:name_doubts"))
