"""Where bylines and titles end: what goes on in the next line of a title block, and what begins anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.pdf_criteria import SETTING, block, line

from sphinxext_eir.conversion.reading.pdf.title.block import with_title
from sphinxext_eir.conversion.reading.pdf.title.credits import with_whole_bylines

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.layout.lines import Line

TEXT = block(
    *(line(f"Waiting is an art of patient people, line {n} of it.", base=500 - 12 * n) for n in range(4))
)


def kinds_of(*heads: Line, running: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Return the kinds of the blocks over the text of a title block of *heads*, and what each says."""
    found = with_title([*(block(one) for one in heads), TEXT], SETTING, running)
    return [(one.kind, one.text) for one in found[:-1]]


def under_title(text: str, base: float, **looks: bool) -> Line:
    return line(text, x0=150, x1=400, base=base, page=1, **looks)


LARGE = line("Of Slow Trains", x0=150, x1=400, base=750, size=16.0, page=1)


def test_the_last_author_on_a_line_of_their_own_is_no_heading_though_it_is_bold() -> None:
    lines = [under_title("Jane Doe", 720), under_title("and Zvbqo Xqwer", 708, bold=True)]
    assert kinds_of(LARGE, *lines) == [("title", "Of Slow Trains"), ("front", "Jane Doe and Zvbqo Xqwer")]


def test_after_a_comma_a_line_that_names_nobody_is_none_of_the_authors() -> None:
    lines = [under_title("Jane Doe, Karl Berg,", 720), under_title("Waiting at the pier", 690, bold=True)]
    assert kinds_of(LARGE, *lines)[1:] == [
        ("front", "Jane Doe, Karl Berg,"),
        ("paragraph", "Waiting at the pier"),
    ]


def test_one_line_of_prose_over_the_byline_is_not_where_the_text_begins() -> None:
    motto = line("They who wait for trains have seen the tide come in, and go out again.", base=720, page=1)
    found = kinds_of(LARGE, motto, under_title("Jane Doe", 690))
    assert found[-1] == ("front", "Jane Doe")


def test_of_two_running_heads_the_longer_tells_the_title() -> None:
    lines = [line(text, x0=150, x1=400, base=750 - 20 * n, page=1) for n, text in enumerate(("Of Slow Trains", "And Who Waits"))]  # fmt: skip
    heads = ("Of Slow Trains And Who Waits", "And Who Waits")
    assert kinds_of(*lines, under_title("Jane Doe", 690), running=heads)[0] == ("title", "Of Slow Trains And Who Waits")  # fmt: skip


def test_a_link_over_two_lines_of_a_title_block_is_one() -> None:
    lines = [
        line(text, x0=150, x1=400, base=720 - 12 * n, page=1, target="https://example.org/")
        for n, text in enumerate(("Harbour Archive of", "Skarre"))
    ]
    blocks = [block(LARGE), block(*lines), TEXT]
    assert [one.text for one in with_title(blocks, SETTING)[1:-1]] == ["Harbour Archive of Skarre"]


@pytest.mark.parametrize(("gap", "goes_on"), [(28.0, True), (32.0, False)])
def test_a_list_of_authors_goes_on_in_a_line_that_is_no_farther_than_three_of_its_own(
    gap: float, *, goes_on: bool
) -> None:
    lines = [
        replace(block(under_title(text, base)), kind="front")
        for text, base in (("Jane Doe, Mary Roe, Gregory", 700), ("H. Lip, Karl van Berg", 700 - gap))
    ]
    assert len(with_whole_bylines(lines)) == (1 if goes_on else 2)


def test_who_an_author_is_goes_on_in_small_letters_in_the_next_line() -> None:
    lines = [replace(block(under_title(text, base)), kind="front") for text, base in (("J. Doe, professor of", 720), ("waiting people and of trains", 708))]  # fmt: skip
    assert [one.text for one in with_whole_bylines(lines)] == [
        "J. Doe, professor of waiting people and of trains"
    ]
