"""What reStructuredText draws around text that became longer: lines under titles, columns of tables."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from .lines import Line, lines_of
from .records import Edit, Markup, Table, Title

if TYPE_CHECKING:
    from collections.abc import Iterable


def repairs(text: str, markup: Markup, edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits that titles and tables need, beside *edits* of their text."""
    lines = lines_of(text)
    by_line: defaultdict[int, list[Edit]] = defaultdict(list)
    starts = [line.start for line in lines]
    for edit in edits:
        by_line[_line_at(starts, edit.start)].append(edit)
    found: list[Edit] = []
    for title in markup.titles:
        if title.line in by_line:
            found += _repair_title(lines, title, by_line[title.line])
    for table in markup.tables:
        inside = {at: by_line[at] for at in range(table.first, table.last + 1) if at in by_line}
        if inside:
            found += _repair_table(lines[table.first : table.last + 1], table, inside)
    return found


def _line_at(starts: list[int], place: int) -> int:
    return bisect_right(starts, place) - 1


def _repair_title(lines: list[Line], title: Title, edits: list[Edit]) -> list[Edit]:
    text = lines[title.line].text.rstrip()
    width = width_of(text) + sum(growth(lines[title.line], edit) for edit in edits)
    found = []
    for at in (title.underline, title.overline):
        rule = lines[at].text.rstrip() if at is not None else ""
        if rule and len(rule) < width:
            end = lines[at or 0].start + len(rule)
            found.append(Edit(end, end, rule[0] * (width - len(rule))))
    return found


def _repair_table(lines: list[Line], table: Table, edits: dict[int, list[Edit]]) -> list[Edit]:
    """Widen the columns of a table whose cells grew."""
    edges = _edges(lines, table)
    grown: defaultdict[tuple[int, int], int] = defaultdict(int)
    for number, of_line in edits.items():
        line = lines[number - table.first]
        for edit in of_line:
            edge = _edge_after(line, column_of(line.text, edit.end - line.start), edges, table)
            if edge is not None:
                grown[number, edge] += growth(line, edit)
    wider: defaultdict[int, int] = defaultdict(int)
    for (number, edge), by in grown.items():
        wider[edge] = max(wider[edge], by - _slack(lines[number - table.first], edge, table))
    return [
        edit
        for line in lines
        for edge in sorted(wider)
        for edit in _pad(line, edge, wider[edge] - grown.get((line.number, edge), 0), edges, table)
    ]


def _edges(lines: list[Line], table: Table) -> list[int]:
    """Return the columns where cells end: of the ``+`` of a grid, or after each ``===`` but the last."""
    if table.kind == "grid":
        rules = [line.text for line in lines if line.body.startswith("+")]
        return sorted({at for rule in rules for at, char in enumerate(rule) if char == "+"})
    rule = lines[0].text.rstrip()
    return [at for at in range(1, len(rule)) if rule[at] == " " and rule[at - 1] == "="]


def _edge_after(line: Line, column: int, edges: list[int], table: Table) -> int | None:
    for edge in edges:
        if edge >= column and (table.kind == "simple" or _at(line.text, edge) in {"|", "+"}):
            return edge
    return None


def _slack(line: Line, edge: int, table: Table) -> int:
    """Return the number of spaces that a cell's line may lose."""
    before = line.text[: index_of(line.text, edge)]
    spaces = len(before) - len(before.rstrip(" ")) + max(0, edge - width_of(line.text))
    return max(0, spaces - 1) if table.kind == "grid" else spaces


def _pad(line: Line, edge: int, by: int, edges: list[int], table: Table) -> list[Edit]:
    """Return the edit that moves the edge of a cell in one line: by columns to the right or, if negative, to the left."""
    if table.kind == "grid":
        at = next((e for e in edges if e >= edge and _at(line.text, e) in {"|", "+"}), None)
        if at is None:
            return []
        place = index_of(line.text, at)
    else:
        place = index_of(line.text, edge)
        if place >= len(line.text.rstrip()) and not (by > 0 and set(line.body) <= set("=- ") and line.body):
            return []
        while (
            0 < place < len(line.text)
            and not line.text[place].isspace()
            and line.text[place - 1] not in " =-"
        ):
            place += 1  # text that spans columns
    if by == 0:
        return []
    if by < 0:
        return [Edit(line.start + place + by, line.start + place, "")]
    before = line.text[place - 1 : place]
    fill = before if before in {"-", "="} and set(line.body) <= set("+|-= ") | {before} else " "
    return [Edit(line.start + place, line.start + place, fill * by)]


def growth(line: Line, edit: Edit) -> int:
    """Return by how many columns *edit* makes its line longer."""
    return width_of(edit.new) - width_of(line.text[edit.start - line.start : edit.end - line.start])


def width_of(text: str) -> int:
    """Return the number of columns of *text*, as docutils counts them."""
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def column_of(text: str, index: int) -> int:
    """Return the column where the character at *index* is printed."""
    return width_of(text[:index])


def index_of(text: str, column: int) -> int:
    """Return the index of the character that is printed at *column*, or the length of *text*."""
    at = 0
    for index, char in enumerate(text):
        if at >= column:
            return index
        at += width_of(char)
    return len(text)


def _at(text: str, column: int) -> str:
    index = index_of(text, column)
    return text[index] if index < len(text) and column_of(text, index) == column else ""
