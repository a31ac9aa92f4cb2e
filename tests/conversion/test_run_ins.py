"""Headings at the heads of paragraphs, on one line with their text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.pdf_criteria import SETTING, block, line

from sphinxext_eir.conversion.reading.pdf.kinds.kind import kinds_of
from sphinxext_eir.conversion.reading.pdf.kinds.run_ins import with_run_ins
from sphinxext_eir.conversion.reading.pdf.page.words import Style

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.blocks.breaks import Block

AFTER = "It is an art of people who have the time, and of stations."
HEADING = replace(block(line("Waiting", bold=True)), kind="heading", level=2)


def paragraph(text: str, lead: int, *, bold: bool = True, italic: bool = False, lines: int = 1):  # noqa: ANN201
    """Return a paragraph of a *text* whose first *lead* words are set apart."""
    first = line(text)
    style = Style(10.0, bold, italic)
    words = tuple(word._replace(style=style) if n < lead else word for n, word in enumerate(first.words))
    return block(replace(first, words=words), *(line(base=388 - 12 * n) for n in range(lines - 1)))


def heads(*blocks, known: dict[str, int] | None = None) -> list[str]:  # noqa: ANN002
    """Return the headings that paragraphs begin with, under the heading of a section, without spaces."""
    found, decisions = with_run_ins([HEADING, *blocks], known or {})
    assert len(decisions) == sum(bool(one.run_in) for one in found)
    return ["".join(one.text.split())[: one.run_in] for one in found if one.run_in]


THREE = (
    paragraph(f"Who waits. {AFTER}", 2),
    paragraph(f"Where to wait? {AFTER}", 3),
    paragraph(f"What for. {AFTER}", 2),
)
HEADS = ["Whowaits.", "Wheretowait?", "Whatfor."]


def test_bold_words_that_end_with_a_stop_are_a_heading_where_a_file_has_three() -> None:
    assert heads(*THREE) == HEADS
    assert heads(*THREE[:2]) == []


def test_entries_of_a_bibliography_may_begin_with_a_title_in_italics() -> None:
    name = replace(block(line("References", bold=True)), kind="heading", level=2)
    entries = [
        paragraph(f"{title} The Post. (2022, May 3). Retrieved May 4, 2022.", 3, bold=False, italic=True)
        for title in ("Ships that wait.", "Prices of rope.", "Ice in harbours.")
    ]
    assert len(heads(*entries)) == 3
    assert heads(name, *entries) == []
    assert heads(name, *entries, HEADING, *THREE) == HEADS


def test_a_dash_may_stand_between_a_heading_and_its_text() -> None:
    dashed = [paragraph(f"Slow trains{gap}{AFTER}", 2) for gap in (" — ", " – ", ". — ")]
    assert heads(*dashed) == ["Slowtrains—", "Slowtrains–", "Slowtrains.—"]
    glued = [paragraph(f"Slow trains —{AFTER}", 2) for _ in range(3)]
    assert heads(*glued) == ["Slowtrains"] * 3


def spaced(text: str, lead: int, gap: float, *, second: float = 72.0, lines: int = 2):  # noqa: ANN201
    """Return a paragraph with a *gap* after its bold words, whose second line begins at a place."""
    one = paragraph(text, lead)
    words = tuple(
        word._replace(x0=word.x0 + gap, x1=word.x1 + gap) if n >= lead else word
        for n, word in enumerate(one.first.words)
    )
    return block(replace(one.first, words=words), *[line(x0=second, base=388)][: lines - 1])


def test_bold_words_before_a_wide_space_are_one_without_a_stop_and_alone() -> None:
    assert heads(spaced(f"Who waits {AFTER}", 2, 9)) == ["Whowaits"]
    assert heads(spaced(f"Who waits {AFTER}", 2, 2)) == []
    assert heads(spaced(f"Who waits for {AFTER[3:]}", 2, 9)) == []


def test_bold_words_at_the_head_of_a_row_of_a_table_are_none() -> None:
    assert heads(spaced(f"Who waits {AFTER}", 2, 9, second=140)) == []
    assert heads(spaced(f"Who waits {AFTER}", 2, 9, lines=1)) == []


def test_a_heading_may_begin_with_a_mark_or_a_number_in_a_word() -> None:
    assert heads(*THREE, paragraph(f"“Slow” trains. {AFTER}", 2), paragraph(f"3D trains. {AFTER}", 2))[
        3:
    ] == [
        "“Slow”trains.",
        "3Dtrains.",
    ]


def test_italic_words_are_one_where_a_file_has_three() -> None:
    italic = [paragraph(f"{n}) Slow trains: {AFTER}", 3, bold=False, italic=True) for n in (1, 2, 3)]
    assert heads(*italic) == [f"{n})Slowtrains:" for n in (1, 2, 3)]
    assert heads(*italic[:2]) == []


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (f"who waits. {AFTER}", 2),
        (f"Waiting is an art. {AFTER}", 1),
        (f"Theorem 2. {AFTER}", 2),
        (f"Keywords: {AFTER}", 1),
        (f"S1 Table. {AFTER}", 2),
        ("Who waits. We do.", 2),
        (f"12. {AFTER}", 1),
        (f"Trains. and then {AFTER}", 1),
        (f"{'Tram ' * 18}wait. {AFTER}", 19),
        (f"1. {'Tram ' * 29}wait. {AFTER}", 31),
        (f"{'T' * 120}. {AFTER}", 1),
    ],
)
def test_what_is_set_apart_is_no_heading_by_that_alone(text: str, lead: int) -> None:
    assert heads(*THREE, paragraph(text, lead)) == HEADS


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (f"{'Tram ' * 17}wait. {AFTER}", 18),
        (f"2.1. {'Tram ' * 28}wait. {AFTER}", 30),
        (f"{'T' * 119}. {AFTER}", 1),
    ],
)
def test_a_heading_with_a_number_may_be_longer(text: str, lead: int) -> None:
    assert len(heads(*THREE, paragraph(text, lead))) == 4


def test_words_without_serifs_are_one_where_the_text_has_them() -> None:
    sans = []
    for text in (f"Who waits. {AFTER}", f"Where to. {AFTER}", f"What for. {AFTER}"):
        first = line(text)
        words = tuple(
            word._replace(style=word.style._replace(sans=n < 2)) for n, word in enumerate(first.words)
        )
        sans.append(block(replace(first, words=words)))
    assert heads(*sans) == ["Whowaits.", "Whereto.", "Whatfor."]
    assert heads(*sans[:2]) == []


@pytest.mark.parametrize(
    ("text", "lead", "above", "found"),
    [
        (f"Funding {AFTER}", 1, 9, True),  # no stop
        (f"Conflict of interest: {AFTER}", 3, 9, True),
        (f"Funding {AFTER}", 1, 0, False),  # in the first half
        (f"Funding was {AFTER[3:]}", 1, 9, False),  # the sentence goes on
        (f"Trains {AFTER}", 1, 9, False),
    ],
)
def test_names_of_sections_at_the_end_are_one_though_alone(
    text: str, lead: int, above: int, *, found: bool
) -> None:
    before = [block(line(AFTER))] * above
    assert bool(heads(*before, paragraph(text, lead), block(line(AFTER)), block(line(AFTER)))) is found


def test_names_of_sections_in_the_margin_are_none() -> None:
    margin = paragraph(f"Funding {AFTER}", 1)
    lines = tuple(replace(one, column=9) for one in margin.lines)
    assert heads(*[block(line(AFTER))] * 9, replace(margin, lines=lines)) == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Authors’ contributions:", 0),
        ("7. Contribuição dos autores", 0),
        ("Contributors", 0),
        ("Contributions to the theory of waiting", 3),
        ("Authors on waiting", 3),
    ],
)
def test_names_before_what_each_author_did_are_none(name: str, found: int) -> None:
    section = replace(HEADING, lines=(line(name, bold=True),))
    assert sum(bool(one.run_in) for one in with_run_ins([HEADING, section, *THREE], {})[0]) == found


def test_within_a_summary_there_is_none() -> None:
    summary = replace(HEADING, lines=(line("Abstract", bold=True),))
    assert not any(one.run_in for one in with_run_ins([summary, *THREE], {})[0])


def test_terms_that_short_paragraphs_explain_are_none_but_long_paragraphs_have_them() -> None:
    short = [paragraph(f"Slow train {n}: {AFTER}", 3) for n in range(3)]
    long = [paragraph(f"Slow train {n}: {AFTER}", 3, lines=4) for n in range(3)]
    assert heads(*short) == []
    assert heads(*long) == ["Slowtrain0:", "Slowtrain1:", "Slowtrain2:"]


def test_what_the_outline_has_is_one_in_whatever_letters() -> None:
    plain = paragraph(f"Who waits. {AFTER}", 0)
    assert heads(plain) == []
    assert heads(plain, known={"whowaits": 4}) == ["Whowaits."]


def test_it_stands_a_level_under_the_heading_before_it() -> None:
    found, _ = kinds_of([block(line("Waiting", bold=True, x1=130, base=420)), *THREE], SETTING, {})
    assert [(one.kind, one.level, bool(one.run_in)) for one in found] == [
        ("heading", 2, False), *[("paragraph", 3, True)] * 3,
    ]  # fmt: skip


def test_the_terms_of_a_list_with_letters_are_no_headings() -> None:
    assert (
        heads(*(paragraph(f"{sign} Slow trains: {AFTER}", 3, lines=3) for sign in ("a.", "b)", "(iv)"))) == []
    )
    assert heads(*(paragraph(f"{sign} Slow trains: {AFTER}", 3, lines=3) for sign in ("1.1", "1.2", "1.3"))) == [
        "1.1Slowtrains:", "1.2Slowtrains:", "1.3Slowtrains:",
    ]  # fmt: skip


def test_a_word_before_a_colon_or_a_dash_that_is_said_again_is_no_heading() -> None:
    assert heads(*(paragraph(f"{word}: {AFTER}", 1, lines=3) for word in ("Founded", "Who", "Founded"))) == []
    assert heads(*(paragraph(f"{word} – {AFTER}", 2) for word in ("Clerk", "Who", "Clerk"))) == []
    assert heads(*(paragraph(f"{word}. {AFTER}", 1) for word in ("Results", "Results", "Methods"))) == [
        "Results.", "Results.", "Methods.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "found"), [("Structured abstract", []), ("Abstract thoughts on trains", HEADS)]
)
def test_the_parts_of_a_structured_abstract_are_no_headings(name: str, found: list[str]) -> None:
    summary = replace(block(line(name, bold=True)), kind="heading", level=2)
    done, _ = with_run_ins([summary, *THREE], {})
    assert ["".join(one.text.split())[: one.run_in] for one in done if one.run_in] == found


def test_an_address_beside_another_is_no_heading() -> None:
    def wide(gap: float) -> Block:
        one = paragraph(f"Who waits {AFTER}", 2, lines=2)
        head, rest = one.first.words[:2], one.first.words[2:]
        away = tuple(word._replace(x0=word.x0 + gap, x1=word.x1 + gap) for word in rest)
        return replace(one, lines=(replace(one.first, words=(*head, *away)), *one.lines[1:]))

    assert heads(wide(20)) == ["Whowaits"]
    assert heads(wide(60)) == []
