"""Characters of a PDF → lines; and the lines that return on each page, by their place and what they say."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from .. import rules
from ..inlines import Kind
from ..labels import note_marker
from ..outcome import Reason
from ..wording import any_whole, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .pdf_characters import Char, Page

SMALLER = 0.86
"""Of the line's size: what is smaller and off the line is raised or lowered."""
RAISED = 0.1
SPACE = 0.2
"""Of the size: a wider gap between two characters is a space."""
SAME_LINE = 0.55
"""Of the size: characters whose bases are farther apart stand on two lines."""

HEAD, FOOT = 0.17, 0.14
"""Parts of a page's height where heads and feet are looked for."""
SAME_PLACE = 3
"""Points: what returns at the same place may be off by so much."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a line that are set alike."""

    text: str
    kind: Kind
    target: str = ""


@dataclass(frozen=True, slots=True)
class Line:
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
    """Whether a bullet is drawn before it."""

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(
            run.kind is Kind.STRONG
            for run in self.runs
            if run.text.strip() and run.kind is not Kind.SUPERSCRIPT
        )


def lines_of(page: Page) -> list[Line]:
    """Return the lines of *page* from top to bottom."""
    rows: list[list[Char]] = []
    for char in page.chars:
        row = rows[-1] if rows else None
        if row and (not char.size or belongs(char, row)):
            row.append(char)
        elif char.text.strip():
            rows.append([char])
    lines = [line for row in joined_rows(rows) if (line := line_of(row, page.number))]
    lines = [replace(line, dotted=True) if has_dot(line, page.dots) else line for line in lines]
    return sorted(lines, key=lambda line: -line.base)


DOT_BEFORE = 2.0
DOT_SIZE = 0.7
"""Of a line's size: how far before it a bullet may stand, and how wide it may be."""


def has_dot(line: Line, dots: Iterable[tuple[float, float, float]]) -> bool:
    """Whether one of *dots* stands right before *line*, as its bullet."""
    return any(
        0 < line.left - right < line.size * DOT_BEFORE
        and right - left < line.size * DOT_SIZE
        and 0 < middle - line.base < line.size * DOT_SIZE
        for left, right, middle in dots
    )


def belongs(char: Char, row: list[Char]) -> bool:
    """Whether *char* goes on with *row*: neither below or above it, nor back at its beginning."""
    solid = [other for other in row if other.size]
    last = solid[-1]
    size = max(other.size for other in solid[-20:])
    near = (
        min(abs(char.base - other.base) for other in solid[-20:] if other.size >= size * SMALLER)
        < size * SAME_LINE
    )
    return near and char.left > last.left - size * 0.5


def joined_rows(rows: list[list[Char]]) -> list[list[Char]]:
    """Join rows that stand on one line, such as a label and its text: content may have them in any order."""
    done: list[list[Char]] = []
    for row in sorted(rows, key=lambda row: -base_of(row)):
        before = done[-1] if done else None
        if before and abs(base_of(before) - base_of(row)) < min(size_of(before), size_of(row)) * 0.25:
            first, second = sorted((before, row), key=lambda chars: chars[0].left)
            if second[0].left >= first[-1].right - 1:
                done[-1] = [*first, *second]
                continue
        done.append(row)
    return done


def size_of(row: Iterable[Char]) -> float:
    """Return the size of most of *row*."""
    sizes = Counter(round(char.size, 1) for char in row if char.size and char.text.strip())
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0


def base_of(row: Iterable[Char]) -> float:
    """Return the line that most of *row* stands on."""
    row = list(row)
    size = size_of(row)
    bases = Counter(round(char.base, 1) for char in row if char.size >= size * SMALLER and char.text.strip())
    return bases.most_common(1)[0][0] if bases else row[0].base


def line_of(row: list[Char], page: int) -> Line | None:
    """Return *row* as a line."""
    size, base = size_of(row), base_of(row)
    spaced: list[tuple[str, Kind, str]] = []
    before: Char | None = None
    for char in row:
        kind, target = kind_of(char, size, base)
        gap = before is not None and char.size and char.left - before.right > size * SPACE
        if gap and spaced and not spaced[-1][0].isspace() and not char.text.isspace():
            spaced.append((" ", Kind.TEXT, ""))
        if char.text.isspace() and spaced and spaced[-1][0].isspace():
            continue
        spaced.append((char.text, kind, target))
        before = char if char.size else before
    spaced = settle_spaces(spaced)
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
        if after and after.left - char.right > size * SPACE:
            break
    return Line(page, runs, solid[0].left, max(char.right for char in solid), base, size, word)


def settle_spaces(spaced: list[tuple[str, Kind, str]]) -> list[tuple[str, Kind, str]]:
    """Return characters so that a space between two of one kind is of that kind, and none stands at the ends."""
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


def kind_of(char: Char, size: float, base: float) -> tuple[Kind, str]:
    """Return what *char* is on a line."""
    if char.target:
        return Kind.LINK, char.target
    if char.size and char.size < size * SMALLER and char.text.strip():
        if char.base > base + size * RAISED:
            return Kind.SUPERSCRIPT, ""
        if char.base < base - size * RAISED / 2:
            return Kind.SUBSCRIPT, ""
    return (Kind.STRONG if char.bold else Kind.EMPHASIS if char.italic else Kind.TEXT), ""


# Furniture


def furniture_of(pages: Sequence[tuple[Page, list[Line]]]) -> dict[tuple[int, int], Reason]:
    """Return which lines are heads and feet, by page and position, and why.

    A line is furniture if it is known for that or if it says the same, but for numbers, at the same place of another page;
    and if nothing but furniture stands above or below it.
    """
    said: defaultdict[str, list[Line]] = defaultdict(list)
    for page, lines in pages:
        for line in lines:
            if zone_of(line, page):
                said[shape(line.text)].append(line)
    found: dict[tuple[int, int], Reason] = {}
    for index, (page, lines) in enumerate(pages):
        for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
            stack: list[tuple[int, Reason, bool]] = []
            inner = None
            for n in order:
                known = (index, n) not in found and why_furniture(lines[n], page, said)
                if not known:
                    inner = lines[n]
                    break
                stack.append((n, *known))
            found |= {
                (index, n): reason
                for n, reason, sure in stack
                if sure or is_apart(lines[stack[-1][0]], inner)
            }
    return found


def why_furniture(line: Line, page: Page, said: dict[str, list[Line]]) -> tuple[Reason, bool] | None:
    """Return why *line* is furniture, and whether that is sure from its words alone; nothing if it isn't."""
    zone = zone_of(line, page)
    if not zone or line.runs[0].kind is Kind.SUPERSCRIPT or note_marker(line.text):
        return None  # a note at the foot of its page, perhaps
    returns = any(is_same(line, other) for other in said.get(shape(line.text), ()))
    bare = re.fullmatch(r"\W*(\d{1,4})\W*", line.text)
    if any_whole(rules.PAGE_NUMBERS, line.text) or (bare and (returns or int(bare[1]) == page.number)):
        return Reason.PAGE_NUMBER, True
    reason = Reason.RUNNING_HEAD if zone == "head" else Reason.FOOT
    if any_whole(rules.FEET, line.text):
        return reason, True
    return (reason, False) if returns else None


APART = 1.6
"""Of the size: lines of a text stand closer."""


def is_apart(line: Line, inner: Line | None) -> bool:
    """Whether *line* is set apart from the text that begins or ends with the line *inner*: by a gap, or its size."""
    if inner is None:
        return True
    return (
        abs(line.base - inner.base) > APART * inner.size
        or abs(line.size - inner.size) > inner.size * (1 - SMALLER) / 2
    )


def is_same(line: Line, other: Line) -> bool:
    """Whether *other*, which says the same but for numbers, is *line* on another page: with its numbers, or the page's."""
    if other.page == line.page or abs(other.base - line.base) > SAME_PLACE:
        return False
    pairs = list(zip(re.findall(r"\d+", line.text), re.findall(r"\d+", other.text), strict=True))
    changed = [(int(one), int(two)) for one, two in pairs if one != two]
    return all(one - two == line.page - other.page for one, two in changed)


def shape(text: str) -> str:
    """Return *text* as it returns on other pages: whatever its numbers."""
    return re.sub(r"\d+", "#", folded(text))


def zone_of(line: Line, page: Page) -> str:
    """Return ``head`` or ``foot`` for a line that stands where those do."""
    if line.base > page.height * (1 - HEAD):
        return "head"
    return "foot" if line.base < page.height * FOOT else ""
