"""``eir:article``: makes a document an article and prints its head.

``markup``, the directive, leaves a placeholder with what was typed → ``field_list`` adds what stands in the front matter →
``read_document`` makes the record, when the document is read → ``render`` puts the head in its final form, when the page is
resolved, with ``journal`` for the layout of that name and its ``kicker``, ``printed`` for its PDFs, ``versions`` for links to translations, ``colophon``
for the lines that close a student's essay and ``book`` for its place in one → ``visitors`` write it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.domain import connect_where_used
from ...core.later import rooms_of
from ...core.nodes import eir_article
from ...core.outputs import EXPORT, add_post_transform_for_builder, on_html_page
from ...core.steps import step_for
from .visitors import add_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register the directive, the steps from what it leaves to a page, and the canonical link."""
    here = rooms_of(__name__)
    add_nodes(app)
    app.add_directive_to_domain("eir", "article", here("markup:ArticleDirective"))
    app.add_transform(step_for(here("field_list:OfferFields"), 9, eir_article))
    app.add_transform(step_for(here("read_document:ReadFrontMatter"), 330, eir_article))

    def place(name: str) -> Any:
        return step_for(here(f"render:{name}"), 8, eir_article)

    own = {
        "epub": place("PlaceHeadInEpub"),
        "gettext": None,
        "html": place("PlaceHeadInHtml"),
        "latex": place("PlaceHeadInLatex"),
        EXPORT: place("PlaceHeadInFiles"),
    }
    add_post_transform_for_builder(app, own, otherwise=place("PlaceHead"))
    on_html_page(app, here("render:link_original"))
    connect_where_used(app, "env-updated", here("kicker:pages_to_recompose"))
