"""The directive ``eir:article``."""

from __future__ import annotations

from docutils import nodes
from docutils.parsers.rst.states import Inliner
from sphinx.util.docutils import SphinxDirective

from ...core.glued_markup import end_markup_before_markers
from ...core.nodes import eir_article, eir_standfirst
from ...core.parsing import OpenOptions, Options, text_option
from ...text.author_lines import with_semicolons
from ...text.frontmatter import AFFILIATIONS, ALIASES, CONTRIBUTORS, FIELDS, field_named
from .field_list import TypedField


class ArticleDirective(SphinxDirective):
    """``eir:article``. Its options are the fields of the front matter; its content is the abstract."""

    has_content = True
    option_spec = OpenOptions(
        dict.fromkeys((*FIELDS, AFFILIATIONS, CONTRIBUTORS, "abstract", *ALIASES), text_option)
    )

    def run(self) -> list[nodes.Node]:
        """Return the placeholder, with the options as typed."""
        if isinstance(self.state.inliner, Inliner):  # not MyST's stand-in
            end_markup_before_markers(self.state.inliner)
        options = Options(self)
        typed = {
            field_named(name): TypedField(
                with_semicolons(text) if name == "authors" else text, options.location_of(name)
            )
            for name, text in options.texts.items()
        }
        article = eir_article(docname=self.env.docname, typed=typed)
        self.set_source_info(article)
        if disclaimer := options.texts.get("disclaimer"):
            # Parsed here, and not from the record, so that its markup works and its words can be translated.
            inlines, messages = self.parse_inline(disclaimer, lineno=self.lineno)
            paragraph = nodes.paragraph(disclaimer, "", *inlines, classes=["eir-disclaimer"])
            self.set_source_info(paragraph)
            article += [paragraph, *messages]
        if self.content:
            article += eir_standfirst("", *self.parse_content_to_nodes())
        elif "abstract" in typed:
            article += eir_standfirst("", *self.parse_text_to_nodes(typed.pop("abstract").text))
        return [article]
