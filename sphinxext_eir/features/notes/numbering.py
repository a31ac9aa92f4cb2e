"""Numbers of notes: as typed or, where none was, in the order of reference."""

from __future__ import annotations

from itertools import count, pairwise
from typing import TYPE_CHECKING, NamedTuple

from ...core.warnings import Subtype, warn
from .pairing import AUTOMATIC

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...core.nodes import footnote_reference
    from .definitions import Note
    from .pairing import Pairs


class NumberedNote(NamedTuple):
    """A note, its number, and what refers to it."""

    number: int
    note: Note
    references: list[footnote_reference]


def numbered(pairs: Pairs) -> list[NumberedNote]:
    """Return the notes in the order of reference, those that nothing refers to last. Warn of these.

    A note named by a number of a run has that number; the others get the numbers that are free, in order.
    """
    notes = [*pairs.references, *pairs.unused]
    typed: dict[int, Note] = {}
    for note in notes:
        if number := pairs.definitions.typed_number(note):
            typed.setdefault(number, note)
    numbers = {note: number for number, note in typed.items()}
    free = (number for number in count(1) if number not in typed)
    _warn_of_unused(pairs)
    return [
        NumberedNote(numbers.get(note) or next(free), note, pairs.references.get(note, [])) for note in notes
    ]


def _warn_of_unused(pairs: Pairs) -> None:
    for note in pairs.unused:
        if not note.name or pairs.definitions.named[note.name] is note:  # a repeated name was warned of
            name = note.name or AUTOMATIC[note.source["auto"]]
            message = f"nothing refers to note {name!r}; it is printed all the same"
            warn(Subtype.NOTE_UNUSED, message, location=note.source)


def warn_of_disorder(notes: Iterable[NumberedNote], labels: Mapping[int, str]) -> None:
    """Warn where the numbers of *notes*, which come in the order of reference, are out of order since some were typed."""
    used = (note for note in notes if note.references)
    for before, after in pairwise(used):
        if before.number > after.number:
            message = (
                f"note {labels[after.number]} is first referred to after note {labels[before.number]}; "
                "numbers stay as typed"
            )
            warn(Subtype.NOTE_ORDER, message, location=after.note.source)
            return
