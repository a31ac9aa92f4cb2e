"""Title blocks of journals: the title, the byline, and what is neither."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.pdf_criteria import SETTING, block, line

from sphinxext_eir.conversion.document import Front, Heading
from sphinxext_eir.conversion.inlines import Inline, Kind, plain
from sphinxext_eir.conversion.names import people_in
from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.pdf.kinds.kind import kinds_of
from sphinxext_eir.conversion.reading.pdf.kinds.levels import with_chapters
from sphinxext_eir.conversion.reading.pdf.page.characters import TEX_LETTERS
from sphinxext_eir.conversion.reading.pdf.page.ligatures import UPWARDS, with_ligatures
from sphinxext_eir.conversion.reading.pdf.page.words import Page, Sheets
from sphinxext_eir.conversion.reading.pdf.reader import reading_of
from sphinxext_eir.conversion.reading.pdf.title.block import with_title
from sphinxext_eir.conversion.reading.pdf.title.credits import bylines_in, said_by_heads
from sphinxext_eir.conversion.structure.draft import Draft
from sphinxext_eir.conversion.structure.title import find_title

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.layout.lines import Line

TEXT = block(
    *(line(f"Waiting is an art of patient people, line {n} of it.", base=500 - 12 * n) for n in range(4))
)


def told(*heads: str, lines: list[tuple[str, float]], italic: str = "") -> list[tuple[str, str]]:
    """Return the kinds and texts of a title block whose *lines* have sizes."""
    blocks = [
        block(line(text, x0=150, x1=400, base=750 - 30 * n, size=size, italic=text == italic, page=1))
        for n, (text, size) in enumerate(lines)
    ]
    return [(b.kind, b.text) for b in with_title([*blocks, TEXT], SETTING, heads)[:-1]]


@pytest.mark.parametrize(
    "over",
    [
        "Chapter 8",
        "focus",
        "Skarre Report 8/2008",
        "S O C IAL WAI TING May 2008 S OZIALE",
        "BORDER LAW REVIEW",
        "Volume 12 May 2015 Number 3",
        "ARTICLE",
        "Master's thesis",
        "HARBOUR DISTINGUISHED LECTURE IN LAW",
        "MSc Thesis Jane Doe",
        "Dissertation zur Erlangung des Doktorgrades",
        "© 2015 Border Press",
    ],
)
def test_what_stands_over_a_title_is_not_the_title(over: str) -> None:
    lines = [(over, 24.0), ("Of Slow Trains", 14.0), ("Jane Doe*", 12.0)]
    assert told(lines=lines)[0] == ("title", "Of Slow Trains")


def test_a_byline_in_larger_letters_is_no_heading() -> None:
    found = told(lines=[("Of Slow Trains", 16.0), ("Jane Doe* & Karl van Berg†", 12.0)])
    assert found == [("title", "Of Slow Trains"), ("front", "Jane Doe* & Karl van Berg†")]


def test_under_a_byline_a_heading_stays_one() -> None:
    found = told(lines=[("Of Slow Trains", 16.0), ("Jane Doe", 12.0), ("Vienna Waits", 12.0)])
    assert found[2] == ("paragraph", "Vienna Waits")


def test_the_running_head_tells_which_of_two_lines_is_the_title() -> None:
    lines = [("JANE DOE", 12.0), ("FEAR OF WAITING", 12.0)]
    assert told("2 BORDER LAW REVIEW [2015", "5] FEAR OF WAITING 171", lines=lines) == [
        ("title", "FEAR OF WAITING"), ("front", "JANE DOE"),
    ]  # fmt: skip


def test_a_running_head_may_shorten_the_title() -> None:
    lines = [("JANE DOE", 690), ("A TRIAL OF THE TRAINS:", 660), ("LIFE IN TRANSIT", 640)]
    blocks = [block(line(text, base=base, size=12.0, page=1)) for text, base in lines]
    found = with_title([*blocks, TEXT], SETTING, ["A TRIAL OF THE TRAINS 3"])
    assert found[0].text == "A TRIAL OF THE TRAINS: LIFE IN TRANSIT"


def test_a_title_in_letters_of_the_text_stands_over_the_byline() -> None:
    found = told(lines=[("Slow trains, and who waits for them", 10.0), ("Jane Doe", 10.0)], italic="Jane Doe")
    assert found[0] == ("title", "Slow trains, and who waits for them")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Doe* & Karl van Berg†", ("Jane Doe", "Karl van Berg")),
        ("JANE (JIN) DOE, J.D.", ("JANE (JIN) DOE, J.D.",)),
        ("The Fear of Waiting", ()),
        ("Waiting Patiently:", ()),
        ("Border Law Review", ()),
        ("Jane Doe, University of Vienna", ()),
    ],
)
def test_names_are_told_from_other_words_with_capitals(text: str, names: tuple[str, ...]) -> None:
    assert people_in(text) == names


@pytest.mark.parametrize(
    "number", ["Chapter 1", "Kapitel 2", "Глава IV", "الفصل 3", "第三章", "Appendice B", "XII."]
)
def test_the_number_of_a_chapter_and_its_name_are_one_heading(number: str) -> None:
    blocks = [
        replace(block(line(text, base=base, size=20, page=2)), kind="heading")
        for text, base in ((number, 700), ("Who Waits", 660))
    ]
    assert [one.text for one in with_chapters(blocks)] == [f"{number} Who Waits"]


def test_a_chapter_under_a_title_page_is_no_title_and_one_heading_with_its_number() -> None:
    blocks = [
        block(line("Of Slow Trains", base=600, size=16, page=1)),
        block(line("Jane Doe", base=560, page=1)),
        block(line("Chapter 1", base=700, size=20, page=2)),
        block(line("Who Waits", base=660, size=20, page=2)),
    ]
    assert [b.kind for b in with_title([*blocks, TEXT], SETTING)][:2] == ["title", "front"]
    found, _ = kinds_of([*blocks[2:], TEXT], SETTING, {})
    assert [(b.kind, b.text) for b in found[:1]] == [("heading", "Chapter 1 Who Waits")]


def test_letters_of_bitmap_fonts_stand_at_the_places_of_tex() -> None:
    assert with_ligatures("\x10o\x1ece\x11 \x84 \x85", UPWARDS).translate(TEX_LETTERS) == "“oﬃce” † ‡"


def test_a_title_in_capitals_and_letters_of_the_text_begins_above_the_line_over_the_byline() -> None:
    rows = [
        ("FOURTH TRAIN HARBOUR", 690, False),
        ("AND THE HISTORY OF WAITING", 676, False),
        ("Jane Doe*", 650, True),
    ]
    blocks = [block(line(text, base=base, x1=250, page=1, italic=italic)) for text, base, italic in rows]
    assert with_title([*blocks, TEXT], SETTING)[0].text == "FOURTH TRAIN HARBOUR AND THE HISTORY OF WAITING"


def test_a_title_that_is_said_again_under_a_page_of_its_own_is_one_line_of_the_title_block() -> None:
    lines = [
        ("Of Slow", 16.0),
        ("Trains", 16.0),
        ("Jane Doe", 12.0),
        ("Of Slow Trains", 16.0),
        ("Jane Doe*", 12.0),
    ]
    assert told(lines=lines)[1:] == [
        ("front", "Jane Doe"),
        ("front", "Of Slow Trains"),
        ("front", "Jane Doe*"),
    ]


@pytest.mark.parametrize(
    "issue", ["Harbour Notes, 2020", "Harbour Notes ISSN 1234-5678", "Harbour Notes Vol. 3, 12"]
)
def test_the_name_of_a_journal_is_no_title_though_it_is_the_largest(issue: str) -> None:
    lines = [("Harbour Notes", 40.0), ("Of Slow Trains", 16.0), ("Jane Doe", 12.0), (issue, 8.0)]
    assert told(lines=lines)[0] == ("title", "Of Slow Trains")
    assert told(lines=lines[:-1])[0] == ("title", "Harbour Notes")


def test_a_day_in_a_title_makes_no_byline_of_it() -> None:
    lines = [("Of the Conference of Trains, Skarre, 31 May–11 June 2010", 16.0), ("Jane Doe*", 14.0)]
    assert told(lines=lines)[0][1].startswith("Of the Conference")


def test_a_title_in_capitals_may_have_a_possessive() -> None:
    lines = [("© 2015 Border Press", 8.0), ("THE HARBOUR’S WHITE TRAINS", 14.0), ("Jane Doe", 12.0)]
    assert told(lines=lines)[0] == ("title", "THE HARBOUR’S WHITE TRAINS")


def test_running_heads_that_say_author_and_title_make_no_title_of_the_author_over_it() -> None:
    rows = [("Jane Doe*", 700, False), ("Of Slow Trains and Harbours", 680, True)]
    blocks = [block(line(text, base=base, size=16.0, x1=250, bold=bold, page=1)) for text, base, bold in rows]
    found = with_title([*blocks, TEXT], SETTING, ["2 Jane Doe: Of Slow Trains and Harbours"])
    assert [one.text for one in found[:2]] == ["Of Slow Trains and Harbours", "Jane Doe*"]


def test_a_reference_to_the_article_makes_no_journal_of_its_title() -> None:
    title = "THE WAITING OF TRAINS IN DUE TIME: A REALITY OR A HOAX?"
    lines = [
        ("J Doe, ‘The Waiting of Trains in Due Time: A Reality or a Hoax?’ (2015) 24(1) Border Law 2", 10.0)
    ]
    found = told(lines=[*lines, (title, 14.0), ("Jane Doe", 12.0)])
    assert found[0] == ("title", title)


def test_the_name_of_a_journal_is_no_title_where_a_running_head_says_which_issue_it_is() -> None:
    lines = [("Harbour Notes", 16.0), ("Of Slow Trains", 14.0), ("Jane Doe", 12.0)]
    assert told("J. Doe / Harbour Notes 12 (2015) 3–9", lines=lines)[0] == ("title", "Harbour Notes")
    assert told("Harbour Notes 12 (2015) 3–9", lines=lines)[0] == ("title", "Of Slow Trains")
    assert told("Harbour Notes 1985", lines=lines)[0] == ("title", "Harbour Notes")
    assert told("Harbour Notes, 1985 Of Trains", lines=lines)[0] == ("title", "Of Slow Trains")


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([("University of Skarre", 740, 16), ("Of Slow Trains", 700, 16)], "Of Slow Trains"),
        ([("SKARRE INSTITUTE", 740, 18), ("Of Slow Trains", 600, 16)], "Of Slow Trains"),
        ([("The University Waits", 740, 18), ("A study", 700, 16)], "The University Waits"),
        (
            [("The Waiting", 740, 16), ("University of the Coast", 722, 16)],
            "The Waiting University of the Coast",
        ),
    ],
)
def test_an_institution_is_no_title_where_a_line_apart_from_it_may_be(
    rows: list[tuple[str, float, float]], title: str
) -> None:
    blocks = [
        block(line(text, base=base, size=size, page=1)) for text, base, size in (*rows, ("Jane Doe", 560, 12))
    ]
    assert with_title([*blocks, TEXT], SETTING)[0].text == title


@pytest.mark.parametrize(
    ("words", "bold", "under", "title"),
    [
        ("Of Slow Trains", True, "by Jane Doe", "Of Slow Trains"),
        ("Of Slow Trains", False, "by Jane Doe", "School of Waiting"),
        ("Of Slow Trains", True, "May 2015", "School of Waiting"),
    ],
)
def test_a_bold_line_over_a_byline_is_the_title_under_a_school_in_much_larger_letters(
    words: str, under: str, title: str, *, bold: bool
) -> None:
    blocks = [
        block(line("School of Waiting", base=740, size=19, page=1)),
        block(line(words, base=620, size=12, bold=bold, page=1)),
        block(line(under, base=600, size=12, page=1)),
    ]
    assert with_title([*blocks, TEXT], SETTING)[0].text == title


@pytest.mark.parametrize(
    ("over", "base", "title"),
    [
        ("JANE MARY DOE", 760, "OF SLOW TRAINS"),
        ("JANE MARY DOE", 560, "JANE MARY DOE OF SLOW TRAINS"),  # a book on her
        ("OF WAITING", 760, "OF WAITING"),
    ],
)
def test_who_stands_far_over_a_title_that_is_set_alike_is_the_author(
    over: str, base: float, title: str
) -> None:
    blocks = [
        block(line(text, base=at, size=14, bold=True, page=1))
        for text, at in ((over, base), ("OF SLOW TRAINS", 535))
    ]
    assert with_title([*blocks, TEXT], SETTING)[0].text == title


def test_facts_after_labels_on_a_cover_are_no_table_of_the_text_and_name_the_author() -> None:
    title = block(line("Of Slow Trains", base=740, size=16, page=1))
    rows = (_row("Betreuer: Karl Berg", "", 600), _row("Verfasserin: Jane Doe", "", 588))
    rows = tuple(replace(row, words=row.words) for row in rows)
    found = with_title([title, block(*rows, kind="table"), TEXT], SETTING)
    assert [one.kind for one in found] == ["title", "front", "front", "paragraph"]
    assert [one.text for one in bylines_in(found)] == ["Verfasserin: Jane Doe"]
    rows = (_row("Slow: few", "", 600), _row("Fast: many", "", 588))
    assert with_title([title, block(*rows, kind="table"), TEXT], SETTING)[1].kind == "table"


def test_a_paragraph_that_begins_with_the_author_stands_in_the_title_block() -> None:
    said = (
        "Autora: Jane Doe Curso: ética de la espera (2026-1) con",
        "una versión de las demás que esperan el tren",
    )
    facts = block(*(line(text, base=700 - 14 * n, page=1) for n, text in enumerate((*said, "y nada más."))))
    found = with_title([block(line("Of Slow Trains", base=740, size=16, page=1)), facts, TEXT], SETTING)
    assert found[1].kind == "front"
    assert len(bylines_in(found)) == 1


def test_a_title_in_two_languages_is_the_first_of_them() -> None:
    rows = [("Of Slow Trains", 740), ("and Harbours", 715), ("De trenes lentos", 660), ("y puertos", 635)]
    blocks = [block(line(text, base=base, size=24, page=1)) for text, base in rows]
    for heads in ((), ("Of Slow Trains",)):
        found = with_title([*blocks, TEXT], SETTING, heads)
        assert found[0].text == "Of Slow Trains and Harbours"


def test_a_cover_tells_the_title_under_a_larger_line() -> None:
    lines = [("ECON OMERICA", 16.0), ("OF SLOW TRAINS", 8.0), ("BY JANE DOE", 8.0)]
    blocks = [block(line(text, base=740 - 30 * n, size=size, page=1)) for n, (text, size) in enumerate(lines)]
    assert with_title([*blocks, TEXT], SETTING, (), ["Of Slow Trains"])[0].text == "OF SLOW TRAINS"


def test_where_all_letters_are_bold_the_text_is_as_well() -> None:
    text = [
        replace(one, words=tuple(w._replace(style=w.style._replace(bold=True)) for w in one.words))
        for one in TEXT.lines
    ]
    rows = [("Skarre Institute", 740, 9), ("Of Slow Trains", 700, 16)]
    blocks = [block(line(said, base=base, size=size, page=1, bold=True)) for said, base, size in rows]
    assert with_title([*blocks, block(*text)], SETTING)[0].text == "Of Slow Trains"


def test_the_name_of_a_section_over_the_title_is_none() -> None:
    lines = [("ABSTRACT", 12.0), ("Of Slow Trains", 12.0), ("by Jane Doe", 12.0)]
    assert told(lines=lines)[0] == ("title", "Of Slow Trains")


def test_running_heads_say_the_authors_as_well() -> None:
    lines = [("Jane Doe, Xio Berg, Karl Roe", 11.0), ("Of Slow Trains and Harbours", 11.0)]
    assert told("Jane Doe, Xio Berg, Karl Roe", "Of Slow Trains and Harbours", lines=lines)[0] == (
        "title",
        "Of Slow Trains and Harbours",
    )


def test_the_text_may_be_larger_than_most_letters_which_are_notes() -> None:
    text = block(
        *(line(f"Waiting is an art of patient people, {n}.", base=500 - 12 * n, size=11) for n in range(4))
    )
    rows = [("Of Slow Trains", 14.0), ("Jane Doe", 11.0)]
    blocks = [block(line(said, base=700 - 30 * n, size=size, page=1)) for n, (said, size) in enumerate(rows)]
    found = with_title([*blocks, text, text], replace(SETTING, body=10.0))
    assert [one.kind for one in found] == ["title", "front", "paragraph", "paragraph"]


def _row(left: str, right: str, base: float) -> Line:
    """Return a line of two cells."""
    one, other = (
        line(text, x0=x0, x1=x0 + 60, base=base, page=1) for text, x0 in ((left, 100), (right, 350))
    )
    return replace(one, words=(*one.words, *other.words))


def test_authors_beside_one_another_with_institutions_under_them_are_no_table() -> None:
    title = block(line("Of Slow Trains", base=740, size=16, page=1))
    rows = (_row("Jane Doe", "Karl Berg", 700), _row("University of Skarre", "Harbour School", 688))
    found = with_title([title, block(*rows, kind="table"), TEXT], SETTING)
    assert [(one.kind, one.text) for one in found[1:-1]] == [
        ("front", "Jane Doe Karl Berg"), ("front", "University of Skarre Harbour School"),
    ]  # fmt: skip
    rows = (_row("Slow Trains", "Fast Trains", 700), _row("12", "13", 688))
    assert with_title([title, block(*rows, kind="table"), TEXT], SETTING)[1].kind == "table"


def test_authors_that_stand_beside_one_another_in_two_columns_stand_over_the_text() -> None:
    title = block(line("Of Slow Trains", base=740, size=16, page=1))
    one, other, first, second = (
        block(*(replace(part, page=1, column=column) for part in lines))
        for column, lines in (
            (1, [line("Jane Doe", base=700)]),
            (2, [line("Karl Berg", base=700)]),
            (1, TEXT.lines),
            (2, TEXT.lines),
        )
    )
    found = with_title([title, one, first, other, second], SETTING)
    assert [said.text for said in found[:3]] == ["Of Slow Trains", "Jane Doe", "Karl Berg"]
    assert len(bylines_in(found)) == 2
    assert with_title([title, one, first, second], SETTING)[3].kind == "paragraph"


def test_a_light_line_as_large_as_a_bold_title_is_its_subtitle() -> None:
    rows = [("Of Slow Trains", 700, True), ("And who waits for them", 684, False), ("Jane Doe", 640, False)]
    blocks = [block(line(text, base=base, size=14, page=1, bold=bold)) for text, base, bold in rows]
    assert [one.kind for one in with_title([*blocks, TEXT], SETTING)[:3]] == ["title", "subtitle", "front"]


def test_names_under_an_imprint_in_the_title_block_are_the_authors() -> None:
    rows = [
        ("Number 5 May 15, 2002 ISSN 1437-6148", 760, 8),
        ("Of Slow Trains", 720, 16),
        ("Jane Doe", 690, 10),
    ]
    lines = [
        line(text, x0=150, x1=150 + 5 * len(text), base=base, size=size, page=1) for text, base, size in rows
    ]
    body = [
        line(f"Waiting is an art of patient people, line {n} of it.", base=600 - 12 * n, page=1)
        for n in range(9)
    ]
    page = Page(1, 600, 800, tuple(word for one in (*lines, *body) for word in one.words))
    found = convert_reading(reading_of(Sheets((page,))), "t", "rst", {}).value.document.front
    assert (found.authors, plain(found.title)) == (("Jane Doe",), "Of Slow Trains")


def test_a_line_that_announces_authors_names_none_and_the_line_under_it_does() -> None:
    lines = [("OF SLOW TRAINS, OF HARBOURS,", 10.0), ("AND OF PATIENCE", 10.0), ("THÈSE", 10.0)]
    lines += [("COMME EXIGENCE PARTIELLE", 10.0), ("PAR", 10.0), ("WANJA QUILL", 10.0)]
    blocks = [
        block(line(text, x0=150, x1=400, base=750 - 28 * n, size=size, page=1))
        for n, (text, size) in enumerate(lines)
    ]
    found = with_title([*blocks, TEXT], SETTING)
    assert found[0].text == "OF SLOW TRAINS, OF HARBOURS, AND OF PATIENCE"
    assert [one.text for one in bylines_in(found)] == ["WANJA QUILL"]


def test_labels_and_institutions_after_their_marks_are_no_title_though_they_are_larger() -> None:
    lines = [
        ("Of Slow Trains", 10.0),
        ("Authors:", 11.0),
        ("Jane Doe1, Karl van Berg2", 11.0),
        ("Affiliations:", 11.0),
    ]
    blocks = [
        block(line(text, x0=150, x1=400, base=750 - 30 * n, size=size, bold=not n, page=1))
        for n, (text, size) in enumerate(lines)
    ]
    place = block(line("Institute of Trains", x0=150, x1=400, base=630, size=11.0, raised="1", page=1))
    found = with_title([*blocks, place, TEXT], SETTING)
    assert found[0].text == "Of Slow Trains"
    assert [one.text for one in bylines_in(found)] == ["Jane Doe1, Karl van Berg2"]


def placed(*lines: tuple[str, float, float]) -> list[str]:
    """Return the lines that name the authors among *lines*, each with its left end and its size."""
    blocks = [
        block(line(text, x0=x0, x1=min(x0 + 6 * len(text), 495), base=760 - 30 * n, size=size, page=1))
        for n, (text, x0, size) in enumerate(lines)
    ]
    found = with_title([*blocks, TEXT], SETTING)
    heads = said_by_heads(found, ["28 Wanja Quill", "Of Slow Trains 29"])
    return [one.text for one in bylines_in(found, heads)]


def test_running_heads_name_the_author_over_the_title_if_others_say_the_title() -> None:
    assert placed(("Wanja Quill", 72, 10.0), ("Of Slow Trains and Harbours", 72, 18.0)) == ["Wanja Quill"]
    assert placed(("Wanja Quill", 72, 10.0), ("Of Fast Trains and Harbours", 72, 18.0)) == []


def test_who_signs_an_epigraph_is_no_author() -> None:
    epigraph = "Trains wait for nobody, but everybody waits for trains […]"
    lines = [("Mary Roe", 200.0, 9.0), ("Of Slow Trains", 100.0, 18.0), (epigraph, 320.0, 10.0)]
    assert placed(*lines, ("Jane Doe", 420.0, 10.0)) == ["Mary Roe"]
    assert placed(*lines, ("Jane Doe", 72.0, 10.0)) == ["Jane Doe"]


def test_marks_show_that_a_list_of_two_is_one_of_people() -> None:
    assert placed(("Kjell McQuill* and Carlow Rainer", 72, 12.0), ("Of Slow Trains", 72, 18.0)) != []


def test_a_section_of_a_journal_stands_right_over_a_title() -> None:
    found = told(
        lines=[("HARBOUR STUDIES", 7.5), ("NOTE", 10.0), ("Of Slow Trains", 12.0), ("Jane Doe*", 10.0)]
    )
    assert found[0] == ("title", "Of Slow Trains")


def test_who_is_announced_is_the_author_and_no_people_of_the_subtitle_are() -> None:
    lines = [
        ("Of Slow Trains", 100.0, 18.0),
        ("The harbours of Mary Roe and", 100.0, 14.0),
        ("Ann Berg", 100.0, 14.0),
    ]
    assert placed(*lines, ("by Jane Doe", 100.0, 10.0)) == ["by Jane Doe"]


@pytest.mark.parametrize(
    ("words", "mark", "title"),
    [
        ("Of Slow Trains", "1", "Of Slow Trains"),
        ("E = mc", "2", "E = mc2"),
        ("Of Slow Trains", "nd", "Of Slow Trainsnd"),
    ],
)
def test_a_mark_of_a_note_that_is_not_found_ends_no_title(words: str, mark: str, title: str) -> None:
    heading = Heading((Inline(words, 0), Inline(mark, len(words), Kind.SUPERSCRIPT)), 1)
    draft = find_title(Draft((heading,), Front()))
    assert plain(draft.front.title) == title
    assert [plain(drop.inlines) for drop in draft.dropped] == [mark] * (title == words)
    assert len(draft.messages) == (title == words)
