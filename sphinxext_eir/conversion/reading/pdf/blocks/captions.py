"""Captions of tables, tied to them. Pictures aren't read: what is said of them stays in the text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..layout.lines import Line
    from .breaks import Block

_OF_TABLE = re.compile(r"(?:\w+\s+){0,2}tab", re.IGNORECASE)
"""*Table*, *Tab.*, *Tabelle*, *tableau*, *tabla*, *Supplementary Table*."""


def with_captions(blocks: Sequence[Block]) -> list[Block]:
    """Return *blocks* with the captions that stand above tables, a number and perhaps a name, as parts of these.

    One below stays where it is: the article would print it before the table, out of the order of the file.
    """
    done: list[Block] = []
    for block in blocks:
        above: tuple[Line, ...] = ()
        if block.kind == "table":
            done, above = _without_caption(done, block)
        done.append(replace(block, caption=above) if above else block)
    return done


def _without_caption(done: Sequence[Block], table: Block) -> tuple[list[Block], tuple[Line, ...]]:
    """Return the blocks before a *table* without its caption, and the lines of this."""
    for count in (1, 2):  # the number and the name may be blocks of their own (APA 7, 7.10)
        above = done[-count:]
        if len(above) == count and all(one.kind == "caption" for one in above) and _is_of(above[0], table):
            return list(done[:-count]), tuple(line for one in above for line in one.lines)
    return list(done), ()


def _is_of(caption: Block, table: Block) -> bool:
    """Say if a *caption* calls itself one of a table, and stands on the page and in the column of the *table*."""
    one, two = caption.last, table.first
    return bool(_OF_TABLE.match(caption.text)) and (one.page, one.column) == (two.page, two.column)
