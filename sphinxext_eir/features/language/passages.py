"""``eir:lang``: a passage in another language, as a role and as a directive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective, SphinxRole

from ...core.domain import eir_domain
from ...core.languages import MARK
from ...core.parsing import parse_text, text_as_typed
from ...core.warnings import Subtype, warn
from ...text.fields import FieldError
from ...text.language_tags import read_language

if TYPE_CHECKING:
    from typing import Any

_TAG = re.compile(r"\s*<(?P<tag>[^<>]*)>\s*\Z")
"""The tag after the words, as the target of a link stands after its text."""


class LanguageRole(SphinxRole):
    """``eir:lang``: ``Words in French <fr>``, which may have inline markup."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the words, marked; without a tag, alone."""
        typed = text_as_typed(self)
        match = _TAG.search(typed)
        inlines, messages = parse_text(self, typed[: match.start()] if match else typed)
        eir_domain(self.env).enter(self.env.docname)
        if match is None:
            message = f"eir:lang: expected words and the tag of their language, such as 'la guerre <fr>', not {self.text!r}"
            warn(Subtype.CONFIG, message, location=self.get_location())
            return inlines, messages
        return [
            nodes.inline(self.rawtext, "", *inlines, classes=_marks(match["tag"], self.get_location()))
        ], messages


class LanguageDirective(SphinxDirective):
    """``eir:lang``, whose argument is the tag and whose content is the passage."""

    has_content = True
    optional_arguments = 1  # without one, docutils would leave the passage out
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the passage, marked."""
        eir_domain(self.env).enter(self.env.docname)
        marks = _marks(" ".join(self.arguments), self.get_location())
        passage = nodes.container("", *self.parse_content_to_nodes(), classes=marks, is_div=True)
        self.set_source_info(passage)
        return [passage]


def _marks(typed: str, location: Any) -> list[str]:
    """Return docutils' class for the language that is *typed*; none, and a warning, if there is no such language."""
    try:
        return [f"{MARK}{read_language(typed)}"]
    except FieldError as error:
        warn(Subtype.CONFIG, f"eir:lang: expected {error.expected}, not {typed!r}", location=location)
        return []


language_role = LanguageRole()
