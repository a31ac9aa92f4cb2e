"""E-books of projects whose pages are articles: what catalogues, shops and readers with assistive technology want to know.

``describe`` fills the settings of Sphinx's builder that the project left alone → ``cover`` draws a cover → Sphinx makes the
book → ``package`` adds to it what Sphinx's templates have no place for, in the words of ``accessibility``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.domain import connect_where_used
from ...core.later import rooms_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Connect the step before pages are written, and the step after the book is made, where a book is made."""
    app.connect("builder-inited", _connect)


def _connect(app: Sphinx) -> None:
    """Have an e-book described and given a cover before it is written, and completed after it."""
    if app.builder.name == "epub":
        here = rooms_of(__name__)
        connect_where_used(app, "write-started", here("describe:describe"))
        connect_where_used(app, "build-finished", here("package:complete"))
