"""Works whose authors read alike, which stand together in a citation: ``(Weber 1978, 2006)`` (CSL 1.0.2, cite grouping).

Two things are put right in pandoc's groups:

- "Cites in in-text citations with identical rendered names are grouped together", whoever bears the names. Pandoc groups the works of one
  person. So where namesakes are cited together, it is asked how their names read (:func:`questions`). Then it is asked once more, as if
  those that read alike were one person, for everything in the order of its first answer (:func:`as_one`).
- The ``cite-group-delimiter`` stands between them. Where a page is cited, pandoc sets the one for other authors (:func:`delimited`).
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from .model import Citation, Cite, CiteLink, Mode, Span, Text, plain_text
from .repairs import CSL, PLACE
from .request import APART
from .simple import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .answer import Piece
    from .compose import Place
    from .model import Context, FormattedEntry, Inlines, Item
    from .styles import Style


def questions(context: Context) -> tuple[Citation, ...]:
    """Return citations that ask how names read, of the works in *context* that are cited with a namesake's."""
    if not context.style.groups_names:
        return ()
    asked = dict.fromkeys(
        key
        for citation in context.citations
        if citation.mode not in APART
        for pair in combinations(dict.fromkeys(cite.key for cite in citation.cites), 2)
        if _are_namesakes(*(_names(context.items[key]) for key in pair))
        for key in pair
    )
    return tuple(Citation((Cite(key),), Mode.AUTHOR) for key in asked)


def _names(item: Item) -> list[dict[str, Any]]:
    """Return the names that stand for *item* in a citation."""
    return next((names for variable in NAMES if (names := item.get(variable))), [])


def _are_namesakes(some: Sequence[Mapping[str, Any]], others: Sequence[Mapping[str, Any]]) -> bool:
    """Say if the first of each are two persons of one surname."""
    return bool(some and others) and some[0] != others[0] and _surname(some[0]) == _surname(others[0])


def _surname(name: Mapping[str, Any]) -> object:
    return name.get("family", name.get("literal"))


def as_one(
    context: Context,
    added: Mapping[Place, str],
    named: Mapping[str, str],
    pieces: Sequence[Sequence[Piece]],
    entries: Sequence[FormattedEntry],
) -> tuple[Context, dict[Place, str]] | None:
    """Return *context* with one person for those whose names are the same text in *named*, and what is *added* to its cites.

    Its order is that of *pieces* and *entries*, an answer to *context*. The result is ``None`` if no names read alike.
    """
    first: dict[str, str] = {}
    alike = {key: other for key, name in named.items() if (other := first.setdefault(name, key)) != key}
    if not alike:
        return None
    rank = {entry.key: f"{number:06}" for number, entry in enumerate(entries)}
    items = {
        key: {
            **item,
            **(_names_of(item, context.items[alike[key]]) if key in alike else {}),
            PLACE: rank.get(key, ""),
        }
        for key, item in context.items.items()
    }
    citations: list[Citation] = []
    moved: dict[Place, str] = {}
    for index, (citation, answered) in enumerate(zip(context.citations, pieces, strict=True)):
        order = _order(citation, answered)
        citations.append(replace(citation, cites=tuple(citation.cites[number] for number in order)))
        moved |= {(index, now): added[index, was] for now, was in enumerate(order) if (index, was) in added}
    style = _in_given_order(context.style)
    return replace(context, items=items, citations=tuple(citations), style=style), moved


def _names_of(item: Item, other: Item) -> dict[str, Any]:
    """Return the names of *item* with the given names of *other* where their surnames are the same."""
    variable = next(variable for variable in NAMES if item.get(variable))
    others = _names(other)
    return {
        variable: [
            others[place] if others[place:] and _surname(others[place]) == _surname(name) else name
            for place, name in enumerate(item[variable])
        ]
    }


def _order(citation: Citation, answered: Sequence[Piece]) -> list[int]:
    """Return the places of *citation*'s cites in the order in which they were *answered*."""
    places = range(len(citation.cites))
    if citation.mode in APART or not answered:
        return [*places]
    printed = {key: number for number, key in enumerate(dict.fromkeys(_cited(answered[0].body)))}
    return sorted(places, key=lambda place: printed.get(citation.cites[place].key, len(printed)))


def _cited(inlines: Inlines) -> Iterator[str]:
    """Yield the key of each entry that *inlines* link to."""
    for inline in inlines:
        if isinstance(inline, CiteLink):
            yield inline.key
        elif isinstance(inline, Span):
            yield from _cited(inline.children)


def delimited(inlines: Inlines, context: Context) -> Inlines:
    """Return *inlines*, a citation in *context*, with the delimiter of groups between works of one name."""
    if context.style.delimiters is None:
        return inlines
    between, within = context.style.delimiters
    replaced = {between: within, between.rstrip(): within.rstrip()}  # a space may begin what follows
    said = list(inlines)
    for place, (some, text, other) in enumerate(zip(said, said[1:], said[2:], strict=False), 1):
        if (
            isinstance(some, CiteLink)
            and isinstance(text, Text)
            and isinstance(other, CiteLink)
            and _follows(context.items[some.key], context.items[other.key], plain_text(other.children))
        ):
            said[place] = Text(replaced.get(text.text, text.text))
    return tuple(said)


def _follows(item: Item, other: Item, printed: str) -> bool:
    """Say if *other*, *printed* without its names, has those of *item*."""
    some, others = _names(item), _names(other)
    return (
        bool(some and others)
        and _surname(some[0]) == _surname(others[0])
        and str(_surname(others[0])) not in printed
    )


def _in_given_order(style: Style) -> Style:
    """Return *style* without an order of its own in citations, and with that of :data:`.repairs.PLACE` in its bibliography."""
    prepared, light = map(_ordered, (style.prepared, style.light))
    return replace(
        style, prepared=prepared, light=light, digest=hashlib.sha256(prepared.encode()).hexdigest()
    )


def _ordered(style: str) -> str:
    root = ET.fromstring(style)  # noqa: S314 - it was parsed, checked and written here
    for part in (*root.iterfind(f"{CSL}citation"), *root.iterfind(f"{CSL}bibliography")):
        for sort in part.findall(f"{CSL}sort"):
            part.remove(sort)
    for bibliography in root.iterfind(f"{CSL}bibliography"):
        bibliography.insert(0, ET.Element(f"{CSL}sort"))
        ET.SubElement(bibliography[0], f"{CSL}key", {"variable": PLACE})
    return ET.tostring(root, encoding="unicode")
