"""Tables in cells of an OpenDocument file's tables, which pandoc leaves out without a word: set after the text, and put back in the tree.

OpenDocument 1.3, part 3, section 9.1.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..pandoc.nodes import Nodes

_TABLE = re.compile(rb"<table:table[\s>]|</table:table>")
_MARK = "\ue000{}\ue001"
_MARKED = re.compile("\ue000(\\d+)\ue001")
"""What stands in a cell for a table, in characters of private use."""
_END = b"</office:text>"


def tables_apart(text: bytes) -> tuple[bytes, int]:
    """Return a *text* whose tables in cells stand after it, and how many these are."""
    apart, tables = _apart(text)
    if not tables or _END not in apart:
        return text, 0
    before, end, after = apart.rpartition(_END)
    return b"".join((before, b"<text:p/>".join((b"", *tables)), end, after)), len(tables)


def _apart(text: bytes) -> tuple[bytes, list[bytes]]:
    """Return *text* with a paragraph in the place of each table in a table, and these tables, the innermost first."""
    tables: list[bytes] = []
    opened: list[list[bytes]] = [[]]
    place = 0
    for mark in _TABLE.finditer(text):
        ends = mark[0].startswith(b"</")
        if ends and len(opened) == 1:
            continue
        opened[-1].append(text[place : mark.end() if ends else mark.start()])
        place = mark.end() if ends else mark.start()
        if not ends:
            opened.append([])
            continue
        table = b"".join(opened.pop())
        if len(opened) == 1:
            opened[-1].append(table)
        else:
            opened[-1].append(f"<text:p>{_MARK.format(len(tables))}</text:p>".encode())
            tables.append(table)
    return b"".join((*(part for parts in opened for part in parts), text[place:])), tables


def put_back(tree: dict[str, Any], count: int) -> None:
    """Put the last *count* tables of a *tree* back into the cells that they stood in."""
    blocks = tree["blocks"]
    tables: Nodes = []
    while len(tables) < count and blocks:
        block = blocks.pop()
        if block["t"] == "Table":
            tables.insert(0, block)
    for holder in (blocks, tables):
        _fill(holder, tables)


def _fill(tree: Any, tables: Nodes) -> None:
    """Put *tables* in the places of what stands for them in a piece of a *tree*."""
    if isinstance(tree, dict):
        _fill(tree.get("c"), tables)
    elif isinstance(tree, list):
        for n, child in enumerate(tree):
            number = _number_in(child)
            if number is None:
                _fill(child, tables)
            elif number < len(tables):
                tree[n] = tables[number]


def _number_in(block: Any) -> int | None:
    """Return the number of the table that a paragraph stands for; None if it is another."""
    if not isinstance(block, dict) or block.get("t") not in ("Para", "Plain") or len(block["c"]) != 1:
        return None
    match = _MARKED.fullmatch(str(block["c"][0].get("c", "")))
    return int(match[1]) if match else None
