"""An input beside what was made of it, part by part: what is printed, what was left out and why, and where to look."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .document import inlines_of
from .explanation import explain_reading
from .inlines import NOWHERE, Kind
from .order import MOVED
from .structure import find_structure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .explanation import Explained
    from .pipeline import Remark
    from .transcript import Reading, Source

MISSING = "missing"
"""The reason of words that nobody accounts for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the input in one form."""

    text: str
    reason: str = ""
    """The reason for which it was left out; nothing if it is printed."""
    kind: Kind = Kind.TEXT
    target: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the input, and what became of it."""

    source: Source
    taken: str
    """In words: ``heading of level 2``."""
    criterion: str
    pieces: tuple[Piece, ...]
    moved: str = ""
    """The reason for which it stands elsewhere."""
    doubts: tuple[str, ...] = ()
    """Messages that ask for a look at it."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of the transcript, printed or left out."""

    start: int
    end: int
    reason: str = ""
    kind: Kind = Kind.TEXT
    target: str = ""


def compare_reading(reading: Reading, remarks: Sequence[Remark]) -> tuple[Part, ...]:
    """Compare a *reading* with what is made of it."""
    text = reading.transcript.text
    rows = explain_reading(reading)
    stretches, moves = _stretches(reading)
    starts = [stretch.start for stretch in stretches]
    doubts = _by_row(rows, remarks)
    parts = []
    for n, row in enumerate(rows):
        first = max(bisect_right(starts, row.at) - 1, 0)
        pieces = tuple(_pieces(text, row.at, row.end, stretches[first:], starts[first:]))
        moved = next((reason for at, reason in moves if row.at <= at < row.end), "")
        parts.append(Part(row.source, row.taken, row.criterion, pieces, moved, tuple(doubts.get(n, ()))))
    return tuple(parts)


def _stretches(reading: Reading) -> tuple[list[_Stretch], list[tuple[int, str]]]:
    """Return the stretches of the transcript in their order, and where others begin that were moved, with the reason."""
    document, draft = find_structure(reading)
    front = document.front
    printed = [
        _Stretch(run.at, run.at + len(run.text), "", run.kind, run.target)
        for inlines in (front.title, front.canonical, front.disclaimer, *inlines_of(document.blocks))
        for run in inlines
        if run.at != NOWHERE
    ]
    left = [
        _Stretch(run.at, run.at + len(run.text), drop.reason.value)
        for drop in draft.dropped
        if drop.reason not in MOVED
        for run in drop.inlines
        if run.at != NOWHERE
    ]
    moves = [
        (min(run.at for run in drop.inlines if run.at != NOWHERE), drop.reason.value)
        for drop in draft.dropped
        if drop.reason in MOVED and any(run.at != NOWHERE for run in drop.inlines)
    ]
    return sorted((*printed, *left), key=lambda stretch: (stretch.start, stretch.end)), sorted(moves)


def _pieces(
    text: str, start: int, end: int, stretches: Sequence[_Stretch], starts: Sequence[int]
) -> Iterator[Piece]:
    """Yield the pieces of *text* from *start* to *end*."""
    place = start
    for n in range(bisect_right(starts, end - 1)):
        stretch = stretches[n]
        first, last = max(stretch.start, place), min(stretch.end, end)
        if first >= last:
            continue
        if first > place:
            yield _between(text[place:first])
        yield Piece(text[first:last], stretch.reason, stretch.kind, stretch.target)
        place = last
    if place < end:
        yield _between(text[place:end])


def _between(text: str) -> Piece:
    """Return what stands between two stretches: white space, or words that nobody accounts for."""
    return Piece(text, MISSING if text.strip() else "")


def _by_row(rows: Sequence[Explained], remarks: Sequence[Remark]) -> dict[int, list[str]]:
    """Return the doubtful *remarks* by the first row that has their place; those without a place belong to none."""
    first: dict[Source, int] = {}
    for n, row in enumerate(rows):
        first.setdefault(row.source, n)
    found: dict[int, list[str]] = {}
    for remark in remarks:
        if remark.doubtful and remark.source in first and str(remark.source):
            found.setdefault(_row_of(rows, first[remark.source], remark), []).append(remark.text)
    return found


def _row_of(rows: Sequence[Explained], first: int, remark: Remark) -> int:
    """Return the row of a *remark*: of those with its place, the first whose words it has, or else the *first*."""
    for n in range(first, len(rows)):
        if rows[n].source != remark.source:
            break
        if len(rows[n].text) > 1 and rows[n].text[:_KNOWN_BY] in remark.text:
            return n
    return first


_KNOWN_BY = 20
"""Characters at the beginning of a part that are enough to know it by."""
