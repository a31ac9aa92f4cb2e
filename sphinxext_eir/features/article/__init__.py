"""``eir:article``: makes a document an article and prints its head.

``directive`` leaves a placeholder with what was typed → ``field_list`` adds what stands in the front matter → ``reading`` makes the
record, when the document is read → ``placing`` puts the head in its final form, when the page is resolved → ``visitors`` write it.
``pdfs`` has a PDF made of each article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.domain import eir_domain
from ...core.outputs import add_post_transform_for_builder
from ...text.frontmatter import Article
from .directive import ArticleDirective
from .field_list import OfferFields
from .pdfs import NameDocumentsElsewhere, copy_pdfs, plan_pdfs
from .placing import PlaceHead, PlaceHeadInEpub, PlaceHeadInHtml, PlaceHeadInLatex
from .reading import ReadFrontMatter
from .visitors import add_nodes

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register the directive, the steps from what it leaves to a page, and the canonical link."""
    add_nodes(app)
    app.add_directive_to_domain("eir", "article", ArticleDirective)
    app.add_transform(OfferFields)
    app.add_transform(ReadFrontMatter)
    own = {"epub": PlaceHeadInEpub, "gettext": None, "html": PlaceHeadInHtml, "latex": PlaceHeadInLatex}
    add_post_transform_for_builder(app, own, otherwise=PlaceHead)
    add_post_transform_for_builder(app, {"latex": NameDocumentsElsewhere}, otherwise=None)
    app.connect("html-page-context", _link_original)
    app.connect("env-updated", plan_pdfs)
    app.connect("build-finished", copy_pdfs)


def _link_original(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Make the original the page's canonical link: Sphinx's own, which ``pageurl`` fills, and no second one."""
    record = eir_domain(app.env).find(pagename, Article)
    if record and record.canonical:
        context["pageurl"] = record.canonical
