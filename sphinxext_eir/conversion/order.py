"""The order of the words: which left their place without a reason, which are elsewhere than their reason says, and cut sentences.

The places of an article's words ascend from block to block, but for those that a reader or a pass has moved and said so. Such a
reason is held to what is printed: words moved to the notes are in the notes, in an order of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ..text.sentences import PARAGRAPH_END, begins_small
from .document import (
    Abstract,
    Bibliography,
    Biography,
    Listing,
    Notes,
    Paragraph,
    PullQuote,
    Quote,
    Table,
    inlines_of,
    runs_in,
    text_of,
)
from .inlines import NOWHERE, Kind, place_of, plain
from .labels import number_of
from .outcome import Reason
from .rules import LOWER_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .document import Block, Document, Note
    from .inlines import Inline, Inlines
    from .outcome import Dropped

OUT_OF_ORDER = "out of order"
TWICE = "printed twice"
ALTERED = "differs from the input"
ADDED = "added"
"""Faults, as the ledger names them."""

MOVED = {
    Reason.MOVED_TO_NOTES: Notes,
    Reason.MOVED_TO_BIBLIOGRAPHY: Bibliography,
    Reason.MOVED_TO_BIOGRAPHY: Biography,
    Reason.MOVED_AFTER_PARAGRAPH: None,
    Reason.MOVED_AFTER_TEXT: None,
    Reason.MOVED_TO_CELL: Table,
    Reason.MOVED_TO_TITLE: None,
}
"""The reasons for which words may stand elsewhere, and the block in which they have to be then, if it is one of a kind."""

_CODES = tuple(MOVED)


class Astray(NamedTuple):
    """Words that aren't where, or aren't what, they have to be."""

    fault: str
    at: int
    text: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of the article, and the part of the article that it is printed in."""

    run: Inline
    part: int
    """The number of its block; 0 for the title."""


def astray(text: str, document: Document, dropped: Iterable[Dropped]) -> Iterator[Astray]:
    """Yield the words of the *document* that left their place in the *text* of the input, in time linear in the words.

    A reason for moving, among what was *dropped*, frees the words from the order of the rest. It has to be true.
    """
    moved = _moves(len(text), dropped)
    pieces = list(_pieces(document))
    yield from _unlike(text, pieces)
    yield from _twice(len(text), pieces)
    stay = [piece.run for piece in pieces if not moved[piece.run.at]]
    yield from (Astray(OUT_OF_ORDER, run.at, run.text) for run in _displaced(stay))
    yield from (Astray(OUT_OF_ORDER, run.at, run.text) for run in _wrongly_moved(document, pieces, moved))


def _moves(length: int, dropped: Iterable[Dropped]) -> bytearray:
    """Return for each place in the text the number of the reason for which it was moved, from 1; 0 where it wasn't."""
    moved = bytearray(length + 1)
    for drop in dropped:
        if drop.reason in MOVED:
            code = bytes([_CODES.index(drop.reason) + 1])
            for run in drop.inlines:
                if run.at != NOWHERE:
                    moved[run.at : run.at + len(run.text)] = code * len(run.text)
    return moved[: length + 1]


def _pieces(document: Document) -> Iterator[_Piece]:
    """Yield what the *document* prints of the text, in its order: the title, and each block."""
    for part, printed in enumerate(([document.front.title], *(inlines_of([b]) for b in document.blocks))):
        for inlines in printed:
            for run in inlines:
                if run.at != NOWHERE and run.text.strip():
                    yield _Piece(run, part)


def _unlike(text: str, pieces: Iterable[_Piece]) -> Iterator[Astray]:
    """Yield the runs that don't say what stands at their place."""
    for piece in pieces:
        run = piece.run
        if not text.startswith(run.text, run.at):
            yield Astray(ALTERED, run.at, run.text)


def _twice(length: int, pieces: Iterable[_Piece]) -> Iterator[Astray]:
    """Yield the runs whose words another has printed before."""
    printed = bytearray(length)
    for piece in pieces:
        run = piece.run
        end = run.at + len(run.text)
        if printed.find(1, run.at, end) >= 0:
            yield Astray(TWICE, run.at, run.text)
        printed[run.at : end] = b"\1" * (end - run.at)


def _displaced(runs: Sequence[Inline]) -> Iterator[Inline]:
    """Yield the fewest *runs* without which the places of the others ascend: all but a longest row that does."""
    if all(before.at < run.at for before, run in pairwise(runs)):
        return
    lasts: list[int] = []
    """The greatest place, below 0, that a row of each length can begin with: rows grow from the last run to the first."""
    ends: list[int] = []
    befores: list[int] = []
    for n in reversed(range(len(runs))):
        length = bisect_left(lasts, -runs[n].at)
        befores.append(ends[length - 1] if length else len(runs))
        lasts[length : length + 1] = [-runs[n].at]
        ends[length : length + 1] = [n]
    befores.reverse()
    kept = set()
    n = ends[-1]
    while n < len(runs):
        kept.add(n)
        n = befores[n]
    yield from (run for n, run in enumerate(runs) if n not in kept)


def _wrongly_moved(document: Document, pieces: Sequence[_Piece], moved: bytearray) -> Iterator[Inline]:
    """Yield the runs that were moved, and aren't where the reason says, or aren't in order there."""
    by_part: dict[int, list[Inline]] = {}
    stay = _extents([piece for piece in pieces if not moved[piece.run.at]])
    for piece, beside in _with_extents(pieces, stay):
        if code := moved[piece.run.at]:
            reason = _CODES[code - 1]
            if reason is Reason.MOVED_AFTER_TEXT:
                right = piece.part > 0 and not stay.keys() & _parts_of_text(document, piece.part)
            else:
                block = document.blocks[piece.part - 1] if piece.part else None
                right = any(_is_where_it_says(reason, block, piece.run, extent) for extent in beside)
            if not right:
                yield piece.run
            elif _is_in_a_row(reason, piece.run):
                by_part.setdefault(piece.part, []).append(piece.run)
    for runs in by_part.values():
        yield from _displaced(runs)
    for block in document.blocks:
        if isinstance(block, Notes):
            yield from _notes_astray(block, moved)
        elif isinstance(block, Table):
            yield from _cells_astray(block, moved)


def _with_extents(
    pieces: Iterable[_Piece], stay: Mapping[int, _Extent]
) -> Iterator[tuple[_Piece, tuple[_Extent, _Extent]]]:
    """Yield *pieces*, each with the extents of the part before it and of its own, of what *stay* in their places.

    A quotation may have paragraphs that were moved, and others.
    """
    before = own = _Extent(0, 0)
    part = 0
    for piece in pieces:
        if piece.part != part:
            part, before = piece.part, own
        own = stay.get(part, before)
        yield piece, (before, own)


def _is_in_a_row(reason: Reason, run: Inline) -> bool:
    """Say if runs that were moved for a *reason* stay in order: the authors, whose note's marker ends the title, may stand above it."""
    if reason is Reason.MOVED_TO_TITLE:
        return run.kind is not Kind.NOTE
    return reason not in (Reason.MOVED_TO_NOTES, Reason.MOVED_TO_CELL)


def _parts_of_text(document: Document, part: int) -> set[int]:
    """Return the numbers of the parts after a *part* that are the text's: no notes, bibliography or biography."""
    rest = enumerate(document.blocks[part:], part + 1)
    return {n for n, block in rest if not isinstance(block, (Bibliography, Biography, Notes))}


def _is_where_it_says(reason: Reason, block: Block | None, run: Inline, before: _Extent) -> bool:
    """Say if a *run* that was moved for a *reason* stands in the right *block*, which is None for the title."""
    wanted = MOVED[reason]
    if wanted:
        return isinstance(block, wanted)
    if reason is Reason.MOVED_TO_TITLE:
        return block is None
    return block is not None and before.start <= run.at < before.end


def _extents(pieces: Iterable[_Piece]) -> dict[int, _Extent]:
    """Return from where to where in the text each part of the article goes."""
    extents: dict[int, _Extent] = {}
    for piece in pieces:
        start, end = piece.run.at, piece.run.at + len(piece.run.text)
        known = extents.get(piece.part, _Extent(start, end))
        extents[piece.part] = _Extent(min(known.start, start), max(known.end, end))
    return extents


class _Extent(NamedTuple):
    """The part of the text from the first word of a block to its last."""

    start: int
    end: int


def _cells_astray(table: Table, moved: bytearray) -> Iterator[Inline]:
    """Yield the runs moved to a cell of a *table* that aren't in order there, or stand in another row than in the file."""
    code = _CODES.index(Reason.MOVED_TO_CELL) + 1
    end = -1
    for row in table.rows:
        cells = [[run for run in runs_in(cell) if run.at != NOWHERE and run.text.strip()] for cell in row]
        if any(moved[run.at] == code for cell in cells for run in cell):
            yield from (run for cell in cells for run in _displaced(cell))
            yield from (run for cell in cells for run in cell if run.at < end)
        end = max([end, *(run.at + len(run.text) for cell in cells for run in cell)])


def _notes_astray(notes: Notes, moved: bytearray) -> Iterator[Inline]:
    """Yield the runs of moved notes that are none of their note, and the first of notes that are in no order.

    A note's words ascend, no word of another note stands among them, and notes are in the order of their places or of the numbers that are typed.
    """
    firsts: list[tuple[Inline, int]] = []
    whole: list[tuple[Inline, Inline]] = []
    for note in notes.notes:
        runs = [
            run
            for inlines in (note.marker, *inlines_of(note.blocks))
            for run in inlines
            if run.at != NOWHERE and run.text.strip() and moved[run.at]
        ]
        if not runs:
            continue
        astray = list(_displaced(runs))
        yield from astray
        if not astray:
            firsts.append((runs[0], _number_of(note)))
            whole.append((runs[0], runs[-1]))
    for (_, last), (first, _) in pairwise(sorted(whole, key=lambda ends: ends[0].at)):
        if first.at < last.at:
            yield first
    if any(a > b for (_, a), (_, b) in pairwise(firsts)):
        yield from _displaced([run for run, _ in firsts])


def _number_of(note: Note) -> int:
    """Return the number that is typed at the head of a note or, where a symbol is typed, the one that it was given."""
    typed = plain(note.marker).strip("[](){}^.: ")
    return number_of(typed) or number_of(note.label) or 0


def added(document: Document) -> Iterator[str]:
    """Yield words of the blocks that the input hasn't: text without a place that isn't the mark of a note or an item."""
    for inlines in _running(document.blocks):
        for run in inlines:
            if run.at == NOWHERE and run.kind not in (Kind.NOTE, Kind.IMAGE) and re.search(r"\w", run.text):
                yield run.text


def _running(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """Yield the runs of *blocks* without the marks of notes and items."""
    for block in blocks:
        match block:
            case Quote() | PullQuote() | Abstract() | Biography():
                yield from _running(block.blocks)
            case Listing():
                for item in block.items:
                    yield from _running(item.blocks)
            case Notes():
                for note in block.notes:
                    yield from _running(note.blocks)
            case _:
                yield from inlines_of([block])


# Sentences that a paragraph's end cuts

_LISTED = re.compile(r"[(\[]?(?:[a-z]|[ivxl]{1,5})[.)\]]\s")
"""The head of an item that is typed as a paragraph: ``(a) …``, ``ii. …``."""


def cut_sentences(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the place and the words around each end of a paragraph without a stop, before one that begins small."""
    yield from _cuts(document.blocks)


def _cuts(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield the cuts between *blocks*, and inside of them."""
    for before, block in pairwise(blocks):
        if isinstance(before, Paragraph) and isinstance(block, Paragraph) and is_cut(before, block):
            last, first = text_of(before).split()[-_SHOWN:], text_of(block).split()[:_SHOWN]
            yield place_of(block.inlines), f"{' '.join(last)} ¶ {' '.join(first)}"
    for block in blocks:
        match block:
            case Quote(blocks=lines) if _are_verse(lines):
                pass
            case Quote() | PullQuote() | Abstract() | Biography():
                yield from _cuts(block.blocks)
            case Listing():
                for item in block.items:
                    yield from _cuts(item.blocks)
            case Notes():
                for note in block.notes:
                    yield from _cuts(note.blocks)


_FEWEST_OF_VERSE, _LONGEST_OF_VERSE = 3, 80
"""Lines, and characters of one."""


def _are_verse(blocks: Sequence[Block]) -> bool:
    """Say if the *blocks* of a quotation are lines of verse, whose sentences go on in the next."""
    return len(blocks) >= _FEWEST_OF_VERSE and all(
        isinstance(block, Paragraph) and len(text_of(block)) <= _LONGEST_OF_VERSE for block in blocks
    )


_SHOWN = 5
"""Words on each side of a cut."""


def is_cut(before: Paragraph, after: Paragraph) -> bool:
    """Say if the paragraph *before* ends without a stop, and the one *after* begins small."""
    text = text_of(after)
    if not begins_small(text) or _LISTED.match(text) or LOWER_NAMES.match(text):
        return False
    said = [run for run in before.inlines if run.kind not in (Kind.NOTE, Kind.SUPERSCRIPT)]
    return not PARAGRAPH_END.search(text_of(Paragraph(tuple(said))))
