"""The parts of an article that JATS has a place of its own for, taken out of its blocks and kept apart for pandoc."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from ...core.bridge.elements import element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...core.bridge.elements import Element

IN_FRONT = {"eir-subtitle", "eir-canonical", "eir-byline", "eir-identifiers"}
"""Classes of lines that the article's record says."""


@dataclass
class Listed:
    """A list of references."""

    heading: list[Element] = field(default_factory=list)
    """Inlines."""
    entries: list[tuple[str, list[Element]]] = field(default_factory=list)
    """The id of each, and its blocks."""


@dataclass
class Divided:
    """The blocks of an article."""

    body: list[Element] = field(default_factory=list)
    abstract: list[Element] = field(default_factory=list)
    biographies: list[list[Element]] = field(default_factory=list)
    lists: list[Listed] = field(default_factory=list)


def divided(blocks: Iterable[Element]) -> Divided:
    """Divide *blocks*. A heading under which nothing is left goes with the list that stood there."""
    parts = Divided()
    for made in blocks:
        classes = set(made["c"][0][1]) if made["t"] == "Div" else set()
        if classes & IN_FRONT:
            continue
        if "eir-standfirst" in classes:
            parts.abstract += made["c"][1]
        elif "eir-about-author" in classes:
            parts.biographies.append([each for each in made["c"][1] if not _is_dash(each)])
        elif "eir-bibliography" in classes:
            listed = Listed(entries=list(_entries(made["c"][1])))
            if parts.body and parts.body[-1]["t"] == "Header":
                listed.heading = parts.body.pop()["c"][2]
            parts.lists.append(listed)
        else:
            parts.body.append(made)
    return parts


def _is_dash(made: Element) -> bool:
    return made["t"] == "Div" and "eir-dash" in made["c"][0][1]


def _entries(blocks: Iterable[Element]) -> Iterator[tuple[str, list[Element]]]:
    for made in blocks:
        if made["t"] == "Div" and "eir-entry" in made["c"][0][1]:
            yield made["c"][0][0], made["c"][1]


def kept_apart(title: list[Element], parts: Divided) -> list[Element]:
    """Return what isn't text as blocks within elements of our own, which are sorted when pandoc has written all."""
    made = [*_within("eir-title", [element("Plain", title)])]
    if parts.abstract:
        made += _within("eir-abstract", parts.abstract)
    for biography in parts.biographies:
        made += _within("eir-biography", biography)
    for listed in parts.lists:
        heading = _within("eir-heading", [element("Plain", listed.heading)]) if listed.heading else []
        entries = [
            each for name, blocks in listed.entries for each in _within("eir-entry", _plain(blocks), name)
        ]
        made += _within("eir-list", [*heading, *entries])
    return made


def _plain(blocks: list[Element]) -> list[Element]:
    return [element("Plain", made["c"]) if made["t"] == "Para" else made for made in blocks]


def _within(name: str, blocks: list[Element], identifier: str = "") -> list[Element]:
    attribute = f" id={quoteattr(identifier)}" if identifier else ""
    return [
        element("RawBlock", "jats", f"<{name}{attribute}>"),
        *blocks,
        element("RawBlock", "jats", f"</{name}>"),
    ]
