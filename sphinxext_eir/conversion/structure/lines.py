"""Paragraphs cut at lines, and lines made paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .. import rules
from ..document import Block, Heading, Paragraph
from ..inlines import Inline, Inlines, Kind, joined, lines_of, plain
from ..urls import CUT_URL, REST_OF_URL, SPACED_URL, quoted, trimmed_url
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


def with_whole_addresses(runs: list[Inline]) -> Iterator[Inline]:
    """Yield *runs*, in which a URL that a line's end parts, or a space after its scheme, is one link."""
    left = list(reversed(runs))
    while left:
        run = left.pop()
        # Between pages, the end of the line stands alone.
        ended = [left.pop()] if len(left) > 1 and left[-1].text == "\n" else []
        following = left[-1] if left and left[-1].kind is Kind.TEXT else None
        if run.kind is Kind.LINK and run.text.strip() == run.target and following:
            typed = "\n" * len(ended) + following.text
            match = REST_OF_URL.match(typed) if CUT_URL.search(run.text) else None
            if match and (rest := trimmed_url(match["rest"])):
                left.pop()
                whole_target = run.target + quoted(rest)
                start = match.start("rest") - len(ended)
                end = start + len(rest)
                yield replace(run, target=whole_target)
                yield replace(following.cut(start, end), kind=Kind.LINK, target=whole_target)
                if end < len(following.text):
                    left.append(following.cut(end, len(following.text)))
                continue
        left += ended
        if run.kind is Kind.TEXT and (match := SPACED_URL.search(run.text)):
            host = trimmed_url(match["host"])
            end = match.start("host") + len(host)
            target = quoted(match["scheme"] + host)
            if match.start():
                yield run.cut(0, match.start())
            yield replace(run.cut(match.start(), match.end("scheme")), kind=Kind.LINK, target=target)
            if end < len(run.text):
                left.append(run.cut(end, len(run.text)))
            yield replace(run.cut(match.start("host"), end), kind=Kind.LINK, target=target)
            continue
        yield run
