"""Furniture by its place: rows at the heads and feet of pages that return, or count."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from .....text.decisions import Criterion, decide
from .....text.dois import doi_name
from .....text.numerals import roman_value
from .... import rules
from ....outcome import Reason
from ....wording import any_whole, folded, letters_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..layout.lines import Layout, Line

_ROWS = 4
"""Rows at each end of a page among which furniture is looked for."""
_MOST_ROWS = 8
"""The same where all rows outside of one are furniture: a licence may have more lines."""
_SAME_PLACE = 5.0
_SAME_SIZE = 0.6
"""Points by which place and size of a row may differ on other pages."""
_APART = 1.25
"""Of the size of the text, beyond its leading: furniture stands apart."""
_FEW_PAGES = 6
_SMALLER = 0.94
"""Of the size of the text."""
_BAND = 0.4
_LONGEST_HEAD = 100
"""Letters of a row at the height of heads, on so many of the pages."""
_ALMOST_ALL = 0.8
"""Of the pages: a row that is set like a heading is furniture only if it stands on so many."""
_ARTIFACTS = 0.15
"""Of all letters: a file that marks more as artifacts isn't believed."""


class Furniture(NamedTuple):
    """The reason why a line is furniture, and the criterion that decided."""

    reason: Reason
    criterion: str


@dataclass(frozen=True)
class Row:
    """A line at the head or the foot of a page, and those like it on other pages."""

    line: Line
    head: bool
    inner: Line | None
    """The next line towards the middle of the page."""
    alike: Sequence[Line]
    pages: int
    body: float
    """The size of the text."""
    offset: int | None
    """The number that pages have beside their own count, by most of the file."""
    outer: bool = True
    """True if nothing but furniture stands outside of it."""
    leading: float = 0.0
    """The distance of lines on its page."""
    in_band: bool = False
    """True if most pages have a row apart at its height."""
    marks: bool = False
    """True if the file itself marks furniture: a repository may have done so with what it added, and with nothing else."""
    deep: bool = False
    """True if it stands further inside than furniture mostly does: the head of a table returns there."""

    @cached_property
    def number(self) -> int | None:
        """The number that it is, and nothing else."""
        return number_in(self.line.text)

    @cached_property
    def counts(self) -> bool:
        """True if a number in it goes with the number of the page."""
        return any(_count_together(self.line, other) for other in self.alike)

    @cached_property
    def counts_alone(self) -> bool:
        """True if it begins or ends with the number of the page."""
        return any(n - self.line.page == self.offset for n in _numbers_at_ends(self.line.text))

    @cached_property
    def seen(self) -> int:
        """The number of pages on which it stands."""
        return len({other.page for other in self.alike} | {self.line.page})

    @cached_property
    def near(self) -> bool:
        """True if it stands on one of the pages nearby, too."""
        return any(0 < abs(other.page - self.line.page) <= 2 for other in self.alike)

    @cached_property
    def repeats(self) -> bool:
        """True if the page before says the same at its place, and the one before that, or the next: the first may be a heading."""
        same = {other.page - self.line.page for other in self.alike if other.text == self.line.text}
        return -1 in same and bool(same & {-2, 1}) and any(map(str.isalpha, self.line.text))

    @cached_property
    def like_heading(self) -> bool:
        """True if it is set as headings are, without a number that counts; none is smaller than the text, and has the page's."""
        if self.counts_alone and self.line.size < self.body * _SMALLER:
            return False
        return (self.line.bold or self.line.size > self.body * 1.06) and not self.counts

    @cached_property
    def closes(self) -> bool:
        """True if it stands right under a line of its size, and rows like it say other numbers, that don't go with their pages."""
        if self.head or self.inner is None or not self.alike:
            return False
        under = abs(self.inner.size - self.line.size) <= _SAME_SIZE
        near = 0 < self.inner.base - self.line.base < _CLOSE * self.line.size
        others = all(other.text != self.line.text for other in self.alike)
        return under and near and others and not self.counts and not self.counts_alone

    @cached_property
    def apart(self) -> bool:
        """True if it stands apart from the text, or is smaller."""
        if self.line.size < self.body * _SMALLER or self.inner is None:
            return True
        return abs(self.line.base - self.inner.base) > max((_APART + 0.35) * self.body, _APART * self.leading)

    @cached_property
    def enough(self) -> bool:
        """True if it stands on enough pages to be one of their heads."""
        if self.pages <= _FEW_PAGES:
            return self.seen >= 2
        return self.seen >= max(3, min(4, round(0.12 * self.pages))) and self.near


def _needed(pages: int) -> float:
    """Return on how many of *pages* a row that is set like a heading must stand: left and right pages may differ."""
    return min(_ALMOST_ALL * (pages - 1), max(3, _ALMOST_ALL * pages / 2))


_REPEATS = "says at the head of a page what pages before it say there"

_UNREADABLE = 2.0
"""Points: publishers write what their machines read in letters as small."""

BY_PLACE: tuple[Criterion[Row, Reason | None], ...] = (
    Criterion(
        "without a number that goes with the page, and not on most pages, in a file that marks its furniture",
        lambda row: (
            row.marks
            and not (row.counts or row.counts_alone or row.number is not None)
            and not (row.in_band and 2 * row.seen > row.pages)
        ),
        None,
    ),
    Criterion("too small to be read", lambda row: row.outer and row.line.size <= _UNREADABLE, Reason.FOOT),
    Criterion(
        "begins with a raised number, as a note does",
        lambda row: row.line.is_raised(row.line.words[0]) and len(row.line.words) > 1 and not row.counts,
        None,
    ),
    Criterion(
        "the number of a page, in the form of one",
        lambda row: any_whole(rules.PAGE_NUMBERS, row.line.text) and row.outer,
        Reason.PAGE_NUMBER,
    ),
    Criterion(
        "a number that goes with the page",
        lambda row: row.number is not None and row.outer and row.number - row.line.page == row.offset,
        Reason.PAGE_NUMBER,
    ),
    Criterion(
        "a publisher's or a browser's line, at the head of a page",
        lambda row: row.head and any_whole(rules.FEET, row.line.text),
        Reason.RUNNING_HEAD,
    ),
    Criterion(
        "a publisher's or a browser's line, at the foot of a page",
        lambda row: any_whole(rules.FEET, row.line.text),
        Reason.FOOT,
    ),
    Criterion(
        _REPEATS,
        lambda row: row.head and row.like_heading and row.repeats and not row.deep,
        Reason.RUNNING_HEAD,
    ),
    Criterion(
        "set like a heading, and not on most pages",
        lambda row: row.like_heading and row.seen < _needed(row.pages),
        None,
    ),
    Criterion(
        "right under a line of its size, with a number that doesn't go with the page: the end of a note",
        lambda row: row.closes,
        None,
    ),
    Criterion("set as close as the text", lambda row: not row.apart, None),
    Criterion(
        "returns at the head of several pages, with a number that goes with them",
        lambda row: row.head and row.counts and row.near,
        Reason.RUNNING_HEAD,
    ),
    Criterion(
        "returns at the foot of several pages, with a number that goes with them",
        lambda row: row.counts and row.near,
        Reason.FOOT,
    ),
    Criterion(
        "with the number of the page, at the head",
        lambda row: row.head and row.counts_alone and row.outer and row.line.size < row.body * 1.06,
        Reason.RUNNING_HEAD,
    ),
    Criterion(
        "with the number of the page, at the foot",
        lambda row: row.counts_alone and row.outer and row.line.letters < _LONGEST_HEAD,
        Reason.FOOT,
    ),
    Criterion(
        "at the place of the heads of other pages",
        lambda row: row.head and row.in_band and row.outer and not row.like_heading,
        Reason.RUNNING_HEAD,
    ),
    Criterion(
        "returns at the head of several pages", lambda row: row.head and row.enough, Reason.RUNNING_HEAD
    ),
    Criterion("returns at the foot of several pages", lambda row: row.enough, Reason.FOOT),
)
"""The reason for which a row is furniture; None if it isn't."""


def furniture_of(layouts: Sequence[Layout], body: float) -> dict[Line, Furniture]:
    """Return which lines are heads, feet and numbers of pages, and why."""
    marks = _has_artifacts(layouts)
    found: dict[Line, Furniture] = {}
    if marks:
        found = {
            line: _of_artifact(line, layout) for layout in layouts for line in layout.lines if line.artifact
        }
    ends = [_ends_of(layout, found) for layout in layouts]
    said: defaultdict[str, list[Line]] = defaultdict(list)
    for heads, feet in ends:
        for line in {*_rows_of(heads), *_rows_of(feet)}:
            said[shape(line.text)].append(line)
    for line in found:  # the file may have marked those of other pages
        said[shape(line.text)].append(line)
    offset = _offset_of(ends)
    band = _band_of([heads for heads, _ in ends], body)
    for heads, feet in ends * 2:  # a row over another stands apart from the text once that one is known
        for lines, head in ((heads, True), (feet, False)):
            place = _Place(head, len(layouts), body, offset, band if head else None, marks)
            _look_inwards(lines, said, found, place)
    found |= _said_elsewhere(ends, found)
    for layout in layouts[:_FIRST_PAGES]:
        found |= _beside_number(layout.lines, found)
        last = len(layouts) <= _FIRST_PAGES and layout is layouts[-1]
        found |= _imprint_of([line for line in layout.lines if line not in found], body, last=last)
    return found


_ON_ROW = 2.0
"""Points: lines in columns stand on one row if their baselines differ by less."""


def _beside_number(lines: Sequence[Line], found: Mapping[Line, Furniture]) -> dict[Line, Furniture]:
    """Return those of the *lines* of a page that stand beside its number at the foot, apart from the text: its journal, and the volume."""
    feet = [line.base for line in lines if line in found and found[line].reason is Reason.PAGE_NUMBER]
    if not feet or min(feet) > min(line.base for line in lines) + _ON_ROW:
        return {}
    row = [line for line in lines if abs(line.base - min(feet)) < _ON_ROW and line not in found]
    above = [line for line in lines if line.base > min(feet) + _ON_ROW]
    return {
        line: Furniture(Reason.FOOT, "beside the number of the page, at the foot")
        for line in row
        if line.letters < _LONGEST_HEAD
        and re.search(r"\d", line.text)
        and all(other.base - line.base > _GAP * line.size for other in above)
    }


_ELSEWHERE = 2
"""Pages on which a line is furniture, by its own look or its neighbours."""


def _said_elsewhere(
    ends: Sequence[tuple[Sequence[Line], Sequence[Line]]], found: Mapping[Line, Furniture]
) -> dict[Line, Furniture]:
    """Return the lines at the ends of pages that say what is furniture on other pages, at their place."""
    known: defaultdict[str, list[Line]] = defaultdict(list)
    for line, why in found.items():
        of_pages = why.reason in (Reason.RUNNING_HEAD, Reason.FOOT) and why.criterion != _REPEATS
        if of_pages and (letters := letters_of(line.text)):
            known[letters].append(line)
    more: dict[Line, Furniture] = {}
    for heads, feet in ends:
        for lines, reason in ((heads, Reason.RUNNING_HEAD), (feet, Reason.FOOT)):
            for line in lines[:_ROWS]:
                same = [
                    other
                    for other in _saying(letters_of(line.text), known)
                    if other.page != line.page
                    and abs(other.base - line.base) <= _SAME_PLACE
                    and abs(other.size - line.size) <= _SAME_SIZE
                ]
                if line not in found and len({other.page for other in same}) >= _ELSEWHERE:
                    more[line] = Furniture(reason, "says what heads and feet of other pages say at its place")
    return more


_FEWEST_LETTERS = 8
"""Of the beginning of a head: that of a first page may say the journal's name alone."""


def _saying(letters: str, known: Mapping[str, Sequence[Line]]) -> Iterator[Line]:
    """Yield the lines that say *letters*, or begin with them."""
    for said, lines in known.items():
        if said == letters or (len(letters) >= _FEWEST_LETTERS and said.startswith(letters)):
            yield from lines


_CLOSE = 1.45
"""Of the size: lines of one note stand so close."""
_FIRST_PAGES = 3
"""Pages among which an article begins, after covers."""
_MOST_OF_IMPRINT = 5
"""Lines."""


AN_IMPRINT = "a journal's imprint, at the foot of a first page"


def _imprint_of(lines: Sequence[Line], body: float, *, last: bool = False) -> dict[Line, Furniture]:
    """Return the lines of a journal's imprint at the foot of a page: under a gap, small print with its signs, or lines of which each has one.

    At the *last* page of a file, such lines may be an entry of its bibliography.
    """
    feet = sorted(lines, key=lambda line: line.base)[: _MOST_OF_IMPRINT + 1]
    for n, (line, above) in enumerate(pairwise(feet)):
        large = line.size > body * 0.94 and (last or not rules.IMPRINT.search(line.text))
        large = large and not doi_name(line.text)
        if large or _is_of_note(line) or line.letters > _LONGEST_HEAD * 2:
            break
        gap = above.base - line.base
        here = feet[: n + 1]
        if gap > _GAP * line.size and any(rules.IMPRINT.search(one.text) for one in here):
            return dict.fromkeys(here, Furniture(Reason.FOOT, AN_IMPRINT))
        if gap > _GAP * line.size:
            break
    return {}


def _is_of_note(line: Line) -> bool:
    """Say if *line* begins with the label of a note."""
    return line.is_raised(line.words[0]) or bool(re.match(r"\d{1,3}[.)]?\s+[^\W\d_]|[*†‡§∗]", line.text))


_GAP = 1.6
"""Of the size: a line so far above another is none of its paragraph."""


class _Place(NamedTuple):
    """The end of a page that is looked at, and what all pages have there."""

    head: bool
    pages: int
    body: float
    offset: int | None
    band: float | None
    marks: bool


_WIDEST = 3.0
"""Of the size: lines of a text stand closer."""


def _leading_of(lines: Sequence[Line]) -> float:
    """Return the distance of most lines of a page; 0 if it has no text."""
    steps = Counter(
        round(a.base - b.base) for a, b in pairwise(lines) if 2 < abs(a.base - b.base) < _WIDEST * a.size
    )
    return float(abs(steps.most_common(1)[0][0])) if steps else 0.0


def _band_of(heads: Sequence[Sequence[Line]], body: float) -> float | None:
    """Return the height at which most pages have a row apart from their text, above it."""
    heights: Counter[int] = Counter()
    for lines in heads:
        inner = next((line for line in lines if abs(line.base - lines[0].base) > line.size / 2), None)
        first = lines[0] if lines else None
        if first and inner and first.letters < _LONGEST_HEAD and first.size < body * 1.06 and not first.bold:
            gap = first.base - inner.base
            if gap > max((_APART + 0.35) * body, _APART * _leading_of(lines)):
                heights[round(first.base)] += 1
    if not heights:
        return None
    height, _ = heights.most_common(1)[0]
    count = sum(heights[height + step] for step in (-1, 0, 1))
    return float(height) if count >= max(3, _BAND * len(heads)) else None


def _look_inwards(
    lines: Sequence[Line], said: Mapping[str, Sequence[Line]], found: dict[Line, Furniture], place: _Place
) -> None:
    """Add to *found* the furniture at one end of a page, from the edge inwards."""
    leading = _leading_of(lines)
    outer = True
    for n, line in enumerate(_rows_of(lines)):
        if n >= _ROWS and not outer:
            break
        beside = [other for other in lines[n + 1 :] if abs(other.base - line.base) > line.size / 2]
        inner = next((other for other in beside if other not in found), None)
        alike = [
            other
            for other in said.get(shape(line.text), ())
            if other.page != line.page
            and abs(other.base - line.base) <= _SAME_PLACE
            and abs(other.size - line.size) <= _SAME_SIZE
        ]
        in_band = place.band is not None and abs(line.base - place.band) <= 1.5
        row = Row(
            line,
            place.head,
            inner,
            alike,
            place.pages,
            place.body,
            place.offset,
            outer,
            leading,
            in_band,
            place.marks,
            deep=n >= _ROWS,
        )
        decided = decide(BY_PLACE, row) if line not in found else None
        if decided and decided.then:
            found[line] = Furniture(decided.then, decided.name)
        elif line not in found:
            outer = False


def _rows_of(lines: Sequence[Line]) -> list[Line]:
    """Return those of the *lines* of a page, from one end, that may be furniture: further inside, those right beside words, since charts have numbers."""
    rows = list(lines[:_ROWS])
    for before, line in pairwise(lines[_ROWS - 1 : _MOST_ROWS]):
        words = all(any(map(str.isalpha, one.text)) for one in (before, line))
        if not words or abs(before.base - line.base) > _WIDEST * line.size:
            break
        rows.append(line)
    return rows


def _ends_of(layout: Layout, known: Mapping[Line, Furniture]) -> tuple[list[Line], list[Line]]:
    """Return the lines of a page from its top, and from its foot, without the furniture that is *known*."""
    lines = sorted((line for line in layout.lines if line not in known), key=lambda line: -line.base)
    return lines, lines[::-1]


def _has_artifacts(layouts: Sequence[Layout]) -> bool:
    """Say if the file itself marks what is none of the text, and is to be believed."""
    lines = [line for layout in layouts for line in layout.lines]
    marked = [line for line in lines if line.artifact]
    pages = {line.page for line in marked}
    return (
        len(pages) > len(layouts) / 2
        and sum(line.letters for line in marked) < sum(line.letters for line in lines) * _ARTIFACTS
    )


def _of_artifact(line: Line, layout: Layout) -> Furniture:
    """Return what a line that the file marks as an artifact is."""
    name = "marked as none of the text by the file"
    if number_in(line.text) is not None:
        return Furniture(Reason.PAGE_NUMBER, name)
    high = line.base > layout.page.height / 2
    return Furniture(Reason.RUNNING_HEAD if high else Reason.FOOT, name)


def _offset_of(ends: Sequence[tuple[Sequence[Line], Sequence[Line]]]) -> int | None:
    """Return what the numbers of pages have beside the count of pages, by most of the file."""
    offsets: Counter[int] = Counter()
    for heads, feet in ends:
        offsets.update(
            {n - line.page for line in (*heads[:2], *feet[:2]) for n in _numbers_at_ends(line.text)}
        )
    if not offsets:
        return None
    offset, count = offsets.most_common(1)[0]
    return offset if count >= max(2, len(ends) * 0.3) or (offset == 0 and len(ends) <= 2) else None


def _numbers_at_ends(text: str) -> Iterator[int]:
    """Yield the numbers that a head or foot begins or ends with."""
    bare = number_in(text)
    if bare is not None:
        yield bare
        return
    for match in (re.match(r"(\d{1,4})\s", text), re.search(r"\s(\d{1,4})$", text)):
        if match:
            yield int(match[1])


def number_in(text: str) -> int | None:
    """Return the number that *text* is, Arabic or Roman, and nothing else but punctuation."""
    bare = text.strip(" []()-–—|.·")
    if re.fullmatch(r"\d{1,4}", bare):
        return int(bare)
    return roman_value(bare) if re.fullmatch(r"[ivxlc]{1,7}", bare) else None


def _count_together(line: Line, other: Line) -> bool:
    """Say if the numbers in which two lines differ go with their pages."""
    one, two = re.findall(r"\d+", line.text), re.findall(r"\d+", other.text)
    changed = [(int(a), int(b)) for a, b in zip(one, two, strict=False) if a != b]
    return bool(changed) and all(a - b == line.page - other.page for a, b in changed)


def shape(text: str) -> str:
    """Return *text* as it returns on other pages: with any numbers."""
    return re.sub(r"\d+", "#", folded(text))
