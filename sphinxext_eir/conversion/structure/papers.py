"""The head of a student's paper, as the MLA has it: name, teacher, course and date, each on its line, and the title under them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .. import rules
from ..decisions import Taken
from ..document import Heading, Paragraph, text_of
from ..inlines import Kind, lines_of, plain
from ..names import all_names, names_in
from ..outcome import Reason
from ..wording import folded, whole
from .bylines import date_in, iso_date
from .draft import Draft, decision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..document import Block
    from ..inlines import Inlines

_MOST_LINES = 6
"""Lines of a head: one or two authors, the teacher, the course, its number, the date."""
_LONGEST_LINE = 60
_LONGEST_TITLE = 250
_SHORTEST_TEXT = 60
"""Characters."""
_ENDED = re.compile(r"[^.\s]{3}[.:;!?]$|^\W")
"""The end of a line that is a sentence, or a line that begins with a mark."""


def find_head_of_paper(draft: Draft) -> Draft:
    """Take name and date out of the head of a paper, and the title under it; teacher and course stay where they are."""
    if draft.front.authors:  # the file names them itself
        return draft
    lines = list(_first_lines(draft.blocks))
    dated = next((n for n, (_, line) in enumerate(lines) if n and date_in(_said(line))), 0)
    if not 1 <= dated < _MOST_LINES or len(lines) < dated + 2:
        return draft
    head, (n, title) = [line for _, line in lines[:dated]], lines[dated + 1]
    if isinstance(draft.blocks[lines[0][0]], Heading) and all_names(names_in(_said(lines[1][1]))):
        return draft  # a title that two words could be a name by, over its author
    if not _is_head(head) or not _is_title(draft.blocks, n):
        return draft
    date = lines[dated][1]
    match = date_in(_said(date))
    assert match
    kept = tuple(Paragraph(line) for line in head[1:])
    flat = tuple(replace(run, kind=Kind.TEXT) if run.kind is not Kind.NOTE else run for run in title)
    front = replace(
        draft.front, title=flat, authors=(_said(head[0]),), date=draft.front.date or iso_date(match) or ""
    )
    recast = replace(draft, dropped=draft.without([head[0]], Reason.BYLINE_RECAST))
    recast = replace(recast, dropped=recast.without([date], Reason.DATE_RECAST))
    return replace(recast, blocks=(*kept, *draft.blocks[n + 1 :]), front=front).decided(
        decision(head[0], Taken.BYLINE, "the first line of a paper's head, over a date"),
        decision(date, Taken.DATE, "the last line of a paper's head"),
        decision(title, Taken.TITLE, "under a paper's head"),
    )


def _first_lines(blocks: Sequence[Block]) -> list[tuple[int, Inlines]]:
    """Return the lines of the first paragraphs, each with the number of its block."""
    lines: list[tuple[int, Inlines]] = []
    for n, block in enumerate(blocks[: _MOST_LINES + 2]):
        if not isinstance(block, (Paragraph, Heading)):
            break
        together = isinstance(block, Heading) or len(plain(block.inlines)) > _MOST_LINES * _LONGEST_LINE
        lines += [(n, block.inlines)] if together else [(n, line) for line in lines_of(block.inlines)]
    return lines


def _said(inlines: Inlines) -> str:
    """Return *inlines* on one line."""
    return " ".join(plain(inlines).split())


def _is_head(lines: Sequence[Inlines]) -> bool:
    """Say if *lines* are those of a head over its date: a person's name, and short lines that are no sentences."""
    first, *others = map(_said, lines)
    names = names_in(first)
    words = set(re.findall(r"[^\W\d_]+", first.lower()))
    return (
        len(names) == 1
        and all_names(names)
        and not words & rules.NO_NAMES
        and not whole(rules.AFFILIATIONS, first)
        and folded(first) not in rules.SECTION_NAMES
        and all(len(line) <= _LONGEST_LINE and not _ENDED.search(line) for line in others)
    )


def _is_title(blocks: Sequence[Block], n: int) -> bool:
    """Say if the block at *n* is a title: no sentence, over a paragraph or a heading."""
    text = text_of(blocks[n])
    following = blocks[n + 1] if n + 1 < len(blocks) else None
    return (
        0 < len(text) <= _LONGEST_TITLE
        and not re.search(r"[^.]\.$", text)
        and folded(text).rstrip(":") not in rules.SECTION_NAMES
        and (isinstance(following, Heading) or len(text_of(following or blocks[n])) > _SHORTEST_TEXT)
    )
