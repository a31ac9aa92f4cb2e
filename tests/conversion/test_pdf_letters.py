"""Letters of PDFs: ligatures at places of a font's own, and letters that stand apart."""

from __future__ import annotations

import pytest

from sphinxext_eir.conversion.reading.pdf.letterspacing import closed_up
from sphinxext_eir.conversion.reading.pdf.ligatures import DOWNWARDS, UPWARDS, ligatures_in, with_ligatures
from sphinxext_eir.conversion.reading.pdf.words import Page, Style, Word

SAID = (
    "The \ufb01rst di\ufb00erence \ufb02ows o\ufb00 an ine\ufb03cient \ufb02ag, un\ufb02agging, ba\ufb04ed.",
    "Löffler set o\ufb00.",
)


def placed(text: str, places: dict[int, str]) -> str:
    """Return *text* with its ligatures at the *places* of a font."""
    return text.translate({ord(ligature): place for place, ligature in places.items()})


@pytest.mark.parametrize("places", [UPWARDS, DOWNWARDS])
def test_the_words_of_a_file_tell_which_ligatures_its_fonts_have(places: dict[int, str]) -> None:
    texts = [placed(text, places) for text in SAID]
    assert ligatures_in(texts) == places
    assert [with_ligatures(text, ligatures_in(texts)) for text in texts] == list(SAID)


def test_a_ligature_that_both_ways_allow_is_that_of_tex_itself() -> None:
    assert ligatures_in(["speci\x1cc"]) == UPWARDS


@pytest.mark.parametrize(
    ("text", "named"), [("of \x1c ", "of \ufffd "), ("\x1cnd", "\ufb01nd"), ("o\x1b.", "o\ufb00.")]
)
def test_a_sign_beside_no_letter_is_no_ligature(text: str, named: str) -> None:
    assert with_ligatures(text, UPWARDS) == named


PLAIN = Style(10)


def spread(text: str, *, apart: float = 2.5, between: float = 7.0, style: Style = PLAIN) -> Page:
    """Return a page with the pieces of *text* set *apart*; two spaces part its words."""
    words: list[Word] = []
    x = 100.0
    for word in text.split("  "):
        for n, piece in enumerate(word.split()):
            x += (apart if n else between) if words else 0
            words.append(Word(piece, x, x + 6 * len(piece), 700, style))
            x += 6 * len(piece)
    return Page(1, 600, 800, tuple(words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C O N T E N T S", ["CONTENTS"]),
        ("L I S T  O F  F I G U R E S", ["LIST", "OF", "FIGURES"]),
        ("A C K N OW L E D G E M E N T S", ["ACKNOWLEDGEMENTS"]),
        ("das  w i r k l i c h e  Leben", ["das", "wirkliche", "Leben"]),
        ("A B C D E F", ["A", "B", "C", "D", "E", "F"]),
        ("x y z w t", ["x", "y", "z", "w", "t"]),
        ("N O T", ["N", "O", "T"]),
        ("p t k m n a", ["p", "t", "k", "m", "n", "a"]),
        ("the sounds p t k m n a here", ["the", "sounds", "p", "t", "k", "m", "n", "a", "here"]),
        ("A E I O U", ["A", "E", "I", "O", "U"]),
    ],
)
def test_letterspaced_words_are_whole(text: str, words: list[str]) -> None:
    assert [word.text for word in closed_up(spread(text)).words] == words


@pytest.mark.parametrize("look", [Style(10, italic=True), Style(10, mono=True)])
def test_letters_of_formulas_and_code_stay_apart(look: Style) -> None:
    page = spread("a e i n o m", style=look)
    assert closed_up(page) is page


def test_a_letterspaced_word_stands_where_its_letters_did() -> None:
    (word,) = closed_up(spread("C O N T E N T S")).words
    assert (word.x0, word.x1) == (100.0, 100 + 8 * 6 + 7 * 2.5)
