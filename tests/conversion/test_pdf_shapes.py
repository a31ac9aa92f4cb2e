"""Parts of the pages of a PDF that aren't running text: captions, formulas, contents, margins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.pdf_criteria import LEFT, RIGHT, SETTING, SPACED, Line, block, line

from sphinxext_eir.conversion.document import Heading, Paragraph
from sphinxext_eir.conversion.inlines import Inline
from sphinxext_eir.conversion.outcome import Reason
from sphinxext_eir.conversion.reading.pdf.doubts import private_letters
from sphinxext_eir.conversion.reading.pdf.kinds.kind import kinds_of
from sphinxext_eir.conversion.reading.pdf.layout.lines import Layout, lines_of
from sphinxext_eir.conversion.reading.pdf.layout.margins import without_line_numbers
from sphinxext_eir.conversion.reading.pdf.layout.setting import size_of_text
from sphinxext_eir.conversion.reading.pdf.layout.trust import are_trusted
from sphinxext_eir.conversion.reading.pdf.page.elements import Tag
from sphinxext_eir.conversion.reading.pdf.page.sheets import read_sheets
from sphinxext_eir.conversion.reading.pdf.page.words import Page, Style, Word
from sphinxext_eir.conversion.reading.pdf.streams.contents import contents_go_on, contents_in, entries_of
from sphinxext_eir.conversion.reading.pdf.streams.furniture import furniture_of
from sphinxext_eir.conversion.reading.pdf.title.block import with_title
from sphinxext_eir.conversion.structure.draft import Draft
from sphinxext_eir.conversion.structure.headings import find_headings

if TYPE_CHECKING:
    from pathlib import Path

    from sphinxext_eir.conversion.reading.pdf.blocks.breaks import Block


TEXT = block(line("They waited for", base=388), line("trains.", base=376))


def kind(*blocks: str | Line) -> list[str]:
    """Return what blocks are, each given as a line, over a paragraph."""
    lines = [
        line(b, x1=LEFT + 6 * len(b), base=700 - 40 * n) if isinstance(b, str) else b
        for n, b in enumerate(blocks)
    ]
    found, _ = kinds_of([*map(block, lines), TEXT], SETTING, {})
    return [one.kind for one in found[: len(blocks)]]


@pytest.mark.parametrize(
    "text",
    ["Table 1: Trains", "Figure 1.2: A map", "Fig. 3. Trains", "Table B2", "Figure 4 A map", "Table IV", "Abb. 2: Eine Karte", "Tableau 3 – Trains", "Algorithm 1: Waiting"],
)  # fmt: skip
def test_the_name_of_a_picture_with_its_number_is_a_caption(text: str) -> None:
    assert kind(text) == ["caption"]
    bold = line(text, x1=200, bold=True)
    assert kind(bold) == ["caption"]


@pytest.mark.parametrize(
    "text",
    [
        "Figure 1 shows who waited",
        "Figure 4.2 contains the results",
        "Table 3 and what is on it",
        "Mapping 12 harbours",
    ],
)
def test_a_sentence_about_a_picture_is_text(text: str) -> None:
    assert kind(text) == ["paragraph"]


def test_an_italic_line_under_the_number_of_a_table_is_its_name() -> None:
    name = line("Trains by year", x1=200, base=660, italic=True)
    assert kind("Table 1", name) == ["caption", "caption"]
    assert kind("They waited.", name)[1] == "heading"


@pytest.mark.parametrize(
    "text", ["C = M mod n", "ω", "∂f ∂t", "X T∗X", "M ≡ C mod q", "q (p)", "RT 1", "NP VP"]
)
def test_a_formula_on_a_line_of_its_own_is_no_heading(text: str) -> None:
    middle = (LEFT + RIGHT) / 2
    assert (
        kind("They waited.", line(text, x0=middle - 20, x1=middle + 20, base=660, italic=True))[1]
        != "heading"
    )


SENTENCE, NEXT = line("They waited for trains.", base=700), block(line("They wait", base=640))
MIDDLE = {"x0": 236, "x1": 336}


@pytest.mark.parametrize(
    ("head", "after"),
    [
        (line("2.1 Do they wait?", x1=170, base=664), TEXT),
        (line("Do they wait?", base=664, **MIDDLE), TEXT),
        (line("2.1 Of trains", x1=150, base=664), NEXT),  # a formula parts the paragraph
        (line("C. The Price of Trains", base=664, **MIDDLE), NEXT),
        (line("2.1 Of trains", x1=150, base=664), replace(TEXT, kind="table")),
        (line("Of trains", x1=150, base=664, bold=True), block(line("a = b c = d e", x1=150, base=640))),
        (line("Of slow trains", x1=150, base=664, italic=True), NEXT),
        (line("2.1 Of trains", x1=150, base=664), block(line("Figure 1: Trains", base=640))),
        (line(f"A. {'The Art of Waiting in States ' * 5}", base=664), TEXT),
        (line("Of trains", x1=150, base=664, bold=True, size=10.9), TEXT),
    ],
)
def test_what_is_a_heading_beside_its_letters(head: Line, after: Block) -> None:
    found, _ = kinds_of([block(SENTENCE), block(head), after], SETTING, {})
    assert found[1].kind == "heading"


@pytest.mark.parametrize(
    ("head", "after"),
    [
        (line("Do they wait?", x1=150, base=664), TEXT),
        (line("2. Slow trains", x1=150, base=664), NEXT),  # an item
        (line("Of slow trains", x1=150, base=664, italic=True), block(line("of trains", base=640))),
        (line("C. Of trains", x1=150, base=664), block(line("Of trains", x1=150, base=640))),
        (line("Theorem 2", x1=150, base=664, bold=True), TEXT),
        (line("4 repeat", x1=150, base=664, bold=True), TEXT),
        (line("Part 2.", x1=150, base=664), TEXT),
        (line("Trains a day", x1=150, base=664, size=14.0), block(line("0 5 10", x1=150, base=640))),
        (line("Trains a day", x1=150, base=664, size=14.0), block(line("a b d e i k", x1=150, base=640))),
        (
            line("Variables", x1=150, base=664, italic=True),
            block(line("Delay −0.52 0.11 2.50 1.0", base=640), line("1 2 3", base=628)),
        ),
        (line("2. Trains", x1=150, base=664), replace(TEXT, kind="table")),
    ],
)
def test_what_is_no_heading_beside_its_letters(head: Line, after: Block) -> None:
    found, _ = kinds_of([block(SENTENCE), block(head), after], SETTING, {})
    assert found[1].kind != "heading"


def test_an_appendix_has_its_name_below_its_letter() -> None:
    letter, name = line("Appendix B", base=664, **MIDDLE), line("Slow trains", base=640, **MIDDLE)
    found, _ = kinds_of([block(SENTENCE), block(letter), block(name), TEXT], SETTING, {})
    assert [(one.kind, one.text) for one in found[1:2]] == [("heading", "Appendix B Slow trains")]


@pytest.mark.parametrize(
    ("text", "looks", "before", "found"),
    [
        ("Of trains", {}, "They waited for trains.", "heading"),
        ("Of trains", {}, "They waited for", "paragraph"),
        ("Of trains,", {}, "They waited for trains.", "paragraph"),
        ("Of trains", {"x0": LEFT + 40}, "They waited for trains.", "quotation"),
        ("Of trains and of all that is said while people wait for them", {}, "They waited for trains.", "paragraph"),
    ],
)  # fmt: skip
def test_a_plain_line_between_gaps_may_be_a_heading(
    text: str, looks: dict[str, float], before: str, found: str
) -> None:
    head = line(text, base=676, **{"x1": 200, **looks})  # type: ignore[arg-type]
    above = block(*(line(base=724 - 12 * n) for n in range(2)), line(before, base=700))
    below = block(*(line("They waited for", base=652 - 12 * n) for n in range(3)))
    kinds, _ = kinds_of([above, block(head), below], SPACED, {})
    assert kinds[1].kind == found


def test_the_first_line_of_a_paragraph_at_the_foot_of_a_page_is_no_heading() -> None:
    first = line("Our results confirm that people wait for trains and", x0=LEFT + 25, x1=RIGHT - 25, base=60)
    rest = block(line("(although slowly) for", page=3, base=700), line("buses.", page=3, base=688))
    found, _ = kinds_of([block(line(base=100)), block(first), rest], SETTING, {})
    assert found[1].kind == "paragraph"


def outlined(*looks: tuple[str, dict[str, object]]) -> list[str]:
    """Return the kinds of lines in a file whose outline has four bold headings."""
    known = {f"part{letter}": 2 for letter in "abcd"}
    lines = [line(f"Part {letter}", x1=200, base=700, bold=True, page=n) for n, letter in enumerate("abcd")]
    others = [line(text, **{"x1": 200, "base": 600, **look}) for text, look in looks]  # type: ignore[arg-type]
    blocks = [one for made in (*lines, *others) for one in (block(made), TEXT)]
    found, _ = kinds_of(blocks, SETTING, known)
    return [one.kind for one in found[2 * len(lines) :: 2]]


def test_where_an_outline_has_the_headings_others_are_set_like_them() -> None:
    assert outlined(("Of trains", {"size": 14.0}), ("Of trains", {"bold": True})) == ["paragraph", "heading"]
    assert outlined(("Conclusion", {})) == ["heading"]
    assert outlined(("Of trains", {"size": 20.0, "bold": True}), ("2.1.1 Of trains", {})) == ["heading"] * 2


def entry(text: str, base: float, **looks: object) -> Line:
    """Return an entry of a table of contents."""
    return line(text, base=base, **looks)  # type: ignore[arg-type]


def test_entries_of_chapters_without_leaders_belong_to_the_contents() -> None:
    lines = [
        entry("1 Trains 2", 700, bold=True),
        *(entry(f"1.{n} Slower trains . . . . . . . {n + 2}", 690 - 12 * n) for n in range(1, 4)),
        entry("References 9", 630, bold=True),
        entry("1 Trains", 590, bold=True, x1=200),
    ]
    assert contents_in(lines) == set(lines[:-1])


def test_entries_of_chapters_stand_farther_from_those_of_sections_if_their_numbers_stand_apart() -> None:
    apart = Word("8", 490, RIGHT, 0, Style(10.0, bold=True), spaced=True)
    chapters = [entry("Trains", base, bold=True, x1=200) for base in (742, 700, 540)]
    chapters = [replace(one, words=(*one.words, apart._replace(base=one.base))) for one in chapters]
    sections = [entry(f"1.{n} Slower trains . . . . . . . {n + 2}", 680 - 24 * n) for n in range(1, 4)]
    text = entry("There were trains in 1999", 498)
    assert contents_in([*chapters[:2], *sections, text]) == {*chapters[:2], *sections}


def test_lists_of_pictures_are_contents_and_tell_no_headings() -> None:
    lines = [
        entry("List of Figures", 700, x1=200),
        *(entry(f"{n} A map . . . . . . {n}", 690 - 12 * n) for n in range(1, 4)),
    ]
    assert contents_in(lines) == set(lines)
    assert entries_of([lines]) == []


def test_a_line_of_text_that_ends_with_a_year_isnt_in_the_contents() -> None:
    """The text may begin on the page on which they end, and its lines end where the numbers of the entries do."""
    before = [entry(f"{n}. Of trains . . . . . . {n}", 690 - 12 * n) for n in range(1, 4)]
    last = entry("Of the end . . . . . . 4", 690)
    text = [line("The mail was asked for by a jury in 1998", base=base) for base in (640, 628)]
    assert contents_go_on([last, *text], before) == {last}


def test_a_head_on_a_page_without_text_is_furniture() -> None:
    layouts = []
    for page in range(1, 9):
        text = [line(base=700 - 12 * n, page=page) for n in range(20)] if page != 5 else []
        head = line(f"CHAPTER {page}. WAITING", x1=200, base=790, page=page)
        layouts.append(
            Layout(
                Page(page, 600, 800, ()),
                (head, *text, line(str(page), x0=280, x1=290, base=40, page=page)),
                None,
            )
        )
    found = furniture_of(layouts, 10.0)
    assert [line.page for line, why in found.items() if why.reason is Reason.RUNNING_HEAD] == list(
        range(1, 9)
    )


def numbered(first: int, lines: int) -> Page:
    """Return a page with numbers of lines in its margin."""
    words: list[Word] = []
    for n in range(lines):
        number = Word(str(first + n), 40, 52, 700 - 14.0 * n, Style(6.0))
        words += [number, *line(base=700 - 14 * n).words]
    return Page(1, 600, 800, tuple(words))


def test_the_size_of_the_text_is_not_that_of_its_code() -> None:
    code = [line(size=7.0, mono=True) for _ in range(3)]
    assert size_of_text([(800, [line(), *code])]) == 10.0
    assert size_of_text([(800, [line(), *code, *code])]) == 7.0


def test_a_line_is_bold_with_letters_of_formulas_in_it_but_not_at_its_ends() -> None:
    plain = Style(10.0)
    first, *rest = line("Component 𝜏 x of", bold=True).words
    greek, _, end = (word._replace(style=plain) for word in rest)
    assert Line(2, 0, (first, greek, *rest[1:])).bold
    assert not Line(2, 0, (first, rest[0], end, rest[2])).bold
    assert not Line(2, 0, (first, greek)).bold


def test_numbers_of_lines_of_a_second_column_stand_between_both() -> None:
    pages = [in_columns(1), in_columns(61), in_columns(121)]
    assert [len(page.margin) for page in without_line_numbers(pages)] == [60, 60, 60]
    assert [len(page.margin) for page in without_line_numbers([in_columns(1, 40)])] == [30]
    assert [len(page.margin) for page in without_line_numbers([in_columns(1, 31, 7.0)])] == [30]


def in_columns(first: int, second: int = 0, size: float = 6.0) -> Page:
    """Return a page with two columns, and numbers of lines left of each; those of the *second* begin with it."""
    words: list[Word] = []
    for left, start, high in ((80, first, 6.0), (320, second or first + 30, size)):
        for n in range(30):
            base = 700 - 14.0 * n
            words.append(Word(str(start + n), left - 20, left - 12, base, Style(high)))
            words += line(x0=left, x1=left + 200, base=base).words
    return Page(1, 600, 800, tuple(words))


def test_numbers_of_lines_may_begin_low_on_a_page() -> None:
    pages = without_line_numbers([numbered(1, 4), numbered(5, 40), numbered(45, 40), numbered(85, 40)])
    assert [len(page.margin) for page in pages] == [4, 40, 40, 40]
    other, *_ = without_line_numbers([numbered(1, 3), numbered(5, 40), numbered(45, 40)])
    assert other.margin == ()


def test_numbers_of_lines_go_on_on_a_page_with_few_lines() -> None:
    pages = without_line_numbers([numbered(1, 40), numbered(41, 40), numbered(81, 3)])
    assert [len(page.margin) for page in pages] == [40, 40, 3]
    (*_, other) = without_line_numbers([numbered(1, 40), numbered(41, 40), numbered(3, 3)])
    assert other.margin == ()
    tables = [
        Page(n, 600, 800, tuple(w for k in range(20) for w in line(base=700 - 14 * k).words))
        for n in range(9)
    ]
    go_on, anew = (
        without_line_numbers([*(numbered(first, 40) for first in firsts), *tables])
        for firsts in ((1, 41, 81, 121), (1, 1, 1, 1))
    )
    assert [len(page.margin) for page in go_on[:4]] == [40] * 4  # a supplement without numbers follows
    assert not any(page.margin for page in anew)


def test_a_column_in_the_margin_stands_after_the_text() -> None:
    text = [w for n in range(20) for w in line(x0=200, base=700 - 12 * n).words]
    margin = [
        w
        for n in range(6)
        for w in line("Submitted in May of 2019", x0=60, x1=160, base=650 - 15 * n, size=8.0).words
    ]
    lines = lines_of(Page(1, 600, 800, (*margin, *text))).lines
    assert [line.column for line in lines if line.base <= 700] == [2] * 20 + [9] * 6


def test_a_reader_of_pages_tells_headings_itself() -> None:
    long = Paragraph((Inline("They waited for trains, and for more of them. " * 4, 0),))
    short = Paragraph((Inline("Slower Trains", 200),))
    named = Paragraph((Inline("Conclusion", 300),))
    draft = Draft((long, short, long, named, long))
    for laid_out, kinds in ((False, [1, 3]), (True, [3])):
        found = find_headings(Draft(draft.blocks, laid_out=laid_out)).blocks
        assert [n for n, one in enumerate(found) if isinstance(one, Heading)] == kinds


def paragraphs(*texts: str, tags: bool = True) -> list[Line]:
    """Return lines that are as many paragraphs by their tags."""
    return [
        line(text, base=700 - 12 * n, tag=Tag(2, n, "P") if tags else None) for n, text in enumerate(texts)
    ]


def test_the_structure_of_a_file_is_believed_if_it_holds_the_text_and_cuts_no_sentence() -> None:
    whole = ["They waited for trains."] * 10
    assert are_trusted([paragraphs(*whole)])
    assert not are_trusted([paragraphs(*whole), paragraphs(*whole[:2], tags=False)])
    assert not are_trusted([paragraphs(*["They waited for", "trains."] * 6)])
    assert not are_trusted([paragraphs(*whole[:3])])  # too few to tell
    assert not are_trusted([])


def test_the_elements_of_a_tagged_file_are_read(tmp_path: Path) -> None:
    typst = pytest.importorskip("typst")
    (tmp_path / "a.typ").write_text(
        "= Of trains\n\nThey *waited*\nfor trains.\n\nThey left.\n", encoding="utf-8"
    )
    typst.compile(tmp_path / "a.typ", output=str(tmp_path / "a.pdf"))
    (page,) = read_sheets(tmp_path / "a.pdf").pages
    said = [
        (word.text, word.tag.kind if word.tag else "", word.tag.number if word.tag else 0)
        for word in page.words
    ]
    kinds = {text: (kind, number) for text, kind, number in said}
    assert [kinds[text][0] for text in ("Of", "waited", "for", "left.")] == ["H1", "P", "P", "P"]
    assert kinds["waited"] == kinds["for"]
    assert kinds["left."] != kinds["for"]


def test_letters_at_places_of_a_fonts_own_are_counted() -> None:
    page = Page(1, 600, 800, line("\ue0fcnd the o\ue001ce").words)
    assert (private_letters(page), private_letters(page._replace(words=line().words))) == (2, 0)


def test_what_a_file_calls_itself_tells_its_title() -> None:
    names = line("Marit Osgood", x1=200, base=760, size=11.0, page=1)
    title = line("Of Trains and Waiting", x1=220, base=740, page=1)
    text = block(
        *(
            line("They waited for trains and more of them, all day long", base=700 - 12 * n, page=1)
            for n in range(4)
        )
    )
    found = with_title([block(names), block(title), text], SETTING, ("Of trains and waiting",))
    assert [one.text for one in found if one.kind == "title"] == ["Of Trains and Waiting"]
