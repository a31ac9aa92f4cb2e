"""The biography: who the author is, or the person in an interview."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...text.patterns import any_of
from ...text.vocabularies import words
from .. import rules
from ..decisions import Taken
from ..document import Bibliography, Biography, Block, Heading, Notes, Paragraph, Rule, inlines_of, text_of
from ..inlines import Inlines, plain
from ..outcome import Reason
from ..wording import folded, section_name, whole
from .draft import decision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..decisions import Decision
    from .draft import Draft

_BIOGRAPHY_GOES_ON = re.compile(rf"{any_of(words('goes_on'))}(?!\w)")
_TITLE = any_of(words("honorifics"))
_TITLES = rf"(?:{_TITLE}\.?\s)*"
_INTRODUCED = rf"""
    (?: ,[^.]{{0,80}},                                       # Jane Doe, of Somewhere, is …
      | \s*\([^)]*\)                                         # Jane Doe (PhD) is …
      | 's\s+(?:current\s|recent\s|main\s)?(?:research|work|interests|publications)
    )?:?\s+{rules.VERBS}\b
"""
"""The words after a name that say who that is, in a verbose expression."""
_INTERVIEW = re.compile(
    rf"^(?:{'|'.join(pattern.removesuffix('.*') for pattern, kind in rules.KINDS if kind == 'interview')})\s*",
    re.IGNORECASE,
)
"""The words of a title before the person who is interviewed: ``Interview with``, ``Entretien avec``."""
_THE_AUTHOR = re.compile(rf"{any_of(words('the_author'))}\s+{rules.VERBS}(?!\w)")


def names_of(draft: Draft) -> tuple[str, ...]:
    """Return the names of the authors; in an interview, also the one in its title."""
    names = (*draft.front.authors, *draft.written_by)
    if draft.front.kind == "interview":
        title = " ".join(plain(draft.front.title).split())
        subject = _INTERVIEW.sub("", title, count=1)
        names = (*names, re.sub(rf"^{_TITLES}", "", re.split(r"[:,(–—]", subject)[0].strip()))
    return tuple(dict.fromkeys(name for name in names if name))


def starts_biography(block: Block, names: Sequence[str], *, after_rule: bool = False) -> bool:
    """Say if *block* begins by saying who one of *names* is."""
    if not isinstance(block, Paragraph):
        return False
    text = folded(text_of(block))
    if _THE_AUTHOR.match(text):
        return True
    for name in map(folded, names):
        last = name.split()[-1]
        if (last if after_rule else name) not in text:  # an expression for each author is dear
            continue
        surname = rf"|{re.escape(last)}" if after_rule else ""
        pattern = rf"(?:{_TITLES.lower()})(?:{re.escape(name)}{surname})"
        if after_rule and re.match(rf"{pattern}\b", text):
            return True
        if re.match(
            rf"{pattern}{_INTRODUCED}",
            text,
            re.VERBOSE,
        ):
            return True
    return False


_DEGREES = r"(?:[a-z]{1,6}\.\s*){0,3}"
"""Abbreviations of degrees between title and name: ``Dr. rer. nat. Jane Doe``."""
_DATED = re.compile(r"(?:1[5-9]|20)\d\d(?!\d)")


def is_address(block: Block, names: Sequence[str]) -> bool:
    """Say if *block* gives an address of one of *names*, after whom no year stands, as in an entry of a bibliography."""
    text = folded(text_of(block)) if isinstance(block, Paragraph) else ""
    return (
        bool(text)
        and any(
            name in text and re.match(rf"{_TITLES.lower()}{_DEGREES}{re.escape(name)}\s*(?:[,;:(]|$)", text)
            for name in map(folded, names)
        )
        and not _DATED.search(text)
    )


def find_biography(draft: Draft) -> Draft:
    """Gather the biography: under its heading, after a rule, or where a paragraph says who the author is."""
    blocks = list(draft.blocks)
    names = names_of(draft)
    new: list[Block] = []
    decisions: list[Decision] = []
    dropped = draft.dropped
    n = 0
    while n < len(blocks):
        block = blocks[n]
        heading: Inlines = ()
        start = n
        if isinstance(block, Heading) and section_name(text_of(block)) in rules.BIOGRAPHIES:
            heading, start = block.inlines, n + 1
        elif isinstance(block, Rule):
            start = n + 1
        below = n > 0 and isinstance(blocks[n - 1], Bibliography) and is_address(block, names)
        end = _end_of_biography(blocks, start, names, headed=bool(heading) or below, after_rule=start > n)
        at_an_end = end > start and (bool(heading) or _is_at_an_end(blocks, start, end))
        if not at_an_end or any(isinstance(b, Biography) for b in new):
            new.append(block)
            n += 1
            continue
        if isinstance(block, Rule):
            dropped = (*dropped, *replace(draft, dropped=()).without([block.inlines], Reason.RULE))
        if heading:
            dropped = (*dropped, *replace(draft, dropped=()).without([heading], Reason.SECTION_HEADING))
        new.append(Biography(tuple(blocks[start:end])))
        criterion = "under its heading" if heading else _why_biography(block, below=below)
        decisions += [
            decision(inlines, Taken.BIOGRAPHY, criterion if inner == start else "goes on the biography")
            for inner in range(start, end)
            for inlines in inlines_of([blocks[inner]])
        ]
        n = end
    return replace(draft, blocks=tuple(new), dropped=dropped).decided(*decisions)


def _why_biography(first: Block, *, below: bool) -> str:
    """Return why a biography without a heading is one, given the block that it begins with, *below* the bibliography or elsewhere."""
    if below:
        return "after the bibliography, and begins with an author's name"
    if isinstance(first, Rule):
        return "after a line across the text, and begins with an author's name"
    return "says of an author who that is"


def _end_of_biography(
    blocks: Sequence[Block], start: int, names: Sequence[str], *, headed: bool, after_rule: bool
) -> int:
    """Return the end of the biography that begins at *start*, which is *start* itself if none does."""
    end = start
    while (
        end < len(blocks)
        and isinstance(blocks[end], Paragraph)
        and not whole(rules.COLOPHON, text_of(blocks[end]))
    ):
        begins = starts_biography(blocks[end], names, after_rule=after_rule)
        goes_on = end > start and _BIOGRAPHY_GOES_ON.match(text_of(blocks[end]))
        if not (headed or begins or goes_on):
            break
        end += 1
    return end


def _is_at_an_end(blocks: Sequence[Block], start: int, end: int) -> bool:
    """Say if a biography stands first, or last: before the bibliography, the notes, a colophon, or nothing."""
    if not any(isinstance(block, Paragraph) for block in blocks[:start]):
        return True
    return all(
        isinstance(block, (Bibliography, Notes, Rule, Biography)) or whole(rules.COLOPHON, text_of(block))
        for block in blocks[end:]
    )
