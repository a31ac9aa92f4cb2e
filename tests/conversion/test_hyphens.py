"""Hyphens at the ends of lines: where a text isn't hyphenated, each is the author's."""

from __future__ import annotations

import pytest

from sphinxext_eir.conversion.document import Front, Paragraph, inlines_of
from sphinxext_eir.conversion.inlines import Inline, plain
from sphinxext_eir.conversion.structure.draft import Draft
from sphinxext_eir.conversion.structure.hyphens import mend_hyphens

LINES = "\n".join(["the ships that wait in the harbour have no flag"] * 120)
CUT = "\nand all the red-\ntape of the state-\ncontrolled quay: tape of any state."


def mended(text: str, language: str = "en") -> str:
    """Return a *text* with its words made whole."""
    draft = Draft((Paragraph((Inline(text, 0),)),), Front(title=(Inline("Of Ships"),), language=language))
    return "".join(plain(inlines) for inlines in inlines_of(mend_hyphens(draft).blocks))


def test_where_few_lines_end_with_a_hyphen_the_author_has_typed_it() -> None:
    assert "red-tape of the state-controlled" in mended(LINES + CUT)


def test_a_word_of_whose_parts_the_text_has_none_is_parted_by_the_typesetter() -> None:
    assert "the commission sat" in mended(LINES + "\nthe commis-\nsion sat")


@pytest.mark.parametrize(
    "text",
    [
        LINES[:1000] + CUT,
        LINES + "\nhar-\nbour" + CUT,
        LINES + "\nthe kee-\npers" * 5 + CUT,
    ],
    ids=["few lines", "one parts a word that is one elsewhere", "many end so"],
)
def test_else_it_is_the_end_of_the_line(text: str) -> None:
    assert "redtape of the statecontrolled" in mended(text)


def test_first_parts_that_french_writes_with_a_hyphen_keep_it() -> None:
    assert mended("une arrière-\npensée, la rencontre après-\nmidi, un avan-\ntage", "fr") == (
        "une arrière-pensée, la rencontre après-midi, un avantage"
    )
