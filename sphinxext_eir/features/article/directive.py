"""The directive ``eir:article``."""

from __future__ import annotations

import re
from typing import NamedTuple

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ...core.nodes import eir_article, eir_standfirst
from ...core.parsing import OpenOptions, text_option
from ...text.frontmatter import FIELDS


class Typed(NamedTuple):
    """A field as typed, and where."""

    text: str
    location: str
    """``path:line``"""


class ArticleDirective(SphinxDirective):
    """``eir:article``. Its options are the fields of the front matter; its content is the abstract."""

    has_content = True
    option_spec = OpenOptions(dict.fromkeys(FIELDS, text_option))

    def run(self) -> list[nodes.Node]:
        """Return the placeholder, with the options as typed."""
        typed = {name: Typed(text or "", self._location_of(name)) for name, text in self.options.items()}
        article = eir_article(docname=self.env.docname, typed=typed)
        self.set_source_info(article)
        if disclaimer := self.options.get("disclaimer"):
            # Parsed here, and not from the record, so that its markup works and its words can be translated.
            inlines, messages = self.parse_inline(disclaimer, lineno=self.lineno)
            paragraph = nodes.paragraph(disclaimer, "", *inlines, classes=["eir-disclaimer"])
            self.set_source_info(paragraph)
            article += [paragraph, *messages]
        if self.content:
            article += eir_standfirst("", *self.parse_content_to_nodes())
        return [article]

    def _location_of(self, option: str) -> str:
        """Return ``path:line`` of *option*, which no parser tells."""
        lines = self.block_text.splitlines()
        first = 0 if lines and self.name in lines[0] else 1  # MyST may leave out the opening line
        pattern = re.compile(rf"\s*:?{re.escape(option)}:")
        offset = next((number for number, line in enumerate(lines, first) if pattern.match(line)), 0)
        source, line = self.state_machine.get_source_and_line(self.lineno + offset)
        return f"{source}:{line}"
