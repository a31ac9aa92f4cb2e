"""Titles at their limits: each distance, size and length that decides which lines are the title just holds, and just misses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from support.pdf_criteria import SETTING, block, line

from sphinxext_eir.conversion.reading.pdf.title.lines import (
    is_front,
    is_no_title,
    said_unraised,
    size_of,
    title_in,
)

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.blocks.breaks import Block

BODY = SETTING.body


def text(
    words: str, base: float = 700, size: float = BODY, *, kind: str = "paragraph", page: int = 1, **looks: Any
) -> Block:
    """Return a block of one line on the first page; it stands at the left unless its places are given."""
    looks.setdefault("x0", 72)
    looks.setdefault("x1", 300)
    return block(line(words, base=base, size=size, page=page, **looks), kind=kind)


def title(*group: Block, heads: tuple[str, ...] = ()) -> tuple[int, int] | None:
    return title_in(group, SETTING, heads)


NAMES = text("Jane Doe", 500)

# What may be a title


@pytest.mark.parametrize(
    ("words", "kind", "may_be"),
    [
        ("Ode", "paragraph", True),
        ("Od 12", "paragraph", False),
        ("Trains", "title", True),
        ("Trains", "table", False),
        ("Trains " * 42 + "wait. ", "paragraph", True),
        ("T" * 300, "paragraph", True),
        ("T" * 301, "paragraph", False),
        ("12 May 2015", "paragraph", False),
    ],
)
def test_a_title_has_letters_and_is_no_longer_than_a_paragraph(
    words: str, kind: str, *, may_be: bool
) -> None:
    assert title(text(words, 700, 24, kind=kind), text("Of Slow Trains", 600, 14)) == (
        (0, 1) if may_be else (1, 2)
    )


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("12 May 2015", True),
        ("by Jane Doe", True),
        ("Written by Jane Doe", True),
        ("© 2015 Border Press", True),
        ("All rights reserved", True),
        ("ISSN 2053-8626 Page 1/5", True),
        ("This essay was originally written for a course.", True),
        ("Of Slow Trains", False),
        ("University of Vienna", False),
        ("By the Sea", False),
        ("Von langsamen Zügen", False),
        ("von Jane Doe", True),
    ],
)
def test_days_bylines_and_imprints_are_front_matter(words: str, *, is_one: bool) -> None:
    assert is_front(words) is is_one


@pytest.mark.parametrize(
    ("words", "is_none"),
    [
        ("S OZIAL", True),
        ("S OZIAL waiting", False),
        ("S OZIAL waiting SOZIA L", True),
        ("All rights reserved " + "b" * 279, True),
        ("All rights reserved " + "b" * 280, False),
        ("TWP 6-2007", True),
        ("Chapter 8", True),
        ("Of Slow Trains", False),
        ("TRENS LENTOS E PORTOS", False),
        ("Matters arising", True),
        ("Letters", True),
    ],
)
def test_logos_imprints_and_numbers_are_no_titles(words: str, *, is_none: bool) -> None:
    assert is_no_title(text(words)) is is_none


@pytest.mark.parametrize(("size", "is_label"), [(12.9, True), (13.0, False)])
def test_a_word_with_a_colon_is_a_label_unless_it_is_large(size: float, *, is_label: bool) -> None:
    found = title(text("Affiliations:", 700, size), text("Of Slow Trains", 600, 12))
    assert found == ((1, 2) if is_label else (0, 1))


def test_only_names_are_announced_by_a_label() -> None:
    small = text("More of it", 500)
    assert title(text("Authors:", 700, 12), text("Of Slow Trains", 670, 14), small) == (1, 2)
    assert title(text("Authors:", 700, 12), text("Jane Doe", 670, 14), text("Trains", 500, 12)) == (2, 3)


def test_a_marked_institution_is_announced_by_its_mark() -> None:
    raised = text("Rooms of Waiting", 700, 14, raised="1")
    assert title(raised, text("Of Slow Trains", 600, 12)) == (1, 2)


def test_a_title_may_look_like_a_name_over_a_label_that_stands_last() -> None:
    assert title(text("Jane Eyre", 700, 14), text("Of her", 600), text("Authors:", 500)) == (0, 1)


@pytest.mark.parametrize(
    ("words", "is_one"),
    [("Notes of the Border and Harbour", True), ("Notes of the Border and the Harbour", False)],
)
def test_the_name_of_a_journal_has_six_words_at_most(words: str, *, is_one: bool) -> None:
    group = text(words, 700, 20), text("Of Slow Trains", 600, 14), text(f"{words} 12(3)", 560)
    assert title(*group) == ((1, 2) if is_one else (0, 1))


@pytest.mark.parametrize(("size", "found"), [(BODY * 1.06, (1, 2)), (10.7, (0, 1))])
def test_larger_letters_on_the_first_page_are_the_title_whatever_follows(
    size: float, found: tuple[int, int]
) -> None:
    assert title(text("Of Slow Trains", 700, size), text("The First Chapter", 700, 20, page=2)) == found


def test_the_size_of_capitals_is_that_of_the_largest_of_them_but_not_of_raised_ones() -> None:
    large, small = line("OF", size=14), line("TRAINS", size=8)
    capitals = block(replace(small, words=(*large.words, *small.words)))
    assert size_of(capitals) == 14
    assert size_of(text("Of Trains", size=9)) == 9
    marked = text("OF TRAINS", size=10, raised="A")
    assert size_of(marked) == 10
    assert said_unraised(marked) == "OF TRAINS"


# Lines of a title in larger letters

FIRST = text("Of Slow Trains and", 700, 20)


@pytest.mark.parametrize(
    ("first", "gap", "goes_on"),
    [
        ("Of Slow Trains and", 43.9, True),
        ("Of Slow Trains and", 44, False),
        ("Of Slow Trains,", 59.9, True),
        ("Of Slow Trains,", 60, False),
    ],
)
def test_the_next_line_of_a_title_stands_close_or_after_a_comma(
    first: str, gap: float, *, goes_on: bool
) -> None:
    found = title(text(first, 700, 20), text("Those Who Wait", 700 - gap, 20), NAMES)
    assert found == ((0, 2) if goes_on else (0, 1))


@pytest.mark.parametrize(
    "other",
    [
        text("Those Who Wait", 676, 20, bold=True),
        text("THOSE WHO WAIT", 676, 20),
        text("Those Who Wait", 676, 20, page=2),
        text("Those Who Wait", 676, 14),
    ],
)
def test_a_line_that_is_set_in_another_way_is_no_line_of_the_title(other: Block) -> None:
    assert title(FIRST, other, NAMES) == (0, 1)


@pytest.mark.parametrize(("gap", "goes_on"), [(36, True), (36.5, False)])
def test_a_line_much_farther_than_the_lines_of_a_title_says_it_in_another_language(
    gap: float, *, goes_on: bool
) -> None:
    two = block(line("Of Slow Trains", base=724, size=20, page=1), *FIRST.lines)
    found = title(two, text("Langsame Züge", 700 - gap, 20), NAMES)
    assert found == ((0, 2) if goes_on else (0, 1))


@pytest.mark.parametrize(
    ("under", "gap", "looks", "is_one"),
    [
        ("A Study of Waiting", 59.9, {}, True),
        ("A Study of Waiting", 60, {}, False),
        ("A Study of Waiting", 1, {}, True),
        ("A Study of Waiting", 0, {}, False),
        ("A Study of Waiting", 30, {"bold": True}, False),
        ("A Study of Waiting", 30, {"page": 2}, False),
        ("A Study of Waiting", 30, {"kind": "table"}, False),
        ("12 May 2015", 30, {}, False),
    ],
)
def test_a_subtitle_stands_under_a_title_that_ends_with_a_colon(
    under: str, gap: float, looks: dict[str, Any], *, is_one: bool
) -> None:
    found = title(text("Of Slow Trains:", 700, 20), text(under, 700 - gap, 14, **looks))
    assert found == ((0, 2) if is_one else (0, 1))


@pytest.mark.parametrize(("size", "is_as_large"), [(20 * 0.97, True), (19.3, False)])
def test_lines_of_a_title_are_nearly_as_large_as_the_largest(size: float, *, is_as_large: bool) -> None:
    smaller = text("Those Who Wait", 676, size)
    assert title(FIRST, smaller, NAMES) == ((0, 2) if is_as_large else (0, 1))
    assert title(text("Those Who Wait", 724, size), FIRST, NAMES) == ((0, 2) if is_as_large else (1, 2))


def test_authors_over_a_title_as_large_are_none_of_it() -> None:
    assert title(text("Jane Doe*", 730, 14, italic=True), text("Of Slow Trains", 700, 14)) == (1, 2)


# A title in letters of the text

SLOW = text("Slow trains, and who", 700)


def test_what_stands_over_names_is_the_title() -> None:
    assert title(SLOW, text("Jane Doe", 680)) == (0, 1)
    assert title(text("Of trains that never come", 760), SLOW, text("Jane Doe", 680)) == (1, 2)


def test_bold_lines_and_among_these_capitals_are_the_title_rather() -> None:
    bold = text("Slow trains", 760, bold=True)
    assert title(bold, text("A deck that says more of them", 730), text("Jane Doe", 700)) == (0, 1)
    capitals = text("SLOW TRAINS", 730, bold=True)
    assert title(text("Reports", 760, bold=True), capitals, text("Jane Doe", 700)) == (1, 2)


def test_a_line_in_the_middle_is_the_title_and_the_next_is_no_line_of_it() -> None:
    middle = {"x0": 200, "x1": 372}
    lines = text("Slow trains", 760, **middle), text("Reports on waiting", 748, **middle)
    assert title(*lines, text("It is an art of patient people", 700)) == (0, 1)
    assert title(text("It is an art of patient people", 790), *lines) == (1, 2)


@pytest.mark.parametrize(
    ("gap", "first", "begins"),
    [
        (12, "Slow trains, and who", True),
        (21.9, "Slow trains, and who", True),
        (22, "Slow trains, and who", False),
        (0, "Slow trains, and who", False),
        (29.9, "Slow trains, and those:", True),
        (30, "Slow trains, and those:", False),
    ],
)
def test_lines_over_the_one_over_names_begin_the_title(gap: float, first: str, *, begins: bool) -> None:
    apart = text("Of trains that never come", 790)
    found = title(apart, text(first, 660 + gap), text("waits for them", 660), text("Karl Roe", 640))
    assert found == ((1, 3) if begins else (2, 3))


def test_names_over_the_line_over_names_begin_no_title() -> None:
    assert title(text("Jane Doe*", 672), text("waits for them", 660), text("Karl Roe", 640)) == (1, 2)


def test_a_name_may_be_the_title_over_another_in_italics() -> None:
    eyre = text("Jane Eyre", 700)
    assert title(eyre, text("Karl Roe", 680, italic=True)) == (0, 1)
    assert title(eyre, text("Karl Roe", 680)) is None


def test_a_day_over_the_line_over_names_begins_no_title() -> None:
    assert title(text("12 May 2015", 712), SLOW, text("Jane Doe", 680)) == (1, 2)


@pytest.mark.parametrize("looks", [{"bold": True}, {}])
def test_bold_lines_and_capitals_go_on_on_their_page(looks: dict[str, bool]) -> None:
    first, second = ("OF SLOW TRAINS", "AND WAITING") if not looks else ("Of slow trains", "and waiting")
    above = text(first, 700, **looks)
    assert title(above, text(second, 688, **looks), text("It is an art", 600)) == (0, 2)
    assert title(above, text(second, 688, page=2, **looks), text("It is an art", 600)) == (0, 1)


def test_capitals_at_the_left_are_the_title() -> None:
    assert title(text("Slow trains come", 740), text("OF TRAINS", 700), text("It is an art", 600)) == (1, 2)


# A title that running heads tell


@pytest.mark.parametrize(("size", "is_told"), [(12.9, True), (13, False)])
def test_a_title_that_is_told_wins_over_a_line_that_is_not_much_larger(size: float, *, is_told: bool) -> None:
    group = text("Border Notes", 700, size), text("Of Slow Trains", 600, kind="title"), NAMES
    assert title(*group) == ((1, 2) if is_told else (0, 1))


@pytest.mark.parametrize(
    ("gap", "words", "looks", "goes_on"),
    [
        (21.9, "and who waits", {}, True),
        (22, "and who waits", {}, False),
        (0, "and who waits", {}, False),
        (12, "Jane Doe", {}, False),
        (12, "AND WHO WAITS", {}, False),
        (12, "and who waits", {"bold": True}, False),
        (12, "and who waits", {"page": 2}, False),
        (12, "and who waits", {"size": 8}, False),
    ],
)
def test_a_title_that_is_told_goes_on_under_it(
    gap: float, words: str, looks: dict[str, Any], *, goes_on: bool
) -> None:
    group = text("Of Slow Trains", 600, kind="title"), text(words, 600 - gap, **looks)
    assert title(*group, text("It is an art", 400)) == ((0, 2) if goes_on else (0, 1))


@pytest.mark.parametrize(("gap", "goes_on"), [(18, True), (18.5, False)])
def test_a_title_that_is_told_ends_before_a_line_that_stands_apart(gap: float, *, goes_on: bool) -> None:
    told = block(line("Of Slow", base=612, page=1), line("Trains", base=600, page=1), kind="title")
    found = title(told, text("and who waits", 600 - gap), text("It is an art", 400))
    assert found == ((0, 2) if goes_on else (0, 1))


def test_a_title_that_is_told_begins_over_it_but_not_with_names() -> None:
    told = text("and who waits for them", 600, kind="title")
    assert title(text("Of Slow Trains", 612), told) == (0, 2)
    assert title(text("Jane Doe", 612), told) == (1, 2)


# Institutions, references and names of sections


@pytest.mark.parametrize(
    ("gap", "size", "outweighs"),
    [
        (44, 20, False),
        (44.5, 20, True),
        (44.5, 20 * 0.97, True),
        (44.5, 19.3, False),
        (120, 19.3, False),
        (120.5, 16, True),
        (120.5, 15.9, False),
    ],
)
def test_an_institution_is_outweighed_by_a_line_as_large_apart_or_nearly_so_far_below(
    gap: float, size: float, *, outweighs: bool
) -> None:
    found = title(text("University of Vienna", 700, 20), text("Of Slow Trains", 700 - gap, size))
    assert found == ((1, 2) if outweighs else (0, 1))


def test_an_institution_is_outweighed_by_no_names_and_by_nothing_on_another_page() -> None:
    place = text("University of Vienna", 700, 20)
    assert title(place, text("Jane Doe", 600, 20)) == (0, 1)
    assert title(place, text("Of Slow Trains", 600, 20, page=2)) == (0, 1)


REFERENCE = text("Doe, J. (2016) Of slow trains and", 700, 14)


@pytest.mark.parametrize(
    ("gap", "size", "is_part"), [(30, 14, True), (31, 14, False), (0, 14, False), (20, 16, False)]
)
def test_lines_of_a_reference_over_the_title_are_none_of_it(
    gap: float, size: float, *, is_part: bool
) -> None:
    rest = text("of waiting. Border Notes", 700 - gap, size)
    assert title(REFERENCE, rest, text("Of Slow Trains", 600, 12)) == ((2, 3) if is_part else (1, 2))


def test_each_line_of_a_reference_stands_under_the_one_before() -> None:
    rest = text("of waiting. Border", 680, 14), text("Notes of the Harbour", 660, 14)
    assert title(REFERENCE, *rest, text("Of Slow Trains", 600, 12)) == (3, 4)


def test_a_reference_ends_with_a_number() -> None:
    ended = text("Doe, J. (2016) Trains, 12.", 700, 14)
    assert title(ended, text("Of Slow Trains", 680, 14)) == (1, 2)
    assert title(text("Of Slow Trains", 720, 12), REFERENCE) == (0, 1)


OVER = text("Focus", 700, 20)
BYLINE = text("Jane Doe", 670, 12)
UNDER = text("Of Slow Trains", 640, 14)


def test_the_name_of_a_section_stands_over_the_byline_of_a_title_that_running_heads_say() -> None:
    assert title(OVER, BYLINE, UNDER, heads=("OF SLOW",)) == (2, 3)
    more = text("and Those Who Wait", 622, 14), text("It is an art", 604, 10)
    assert title(OVER, BYLINE, UNDER, *more, heads=("Of Slow Trains 3",)) == (2, 4)


@pytest.mark.parametrize(
    ("group", "heads"),
    [
        ((OVER, BYLINE, UNDER), ()),
        ((OVER, BYLINE, UNDER), ("Of Fast Trains",)),
        ((OVER, BYLINE, UNDER), ("Of Slow Trains", "FOCUS")),
        ((OVER, text("It is of trains that never come", 670, 12), UNDER), ("Of Slow Trains",)),
        ((text("A Focus on Trains", 700, 20), BYLINE, UNDER), ("Of Slow Trains",)),
        ((OVER, UNDER), ("Of Slow Trains",)),
    ],
)
def test_a_line_is_the_title_unless_all_says_that_it_names_a_section(
    group: tuple[Block, ...], heads: tuple[str, ...]
) -> None:
    assert title(*group, heads=heads) == (0, 1)


def test_three_words_may_name_a_section() -> None:
    assert title(text("Focus on Trains", 700, 20), BYLINE, UNDER, heads=("Of Slow Trains",)) == (2, 3)


# Lines of covers and journals that outsize the title


@pytest.mark.parametrize(
    "words",
    [
        "Supervisor: Dr Karl Berg",
        "Module Code: PHI 101",
        "PREPRINT",
        "COMMENT",
        "Manuscript in preparation",
        "Check for updates",
    ],
)
def test_what_a_cover_or_a_journal_says_of_a_paper_is_no_title(words: str) -> None:
    assert title(text(words, 700, 24), text("Of Slow Trains", 600, 14), NAMES) == (1, 2)


def test_a_journals_name_beside_the_logo_of_its_publisher_is_no_title() -> None:
    banner = line("Slow Trains SkarrePress", x0=72, x1=300, base=700, size=24, page=1)
    logo = banner.words[-1]._replace(base=712, style=banner.words[-1].style._replace(size=12))
    of_journal = block(replace(banner, words=(*banner.words[:-1], logo)))
    assert title(of_journal, text("Who Waits", 600, 16), NAMES, heads=("Slow Trains 2008, 9:559",)) == (1, 2)


def test_an_institution_that_outsizes_a_cover_is_no_title_where_the_next_page_says_one_again() -> None:
    place = text("DEPARTMENT OF TRAINS", 700, 24, bold=True)
    named = text("OF SLOW TRAINS", 400, 12, bold=True)
    school = text("Skarre University", 300, 12, bold=True)
    again = text("Of Slow Trains", 700, 12, page=2)
    assert title(place, named, NAMES, school, again) == (1, 2)
    assert title(place, named, NAMES, school, text("Who Waits", 700, 12, page=2)) == (0, 1)
