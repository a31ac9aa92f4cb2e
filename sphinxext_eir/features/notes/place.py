"""Where the list of notes stands in its document."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from docutils import nodes

from ...core.nodes import eir_notes
from ...core.sections import is_heading, is_unsafe, last, lift, remove, without_heading
from ...core.warnings import Subtype, warn
from .pairing import definitions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils.nodes import Element


def find_place(document: nodes.document, literals: dict[nodes.citation, int], docname: str) -> eir_notes:
    """Return the place of the list: the author's ``eir:notes`` or, made here, the one that the notes were typed in.

    While the notes still stand where they were typed. ``headed`` says of a place that it is all of its section.
    """
    places = list(document.findall(eir_notes))
    notes = definitions(document, literals)
    for other in places[1:]:
        message = "a document prints its notes once, at its first eir:notes, and not here"
        warn(Subtype.NOTE_DUPLICATE, message + without_heading(other), location=other)
        remove(other)
    place = places[0] if places else eir_notes(docname=docname, headed=False)
    if not places:
        settle(place, document, notes)
    elif is_unsafe(place):
        message = "eir:notes stands where not every builder would print it, or no heading can: the notes are printed last"
        warn(Subtype.NOTE_MISSING, message, location=place)
        last(document).append(remove(place))
    elif place["headed"]:
        lift(place.parent)
    else:
        others = [node for node in place.parent.children if node is not place and node not in notes]
        place["headed"] = isinstance(place.parent.parent, nodes.section) and is_heading(others)
    return place


def settle(place: eir_notes, document: nodes.document, notes: Sequence[Element]) -> None:
    """Put *place* where the *notes* were typed under a heading of their own, or else last.

    Whoever writes *Notes* over them, as a heading that has nothing else or as a rubric, has said where they stand.
    """
    for parent in dict.fromkeys(note.parent for note in notes):
        others = [node for node in parent.children if node not in notes]
        if isinstance(parent.parent, nodes.section) and is_heading(others):
            place["headed"] = True
            parent.append(place)
            return
    for note in notes:
        before = reversed(note.parent[: note.parent.index(note)])
        passed = list(takewhile(lambda node: node in notes or isinstance(node, nodes.Invisible), before))
        position = note.parent.index(note) - len(passed)
        if position and isinstance(note.parent[position - 1], nodes.rubric):
            note.parent.insert(position, place)
            return
    last(document).append(place)
