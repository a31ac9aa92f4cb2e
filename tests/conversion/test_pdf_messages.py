"""What the pages of a PDF don't tell is said, once for each matter, with the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.pdf_criteria import LEFT, RIGHT, line

from sphinxext_eir.conversion.reading.pdf.page.words import Page, Sheets, Style, Word
from sphinxext_eir.conversion.reading.pdf.reader import reading_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinxext_eir.conversion.reading.pdf.layout.lines import Line

FULL = "Waiting is an art of patient people, and patience is what the harbour of Skarre asks for"


def page(number: int, *lines: Line) -> Page:
    """Return a page of *lines*."""
    return Page(number, 600, 800, tuple(word for one in lines for word in one.words))


def text(top: float, count: int, last: str = FULL, *, size: float = 10.0) -> list[Line]:
    """Return so many lines of text from *top* down: full ones, and the *last*."""
    said = [FULL] * (count - 1) + [last]
    return [line(words, base=top - 12 * n, size=size) for n, words in enumerate(said)]


def said(pages: Iterable[Page], word: str) -> list[str]:
    """Return the doubtful messages of a reading that have a *word*."""
    reading = reading_of(Sheets(tuple(pages)))
    return [message.text for message in reading.messages if message.doubtful and word in message.text]


def marker(number: str, base: float) -> Line:
    """Return a full line of text with a marker in its middle."""
    before = line("Waiting is an art of patient people", x1=280, base=base).words
    after = line("and so is the harbour of Skarre", x0=290, base=base).words
    raised = Word(number, 281, 284, base + 4, Style(6.0), spaced=False)
    return type(line())(2, 0, (*before, raised, *after))


def note(raised: str, words: str, base: float, *, x1: float = RIGHT) -> Line:
    """Return a line of a note, after its label if it has one."""
    return line(words, base=base, size=8.0, raised=raised, x1=x1)


def test_a_paragraph_that_may_go_on_after_the_end_of_a_page_is_said() -> None:
    paragraph = [*text(700, 4, f"{FULL}."), *text(640, 4, f"{FULL}."), *text(580, 4, f"{FULL}.")]
    short = [line("It was built twice.", x1=180, base=640 - 12 * 4)]
    pages = [page(n, *paragraph) for n in (1, 2, 3)]
    assert said(pages, "nothing tells") == [
        "at the beginning of pages 2–3 a paragraph may go on: nothing tells"
    ]
    apart = [page(n, *paragraph[:8], *short) for n in (1, 2, 3)]
    assert said(apart, "nothing tells") == []


@pytest.mark.parametrize(
    ("first", "doubt"),
    [
        ("which the creditors had never seen, as they said.", ["the end of a note on page 2 is known by its size alone: see that it isn't the text's"]),
        ("2 See the ledger of the town.", []),
    ],
)  # fmt: skip
def test_a_note_whose_end_is_known_by_its_size_alone_is_said(first: str, doubt: list[str]) -> None:
    one = page(1, *text(700, 20), marker("1", 450), note("1", "See the ledger of the town, volume two,", 60))
    raised, _, rest = first.partition(" ") if first[0].isdecimal() else ("", "", first)
    two = page(2, *text(700, 20), marker("2", 450), note(raised, rest, 60))
    assert said([one, two, page(3, *text(700, 20))], "size alone") == doubt


def test_text_side_by_side_without_a_gutter_is_said() -> None:
    """Stretches begin at another place on each line: nothing is a column."""
    lines = [
        piece
        for n in range(16)
        for piece in (
            line("Waiting is an art of the patient", x1=LEFT + 150 + 5 * (n % 7), base=700 - 14 * n),
            line("and of the people of Skarre, too", x0=LEFT + 200 + 9 * (n % 7), base=700 - 14 * n),
        )
    ]
    assert said([page(1, *lines)], "side by side") == [
        "page 1 has text side by side, and nothing tells if it is columns: read it there"
    ]
    assert said([page(1, *text(700, 16))], "side by side") == []


def test_numbers_of_lines_on_a_single_page_of_many_stay_and_are_said() -> None:
    numbers = [line(str(n + 1), x0=LEFT - 20, x1=LEFT - 12, base=700 - 12 * n) for n in range(40)]
    numbered = page(1, *(piece for pair in zip(numbers, text(700, 40), strict=True) for piece in pair))
    plain = [page(n, *text(700, 40)) for n in (2, 3, 4)]
    assert said([numbered, *plain], "numbers of lines") == [
        "page 1 has numbers of lines in its margin, which stand in the text"
    ]
    assert said([numbered], "numbers of lines") == [
        "page 1 has numbers of lines in its margin, which are left out"
    ]


def test_a_cover_of_an_archive_is_left_out_and_said() -> None:
    cover = page(1, line("Recommended Citation", base=700), line("Part of the Law Commons", base=660))
    reading = reading_of(Sheets((cover, page(2, *text(700, 20)))))
    assert "left out as the cover of an archive: page 1" in [message.text for message in reading.messages]
    assert "Commons" not in "".join(map(str, reading.blocks))
