"""Authors of articles without a byline: signed under the text, or named in the note on them; and names in capitals, as the text has them."""

from __future__ import annotations

import pytest

from sphinxext_eir.conversion.document import Front, Heading, Note, Notes, Paragraph
from sphinxext_eir.conversion.inlines import Inline, Kind
from sphinxext_eir.conversion.outcome import Reason
from sphinxext_eir.conversion.structure.authors import find_authors_elsewhere, known_cases
from sphinxext_eir.conversion.structure.draft import Draft

TEXT = "Waiting is an art of patient people, and patience is what the harbour of Skarre asks for."


def paragraph(text: str, *more: Inline) -> Paragraph:
    return Paragraph((Inline(text, 0), *more))


def heading(text: str) -> Heading:
    return Heading((Inline(text, 0),), 2)


NOTES = Notes((), (Note("1", (Inline("1"),), (paragraph("Ibid."),)),))


@pytest.mark.parametrize(
    "after", [(), (NOTES,), (heading("References"), paragraph("Doe, J. (2015) Trains."))]
)
def test_names_alone_under_the_text_are_its_authors(after: tuple[Notes | Heading | Paragraph, ...]) -> None:
    signed = paragraph("Jane Doe and Karl Berg")
    done = find_authors_elsewhere(Draft((paragraph(TEXT), signed, *after)))
    assert done.front.authors == ("Jane Doe", "Karl Berg")
    assert done.blocks == (paragraph(TEXT), *after)
    assert [drop.reason for drop in done.dropped] == [Reason.BYLINE_RECAST]


def test_a_note_on_a_name_under_the_text_keeps_its_place() -> None:
    signed = paragraph("Jane Doe", Inline("1", 8, Kind.NOTE, "1"))
    done = find_authors_elsewhere(Draft((paragraph(TEXT), signed, NOTES)))
    assert (done.front.authors, done.blocks, done.dropped) == (
        ("Jane Doe",),
        (paragraph(TEXT), signed, NOTES),
        (),
    )


@pytest.mark.parametrize(
    "last", ["Trains and Harbours", "Zvbqo Xqwer", "Jane Doe waits in the harbour of Skarre.", TEXT]
)
def test_other_last_lines_are_no_names(last: str) -> None:
    draft = Draft((paragraph(TEXT), paragraph(last)))
    assert find_authors_elsewhere(draft) == draft


def test_names_in_the_middle_of_a_text_are_not_its_authors() -> None:
    draft = Draft((paragraph(TEXT), paragraph("Jane Doe"), paragraph(TEXT)))
    assert find_authors_elsewhere(draft) == draft


@pytest.mark.parametrize(
    "said",
    ["Dr Jane Doe\nLecturer at the University of Skarre", "Jane Doe is a lecturer in Skarre.", "Jane Doe"],
)
def test_the_note_on_the_author_names_them(said: str) -> None:
    blocks = (heading("Author Biography"), paragraph(said), heading("Introduction"), paragraph(TEXT))
    done = find_authors_elsewhere(Draft(blocks))
    assert (done.front.authors, done.blocks) == (("Jane Doe",), blocks)


def test_a_byline_is_believed_first() -> None:
    draft = Draft((paragraph(TEXT), paragraph("Jane Doe")), Front(authors=("Mary Roe",)))
    assert find_authors_elsewhere(draft) == draft


def test_names_in_capitals_are_cased_as_heads_and_the_text_have_them() -> None:
    draft = Draft(
        (paragraph("As Karl van der Berg\nsays."), paragraph("KARL VAN DER BERG")), written_by=("Jane McDoe",)
    )
    names = ["JANE MCDOE", "KARL VAN DER BERG", "Mary Roe", "ANNA LUND"]
    assert known_cases(names, draft) == {"JANE MCDOE": "Jane McDoe", "KARL VAN DER BERG": "Karl van der Berg"}
