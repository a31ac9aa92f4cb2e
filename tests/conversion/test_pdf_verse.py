"""Verse in PDFs: a quotation whose lines end before the edge is read line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.pdf_criteria import block, line

from sphinxext_eir.conversion.reading.pdf.writing.verse import lines_of_verse

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.layout.lines import Line


def quoted(*ends: float, x0: float = 120.0, over: int = -1) -> list[Line]:
    """Return lines that begin at one place and end at these *ends*; one of them is turned *over*, and indented."""
    return [
        line(
            "The ships that wait",
            x0=x0 + (20 if n == over else 0),
            x1=end,
            base=400 - 12 * n,
        )
        for n, end in enumerate(ends)
    ]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (quoted(250, 310, 200, 280), [1, 1, 1, 1]),
        (quoted(310, 308, 309, 200), [4]),
        (quoted(300, 310, 305, 298), [4]),
        (quoted(250, 310), [2]),
        (quoted(250, 310, 200, 280, 310, 180, over=5), [1, 1, 1, 1, 2]),
        (quoted(250, 310, 200, 280, 310, 180), [1, 1, 1, 1, 1, 1]),
    ],
    ids=["verse", "prose", "ragged prose", "two lines", "a line turned over", "none is indented"],
)
def test_lines_of_verse_have_room_for_the_next_word(lines: list[Line], read: list[int]) -> None:
    assert [len(one) for one in lines_of_verse(block(*lines))] == read


def test_lines_that_part_words_are_prose() -> None:
    first, *others = quoted(250, 310, 200, 280)
    parted = line("The ships that wai-", x0=120, x1=250, base=first.base)
    assert lines_of_verse(block(parted, *others)) == [[parted, *others]]


def test_a_small_letter_after_a_full_line_is_turned_over_where_lines_begin_with_large_ones() -> None:
    first, second, third, *others = quoted(250, 310, 200, 230, 260)
    small = line("and wait", x0=120, x1=200, base=third.base)
    assert [len(one) for one in lines_of_verse(block(first, second, small, *others))] == [1, 2, 1, 1]
    small = line("and the ships wait", x0=120, x1=310, base=second.base)
    assert [len(one) for one in lines_of_verse(block(first, small, third, *others))] == [1] * 5
