"""What looks like a heading and is none: heads of pages, captions, formulas, contents without numbers, numbers of series."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from support.pdf_criteria import REGION, SETTING, SPACED, block, case, line, row

from sphinxext_eir.conversion.document import Heading, Paragraph
from sphinxext_eir.conversion.inlines import Inline
from sphinxext_eir.conversion.outcome import Reason
from sphinxext_eir.conversion.reading.pdf.blocks.pairs import Pair
from sphinxext_eir.conversion.reading.pdf.kinds.headings import HEADINGS
from sphinxext_eir.conversion.reading.pdf.kinds.kind import kinds_of
from sphinxext_eir.conversion.reading.pdf.layout.lines import Layout, Line
from sphinxext_eir.conversion.reading.pdf.layout.setting import GAP, measure, size_of_text
from sphinxext_eir.conversion.reading.pdf.page.fonts import _BOLD_FONT, _ITALIC_FONT, SUBSET, is_sans
from sphinxext_eir.conversion.reading.pdf.page.words import Page, Style
from sphinxext_eir.conversion.reading.pdf.streams.contents import contents_said_again, key_of
from sphinxext_eir.conversion.reading.pdf.streams.furniture import BY_PLACE, furniture_of
from sphinxext_eir.conversion.reading.pdf.title.block import with_title
from sphinxext_eir.conversion.structure.draft import Draft
from sphinxext_eir.conversion.structure.sections import find_sections
from sphinxext_eir.text.decisions import decide

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.kinds.cases import Case

TEXT = block(
    *(line(f"Waiting is an art of patient people, line {n} of it.", base=500 - 12 * n) for n in range(4))
)

NOT_MARKED = (
    "without a number that goes with the page, and not on most pages, in a file that marks its furniture"
)


def layouts(heads: dict[int, Line], pages: int) -> list[Layout]:
    """Return pages of text, of which some have a line more."""
    return [
        Layout(
            Page(n, 600, 800, ()),
            (
                *([heads[n]] if n in heads else []),
                *(line(f"Page {n}, line {k}", base=700 - 12 * k, page=n) for k in range(30)),
            ),
            None,
        )
        for n in range(1, pages + 1)
    ]


def test_numbered_lines_much_larger_than_the_text_are_headings_and_no_list() -> None:
    blocks = [block(line(f"{n}. Of Trains", x1=150, base=700 - 150 * n, size=16.0)) for n in (1, 2, 3)]
    kinds, _ = kinds_of([part for one in blocks for part in (one, TEXT)], SETTING, {})
    assert [one.kind for one in kinds[::2]] == ["heading"] * 3


def test_slanted_lines_with_numbers_over_paragraphs_are_headings_and_no_list() -> None:
    heads = [line(f"{n}. Of Slow Trains", x1=200, base=525, italic=True) for n in (1, 2, 3)]
    kinds, _ = kinds_of([part for head in heads for part in (TEXT, block(head))] + [TEXT], SETTING, {})
    assert [one.kind for one in kinds[1::2]] == ["heading"] * 3


def test_a_heading_of_nearly_the_size_of_the_text_has_the_gap_of_the_text() -> None:
    """Headings of one size that stand alone are far from each line: theirs is no leading."""
    setting = replace(SETTING, leadings={20: 12.0, 19: 30.0})
    before, heading = line("It was built twice.", base=440), line("3 METHODS", base=408, size=9.6, x1=120)
    assert Pair(before, heading, REGION, setting, (before,)).distance > GAP


def test_a_head_that_returns_on_pages_in_a_row_is_a_heading_once() -> None:
    heads = {n: line("Chart of Archives", base=780, page=n, size=14.0) for n in (4, 5, 6, 7)}
    found = furniture_of(layouts(heads, 30), 10.0)
    assert [heads[n] in found for n in (4, 5, 6, 7)] == [False, True, True, True]


def test_a_small_bold_head_with_the_number_of_the_page_is_no_heading() -> None:
    heads = {n: line(f"{n} Of Trains", base=780, page=n, size=9.0, bold=True) for n in (4, 5)}
    heads |= {n: line(str(n), base=780, page=n, size=9.0) for n in range(6, 30)}
    assert set(furniture_of(layouts(heads, 30), 10.0)) == set(heads.values())
    large = {**heads, 4: line("4 Of Trains", base=780, page=4, size=14.0, bold=True)}
    assert large[4] not in furniture_of(layouts(large, 30), 10.0)


def test_what_is_a_foot_on_some_pages_is_one_on_others_whatever_stands_beside_it() -> None:
    said = {
        1: "Border Focus 10/2009 - -",
        5: "Border Focus 10/2009",
        6: "Border Focus 10/2009",
        7: "Border Focus 10/2009",
    }
    feet = {n: line(text, base=19, page=n, x1=200) for n, text in said.items()}
    found = furniture_of(layouts(feet, 9), 10.0)
    assert {found[foot].reason for foot in feet.values()} == {Reason.FOOT}


def test_a_head_of_two_rows_is_one_though_its_rows_stand_as_close_as_text() -> None:
    """The upper row has the number of the page, left or right; it stands apart once the lower one is known."""
    upper = {
        n: line(f"{n + 8} Studies 2007/2" if n % 2 else f"Studies 2007/2 {n + 8}", base=780, page=n)
        for n in range(2, 8)
    }
    lower = {n: line("Of Patient People", base=769, page=n, x1=200, italic=True) for n in upper}
    pages = [
        layout._replace(lines=(*(rows[n] for rows in (upper, lower) if n in rows), *layout.lines))
        for n, layout in enumerate(layouts({}, 8), 1)
    ]
    found = furniture_of(pages, 10.0)
    assert set(found) == {*upper.values(), *lower.values()}
    assert {why.reason for why in found.values()} == {Reason.RUNNING_HEAD}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("− BB tt −1 )(2", "paragraph"),
        ("Grafik 3: Entwicklung der Züge", "caption"),
        ("Cuadro 2. Los trenes", "caption"),
        ("Рис. 1. Поезда", "caption"),
        ("Of Trains − and Harbours", "heading"),
    ],
)
def test_formulas_and_captions_in_all_languages_are_no_headings(text: str, kind: str) -> None:
    blocks = [TEXT, block(line(text, x1=250, base=450, size=12.0)), TEXT]
    assert kinds_of(blocks, SETTING, {})[0][1].kind == kind


def test_capitals_with_a_sharp_s_are_capitals() -> None:
    blocks = [TEXT, block(line("DIE GROßEN ZÜGE", x1=250, base=430)), TEXT]
    assert kinds_of(blocks, SETTING, {})[0][1].kind == "heading"


def test_a_label_of_a_drawing_with_one_large_word_is_no_heading() -> None:
    large = line("Akteure (Mensch, Agenten)", x1=240, base=450)
    words = (large.words[0]._replace(style=Style(14.0)), *large.words[1:])
    blocks = [TEXT, block(replace(large, words=words)), TEXT]
    assert kinds_of(blocks, SETTING, {})[0][1].kind == "paragraph"


def test_a_heading_after_a_bullet_is_bold() -> None:
    bold = line("† The Author", bold=True)
    assert replace(bold, words=(bold.words[0]._replace(style=Style(11.0)), *bold.words[1:])).bold


def test_the_number_of_a_picture_may_have_a_letter_and_a_stop() -> None:
    assert (
        decide(HEADINGS, case("Figure G.1: Of trains", bold=True)).name == "the caption of a table or picture"
    )


def test_a_note_under_a_table_is_no_section() -> None:
    found = decide(HEADINGS, case("Notes:", size=7.0))
    assert found.name == "smaller than the text"


ITEM = block(line("2.1.1 Of slow trains"))
TABLE = replace(TEXT, kind="table")


@pytest.mark.parametrize(
    ("case", "name"),
    [
        (
            case("2.1 Of trains", italic=True, after=ITEM),
            "italic, on lines of its own",
        ),  # its first part follows
        (case("2.1 OF TRAINS.", base=400), "in capitals, apart or in the middle"),
        (case("2.1 OF TRAINS.", size=12.0), "set larger than the text"),
        (case("Week 2: Of trains", size=12.0, bold=True, after=TABLE), "set larger than the text"),
    ],
)
def test_a_heading_may_have_its_first_part_a_table_or_a_stop_after_it(case: Case, name: str) -> None:
    found = decide(HEADINGS, case)
    assert found
    assert (found.name, found.then) == (name, True)


@pytest.mark.parametrize(
    "case",
    [
        case("Of trains", italic=True, after=ITEM),
        case("OF TRAINS."),
        case("Week 2: Of trains", bold=True, after=TABLE),
        case("Week 2: Of trains", size=12.0, after=TABLE),
    ],
)
def test_without_a_number_capitals_or_size_it_is_none(case: Case) -> None:
    found = decide(HEADINGS, case)
    assert found is None or not found.then


@pytest.mark.parametrize(
    "text",
    [
        case("Of trains", size=8.0, bold=True),  # much smaller: the label of a picture
        case("Of trains", size=9.0, x0=120, x1=180),  # neither bold nor numbered
        case("Of trains", size=9.0, bold=True, before=block(line(base=412))),  # right under other lines
        case("They waited.", size=9.0, bold=True, x0=250, x1=322),  # a sentence
    ],
)
def test_small_letters_are_a_heading_only_where_all_else_says_so(text: Case) -> None:
    assert not decide(HEADINGS, text).then


@pytest.mark.parametrize(
    "known",
    [
        {"before": block(line("They waited for trains", base=440))},  # a sentence goes on
        {"before": block(line("They waited for trains.", base=412))},  # without a gap
        {
            "before": block(line("They waited for trains.", base=440)),
            "setting": SPACED,
        },  # gaps part all paragraphs
        {
            "before": block(line("They waited for trains.", base=440, page=2)),
            "after": None,
        },  # nothing follows
    ],
)
def test_a_short_line_is_no_heading_by_its_place_alone_unless_a_gap_says_so(known: dict[str, Any]) -> None:
    found = decide(HEADINGS, case("Of trains", **known))
    assert found is None or not found.then


def test_letters_without_serifs_under_a_paragraph_of_such_are_no_heading() -> None:
    sans = block(line(sans=True), line("trains.", sans=True))
    assert (
        decide(HEADINGS, case("Of Trains They Wait", sans=True, before=block(line(base=412)), after=sans))
        is None
    )


@pytest.mark.parametrize(
    ("looks", "names"),
    [
        ("bold", "AdvTT16f3b945.B AdvPTimesB SFBX1000 CMSSBX10"),
        ("italic", "AdvTT16f3b945.I AdvPTimesI SFTI1095"),
        ("bold italic", "AdvP6975.BI AdvPTimesBI ECBI1200"),
        ("", "AdvTT153188ed Doe.B AdvPTimes SFRM1095 TCRM1000"),
    ],
)
def test_fonts_of_3b2_and_of_tex_say_their_weight_and_slant_in_their_names(looks: str, names: str) -> None:
    kinds = {"bold": _BOLD_FONT, "italic": _ITALIC_FONT}
    for name in names.split():
        assert " ".join(look for look, font in kinds.items() if font.search(name)) == looks, name


@pytest.mark.parametrize(
    ("name", "flags", "sans"),
    [
        ("AdvTT99c4c969", 1 << 5, True),
        ("AdvOTaf7f9f4f.B", 1 << 5, True),
        ("AdvOT73cceb45.I+20", 1 << 5, True),  # its dashes and quotation marks
        ("AdvTT99c4c969", 1 << 5 | 1 << 1, False),  # with serifs
        ("AdvTT86d47313", 1 << 2, False),  # a font of signs says nothing of serifs
        ("Doe", 1 << 5, False),
        ("Helvetica", 1 << 1, True),
    ],
)
def test_fonts_of_3b2_that_say_nothing_say_by_their_flags_if_they_have_serifs(
    name: str, flags: int, *, sans: bool
) -> None:
    assert is_sans(name, flags) is sans


@pytest.mark.parametrize(
    ("tagged", "name"),
    [
        ("ABCDEF+Times", "Times"),
        ("TvmhspAdvTT99c4c969", "AdvTT99c4c969"),
        ("Garamond-Bold", "Garamond-Bold"),
        ("Advocate", "Advocate"),
    ],
)
def test_tags_of_subsets_are_none_of_a_fonts_name(tagged: str, name: str) -> None:
    assert SUBSET.sub("", tagged) == name


def test_the_text_is_no_smaller_than_what_most_letters_are_set_in() -> None:
    pages = [(800.0, [line(base=700, size=9.0), *[line(base=200 - n, size=10.0) for n in range(3)]])] * 2
    assert size_of_text(pages) == 10.0  # references stand where other pages have pictures


def test_a_head_of_the_first_page_says_the_beginning_of_those_of_others() -> None:
    heads = {n: line("ESSAYS ON TRAINS Of Waiting", base=780, page=n) for n in range(2, 6)}
    for first, found in (("ESSAYS ON TRAINS", True), ("ESSAYS", False)):
        pages = layouts({**heads, 1: line(first, base=780, page=1, bold=True)}, 5)
        assert (pages[0].lines[0] in furniture_of(pages, 10.0)) is found


def test_heads_on_most_pages_are_furniture_in_a_file_that_marks_other_lines_as_such() -> None:
    others = [line("Of trains", page=3 + n, base=780) for n in range(5)]
    for count, name in ((5, "at the place of the heads of other pages"), (4, NOT_MARKED)):
        found = decide(BY_PLACE, row("Of trains", *others[:count], marks=True, in_band=True))
        assert found
        assert found.name == name


def test_lines_beside_one_another_measure_no_leading() -> None:
    lines = [
        line(base=base) for base in (400, 399.9, 380, 379.9, 360, 359.9, 340, 339.9, 320, 319.9, 300, 299.9)
    ]
    setting = measure([REGION._replace(lines=tuple(lines))], 10.0)
    assert setting.leading(10.0) > 1


def test_contents_without_numbers_of_pages_are_known_by_the_headings_that_say_the_same() -> None:
    said = [
        "Table of Contents",
        "1. Of Trains",
        "2. Of Harbours",
        "3. Of both",
        "1. Of Trains",
        "It was built twice.",
    ]
    lines = [line(text, base=700 - 12 * n, page=1) for n, text in enumerate(said)]
    heads = {
        key_of(text): page for text, page in (("1. Of Trains", 1), ("2. Of Harbours", 3), ("3. Of both", 4))
    }
    assert contents_said_again(lines, heads) == set(lines[:4])
    assert contents_said_again(lines[1:], heads) == set()
    assert contents_said_again(lines, {"oftrains": 1}) == set()


@pytest.mark.parametrize(
    ("under", "kind"),
    [
        ("What patience tells of the coast", "subtitle"),
        ("TWP 6-2007", "front"),
        ("April 30, 2013 — Trains 733", "front"),
    ],
)
def test_a_subtitle_a_day_or_the_number_of_a_series_right_under_the_title_is_no_heading(
    under: str, kind: str
) -> None:
    title = block(line("Of Slow Trains", x0=150, x1=400, base=700, size=18.0, page=1))
    second = block(line(under, x0=150, x1=400, base=676, size=14.0, page=1))
    assert [one.kind for one in with_title([title, second, TEXT], SETTING)][:2] == ["title", kind]


def test_parts_of_an_appendix_under_the_bibliography_are_no_lists_of_it() -> None:
    draft = Draft(
        tuple(
            Heading((Inline(text),), level) if level else Paragraph((Inline(text),))
            for level, text in (
                (2, "References"),
                (0, "Calder, I. (2004) Rope. Leith: Quay."),
                (3, "Primary Sources"),
                (0, "Dahl, P. (1999) Ports of the North. Oslo: Fjordheim."),
                (3, "A.2 Of Ropes"),
                (0, "Ropes are long."),
            )
        )
    )
    kinds = [type(block).__name__ for block in find_sections(draft).blocks]
    assert kinds == ["Bibliography", "Bibliography", "Heading", "Paragraph"]


@pytest.mark.parametrize(
    "text", ["Doe, Jane / Roe, Richard / Quay, Ada", "J. Doe, R. M. Roe, Of Trains", "Doe, J.M. & van Berg,"]
)
def test_the_authors_of_an_entry_are_no_heading(text: str) -> None:
    found = decide(HEADINGS, case(text, bold=True))
    assert found is not None
    assert found.name == "the authors of an entry"


def test_a_bold_heading_may_have_a_letter_after_its_number() -> None:
    assert [decide(HEADINGS, case("3. b) Of trains", bold=bold)).then for bold in (True, False)] == [
        True,
        False,
    ]  # type: ignore[union-attr]


def test_a_bold_heading_beside_the_number_of_a_line_stays_one() -> None:
    number, *words = line("195 Approach", x0=80, x1=160, bold=True).words
    low = number._replace(base=number.base - 4, style=Style(6.0, bold=True))
    found = decide(HEADINGS, replace(case(), block=block(Line(2, 0, (low, *words)))))
    assert found is not None
    assert (found.then, found.name) == (True, "bold")
