"""``eir:article``: makes a document an article and prints its head.

``markup``, the directive, leaves a placeholder with what was typed → ``field_list`` adds what stands in the front matter →
``read_document`` makes the record, when the document is read → ``render`` puts the head in its final form, when the page is
resolved, with ``journal`` for the layout of that name, ``printed`` for its PDFs, ``versions`` for links to translations and ``book``
for its place in one → ``visitors`` write it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.domain import eir_domain
from ...core.outputs import EXPORT, add_post_transform_for_builder, on_html_page
from ...text.frontmatter import Article
from .field_list import OfferFields
from .journal import pages_to_recompose
from .markup import ArticleDirective
from .read_document import ReadFrontMatter
from .render import PlaceHead, PlaceHeadInEpub, PlaceHeadInFiles, PlaceHeadInHtml, PlaceHeadInLatex
from .visitors import add_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register the directive, the steps from what it leaves to a page, and the canonical link."""
    add_nodes(app)
    app.add_directive_to_domain("eir", "article", ArticleDirective)
    app.add_transform(OfferFields)
    app.add_transform(ReadFrontMatter)
    own = {"epub": PlaceHeadInEpub, "gettext": None, "html": PlaceHeadInHtml, "latex": PlaceHeadInLatex}
    own[EXPORT] = PlaceHeadInFiles
    add_post_transform_for_builder(app, own, otherwise=PlaceHead)
    on_html_page(app, _link_original)
    app.connect("env-updated", pages_to_recompose)


def _link_original(app: Sphinx, docname: str, context: dict[str, Any]) -> None:
    """Make the original the page's canonical link: Sphinx writes the one link, from ``pageurl``."""
    record = eir_domain(app.env).find(docname, Article)
    if record and record.canonical:
        context["pageurl"] = record.canonical
