"""Lines at the feet of first pages that say where an article is published."""

from __future__ import annotations

from typing import Any

import pytest
from support.pdf_criteria import LEFT, line

from sphinxext_eir.conversion.reading.pdf.layout.lines import Layout, Line
from sphinxext_eir.conversion.reading.pdf.page.words import Page
from sphinxext_eir.conversion.reading.pdf.streams.furniture import furniture_of


def pages(*feet: Line, number: bool = False, last: float = 100.0, count: int = 9) -> list[Layout]:
    """Return the pages of a file: the first has *feet* under its text, which ends at the height *last*; each may have its number."""
    made = []
    for page in range(1, count + 1):
        text = [line(base=700 - 12 * n, page=page) for n in range(20)]
        text.append(line(f"{'and so on ' * page}and they wait", base=last, page=page))
        below = [line(str(page), x0=480, x1=486, base=60, page=page)] if number else []
        made.append(Layout(Page(page, 600, 800, ()), (*text, *(feet if page == 1 else ()), *below), None))
    return made


def foot(text: str, base: float = 60, **looks: Any) -> Line:
    """Return a line at the foot of the first page."""
    return line(text, **{"x1": 300, "page": 1, "base": base, **looks})


@pytest.mark.parametrize(
    ("feet", "last", "number", "left_out"),
    [
        ((foot("Trains 32 (2003) 2"),), 100, True, 1),
        ((foot("Trains 32 (2003) 2", bold=True),), 100, True, 1),
        ((foot("Of trains"),), 100, True, 0),  # says no volume
        ((foot("Trains 32 (2003) 2"),), 72, True, 0),  # as close as the text
        ((foot("Trains 32 (2003) 2", base=63),), 100, True, 0),  # above the number
        ((foot("Trains 32 (2003) 2"),), 100, False, 0),
        ((foot("Trains, vol. 10, no. 1 / 2017", 72), foot("© Trains of Skarre")), 100, False, 2),
        ((foot("© Trains of Skarre"),), 100, False, 1),
        ((foot("They waited for trains", 72), foot("© Trains of Skarre")), 100, False, 0),
        ((foot("They waited for trains", 72, size=8.0), foot("© Trains of Skarre", size=8.0)), 100, False, 2),
        ((foot("© Trains of Skarre"),), 72, False, 0),
    ],
)
def test_an_imprint_stands_apart_at_the_foot_of_the_first_page(
    feet: tuple[Line, ...], last: float, *, number: bool, left_out: int
) -> None:
    found = furniture_of(pages(*feet, number=number, last=last), 10.0)
    assert len([one for one in feet if one in found]) == left_out


@pytest.mark.parametrize(("count", "left_out"), [(1, False), (2, True)])
def test_the_last_line_of_a_file_in_the_size_of_the_text_may_be_an_entry(
    count: int, *, left_out: bool
) -> None:
    entry = foot("Dahl. Trains. Rails 17 (2008) 461–472", x0=LEFT)
    assert (entry in furniture_of(pages(entry, count=count), 10.0)) is left_out


@pytest.mark.parametrize(("changing", "left_out"), [(0, 18), (1, 0)])
def test_a_licence_at_the_foot_of_each_page_may_have_six_lines(changing: int, left_out: int) -> None:
    """Those further inside are looked at as long as all outside of them are furniture."""
    made, licence = [], []
    for page in range(1, 10):
        text = [line(base=700 - 12 * n, page=page) for n in range(40)]
        said = [
            "by a licence",
            "on the terms of it",
            "of the harbour",
            "with its ships",
            "and their flags",
            "in any sea",
        ]
        feet = [line(one, size=6.0, x1=300, base=40 + 7 * n, page=page) for n, one in enumerate(said)]
        below = [
            line("so " * page, base=30 - 7 * n, page=page, x1=200, size=6.0) for n in range(3 * changing)
        ]
        made.append(Layout(Page(page, 600, 800, ()), (*text, *feet[::-1], *below), None))
        licence += feet[4:]
    found = furniture_of(made, 10.0)
    assert len([one for one in licence if one in found]) == left_out


@pytest.mark.parametrize(("bold", "left_out"), [(False, True), (True, False)])
def test_the_head_of_a_table_that_goes_over_three_pages_stays(*, bold: bool, left_out: bool) -> None:
    made, fifth = [], []
    for page in range(1, 10):
        said = ("Of harbours", "A journal", "of ships", "and ropes", "Year of the ship")[
            : 5 if page in (4, 5, 6) else 4
        ]
        heads = [
            line(one, x1=200, base=780 - 8 * n, page=page, size=6.0 if n < 4 else 10.0, bold=bold and n > 3)
            for n, one in enumerate(said)
        ]
        text = [line(base=700 - 12 * n, page=page) for n in range(40)]
        made.append(Layout(Page(page, 600, 800, ()), (*heads, *text), None))
        fifth += heads[4:]
    assert (fifth[1] in furniture_of(made, 10.0)) is left_out
