"""Lines of a region → blocks: a paragraph begins by geometry and by words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from ....text.decisions import Criterion, decide
from ...labels import note_marker
from .labels import label_of, number_of
from .numbering import NUMBER
from .setting import GAP, INDENT, LARGEST_INDENT, alike, begins_small, has_stop, said_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .elements import Tag
    from .lines import Line
    from .setting import Region, Setting

_NEVER = 1.9
"""Of the leading: no sentence goes on over a wider gap."""
_SHORT_END, _VERY_SHORT_END = 0.15, 0.4
"""Of the width of a region, from its edge."""
_QUOTED = 4.0
"""Of the size: a quotation begins so far from the edge at most."""
_APART = 1.1
"""Of the leading: a little more than the distance of lines."""
_ALMOST_APART = 1.3
"""Of the leading: so far apart are lines of one paragraph in which another font is larger or smaller."""
_LINES_BESIDE, _BESIDE = 5, 0.6
"""Lines beside a large initial, and of the size: they begin so near to one another."""
_APART_IN_LOOKS, _APART_ALIKE = 1.4, 1.6
"""Of the size: so far apart stand a heading and one under it, in looks of its own or alike."""
_CLOSER = 0.2
"""Of the size: the lines of one heading are closer than that by so much."""
_SAME_PLACE = 2.0
"""Points."""
_MIDDLE = 0.04
"""Of the width of a region: so near to its middle stands the middle of a line that is centred."""
BULLET = re.compile(r"[•●▪■‣⁃◦○❖✓✔➢►▶∙]|[·–—*∗⋄-]$")
DASH = re.compile(r"[-–—*∗·⋄]")
"""A bullet that may as well be a dash within a sentence, or a sign of a formula."""
NUMBERED = re.compile(r"\(?(\d{1,3}|[a-z]|[ivx]{1,5})[.)]$")
_GLUED = re.compile(r"\(?(\d{1,3}|[a-z]|[ivx]{1,5})[.)](?=$|[^\W\d_a-zß-öø-ÿ])")
"""The same, or right before a word: the space after a number that hangs may be too narrow for one."""


@dataclass(frozen=True)
class Block:
    """Lines that belong together."""

    kind: str
    """``paragraph``, ``heading``, ``quotation``, ``item``, ``caption``, ``table``, ``code``, ``title``, ``front`` or
    ``contents``."""
    lines: tuple[Line, ...]
    region: Region
    begins: str = ""
    """The criterion by which it begins; nothing at the head of a region."""
    level: int = 0
    """The level of a heading."""
    caption: tuple[Line, ...] = ()
    """The lines of the caption of a table."""
    rows: tuple[int, ...] = ()
    """The numbers of the lines with which the rows of a table begin."""
    run_in: int = 0
    """Letters, stops and numbers at its beginning that are a heading, on the line on which its text begins."""

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]

    @cached_property
    def text(self) -> str:
        """Its words."""
        return " ".join(line.text for line in self.lines)

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        return max(self.lines, key=lambda line: line.letters).size

    @cached_property
    def bold(self) -> bool:
        """True if all of it is bold."""
        return all(line.bold for line in self.lines)

    @cached_property
    def italic(self) -> bool:
        """True if all of it is italic."""
        return all(line.italic for line in self.lines)

    @property
    def is_centred(self) -> bool:
        """True if all of it stands in the middle, and no line fills the width."""
        middle = (self.region.left + self.region.right) / 2
        return all(
            abs((line.x0 + line.x1) / 2 - middle) < _MIDDLE * self.region.width
            and self.region.indent(line) > 1.5
            for line in self.lines
        )


_TIGHT = 1.35
_LARGER = 1.05
"""Of the size, and of that of the text."""
_MOST_OF_HEADING = 3
"""Lines."""
_MOSTLY = 0.6
"""Of the words of a slanted heading: names of cases stand upright in it."""


@dataclass(frozen=True)
class Pair:
    """Two lines of a region, one after the other."""

    before: Line
    line: Line
    region: Region
    setting: Setting
    open: tuple[Line, ...]
    """The lines of the block so far, up to *before*."""
    after: Line | None = None
    """The line after the two."""
    right: float = 0.0
    """Where the lines around the second end, if they are a column narrower than the region; else its own edge."""
    counted: bool = False
    """True if the second begins with a number or letter that one under it, or above, counts on from."""
    above: Line | None = None
    """The line over the block so far."""

    @cached_property
    def leading(self) -> float:
        """The distance of lines of this size; of the one before, where headings of nearly that size stand alone, farther apart."""
        return min(self.setting.leading(self.line.size), self.setting.leading(self.before.size))

    @cached_property
    def distance(self) -> float:
        """Their own distance, in parts of it."""
        return (self.before.base - self.line.base) / self.leading

    @cached_property
    def indent(self) -> float:
        """How far the second begins from the edge."""
        return self.region.indent(self.line)

    @cached_property
    def indent_before(self) -> float:
        """How far the first does."""
        return self.region.indent(self.before)

    @cached_property
    def full(self) -> bool:
        """True if the first word of the second had no room on the first."""
        if len(self.open) > 1 and self.narrow:
            right = max(line.x1 for line in self.open)
            return self.before.x1 + self.line.first_width > right - 0.4 * self.line.size
        return self.region._replace(right=self.right or self.region.right).is_full(self.before, self.line)

    @cached_property
    def narrow(self) -> bool:
        """True if the block so far ends before the edge, line by line: a quotation."""
        return all(
            self.region.right - line.x1 > INDENT * line.size and self.region.indent(line) > INDENT
            for line in self.open
        )

    @cached_property
    def one_element(self) -> bool:
        """True if both stand in one element of a structure that is believed."""
        tag = self.before.tag
        return tag is not None and tag == self.line.tag and self._is_believed(tag) and not self.plainly_two

    @cached_property
    def plainly_two(self) -> bool:
        """True if a paragraph ends with the first and another begins with the second, as paragraphs do in this text, whatever tags say."""
        return (
            self.setting.indented
            and self.stop
            and not self.small
            and self.slack > _SHORT_END
            and self.indent > self.indent_before + INDENT
            and not _is_labelled(self.open[0])
        )

    @cached_property
    def hangs(self) -> bool:
        """True if the second hangs under the first line of an entry, right below."""
        at_edge = self.region.indent(self.open[0]) < INDENT / 2
        return bool(self.region.hanging) and at_edge and self.indent > INDENT and 0 < self.distance < GAP

    @cached_property
    def at_initial(self) -> bool:
        """True if the first line of the block has a large initial, and the second stands beside it, or is the first below it."""
        words, slack = self.open[0].words, _BESIDE * self.line.size
        if len(self.open) > _LINES_BESIDE or len(words) == 1 or words[1].spaced or len(words[0].text) > 2:
            return False
        if words[0].text[-1].islower() or not words[0].text[-1].isalpha() or self.distance > GAP:
            return False
        beside = [abs(line.x0 - words[1].x0) < slack for line in (*self.open[1:], self.line)]
        below = len(beside) > 1 and abs(self.line.x0 - words[0].x0) < slack
        return all(beside[:-1]) and (beside[-1] or below) and words[1].x0 - words[0].x0 > slack

    @cached_property
    def two_elements(self) -> bool:
        """True if each stands in an element of its own."""
        one, two = self.before.tag, self.line.tag
        if one is None or two is None or one == two:
            return False
        return self._is_believed(one) or self._is_believed(two)

    def _is_believed(self, tag: Tag) -> bool:
        """Say if a *tag* is believed: all of the file's are, or those of its headings, and it is one's."""
        return self.setting.tagged or (self.setting.headed and tag.kind.startswith("H"))

    @cached_property
    def quotation_begins(self) -> bool:
        """True if the second and the line after it are set narrower than the first, on both sides."""
        return (
            self.after is not None
            and self.indent_before < INDENT
            and not _is_labelled(self.open[0])
            and abs(self.line.x0 - self.after.x0) < 1
            and _is_narrow(self.line, self.region)
            and _is_narrow(self.after, self.region)
            and abs(self.before.x0 - self.line.x0) < _QUOTED * self.line.size
        )

    @cached_property
    def quotation_ends(self) -> bool:
        """True if the lines up to the first are set narrower than the second, on both sides."""
        return (
            len(self.open) > 1
            and self.indent < INDENT
            and all(_is_narrow(line, self.region) for line in self.open)
            and len({round(line.x0) for line in self.open}) == 1
            and (self.full or self.distance > _APART)
            and self.line.x1 > max(line.x1 for line in self.open) + INDENT * self.line.size
        )

    @cached_property
    def wider(self) -> bool:
        """True if the lines up to the first end at one place, narrower than the text, and the second goes on to its edge."""
        ends = [line.x1 for line in self.open]
        right = max(ends)
        return (
            sum(right - end < 1 for end in ends) > 1
            and all(_is_narrow(line, self.region) for line in self.open)
            and len({round(line.x0) for line in self.open[1:]}) == 1
            and abs(self.line.x0 - self.before.x0) > 1
            and self.region.right - self.line.x1 < INDENT * self.line.size < self.line.x1 - right
        )

    @cached_property
    def mixed(self) -> bool:
        """True if they differ in size, and one has words of the other's size as well."""
        return not alike(self.before.size, self.line.size) and share_size(self.before, self.line)

    @cached_property
    def heading_goes_on(self) -> bool:
        """True if a heading with a number goes on: in the middle, in capitals, or under its first word, where it is larger than the text."""
        before, line = self.before, self.line
        if (
            self.stop
            or not NUMBER.match(self.open[0].text)
            or NUMBER.match(line.text)
            or before.base - line.base > _TIGHT * max(word.size for word in line.words)
        ):
            return False
        if before.base <= line.base or len(self.open) >= _MOST_OF_HEADING or not self.same_look:
            return False
        middle = all(Block("", (one,), self.region).is_centred for one in (*self.open, line))
        capitals = all(one.text.isupper() for one in (*self.open, line))
        first = next((word for word in self.open[0].words[1:] if word.spaced), None)
        under = first is not None and abs(line.x0 - first.x0) < line.size / 2
        return middle or capitals or (under and line.size > _LARGER * self.setting.body)

    @cached_property
    def heading_ends(self) -> bool:
        """True if a heading with a number ends on a line with room: letters that aren't slanted begin, or the heading of its first part."""
        label, comes = self.open[0].words[0].text, self.line.words[0].text
        if self.stop or self.full or len(self.open) > _MOST_OF_HEADING or not NUMBER.match(self.open[0].text):
            return False
        slanted = [word.style.italic for line in self.open for word in line.words][1:]
        first = (
            slanted[:1] == [True]
            and sum(slanted) > _MOSTLY * len(slanted)
            and not (self.small or self.line.words[0].style.italic)
            and self.line.x0 - self.open[0].x0 < self.line.size
        )
        part = NUMBERED.match(comes) and label.rstrip(".").isdecimal() != comes.strip("(.)").isdecimal()
        return first or (bool(part) and len(self.line.words) > 1)

    @cached_property
    def heading_begins(self) -> bool:
        """True if the second is slanted, after a number of several parts, and the first isn't, and has room: it may be a formula."""
        number, slanted = NUMBER.match(self.line.text), [word.style.italic for word in self.line.words[1:]]
        parts = number is not None and "." in (number["decimal"] or "")
        return (
            parts and all(slanted) and not self.before.words[-1].style.italic and (self.stop or not self.full)
        )

    @cached_property
    def is_under_heading(self) -> bool:
        """True if both are bold, and the second is a heading under the first: they stand farther apart than the lines of either."""
        before, line = self.before, self.line
        if not (before.bold and line.bold) or self.small:
            return False
        gap = before.base - line.base
        other = line.italic != before.italic or (before.text.isupper() and not line.text.isupper())
        goes_on = (self.after,) if self.after is not None and self.after.bold else ()
        inner = [
            one.base - two.base for lines in (self.open, (line, *goes_on)) for one, two in pairwise(lines)
        ]
        return (
            gap > (_APART_IN_LOOKS if other else _APART_ALIKE) * line.size
            and gap > GAP * self.setting.leading(self.setting.body)
            and all(distance < gap - _CLOSER * line.size for distance in inner)
        )

    @cached_property
    def slanted_heading_begins(self) -> bool:
        """True if the second is a slanted heading, after a sentence that isn't slanted: no gap needs to part it."""
        return (
            self.stop
            and self.after is not None
            and not self.before.words[-1].style.italic
            and self.distance > 0
            and _is_slanted_over(self.line, self.after, self.region)
        )

    @cached_property
    def slanted_heading_ends(self) -> bool:
        """True if the first is one."""
        return len(self.open) == 1 and _is_slanted_over(self.before, self.line, self.region)

    @cached_property
    def heading_over_indent(self) -> bool:
        """True if the first is alone at the edge, under a gap, and the second is indented, but not the third: a heading, however wide."""
        return (
            self.setting.indented
            and not self.hanging
            and len(self.open) == 1
            and not self.stop
            and not (_is_labelled(self.before) or NUMBER.match(self.before.text))
            and not (self.line.italic or self.line.bold)
            and not said_by(self.before).endswith((",", "-", "–"))
            and (self.above is None or self.above.base - self.before.base > GAP * self.leading)
            and self.indent > INDENT
            and abs(self.indent_before) < INDENT / 2
            and self.after is not None
            and self.after.base < self.line.base
            and abs(self.region.indent(self.after)) < INDENT / 2
        )

    @cached_property
    def stop(self) -> bool:
        """True if a sentence ends with the first."""
        return has_stop(self.before)

    @cached_property
    def part_ends(self) -> bool:
        """True if a sentence ends with the first, or a part of one, and a capital follows: enumerations are set as paragraphs."""
        return self.stop or (said_by(self.before).endswith(";") and self.line.text[0].isupper())

    @cached_property
    def small(self) -> bool:
        """True if the second begins with a small letter."""
        return begins_small(self.line)

    @cached_property
    def same_look(self) -> bool:
        """True if both have one weight."""
        a, b = self.before, self.line
        return a.bold == b.bold and not (a.sans and b.serifed) and not (a.serifed and b.sans)

    @cached_property
    def hanging(self) -> bool:
        """True if lines of this region hang under the first of their paragraph."""
        known = self.region.hanging
        return self.setting.hanging if known is None else known

    @cached_property
    def flush(self) -> bool:
        """True if lines of the block so far begin at the edge after its first: it is a paragraph that doesn't hang."""
        return any(self.region.indent(line) < INDENT / 2 for line in self.open[1:])

    @cached_property
    def is_item(self) -> bool:
        """True if an item of a list begins with the second line."""
        return self.counted or (begins_item(self.line, self.open) and not self.is_dash)

    @cached_property
    def is_dash(self) -> bool:
        """True if the second begins with a dash within a sentence, or a sign of a formula: the line before is full, and goes on."""
        dash = DASH.fullmatch(self.line.words[0].text)
        goes_on = self.full and not re.search(r"[.:;,?!][\"'’”)]*$", said_by(self.before))
        return bool(dash and goes_on and not self.line.dotted and self.open[0].words[0].text != dash[0])

    @cached_property
    def in_one_link(self) -> bool:
        """True if a link goes over from one to the other."""
        target = self.before.words[-1].target
        return bool(target) and target == self.line.words[0].target

    @cached_property
    def slack(self) -> float:
        """How far the first ends from the edge."""
        return self.region.slack(self.before)

    @cached_property
    def label_comes(self) -> bool:
        """True if the second begins with the label of a note: in brackets, or raised with the number that comes next."""
        typed = note_marker(self.line.text)
        if typed and typed.end < len(self.line.text) and not self.full:
            return True
        one, two = label_of(self.open[0]), label_of(self.line)
        if not one or not two or two.form != "raised":
            return False
        return one.form == "raised" and two.number == (one.number or -9) + 1


def share_size(before: Line, line: Line) -> bool:
    """Say if one of two lines has words of the other's size: names in the letters of code may be most of a line of text."""
    one, two = (
        {round(word.size, 1) for word in each.words if not each.is_raised(word) and len(word.text) > 1}
        for each in (before, line)
    )
    return any(alike(size, line.size) for size in one) or any(alike(size, before.size) for size in two)


def _is_narrow(line: Line, region: Region) -> bool:
    """Say if *line* begins and ends within the edges of its region."""
    return region.indent(line) > INDENT and region.right - line.x1 > INDENT * line.size


def _is_slanted_over(line: Line, after: Line, region: Region) -> bool:
    """Say if *line* is slanted and ends without a stop, far from the edge, right over the line *after*, which is upright and begins with a capital."""
    return (
        line.italic
        and not after.words[0].style.italic
        and not has_stop(line)
        and line.text[0].isupper()
        and after.text[0].isupper()
        and region.slack(line) > _SHORT_END
        and abs(region.indent(line)) < INDENT / 2
        and 0 < line.base - after.base < _APART_ALIKE * line.size
    )


_AROUND = 5
"""Lines on either side among which a narrower column is looked for."""
_ALIGNED = 3
"""Lines that end at one place are a column."""


def right_of(lines: Sequence[Line], n: int, region: Region) -> float:
    """Return where the lines around the line *n* end, of those that begin where it does: justified lines of a narrower column."""
    line = lines[n]
    around = [
        other.x1
        for other in lines[max(n - _AROUND, 0) : n + _AROUND]
        if abs(other.x0 - line.x0) < _SAME_PLACE and alike(other.size, line.size)
    ]
    right = max(around)
    aligned = sum(right - x1 < _SAME_PLACE for x1 in around)
    narrower = region.right - right > INDENT * line.size
    return right if narrower and aligned >= _ALIGNED else region.right


def begins_item(line: Line, opened: Sequence[Line]) -> bool:
    """Say if an item of a list begins with *line*, after the block *opened*: by a bullet, or by the number that comes."""
    first = line.words[0].text
    if line.dotted or (BULLET.match(first) and len(line.words) > 1 and line.words[1].spaced):
        return True
    match = NUMBERED.match(first)
    if not match or len(line.words) == 1:
        return False
    before = NUMBERED.match(opened[0].words[0].text) if opened else None
    if before is None:
        return False
    return _follows(before[1], match[1])


_SAME_LABEL_EDGE = 0.8
"""Of the size: labels of one list begin or end so near to one another."""
_LABELS_APART = 30
"""Lines between two items of a list."""


def counted(lines: Sequence[Line]) -> frozenset[int]:
    """Return which of *lines* begin with labels that count on from one another at one place: they are items of a list."""
    found: set[int] = set()
    labelled: list[tuple[int, str, float]] = []
    for n, line in enumerate(lines):
        match = _GLUED.match(line.words[0].text)
        if not match or len(line.words) == 1 or line.bold or line.is_raised(line.words[0]):
            continue
        place = line.x0
        for k, label, other in reversed(labelled):
            if n - k > _LABELS_APART:
                break
            if abs(other - place) < _SAME_LABEL_EDGE * line.size and _follows(label, match[1]):
                found |= {k, n}
                break
        labelled.append((n, match[1], place))
    return frozenset(found)


def _follows(one: str, two: str) -> bool:
    """Say if the label *two* of an item comes after *one*."""
    if one.isdecimal() or two.isdecimal():
        return one.isdecimal() and two.isdecimal() and int(two) == int(one) + 1
    if len(one) == len(two) == 1 and ord(two) == ord(one) + 1:
        return True
    a, b = number_of(one), number_of(two)
    return a is not None and b == a + 1


_NAMES_AND_YEAR = re.compile(
    r"(?!\d)\w[^()\d]{2,100} (?:\((?:1[89]|20)\d\d[a-z]?\) | (?:1[89]|20)\d\d[a-z]?:)", re.VERBOSE
)
"""The beginning of an entry: ``Doe, Jane (2009)``, ``Doe 2009:``."""

BREAKS: tuple[Criterion[Pair, bool], ...] = (
    Criterion("in one element of the file's structure", lambda pair: pair.one_element, then=False),
    Criterion("beside a large initial, or right under it", lambda pair: pair.at_initial, then=False),
    Criterion(
        "a sentence goes on beside words of another size",
        lambda pair: (
            pair.mixed
            and pair.same_look
            and not pair.stop
            and pair.full
            and 0 < pair.distance < _ALMOST_APART
            and pair.indent < INDENT
            and pair.indent_before < INDENT
        ),
        then=False,
    ),
    Criterion("a heading with a number goes on", lambda pair: pair.heading_goes_on, then=False),
    Criterion("a heading with a number ends", lambda pair: pair.heading_ends, then=True),
    Criterion("a slanted heading with a number begins", lambda pair: pair.heading_begins, then=True),
    Criterion("in another size", lambda pair: not alike(pair.before.size, pair.line.size), then=True),
    Criterion("a bullet, or the number that comes next in a list", lambda pair: pair.is_item, then=True),
    Criterion("the label of a note", lambda pair: pair.label_comes, then=True),
    Criterion(
        "a link goes over the end of the line",
        lambda pair: pair.in_one_link and 0 <= pair.distance <= GAP,
        then=False,
    ),
    Criterion(
        "set narrower than the text, on both sides",
        lambda pair: pair.quotation_begins and not pair.hanging,
        then=True,
    ),
    Criterion(
        "at the edges of the text, after lines that are set narrower",
        lambda pair: pair.quotation_ends and not pair.hanging,
        then=True,
    ),
    Criterion(
        "as wide as the text, after lines of a narrower column",
        lambda pair: pair.wider and not pair.hanging,
        then=True,
    ),
    Criterion(
        "begins small, and no stop before it",
        lambda pair: pair.small and not pair.stop and pair.same_look and pair.distance < _NEVER,
        then=False,
    ),
    Criterion("in another element of the file's structure", lambda pair: pair.two_elements, then=True),
    Criterion(
        "bold letters begin or end",
        lambda pair: (
            not pair.same_look and not (pair.full and not pair.stop and pair.small) and not pair.hangs
        ),
        then=True,
    ),
    Criterion(
        "a slanted heading, between paragraphs that no gaps part",
        lambda pair: pair.slanted_heading_begins or pair.slanted_heading_ends,
        then=True,
    ),
    Criterion(
        "a heading at the edge, over a line that is indented",
        lambda pair: pair.heading_over_indent,
        then=True,
    ),
    Criterion("a bold heading under another", lambda pair: pair.is_under_heading, then=True),
    Criterion(
        "a heading goes on",
        lambda pair: (
            pair.line.bold and pair.before.bold and not pair.stop and pair.distance < 1.45 and pair.full
        ),
        then=False,
    ),
    Criterion("after a gap", lambda pair: pair.distance > GAP or pair.distance < 0, then=True),
    Criterion(
        "after a comma or a hyphen",
        lambda pair: said_by(pair.before).endswith((",", "-", "–")) and pair.full,
        then=False,
    ),
    Criterion(
        "at the edge, where lines hang",
        lambda pair: (
            pair.hanging and pair.indent < INDENT / 2 and (pair.stop or not pair.full) and not pair.flush
        ),
        then=True,
    ),
    Criterion(
        "at the edge, with names and a year, where lines hang",
        lambda pair: (
            pair.hanging
            and pair.indent < INDENT / 2
            and not pair.flush
            and _NAMES_AND_YEAR.match(pair.line.text) is not None
        ),
        then=True,
    ),
    Criterion(
        "at the edge, after lines that hang",
        lambda pair: (
            pair.stop
            and pair.indent < INDENT / 2
            and pair.indent_before > INDENT
            and pair.region.indent(pair.open[0]) < INDENT / 2
        ),
        then=True,
    ),
    Criterion(
        "hangs under the first line",
        lambda pair: (
            pair.hanging and pair.indent < LARGEST_INDENT and pair.indent_before < pair.indent + INDENT
        ),
        then=False,
    ),
    Criterion(
        "indented",
        lambda pair: (
            pair.indent > pair.indent_before + INDENT
            and (pair.stop or not pair.full)
            and not _goes_under(pair)
        ),
        then=True,
    ),
    Criterion(
        "after a full first line that is indented",
        lambda pair: pair.indent < pair.indent_before - INDENT and len(pair.open) == 1 and pair.full,
        then=False,
    ),
    Criterion("begins farther left", lambda pair: pair.indent < pair.indent_before - INDENT, then=True),
    Criterion(
        "indented, after a line that is indented and ends a sentence, or a part of one",
        lambda pair: (
            pair.setting.indented
            and pair.indent > INDENT
            and len(pair.open) == 1
            and pair.part_ends
            and pair.after is not None
            and pair.region.indent(pair.after) < pair.indent - INDENT
            and not _goes_under(pair)
        ),
        then=True,
    ),
    Criterion(
        "after a stop, on a line with room for its first word",
        lambda pair: pair.stop and not pair.full and (not pair.setting.spaced or pair.slack > _SHORT_END),
        then=True,
    ),
    Criterion(
        "after a semicolon, on a line with room for its first word, with a capital",
        lambda pair: pair.part_ends and not pair.full and pair.slack > _SHORT_END,
        then=True,
    ),
    Criterion(
        "after a line that is very short",
        lambda pair: pair.slack > _VERY_SHORT_END and not pair.full,
        then=True,
    ),
)
"""True if a block begins with the second of two lines. If nothing holds, none does."""


def _goes_under(pair: Pair) -> bool:
    """Say if the second of two lines hangs under the label of an item."""
    return _is_labelled(pair.open[0]) and len(pair.open) == 1 and (pair.full or not pair.stop)


def _is_labelled(line: Line) -> bool:
    """Say if *line* begins with the label of an item or a note."""
    first = line.words[0].text
    return bool(line.dotted or BULLET.match(first) or NUMBERED.match(first) or label_of(line))


def counts_on(one: Line, two: Line) -> bool:
    """Say if *two* begins with the same bullet as *one*, or with the label that comes after its own."""
    first, second = one.words[0].text, two.words[0].text
    if (one.dotted and two.dotted) or (first == second and BULLET.match(first)):
        return True
    a, b = _GLUED.match(first), _GLUED.match(second)
    return bool(a and b and _follows(a[1], b[1]))


def blocks_of(region: Region, setting: Setting) -> Iterator[Block]:
    """Yield the blocks of a *region*."""
    opened: list[Line] = []
    begins = ""
    lines = region.lines
    items = counted(lines)
    for n, line in enumerate(lines):
        if opened:
            after = lines[n + 1] if n + 1 < len(lines) else None
            right = right_of(lines, n, region)
            above = lines[n - len(opened) - 1] if n > len(opened) else None
            pair = Pair(opened[-1], line, region, setting, tuple(opened), after, right, n in items, above)
            decided = decide(BREAKS, pair)
            if decided and decided.then:
                yield Block("paragraph", tuple(opened), region, begins)
                opened, begins = [], decided.name
        opened.append(line)
    if opened:
        yield Block("paragraph", tuple(opened), region, begins)


def paragraphs_in(lines: Sequence[Line], setting: Setting) -> list[list[Line]]:
    """Return the *lines* of a note as its paragraphs: after a stop, a short line or a gap, and never at the end of a page."""
    if not lines:
        return []
    right = max(line.x1 for line in lines)
    width = max(right - min(line.x0 for line in lines), 1)
    done = [[lines[0]]]
    for before, line in pairwise(lines):
        gap = before.page == line.page and before.base - line.base > 1.5 * setting.leading(line.size)
        short = (right - before.x1) / width > _SHORT_END
        if has_stop(before) and not begins_small(line) and (gap or short) and len(lines) > 2:
            done.append([line])
        else:
            done[-1].append(line)
    return done
