"""Notes: gathered under their heading, after the text, or from the feet of pages."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...text.numerals import ROMAN, SUPERSCRIPTS, lowered
from .. import rules
from ..decisions import Taken
from ..document import (
    Bibliography,
    Block,
    Heading,
    Item,
    Listing,
    Note,
    Notes,
    Paragraph,
    Quote,
    Rule,
    inlines_of,
    text_of,
)
from ..inlines import NOWHERE, Inline, Inlines, Kind, cut, joined, lines_of, place_of, plain, stripped
from ..labels import MARKED_WITH_SYMBOLS, SYMBOLS, Marker, is_defined, note_marker, number_of
from ..outcome import Reason
from ..wording import section_name, whole
from .draft import decision
from .lines import cut_at_lines, paragraph_of_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..decisions import Decision
    from .draft import Draft


def marker_of(block: Block, *, listed: bool = False) -> Marker | None:
    """Return the marker of the note that *block* is, in brackets, raised, or, where notes are *listed*, as a number."""
    if not isinstance(block, Paragraph):
        return None
    first = block.inlines[0] if block.inlines else Inline("")
    if first.kind is Kind.SUPERSCRIPT and re.fullmatch(rf"\[?(?:\d{{1,3}}|{ROMAN})\]?", first.text.strip()):
        return Marker(first.text.strip(" []"), len(first.text), "superscript")
    return note_marker(plain(block.inlines), listed=listed)


def split_notes_and_colophon(draft: Draft) -> Draft:
    """Cut paragraphs at lines that are notes, or parts of a colophon."""

    def stands_alone(line: Inlines) -> bool:
        text = plain(line)
        return (
            bool(whole(rules.COLOPHON, text))
            and len(re.findall(rules.COLOPHON_LABEL, text, re.IGNORECASE)) == 1
        )

    blocks = (part for block in cut_at_lines(draft.blocks, stands_alone) for part in _cut_under_name(block))
    return replace(draft, blocks=tuple(part for block in blocks for part in cut_before_notes(block)))


def _cut_under_name(block: Block) -> Iterator[Block]:
    """Yield *block*, cut under its first line if that is the name of notes or of a bibliography, and nothing else."""
    lines = lines_of(block.inlines) if isinstance(block, Paragraph) else []
    if len(lines) > 1 and section_name(plain(lines[0])) in (*rules.NOTES, *rules.BIBLIOGRAPHIES):
        yield Paragraph(lines[0])
        yield from paragraph_of_lines(lines[1:])
    else:
        yield block


def cut_before_notes(block: Block, *, listed: bool = False) -> Iterator[Block]:
    """Yield *block*, cut before each line that begins with the next note's marker, if its first does.

    A note that is marked with an asterisk may stand before the first, and after any.
    """
    lines = lines_of(block.inlines) if isinstance(block, Paragraph) else []
    markers = [marker_of(Paragraph(line), listed=listed) for line in lines]
    first = next(filter(None, markers), None)
    if first is None or len(lines) == 1 or not (markers[0] or _begins_with_asterisk(lines[0], first)):
        yield block
        return
    expected = number_of(first.label)
    together: list[Inlines] = []
    for line, marker in zip(lines, markers, strict=True):
        follows = bool(marker and expected and number_of(marker.label) == expected)
        if together and (follows or _ASTERISK.match(plain(line))):
            yield from paragraph_of_lines(together)
            together = []
        expected = expected + 1 if expected and follows else expected
        together.append(line)
    yield from paragraph_of_lines(together)


_ASTERISK = re.compile(r"(?:\[[*†‡]{1,4}\]|[*†‡]{1,4})\s*(?=\w|[\"'“‘(])")
"""Symbols that nothing but notes begin with; a law's paragraph begins with ``§``."""


def _begins_with_asterisk(line: Inlines, first: Marker) -> bool:
    """Say if *line* begins a note that stands before the *first* of those with numbers."""
    return number_of(first.label) == 1 and bool(_ASTERISK.match(plain(line)))


def read_notes(
    content: Sequence[Block], *, listed: bool, symbols: frozenset[str] = frozenset()
) -> Notes | None:
    """Read notes in a row, numbered from 1. A block without a marker belongs to the note before.

    Those among them that are marked with *symbols* of the text get the numbers after the last.
    """
    marked = {n: notes for n, block in enumerate(content) if (notes := notes_of_symbols(block, symbols))}
    read = _read_numbered([block for n, block in enumerate(content) if n not in marked], listed=listed)
    if read is None or (marked and read.style != "arabic"):
        return _read_numbered(content, listed=listed) if marked else read
    extra = [one for notes in marked.values() for one in notes]
    numbered = len(read.notes)
    more = (
        Note(str(numbered + n), typed, (Paragraph(inlines),)) for n, (inlines, typed) in enumerate(extra, 1)
    )
    return replace(read, notes=(*read.notes, *more))


def moved_in(notes: Notes | None) -> Iterator[Inlines]:
    """Yield the runs of those *notes* that stood before others, and have a later number."""
    last = NOWHERE
    for note in notes.notes if notes else ():
        place = place_of(note.marker)
        if place < last:
            yield note.marker
            yield from inlines_of(note.blocks)
        last = max(last, place)


def symbols_in(blocks: Iterable[Block]) -> frozenset[str]:
    """Return the symbols that mark words in *blocks*."""
    return frozenset(
        match["symbols"]
        for inlines in inlines_of(blocks)
        for match in MARKED_WITH_SYMBOLS.finditer(plain(inlines))
    )


def notes_of_symbols(block: Block, symbols: frozenset[str]) -> list[tuple[Inlines, Inlines]]:
    """Return the text and the symbol of each note that *block* is, if all of these are among *symbols*, each once."""
    found = list(_marked_with_symbols(block)) if symbols else []
    typed = [plain(symbol).strip("[]") for _, symbol in found]
    return found if len(set(typed)) == len(typed) and symbols.issuperset(typed) else []


def _read_numbered(content: Sequence[Block], *, listed: bool) -> Notes | None:
    """Read notes in a row, numbered from 1. Those of Markdown may go on from a chapter before, and leave numbers out."""
    notes: list[Note] = []
    form = ""
    for block in content:
        marker = marker_of(block, listed=listed)
        number = number_of(marker.label) if marker else None
        last = (number_of(notes[-1].label) or 0) if notes else 0
        follows = number in (last + 1, last + 2) or (is_defined(text_of(block)) and (number or 0) > last)
        begins = marker and follows and form in ("", marker.form)
        if marker and begins and isinstance(block, Paragraph):
            form = marker.form
            typed = stripped(cut(block.inlines, 0, marker.end))
            body = stripped(cut(block.inlines, marker.end))
            notes.append(Note(marker.label, typed, (Paragraph(body),)))
        elif notes:
            notes[-1] = replace(notes[-1], blocks=(*notes[-1].blocks, block))
        else:
            return None
    return Notes((), tuple(notes), _style_of(notes)) if notes else None


_SYMBOL = re.compile(rf"(\[[{SYMBOLS}]{{1,4}}\]|[{SYMBOLS}]{{1,4}})\s*(?=\w|[\"'“‘(])")


def read_symbol_notes(content: Sequence[Block]) -> Notes | None:
    """Read notes that are marked with asterisks and daggers, each of another form; they get numbers, as all notes have."""
    notes: list[Note] = []
    for block in content:
        for inlines, typed in _marked_with_symbols(block):
            if any(plain(note.marker) == plain(typed) for note in notes):
                return None
            notes.append(Note(str(len(notes) + 1), typed, (Paragraph(inlines),)))
        if not notes or not any(_marked_with_symbols(block)):
            return None
    return Notes((), tuple(notes), "arabic") if notes else None


def _marked_with_symbols(block: Block) -> Iterator[tuple[Inlines, Inlines]]:
    """Yield the text and the symbol of each note that *block* is: a paragraph, or items whose bullets are asterisks."""
    if isinstance(block, Paragraph) and _SYMBOL.match(plain(block.inlines)):
        yield from _notes_in_lines(block.inlines)
    elif isinstance(block, Listing) and block.start is None:
        for item in block.items:
            inner = item.blocks[0] if len(item.blocks) == 1 else None
            if isinstance(inner, Paragraph) and re.fullmatch(rf"[{SYMBOLS}]", plain(item.marker)):
                yield from _notes_in_lines(inner.inlines, item.marker)


def _notes_in_lines(inlines: Inlines, typed: Inlines = ()) -> Iterator[tuple[Inlines, Inlines]]:
    """Yield the text and the symbol of each note in *inlines*, one of which begins at each line with a symbol."""
    together: list[Inlines] = []
    for line in lines_of(inlines):
        if match := _SYMBOL.match(plain(line)):
            if together:
                yield joined(together, Inline("\n")), typed
            typed, together = cut(line, 0, match.end(1)), [stripped(cut(line, match.end()))]
        else:
            together.append(line)
    yield joined(together, Inline("\n")), typed


def decisions_on(notes: Notes | None, criterion: str) -> Iterator[Decision]:
    """Yield the decision that *notes* are notes, by a *criterion*."""
    for note in notes.notes if notes else ():
        yield decision(note.marker, Taken.NOTE, criterion)


def _style_of(notes: Sequence[Note]) -> str:
    """Return how *notes* are numbered."""
    first = notes[0].label
    return "arabic" if first.isdecimal() else "lower-roman" if first.islower() else "upper-roman"


def gather_notes_of_pages(draft: Draft) -> Draft:
    """Gather notes that stand at the foot of their pages, in the middle of the text that refers to them."""
    marked = [(n, m) for n, block in enumerate(draft.blocks) if (m := marker_of(block)) and m.form != "bare"]
    numbers = [number_of(marker.label) for _, marker in marked]
    places = [n for n, _ in marked]
    if (
        not _are_scattered(places, marked, draft)
        or numbers != list(range(1, len(numbers) + 1))
        or _has_list_of_notes(draft)
    ):
        return draft
    notes = read_notes([draft.blocks[n] for n in places], listed=False)
    if not notes or not all(
        _is_referred_to(note, n, draft) for note, n in zip(notes.notes, places, strict=True)
    ):
        return draft
    moved = [block.inlines for n in places if isinstance(block := draft.blocks[n], Paragraph)]
    rest = tuple(block for n, block in enumerate(draft.blocks) if n not in places)
    gathered = replace(draft, blocks=(*rest, notes), dropped=draft.without(moved, Reason.MOVED_TO_NOTES))
    return gathered.decided(*decisions_on(notes, "at the foot of its page, and the text before refers to it"))


def _are_scattered(places: Sequence[int], marked: Sequence[tuple[int, Marker]], draft: Draft) -> bool:
    """Say if text between the notes refers to later ones, so that it isn't only the rest of a note."""
    return any(
        is_marked(marker.label, draft.blocks[before + 1 : n])
        for before, (n, marker) in zip(places, marked[1:], strict=False)
        if n > before + 1
    )


def _has_list_of_notes(draft: Draft) -> bool:
    """Say if there are notes already, or a heading for them."""
    return any(
        isinstance(b, Notes)
        or (isinstance(b, (Heading, Paragraph)) and section_name(text_of(b)) in rules.NOTES)
        for b in draft.blocks
    )


def _is_referred_to(note: Note, position: int, draft: Draft) -> bool:
    """Say if a marker stands before *note*, which is the block at a *position*."""
    return is_marked(note.label, draft.blocks[:position])


def is_marked(label: str, blocks: Iterable[Block]) -> bool:
    """Say if a marker in *blocks* refers to the note with a *label*."""
    for inlines in inlines_of(blocks):
        for run in inlines:
            raised = run.kind is Kind.SUPERSCRIPT and run.text.strip(" []") == label
            if raised or re.search(rf"\S\s?\[\^?{re.escape(label)}\]", run.text):
                return True
    return False


def _number_of_last(blocks: Sequence[Block]) -> int:
    """Return the number of the last note in *blocks*, or 0."""
    numbers = [number_of(marker.label) or 0 for block in blocks if (marker := marker_of(block))]
    return numbers[-1] if numbers else 0


_REST_OF_NOTE = 4
"""Paragraphs that a note may have after its first, where no heading says that notes stand here."""


def _rest_of_note(blocks: Sequence[Block], n: int, number: int) -> bool:
    """Say if the block at *n* is a further paragraph of a note: the one after that *number* comes soon."""
    for block in blocks[n : n + _REST_OF_NOTE]:
        marker = marker_of(block)
        if marker or not isinstance(block, (Paragraph, Quote)):
            return bool(marker and number_of(marker.label) == number + 1)
    return False


def find_unnamed_notes(draft: Draft) -> Draft:
    """Gather notes that stand after the text, or after the bibliography, without a heading of their own."""
    blocks = list(draft.blocks)
    if any(isinstance(block, Notes) for block in blocks):
        return draft
    starts = [n for n, b in enumerate(blocks) if (m := marker_of(b)) and number_of(m.label) == 1]
    going_on = [n for n, block in enumerate(blocks) if is_defined(text_of(block))] if not starts else []
    if not starts and not going_on:
        return _find_symbol_notes(_find_round_notes(draft))
    start = starts[-1] if starts else going_on[0]
    if starts and all(isinstance(block, (Heading, Rule)) for block in blocks[:start]):
        return draft  # an article whose paragraphs are numbered begins so
    end = start
    while end < len(blocks) and (
        marker_of(blocks[end]) or _rest_of_note(blocks, end, _number_of_last(blocks[start:end]))
    ):
        end += 1
    symbols = symbols_in((Paragraph(draft.front.title), *blocks[:start]))
    while start and notes_of_symbols(blocks[start - 1], symbols):
        start -= 1
    while end < len(blocks) and notes_of_symbols(blocks[end], symbols):
        end += 1
    notes = read_notes(blocks[start:end], listed=False, symbols=symbols)
    if not notes:
        return draft
    dropped = draft.without(moved_in(notes), Reason.MOVED_TO_NOTES)
    found = replace(draft, blocks=(*blocks[:start], notes, *blocks[end:]), dropped=dropped)
    return found.decided(*decisions_on(notes, "numbered from 1, after the text"))


_IN_ROUND_BRACKETS = re.compile(r"(?<=\S)\s?\((\d{1,3})\)(?=[\s.,;:]|$)")


def _find_round_notes(draft: Draft) -> Draft:
    """Gather notes marked ``(1)`` without a heading: the last of the text, if all of it has each of their numbers in its order."""
    numbers = [
        number_of(m.label) if (m := marker_of(b, listed=True)) and m.form == "round" else None
        for b in draft.blocks
    ]
    start = len(numbers) - numbers[::-1].index(1) - 1 if 1 in numbers else len(numbers)
    end = start
    while end < len(numbers) and numbers[end] == end - start + 1:
        end += 1
    count = end - start
    symbols = symbols_in((Paragraph(draft.front.title), *draft.blocks[:start]))
    while end < len(numbers) and notes_of_symbols(draft.blocks[end], symbols):
        end += 1
    texts = (plain(inlines) for inlines in inlines_of(draft.blocks[:start]))
    marked = [int(match[1]) for text in texts for match in _IN_ROUND_BRACKETS.finditer(text)]
    rest = draft.blocks[end:]
    if count < _FEWEST_ROUND or marked != list(range(1, count + 1)) or not _ends_text(rest):
        return draft
    notes = read_notes(draft.blocks[start:end], listed=True, symbols=symbols)
    if not notes:
        return draft
    found = replace(draft, blocks=(*draft.blocks[:start], notes, *rest))
    return found.decided(
        *decisions_on(notes, "in round brackets, last of the text, which has all their numbers")
    )


def _ends_text(blocks: Sequence[Block]) -> bool:
    """Say if no text stands in *blocks*: nothing but a bibliography, a colophon, and what stands under the heading of a biography."""
    for block in blocks:
        if isinstance(block, Heading) and section_name(text_of(block)) in rules.BIOGRAPHIES:
            return True
        if not isinstance(block, (Bibliography, Heading, Rule)) and not whole(rules.COLOPHON, text_of(block)):
            return False
    return True


def _find_symbol_notes(draft: Draft) -> Draft:
    """Gather notes marked with symbols without a heading: the last of the text, which has each of their symbols once, and no other."""
    if any(isinstance(block, Notes) for block in draft.blocks):
        return draft
    title = Paragraph(draft.front.title)
    marks = [
        match["symbols"]
        for inlines in inlines_of((title, *draft.blocks))
        for match in MARKED_WITH_SYMBOLS.finditer(plain(inlines))
    ]
    symbols = frozenset(marks)
    places = [n for n, block in enumerate(draft.blocks) if notes_of_symbols(block, symbols)]
    if not places or places != list(range(places[0], places[-1] + 1)):
        return draft
    start, end = places[0], places[-1] + 1
    notes = read_symbol_notes(draft.blocks[start:end])
    typed = sorted(plain(note.marker).strip("[]") for note in notes.notes) if notes else []
    if not notes or typed != sorted(marks) or not _ends_text(draft.blocks[end:]):
        return draft
    found = replace(draft, blocks=(*draft.blocks[:start], notes, *draft.blocks[end:]))
    return found.decided(*decisions_on(notes, "marked with symbols, last of the text, which has all of them"))


_FEWEST_ROUND = 2
"""Notes in round brackets. A single ``(1)`` may be anything."""

_MARKED = 0.8
"""Of the items of a list: the text refers to so many of them if they are notes."""


def find_listed_notes(draft: Draft) -> Draft:
    """Make notes of a numbered list whose numbers stand raised in the text before, if no heading says what it is."""
    if _has_list_of_notes(draft):
        return draft
    starts = [n for n, b in enumerate(draft.blocks) if isinstance(b, Listing) and b.start == 1]
    if not starts:
        return draft
    start = starts[-1]
    end, notes = _listed_from(draft.blocks, start)
    raised = set(_raised_in(draft.blocks[:start]))
    marked = [note for note in notes if note.label in raised]
    if not marked or notes[0] not in marked or len(marked) < _MARKED * len(notes):
        return draft
    found = Notes((), notes, _style_of(notes))
    gathered = replace(draft, blocks=(*draft.blocks[:start], found, *draft.blocks[end:]))
    return gathered.decided(*decisions_on(found, "in a list whose numbers stand raised in the text"))


def _listed_from(blocks: Sequence[Block], start: int) -> tuple[int, tuple[Note, ...]]:
    """Return where the notes of the list at *start* end, and them; what stands between their lists belongs to one of them."""
    notes: list[Note] = []
    n = end = start
    rest: list[Block] = []
    while n < len(blocks) and len(rest) < _REST_OF_NOTE:
        block = blocks[n]
        n += 1
        if isinstance(block, Listing) and block.start == len(notes) + 1:
            if notes:
                notes[-1] = replace(notes[-1], blocks=(*notes[-1].blocks, *rest))
            notes += [_note_of(item, block.start + k) for k, item in enumerate(block.items)]
            end, rest = n, []
        elif isinstance(block, (Paragraph, Quote, Listing)):
            rest.append(block)
        else:
            break
    return end, tuple(notes)


def _note_of(item: Item, number: int) -> Note:
    """Return the note that an *item* is."""
    return Note(str(number), item.marker, item.blocks or (Paragraph(()),))


def _raised_in(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield what stands raised in *blocks*."""
    for inlines in inlines_of(blocks):
        for run in inlines:
            if run.kind is Kind.SUPERSCRIPT:
                yield from re.findall(r"\d{1,3}", run.text)
            else:
                yield from map(lowered, re.findall(rf"[{SUPERSCRIPTS}]{{1,3}}", run.text))


_WAY_BACK = re.compile(r"\s*(?:↩[\ufe0e\ufe0f]?)+\s*$")


def drop_ways_back(draft: Draft) -> Draft:
    """Drop the arrows with which browsers' notes end: they lead back to the markers."""
    dropped: list[Inlines] = []
    blocks = tuple(
        replace(block, notes=tuple(_without_way_back(note, dropped) for note in block.notes))
        if isinstance(block, Notes)
        else block
        for block in draft.blocks
    )
    return (
        replace(draft, blocks=blocks, dropped=draft.without(dropped, Reason.REPEATED_LINK_TEXT))
        if dropped
        else draft
    )


def _without_way_back(note: Note, dropped: list[Inlines]) -> Note:
    """Return *note* without the arrow at its end, which is added to those *dropped*."""
    last = note.blocks[-1] if note.blocks else None
    if not isinstance(last, Paragraph):
        return note
    text = plain(last.inlines)
    match = _WAY_BACK.search(text)
    if match is None or not match.start():
        return note
    dropped.append(stripped(cut(last.inlines, match.start())))
    return replace(note, blocks=(*note.blocks[:-1], Paragraph(cut(last.inlines, 0, match.start()))))


def _may_be_first(note: Note) -> bool:
    """Say if notes may begin with *note*: with the first, or, in Markdown, with the one after a chapter before."""
    return number_of(note.label) == 1 or is_defined(plain(note.marker))


def restore_unnumbered_notes(draft: Draft) -> Draft:
    """Make paragraphs again of notes that aren't numbered from 1, and of a second list; but not of those that are linked."""
    blocks: list[Block] = []
    linked = {run.target for inlines in inlines_of(draft.blocks) for run in inlines if run.kind is Kind.NOTE}
    for block in draft.blocks:
        if (
            isinstance(block, Notes)
            and linked.isdisjoint(note.label for note in block.notes)
            and (any(isinstance(other, Notes) for other in blocks) or not _may_be_first(block.notes[0]))
        ):
            if block.title:
                blocks.append(Heading(block.title))
            for note in block.notes:
                first = next(iter(note.blocks), None)
                body, others = (
                    (first.inlines, note.blocks[1:]) if isinstance(first, Paragraph) else ((), note.blocks)
                )
                blocks += [Paragraph((*note.marker, Inline(" "), *body)), *others]
        else:
            blocks.append(block)
    return replace(draft, blocks=tuple(blocks))
