"""Tables of a PDF that have no lines drawn around their cells: where they begin and end, their rows, and their heads."""

from __future__ import annotations

import pytest
from support.pdf_criteria import LEFT, RIGHT, Line, line

from sphinxext_eir.conversion.reading.pdf.blocks.tables import head_rows, rows_of, tables_in
from sphinxext_eir.conversion.reading.pdf.page.drawings import Rule


def cells(*texts: str, base: float, bold: bool = False) -> Line:
    """Return a row of cells under one another."""
    words = [
        w
        for n, text in enumerate(texts)
        for w in line(text, x0=100 + 90 * n, x1=140 + 90 * n, base=base, bold=bold).words
    ]
    return Line(2, 0, tuple(words))


def rules(*heights: float, x0: float = 100, x1: float = 320) -> list[Rule]:
    """Return rules of one width."""
    return [Rule(x0, x1, height) for height in heights]


ABOVE, BELOW = line(base=640), line(base=540)
HEAD = line("Post Holder Years", x0=100, x1=300, base=615, bold=True)
ROWS = [cells("Pilot", "Dahl", "12", base=595), cells("Clerk", "Lund", "7", base=583)]


@pytest.mark.parametrize(
    ("lines", "drawn", "tables"),
    [
        ([ABOVE, HEAD, *ROWS, BELOW], rules(626, 607, 575), [(1, 4)]),
        ([ABOVE, HEAD, ROWS[0], BELOW], rules(626, 607, 575), [(1, 3)]),
        ([ABOVE, HEAD, *ROWS, BELOW], [*rules(626, 607, 575, x1=200), *rules(626, 607, 575, x0=201)], [(1, 4)]),
        ([HEAD, *ROWS], rules(626, 607), [(0, 3)]),  # the end of the page cuts it
        ([ABOVE, HEAD, *ROWS, BELOW], rules(626, 607, 590, 575), [(1, 4)]),  # each row has its own
        ([*ROWS, BELOW], rules(575), []),  # a rule alone
        ([ABOVE, line(base=628), BELOW], rules(780, 30, x0=LEFT, x1=RIGHT), []),  # under the head, and over the foot
        ([ABOVE, line("Of trains", x0=100, x1=180, base=615), BELOW], rules(626, 607), []),  # a title in a box
    ],
)  # fmt: skip
def test_rules_of_one_width_part_a_table_from_the_text(lines: list[Line], drawn: list[Rule], tables: list[tuple[int, int]]) -> None:  # fmt: skip
    assert [tuple(table) for table in tables_in(lines, drawn)] == tables


def test_rows_may_begin_with_a_number() -> None:
    numbered = [cells(f"{n}", "Pilot", "12", base=600 - 12 * n) for n in range(1, 5)]
    assert [tuple(table) for table in tables_in([ABOVE, *numbered, BELOW])] == [(1, 5)]


def row(base: float, **texts: tuple[str, float, float]) -> Line:
    """Return a line of cells, each a text between two places, by the name of its column."""
    words = [
        w for text, x0, x1 in texts.values() for w in line(text, x0=x0, x1=x1, base=base, size=10.0).words
    ]
    return Line(2, 0, tuple(words))


HELD = row(700, post=("Pilot", 72, 100), duty=("steers the mail over the sea, and is paid", 150, 400))
REST = row(688, duty=("for each letter that comes", 150, 280))
NEXT = row(676, post=("Clerk", 72, 100), duty=("keeps the books", 150, 230))
OTHER = row(640, post=("Clerk", 72, 100), duty=("counts the letters that come by the sea now", 150, 400))
NUMBERS = [
    row(base, post=(name, 72, 110), years=(f"{n}", 150, 160))
    for base, name, n in ((700, "Pilots", 12), (688, "Clerks", 17), (676, "Cooks", 19))
]


@pytest.mark.parametrize(
    ("lines", "drawn", "begins"),
    [
        ([HELD, REST, NEXT], [], (0, 2)),  # the first word of the next row had room
        ([HELD, REST, OTHER], [], (0, 2)),  # a gap
        ([HELD, row(688, duty=("Kept for each letter that comes", 150, 300)), OTHER], rules(664, 694, x0=72, x1=400), (0, 1, 2)),
        (NUMBERS, [], (0, 1, 2)),  # numbers aren't broken into lines
        ([HEAD, *ROWS], rules(607), (0, 1, 2)),
    ],
)  # fmt: skip
def test_a_cell_goes_on_over_several_lines(lines: list[Line], drawn: list[Rule], begins: tuple[int, ...]) -> None:  # fmt: skip
    assert rows_of(lines, drawn) == begins


def test_the_rest_of_a_cell_belongs_to_the_table() -> None:
    rests = [
        row(base, duty=("for each letter that comes", 152, x1))
        for base, x1 in ((688, 396), (676, 300), (640, 396), (628, 300), (592, 396), (580, 300))
    ]
    heads = [
        row(base, post=("Pilot", 72, 100), duty=("steers the mail over the sea", 150, 400))
        for base in (700, 652, 604)
    ]
    lines = [heads[0], *rests[:2], heads[1], *rests[2:4], heads[2], *rests[4:]]
    (table,) = tables_in([*lines, line(base=550)])
    assert table == (0, len(lines))
    assert rows_of(lines) == (0, 3, 6)


DAYBOOK = [
    row(600 - 12 * n, year=(f"{1858 + n}", 72, 100), crossings=("9,412", 140, 170), passengers=("61,300", 220, 255), carts=("48", 290, 300))
    for n in range(1, 5)
]  # fmt: skip
LAST = row(600, year=("Year", 72, 100), crossings=("Crossings", 120, 170), passengers=("carried", 222, 255), carts=("Carts", 275, 300))  # fmt: skip


@pytest.mark.parametrize(
    ("above", "belongs"),
    [
        (("Passengers", 200, 255), True),
        (("Passengers", 222, 268), True),  # under its left edge
        (("Passengers", 210, 330), False),  # over two columns
        (("What the Company counted", 72, 200), False),  # a line of the text, or a caption
        (("(continued)", 180, 230), False),  # over none of them
    ],
)
def test_a_head_may_begin_on_a_line_above_the_others(above: tuple[str, float, float], *, belongs: bool) -> None:  # fmt: skip
    """Programs set the heads of columns on one line with their last, so the longest begins alone."""
    lines = [line(base=660), row(612, head=above), LAST, *DAYBOOK, line(base=500)]
    (table,) = tables_in(lines)
    assert table == (1 if belongs else 2, 7)
    if belongs:
        assert rows_of(lines[1:7]) == (0, 2, 3, 4, 5)


@pytest.mark.parametrize(
    ("heights", "head"),
    [
        ((595,), 1),
        ((607, 595), 1),  # one over it, too
        ((595, 559), 1),  # a sum at the end
        ((583,), 2),
        ((), 0),
        ((559,), 0),  # the sum alone
        ((595, 583, 571, 559), 0),  # each row has its own
    ],
)
def test_a_rule_stands_under_the_head_of_a_table(heights: tuple[float, ...], head: int) -> None:
    rows = [LAST, *DAYBOOK]
    assert head_rows(rows, range(5), rules(*heights, x0=72, x1=300)) == head


def test_a_head_may_be_bold_alone() -> None:
    plain = [cells("Pilot", "Dahl", base=600 - 12 * n) for n in range(3)]
    bold = cells("Post", "Holder", base=612, bold=True)
    assert head_rows([bold, *plain], range(4)) == 1
    assert head_rows(plain, range(3)) == 0
    assert head_rows([bold, plain[1], cells("All", "Three", base=580, bold=True)], range(3)) == 0


def test_two_rows_are_no_table_and_three_are() -> None:
    lines = [cells("Pilot", "Dahl", "Ebb", base=600 - 12 * n) for n in range(3)]
    assert list(tables_in([ABOVE, *lines[:2], BELOW])) == []
    assert [tuple(table) for table in tables_in([ABOVE, *lines, BELOW])] == [(1, 4)]


def test_a_wider_line_under_the_last_row_is_none_of_its_cells() -> None:
    lines = [cells("Pilot", "Dahl", "Ebb", base=600 - 12 * n) for n in range(3)]
    rest, wide = (line("waits here", x0=280, x1=end, base=564) for end in (320, 420))
    assert [tuple(table) for table in tables_in([ABOVE, *lines, rest, BELOW])] == [(1, 5)]
    assert [tuple(table) for table in tables_in([ABOVE, *lines, wide, BELOW])] == [(1, 4)]
