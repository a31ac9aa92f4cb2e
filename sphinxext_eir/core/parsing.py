"""Options and content of directives, checked alike for all of them, and the parsing of a role's text."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any

from ..text.characters import writable
from .warnings import Subtype, warn

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from docutils import nodes
    from sphinx.util.docutils import SphinxDirective, SphinxRole

DEFAULT_IS_USED = "Its default is used"
SETTING_IS_USED = "The setting is used"
LEFT_OUT = "It is left out"


class OpenOptions(dict[str, "Callable[[str], Any]"]):
    """An option specification that takes any name, so that an unknown one costs a warning and no content."""

    def __missing__(self, name: str) -> Callable[[str], Any]:
        return text_option


def text_option(argument: str | None) -> str:
    """Take any text for an option; it is empty if nothing is typed."""
    return writable(argument or "")


class Options:
    """The options of *directive* as typed, without those it doesn't have: each of these is warned of at its line.

    A wrong option is always ``eir.config``, whatever the directive: whoever silences what a feature says of an essay still wants
    to hear of a slip in the markup.
    """

    def __init__(self, directive: SphinxDirective) -> None:
        assert directive.option_spec is not None
        self._directive = directive
        known = tuple(directive.option_spec)
        self.texts = {name: text for name, text in directive.options.items() if name in known}
        """The typed text of each option, by its name."""
        for name in directive.options:
            if name not in known:
                self._warn_of_unknown(name, known)

    def text(self, name: str) -> str:
        """Return what was typed for *name* in one line, nothing if it wasn't typed."""
        return " ".join(self.texts.get(name, "").split())

    def choice(self, name: str, allowed: Collection[str], instead: str = DEFAULT_IS_USED) -> str | None:
        """Return which of *allowed* was typed for *name*, in whatever case; ``None`` and a warning if it is another text."""
        if name not in self.texts:
            return None
        typed = self.text(name)
        chosen = next((value for value in allowed if value.casefold() == typed.casefold()), None)
        if chosen is None:
            self.refuse(name, ", ".join(map(repr, allowed)), instead)
        return chosen

    def refuse(self, name: str, allowed: str, instead: str = DEFAULT_IS_USED) -> None:
        """Warn that the option *name* can't be what was typed, and say what becomes of it."""
        message = f"{self._directive.name}: {name} is {self.text(name)!r}; allowed: {allowed}. {instead}"
        warn(Subtype.CONFIG, message, location=self.location_of(name))

    def location_of(self, name: str) -> str:
        """Return ``path:line`` of the option *name*, which no parser tells."""
        directive = self._directive
        lines = directive.block_text.splitlines()
        first = 0 if lines and directive.name in lines[0] else 1  # MyST may leave out the opening line
        pattern = re.compile(rf"\s*:?{re.escape(name)}:")
        offset = next((number for number, line in enumerate(lines, first) if pattern.match(line)), 0)
        source, line = directive.state_machine.get_source_and_line(directive.lineno + offset)
        return f"{source}:{line}"

    def _warn_of_unknown(self, name: str, known: Collection[str]) -> None:
        close = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {close[0]!r}?" if close else f"it has {', '.join(known)}"
        left_out = f"{name!r}, so {self._directive.options[name]!r} is left out"
        message = f"{self._directive.name} has no option {left_out}; {hint}"
        warn(Subtype.CONFIG, message, location=self.location_of(name))


def behind_content(directive: SphinxDirective, placeholder: nodes.Element) -> list[nodes.Node]:
    """Return *placeholder*, behind what *directive* holds though it takes no content: no text is lost, and a warning says so."""
    if not directive.content:
        return [placeholder]
    message = f"{directive.name} takes no content: it is printed before it"
    warn(Subtype.CONFIG, message, location=placeholder)
    return [*directive.parse_content_to_nodes(), placeholder]


def text_as_typed(role: SphinxRole) -> str:
    """Return the text of *role* as typed: the role's own ``text`` has lost the backslashes that the inliner is to see."""
    return role.rawtext[role.rawtext.find("`") + 1 : role.rawtext.rfind("`")]


def parse_text(
    role: SphinxRole, text: str | None = None
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """Parse the text of *role*, or the part of it that is given, as inline text; docutils and Sphinx give a role no method for that."""
    text = text_as_typed(role) if text is None else text
    # docutils' inliner is its own memo (reporter, document, language); MyST-Parser's doesn't look at it.
    return role.inliner.parse(text, role.lineno, role.inliner, role.inliner.parent)  # type: ignore[arg-type]
