"""What the blocks of a PDF are, and what just misses a criterion: each case lacks one thing that it asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from support.near_misses import cases, misses
from support.pdf_criteria import (
    H1,
    HANGING,
    P1,
    RIGHT,
    SETTING,
    SPACED,
    TAGGED,
    TD,
    TEXT,
    Line,
    block,
    case,
    line,
)

from sphinxext_eir.conversion.reading.pdf.kinds import headings
from sphinxext_eir.conversion.reading.pdf.kinds import kind as kinds
from sphinxext_eir.conversion.reading.pdf.kinds.cases import SMALLER
from sphinxext_eir.conversion.reading.pdf.kinds.peers import Peers
from sphinxext_eir.conversion.reading.pdf.streams.contents import key_of
from sphinxext_eir.text.decisions import decide

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.blocks.breaks import Block
    from sphinxext_eir.conversion.reading.pdf.kinds.cases import Case

LIST = line("1. Trains are slow,")
PARAGRAPH = block(line("They waited for trains.", base=388), line("They came.", base=376))
SERIFS = block(line("They waited.", base=386), line("They came.", base=374))
APART = block(line("They waited for trains.", base=412.6))
"""A line so far above that nothing stands apart from it; one point more, and it does."""


def name(text: str = "Of trains", *more: Line, **known: Any) -> Case:
    """Return a line between two paragraphs, apart from the first."""
    return case(text, *more, **{"before": block(line(base=440)), "after": PARAGRAPH, **known})


def middle(text: str = "Of trains", *, x0: float = 250, x1: float = 322, **known: Any) -> Case:
    """Return a line in the middle."""
    return name(text, x0=x0, x1=x1, **known)


STOPPED = block(line("They waited for trains.", base=440))
LONG = "O" + 99 * "o"
"""As long as no heading in the letters of the text."""
TALL = [line(base=388), line(base=376), line(base=364)]
KNOWN = {"oftrains": 2}
CLOSE = block(line("They waited for trains.", base=412.6))
FIGURE = block(line("Figure 1: Trains", base=388))
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
    "beside the numbers of a chart": [
        case("1. Of trains", after=block(line("0.5"))), case(after=block(line("0.5")), known=KNOWN), case(),
    ],
    "right over the caption of a picture, neither bold nor numbered": [
        case("1. Of trains", before=CLOSE, after=FIGURE), case(before=CLOSE, after=FIGURE, known=KNOWN), case(after=FIGURE),
    ],
    "one word again and again": [case("Trains trains"), case("Trains"), case("Trains Trains", known={"trainstrains": 2})],
    "in letters of one width": [case("wait"), case("Of trains", mono=True, known=KNOWN), case("Of trains", line(), mono=True)],
    "the authors of an entry": [case("Doe, Jane"), case("Doe, J.M. & van Berg,", known={"doejmvanberg": 2})],
    "set as no heading of the contents or the outline is": [
        case(), case(looks=frozenset([(10, False, False)])), case(looks=frozenset([(12, True, False)]), known=KNOWN),
        case("Conclusion", looks=frozenset([(12, True, False)])), case(looks=frozenset([(12, True, False)]), peers=Peers(2, 2)),
    ],
    "the place that a manuscript leaves for a table or picture": [case("Insert Table"), case("Insert Table 1 of trains"), case("Insert trains 1")],
    "set as many blocks are, none of which stands as a heading does": [
        case(size=14.0, peers=Peers(3, 0)), case(size=14.0, peers=Peers(4, 1)), case(size=14.0, peers=Peers(4, 0), known=KNOWN), case("Conclusion", size=14.0, peers=Peers(4, 0)),
    ],
    "set larger than the text": [case(size=10.7), case("of trains", size=14.0), case("They waited.", size=14.0), case("1. They waited.", size=14.0)],
    "the name of a section": [case("Of trains"), case("Notes:", before=block(line("They", base=412), kind="table")), case("Conclusion", line()), case("References:", size=9.0), case("Works", line("cited"))],
    "without serifs, over a paragraph with them": [
        name(),
        name(sans=True, size=9.2),
        name(sans=True, before=block(line(base=412.6))),
        name(sans=True, after=block(line("They waited.", x1=150, base=388))),
        name(sans=True, after=block(line(base=388, sans=True), line())),
        name("O" * 100, sans=True),
        name("Of trains", *[replace(one, words=tuple(w._replace(style=w.style._replace(sans=True)) for w in one.words)) for one in TALL], sans=True),
        name("Of trains", *[line("by sea", sans=True)] * 3, sans=True),
        name("of trains", sans=True),
    ],
    "smaller than the text": [case(size=9.4), case(size=SMALLER * SETTING.body)],
    "begins small, alone between gaps or in letters of its own, after a sentence and over another": [
        name("of trains", before=STOPPED, setting=SPACED),
        name("of trains", before=block(line("They waited for trains.", base=412))),
        name("of trains", before=replace(STOPPED, lines=(line(base=440),)), bold=True),
        name("of trains", before=STOPPED, bold=True, after=block(line("and on", base=388), line("trains.", base=376))),
        name("of trains,", before=STOPPED, bold=True),
        name("of it", before=STOPPED, bold=True),
    ],
    "begins small, or with a bullet": [case("Of trains"), case("Trains •")],
    "ends with a stop, and is no question": [case(), case("Why trains?"), case("Wait!"), case("1. They waited.", bold=True)],
    "bold": [case(), case("Of trains", *(line(bold=True) for _ in range(3)), bold=True), case("Of trains", line(), bold=True)],
    "in capitals, apart or in the middle": [case("OF TRAINS", before=APART), name("Of trains"), name("OF IT"), name("OF Trains")],
    "ends with a question, in letters of the text": [case(), name("1. Why trains?"), middle("Why trains?")],
    "italic, on lines of its own": [
        name(),
        name(italic=True, after=block(line("They waited.", x1=150, base=388))),
        name(LONG, italic=True),
        name("Of trains", line(italic=True), line(italic=True), italic=True),
    ],
    "numbered, apart from a paragraph that follows": [
        name("Of trains"),
        name("1.2 Of trains", before=APART),
        name("C. Of trains", after=block(line("They waited.", x1=150, base=388))),
        name("1.2 O " + "o" * 94),
        name("1.2 " + LONG + LONG[:76]),
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
        (case("A 1"), "without a letter"),
        (case("O" * 221), "longer than a heading"),
        (case("Of trains", *[line(bold=True)] * 2, bold=True), "bold"),
        (case(size=10.8), "set larger than the text"),
        (case("Why trains?", size=14.0), "set larger than the text"),
        (case("Conclusion:"), "the name of a section"),
        (case("Conclusion", size=9.0), "the name of a section"),
        (case("References:", size=SMALLER * SETTING.body), "the name of a section"),
        (case("• Of trains"), "begins small, or with a bullet"),
        (case("1. of trains"), "begins small, or with a bullet"),
        (name("1.2 β-Trains", before=STOPPED), "numbered, apart from a paragraph that follows"),
        (name("Why trains?"), "ends with a question, in letters of the text"),
        (middle("Why trains?", before=APART), "ends with a question, in letters of the text"),
        (name(sans=True, size=9.3), "without serifs, over a paragraph with them"),
        (case(size=9.2), "smaller than the text"),
        (name(LONG[:-1], italic=True), "italic, on lines of its own"),
        (name("Of trains", line(italic=True), italic=True), "italic, on lines of its own"),
        (name("1.2 O " + "o" * 93), "numbered, apart from a paragraph that follows"),
        (name("1.2 " + LONG + LONG[:75]), "numbered, apart from a paragraph that follows"),
        (name("of trains", before=STOPPED, bold=True), "begins small, alone between gaps or in letters of its own, after a sentence and over another"),
        (name("of trains", before=STOPPED, after=block(line("They waited.", base=380), line(base=368)), setting=SPACED), "begins small, alone between gaps or in letters of its own, after a sentence and over another"),
        (name("of trains", before=STOPPED), "begins small, alone between gaps or in letters of its own, after a sentence and over another"),
        (name("A. OF TRAINS", size=7.1), "little smaller than the text, bold, italic or numbered, in the middle or in capitals, apart from what follows"),
        (name("A. OF TRAINS", size=6.9), "smaller than the text"),
        (name("OF TRAINS", size=7.1), "smaller than the text"),
        (case("OF TRAINS", before=None), "in capitals, apart or in the middle"),
        (case("OF TRAINS", before=block(line(base=412, page=1))), "in capitals, apart or in the middle"),
        (case("OF TRAINS", before=block(line(base=415.2))), "in capitals, apart or in the middle"),
        (case("OF TRAINS", before=block(line(base=399))), "in capitals, apart or in the middle"),
        (case("OF TRAINS", before=APART, x0=250, x1=322), "in capitals, apart or in the middle"),
        (case("GROẞE STRAßE", before=None), "in capitals, apart or in the middle"),
        (middle(LONG[:-1]), "short, in the middle, over a paragraph"),
        (case("References:", before=block(line("They", base=412), kind="table")), "the name of a section"),
        (case("Notes", before=block(line("They", base=412), kind="table")), "the name of a section"),
        (case("x > y"), "a formula"),
        (case("a b"), "a formula"),
        (case("Word word = waits"), "a formula"),
    ],
)  # fmt: skip
def test_what_just_is_or_isnt_a_heading(found: Case, said: str) -> None:
    decided = decide(headings.HEADINGS, found)
    assert decided
    assert decided.name == said


def slanted(text: str, **known: Any) -> Case:
    """Return a line of a list that hangs under its numbers; words after a low line are slanted."""
    found = name(text.replace("_", ""), **known)
    words = [
        word._replace(style=word.style._replace(italic=said.startswith("_")))
        for word, said in zip(found.block.first.words, text.split(), strict=True)
    ]
    return replace(found, block=block(replace(found.block.first, words=tuple(words))), counted=True)


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
        case("They", line(**INDENTED), line(x0=102, x1=470), **INDENTED),
        case("They", line(x0=130, x1=470), **INDENTED),
    ],
    "several lines, all indented alike": [
        case("They", x0=100),
        case("They", line(x0=100), line(x0=103), x0=100),
        case("They", line(x0=131), x0=100),
        replace(case(), block=block(line(x0=100), line(x0=100), region=HANGING)),
    ],
    "a line set narrower than the text, where gaps part paragraphs": [
        case(x0=100),
        case(x0=100, setting=replace(SPACED, indented=True)),
        case(x0=100, x1=495, setting=SPACED),
        case(x0=150, x1=495, setting=SPACED),
        case(x0=100, setting=replace(SPACED, spaced=False)),
        case("They", line(x0=120, x1=300), setting=SPACED, x0=100),
        case("They", line(**INDENTED), setting=SPACED, **INDENTED),
        middle(setting=SPACED),
    ],
    "smaller than the text, between paragraphs": [
        case("O" * 100, x0=120, size=9.0), case("O" * 101, x0=120, size=9.6), middle("O" * 101, size=9.0),
        case("O" * 101, x0=120, size=0.955 * SETTING.body),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (case("They", line(x0=129), x0=100, x1=RIGHT), "quotation"),
        (case("They", line(x0=100), line(x0=101.5), x0=100, x1=RIGHT), "quotation"),
        (case(f"{LONG}o", x0=120, x1=RIGHT, size=9.5), "quotation"),
        (case("They", line(x0=100, size=10.3), x0=100, x1=RIGHT, size=10.3), "quotation"),
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
        (replace(case("2. They"), counted=True), "item"),
        (replace(case("They waited."), counted=True), "paragraph"),
        (replace(case("2."), counted=True), "paragraph"),
        (replace(case("2. They", size=11.5), counted=True), "item"),
        (replace(case("2. They", size=11.6), counted=True), "heading"),
        (slanted("2. _Of _slow _trains and"), "heading"),
        (slanted("2. _Of _slow _trains and ships"), "item"),  # not enough of it is slanted
        (slanted("2. Of _trains"), "item"),
        (slanted("2. _Of _trains", before=APART), "item"),
        (slanted("2. _Of _trains", after=block(line("They waited", x1=150, base=388))), "item"),
        (case("trains", italic=True, before=block(line("Table 1", base=412), kind="caption")), "caption"),
        (replace(case("2. They", bold=True), item=block(LIST, kind="item")), "heading"),
        (case("Table 1: They", *[line()] * 6), "caption"),
        (case("Table 1: They", *[line()] * 7), "paragraph"),
    ],
)  # fmt: skip
def test_what_a_block_is(found: Case, kind: str) -> None:
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
        (under(base=386.6), True),
        (under(base=396), True),
        (under(base=386.5), False),
        (under(base=400), False),
        (under(base=401), False),
        (under(page=3), False),
        (replace(under(), column=1), False),
        (under(size=9.0), False),
    ],
)  # fmt: skip
def test_the_rest_of_a_caption_stands_right_below(rest: Line, *, goes_on: bool) -> None:
    setting = replace(SETTING, leadings={20: 12.0, 16: 10.0})
    found, _ = kinds.kinds_of([PICTURE, block(rest), TEXT], setting, {})
    assert (len(found[0].lines) == 2) is goes_on
    large = replace(PICTURE, lines=(replace(PICTURE.first, words=line("Figure 1: A", size=10.0).words),))
    assert len(kinds.kinds_of([large, block(under(size=10.0)), TEXT], SETTING, {})[0][0].lines) == 1
    edge = 0.955 * SETTING.body
    nearly = replace(PICTURE, lines=(line("Figure 1: A", size=edge),))
    assert len(kinds.kinds_of([nearly, block(under(size=edge)), TEXT], SETTING, {})[0][0].lines) == 1
    note = block(line("They came by trains", size=8.0))
    assert len(kinds.kinds_of([note, block(under()), TEXT], SETTING, {})[0][0].lines) == 1


def test_a_block_is_judged_by_the_one_after_it_and_the_reason_is_told() -> None:
    heading = block(line("Of trains", x1=200, base=412, italic=True))
    found, said = kinds.kinds_of([TEXT, heading, block(line("Here", x1=100))], SETTING, {})
    assert [one.kind for one in found] == ["paragraph"] * 3
    assert said == {}
    found, said = kinds.kinds_of([heading, TEXT], SETTING, {})
    assert [one.kind for one in found] == ["heading", "paragraph"]
    assert said == {id(heading.first): "italic, on lines of its own"}


SECTIONS = ("Of trains", "Of ships", "Of harbours", "Of both")
LINES = ["On", "the", "art", "of", "waiting"]


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        (SECTIONS, True),
        ((*SECTIONS, "Of buses"), True),
        ((*SECTIONS, "Of buses", "Of roads"), False),  # the file has too few of them
        (SECTIONS[:3], False),
    ],
)  # fmt: skip
def test_looks_of_headings_are_known_where_the_file_has_most_that_the_contents_have(
    listed: tuple[str, ...], *, found: bool
) -> None:
    blocks = [block(line(text, size=12.0)) for text in SECTIONS]
    looks = kinds._looks_of(blocks, {key_of(text): 2 for text in listed})
    assert looks == (frozenset([(12, False, False)]) if found else frozenset())


@pytest.mark.parametrize(
    ("fourth", "found"),
    [
        (block(*map(line, LINES[:4])), True),
        (block(*map(line, LINES)), False),
        (block(line("On the art of"), kind="table"), False),
        (block(line("Of roads")), False),
    ],
)
def test_only_short_paragraphs_that_the_contents_have_tell_the_looks(fourth: Block, *, found: bool) -> None:
    known = {key_of(text): 2 for text in (*SECTIONS[:3], "On the art of", "On the art of waiting")}
    blocks = [*(block(line(text)) for text in SECTIONS[:3]), fourth]
    assert bool(kinds._looks_of(blocks, known)) is found


MISSES = {"headings": HEADINGS, "quotations": QUOTATIONS}


@pytest.mark.parametrize(("table", "criterion", "found"), cases(MISSES))
def test_what_lacks_one_thing_misses_the_criterion(table: str, criterion: str, found: Any) -> None:
    assert misses(table, criterion, found)


QUOTED = block(*(line(x0=90, x1=480, base=base, size=8.0) for base in (400, 390)), kind="quotation")


@pytest.mark.parametrize(
    ("looks", "quoted"),
    [
        ({}, True),
        ({"base": 410}, True),  # right above
        ({"size": 10.0}, False),  # a paragraph with an indent
        ({"x0": 92.0}, False),
        ({"base": 360}, False),
        ({"base": 380, "page": 3}, False),
    ],
)
def test_a_line_beside_a_quotation_that_is_set_like_it_is_one(looks: dict[str, Any], *, quoted: bool) -> None:
    verse = block(line("Waiting", **{"x0": 90.0, "x1": 140, "base": 380, "size": 8.0, **looks}))
    blocks = [verse, QUOTED] if verse.first.base > 400 else [QUOTED, verse]
    found = kinds._with_whole_quotations(blocks, SETTING)
    assert (found[blocks.index(verse)].kind == "quotation") is quoted
    assert found[blocks.index(QUOTED)] == QUOTED


def test_lines_beside_one_another_are_quoted_up_to_a_heading() -> None:
    verse = [
        block(line("Waiting", x0=90, x1=140, base=380 - 10 * n, size=8.0), kind=kind)
        for n, kind in enumerate(("paragraph", "paragraph", "heading", "paragraph"))
    ]
    found = kinds._with_whole_quotations([QUOTED, *verse], SETTING)
    assert [one.kind for one in found[1:]] == ["quotation", "quotation", "heading", "paragraph"]
