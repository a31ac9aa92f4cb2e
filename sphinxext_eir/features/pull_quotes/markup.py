"""The directive and the role ``eir:pull-quote``."""

from __future__ import annotations

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective, SphinxRole

from ...core.config import ALIGNMENTS
from ...core.nodes import eir_pull_quote, eir_pulled_words
from ...core.parsing import SETTING_IS_USED, OpenOptions, Options, parse_text, text_option
from ...core.warnings import Subtype, warn

CHECK = ("on", "off")


class PullQuoteDirective(SphinxDirective):
    """``eir:pull-quote``, whose content is the quote."""

    has_content = True
    option_spec = OpenOptions(
        align=text_option, attribution=text_option, check=text_option, **{"class": directives.class_option}
    )

    def run(self) -> list[nodes.Node]:
        """Return the pull quote, still to be checked."""
        quote = eir_pull_quote("", *self.parse_content_to_nodes(), repeats=False)
        self.set_source_info(quote)
        options = Options(self)
        attribution = options.text("attribution")
        if not self.content:
            what = f", with the attribution {attribution!r}" if attribution else ""
            warn(
                Subtype.PULL_QUOTE, f"eir:pull-quote is empty{what}: write its words below it", location=quote
            )
            return []
        quote["classes"] = self.options.get("class", [])
        quote["align"] = options.choice("align", ALIGNMENTS, SETTING_IS_USED) or ""
        quote["check"] = options.choice("check", CHECK) != "off"
        if attribution:
            inlines, messages = self.parse_inline(attribution, lineno=self.lineno)
            quote += [*messages, nodes.attribution(attribution, "", *inlines)]
            self.set_source_info(quote[-1])
        return [quote]


class PullQuoteRole(SphinxRole):
    """``eir:pull-quote``, whose text stays in the running text and may have inline markup."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the words, marked."""
        inlines, messages = parse_text(self)
        words = eir_pulled_words(self.rawtext, "", *inlines)
        self.set_source_info(words)
        return [words], messages


pull_quote_role = PullQuoteRole()
