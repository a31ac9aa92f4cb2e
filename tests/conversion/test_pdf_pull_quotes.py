"""Pull quotes in PDFs: boxes that the text is set around, which say again what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.pdf_criteria import line

from sphinxext_eir.conversion.outcome import Reason
from sphinxext_eir.conversion.reading.pdf.layout.lines import text_of
from sphinxext_eir.conversion.reading.pdf.layout.pull_quotes import without_pull_quotes
from sphinxext_eir.conversion.reading.pdf.page.words import Page, Sheets
from sphinxext_eir.conversion.reading.pdf.reader import reading_of

TEXT = [
    "The keeper wrote in the winter of that year that the quay would not hold",
    "another spring, and that nobody who had seen the ice come down the river",
    "would doubt it. A harbour is a promise to those who",
    "are still at sea, he wrote, and the town that",
    "breaks it will have no ships. The council read",
    "the letter twice, thanked him, and put it away with the others, where it",
    "was found a hundred years later between two bills for rope and tar.",
]
FULL, SHORT = 500.0, 360.0


def page_with(
    *quote: str, size: float = 14.0, bold: bool = True, narrowed: bool = True, x0: float = 380.0
) -> Page:
    """Return a page whose third to fifth line have a box beside them, and whose text may run into it without it."""
    lines = [
        line(text, x1=SHORT if n in (2, 3, 4) and narrowed else FULL, base=700 - 14 * n)
        for n, text in enumerate(TEXT)
    ]
    lines += [
        line(text, x0=x0, x1=x0 + 120, base=674 - 12 * n, size=size, bold=bold)
        for n, text in enumerate(quote)
    ]
    return Page(1, 600, 800, tuple(word for one in lines for word in one.words))


def pulled(page: Page) -> str:
    """Return the pull quotes of *page*."""
    (found,) = without_pull_quotes([page])
    assert sorted((*found.words, *found.pulled)) == sorted(page.words)
    return text_of(found.pulled)


SAID = ("A harbour is a promise", "to those who are still", "at sea, he wrote")


@pytest.mark.parametrize(
    "page",
    [page_with(*SAID), page_with(*SAID, bold=False), page_with(*SAID, size=10.0)],
    ids=["larger and bold", "larger", "bold"],
)
def test_a_box_that_the_text_is_set_around_and_says_the_same_is_a_pull_quote(page: Page) -> None:
    assert pulled(page) == " ".join(SAID)


@pytest.mark.parametrize(
    "page",
    [
        page_with(*SAID, size=10.0, bold=False),
        page_with("A lighthouse was built", "on the rock in front of", "the town much later"),
        page_with(SAID[0]),
        page_with("A harbour", "is a"),
        page_with(*SAID, narrowed=False, x0=520.0),
    ],
    ids=["like the text", "says something else", "one line", "few letters", "in the margin"],
)
def test_another_box_is_none(page: Page) -> None:
    assert pulled(page) == ""


def test_a_pull_quote_may_leave_something_out() -> None:
    assert pulled(page_with("A harbour is a promise", "to those who are still", "at sea ... and the town", "that breaks it")) != ""  # fmt: skip


def test_headings_beside_a_column_are_none() -> None:
    left = [word for n in range(9) for word in line(TEXT[0], x0=72, x1=280, base=700 - 14 * n).words]
    head = [
        *line("The keeper wrote in the", x0=300, x1=420, base=686, bold=True).words,
        *line("winter of that year", x0=300, x1=400, base=672, bold=True).words,
    ]
    right = [word for n in range(4) for word in line(TEXT[1], x0=300, x1=508, base=650 - 14 * n).words]
    assert pulled(Page(1, 600, 800, (*left, *head, *right))) == ""


def test_the_text_is_whole_and_the_quote_is_said_to_be_left_out() -> None:
    reading = reading_of(Sheets((page_with(*SAID),)))
    assert [" ".join("".join(run.text for run in block.inlines).split()) for block in reading.blocks] == [
        " ".join(TEXT)
    ]
    assert [drop.reason for drop in reading.dropped] == [Reason.PULL_QUOTE]


def test_a_pull_quote_may_stand_within_a_sentence() -> None:
    lines = [line(text, x1=FULL, base=700 - 14 * n - (60 if n > 3 else 0)) for n, text in enumerate(TEXT)]
    quote = [
        line(text, x0=140, x1=400, base=630 - 16 * n, size=14.0, bold=True)
        for n, text in enumerate(("A harbour is a promise", "to those who are still at sea."))
    ]
    page = Page(1, 600, 800, tuple(word for one in (*lines, *quote) for word in one.words))
    assert pulled(page) == "A harbour is a promise to those who are still at sea."
    (block,) = reading_of(Sheets((page,))).blocks
    assert " ".join("".join(run.text for run in block.inlines).split()) == " ".join(TEXT)
    heading = [line(text, x1=FULL, base=700 - 14 * n - (60 if n > 1 else 0)) for n, text in enumerate(TEXT)]
    over = [replace(one, words=tuple(w._replace(base=w.base + 28) for w in one.words)) for one in quote]
    assert pulled(Page(1, 600, 800, tuple(word for one in (*heading, *over) for word in one.words))) != ""
    ended = [
        replace(heading[1], words=(*heading[1].words[:-1], heading[1].words[-1]._replace(text="end."))),
        *heading[2:],
    ]
    assert pulled(Page(1, 600, 800, tuple(word for one in (*ended, *over) for word in one.words))) == ""
    address = [
        *heading[:2],
        replace(heading[2], words=(heading[2].words[0]._replace(text="https://a.example"),)),
    ]
    assert (
        pulled(Page(1, 600, 800, tuple(word for one in (*address, *lines[3:], *over) for word in one.words)))
        == ""
    )
    head = [heading[1], *heading[2:]]  # a journal's line over a title
    assert pulled(Page(1, 600, 800, tuple(word for one in (*head, *over) for word in one.words))) == ""
