"""Two lines of a region, one after the other: what geometry and words tell of them, by which a block begins or goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from ....labels import note_marker
from ..layout.setting import GAP, INDENT, alike, begins_small, has_stop, said_by
from ..streams.labels import label_of
from .items import DASH, NUMBERED, begins_item, is_labelled
from .numbering import NUMBER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..layout.lines import Line
    from ..layout.setting import Region, Setting
    from ..page.elements import Tag

SHORT_END = 0.15
"""Of the width of a region, from its edge."""
_QUOTED = 4.0
"""Of the size: a quotation begins so far from the edge at most."""
_APART = 1.1
"""Of the leading: a little more than the distance of lines."""
_LINES_BESIDE, _BESIDE = 5, 0.6
"""Lines beside a large initial, and of the size: they begin so near to one another."""
_APART_IN_LOOKS, _APART_ALIKE = 1.4, 1.6
"""Of the size: so far apart stand a heading and one under it, in looks of its own or alike."""
_CLOSER = 0.2
"""Of the size: the lines of one heading are closer than that by so much."""
_SAME_PLACE = 2.0
"""Points."""
_TIGHT = 1.35
_LARGER = 1.05
"""Of the size, and of that of the text."""
_MOST_OF_HEADING = 3
"""Lines."""
_GOES_ON = 1.45
"""Of the leading: lines of one heading stand no farther apart."""
_LONG = 0.6
"""Of the width of the region."""
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
        """Their own distance, in parts of it; as near as lines are, where a pull quote that was left out stood between them."""
        distance = (self.before.base - self.line.base) / self.leading
        return 1.0 if distance > GAP and self.around_quote else distance

    @property
    def around_quote(self) -> bool:
        """True if a pull quote that was left out stood between them."""
        return any(
            self.line.base < word.base < self.before.base
            and word.x0 < self.before.x1
            and word.x1 > self.before.x0
            for word in self.setting.pulled.get(self.line.page, ())
        )

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
            and self.slack > SHORT_END
            and self.indent > self.indent_before + INDENT
            and not is_labelled(self.open[0])
        )

    @cached_property
    def hangs(self) -> bool:
        """True if the second hangs under the first line of an entry, right below."""
        at_edge = self.region.indent(self.open[0]) < INDENT / 2
        return bool(self.region.hanging) and at_edge and self.indent > INDENT and 0 < self.distance < GAP

    @cached_property
    def comes_back(self) -> bool:
        """True if the second is at the edge, right under the full first line of a paragraph, which is indented: its heading, or names, may fill that."""
        return (
            len(self.open) == 1
            and self.full
            and self.indent + INDENT / 2 < self.indent_before < _QUOTED
            and 0 < self.distance < _APART
        )

    @cached_property
    def bold_begins_indented(self) -> bool:
        """True if the second is indented and begins with bold letters, after a line farther left that doesn't end with such."""
        return (
            self.line.words[0].style.bold
            and not self.line.bold
            and not self.before.words[-1].style.bold
            and self.indent_before + INDENT / 2 < self.indent < _QUOTED
            and not is_labelled(self.open[0])
        )

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
            and not is_labelled(self.open[0])
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
        middle = all(self.region.is_centred(one) for one in (*self.open, line))
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
            and not ((self.small and not NUMBERED.match(comes)) or self.line.words[0].style.italic)
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
    def goes_on_after_colon(self) -> bool:
        """True if both are bold, or larger than the text, and the first is a long one in the middle and ends with a colon: one heading."""
        own = self.line.bold or self.line.size >= _LARGER * self.setting.body
        return (
            own
            and self.same_look
            and self.line.italic == self.before.italic
            and said_by(self.before).endswith(":")
            and 0 < self.distance < _GOES_ON
            and self.before.x1 - self.before.x0 > _LONG * self.region.width
            and self.region.is_centred(self.before)
            and self.region.is_centred(self.line)
        )

    @cached_property
    def heading_over_indent(self) -> bool:
        """True if the first is alone at the edge, under a gap, and the second is indented, but not the third: a heading, however wide."""
        return (
            self.setting.indented
            and not self.hanging
            and len(self.open) == 1
            and not self.stop
            and not (is_labelled(self.before) or NUMBER.match(self.before.text))
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
        and region.slack(line) > SHORT_END
        and (abs(region.indent(line)) < INDENT / 2 or abs(line.x0 - after.x0) < line.size / 2)
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
