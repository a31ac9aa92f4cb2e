"""Tables: rows whose cells stand under one another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from .labels import label_of
from .lines import LABEL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .lines import Line
    from .words import Word

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


def tables_in(lines: Sequence[Line]) -> list[TableLines]:
    """Return the tables among the *lines* of a region."""
    found: list[TableLines] = []
    n = 0
    while n < len(lines):
        end = _end_of(lines, n)
        if end - n >= _FEWEST_ROWS:
            first = found[-1].end if found else 0
            found.append(TableLines(_head_of(lines, first, n, end), end))
            n = end
        else:
            n += 1
    return found


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
        elif n + 1 < len(lines) and _is_inner(lines[start:end], line) and _is_row(lines[n + 1]):
            continue
        else:
            break
    return end if rows >= _FEWEST_ROWS else start


def _head_of(lines: Sequence[Line], first: int, start: int, end: int) -> int:
    """Return where the head of the table from *start* to *end* begins: rows of cells right above, over its columns."""
    rows = [line for line in lines[start:end] if len(line.cells) > 1]
    columns = [(cell[0].x0, cell[-1].x1) for line in rows for cell in cells_of(line)]
    head = start
    while head > first:
        line = lines[head - 1]
        cells = cells_of(line)
        over = [sum(x0 < cell[-1].x1 and cell[0].x0 < x1 for x0, x1 in columns) for cell in cells]
        if line.base - lines[head].base > _WIDEST_HEAD * line.size or len(cells) < 2 or not all(over):
            break
        head -= 1
    return head


def _is_row(line: Line) -> bool:
    """Say if *line* has several cells, and isn't an item with its label."""
    if len(line.cells) < 2 or label_of(line) is not None:
        return False
    return not LABEL.fullmatch(line.words[0].text) or len(line.cells) > 2


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


def _distance(x: float, span: tuple[float, float]) -> float:
    """Return how far *x* is from a *span*."""
    return max(span[0] - x, x - span[1], 0.0)
