"""People: a page for each person of the project, to which bylines link.

``pages`` makes them of the person and of the articles that the person wrote, when all documents are read; ``portraits`` copies pictures.
Names are found in :mod:`...core.people`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.made_pages import EVENT
from .pages import pages_of_people
from .portraits import copy_portraits

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register the pages."""
    app.connect(EVENT, pages_of_people)
    app.connect("write-started", copy_portraits)
