"""Code in PDFs: lines in letters of one width, with their breaks and columns."""

from __future__ import annotations

import pytest
from support.pdf_criteria import LEFT, REGION, SETTING, Line, block, line

from sphinxext_eir.conversion.document import Literal, Paragraph
from sphinxext_eir.conversion.inlines import plain
from sphinxext_eir.conversion.reading.pdf.blocks.joins import join
from sphinxext_eir.conversion.reading.pdf.blocks.listings import is_typescript, listings_in
from sphinxext_eir.conversion.reading.pdf.page.words import Page, Sheets
from sphinxext_eir.conversion.reading.pdf.reader import reading_of

WIDTH = 6.0


def code(text: str, base: float, *, mono: bool = True, page: int = 2) -> Line:
    """Return a line of code, each letter of which is as wide as the others, set as far in as *text* is."""
    typed = text.lstrip()
    x0 = LEFT + 20 + WIDTH * (len(text) - len(typed))
    return line(typed, x0=x0, x1=x0 + WIDTH * len(typed), base=base, mono=mono, page=page)


ABOVE = line("Each pilot is counted, and the mail with him:", base=424)
LOOP = [code("for pilot in pilots {", 406), code("   count(pilot);", 394), code("}", 382, mono=False)]
BELOW = line("The loop ends there, and the clerk goes home.", base=364)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([ABOVE, *LOOP, BELOW], [(1, 4)]),
        ([ABOVE, code("count(pilot);", 406), BELOW], [(1, 2)]),
        ([ABOVE, line("count(pilot) is called", x1=300, base=412, mono=True), line(base=400)], []),  # within a paragraph
        ([ABOVE, code("}", 406, mono=False), BELOW], []),
        ([ABOVE, code("https://a.org/b_c", 406), code("post@a.org", 394), BELOW], []),
        ([ABOVE, code("they waited for trains", 406), code("and for the mail", 394), BELOW], []),  # a letter
        ([*LOOP, code("count(clerk);", 300)], [(0, 3), (3, 4)]),  # a gap
    ],
)  # fmt: skip
def test_lines_in_letters_of_one_width_are_code_if_they_have_its_signs(lines: list[Line], found: list[tuple[int, int]]) -> None:  # fmt: skip
    assert [tuple(one) for one in listings_in(lines)] == found


def test_a_typescript_has_no_code() -> None:
    assert is_typescript([*LOOP, *LOOP, code("they waited for all of the trains", 300)])
    assert not is_typescript([ABOVE, *LOOP, BELOW])


def test_code_keeps_its_breaks_and_its_columns() -> None:
    lines = [ABOVE, line(base=412), *(part for part in LOOP), BELOW, line(base=352), line(base=340)]
    page = Page(1, 600, 800, tuple(word for one in lines for word in one.words))
    blocks = reading_of(Sheets((page,))).blocks
    (found,) = (one for one in blocks if isinstance(one, Literal))
    assert plain(found.inlines) == "for pilot in pilots {\n   count(pilot);\n}"
    assert [type(one) for one in blocks if one is not found] == [Paragraph, Paragraph]


def test_the_end_of_a_page_parts_no_code() -> None:
    parts = [block(*LOOP[:2], kind="code"), block(code("}", 700, page=3), kind="code")]
    (found,) = join(parts, SETTING).blocks
    assert len(found.lines) == 3
    here = [block(*LOOP[:2], kind="code"), block(LOOP[2], kind="code")]
    assert join(here, SETTING).blocks == here


def test_a_sentence_goes_on_after_code_that_stands_in_it() -> None:
    before = block(line("to print the price,", base=424), region=REGION)
    parts = [before, block(*LOOP, kind="code"), block(line("which ends it.", base=364))]
    assert join(parts, SETTING).blocks == parts
