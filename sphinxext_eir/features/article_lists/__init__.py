"""``eir:article-list``: the articles of the project as cards or a list; and a feed of them.

``markup`` leaves a placeholder with what is asked for → ``noting`` makes the record, when the document is read, and has
pages written again whose lists show something else → ``choosing`` finds and sorts the articles → ``placing`` makes the
list, when the page is resolved. ``feed`` writes what ``atom`` composes, when all pages are written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.nodes import eir_article_list
from ...core.outputs import add_post_transform_for_builder
from .feed import link_feed, write_feed
from .markup import ArticleListDirective
from .noting import NoteLists, note_changes
from .placing import PlaceLists, PlaceListsInEpub, PlaceListsInHtml

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register directive, node, the steps from what is typed to a page, and the feed."""
    app.add_node(eir_article_list)
    app.add_directive_to_domain("eir", "article-list", ArticleListDirective)
    app.add_transform(NoteLists)
    own = {"epub": PlaceListsInEpub, "html": PlaceListsInHtml}
    add_post_transform_for_builder(app, own, otherwise=PlaceLists)
    app.connect("env-updated", note_changes)
    app.connect("html-page-context", link_feed)
    app.connect("build-finished", write_feed)
