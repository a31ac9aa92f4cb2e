"""The blocks of a region: its tables and its code kept together, the rest parted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..layout.setting import INDENT, alike, begins_small, hangs, has_stop
from .breaks import Block, blocks_of
from .listings import listings_in
from .pairs import share_size
from .tables import head_rows, rows_of, tables_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..layout.lines import Line
    from ..layout.setting import Region, Setting
    from ..page.drawings import Rule


def blocks_in(region: Region, setting: Setting, rules: Sequence[Rule]) -> list[Block]:
    """Return the blocks of a region of a page with *rules*, its tables and its code kept together."""
    done: list[Block] = []
    start = 0
    for code in () if setting.typescript else listings_in(region.lines):
        done += _with_tables(region, start, code.start, setting, rules)
        done.append(Block("code", region.lines[code.start : code.end], region))
        start = code.end
    return [*done, *_with_tables(region, start, len(region.lines), setting, rules)]


def _with_tables(
    region: Region, start: int, end: int, setting: Setting, rules: Sequence[Rule]
) -> list[Block]:
    """Return the blocks of some lines of a region, its tables kept together."""
    lines = region.lines[start:end]
    done: list[Block] = []
    last = 0
    for table in tables_in(lines, rules) if lines else ():
        done += _blocks_between(region, start + last, start + table.start, setting)
        rows = lines[table.start : table.end]
        begins = rows_of(rows, rules)
        head = head_rows(rows, begins, rules)
        done.append(Block("table", rows, region, rows=begins, head=head))
        last = table.end
    return [*done, *_blocks_between(region, start + last, end, setting)]


def _blocks_between(region: Region, start: int, end: int, setting: Setting) -> list[Block]:
    """Return the blocks of some lines of a region, section by section: a bibliography hangs where the text above doesn't."""
    done: list[Block] = []
    first = start
    for n in range(start + 1, end + 1):
        if n == end or _is_other(region, region.lines[n - 1], region.lines[n]):
            part = region._replace(lines=region.lines[first:n])
            told = hangs([part])
            done += blocks_of(
                part._replace(hanging=region.hanging or None if told is None else told), setting
            )
            first = n
    return done


def _is_other(region: Region, before: Line, line: Line) -> bool:
    """Say if two lines are set in other sizes or weights: a heading stands between sections, and no sentence goes on."""
    if not (alike(before.size, line.size) or share_size(before, line)):
        return True
    near = before.base - line.base < _NEAR * line.size
    if near and region.hanging and region.indent(line) > INDENT:
        return False  # names in bold letters may fill the first line of an entry
    if near and region.is_full(before, line) and region.indent(line) + INDENT / 2 < region.indent(before):
        return False  # and so of one whose first line is indented
    return before.bold != line.bold and (has_stop(before) or not begins_small(line))


_NEAR = 1.6
"""Of the size: lines of one entry stand so near."""
