"""Where blocks of a PDF begin, and what just misses a criterion: each case lacks one thing that it asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from support.near_misses import cases, misses
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
    TAGGED,
    Line,
    below,
    line,
    pair,
)

from sphinxext_eir.conversion.reading.pdf.blocks import breaks
from sphinxext_eir.conversion.reading.pdf.blocks.breaks import Block, blocks_of, paragraphs_in
from sphinxext_eir.conversion.reading.pdf.blocks.items import begins_item, counted, counts_on
from sphinxext_eir.conversion.reading.pdf.blocks.pairs import Pair, right_of
from sphinxext_eir.text.decisions import decide

FULL = line()
"""A line that goes to the edge, without a stop."""
NARROW = {"x0": 90.0, "x1": 480.0}


def quoted(*, before: Line = SHORT, after: Line | None = None, **looks: float) -> Pair:
    """Return the first line of a quotation, after a paragraph."""
    return pair(before, below("and on", **{**NARROW, **looks}), then=after or below(**NARROW, base=376))


def ends_quotation(*opened: Line, **looks: Any) -> Pair:
    """Return the line after a quotation."""
    return pair(
        line(**NARROW), below(**{"text": "And on", "base": 370, **looks}), opened=opened or (line(**NARROW),)
    )


def beside_initial(*opened: Line, letter: str = "W", width: float = 24.0, **looks: Any) -> Pair:
    """Return the line after those *opened*, the first of which begins with a large *letter*."""
    first = line("aiting is an art", x0=LEFT + width)
    words = (
        first.words[0]._replace(text=letter, x0=LEFT, x1=LEFT + width - 1),
        first.words[0]._replace(spaced=False),
    )
    initial = Line(2, 0, (*words, *first.words[1:]))
    before = opened[-1] if opened else initial
    others = (initial, *opened[:-1]) if opened else ()
    return pair(
        before, below("and wait.", **{"base": before.base - 12, "x0": LEFT + width, **looks}), opened=others
    )


def beside(count: int, x0: float = LEFT + 24) -> list[Line]:
    """Return lines beside a large initial, under the first."""
    return [line(x0=x0, base=400 - 12 * n) for n in range(1, count + 1)]


def in_one(text: str = "Waiting.", *, setting: Any = TAGGED, x1: float = 435.0, **looks: Any) -> Pair:
    """Return two lines of one element, the second of which begins as the indented paragraphs of the text do."""
    return pair(line(text, x1=x1, tag=P1), below(**{"x0": 90.0, "tag": P1, **looks}), setting=setting)


def slanted(text: str = "Of Trains", *, before: Line = STOPPED, then: Line | None = line("They", base=376), **looks: Any) -> Pair:  # fmt: skip  # noqa: B008
    """Return a slanted heading after a sentence, over a line that *then* follows."""
    return pair(before, below(text, **{"x1": 150, "italic": True, **looks}), then=then)


def over_indent(text: str = "Of waiting", *, first: float = LEFT, second: float = 90, then: Line | None = line(base=376), **known: Any) -> Pair:  # fmt: skip  # noqa: B008
    """Return a heading, and the indented first line of a paragraph below."""
    return pair(line(text, x0=first), below(x0=second), then=then, **known)


def coloned(text: str = "The Slow Art of Waiting:", *, bold: bool = True, then: Line | None = None, **place: Any) -> Pair:  # fmt: skip
    """Return a heading in the middle that ends with a colon, over a second line of it."""
    second = then or below("Three Ways", bold=bold, x0=250, x1=322)
    return pair(line(text, bold=bold, **{"x0": 102, "x1": 470, **place}), second)


def headed(text: str = "Of Trains", *, then: Line | None = None, opened: tuple[Line, ...] = (), **looks: Any) -> Pair:  # fmt: skip
    """Return a bold line apart from another."""
    return pair(line("Of Waiting", bold=True), below(text, **{"base": 382, "bold": True, **looks}), then=then, opened=opened)  # fmt: skip


LIST = line("1. Trains are slow,")
WORD = below(x1=LEFT + 100)
ENTRY = "Dahl, Olga (2009) Trains"
"""A line whose first word takes 41 points."""
BREAKS: dict[str, list[Any]] = {
    "in one element of the file's structure": [
        pair(line(), below(), setting=TAGGED),
        pair(line(tag=P1), below(tag=P2), setting=TAGGED),
        pair(line(tag=P1), below(tag=P1)),  # tags that aren't believed
        pair(line(tag=P1), below(tag=P1), setting=replace(SETTING, headed=True)),
        in_one(), in_one(x0=80.5),
    ],
    "beside a large initial, or right under it": [
        beside_initial(*beside(5)),
        beside_initial(letter="VWX"), beside_initial(letter="1"), beside_initial(letter="w"),
        beside_initial(base=383), beside_initial(x0=LEFT + 30), beside_initial(width=6), beside_initial(x0=LEFT),
        beside_initial(line(x0=150, base=388)), beside_initial(line(x0=150, base=388), x0=LEFT),
        pair(line("W aiting"), below("and wait.")),
    ],
    "a slanted heading, between paragraphs that no gaps part": [
        slanted(before=line()), slanted(before=line("Waiting is an art.", italic=True)), slanted(italic=False),
        slanted("Of Trains."), slanted("of Trains"), slanted(x1=RIGHT - 20), slanted(x0=90), slanted(base=412),
        slanted(then=None), slanted(then=line("they waited", base=376)), slanted(then=line("They", base=371)),
        slanted(then=line("They", base=376, italic=True)),
        pair(slanted().line, line("They waited", base=376), opened=(line(base=400, italic=True),)),
    ],
    "a heading at the edge, over a line that is indented": [
        over_indent(setting=SPACED), over_indent(region=HANGING), over_indent("(a) Waiting"), over_indent("2.4. Of waiting"), replace(over_indent(), line=below(x0=90, italic=True)), replace(over_indent(), line=below(x0=90, bold=True)), over_indent("Of waiting,"), replace(over_indent(), above=line(base=412)), over_indent(opened=(line(base=412),)), over_indent("Of waiting."), over_indent(first=76.5),
        over_indent(second=79), over_indent(then=None), over_indent(then=line(x0=90, base=376)), over_indent(then=line(base=700)),
    ],
    "a heading goes on after a colon": [
        coloned(bold=False), coloned("The Slow Art of Waiting"), coloned(x0=170, x1=402), coloned(x0=LEFT),
        coloned(then=below("Three Ways", bold=True)), coloned(then=below("Three Ways", bold=True, italic=True, x0=250, x1=322)),
        coloned(then=below("Three Ways", bold=True, x0=250, x1=322, base=382)),
    ],
    "a bold heading under another": [
        headed(bold=False), headed("of Trains"), headed(base=384.5), headed(base=386, italic=True),
        headed("Of Trains", then=line("and Ships", base=366, bold=True)),
        headed(opened=(line("Of Time", base=418, bold=True),)),
    ],
    "a heading with a number goes on": [
        pair(line("A. Of Waiting.", x0=200, x1=372), below("And of Trains", x0=236, x1=336)),
        pair(line("Of Waiting,", x0=200, x1=372), below("and of Trains", x0=236, x1=336)),
        pair(line("A. Of Waiting,", x0=200, x1=372), below("B. Of Trains", x0=236, x1=336)),
        pair(line("A. Of Waiting,", x0=200, x1=372), below("and of Trains", x0=236, x1=336, base=385)),
        pair(line("A. Of Waiting,", x0=200, x1=372), below("and of Trains", x0=236, x1=336, bold=True)),
        pair(line("A. Of Waiting,", x0=200, x1=372), below("and of Trains", x1=336)),
    ],
    "a heading with a number ends": [
        pair(line("1. Of Waiting.", x1=170), below("a. Trains", x1=150)),
        pair(line("Of Waiting", x1=170), below("a. Trains", x1=150)),
        pair(line("1. Of Waiting", x1=170), below("Trains and more", x1=150)),
        pair(line("1. Of Waiting"), below("a. Trains", x1=150)),
        pair(line("1. Of Waiting", x1=170, italic=True), below("trains")),
        pair(line("1. Of Waiting", x1=170, italic=True), below("Trains", italic=True)),
        pair(line("1. Of Waiting", x1=170, italic=True), below("Trains Wait", x0=LEFT + 12)),  # under its first word
    ],
    "a slanted heading with a number begins": [
        pair(SHORT, below("2.1 Of Trains", x1=150)),
        pair(SHORT, below("2. Of Trains", x1=150, italic=True)),
        pair(line("2.1 Of Waiting", x1=150, italic=True), below("2.2 Of Trains", x1=150, italic=True)),
        pair(line(), below("2.1 Of Trains", x1=150, italic=True)),
    ],
    "a sentence goes on beside words of another size": [
        pair(line(size=8), below()),
        pair(line(bold=True), MIXED),
        pair(STOPPED, MIXED),
        pair(line(x1=300), MIXED),
        pair(line(base=405), MIXED),
        pair(line(base=388), MIXED),
        pair(line(x0=LEFT + 8), MIXED),
        pair(line(), Line(2, 0, tuple(word._replace(text=word.text[0]) if word.size == 10 else word for word in MIXED.words))),
        pair(line(), Line(2, 0, tuple(word._replace(x0=word.x0 + 8, x1=word.x1 + 8) for word in MIXED.words))),
    ],
    "in another size": [pair(STOPPED, below(size=10.7))],
    "a bullet, or the number that comes next in a list": [
        pair(LIST, below("3. Slower")), pair(STOPPED, below("2. Slower")), pair(LIST, below("2.")), pair(FULL, below("– Slower")),
        pair(STOPPED, below("•")),
        pair(STOPPED, replace(below("•"), words=(*below("•").words, below("Slower").words[0]._replace(spaced=False)))),
    ],
    "the label of a note": [
        pair(STOPPED, below("[2] Ibid.")),  # full: it may be a marker
        pair(SHORT, below("[2]", x1=LEFT + 15)),
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
        quoted(before=line(x0=LEFT + 8)),
        *(quoted(before=line(text, x1=300)) for text in ("• Waiting", "(a) Waiting")),
        quoted(before=line("Waiting", x1=300, raised="1")), quoted(before=line("Waiting", x1=300, dotted=True)),
        quoted(after=below(x0=91, x1=480, base=376)),
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
        pair(line(x0=80, x1=480), below("And on", base=370), opened=(line(x0=80, x1=480),)),
        pair(line(x0=90, x1=300), below("And on they went to see"), opened=(line(**NARROW),)),  # not full, and no gap
        replace(ends_quotation(), region=HANGING),
    ],
    "as wide as the text, after lines of a narrower column": [
        pair(line(**NARROW), below(x0=94), opened=(line(**NARROW),) * 2, region=HANGING),
        pair(line(**NARROW), below(x0=94)),
        pair(line(x0=80, x1=480), below(x0=94), opened=(line(x0=80, x1=480),) * 2),
        pair(line(**NARROW), below(x0=91), opened=(line(**NARROW),) * 2),
        pair(line(**NARROW), below(x0=94, x1=490), opened=(line(**NARROW),) * 2),
        pair(line(x0=90, x1=479), below(x0=94), opened=(line(x0=90, x1=450), line(**NARROW))),  # ragged
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
        pair(STOPPED, below(x0=LEFT + 4), region=HANGING),
        pair(FULL, below(), region=HANGING),
        pair(STOPPED, below(), region=HANGING, opened=(line(base=412),)),
    ],
    "at the edge, with names and a year, where lines hang": [
        pair(FULL, below(ENTRY)), pair(FULL, below(ENTRY, x0=LEFT + 4), region=HANGING),
        pair(FULL, below("Dahl, Olga, Trains"), region=HANGING), pair(FULL, below("2009 (2010) Trains"), region=HANGING),
        pair(FULL, below(ENTRY), region=HANGING, opened=(line(base=412),)),
    ],
    "at the edge, after lines that hang": [
        pair(line("patient people", x0=90), below(), opened=(STOPPED,)),
        pair(line("patient people.", x0=90), below()),
        pair(line("patient people.", x0=90), below(x0=LEFT + 4), opened=(STOPPED,)),
        pair(line("patient people.", x0=LEFT + 8), below(), opened=(STOPPED,)),
        pair(line("patient people.", x0=90), below(), opened=(line(x0=LEFT + 4),)),
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
    "indented, after a line that is indented and ends a sentence, or a part of one": [
        pair(line("Waiting;", x0=90), below("and on", x0=90), then=below(base=376)),
        pair(line("Waiting,", x0=90), below(x0=90), then=below(base=376)),
        pair(line("Waiting.", x0=90), below(x0=90), then=below(base=376), setting=SPACED),
        pair(line("Waiting.", x0=LEFT + 8), below(x0=LEFT + 8), then=below(base=376, x0=LEFT - 4)),
        pair(line("Waiting.", x0=90), below(x0=90), then=below(base=376), opened=(FULL,)),
        pair(line("Waiting", x0=90), below(x0=90), then=below(base=376)),
        pair(line("Waiting.", x0=90), below(x0=90)),
        pair(line("Waiting.", x0=90), below(x0=90), then=below(base=376, x0=82)),
        pair(line("• Waiting.", x0=90), below(x0=90), then=below(base=376)),
    ],
    "after a stop, on a line with room for its first word": [
        pair(line("waiting", x1=300), WORD), pair(line("Waiting."), WORD), pair(line("Waiting.", x1=440), WORD, setting=SPACED),
    ],
    "after a semicolon, on a line with room for its first word, with a capital": [
        pair(line("waiting;"), WORD), pair(line("waiting;", x1=440), WORD), pair(line("waiting", x1=400), WORD),
    ],
    "after a line that is very short": [pair(line("waiting", x1=329), WORD), pair(line("waiting", x1=300), below("Waiting"))],
}  # fmt: skip


IN_ONE, AT_INITIAL = "in one element of the file's structure", "beside a large initial, or right under it"


@pytest.mark.parametrize(
    ("found", "begins"),
    [
        (pair(line(x1=328), WORD), "after a line that is very short"),
        (pair(line("Waiting.", x1=435), WORD, setting=SPACED), "after a stop, on a line with room for its first word"),
        (pair(line("Waiting.", x1=440), WORD), "after a stop, on a line with room for its first word"),
        (pair(STOPPED, below(base=384)), "after a gap"),
        (pair(STOPPED, below(base=401)), "after a gap"),
        (pair(line("• people.", x1=300), below(x0=90)), "indented"),
        (pair(STOPPED, below(x0=90), opened=(line("• people"),)), "indented"),
        *((found, IN_ONE) for found in (
            in_one(setting=replace(TAGGED, indented=False)), in_one("Waiting"), in_one(text="• Waiting."), in_one(x1=437),
            in_one(x0=80.0), pair(line("Waiting.", x1=300, tag=P1), below("and on", x0=90, tag=P1), setting=TAGGED),
        )),
        (beside_initial(*beside(4)), AT_INITIAL),
        (beside_initial(*beside(4), x0=LEFT), AT_INITIAL),
        (beside_initial(*beside(1), x0=LEFT), AT_INITIAL),
        (beside_initial(letter="“W"), AT_INITIAL),
        (beside_initial(width=7), AT_INITIAL),
        (pair(STOPPED, below("and on", bold=True)), "bold letters begin or end"),
        (pair(line(x1=300), below("and on", bold=True, x1=LEFT + 40)), "bold letters begin or end"),
        (pair(FULL, below(bold=True)), "bold letters begin or end"),
        (pair(STOPPED, below(x0=LEFT + 3), region=HANGING), "at the edge, where lines hang"),
        (pair(line("patient people.", x0=90), below(x0=LEFT + 3), opened=(STOPPED,)), "at the edge, after lines that hang"),
        (pair(line("patient people.", x0=90), below(), opened=(line("Ah.", x0=LEFT + 3),)), "at the edge, after lines that hang"),
        (pair(line(x0=90), below(x0=90), region=HANGING), "hangs under the first line"),
        (
            pair(line(**NARROW), below(x0=94), opened=(line(x0=90, x1=450), line(**NARROW))),
            "as wide as the text, after lines of a narrower column",
        ),
        (pair(line(x1=300), below(x0=90)), "indented"),
        (pair(line("A.2 OF WAITING", x1=170), below("AND OF TRAINS", x1=160)), "a heading with a number goes on"),
        (pair(line("1 Of Waiting", size=12.0, x1=170), below("And Trains", size=12.0, x0=89, x1=160)), "a heading with a number goes on"),
        (pair(line("1. Of Waiting", x0=90, x1=170, italic=True), below("Trains wait", x0=90)), "a heading with a number ends"),
        (pair(line("A. Of Waiting", x0=90, x1=170), below("1. Of Trains", x0=90)), "a heading with a number ends"),
        (pair(line("1. Of Waiting", x1=170, italic=True), below("a. Trains wait")), "a heading with a number ends"),
        (pair(line(sans=True), below()), "bold letters begin or end"),
        (pair(line(), below(sans=True)), "bold letters begin or end"),
        (pair(line(tag=P1), below(tag=H1), setting=replace(SETTING, headed=True)), "in another element of the file's structure"),
        (pair(line(tag=H1), below(tag=H1), setting=replace(SETTING, headed=True)), "in one element of the file's structure"),
        (pair(line("– Trains are slow"), below("– Slower")), "a bullet, or the number that comes next in a list"),
        (pair(line("– Trains are slow,"), below("– Slower")), "a bullet, or the number that comes next in a list"),
        (pair(FULL, below("• Slower")), "a bullet, or the number that comes next in a list"),
        (pair(FULL, below("– Slower", dotted=True)), "a bullet, or the number that comes next in a list"),
        (pair(FULL, below("Slower", dotted=True)), "a bullet, or the number that comes next in a list"),
        (pair(line("in Vienna:"), below("– Slower")), "a bullet, or the number that comes next in a list"),
        (pair(line("Ibid.", raised="1"), below("Ibid.", raised="2")), "the label of a note"),
        (pair(line(**NARROW), below("And on"), opened=(line(**NARROW),)), "at the edges of the text, after lines that are set narrower"),
    ],
)  # fmt: skip
def test_what_just_begins_or_goes_on(found: Pair, begins: str) -> None:
    decided = decide(breaks.BREAKS, found)
    assert decided
    assert decided.name == begins


@pytest.mark.parametrize(
    ("one", "two", "follows"),
    [
        ("1.", "2.", True), ("1.", "3.", False), ("2.", "1.", False), ("a)", "b)", True), ("a)", "c)", False), ("(iv)", "(v)", True),
        ("(ii)", "(iv)", False), ("1.", "b.", False), ("a.", "2.", False), ("9.", "10.", True), ("h.", "i.", True), ("i.", "ii.", True),
        ("1.", "On", False), ("On", "2.", False),
    ],
)  # fmt: skip
def test_labels_count_on(one: str, two: str, *, follows: bool) -> None:
    assert counts_on(line(f"{one} Trains"), line(f"{two} Trains")) is follows
    assert begins_item(line(f"{two} Trains"), [line(f"{one} Trains")]) is follows


@pytest.mark.parametrize(
    ("one", "two", "follows"),
    [
        (line("• Trains"), line("• Slower"), True),
        (line("• Trains"), line("– Slower"), False),
        (line("They wait"), line("They wait"), False),
        (line(dotted=True), line(dotted=True), True),
        (line(dotted=True), line(), False),
    ],
)
def test_an_item_goes_on_a_list_with_its_bullet(one: Line, two: Line, *, follows: bool) -> None:
    assert bool(counts_on(one, two)) is follows


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        ([line("1. Trains"), line(), line("2. Slower")], {0, 2}),
        ([line("1. Trains"), line("2. Slower", x0=LEFT + 7)], {0, 1}),
        ([line("1. Trains"), line("2. Slower", x0=LEFT + 8)], set()),  # at another place
        ([line("1. Trains"), line("3. Slower")], set()),
        ([line("1. Trains", bold=True), line("2. Slower", bold=True)], set()),  # headings
        ([line("Trains", raised="1."), line("Slower", raised="2.")], set()),  # notes
        ([line("1.", x1=90), line("2. Slower")], set()),
        ([line("1. Trains"), *[line()] * 29, line("2. Slower")], {0, 30}),
        ([line("1. Trains"), *[line()] * 30, line("2. Slower")], set()),  # too far away
    ],
)
def test_labels_that_count_on_at_one_place_are_those_of_items(lines: list[Line], items: set[int]) -> None:
    assert counted(lines) == items


@pytest.mark.parametrize(
    ("x1", "width", "is_full"),
    [(440, 41, True), (434, 41, False), (440, 30, False)],
)
def test_lines_of_a_quotation_are_full_where_it_ends(x1: float, width: float, *, is_full: bool) -> None:
    after = Line(2, 0, (line("Waiting", x0=90, x1=90 + width).words[0],))
    assert pair(line(x0=90, x1=x1), after, opened=(line(**NARROW),)).full is is_full
    assert not pair(line(x0=90, x1=x1), after).full


def test_a_block_is_in_the_middle_if_no_line_of_it_fills_the_width() -> None:
    assert Block("paragraph", (line(x0=LEFT + 16, x1=RIGHT - 16),), REGION).is_centred
    assert not Block("paragraph", (line(x0=LEFT + 15, x1=RIGHT - 15),), REGION).is_centred
    assert not Block("paragraph", (line(x0=LEFT + 16, x1=RIGHT - 52),), REGION).is_centred


def test_a_quotation_is_told_by_its_two_lines_at_the_end_of_a_region() -> None:
    lines = (line(), SHORT, line("and on", **NARROW, base=388), line(**NARROW, base=376))
    assert [(len(block.lines), block.begins) for block in blocks_of(REGION._replace(lines=lines), SETTING)] == [
        (2, ""), (2, "set narrower than the text, on both sides"),
    ]  # fmt: skip


def test_where_no_block_begins() -> None:
    assert [criterion.name for criterion in breaks.BREAKS if not criterion.then] == [
        IN_ONE,
        AT_INITIAL,
        "a sentence goes on beside words of another size",
        "a heading with a number goes on",
        "a link goes over the end of the line",
        "begins small, and no stop before it",
        "a heading goes on after a colon",
        "a heading goes on",
        "after a comma or a hyphen",
        "hangs under the first line",
        "after a full first line that is indented",
    ]


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
    assert right_of(lines, 0, REGION) == right


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
    assert [len(part) for part in paragraphs_in(lines, SETTING)] == paragraphs


MISSES = {"beginnings of blocks": BREAKS}


@pytest.mark.parametrize(("table", "criterion", "found"), cases(MISSES))
def test_what_lacks_one_thing_misses_the_criterion(table: str, criterion: str, found: Any) -> None:
    assert misses(table, criterion, found)


@pytest.mark.parametrize(("second", "parted"), [(90.0, True), (96.0, False)])
def test_a_slanted_heading_may_be_indented_as_the_paragraph_below_is(second: float, *, parted: bool) -> None:
    found = pair(line("Of Trains", x0=90, x1=150, italic=True), below(x0=second), then=line("They", base=376))
    assert found.slanted_heading_ends is parted
