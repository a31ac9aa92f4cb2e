"""Blocks that are set alike, and how many of them stand as headings do: a look is judged as a whole, and its blocks by it."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from .....text.sentences import PARAGRAPH_END
from ..layout.setting import alike, begins_small, said_by
from .cases import MOST_LINES, QUESTION, STOP, is_said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..blocks.breaks import Block
    from ..layout.setting import Setting

Look = tuple[int, bool, bool, bool]
"""Size, in halves of a point, weight, slant, and if serifs lack."""

_ENOUGH, _MANY = 2, 4
_MOST = 0.75
"""Of the blocks of one look: so many stand as headings do, if it is one of headings."""
_LONGEST = 150
"""Characters of what may be a heading."""


class Peers(NamedTuple):
    """The blocks of one look, which isn't that of the text."""

    blocks: int = 0
    headed: int = 0
    """How many of them stand as headings do."""

    @property
    def are_headings(self) -> bool:
        """True if most of them stand so."""
        return self.headed >= _ENOUGH and self.headed >= _MOST * self.blocks

    @property
    def are_none(self) -> bool:
        """True if they are many, and none stands so: labels of pictures, authors of entries."""
        return self.blocks >= _MANY and not self.headed


def look_of(block: Block) -> Look:
    """Return how a *block* is set."""
    return round(2 * block.size), block.bold, block.italic, all(line.sans for line in block.lines)


def peers_of(blocks: Sequence[Block], setting: Setting) -> Mapping[Look, Peers]:
    """Return the peers of each look of short *blocks* that aren't set like the text."""
    found: defaultdict[Look, Peers] = defaultdict(Peers)
    around = [None, *blocks, None]
    for (before, block), (_, after) in zip(pairwise(around), pairwise(around[1:]), strict=False):
        if block is None or block.kind != "paragraph" or not _is_own(block, setting):
            continue
        look = look_of(block)
        blocks_of_it, headed = found[look]
        found[look] = Peers(blocks_of_it + 1, headed + _stands_as_heading(before, block, after, setting))
    return found


def _is_own(block: Block, setting: Setting) -> bool:
    """Say if a *block* is short and no sentence, in letters of its own."""
    return (
        len(block.lines) < MOST_LINES
        and len(block.text) < _LONGEST
        and not _stops(block)
        and (block.bold or block.italic or not alike(block.size, setting.body))
    )


def _stands_as_heading(before: Block | None, block: Block, after: Block | None, setting: Setting) -> bool:
    """Say if a *block* stands after a sentence or a block of another look, and over text, or over a heading of another look."""
    if after is None or begins_small(block.first) or after.first.page > block.last.page + 1:
        return False
    ended = (
        before is None
        or before.kind != "paragraph"
        or before.first.page != block.first.page
        or bool(PARAGRAPH_END.search(said_by(before.last)))
        or (_is_own(before, setting) and look_of(before) != look_of(block))
    )
    if not ended or begins_small(after.first):
        return False
    if _is_own(after, setting):
        return look_of(after) != look_of(block)
    return after.kind in ("paragraph", "item", "quotation") and (
        (len(after.lines) > 1 and is_said(after.text)) or bool(PARAGRAPH_END.search(said_by(after.last)))
    )


def _stops(block: Block) -> bool:
    """Say if a *block* ends as a sentence, or a part of one, and neither asks nor announces what follows."""
    return bool(STOP.search(block.text)) and not (QUESTION.search(block.text) or block.text.endswith(":"))
