"""Tags of headings: believed by themselves where they look like headings, and not where they hold sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.pdf_criteria import SETTING, block, line

from sphinxext_eir.conversion.reading.pdf.blocks.pairs import Pair
from sphinxext_eir.conversion.reading.pdf.kinds.kind import kinds_of
from sphinxext_eir.conversion.reading.pdf.kinds.levels import with_chapters
from sphinxext_eir.conversion.reading.pdf.layout.setting import Region
from sphinxext_eir.conversion.reading.pdf.layout.trust import headings_are_trusted
from sphinxext_eir.conversion.reading.pdf.page.elements import Tag
from sphinxext_eir.conversion.reading.pdf.streams.contents import contents_go_on

HEADED = replace(SETTING, headed=True)
TEXT = [line(f"Waiting is an art of patient people, line {n} of it.", base=300 - 12 * n) for n in range(20)]


def tagged(*texts: str, kind: str = "H2"):  # noqa: ANN201
    """Return lines that a file calls headings."""
    return [line(text, x1=140, base=700 - 20 * n, tag=Tag(2, n, kind)) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "all_else", "trusted"),
    [
        (("Who Waits", "Where They Wait", "What For?", "II."), False, True),
        (("Who Waits", "Where They Wait"), False, False),
        (("Who Waits",), True, True),
        (("Who Waits", "Where They Wait", "1. Slow trains.—They wait at stations for days."), False, False),
        (("Who Waits", "and the sentence goes on", "Where They Wait"), True, False),
        ((), True, False),
    ],
)
def test_headings_are_believed_where_they_look_like_some(
    *, texts: tuple[str, ...], all_else: bool, trusted: bool
) -> None:
    assert headings_are_trusted([[*tagged(*texts), *TEXT]], all_else=all_else) is trusted


def test_a_file_whose_text_is_all_headings_is_not_believed() -> None:
    assert not headings_are_trusted([tagged("Who Waits", "Where They Wait", "What For")], all_else=True)


def test_a_believed_tag_makes_a_heading_of_what_is_set_like_the_text_and_tells_its_level() -> None:
    (one,) = tagged("Who Waits", kind="H3")
    found, decisions = kinds_of([block(one), block(*TEXT)], HEADED, {})
    assert (found[0].kind, found[0].level, decisions[id(one)]) == ("heading", 4, "tagged as a heading")
    assert kinds_of([block(one), block(*TEXT)], SETTING, {})[0][0].kind == "paragraph"


def test_a_block_ends_where_a_believed_heading_does() -> None:
    (one,) = tagged("Who Waits")
    two = line(base=688, tag=Tag(2, 9, "P"))
    region = Region(2, 0, (one, two), 72, 500)
    assert Pair(one, two, region, HEADED, (one,)).two_elements
    assert not Pair(one, two, region, SETTING, (one,)).two_elements


def test_a_number_alone_over_a_heading_is_a_part_of_it() -> None:
    number, name = (replace(block(one), kind="heading") for one in tagged("IV.", "Who Waits"))
    assert [one.text for one in with_chapters([number, name])] == ["IV. Who Waits"]


def entry(text: str, *, x1: float = 500, base: float = 700):  # noqa: ANN201
    """Return a line of a table of contents."""
    return line(text, x1=x1, base=base)


@pytest.mark.parametrize(
    ("texts", "x1", "count"),
    [
        (("9 Who Waits 76", "A Figures 82", "Waiting is an art."), 500, 2),
        (("Chapter 1", "Who Waits"), 130, 0),  # where no numbers of pages stand
        (("Waiting is an art.", "It has been one", "since the year", "of 1876"), 500, 0),
    ],
)
def test_a_table_of_contents_goes_on_at_the_head_of_the_next_page(
    *, texts: tuple[str, ...], x1: float, count: int
) -> None:
    lines = [entry(text, x1=x1, base=700 - 14 * n) for n, text in enumerate(texts)]
    assert contents_go_on(lines, [entry("8 Stations 70"), entry("8.1 Trains . . . . . 71")]) == set(
        lines[:count]
    )
    assert contents_go_on(lines, []) == set()
