"""Parts of a PDF's text that belong together: paragraphs around pictures with their captions, and the entries of a bibliography."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.pdf_criteria import HANGING, LEFT, REGION, RIGHT, SETTING, Line, block, line

from sphinxext_eir.conversion.document import Document, Item, Paragraph, Table
from sphinxext_eir.conversion.inlines import Inline
from sphinxext_eir.conversion.order import astray
from sphinxext_eir.conversion.reading.pdf.assembly import _moved
from sphinxext_eir.conversion.reading.pdf.blocks.breaks import blocks_of
from sphinxext_eir.conversion.reading.pdf.blocks.captions import with_captions
from sphinxext_eir.conversion.reading.pdf.blocks.items import begins_item, counted
from sphinxext_eir.conversion.reading.pdf.blocks.joins import join
from sphinxext_eir.conversion.reading.pdf.blocks.regions import _blocks_between
from sphinxext_eir.conversion.reading.pdf.kinds.kind import kinds_of
from sphinxext_eir.conversion.reading.pdf.layout.lines import Layout, lines_of
from sphinxext_eir.conversion.reading.pdf.layout.setting import (
    hangs,
    parted_at_entries,
    regions_of,
    with_hanging_entries,
)
from sphinxext_eir.conversion.reading.pdf.page.drawings import Rule
from sphinxext_eir.conversion.reading.pdf.page.elements import Tag
from sphinxext_eir.conversion.reading.pdf.page.words import Page, Style, Word
from sphinxext_eir.conversion.reading.pdf.streams.pages import _with_typed_rules

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.blocks.breaks import Block

BEFORE = block(line("and whether the mail would come", base=90, page=2))
LABELS = [
    block(line("First Subsequent", x0=190, x1=400, base=700, page=3, size=size), kind=kind)
    for kind, size in (("heading", 12.0), ("paragraph", 8.0))
]
CAPTION = block(line("Figure 2. The mail, by year", base=600, page=3), kind="caption")
GOES_ON = block(line("at all was known to nobody here", base=560, page=3))
BEGINS = block(line("The mail came in the end.", base=560, page=3))
SENTENCE = block(line("They waited.", x0=190, x1=250, base=700, page=3))


@pytest.mark.parametrize(
    ("between", "after", "joined"),
    [
        ([CAPTION], GOES_ON, True),
        ([*LABELS, CAPTION], GOES_ON, True),
        ([*LABELS, *LABELS, CAPTION, CAPTION], GOES_ON, True),
        ([*LABELS], GOES_ON, False),  # a heading without a picture
        ([LABELS[0], SENTENCE, CAPTION], GOES_ON, False),
        ([*LABELS, CAPTION], BEGINS, False),
    ],
)
def test_labels_of_a_chart_and_its_caption_dont_cut_a_paragraph(
    between: list[Block], after: Block, *, joined: bool
) -> None:
    found = join([BEFORE, *between, after], SETTING).blocks
    assert (found[0].lines == (*BEFORE.lines, *after.lines)) is joined
    assert sum(len(one.lines) for one in found) == len(between) + 2  # no line is lost


@pytest.mark.parametrize(
    ("page", "after", "joined"), [(6, "at all", True), (7, "at all", False), (6, "Lund", False), (4, "Lund", True)]
)  # fmt: skip
def test_pages_of_pictures_may_part_a_sentence(page: int, after: str, *, joined: bool) -> None:
    pictures = [
        block(line("Figure 2. The mail, by year", base=600, page=n), kind="caption") for n in range(3, page)
    ]
    rest = block(line(f"{after} was known to nobody here", base=560, page=page))
    found = join([block(line("That they knew of nobody but", page=2)), *pictures, rest], SETTING).blocks
    assert (len(found[0].lines) == 2) is joined


NAME = line("References", x0=250, x1=320, base=400)


def entries(count: int, *, top: float, page: int) -> list[Line]:
    """Return the lines of entries, whose second lines hang."""
    return [
        line(
            "Osgood wrote of all the harbours",
            x0=LEFT + 18 * (n % 2),
            x1=RIGHT - 200 * (n % 2),
            base=top - 12 * n,
            page=page,
        )
        for n in range(2 * count)
    ]


def test_all_entries_of_a_bibliography_hang_if_most_of_them_do() -> None:
    text = [line(base=700 - 12 * n) for n in range(20)]
    groups = [(2, 0, [*text, NAME, *entries(1, top=380, page=2)]), (3, 0, entries(6, top=700, page=3))]
    parted = parted_at_entries(groups)
    assert [(page, len(lines)) for page, _, lines in parted] == [(2, 21), (2, 2), (3, 12)]
    regions = regions_of(parted, 10.0)
    assert [region.hanging for region in regions[1:]] == [None, True]
    assert [region.hanging for region in with_hanging_entries(regions)[1:]] == [True, True]
    loose = [region._replace(hanging=False) for region in regions]
    assert with_hanging_entries(loose) == loose


def test_a_group_is_parted_only_after_the_name_of_a_bibliography() -> None:
    for lines in ([line(), line("references to harbours are many and old")], [line(), NAME]):
        assert parted_at_entries([(2, 0, lines)]) == [(2, 0, lines)]


def test_the_label_of_an_item_that_a_sentence_passed_is_moved_as_well() -> None:
    item = Item((Inline("•", 40),), (Paragraph((Inline("Review", 42),)),))
    whole = Paragraph((Inline("A sentence that", 0), Inline("goes on.", 90)))
    (moved,) = _moved([whole, item])
    assert [run.text for run in moved.inlines] == ["•", "Review"]
    assert _moved([whole, Paragraph((Inline("They waited.", 100),))]) == []


def test_a_table_that_a_sentence_passed_keeps_its_cells_whole() -> None:
    one, a1, b1, a2, b2, two = (
        (Inline(word, at),) for word, at in zip(TABLE_IN_SENTENCE.split(), (0, 4, 9, 12, 18, 23), strict=True)
    )
    blocks = (Paragraph((*one, *two)), Table((((*a1, *a2), (*b1, *b2)),)))
    assert list(astray(TABLE_IN_SENTENCE, Document(blocks=blocks), _moved(blocks))) == []


TABLE_IN_SENTENCE = "One left in right more two"


def table(*, base: float, page: int = 3) -> Block:
    """Return a block that is a table."""
    return block(line("Pilot Dahl 12", base=base, page=page), kind="table")


def caption(text: str, *, base: float, page: int = 3) -> Block:
    """Return a block that is a caption."""
    return block(line(text, base=base, page=page), kind="caption")


ABOVE = caption("Table 1. The men of the mail", base=620)
BELOW = caption("Table 1. The men of the mail", base=580)


@pytest.mark.parametrize(
    ("blocks", "captions"),
    [
        ([ABOVE, table(base=600)], [("Table 1. The men of the mail",)]),
        (
            [caption("Tabelle 3", base=640), caption("Die Post", base=620), table(base=600)],
            [("Tabelle 3", "Die Post")],
        ),
        ([table(base=600), BELOW], [()]),  # printed before the table, it would be out of order
        ([table(base=600), BELOW, table(base=560)], [(), ("Table 1. The men of the mail",)]),
        ([caption("Figure 1. The mail", base=620), table(base=600)], [()]),
        ([caption("Table 1. The men", base=90, page=2), table(base=600)], [()]),
    ],
)
def test_a_caption_of_a_table_is_tied_to_it(blocks: list[Block], captions: list[tuple[str, ...]]) -> None:
    found = with_captions(blocks)
    tables = [one for one in found if one.kind == "table"]
    assert [tuple(line.text for line in one.caption) for one in tables] == captions
    lines = [line for one in found for line in (*one.caption, *one.lines)]
    assert sorted(map(id, lines)) == sorted(id(line) for one in blocks for line in one.lines)


def page(text: str, below: float, *, number: int) -> Layout:
    """Return a page with a line of *text* over one of the size *below*."""
    lines = (line(base=420), line(text, x1=LEFT + 200, base=400), line(base=385, size=below))
    return Layout(Page(number, 600, 800, ()), lines, None)


@pytest.mark.parametrize(
    ("text", "below", "pages", "is_rule"),
    [
        ("–" * 60, 8.0, 2, True),
        ("_ " * 20, 8.0, 2, True),
        ("–" * 60, 10.0, 2, False),  # a line across the text
        ("–" * 60, 8.0, 1, False),
        ("–––", 8.0, 2, False),
        ("late", 8.0, 2, False),
    ],
)
def test_a_typed_rule_over_notes_is_as_good_as_a_drawn_one(
    text: str, below: float, pages: int, *, is_rule: bool
) -> None:
    layouts = [page(text, below, number=n) for n in range(pages)]
    found, typed = _with_typed_rules(layouts)
    assert typed == [layout.lines[1] for layout in layouts if is_rule]
    assert [layout.rules for layout in found] == [(Rule(LEFT, LEFT + 200, 400),) if is_rule else ()] * pages


@pytest.mark.parametrize(
    "lines",
    [
        (line("They waited for", base=400), line("trains. All.", base=388, x1=RIGHT), line("As", base=376, x1=120)),
    ],
)  # fmt: skip
def test_a_paragraph_that_doesnt_hang_stays_whole_where_most_do(lines: tuple[Line, ...]) -> None:
    (found,) = blocks_of(HANGING._replace(lines=lines), SETTING)
    assert found.lines == lines


def test_a_second_sentence_stays_in_its_item() -> None:
    item = line("• Pilots steer the mail.", x0=86, x1=RIGHT, base=400)
    more = line("Clerks count it here.", x0=96, x1=300, base=388)
    under = line("The mail", x0=86, x1=200, base=364)
    first, _ = blocks_of(REGION._replace(lines=(item, more, under)), SETTING)
    assert first.lines == (item, more)


def test_the_first_line_of_a_bold_paragraph_may_have_words_that_arent() -> None:
    lines = (line("Summary: they waited for", base=400), line("trains, and they came.", base=388, bold=True))
    (found,) = _blocks_between(REGION._replace(lines=lines), 0, 2, SETTING)
    assert found.lines == lines


@pytest.mark.parametrize("sign", ["•", "∗", "➢", "⁃"])
def test_signs_are_bullets(sign: str) -> None:
    item = line(f"{sign} Pilots steer the mail,", x0=110, x1=300, base=400)
    assert begins_item(item, ())


NESTED = [
    line("1. The mail can be", x0=90, x1=300, base=400),
    line("a. late, and then it", x0=110, x1=RIGHT, base=388),
    line("b. never to come.", x0=110, x1=300, base=376),
    line("10.Clerks wait for it", x0=85, x1=RIGHT, base=364),
    line("11.They go home.", x0=85, x1=300, base=352),
]


def test_labels_that_count_on_at_one_place_begin_items() -> None:
    assert counted(NESTED) == {1, 2, 3, 4}
    assert counted([line("a. late"), line("c. never", base=388)]) == frozenset()
    assert counted([line("a. late"), line("b. never", x0=110, base=388)]) == frozenset()
    region = REGION._replace(lines=tuple(NESTED))
    assert [len(found.lines) for found in blocks_of(region, SETTING)] == [1, 1, 1, 1, 1]


def items(*texts: str) -> list[str]:
    """Return what blocks are that begin so, each of one line, over a paragraph."""
    found = [block(line(text, x0=90, x1=300, base=400 - 12 * n)) for n, text in enumerate(texts)]
    return [one.kind for one in kinds_of([*found, block(line(base=100), line(base=88))], SETTING, {})[0]]


def test_an_item_may_have_more_paragraphs_before_the_next() -> None:
    between = ["And then it is read.", "And kept."]
    assert items("1. The mail comes.", *between, "2. It is late.")[::3] == ["item", "item"]
    assert items("1. Of mail", *between, "2. Of trains")[0] != "item"  # headings


def test_the_rest_of_a_caption_belongs_to_it() -> None:
    caption = block(line("Figure 1: The mail, by years, as it", x0=90, x1=400, base=400, size=8.0))
    rest = block(line("came by trains", x0=190, x1=300, base=390, size=8.0))
    text = block(line(base=360), line(base=348))
    found, _ = kinds_of([caption, rest, text], SETTING, {})
    assert [(one.kind, len(one.lines)) for one in found] == [("caption", 2), ("paragraph", 2)]


def test_an_index_may_stand_under_an_exponent() -> None:
    small = Style(6.0)
    words = (*line("the mail of T", x1=140).words, Word("2", 142, 145, 404, small, spaced=False), *line("came late", x0=150, x1=RIGHT).words, Word("n", 142, 145, 397, small))  # fmt: skip
    (found,) = lines_of(Page(1, 600, 800, words)).lines
    assert len(found.words) == len(words)


TABLE = block(line("Of mail", x0=90, x1=200, base=700, page=3), kind="table")
UNDER = block(line("Note: counted by the clerks.", x0=90, x1=400, base=640, page=3))


@pytest.mark.parametrize(
    ("between", "after", "joined"),
    [
        ([TABLE, UNDER], GOES_ON, True),
        ([UNDER], GOES_ON, False),  # no table
        ([TABLE, UNDER], BEGINS, False),
    ],
)
def test_a_sentence_goes_on_over_what_is_said_under_a_table(
    between: list[Block], after: Block, *, joined: bool
) -> None:
    found = join([BEFORE, *between, after], SETTING).blocks
    assert (found[0].lines == (*BEFORE.lines, *after.lines)) is joined


def test_entries_in_ragged_lines_hang_where_what_is_indented_begins_small() -> None:
    starts = [line("Dahl, A. Of mail and", x1=300 + n, base=400 - 24 * n) for n in range(4)]
    rests = [line("the trains at sea.", x0=90, x1=250, base=388 - 24 * n) for n in range(4)]
    lines = tuple(part for pair in zip(starts, rests, strict=True) for part in pair)
    assert hangs([REGION._replace(lines=lines)])


def test_an_element_of_the_file_is_two_paragraphs_where_the_text_plainly_parts_them() -> None:
    """As it does all over: the first ends early with a stop, and the second is indented."""
    tag = Tag(2, 1, "P")
    one, two = line("They waited.", x1=200, tag=tag), line("Trains", x0=LEFT + 12, base=388, tag=tag)
    for indented, parts in ((True, 2), (False, 1)):
        setting = replace(SETTING, tagged=True, indented=indented)
        assert len(list(blocks_of(REGION._replace(lines=(one, two)), setting))) == parts


NAMES = (
    "Adams, J. and Brown, K.",
    "Crane, L. and Doe, P.",
    "Evans, R. and Frost, T.",
    "Green, V. and Hall, W.",
)


def entry(n: int, name: str, *, bold: bool) -> list[Line]:
    """Return the lines of an entry whose authors fill its first line; more hang under it, and none reaches the edge."""
    base = 700 - 60 * n
    ends = (480, 470, 460, 440)
    rest = [
        line("waiting for trains of all kinds", x0=LEFT + 13, x1=x1, base=base - 12 * k)
        for k, x1 in enumerate(ends, 1)
    ]
    return [line(name, x1=470, base=base, bold=bold), *rest]


@pytest.mark.parametrize("bold", [True, False])
def test_long_entries_begin_at_the_edge_left_of_most_lines(*, bold: bool) -> None:
    lines = [one for n, name in enumerate(NAMES) for one in entry(n, name, bold=bold)]
    found = regions_of([(2, 0, [line(x0=LEFT + 13), NAME]), (2, 0, lines)], 10.0)
    _, entries = with_hanging_entries(found)
    assert (entries.left, entries.hanging) == (LEFT, True)
    assert [one.first.text for one in _blocks_between(entries, 0, len(lines), SETTING)] == list(NAMES)


@pytest.mark.parametrize(("size", "hangs"), [(10.0, True), (12.0, None)])
def test_a_bibliography_ends_above_a_page_that_begins_with_a_heading(
    size: float, *, hangs: bool | None
) -> None:
    lines = [one for n, name in enumerate(NAMES) for one in entry(n, name, bold=False)]
    after = [line("Of Waiting", x1=200, base=700, size=size, page=3), line(base=680, page=3)]
    found = regions_of([(2, 0, [line(x0=LEFT + 13), NAME]), (2, 0, lines), (3, 0, after)], 10.0)
    assert with_hanging_entries(found)[-1].hanging is hangs
