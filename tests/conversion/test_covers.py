"""What the covers of repositories say of the articles under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.pdf_criteria import line

from sphinxext_eir.conversion.inlines import plain
from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.pdf.covers import said_by_covers
from sphinxext_eir.conversion.reading.pdf.reader import reading_of
from sphinxext_eir.conversion.reading.pdf.words import Page, Sheets

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.lines import Line

FULL = "Waiting is an art of patient people, and patience is what the harbour of Skarre asks for"


def _page(number: int, *lines: Line) -> Page:
    """Return a page of *lines*."""
    return Page(number, 600, 800, tuple(word for one in lines for word in one.words))


@pytest.mark.parametrize(
    ("lines", "titles", "authors"),
    [
        (
            ("SSOAR", "Of Slow", "Trains", "Doe, Jane M.; Berg,", "Karl"),
            "Of Slow Trains",
            ("Jane M. Doe", "Karl Berg"),
        ),
        (
            ("Of Slow Trains", "Author(s): Jane Doe and Karl Berg", "Source: Harbour Notes"),
            "Of Slow Trains",
            ("Jane Doe", "Karl Berg"),
        ),
        (("Of Slow Trains", "Jane Doe", "University of Skarre", "Karl Berg"), "Of Slow Trains", ()),
        (("Harbour Notes 12", "All rights reserved"), "", ()),
    ],
)
def test_a_cover_has_the_title_over_the_authors(
    lines: tuple[str, ...], titles: str, authors: tuple[str, ...]
) -> None:
    said = said_by_covers(line(text) for text in lines)
    assert titles in said.titles or not (titles or said.titles)
    assert said.authors == authors


def test_authors_whom_only_the_cover_names_are_the_authors() -> None:
    cover = ("www.ssoar.info", "Of Slow Trains", "Doe, Jane", "Empfohlene Zitierung / Suggested Citation")
    body = [line(FULL, base=600 - 12 * n) for n in range(20)]
    pages = (
        _page(1, *(line(text, base=700 - 30 * n, page=1) for n, text in enumerate(cover))),
        _page(2, line("Of Slow Trains", base=700, size=16), *body),
    )
    found = convert_reading(reading_of(Sheets(pages)), "t", "rst", {}).value.document.front
    assert (found.authors, plain(found.title)) == (("Jane Doe",), "Of Slow Trains")
