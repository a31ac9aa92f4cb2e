"""Verse in quotations: its lines end where the poet ends them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..layout.setting import INDENT, begins_small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..blocks.breaks import Block
    from ..layout.lines import Line

_FEWEST = 3
"""Lines."""
_ENDED = 0.34
"""Of the lines that another follows: a third has room for its first word. None of prose has."""
_SPACE, _SLACK = 0.25, 0.8
"""Of the size: a space before that word, and how much more room there is."""


def lines_of_verse(block: Block) -> list[list[Line]]:
    """Return the lines of a *block*, each of verse with what is turned over of it; those of prose together."""
    lines = list(block.lines)
    if len(lines) < _FEWEST:
        return [lines]
    right, left = _edges(lines)
    ends = [_has_room(one, two, right[_place(one)]) for one, two in pairwise(lines)]
    parts_words = any(one.text.endswith(("-", "\u00ad")) for one in lines[:-1])
    if parts_words or sum(ends) < max(_ENDED * len(ends), _FEWEST - 1):
        return [lines]
    begin_big = not any(begins_small(line) for end, line in zip(ends, lines[1:], strict=True) if end)
    done = [lines[:1]]
    for end, line in zip(ends, lines[1:], strict=True):
        indented = line.x0 - left[_place(line)] > INDENT * line.size
        turned_over = not end and (indented or (begin_big and begins_small(line)))
        if turned_over:
            done[-1].append(line)
        else:
            done.append([line])
    return done


def _place(line: Line) -> tuple[int, int]:
    """Return the page and the column of *line*."""
    return line.page, line.column


def _edges(lines: Sequence[Line]) -> tuple[dict[tuple[int, int], float], dict[tuple[int, int], float]]:
    """Return where the longest of *lines* ends, and where the first begins, in each column."""
    places = {_place(line) for line in lines}
    right = {place: max(line.x1 for line in lines if _place(line) == place) for place in places}
    left = {place: min(line.x0 for line in lines if _place(line) == place) for place in places}
    return right, left


def _has_room(line: Line, after: Line, right: float) -> bool:
    """Say if *line* has room for the first word of the line *after*, as far as the edge on the *right*."""
    return line.x1 + after.first_width + (_SPACE + _SLACK) * line.size < right
