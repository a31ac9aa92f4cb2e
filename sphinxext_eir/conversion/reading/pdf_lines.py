"""Characters of a PDF → lines; and furniture, by its place: the lines that return on each page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from ...text.decisions import Criterion, decide
from .. import rules
from ..inlines import Kind
from ..labels import note_marker
from ..outcome import Reason
from ..wording import any_whole, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .pdf_characters import Char, Page

_SMALLER = 0.86
"""Of the line's size: smaller characters off the line are raised or lowered."""
_RAISED = 0.1
_SPACE = 0.2
"""Of the size: a wider gap between two characters is a space."""
_SAME_LINE = 0.55
"""Of the size: characters whose bases are farther apart stand on two lines."""

_HEAD, _FOOT = 0.17, 0.14
"""Parts of a page's height where heads and feet are looked for."""
_SAME_PLACE = 3
"""Points by which the same place may differ on two pages."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a line that are set alike."""

    text: str
    kind: Kind
    target: str = ""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line on a page."""

    page: int
    runs: tuple[Run, ...]
    left: float
    right: float
    base: float
    size: float
    first_word: float
    """The width of its first word."""
    dotted: bool = False
    """True if a bullet is drawn before it."""

    @property
    def text(self) -> str:
        """Its text."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """True if all of it is bold."""
        return all(
            run.kind is Kind.STRONG
            for run in self.runs
            if run.text.strip() and run.kind is not Kind.SUPERSCRIPT
        )


def lines_of(page: Page) -> list[PrintedLine]:
    """Return the lines of *page* from top to bottom."""
    rows: list[list[Char]] = []
    for char in page.chars:
        row = rows[-1] if rows else None
        if row and (not char.size or _belongs(char, row)):
            row.append(char)
        elif char.text.strip():
            rows.append([char])
    lines = [line for row in _joined_rows(rows) if (line := _line_of(row, page.number))]
    lines = [replace(line, dotted=True) if _has_dot(line, page.dots) else line for line in lines]
    return sorted(lines, key=lambda line: -line.base)


_DOT_BEFORE = 2.0
_DOT_SIZE = 0.7
"""Of a line's size: how far before it a bullet may stand, and how wide it may be."""


def _has_dot(line: PrintedLine, dots: Iterable[tuple[float, float, float]]) -> bool:
    """Say if one of *dots* stands right before *line*, as its bullet."""
    return any(
        0 < line.left - right < line.size * _DOT_BEFORE
        and right - left < line.size * _DOT_SIZE
        and 0 < middle - line.base < line.size * _DOT_SIZE
        for left, right, middle in dots
    )


def _belongs(char: Char, row: list[Char]) -> bool:
    """Say if *char* goes on with *row*: neither below or above it, nor back at its beginning."""
    solid = [other for other in row if other.size]
    last = solid[-1]
    size = max(other.size for other in solid[-20:])
    near = (
        min(abs(char.base - other.base) for other in solid[-20:] if other.size >= size * _SMALLER)
        < size * _SAME_LINE
    )
    return near and char.left > last.left - size * 0.5


def _joined_rows(rows: list[list[Char]]) -> list[list[Char]]:
    """Join rows that stand on one line, such as a label and its text: content may have them in any order."""
    done: list[list[Char]] = []
    for row in sorted(rows, key=lambda row: -_base_of(row)):
        before = done[-1] if done else None
        if before and abs(_base_of(before) - _base_of(row)) < min(_size_of(before), _size_of(row)) * 0.25:
            first, second = sorted((before, row), key=lambda chars: chars[0].left)
            if second[0].left >= first[-1].right - 1:
                done[-1] = [*first, *second]
                continue
        done.append(row)
    return done


def _size_of(row: Iterable[Char]) -> float:
    """Return the size of most of *row*."""
    sizes = Counter(round(char.size, 1) for char in row if char.size and char.text.strip())
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0


def _base_of(row: Iterable[Char]) -> float:
    """Return the line that most of *row* stands on."""
    row = list(row)
    size = _size_of(row)
    bases = Counter(round(char.base, 1) for char in row if char.size >= size * _SMALLER and char.text.strip())
    return bases.most_common(1)[0][0] if bases else row[0].base


def _line_of(row: list[Char], page: int) -> PrintedLine | None:
    """Return *row* as a line."""
    size, base = _size_of(row), _base_of(row)
    spaced: list[tuple[str, Kind, str]] = []
    before: Char | None = None
    for char in row:
        kind, target = _kind_of(char, size, base)
        gap = before is not None and char.size and char.left - before.right > size * _SPACE
        if gap and spaced and not spaced[-1][0].isspace() and not char.text.isspace():
            spaced.append((" ", Kind.TEXT, ""))
        if char.text.isspace() and spaced and spaced[-1][0].isspace():
            continue
        spaced.append((char.text, kind, target))
        before = char if char.size else before
    spaced = _styled_spaces(spaced)
    runs = tuple(
        Run("".join(text for text, *_ in group), kind, target)
        for (kind, target), group in groupby(spaced, key=lambda item: (item[1], item[2]))
    )
    if not "".join(run.text for run in runs).strip():
        return None
    solid = [char for char in row if char.text.strip()]
    word = 0.0
    for index, char in enumerate(solid):
        after = solid[index + 1] if index + 1 < len(solid) else None
        word = char.right - solid[0].left
        if after and after.left - char.right > size * _SPACE:
            break
    return PrintedLine(page, runs, solid[0].left, max(char.right for char in solid), base, size, word)


def _styled_spaces(spaced: list[tuple[str, Kind, str]]) -> list[tuple[str, Kind, str]]:
    """Return characters without spaces at the ends; a space between two of one kind is of that kind, too."""
    while spaced and spaced[0][0].isspace():
        spaced = spaced[1:]
    while spaced and spaced[-1][0].isspace():
        spaced = spaced[:-1]
    done = list(spaced)
    for n, (text, _, _) in enumerate(spaced):
        if text.isspace():
            same = spaced[n - 1][1:] == spaced[n + 1][1:] if 0 < n < len(spaced) - 1 else False
            done[n] = (text, *(spaced[n - 1][1:] if same else (Kind.TEXT, "")))
    return done


def _kind_of(char: Char, size: float, base: float) -> tuple[Kind, str]:
    """Return the kind of *char* on a line, and its target."""
    if char.target:
        return Kind.LINK, char.target
    if char.size and char.size < size * _SMALLER and char.text.strip():
        if char.base > base + size * _RAISED:
            return Kind.SUPERSCRIPT, ""
        if char.base < base - size * _RAISED / 2:
            return Kind.SUBSCRIPT, ""
    return (Kind.STRONG if char.bold else Kind.EMPHASIS if char.italic else Kind.TEXT), ""


# Furniture, by its place. ``structure/furniture`` looks for the rest among the blocks, by its words.


@dataclass(frozen=True)
class Placed:
    """A line at its place, and the lines of all pages by what they say."""

    line: PrintedLine
    page: Page
    said: Mapping[str, Sequence[PrintedLine]]

    @cached_property
    def zone(self) -> str:
        """``head`` or ``foot`` where those stand; else nothing."""
        return _zone_of(self.line, self.page)

    @cached_property
    def returns(self) -> bool:
        """True if another page says the same at this place, but for numbers."""
        others = self.said.get(shape(self.line.text), ())
        return any(_is_same(self.line, other) for other in others)

    @cached_property
    def counts(self) -> bool:
        """True if it is a bare number: the page's own, or one that returns."""
        bare = re.fullmatch(r"\W*(\d{1,4})\W*", self.line.text)
        return bare is not None and (self.returns or int(bare[1]) == self.page.number)

    @cached_property
    def known(self) -> bool:
        """True if it says what publishers and browsers print on each page."""
        return any_whole(rules.FEET, self.line.text)


class Grounds(NamedTuple):
    """The reason for which a line is dropped."""

    reason: Reason
    sure: bool
    """True if its words alone tell; else it also has to stand apart from the text."""


BY_PLACE: tuple[Criterion[Placed, Grounds | None], ...] = (
    Criterion("not where heads and feet stand", lambda placed: not placed.zone, None),
    Criterion(
        "begins with a raised letter, as a note does",
        lambda placed: placed.line.runs[0].kind is Kind.SUPERSCRIPT,
        None,
    ),
    Criterion(
        "begins with the label of a note", lambda placed: note_marker(placed.line.text) is not None, None
    ),
    Criterion(
        "the number of a page, in the form of one",
        lambda placed: any_whole(rules.PAGE_NUMBERS, placed.line.text),
        Grounds(Reason.PAGE_NUMBER, sure=True),
    ),
    Criterion(
        "a number that counts with the pages",
        lambda placed: placed.counts,
        Grounds(Reason.PAGE_NUMBER, sure=True),
    ),
    Criterion(
        "a publisher's or a browser's line, at the head of a page",
        lambda placed: placed.known and placed.zone == "head",
        Grounds(Reason.RUNNING_HEAD, sure=True),
    ),
    Criterion(
        "a publisher's or a browser's line, at the foot of a page",
        lambda placed: placed.known,
        Grounds(Reason.FOOT, sure=True),
    ),
    Criterion(
        "returns at the head of several pages",
        lambda placed: placed.returns and placed.zone == "head",
        Grounds(Reason.RUNNING_HEAD, sure=False),
    ),
    Criterion(
        "returns at the foot of several pages",
        lambda placed: placed.returns,
        Grounds(Reason.FOOT, sure=False),
    ),
)
"""Lines that are furniture, by their place on the page."""


class Furniture(NamedTuple):
    """The reason why a line is furniture, and the criterion that decided."""

    reason: Reason
    criterion: str


def furniture_of(pages: Sequence[tuple[Page, list[PrintedLine]]]) -> dict[tuple[int, int], Furniture]:
    """Return which lines are heads and feet, by page and position, and why.

    A line is furniture if it is known for that or if it says the same, but for numbers, at the same place of another page;
    and if nothing but furniture stands above or below it.
    """
    said: defaultdict[str, list[PrintedLine]] = defaultdict(list)
    for page, lines in pages:
        for line in lines:
            if _zone_of(line, page):
                said[shape(line.text)].append(line)
    found: dict[tuple[int, int], Furniture] = {}
    for index, (page, lines) in enumerate(pages):
        for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
            stack: list[tuple[int, str, Grounds]] = []
            inner = None
            for n in order:
                criterion = None if (index, n) in found else decide(BY_PLACE, Placed(lines[n], page, said))
                if criterion is None or criterion.then is None:
                    inner = lines[n]
                    break
                stack.append((n, criterion.name, criterion.then))
            found |= {
                (index, n): Furniture(verdict.reason, name)
                for n, name, verdict in stack
                if verdict.sure or _is_apart(lines[stack[-1][0]], inner)
            }
    return found


_APART = 1.6
"""Of the size: lines of running text stand closer."""


def _is_apart(line: PrintedLine, inner: PrintedLine | None) -> bool:
    """Say if *line* is set apart from the text that begins or ends with the line *inner*: by a gap, or its size."""
    if inner is None:
        return True
    return (
        abs(line.base - inner.base) > _APART * inner.size
        or abs(line.size - inner.size) > inner.size * (1 - _SMALLER) / 2
    )


def _is_same(line: PrintedLine, other: PrintedLine) -> bool:
    """Say if *other*, which says the same but for numbers, is *line* on another page: with its numbers, or the page's."""
    if other.page == line.page or abs(other.base - line.base) > _SAME_PLACE:
        return False
    pairs = list(zip(re.findall(r"\d+", line.text), re.findall(r"\d+", other.text), strict=True))
    changed = [(int(one), int(two)) for one, two in pairs if one != two]
    return all(one - two == line.page - other.page for one, two in changed)


def shape(text: str) -> str:
    """Return *text* as it returns on other pages: with any numbers."""
    return re.sub(r"\d+", "#", folded(text))


def _zone_of(line: PrintedLine, page: Page) -> str:
    """Return ``head`` or ``foot`` for a line that stands where those do."""
    if line.base > page.height * (1 - _HEAD):
        return "head"
    return "foot" if line.base < page.height * _FOOT else ""
