"""What has become of an article: ``marks`` has its page say so, and keeps it from where it isn't wanted yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.domain import connect_where_used
from ...core.later import rooms_of
from ...core.nodes import eir_article
from ...core.outputs import add_post_transform_for_builder, on_html_page
from ...core.steps import step_for

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register the mark, and what keeps an article back."""
    here = rooms_of(__name__)
    mark = step_for(here("marks:MarkArticle"), 7, eir_article)
    add_post_transform_for_builder(app, {"gettext": None}, otherwise=mark)
    add_post_transform_for_builder(app, {"epub": here("marks:UnlinkFromBook")}, otherwise=None)
    connect_where_used(app, "env-updated", here("marks:pages_to_mark"))
    connect_where_used(app, "write-started", here("marks:keep_from_book"))
    on_html_page(app, here("marks:keep_from_search_engines"))
