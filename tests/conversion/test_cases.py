"""What is known of a block between its neighbours, by cases that just have it, and cases that lack one thing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from support.pdf_criteria import LEFT, REGION, RIGHT, SETTING, SPACED, TEXT, Line, block, case, line

from sphinxext_eir.conversion.reading.pdf.kinds.cases import LARGER, SMALLER, Case
from sphinxext_eir.conversion.reading.pdf.kinds.peers import Peers
from sphinxext_eir.conversion.reading.pdf.page.words import Style, Word

BODY = SETTING.body
PARAGRAPH = block(line("They waited for trains.", base=388), line("They came.", base=376))
SMALL = block(line("and waited for trains.", base=388), line("They came.", base=376))
ONE = block(line("They waited for trains", base=388))
TABLE = block(line("They", x1=150, base=388), kind="table")
STOPPED = block(line("They waited for trains.", base=440))
ITEM = replace(STOPPED, kind="item")
NAMES = replace(STOPPED, kind="front")
CLOSE = block(line("They waited for trains.", base=412.6))
"""A line so far above that nothing stands apart from it."""
FIGURE = block(line("Figure 1: Trains", base=388))
HEADING = block(line("Of ships", x1=150, base=412), kind="heading")
CHAPTER = block(line("Chapter 2", x1=150, base=412), kind="heading")
LONG = "O" + 99 * "o"
"""As long as no heading in the letters of the text."""
WIDE = REGION._replace(right=LEFT + 400)
"""A column whose parts are whole points."""


def named(text: str = "Of trains", *more: Line, **known: Any) -> Case:
    """Return a line between two paragraphs, apart from the first."""
    return case(text, *more, **{"before": STOPPED, "after": PARAGRAPH, **known})


def near(**known: Any) -> Case:
    """Return a line right under another."""
    return case(before=CLOSE, **known)


def small(text: str = "of trains", *more: Line, **known: Any) -> Case:
    """Return a line that begins small, between two paragraphs."""
    return named(text, *more, **known)


def middle(text: str = "Of trains", *more: Line, **known: Any) -> Case:
    """Return a line in the middle, a little smaller than the text."""
    return named(text, *more, **{"x0": 250, "x1": 322, "size": 9.0, **known})


def larger(text: str, **known: Any) -> Case:
    """Return a bold line that is larger than the text, as other headings are."""
    return named(text, **{"bold": True, "size": 11.0, "peers": Peers(2, 2), **known})


def centre(text: str = "Of trains") -> Line:
    """Return one more line in the middle."""
    return line(text, x0=250, x1=322, size=9.0, bold=True)


def within(found: Case) -> Case:
    """Return a case in the column whose parts are whole points."""
    return replace(found, block=replace(found.block, region=WIDE))


WHOLE = block(
    line("They waited for", base=464), line("trains, and more", base=452), line("trains.", base=440)
)
FOLLOWS = block(line("They waited for"), line("trains and for"), line("buses."))


def parted(text: str = "Of trains", *more: Line, **known: Any) -> Case:
    """Return a line between paragraphs that gaps part."""
    return case(text, *more, **{"before": WHOLE, "after": FOLLOWS, "setting": SPACED, **known})


LOWER = block(*(line("They waited for", base=364 - 12 * n) for n in range(3)))
SLANTED = block(line("Of buses", x1=150, base=376, italic=True))
UNDER_INDENT = block(line("They waited for", x0=90, base=388), line(base=376), line("buses.", base=364))


def spread(text: str = "Of trains", *more: Line, **known: Any) -> Case:
    """Return a wide line between paragraphs, with gaps above and below."""
    return parted(text, *more, **{"after": LOWER, "x1": RIGHT - 60, **known})


def indented(text: str = "Of trains", *more: Line, **known: Any) -> Case:
    """Return a wide line over a paragraph that begins with an indent."""
    return named(text, *more, **{"before": WHOLE, "after": UNDER_INDENT, "x1": RIGHT - 60, **known})


def over(text: str = "They waited for trains", **looks: Any) -> Case:
    """Return a line over another that says *text*."""
    return case(after=block(line(text, **{"base": 388, **looks})))


def lowered(text: str, *, base: float = 398.0) -> Case:
    """Return a formula: *text*, and a lowered letter glued to it."""
    first = line(text, x1=100)
    index = Word("i", 100, 103, base, Style(6.0), spaced=False)
    return Case(block(replace(first, words=(*first.words, index))), None, TEXT, SETTING, {})


def said(text: str) -> Case:
    """Return a line over a paragraph that says *text*."""
    return case(after=block(line(text), line(text)))


HOLDS: dict[str, list[Case]] = {
    "is_known": [case(known={"oftrains": 1})],
    "capitals": [case("OF SHIP")],
    "centred": [middle(), middle(before=None, x0=92, x1=480)],
    "apart": [case(), named(), named(before=block(line(base=415.1))), named(before=block(line(base=399.9)))],
    "formula": [lowered("x"), case("ab cd"), case("x"), case("trains > x"), case("mod log"), case("They = trains at late"), case("Waiting = slow trains + quiet ships")],
    "under_table": [case("Note:", before=TABLE), case(before=replace(TABLE, kind="caption"))],
    "parts": [case("2.1 Of trains"), case("A.2 Of trains")],
    "unlike": [case(size=12, bold=True, looks=frozenset([(12, False, False)]))],
    "in_chart": [case(after=block(line("A b 3 4"))), case(after=block(line("0.5"))), case(before=block(line("−2"))), case(before=block(line("20")), after=block(line("4")))],
    "of_title_block": [
        case("Jane Doe", front=frozenset(["janedoe"])), case("Boston College", before=replace(CLOSE, kind="front")),
        case("Winter 2013/14", before=NAMES), case("May 2014", before=NAMES),
        case("Doe College", before=block(line("Quay University", base=440), kind="subtitle")),
    ],
    "headed": [named(before=HEADING)],
    "after_item": [named(before=replace(STOPPED, kind="item"))],
    "sans": [case(sans=True), named(sans=True, after=block(line(sans=True, italic=True)))],
    "under_chart": [named(before=block(line("0 5 10 15", base=440)), after=FIGURE), near(after=FIGURE), near(size=14, after=block(line("Abb. 1: Trains", base=371)))],
    "repeated": [case("Year Year"), case("External actor External actor")],
    "stop": [case("They waited. ”")],
    "over_text": [case(size=LARGER * BODY, bold=True, after=TABLE), case("2.1 Of trains", after=TABLE)],
    "over_paragraph": [case(), said("It is 3 4 5"), said("中 国 人 1 2")],
    "over_line": [
        over(),
        case("2.1 Of trains", after=block(line("Table 1: Trains", base=388))),
        over("1. They waited for trains"),
        over("Waitings", x1=372),
        case("2.1 Of trains", after=block(line("They waited", x1=150, base=388))),
    ],
    "of_chapter": [
        case("Appendix B"), case("Appendix B", size=SMALLER * BODY), case("appendix b", bold=True),
        case(before=CHAPTER), case(LONG[:-1], before=CHAPTER),
    ],
    "over_words": [case(), case(after=ONE), case("2.1 Of trains", after=TABLE)],
    "over_slant": [over(italic=True), over(bold=True)],
    "over_heading": [case("1. Of trains", after=block(line(text, bold=bold))) for text, bold in (("Of ships", True), ("1.1 Of ships", False), ("a. Of ships", False))],
    "little_smaller": [
        named("A. OF TRAINS", size=7.0),
        named(f"A. {LONG.upper()}{LONG.upper()[:76]}", size=7.0),
        named("A. OF TRAINS", line("OF", size=7.0), line("IT", size=7.0), size=7.0),
        middle(bold=True), middle(bold=True, size=8.5), middle(italic=True), middle("A. Of trains"),
        named("A. Of trains", size=9.0, bold=True),
        middle("Of trains", centre(), centre(), bold=True),
        middle(LONG[:-1], bold=True), middle("Why trains?", bold=True), middle("1. of trains"),
    ],
    "alone": [named(), named(before=replace(HEADING, lines=(line("Of ships", base=440),))), named(LONG[:59]), named(x1=RIGHT - 175)],
    "between_gaps": [
        parted(), parted(before=replace(HEADING, lines=(line("Of ships", base=440),))), parted(LONG[:59]), parted(x1=RIGHT - 175), parted("Trains (N = 24)"),
        spread(), spread("Of trains", line("and ships", x1=200, base=388)), spread(LONG[:99]), parted(after=SLANTED),
    ],
    "over_indent": [
        indented(), indented("Of trains", line("and ships", x1=200, base=388)), indented(LONG[:99]),
        indented(before=replace(HEADING, lines=(line("Of ships", base=440),))),
    ],
    "small_alone": [
        small(), small(bold=True, setting=SPACED), small(size=9.2, setting=SPACED),
        small(setting=SPACED, after=block(line("They waited.", base=381.9), line(base=369))),
        small(before=HEADING), small("o" * 59), small("of ships"), small(x1=RIGHT - 175),
    ],
    "smaller_apart": [
        named(size=7.0, bold=True), named(size=9.0, sans=True), named(LONG, size=8.0, bold=True),
        named("Of trains", line("and ships", size=8.0, bold=True), line("at sea", size=8.0, bold=True), size=8.0, bold=True),
        named(size=8.0, bold=True, before=replace(HEADING, lines=CLOSE.lines)),
    ],
    "bold_with_stop": [
        named("Of trains:", bold=True), named("Of trains.", size=10.6, bold=True),
        named("Of trains:", bold=True, before=replace(HEADING, lines=CLOSE.lines)),
        larger("Of trains:", before=ITEM, after=ONE), larger("Of trains:", before=ITEM),
    ],
    "after_whole": [named(), named(before=HEADING), named(before=TABLE), named(before=replace(TABLE, kind="caption"))],
    "after_stop": [named(), named(before=HEADING)],
    "narrow": [case(x0=81)],
    "short_right": [case("Waitings", x1=491)],
}  # fmt: skip
MISSES: dict[str, list[Case]] = {
    "capitals": [case("OF THE")],
    "centred": [within(named("Waitings", x0=112, x1=432)), named()],
    "apart": [named(before=block(line(base=base))) for base in (415, 400, 400.5)],
    "formula": [
        case("Sea x"), lowered("trains"), lowered("1. x"), lowered("x", base=400), case("xi"),
        case("中国 人"), case("1. trains > x"), case("They wait = trains at sea"),
    ],
    "parts": [case("2. Of trains"), case()],
    "unlike": [case("2.1 Of trains", looks=frozenset([(12, True, False)])), case(size=14, bold=True, looks=frozenset([(12, True, False)]))],
    "in_chart": [case(after=None), case(after=block(line("A b c"))), case(after=block(line("They wait for trains"))), case(before=block(line("20")))],
    "of_title_block": [
        case("Doe", front=frozenset(["doe"])), case("Doe", front=frozenset(["janedoe"])), case("Boston College", before=CLOSE),
        case("Conclusion", before=NAMES), case("Boston College", before=NAMES), case("Winter 2013", before=replace(NAMES, kind="title")),
        case("Winter 2013", page=3, before=NAMES), case("Trains in Winter 2013", before=NAMES),
    ],
    "headed": [named(), case()],
    "after_item": [named(), case()],
    "sans": [
        case(sans=True, after=None), case(), case(sans=True, after=block(line(sans=True))),
        case(sans=True, before=None, after=block(line(italic=True))),
        named(sans=True, before=block(line(sans=True)), after=block(line(italic=True))),
    ],
    "under_chart": [named(before=block(line("0 5 10", base=440)), after=FIGURE),
        near(), near(bold=True, after=FIGURE), near(after=block(line("Figure 1: Trains", page=3))), named(after=FIGURE),
        near(after=block(line("Table 1: Trains", base=388))), near(after=block(line("Figure 1 shows", base=388))),
        near(after=block(line("Figure 1: Trains", base=370))),
    ],
    "repeated": [case("Year"), case("Year Years"), case("External actor External actors"), case("Of trains of")],
    "stop": [case("They waited ”")],
    "over_text": [case(size=10.7, bold=True, after=TABLE), case(after=TABLE)],
    "over_paragraph": [
        case(after=None), case(after=ONE), case(after=block(line(bold=True), line(bold=True))),
        case(after=block(line(page=3), line(page=3))), said("1 2 3 4"), said("A B C D E"), said("It 2 3 4"),
    ],
    "over_line": [
        case(after=None), case(after=PARAGRAPH), case(after=replace(ONE, kind="item")), over(page=3),
        over("Table 1: Trains"), case("2.1 Of trains", before=CLOSE, after=block(line("Table 1: Trains", base=388))),
        case(before=CLOSE, after=ONE), case("1. Of trains", after=ONE), over(bold=True), over(italic=True),
        over("2.1 They waited for trains"), over(size=12.0), over("A B C D"), over("they waited for trains"),
        over("Waitings", x1=286), case(x1=400, after=block(line("They waited", x1=390, base=388))),
    ],
    "of_chapter": [
        case("Of trains", line("and ships"), before=CHAPTER), case("Of trains.", before=CHAPTER),
        case("Appendix B", size=9.2), case("Appendix B", before=CLOSE), case("appendix b"), case(),
        case(before=replace(CHAPTER, kind="paragraph")), case(before=HEADING),
        case(before=block(line("Chapter 2", page=1), kind="heading")),
        case(before=block(line("Chapter 2", bold=True), kind="heading")), case(LONG, before=CHAPTER),
    ],
    "over_words": [case(after=None), case(after=TABLE), case("2.1 Of trains", after=replace(TABLE, kind="item"))],
    "over_slant": [case(after=None), case(after=ONE), case(after=block(line(italic=True), line(italic=True)))],
    "over_heading": [case("1. Of trains", after=None), case("1. Of trains"), case(after=block(line(bold=True)))],
    "little_smaller": [
        named("A. OF TRAINS", size=9.0, before=CLOSE), named("A. OF TRAINS.", size=7.0),
        named(f"A. {LONG.upper()}{LONG.upper()[:77]}", size=7.0),
        named("A. OF TRAINS", *[line("OF", size=7.0)] * 3, size=7.0),
        middle(bold=True, size=8.4), middle(bold=True, size=SMALLER * BODY), middle(), named(size=9.0, bold=True),
        named("A. Of trains", size=9.0), middle(bold=True, before=CLOSE), middle("Of trains", *[centre()] * 3, bold=True),
        middle(LONG, bold=True), middle("They waited.", bold=True), middle("of trains", bold=True),
    ],
    "alone": [
        named(before=None), named(after=None), named(setting=replace(SETTING, spaced=True)), named("Of trains", line("and ships", x1=200)),
        named(before=block(line("They waited.", page=1))), named(before=block(replace(line("They waited.", base=440), column=1))),
        named(before=CLOSE), named(before=block(line(base=440))), named(after=ONE), named(after=SMALL),
        named(LONG[:60]), named(x1=RIGHT - 170), within(named("Waitings", x1=LEFT + 240)), named("of trains"),
    ],
    "between_gaps": [
        parted(setting=replace(SPACED, spaced=False)), parted("Of trains", line("and ships", x1=200)),
        parted("Cost of trains = price of tickets"),
        parted(before=replace(WHOLE, lines=(*WHOLE.lines[:2], line("trains", base=440)))),
        parted(before=replace(WHOLE, lines=(*WHOLE.lines[:2], CLOSE.first))), parted(after=None),
        parted(before=replace(WHOLE, lines=WHOLE.lines[1:])),
        parted(after=block(*(line("They waited", page=3) for _ in range(3)))),
        parted(after=replace(FOLLOWS, lines=FOLLOWS.lines[:2])), parted(after=block(line(), line(), line())),
        parted("Theorem 1"), parted("Of trains:"), parted(x0=90), parted("Waitings", x0=80, x1=200),
        parted(LONG[:60]), parted(x1=RIGHT - 170), within(parted("Waitings", x1=LEFT + 240)), parted("of trains"),
        spread(x1=RIGHT - 40), spread(LONG), spread(after=replace(FOLLOWS, lines=tuple(line(base=383 - 12 * n) for n in range(3)))),
        spread("Of trains", line("and", x1=200, base=388), line("ships", x1=200, base=376)),
        parted(after=replace(SLANTED, lines=(line("Of buses", base=376, italic=True, bold=True),))),
    ],
    "over_indent": [
        indented(setting=SPACED), indented(before=CLOSE), indented(before=None), indented("Of trains."), indented(LONG),
        indented("Of trains", line("and", x1=200), line("ships", x1=200)),
        indented(after=FOLLOWS), indented(after=block(*(line("They waited", x0=90, base=388 - 12 * n) for n in range(3)))),
    ],
    "small_alone": [
        named(), small("of trains", line("and ships", x1=200)), small("of trains,"), small(before=block(line(base=440))), small(after=None),
        small(setting=SPACED, after=block(line("They waited.", base=382), line(base=370))),
        small(bold=True, before=CLOSE), small(before=CLOSE), small(after=ONE), small(after=SMALL), small("o" * 60),
        small(x1=RIGHT - 170), within(small("waitings", x1=LEFT + 240)), small("of trains 12"), small("of ship"),
    ],
    "smaller_apart": [
        named(size=6.9, bold=True), named(size=8.0), named(size=8.0, bold=True, before=block(line("They waited.", base=409))), named(size=8.0, bold=True, after=None),
        named(size=8.0, bold=True, after=ONE), named("Of trains:", size=8.0, bold=True), named("of trains", size=8.0, bold=True),
        named(size=8.0, bold=True, before=block(line(base=440))), named(LONG, size=8.0, sans=True),
        named("Of trains", *[line(size=8.0, bold=True)] * 3, size=8.0, bold=True),
        named(size=8.0, bold=True, after=block(line("They waited for", size=8.0), line("trains, and more", size=8.0))),
    ],
    "bold_with_stop": [
        named("Of trains:"), named("Of trains", bold=True), named("Of trains.", bold=True), named("Of trains.", size=10.5, bold=True),
        named("Of trains:", bold=True, before=CLOSE), named("Of trains:", bold=True, before=block(line(base=440))),
        named("Of trains:", bold=True, after=ONE), named("Of trains:", bold=True, after=None), named("of trains:", bold=True),
        named(f"{LONG[:-1]}:", bold=True),
        named("Of trains:", bold=True, after=block(line("They waited for", size=8.0), line("trains, and more", size=8.0))),
        larger("Of trains:", before=ITEM, peers=Peers()), larger("Of trains:", before=ITEM, size=10.0), larger("Of trains:", after=None),
    ],
    "after_whole": [case(), named(before=block(line())), named(before=replace(TABLE, kind="code"))],
    "after_stop": [case(), named(before=block(line())), named(before=replace(STOPPED, kind="table"))],
    "narrow": [case(x0=80)],
    "short_right": [case("Waitings", x1=492)],
}  # fmt: skip


def listed(tables: dict[str, list[Case]]) -> list[tuple[str, Case]]:
    """Return each case with the name of what is asked of it."""
    return [(name, found) for name, cases in tables.items() for found in cases]


@pytest.mark.parametrize(("name", "found"), listed(HOLDS))
def test_what_just_holds_of_a_block(name: str, found: Case) -> None:
    assert getattr(found, name)


@pytest.mark.parametrize(("name", "found"), listed(MISSES))
def test_what_just_misses_it(name: str, found: Case) -> None:
    assert not getattr(found, name)


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        ("1.2 Of Trains that wait with this", 180),  # words of four letters count neither way
        ("1.2 Of Trains or ships and boats", 100),
        ("1.2 Of Trains and harbours", 100),
        ("Of Trains", 100),
    ],
)
def test_a_heading_is_longer_if_it_is_a_title_after_a_number(text: str, longest: int) -> None:
    assert case(text).longest == longest


def test_what_is_measured_of_a_block_and_its_name_after_its_number() -> None:
    capitals = line("OF TRAINS", raised="1")
    large = replace(capitals, words=(*capitals.words[:-1], capitals.words[-1]._replace(style=Style(12.0))))
    assert Case(block(large), None, TEXT, SETTING, {}).size == 12.0
    assert case("Of trains").width == 200 - LEFT
    assert (case("1.2 Of trains").name, case().name) == ("Of trains", "")
