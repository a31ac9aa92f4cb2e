"""Words of a page → its lines: each word is in one line, each line in one column.

The order of the content tells which words belong together, and a gutter between columns is looked for before words are joined
over it: a stretched space may be wider than a gutter.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median, median_low
from typing import TYPE_CHECKING, NamedTuple

from .asides import Aside, Stretch, asides_of
from .grids import Grid, grids_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .drawings import Rule
    from .elements import Tag
    from .words import Page, Word

_SAME_BASE = 0.25
"""Of the size: words whose baselines differ by less stand on one line."""
_LOWERED, _LIFTED = 0.35, 0.62
"""Of the size of a line: smaller words may stand so far below or above its baseline."""
_OVERLAP, _STRETCHED = 1.0, 1.6
"""Of the size: gaps between words of one stretch, in the order of the content."""
_CELL = 1.3
"""Of the size: a wider gap parts the cells of a table."""
_GRID_CELL = 0.4
"""The same in a table with lines between its columns: a cell over several of them has words on both sides of one."""
_LABEL_GAP = 4.5
"""Of the size: the gap after the label of a note or an item may be so wide."""

_SMALLER = 0.87
"""Of the size of its line: a smaller word that stands off the baseline is raised or lowered."""
_RAISED, _RAISED_AT_ANY_SIZE = 0.08, 0.22
"""Of the size: the distance of a raised word from the baseline."""

LABEL = re.compile(
    r"""  [(\[]? (?: \d{1,3} | [*†‡§¶‖]{1,3} | [ivxl]{1,6} | [a-z] ) [)\].:]{0,2}
        | [•●▪■‣◦·–—-]""",
    re.VERBOSE,
)
"""A word that may stand before a note or an item, with a wide gap after it."""


_MATHEMATICAL = re.compile("[\U0001d400-\U0001d7ff]+")
"""Letters of formulas (Unicode 16, Mathematical Alphanumeric Symbols)."""


def text_of(words: Iterable[Word]) -> str:
    """Return the text of *words*, with the spaces between them."""
    return "".join(f" {word.text}" if word.spaced and n else word.text for n, word in enumerate(words))


@dataclass(frozen=True, eq=False)
class Line:
    """Words on one baseline, in one column. Each is itself alone: another may say the same at the same place of a page."""

    page: int
    column: int
    """0 for a line over the whole width, 1 and more for those left and right of gutters, 9 for a column in the margin."""
    words: tuple[Word, ...]
    dotted: bool = False
    """True if a bullet is drawn before it."""
    grid: Grid | None = None
    """The lines of the table that it stands in, if they are drawn around its cells."""
    aside: Aside | None = None
    """The box that it stands in, beside the title or the abstract."""

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        first = self.words[0].style.size
        if all(word.style.size == first for word in self.words):
            return first
        sizes: Counter[float] = Counter()
        for word in self.words:
            sizes[word.style.size] += len(word.text)
        return max(sizes, key=lambda size: (sizes[size], size))

    @cached_property
    def base(self) -> float:
        """The height that most of its letters stand on."""
        if self.level:
            return round(self.words[0].base, 1)
        bases: Counter[float] = Counter()
        for word in self.words:
            if word.size >= self.size * _SMALLER:
                bases[round(word.base, 1)] += len(word.text)
        return max(bases, key=lambda base: bases[base])

    @cached_property
    def x0(self) -> float:
        """Its left end."""
        return min(word.x0 for word in self.words)

    @cached_property
    def x1(self) -> float:
        """Its right end."""
        return max(word.x1 for word in self.words)

    @cached_property
    def text(self) -> str:
        """Its words."""
        return text_of(self.words)

    @cached_property
    def letters(self) -> int:
        """The number of its letters and digits."""
        return sum(len(word.text) for word in self.words)

    @cached_property
    def bold(self) -> bool:
        """True if all of its words are bold, but for raised ones, a bullet before them, and letters of formulas among them."""
        words = [word for word in self.words if not self.is_raised(word)]
        if len(words) > 1 and not re.search(r"\w", words[0].text):
            words = words[1:]
        if words[0].style.bold and words[-1].style.bold:
            words = [word for word in words if not _MATHEMATICAL.fullmatch(word.text)]
        return all(word.style.bold for word in words)

    @cached_property
    def italic(self) -> bool:
        """True if all of its words are italic, but for raised ones."""
        return all(word.style.italic for word in self.words if not self.is_raised(word))

    @cached_property
    def sans(self) -> bool:
        """True if none of its letters has serifs."""
        return all(word.style.sans for word in self.words if not self.is_raised(word))

    @cached_property
    def serifed(self) -> bool:
        """True if all of its letters may have serifs."""
        return not any(word.style.sans for word in self.words)

    @cached_property
    def mono(self) -> bool:
        """True if all of its letters have one width."""
        return all(word.style.mono for word in self.words)

    @cached_property
    def artifact(self) -> bool:
        """True if the file marks all of it as none of the text."""
        return all(word.style.artifact for word in self.words)

    @cached_property
    def tag(self) -> Tag | None:
        """The element of the file's structure that most of it stands in: notes and their markers are elements of their own."""
        if self.words[0].tag is self.words[-1].tag:
            return self.words[0].tag
        letters: Counter[Tag | None] = Counter()
        for word in self.words:
            letters[word.tag] += len(word.text)
        return max(letters, key=lambda tag: letters[tag])

    @cached_property
    def first_width(self) -> float:
        """The width of its first word, which may be set in several styles."""
        end = self.words[0].x1
        for word in self.words[1:]:
            if word.spaced:
                break
            end = word.x1
        return end - self.words[0].x0

    @cached_property
    def cells(self) -> tuple[float, ...]:
        """Where the cells of a table would begin in it."""
        starts = [self.words[0].x0]
        if self.grid:
            column = self.grid.column((starts[0] + self.words[0].x1) / 2)
            for before, word in pairwise(self.words):
                here = self.grid.column((word.x0 + word.x1) / 2)
                if here > column and word.x0 - before.x1 > _GRID_CELL * self.size:
                    starts.append(word.x0)
                    column = here
            return tuple(starts)
        for before, word in zip(self.words, self.words[1:], strict=False):
            if word.x0 - before.x1 > _CELL * self.size:
                starts.append(word.x0)
        return tuple(starts)

    @cached_property
    def level(self) -> bool:
        """True if all of its words stand on one baseline."""
        first = self.words[0].base
        return all(word.base == first for word in self.words)

    @cached_property
    def even(self) -> bool:
        """True if all of its words are set alike, on one baseline, and none of them is a link."""
        look = self.words[0].style
        return self.level and all(
            not word.target and word.style.bold == look.bold and word.style.italic == look.italic
            for word in self.words
        )

    def is_raised(self, word: Word) -> bool:
        """Say if *word* is raised, as markers of notes are."""
        if self.level:
            return False
        lift = word.base - self.base
        if lift <= _RAISED * word.style.size / 2:
            return False
        return (word.style.size < _SMALLER * self.size and lift > _RAISED * word.style.size) or (
            lift > _RAISED_AT_ANY_SIZE * self.size
        )

    def is_lowered(self, word: Word) -> bool:
        """Say if *word* is lowered."""
        return word.size < _SMALLER * self.size and self.base - word.base > _RAISED / 2 * self.size


class Gutter(NamedTuple):
    """The space between two columns, and how far up and down it goes."""

    x: float
    top: float
    bottom: float
    margin: bool = False
    """True if what stands left of it is no column of the text, but one in the margin."""


@dataclass
class _Chunk:
    """Words that stand next to one another on one baseline."""

    words: list[Word]
    size: float
    base: float

    @property
    def x0(self) -> float:
        return min(word.x0 for word in self.words)

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    def takes(self, word: Word) -> bool:
        """Say if *word*, the next in the content, stands on this line right after its last."""
        size = max(self.size, word.size)
        gap = word.x0 - self.words[-1].x1
        return -_OVERLAP * size < gap < _STRETCHED * size and _on_one_line(
            self.base, self.size, word.base, word.size
        )

    def add(self, words: Iterable[Word]) -> None:
        """Add *words*; the largest of them gives size and baseline."""
        for word in words:
            self.words.append(word)
            if word.size > self.size * 1.02:
                self.size, self.base = word.size, word.base


def _on_one_line(base: float, size: float, other: float, other_size: float) -> bool:
    """Say if two words stand on one line: on one baseline, or one of them is raised or lowered."""
    if abs(base - other) < _SAME_BASE * max(size, other_size):
        return True
    lift = other - base if size >= other_size else base - other
    larger, smaller = max(size, other_size), min(size, other_size)
    return smaller < 0.98 * larger and -_LOWERED * larger < lift < _LIFTED * larger


def _chunks_of(words: Sequence[Word]) -> list[_Chunk]:
    """Return *words* in stretches."""
    chunks: list[_Chunk] = []
    for word in words:
        if chunks and chunks[-1].takes(word):
            chunks[-1].add((word,))
        else:
            chunks.append(_Chunk([word], word.size, word.base))
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


def _gutter_of(chunks: Sequence[_Chunk]) -> Gutter | None:
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


def _gutter_at(x: float, chunks: Sequence[_Chunk]) -> Gutter | None:
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


def _has_title(column: Sequence[_Chunk], beside: Sequence[_Chunk]) -> bool:
    """Say if a *column* has the title of an article, and all *beside* it is smaller: it stands in the margin, however long it is."""
    size = median(chunk.size for chunk in column)
    larger = max(chunk.size for chunk in column) > _TITLE * size
    return larger and all(chunk.size < _SMALLER_BESIDE * size for chunk in beside)


def _outdented(x: float, beside: Iterable[_Chunk], chunks: Iterable[_Chunk]) -> float:
    """Return *x*, where most lines right of a gutter begin, moved to the left end of those of *chunks* that stick out into it."""
    end = max((chunk.x1 for chunk in beside), default=x)
    return min((c.x0 for c in chunks if end < c.x0 < x and x - c.x0 < _OUTDENT * c.size), default=x)


_SMALLER_BESIDE = 0.93
"""Of the size of the text: a column in the margin is set so."""
_SHORTEST_BESIDE = 10
"""Letters of its lines: labels are shorter."""


def _is_margin(chunks: Iterable[_Chunk], x: float, column: Sequence[_Chunk]) -> bool:
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


def _extended(gutter: Gutter, chunks: Sequence[_Chunk]) -> Gutter:
    """Return *gutter* as far up and down as nothing crosses it: lines of lists and notes begin elsewhere."""
    crossing = [c.base for c in chunks if c.x0 < gutter.x - 2 and c.x1 > gutter.x + 2]
    above = min((base for base in crossing if base > gutter.top), default=float("inf"))
    below = max((base for base in crossing if base < gutter.bottom), default=float("-inf"))
    inside = [c.base for c in chunks if below < c.base < above]
    return gutter._replace(top=max(inside), bottom=min(inside))


def _gutters_of(chunks: Sequence[_Chunk], usual: Sequence[float] = ()) -> list[Gutter]:
    """Return the gutters of a page, from its top down: a box, or another setting, may have one of its own.

    A few lines are enough where other pages have their *usual* gutters.
    """
    gutter = next(filter(None, (_gutter_near(x, chunks) for x in usual)), None) or _gutter_of(chunks)
    if gutter is None:
        return []
    above = [chunk for chunk in chunks if chunk.base > gutter.top + 1]
    below = [chunk for chunk in chunks if chunk.base < gutter.bottom - 1]
    return [*_gutters_of(above), gutter, *_gutters_of(below)]


_FEWEST_AT_USUAL = 3
_WIDE_AT_USUAL = 0.3
"""Of the width of the text: lines of two columns are mostly wider than that."""
_MANY_AT_USUAL = 10
"""Lines of a column beside which no text need stand."""
_FEWEST_PAGES, _SEVERAL = 2, 0.25
"""Of the pages of a file."""
_SAME_GUTTER = 4.0
"""Points by which the gutters of left and right pages may differ."""


def _gutter_near(x: float, chunks: Sequence[_Chunk]) -> Gutter | None:
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


def _are_columns(left: Sequence[_Chunk], right: Sequence[_Chunk], wide: float) -> bool:
    """Say if both sides of a gutter are lines of text, most of them *wide*, or one of many lines is beside a table or a picture."""
    text = [
        count
        for side in (left, right)
        if (count := sum(c.x1 - c.x0 > wide for c in side)) >= max(_FEWEST_AT_USUAL, len(side) / 2)
    ]
    return len(text) == 2 or (
        max(text, default=0) >= _MANY_AT_USUAL and min(len(left), len(right)) >= _FEWEST_AT_USUAL
    )


def usual_gutters(layouts: Sequence[Layout]) -> tuple[float, ...]:
    """Return where several pages have their gutter; left pages may have it elsewhere than right ones."""
    places = sorted(gutter.x for layout in layouts for gutter in layout.gutters if not gutter.margin)
    found: list[float] = []
    while places:
        same = [x for x in places if x - places[0] <= _SAME_GUTTER]
        if len(same) >= max(_FEWEST_PAGES, _SEVERAL * len(layouts)):
            found.append(median_low(same))
        places = places[len(same) :]
    return tuple(found)


_MARGIN = 9


def _column_of(chunk: _Chunk, gutters: Sequence[Gutter], size: float) -> int:
    """Return the column that a stretch stands in."""
    near = [g for g in gutters if g.bottom - size * 0.5 <= chunk.base <= g.top + size * 0.5]
    gutter = next((g for g in near if g.bottom - 1 <= chunk.base <= g.top + 1), near[0] if near else None)
    if gutter is None:
        return 0
    if chunk.x0 >= gutter.x - 2:
        return 2
    return 0 if chunk.x1 > gutter.x + 1 else _MARGIN if gutter.margin else 1


class Layout(NamedTuple):
    """The lines of a page, in the order in which they are read."""

    page: Page
    lines: tuple[Line, ...]
    gutter: Gutter | None
    """The first of its gutters."""
    gutters: tuple[Gutter, ...] = ()

    @property
    def rules(self) -> Sequence[Rule]:
        """Its rules."""
        return self.page.rules


def lines_of(page: Page, before: Gutter | None = None, usual: Sequence[float] = ()) -> Layout:
    """Return the lines of *page*. Each word is in one of them.

    *before* is the gutter of the page before; other pages have theirs at the *usual* places.
    """
    chunks = _chunks_of(page.words)
    size = median(chunk.size for chunk in chunks) if chunks else 10.0
    drawn = grids_of(page.rules, page.posts, [(chunk.x0, chunk.x1, chunk.base) for chunk in chunks])
    grids = [grid for grid in drawn if _holds_cells(grid, chunks)]
    inside: list[list[_Chunk]] = []
    for grid in grids:
        inside.append([chunk for chunk in chunks if grid.holds(chunk.x0, chunk.x1, chunk.base)])
        chunks = [chunk for chunk in chunks if not grid.holds(chunk.x0, chunk.x1, chunk.base)]
    boxes, chunks = _without_asides(chunks, page.number)
    gutters = _gutters_of(chunks, usual)
    if before and not gutters and not before.margin:
        gutters = [gutter] if (gutter := _gutter_at(before.x, chunks)) else []
    columns: dict[int, list[_Chunk]] = {}
    for chunk in chunks:
        columns.setdefault(_column_of(chunk, gutters, size), []).append(chunk)
    columns = _parted(columns)
    lines = [
        Line(page.number, column, tuple(row.words), dotted=_has_dot(row, page.dots))
        for column, found in columns.items()
        for row in _rows_of(found)
    ]
    for grid, found in zip(grids, inside, strict=True):
        column = _column_of_grid(grid, gutters)
        lines += _told([Line(page.number, column, tuple(row.words), grid=grid) for row in _rows_of(found)])
    for aside, found in boxes:
        lines += [Line(page.number, 0, tuple(row.words), aside=aside) for row in _rows_of(found)]
    assert sum(len(line.words) for line in lines) == len(page.words)
    return Layout(page, tuple(_in_order(lines, gutters)), gutters[0] if gutters else None, tuple(gutters))


def _without_asides(chunks: list[_Chunk], page: int) -> tuple[list[tuple[Aside, list[_Chunk]]], list[_Chunk]]:
    """Return the boxes beside title and abstract on *page*, each with its stretches of words, and the other *chunks*."""
    asides = asides_of([Stretch(c.x0, c.x1, c.base, c.size, text_of(c.words)) for c in chunks], page)
    boxes = [(aside, [chunks[n] for n in sorted(aside.members)]) for aside in asides]
    apart = {n for aside in asides for n in aside.members}
    return boxes, [chunk for n, chunk in enumerate(chunks) if n not in apart]


_CROSSING_CELLS = 0.25
"""Of the stretches of words in a grid: if more stand over its lines, it is that of a chart, with text around it."""


def _holds_cells(grid: Grid, chunks: Iterable[_Chunk]) -> bool:
    """Say if words stand between the lines of a *grid*, and not over them."""
    inside = [chunk for chunk in chunks if grid.holds(chunk.x0, chunk.x1, chunk.base)]
    over = sum(any(_stands_over(chunk, x) for x in grid.edges[1:-1]) for chunk in inside)
    return over <= _CROSSING_CELLS * len(inside)


def _stands_over(chunk: _Chunk, x: float) -> bool:
    """Say if a line drawn at *x* cuts a word of a stretch, or a space within its text."""
    if not chunk.x0 + 1 < x < chunk.x1 - 1:
        return False
    near = _GRID_CELL * chunk.size
    return not any(a.x1 - 1 <= x <= b.x0 + 1 and b.x0 - a.x1 > near for a, b in pairwise(chunk.words))


_MORE_CELLS = 0.4
"""Of the lines in a grid: if so many have more cells by their gaps, no lines are drawn between most columns."""


def _told(lines: list[Line]) -> list[Line]:
    """Return *lines* in a grid, without it if it doesn't tell their cells."""
    gaps = [replace(line, grid=None) for line in lines]
    more = sum(len(gap.cells) > len(line.cells) for line, gap in zip(lines, gaps, strict=True))
    return gaps if more > _MORE_CELLS * len(lines) else lines


def _column_of_grid(grid: Grid, gutters: Iterable[Gutter]) -> int:
    """Return the column that a *grid* stands in."""
    left, right = grid.edges[0], grid.edges[-1]
    gutter = next((g for g in gutters if g.bottom <= grid.heights[0] and grid.heights[-1] <= g.top), None)
    if gutter is None or left < gutter.x < right:
        return 0
    return 2 if left >= gutter.x else 1


_INNER_WIDE, _INNER_LINES, _INNER_BESIDE = 0.38, 20, 0.7
"""The same for a gutter within a column, of its own width: tables stand in columns as well."""


def _parted(columns: dict[int, list[_Chunk]]) -> dict[int, list[_Chunk]]:
    """Return *columns* with each parted that has a gutter of its own: a page may have three."""
    inner = {column: _inner_gutter(columns[column]) for column in (1, 2) if column in columns}
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


def _inner_gutter(chunks: Sequence[_Chunk]) -> Gutter | None:
    """Return the gutter within a column, if most of its lines stand on either side of one."""
    gutter = _gutter_of(chunks) if len(chunks) >= 2 * _INNER_LINES else None
    if gutter is None or gutter.margin:
        return None
    width = max(chunk.x1 for chunk in chunks) - min(chunk.x0 for chunk in chunks)
    wide = [chunk for chunk in chunks if chunk.x1 - chunk.x0 > _INNER_WIDE * width]
    left = sum(chunk.x1 <= gutter.x for chunk in wide)
    right = sum(chunk.x0 >= gutter.x - 2 for chunk in wide)
    fewest = max(_INNER_BESIDE * max(left, right), _INNER_LINES)
    return gutter if min(left, right) >= fewest and left + right == len(wide) else None


def _rows_of(chunks: Sequence[_Chunk]) -> list[_Chunk]:
    """Return the stretches of a column with those on one baseline joined: raised numbers, labels, cells."""
    rows: list[_Chunk] = []
    for chunk in sorted(chunks, key=lambda chunk: (-chunk.base, chunk.x0)):
        for row in reversed(rows[-6:]):
            labelled = _is_raised_label(row, chunk)
            on_line = labelled or _on_one_line(row.base, row.size, chunk.base, chunk.size)
            if on_line and _is_free(row, chunk):
                words = sorted((*row.words, *chunk.words), key=lambda word: word.x0)
                if chunk.size > row.size * 1.02 or labelled:
                    row.size, row.base = chunk.size, chunk.base
                row.words = _spaced(words) if row.x1 <= chunk.x0 + 1 or chunk.x1 <= row.x0 + 1 else words
                break
        else:
            rows.append(chunk)
    return rows


_NUMBER_OF_NOTE = re.compile(r"\d{1,3}|[*†‡§]{1,3}")


def _is_raised_label(row: _Chunk, chunk: _Chunk) -> bool:
    """Say if a *row* is the number of a note, raised at the size of the *chunk* that it stands right before."""
    return (
        len(row.words) == 1
        and 0 <= chunk.x0 - row.x1 < chunk.size
        and _RAISED_AT_ANY_SIZE * chunk.size < row.base - chunk.base < _LIFTED * chunk.size
        and _NUMBER_OF_NOTE.fullmatch(row.words[0].text) is not None
    )


def _is_free(row: _Chunk, chunk: _Chunk) -> bool:
    """Say if *chunk* stands beside the words of *row*, and not over them: but an index may stand under a raised number."""
    slack = 0.15 * min(row.size, chunk.size)
    small = chunk.size < _SMALLER * row.size
    return all(
        word.x1 <= chunk.x0 + slack
        or word.x0 >= chunk.x1 - slack
        or (small and word.size < _SMALLER * row.size and (word.base > row.base) == (chunk.base < row.base))
        for word in row.words
    )


def _spaced(words: Sequence[Word]) -> list[Word]:
    """Return *words* of a row with a space where two stretches of it meet at a distance."""
    done = list(words[:1])
    for word in words[1:]:
        apart = not word.spaced and word.x0 - done[-1].x1 > 0.2 * word.size
        done.append(word._replace(spaced=True) if apart else word)
    return done


_DOT_BEFORE = 2.0
_DOT_SIZE = 0.7
"""Of a line's size: how far before it a bullet may stand, and how wide it may be."""


def _has_dot(row: _Chunk, dots: Iterable[tuple[float, float, float]]) -> bool:
    """Say if one of *dots* stands right before a row, as its bullet."""
    return any(
        0 < row.x0 - right < row.size * _DOT_BEFORE
        and right - left < row.size * _DOT_SIZE
        and 0 < middle - row.base < row.size * _DOT_SIZE
        for left, right, middle in dots
    )


_SAME_COLUMNS = 30.0
"""Points: gutters over one another that stand no farther apart may part the same columns."""


def _go_on(one: Gutter, two: Gutter) -> bool:
    """Say if a gutter goes on in the one below it: lines of lists and of entries begin a little farther right."""
    return abs(one.x - two.x) < _SAME_COLUMNS and one.bottom - two.top < _SAME_COLUMNS


def _in_order(lines: Sequence[Line], gutters: Sequence[Gutter]) -> list[Line]:
    """Return *lines* in the order in which they are read: between lines over the whole width, and beside each gutter, column by column."""
    done: list[Line] = []
    band: list[Line] = []
    ends = [one.bottom for one, two in pairwise(gutters) if not _go_on(one, two)]
    beside = 0
    for line in sorted(lines, key=_height_of):
        here = sum(line.base < end - line.size / 2 for end in ends)
        if band and (not line.column or here != beside):
            done += sorted(band, key=lambda line: (line.column, *_height_of(line)))
            band = []
        beside = here
        if line.column:
            band.append(line)
        else:
            done.append(line)
    return [*done, *sorted(band, key=lambda line: (line.column, *_height_of(line)))]


def _height_of(line: Line) -> tuple[float, float, float]:
    """Return by what lines of a column are put in order: those of a table or a box together, from its top, and of tables side by side the left one."""
    if line.aside:
        return -line.aside.height, 0, -line.base
    if line.grid:
        return -line.grid.heights[0], line.grid.edges[0], -line.base
    return -line.base, 0, 0
