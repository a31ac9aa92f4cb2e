"""Rows of cells → tables with merged cells, by where the cells end (RTF 1.9.1, *Table Definitions*)."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from ..pandoc.nodes import cell_node, table_node

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..pandoc.nodes import Node, Nodes

Flow: TypeAlias = Any
"""A paragraph, or a table."""
_NEAR = 60
"""Twentieths of a point between edges that are meant to be the same."""


@dataclass(frozen=True, slots=True)
class CellLooks:
    """What a row's definition says of one cell."""

    edge: int
    """Where it ends, in twentieths of a point."""
    joins_left: bool = False
    joins_above: bool = False


@dataclass
class RowLooks:
    """The definition of a row, which may stand before or after its cells."""

    cells: list[CellLooks] = field(default_factory=list)
    head: bool = False
    joins_left: bool = False
    joins_above: bool = False

    def read(self, word: str, number: int | None) -> None:
        """Read a control word of the definition, after the one that begins it."""
        if word == "trhdr":
            self.head = True
        elif word == "clmrg":
            self.joins_left = True
        elif word == "clvmrg":
            self.joins_above = True
        elif word == "cellx":
            self.cells.append(CellLooks(number or 0, self.joins_left, self.joins_above))
            self.joins_left = self.joins_above = False


@dataclass
class Row:
    """A row that was read."""

    cells: list[list[Flow]]
    looks: list[CellLooks]
    head: bool = False


@dataclass
class Rows:
    """A table."""

    rows: list[Row] = field(default_factory=list)
    cells: list[list[Flow]] = field(default_factory=list)
    """Those of the row that is being read."""
    cell: list[Flow] = field(default_factory=list)

    def end_cell(self) -> None:
        """End the cell."""
        self.cells.append(self.cell)
        self.cell = []

    def end_row(self, looks: RowLooks) -> None:
        """End the row, which has these *looks*."""
        if self.cell:
            self.end_cell()
        if self.cells:
            self.rows.append(Row(self.cells, list(looks.cells), looks.head))
        self.cells = []

    def tree(self, blocks: Callable[[list[Flow]], Nodes]) -> Node:
        """Return the table as pandoc's; *blocks* makes pandoc's blocks of what stands in a cell."""
        edges = self._edges()
        placed = [_placed(row, edges) for row in self.rows]
        width = max((cell.column + cell.across for row in placed for cell in row), default=0)
        for above, below in pairwise(placed):
            for cell in [cell for cell in below if cell.joins_above]:
                owner = next((one for one in above if one.column == cell.column), None)
                if owner and owner.across == cell.across and not any(cell.content):
                    cell.owner = owner.owner or owner
                    cell.owner.down += 1
        rows = [
            [cell_node(blocks(one.content), one.down, one.across) for one in row if one.owner is None]
            for row in placed
        ]
        heads = next((n for n, row in enumerate(self.rows) if not row.head), 0)
        return table_node(rows[:heads], rows[heads:], width, [])

    def _edges(self) -> list[int]:
        """Return where the columns of the table end; nothing if its rows don't say it."""
        if any(len(row.looks) != len(row.cells) for row in self.rows):
            return []
        found: list[int] = []
        for edge in sorted({cell.edge for row in self.rows for cell in row.looks}):
            if not found or edge - found[-1] > _NEAR:
                found.append(edge)
        return found


@dataclass
class _Placed:
    """A cell at its place."""

    content: list[Flow]
    column: int
    across: int = 1
    down: int = 1
    joins_above: bool = False
    owner: _Placed | None = None
    """The cell above that has grown over it."""


def _placed(row: Row, edges: list[int]) -> list[_Placed]:
    """Return the cells of a *row*, each at the column where it begins."""
    if not edges:
        return [_Placed(content, n) for n, content in enumerate(row.cells)]
    found: list[_Placed] = []
    column = 0
    for content, looks in zip(row.cells, row.looks, strict=True):
        last = next((n for n, edge in enumerate(edges) if looks.edge <= edge + _NEAR), len(edges) - 1)
        across = max(last + 1 - column, 1)
        if looks.joins_left and found and not content:
            found[-1].across += across
        else:
            found.append(_Placed(content, column, across, joins_above=looks.joins_above))
        column += across
    return found
