"""Where paragraphs go on after the end of a column or page, and what just misses a criterion: each case lacks one thing that it asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from support.near_misses import cases, misses
from support.pdf_criteria import (
    HANGING,
    LEFT,
    REGION,
    RIGHT,
    SETTING,
    SHORT,
    SPACED,
    STOPPED,
    Line,
    below,
    block,
    line,
    pair,
    seam,
)

from sphinxext_eir.conversion.reading.pdf.blocks import breaks, joins
from sphinxext_eir.text.decisions import decide

NEW = line("Austria is a state")
FULL = line()
"""A line that goes to the edge, without a stop."""


def ended(*ends: float, last: float = RIGHT, columns: tuple[int, ...] = ()) -> joins.Seam:
    """Return a seam after lines that end at *ends*, the last of them at *last*."""
    lines = [line(x1=x1, base=400 - 12 * n) for n, x1 in enumerate(ends)]
    lines = [
        replace(one, column=column) for one, column in zip(lines, columns or [0] * len(lines), strict=True)
    ]
    return joins.Seam(block(*lines, line("patient people.", x1=last, base=300)), block(NEW), SPACED)


def at_end(x1: float, *, kind: str = "paragraph", above: float = RIGHT) -> joins.Seam:
    """Return a seam after a line that ends at *x1*; the word after it takes 20 points, and its space two."""
    before = block(line(x1=above, base=412), line(x1=x1), kind=kind)
    return joins.Seam(before, block(line("On to Lund", x1=LEFT + 100)), SETTING)


@pytest.mark.parametrize(
    ("found", "full"),
    [
        (at_end(474.5), True),
        (at_end(473.9), False),
        (at_end(280, kind="quotation", above=300), True),  # to the edge of the quotation
        (at_end(270, kind="quotation", above=300), False),
        (at_end(280, above=300), False),
    ],
)
def test_a_line_is_full_that_had_no_room_for_the_next_word(found: joins.Seam, *, full: bool) -> None:
    assert found.full is full


@pytest.mark.parametrize(
    ("found", "at_the_edge"),
    [
        (ended(RIGHT, RIGHT), True),
        (ended(RIGHT, RIGHT - 0.5, last=RIGHT - 0.5), True),
        (ended(RIGHT, RIGHT, 300), True),
        (ended(RIGHT, RIGHT, last=RIGHT - 1.2), False),
        (ended(RIGHT, RIGHT, last=RIGHT + 1.2), False),  # over it
        (ended(RIGHT, RIGHT - 1.2), False),  # the lines above it end at no one place
        (ended(RIGHT), False),  # one line is no edge
        (ended(), False),
        (ended(RIGHT, RIGHT, columns=(1, 0)), False),  # lines of another column
        (ended(RIGHT, RIGHT, 700, 700, columns=(0, 0, 1, 1)), True),
    ],
)
def test_a_line_ends_at_the_edge_where_those_above_it_do(found: joins.Seam, *, at_the_edge: bool) -> None:
    assert found.at_the_edge is at_the_edge


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (line(), line(size=10.7), True),
        (line(), line(size=10.8), False),
        (line(), line(bold=True), False),
        (line(bold=True), line(bold=True), True),
    ],
)
def test_parts_of_a_paragraph_are_set_alike(one: Line, two: Line, *, same: bool) -> None:
    assert seam(one, two).same is same


@pytest.mark.parametrize(
    ("first", "item"),
    [
        (line("• trains"), True),
        (line("a) trains"), True),
        (line("trains • at"), False),
        (line("trains", dotted=True), True),
    ],
)
def test_an_item_begins_with_its_label(first: Line, *, item: bool) -> None:
    assert seam(STOPPED, first).is_item is item


@pytest.mark.parametrize(
    ("own", "of_all", "hanging"),
    [(True, False, True), (False, True, False), (None, True, True), (None, False, False)],
)
def test_a_region_tells_if_its_lines_hang_or_else_the_document(*, own: bool | None, of_all: bool, hanging: bool) -> None:  # fmt: skip
    region, setting = REGION._replace(hanging=own), replace(SETTING, hanging=of_all)
    assert seam(STOPPED, NEW, region=region, setting=setting).hangs is hanging
    assert pair(STOPPED, below(), region=region, setting=setting).hanging is hanging


EDGE = joins.Seam(block(FULL, FULL, STOPPED), block(NEW), SPACED)
JOINS: dict[str, list[Any]] = {
    "an item begins": [seam(FULL, line("• trains")), seam(STOPPED, NEW)],
    "the next item of the list begins": [seam(line("1. Trains"), line("3. Slower")), seam(line("• Trains"), line("– Slow"))],
    "begins small, and no stop before it": [seam(STOPPED, line()), seam(FULL, NEW)],
    "after a comma or a hyphen": [seam(line("in Vienna:"), NEW)],
    "hangs under the line before the break": [seam(STOPPED, line(x0=LEFT + 8), region=HANGING), seam(STOPPED, line(x0=90))],
    "at the edge, where lines hang": [seam(FULL, NEW, region=HANGING), seam(STOPPED, NEW)],
    "no stop, a full line, and no indent": [seam(STOPPED, NEW), seam(SHORT, NEW), seam(FULL, line("Austria", x0=LEFT + 8))],
    "no stop, a full line, in a quotation or an item": [
        seam(STOPPED, NEW, kind="item"), seam(line("waiting", x1=200), NEW, kind="item"), seam(FULL, NEW)
    ],
    "a full line and no indent, where paragraphs begin with one": [
        seam(SHORT, NEW),
        seam(STOPPED, line("Austria", x0=LEFT + 8)),
        seam(STOPPED, NEW, setting=replace(SETTING, indented=False)),
        seam(STOPPED, NEW, setting=replace(SETTING, spaced=True)),
        seam(STOPPED, NEW, kind="item"),
    ],
    "begins small after a full line": [seam(STOPPED, NEW), seam(SHORT, line())],
    joins.AT_THE_EDGE: [
        joins.Seam(block(FULL, STOPPED), EDGE.after, SPACED),
        joins.Seam(EDGE.before, block(line("Austria", x0=LEFT + 8)), SPACED),
        joins.Seam(EDGE.before, EDGE.after, SETTING),
        joins.Seam(replace(EDGE.before, kind="item"), EDGE.after, SPACED),
        joins.Seam(EDGE.before, replace(EDGE.after, kind="item"), SPACED),
    ],
}  # fmt: skip
ALWAYS = replace(SETTING, spaced=True, always_indented=True)


def test_gaps_dont_matter_where_all_paragraphs_begin_with_an_indent() -> None:
    found = decide(joins.JOINS, seam(STOPPED, NEW, setting=ALWAYS))
    assert found
    assert found.name == "a full line and no indent, where paragraphs begin with one"


ON_NEXT: dict[str, Any] = {"page": 3, "base": 700.0, "x1": 150.0}


def joined(*blocks: breaks.Block, setting: Any = SETTING) -> tuple[list[int], list[int]]:
    """Return the numbers of the lines of the blocks that are left, and the doubtful pages."""
    found = joins.join(blocks, setting)
    return [len(one.lines) for one in found.blocks], found.doubtful


@pytest.mark.parametrize(
    ("before", "after", "doubtful"),
    [
        (block(STOPPED), block(line("Austria is", **ON_NEXT)), [3]),  # a stop at the edge tells nothing
        (block(SHORT), block(line("Austria is", **ON_NEXT)), []),  # there was room
        (block(STOPPED), block(line("Austria is", x0=LEFT + 8, **ON_NEXT)), []),  # an indent
        (block(STOPPED), block(line("• Austria is", **ON_NEXT)), []),
    ],
)
def test_an_end_of_a_page_is_doubtful_where_nothing_tells(before: breaks.Block, after: breaks.Block, doubtful: list[int]) -> None:  # fmt: skip
    assert joined(before, after, setting=SPACED) == ([1, 1], doubtful)


def test_a_paragraph_that_goes_on_for_its_edge_alone_is_doubtful() -> None:
    after = block(line("Austria is", **ON_NEXT))
    above = [line(base=424), line(base=412)]
    assert joined(block(*above, STOPPED), after, setting=SPACED) == ([4], [3])
    assert joined(block(*above, line("in Vienna,")), after, setting=SPACED) == ([4], [])
    capital = block(*above, line("waiting is an art of Austria"))
    assert joined(capital, block(line("Austria is", x0=LEFT + 7, **ON_NEXT)), setting=SPACED) == ([4], [])


CODE = block(line("wait = 12", mono=True), kind="code")


def code(*, page: int = 2, column: int = 0) -> breaks.Block:
    """Return a line of code."""
    return block(replace(line("wait = 13", mono=True, base=700, page=page), column=column), kind="code")


@pytest.mark.parametrize(
    ("blocks", "lines"),
    [
        ([CODE, code(page=3)], [2]),
        ([CODE, code(column=1)], [2]),
        ([CODE, code()], [1, 1]),
        ([CODE, block(line("wait", **ON_NEXT))], [1, 1]),
        ([block(line()), code(page=3)], [1, 1]),
        ([code()], [1]),
    ],
)
def test_code_goes_on_in_the_next_column(blocks: list[breaks.Block], lines: list[int]) -> None:
    assert joined(*blocks)[0] == lines


TABLE = block(line("Pilots 12", **ON_NEXT), kind="table")
FOOT = block(line("Counted by clerks.", x0=90, x1=300, page=3, base=650))
RESTS = block(line("and on they went", page=3, base=600))


@pytest.mark.parametrize(
    ("blocks", "goes_on"),
    [
        ([block(FULL), TABLE, FOOT, RESTS], True),
        ([block(FULL), FOOT, TABLE, RESTS], False),  # the table doesn't head the page
        ([block(FULL), TABLE, FOOT, block(line("Austria", page=3))], False),
        ([block(FULL), TABLE, FOOT, replace(RESTS, kind="heading")], False),
        ([block(STOPPED), TABLE, FOOT, RESTS], False),
        ([block(FULL, kind="heading"), TABLE, FOOT, RESTS], False),
        ([block(line(page=1)), TABLE, FOOT, RESTS], False),
        ([block(line(size=12)), TABLE, FOOT, RESTS], False),
        ([block(line(bold=True)), TABLE, FOOT, RESTS], False),
        ([TABLE, FOOT, RESTS], False),
        ([block(FULL), TABLE, *[FOOT] * 11, RESTS], False),  # farther than is looked
        ([block(FULL), TABLE, *[FOOT] * 10, RESTS], True),
    ],
)
def test_a_sentence_goes_on_over_the_head_of_a_page(blocks: list[breaks.Block], *, goes_on: bool) -> None:
    assert (len(joins.join(blocks, SETTING).blocks) < len(blocks)) is goes_on


FLOAT = block(line("Figure 2. Mail", **ON_NEXT), kind="caption")


def named(text: str, *more: str) -> breaks.Block:
    """Return a block of lines on the page of a picture, over it."""
    return block(*(line(one, x1=200, page=3, base=720, size=8) for one in (text, *more)))


@pytest.mark.parametrize(
    ("name", "joined"),
    [
        (named("First Subsequent"), True),
        (named("First", "Subsequent"), True),
        (named("F" * 60), True),
        (named("F" * 61), False),
        (named("First", "and", "subsequent"), False),  # longer than a label
        (named("First."), False),
        (named("first"), False),
    ],
)
def test_a_label_of_a_chart_is_short_and_no_sentence(name: breaks.Block, *, joined: bool) -> None:
    found = joins.join([block(FULL), name, FLOAT, RESTS], SETTING).blocks
    assert (len(found[0].lines) == 2) is joined


@pytest.mark.parametrize(
    ("between", "after", "joined"),
    [
        ([], RESTS, True),
        ([CODE], block(line("and on")), False),  # the text goes on about it
        ([code()], RESTS, True),
        ([block(line("Trains", base=60), kind="heading")], RESTS, False),
        ([FLOAT] * 11, RESTS, True),
        ([FLOAT] * 12, RESTS, False),
    ],
)
def test_a_paragraph_goes_on_that_stands_right_before(between: list[breaks.Block], after: breaks.Block, *, joined: bool) -> None:  # fmt: skip
    found = joins.join([block(FULL), *between, after], SETTING).blocks
    assert (len(found[0].lines) == 2) is joined


MISSES = {"ends of pages": JOINS}


@pytest.mark.parametrize(("table", "criterion", "found"), cases(MISSES))
def test_what_lacks_one_thing_misses_the_criterion(table: str, criterion: str, found: Any) -> None:
    assert misses(table, criterion, found)


def test_which_criteria_part_blocks() -> None:
    assert [criterion.name for criterion in joins.JOINS if not criterion.then] == [
        "set in another way",
        "an item begins",
        "the next item of the list begins",
        "bold",
        "at the edge, where lines hang",
    ]
