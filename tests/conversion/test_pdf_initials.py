"""Large initials of a PDF, which stand beside several lines."""

from __future__ import annotations

import pytest
from support.pdf_criteria import HANGING, REGION, SETTING, line

from sphinxext_eir.conversion.reading.pdf.blocks.breaks import blocks_of
from sphinxext_eir.conversion.reading.pdf.layout.initials import with_initials
from sphinxext_eir.conversion.reading.pdf.layout.lines import lines_of
from sphinxext_eir.conversion.reading.pdf.page.words import Page, Style, Word


def page(initial: str, first: str, *, lines: int = 2, size: float = 30.0, spaced: bool = False) -> Page:
    """Return a page on which an *initial* stands beside *lines*, the *first* of them and others, and above one more."""
    beside = [
        line(text, x0=96, base=700 - 12 * n)
        for n, text in enumerate([first, *["they wait and they"] * (lines - 1)])
    ]
    below = line("wait for it, and so on.", base=700 - 12 * lines)
    words = [word for one in (*beside, below) for word in one.words]
    words[0] = words[0]._replace(spaced=spaced)
    large = Word(initial, 72, 95, 700 - 12 * (lines - 1), Style(size, bold=True), spaced=False)
    return Page(2, 600, 800, (large, *words))


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        (page("W", "aiting is an art,"), "Waiting is an art,"),
        (page("W", "AITING is an art,", lines=3, size=40.0), "WAITING is an art,"),
        (page("“W", "aiting is an art,"), "“Waiting is an art,"),
        (page("’W", "aiting is an art,"), "’Waiting is an art,"),
        (page("A", "train is late,", spaced=True), "A train is late,"),
        (page("A", "nd they wait,", spaced=True), "A nd they wait,"),
        (page("A", "nd they wait, And so on", spaced=True), "And they wait, And so on"),
        (page("W", "aiting is an art,", spaced=True), "Waiting is an art,"),
    ],
)
def test_a_large_initial_is_read_on_the_first_line_beside_it(drawn: Page, said: str) -> None:
    lines = lines_of(with_initials(drawn)).lines
    assert lines[0].text == said
    assert not lines[0].words[0].style.bold
    assert len(list(blocks_of(REGION._replace(lines=lines), SETTING))) == 1


@pytest.mark.parametrize(
    "drawn",
    [
        page("W", "Trains are slow,"),  # the letter of a chart, beside its labels
        page("W", "aiting is an art,", lines=1),  # a capital of one line
        page("W", "aiting is an art,", size=12.0),
        page("Wa", "iting is an art,"),
        Page(2, 600, 800, ()),
    ],
)
def test_other_large_letters_stay_where_they_are(drawn: Page) -> None:
    assert with_initials(drawn) == drawn


def test_lines_that_begin_farther_right_are_beside_no_initial_where_none_is() -> None:
    first, second, third = line("Waiting. Doe", base=700), line(x0=96, base=688), line("The end.", base=676)
    region = HANGING._replace(lines=(first, second, third))
    assert [len(block.lines) for block in blocks_of(region, SETTING)] == [2, 1]
