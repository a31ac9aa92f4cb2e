"""The title page of a student's paper, line by line, where neither a style nor a page tells: APA 7 (2.3), Chicago, German universities.

Title, author, institution, course, teacher and date stand in several orders. The page is read if each of its lines is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...text.patterns import any_of
from ...text.vocabularies import words
from .. import rules
from ..decisions import Taken
from ..document import Heading, Paragraph, text_of
from ..names import people_in
from ..outcome import Reason
from ..wording import folded, whole
from .bylines import byline_in
from .draft import Draft, decision
from .papers import day_of_paper, flat, is_for_teacher, say_which_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..document import Block
    from ..inlines import Inlines

_MOST_LINES = 14
_MOST_OF_TITLE = 3
_LONGEST_LINE = 120
_LONGEST_TITLE = 250
_SHORTEST_TEXT = 80
"""Characters of the first paragraph of the text."""
_LONG_LINE = 40
"""Characters of the first line of a title that goes on in the next, which is a subtitle else."""
_OVER_NAMES = re.compile(any_of(words("by")), re.IGNORECASE)
_STAYS = re.compile(
    rf"""  {any_of(words("about_paper"))} (?![^\W\d_]) .*     # Word count: 2,000
        | \S+@\S+
    """,
    re.IGNORECASE | re.VERBOSE,
)
_RUNNING_HEAD = re.compile(r"running head\s?: .+", re.IGNORECASE)


@dataclass
class _TitlePage:
    """The lines of a title page, by what they are."""

    heads: list[Inlines]
    title: list[Inlines]
    people: list[Inlines]
    places: list[Inlines]
    taught: list[Inlines]
    dates: list[Inlines]
    by: list[Inlines]
    stay: list[Block]


def find_title_page(draft: Draft) -> Draft:
    """Take title, authors, institution, teacher and date out of a title page whose lines are all told."""
    if draft.front.authors or draft.front.title or draft.front_places or draft.byline_places is not None:
        return draft
    lines = _lines_over_text(draft.blocks)
    page = _told(lines) if lines else None
    if page is None:
        return draft
    title, subtitle = _title_of(page.title)
    names = [name for line in page.people for name in people_in(_said(line))]
    place = ", ".join(map(_said, page.places))
    front = replace(
        draft.front,
        title=flat(title),
        subtitle=draft.front.subtitle or subtitle,
        authors=tuple(names),
        date=draft.front.date or next((day_of_paper(_said(line)) for line in page.dates), ""),
        affiliation=draft.front.affiliation or place,
        written_for=draft.front.written_for or ", ".join(map(_said, page.taught)),
    )
    fields = [*page.people, *page.places, *page.taught, *page.by, *(page.title[1:] if subtitle else ())]
    for taken, reason in (
        (fields, Reason.BYLINE_RECAST),
        (page.dates, Reason.DATE_RECAST),
        (page.heads, Reason.RUNNING_HEAD),
    ):
        draft = replace(draft, dropped=draft.without(taken, reason))
    for line in page.dates[:1]:
        draft = say_which_day(draft, line)
    return replace(draft, front=front, blocks=(*page.stay, *draft.blocks[len(lines) :])).decided(
        *(
            decision(line, Taken.TITLE, "the lines of a title page that nothing else tells")
            for line in page.title
        ),
        *(decision(line, Taken.BYLINE, "the author, on a title page") for line in page.people),
        *(decision(line, Taken.DATE, "the date, on a title page") for line in page.dates),
    )


def _lines_over_text(blocks: Sequence[Block]) -> list[Paragraph | Heading]:
    """Return the short paragraphs and headings before the text; none where these are too many, or no text follows."""
    lines: list[Paragraph | Heading] = []
    for block in blocks[: _MOST_LINES + 1]:
        text = text_of(block)
        if not isinstance(block, (Paragraph, Heading)) or "\n" in "".join(run.text for run in block.inlines):
            return []
        if len(text) > _LONGEST_LINE or re.search(r"[^\W\d_]{3}[.!?]$", text):
            if lines and _FIRST_SECTION.match(text_of(lines[-1])) and _has_second_section(blocks):
                lines.pop()
            return lines if len(text) > _SHORTEST_TEXT else []
        if folded(text).rstrip(":") in rules.SECTION_NAMES or (
            lines and folded(text) in (folded(text_of(line)) for line in lines)
        ):
            return lines  # a section, or the title said again over the text
        lines.append(block)
    return []


_FIRST_SECTION = re.compile(r"(?:I|1)[.)]?\s\S")
"""A number before the first section, which else reads like an initial: ``I. Prólogo``, ``I. Calder``."""


def _has_second_section(blocks: Sequence[Block]) -> bool:
    """Say if one of the *blocks* has the number of a second section."""
    return any(re.match(r"(?:II|2)[.)]?\s\S", text_of(block)) for block in blocks)


def _told(lines: Sequence[Paragraph | Heading]) -> _TitlePage | None:
    """Return the *lines* by what they are; None if one of them isn't told, or if too little speaks for a title page."""
    page = _TitlePage([], [], [], [], [], [], [], [])
    left: list[int] = []
    for n, line in enumerate(lines):
        text = text_of(line)
        if byline_in(text):
            return None  # others read it
        for kind, told in (
            (page.heads, _RUNNING_HEAD.fullmatch(text)),
            (page.by, _OVER_NAMES.fullmatch(text.rstrip(":"))),
            (page.dates, day_of_paper(text)),
            (page.taught, is_for_teacher(text)),
            (page.places, _is_institution(text)),
        ):
            if told:
                kind.append(line.inlines)
                break
        else:
            if _STAYS.fullmatch(text):
                page.stay.append(line)
            else:
                left.append(n)
    people = _trailing_people(lines, left)
    titles = left[: len(left) - len(people)]
    together = titles and titles[-1] - titles[0] == len(titles) - 1 and len(titles) <= _MOST_OF_TITLE
    speaks = page.places or page.taught or page.by or page.heads
    if not (people and together and speaks):
        return None
    page.title += [lines[n].inlines for n in titles]
    page.people += [lines[n].inlines for n in people]
    return page if len(_said_all(page.title)) <= _LONGEST_TITLE else None


def _trailing_people(lines: Sequence[Paragraph | Heading], left: Sequence[int]) -> list[int]:
    """Return which of the lines that are *left* name people: the last of them, but the first, which is the title."""
    people: list[int] = []
    for n in reversed(left[1:]):
        if not people_in(text_of(lines[n])) or (people and people[0] != n + 1):
            break
        people.insert(0, n)
    return people


def _is_institution(text: str) -> bool:
    """Say if *text* is the institution of an author: a short line, without a colon, that no bracket would end."""
    return bool(whole(rules.AFFILIATIONS, text)) and not re.search(r"[():;<>?]", text)


def _title_of(lines: Sequence[Inlines]) -> tuple[Sequence[Inlines], str]:
    """Return the lines of the title itself, and the subtitle: what stands under a title that is short, and has no colon."""
    first = _said(lines[0])
    if len(lines) > 1 and len(first) <= _LONG_LINE and not first.endswith((":", "–", "—", ",")):
        return lines[:1], _said_all(lines[1:])
    return lines, ""


def _said(line: Inlines) -> str:
    """Return a *line* with single spaces."""
    return text_of(Paragraph(line))


def _said_all(lines: Iterable[Inlines]) -> str:
    """Return *lines* on one line."""
    return " ".join(map(_said, lines))
