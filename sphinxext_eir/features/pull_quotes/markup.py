"""What an author types: the directive and the role ``eir:pull-quote``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective, SphinxRole

from ...core.config import ALIGNMENTS
from ...core.nodes import eir_pull_quote, eir_pulled_words
from ...core.parsing import OpenOptions, parse_text, text_option
from ...core.warnings import Subtype, warn

if TYPE_CHECKING:
    from collections.abc import Sequence

CHECK = ("on", "off")


class PullQuoteDirective(SphinxDirective):
    """``eir:pull-quote``. Its content is the words."""

    has_content = True
    option_spec = OpenOptions(
        align=text_option, attribution=text_option, check=text_option, **{"class": directives.class_option}
    )

    def run(self) -> list[nodes.Node]:
        """Return the pull quote, still to be checked."""
        quote = eir_pull_quote("", *self.parse_content_to_nodes(), repeats=False)
        self.set_source_info(quote)
        attribution = self.options.get("attribution")
        if not self.content:
            what = f", with the attribution {attribution!r}" if attribution else ""
            warn(
                Subtype.PULL_QUOTE, f"eir:pull-quote is empty{what}: write its words below it", location=quote
            )
            return []
        for option in self.options.keys() - self.option_spec.keys():
            left_out = f"{option!r}, so {self.options[option]!r} is left out"
            message = f"eir:pull-quote has no option {left_out}; it has {', '.join(self.option_spec)}"
            warn(Subtype.PULL_QUOTE, message, location=quote)
        quote["classes"] = self.options.get("class", [])
        quote["align"] = self._choice("align", ALIGNMENTS, quote)
        quote["check"] = self._choice("check", CHECK, quote) != "off"
        if attribution:
            inlines, messages = self.parse_inline(attribution, lineno=self.lineno)
            quote += [*messages, nodes.attribution(attribution, "", *inlines)]
            self.set_source_info(quote[-1])
        return [quote]

    def _choice(self, option: str, allowed: Sequence[str], quote: nodes.Element) -> str:
        """Return what was typed for *option*, or nothing if it's none of what is allowed."""
        typed = (self.options.get(option) or "").strip().lower()
        if option in self.options and typed not in allowed:
            message = f"eir:pull-quote: {option} is {typed!r}; allowed: {', '.join(allowed)}"
            warn(Subtype.PULL_QUOTE, message, location=quote)
            return ""
        return typed


class PullQuoteRole(SphinxRole):
    """``eir:pull-quote``. Its text is parsed as inline text, which it stays."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the words, marked."""
        inlines, messages = parse_text(self)
        words = eir_pulled_words(self.rawtext, "", *inlines)
        self.set_source_info(words)
        return [words], messages
