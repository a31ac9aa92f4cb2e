"""The place of the list of notes in its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...core.nodes import eir_notes
from ...core.sections import is_heading, is_unsafe, last, lift, remove, without_heading
from ...core.walks import find_blocks
from ...core.warnings import Subtype, warn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils.nodes import Element

    from .definitions import TypedNotes


def find_notes_list(document: nodes.document, typed: TypedNotes, docname: str) -> eir_notes:
    """Return the list of notes, empty and in its place: the author's ``eir:notes`` or, made here, where the notes were typed.

    The *typed* notes still stand in the tree. The list's ``headed`` says if all of the section that it stands in is its own.
    """
    definitions = typed.definitions
    assert all(note.parent is not None for note in definitions), (
        "their places are gone once they are taken out"
    )
    found = find_blocks(document, eir_notes)
    for other in found[1:]:
        message = "a document prints its notes once, at its first eir:notes, and not here"
        warn(Subtype.NOTE_DUPLICATE, message + without_heading(other), location=other)
        remove(other)
    if not found:
        notes_list = eir_notes(docname=docname, headed=False)
        _insert(notes_list, document, definitions)
        return notes_list
    notes_list = found[0]
    if is_unsafe(notes_list):
        message = "eir:notes stands where not every builder would print it, or no heading can: the notes are printed last"
        warn(Subtype.NOTE_MISSING, message, location=notes_list)
        last(document).append(remove(notes_list))
    elif notes_list["headed"]:
        lift(notes_list.parent, definitions)
    else:
        others = [
            node for node in notes_list.parent.children if node is not notes_list and node not in definitions
        ]
        notes_list["headed"] = isinstance(notes_list.parent.parent, nodes.section) and is_heading(others)
    return notes_list


def _rubric_before(parent: Element, typed: set[Element]) -> nodes.rubric | None:
    """Return the rubric in *parent* that notes follow, with nothing between that a reader would see."""
    rubric = None
    for node in parent.children:
        if isinstance(node, nodes.rubric):
            rubric = node
        elif node in typed:
            if rubric:
                return rubric
        elif not isinstance(node, nodes.Invisible):
            rubric = None
    return None


def _insert(notes_list: eir_notes, document: nodes.document, definitions: Sequence[Element]) -> None:
    """Put *notes_list* where the notes were typed under a heading of their own, or else last in the document.

    An author who writes *Notes* over them, as a heading of nothing else or as a rubric, has said where they stand.
    """
    typed = set(definitions)
    for parent in dict.fromkeys(note.parent for note in definitions):
        others = [node for node in parent.children if node not in typed]
        if isinstance(parent.parent, nodes.section) and is_heading(others):
            notes_list["headed"] = True
            parent.append(notes_list)
            return
    for parent in dict.fromkeys(note.parent for note in definitions):
        if rubric := _rubric_before(parent, typed):
            parent.insert(parent.index(rubric) + 1, notes_list)
            return
    last(document).append(notes_list)
