"""``eir:article-list``: the articles of the project as cards or a list; and a feed of them.

``markup`` leaves a placeholder with what is asked for, and makes the record, when the document is read → ``choice`` finds and
sorts the articles that it asks for → ``update``, when all documents are read, has pages written again whose lists have changed →
``render`` makes the list, when the page is resolved. ``foot`` adds to the feet of articles what ``related`` finds. ``feed`` writes the feed, when all pages are written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.domain import connect_where_recorded, connect_where_used
from ...core.later import rooms_of
from ...core.nodes import eir_article_list, eir_foot
from ...core.outputs import add_post_transform_for_builder, on_html_page
from ...core.steps import step_for

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register directive, node, the steps from what is typed to a page, and the feed."""
    here = rooms_of(__name__)
    app.add_node(eir_article_list)
    app.add_directive_to_domain("eir", "article-list", here("markup:ArticleListDirective"))
    app.add_transform(step_for(here("markup:NoteLists"), 330, eir_article_list))
    plain, in_epub, in_html = (
        step_for(here(f"render:{name}"), 8, eir_article_list)
        for name in ("PlaceLists", "PlaceListsInEpub", "PlaceListsInHtml")
    )
    add_post_transform_for_builder(app, {"epub": in_epub, "html": in_html}, otherwise=plain)
    foot = step_for(here("foot:FillFoot"), 70, eir_foot)
    add_post_transform_for_builder(app, {"epub": None, "html": foot}, otherwise=None)
    connect_where_recorded(
        app, "env-updated", here("update:pages_to_update"), f"{__name__}.choice", "article lists"
    )
    app.connect("builder-inited", _relate)
    on_html_page(app, here("feed:link_feed"))
    connect_where_used(app, "build-finished", here("feed:write_feed"))


def _relate(app: Sphinx) -> None:
    """Have related articles found, where their articles show them, when works that are cited are known (500)."""
    if app.config.eir_article_layout == "journal":
        relate = rooms_of(__name__)("foot:relate_articles")
        connect_where_used(app, "env-updated", relate, priority=900)
