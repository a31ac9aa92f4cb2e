"""Markers in the text → references to notes."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ...text.numerals import ROMAN, SUPERSCRIPTS, lowered
from ..document import Notes, changed, inlines_of
from ..inlines import NOWHERE, Inline, Inlines, Kind, plain
from ..labels import IS_SYMBOL, MARKED_WITH_SYMBOLS, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..document import Note
    from .draft import Draft

_BRACKETED = re.compile(rf"\[\^?(\d{{1,3}}|{ROMAN}|{ROMAN.upper()})\](?![a-z])|([{SUPERSCRIPTS}]{{1,3}})")
_RAISED = re.compile(rf"[\[(]?(\d{{1,3}}|{ROMAN})[\])]?")
_STYLED = (Kind.TEXT, Kind.EMPHASIS, Kind.STRONG, Kind.SUPERSCRIPT)


_TYPED = (
    re.compile(
        r"""
        (?:
              (?<=\d{4}[.,;:])
            | (?<=[a-z”’"')\]][.,;:?!])
            | (?<=[a-z][.,;:?!][”’"')])
            | (?<=[a-z]{3})
        )
        (\d{1,3})
        (?=[\s.,;:)”’]|$)
        """,
        re.VERBOSE,
    ),
    re.compile(r"(?<=\S)\s?\((\d{1,3})\)(?=[\s.,;:]|$)"),
)
"""Markers that are typed as numbers: after a stop or a word, ``should.1``; or in round brackets, ``(1)``."""


def find_typed_markers(draft: Draft) -> Draft:
    """Raise numbers that are typed after stops or in round brackets, where notes are numbered from 1 and each is found in its order."""
    notes = next((block for block in draft.blocks if isinstance(block, Notes)), None)
    typed = {note.label: plain(note.marker).strip("[]") for note in notes.notes} if notes else {}
    symbols = {symbol: label for label, symbol in typed.items() if IS_SYMBOL.fullmatch(symbol)}
    runs = [run for b in draft.blocks if not isinstance(b, Notes) for i in inlines_of([b]) for run in i]
    draft = _with_symbols(draft, symbols) if symbols else draft
    wanted = [label for label in typed if label not in symbols.values()]
    if len(wanted) < _FEWEST or wanted != [str(n) for n in range(1, len(wanted) + 1)]:
        return draft
    if any(run.kind is Kind.NOTE or _BRACKETED.search(run.text) for run in runs):
        return draft
    for pattern in _TYPED:
        places: dict[int, re.Match[str]] = {}
        label = 1
        for run in runs:
            for match in pattern.finditer(run.text) if run.kind in _STYLED and run.at != NOWHERE else ():
                if match[1] == str(label):
                    places[run.at + match.start(1)] = match
                    label += 1
        if label == len(wanted) + 1:
            raised = changed(draft.blocks, lambda inlines: tuple(_raised(inlines, places)))  # noqa: B023 - called at once
            return replace(draft, blocks=raised)
    return draft


def _with_symbols(draft: Draft, symbols: Mapping[str, str]) -> Draft:
    """Return the draft with the first of each of the *symbols* in its title and text made a reference to the note with its label."""
    left = dict(symbols)

    def link(inlines: Inlines) -> Inlines:
        return tuple(piece for run in inlines for piece in _cut_at_symbols(run, left))

    title = link(draft.front.title)
    return replace(draft, blocks=changed(draft.blocks, link), front=replace(draft.front, title=title))


def _cut_at_symbols(run: Inline, left: dict[str, str]) -> Iterator[Inline]:
    """Yield *run*, cut at the symbols in it that are *left*, which are taken out of these."""
    start = 0
    for match in MARKED_WITH_SYMBOLS.finditer(run.text):
        if run.kind in _STYLED and (label := left.pop(match["symbols"], "")):
            if match.start() > start:
                yield run.cut(start, match.start())
            yield replace(run.cut(match.start(), match.end()), kind=Kind.NOTE, target=label)
            start = match.end()
    if start < len(run.text):
        yield run.cut(start, len(run.text))


_FEWEST = 2
"""Notes. A single number may be anything."""


def _raised(inlines: Inlines, places: Mapping[int, re.Match[str]]) -> Iterator[Inline]:
    """Yield *inlines* with the numbers at *places* as raised runs."""
    for run in inlines:
        start = 0
        for at, match in sorted(places.items()):
            first = at - run.at
            if run.at != NOWHERE and start <= first < len(run.text):
                last = first + len(match[1])
                bracketed = run.text[first - 1 : first] == "(" and run.text[last : last + 1] == ")"
                first, last = first - bracketed, last + bracketed
                if first > start:
                    yield run.cut(start, first)
                yield replace(run.cut(first, last), kind=Kind.SUPERSCRIPT)
                start = last
        if start < len(run.text):
            yield run.cut(start, len(run.text))


def link_markers(draft: Draft) -> Draft:
    """Make references of the markers that have a note, and say which markers and notes have no counterpart."""
    notes = next((block for block in draft.blocks if isinstance(block, Notes)), None)
    labels = {note.label for note in notes.notes if not _has_symbol(note)} if notes else set()
    used: list[str] = []
    missing: dict[str, Inlines] = {}
    linked = [run.target for runs in _all_runs(draft) for run in runs if run.kind is Kind.NOTE]
    if labels and labels <= set(
        linked
    ):  # the file tells its notes itself: other raised numbers are powers, or citations
        labels = set()

    def link(inlines: Inlines) -> Inlines:
        return tuple(piece for run in inlines for piece in _cut_at_markers(run, labels, used, missing))

    title = link(draft.front.title)
    blocks = changed(draft.blocks, link)
    draft = replace(draft, blocks=blocks, front=replace(draft.front, title=title))
    for label, inlines in missing.items():
        if labels or (not notes and label.isdecimal()):
            draft = draft.say(f"the marker [{label}] has no note", inlines, doubtful=True)
    return draft


def _has_symbol(note: Note) -> bool:
    """Say if *note* was marked with a symbol, and got a number: no number in the text refers to it."""
    return note.label.isdecimal() and IS_SYMBOL.fullmatch(plain(note.marker).strip()) is not None


def say_what_notes_lack(draft: Draft) -> Draft:
    """Say to which notes nothing refers, which have another number than before, and if the numbers are out of order."""
    notes = next((block for block in draft.blocks if isinstance(block, Notes)), None)
    if notes is None:
        return draft
    used = [run.target for runs in _all_runs(draft) for run in runs if run.kind is Kind.NOTE]
    draft = _say_unmarked(draft, [note for note in notes.notes if note.label not in used])
    symbols = {
        note.label: plain(note.marker) for note in notes.notes if IS_SYMBOL.fullmatch(plain(note.marker))
    }
    if len(symbols) < len(notes.notes):
        for label, symbol in symbols.items():
            draft = draft.say(f"the note {symbol} has the number {label} now, after those that had numbers")
    numbers = [number_of(label) or 0 for label in dict.fromkeys(used) if label not in symbols]
    if any(a > b for a, b in pairwise(numbers)):
        draft = draft.say(
            "notes are not numbered in the order of reference; they stay as typed", doubtful=True
        )
    return draft


def _say_unmarked(draft: Draft, notes: Sequence[Note]) -> Draft:
    """Say that nothing refers to *notes*: one by one, or how many they are."""
    if len(notes) > _MOST_SAID:
        labels = ", ".join(f"[{note.label}]" for note in notes[:_MOST_SAID])
        more = len(notes) - _MOST_SAID
        return draft.say(f"nothing refers to notes {labels} and {more} more", notes[0].marker, doubtful=True)
    for note in notes:
        draft = draft.say(f"nothing refers to note [{note.label}]", note.marker, doubtful=True)
    return draft


_MOST_SAID = 4
"""Notes to which nothing refers: more are counted."""


def _all_runs(draft: Draft) -> Iterator[Inlines]:
    """Yield the runs of the title and of all blocks."""
    yield draft.front.title
    yield from inlines_of(draft.blocks)


def _cut_at_markers(
    run: Inline, labels: set[str], used: list[str], missing: dict[str, Inlines]
) -> list[Inline]:
    """Return *run*, cut at the markers in it."""
    if run.kind is Kind.NOTE:  # Word's own
        used.append(run.target)
    if run.kind not in _STYLED:
        return [run]
    pattern = _RAISED if run.kind is Kind.SUPERSCRIPT else _BRACKETED
    pieces: list[Inline] = []
    start = 0
    for match in pattern.finditer(run.text):
        label = lowered(match[1] or match[match.lastindex or 0])
        if label not in labels:
            if match[0].startswith("[") and not label.isalpha():
                missing.setdefault(label, (run.cut(match.start(), match.end()),))
            continue
        used.append(label)
        if match.start() > start and not (
            run.kind is Kind.SUPERSCRIPT and run.text[start : match.start()].isspace()
        ):
            pieces.append(run.cut(start, match.start()))
        pieces.append(replace(run.cut(match.start(), match.end()), kind=Kind.NOTE, target=label))
        start = match.end()
    if start < len(run.text):
        pieces.append(run.cut(start, len(run.text)))
    return pieces
