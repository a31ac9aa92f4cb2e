"""Nodes of pandoc's document tree (pandoc-types, ``Text.Pandoc.Definition``) that readers make themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Node: TypeAlias = dict[str, Any]
Nodes: TypeAlias = list[Node]

NO_ATTRIBUTES: list[Any] = ["", [], []]


def cell_node(blocks: Nodes, down: int, across: int) -> list[Any]:
    """Return a cell of so many rows *down* and columns *across*."""
    return [NO_ATTRIBUTES, {"t": "AlignDefault"}, down, across, blocks]


def table_node(head: Sequence[list[Any]], rows: Sequence[list[Any]], width: int, caption: Nodes) -> Node:
    """Return a table with so many columns; a row is a list of cells."""
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * width
    body = [NO_ATTRIBUTES, 0, [], [[NO_ATTRIBUTES, row] for row in rows]]
    return {
        "t": "Table",
        "c": [
            NO_ATTRIBUTES,
            [None, caption],
            columns,
            [NO_ATTRIBUTES, [[NO_ATTRIBUTES, row] for row in head]],
            [body],
            [NO_ATTRIBUTES, []],
        ],
    }
