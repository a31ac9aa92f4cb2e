"""The setting of a document's text: sizes, leading, edges, and the ways in which it parts paragraphs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from .....text import sentences
from .....text.sentences import PARAGRAPH_END
from ....rules import BIBLIOGRAPHIES
from ....wording import section_name
from .lines import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..page.words import Word
    from .lines import Line

SAME_SIZE = 0.07
"""Sizes that differ by less, in parts, are one."""
INDENT = 0.8
LARGEST_INDENT = 6.0
"""Of the size."""
GAP = 1.3
"""Of the leading: a wider distance parts paragraphs."""
_SLACK = 0.15
"""Of the width: a line that ends so far from the edge may have ended a paragraph."""
_OUTWEIGHED = 0.2
"""The text of law reviews has fewer letters than its notes, but not less than this part of theirs."""
_UPPER = 2 / 3
_COMMON = 0.35
"""Of the commonest beginning of lines: others so frequent may be the edge."""
_PART_OF_WIDTH = 0.97


def size_of_text(pages: Iterable[tuple[float, Sequence[Line]]]) -> float:
    """Return the size of the text, given the height and the lines of each page.

    It is the commonest, but for documents whose notes outweigh their text: notes are smaller, and don't stand in the upper third of pages.
    """
    sizes: Counter[float] = Counter()
    upper: Counter[float] = Counter()
    pages = _without_code([(height, tuple(lines)) for height, lines in pages])
    for height, lines in pages:
        for line in lines:
            size = round(line.size * 2) / 2
            sizes[size] += line.letters
            if line.base > height * _UPPER:
                upper[size] += line.letters
    if not sizes:
        return 10.0
    commonest = max(sizes, key=lambda size: sizes[size])
    above = max(upper, key=lambda size: upper[size]) if upper else commonest
    outweighed = above > commonest and sizes[above] >= _OUTWEIGHED * sizes[commonest]
    size = above if outweighed else commonest
    near = Counter[float]()
    for _, lines in pages:
        for line in lines:
            if abs(line.size - size) <= 0.3:
                near[line.size] += line.letters
    return max(near, key=lambda one: near[one]) if near else size


def _without_code(pages: Sequence[tuple[float, Sequence[Line]]]) -> Sequence[tuple[float, Sequence[Line]]]:
    """Return *pages* without the lines of code: it may outweigh the text, and be smaller. A typescript has letters of one width alone."""
    rest = [(height, [line for line in lines if not line.mono]) for height, lines in pages]
    text, whole = (sum(line.letters for _, lines in some for line in lines) for some in (rest, pages))
    return rest if text > _OUTWEIGHED * whole else pages


def alike(one: float, two: float) -> bool:
    """Say if two sizes are one."""
    return abs(one - two) <= SAME_SIZE * max(one, two)


_MIDDLE = 0.04
"""Of the width of a region: so near to its middle stands the middle of a line that is centred."""


class Region(NamedTuple):
    """Lines of one page and one column that are read one after the other."""

    page: int
    column: int
    lines: tuple[Line, ...]
    left: float = 0.0
    right: float = 0.0
    hanging: bool | None = None
    """True if lines hang under the first of their paragraph; None where too few lines tell."""

    @property
    def width(self) -> float:
        """The width of its text."""
        return self.right - self.left

    def indent(self, line: Line) -> float:
        """Return how far from the edge *line* begins, in parts of its size."""
        return (line.x0 - self.left) / line.size

    def slack(self, line: Line) -> float:
        """Return how far from the edge *line* ends, in parts of the width."""
        return (self.right - line.x1) / max(self.width, 1)

    def is_full(self, line: Line, after: Line) -> bool:
        """Say if the first word of the line *after* had no room on *line*."""
        return line.x1 + after.first_width + line.size * 0.2 > self.right - 0.4 * line.size

    def is_centred(self, line: Line) -> bool:
        """Say if *line* stands in the middle, and doesn't fill the width."""
        middle = (self.left + self.right) / 2
        return abs((line.x0 + line.x1) / 2 - middle) < _MIDDLE * self.width and self.indent(line) > 1.5


@dataclass(frozen=True)
class Setting:
    """The setting of a document's text."""

    body: float
    leadings: dict[int, float]
    """From line to line, by size in half points."""
    spaced: bool
    """True if gaps part paragraphs."""
    indented: bool
    """True if paragraphs begin with an indent."""
    hanging: bool
    """True if lines hang, where a region has too few to tell."""
    ends: int = 0
    """The number of ends of paragraphs that told so."""
    always_indented: bool = False
    """True if all but a few begin so."""
    tagged: bool = False
    """True if the file's tags are believed."""
    headed: bool = False
    """True if its tags of headings are."""
    typescript: bool = False
    """True if most of it is in letters of one width: code can't be told by them."""
    pulled: Mapping[int, Sequence[Word]] = field(default_factory=dict)
    """The words of pull quotes that were left out, by page."""

    def leading(self, size: float) -> float:
        """Return the distance of two lines of *size*."""
        for key in (round(size * 2), round(size * 2) - 1, round(size * 2) + 1):
            if key in self.leadings:
                return self.leadings[key]
        base = self.leadings.get(round(self.body * 2), self.body * 1.2)
        return base * size / self.body


def said_by(line: Line) -> str:
    """Return the text of *line* without raised words at its end, which follow the stop of a sentence."""
    end = len(line.words)
    while end and line.is_raised(line.words[end - 1]):
        end -= 1
    return line.text if end == len(line.words) else text_of(line.words[:end])


def has_stop(line: Line) -> bool:
    """Say if a sentence ends with *line*."""
    return bool(PARAGRAPH_END.search(said_by(line)))


def begins_small(line: Line) -> bool:
    """Say if *line* begins with a small letter."""
    text = "".join(word.text for word in line.words[:3] if not line.is_raised(word))
    if re.match(r"[\[(](?:[ivxlc]{1,7}|[a-z])[\])]", text):  # the label of a note or an item
        return False
    return sentences.begins_small(text)


def regions_of(groups: Sequence[tuple[int, int, Sequence[Line]]], body: float) -> list[Region]:
    """Return the regions of pages, given page, column and lines of each, with their edges."""
    widths: defaultdict[int, list[float]] = defaultdict(list)
    lefts: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    rough = []
    for page, column, lines in groups:
        text = [line for line in lines if alike(line.size, body)] or list(lines)
        left, right = _left_of(text), _right_of(text)
        rough.append((left, right, len(text)))
        if len(text) >= 6:
            widths[column].append(right - left)
            lefts[column, page % 2].append(left)
    regions = []
    for (page, column, lines), (left, right, count) in zip(groups, rough, strict=True):
        usual = median(widths[column]) if widths[column] else 0.0
        edge = left
        known = lefts[column, page % 2]
        if count < 6 and known:
            near = median(known)
            edge = near if near <= min(line.x0 for line in lines) + 2 else left
        right_edge = max(right, edge + usual * _PART_OF_WIDTH)
        region = Region(page, column, tuple(lines), edge, right_edge)
        regions.append(region._replace(hanging=hangs([region])))
    return regions


def parted_at_entries(
    groups: Iterable[tuple[int, int, list[Line]]],
) -> list[tuple[int, int, list[Line]]]:
    """Return page, column and lines of *groups*, parted after the name of a bibliography, which has edges of its own."""
    done: list[tuple[int, int, list[Line]]] = []
    for page, column, lines in groups:
        name = next((n for n, line in enumerate(lines[:-1], 1) if _is_bibliography(line)), 0)
        done += [(page, column, part) for part in (lines[:name], lines[name:]) if part]
    return done


def _is_bibliography(line: Line) -> bool:
    """Say if *line* is the name of a bibliography."""
    return len(line.words) <= _LONGEST_NAME and section_name(line.text) in BIBLIOGRAPHIES


_LONGEST_NAME = 4
"""Words."""


def with_hanging_entries(regions: Sequence[Region]) -> list[Region]:
    """Return *regions* with those of a bibliography that have too few lines to tell if they hang: all of it is set alike."""
    done = list(regions)
    for n, region in enumerate(regions):
        if not _is_bibliography(region.lines[-1]):
            continue
        edged = map(_with_edge_of_entries, regions[n + 1 :])
        entries = list(takewhile(lambda one: one.hanging is not False and not _is_headed(one), edged))
        if hangs(entries):
            done[n + 1 : n + 1 + len(entries)] = [one._replace(hanging=True) for one in entries]
    return done


_HEADING = 1.1
"""Of the size of the line below."""


def _is_headed(region: Region) -> bool:
    """Say if a *region* begins with a heading: another part of the text, after the bibliography."""
    first, *rest = region.lines
    return bool(rest) and first.size > _HEADING * rest[-1].size


_FIRST_LINES = 0.12
"""Of the lines of a bibliography: so many begin entries, at least, at the edge left of the others."""


def _with_edge_of_entries(region: Region) -> Region:
    """Return a *region* of a bibliography with its edge where its entries begin: most lines may hang under long ones."""
    starts = Counter(round(line.x0) for line in region.lines)
    fewest = max(_FEWEST - 1, _FIRST_LINES * len(region.lines))
    size = region.lines[0].size
    outer = [
        x
        for x in starts
        if INDENT < (region.left - x) / size < LARGEST_INDENT and starts[x] + starts[x + 1] >= fewest
    ]
    if not outer:
        return region
    left = min(line.x0 for line in region.lines if abs(line.x0 - min(outer)) <= _SAME_EDGE)
    edged = region._replace(left=left)
    return edged._replace(hanging=hangs([edged]))


_SAME_EDGE = 1.5
"""Points."""


def _left_of(lines: Sequence[Line]) -> float:
    """Return the left edge of *lines*: of the frequent beginnings the leftmost."""
    starts: Counter[int] = Counter(round(line.x0) for line in lines)
    most = max((starts[x] + starts[x + 1] for x in starts), default=0)
    common = [x for x in starts if starts[x] + starts[x + 1] >= max(_COMMON * most, min(2, most))]
    if not common:
        return min((line.x0 for line in lines), default=0.0)
    edge = min(common)
    return min(line.x0 for line in lines if abs(line.x0 - edge) <= 1.5)


def _right_of(lines: Sequence[Line]) -> float:
    """Return where full lines end: most of them end there or before."""
    ends = sorted(line.x1 for line in lines)
    return ends[min(len(ends) - 1, int(len(ends) * 0.9))] if ends else 0.0


_HANGS, _HANGS_NOT = 0.8, 0.45
_ALWAYS = 0.75
_FLUSH = 0.5
"""Of the lines that hang: if more go on at the edge, a list stands among text that doesn't hang."""
_FEWEST = 4


def hangs(regions: Iterable[Region]) -> bool | None:
    """Say if lines that begin farther right hang under full lines, or begin paragraphs after short ones."""
    full = short = flush = 0
    for region in regions:
        for before, line in pairwise(region.lines):
            if not alike(before.size, line.size) or region.indent(before) >= INDENT:
                continue
            reaches = region.is_full(before, line) or (
                begins_small(line) and not has_stop(before)  # no paragraph does
            )
            if INDENT < region.indent(line) < LARGEST_INDENT:
                full += reaches
                short += not reaches
            elif reaches and region.indent(line) < INDENT and not has_stop(before):
                flush += 1
    if full + short < _FEWEST:
        return None
    if flush > full * _FLUSH:
        return False
    share = full / (full + short)
    return True if share >= _HANGS else False if share <= _HANGS_NOT else None


_CLOSEST = 0.5
"""Points: nearer lines stand beside one another."""


def measure(regions: Sequence[Region], body: float) -> Setting:
    """Return how the text of *regions* is set."""
    distances: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for region in regions:
        for a, b in pairwise(region.lines):
            if alike(a.size, b.size) and a.base - b.base > _CLOSEST:
                distances[round(b.size * 2)][round((a.base - b.base) * 2)] += 1
    leadings = {size: _commonest(found) / 2 for size, found in distances.items() if found.total() >= _FEWEST}
    setting = Setting(body, leadings, spaced=False, indented=False, hanging=False)
    ends = list(_ends_of(regions, setting))
    gaps = sum(gap for gap, _ in ends)
    indents = sum(indent for _, indent in ends)
    half, some = 0.5, 0.4
    return Setting(
        body,
        leadings,
        spaced=bool(ends) and gaps >= half * len(ends),
        indented=bool(ends) and indents >= some * len(ends),
        always_indented=len(ends) >= _FEWEST and indents >= _ALWAYS * len(ends),
        hanging=bool(hangs(regions)),
        ends=len(ends),
    )


def _commonest(found: Counter[int]) -> float:
    """Return the commonest distance, whose neighbours vote with it; of two as common the smaller."""
    return float(max(found, key=lambda d: (found[d - 1] + found[d] * 1.5 + found[d + 1], -d)))


def _ends_of(regions: Iterable[Region], setting: Setting) -> Iterator[tuple[bool, bool]]:
    """Yield for each end of a paragraph that is plain to see if a gap follows, and if an indent does."""
    for region in regions:
        for before, line in pairwise(region.lines):
            if not (alike(before.size, setting.body) and alike(line.size, setting.body)):
                continue
            if has_stop(before) and region.slack(before) >= _SLACK and not begins_small(line):
                gap = before.base - line.base > GAP * setting.leading(line.size)
                yield gap, INDENT < region.indent(line) < LARGEST_INDENT
