"""What is told apart on the pages of a PDF: notes, entries, columns, numbers of lines, letters made of signs."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.pdf_criteria import LEFT, RIGHT, line

from sphinxext_eir.conversion.reading.pdf.layout.gutters import Chunk, Gutter, column_of, go_on, usual_gutters
from sphinxext_eir.conversion.reading.pdf.layout.lines import Layout, Line, lines_of
from sphinxext_eir.conversion.reading.pdf.layout.margins import without_line_numbers
from sphinxext_eir.conversion.reading.pdf.page.accents import CORK, composed, settled
from sphinxext_eir.conversion.reading.pdf.page.words import Page, Sheets, Style, Word
from sphinxext_eir.conversion.reading.pdf.reader import reading_of
from sphinxext_eir.conversion.reading.pdf.streams.covers import covers_in
from sphinxext_eir.conversion.reading.pdf.streams.labels import Label
from sphinxext_eir.conversion.reading.pdf.streams.notes import FootNote, references_to
from sphinxext_eir.conversion.reading.pdf.streams.zones import ZoneFinder

STYLE = Style(10.0)


def notes_in(*lines: Line) -> list[str]:
    """Return the lines with which notes begin on a page of *lines*, from the top."""
    page = Page(2, 600, 800, ())
    (zone,) = ZoneFinder(10.0, 12.0).find(Layout(page, lines, None), [lines])
    return [zone.lines[start.line].text for start in zone.starts] if zone else []


def marked(number: str, base: float) -> Line:
    """Return a line of the text with a raised *number* in it."""
    text = line("It covered 40 km", x1=300, base=base)
    raised = Word(number, 301, 304, base + 4, Style(6.0), spaced=False)
    rest = line("of the coast, and more.", x0=306, base=base)
    return Line(2, 0, (*text.words, raised, *rest.words))


@pytest.mark.parametrize(
    ("lines", "notes"),
    [
        ([marked("2", 700), line("2 Methods", base=670, size=12.0)], []),
        ([marked("2", 700), line("2 Methods", base=670, bold=True)], []),
        ([marked("2", 700), line("2. The second of a list", base=670)], []),
        ([marked("1", 700), line("1. A note", base=670), line("Methods", base=630, bold=True)], []),
        ([marked("1", 700), line("1. A note", base=670), line("The text goes on", base=640)], []),
        ([marked("1", 700), line("1. A note", base=670), line("and its end", base=658)], ["1. A note"]),
        ([marked("0", 700), line("0 50 100 150", base=670)], []),
        ([marked("2", 700), line("1. Adams", base=670, size=8.0), line("2. Brown", base=660, size=8.0)], []),
        ([marked("1", 700), line("References", base=680), line("1. Adams", base=670, size=8.0)], []),
        ([marked("1", 700), line("1. Adams", base=670, size=8.0)], ["1. Adams"]),
    ],
    ids=lambda value: value[-1].text if value and isinstance(value[0], Line) else "",
)  # fmt: skip
def test_what_begins_with_a_number_at_the_foot_of_a_page(lines: list[Line], notes: list[str]) -> None:
    assert notes_in(*lines) == notes


def test_a_reading_keeps_no_lines_of_its_pages() -> None:
    def kept() -> int:
        gc.collect()
        return sum(type(one) is Line for one in gc.get_objects())

    words = [word for n in range(40) for word in line(base=700 - 14 * n).words]
    before = kept()
    reading = reading_of(Sheets(tuple(Page(n, 600, 800, tuple(words)) for n in range(1, 20))))
    assert reading.blocks
    assert kept() <= before


def numbered(first: int = 1, step: int = 1, every: int = 1, *, right: bool = False) -> Page:
    """Return a page whose lines have numbers in the margin."""
    words: list[Word] = []
    for n in range(45):
        base = 720 - 14 * n
        text = line(base=base).words
        number = str(first + n // every * step)
        place = RIGHT + 20 if right else LEFT - 20 - 5 * len(number)
        beside = [Word(number, place, place + 5 * len(number), base, STYLE)] * (not n % every)
        words += [*text, *beside] if right else [*beside, *text]
    return Page(1, 600, 800, tuple(words))


@pytest.mark.parametrize("page", [numbered(), numbered(96), numbered(5, 5, 5), numbered(right=True)])
def test_numbers_of_lines_stand_beside_the_text(page: Page) -> None:
    (found,) = without_line_numbers([page])
    assert sorted((*found.words, *found.margin)) == sorted(page.words)
    assert [word.text for word in found.words if word.text.isdecimal()] == []
    assert len(found.margin) in (45, 9)


def test_numbers_of_other_kinds_stay() -> None:
    years, notes = numbered(1900, 3), numbered(every=4)
    inside = numbered()._replace(words=(*numbered().words, *line(x0=10, x1=50, base=440).words))
    for page in (years, notes, inside):
        assert without_line_numbers([page]) == [page]
    text = Page(2, 600, 800, tuple(word for n in range(40) for word in line(base=700 - 14 * n).words))
    assert without_line_numbers([numbered(), text, text]) == [numbered(), text, text]  # a table with numbers


COVER = ("Law Journal", "Of Harbours", "Recommended Citation", "Part of the Law Commons")


@pytest.mark.parametrize(
    ("said", "archive"),
    [
        (COVER, "Digital Commons"),
        (
            ("Stable URL: http://www.jstor.org/stable/1", "JSTOR is a not-for-profit service that helps"),
            "JSTOR",
        ),
        (("HAL Id: hal-1", "HAL is a multi-disciplinary open access archive"), "HAL"),
        (("How to Cite: Doe, J.", "Peer Review:", "Digital Preservation:"), "Ubiquity Press"),
        (("An essay on archives.", "JSTOR is a not-for-profit service that helps scholars."), ""),
        (("The recommended citation stands in no note.",), ""),
    ],
)
def test_a_cover_of_an_archive_is_told_by_its_words(said: tuple[str, ...], archive: str) -> None:
    lines = tuple(line(text, base=700 - 20 * n, page=1) for n, text in enumerate(said))
    cover = Layout(Page(1, 600, 800, ()), lines, None)
    text = Layout(Page(2, 600, 800, ()), (line(),), None)
    assert covers_in([cover, text]) == dict.fromkeys(lines if archive else (), archive)
    assert covers_in([cover]) == {}  # nothing else would be left
    assert covers_in([text, text, cover, text]) == {}


def test_a_raised_number_after_a_space_is_a_marker_only_if_no_other_is() -> None:
    alone = marked("1", 700)
    spaced = Line(2, 0, tuple(word._replace(spaced=True) for word in alone.words))
    for lines, found in (([spaced, alone], alone), ([spaced], spaced)):
        note = FootNote(2, Label("1", "raised", 1, 1), "", [line("Ibid.")])
        assert list(references_to([note], lines)) == [found]


def test_a_power_of_one_letter_is_a_marker_only_if_no_other_number_is() -> None:
    alone = marked("1", 700)
    raised, *rest = alone.words[4:]
    letter = Word("R", 292, 300, 700, Style(10.0, italic=True), spaced=True)
    power = Line(2, 0, (letter, raised, *rest))
    word = Line(2, 0, (letter._replace(text="Ruhe"), raised, *rest))
    for lines, found in (
        ([power, alone], [alone]),
        ([power], [power]),
        ([word, alone], [word, alone]),
    ):
        note = FootNote(2, Label("1", "raised", 1, 1), "", [line("Ibid.")])
        assert list(references_to([note], lines)) == found


@pytest.mark.parametrize(("left", "columns"), [(10, {1, 2}), (5, {0})])
def test_a_picture_may_have_the_rest_of_a_column(left: int, columns: set[int]) -> None:
    beside = [line(x0=LEFT, x1=270, base=700 - 12 * n) for n in range(left)]
    text = [line(x0=300, x1=RIGHT, base=706 - 12 * n) for n in range(40)]
    words = tuple(word for one in (*beside, *text) for word in one.words)
    found = lines_of(Page(2, 600, 800, words)).lines
    assert {one.column for one in found} == columns


@pytest.mark.parametrize(
    ("middle", "lines", "columns"), [(220, 30, [1, 2, 3]), (220, 12, [1, 2, 3]), (260, 12, [1, 2])]
)
def test_a_page_may_have_three_columns(middle: float, lines: int, columns: list[int]) -> None:
    """Few lines beside one another within a column are a table of it, unless three columns are alike."""
    words: list[Word] = []
    right = (middle + RIGHT) / 2 + 6
    for x0, x1, count in ((LEFT, middle - 12, 30), (middle, right - 12, 30), (right, RIGHT, lines)):
        for n in range(count):
            words += line(x0=x0, x1=x1, base=700 - 12.0 * n).words
    found = [one.column for one in lines_of(Page(1, 600, 800, tuple(words))).lines]
    assert sorted(set(found)) == columns
    assert found == sorted(found)


def test_a_title_may_stand_over_two_of_three_columns() -> None:
    words = [*line("Of ships and of the people who wait", x0=LEFT, x1=350, base=730, size=18.0).words]
    for x0, top, count in ((LEFT, 700, 30), (220, 700, 30), (366, 736, 33)):
        for n in range(count):
            words += line(x0=x0, x1=x0 + 134, base=top - 12.0 * n).words
    found = [one.column for one in lines_of(Page(1, 600, 800, tuple(words))).lines]
    assert found == [1] * 31 + [2] * 30 + [3] * 33


def test_columns_that_a_picture_makes_narrower_go_on() -> None:
    words: list[Word] = []
    for wide, heights in ((200, range(700, 500, -12)), (120, range(500, 200, -12))):
        for x0, x1 in ((LEFT, LEFT + wide), (RIGHT - wide, RIGHT)):
            for base in heights:
                words += line(x0=x0, x1=x1, base=base).words
    layout = lines_of(Page(1, 600, 800, tuple(words)))
    columns = [one.column for one in layout.lines]
    assert len(layout.gutters) == 1
    assert columns == sorted(columns)


@pytest.mark.parametrize("sticks_out", [{4}, {0, 20}, {0, 1, 2, 3}, set(range(0, 30, 2))])
def test_lines_may_stick_out_into_a_gutter(sticks_out: set[int]) -> None:
    """Labels of items, the first lines of entries and hanging quotation marks do."""
    left = [line(x0=LEFT, x1=280, base=700 - 12.0 * n) for n in range(30)]
    right = [line(x0=300 - 9 * (n in sticks_out), x1=RIGHT, base=700 - 12.0 * n) for n in range(30)]
    words = [word for one in (*left, *right) for word in one.words]
    columns = [line.column for line in lines_of(Page(1, 600, 800, tuple(words))).lines]
    assert columns == [1] * 30 + [2] * 30


BEFORE = Gutter(300.0, 700, 100)


@pytest.mark.parametrize(
    ("left", "right", "before", "columns"),
    [
        (20, 2, BEFORE, {1, 2}),
        (20, 2, None, {0}),
        (20, 2, BEFORE._replace(x=296), {0}),
        (20, 2, BEFORE._replace(margin=True), {0}),
        (5, 2, BEFORE, {0}),  # too few to tell
        (20, 0, BEFORE, {0}),
    ],
)
def test_the_last_column_of_an_article_may_have_a_few_lines(
    left: int, right: int, before: Gutter | None, columns: set[int]
) -> None:
    """It stands where the gutter of the page before is, beside the first lines of the other."""
    lines = [line(x0=LEFT, x1=280, base=700 - 12.0 * n) for n in range(left)]
    lines += [line(x0=300, x1=RIGHT, base=700 - 12.0 * n) for n in range(right)]
    page = Page(2, 600, 800, tuple(word for one in lines for word in one.words))
    assert {one.column for one in lines_of(page, before).lines} == columns


@pytest.mark.parametrize("other", [line(base=640), line(x0=300, x1=RIGHT, base=720)])
def test_a_line_over_both_columns_or_above_them_shows_that_there_are_none(other: Line) -> None:
    lines = [line(x0=LEFT, x1=280, base=700 - 12.0 * n) for n in range(20)]
    page = Page(2, 600, 800, tuple(word for one in (*lines, other) for word in one.words))
    right = line(x0=300, x1=RIGHT, base=688)
    assert lines_of(page._replace(words=(*page.words, *right.words)), BEFORE).gutter is None


def test_a_page_may_have_two_gutters() -> None:
    words: list[Word] = []
    for top, middle in ((700, 300), (400, 280)):
        for x0, x1 in ((LEFT, middle - 10.0), (middle, RIGHT)):
            for n in range(9):
                words += line(x0=x0, x1=x1, base=top - 12.0 * n).words
    columns = [line.column for line in lines_of(Page(1, 600, 800, tuple(words))).lines]
    assert columns == [1] * 9 + [2] * 9 + [1] * 9 + [2] * 9


@pytest.mark.parametrize(("size", "columns"), [(18.0, {2, 9}), (10.0, {1, 2})])
def test_smaller_letters_left_of_a_title_stand_in_the_margin(size: float, columns: set[int]) -> None:
    beside = [line(x0=LEFT, x1=190, base=700 - 12.0 * n, size=8.0) for n in range(20)]
    text = [line(x0=220, x1=RIGHT, base=700 - 12.0 * n, size=10.0 if n else size) for n in range(20)]
    words = tuple(word for one in (*beside, *text) for word in one.words)
    assert {one.column for one in lines_of(Page(1, 600, 800, words)).lines} == columns


def columned(number: int, rows: int, *, x: float = 300.0, above: int = 0) -> Page:
    """Return a page with *rows* in two columns, under a summary of some lines."""
    summary = [line(x0=LEFT, x1=RIGHT, base=700 - 12.0 * n) for n in range(above)]
    sides = ((LEFT, x - 20), (x, RIGHT))
    text = [line(x0=x0, x1=x1, base=500 - 12.0 * n) for x0, x1 in sides for n in range(rows)]
    return Page(number, 600, 800, tuple(word for one in (*summary, *text) for word in one.words))


@pytest.mark.parametrize(
    ("rows", "other", "columns"),
    [
        (3, 300.0, {0, 1, 2}),
        (3, 304.0, {0, 1, 2}),  # left pages have it elsewhere
        (2, 300.0, {0}),
        (3, 320.0, {0}),
    ],
)
def test_few_lines_stand_in_columns_where_other_pages_have_theirs(
    rows: int, other: float, columns: set[int]
) -> None:
    first = columned(1, rows, above=9)
    rest = [lines_of(columned(n, 20, x=other)) for n in range(2, 5)]
    assert {one.column for one in lines_of(first).lines} == {0}
    assert {
        one.column for one in lines_of(first, usual=usual_gutters([layout.gutters for layout in rest])).lines
    } == columns


@pytest.mark.parametrize(("rows", "columns"), [(10, {1, 2}), (9, {0})])
def test_a_table_stands_in_a_column_where_other_pages_have_theirs(rows: int, columns: set[int]) -> None:
    text = [line(x0=LEFT, x1=280, base=500 - 12.0 * n) for n in range(rows)]
    cells = [
        line(x0=x0, x1=x0 + 30, base=497 - 12.0 * n) for x0 in (300.0, 380.0, 460.0) for n in range(rows)
    ]
    page = Page(1, 600, 800, tuple(word for one in (*text, *cells) for word in one.words))
    assert {one.column for one in lines_of(page).lines} == {0}
    assert {one.column for one in lines_of(page, usual=(300.0,)).lines} == columns


def test_gutters_are_usual_if_several_pages_have_them() -> None:
    here = [lines_of(columned(n, 20)).gutters for n in (1, 2, 3)]
    there = lines_of(columned(4, 20, x=340.0)).gutters
    assert usual_gutters([]) == ()
    assert usual_gutters(here[:1]) == ()
    assert usual_gutters([*here, there]) == (300,)
    assert usual_gutters([*here, *[there] * 4]) == (300, 340)
    assert usual_gutters([*here, *[there] * 10]) == (340,)


@pytest.mark.parametrize(
    ("signs", "letters"),
    [("M´aquina", "Máquina"), ("Anal´ıtica", "Analítica"), ("¨Uber", "Über"), ("fac¸ade", "façade"), ("ˇcesk´y", "český")],
)  # fmt: skip
def test_accents_over_letters_are_made_letters(signs: str, letters: str) -> None:
    assert composed(signs, lambda _: True).replace("\0", "") == letters
    assert composed(signs, lambda _: False) == signs  # an acute may be typed as an apostrophe


@given(st.text(alphabet="abcçeé´`¨¸ˇıs ", max_size=30), st.booleans())
def test_composing_keeps_the_place_of_each_character(text: str, over: bool) -> None:  # noqa: FBT001
    made = composed(text, lambda _: over)
    assert len(made) == len(text)
    assert [a for a, b in zip(text, made, strict=True) if a == " "] == [b for b in made if b == " "]


@pytest.mark.parametrize(
    ("text", "accent", "letter", "settles"),
    [
        ("der Uberg ange ¨", 15, 4, "der Überg ange \0"),
        ("Jero ˆ", 5, 3, "Jerô \0"),
        ("wait ˆ", 5, -1, "wait ˆ"),
        ("b ¨", 2, 0, "b ¨"),  # no letter of the two
    ],
)
def test_an_accent_elsewhere_in_the_text_settles_on_its_letter(text: str, accent: int, letter: int, settles: str) -> None:  # fmt: skip
    assert settled(text, {accent: letter}.__getitem__) == settles


def test_letters_of_the_cork_encoding_are_those_of_the_standard() -> None:
    """Python has no codec for it; its places are those of *cork.enc* (Knappen, 1996)."""
    assert "Stra\xffe \xbbelazo \xa2as \xf7uvre \xaaód\xb9".translate(CORK) == "Straße żelazo ćas œuvre łódź"


@pytest.mark.parametrize(
    ("label", "lift", "one"),
    [("1", 3.0, True), ("12", 3.0, True), ("*", 3.0, True), ("1", 8.0, False), ("A", 3.0, False)],
)
def test_a_raised_number_stands_on_the_line_of_its_note_at_any_size(
    label: str, lift: float, *, one: bool
) -> None:
    note = line("This is the letter.", x0=80, x1=300, base=100, size=8.0)
    number = Word(label, 74, 78, 100 + lift, Style(8.0))
    lines = lines_of(Page(2, 600, 800, (number, *note.words))).lines
    assert len(lines) == (1 if one else 2)
    assert lines[0].is_raised(lines[0].words[0]) is one


def test_columns_go_on_below_where_lines_begin_a_little_farther_right() -> None:
    words: list[Word] = []
    for top, right in ((700.0, 300.0), (588.0, 316.0)):
        for left, end in ((LEFT, 290.0), (right, RIGHT)):
            for n in range(9):
                words += line(x0=left, x1=end, base=top - 12.0 * n).words
    found = [one.column for one in lines_of(Page(1, 600, 800, tuple(words))).lines]
    assert found == [1] * 18 + [2] * 18
    gutters = Gutter(300.0, 700, 604), Gutter(316.0, 588, 480)
    assert go_on(*gutters)
    assert not go_on(gutters[0], gutters[1]._replace(x=331))
    assert not go_on(gutters[0], gutters[1]._replace(top=570))


@pytest.mark.parametrize(("base", "column"), [(600.0, 2), (604.0, 0), (596.0, 2), (570.0, 0)])
def test_a_line_stands_beside_the_gutter_that_reaches_it(base: float, column: int) -> None:
    """The one above may end a little higher, where lines begin farther right."""
    gutters = [Gutter(316.0, 700, 604), Gutter(300.0, 600, 580)]
    chunk = Chunk(list(line(x0=300, x1=RIGHT, base=base).words), 10.0, base)
    assert column_of(chunk, gutters, 10.0) == column


@pytest.mark.parametrize(("sign", "width"), [("«", 60), ("–", 6), ("le", 6)])
def test_a_quotation_mark_stands_on_the_line_of_its_word(sign: str, width: float) -> None:
    words = (
        Word(sign, 72, 78, 400, STYLE),
        Word("Journaux", 82, 132, 400, STYLE),
        Word("»", 136, 142, 400, STYLE),
    )
    assert Line(2, 0, words).first_width == width
