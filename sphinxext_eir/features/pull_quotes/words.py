"""The words of a pull quote, which may repeat the text, apart from its attribution, which doesn't."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from ...core.nodes import eir_pull_quote


def words_alone(quote: eir_pull_quote) -> list[nodes.Element]:
    """Return the blocks of *quote* without its attribution."""
    blocks = [child for child in quote.children if isinstance(child, nodes.Element)]
    return [block for block in blocks if not isinstance(block, nodes.attribution)]
