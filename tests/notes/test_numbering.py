"""Numbering, note by note, without a project."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st

from sphinxext_eir.features.notes.definitions import end_of_run, find_typed_notes, take_out
from sphinxext_eir.features.notes.numbering import numbered as number_notes
from sphinxext_eir.features.notes.numbering import warn_of_disorder
from sphinxext_eir.features.notes.pairing import MARKER, pair
from sphinxext_eir.text.identifiers import slug

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinxext_eir.features.notes.numbering import NumberedNote


# Laws


@given(st.sets(st.text(min_size=1), max_size=30))
def test_no_two_documents_have_the_same_slug(docnames: set[str]) -> None:
    docnames = {
        name for name in docnames if "//" not in name and not name.startswith("/") and not name.endswith("/")
    }
    slugs = {slug(name) for name in docnames}
    assert len(slugs) == len(docnames)
    for text in slugs:
        assert re.fullmatch(r"[\w.-]*", text, flags=re.ASCII)


@pytest.mark.parametrize(
    ("numbers", "last"), [([], 0), ([2], 0), ([1], 1), ([1, 2, 3], 3), ([1, 3, 4], 4), ([1, 1500], 1), ([1, 2, 4, 6, 9], 6)]
)  # fmt: skip
def test_a_run_begins_at_one_and_misses_one_at_a_time(numbers: list[int], last: int) -> None:
    assert end_of_run(numbers) == last


def test_markers() -> None:
    text = "[i] x[ii]' y.[iii]_ [i]t [iv]th [v]_x [in] [I] [ i ] [i"
    assert [match[1] for match in MARKER.finditer(text)] == ["i", "ii", "iii"]


# Numbering, note by note, without a project


@dataclass
class Numbered:
    """What became of a text's notes."""

    document: nodes.document
    notes: list[NumberedNote]
    warnings: list[str]

    @property
    def list(self) -> list[str]:
        """The notes in order: number, text, and how often each is referred to."""
        return [f"{note.number} {text_of(note.note.body)} {len(note.references)}" for note in self.notes]

    @property
    def text(self) -> list[str]:
        """The paragraphs of the text, the number of the note in place of each reference."""
        numbers = {id(reference): str(note.number) for note in self.notes for reference in note.references}
        return [
            "".join(numbers.get(id(child), child.astext()) for child in paragraph.children)
            for paragraph in self.document.findall(nodes.paragraph)
        ]


def text_of(body: list[nodes.Node]) -> str:
    return " ".join(node.astext() for node in body)


@pytest.fixture
def numbered(said: Callable[[], list[str]]) -> Callable[[str], Numbered]:
    """Return what numbers the notes of a text in reStructuredText."""

    def number(text: str) -> Numbered:
        document = new_document("essay.rst", get_default_settings(Parser))
        document.settings.report_level = 5
        Parser().parse(text, document)
        notes = number_notes(pair(document, take_out(find_typed_notes(document), document)))
        warn_of_disorder(notes, {note.number: str(note.number) for note in notes})
        return Numbered(document, sorted(notes, key=lambda note: note.number), said())

    return number


TEXTS = {"#": "None", "*": "Symbol"}


def defined(*labels: str) -> str:
    """Return definitions with these labels, each of which says its label in other letters."""
    return "".join(f"\n\n.. [{label}] {TEXTS.get(label, label.strip('#').upper())}" for label in labels)


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("[#b]_ [#a]_" + defined("#a", "#b"), ["1 B 1", "2 A 1"]),
        ("[#a]_ [#b]_ [#a]_" + defined("#a", "#b"), ["1 A 2", "2 B 1"]),
        ("[#]_ [*]_ [#a]_" + defined("#a", "*", "#"), ["1 None 1", "2 Symbol 1", "3 A 1"]),
        ("[ii]_ [i]_" + defined("i", "ii"), ["1 I 1", "2 II 1"]),  # as typed
        ("[#a]_ [i]_" + defined("i", "#a"), ["1 I 1", "2 A 1"]),
        ("[#a]_ [iii]_ [i]_" + defined("i", "iii", "#a"), ["1 I 1", "2 A 1", "3 III 1"]),
        ("[2]_ [#]_ [1]_" + defined("1", "2", "#"), ["1 1 1", "2 2 1", "3 None 1"]),
        ("[3]_ [1]_" + defined("1", "3"), ["1 1 1", "3 3 1"]),  # one may be missing
        ("[2012]_ [1]_" + defined("1", "2012"), ["1 1 1", "2 2012 1"]),
        ("[2]_ [#a]_" + defined("2", "#a"), ["1 A 1", "2 2 1"]),
        ("[#k]_ [#i]_" + defined("#i", "#k"), ["1 K 1", "2 I 1"]),  # as in i, j, k
        ("[#ii]_ [#i]_" + defined("#i", "#ii"), ["1 I 1", "2 II 1"]),
        ("[#i]_ [#c]_ [i]_" + defined("i", "#c"), ["1 I 2", "2 C 1"]),
        ("[i]_ [1]_" + defined("i", "1"), ["1 I 1", "2 1 1"]),  # one number twice: the first has it
        ("[#a]_" + defined("#u", "#a"), ["1 A 1", "2 U 0"]),  # unused ones are last
        ("[#a]_" + defined("ii", "i", "#a"), ["1 I 0", "2 II 0", "3 A 1"]),
        ("[#a]_\n\n.. [#b] B\n.. [#a] A [#b]_\n", ["1 A  1", "2 B 1"]),
        ("[#a]_ [#c]_\n\n.. [#a] A [#b]_\n.. [#b] B\n.. [#c] C", ["1 A  1", "2 C 1", "3 B 1"]),
        ("[#a]_\n\n.. [#c] C\n.. [#b] B [#c]_\n.. [#a] A [#b]_\n", ["1 A  1", "2 B  1", "3 C 1"]),
        ("T\n\n.. [#a] A [#b]_\n.. [#b] B\n.. [#c] C", ["1 B 1", "2 A  0", "3 C 0"]),
        ("[#a]_\n\n.. [#a] A\n\n   .. [#b] B\n\n[#b]_", ["1 A 1", "2 B 1"]),  # one stands in another
        ("[i]_ [md]_" + defined("i", "md"), ["1 I 1"]),  # somebody's citation
        ("[I]_" + defined("I"), []),
        ("No note.", []),
    ],
)
def test_notes_are_numbered(numbered: Callable[[str], Numbered], text: str, notes: list[str]) -> None:
    assert numbered(text).list == notes


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A[i]' b.[ii] c[i]d [iii]_ [vi]", "A1' b.2 c[i]d 3 [vi]"),
        ("[i][ii]", "12"),
        ("[ii] b", "2 b"),
        ("a ``[i]`` b", "a [i] b"),
        ("a *b [i]* c", "a b 1 c"),
        ("a `b [i] <https://example.org>`__ c", "a b [i] c"),
    ],
)
def test_a_marker_in_the_text_refers_to_a_note(
    numbered: Callable[[str], Numbered], text: str, shown: str
) -> None:
    found = numbered(text + defined("i", "ii", "iii"))
    if "*" in text:
        (emphasis,) = found.document.findall(nodes.emphasis)
        assert [type(child).__name__ for child in emphasis.children] == ["Text", "footnote_reference"]
    else:
        assert found.text[0] == shown


def test_where_no_note_is_typed_so_a_marker_is_text(numbered: Callable[[str], Numbered]) -> None:
    assert numbered("A [i] b [#i]_" + defined("#i")).text == ["A [i] b 1"]
    assert numbered("A [i] b [#a]_" + defined("#a")).text == ["A [i] b 1"]


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        ("A [#x]_", ["1: there is no note 'x' in this document: write it, or take the reference away [note_missing]"]),
        ("A [#]_", ["1: there are more references [#]_ in this document than such notes [note_missing]"]),
        ("A [*]_", ["1: there are more references [*]_ in this document than such notes [note_missing]"]),
        (
            "A [i]_ [ii] [iii]_" + defined("i"),
            ["1: there is no note 'ii' in this document: write it, or take the reference away [note_missing]"],
        ),
        ("A" + defined("#x"), ["3: nothing refers to note 'x'; it is printed all the same [note_unused]"]),
        ("A" + defined("#"), ["3: nothing refers to note '#'; it is printed all the same [note_unused]"]),
        ("A" + defined("*"), ["3: nothing refers to note '*'; it is printed all the same [note_unused]"]),
        (
            "A [#x]_" + defined("#x", "#x"),
            ["5: there are two notes 'x': references lead to the first, and the second is printed last [note_duplicate]"],
        ),
        (
            "A [ii]_ [i]_ [iii]_" + defined("i", "ii", "iii"),
            ["3: note 1 is first referred to after note 2; numbers stay as typed [note_order]"],
        ),
        ("A [i]_ [i]_ [ii]_" + defined("ii", "i"), []),
    ],
)  # fmt: skip
def test_what_is_wrong_with_notes_is_said_where_it_stands(
    numbered: Callable[[str], Numbered], text: str, warnings: list[str]
) -> None:
    assert numbered(text).warnings == warnings


def test_docutils_is_left_nothing_of_notes(numbered: Callable[[str], Numbered]) -> None:
    text = "[#a]_ [1]_ [#]_ [*]_ [i]_ [CIT]_ [#none]_ a_" + defined("#a", "1", "#", "*", "i", "CIT")
    document = numbered(text).document
    assert [citation["names"] for citation in document.citations] == [["cit"]]
    assert list(document.citation_refs) == ["cit"]
    for registry in (
        "footnotes",
        "autofootnotes",
        "autofootnote_refs",
        "symbol_footnotes",
        "symbol_footnote_refs",
    ):
        assert getattr(document, registry) == []
    assert document.footnote_refs == {}
    assert {"1", "i"} & {*document.nametypes, *document.nameids} == set()
    assert document.nametypes["a"] is False  # a hyperlink leads there
    assert document.nameids["a"] in document.ids
    assert list(document.findall(nodes.footnote)) == []
