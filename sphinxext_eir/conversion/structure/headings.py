"""Headings that arrive as lines of bold or italic text, as numbered lines, or as nothing but their name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...text.numerals import SMALL_ROMAN
from ...text.sentences import CLOSING, PARAGRAPH_END, PAUSES, STOPS
from .. import rules
from ..document import Block, Heading, PageBreak, Paragraph, Rule, text_of
from ..inlines import Inlines, Kind, plain
from ..wording import folded, section_name, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .draft import Draft

LONGEST_HEADING = 120
LONGEST_ITALIC_HEADING = 80
LONGEST_NUMBERED_HEADING = 100
FEWEST_WORDS_IN_CAPITALS = 2
NUMBERED = re.compile(rf"(?:(\d{{1,2}}(?:\.\d{{1,2}})*)[.)]?|{SMALL_ROMAN.upper()}\.)\s+[\"'“‘(]*[A-Z]")
DEEP = 4
"""The level of a heading inside a list: under any that a line of bold letters makes."""
STOP = re.compile(rf"[{STOPS}{PAUSES}][{CLOSING}]*$")


QUESTION = re.compile(rf"\?[{CLOSING}]*$")


def find_headings(draft: Draft) -> Draft:
    """Make headings of the lines that are some."""
    blocks: list[Block] = []
    listed = False
    authors = {folded(name) for name in (*draft.front.authors, *draft.written_by)}
    for n, block in enumerate(draft.blocks):
        level = 0
        if isinstance(block, Paragraph) and folded(text_of(block)) not in authors:
            level = heading_level(block, draft.blocks[n + 1 :], listed=listed)
            if (
                not level
                and blocks
                and is_plain_heading(block, blocks[-1], draft.blocks[n + 1 :], listed=listed)
            ):
                level = 2
                draft = draft.say(f"{text_of(block)!r} was read as a heading", block.inlines)
        new = Heading(unstyled(block.inlines), level) if level and isinstance(block, Paragraph) else block
        if isinstance(new, Heading):
            lists = (*rules.BIBLIOGRAPHIES, *rules.INDEPENDENT_PARTS, *rules.NOTES)
            listed = section_name(text_of(new)) in lists or (listed and new.level == DEEP)
        blocks.append(new)
    return replace(draft, blocks=tuple(blocks))


def unstyled(inlines: Inlines) -> Inlines:
    """Return *inlines* without the bold or italic letters that all of them have."""
    kinds = {run.kind for run in inlines if run.text.strip()}
    if len(kinds - {Kind.SUPERSCRIPT, Kind.NOTE}) != 1:
        return inlines
    return tuple(
        replace(run, kind=Kind.TEXT) if run.kind in (Kind.STRONG, Kind.EMPHASIS) else run for run in inlines
    )


def heading_level(block: Paragraph, following: Sequence[Block], *, listed: bool) -> int:
    """Return the level of the heading that *block* is, or 0 for a paragraph. Bold stands above italic."""
    text = text_of(block)
    if len(text) > LONGEST_HEADING or not re.search(r"[^\W\d_]", text):
        return 0
    if listed and section_name(text_of(block)) in rules.PARTS_OF_BIBLIOGRAPHIES:
        return DEEP
    if section_name(text_of(block)) in rules.SECTION_NAMES:
        return 2
    follows = next((b for b in following if not isinstance(b, PageBreak)), None)
    kinds = {run.kind for run in block.inlines if run.text.strip()} - {Kind.SUPERSCRIPT, Kind.NOTE}
    if (
        listed
        and kinds == {Kind.STRONG}
        and isinstance(follows, Paragraph)
        and not re.search(r"[\d,.]", text)
    ):
        return DEEP  # of a part of the bibliography: Primary sources
    if (
        listed
        or follows is None
        or isinstance(follows, Rule)
        or (STOP.search(text) and not (NUMBERED.match(text) and QUESTION.search(text)))
        or whole(rules.COLOPHON, text)
        or whole(rules.CAPTIONS, text)
    ):
        return 0
    numbered = NUMBERED.match(text)
    if kinds == {Kind.STRONG}:
        return 2
    if kinds == {Kind.EMPHASIS} and len(text) <= LONGEST_ITALIC_HEADING and not isinstance(follows, Heading):
        return 3
    if numbered and len(text) <= LONGEST_NUMBERED_HEADING and not NUMBERED.match(text_of(follows)):
        return 2 + (numbered[1] or "").count(".")
    if text.isupper() and len(text.split()) >= FEWEST_WORDS_IN_CAPITALS and not text[:1].isdigit():
        return 2
    return 0


LONGEST_PLAIN_HEADING = 70
SHORTEST_PARAGRAPH = 120
FEW_WORDS = 4
SMALL_WORD = 4
"""Letters. A longer word has a capital in a title."""


def is_plain_heading(block: Paragraph, before: Block, following: Sequence[Block], *, listed: bool) -> bool:
    """Whether *block* is a heading by nothing but its place: a short line without a stop between two paragraphs."""
    text = text_of(block)
    follows = next((b for b in following if not isinstance(b, PageBreak)), None)
    if listed or len(text) > LONGEST_PLAIN_HEADING or not text[:1].isupper():
        return False
    if re.search(r"[\d\[\]/@|]|[.,;:!]$|[.;] |^\w{1,8}:", text) or any(
        run.kind is not Kind.TEXT for run in block.inlines
    ):
        return False
    words = re.findall(r"[^\W\d_]+", text)
    titled = all(word[0].isupper() for word in words if len(word) > SMALL_WORD)
    long = (
        isinstance(before, Paragraph)
        and isinstance(follows, Paragraph)
        and min(len(text_of(before)), len(text_of(follows))) > SHORTEST_PARAGRAPH
        and bool(PARAGRAPH_END.search(text_of(before)))
        and text_of(follows)[:1] not in "—–-"
    )
    return long and (titled or len(words) <= FEW_WORDS)


def level_headings(draft: Draft) -> Draft:
    """Count the levels of headings from 2 without a gap: the title is the first, and no level may be left out."""
    open_levels: list[int] = []
    blocks: list[Block] = []
    for block in draft.blocks:
        if isinstance(block, Heading):
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            open_levels.append(block.level)
            blocks.append(replace(block, level=len(open_levels) + 1))
        else:
            blocks.append(block)
    return replace(draft, blocks=tuple(blocks))


def drop_empty(draft: Draft) -> Draft:
    """Take out blocks without a word, which a parser would stumble over."""
    return replace(draft, blocks=tuple(block for block in draft.blocks if not is_empty(block)))


def is_empty(block: Block) -> bool:
    """Whether *block* is a paragraph or heading of nothing."""
    return isinstance(block, (Paragraph, Heading)) and not plain(block.inlines).strip()
