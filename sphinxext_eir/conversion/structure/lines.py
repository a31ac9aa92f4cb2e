"""Paragraphs cut at lines, and lines made paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..document import Block, Heading, Paragraph
from ..inlines import Inline, Inlines, joined, lines_of, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def cut_at_lines(blocks: tuple[Block, ...], stands_alone: Callable[[Inlines], bool]) -> Iterator[Block]:
    """Yield *blocks*, of which each line that *stands_alone* is a paragraph of its own."""
    for block in blocks:
        if not isinstance(block, (Paragraph, Heading)) or "\n" not in plain(block.inlines):
            yield block
            continue
        lines = lines_of(block.inlines)
        if not any(map(stands_alone, lines)):
            yield block
            continue
        together: list[Inlines] = []
        for line in lines:
            if stands_alone(line):
                yield from paragraph_of_lines(together)
                yield Paragraph(line)
                together = []
            else:
                together.append(line)
        yield from paragraph_of_lines(together)


def paragraph_of_lines(lines: list[Inlines]) -> Iterator[Block]:
    """Yield the paragraph that *lines* are, if there are any."""
    if lines:
        yield Paragraph(joined(lines, Inline("\n")))
