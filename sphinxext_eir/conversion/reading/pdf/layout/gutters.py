"""Stretches of words on a page, and the gutters between its columns: by these its lines are told.

The order of the content tells which words belong together, and a gutter is looked for before words are joined over it: a stretched
space may be wider than a gutter.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, median_low
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..page.words import Word

_SAME_BASE = 0.25
"""Of the size: words whose baselines differ by less stand on one line."""
_LOWERED, LIFTED = 0.35, 0.62
"""Of the size of a line: smaller words may stand so far below or above its baseline."""
_OVERLAP, _STRETCHED = 1.0, 1.6
"""Of the size: gaps between words of one stretch, in the order of the content."""


class Gutter(NamedTuple):
    """The space between two columns, and how far up and down it goes."""

    x: float
    top: float
    bottom: float
    margin: bool = False
    """True if what stands left of it is no column of the text, but one in the margin."""


@dataclass
class Chunk:
    """Words that stand next to one another on one baseline."""

    words: list[Word]
    size: float
    base: float

    @property
    def x0(self) -> float:
        """Its left end."""
        return min(word.x0 for word in self.words)

    @property
    def x1(self) -> float:
        """Its right end."""
        return max(word.x1 for word in self.words)

    def takes(self, word: Word) -> bool:
        """Say if *word*, the next in the content, stands on this line right after its last."""
        size = max(self.size, word.size)
        gap = word.x0 - self.words[-1].x1
        return -_OVERLAP * size < gap < _STRETCHED * size and on_one_line(
            self.base, self.size, word.base, word.size
        )

    def add(self, words: Iterable[Word]) -> None:
        """Add *words*; the largest of them gives size and baseline."""
        for word in words:
            self.words.append(word)
            if word.size > self.size * 1.02:
                self.size, self.base = word.size, word.base


def on_one_line(base: float, size: float, other: float, other_size: float) -> bool:
    """Say if two words stand on one line: on one baseline, or one of them is raised or lowered."""
    if abs(base - other) < _SAME_BASE * max(size, other_size):
        return True
    lift = other - base if size >= other_size else base - other
    larger, smaller = max(size, other_size), min(size, other_size)
    return smaller < 0.98 * larger and -_LOWERED * larger < lift < LIFTED * larger


def chunks_of(words: Sequence[Word]) -> list[Chunk]:
    """Return *words* in stretches."""
    chunks: list[Chunk] = []
    for word in words:
        if chunks and chunks[-1].takes(word):
            chunks[-1].add((word,))
        else:
            chunks.append(Chunk([word], word.size, word.base))
    return chunks


_FEWEST_LINES = 6
_PARTS_OF_WIDTH = (0.2, 0.8)
_WIDE = 0.22
"""Of the width of the text: lines of a column are mostly wider than that; cells of a table aren't."""
_BESIDE = 0.4
"""Of the lines on the right of a gutter: so many end on its left."""
_BESIDE_AT_LEAST, _BESIDE_ALONE = 4, 8
"""Lines that end on the left, at least; so many are enough if nothing crosses the gutter: a picture may have the rest of the column."""
_CROSSING = 0.25
_PLACE = 1.5
"""Points by which the beginnings of lines in a column may differ."""
_OUTDENT, _ABOVE, _BELOW = 3.0, 5.0, 1.6
"""Of the size: labels of items, the first lines of entries and hanging quotation marks stick out so far into a gutter, and so far above
and below the lines that don't: the foot of the page stands lower."""


def _gutter_of(chunks: Sequence[Chunk]) -> Gutter | None:
    """Return the gutter of a page, if it has one."""
    if len(chunks) < _FEWEST_LINES * 2:
        return None
    left, right = min(chunk.x0 for chunk in chunks), max(chunk.x1 for chunk in chunks)
    width = right - left
    low, high = (left + part * width for part in _PARTS_OF_WIDTH)
    starts = Counter(round(chunk.x0) for chunk in chunks if low < chunk.x0 < high)
    for place, _ in starts.most_common(4):
        column = [chunk for chunk in chunks if abs(chunk.x0 - place) <= _PLACE]
        if len(column) < _FEWEST_LINES or median(c.x1 - c.x0 for c in column) < _WIDE * width:
            continue
        x = min(chunk.x0 for chunk in column)
        top, bottom = max(c.base for c in column), min(c.base for c in column)
        height = [c for c in chunks if bottom - 1 <= c.base <= top + 1]
        beside = [c for c in height if c.x1 <= x and c.x1 - c.x0 > _WIDE * width]
        near = [c for c in chunks if bottom - _BELOW * c.size <= c.base <= top + _ABOVE * c.size]
        x = _outdented(x, beside, near)
        crossing = [c for c in height if c.x0 < x - 2 and c.x1 > x + 2]
        enough = max(_BESIDE * len(column), _BESIDE_AT_LEAST)
        few = len(beside) < (enough if crossing else min(enough, _BESIDE_ALONE))
        margin = (few or _has_title(column, beside)) and _is_margin(height, x, column)
        if few and not margin:
            continue
        if len(crossing) <= _CROSSING * len(column):
            return _extended(Gutter(x, top, bottom, margin), chunks)
    return None


def gutter_at(x: float, chunks: Sequence[Chunk]) -> Gutter | None:
    """Return the gutter of a page at *x*, where the page before has one: the last column of an article may have a few lines only."""
    column = [chunk for chunk in chunks if abs(chunk.x0 - x) <= _PLACE]
    if not column:
        return None
    width = max(chunk.x1 for chunk in chunks) - min(chunk.x0 for chunk in chunks)
    x = min(chunk.x0 for chunk in column)
    top, bottom = max(chunk.base for chunk in column), min(chunk.base for chunk in column)
    gutter = _extended(Gutter(x, top, bottom), chunks)
    height = [chunk for chunk in chunks if gutter.bottom - 1 <= chunk.base <= gutter.top + 1]
    beside = [chunk for chunk in height if chunk.x1 <= x and chunk.x1 - chunk.x0 > _WIDE * width]
    first = any(abs(chunk.base - top) < 1 for chunk in beside)
    crossing = any(chunk.x0 < x - 2 and chunk.x1 > x + 2 for chunk in height)
    wide = median(chunk.x1 - chunk.x0 for chunk in column) > _WIDE * width
    return gutter if wide and first and not crossing and len(beside) >= _FEWEST_LINES else None


_TITLE = 1.7
"""Of the size of the text: titles are larger."""


def _has_title(column: Sequence[Chunk], beside: Sequence[Chunk]) -> bool:
    """Say if a *column* has the title of an article, and all *beside* it is smaller: it stands in the margin, however long it is."""
    size = median(chunk.size for chunk in column)
    larger = max(chunk.size for chunk in column) > _TITLE * size
    return larger and all(chunk.size < _SMALLER_BESIDE * size for chunk in beside)


def _outdented(x: float, beside: Iterable[Chunk], chunks: Iterable[Chunk]) -> float:
    """Return *x*, where most lines right of a gutter begin, moved to the left end of those of *chunks* that stick out into it."""
    end = max((chunk.x1 for chunk in beside), default=x)
    return min((c.x0 for c in chunks if end < c.x0 < x and x - c.x0 < _OUTDENT * c.size), default=x)


_SMALLER_BESIDE = 0.93
"""Of the size of the text: a column in the margin is set so."""
_SHORTEST_BESIDE = 10
"""Letters of its lines: labels are shorter."""


def _is_margin(chunks: Iterable[Chunk], x: float, column: Sequence[Chunk]) -> bool:
    """Say if some of *chunks* are a column in the margin, left of *x*: in smaller letters than the *column* of the text."""
    size = median(chunk.size for chunk in column)
    small = [
        chunk
        for chunk in chunks
        if chunk.x1 <= x - size
        and chunk.size < _SMALLER_BESIDE * size
        and sum(len(word.text) for word in chunk.words) >= _SHORTEST_BESIDE
    ]
    return len(small) >= 4 and all(chunk.x1 - chunk.x0 < x - min(c.x0 for c in small) for chunk in small)


def _extended(gutter: Gutter, chunks: Sequence[Chunk]) -> Gutter:
    """Return *gutter* as far up and down as nothing crosses it: lines of lists and notes begin elsewhere."""
    crossing = [c.base for c in chunks if c.x0 < gutter.x - 2 and c.x1 > gutter.x + 2]
    above = min((base for base in crossing if base > gutter.top), default=float("inf"))
    below = max((base for base in crossing if base < gutter.bottom), default=float("-inf"))
    inside = [c.base for c in chunks if below < c.base < above]
    return gutter._replace(top=max(inside), bottom=min(inside))


def gutters_of(chunks: Sequence[Chunk], usual: Sequence[float] = ()) -> list[Gutter]:
    """Return the gutters of a page, from its top down: a box, or another setting, may have one of its own.

    A few lines are enough where other pages have their *usual* gutters.
    """
    gutter = next(filter(None, (_gutter_near(x, chunks) for x in usual)), None) or _gutter_of(chunks)
    if gutter is None:
        return []
    above = [chunk for chunk in chunks if chunk.base > gutter.top + 1]
    below = [chunk for chunk in chunks if chunk.base < gutter.bottom - 1]
    found = [*gutters_of(above), gutter, *gutters_of(below)]
    for n in range(len(found) - 1, 0, -1):
        if whole := _whole_of(found[n - 1], found[n], chunks):
            found[n - 1 : n + 1] = [whole]
    return found


def _whole_of(one: Gutter, two: Gutter, chunks: Sequence[Chunk]) -> Gutter | None:
    """Return two gutters as one, if both part the same columns: a picture between them makes those beside it narrower.

    The outer edges of the columns are the same, and nothing crosses one of the two where the other is, but the foot of the page.
    """
    if one.margin or two.margin or go_on(one, two):
        return None
    parts = [[c for c in chunks if g.bottom - 1 <= c.base <= g.top + 1] for g in (one, two)]
    edges = [(min(c.x0 for c in part), max(c.x1 for c in part)) for part in parts if part]
    if len(edges) < 2 or max(abs(a - b) for a, b in zip(*edges, strict=True)) > _SAME_EDGES:
        return None
    height = [c for part in parts for c in part]
    for gutter in (one, two):
        whole = _extended(gutter, chunks)
        inside = sum(whole.bottom - 1 <= c.base <= whole.top + 1 for c in height)
        if inside >= _MOSTLY * len(height):
            return whole
    return None


_SAME_EDGES = 4.0
"""Points by which the outer edges of the same columns may differ."""
_MOSTLY = 0.9
"""Of the stretches beside two gutters: so many stand beside one that goes on."""
_FEWEST_AT_USUAL = 3
_WIDE_AT_USUAL = 0.3
"""Of the width of the text: lines of two columns are mostly wider than that."""
_MANY_AT_USUAL = 10
"""Lines of a column beside which no text need stand."""
_FEWEST_PAGES, _SEVERAL = 2, 0.25
"""Of the pages of a file."""
_SAME_GUTTER = 4.0
"""Points by which the gutters of left and right pages may differ."""


def _gutter_near(x: float, chunks: Sequence[Chunk]) -> Gutter | None:
    """Return the part of a gutter near *x* with lines of text on both sides, between lines that cross it: a first page has few."""
    if not chunks:
        return None
    width = max(chunk.x1 for chunk in chunks) - min(chunk.x0 for chunk in chunks)
    crossing = [c.base for c in chunks if c.x0 < x - _SAME_GUTTER and c.x1 > x + _SAME_GUTTER]
    for top, bottom in pairwise((float("inf"), *sorted(crossing, reverse=True), float("-inf"))):
        inside = [chunk for chunk in chunks if bottom < chunk.base < top]
        right = [c for c in inside if -_SAME_GUTTER <= c.x0 - x < _OUTDENT * c.size]
        highest = max((chunk.base for chunk in right), default=bottom)
        left = [c for c in inside if c.x0 < x - _SAME_GUTTER and c.base <= highest + c.size]
        if _are_columns(left, right, _WIDE_AT_USUAL * width):
            return Gutter(min(c.x0 for c in right), highest, min(c.base for c in (*left, *right)))
    return None


def _are_columns(left: Sequence[Chunk], right: Sequence[Chunk], wide: float) -> bool:
    """Say if both sides of a gutter are lines of text, most of them *wide*, or one of many lines is beside a table or a picture."""
    text = [
        count
        for side in (left, right)
        if (count := sum(c.x1 - c.x0 > wide for c in side)) >= max(_FEWEST_AT_USUAL, len(side) / 2)
    ]
    return len(text) == 2 or (
        max(text, default=0) >= _MANY_AT_USUAL and min(len(left), len(right)) >= _FEWEST_AT_USUAL
    )


def usual_gutters(pages: Sequence[Sequence[Gutter]]) -> tuple[float, ...]:
    """Return where several *pages* have their gutters; left pages may have them elsewhere than right ones."""
    places = sorted(gutter.x for gutters in pages for gutter in gutters if not gutter.margin)
    found: list[float] = []
    while places:
        same = [x for x in places if x - places[0] <= _SAME_GUTTER]
        if len(same) >= max(_FEWEST_PAGES, _SEVERAL * len(pages)):
            found.append(median_low(same))
        places = places[len(same) :]
    return tuple(found)


_MARGIN = 9


def column_of(chunk: Chunk, gutters: Sequence[Gutter], size: float) -> int:
    """Return the column that a stretch stands in."""
    near = [g for g in gutters if g.bottom - size * 0.5 <= chunk.base <= g.top + size * 0.5]
    gutter = next((g for g in near if g.bottom - 1 <= chunk.base <= g.top + 1), near[0] if near else None)
    if gutter is None:
        return 0
    if chunk.x0 >= gutter.x - 2:
        return 2
    return 0 if chunk.x1 > gutter.x + 1 else _MARGIN if gutter.margin else 1


_INNER_WIDE, _INNER_LINES, _INNER_BESIDE = 0.38, 20, 0.7
"""The same for a gutter within a column, of its own width: tables stand in columns as well."""
_ALIKE, _LINES_ALIKE = 0.06, 6
"""Of the width of lines, and lines: three columns are as wide as one another, and then a few lines of one are enough."""


def parted(columns: dict[int, list[Chunk]]) -> dict[int, list[Chunk]]:
    """Return *columns* with each parted that has a gutter of its own: a page may have three."""
    inner = {
        column: _inner_gutter(columns[column], columns.get(3 - column, []))
        for column in (1, 2)
        if column in columns
    }
    if not any(inner.values()):
        return columns
    done = {column: chunks for column, chunks in columns.items() if column not in inner}
    number = 0
    for column, gutter in inner.items():
        right = [chunk for chunk in columns[column] if gutter and chunk.x0 >= gutter.x - 2]
        apart = set(map(id, right))
        for chunks in ([chunk for chunk in columns[column] if id(chunk) not in apart], right):
            if chunks:
                number += 1
                done[number] = chunks
    return done


def _inner_gutter(chunks: Sequence[Chunk], beside: Sequence[Chunk]) -> Gutter | None:
    """Return the gutter within a column, if most of its lines stand on either side of one: a title may stand over both."""
    gutter = _gutter_of(chunks)
    if gutter is None or gutter.margin:
        return None
    width = max(chunk.x1 for chunk in chunks) - min(chunk.x0 for chunk in chunks)
    wide = [
        chunk
        for chunk in chunks
        if chunk.x1 - chunk.x0 > _INNER_WIDE * width and chunk.base <= gutter.top + 1
    ]
    left = [chunk for chunk in wide if chunk.x1 <= gutter.x]
    right = [chunk for chunk in wide if chunk.x0 >= gutter.x - 2]
    fewest = max(_INNER_BESIDE * max(len(left), len(right)), _INNER_LINES)
    if _are_alike(left, right, beside):
        fewest = _LINES_ALIKE
    return gutter if min(len(left), len(right)) >= fewest and len(left) + len(right) == len(wide) else None


def _are_alike(*columns: Sequence[Chunk]) -> bool:
    """Say if *columns* are as wide as one another: most of their lines are."""
    widths = [median(chunk.x1 - chunk.x0 for chunk in column) for column in columns if column]
    return len(widths) == len(columns) and max(widths) - min(widths) < _ALIKE * max(widths)


_SAME_COLUMNS = 30.0
"""Points: gutters over one another that stand no farther apart may part the same columns."""


def go_on(one: Gutter, two: Gutter) -> bool:
    """Say if a gutter goes on in the one below it: lines of lists and of entries begin a little farther right."""
    return abs(one.x - two.x) < _SAME_COLUMNS and one.bottom - two.top < _SAME_COLUMNS
