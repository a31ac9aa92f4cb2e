"""What docutils' parser leaves to those who write directives and roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..text.characters import writable

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes
    from sphinx.util.docutils import SphinxRole


class OpenOptions(dict[str, "Callable[[str], Any]"]):
    """An option specification that takes any name, so that an unknown one costs a warning and no content."""

    def __missing__(self, name: str) -> Callable[[str], Any]:
        return text_option


def text_option(argument: str | None) -> str:
    """Take any text for an option, none if nothing is typed."""
    return writable(argument or "")


def parse_text(role: SphinxRole) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """Parse the text of *role* as inline text, for which a role has no method of its own."""
    # As typed: the role's own `text` has lost the backslashes that the inliner is to see.
    text = role.rawtext[role.rawtext.find("`") + 1 : role.rawtext.rfind("`")]
    # docutils' inliner is its own memo (reporter, document, language); MyST-Parser's doesn't look at it.
    return role.inliner.parse(text, role.lineno, role.inliner, role.inliner.parent)  # type: ignore[arg-type]
