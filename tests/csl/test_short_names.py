"""Short forms of names (BibLaTeX's manual, 2.2.2): citations print them, as BibLaTeX does, and lists print the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.csl_contexts import book, formatted, in_mode, notes, texts

from sphinxext_eir.csl.model import Cite, Mode, plain_text
from sphinxext_eir.csl.short_names import in_citations

if TYPE_CHECKING:
    from sphinxext_eir.csl.model import Item

UN = [{"literal": "United Nations"}]
SHORT = [{"literal": "UN"}]
ITEMS: dict[str, Item] = {
    "first": book("", 2000, author=UN, title="Alpha", **{"author-short": SHORT}),
    "second": book("", 2000, author=UN, title="Beta"),
    "edited": {
        "type": "book", "title": "Gamma", "issued": {"date-parts": [[2001]]},
        "editor": [{"literal": "Organization for Tests"}], "editor-short": [{"literal": "OT"}],
    },
    "both": book("", 2002, author=[*UN, {"family": "Fox", "given": "Ann"}], title="Delta", **{"author-short": [*SHORT, {"family": "Fox"}]}),
}  # fmt: skip


@pytest.mark.usefixtures("pandoc")
class TestFormatted:
    def test_citations_are_short_and_the_list_is_not(self) -> None:
        answer = formatted(
            "first", "second", Cite("edited", locator="3"), in_mode(Mode.NARRATIVE, "both"), in_mode(Mode.AUTHOR, "first"), items=ITEMS
        )  # fmt: skip
        assert texts(answer) == [
            "(UN 2000a)",
            "(UN 2000b)",
            "(OT 2001, p. 3)",
            "UN and Fox (2002)",
            "UN",
        ]
        assert [plain_text(entry.text).partition(".")[0] for entry in answer.entries] == [
            "Organization for Tests (ed",
            "United Nations",
            "United Nations",
            "United Nations and Ann Fox",
        ]

    def test_numbers_stay_those_of_the_list(self) -> None:
        answer = formatted("second", in_mode(Mode.NARRATIVE, "first"), style="eir-numeric", items=ITEMS)
        assert texts(answer) == ["[1]", "UN [2]"]

    def test_the_first_note_says_the_whole_name(self) -> None:
        answer = formatted("first", "edited", Cite("first", locator="5"), style="eir-notes", items=ITEMS)
        assert [note.partition(" (2000)")[0] for note in notes(answer)] == [
            "United Nations",
            "Organization for Tests (ed.) (2001) Gamma.",
            "UN, Alpha, p. 5.",
        ]

    def test_a_short_form_of_two_names_is_told(self) -> None:
        other = book("", 2003, author=[{"literal": "University of Nowhere"}], **{"author-short": SHORT})
        answer = formatted("first", "other", items={**ITEMS, "other": other})
        assert texts(answer) == ["(United Nations 2000)", "(University of Nowhere 2003)"]
        assert answer.messages == (
            "citations print 'United Nations' in full: the short form 'UN' stands for other names, too",
            "citations print 'University of Nowhere' in full: the short form 'UN' stands for other names, too",
        )


def test_a_short_form_that_is_another_authors_name_is_left() -> None:
    items = {**ITEMS, "other": book("", 2003, author=SHORT)}
    found, messages = in_citations(items)
    assert found["first"]["author"] == UN
    assert len(messages) == 1


def test_items_without_short_forms_stay() -> None:
    items: dict[str, Item] = {"a": book("Fox"), "b": {"type": "book", "title": "T"}}
    assert in_citations(items) == (items, ())
