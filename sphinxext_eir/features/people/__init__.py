"""People: a page for each person of the project, to which bylines link.

``pages`` makes them of the person and of the articles that the person wrote, when all documents are read; ``portraits`` copies pictures.
Names are found in :mod:`...core.people`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.domain import connect_where_used
from ...core.later import rooms_of
from ...core.outputs import COLLECT_PAGES

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register the pages."""
    app.connect("builder-inited", _make_pages)
    connect_where_used(app, "write-started", rooms_of(__name__)("portraits:copy_portraits"))


def _make_pages(app: Sphinx) -> None:
    """Have the pages of people made, if the project has people."""
    if app.config.eir_people:
        app.connect(COLLECT_PAGES, rooms_of(__name__)("pages:pages_of_people"))
