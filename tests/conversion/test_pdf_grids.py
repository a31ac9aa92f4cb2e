"""Tables of a PDF whose cells have lines drawn around them."""

from __future__ import annotations

import pytest
from support.pdf_criteria import SETTING, Line, line

from sphinxext_eir.conversion.document import Table
from sphinxext_eir.conversion.document import blocks_in as paragraphs_of
from sphinxext_eir.conversion.inlines import plain
from sphinxext_eir.conversion.reading.pdf.blocks.breaks import Block
from sphinxext_eir.conversion.reading.pdf.blocks.tables import columns_of, rows_of, tables_in
from sphinxext_eir.conversion.reading.pdf.layout.grids import Grid, Stretch, grids_of
from sphinxext_eir.conversion.reading.pdf.layout.lines import lines_of
from sphinxext_eir.conversion.reading.pdf.layout.setting import Region
from sphinxext_eir.conversion.reading.pdf.page.drawings import Post, Rule, posts_of, without_returning
from sphinxext_eir.conversion.reading.pdf.page.words import Page
from sphinxext_eir.conversion.reading.pdf.writing.runs import Plain
from sphinxext_eir.conversion.reading.pdf.writing.writer import Writer, lines_of_block

EDGES, HEIGHTS = (100.0, 200.0, 400.0), (700.0, 680.0, 600.0, 500.0)
GRID = Grid(EDGES, HEIGHTS)
WHOLE = [Rule(100, 400, y) for y in HEIGHTS]
PIECES = [Rule(x0, x1, y) for y in HEIGHTS for x0, x1 in ((100, 200), (201, 400))]
BETWEEN = [Post(200, 500, 700)]
ROW_BY_ROW = [Post(x, y0, y1) for x in EDGES for y0, y1 in ((500, 600), (600, 680), (680, 700))]
TEXT: list[Stretch] = [(100, 390, 640)]


@pytest.mark.parametrize(
    ("rules", "posts", "text", "grids"),
    [
        (WHOLE, BETWEEN, [], [GRID]),
        (PIECES, [], [], [GRID]),
        (PIECES, ROW_BY_ROW, TEXT, [GRID]),  # a cell over both columns
        (
            [WHOLE[0], WHOLE[-1]],
            ROW_BY_ROW,
            [],
            [GRID],
        ),  # no rule between the rows, but the lines are drawn row by row
        (WHOLE, [], [], []),  # nothing parts columns
        ([WHOLE[0], WHOLE[-1]], BETWEEN, [], []),  # a box of two parts has no rows
        ([], BETWEEN, [], []),  # a line between the columns of a page
        ([WHOLE[0], WHOLE[-1]], [Post(200, 520, 640)], [], []),  # one between columns, under and over rules
        (PIECES[:6], [], TEXT, []),  # two tables with text between them
    ],
)
def test_rules_that_part_rows_and_columns_are_a_grid(
    rules: list[Rule], posts: list[Post], text: list[Stretch], grids: list[Grid]
) -> None:
    found = grids_of(rules, posts, text)
    assert [[round(x) for x in (*grid.edges, *grid.heights)] for grid in found] == [
        [round(x) for x in (*grid.edges, *grid.heights)] for grid in grids
    ]


def test_posts_are_thin_and_go_up() -> None:
    assert list(posts_of([(100, 500, 101, 700), (100, 500, 400, 501), (100, 500, 400, 700)])) == [
        Post(100.5, 500, 700)
    ]


LEFT = [line("Letters may not be", x0=110, x1=180, base=y) for y in (660, 590)]
RIGHT = [
    line("The form should ask who wrote the letter", x0=208, x1=390, base=660 - 11 * n) for n in range(14)
]
ABOVE = [line(base=760 - 12 * n) for n in range(3)]


def table_of(*lines: Line) -> list[Line]:
    """Return the lines of a page with a grid."""
    words = [word for one in lines for word in one.words]
    return list(lines_of(Page(2, 600, 800, tuple(words), tuple(WHOLE), posts=tuple(BETWEEN))).lines)


def test_a_table_with_lines_between_its_columns_is_no_text_in_columns() -> None:
    head = line("Rule", x0=120, x1=160, base=685), line("Form", x0=250, x1=350, base=685)
    lines = table_of(*ABOVE, *head, *LEFT, *RIGHT)
    assert {one.column for one in lines} == {0}
    (table,) = tables_in(lines)
    assert table == (3, len(lines))
    rows = lines[3:]
    assert [rows[n].text.split()[0] for n in rows_of(rows)] == ["Rule", "Letters", "The"]
    assert columns_of(rows)[:3] == [(0, 1), (0, 1), (1,)]  # type: ignore[index]


def test_a_grid_doesnt_tell_cells_where_most_have_no_line_between_them() -> None:
    rows = [
        (line("Dahl", x0=210, x1=240, base=y), line("12", x0=300, x1=310, base=y)) for y in (685, 640, 580)
    ]
    assert [one.grid for one in table_of(*(one for row in rows for one in row))] == [None] * 3


def test_words_over_a_line_between_columns_are_one_cell() -> None:
    (over,) = table_of(
        line("Rules of the post and its forms, and of what is written", x0=130, x1=330, base=685)
    )
    assert len(over.cells) == 1


def test_lines_under_text_are_a_charts() -> None:
    text = [line(x0=110, x1=390, base=690 - 12 * n) for n in range(12)]
    assert not any(one.grid for one in table_of(*text))


def test_tables_side_by_side_are_read_one_after_the_other() -> None:
    beside = [x + 320 for x in EDGES]
    words = [
        w
        for y in (685, 640, 580)
        for x in (110, 430)
        for w in line(f"Dahl{x}", x0=x, x1=x + 40, base=y).words
    ]
    rules = (*WHOLE, *(Rule(beside[0], beside[-1], y) for y in HEIGHTS))
    found = lines_of(Page(2, 900, 800, tuple(words), rules, posts=(*BETWEEN, Post(520, 500, 700)))).lines
    assert [one.text for one in found] == ["Dahl110"] * 3 + ["Dahl430"] * 3


def test_lines_that_had_room_on_the_line_above_are_rows_of_their_own() -> None:
    """Nothing may be drawn between some rows."""
    fields = [
        ("Name:", "Dahl", 660),
        ("Post:", "Pilot of the harbour who waits for mails that", 648),
        ("", "never comes", 636),
    ]
    lines = table_of(
        *(line(text, x0=110, x1=150, base=y) for text, _, y in fields if text),
        *(line(text, x0=210, x1=390 if len(text) > 20 else 260, base=y) for _, text, y in fields),
    )
    assert rows_of(lines) == (0, 1)


def test_a_gap_in_a_cell_parts_its_paragraphs_after_a_stop() -> None:
    texts = [("Ask who wrote", 660), ("the letter.", 648), ("Ask why,", 624), ("and when", 600.5)]
    lines = table_of(*(line(text, x0=208, x1=290, base=y) for text, y in texts))
    writer = Writer({}, SETTING, Plain(bold=False, italic=False))
    pieces = lines_of_block(lines, {}, writer.plain, [False] * 3, {})
    writer.write([lines], pieces.__getitem__, {})
    table = writer.block(Block("table", tuple(lines), Region(2, 0, ()), rows=rows_of(lines)), "")
    assert isinstance(table, Table)
    ((cell,),) = table.rows
    assert [plain(part.inlines) for part in paragraphs_of(cell)] == [  # type: ignore[union-attr]
        "Ask who wrote\nthe letter.",
        "Ask why,\nand when",
    ]


def test_a_rule_under_the_heads_of_pages_is_none_of_a_table() -> None:
    head, top = Rule(72, 500, 760), Rule(72, 500, 600)
    pages = {n: [head._replace(y=760 + n % 2 / 2)] for n in range(1, 9)}
    found = without_returning({**pages, 4: [head, top], 5: []})
    assert {n: list(rules) for n, rules in found.items() if rules} == {4: [top]}
