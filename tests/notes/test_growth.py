"""The list of notes finds its place in time that grows with their number."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.utils import new_document
from support.growth import assert_linear

from sphinxext_eir.features.notes.definitions import TypedNotes
from sphinxext_eir.features.notes.list_place import find_notes_list


@pytest.mark.laws
def test_a_list_of_thousands_of_typed_notes_finds_its_place() -> None:
    def place(size: int) -> None:
        document = new_document("index")
        notes = [nodes.footnote("", nodes.paragraph(text="A note.")) for _ in range(size)]
        document.append(nodes.section("", nodes.title(text="Waiting"), nodes.paragraph(text="Text."), *notes))
        found = find_notes_list(document, TypedNotes(notes, frozenset()), "index")
        assert found.parent is document[0]

    assert_linear(place, 4_000)
