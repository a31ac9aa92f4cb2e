"""Roles in running text, as docutils and MyST-Parser find them: not in literals, not glued to a word, not escaped."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from .records import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

ANY = "any"
"""Sphinx's role that finds whatever has a name, entries too."""
NAMES = re.compile(rf"(?:foot)?cite(?::\w+)?$|{ANY}$")
"""Roles of sphinxcontrib-bibtex, and the one that may be."""
NAME = r"[A-Za-z0-9](?:[\w.+-]|:(?!:))*?"
REST = re.compile(
    rf"""
      \\.                                                                # an escaped character
    | ``(?=\S).+?(?<=\S)``(?!\w)
    | \*\*(?=\S).+?(?<=\S)\*\*(?!\w) | \*(?=[^\s*]).+?(?<=[^\s\\])\*(?!\w)  # in these, no role is read
    | :(?P<role>{NAME}):`(?P<text>(?!\s)(?:\\.|[^`\\])+?)(?<!\s)`(?!\w)
    | _?`(?P<before>(?!\s)(?:\\.|[^`\\])+?)(?<!\s)`(?::(?P<after>{NAME}):|_{{0,2}})(?!\w)
    """,
    re.DOTALL | re.VERBOSE,
)
MYST = re.compile(
    r"""
      \\.
    | (?:\{(?P<role>[\w+:-]{1,36})\})?(?P<ticks>`+)(?!`)(?P<text>.+?)(?<!`)(?P=ticks)(?!`)
    | <!--.*?-->
    | \[(?P<pandoc>[^\[\]\\`]*?@[^\[\]\\`]*)\](?![\[({:])
    """,
    re.DOTALL | re.VERBOSE,
)
"""MyST-Parser's role (``mdit_py_plugins.myst_role``), code, comments, and what pandoc takes for a citation."""
AROUND = frozenset({"Ps", "Pe", "Pi", "Pf", "Pd", "Po"})
"""Unicode's kinds of characters that may stand at either side of inline markup, beside white space."""
PANDOC = "pandoc"
"""The name of what isn't a role: ``[@key]``."""


def rest_roles(text: str, start: int, end: int) -> Iterator[Role]:
    """Yield the roles between two positions of a source in reStructuredText, which are one paragraph."""
    at = start
    while match := REST.search(text, at, end):
        if match[0][0] == "\\":
            at = match.end()
        elif not (_opens(text, start, match) and _closes(text, end, match)):
            at = match.start() + (2 if match[0].startswith(("``", "**")) else 1)
        else:
            at = match.end()
            name, inner = match["role"] or match["after"], match["text"] or match["before"]
            if name and NAMES.match(name):
                yield Role(match.start(), match.end(), name, inner, "rst")


def glued_roles(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield places and words of what looks like a role, but is text for docutils, because a word is glued to it."""
    found = {role.start for role in rest_roles(text, start, end)}
    for match in re.finditer(r"(?<=\w):((?:foot)?cite(?::\w+)?):`[^`\n]+`", text[start:end]):
        if start + match.start() not in found:
            yield start + match.start(), match[0]


def _opens(text: str, start: int, match: re.Match[str]) -> bool:
    """Say if markup may begin here (docutils, "Inline markup recognition rules" 6)."""
    before = text[match.start() - 1] if match.start() > start else " "
    return before.isspace() or unicodedata.category(before) in AROUND or before in "<>"


def _closes(text: str, end: int, match: re.Match[str]) -> bool:
    """Say if markup may end here (rule 7)."""
    after = text[match.end()] if match.end() < end else " "
    return after.isspace() or unicodedata.category(after) in AROUND or after in "<>\\\0"


def myst_roles(text: str, start: int, end: int) -> Iterator[Role]:
    """Yield the roles between two positions of a source in MyST, and what pandoc would take for a citation."""
    for match in MYST.finditer(text, start, end):
        if match["pandoc"]:
            yield Role(match.start(), match.end(), PANDOC, match["pandoc"], "myst")
        elif match["role"] and NAMES.match(match["role"]):
            yield Role(match.start(), match.end(), match["role"], match["text"], "myst")
