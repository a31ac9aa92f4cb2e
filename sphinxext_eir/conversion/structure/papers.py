"""The head of a student's paper: as the MLA has it, with the title under it; or its title page, as the APA and others have it.

Name, teacher, course, institution and date stand each on its line (MLA Style Center, "Formatting a Research Paper"; APA 7, section 2.3).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...text.patterns import any_of
from ...text.vocabularies import words
from .. import rules
from ..decisions import Taken
from ..document import Heading, Paragraph, text_of
from ..inlines import Kind, joined, lines_of, plain
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
    """Take name, date, teacher and course out of the head of a paper, and the title under it; what else stands there stays."""
    if draft.front.authors:  # the file names them itself
        return draft
    lines = list(_first_lines(draft.blocks))
    heads = [line for _, line in lines[: _is_head_of_page(lines)]]
    lines = lines[len(heads) :]
    dated = next((n for n, (_, line) in enumerate(lines) if n and day_of_paper(_said(line))), 0)
    if not 1 <= dated < _MOST_LINES or len(lines) < dated + 2:
        return draft
    head, (n, title) = [line for _, line in lines[:dated]], lines[dated + 1]
    if isinstance(draft.blocks[lines[0][0]], Heading) and all_names(names_in(_said(lines[1][1]))):
        return draft  # a title that two words could be a name by, over its author
    more = _lines_of_title(draft.blocks, n)
    if not _is_head(head) or not _is_title(draft.blocks, n, more):
        return draft
    titles = [title, *(line for at, line in lines[dated + 2 :] if n < at < n + more)]
    taught = head[1:] if all(is_for_teacher(_said(line)) for line in head[1:]) else []
    front = replace(
        draft.front,
        title=flat(titles),
        authors=(_said(head[0]),),
        date=draft.front.date or day_of_paper(_said(lines[dated][1])),
        written_for=draft.front.written_for or _for_whom(taught),
    )
    kept = tuple(Paragraph(line) for line in head[1:] if not taught)
    recast = replace(draft, dropped=draft.without([head[0], *taught], Reason.BYLINE_RECAST), front=front)
    recast = replace(recast, dropped=recast.without([lines[dated][1]], Reason.DATE_RECAST))
    recast = replace(recast, dropped=recast.without(heads, Reason.RUNNING_HEAD))
    recast = say_which_day(recast, lines[dated][1])
    return replace(recast, blocks=(*kept, *draft.blocks[n + more :])).decided(
        decision(head[0], Taken.BYLINE, "the first line of a paper's head, over a date"),
        decision(lines[dated][1], Taken.DATE, "the last line of a paper's head"),
        *(decision(line, Taken.BYLINE, "the teacher or the course, in a paper's head") for line in taught),
        *(decision(line, Taken.TITLE, "under a paper's head") for line in titles),
    )


def _is_head_of_page(lines: Sequence[tuple[int, Inlines]]) -> bool:
    """Say if *lines* begin with the typed head of the page, the last name and a number, over the name: ``Osgood 1``."""
    first, second = (_said(line) for _, line in lines[:2]) if len(lines) > 1 else ("", "")
    name, _, number = first.rpartition(" ")
    return bool(number.isdecimal() and name) and second.split()[-len(name.split()) :] == name.split()


_SLASHED = re.compile(
    r"""(?P<one>\d{1,2}) (?P<mark>[/.-])       # 5/3/2018, 05.03.2018
        (?P<two>\d{1,2}) (?P=mark)
        (?P<year>(?:19|20)\d\d)
    """,
    re.VERBOSE,
)
_MOST_MONTHS = 12


def day_of_paper(text: str) -> str:
    """Return the date that *text* is, as ISO 8601; of ``5/3/2018``, which is another day in America, the year."""
    if match := date_in(text):
        return iso_date(match) or ""
    if not (match := _SLASHED.fullmatch(text)):
        return ""
    one, two, year = int(match["one"]), int(match["two"]), match["year"]
    clear = {(one, two)} if match["mark"] == "." else {(one, two), (two, one)}  # day, month
    days = {
        f"{year}-{month:02}-{day:02}" for day, month in clear if 1 <= month <= _MOST_MONTHS and 1 <= day <= 31
    }
    return days.pop() if len(days) == 1 else year if days else ""


def say_which_day(draft: Draft, line: Inlines) -> Draft:
    """Say of a date whose day and month can't be told apart that its year alone was taken."""
    year = day_of_paper(_said(line))
    if not year.isdecimal():
        return draft
    return draft.say(f"{_said(line)!r} is two days: the year alone was taken", (line[0],), doubtful=True)


_COURSE = re.compile(
    rf"""  (?: [^\W\d_][\w&.-]* \s ){{1,4}} \d{{2,4}} [A-Z]? (?: [-.]\d+ )? (?: \s?[:–—-] \s .+ )?     # HIST 204: Northern Trade
         | (?: AP | IB | Honou?rs ) \s .+                                                            # AP World History
         | (?: .*\W )? {any_of(words("courses"))} (?: \W.* )?                                          # Seminar on Trade
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TEACHER = re.compile(rf"(?:[^\W\d_]+\s?:\s*)?{any_of(words('honorifics'))}\.?\s+\S.*", re.IGNORECASE)


def is_for_teacher(text: str) -> bool:
    """Say if *text* names the teacher or the course that a paper was written for."""
    return len(text) <= _LONGEST_LINE and bool(
        _COURSE.fullmatch(text) or _TEACHER.fullmatch(text) or rules.OTHER_PEOPLE.match(text)
    )


def _for_whom(lines: Sequence[Inlines]) -> str:
    """Return *lines* on teacher and course as the field has them."""
    return ", ".join(map(_said, lines))


def flat(lines: Sequence[Inlines]) -> Inlines:
    """Return *lines* as one title, in one type; marks of notes stay."""
    return tuple(replace(run, kind=Kind.TEXT) if run.kind is not Kind.NOTE else run for run in joined(lines))


_LONG_LINE = 40
"""Characters of the first line of a title that has a second: who types it breaks it where it is full."""


def _lines_of_title(blocks: Sequence[Block], n: int) -> int:
    """Return how many paragraphs the title at *n* has: one, or two, of which the first is long."""
    two = [text_of(block) for block in blocks[n : n + 2] if isinstance(block, Paragraph)]
    goes_on = (
        len(two) > 1
        and len(two[0]) > _LONG_LINE
        and len(two[1]) <= _SHORTEST_TEXT
        and not _ENDED.search(two[1])
        and folded(two[1]).rstrip(":") not in rules.SECTION_NAMES
    )
    return 2 if goes_on else 1


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


def _is_title(blocks: Sequence[Block], n: int, lines: int) -> bool:
    """Say if the *lines* at *n* are a title: no sentence, over a paragraph or a heading."""
    text = " ".join(map(text_of, blocks[n : n + lines]))
    following = blocks[n + lines] if n + lines < len(blocks) else None
    return (
        0 < len(text) <= _LONGEST_TITLE
        and not re.search(r"[^.]\.$", text)
        and folded(text).rstrip(":") not in rules.SECTION_NAMES
        and (isinstance(following, Heading) or len(text_of(following or blocks[n])) > _SHORTEST_TEXT)
    )
