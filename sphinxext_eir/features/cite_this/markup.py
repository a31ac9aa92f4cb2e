"""The directive ``eir:cite-this``, and the document's record, made when it is read."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from ...core.domain import eir_domain
from ...core.nodes import eir_cite_this
from ...core.parsing import behind_content
from ...core.walks import find_blocks
from ...core.warnings import Subtype, warn
from ...text.article import Article
from .record import CiteThis


class CiteThisDirective(SphinxDirective):
    """``eir:cite-this``, without content and options: all of the citation is in the article's record."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the placeholder."""
        placeholder = eir_cite_this(docname=self.env.docname)
        self.set_source_info(placeholder)
        return behind_content(self, placeholder)


class ClaimCiteThis(SphinxTransform):
    """Makes the record, when the article's own is made (330)."""

    default_priority = 335

    def apply(self, **kwargs: Any) -> None:
        """Keep the record; in a document that isn't an article, warn and take the placeholder out."""
        placeholders = find_blocks(self.document, eir_cite_this)
        domain = eir_domain(self.env)
        article = domain.find(self.env.docname, Article)
        if placeholders and article and article.title:
            domain.store(self.env.docname, CiteThis(self.env.docname))
            return
        for placeholder in placeholders:
            message = "eir:cite-this has nothing to cite: the document has no eir:article with a title"
            warn(Subtype.ARTICLE, message, location=placeholder)
            target = (
                [nodes.target("", "", ids=placeholder["ids"], names=placeholder["names"])]
                if placeholder["ids"]
                else []
            )
            placeholder.parent.replace(placeholder, target)
