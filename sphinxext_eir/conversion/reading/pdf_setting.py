"""The setting of a PDF's text: sizes, margins, distances; and the beginnings of paragraphs, as these tell them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ...text.decisions import Criterion
from ...text.sentences import PARAGRAPH_END
from ..labels import note_marker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .pdf_lines import PrintedLine

_SAME_SIZE = 0.06
"""Sizes that differ by less, in parts, are one."""


_HEADING_SIZE = 1.1
"""Of the text's size: larger lines are headings."""


_GAP = 1.28
"""Of the distance of two lines: a wider one parts paragraphs."""


INDENT = 0.7
"""Of the size: lines that begin farther right are indented."""


_LARGEST_INDENT = 6


_FULL = 0.4
"""Of the size: a full line may fall short by so much."""


_MOSTLY_SPACED = 0.6
"""Of the ends of paragraphs: at least so many are followed by a gap where gaps part paragraphs."""


_VERY_SHORT = 0.3
"""Of the text's width: a line that falls so short ended a paragraph, gap or none."""


BULLET = re.compile(r"[•●▪■‣◦·–]\s+")


_PART_OF_WIDTH = 0.95


@dataclass(frozen=True, slots=True)
class Metrics:
    """The setting of a document's text."""

    size: float
    lefts: dict[int, float]
    """The left edge of its lines, by page: left and right pages differ."""
    width: float
    pitches: dict[float, float]
    """From line to line, by size."""
    spaced: bool
    """True if gaps part paragraphs."""

    def right(self, page: int) -> float:
        """Return where full lines end."""
        return self.lefts[page] + self.width

    def pitch(self, size: float) -> float:
        """Return the distance of two lines of *size*."""
        return self.pitches.get(round(size), size * 1.2)


def measure(pages: Sequence[Sequence[PrintedLine]]) -> Metrics:
    """Return how the text of *pages* is set."""
    lines = [line for page in pages for line in page]
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    text = [line for line in lines if alike(line.size, size)]
    lefts: dict[int, float] = {}
    overall = Counter(round(line.left) for line in text).most_common(1)
    for page in pages:
        starts = Counter(round(line.left) for line in page if alike(line.size, size))
        for line in page[:1]:
            # Of the frequent places, the leftmost: the others are indented.
            most = max(starts.values(), default=0)
            common = [place for place, count in starts.items() if count >= max(2, most * 0.5)]
            lefts[line.page] = (
                float(min(common)) if common else float(overall[0][0] if overall else line.left)
            )
    widths = sorted(line.right - lefts[line.page] for line in text)
    width = (
        widths[int(len(widths) * _PART_OF_WIDTH) - 1] if len(widths) > 1 else (widths[0] if widths else 400)
    )
    by_size: dict[float, list[float]] = {}
    for page in pages:
        for a, b in pairwise(page):
            if alike(a.size, b.size) and 0 < a.base - b.base < a.size * 2.5:
                by_size.setdefault(round(a.size), []).append(a.base - b.base)
    # Most pairs of lines are of one paragraph, but in a list of short entries: the lower half tells.
    pitches = {
        size: median(sorted(found)[: max(1, (len(found) + 1) // 2)]) for size, found in by_size.items()
    }
    metrics = Metrics(size, lefts, width, pitches, spaced=True)
    ends = [
        a.base - b.base > metrics.pitch(a.size) * _GAP
        for page in pages
        for a, b in pairwise(page)
        if alike(a.size, size) and alike(b.size, size) and not _is_full(a, b, metrics)
    ]
    spaced = bool(ends) and sum(ends) >= len(ends) * _MOSTLY_SPACED
    return Metrics(size, lefts, width, pitches, spaced)


def alike(one: float, two: float) -> bool:
    """Say if two sizes are one."""
    return abs(one - two) <= _SAME_SIZE * max(one, two)


def _is_full(line: PrintedLine, following: PrintedLine, metrics: Metrics) -> bool:
    """Say if the first word of the *following* line had no room on *line*."""
    return line.right + following.first_word + line.size * 0.25 > metrics.right(line.page) - _FULL * line.size


def sizes_of_headings(pages: Iterable[Iterable[PrintedLine]], metrics: Metrics) -> list[float]:
    """Return the sizes larger than the text's, the largest first."""
    sizes: list[float] = []
    for size in sorted({line.size for page in pages for line in page}, reverse=True):
        if size >= metrics.size * _HEADING_SIZE and not (sizes and alike(sizes[-1], size)):
            sizes.append(size)
    return sizes


@dataclass(frozen=True)
class Lines:
    """Two lines of a page, one after the other."""

    before: PrintedLine
    line: PrintedLine
    metrics: Metrics
    is_second: bool
    """True if the paragraph has no other line before."""

    @cached_property
    def full(self) -> bool:
        """True if the first word of the second line had no room on the first."""
        return _is_full(self.before, self.line, self.metrics)

    @cached_property
    def shift(self) -> float:
        """The distance by which the second begins farther right, in parts of its size."""
        return (self.line.left - self.before.left) / (self.line.size or 1)

    @property
    def is_gap(self) -> bool:
        """True if they are farther apart than lines of a paragraph."""
        return self.before.base - self.line.base > self.metrics.pitch(self.line.size) * _GAP

    @property
    def in_one_link(self) -> bool:
        """True if a link goes over from one to the other."""
        target = self.before.runs[-1].target
        return bool(target) and target == self.line.runs[0].target

    @property
    def is_labelled(self) -> bool:
        """True if the second begins with the label of a note, and says more."""
        marker = note_marker(self.line.text)
        return marker is not None and marker.end < len(self.line.text)

    @property
    def is_very_short(self) -> bool:
        """True if the first falls so short that it ended a paragraph, gap or none."""
        short = self.metrics.right(self.line.page) - self.before.right - self.line.first_word
        return short > _VERY_SHORT * self.metrics.width


BEGINS: tuple[Criterion[Lines, bool], ...] = (
    Criterion("a bullet is drawn before it", lambda lines: lines.line.dotted, then=True),
    Criterion("in another size", lambda lines: not alike(lines.before.size, lines.line.size), then=True),
    Criterion("after a gap", lambda lines: lines.is_gap, then=True),
    Criterion("a link goes over the end of the line", lambda lines: lines.in_one_link, then=False),
    Criterion(
        "bold letters begin or end",
        lambda lines: lines.before.bold != lines.line.bold and not lines.full,
        then=True,
    ),
    Criterion(
        "hangs under a full first line",
        lambda lines: lines.shift > INDENT and lines.is_second and lines.full,
        then=False,
    ),
    Criterion("indented by very much", lambda lines: lines.shift >= _LARGEST_INDENT, then=False),
    Criterion("indented", lambda lines: lines.shift > INDENT, then=True),
    Criterion(
        "after a full first line that is indented",
        lambda lines: lines.shift < -INDENT and lines.is_second and lines.full,
        then=False,
    ),
    Criterion("begins farther left", lambda lines: lines.shift < -INDENT, then=True),
    Criterion(
        "begins with a bullet",
        lambda lines: bool(BULLET.match(lines.line.text)) and not lines.full,
        then=True,
    ),
    Criterion(
        "begins with the label of a note", lambda lines: lines.is_labelled and not lines.full, then=True
    ),
    Criterion(
        "after a line with room for its first word, where gaps part no paragraphs",
        lambda lines: not lines.full and not lines.metrics.spaced,
        then=True,
    ),
    Criterion(
        "after the end of a sentence, on a line that is very short",
        lambda lines: (
            not lines.full and lines.is_very_short and bool(PARAGRAPH_END.search(lines.before.text))
        ),
        then=True,
    ),
)
"""True if a new paragraph begins at the second of two lines. If nothing holds, none does."""


def goes_on(before: PrintedLine, line: PrintedLine, metrics: Metrics) -> bool | None:
    """Say if the paragraph that ends on one page, with the line *before*, goes on with *line* on the next, by their looks."""
    if not alike(before.size, line.size) or before.bold != line.bold:
        return False
    if not _is_full(before, line, metrics):
        return False
    if (
        line.left - metrics.lefts[line.page] > INDENT * line.size
        and before.left - metrics.lefts[before.page] < INDENT * line.size
    ):
        return None if metrics.spaced else False
    return True
