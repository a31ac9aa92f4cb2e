"""The lines of a text, as they were typed or extracted: which of them end a paragraph, and which are set in or in columns."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from ....text.sentences import PARAGRAPH_END, begins_small

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONG_LINE = 160
"""Characters. Lines aren't wrapped so late: a longer one is a paragraph of its own."""
_GOES_ON = 0.1
"""Of the lines: where so many break a sentence, lines are wrapped, however long some are."""
_LONG_RUN = 12
"""Lines without a blank one between them: more than a paragraph has, as a rule."""
_SHORTEST_MEASURE = 45
"""Characters. Verse and lists have shorter lines."""
_ROOM = 0.85
"""Of the measure: a line that the next word would have filled no further was ended on purpose."""
_SHORT = 0.6
"""Of the measure: so short are headings, bylines and addresses."""
_MARKED = re.compile(r"\s{0,3}(?:> ?|\||[-*+•●▪■‣◦·]\s|```|~~~|#{1,6}\s)")
"""What begins a line that isn't text: quotations, tables, items, code and headings of Markdown."""
_STEP = 2
"""Spaces by which a quotation is set in, at least."""
_CELLS = re.compile(r"\s{2,}")
_FEWEST_ROWS = 3
_LEVEL = 1
"""Characters by which cells under one another may miss their edge."""


def is_wrapped(line: str) -> bool:
    """Say if *line* may be one of several that are a paragraph."""
    return len(line) <= _LONG_LINE or " " not in line[:_LONG_LINE]


def has_a_paragraph_per_line(lines: Sequence[str]) -> bool:
    """Say if each of *lines* is a paragraph: some are too long for lines of one, and hardly any breaks a sentence."""
    pairs = [(one, other) for one, other in _pairs(lines) if not _MARKED.match(one)]
    long = any(not is_wrapped(line) for pair in pairs for line in pair)
    return long and sum(_breaks_sentence(*pair) for pair in pairs) <= _GOES_ON * len(pairs)


def ends_of_paragraphs(lines: Sequence[str]) -> set[int]:
    """Return which of *lines* end a paragraph without a blank line after them.

    A program that wraps lines fills each as far as the next word lets it: where that had room, the line was ended on purpose.
    """
    found: set[int] = set()
    for blank, run in groupby(enumerate(lines), key=lambda pair: not pair[1].strip()):
        if not blank:
            numbered = list(run)
            found |= {first for (first, one), (_, other) in pairwise(numbered) if _stands_apart(one, other)}
            found |= _ends_in_run(numbered) if len(numbered) >= _LONG_RUN else set()
    return found


def _ends_in_run(run: Sequence[tuple[int, str]]) -> set[int]:
    """Return the numbers of the lines of a long *run* that end paragraphs."""
    lengths = sorted(len(line.rstrip()) for _, line in run if is_wrapped(line))
    measure = lengths[-1 - len(lengths) // 10] if lengths else 0
    if measure < _SHORTEST_MEASURE or any(_MARKED.match(line) for _, line in run):
        return set()
    ends = {n for (n, one), (_, other) in pairwise(run) if _was_ended(one, other, measure)}
    for (n, one), (m, line), (_, after) in zip(run, run[1:], run[2:], strict=False):
        is_heading = m in ends and len(line) < _SHORT * measure and not _has_stop(line)
        if (
            is_heading
            and _has_stop(one)
            and not begins_small(line.lstrip())
            and not begins_small(after.lstrip())
        ):
            ends.add(n)
    return ends


def _was_ended(one: str, other: str, measure: int) -> bool:
    """Say if the line *one* ends a paragraph though *other* would have had room on it, in lines of a *measure*."""
    first, *_ = other.split()
    length = len(one.rstrip())
    if length + 1 + len(first) > _ROOM * measure or begins_small(other.lstrip()):
        return False
    return _has_stop(one) or length < _SHORT * measure


def _stands_apart(one: str, other: str) -> bool:
    """Say if one of two lines is too long for a line of a paragraph, and no sentence goes over both."""
    return not (is_wrapped(one) and is_wrapped(other)) and not _breaks_sentence(one, other)


def _breaks_sentence(one: str, other: str) -> bool:
    """Say if a sentence goes on from the line *one* to *other*."""
    return not _has_stop(one) and begins_small(other.lstrip())


def _has_stop(line: str) -> bool:
    """Say if a paragraph may end with *line*."""
    return bool(PARAGRAPH_END.search(line.rstrip()))


def _pairs(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of *lines* without a blank one between them."""
    return ((one, other) for one, other in pairwise(lines) if one.strip() and other.strip())


def begins_at_edge(lines: Sequence[str]) -> bool:
    """Say if most *lines* are not set in, so that it means something where one is."""
    filled = [line for line in lines if line.strip()]
    return 2 * sum(not line.startswith(" ") for line in filled) > len(filled)


def is_set_in(run: Sequence[str]) -> bool:
    """Say if the lines of a *run* between blank ones are a quotation: more than one, all set in by as much."""
    steps = {len(line) - len(line.lstrip()) for line in run}
    return len(run) > 1 and len(steps) == 1 and min(steps) >= _STEP


def cells_of(run: Sequence[str]) -> list[list[str]]:
    """Return the cells of the lines of a *run* between blank ones, or nothing where they aren't rows of a table.

    Rows have as many cells, two spaces or more apart, which stand under one another at their left edges or at their right ones.
    """
    rows = [[(m.start(), m.end(), m[0]) for m in re.finditer(r"\S+(?:\s\S+)*", line)] for line in run]
    columns = list(zip(*rows, strict=True)) if len({len(row) for row in rows}) == 1 else []
    if len(rows) < _FEWEST_ROWS or len(columns) < 2:
        return []
    if not all(any(_is_even([cell[edge] for cell in column]) for edge in (0, 1)) for column in columns):
        return []
    return [[text for _, _, text in row] for row in rows]


def _is_even(edges: Sequence[int]) -> bool:
    """Say if *edges* stand under one another."""
    return max(edges) - min(edges) <= _LEVEL
