"""The front matter beside the title: byline, date, address and disclaimer."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ...text.decisions import Criterion, decide
from ...text.dois import doi_name
from ...text.fields import FieldError, read_date, read_url
from ...text.patterns import any_of
from ...text.vocabularies import words
from .. import rules
from ..decisions import Taken
from ..document import Heading, PageBreak, Paragraph, Rule, Table, text_of
from ..inlines import Inline, Inlines, Kind, place_of, plain, stripped
from ..names import all_names, credited_in, is_known, names_in, people_in, recased, turned, without_marks
from ..outcome import Reason
from ..wording import any_whole, folded, is_said_with_issue, whole
from .authors import known_cases, take_byline
from .bylines import byline_in, date_in, iso_date, updated_in
from .draft import Draft, decision
from .front_lines import DAY_IN_NUMBERS, is_address

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..document import Block

_LONGEST_IMPRINT = 200
"""Characters, for each of its signs."""


def find_front_matter(draft: Draft) -> Draft:
    """Take address, byline, date and disclaimer out of the first blocks, up to the first that is text."""
    blocks = list(draft.blocks)
    n = 0
    while n < len(blocks):
        block = blocks[n]
        over = isinstance(block, Table) and draft.byline_places and not draft.front.authors
        if (
            isinstance(block, Rule)
            or over
            or (isinstance(block, PageBreak) and (not n or _goes_on_with_front(draft, blocks[n + 1 :])))
        ):  # between the byline and the text; a journal's head over the byline; a running head, or an imprint in the title block
            n += 1
            continue
        if not isinstance(block, (Paragraph, Heading)) or not text_of(block):
            break
        line = FrontLine(draft, block, blocks[n + 1 :])
        found = decide(FRONT_MATTER, line)
        if found is None and (
            line.in_title_block or (not any(map(text_of, blocks[:n])) and _is_over_front(blocks[n:]))
        ):
            n += 1
            continue
        if found is None:
            break
        draft = found.then.take(line).decided(decision(block.inlines, found.then.taken, found.name))
        del blocks[n]
    return replace(draft, blocks=tuple(blocks))


def _goes_on_with_front(draft: Draft, blocks: Sequence[Block]) -> bool:
    """Say if *blocks* begin with a line that the reader has found in the title block."""
    return bool(blocks) and place_of(getattr(blocks[0], "inlines", ())) in draft.front_places


_LONGEST_EXCERPT = 300


def _is_over_front(blocks: Sequence[Block]) -> bool:
    """Say if *blocks* begin with a short paragraph, such as an excerpt, over the byline, or over the address and the byline."""
    texts = [text_of(block) for block in blocks[:3] if isinstance(block, Paragraph)]
    if len(texts) < 3 or len(texts[0]) > _LONGEST_EXCERPT:
        return False
    under = texts[2] if is_address(blocks[1]) else texts[1]
    return bool(byline_in(under))


_ABOUT_ARTICLE = rf"{any_of(words('about_article'))}\W*"
_LETTERS = re.compile(r"[\W\d_]+")
_TITLED = re.compile(rf"^(?:{any_of(words('honorifics'))}\s+)+")
"""Titles before a name, which a biography leaves out."""
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
"""An institution in brackets after a name."""


@dataclass(frozen=True)
class FrontLine:
    """A block over the text that may be front matter, and the draft that it stands in."""

    draft: Draft
    block: Paragraph | Heading
    following: Sequence[Block]

    @cached_property
    def text(self) -> str:
        """Its words."""
        return text_of(self.block)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names that a paragraph consists of, where authors are still looked for; else none."""
        marks = (Kind.NOTE, Kind.SUPERSCRIPT)
        if self.in_bylines:
            text = "".join(
                re.sub(r"\S+", "*", run.text) if run.kind in marks else run.text for run in self.block.inlines
            )
            credited = credited_in(text) or tuple(filter(None, (turned(text),)))
            if credited or self.text.lower() != self.text.upper():
                return credited
        said = tuple(run for run in self.block.inlines if run.kind not in marks)
        names = names_in(without_marks(" ".join(plain(said).split())))
        if self.in_bylines:  # in a script without capitals, from which nothing tells names but their place
            return names if all_names(names, announced=True) else ()
        wanted = isinstance(self.block, Paragraph) and not self.draft.front.authors
        return names if (wanted or self.in_title_block) and all_names(names) else ()

    @cached_property
    def in_bylines(self) -> bool:
        """True if the reader has found that it names the authors."""
        return place_of(self.block.inlines) in (self.draft.byline_places or ())

    @cached_property
    def is_no_byline(self) -> bool:
        """True if it stands in a title block whose bylines the reader has found, and is none of them."""
        return self.draft.byline_places is not None and self.in_title_block and not self.in_bylines

    @property
    def is_beside_byline(self) -> bool:
        """True if the reader has found others who are the authors: a keyword such as *Puerto Rico*, of which the text speaks."""
        return self.is_no_byline and bool(self.draft.byline_places)

    @cached_property
    def in_title_block(self) -> bool:
        """True if the reader has found it in the title block."""
        return place_of(self.block.inlines) in self.draft.front_places

    @cached_property
    def in_imprint(self) -> bool:
        """True if the reader has found it in an imprint beside the title."""
        return place_of(self.block.inlines) in self.draft.imprint_places

    @cached_property
    def doi(self) -> str:
        """The DOI that it says, and nothing else."""
        said = self.text.strip(" .,;")
        return doi_name(re.sub(r"^doi\W+(?=10\.|http)", "", said, flags=re.IGNORECASE))

    @property
    def is_imprint(self) -> bool:
        """True if it is a journal's imprint: its volume and pages, its numbers, whose rights."""
        signs = len(list(rules.IMPRINT.finditer(self.text)))
        return signs > 0 and len(self.text) < _LONGEST_IMPRINT * signs and not self.in_bylines

    @property
    def is_over_names(self) -> bool:
        """True if it announces the authors, whom the next line names."""
        places = self.draft.byline_places or ()
        under = place_of(getattr(self.following[0], "inlines", ())) if self.following else -1
        return self.in_title_block and under in places and any_whole(rules.OVER_NAMES, self.text)

    @property
    def is_running_head(self) -> bool:
        """True if running heads say the same beside the numbers of their pages, and it names nobody."""
        if not self.in_title_block or self.in_bylines or (self.names and not self.is_no_byline):
            return False
        said = _LETTERS.sub("", self.text.casefold())
        heads = (plain(drop.inlines) for drop in self.draft.dropped if drop.reason is Reason.RUNNING_HEAD)
        return bool(said) and any(_LETTERS.sub("", head.casefold()) == said for head in heads)

    @property
    def is_journal(self) -> bool:
        """True if it is the name of a journal, with which running heads or an imprint begin that say the issue."""
        if not self.in_title_block or self.in_bylines or whole(rules.AFFILIATIONS, self.text):
            return False
        return is_said_with_issue(self.text, (plain(drop.inlines) for drop in self.draft.dropped))

    @property
    def is_people(self) -> bool:
        """True if its names, in the title block, are of people, by all that can be told."""
        if self.in_bylines or self.is_no_byline:
            return self.in_bylines and bool(self.names)
        if not people_in(", ".join(self.names)):
            return False
        under_title = place_of(self.block.inlines) > place_of(self.draft.front.title)
        if self.draft.front.authors:
            return under_title and self.in_title_block
        return under_title or self.over_date or not self._names_follow

    @property
    def _names_follow(self) -> bool:
        """True if other lines of the title block may be the byline."""
        return any(
            place_of(block.inlines) in self.draft.front_places and people_in(text_of(block))
            for block in self.following
            if isinstance(block, Paragraph)
        )

    @property
    def over_date(self) -> bool:
        """True if a date stands under it, still over the title: the head of a student's essay."""
        title = place_of(self.draft.front.title)
        return any(
            place_of(block.inlines) < title and date_in(text_of(block))
            for block in self.following
            if isinstance(block, Paragraph) and place_of(block.inlines) in self.draft.front_places
        )

    @cached_property
    def byline(self) -> re.Match[str] | None:
        """Names and a date, where authors are still looked for, or the date alone of those whom the text named before."""
        front = self.draft.front
        found = byline_in(self.text) if not (front.authors and front.date) else None
        if (
            found
            and front.authors
            and set(map(folded, names_in(found["names"]))) != set(map(folded, front.authors))
        ):
            found = None
        people = credited_in(_IN_BRACKETS.sub("", found["names"])) if found else ()
        told = people and (not self.draft.byline_places or any(map(is_known, people)))
        return found if found and (told or not self.is_no_byline) else None

    @cached_property
    def date(self) -> re.Match[str] | None:
        """A date alone, where one is still looked for."""
        return date_in(self.text) if not self.draft.front.date else None

    @cached_property
    def day_first(self) -> str:
        """A date of numbers alone, where one is still looked for and the article's language has the day first."""
        language = self.draft.language or "en"
        match = (
            DAY_IN_NUMBERS.fullmatch(self.text)
            if language[:2] != "en" and not self.draft.front.date
            else None
        )
        if not match:
            return ""
        try:
            return str(read_date(f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"))
        except FieldError:
            return ""

    @cached_property
    def named(self) -> re.Match[str] | None:
        """Names after *by*, where authors are still looked for."""
        match = whole(rules.BYLINE_OF_NAMES, self.text) if not self.draft.front.authors else None
        return match if match and all_names(names_in(match["names"]), announced=True) else None

    @property
    def is_introduced(self) -> bool:
        """True if the text says of the first of the names who that is."""
        first = re.escape(folded(_TITLED.sub("", self.names[0])))
        return any(
            re.match(rf"(?:{first})\s+{rules.VERBS}\b", folded(text_of(block))) for block in self.following
        )

    @property
    def in_running_head(self) -> bool:
        """True if a running head has the names."""
        known = {folded(name) for name in self.draft.written_by}
        return {folded(name) for name in self.names} <= known


def _is_original(line: FrontLine) -> bool:
    """Say if a URL can be read as the address of the original: the first, or the same again."""
    run = stripped(line.block.inlines)[0]
    try:
        read_url(run.text)
    except FieldError:
        return False
    known = folded(plain(line.draft.front.canonical)).rstrip("/")
    return not known or known == folded(run.text).rstrip("/")


def _take_address(draft: Draft, inlines: Inlines) -> Draft:
    """Take a URL as the address of the original, or drop it where it is said again."""
    if draft.front.canonical:
        return replace(draft, dropped=draft.without([inlines], Reason.REPEATED_LINK_TEXT))
    run = stripped(inlines)[0]
    return replace(draft, front=replace(draft.front, canonical=(Inline(run.text, run.at),)))


def _take_doi(line: FrontLine) -> Draft:
    """Take a DOI."""
    draft = _without(line, Reason.BYLINE_RECAST)
    return replace(draft, front=replace(draft.front, doi=line.doi))


def _take_disclaimer(draft: Draft, inlines: Inlines) -> Draft:
    """Take a disclaimer, whose article is a student's essay unless its title says otherwise."""
    flat = tuple(replace(run, kind=Kind.TEXT) for run in inlines)
    return replace(draft, front=replace(draft.front, disclaimer=flat, kind=draft.front.kind or "essay"))


def _take_match(line: FrontLine, match: re.Match[str] | None) -> Draft:
    """Take the names of a byline that a rule has found, and its date if it has one."""
    assert match
    draft = take_byline(line.draft, line.block.inlines, names_in(match["names"]), iso_date(match) or "")
    return _with_later_hands(draft, match)


def _take_date(line: FrontLine, match: re.Match[str] | None) -> Draft:
    """Take a date that a rule has found."""
    assert match
    front = replace(line.draft.front, date=iso_date(match) or "")
    return _with_later_hands(replace(_without(line, Reason.DATE_RECAST), front=front), match)


def _take_numbers(line: FrontLine) -> Draft:
    """Take a date of numbers."""
    draft = _without(line, Reason.DATE_RECAST)
    return replace(draft, front=replace(draft.front, date=line.day_first))


def _with_later_hands(draft: Draft, match: re.Match[str]) -> Draft:
    """Return the draft with the translators that a rule has found, and the date of the last change."""
    found = match.groupdict()
    names = names_in(found.get("translators") or "")
    known = known_cases(names, draft)
    written = tuple(
        known.get(name) or (recased(name, draft.language) if name.isupper() else name) for name in names
    )
    updated = updated_in(match) if found.get("updated") else ""
    front = draft.front
    return replace(
        draft,
        front=replace(front, translators=front.translators or written, updated=front.updated or updated),
    )


def _take_names(line: FrontLine) -> Draft:
    """Take a line of nothing but names; in a title block it may be one of several."""
    before = line.draft.front.authors
    draft = take_byline(line.draft, line.block.inlines, line.names, "")
    authors = dict.fromkeys((*before, *draft.front.authors))
    return replace(draft, front=replace(draft.front, authors=tuple(authors)))


def _without(line: FrontLine, reason: Reason) -> Draft:
    """Return the draft with the line dropped for a *reason*."""
    return replace(line.draft, dropped=line.draft.without([line.block.inlines], reason))


class _Take(NamedTuple):
    """The way in which a line is taken into the front matter."""

    taken: Taken
    take: Callable[[FrontLine], Draft]


FRONT_MATTER: tuple[Criterion[FrontLine, _Take], ...] = (
    Criterion(
        "a DOI, alone on its line",
        lambda line: bool(line.doi) and not line.draft.front.doi,
        _Take(Taken.ADDRESS, _take_doi),
    ),
    Criterion(
        "an imprint beside the title, but for its dates",
        lambda line: line.in_imprint and line.date is None,
        _Take(Taken.FURNITURE, lambda line: _without(line, Reason.PAGE_FURNITURE)),
    ),
    Criterion(
        "a web address, alone on its line",
        lambda line: is_address(line.block) and _is_original(line),
        _Take(Taken.ADDRESS, lambda line: _take_address(line.draft, line.block.inlines)),
    ),
    Criterion(
        "a publisher's or a browser's line, as on each page",
        lambda line: any_whole(rules.FEET, line.text),
        _Take(Taken.FURNITURE, lambda line: _without(line, Reason.FOOT)),
    ),
    Criterion(
        "a publisher's word on students' work",
        lambda line: not line.draft.front.disclaimer and any_whole(rules.DISCLAIMERS, line.text),
        _Take(Taken.DISCLAIMER, lambda line: _take_disclaimer(line.draft, line.block.inlines)),
    ),
    Criterion(
        "names and a date",
        lambda line: line.byline is not None,
        _Take(Taken.BYLINE, lambda line: _take_match(line, line.byline)),
    ),
    Criterion(
        "a date, alone on its line",
        lambda line: line.date is not None,
        _Take(Taken.DATE, lambda line: _take_date(line, line.date)),
    ),
    Criterion(
        "the title, said again",
        lambda line: line.in_title_block and folded(line.text) == folded(plain(line.draft.front.title)),
        _Take(Taken.FURNITURE, lambda line: _without(line, Reason.REPEATED_TITLE)),
    ),
    Criterion(
        "a date in numbers, in a language that has the day first",
        lambda line: bool(line.day_first),
        _Take(Taken.DATE, _take_numbers),
    ),
    Criterion(
        "a line drawn across the title block",
        lambda line: line.in_title_block and bool(re.fullmatch(r"[\W_]{3,}", line.text)),
        _Take(Taken.LINE, lambda line: _without(line, Reason.RULE)),
    ),
    Criterion(
        "the journal's line, or the kind of article, in the title block",
        lambda line: line.in_title_block and (any_whole(rules.NO_TITLES, line.text) or line.is_imprint),
        _Take(Taken.FURNITURE, lambda line: _without(line, Reason.PAGE_FURNITURE)),
    ),
    Criterion(
        "the name of the journal, in the title block",
        lambda line: line.is_journal,
        _Take(Taken.FURNITURE, lambda line: _without(line, Reason.PAGE_FURNITURE)),
    ),
    Criterion(
        "the heading of a box with days and keywords, in the title block",
        lambda line: line.in_title_block and bool(whole(_ABOUT_ARTICLE, line.text)),
        _Take(Taken.FURNITURE, lambda line: _without(line, Reason.PAGE_FURNITURE)),
    ),
    Criterion(
        "what announces the names under it",
        lambda line: line.is_over_names,
        _Take(Taken.BYLINE, lambda line: _without(line, Reason.BYLINE_RECAST)),
    ),
    Criterion(
        "what running heads say, in the title block: the journal",
        lambda line: line.is_running_head,
        _Take(Taken.FURNITURE, lambda line: _without(line, Reason.RUNNING_HEAD)),
    ),
    Criterion(
        "names after 'by'",
        lambda line: line.named is not None,
        _Take(Taken.BYLINE, lambda line: _take_match(line, line.named)),
    ),
    Criterion(
        "names over a date",
        lambda line: (
            bool(line.names)
            and not line.is_no_byline
            and bool(line.following)
            and bool(date_in(text_of(line.following[0])))
        ),
        _Take(Taken.BYLINE, _take_names),
    ),
    Criterion(
        "names of whom the text says who they are",
        lambda line: bool(line.names) and line.is_introduced and not line.is_beside_byline,
        _Take(Taken.BYLINE, _take_names),
    ),
    Criterion(
        "names as in a running head",
        lambda line: bool(line.names) and line.in_running_head,
        _Take(Taken.BYLINE, _take_names),
    ),
    Criterion(
        "names, in the title block",
        lambda line: line.in_title_block and line.is_people,
        _Take(Taken.BYLINE, _take_names),
    ),
    Criterion(
        "names in capitals, after the address",
        lambda line: bool(line.names) and line.text.isupper() and bool(line.draft.front.canonical),
        _Take(Taken.BYLINE, _take_names),
    ),
)
"""The criteria for lines of front matter. The first line that fits none of them ends it."""
