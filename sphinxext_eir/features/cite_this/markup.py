"""The directive ``eir:cite-this``, and what becomes of it when the document is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from ...core.domain import eir_domain
from ...core.nodes import eir_cite_this
from ...core.warnings import Subtype, warn
from ...text.frontmatter import Article


@dataclass(frozen=True)
class CiteThis:
    """The record of a document that has its citation on offer: there are files of it."""


class CiteThisDirective(SphinxDirective):
    """``eir:cite-this``. It has neither content nor options: all that it says is in the article's record."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the placeholder."""
        place = eir_cite_this(docname=self.env.docname)
        self.set_source_info(place)
        if not self.content:
            return [place]
        warn(Subtype.CONFIG, "eir:cite-this takes no content: it is printed before it", location=place)
        return [*self.parse_content_to_nodes(), place]


class ClaimCiteThis(SphinxTransform):
    """Makes the record, when the article's own is made (330)."""

    default_priority = 335

    def apply(self, **kwargs: Any) -> None:
        """Warn of a place in a document that is no article, and take it out."""
        places = list(self.document.findall(eir_cite_this))
        domain = eir_domain(self.env)
        article = domain.find(self.env.docname, Article)
        if places and article and article.title:
            domain.store(self.env.docname, CiteThis())
            return
        for place in places:
            message = "eir:cite-this has nothing to cite: the document has no eir:article with a title"
            warn(Subtype.ARTICLE, message, location=place)
            target = [nodes.target("", "", ids=place["ids"], names=place["names"])] if place["ids"] else []
            place.parent.replace(place, target)
