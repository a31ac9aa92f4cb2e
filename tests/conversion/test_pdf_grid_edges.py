"""Grids at their limits: each number that decides what lines are one table's just holds, and just misses."""

from __future__ import annotations

import pytest

from sphinxext_eir.conversion.reading.pdf.layout.grids import Grid, Stretch, grids_of, stacks_of, whole_rules
from sphinxext_eir.conversion.reading.pdf.page.drawings import Post, Rule

EDGES, HEIGHTS = (100.0, 200.0, 400.0), (700.0, 680.0, 600.0, 500.0)
GRID = Grid(EDGES, HEIGHTS)
WHOLE = [Rule(100, 400, y) for y in HEIGHTS]


def pieces(*ends: float, heights: tuple[float, ...] = HEIGHTS) -> list[Rule]:
    """Return rules that are drawn in two pieces, of which the first ends at the place given for its height."""
    places = ends * len(heights) if len(ends) == 1 else ends
    return [
        rule
        for y, x in zip(heights, places, strict=True)
        for rule in (Rule(100, x, y), Rule(x + 1, 400, y))
        if rule.x0 < rule.x1
    ]


@pytest.mark.parametrize(
    ("x0", "x1", "base", "held"),
    [
        (96.1, 403.9, 699.9, True),
        (96, 300, 600, False),
        (150, 404, 600, False),
        (150, 300, 700, False),
        (150, 300, 498.5, True),
        (150, 300, 498.4, False),
    ],
)
def test_a_grid_holds_what_stands_between_its_outer_lines(
    x0: float, x1: float, base: float, *, held: bool
) -> None:
    assert GRID.holds(x0, x1, base) is held


@pytest.mark.parametrize(("x", "column"), [(90, 0), (100, 0), (199.9, 0), (200, 1), (400, 1), (450, 1)])
def test_a_place_is_in_the_column_between_two_lines(x: float, column: int) -> None:
    assert GRID.column(x) == column


@pytest.mark.parametrize(("base", "row"), [(698.5, 0), (678.6, 0), (678.5, 1), (598.6, 1), (598.5, 2)])
def test_a_height_is_in_the_row_under_a_line(base: float, row: int) -> None:
    assert GRID.row(base) == row


def test_three_rules_are_enough_and_two_are_not() -> None:
    assert grids_of(pieces(200, heights=HEIGHTS[:3]), [], []) == [Grid(EDGES, HEIGHTS[:3])]
    assert grids_of(pieces(200, heights=HEIGHTS[:2]), [], []) == []


@pytest.mark.parametrize(
    ("stretch", "is_text"),
    [
        ((100, 310, 640), False),
        ((100, 310.1, 640), True),
        ((100, 390, 680), False),
        ((100, 390, 600), False),
        ((100, 390, 679.9), True),
        ((100, 390, 600.1), True),
    ],
)
def test_words_over_most_of_the_width_between_two_rules_part_tables(
    stretch: Stretch, *, is_text: bool
) -> None:
    assert grids_of(pieces(200), [], [stretch]) == ([] if is_text else [GRID])


@pytest.mark.parametrize(("y1", "found"), [(604, []), (604.5, [Grid(EDGES, (700, 680, 604.5, 600, 500))])])
def test_words_part_no_tables_where_a_line_stands_between_columns(y1: float, found: list[Grid]) -> None:
    assert grids_of(WHOLE, [Post(200, 500, y1)], [(100, 390, 640)]) == found


@pytest.mark.parametrize(("x", "parts"), [(104, False), (104.1, True), (395.9, True), (396, False)])
def test_lines_at_the_sides_part_no_columns(x: float, *, parts: bool) -> None:
    grid = [Grid((100, x, 400), HEIGHTS)] if parts else []
    assert grids_of(WHOLE, [Post(x, 500, 700)], []) == grid
    assert grids_of(pieces(x), [], []) == grid


@pytest.mark.parametrize(("y0", "meets"), [(503.9, True), (504, False)])
def test_a_line_that_meets_no_rule_stands_between_columns_of_text(y0: float, *, meets: bool) -> None:
    found = grids_of(WHOLE, [Post(200, y0, 696)], [])
    assert found == ([Grid(EDGES, (696, 680, 600, 500))] if meets else [])


@pytest.mark.parametrize(("y1", "heights"), [(604, HEIGHTS), (604.5, (700, 680, 604.5, 600, 500))])
def test_a_line_ends_at_a_rule_or_where_a_row_does(y1: float, heights: tuple[float, ...]) -> None:
    assert grids_of(WHOLE, [Post(200, 500, y1)], []) == [Grid(EDGES, heights)]


@pytest.mark.parametrize(("y1", "parts"), [(600, False), (600.5, True)])
def test_a_line_over_more_than_half_of_the_height_parts_columns(y1: float, *, parts: bool) -> None:
    assert grids_of(WHOLE, [Post(200, 500, y1)], []) == ([GRID] if parts else [])


@pytest.mark.parametrize(("x", "one"), [(203.9, True), (204, False)])
def test_lines_next_to_one_another_are_one(x: float, *, one: bool) -> None:
    posts = [Post(200, 500, 560), Post(x, 600, 660)]
    assert [grid.edges for grid in grids_of(WHOLE, posts, [])] == ([EDGES] if one else [])


@pytest.mark.parametrize(("x", "one"), [(203.9, True), (204, False)])
def test_pieces_of_rules_that_end_next_to_one_another_end_at_one_line(x: float, *, one: bool) -> None:
    assert grids_of(pieces(200, 200, x, 400), [], []) == ([GRID] if one else [])


@pytest.mark.parametrize(("y", "counts"), [(698.6, True), (698.5, False)])
def test_pieces_part_columns_on_more_than_half_of_the_heights(y: float, *, counts: bool) -> None:
    rules = [*pieces(400, 200, 200, 400), Rule(150, 200, y)]
    assert grids_of(rules, [], []) == ([GRID] if counts else [])


@pytest.mark.parametrize(
    ("x0", "y", "count"), [(203.9, 700, 1), (204, 700, 2), (201, 698.6, 1), (201, 698.5, 2)]
)
def test_pieces_next_to_one_another_on_one_height_are_one_rule(x0: float, y: float, count: int) -> None:
    whole = whole_rules([Rule(x0, 400, y), Rule(100, 200, 700)])
    assert len(whole) == count
    assert whole[0] == (Rule(100, 400, 700) if count == 1 else Rule(100, 200, 700))


def test_a_piece_within_another_is_a_part_of_it() -> None:
    assert whole_rules([Rule(100, 400, 700), Rule(150, 200, 700)]) == [Rule(100, 400, 700)]


@pytest.mark.parametrize(
    ("x0", "x1", "stacks"), [(103.9, 403.9, 1), (96.1, 396.1, 1), (104, 400, 2), (100, 404, 2), (96, 396, 2)]
)
def test_rules_that_begin_and_end_at_the_same_places_are_one_stack(x0: float, x1: float, stacks: int) -> None:
    assert len(stacks_of([Rule(100, 400, 700), Rule(x0, x1, 600)])) == stacks
