"""Paragraphs cut at lines, and lines made paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .. import rules
from ..document import Block, Heading, Paragraph
from ..inlines import Inline, Inlines, joined, lines_of, plain
from ..wording import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def is_line_of_colophon(text: str) -> bool:
    """Say if *text* is a line of a colophon: a label, and what it labels; not all of a colophon on one line, which may be wrapped."""
    labels = re.finditer(rules.COLOPHON_LABEL, text, re.IGNORECASE)
    return bool(whole(rules.COLOPHON, text)) and len(list(labels)) == 1


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
