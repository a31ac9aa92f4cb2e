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

from sphinxext_eir.conversion.reading.pdf import breaks
from sphinxext_eir.text.decisions import decide

FULL = line()
"""A line that goes to the edge, without a stop."""
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


MISSES = {"beginnings of blocks": BREAKS}


@pytest.mark.parametrize(("table", "criterion", "found"), cases(MISSES))
def test_what_lacks_one_thing_misses_the_criterion(table: str, criterion: str, found: Any) -> None:
    assert misses(table, criterion, found)
