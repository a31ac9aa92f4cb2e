"""Capitals of a smaller size after a larger one stand for small letters, as in the headings and notes of law reviews."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.pdf_criteria import line

from sphinxext_eir.conversion.reading.pdf.page.words import Style, Word
from sphinxext_eir.conversion.reading.pdf.writing.runs import Plain, pieces_of
from sphinxext_eir.conversion.reading.pdf.writing.small_capitals import cased

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.layout.lines import Line


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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("T<H><E>", "The"),
        ("d’O<RSAY>", "d’Orsay"),
        ("P<ART> <II>", "Part II"),
        # A sign alone parts words, and letters that are small anyway tell nothing of those beside them
        ("T<HE> <–> <NATO>", "The – NATO"),
        ("C<o>py <OF> it", "Copy OF it"),
        # What has the size of the words beside it, and not theirs
        ("<OF> T<HE>", "of The"),
        ("OF T<HE>", "OF The"),
    ],
)
def test_words_beside_small_capitals(text: str, said: str) -> None:
    test_small_capitals_are_small_letters(text, said)


@pytest.mark.parametrize(
    ("small", "lowered"), [(6.1, False), (6.2, True), (7.5, True), (9.0, True), (9.1, False)]
)
def test_small_capitals_have_62_to_90_hundredths_of_the_size_of_capitals(
    small: float,
    lowered: bool,  # noqa: FBT001
) -> None:
    assert cased(set_as("T<HE>", small=small)) == ["T", "he" if lowered else "HE"]


@pytest.mark.parametrize(("size", "said"), [(7.5, "e"), (7.7, "e"), (7.9, "E")])
def test_letters_of_one_size_go_on_a_word_in_small_capitals(size: float, said: str) -> None:
    first, second, third = set_as("T<H><E>").words
    words = (first, second, third._replace(style=third.style._replace(size=size)))
    assert cased(replace(line(), words=words))[2] == said


def test_letters_under_the_line_and_those_without_a_size_are_no_small_capitals() -> None:
    first, small, *rest = set_as("T<HE> art of waiting").words
    below = replace(line(), words=(first, small._replace(base=396.0), *rest))
    assert cased(below)[:2] == ["T", "HE"]
    assert cased(set_as("T<HE>", size=0.0)) == ["T", "HE"]
