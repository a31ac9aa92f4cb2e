"""Blocks at the ends of columns and pages, made whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from .....text.decisions import Criterion, decide
from .... import rules
from ..layout.setting import INDENT, alike, begins_small, has_stop, said_by
from .items import BULLET, NUMBERED, counts_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..layout.setting import Setting
    from .breaks import Block

_LOOK_BACK = 12
"""Blocks: tables, captions, labels of charts and quotations may be set between the parts of a paragraph."""
_MOST_PAGES = 4
"""Pages that floats may part a sentence by; half as many a paragraph."""
_LABEL_LINES, _LABEL_LETTERS = 2, 60
"""The longest label of a chart."""
_FLOATS = frozenset(("caption", "table", "figure", "code"))
TEXTS = frozenset(("paragraph", "quotation", "item"))


@dataclass(frozen=True)
class Seam:
    """The last block before the end of a column or page, and the first after it."""

    before: Block
    after: Block
    setting: Setting

    @cached_property
    def stop(self) -> bool:
        """True if a sentence ends before it."""
        return has_stop(self.before.last)

    @cached_property
    def small(self) -> bool:
        """True if a small letter follows."""
        return begins_small(self.after.first)

    @cached_property
    def dangles(self) -> bool:
        """True if both are paragraphs of several lines, unlike labels of charts, and its last word begins something: *of the*."""
        *_, last = ("", *said_by(self.before.last).split())
        return (
            self.before.kind == self.after.kind == "paragraph"
            and min(len(self.before.lines), len(self.after.lines)) > 1
            and last in rules.DANGLING
        )

    @cached_property
    def full(self) -> bool:
        """True if the first word after it had no room before it."""
        last = self.before.last
        region = self.before.region
        right = region.right
        if self.before.kind == "quotation":
            right = max(line.x1 for line in self.before.lines)
        return last.x1 + self.after.first.first_width + last.size * 0.2 > right - 0.4 * last.size

    @cached_property
    def at_the_edge(self) -> bool:
        """True if the line before it ends where those above it do: all lines do but the last of a paragraph."""
        ends = [line.x1 for line in self.before.lines[:-1] if line.column == self.before.last.column]
        right = max(ends, default=0.0)
        return sum(right - end < 1 for end in ends) > 1 and abs(right - self.before.last.x1) < 1

    @cached_property
    def indent(self) -> float:
        """How far the block after it begins from the edge."""
        return self.after.region.indent(self.after.first)

    @cached_property
    def is_item(self) -> bool:
        """True if the block after it begins as an item does."""
        first = self.after.first.words[0].text
        return self.after.first.dotted or bool(BULLET.match(first) or NUMBERED.match(first))

    @cached_property
    def same(self) -> bool:
        """True if both are set alike."""
        one, two = self.before, self.after
        return alike(one.size, two.size) and one.bold == two.bold

    @cached_property
    def hangs(self) -> bool:
        """True if lines hang under the first of their paragraph, on either side."""
        return bool(self.after.region.hanging or (self.after.region.hanging is None and self.setting.hanging))


AT_THE_EDGE = "a line that ends right at the edge, where gaps part paragraphs"
"""The likelier of the two: few paragraphs end so, and a stop is as often there as anywhere in a line."""

OVER_FLOATS = "begins small, and no stop before the tables and pictures at the head of the page"

JOINS: tuple[Criterion[Seam, bool], ...] = (
    Criterion("set in another way", lambda seam: not seam.same, then=False),
    Criterion("an item begins", lambda seam: seam.is_item and seam.stop, then=False),
    Criterion(
        "the next item of the list begins",
        lambda seam: counts_on(seam.before.first, seam.after.first),
        then=False,
    ),
    Criterion("begins small, and no stop before it", lambda seam: seam.small and not seam.stop, then=True),
    Criterion("bold", lambda seam: seam.before.bold, then=False),
    Criterion(
        "after a comma or a hyphen",
        lambda seam: said_by(seam.before.last).endswith((",", "-", "–", ";")),
        then=True,
    ),
    Criterion("after a word that no sentence ends with", lambda seam: seam.dangles, then=True),
    Criterion(
        "hangs under the line before the break", lambda seam: seam.hangs and seam.indent > INDENT, then=True
    ),
    Criterion("at the edge, where lines hang", lambda seam: seam.hangs and seam.stop, then=False),
    Criterion(
        "no stop, a full line, and no indent",
        lambda seam: not seam.stop and seam.full and seam.indent < INDENT,
        then=True,
    ),
    Criterion(
        "no stop, a full line, in a quotation or an item",
        lambda seam: not seam.stop and seam.full and seam.before.kind != "paragraph",
        then=True,
    ),
    Criterion(
        "a full line and no indent, where paragraphs begin with one",
        lambda seam: (
            seam.full
            and seam.indent < INDENT
            and seam.setting.indented
            and (seam.setting.always_indented or not seam.setting.spaced)
            and seam.before.kind == "paragraph"
        ),
        then=True,
    ),
    Criterion("begins small after a full line", lambda seam: seam.small and seam.full, then=True),
    Criterion(
        AT_THE_EDGE,
        lambda seam: (
            seam.at_the_edge
            and seam.indent < INDENT
            and not seam.setting.indented
            and seam.before.kind == "paragraph" == seam.after.kind
        ),
        then=True,
    ),
)
"""True if a block goes on after the end of a column or page. If nothing holds, it doesn't."""


class Joined(NamedTuple):
    """Blocks in order, each with its lines from all the pages that it goes over."""

    blocks: list[Block]
    decisions: dict[int, str]
    """The criteria by which lines went on a block, by the lines' identity."""
    doubtful: list[int]
    """The pages at whose end nothing tells if a paragraph ends."""


def join(blocks: Sequence[Block], setting: Setting) -> Joined:
    """Return *blocks* with those made one that the end of a column or page parts."""
    done: list[Block] = []
    decisions: dict[int, str] = {}
    doubtful: list[int] = []
    for block in blocks:
        if _goes_on_as_code(done, block):
            done[-1] = replace(done[-1], lines=(*done[-1].lines, *block.lines))
            continue
        index = _partner(done, block)
        if index is not None:
            seam = Seam(done[index], block, setting)
            decided = decide(JOINS, seam)
            if decided and decided.then:
                done[index] = replace(done[index], lines=(*done[index].lines, *block.lines))
                decisions[id(block.first)] = decided.name
                if decided.name == AT_THE_EDGE and seam.stop:
                    doubtful.append(block.first.page)
                continue
            if decided is None and seam.full and seam.stop and seam.indent < INDENT and not seam.is_item:
                doubtful.append(block.first.page)
        over = _partner_over_floats(done, block)
        if over is None:
            done.append(block)
        else:
            done[over] = replace(done[over], lines=(*done[over].lines, *block.lines))
            decisions[id(block.first)] = OVER_FLOATS
    return Joined(done, decisions, doubtful)


def _goes_on_as_code(done: Sequence[Block], block: Block) -> bool:
    """Say if *block* is code that the end of a column or page parts from the last."""
    if block.kind != "code" or not done or done[-1].kind != "code":
        return False
    one, two = done[-1].last, block.first
    return (one.page, one.column) != (two.page, two.column)


def _partner_over_floats(done: Sequence[Block], block: Block) -> int | None:
    """Return the block that *block* goes on over a table or a picture at the head of its page, with what is said under it.

    It begins small, and the sentence of the last block before the page has no end.
    """
    page = block.first.page
    here = [one for one in done[-_LOOK_BACK:] if one.first.page == page]
    before = len(done) - len(here) - 1
    small = block.kind in TEXTS and begins_small(block.first)
    if before < 0 or not small or not here or here[0].kind not in _FLOATS:
        return None
    one = done[before]
    near = one.kind in TEXTS and page - one.last.page == 1 and len(here) < _LOOK_BACK
    same = alike(one.size, block.size) and one.bold == block.bold
    return before if near and same and not has_stop(one.last) else None


def _partner(done: Sequence[Block], block: Block) -> int | None:
    """Return the block that *block* may go on: the last of the text in the region before."""
    if block.kind not in TEXTS or not done:
        return None
    drawn: set[int] = set()
    for back in range(1, min(_LOOK_BACK, len(done)) + 1):
        before = done[-back]
        here = (block.first.page, block.first.column)
        there = (before.last.page, before.last.column)
        if before.kind in _FLOATS:
            if before.kind == "code" and back == 1 and here == (before.last.page, before.last.column):
                return None  # the text goes on about it
            drawn.add(before.first.page)
        elif before.last.page in drawn and _is_label(before) and begins_small(block.first):
            continue
        elif before.kind not in TEXTS:
            return None
        elif alike(before.size, block.size) or here == there:
            parted = there != here or back > 1
            near = _MOST_PAGES if begins_small(block.first) else _MOST_PAGES // 2
            return len(done) - back if parted and before.last.page >= block.first.page - near else None
    return None


def _is_label(block: Block) -> bool:
    """Say if *block* may be the label of a chart whose caption follows on its page: short, and no sentence."""
    short = len(block.lines) <= _LABEL_LINES and len(block.text) <= _LABEL_LETTERS
    return short and not has_stop(block.last) and not begins_small(block.first)
