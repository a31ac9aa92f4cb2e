"""Where the list of notes stands in its document."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from ..warnings import Subtype, warn
from .nodes import eir_notes
from .pairing import ancestors_of, definitions

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
        warn(Subtype.NOTE_DUPLICATE, message, location=other)
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


def is_heading(found: Sequence[nodes.Node]) -> bool:
    """Whether *found* is a section's heading, and nothing that a reader sees beside it."""
    seen = [node for node in found if not isinstance(node, nodes.Invisible)]
    return len(seen) == 1 and isinstance(seen[0], nodes.title) and isinstance(seen[0].parent, nodes.section)


def is_unsafe(place: eir_notes) -> bool:
    """Whether *place* may be taken out of the page, or has a heading where there can be none."""
    around = list(ancestors_of(place))
    sections_alone = all(isinstance(node, (nodes.section, nodes.document)) for node in around)
    conditional = any(isinstance(node, addnodes.only) or node.tagname == "ifconfig" for node in around)
    return conditional or (place["headed"] and not sections_alone)


def last(document: nodes.document) -> Element:
    """Return the document's last top section, or the document if it has none."""
    sections = [node for node in document.children if isinstance(node, nodes.section)]
    return sections[-1] if sections else document


def remove(place: eir_notes) -> Element:
    """Take *place* out of the tree, with the section that is all its own, and return what was taken."""
    whole: Element = place.parent if place["headed"] else place
    whole.parent.remove(whole)
    return whole


def lift(section: Element) -> None:
    """Move *section* out of the sections that it ends: *Notes* after a bibliography is no part of the bibliography."""
    parent = section.parent
    while (
        isinstance(parent, nodes.section)
        and isinstance(parent.parent, nodes.section)
        and all(isinstance(node, nodes.Invisible) for node in parent[parent.index(section) + 1 :])
    ):
        parent.remove(section)
        parent.parent.insert(parent.parent.index(parent) + 1, section)
        parent = section.parent
