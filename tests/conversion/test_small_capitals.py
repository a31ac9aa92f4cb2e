"""Capitals of a smaller size after a larger one stand for small letters, as in the headings and notes of law reviews."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.pdf_criteria import line

from sphinxext_eir.conversion.reading.pdf.runs import Plain, pieces_of
from sphinxext_eir.conversion.reading.pdf.small_capitals import cased
from sphinxext_eir.conversion.reading.pdf.words import Style, Word

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.lines import Line


def set_as(text: str, size: float = 10.0, small: float = 7.5) -> Line:
    """Return a line whose letters between ``<`` and ``>`` are of a *small* size: ``T<HE>``."""
    words: list[Word] = []
    x = 0.0
    for part in text.split():
        spaced = True
        for n, piece in enumerate(part.replace(">", "<").split("<")):
            if piece:
                words.append(Word(piece, x, x + 5, 400.0, Style(small if n % 2 else size), spaced=spaced))
                spaced, x = False, x + 5
        x += 3
    return replace(line(), words=tuple(words))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("II. T<HE> A<RT> <OF> “W<AITING>”", "II. The Art of “Waiting”"),
        ("R<OE> <AND> D<OE>, <THE> T<RAINS> <OF> S<KARRE>", "Roe and Doe, the Trains of Skarre"),
        ("M<ODULAR> V<ISION>-L<ANGUAGE>", "Modular Vision-Language"),
        ("107 I<OWA> L. R<EV>. 12", "107 Iowa L. Rev. 12"),
        ("P<ART> <III>", "Part III"),
        ("THE ART OF WAITING", "THE ART OF WAITING"),
        ("the <NATO> treaty", "the <NATO> treaty".replace("<", "").replace(">", "")),
        ("C<o>py", "Copy"),
    ],
)
def test_small_capitals_are_small_letters(text: str, said: str) -> None:
    one = set_as(text)
    letters = "".join(f" {t}" if w.spaced else t for w, t in zip(one.words, cased(one), strict=True))
    assert letters.strip() == said


def test_letters_that_are_much_smaller_or_raised_are_no_small_capitals() -> None:
    assert cased(set_as("T<HE>", small=5.0)) == ["T", "HE"]
    first, small, *rest = set_as("T<HE> art of waiting").words
    above = replace(line(), words=(first, small._replace(base=404.0), *rest))
    assert cased(above)[:2] == ["T", "HE"]


def test_a_line_is_written_with_them() -> None:
    pieces = pieces_of(set_as("T<HE> A<RT> <OF> W<AITING>"), (), Plain())
    assert "".join(piece.text for piece in pieces) == "The Art of Waiting"
