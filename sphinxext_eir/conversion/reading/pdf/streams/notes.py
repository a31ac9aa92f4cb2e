"""Zones at the feet of pages → notes, and the markers in the text that refer to them.

Notes are one stream and the text another: no line of one is ever joined to a line of the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from .labels import Marker, glued_markers_in, markers_in, number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..layout.lines import Line
    from ..page.words import Word
    from .labels import Label
    from .zones import Zone


@dataclass
class FootNote:
    """A note at the foot of a page."""

    page: int
    label: Label
    criterion: str
    lines: list[Line] = field(default_factory=list)
    name: str = ""
    """The label by which the article refers to it."""
    marked: bool = False
    """True if a marker refers to it."""


class Reference(NamedTuple):
    """A marker in a line, and the note that it refers to."""

    marker: Marker
    note: FootNote


def notes_of(zones: Iterable[Zone]) -> tuple[list[FootNote], list[Line]]:
    """Return the notes in *zones*, and the lines before the first of them, which belong to none.

    What stands in a zone before its first label is the rest of the note before.
    """
    notes: list[FootNote] = []
    homeless: list[Line] = []
    for zone in zones:
        starts = {start.line: start for start in zone.starts}
        for n, line in enumerate(zone.lines):
            if start := starts.get(n):
                notes.append(FootNote(zone.page, start.label, start.criterion))
            if notes:
                notes[-1].lines.append(line)
            else:
                homeless.append(line)
    _name(notes)
    return sorted(notes, key=lambda note: number_of(note.name) or 0), homeless


def _name(notes: Sequence[FootNote]) -> None:
    """Give *notes* the labels of the article: their own numbers if each has another, and else new ones."""
    labels = [note.label.label for note in notes]
    numbered = [note for note in notes if note.label.label.isdecimal()]
    own = [note.label.label for note in numbered]
    if len(set(own)) == len(own) and len(numbered) > len(notes) / 2:
        following = max(map(int, own), default=0) + 1
        for note in notes:
            if note in numbered:
                note.name = note.label.label
            else:
                note.name, following = str(following), following + 1
    elif all(number_of(label) for label in labels) and len(set(labels)) == len(labels):
        for note in notes:
            note.name = note.label.label
    else:
        for number, note in enumerate(notes, 1):
            note.name = str(number)


def references_to(notes: Sequence[FootNote], lines: Sequence[Line]) -> dict[Line, list[Reference]]:
    """Return the references to *notes* in the *lines* of the text, by line.

    A marker refers to the note with its label on its own page, or the next; the next, because a table may be set there.
    """
    by_place: defaultdict[tuple[int, str], list[FootNote]] = defaultdict(list)
    for note in notes:
        by_place[note.page, note.label.label].append(note)
    found: defaultdict[Line, list[Reference]] = defaultdict(list)
    apart: list[tuple[Line, Marker]] = []
    for line in lines:
        for marker in markers_in(line):
            if _is_doubtful(line, marker):
                apart.append((line, marker))
            elif meant := _note_for(marker.label, line.page, by_place):
                found[line].append(Reference(marker, meant))
                meant.marked = True
    for line, marker in apart:
        meant = _note_for(marker.label, line.page, by_place)
        if meant and not meant.marked:
            found[line].append(Reference(marker, meant))
            meant.marked = True
    missing = {(note.page, note.label.label): note for note in notes if not note.marked}
    if missing:
        _find_glued(missing, lines, found)
        _find_far([note for note in notes if not note.marked], lines, found)
    return {
        line: sorted(refs, key=lambda ref: (ref.marker.word, ref.marker.start))
        for line, refs in found.items()
    }


def _is_doubtful(line: Line, marker: Marker) -> bool:
    """Say if *marker* may be the numerator of a fraction, after a space, or a power, after one letter: it is a marker only if no other is."""
    word = line.words[marker.word]
    return marker.word > 0 and (word.spaced or _is_sign(line.words[marker.word - 1]))


def _is_sign(word: Word) -> bool:
    """Say if *word* is one letter alone, as signs of formulas are: *R*²."""
    return word.spaced and word.style.italic and len(word.text) == 1 and word.text.isalpha()


def _note_for(label: str, page: int, notes: dict[tuple[int, str], list[FootNote]]) -> FootNote | None:
    """Return the note with a *label* that a marker on a *page* refers to."""
    for near in (page, page + 1, page - 1):
        if found := notes.get((near, label)):
            return next((note for note in found if not note.marked), found[0])
    return None


def _find_glued(
    missing: dict[tuple[int, str], FootNote], lines: Sequence[Line], found: defaultdict[Line, list[Reference]]
) -> None:
    """Find markers of the notes *missing* one among the numbers that end words at full size."""
    for line in lines:
        for marker in glued_markers_in(line):
            for page in (line.page, line.page + 1):
                unmarked = missing.get((page, marker.label))
                if unmarked and not unmarked.marked:
                    found[line].append(Reference(marker, unmarked))
                    unmarked.marked = True
                    break


def _find_far(
    missing: Sequence[FootNote], lines: Sequence[Line], found: defaultdict[Line, list[Reference]]
) -> None:
    """Find markers of the notes *missing* one on pages far before them: notes at the end of a text, or of a column of it."""
    labels = Counter(note.label.label for note in missing)
    alone = {note.label.label: note for note in missing if labels[note.label.label] == 1}
    for line in lines if alone else ():
        for marker in markers_in(line):
            note = alone.get(marker.label)
            if note and not note.marked and line.page < note.page and not _is_doubtful(line, marker):
                found[line].append(Reference(marker, note))
                note.marked = True
