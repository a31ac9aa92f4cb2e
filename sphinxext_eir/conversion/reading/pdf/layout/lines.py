"""Words of a page → its lines: each word is in one line, each line in one column."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from .asides import Aside, Stretch, asides_of
from .grids import Grid, grids_of
from .gutters import (
    LIFTED,
    Chunk,
    Gutter,
    chunks_of,
    column_of,
    go_on,
    gutter_at,
    gutters_of,
    on_one_line,
    parted,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..page.drawings import Rule
    from ..page.elements import Tag
    from ..page.words import Page, Word

_CELL = 1.3
"""Of the size: a wider gap parts the cells of a table."""
_GRID_CELL = 0.4
"""The same in a table with lines between its columns: a cell over several of them has words on both sides of one."""

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


_OPENING = frozenset("«‹“„([")
"""Signs that stand on the line of the word after them, with or without a space."""
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
        """The width of its first word, which may be set in several styles; French has a space after a quotation mark, where no line ends."""
        end = self.words[0].x1
        for before, word in pairwise(self.words):
            if word.spaced and before.text not in _OPENING:
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
    chunks = chunks_of(page.words)
    size = median(chunk.size for chunk in chunks) if chunks else 10.0
    drawn = grids_of(page.rules, page.posts, [(chunk.x0, chunk.x1, chunk.base) for chunk in chunks])
    grids = [grid for grid in drawn if _holds_cells(grid, chunks)]
    inside: list[list[Chunk]] = []
    for grid in grids:
        inside.append([chunk for chunk in chunks if grid.holds(chunk.x0, chunk.x1, chunk.base)])
        chunks = [chunk for chunk in chunks if not grid.holds(chunk.x0, chunk.x1, chunk.base)]
    boxes, chunks = _without_asides(chunks, page.number)
    gutters = gutters_of(chunks, usual)
    if before and not gutters and not before.margin:
        gutters = [gutter] if (gutter := gutter_at(before.x, chunks)) else []
    columns: dict[int, list[Chunk]] = {}
    for chunk in chunks:
        columns.setdefault(column_of(chunk, gutters, size), []).append(chunk)
    columns = parted(columns)
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


def _without_asides(chunks: list[Chunk], page: int) -> tuple[list[tuple[Aside, list[Chunk]]], list[Chunk]]:
    """Return the boxes beside title and abstract on *page*, each with its stretches of words, and the other *chunks*."""
    asides = asides_of([Stretch(c.x0, c.x1, c.base, c.size, text_of(c.words)) for c in chunks], page)
    boxes = [(aside, [chunks[n] for n in sorted(aside.members)]) for aside in asides]
    apart = {n for aside in asides for n in aside.members}
    return boxes, [chunk for n, chunk in enumerate(chunks) if n not in apart]


_CROSSING_CELLS = 0.25
"""Of the stretches of words in a grid: if more stand over its lines, it is that of a chart, with text around it."""


def _holds_cells(grid: Grid, chunks: Iterable[Chunk]) -> bool:
    """Say if words stand between the lines of a *grid*, and not over them."""
    inside = [chunk for chunk in chunks if grid.holds(chunk.x0, chunk.x1, chunk.base)]
    over = sum(any(_stands_over(chunk, x) for x in grid.edges[1:-1]) for chunk in inside)
    return over <= _CROSSING_CELLS * len(inside)


def _stands_over(chunk: Chunk, x: float) -> bool:
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


def _rows_of(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Return the stretches of a column with those on one baseline joined: raised numbers, labels, cells."""
    rows: list[Chunk] = []
    for chunk in sorted(chunks, key=lambda chunk: (-chunk.base, chunk.x0)):
        for row in reversed(rows[-6:]):
            labelled = _is_raised_label(row, chunk)
            on_line = labelled or on_one_line(row.base, row.size, chunk.base, chunk.size)
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


def _is_raised_label(row: Chunk, chunk: Chunk) -> bool:
    """Say if a *row* is the number of a note, raised at the size of the *chunk* that it stands right before."""
    return (
        len(row.words) == 1
        and 0 <= chunk.x0 - row.x1 < chunk.size
        and _RAISED_AT_ANY_SIZE * chunk.size < row.base - chunk.base < LIFTED * chunk.size
        and _NUMBER_OF_NOTE.fullmatch(row.words[0].text) is not None
    )


def _is_free(row: Chunk, chunk: Chunk) -> bool:
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


def _has_dot(row: Chunk, dots: Iterable[tuple[float, float, float]]) -> bool:
    """Say if one of *dots* stands right before a row, as its bullet."""
    return any(
        0 < row.x0 - right < row.size * _DOT_BEFORE
        and right - left < row.size * _DOT_SIZE
        and 0 < middle - row.base < row.size * _DOT_SIZE
        for left, right, middle in dots
    )


def _in_order(lines: Sequence[Line], gutters: Sequence[Gutter]) -> list[Line]:
    """Return *lines* in the order in which they are read: between lines over the whole width, and beside each gutter, column by column."""
    done: list[Line] = []
    band: list[Line] = []
    ends = [one.bottom for one, two in pairwise(gutters) if not go_on(one, two)]
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
