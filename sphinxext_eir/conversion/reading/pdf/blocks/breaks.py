"""Lines of a region → blocks: a paragraph begins by geometry and by words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from .....text.decisions import Criterion, decide
from ..layout.setting import GAP, INDENT, LARGEST_INDENT, alike, begins_small, has_stop, said_by
from .items import counted, is_labelled
from .pairs import SHORT_END, Pair, right_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..layout.lines import Line
    from ..layout.setting import Region, Setting

_NEVER = 1.9
"""Of the leading: no sentence goes on over a wider gap."""
_VERY_SHORT_END = 0.4
"""Of the width of a region, from its edge."""
_ALMOST_APART = 1.3
"""Of the leading: so far apart are lines of one paragraph in which another font is larger or smaller."""


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
    head: int = 0
    """How many of these rows are its head."""
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
        return all(self.region.is_centred(line) for line in self.lines)


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
        "indented, and its first letters are bold",
        lambda pair: pair.bold_begins_indented,
        then=True,
    ),
    Criterion(
        "bold letters begin or end",
        lambda pair: (
            not pair.same_look
            and not (pair.full and not pair.stop and pair.small)
            and not pair.hangs
            and not pair.comes_back
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
    Criterion("a heading goes on after a colon", lambda pair: pair.goes_on_after_colon, then=False),
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
        lambda pair: pair.stop and not pair.full and (not pair.setting.spaced or pair.slack > SHORT_END),
        then=True,
    ),
    Criterion(
        "after a semicolon, on a line with room for its first word, with a capital",
        lambda pair: pair.part_ends and not pair.full and pair.slack > SHORT_END,
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
    return is_labelled(pair.open[0]) and len(pair.open) == 1 and (pair.full or not pair.stop)


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
        short = (right - before.x1) / width > SHORT_END
        if has_stop(before) and not begins_small(line) and (gap or short) and len(lines) > 2:
            done.append([line])
        else:
            done[-1].append(line)
    return done
