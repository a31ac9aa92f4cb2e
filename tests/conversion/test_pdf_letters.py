"""Letters of PDFs: ligatures, letters that stand apart, and those that are printed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.conversion.reading.pdf.layout.letterspacing import closed_up, without_hollow_spaces
from sphinxext_eir.conversion.reading.pdf.layout.lines import Line
from sphinxext_eir.conversion.reading.pdf.page.characters import _goes_on_after_ligature
from sphinxext_eir.conversion.reading.pdf.page.ligatures import (
    DOWNWARDS,
    UPWARDS,
    ligatures_in,
    with_ligatures,
)
from sphinxext_eir.conversion.reading.pdf.page.sheets import read_sheets
from sphinxext_eir.conversion.reading.pdf.page.words import Page, Style, Word

if TYPE_CHECKING:
    from pathlib import Path

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


TWO_LETTERS = b"""begincmap 1 begincodespacerange <00> <ff> endcodespacerange
1 beginbfchar <41> <00660066> endbfchar endcmap"""
"""The A of a font is its ligature of two f."""


def shown(content: str) -> bytes:
    """Return a PDF of one page with the text that *content* shows in Helvetica."""
    text = f"BT /F 10 Tf {content} ET".encode()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(TWO_LETTERS), TWO_LETTERS),
    )
    numbered = b"".join(b"%d 0 obj %b endobj\n" % (n, one) for n, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + numbered + b"trailer <</Root 1 0 R/Size 7>>\n%%EOF"


def read(content: str, folder: Path) -> str:
    """Return the words of that page."""
    path = folder / "letters.pdf"
    path.write_bytes(shown(content))
    (page,) = read_sheets(path).pages
    return Line(1, 0, page.words).text


WIDTHS = (
    dict.fromkeys("ft -", 2.78)
    | dict.fromkeys("il", 2.22)
    | dict.fromkeys("cks", 5.0)
    | {"W": 9.44, "F": 6.11, "-": 3.33}
)
"""Of letters of Helvetica, at ten points; most others are 5.56."""


def typed(text: str, *beside: tuple[float, float]) -> str:
    """Return the operators that show *text* letter by letter, each again at the places *beside* it."""
    shows = []
    x = 72.0
    for letter in text:
        shows += [
            f"1 0 0 1 {x + right:.2f} {700 + up:.2f} Tm ({letter}) Tj"
            for right, up in ((0, 0), *beside)
            if letter != " "
        ]
        x += WIDTHS.get(letter, 5.56)
    return " ".join(shows)


@pytest.mark.parametrize(
    "beside",
    [(), ((0.3, 0),), ((0.9, 0),), ((1.7, 0.3),), ((1.7, 1.7),), ((0.3, -1.7),), ((0.8, 0), (0, 0.8))],
)  # fmt: skip
def test_a_letter_that_is_printed_twice_is_read_once(
    beside: tuple[tuple[float, float], ...], tmp_path: Path
) -> None:
    assert read(typed("two little bookhills 2003", *beside), tmp_path) == "two little bookhills 2003"


def test_both_letters_of_a_ligature_are_kept(tmp_path: Path) -> None:
    """pdfium gives them one place."""
    assert read("1 0 0 1 72 700 Tm (oA the coast) Tj", tmp_path) == "off the coast"


def test_words_outside_the_part_of_a_page_that_is_shown_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "cropped.pdf"
    content = "72 700 Td (two little books) Tj 0 90 Td (job 17) Tj 450 -90 Td (R) Tj -520 0 Td (L) Tj"
    path.write_bytes(shown(content).replace(b"]/Resources", b"]/CropBox[50 50 510 780]/Resources"))
    (page,) = read_sheets(path).pages
    assert Line(1, 0, page.words).text == "two little books"
    assert [word.text for word in page.outside] == ["job", "17", "L", "R"]


@pytest.mark.parametrize(("font", "sign"), [(b"Helvetica", "†"), (b"ABCDEF+Wingdings-Regular", "•")])
def test_a_place_of_a_font_of_signs_is_no_dagger(font: bytes, sign: str, tmp_path: Path) -> None:
    path = tmp_path / "signs.pdf"
    file = shown("72 700 Td (A the town) Tj").replace(b"/Helvetica", b"/" + font)
    path.write_bytes(file.replace(b"<00660066>", b"<0084>    "))
    (page,) = read_sheets(path).pages
    assert page.words[0].text == sign


@pytest.mark.parametrize("code", [b"0000", b"0002", b"0007", b"FFFE"])
def test_a_letter_that_a_font_maps_to_none_is_one_that_nobody_knows(code: bytes, tmp_path: Path) -> None:
    """pdfium gives U+0000 as U+FFFE, which stands for the hyphen at the end of a line as well."""
    path = tmp_path / "unknown.pdf"
    file = shown("72 700 Td (buAlt A in stA by Aa gra-) Tj 0 -12 Td (nite quay) Tj")
    path.write_bytes(file.replace(b"<00660066>", b"<%b>    " % code))
    (page,) = read_sheets(path).pages
    assert [word.text for word in page.words] == [
        "bu�lt",
        "�",
        "in",
        "st�",
        "by",
        "�a",
        "gra-",
        "nite",
        "quay",
    ]


def test_text_is_upright_if_its_size_and_its_matrix_are_both_turned_around(tmp_path: Path) -> None:
    path = tmp_path / "turned.pdf"
    path.write_bytes(shown("/F -10 Tf -1 0 0 -1 72 700 Tm (two little books) Tj"))
    (page,) = read_sheets(path).pages
    assert [word.style for word in page.words] == [Style(10.0, sans=True)] * 3
    assert Line(1, 0, page.words).text == "two little books"


@pytest.mark.parametrize(
    ("matrix", "italic"),
    [
        ("1 0 .25 1", True),  # Chromium's
        ("1 0 .2 1", True),  # XeTeX's, at most
        ("0 1 -1 .33", True),  # up the page
        ("1 0 -.25 1", False),  # back
        ("1 0 .01 1", False),  # scanned askew
        ("2 0 0 1", False),  # widened
    ],
)
def test_letters_that_a_program_slants_are_italic(matrix: str, tmp_path: Path, *, italic: bool) -> None:
    """A font that has no italics of its own is slanted by the matrix alone."""
    path = tmp_path / "slanted.pdf"
    path.write_bytes(shown(f"/F 10 Tf {matrix} 72 400 Tm (two little books) Tj"))
    (page,) = read_sheets(path).pages
    assert {word.style.italic for word in page.words} == {italic}


@pytest.mark.parametrize(
    ("before", "after", "gap", "said"),
    [
        ("signifi", "cant", 0.0, "significant"),
        ("confl", "ict", 0.3, "conflict"),
        ("Wi-Fi", "at home", 2.8, "Wi-Fi at home"),
        ("sci-fi", "at home", 2.0, "sci-fi at home"),
        ("off", "the coast", 0.0, "off the coast"),
        ("of", "the coast", 0.0, "of the coast"),
    ],
)
def test_a_space_that_is_set_over_a_ligature_is_none(
    before: str, after: str, gap: float, said: str, tmp_path: Path
) -> None:
    """A font that thinks its *fi* as wide as an *f* has a space after it; no reader sees it."""
    end = 72 + sum(WIDTHS.get(letter, 5.56) for letter in before)
    shows = f"1 0 0 1 72 700 Tm ({before}) Tj 1 0 0 1 {end + gap - 2.78:.2f} 700 Tm ( {after}) Tj"
    assert read(shows, tmp_path) == said


def in_syllables(words: int, gap: float) -> Page:
    """Return a page with as many *words*, in each a space that is a *gap* wide, and others between them."""
    made: list[Word] = []
    x = 100.0
    for _ in range(words):
        made += [Word("wai", x, x + 18, 700, PLAIN), Word("ting", x + 18 + gap, x + 42, 700, PLAIN)]
        x += 45
    return Page(1, 600, 800, tuple(made))


@pytest.mark.parametrize(
    ("page", "whole"),
    [
        (in_syllables(12, 0.5), True),
        (in_syllables(12, -0.5), True),
        (in_syllables(12, 0.7), False),  # as wide as tight spaces
        (in_syllables(11, 0.5), False),  # too few
        (Page(1, 600, 800, ()), False),
    ],
)
def test_spaces_without_width_are_none_where_a_page_has_many(page: Page, *, whole: bool) -> None:
    found = without_hollow_spaces(page)
    assert {word.text for word in found.words} == (
        {"waiting"} if whole else {word.text for word in page.words}
    )


def test_a_space_without_width_before_slanted_letters_is_none() -> None:
    page = in_syllables(12, 0.0)
    slanted = page.words[1]._replace(style=Style(10, italic=True))
    found = without_hollow_spaces(page._replace(words=(page.words[0], slanted, *page.words[2:])))
    assert [(word.text, word.spaced) for word in found.words[:3]] == [
        ("wai", page.words[0].spaced), ("ting", False), ("waiting", page.words[2].spaced)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("gap", "goes_on"), [(0.0, True), (-0.8, True), (0.5, True), (-2.5, False), (2.6, False)]
)
def test_a_word_goes_on_after_a_ligature_that_a_space_is_set_over(*, gap: float, goes_on: bool) -> None:
    style = Style(12.0)
    before, word = Word("fi", 70, 76, 400, style), Word("losofie", 76 + gap, 110, 400, style)
    assert _goes_on_after_ligature(before, word) is goes_on
    assert not _goes_on_after_ligature(before._replace(text="of"), word)
