"""Where the list of notes stands in its document."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes

from ..warnings import Subtype, warn
from .nodes import eir_notes
from .pairing import definitions

if TYPE_CHECKING:
    from docutils.nodes import Element


def home_of_list(document: nodes.document, literals: dict[nodes.citation, int]) -> Element:
    """Return what the list ends when no ``eir:notes`` says where it stands.

    That is the document's last top section, or a section that holds nothing but a heading and the notes: whoever writes
    *Notes* over them has said where they stand.
    """
    found = definitions(document, literals)
    parents = {node.parent for node in found}
    if len(parents) == 1:
        (parent,) = parents
        others = (node for node in parent.children if node not in found)
        if isinstance(parent, nodes.section) and all(
            isinstance(node, (nodes.title, nodes.Invisible)) for node in others
        ):
            return parent
    sections = [node for node in document.children if isinstance(node, nodes.section)]
    return sections[-1] if sections else document


def place_of_list(document: nodes.document, home: Element, docname: str, *, empty: bool) -> eir_notes | None:
    """Return the node that the notes go into: the author's ``eir:notes``, or one at the end of *home*."""
    places = list(document.findall(eir_notes))
    for place in places[0 if empty else 1 :]:
        subtype, message = (
            (Subtype.NOTE_MISSING, "this document has no notes to print here")
            if empty
            else (
                Subtype.NOTE_DUPLICATE,
                "a document prints its notes once, at its first eir:notes, and not here",
            )
        )
        warn(subtype, message, location=place)
        superfluous = place.parent if place.get("titled") else place
        superfluous.parent.remove(superfluous)
    if empty:
        return None
    if not places:
        place = eir_notes(docname=docname)
        home += place
        return place
    if places[0].attributes.pop("titled", False):
        lift(cast("nodes.section", places[0].parent))
    return places[0]


def lift(section: nodes.section) -> None:
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
