"""Tables: rows whose cells stand under one another, and go on over several lines."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from ..layout.grids import SAME_RULE, stacks_of, whole_rules
from ..layout.lines import LABEL
from ..streams.labels import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..layout.grids import Grid
    from ..layout.lines import Line
    from ..page.drawings import Rule
    from ..page.words import Word

_FEWEST_ROWS = 3
_SAME_EDGE = 2.5
"""Points."""
_WIDEST_LEADING = 3.5
"""Of the size: rows of one table stand closer."""
_WIDEST_HEAD = 2.0
"""Of the size: so do the lines of its head."""


class TableLines(NamedTuple):
    """Lines of a region, from *start* up to *end*, that are a table."""

    start: int
    end: int


def tables_in(lines: Sequence[Line], rules: Sequence[Rule] = ()) -> list[TableLines]:
    """Return the tables among the *lines* of a region, given the *rules* of its page."""
    found: list[TableLines] = []
    ruled = [*_in_grids(lines), *_ruled(lines, rules)]
    n = 0
    while n < len(lines):
        table = next((one for one in ruled if one.start <= n < one.end), None)
        if table:
            found.append(table._replace(start=n))
            n = table.end
            continue
        edge = min((one.start for one in ruled if one.start > n), default=len(lines))
        end = _end_of(lines[:edge], n)
        if end - n >= _FEWEST_ROWS:
            first = found[-1].end if found else 0
            found.append(TableLines(_head_of(lines, first, n, end), end))
            n = end
        else:
            n += 1
    return found


def _in_grids(lines: Sequence[Line]) -> Iterator[TableLines]:
    """Yield the tables among *lines* that have lines drawn around their cells."""
    for grid, found in groupby(range(len(lines)), key=lambda n: lines[n].grid):
        inside = list(found)
        if grid:
            yield TableLines(inside[0], inside[-1] + 1)


_FEWEST_RULES = 2
_SEVERAL = 0.3
"""Of the lines between two rules: so many have several cells; others are the rest of a cell."""
_PROSE = 0.7
"""Of the width between the rules: lines of one cell that are wider are text, unless it is the only one."""


def _ruled(lines: Sequence[Line], rules: Sequence[Rule]) -> list[TableLines]:
    """Return the tables that *rules* of one width part from the text: each space between two of them has a row of several cells."""
    spans = [
        (first, end)
        for stack in stacks_of(rules)
        if len(stack) >= _FEWEST_RULES
        for first, end in _tables_between(lines, stack)
    ]
    done: list[TableLines] = []
    for start, end in sorted(spans):
        if not done or start >= done[-1].end:
            done.append(TableLines(start, end))
    return done


def _tables_between(lines: Sequence[Line], stack: Sequence[Rule]) -> list[tuple[int, int]]:
    """Return from which line to which the tables between the rules of a *stack* go.

    The end of a page may cut a table: its rows go on above the first rule, or below the last, to the end of the column.
    """
    spans: list[tuple[int, int]] = []
    head: tuple[int, int] | None = None
    first, last = stack[0], stack[-1]
    edges = (first._replace(y=lines[0].base + 1e3), *stack, last._replace(y=lines[-1].base - 1e3))
    for k, (top, bottom) in enumerate(pairwise(edges)):
        inside = [n for n, line in enumerate(lines) if bottom.y - 1 <= line.base < top.y]
        if not inside:
            continue
        start, end = inside[0], inside[-1] + 1
        rows = [lines[n] for n in inside]
        contiguous = end - start == len(inside)
        goes_on = (spans and spans[-1][1] == start) or (head and head[1] == start)
        if k == len(stack) and not goes_on:
            break
        if contiguous and _is_tabular(rows, top):
            above = head[0] if head and head[1] == start else start
            if spans and spans[-1][1] in (start, above):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((above, end))
        head = (
            (start, end)
            if contiguous and k > 0 and len(rows) <= _HEAD_LINES and _is_within(rows, top)
            else None
        )
    return [
        (a, b)
        for a, b in spans
        if b - a > 1 and sum(len(line.cells) > 1 for line in lines[a:b]) > (len(stack) == 2)
    ]


_HEAD_LINES = 2
"""Lines of the head of a table, whose cells may stand too close to be told."""


def _is_within(lines: Sequence[Line], rule: Rule) -> bool:
    """Say if *lines* stand between the ends of a *rule*."""
    return all(rule.x0 - SAME_RULE < line.x0 and line.x1 < rule.x1 + SAME_RULE for line in lines)


def _is_tabular(lines: Sequence[Line], rule: Rule) -> bool:
    """Say if *lines* under a *rule* are rows of a table: within it, and most of them of several cells."""
    width = rule.x1 - rule.x0
    several = sum(len(line.cells) > 1 for line in lines)
    prose = sum(len(line.cells) == 1 and line.x1 - line.x0 > _PROSE * width for line in lines)
    return _is_within(lines, rule) and prose <= several / 2 and several >= _SEVERAL * len(lines)


def _end_of(lines: Sequence[Line], start: int) -> int:
    """Return where the table ends that would begin with the line *start*."""
    if not _is_row(lines[start]):
        return start
    end = start + 1
    rows = 1
    for n in range(start + 1, len(lines)):
        line = lines[n]
        if lines[n - 1].base - line.base > _WIDEST_LEADING * line.size:
            break
        if _is_row(line):
            if not _agree(lines[start:end], line):
                break
            end, rows = n + 1, rows + 1
        elif not (_is_between(lines, start, end, n) or _is_in_column(lines[start:end], lines[n - 1], line)):
            break
    if rows < _FEWEST_ROWS:
        return start
    while end < len(lines) and _is_in_column(lines[start:end], lines[end - 1], lines[end]):
        end += 1
    return end


def _is_between(lines: Sequence[Line], start: int, end: int, n: int) -> bool:
    """Say if the line *n* is the rest of a cell between two rows, of which the first is among those from *start* to *end*."""
    return n + 1 < len(lines) and _is_inner(lines[start:end], lines[n]) and _is_row(lines[n + 1])


_CLOSE = 1.5
"""Of the size: lines of one cell stand closer."""


def _is_in_column(rows: Sequence[Line], before: Line, line: Line) -> bool:
    """Say if *line*, right under the line *before*, stands in a column of *rows* that isn't their first: the rest of a cell."""
    if len(line.cells) > 1 or not 0 < before.base - line.base < _CLOSE * line.size:
        return False
    starts = [cell[0].x0 for row in rows for cell in cells_of(row)[1:]]
    firsts = [cells_of(row)[0][-1].x1 for row in rows if len(row.cells) > 1]
    return (
        line.x0 > max(firsts)
        and line.x0 > min(starts) - _SAME_EDGE
        and line.x1 < max(row.x1 for row in rows) + 2
    )


def _head_of(lines: Sequence[Line], first: int, start: int, end: int) -> int:
    """Return where the head of the table from *start* to *end* begins: rows of cells right above, over its columns."""
    rows = [line for line in lines[start:end] if len(line.cells) > 1]
    columns = [(cell[0].x0, cell[-1].x1) for line in rows for cell in cells_of(line)]
    head = start
    while head > first:
        line = lines[head - 1]
        cells = cells_of(line)
        over = [sum(x0 < cell[-1].x1 and cell[0].x0 < x1 for x0, x1 in columns) for cell in cells]
        near = line.base - lines[head].base <= _WIDEST_HEAD * line.size
        if not (near and all(over) and (len(cells) > 1 or _is_begun_above(line, lines[head]))):
            break
        head -= 1
    return head


def _is_begun_above(line: Line, below: Line) -> bool:
    """Say if *line* is the first of a cell that ends in the row *below*, and isn't its first: heads often stand on one line with their last."""
    around = zip(cells_of(below), [*below.cells[1:], below.x1 + _SAME_EDGE], strict=True)
    before = below.x0
    for n, (cell, edge) in enumerate(around):
        if n and before < line.x0 and line.x1 < edge and _is_in_line(line, cell):
            return line.base - below.base < _CLOSE * line.size
        before = cell[-1].x1
    return False


def _is_in_line(line: Line, cell: Sequence[Word]) -> bool:
    """Say if *line* begins or ends where a *cell* does, or has the same middle."""
    left, right = line.x0 - cell[0].x0, line.x1 - cell[-1].x1
    return min(abs(left), abs(right), abs(left + right)) < _SAME_EDGE


def _is_row(line: Line) -> bool:
    """Say if *line* has several cells, and isn't an item with its label."""
    if len(line.cells) < 2:
        return False
    return len(line.cells) > 2 or (label_of(line) is None and not LABEL.fullmatch(line.words[0].text))


def _agree(rows: Sequence[Line], line: Line) -> bool:
    """Say if cells of *line*, after its first, begin or end where those of a row before it do."""
    starts = line.cells[1:]
    ends = _ends_of(line)[1:]
    for row in rows[-3:]:
        if len(row.cells) < 2:
            continue
        if any(abs(a - b) < _SAME_EDGE for a in starts for b in row.cells[1:]):
            return True
        if any(abs(a - b) < _SAME_EDGE for a in ends for b in _ends_of(row)[1:]):
            return True
    return False


def _is_inner(rows: Sequence[Line], line: Line) -> bool:
    """Say if *line* is the rest of a cell."""
    edges = [edge for row in rows for edge in row.cells]
    return (
        any(abs(line.x0 - edge) < _SAME_EDGE for edge in edges) and line.x1 < max(row.x1 for row in rows) + 2
    )


def _ends_of(line: Line) -> list[float]:
    """Return where the cells of *line* end."""
    return [cell[-1].x1 for cell in cells_of(line)]


def cells_of(line: Line) -> list[list[Word]]:
    """Return the words of *line*, cell by cell."""
    starts = set(line.cells[1:])
    cells: list[list[Word]] = [[]]
    for n, word in enumerate(line.words):
        if n and word.x0 in starts:
            cells.append([])
        cells[-1].append(word)
    return cells


def columns_of(lines: Sequence[Line]) -> list[tuple[int, ...]] | None:
    """Return the column of each cell of each of *lines*; None if they can't be told."""
    if (grid := lines[0].grid) and all(line.grid is grid for line in lines):
        return _columns_in(grid, lines)
    width = max(len(line.cells) for line in lines)
    models = [line for line in lines if len(line.cells) == width]
    ranges = []
    for k in range(width):
        cells = [cells_of(line)[k] for line in models]
        ranges.append((min(cell[0].x0 for cell in cells), max(cell[-1].x1 for cell in cells)))
    if any(a[1] > b[0] for a, b in pairwise(ranges)):
        return None
    found = []
    for line in lines:
        row = []
        for cell in cells_of(line):
            middle = (cell[0].x0 + cell[-1].x1) / 2
            row.append(min(range(width), key=lambda k: _distance(middle, ranges[k])))
        if len(set(row)) < len(row):
            return None
        found.append(tuple(row))
    return found


def _columns_in(grid: Grid, lines: Sequence[Line]) -> list[tuple[int, ...]]:
    """Return the column of each cell of each of *lines* in a *grid*, of those in which words stand."""
    found = [tuple(grid.column((cell[0].x0 + cell[0].x1) / 2) for cell in cells_of(line)) for line in lines]
    used = sorted({column for row in found for column in row})
    return [tuple(used.index(column) for column in row) for row in found]


_SAME_ROW = 1.25
"""Of the smallest distance of lines in a table: those of one row stand no farther apart."""
_WIDE = 6.0
"""Of the size: text in narrower columns isn't broken into lines, for all that can be told."""
_SEVERAL_PARTED = 2
"""Places at which gaps or rules part the lines of a table, if they part rows."""
_NUMBER = re.compile(r"[\W\d]*\d[\W\d]*")
_STOP = re.compile(r"[.:;!?][\"'’”)\]]*\d*$")
_OPEN = re.compile(r"[\w,–-]-?$")


def rows_of(lines: Sequence[Line], rules: Sequence[Rule] = ()) -> tuple[int, ...]:
    """Return with which of the *lines* of a table its rows begin, given the *rules* of its page: cells go on over several lines."""
    if (drawn := lines[0].grid) and all(line.grid is drawn for line in lines):
        rows = [drawn.row(line.base) for line in lines]
        return (
            0,
            *(
                n
                for n in range(1, len(lines))
                if rows[n] != rows[n - 1] or _had_room(drawn, lines[n - 1], lines[n])
            ),
        )
    columns = columns_of(lines)
    if columns is None:
        return tuple(range(len(lines)))
    heights = _heights(lines, rules)
    tight = min((a.base - b.base for a, b in pairwise(lines) if a.base - b.base > 0.8 * b.size), default=0.0)
    parted = [
        a.base - b.base > _SAME_ROW * tight or any(b.base < y < a.base for y in heights)
        for a, b in pairwise(lines)
    ]
    pieces = [dict(zip(row, cells_of(line), strict=True)) for row, line in zip(columns, lines, strict=True)]
    widths: defaultdict[int, float] = defaultdict(float)
    for row in pieces:
        for column, cell in row.items():
            widths[column] = max(widths[column], cell[-1].x1 - cell[0].x0)
    grid = sum(parted) >= _SEVERAL_PARTED
    begins, row = [0], dict(pieces[0])
    for n in range(1, len(lines)):
        head = begins == [0] and all(_is_begun_above(lines[k], lines[n]) for k in range(n))
        goes_on = head or _goes_on(row, pieces[n], widths, lines[n].size, grid=grid)
        if parted[n - 1] or not goes_on:
            begins.append(n)
            row = {}
        row |= pieces[n]
    return tuple(begins)


def _heights(lines: Sequence[Line], rules: Sequence[Rule]) -> list[float]:
    """Return the heights of the *rules* that go over half of the first of *lines*, and so part rows rather than cells."""
    return [rule.y for rule in whole_rules(rules) if rule.x1 - rule.x0 > (lines[0].x1 - lines[0].x0) / 2]


_MOST_OF_HEAD = 2
"""Rows."""


def head_rows(lines: Sequence[Line], rows: Sequence[int], rules: Sequence[Rule] = ()) -> int:
    """Return how many of the *rows* of a table, by the *lines* with which they begin, are its head.

    A rule stands under it, and few between other rows; or it alone is bold.
    """
    parts = [lines[start:end] for start, end in pairwise((*rows, len(lines)))]
    heights = _heights(lines, rules)
    under = [
        n
        for n, (above, below) in enumerate(pairwise(parts), 1)
        if any(below[0].base + 0.5 * below[0].size < y < above[-1].base for y in heights)
    ]
    most = min(_MOST_OF_HEAD, max(1, (len(parts) - 1) // 2))
    if under and under[0] <= most and len(under) <= max(1, len(parts) // 2):
        return under[0]
    bold = [all(line.bold for line in part) for part in parts]
    return int(bold[0] and not any(bold[1:]) and len(parts) > 1)


_PADDING = 8.0
"""Points, on both sides of a cell together."""


def _had_room(grid: Grid, before: Line, line: Line) -> bool:
    """Say if each cell of *line* begins anew, from the first on, and would have had room over it: nothing is drawn between some rows."""
    one, two = _by_column(grid, before), _by_column(grid, line)
    small = any(cell[0].text[:1].islower() for cell in two.values())
    if one.keys() != two.keys() or len(one) < 2 or min(one) or small:
        return False
    return all(
        grid.edges[column + 1] - grid.edges[column] - _PADDING - (one[column][-1].x1 - one[column][0].x0)
        > two[column][0].x1 - two[column][0].x0 + 0.25 * line.size
        for column in two
    )


def _by_column(grid: Grid, line: Line) -> dict[int, list[Word]]:
    """Return the cells of *line*, each by its column in a *grid*."""
    return {grid.column((cell[0].x0 + cell[0].x1) / 2): cell for cell in cells_of(line)}


def _goes_on(
    row: dict[int, list[Word]],
    below: dict[int, list[Word]],
    widths: dict[int, float],
    size: float,
    *,
    grid: bool,
) -> bool:
    """Say if the pieces *below* go on the last ones of a *row*: no first word had room there, and one at least is the rest of a text."""
    told = False
    for column, cell in below.items():
        if column not in row:
            continue
        before, first = row[column], cell[0]
        room = widths[column] - (before[-1].x1 - before[0].x0) - 0.25 * size - (first.x1 - first.x0)
        said, says = (" ".join(word.text for word in part) for part in (before, cell))
        open_end = bool(_OPEN.search(said))
        if (room > 0 and not said.endswith("-")) or (_NUMBER.fullmatch(said) and _NUMBER.fullmatch(says)):
            return False
        small = says.lstrip("\"'“‘([")[:1].islower() and not _STOP.search(said)
        wide = widths[column] > _WIDE * size
        rest = 0 not in below
        told |= wide and (small or (open_end and (grid or rest)) or (grid and rest))
    return told


def _distance(x: float, span: tuple[float, float]) -> float:
    """Return how far *x* is from a *span*."""
    return max(span[0] - x, x - span[1], 0.0)
