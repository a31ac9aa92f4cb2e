"""Tables of a page: which ones are of data, and where each of their cells stands (HTML Living Standard, 4.9.12)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .tree import Node

_MOST = 1000
"""Rows or columns that a cell may span, as in browsers."""
_LONG = 60
"""Words. A cell that has more, in a table without heads, holds a part of the page."""


def rows_of(table: Node) -> list[tuple[Node, list[Node]]]:
    """Return the rows of a *table* and their cells, those of tables in it excepted."""
    return list(_rows_in(table))


def _rows_in(node: Node) -> Iterator[tuple[Node, list[Node]]]:
    """Yield the rows in *node*."""
    for child in node.children:
        if child.tag == "tr":
            yield child, [cell for cell in child.children if cell.tag in ("td", "th")]
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows_in(child)


def is_layout(table: Node, rows: Sequence[tuple[Node, list[Node]]]) -> bool:
    """Say if a *table* only places parts of the page beside one another."""
    if table.get("role") in ("presentation", "none"):
        return True
    cells = [cell for _, found in rows for cell in found]
    if any(cell.tag == "th" for cell in cells) or any(child.tag == "caption" for child in table.children):
        return False
    widest = max((len(found) for _, found in rows), default=0)
    if widest < 2:
        return True
    return any(
        len(cell.said().split()) > _LONG
        or any(inner.tag in ("table", "h1", "h2", "h3", "article", "form") for inner in cell.walk())
        for cell in cells
    )


def spans_of(rows: Sequence[tuple[Node, list[Node]]]) -> tuple[list[list[Node | None]], int]:
    """Return the cells of *rows*, each in its own column and None where another reaches; and how many rows are the head."""
    laid: list[list[Node | None]] = [[] for _ in rows]
    taken: dict[tuple[int, int], None] = {}
    for n, (_, cells) in enumerate(rows):
        column = 0
        for cell in cells:
            while (n, column) in taken:
                column += 1
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            down = len(rows) - n if down == 0 else min(down, len(rows) - n)
            for row in range(n, n + down):
                for place in range(column, column + max(across, 1)):
                    taken[row, place] = None
            _put(laid[n], column, cell)
            column += max(across, 1)
    width = max((place + 1 for _, place in taken), default=0)
    for line in laid:
        line.extend([None] * (width - len(line)))
    header = 0
    for element, cells in rows:
        heads = cells and all(cell.tag == "th" for cell in cells)
        if not (heads or (element.parent is not None and element.parent.tag == "thead")):
            break
        header += 1
    return laid, header


def _put(row: list[Node | None], column: int, cell: Node) -> None:
    """Put *cell* into a *column*."""
    row += [None] * (column + 1 - len(row))
    row[column] = cell


def _span(cell: Node, name: str) -> int:
    """Return how many rows or columns *cell* spans; 0 for all the rows that follow."""
    value = cell.get(name)
    return min(int(value), _MOST) if re.fullmatch(r"\d{1,4}", value) else 1
