"""``eir:article-list``: the articles of the project as cards or a list; and a feed of them.

``markup`` leaves a placeholder with what is asked for, and makes the record, when the document is read → ``choice`` finds and
sorts the articles that it asks for → ``update``, when all documents are read, has pages written again whose lists have changed →
``render`` makes the list, when the page is resolved. ``foot`` adds to the feet of articles what ``related`` finds. ``feed`` writes the feed, when all pages are written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.nodes import eir_article_list
from ...core.outputs import add_post_transform_for_builder, on_html_page
from .feed import link_feed, write_feed
from .foot import FillFoot, relate_articles
from .markup import ArticleListDirective, NoteLists
from .render import PlaceLists, PlaceListsInEpub, PlaceListsInHtml
from .update import pages_to_update

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register directive, node, the steps from what is typed to a page, and the feed."""
    app.add_node(eir_article_list)
    app.add_directive_to_domain("eir", "article-list", ArticleListDirective)
    app.add_transform(NoteLists)
    own = {"epub": PlaceListsInEpub, "html": PlaceListsInHtml}
    add_post_transform_for_builder(app, own, otherwise=PlaceLists)
    add_post_transform_for_builder(app, {"epub": None, "html": FillFoot}, otherwise=None)
    app.connect("env-updated", pages_to_update)
    app.connect("env-updated", relate_articles, priority=900)  # when works that are cited are known (500)
    on_html_page(app, link_feed)
    app.connect("build-finished", write_feed)
