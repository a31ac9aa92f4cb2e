"""Citations of sphinxcontrib-bibtex in a source, as docutils and MyST-Parser themselves read it: another opinion."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, directives, roles

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = ("cite", "cite:p", "cite:t", "cite:ps", "footcite", "footcite:t")
LISTS = ("bibliography", "footbibliography")
SETTINGS = {
    "report_level": 5,
    "halt_level": 5,
    "file_insertion_enabled": False,
    "raw_enabled": True,
    "myst_suppress_warnings": ["*"],
    "myst_enable_extensions": ["colon_fence", "dollarmath", "deflist"],
}


class List(Directive):
    """``bibliography``, with anything in it."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = dict.fromkeys(
        (
            "filter",
            "list",
            "style",
            "cited",
            "notcited",
            "all",
            "enumtype",
            "start",
            "labelprefix",
            "keyprefix",
        ),
        directives.unchanged,
    )

    def run(self) -> list[nodes.Node]:
        found.append(self.name)
        return []


class Shown(Directive):
    """A directive of Sphinx whose content is only shown."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = dict.fromkeys(("language", "name"), directives.unchanged)

    def run(self) -> list[nodes.Node]:
        return []


class Held(Shown):
    """A directive of an extension whose content is read as markup."""

    def run(self) -> list[nodes.Node]:
        node = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


found: list[str] = []


def _role(
    name: str, _rawtext: str, text: str, *_others: Any, **_named: Any
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    found.append(f"{name} {' '.join(text.split())}")
    return [nodes.Text(text)], []


@contextmanager
def registered() -> Iterator[None]:
    """Register all roles and directives with docutils, for a while."""
    before = dict(roles._roles), dict(directives._directives)  # type: ignore[attr-defined]
    for name in NAMES:
        roles.register_local_role(name, _role)
    for name in LISTS:
        directives.register_directive(name, List)
    for name in ("code-block", "code-cell", "mermaid"):
        directives.register_directive(name, Shown)
    for name in ("tip-of-ours", "grid-item"):
        directives.register_directive(name, Held)
    try:
        yield
    finally:
        roles._roles, directives._directives = before  # type: ignore[attr-defined]


def citations(text: str, syntax: str) -> list[str]:
    """Return the roles and lists that a parser finds in *text*, by name and content, sorted."""
    found.clear()
    parser: Any = "restructuredtext"
    if syntax == "myst":
        from myst_parser.parsers.docutils_ import Parser

        parser = Parser()
    with registered():
        publish_doctree(text, parser=parser, settings_overrides=SETTINGS)
    return sorted(found)
