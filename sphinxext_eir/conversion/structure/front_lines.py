"""Lines of front matter, by their own looks; and the first paragraphs, cut at them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from .. import rules
from ..document import Heading, Paragraph, text_of
from ..inlines import Kind, joined, lines_of, plain
from ..names import all_names, goes_on, is_written_by, names_in
from ..wording import any_whole, whole
from .bylines import breaks_off, byline_in, date_in
from .draft import FIRST_BLOCKS, Draft
from .lines import cut_at_lines, paragraph_of_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..document import Block
    from ..inlines import Inlines

DAY_IN_NUMBERS = re.compile(r"(?P<day>[0-3]?\d)/(?P<month>[01]?\d)/(?P<year>(?:19|20)\d\d)")
"""A date in numbers, whose first is the month in America: ``12/05/2018``."""


def split_front_lines(draft: Draft) -> Draft:
    """Cut the first paragraphs at lines that are front matter: text may come without blank lines between them."""

    def stands_alone(line: Inlines) -> bool:
        text = plain(line)
        return is_front(Paragraph(line)) or any_whole(rules.NOTICES, text) or is_written_by(text)

    blocks: list[Block] = []
    firsts = [
        part
        for block in _of_whole_bylines(draft.blocks[:FIRST_BLOCKS])
        for part in _cut_at_broken_byline(block)
    ]
    for n, block in enumerate((*firsts, *draft.blocks[FIRST_BLOCKS:])):
        inlines = getattr(block, "inlines", ())
        whole_already = n >= FIRST_BLOCKS or (stands_alone(inlines) and not _has_byline_under_title(inlines))
        blocks += [block] if whole_already else cut_at_lines((block,), stands_alone)
    return replace(draft, blocks=tuple(blocks))


def _of_whole_bylines(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield *blocks*, of which two are one if a byline goes on from the one to the other."""
    left = list(reversed(blocks))
    while left:
        block = left.pop()
        following = left[-1] if left else None
        if isinstance(block, (Paragraph, Heading)) and isinstance(following, (Paragraph, Heading)):
            byline = Paragraph(joined((block.inlines, following.inlines)))
            if breaks_off(plain(block.inlines)) and byline_in(text_of(byline)):
                left.pop()
                block = byline
        yield block


def _cut_at_broken_byline(block: Block) -> Iterator[Block]:
    """Yield *block*, cut around a byline that goes on in the next line: ``By Jane Doe and``, ``John Roe, May 2 2018``."""
    lines = lines_of(block.inlines) if isinstance(block, (Paragraph, Heading)) else []
    for n, (line, following) in enumerate(pairwise(lines)):
        byline = Paragraph(joined((line, following)))
        if breaks_off(plain(line)) and (
            byline_in(text_of(byline)) or whole(rules.BYLINE_OF_NAMES, text_of(byline))
        ):
            yield from paragraph_of_lines(lines[:n])
            yield byline
            yield from paragraph_of_lines(lines[n + 2 :])
            return
    yield block


def _has_byline_under_title(inlines: Inlines) -> bool:
    """Say if a line of *inlines* is a whole byline, under a line that isn't the beginning of it.

    With nothing between them, a title reads like the first names of the byline: ``Salt and Silence``, ``INES CALDER, MAY 2 2018``.
    """
    lines = [plain(line).strip() for line in lines_of(inlines)]
    for before, line in pairwise(lines):
        match = byline_in(line)
        if match and not goes_on(before) and all_names(names_in(match["names"])):
            return before.isupper() <= line.isupper()
    return False


def is_front(block: Block) -> bool:
    """Say if *block* is front matter by its own looks, wherever it stands."""
    text = text_of(block)
    return bool(
        text
        and (
            is_address(block)
            or byline_in(text)
            or date_in(text)
            or DAY_IN_NUMBERS.fullmatch(text)
            or any_whole(rules.FEET, text)
            or any_whole(rules.DISCLAIMERS, text)
        )
    )


def is_address(block: Block) -> bool:
    """Say if *block* is a URL and nothing else."""
    runs = (
        [run for run in block.inlines if run.text.strip()] if isinstance(block, (Paragraph, Heading)) else []
    )
    if (
        len(runs) != 1
        or runs[0].kind is not Kind.LINK
        or not runs[0].target.startswith(("http://", "https://"))
    ):
        return False
    return bool(re.match(r"https?:|www\.|[\w.-]+\.[a-z]{2,}(?:/|$)", runs[0].text.strip(), re.IGNORECASE))
