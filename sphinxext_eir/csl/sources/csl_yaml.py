"""CSL-YAML: a list of items, or one under ``references``, as pandoc writes it."""

from __future__ import annotations

import re
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from ..children import RequestError
from ..items import with_note_variables
from .anchors import ALIAS, MOST_LENT, Anchors, Borrowed
from .csl_json import read_json
from .entries import Remark, answered, ask_together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..children import Children
    from ..model import Item
    from .entries import Converter, Entries, RawEntry

REFERENCES = re.compile(r"^references:[ \t]*(?:#.*)?$", re.MULTILINE)
DASH = re.compile(r"^([ ]*)-(?=[ \n])", re.MULTILINE)
ID = re.compile(
    r"""
    ^[ ]*(?:-[ ]+)?             # where an item begins, or one of its other lines
    ["']?id["']?[ ]*:[ ]*       # id:  "id":  'id' :
    (?:"([^"]*)"                # "Blank 2000"
     |'([^']*)'                 # 'Blank 2000'
     |(.*?))                    # Blank2000
    [ ]*(?:[ ]\#.*)?$           # Blank2000  # from Zotero
    """,
    re.MULTILINE | re.VERBOSE,
)

TITLE = re.compile(r"^(?:- |  )title:[ \t]*\S", re.MULTILINE)
"""The title of an item, and not of a work within it."""


LONGEST = 100_000
"""Characters of an entry: pandoc takes a second for one so long, and more than twice as long for two of them in one."""
MOST_ALIASES = 20
"""Aliases of an entry. Each may stand for a node with aliases in it: twice as many make a page of a million words."""


class Yaml:
    """The converter of entries of CSL-YAML. An entry's content is its text."""

    needs_pandoc = True

    def __init__(self) -> None:
        """Begin with nothing converted."""
        self._untitled: set[str] = set()
        self._borrowed: dict[str, Borrowed] = {}

    def borrow(self, key: str, borrowed: Borrowed) -> None:
        """Keep what the entry *key* has of others."""
        self._borrowed.setdefault(key, borrowed)

    def wrong(self, entry: RawEntry) -> tuple[Remark, ...]:
        """Return a remark if pandoc left out the title of *entry*; anything else it takes or refuses with the whole entry."""
        return (Remark("title: expected text"),) if entry.key in self._untitled else ()

    def digest_of(self, entry: RawEntry) -> str:
        """Return all that decides what *entry* is converted to."""
        return "\n".join((*self._lent(entry), str(entry.content)))

    def _lent(self, entry: RawEntry) -> tuple[str, ...]:
        return self._borrowed.get(entry.key, Borrowed()).texts

    def convert(self, entries: list[RawEntry], children: Children | None) -> dict[str, Item | str]:
        """Return the item of each of *entries*, or what is wrong with it."""
        assert children is not None
        converted: dict[str, Item | str] = {
            entry.key: why for entry in entries if (why := self._too_much(entry))
        }
        asked = sorted((entry for entry in entries if entry.key not in converted), key=self._lent)
        for lent, some in groupby(asked, self._lent):
            converted |= ask_together(list(some), partial(_asked, lent=lent, children=children))
        self._untitled |= {
            entry.key
            for entry in entries
            if isinstance(item := converted[entry.key], dict)
            and TITLE.search(str(entry.content))
            and not item.get("title")
        }
        return converted

    def _too_much(self, entry: RawEntry) -> str:
        """Say why pandoc isn't asked for *entry*, if it would take long: its text is, or says that it is much longer."""
        text = str(entry.content)
        if len(text) > LONGEST:
            return f"it has {len(text)} characters, and an entry of more than {LONGEST} isn't read"
        count = len(ALIAS.findall(text))
        if count > MOST_ALIASES:
            return f"it has {count} aliases, and an entry with more than {MOST_ALIASES} isn't read"
        if self._borrowed.get(entry.key, Borrowed()).size > MOST_LENT:
            return (
                f"its aliases stand for more than {MOST_LENT} characters of other entries, and it isn't read"
            )
        return ""


def _asked(entries: list[RawEntry], lent: tuple[str, ...], children: Children) -> dict[str, Item]:
    others = "".join(f"{text}\n" for text in ("lent:", *lent)) if lent else ""
    text = "".join(f"{entry.content}\n" for entry in entries)
    items = answered(children, "markdown", f"---\n{others}references:\n{text}\n---\n")
    if len(items) != len(entries):
        raise RequestError("no item of CSL-YAML")
    return {entry.key: item for entry, item in zip(entries, map(with_note_variables, items), strict=True)}


def read_csl_yaml(data: bytes, entries: Entries) -> Converter:
    """Read the list in *data*. YAML may be JSON, and then is read as JSON."""
    text = entries.decode(data)
    if text.lstrip()[:1] in ("[", "{"):
        return read_json(text, entries)
    found = list(_items(text))
    if not found and text.strip():
        entries.warn(1, "no CSL-YAML: expected a list of items, or one under 'references:'")
    converter, anchors = Yaml(), Anchors()
    for line, item in found:
        key, borrowed = _id(item), anchors.borrowed(item)
        if not key:
            entries.warn(line, "this item has no id: it is left out")
            continue
        entries.add(key, line, item)
        converter.borrow(key, borrowed)
    return converter


def _items(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of each item, without its indentation."""
    start = REFERENCES.search(text)
    body = start.end() if start else 0
    first = DASH.search(text, body)
    if first is None:
        return
    indent = len(first[1])
    places = [match.start() for match in DASH.finditer(text, first.start()) if len(match[1]) == indent]
    end = _end(text, places[-1], indent)
    line, counted = 1, 0
    for place, following in zip(places, [*places[1:], end], strict=True):
        lines = text[place:following].rstrip().split("\n")
        line += text.count("\n", counted, place)
        counted = place
        yield line, "\n".join(part[indent:] for part in lines)


def _end(text: str, place: int, indent: int) -> int:
    """Return the end of the last item, at *place*: a line that is indented less, or ends the document."""
    match = re.compile(rf"^(?:---|\.\.\.|[ ]{{0,{indent}}}[^\s#-])", re.MULTILINE).search(text, place + 1)
    return match.start() if match else len(text)


def _id(item: str) -> str:
    """Return the id among the item's own fields, not of an item within it."""
    lines = item.split("\n")
    own = re.match(r"-[ ]*", lines[0])
    depth = len(own[0]) if own else 2
    for line in lines:
        if len(line) - len(line.lstrip(" -")) <= depth and (match := ID.match(line)):
            return next((value for value in match.groups() if value), "")
    return ""
