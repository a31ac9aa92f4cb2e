"""The pages that an issue has before an article are left out: its cover, its editors, its contents."""

from __future__ import annotations

import pytest
from support.pdf_criteria import line

from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.pdf.layout.lines import Layout, Line
from sphinxext_eir.conversion.reading.pdf.page.words import Page, Sheets
from sphinxext_eir.conversion.reading.pdf.reader import reading_of
from sphinxext_eir.conversion.reading.pdf.streams.issue_pages import issue_pages_in

FULL = "Waiting is an art of patient people, and patience is what the harbour of Skarre asks for"
HEAD = "Of Slow Trains and Harbours"


def layout(number: int, *texts: str) -> Layout:
    lines = tuple(line(text, base=760 - 20 * n, page=number) for n, text in enumerate(texts))
    return Layout(Page(number, 600, 800, ()), lines, None)


def found(*pages: Layout) -> set[int]:
    """Return the numbers of the pages before the article, the heads of whose pages stand first on the last two of *pages*."""
    heads: list[Line] = [page.lines[0] for page in pages[-2:]]
    return {one.page for one in issue_pages_in(pages, heads)}


COVER = layout(1, "HARBOUR NOTES", "2025, n. 1")
CONTENTS = layout(3, "Contents", "Doe, Of Trains 10", HEAD, "Jane Doe 25", "Roe, Of Harbours 40")
REST = layout(5, HEAD, FULL), layout(6, HEAD, FULL)


@pytest.mark.parametrize(
    "masthead", ["Editorial board", "COMITÉ EDITORIAL", "Comitato scientifico", "Schriftleitung"]
)
def test_the_article_begins_where_a_page_says_what_the_running_heads_do(masthead: str) -> None:
    editors = layout(2, masthead, "Mary Roe")
    assert found(COVER, editors, CONTENTS, layout(4, HEAD, "Jane Doe", FULL), *REST) == {1, 2, 3}
    assert found(COVER, editors, CONTENTS, layout(4, "Of Slow Trains", "and Harbours", FULL), *REST) == {
        1,
        2,
        3,
    }


def test_a_running_head_may_shorten_the_title() -> None:
    article = layout(4, "A Harbour of its Own: Of Slow Trains and Harbours", "Jane Doe", FULL)
    assert found(COVER, layout(2, "Editorial board"), CONTENTS, article, *REST) == {1, 2, 3}


def test_without_editors_nothing_is_of_an_issue() -> None:
    assert found(COVER, layout(2, "For my mother"), CONTENTS, layout(4, HEAD, FULL), *REST) == set()


def test_a_cover_that_says_the_title_is_the_article_s() -> None:
    cover = layout(1, HEAD, "Jane Doe", "Working Paper")
    assert found(cover, layout(2, "Editorial board"), layout(4, HEAD, FULL), *REST) == set()


def test_they_are_left_out_and_said() -> None:
    def page(number: int, *lines: Line) -> Page:
        return Page(number, 600, 800, tuple(word for one in lines for word in one.words))

    def text(number: int) -> list[Line]:
        return [line(FULL, base=640 - 12 * n, page=number) for n in range(30)]

    article = [line(HEAD, base=760, size=18.0, page=3), line("Jane Doe", base=730, x1=150, page=3)]
    pages = [
        page(1, line("HARBOUR NOTES", base=600, size=30.0)),
        page(2, line("Editorial board", base=700, x1=150), line("Mary Roe", base=680, x1=150)),
        page(3, *article, *text(3)),
        *(page(n, line(HEAD, base=770, size=8.0, x1=200), *text(n)) for n in (4, 5, 6, 7)),
    ]
    made = convert_reading(reading_of(Sheets(tuple(pages))), "t", "rst", {})
    front = made.value.document.front
    assert ("".join(run.text for run in front.title), front.authors) == (HEAD, ("Jane Doe",))
    assert "left out as what an issue has before the article: pages 1–2" in [m.text for m in made.messages]
    assert made.value.ledger.even
