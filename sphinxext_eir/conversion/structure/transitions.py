"""Lines across the text: transitions where they may stand; elsewhere they are left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..decisions import Taken
from ..document import Block, Listing, Paragraph, Quote, Rule
from ..outcome import Reason
from .draft import decision

if TYPE_CHECKING:
    from ..decisions import Decision
    from ..inlines import Inlines
    from .draft import Draft


def keep_transitions(draft: Draft) -> Draft:
    """Leave lines across the text where a transition may stand, between two blocks of text, and drop the others."""
    blocks: list[Block] = []
    dropped: list[Inlines] = []
    decisions: list[Decision] = []
    text = (Paragraph, Quote, Listing)
    for n, block in enumerate(draft.blocks):
        if not isinstance(block, Rule):
            blocks.append(block)
            continue
        dropped.append(block.inlines)
        kept = "left out: not between two blocks of text"
        following = draft.blocks[n + 1] if n + 1 < len(draft.blocks) else None
        if blocks and isinstance(blocks[-1], text) and isinstance(following, text):
            blocks.append(Rule())
            kept = "kept: between two blocks of text"
        decisions.append(decision(block.inlines, Taken.LINE, kept))
    return replace(draft, blocks=tuple(blocks), dropped=draft.without(dropped, Reason.RULE)).decided(
        *decisions
    )
