"""Boxes beside the title and the abstract: an imprint, the days of an article, its keywords; and tables with labels for authors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.pdf_criteria import line

from sphinxext_eir.conversion.document import Document, Table
from sphinxext_eir.conversion.inlines import plain
from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.pdf.layout.asides import Stretch, asides_of
from sphinxext_eir.conversion.reading.pdf.page.words import Page, Sheets
from sphinxext_eir.conversion.reading.pdf.reader import reading_of

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.layout.lines import Line

FULL = "Waiting is an art of patient people, and patience is what the harbour of Skarre asks for"
TITLE = [
    line("Of Slow Trains", x0=72, x1=240, base=700, size=18, page=1, bold=True),
    line("and Harbours", x0=72, x1=220, base=680, size=18, page=1, bold=True),
    line("Jane Doe", x0=72, x1=150, base=640, size=12, page=1),
]
IMPRINT = ["Harbour Studies", "2024, Vol. 0(0) 1–33", "© The Author 2024", "Article reuse guidelines:"]
BESIDE = [
    line(text, x0=400, x1=400 + 3.4 * len(text), base=712 - 9 * n, size=7, page=1)
    for n, text in enumerate((*IMPRINT, "journals.example.org/home/hst"))
]


def read(*heads: Line, text: float = 500) -> Document:
    """Return what is made of a page with *heads* over its text, which begins on the height *text*."""
    body = [line(FULL, base=text - 12 * n, page=1) for n in range(20)]
    last = line("It was built twice.", x1=180, base=text - 240, page=1)
    words = tuple(word for one in (*heads, *body, last) for word in one.words)
    pages = [Page(1, 600, 800, words)]
    for number in (2, 3):
        lines = [line(FULL, base=700 - 12 * n, page=number) for n in range(30)]
        pages.append(Page(number, 600, 800, tuple(word for one in lines for word in one.words)))
    made = convert_reading(reading_of(Sheets(tuple(pages))), "t", "rst", {}).value
    assert made.ledger.even
    return made.document


def said(document: Document) -> str:
    return " ".join(run.text for block in document.blocks[:3] for run in getattr(block, "inlines", ()))


def test_an_imprint_beside_the_title_parts_none_of_its_lines_and_is_left_out() -> None:
    found = read(*TITLE, *BESIDE)
    assert " ".join(plain(found.front.title).split()) == "Of Slow Trains and Harbours"
    assert found.front.authors == ("Jane Doe",)
    assert "guidelines" not in said(found)
    assert found.front.canonical == ()


def _stretches(lines: list[Line]) -> list[Stretch]:
    return [Stretch(one.x0, one.x1, one.base, one.size, one.text) for one in lines]


TEXT = [line(FULL, base=500 - 12 * n, page=1) for n in range(20)]


@pytest.mark.parametrize(
    ("lines", "page", "members"),
    [
        ([*TITLE, *BESIDE, *TEXT], 1, 5),
        ([*TITLE, *BESIDE, *TEXT], 5, 0),  # a chart, say
        ([*TITLE, *BESIDE[:2], *TEXT], 1, 0),  # a mark, with a line under it
        (  # a column of text beside a heading
            [*TITLE, *(line("patient people", x0=400, base=700 - 9 * n, size=7, page=1) for n in range(30)), *TEXT],
            1,
            0,
        ),
        (  # as large as the text
            [*TITLE, *(line("patient people", x0=400, base=700 - 11 * n, size=10, page=1) for n in range(5)), *TEXT],
            1,
            0,
        ),
    ],
)  # fmt: skip
def test_an_imprint_is_small_print_of_a_few_lines(lines: list[Line], page: int, members: int) -> None:
    found = asides_of(_stretches(lines), page)
    assert sum(len(aside.members) for aside in found) == members
    assert all(aside.imprint for aside in found)


def _beside(*, left: float = 250, lines: int = 9, size: float = 11) -> list[Line]:
    """Return a title and its author in a column, and an abstract beside them that begins at *left*."""
    abstract = [
        line("patience asks for little", x0=left, x1=left + 130, base=700 - 14 * n, size=size, page=1)
        for n in range(lines)
    ]
    return [*TITLE, *abstract]


def test_a_title_in_a_column_left_of_its_abstract_is_read_before_it() -> None:
    found = read(*_beside())
    assert " ".join(plain(found.front.title).split()) == "Of Slow Trains and Harbours"
    assert found.front.authors == ("Jane Doe",)
    assert " ".join(said(found).split()).startswith("patience asks for little patience")


@pytest.mark.parametrize(
    ("beside", "members"),
    [
        (_beside(), 3),
        (_beside(lines=4), 0),
        (_beside(size=15), 0),
        ([*_beside(), line("Waiting, from one edge to another", base=645, page=1)], 0),
        # a heading under a column of text
        ([*(line("and waits", x1=190, base=800 - 14 * n, page=1) for n in range(5)), *_beside()], 0),
    ],
)
def test_the_abstract_beside_a_title_has_several_lines_in_smaller_letters(
    beside: list[Line], members: int
) -> None:
    found = asides_of(_stretches([*beside, *TEXT]), 1)
    assert sum(len(aside.members) for aside in found) == members
    columns = [replace(one, words=one.words[:3]) for one in TEXT]  # under the title alone
    assert asides_of(_stretches([*beside, *columns]), 1) == []


def _box(*info: str, left: float = 380) -> list[Line]:
    """Return an abstract, and beside it a box that begins at *left*."""
    start, end = (90, 350) if left > 300 else (250, 500)
    head = line("ABSTRACT", x0=start, x1=start + 40, base=600, size=8, page=1)
    text = [line(FULL, x0=start, x1=end, base=588 - 11 * n, size=9, page=1) for n in range(6)]
    beside = [
        line(word, x0=left, x1=left + 3.5 * len(word), base=600 - 9.4 * n, size=8, page=1)
        for n, word in enumerate(info)
    ]
    return [head, *text, *beside]


@pytest.mark.parametrize("left", [380.0, 72.0])
def test_days_and_keywords_beside_the_abstract_are_no_cells_of_a_table(left: float) -> None:
    box = _box(
        "ARTICLE HISTORY", "Received 3 May 2020", "KEYWORDS", "patience; slow trains;", "harbours", left=left
    )
    found = read(*TITLE, *box)
    assert found.front.keywords == "patience; slow trains; harbours"
    assert "Received" not in said(found)
    assert "HISTORY" not in said(found)
    assert not any(isinstance(block, Table) for block in found.blocks)


def test_a_box_beside_the_abstract_has_a_heading_that_says_what_it_is() -> None:
    lines = [*TITLE, *_box("RESULTS", "many", "few", "none"), *TEXT]
    assert asides_of(_stretches(lines), 1) == []


# Labels for authors in a table


def _cells(left: str, right: str, base: float) -> list[Line]:
    """Return two cells beside one another."""
    return [
        line(left, x0=110, x1=110 + 6 * len(left), base=base, size=12, page=1),
        line(right, x0=330, x1=330 + 6 * len(right), base=base, size=12, page=1),
    ]


@pytest.mark.parametrize(
    ("rows", "authors"),
    [
        ([("Author:", "Supervisor:"), ("Jane", "Prof. Karl"), ("DOE", "BERG")], ("Jane DOE",)),
        ([("Author:", "Supervisor:"), ("Jane Doe", "Karl Berg"), ("Mary Roe", "")], ("Jane Doe", "Mary Roe")),
        ([("Supervisor:", "Author:"), ("Karl Berg", "Jane Doe")], ("Jane Doe",)),
        ([("Supervisor:", "Reader:"), ("Karl Berg", "Jane Doe")], ()),
    ],
)
def test_a_label_for_authors_heads_a_column_of_names(
    rows: list[tuple[str, str]], authors: tuple[str, ...]
) -> None:
    cells = [
        one for n, (left, right) in enumerate(rows) for one in _cells(left, right, 600 - 16 * n) if one.words
    ]
    assert read(*TITLE[:2], *cells).front.authors == authors
