"""What just misses the criteria by which the lines of a PDF are judged: each case lacks one thing that a criterion asks for.

Examples that criteria decide are in ``support/pdf_criteria.py``. Here is where they end.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from support.pdf_criteria import (
    H1,
    HANGING,
    LEFT,
    MIXED,
    P1,
    P2,
    REGION,
    RIGHT,
    SETTING,
    SHORT,
    SPACED,
    STOPPED,
    TABLES,
    TAGGED,
    TD,
    TEXT,
    Line,
    below,
    block,
    case,
    foot,
    label,
    line,
    pair,
    seam,
)

from sphinxext_eir.conversion.reading.pdf import breaks, joins, kinds, zones
from sphinxext_eir.conversion.reading.pdf.drawings import Rule
from sphinxext_eir.conversion.reading.pdf.labels import Label
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


# Beginnings of blocks

NARROW = {"x0": 90.0, "x1": 480.0}


def quoted(*, before: Line = SHORT, after: Line | None = None, **looks: float) -> breaks.Pair:
    """Return the first line of a quotation, after a paragraph."""
    return pair(before, below("and on", **{**NARROW, **looks}), then=after or below(**NARROW, base=376))


def ends_quotation(*opened: Line, **looks: Any) -> breaks.Pair:
    """Return the line after a quotation."""
    return pair(
        line(**NARROW), below(**{"text": "And on", "base": 370, **looks}), opened=opened or (line(**NARROW),)
    )


LIST = line("1. Trains are slow,")
WORD = below(x1=LEFT + 100)
"""A line whose first word takes 41 points."""
BREAKS: dict[str, list[Any]] = {
    "in one element of the file's structure": [
        pair(line(), below(), setting=TAGGED),
        pair(line(tag=P1), below(tag=P2), setting=TAGGED),
        pair(line(tag=P1), below(tag=P1)),  # tags that aren't believed
        pair(line(tag=P1), below(tag=P1), setting=replace(SETTING, headed=True)),
    ],
    "a sentence goes on beside words of another size": [
        pair(line(size=8), below()),
        pair(line(bold=True), MIXED),
        pair(STOPPED, MIXED),
        pair(line(x1=300), MIXED),
        pair(line(base=405), MIXED),
        pair(line(base=388), MIXED),
        pair(line(x0=LEFT + 8), MIXED),
        pair(line(), Line(2, 0, tuple(word._replace(x0=word.x0 + 8, x1=word.x1 + 8) for word in MIXED.words))),
    ],
    "in another size": [pair(STOPPED, below(size=10.7))],
    "a bullet, or the number that comes next in a list": [
        pair(LIST, below("3. Slower")), pair(STOPPED, below("2. Slower")), pair(LIST, below("2.")), pair(FULL, below("– Slower")),
    ],
    "the label of a note": [
        pair(STOPPED, below("[2] Ibid.")),  # full: it may be a marker
        pair(SHORT, below("[2]")),
        pair(line("Ibid.", raised="1"), below("Ibid.", raised="3")),
        pair(line("Ibid.", raised="1"), below("2. Ibid.")),
        pair(line("1. Ibid."), below("Ibid.", raised="2")),
    ],
    "a link goes over the end of the line": [
        pair(line(target="http://a.org"), below(target="http://b.org")),
        pair(line(), below()),
        pair(line(target="a", base=404), below(target="a")),
        pair(line(target="a", base=387), below(target="a")),
    ],
    "set narrower than the text, on both sides": [
        quoted(before=line(x0=90)),
        quoted(before=line("• Waiting", x1=300)),
        quoted(after=below(x0=92, x1=480, base=376)),
        quoted(after=below(x0=90, x1=RIGHT, base=376)),
        quoted(x1=RIGHT),
        quoted(x0=112.5, after=below(x0=112.5, x1=480, base=376)),  # too far from the edge
        pair(SHORT, below("and on", **NARROW)),
        replace(quoted(), region=HANGING),
    ],
    "at the edges of the text, after lines that are set narrower": [
        ends_quotation(x0=80),
        ends_quotation(line()),
        ends_quotation(line(x0=100, x1=480)),
        ends_quotation(x1=487),
        pair(line(**NARROW), below("And on", base=370)),  # a line alone
        pair(line(x0=90, x1=300), below("And on they went to see"), opened=(line(**NARROW),)),  # not full, and no gap
        replace(ends_quotation(), region=HANGING),
    ],
    "as wide as the text, after lines of a narrower column": [
        pair(line(**NARROW), below(x0=94), opened=(line(**NARROW),) * 2, region=HANGING),
        pair(line(**NARROW), below(x0=94)),
        pair(line(**NARROW), below(x0=91), opened=(line(**NARROW),) * 2),
        pair(line(**NARROW), below(x0=94, x1=490), opened=(line(**NARROW),) * 2),
        pair(line(x0=90, x1=470), below(x0=94), opened=(line(x0=90, x1=450), line(**NARROW))),  # ragged
        pair(line(x0=90, x1=492), below(x0=94), opened=(line(x0=90, x1=492),) * 2),
        pair(line(**NARROW), below(x0=94), opened=(line(**NARROW), line(x0=100, x1=480))),
    ],
    "begins small, and no stop before it": [
        pair(STOPPED, below("and on")), pair(FULL, below()), pair(FULL, below("and on", bold=True)), pair(FULL, below("and on", base=377)),
    ],
    "in another element of the file's structure": [
        pair(line(tag=P1), below(tag=P1), setting=TAGGED),
        pair(line(tag=P1), below(), setting=TAGGED),
        pair(line(), below(tag=P1), setting=TAGGED),
        pair(line(tag=P1), below(tag=P2)),
        pair(line(tag=P1), below(tag=P2), setting=replace(SETTING, headed=True)),
    ],
    "bold letters begin or end": [pair(FULL, below("and on", bold=True)), pair(FULL, below())],
    "a heading goes on": [
        pair(line(bold=True), below()), pair(line(), below(bold=True)), pair(line("They waited.", bold=True), below(bold=True)),
        pair(line(bold=True), below(bold=True, base=382)), pair(line(bold=True, x1=300), below(bold=True)),
    ],
    "after a gap": [pair(STOPPED, below(base=385)), pair(STOPPED, below(base=400))],
    "after a comma or a hyphen": [pair(line("in Vienna;"), below()), pair(line("in Vienna,", x1=300), below())],
    "at the edge, where lines hang": [
        pair(STOPPED, below()),
        pair(STOPPED, below(x0=LEFT + 4.1), region=HANGING),
        pair(FULL, below(), region=HANGING),
        pair(STOPPED, below(), region=HANGING, opened=(line(base=412),)),
    ],
    "at the edge, after lines that hang": [
        pair(line("patient people", x0=90), below(), opened=(STOPPED,)),
        pair(line("patient people.", x0=90), below()),
        pair(line("patient people.", x0=90), below(x0=LEFT + 4.1), opened=(STOPPED,)),
        pair(line("patient people.", x0=LEFT + 8), below(), opened=(STOPPED,)),
        pair(line("patient people.", x0=90), below(), opened=(line(x0=LEFT + 4.1),)),
    ],
    "hangs under the first line": [
        pair(STOPPED, below(x0=90)), pair(STOPPED, below(x0=LEFT + 60), region=HANGING), pair(line(x0=98), below(x0=90), region=HANGING),
    ],
    "indented": [
        pair(STOPPED, below(x0=LEFT + 8)), pair(FULL, below(x0=90)), pair(line("• patient people"), below(x0=90)),
    ],
    "after a full first line that is indented": [
        pair(line(x0=LEFT + 8), below()), pair(line(x0=90), below(), opened=(FULL,)), pair(line(x0=90, x1=300), below()),
    ],
    "begins farther left": [pair(line(x0=LEFT + 8), below())],
    "indented, after a line that is indented and ends a sentence": [
        pair(line("Waiting.", x0=90), below(x0=90), then=below(base=376), setting=SPACED),
        pair(line("Waiting.", x0=LEFT + 8), below(x0=LEFT + 8), then=below(base=376)),
        pair(line("Waiting.", x0=90), below(x0=90), then=below(base=376), opened=(FULL,)),
        pair(line("Waiting", x0=90), below(x0=90), then=below(base=376)),
        pair(line("Waiting.", x0=90), below(x0=90)),
        pair(line("Waiting.", x0=90), below(x0=90), then=below(base=376, x0=82)),
        pair(line("• Waiting.", x0=90), below(x0=90), then=below(base=376)),
    ],
    "after a stop, on a line with room for its first word": [
        pair(line("waiting", x1=300), WORD), pair(line("Waiting."), WORD), pair(line("Waiting.", x1=440), WORD, setting=SPACED),
    ],
    "after a line that is very short": [pair(line("waiting", x1=329), WORD), pair(line("waiting", x1=300), below("Waiting"))],
}  # fmt: skip


@pytest.mark.parametrize(
    ("found", "begins"),
    [
        (pair(line(x1=328), WORD), "after a line that is very short"),
        (pair(line("Waiting.", x1=435), WORD, setting=SPACED), "after a stop, on a line with room for its first word"),
        (pair(line("Waiting.", x1=440), WORD), "after a stop, on a line with room for its first word"),
        (pair(STOPPED, below(base=384)), "after a gap"),
        (pair(STOPPED, below(base=401)), "after a gap"),
        (pair(line("• people.", x1=300), below(x0=90)), "indented"),
        (pair(line(x1=300), below(x0=90)), "indented"),
        (pair(line(sans=True), below()), "bold letters begin or end"),
        (pair(line(), below(sans=True)), "bold letters begin or end"),
        (pair(line(tag=P1), below(tag=H1), setting=replace(SETTING, headed=True)), "in another element of the file's structure"),
        (pair(line(tag=H1), below(tag=H1), setting=replace(SETTING, headed=True)), "in one element of the file's structure"),
        (pair(line("– Trains are slow,"), below("– Slower")), "a bullet, or the number that comes next in a list"),
        (pair(FULL, below("Slower", dotted=True)), "a bullet, or the number that comes next in a list"),
        (pair(line("in Vienna:"), below("– Slower")), "a bullet, or the number that comes next in a list"),
        (pair(line("Ibid.", raised="1"), below("Ibid.", raised="2")), "the label of a note"),
        (pair(line(**NARROW), below("And on"), opened=(line(**NARROW),)), "at the edges of the text, after lines that are set narrower"),
    ],
)  # fmt: skip
def test_what_just_begins_or_goes_on(found: breaks.Pair, begins: str) -> None:
    decided = decide(breaks.BREAKS, found)
    assert decided
    assert decided.name == begins


@pytest.mark.parametrize(
    ("one", "two", "follows"),
    [
        ("1.", "2.", True), ("1.", "3.", False), ("2.", "1.", False), ("a)", "b)", True), ("a)", "c)", False), ("(iv)", "(v)", True),
        ("(ii)", "(iv)", False), ("1.", "b.", False), ("a.", "2.", False), ("9.", "10.", True), ("h.", "i.", True), ("i.", "ii.", True),
    ],
)  # fmt: skip
def test_labels_count_on(one: str, two: str, *, follows: bool) -> None:
    assert breaks.counts_on(line(f"{one} Trains"), line(f"{two} Trains")) is follows
    assert breaks.begins_item(line(f"{two} Trains"), [line(f"{one} Trains")]) is follows


def column(*ends: float, x0: float = 90.0, size: float = 10.0) -> list[Line]:
    """Return lines that begin at one place, and end at *ends*."""
    return [line(x0=x0, x1=x1, base=400 - 12 * n, size=size) for n, x1 in enumerate(ends)]


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        (column(300, 300, 300), 300),
        (column(300, 299, 298.1), 300),
        (column(300, 299, 298), RIGHT),  # not at one place
        (column(300, 300), RIGHT),
        (column(493, 493, 493), RIGHT),  # the edge of the region
        ([*column(300), *column(300, 300, x0=92)], RIGHT),  # others begin elsewhere
        ([*column(300), *column(300, 300, size=12)], RIGHT),
        ([*column(300, 280), *column(280, 280, x0=120), *column(300, 300)], RIGHT),  # too far away
        ([*column(300, 280), *column(280, x0=120), *column(300, 300)], 300),
    ],
)
def test_lines_that_end_at_one_place_are_a_narrower_column(lines: list[Line], right: float) -> None:
    assert breaks.right_of(lines, 0, REGION) == right


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        ((line("They waited.", x1=300), line("And"), line("on.")), [1, 2]),
        ((line("They waited.", x1=440), line("And"), line("on.")), [3]),  # a full line
        ((line("They waited.", base=420), line("And"), line("on.")), [1, 2]),  # a gap
        ((line("They waited.", base=418), line("And"), line("on.")), [3]),
        ((line("They waited.", base=900, page=1), line("And"), line("on.")), [3]),  # the end of a page
        ((line("They waited", x1=300), line("And"), line("on.")), [3]),
        ((line("They waited.", x1=300), line("and"), line("on.")), [3]),
        ((line("They waited.", x1=300), line("And")), [2]),
        ((), []),
    ],
)
def test_a_note_has_paragraphs(lines: tuple[Line, ...], paragraphs: list[int]) -> None:
    assert [len(part) for part in breaks.paragraphs_in(lines, SETTING)] == paragraphs


# Kinds

PARAGRAPH = block(line("They waited for trains.", base=388), line("They came.", base=376))
SERIFS = block(line("They waited.", base=386), line("They came.", base=374))
APART = block(line("They waited for trains.", base=412.6))
"""A line so far above that nothing stands apart from it; one point more, and it does."""


def name(text: str = "Of trains", *more: Line, **known: Any) -> kinds.Case:
    """Return a line between two paragraphs, apart from the first."""
    return case(text, *more, **{"before": block(line(base=440)), "after": PARAGRAPH, **known})


def middle(text: str = "Of trains", *, x0: float = 250, x1: float = 322, **known: Any) -> kinds.Case:
    """Return a line in the middle."""
    return name(text, x0=x0, x1=x1, **known)


LONG = "O" + 99 * "o"
"""As long as no heading in the letters of the text."""
TALL = [line(base=388), line(base=376), line(base=364)]
KNOWN = {"oftrains": 2}
HEADINGS: dict[str, list[Any]] = {
    "without a letter": [case("Of"), case("* 1a b *")],
    "longer than a heading": [case("Of trains", *TALL), case("O" * 220), case("O" * 221, known={"o" * 221: 2})],
    "tagged as a heading": [case(tag=H1), case(tag=P1, setting=TAGGED), case(tag=H1, setting=replace(SETTING, tagged=True))],
    "tagged as a caption, a cell or a note": [case(tag=TD), case(tag=TD, setting=replace(SETTING, headed=True)), case(tag=P1, setting=TAGGED)],
    "nothing follows it": [case(after=replace(TEXT, kind=kind)) for kind in ("paragraph", "heading", "item", "quotation", "code")],
    "the caption of a table or picture": [case("Table 1 shows trains"), case("Of Table 1: Trains")],
    "italic, under the number of a table or picture": [
        case("Trains", before=block(line("Table 1", base=412), kind="caption")),
        case("Trains", italic=True, before=block(line("Table 1", base=412))),
        case("Trains", italic=True, before=block(line("Table 1: Of", base=412), kind="caption")),
        case("Trains", italic=True, before=block(line("Table 1", page=1), kind="caption")),
        case("Trains", italic=True, before=block(line("Table", base=424), line("1", base=412), kind="caption")),
        case("Trains", italic=True),
    ],
    "a formula": [
        case("They waited, as trains = late"), case("They waited > trains"), case("1. A b"), case("C = M mod n", known={"cmmodn": 2}),
        case("1. Waiting − trains"),
    ],
    "in letters of one width": [case("wait"), case("Of trains", mono=True, known=KNOWN), case("Of trains", line(), mono=True)],
    "the authors of an entry": [case("Doe, Jane"), case("Doe, J.M. & van Berg,", known={"doejmvanberg": 2})],
    "set as no heading of the contents or the outline is": [
        case(), case(looks=frozenset([(10, False, False)])), case(looks=frozenset([(12, True, False)]), known=KNOWN),
        case("Conclusion", looks=frozenset([(12, True, False)])),
    ],
    "set larger than the text": [case(size=10.8), case("of trains", size=14.0), case("They waited.", size=14.0)],
    "the name of a section": [case("Of trains"), case("Conclusion", line()), case("References:", size=9.0)],
    "without serifs, over a paragraph with them": [
        name(),
        name(sans=True, size=9.2),
        name(sans=True, before=APART),
        name(sans=True, after=block(line("They waited.", base=388))),
        name(sans=True, after=block(line(base=388, sans=True), line())),
        name("O" * 100, sans=True),
        name("Of trains", *[replace(one, words=tuple(w._replace(style=w.style._replace(sans=True)) for w in one.words)) for one in TALL], sans=True),
        name("of trains", sans=True),
    ],
    "smaller than the text": [case(size=9.4)],
    "begins small, or with a bullet": [case("Of trains"), case("Trains •")],
    "ends with a stop, and is no question": [case(), case("Why trains?"), case("Wait!"), case("1. They waited.", bold=True)],
    "bold": [case(), case("Of trains", *(line(bold=True) for _ in range(3)), bold=True), case("Of trains", line(), bold=True)],
    "in capitals, apart or in the middle": [case("OF TRAINS", before=APART), name("Of trains"), name("OF IT"), name("OF Trains")],
    "ends with a question, in letters of the text": [case()],
    "italic, on lines of its own": [
        name(),
        name(italic=True, after=block(line("They waited.", base=388))),
        name(LONG, italic=True),
        name("Of trains", line(italic=True), line(italic=True), italic=True),
    ],
    "numbered, apart from a paragraph that follows": [
        name("Of trains"),
        name("1.2 Of trains", before=APART),
        name("1.2 Of trains", after=block(line("They waited.", base=388))),
        name("1.2 " + LONG[:96]),
        name("2. Of trains", before=block(line("1. Of ships", base=440))),
        name("2. Of trains", after=block(line("3. Of ships", base=388), line("and"))),
    ],
    "short, in the middle, over a paragraph": [
        name(),
        middle(x0=236, x1=372),
        middle(before=APART),
        middle(after=block(line("They waited.", base=388))),
        middle(LONG),
        middle(before=None),
        middle("of trains"),
        middle(x0=90, x1=482),  # nearly as wide as the column
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (case("O" * 221), "longer than a heading"),
        (case("Of trains", *[line(bold=True)] * 2, bold=True), "bold"),
        (case(size=10.9), "set larger than the text"),
        (case("Why trains?", size=14.0), "set larger than the text"),
        (case("Conclusion:"), "the name of a section"),
        (case("Conclusion", size=9.0), "the name of a section"),
        (name(sans=True, size=9.3), "without serifs, over a paragraph with them"),
        (case(size=9.2), "smaller than the text"),
        (name(LONG[:-1], italic=True), "italic, on lines of its own"),
        (name("Of trains", line(italic=True), italic=True), "italic, on lines of its own"),
        (name("1.2 " + LONG[:95]), "numbered, apart from a paragraph that follows"),
        (case("OF TRAINS", before=None), "in capitals, apart or in the middle"),
        (case("OF TRAINS", before=block(line(base=412, page=1))), "in capitals, apart or in the middle"),
        (case("OF TRAINS", before=block(line(base=415.2))), "in capitals, apart or in the middle"),
        (case("OF TRAINS", before=block(line(base=399))), "in capitals, apart or in the middle"),
        (case("OF TRAINS", before=APART, x0=250, x1=322), "in capitals, apart or in the middle"),
        (case("GROẞE STRAßE", before=None), "in capitals, apart or in the middle"),
        (middle(LONG[:-1]), "short, in the middle, over a paragraph"),
        (case("x > y"), "a formula"),
        (case("a b"), "a formula"),
        (case("Word word = waits"), "a formula"),
    ],
)  # fmt: skip
def test_what_just_is_or_isnt_a_heading(found: kinds.Case, said: str) -> None:
    decided = decide(kinds.HEADINGS, found)
    assert decided
    assert decided.name == said


INDENTED = {"x0": 100.0, "x1": 470.0}
QUOTATIONS: dict[str, list[Any]] = {
    "at the edge": [case(x0=90), case("They", line(x0=100), x0=90)],
    "begins with the label of a note": [case("Ibid. [1]", x0=100)],
    "an address": [case("http://a.org", x0=100)],
    "set narrower than the text, on both sides": [
        case("They", **INDENTED),
        case("They", line(x0=100), **INDENTED),
        case("They", line(**INDENTED), line(x0=103, x1=470), **INDENTED),
        case("They", line(x0=140, x1=470), **INDENTED),
    ],
    "several lines, all indented alike": [
        case("They", x0=100),
        case("They", line(x0=100), line(x0=103), x0=100),
        case("They", line(x0=131), x0=100),
    ],
    "a line set narrower than the text, where gaps part paragraphs": [
        case(x0=100),
        case(x0=100, setting=replace(SPACED, indented=True)),
        case(x0=100, x1=495, setting=SPACED),
        case("They", line(**INDENTED), setting=SPACED, **INDENTED),
        middle(setting=SPACED),
    ],
    "smaller than the text, between paragraphs": [
        case("O" * 100, x0=120, size=9.0), case("O" * 101, x0=120, size=9.6), middle("O" * 101, size=9.0),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (case("They", line(x0=129), x0=100, x1=RIGHT), "quotation"),
        (case("They", line(x0=100), line(x0=101.5), x0=100, x1=RIGHT), "quotation"),
        (case(f"{LONG}o", x0=120, x1=RIGHT, size=9.5), "quotation"),
        (case("They", line(x0=100), x0=100, x1=RIGHT, size=10.3), "quotation"),
        (case("they", line(x0=100, size=10.4), x0=100, x1=RIGHT, size=10.4), "paragraph"),  # larger than the text
        (case("• They"), "item"),
        (case("– They", x0=90), "item"),
        (case("– They"), "paragraph"),
        (case("•"), "paragraph"),
        (case("They", dotted=True), "item"),
        (case("1. they", before=APART), "paragraph"),
        (replace(case("1. They"), next_item=True), "item"),
        (replace(case("2. they", before=APART), next_item=True), "paragraph"),
        (replace(case("2. They"), item=block(LIST, kind="item")), "item"),
        (replace(case("2. They", bold=True), item=block(LIST, kind="item")), "heading"),
        (case("Table 1: They", *[line()] * 6), "caption"),
        (case("Table 1: They", *[line()] * 7), "paragraph"),
    ],
)  # fmt: skip
def test_what_a_block_is(found: kinds.Case, kind: str) -> None:
    said, _ = kinds._kind_of(found)
    assert said == kind


PICTURE = block(
    line("Figure 1: The mail, by years, as it", x0=90, x1=400, base=400, size=8.0), kind="caption"
)


def under(**looks: Any) -> Line:
    """Return a line under the caption of a picture."""
    return line("came by trains", **{"x0": 190.0, "x1": 300.0, "base": 390, "size": 8.0, **looks})


@pytest.mark.parametrize(
    ("rest", "goes_on"),
    [
        (under(), True),
        (under(base=387.2), True),
        (under(base=386.8), False),
        (under(base=401), False),
        (under(page=3), False),
        (replace(under(), column=1), False),
        (under(size=9.0), False),
    ],
)  # fmt: skip
def test_the_rest_of_a_caption_stands_right_below(rest: Line, *, goes_on: bool) -> None:
    found, _ = kinds.kinds_of([PICTURE, block(rest), TEXT], SETTING, {})
    assert (len(found[0].lines) == 2) is goes_on
    large = replace(PICTURE, lines=(replace(PICTURE.first, words=line("Figure 1: A", size=10.0).words),))
    assert len(kinds.kinds_of([large, block(under(size=10.0)), TEXT], SETTING, {})[0][0].lines) == 1


# Notes

LABELS: dict[str, list[Any]] = {
    "the number of an entry, under the heading of a bibliography": [
        label("5", "stopped"), label(entries=True), label("5", "stopped", entries=True, under_rule=True)
    ],
    "was read on this page already": [label(used=("4",)), label("5", "raised", "5", "5", used=("5",))],
    "in another form than the labels before": [label("5", "bare"), label(usual="raised"), label("*", "bare", usual="raised")],
    "raised, and the text refers to it": [label("9", "bare", "9"), label("9")],
    "raised, and the next number": [label("5", "bare"), label("6"), label("4")],
    "a symbol that the text refers to": [label("†", "bare"), label("9", "bare", "9")],
    "a symbol before the first note": [label("*", "bare"), label("†", "bare", last=0), label("*", "glued", last=0)],
    "the next number, glued to its note under a rule": [
        label("5", "glued"), label("6", "glued", under_rule=True), label("5", "bare", under_rule=True)
    ],
    "glued to a word": [label("7", "bare"), label("7", "glued", "7", "8")],
    "the next number": [label("6", "stopped"), label("1", "stopped", last=0)],
    "the number that the markers of the page begin with": [
        label("2", "bare", "1", "2"), label("1", "bare"), label("1", "bare", "1", used=("7",)), label("†", "bare", "†")
    ],
    "a number that the text refers to, soon after the last": [
        label("7", "bare"), label("9", "bare", "3", "9"), label("4", "bare", "3", "4"), label("†", "bare", "†"),
    ],
    zones._LATE: [
        label("3", "bare", missing={"3"}), label("3", "stopped"), label("4", "stopped", missing={"4"}),
        label("3", "stopped", missing={"3"}, last=8),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (label("5", "glued", "5"), "the next number, glued to its note under a rule"),
        (label("1", "stopped", "1", last=0), "the next number"),
        (label("8", "bare", "3", "8"), "a number that the text refers to, soon after the last"),
        (label("6", "bare", before=("6",)), "a number that the text refers to, soon after the last"),
        (label("3", "stopped", missing={"3"}, last=7), "a number that was left out, and the text refers to it"),
        (label("1", "bare", "†", "1", "2"), "the number that the markers of the page begin with"),
        (label("5", "raised", used=("5",)), "was read on this page already"),
    ],
)  # fmt: skip
def test_what_just_is_or_isnt_the_label_of_a_note(found: zones.LabelCase, said: str) -> None:
    decided = decide(zones.LABELS, found)
    assert decided
    assert decided.name == said


ONE, TYPED = Label("1", "raised", 1, 1), Label("2", "stopped", 1, 2)
NOTE, LATER = zones.Start(0, ONE, ""), zones.Start(1, ONE, "")
NARROWEST, WIDEST = Rule(LEFT, LEFT + 320, 110), Rule(LEFT, LEFT + 322, 110)
"""Rules of three quarters of the column, a little less and a little more."""


def listed(form: str = "stopped", number: str = "1.") -> zones.Foot:
    """Return the foot of a page with a label whose number follows one above."""
    found = foot(zones.Start(0, Label("2", form, 1, 2), ""))
    return replace(found, lines=[line(f"{number} Ibid."), *found.lines[1:]])


ZONES: dict[str, list[Any]] = {
    "smaller, under a rule, with labels": [
        foot(NOTE, rule=NARROWEST, small=False), foot(NOTE), foot(rule=NARROWEST), foot(LATER, rule=NARROWEST),
        replace(listed(), rule=NARROWEST),
    ],
    "smaller, and begins with a label that the text refers to": [foot(NOTE, small=False), foot(LATER, had=True), foot(), listed()],
    "smaller, and a note goes on in it before the next": [
        foot(LATER, had=True, open_note=True, small=False),
        foot(had=True, open_note=True),
        foot(LATER, open_note=True),
        foot(LATER, had=True),
        foot(LATER, had=True, gap=15),
    ],
    "under a short rule, with labels": [
        foot(NOTE, small=False), foot(small=False, rule=NARROWEST), foot(LATER, small=False, rule=NARROWEST),
        foot(NOTE, small=False, rule=WIDEST), replace(foot(NOTE, small=False, rule=NARROWEST), body=7.5),
    ],
    "smaller, under a rule, after a note": [foot(rule=WIDEST), foot(had=True), foot(rule=WIDEST, had=True, small=False)],
    "smaller, and a note goes on in it": [
        foot(text="and on", had=True), foot(text="And on", open_note=True, had=True), foot(text="and on", open_note=True, small=False)
    ],
    "under a short rule, and a note goes on in it": [
        foot(text="and on", small=False, rule=WIDEST, open_note=True), foot(small=False, rule=NARROWEST, open_note=True)
    ],
    "after a gap, with labels in the order of the markers": [
        foot(LATER, small=False, gap=30),
        foot(NOTE, small=False, gap=15.6),
        replace(foot(NOTE, small=False, gap=30), known=()),
        replace(foot(NOTE, small=False, gap=30), page=()),
        replace(foot(NOTE, small=False, gap=30), next=frozenset((2,))),
        replace(foot(NOTE, small=False, gap=30), body=7.5),
        foot(NOTE._replace(label=Label("1", "glued", 1, 1)), small=False, gap=30),
        foot(NOTE._replace(label=Label("i", "raised", 1, 1)), small=False, gap=30),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (listed("stopped", "3."), "smaller, and begins with a label that the text refers to"),
        (listed("stopped", "[1]"), "smaller, and begins with a label that the text refers to"),
        (listed("raised"), "smaller, and begins with a label that the text refers to"),
        (foot(LATER, had=True, gap=15.7), "smaller, and a note goes on in it before the next"),
        (foot(LATER, had=True, open_note=True, text="And on"), "smaller, and a note goes on in it before the next"),
        (foot(NOTE, small=False, rule=NARROWEST), "under a short rule, with labels"),
        (foot(NOTE, small=False, gap=15.7), "after a gap, with labels in the order of the markers"),
        (replace(foot(NOTE, small=False), at=0), "after a gap, with labels in the order of the markers"),
        (
            replace(foot(NOTE._replace(label=Label("*", "bare", 1, 1)), small=False, gap=30), known=("*",), page=("*",)),
            "after a gap, with labels in the order of the markers",
        ),
    ],
)  # fmt: skip
def test_what_just_is_a_zone_of_notes(found: zones.Foot, said: str) -> None:
    decided = decide(zones.ZONES, found)
    assert decided
    assert decided.name == said


@pytest.mark.parametrize(
    ("text", "before", "entries"),
    [
        ("Bibliography", False, True),
        ("Primary Sources", True, True),
        ("Primary Sources", False, False),
        ("Conclusion", True, False),
        ("They waited for trains in Vienna and London", True, True),
        ("They waited for trains in Vienna and London", False, False),
    ],
)
def test_the_heading_of_a_bibliography_opens_its_entries(text: str, *, before: bool, entries: bool) -> None:
    assert zones.opens_bibliography(line(text), entries=before) is entries
    assert not zones.opens_bibliography(line("On Trains", bold=True), entries=before)  # the next chapter


MISSES = {
    "ends of pages": JOINS,
    "beginnings of blocks": BREAKS,
    "headings": HEADINGS,
    "quotations": QUOTATIONS,
    "labels of notes": LABELS,
    "zones of notes": ZONES,
}


@pytest.mark.parametrize("table", MISSES)
def test_misses_are_of_criteria_in_their_order(table: str) -> None:
    names = [criterion.name for criterion in TABLES[table][0]]
    assert list(MISSES[table]) == [name for name in names if name in MISSES[table]]


@pytest.mark.parametrize(
    ("table", "criterion", "found"),
    [
        (table, name, found)
        for table, misses in MISSES.items()
        for name, cases in misses.items()
        for found in cases
    ],
)
def test_what_lacks_one_thing_misses_the_criterion(table: str, criterion: str, found: Any) -> None:
    (row,) = (row for row in TABLES[table][0] if row.name == criterion)
    assert not row.holds(found)
