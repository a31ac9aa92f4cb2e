"""Lists of a PDF that hang under numbers, and the rest of notes at the heads of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.pdf_criteria import LEFT, SETTING, Line, block, line

from sphinxext_eir.conversion.document import Item, Listing, Paragraph, Quote
from sphinxext_eir.conversion.inlines import Inline, plain
from sphinxext_eir.conversion.reading.pdf.kinds import kinds_of
from sphinxext_eir.conversion.reading.pdf.lines import Layout
from sphinxext_eir.conversion.reading.pdf.words import Page
from sphinxext_eir.conversion.reading.pdf.writing import gathered
from sphinxext_eir.conversion.reading.pdf.zones import ZoneFinder

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.breaks import Block


def item(text: str, base: float, *, hangs: float = 18, bold: bool = False) -> Block:
    """Return a block that begins with *text*, and goes on *hangs* points from the edge."""
    first = line(f"{text} is an art of patient people", base=base, bold=bold)
    return block(first, line("and they wait.", x0=LEFT + hangs, base=base - 12))


ITALIC = block(
    Line(
        2,
        0,
        (*line("1.", x1=80, base=700).words, *line("Waiting is an art,", x0=90, base=700, italic=True).words),
    ),
    line("and they wait.", x0=90, base=688),
)


@pytest.mark.parametrize(
    ("blocks", "kinds"),
    [
        ([ITALIC, item("2. This", 660), item("3.It", 620)], ["item"] * 3),
        ([item("1.This", 700), block(line(base=670)), item("2.It", 660), item("3.That", 620)], ["item", "paragraph", "item", "item"]),
        ([ITALIC, block(line(base=670)), item("2. This", 660)], ["paragraph"] * 3),  # two may be anything
        ([item(f"{n}. This", 740 - 40 * n, hangs=0) for n in (1, 3, 4, 5)], ["paragraph"] * 4),  # paragraphs with numbers
    ],
)  # fmt: skip
def test_blocks_that_hang_under_numbers_which_count_on_are_items(
    blocks: list[Block], kinds: list[str]
) -> None:
    assert [one.kind for one in kinds_of(blocks, SETTING, {})[0]] == kinds


def made(text: str) -> Paragraph:
    """Return a paragraph."""
    return Paragraph((Inline(text),))


def numbered(number: int) -> Item:
    """Return an item with a number."""
    return Item((Inline(f"{number}."),), (made("Wait"),))


@pytest.mark.parametrize(
    ("number", "lists"),
    [
        (2, ["Wait, a. for trains, Wait"]),
        (7, ["Wait", "Wait"]),  # another list
    ],
)
def test_what_is_indented_between_two_items_is_the_firsts(number: int, lists: list[str]) -> None:
    found = gathered([numbered(1), Quote((made("a. for trains"),)), numbered(number)])
    said = [
        ", ".join(
            plain(part.inlines) for one in block.items for part in one.blocks if isinstance(part, Paragraph)
        )
        for block in found
        if isinstance(block, Listing)
    ]
    assert said == lists


@pytest.mark.parametrize(
    ("end", "rest", "lines"),
    [
        ("3. Adams, Of waiting –", line("Of Men", x1=110, base=100, size=8.0), 2),
        ("3. Adams, Of waiting.", line("Of Men", x1=110, base=100, size=8.0), 1),
        ("3. Adams, Of waiting –", line("Of Men", x1=110, base=100, size=8.0, bold=True), 1),
        ("3. Adams, Of waiting –", line("Of Men", x1=110, base=100, size=9.0), 1),
        ("3. Adams, Of waiting –", Line(2, 0, (*line("Men", x1=90, base=100, size=8.0).words, *line("12", x0=300, base=100, size=8.0).words)), 1),
    ],
)  # fmt: skip
def test_a_note_goes_on_at_the_head_of_the_next_column(end: str, rest: Line, lines: int) -> None:
    """Nothing is drawn over the notes; one with a stop at its end goes on nowhere, and a table is none of it."""
    text = line("It covered 40 km of coast, and more³ and⁴ more", base=700)
    note, last = (line(said, base=90, size=8.0) for said in (end, "4. Brown."))
    finder = ZoneFinder(10.0, 12.0, last=2)
    left, right = finder.find(Layout(Page(2, 600, 800, ()), (), None), [[text, note], [rest, last]])
    assert left is not None
    assert right is not None
    assert len(right.lines) == lines
