"""The explanation of a conversion: what each part of an input was taken for, and which criterion decided.

It is read off the result. The runs of the article, and those that were left out, know their place in the transcript. In that order
they tell what became of each block of the input. Readers and passes have recorded the criteria by place.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from .decisions import Taken
from .document import (
    Abstract,
    Bibliography,
    Biography,
    Figure,
    Heading,
    Listing,
    Literal,
    Notes,
    PullQuote,
    Quote,
    Table,
    inlines_of,
)
from .inlines import NOWHERE, place_of
from .order import MOVED
from .outcome import Reason
from .pipeline import read
from .structure import find_structure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from .decisions import Decision, Pass
    from .document import Block, Document
    from .inlines import Inlines
    from .outcome import Dropped
    from .transcript import Reading, Source


@dataclass(frozen=True, slots=True)
class Explained:
    """A part of the input."""

    source: Source
    text: str
    """All of it, with single spaces."""
    taken: str
    """In words: ``heading of level 2``, ``left out: foot``."""
    criterion: str
    at: int = field(default=NOWHERE, compare=False)
    """Where it begins in the transcript, and"""
    end: int = field(default=NOWHERE, compare=False)
    """where it ends."""


class _Span(NamedTuple):
    """A stretch of the transcript that became one part of the article, or was left out."""

    at: int
    end: int
    part: int
    """Spans of one part have one number."""
    taken: Taken
    label: str


_DEFAULTS = {
    Taken.HEADING: "marked up as a heading",
    Taken.PARAGRAPH: "nothing speaks for anything else",
    Taken.CONTINUATION: "belongs to what stands before it",
    Taken.QUOTATION: "marked up as a quotation",
    Taken.ITEM: "marked up as an item",
    Taken.TABLE: "marked up as a table",
    Taken.PICTURE: "marked up as a picture",
    Taken.CODE: "marked up as code",
    Taken.ENTRY: "under a heading of references",
    Taken.NOTE: "a note of the file's own",
    Taken.LINE: "a dash, asterisks or hyphens, and nothing else",
    Taken.FURNITURE: "said twice",
}
"""The criteria where none was recorded: the input's own markup decided, or the place alone."""

_DROPPED = {
    Reason.BYLINE_RECAST: (Taken.BYLINE, "byline"),
    Reason.DATE_RECAST: (Taken.DATE, "date"),
    Reason.RULE: (Taken.LINE, "line across the text"),
    Reason.SECTION_HEADING: (Taken.HEADING, "heading of the abstract, or of the biography"),
}
"""The kinds of text that these reasons tell; text left out for any other is furniture."""

_WITHIN = (Reason.JOINED_HYPHEN, Reason.REPEATED_LINK_TEXT)
"""Reasons for leaving out characters in the middle of a block, which remains what it is."""


def explain(path: Path) -> tuple[Explained, ...]:
    """Explain how the file at *path* is read. Raises :class:`ConversionError`, or :class:`OSError`."""
    return explain_reading(read(path))


def explain_with_passes(
    reading: Reading, language: str = ""
) -> tuple[tuple[Explained, ...], tuple[Pass, ...]]:
    """Explain what is made of a *reading*, and return what each pass did, in numbers."""
    return explain_reading(reading, language), find_structure(reading, language)[1].passes


def explain_reading(reading: Reading, language: str = "") -> tuple[Explained, ...]:
    """Explain what is made of a *reading* in a *language*, which is guessed unless it is given: all of its words, in their order."""
    document, draft = find_structure(reading, language)
    apart = (place_of(drop.inlines) for drop in reading.dropped if drop.reason not in _WITHIN)
    starts = sorted({*_starts(reading.blocks), *apart})
    spans = sorted({*_printed(document), *_left_out(draft.dropped)})
    decided = _by_place(draft.decisions)
    rows = list(_rows(_settled(spans, starts), starts))
    ends = [*(at for at, _ in rows[1:]), len(reading.transcript.text)]
    seen: set[int] = set()
    explained: list[Explained] = []
    for (at, span), end in zip(rows, ends, strict=True):
        first = at if explained else 0
        text = " ".join(reading.transcript.text[first:end].split())
        taken, label = (Taken.CONTINUATION, Taken.CONTINUATION.value) if span.part in seen else span[3:]
        seen.add(span.part)
        criteria = decided.get((at, taken), ())
        around = label.endswith(Reason.PAGE_FURNITURE.value)
        default = "no part of the article" if around else _DEFAULTS.get(taken, "")
        criterion = "; ".join(dict.fromkeys(criteria)) or default
        explained.append(Explained(reading.transcript.source(at), text, label, criterion, first, end))
    return tuple(explained)


def _by_place(decisions: Iterable[Decision]) -> Mapping[tuple[int, Taken], list[str]]:
    """Return the criteria by place, and by what they decided."""
    found: dict[tuple[int, Taken], list[str]] = {}
    for decision in decisions:
        found.setdefault((decision.at, decision.taken), []).append(decision.criterion)
    return found


def _starts(blocks: Iterable[Block]) -> Iterator[int]:
    """Yield where the *blocks* of an input begin, those inside quotations, items and notes included."""
    for block in blocks:
        match block:
            case Quote() | PullQuote():
                yield from _starts(block.blocks)
            case Listing():
                for item in block.items:
                    yield from _starts_of(item.marker, item.blocks)
            case Notes():
                for note in block.notes:
                    yield from _starts_of(note.marker, note.blocks)
            case _:
                yield place_of(run for inlines in inlines_of([block]) for run in inlines)


def _starts_of(marker: Inlines, blocks: Sequence[Block]) -> Iterator[int]:
    """Yield where an item or note begins, at its *marker*, and where its further *blocks* do."""
    inner = [at for at in _starts(blocks) if at != NOWHERE]
    first = place_of(marker)
    yield first
    yield from inner if first == NOWHERE else inner[1:]


def _rows(spans: Iterable[_Span], starts: Sequence[int]) -> Iterator[tuple[int, _Span]]:
    """Yield the first of the *spans* that belong to one part and began in one block of the input, and its place."""
    before: tuple[int, int] | None = None
    for span in spans:
        here = (span.part, bisect_right(starts, span.at))
        if here != before:
            yield span.at, span
        before = here


def _settled(spans: Iterable[_Span], starts: Sequence[int]) -> list[_Span]:
    """Return *spans*, where text that is left out within a block belongs to the block."""
    ordered = list(spans)
    owners: dict[int, _Span] = {}
    for span in ordered:
        if span.part >= 0:
            owners.setdefault(bisect_right(starts, span.at), span)
    settled: list[_Span] = []
    for span in ordered:
        block = bisect_right(starts, span.at)
        if span.label in _INNER and (owner := owners.get(block)):
            before = settled[-1] if settled and bisect_right(starts, settled[-1].at) == block else owner
            settled.append(before._replace(at=span.at, end=span.end))
        else:
            settled.append(span)
    return settled


_INNER = frozenset(f"left out: {reason.value}" for reason in _WITHIN)


def _left_out(dropped: Iterable[Dropped]) -> Iterator[_Span]:
    """Yield the stretches that were *dropped*, each a part of its own, with a number below 0."""
    for number, drop in enumerate(dropped, 1):
        at = place_of(drop.inlines)
        if at != NOWHERE and drop.reason not in MOVED:
            end = max(run.at + len(run.text) for run in drop.inlines if run.at != NOWHERE)
            taken, label = _DROPPED.get(drop.reason, (Taken.FURNITURE, f"left out: {drop.reason.value}"))
            yield _Span(at, end, -number, taken, label)


def _printed(document: Document) -> Iterator[_Span]:
    """Yield the stretches that are in the *document*."""
    for number, (taken, label, parts) in enumerate(_parts(document)):
        for inlines in parts:
            for run in inlines:
                if run.at != NOWHERE and run.text.strip():
                    yield _Span(run.at, run.at + len(run.text), number, taken, label or taken.value)


_Part = tuple[Taken, str, list["Inlines"]]


def _parts(document: Document) -> Iterator[_Part]:
    """Yield the parts of the *document*: what each is, in words, and its runs."""
    yield Taken.TITLE, "", [document.front.title]
    yield Taken.ADDRESS, "", [document.front.canonical]
    yield Taken.DISCLAIMER, "", [document.front.disclaimer]
    for block in document.blocks:
        yield from _parts_of(block, Taken.PARAGRAPH)


def _parts_of(block: Block, within: Taken) -> Iterator[_Part]:
    """Yield the parts of a *block*; its paragraphs are what they stand *within*."""
    match block:
        case Heading():
            yield Taken.HEADING, f"heading of level {block.level}", [block.inlines]
        case Quote() | PullQuote():
            for inner in block.blocks:
                yield from _parts_of(inner, Taken.QUOTATION if within is Taken.PARAGRAPH else within)
        case Abstract():
            for inner in block.blocks:
                yield from _parts_of(inner, within)
        case Biography():
            for inner in block.blocks:
                yield from _parts_of(inner, Taken.BIOGRAPHY)
        case Listing():
            for item in block.items:
                yield from _parts_with(item.marker, item.blocks, Taken.ITEM, "")
        case Bibliography():
            yield Taken.HEADING, "heading of the bibliography", [block.title]
            yield from ((Taken.ENTRY, "", [entry]) for entry in block.entries)
        case Notes():
            yield Taken.HEADING, "heading of the notes", [block.title]
            for note in block.notes:
                yield from _parts_with(note.marker, note.blocks, Taken.NOTE, f"note {note.label}")
        case Table():
            yield Taken.TABLE, "", list(inlines_of([block]))
        case Figure():
            yield Taken.PICTURE, "", [block.caption]
        case Literal():
            yield Taken.CODE, "", [block.inlines]
        case _:
            yield within, "", list(inlines_of([block]))


def _parts_with(marker: Inlines, blocks: Sequence[Block], taken: Taken, label: str) -> Iterator[_Part]:
    """Yield the parts of an item or a note, whose *marker* belongs to the first of its *blocks*."""
    parts = [part for inner in blocks for part in _parts_of(inner, taken)] or [(taken, label, [])]
    first_taken, first_label, runs = parts[0]
    for kind, words, inner in [(first_taken, first_label, [marker, *runs]), *parts[1:]]:
        yield kind, (label or words) if kind is taken else words, inner
