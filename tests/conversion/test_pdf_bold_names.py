"""Entries of bibliographies in PDFs whose first lines are indented, and begin with names in bold letters."""

from __future__ import annotations

from support.pdf_criteria import NAMED, REGION, SETTING, line

from sphinxext_eir.conversion.reading.pdf.blocks.regions import blocks_in
from sphinxext_eir.conversion.reading.pdf.layout.lines import Line


def entries(*lines: Line) -> list[int]:
    """Return how many lines each block of some *lines* has, one under the other."""
    placed = tuple(
        Line(2, 0, tuple(word._replace(base=400 - 12 * n) for word in each.words))
        for n, each in enumerate(lines)
    )
    return [len(block.lines) for block in blocks_in(REGION._replace(lines=placed), SETTING, [])]


FULL = line("Dahl, Olga / Lind, Per / Berg, Anna / Holm, Ida,", x0=80, bold=True)


def test_an_entry_begins_with_bold_letters_at_an_indent_without_a_stop_before() -> None:
    assert entries(NAMED, line("doi: 10.1234/waiting", x1=200), NAMED, line("in Vienna", x1=150)) == [2, 2]


def test_bold_names_may_fill_the_first_line_of_an_entry() -> None:
    assert entries(NAMED, line(x1=300), FULL, line("Ek, Bo (2017): Of Waiting."), line(x1=200)) == [2, 3]


def test_a_bold_heading_does_not_fill_its_line() -> None:
    heading = line("Of Waiting", x0=80, x1=140, bold=True)
    assert entries(line("They waited."), heading, line("They sail on."), line(x1=200)) == [1, 1, 2]
