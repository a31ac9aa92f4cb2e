"""Lists of a PDF that hang under numbers, and the rest of notes at the heads of columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from support.pdf_criteria import LEFT, REGION, SETTING, Line, block, line

from sphinxext_eir.conversion.document import Item, Listing, Paragraph, Quote
from sphinxext_eir.conversion.inlines import Inline, plain
from sphinxext_eir.conversion.reading.pdf.kinds import kind as kinds
from sphinxext_eir.conversion.reading.pdf.layout.lines import Layout
from sphinxext_eir.conversion.reading.pdf.page.words import Page
from sphinxext_eir.conversion.reading.pdf.streams.zones import ZoneFinder
from sphinxext_eir.conversion.reading.pdf.writing.writer import gathered

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.blocks.breaks import Block


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
    ("blocks", "found"),
    [
        ([ITALIC, item("2. This", 660), item("3.It", 620)], ["item"] * 3),
        ([item("1.This", 700), block(line(base=670)), item("2.It", 660), item("3.That", 620)], ["item", "paragraph", "item", "item"]),
        ([ITALIC, block(line(base=670)), item("2. This", 660)], ["paragraph"] * 3),  # two may be anything
        ([item(f"{n}. This", 740 - 40 * n, hangs=0) for n in (1, 3, 4, 5)], ["paragraph"] * 4),  # paragraphs with numbers
    ],
)  # fmt: skip
def test_blocks_that_hang_under_numbers_which_count_on_are_items(
    blocks: list[Block], found: list[str]
) -> None:
    assert [one.kind for one in kinds.kinds_of(blocks, SETTING, {})[0]] == found


def counted(number: int, *, x0: float = LEFT, hangs: float = 18, **looks: Any) -> Block:
    """Return two lines that begin with a number, of which the second hangs."""
    return block(
        line(f"{number}. This is an art", x0=x0, **looks),
        line("and they wait.", x0=x0 + hangs, **looks),
    )


SHORT = [block(line(f"{number}. This is")) for number in range(1, 5)]
OVER = block(line("3. This is"), line("an art", x0=LEFT + 18, page=3))
"""A block that goes on at the next page."""
SECOND = REGION._replace(left=300.0, right=528.0)
BETWEEN = [block(line())] * 10


@pytest.mark.parametrize(
    ("blocks", "items"),
    [
        ([counted(1), counted(2), counted(3)], {0, 1, 2}),
        ([counted(1), counted(2)], set()),  # two may be anything
        ([counted(1), counted(2), counted(3, bold=True)], set()),
        ([counted(1), counted(2), replace(counted(3), kind="table")], set()),
        ([counted(1), counted(2), counted(4)], set()),
        ([counted(3), counted(2), counted(1)], set()),
        ([counted(1), counted(2), SHORT[2]], {0, 1, 2}),
        ([counted(1), counted(2), OVER], {0, 1, 2}),
        ([counted(1), counted(2), *SHORT[2:]], set()),  # half of them are too short to tell
        ([counted(1), counted(2), counted(3, hangs=6)], {0, 1, 2}),
        ([counted(1), counted(2), counted(3, hangs=5)], set()),
        ([counted(1), counted(2), counted(3, x0=LEFT + 4)], {0, 1, 2}),
        ([counted(1), counted(2), counted(3, x0=LEFT + 5)], set()),
        ([counted(1, x0=90), counted(2, x0=90), replace(counted(3, x0=318), region=SECOND)], {0, 1, 2}),
        ([counted(1), counted(2), *BETWEEN[:9], counted(3)], {0, 1, 11}),
        ([counted(1), counted(2), *BETWEEN, counted(3)], set()),  # too far
    ],
)
def test_items_of_a_list_are_found_by_numbers_that_count_on_at_one_place(
    blocks: list[Block], items: set[int]
) -> None:
    assert kinds._items_in(blocks) == items


def dashed(sign: str = "-", *, hangs: float = 0, lines: int = 2, page: int = 2) -> Block:
    """Return a block that begins with a dash, whose further lines hang under what follows it."""
    first = line(f"{sign} Waiting is an art", base=700)
    rest = [line("and so on", x0=first.words[1].x0 + hangs, page=page, base=688) for _ in range(lines - 1)]
    return block(first, *rest)


@pytest.mark.parametrize(
    ("blocks", "items"),
    [
        ([dashed(), dashed()], {0, 1}),
        ([dashed(), dashed(lines=1), block(line())], {0, 1}),
        ([dashed(), dashed(hangs=-9, page=3)], {0, 1}),  # goes on at the next page
        ([dashed("–"), dashed("-")], set()),
        ([dashed(), block(line()), dashed()], set()),
        ([dashed(), dashed(hangs=-9)], set()),  # speakers, and paragraphs
        ([dashed(lines=1), dashed(lines=1)], set()),
        ([dashed("-Waiting"), dashed("-Waiting")], set()),
        ([replace(dashed(), kind="table"), dashed()], set()),
    ],
)
def test_dashes_in_a_row_begin_items_if_the_lines_below_hang(blocks: list[Block], items: set[int]) -> None:
    assert kinds._items_in(blocks) == items


ITEM = replace(counted(1), kind="item")


@pytest.mark.parametrize(
    ("number", "done", "found"),
    [
        (2, [ITEM], True),
        (2, [ITEM, *BETWEEN[:9]], True),
        (2, [ITEM, *BETWEEN], False),
        (2, [ITEM, block(line("Of trains"), kind="heading")], False),  # a heading ends a list
        (2, [counted(1)], False),
        (3, [ITEM], False),
        (1, [ITEM], False),
    ],
)
def test_the_item_before_an_item_stands_near(number: int, done: list[Block], *, found: bool) -> None:
    assert kinds._item_before(counted(number), done) is (ITEM if found else None)
    assert kinds._item_before(block(line()), done) is None


def looked(text: str, **looks: Any) -> Block:
    """Return a line whose second word looks otherwise."""
    first = line(text)
    style = first.words[1].style._replace(**looks)
    words = (first.words[0], first.words[1]._replace(style=style), *first.words[2:])
    return block(replace(first, words=words))


ENDED = block(line("1. They waited."))


@pytest.mark.parametrize(
    ("blocks", "n", "found"),
    [
        ([ENDED, counted(2)], 0, True),
        ([ENDED, *BETWEEN[:9], counted(2)], 0, True),
        ([ENDED, *BETWEEN, counted(2)], 0, False),
        ([block(line("1. Waiting")), counted(2)], 0, True),
        ([block(line("1. Waiting")), BETWEEN[0], counted(2)], 0, False),  # it ends with no stop
        ([looked("1. They waited.", italic=True), BETWEEN[0], counted(2)], 0, False),
        ([looked("1. They waited.", bold=True), BETWEEN[0], counted(2)], 0, False),
        ([looked("1. Waiting.", italic=True), BETWEEN[0], counted(2)], 0, False),
        ([block(line("1.")), BETWEEN[0], counted(2)], 0, True),
        ([ENDED, counted(3)], 0, False),
        ([ENDED, counted(1)], 0, False),
        ([counted(2), ENDED], 1, False),  # before it
        ([BETWEEN[0], block(line("1. Waiting")), counted(2)], 1, True),
        ([BETWEEN[0], block(line("1. Waiting")), BETWEEN[0], counted(2)], 1, False),
        ([ENDED, counted(2, x0=LEFT + 9)], 0, True),
        ([ENDED, counted(2, x0=LEFT + 10)], 0, False),
        ([block(line("1. They waited.", x0=90)), replace(counted(2, x0=318), region=SECOND)], 0, True),
        ([BETWEEN[0], counted(2)], 0, False),
    ],
)
def test_the_item_after_an_item_stands_near_and_headings_have_none(
    blocks: list[Block], n: int, *, found: bool
) -> None:
    assert kinds._has_next(blocks, n) is found


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
