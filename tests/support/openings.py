"""Reads and judges the labelled openings of ``tests/data/openings``: see the README there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinxext_eir.typed.citations import Form, find_citations
from sphinxext_eir.typed.matching import Shelf
from sphinxext_eir.typed.references import Reference, read_reference
from sphinxext_eir.typed.verdicts import Verdict, verdicts_on
from support.paths import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENINGS = DATA / "openings"
_LABELLED = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


@dataclass
class Opening:
    name: str
    text: str = ""
    labels: list[tuple[int, int, str]] = field(default_factory=list)
    entries: list[tuple[str, Reference]] = field(default_factory=list)

    def at(self, start: int, end: int) -> set[str]:
        """Return what the span is labelled with."""
        return {label for first, last, label in self.labels if start < last and first < end}


@dataclass
class Judgement:
    false_warnings: list[str] = field(default_factory=list)
    false_links: list[str] = field(default_factory=list)
    plausible: int = 0
    implausible: list[str] = field(default_factory=list)
    linked: int = 0
    unlinked: list[str] = field(default_factory=list)


def openings() -> Iterator[Opening]:
    for path in sorted(OPENINGS.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("### ")[1:]:
            name, _, body = block.partition("\n")
            text, _, bibliography = body.partition("\n--")
            opening = Opening(f"{path.stem}/{name}")
            position = 0
            for match in _LABELLED.finditer(text):
                opening.text += text[position : match.start()]
                start = len(opening.text)
                opening.text += match[1]
                opening.labels.append((start, len(opening.text), match[2]))
                position = match.end()
            opening.text += text[position:]
            before = None
            for line in bibliography.strip().splitlines():
                key, _, entry = line.partition("= ")
                before = read_reference(entry, before)
                opening.entries.append((key, before))
            yield opening


def judge(opening: Opening) -> Judgement:
    found = Judgement()
    keys = {id(entry): key for key, entry in opening.entries}
    shelf = Shelf(entry for _, entry in opening.entries)
    linked: set[tuple[int, int, str]] = set()
    plausible: set[tuple[int, int, str]] = set()
    last: tuple[Reference, ...] = ()
    citations = list(find_citations(opening.text))
    entries_of = [shelf.find(citation).entries for citation in citations]
    said = [
        verdicts_on(citations, Shelf(entry for _, entry in opening.entries if entry not in found_entries))[at]
        for at, found_entries in enumerate(entries_of)
    ]
    """What would be said of each if it had no entry."""
    for at, citation in enumerate(citations):
        spans = {span for span in opening.labels if citation.start < span[1] and span[0] < citation.end}
        meant = {label for _, _, label in spans}
        words = f"{opening.name}: {opening.text[citation.start : citation.end]}"
        entries = last if citation.form is Form.IBID else entries_of[at]
        if citation.form is not Form.IBID and (entries or citation.plausible):
            last = entries if len(entries) == 1 else ()
        if len(entries) == 1:
            key = keys[id(entries[0])]
            if not meant & {key, "~"}:
                found.false_links.append(words)
            linked |= {span for span in spans if span[2] in {key, "~"}}
        if said[at] is Verdict.MISSING:
            plausible |= spans
            if not meant or not (entries or meant & {"?", "~"}):
                found.false_warnings.append(words)
    certain = [span for span in opening.labels if span[2] not in {"?", "~", "x"}]
    found.linked = sum(span in linked for span in certain)
    found.unlinked = [f"{opening.name}: {opening.text[a:b]}" for a, b, _ in set(certain) - linked]
    found.plausible = len(plausible)
    found.implausible = [
        f"{opening.name}: {opening.text[a:b]}"
        for a, b, label in set(opening.labels) - plausible
        if label != "x"
    ]
    return found
