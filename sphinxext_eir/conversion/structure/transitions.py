"""Lines across the text: transitions where they may stand, and nothing where they may not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..document import Block, Listing, Paragraph, Quote, Rule
from ..outcome import Reason

if TYPE_CHECKING:
    from ..inlines import Inlines
    from .draft import Draft


def keep_transitions(draft: Draft) -> Draft:
    """Leave rules where a transition may stand, between two blocks of text, and drop the others."""
    blocks: list[Block] = []
    dropped: list[Inlines] = []
    text = (Paragraph, Quote, Listing)
    for n, block in enumerate(draft.blocks):
        if not isinstance(block, Rule):
            blocks.append(block)
            continue
        dropped.append(block.inlines)
        following = draft.blocks[n + 1] if n + 1 < len(draft.blocks) else None
        if blocks and isinstance(blocks[-1], text) and isinstance(following, text):
            blocks.append(Rule())
    return replace(draft, blocks=tuple(blocks), dropped=draft.without(dropped, Reason.RULE))
