"""Bylines of journals: names beside marks, degrees and institutions, over several lines, and other lines that have capitals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.pdf_criteria import SETTING, block, line

from sphinxext_eir.conversion.names import credited_in, turned
from sphinxext_eir.conversion.reading.pdf.page.words import Style, Word
from sphinxext_eir.conversion.reading.pdf.streams.pages import _last_of_columns
from sphinxext_eir.conversion.reading.pdf.title.block import with_title
from sphinxext_eir.conversion.reading.pdf.title.credits import (
    authors_of_file,
    bylines_in,
    said_by_block,
    with_whole_bylines,
)

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.blocks.breaks import Block


@pytest.mark.parametrize(
    ("columns", "lasts"),
    [((0, 1, 2), {1, 2}), ((1, 2, 0), {0, 1, 2}), ((0, 1, 2, 0), {1, 2, 3}), ((0,), {0}), ((0, 9), {0, 1})],
)
def test_the_summary_over_two_columns_is_at_no_foot_of_its_page(
    columns: tuple[int, ...], lasts: set[int]
) -> None:
    groups = [[replace(line(page=1), column=column)] for column in columns]
    assert _last_of_columns(groups) == lasts


TEXT = block(
    *(line(f"Waiting is an art of patient people, line {n} of it.", base=500 - 12 * n) for n in range(4))
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Doe1, Karl van Berg1*, S Mary Roe2", ("Jane Doe", "Karl van Berg", "S Mary Roe")),
        ("Jane Doe,1,2 Karl van Berg,3 and Mary Roe4", ("Jane Doe", "Karl van Berg", "Mary Roe")),
        ("Jane Doe*,1, Karl van Berg†,2 , & Mary Roe†,1,7", ("Jane Doe", "Karl van Berg", "Mary Roe")),
        ("Jane Doe¹ Karl van Berg²,³", ("Jane Doe", "Karl van Berg")),
        ("\ue000 Jane Doe1,4, \ue000 Mary Roe2 and", ("Jane Doe", "Mary Roe")),
        ("Authors: Jane Doe, M.S.[1], Mary Roe, PhD[1, 2]*, CCC-SLP", ("Jane Doe", "Mary Roe")),
        ("By: Jane Mary Doe", ("Jane Mary Doe",)),
        ("Jane Doe, Ph.D., and Mary Roe MD", ("Jane Doe", "Mary Roe")),
        ("JANE DOE, University of Vienna", ("JANE DOE (University of Vienna)",)),
        ("Jane Doe · Universität Wien · jane@example.org", ("Jane Doe (Universität Wien)",)),
        ("Prof. Dr. Jane Doe und Univ.-Prof. Dr. iur. Karl Berg*", ("Jane Doe", "Karl Berg")),
        (
            "Ass. iur. Jane Doe, LL.M., Dr. phil. Keli Du, apl. Prof. Dr. h.c. mult. Karl Berg and Dr. Mary Roe*",
            ("Jane Doe", "Keli Du", "Karl Berg", "Mary Roe"),
        ),
        ("Jane Doe e Dra. Mary Roe", ("Jane Doe", "Mary Roe")),
        ("Dipl.-Ing. Jane Doe et Dr Mary Roe", ("Jane Doe", "Mary Roe")),
        ("Jane Doe / Mary Roe", ("Jane Doe", "Mary Roe")),
        ("Jane Drummond", ("Jane Drummond",)),
        ("Jane Doe*, Vienna", ("Jane Doe (Vienna)",)),
        ('JANE DOE "', ("JANE DOE",)),
        ("Jane DoeID1*, Mary RoeID2", ("Jane Doe", "Mary Roe")),
        ("J. Doe, professor of trains", ("J. Doe (professor of trains)",)),
        ("Doe J.R., harbour master, doe@example.org", ("Doe J.R. (harbour master)",)),
        ("Public Trains, harbours and patience", ()),
        ("D-28209 Skarre", ()),
        ("Neuer Waldweg 21", ()),
        ("Autorinnen: Jane Doe, Mary Roe", ("Jane Doe", "Mary Roe")),
        ("Jane Doe, Independent Researcher", ("Jane Doe (Independent Researcher)",)),
        (
            "Maria do Rosário Dias de Oliveira Roe, Karl Berg",
            ("Maria do Rosário Dias de Oliveira Roe", "Karl Berg"),
        ),
        ("Chen Lai 陳來", ("Chen Lai 陳來",)),
        ("陳來 中國", ()),
        ("PD Dr. phil. Jane Doe", ("Jane Doe",)),
        ("Jane Mary Doe1, Karl van Berg2, Rizki3", ("Jane Mary Doe", "Karl van Berg", "Rizki")),
        ("Jane Mary Doe, Karl van Berg, Rizki", ()),
        ("Waiters of Coasts de", ()),
        ("WAITERS OF COASTS DE", ()),
        ("Abstr Act", ()),
        ("Jane Doe 0000-0002-1825-0097", ("Jane Doe",)),
        ("Jane Doe and Mary Roe, on behalf of the Waiting Group", ("Jane Doe", "Mary Roe")),
        ("Jane Mary Doe Jr.", ("Jane Mary Doe Jr.",)),
        ("Jane Doe, Li Ma", ("Jane Doe", "Li Ma")),
        ("Farzana Doe1, Md. Karim Roe2", ("Farzana Doe", "Md. Karim Roe")),
        ("Department of Trains, University of Vienna", ()),
        ("Corresponding Author: Jane Doe, jane@example.org", ()),
        ("Jane Doe Æ Karl Berg", ("Jane Doe", "Karl Berg")),
        ("Jane Doe, Matrikel Nr.: 1234567", ("Jane Doe",)),
        ("Jane Doe (1234567)", ("Jane Doe",)),
        ("Computer Science Group", ()),
        ("Jane Doe Æ", ("Jane Doe",)),
        ("Neufassung der SGB-II-Typisierung", ()),
        ("Jane DUPONT-BERG", ("Jane DUPONT-BERG",)),
        ("Working Paper", ()),
        ("Jane Doe*, & Mary Roe.* *Department of Trains", ("Jane Doe", "Mary Roe")),
        ("Jane d’ Arc - RA 820157", ("Jane d’Arc",)),
        ("Student Jane Doe – S-5289/2", ("Jane Doe",)),
        ("MSc Thesis Bart-Jan Doe (6000142)", ("Bart-Jan Doe",)),
        ("Mary Jo Doe +", ("Mary Jo Doe",)),
        ("by oliver doe", ("Oliver Doe",)),
        ("by train and boat", ()),
        ("The Fear of Waiting", ()),
        ("Author: Jane Doe Course: Ethics of Trains (2026-1)", ("Jane Doe",)),
        ("and Jane Doe", ("Jane Doe",)),
        ("y Jane Doe", ("Jane Doe",)),
        ("Beverly E. Law*, J. -P. Doe*, Jane Mary Roe*", ("Beverly E. Law", "J.-P. Doe", "Jane Mary Roe")),
        ("Harbour Law", ()),
        ("Jane Doe, MD, MHS and", ("Jane Doe",)),
        ("Jane Doe, Karl Berg, and Mary Roe, Senior Member, IEEE,", ("Jane Doe", "Karl Berg", "Mary Roe")),
        ("Jane Doe and Karl Berg, Department of Trains, Skarre, Norland", ("Jane Doe", "Karl Berg")),
        ("A Dissertation", ()),
        ("Harbour Inc.", ()),
        ("Bank of Skarre", ()),
        ("LSE World Bank", ()),
        ("Jane Doe1 , Karl Berg2 y", ("Jane Doe", "Karl Berg")),
        ("Skarre Trains; NYU Stern; Skarre Trains", ()),
        ("Jane Doe · Ethics of Trains · 2026-1 · Prof. Karl Berg · Skarre", ("Jane Doe",)),
        ("Harbour Review · Ethics of Trains · 2026-1", ()),
        ("Jane Doe (ORCID: 0000-0002-1825-0097)", ("Jane Doe",)),
        ("Jane Doe – University of Skarre", ("Jane Doe (University of Skarre)",)),
        ("Jane Doe, Associate Professor of Law", ("Jane Doe (Associate Professor of Law)",)),
        ("Jane Doe, PhD candidate", ("Jane Doe (PhD candidate)",)),
        ("Jane Doe, BSc (Hons)", ("Jane Doe",)),
        ("Jane Doe (Skarre Press)/Karl Berg (IAB)", ("Jane Doe (Skarre Press)", "Karl Berg (IAB)")),
        ("Jane Doe(1), Karl Berg (2)", ("Jane Doe", "Karl Berg")),
        ("Jane Doe, S.J.", ("Jane Doe",)),
    ],
)
def test_names_are_read_without_what_bylines_say_beside_them(text: str, names: tuple[str, ...]) -> None:
    assert credited_in(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Doe, Jane Mary*", "Jane Mary Doe"),
        ("von Berg, Karl", "Karl von Berg"),
        ("Doe, Jane, Roe, Mary", ""),
        ("Universität, Wien", ""),
        ("Trains, and their Harbours", ""),
    ],
)
def test_a_family_name_may_stand_first(text: str, name: str) -> None:
    assert turned(text) == name


def told(*lines: tuple[str, float], author: str = "", gap: float = 20) -> list[str]:
    """Return the bylines of a title block whose *lines* have sizes, a *gap* apart."""
    blocks = [
        block(line(text, x0=150, x1=400, base=750 - gap * n, size=size, page=1))
        for n, (text, size) in enumerate(lines)
    ]
    found = with_whole_bylines(with_title([*blocks, TEXT], SETTING))
    firsts = bylines_in(found, author)
    return [one.text for one in found if one.first in firsts]


def test_a_list_of_authors_goes_on_after_the_end_of_a_line_within_a_name_or_after_a_comma() -> None:
    lines = ("Of Slow Trains", 16.0), ("Jane Doe, Mary Roe, Gregory", 10.0), ("H. Lip, Karl van Berg,", 10.0)
    found = told(*lines, ("and Peter Paul", 10.0))
    assert found == ["Jane Doe, Mary Roe, Gregory H. Lip, Karl van Berg, and Peter Paul"]


def test_lists_of_many_authors_part_names_at_the_ends_of_several_lines() -> None:
    lines = (
        ("Of Slow Trains", 16.0),
        ("Jane Doe1, Mary Roe1, Gunnar", 10.0),
        ("Zvbqo2, Karl van Berg3, Lutz", 10.0),
    )
    assert told(*lines, ("Brusch4 and Peter Paul5", 10.0)) == [
        "Jane Doe1, Mary Roe1, Gunnar Zvbqo2, Karl van Berg3, Lutz Brusch4 and Peter Paul5"
    ]


def test_a_name_without_a_mark_at_the_end_of_a_line_goes_on_where_all_others_have_marks_or_with_a_particle() -> (
    None
):
    lines = (
        ("Of Slow Trains", 16.0),
        ("Jane Doe*, Mary Roe*, Karl Maria", 10.0),
        ("Cavalcanti Berg*, Eva Lund*", 10.0),
    )
    assert told(*lines) == ["Jane Doe*, Mary Roe*, Karl Maria Cavalcanti Berg*, Eva Lund*"]
    lines = (
        ("Of Slow Trains", 16.0),
        ("Jane Doe e Maria do Rosário Dias", 10.0),
        ("de Oliveira Latorre", 10.0),
    )
    assert told(*lines) == ["Jane Doe e Maria do Rosário Dias de Oliveira Latorre"]


def test_names_on_lines_of_their_own_stay_apart() -> None:
    assert told(("Of Slow Trains", 16.0), ("Jane Doe", 10.0), ("Mary Roe", 10.0)) == ["Jane Doe", "Mary Roe"]


@pytest.mark.parametrize(
    "other", ["Columbia University", "Hoover Institution", "Honors Thesis", "Quiet Little Waits"]
)
def test_lines_with_capitals_are_no_names_beside_one_that_surely_is(other: str) -> None:
    assert told(("Of Slow Trains", 16.0), (other, 12.0), ("Jane Doe", 14.0)) == ["Jane Doe"]


def test_people_under_the_name_of_a_supervisor_are_no_authors() -> None:
    lines = ("Of Slow Trains", 16.0), ("Jane Doe", 10.0), ("Supervised by", 10.0), ("Mary Roe", 10.0)
    assert told(*lines) == ["Jane Doe"]


def test_after_a_supervisor_an_author_has_a_label() -> None:
    lines = ("Of Slow Trains", 16.0), ("Betreuer: Karl Berg", 10.0), ("Verfasserin: Jane Doe, B.A.", 10.0)
    assert told(*lines) == ["Verfasserin: Jane Doe, B.A."]


def test_a_comma_after_the_mark_of_the_last_name_says_that_the_list_goes_on() -> None:
    first, last = (
        line("Jane Doe", x0=72, x1=120, base=700, size=11),
        line("Mary Roe", x0=72, base=688, size=11),
    )
    mark = Word("3,", 120, 126, 704, Style(6.0))
    marked = replace(first, words=(*first.words, mark), page=1)
    blocks = [
        block(line("Of Slow Trains", base=740, size=16, page=1)),
        block(marked), block(replace(last, page=1)), TEXT,
    ]  # fmt: skip
    assert said_by_block(blocks[1]) == "Jane Doe*,"
    assert [one.kind for one in with_title(blocks, SETTING)] == ["title", "front", "paragraph"]


def test_a_name_that_nobody_knows_is_one_where_the_file_has_it_or_nothing_else_does() -> None:
    lines = ("Of Slow Trains", 16.0), ("Waits and Trains", 12.0), ("Zvbqo Xqwer", 12.0)
    assert told(*lines, author="Zvbqo Xqwer") == ["Zvbqo Xqwer"]
    assert told(("Of Slow Trains", 16.0), ("Zvbqo Xqwer", 12.0)) == ["Zvbqo Xqwer"]


def test_a_name_that_nobody_knows_stands_among_the_lines_right_under_the_title() -> None:
    lines = [
        ("Zvbqo Xqwer", 12.0),
        ("Of Slow Trains", 16.0),
        ("where people wait", 10.0),
        ("Qwxer Zvbqo", 12.0),
    ]
    assert told(*lines) == ["Qwxer Zvbqo"]


def test_a_running_head_in_small_print_is_no_title_under_which_a_larger_line_stands() -> None:
    lines = ("Waiting Practice", 8.0), ("Of Slow Trains", 14.0), ("Jane Doe", 10.0)
    blocks = [
        block(line(text, x0=150, x1=400, base=750 - 25 * n, size=size, page=1))
        for n, (text, size) in enumerate(lines)
    ]
    assert with_title([*blocks, TEXT], SETTING, ["Waiting Practice"])[0].text == "Of Slow Trains"


def test_the_second_half_of_a_title_stands_under_a_colon_and_may_be_smaller() -> None:
    blocks = [
        block(line(text, x0=150, x1=400, base=750 - 25 * n, size=size, page=1))
        for n, (text, size) in enumerate([("Of Slow Trains:", 17.0), ("Who Waits", 14.0), ("Jane Doe", 10.0)])
    ]
    assert with_title([*blocks, TEXT], SETTING)[0].text == "Of Slow Trains: Who Waits"


def test_three_lines_of_names_and_places_are_no_text_and_small_print_over_a_title_is_none() -> None:
    print_ = block(
        *(
            line("the online version of this article is free to all", base=780 - 8 * n, size=7, page=1)
            for n in range(3)
        )
    )
    title = block(line("Of Slow Trains", base=720, size=17, page=1))
    names = block(
        *(
            line(text, x0=60, x1=540, base=690 - 12 * n, page=1)
            for n, text in enumerate(
                ("Jane Doe Mary Roe", "Vienna Waits Graz Waits", "jane@example.org mary@example.org")
            )
        )
    )
    kinds = [one.kind for one in with_title([print_, title, names, TEXT], SETTING)]
    assert kinds[0] == "title"
    assert kinds[-1] == "paragraph"
    assert "front" in kinds


def test_an_institution_after_its_mark_is_no_byline_and_a_journals_table_hides_no_title() -> None:
    lines = (
        ("Of Slow Trains", 16.0),
        ("Jane Doe1", 10.0),
        ("1 Waiting People Group, Institute of Trains", 9.0),
    )
    assert told(*lines) == ["Jane Doe1"]
    head = block(line("VOLUME 1 MAY 2015 NUMBER 3", base=790, page=1), kind="table")
    title = block(line("Of Slow Trains", x0=150, x1=400, base=750, size=16, page=1))
    assert [one.kind for one in with_title([head, title, TEXT], SETTING)] == ["title", "table", "paragraph"]


def test_a_family_name_stands_first_over_an_address_or_before_a_given_name_that_is_known() -> None:
    lines = ("Of Slow Trains", 16.0), ("Xqwer, Zvbqo", 10.0), ("z@example.org", 10.0), ("Roe, Maria", 10.0)
    assert told(*lines) == ["Xqwer, Zvbqo", "Roe, Maria"]
    assert told(("Of Slow Trains", 16.0), ("Skarre, Norland", 10.0)) == []


def test_a_cover_knows_the_author_whose_name_stands_alone_over_the_title() -> None:
    lines = ("Zvbqo Xqwer", 12.0), ("Of Slow Trains", 16.0)
    assert told(*lines) == []
    assert told(*lines, author="Suggested citation: Xqwer, Zvbqo (2012): Of Slow Trains") == ["Zvbqo Xqwer"]


def test_an_author_named_on_two_title_pages_is_named_once_more_by_the_second() -> None:
    lines = ("Of Slow Trains", 16.0), ("Zvbqo Xqwer", 10.0), ("Of Slow Trains", 16.0), ("Zvbqo Xqwer*", 12.0)
    assert told(*lines) == ["Zvbqo Xqwer", "Zvbqo Xqwer*"]


def test_a_last_line_that_says_and_is_no_part_of_a_name() -> None:
    lines = [
        line(text, x0=150, x1=400, base=700 - 14 * n, page=1)
        for n, text in enumerate(("Jane Doe", "Mary Roe", "and"))
    ]
    blocks = [block(line("Of Slow Trains", base=750, size=16.0, page=1)), block(*lines)]
    assert with_title([*blocks, TEXT], SETTING)[1].text == "Jane Doe"


@pytest.mark.parametrize(
    ("author", "title", "names"),
    [
        ("Jane Doe and Karl Berg", "Of Slow Trains", ("Jane Doe", "Karl Berg")),
        ("Jane Doe", "thesis.dvi", ()),
        ("Skarre Press", "Of Slow Trains", ()),
        ("user", "Of Slow Trains", ()),
    ],
)
def test_a_file_that_knows_the_title_knows_the_authors(
    author: str, title: str, names: tuple[str, ...]
) -> None:
    blocks = [replace(block(line("Of slow trains", size=16, page=1)), kind="title"), TEXT]
    assert authors_of_file(blocks, author, title) == names


def test_a_supervisors_name_hides_no_author_under_a_label_or_on_the_page_after_a_cover() -> None:
    lines = ("Of Slow Trains", 16.0), ("Relatore", 10.0), ("Karl Berg", 10.0), ("Candidato", 10.0)
    assert told(*lines, ("Mary Roe", 10.0)) == ["Mary Roe"]
    cover = block(line("Supervisor: Karl Berg", base=700, size=24.0, page=1))
    title = replace(block(line("Of Slow Trains", base=700, size=14.0, page=2)), kind="title")
    fronts = [replace(block(line(text, base=600, page=2)), kind="front") for text in ("Mary Roe", "Skarre")]
    assert bylines_in([title, replace(cover, kind="front"), *fronts]) == {fronts[0].first}


def test_authors_each_before_an_address_over_several_lines_stay_apart() -> None:
    said = (
        "Jane Doe, Department of Trains, University of",
        "Skarre, Harbour Street 5, Skarre, Norland",
        "Karl Berg and Mary Roe, Department of Ships, University of",
        "Vienna, Vienna, Austria",
    )
    fronts = [
        replace(block(line(text, base=600 - 12 * n, page=1)), kind="front") for n, text in enumerate(said)
    ]
    assert [one.first.text for one in with_whole_bylines(fronts)] == [said[0], said[2]]


def test_a_line_that_ends_with_and_has_its_last_author_below_set_in_another_way() -> None:
    title = replace(block(line("Of Slow Trains", base=700, size=16.0, page=1)), kind="title")
    lines = (
        line("Jane Doe, MD and", base=650, page=1),
        line("Department of Trains", base=638, page=1),
        line("Mary Roe, PhD", base=620, page=1, bold=True),
    )
    fronts = [replace(block(one), kind="front") for one in lines]
    assert bylines_in([title, *fronts]) == {lines[0], lines[2]}


def test_names_in_rows_of_columns_stand_row_by_row() -> None:
    def part(text: str, base: float, column: int, size: float = 12.0) -> Block:
        x0 = 60 if column == 1 else 320
        return block(replace(line(text, x0=x0, x1=x0 + 100, base=base, size=size, page=1), column=column))

    title = block(line("Of Slow Trains", x0=150, x1=400, base=750, size=16.0, page=1))
    left = [
        part("Jane Doe", 700, 1),
        part("Skarre", 688, 1, 10),
        part("Mary Roe", 660, 1),
        part("Graz", 648, 1, 10),
    ]
    right = [
        part("Karl Berg", 700, 2),
        part("Wien", 688, 2, 10),
        part("Anna Ode", 660, 2),
        part("Linz", 648, 2, 10),
    ]
    text = block(*(replace(row, column=1) for row in TEXT.lines))
    text = replace(text, lines=tuple(replace(row, page=1) for row in text.lines))
    said = [one.text for one in with_title([title, *left, text, *right], SETTING)]
    assert said[:9] == [
        "Of Slow Trains",
        "Jane Doe",
        "Skarre",
        "Karl Berg",
        "Wien",
        "Mary Roe",
        "Graz",
        "Anna Ode",
        "Linz",
    ]


def test_small_capitals_that_a_font_sets_apart_begin_with_no_conjunction() -> None:
    first = line("ELISE XQWER*", x0=150, x1=300, base=700, page=1)
    head, *rest = first.words
    parts = (
        Word("E", head.x0, head.x0 + 6, head.base, head.style),
        Word("LISE", head.x0 + 6, head.x1, head.base, head.style, spaced=False),
    )
    name = block(replace(first, words=(*parts, *rest)))
    over = block(line("VOLUME 75 MAY 2015", x0=150, x1=300, base=760, page=1))
    title = block(line("Of Slow Trains", x0=150, x1=400, base=730, size=16.0, page=1))
    said = [one.text for one in with_title([over, title, name, TEXT], SETTING)]
    assert said[:3] == ["Of Slow Trains", "VOLUME 75 MAY 2015", name.text]


def test_a_text_whose_lines_are_paragraphs_begins_at_its_first_heading_with_a_number() -> None:
    lines = (("Of Slow Trains", 16.0), ("Jane Doe", 11.0), ("1 Waiting", 13.0), ("Patience is rare.", 10.0))
    blocks = [
        block(line(text, x0=150, x1=400, base=750 - 30 * n, size=size, page=1, bold=text[0] == "1"))
        for n, (text, size) in enumerate(lines)
    ]
    assert [one.kind for one in with_title(blocks, SETTING)] == ["title", "front", "paragraph", "paragraph"]
    unnumbered = [*blocks[:2], block(replace(blocks[2].first, words=blocks[2].first.words[1:])), blocks[3]]
    assert with_title(unnumbered, SETTING)[0].kind == "paragraph"


def test_teasers_of_an_issue_over_a_title_end_no_title_block() -> None:
    section = block(line("COMMENT", base=790, size=30, page=1))
    teasers = block(line("BOTANY Late trains SHIPS Old harbours", base=770, page=1), kind="table")
    title = block(line("Who Waits", x0=150, x1=400, base=730, size=24, page=1))
    assert with_title([section, teasers, title, TEXT], SETTING)[0].text == "Who Waits"
    of_text = block(teasers.first, kind="table")
    assert with_title([title, of_text, TEXT], SETTING)[0].text == "Who Waits"


def test_the_heading_of_an_abstract_at_the_end_of_a_title_is_no_part_of_it() -> None:
    rows = [
        line(text, x0=150, x1=400, base=750 - 14 * n, page=1, bold=True)
        for n, text in enumerate(("Of Slow Trains", "and Who Waits", "Abstract"))
    ]
    said = [one.text for one in with_title([block(*rows), TEXT], SETTING)]
    assert said[:2] == ["Of Slow Trains and Who Waits", "Abstract"]


def test_lines_of_authors_and_their_institutions_in_larger_letters_are_no_heading() -> None:
    title = block(line("Of Slow Trains", x0=150, x1=400, base=750, size=20, page=1))
    names = [
        line(said, x0=100, x1=500, base=700 - 16 * n, size=14, page=1)
        for n, said in enumerate(("Jane Doe, Mary Roe", "Skarre Trains"))
    ]
    assert [one.kind for one in with_title([title, block(*names), TEXT], SETTING)][:3] == [
        "title",
        "front",
        "front",
    ]
    place = block(line("University of Skarre", x0=100, x1=300, base=650, size=12, page=1))
    group = [title, block(line("Jane Doe", x0=100, x1=200, base=680, size=12, page=1)), place, TEXT]
    assert [one.kind for one in with_title(group, SETTING)] == ["title", "front", "front", "paragraph"]


def test_names_side_by_side_on_one_height_stand_in_the_order_of_their_places() -> None:
    title = block(line("Of Slow Trains", x0=150, x1=400, base=750, size=16, page=1))
    middle = block(line("Mary Roe", x0=260, x1=330, base=700, page=1))
    left = block(line("Jane Doe", x0=100, x1=170, base=700, page=1))
    said = [one.text for one in with_title([title, middle, left, TEXT], SETTING)]
    assert said[:3] == ["Of Slow Trains", "Jane Doe", "Mary Roe"]
    below = block(line("Jane Doe", x0=100, x1=170, base=686, page=1))
    said = [one.text for one in with_title([title, middle, below, TEXT], SETTING)]
    assert said[:3] == ["Of Slow Trains", "Mary Roe", "Jane Doe"]
