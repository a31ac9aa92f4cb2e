"""The front matter: title, byline, date, address and disclaimer."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ...text.decisions import Criterion, decide
from ...text.dois import doi_name
from ...text.fields import FieldError, read_date, read_url
from ...text.patterns import any_of
from ...text.vocabularies import words
from .. import rules
from ..decisions import Taken
from ..document import Heading, PageBreak, Paragraph, Rule, Table, inlines_of, text_of
from ..inlines import NOWHERE, Inline, Inlines, Kind, joined, lines_of, place_of, plain, stripped
from ..names import (
    UNSURE_CASE,
    all_names,
    credited_in,
    goes_on,
    institution_recased,
    is_written_by,
    names_in,
    people_in,
    recased,
    turned,
    without_marks,
)
from ..outcome import Reason
from ..wording import any_whole, folded, whole
from .bylines import breaks_off, byline_in, date_in, iso_date, updated_in
from .draft import FIRST_BLOCKS, Draft, decision
from .lines import cut_at_lines, paragraph_of_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..document import Block

_LONGEST_TITLE = 250
_LONGEST_IMPRINT = 200
"""Characters, the latter for each of its signs."""


def split_front_lines(draft: Draft) -> Draft:
    """Cut the first paragraphs at lines that are front matter: text may come without blank lines between them."""

    def stands_alone(line: Inlines) -> bool:
        text = plain(line)
        return _is_front(Paragraph(line)) or any_whole(rules.NOTICES, text) or is_written_by(text)

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


def _is_front(block: Block) -> bool:
    """Say if *block* is front matter by its own looks, wherever it stands."""
    text = text_of(block)
    return bool(
        text
        and (
            _is_address(block)
            or byline_in(text)
            or date_in(text)
            or _NUMBERS.fullmatch(text)
            or any_whole(rules.FEET, text)
            or any_whole(rules.DISCLAIMERS, text)
        )
    )


def _is_address(block: Block) -> bool:
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


def find_title(draft: Draft) -> Draft:
    """Take the title out of the blocks: the first heading or, where none comes before the text, the first line."""
    if draft.front.title:
        return draft
    told = [
        n
        for n, block in enumerate(draft.blocks)
        if draft.byline_places is not None and isinstance(block, Heading) and block.level == 1
    ]
    for n, block in enumerate(draft.blocks[:FIRST_BLOCKS] if not told else draft.blocks):
        text = text_of(block)
        if told and n != told[0]:
            continue
        if not text or _is_front(block) or isinstance(block, Rule) or _is_first_head(draft.blocks, n):
            continue
        if not isinstance(block, (Heading, Paragraph)) or folded(text).rstrip(":") in rules.SECTION_NAMES:
            break
        if isinstance(block, Paragraph) and (len(text) > _LONGEST_TITLE or re.search(r"[^.]\.$", text)):
            break
        lines = [block.inlines, *_title_goes_on(draft.blocks, n)]
        title = tuple(
            replace(run, kind=Kind.TEXT) if run.kind is not Kind.NOTE else run for run in joined(lines)
        )
        blocks = (*draft.blocks[:n], *draft.blocks[n + len(lines) :])
        if _is_said_again(title, blocks[n : n + 1]):  # by a style for titles, and as a heading
            again = blocks[n]
            assert isinstance(again, Heading)
            blocks = (*blocks[:n], *blocks[n + 1 :])
            draft = replace(draft, dropped=draft.without([again.inlines], Reason.REPEATED_TITLE))
        front = replace(draft.front, title=title, kind=_kind_of_article(plain(title)))
        parts = tuple(folded(plain(line)) for line in (title, *lines))
        named = (
            "the first heading" if isinstance(block, Heading) else "the first line that isn't front matter"
        )
        return replace(draft, blocks=blocks, front=front, title_parts=parts).decided(
            decision(block.inlines, Taken.TITLE, named),
            *(
                decision(line, Taken.CONTINUATION, "goes on the title, over the front matter")
                for line in lines[1:]
            ),
        )
    return _title_of_running_head(draft)


def _is_said_again(title: Inlines, following: Sequence[Block]) -> bool:
    """Say if a heading right under the *title* says the same."""
    return any(
        isinstance(block, Heading) and folded(text_of(block)) == folded(plain(title)) for block in following
    )


def _is_first_head(blocks: Sequence[Block], n: int) -> bool:
    """Say if a running head stands at *n*, over the title itself: the first page may have one as well."""
    texts = [folded(text_of(block)) for block in blocks[n : FIRST_BLOCKS + 1]]
    if is_written_by(texts[0]):
        return n > 0 and _is_first_head(blocks, n - 1)
    return len(texts) > 1 and is_written_by(texts[1]) and texts[0] in texts[2:]


def _title_of_running_head(draft: Draft) -> Draft:
    """Take the title from the first running head: what stands over *Written by …*."""
    for n, block in enumerate(draft.blocks):
        if not isinstance(block, (Paragraph, Heading)):
            continue
        lines = lines_of(block.inlines)
        before = draft.blocks[n - 1] if n else None
        if len(lines) > 1 and is_written_by(plain(lines[1])):
            taken, blocks = lines[0], (*draft.blocks[:n], Paragraph(lines[1]), *draft.blocks[n + 1 :])
        elif is_written_by(text_of(block)) and isinstance(before, (Paragraph, Heading)):
            taken, blocks = before.inlines, (*draft.blocks[: n - 1], PageBreak(), *draft.blocks[n:])
        else:
            continue
        if len(plain(taken)) <= _LONGEST_TITLE and len(lines) <= 2:
            title = tuple(replace(run, kind=Kind.TEXT) for run in taken)
            front = replace(draft.front, title=title, kind=_kind_of_article(plain(taken)))
            return replace(draft, blocks=blocks, front=front).decided(
                decision(taken, Taken.TITLE, "over 'Written by' in a running head")
            )
    return draft


def _title_goes_on(blocks: Sequence[Block], n: int) -> list[Inlines]:
    """Return the further lines of the title at position *n*: headings of its level, right over the front matter."""
    lines: list[Inlines] = []
    first = blocks[n]
    for block in blocks[n + 1 :]:
        if (
            isinstance(first, Heading)
            and isinstance(block, Heading)
            and block.level == first.level
            and place_of(block.inlines) > place_of(first.inlines)  # a site's name may stand over the title
            and not _is_front(block)
        ):
            lines.append(block.inlines)
            continue
        return lines if lines and _is_front(block) else []
    return []


def say_title_moved(draft: Draft) -> Draft:
    """Say that the title was moved, if text stood before it: it is printed first."""
    title = draft.front.title
    firsts = (place_of(inlines) for inlines in inlines_of(draft.blocks))
    if any(NOWHERE < first < place_of(title) for first in firsts):
        return replace(draft, dropped=draft.without([title], Reason.MOVED_TO_TITLE))
    return draft


def _kind_of_article(title: str) -> str:
    """Return the kind of article that the *title* names, if it names one."""
    return next((kind for pattern, kind in rules.KINDS if whole(pattern, title)), "")


def find_front_matter(draft: Draft) -> Draft:
    """Take address, byline, date and disclaimer out of the first blocks, up to the first that is text."""
    blocks = list(draft.blocks)
    n = 0
    while n < len(blocks):
        block = blocks[n]
        over = isinstance(block, Table) and draft.byline_places and not draft.front.authors
        if (
            isinstance(block, Rule) or over or (isinstance(block, PageBreak) and not n)
        ):  # between the byline and the text; a journal's head over the byline; a running head over the first page
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


_LONGEST_EXCERPT = 300


def _is_over_front(blocks: Sequence[Block]) -> bool:
    """Say if *blocks* begin with a short paragraph, such as an excerpt, over the byline, or over the address and the byline."""
    texts = [text_of(block) for block in blocks[:3] if isinstance(block, Paragraph)]
    if len(texts) < 3 or len(texts[0]) > _LONGEST_EXCERPT:
        return False
    under = texts[2] if _is_address(blocks[1]) else texts[1]
    return bool(byline_in(under))


def find_authors_elsewhere(draft: Draft) -> Draft:
    """Take the authors of an article without a byline from its running heads, or from its colophon, which stays."""
    names = draft.written_by if not draft.front.authors else ()
    for block in draft.blocks if not (names or draft.front.authors) else ():
        for line in lines_of(block.inlines) if isinstance(block, Paragraph) else ():
            match = whole(rules.COLOPHON_FIELDS["author"], plain(line))
            if match and not names and all_names(names_in(match["said"])):
                names = names_in(match["said"])
    return replace(draft, front=replace(draft.front, authors=names)) if names else draft


_TITLED = re.compile(rf"^(?:{any_of(words('honorifics'))}\s+)+")
"""Titles before a name, which a biography leaves out."""
_NUMBERS = re.compile(r"(?P<day>[0-3]?\d)/(?P<month>[01]?\d)/(?P<year>(?:19|20)\d\d)")
"""A date in numbers, whose first is the month in America: ``12/05/2018``."""
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
            text = "".join("*" if run.kind in marks else run.text for run in self.block.inlines)
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

    @cached_property
    def in_title_block(self) -> bool:
        """True if the reader has found it in the title block."""
        return place_of(self.block.inlines) in self.draft.front_places

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
        people = _IN_BRACKETS.sub("", found["names"]) if found else ""
        return found if found and (not self.is_no_byline or credited_in(people)) else None

    @cached_property
    def date(self) -> re.Match[str] | None:
        """A date alone, where one is still looked for."""
        return date_in(self.text) if not self.draft.front.date else None

    @cached_property
    def day_first(self) -> str:
        """A date of numbers alone, where one is still looked for and the article's language has the day first."""
        language = self.draft.language or "en"
        match = _NUMBERS.fullmatch(self.text) if language[:2] != "en" and not self.draft.front.date else None
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
    draft = _take_byline(line.draft, line.block.inlines, names_in(match["names"]), iso_date(match) or "")
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
    written = tuple(
        _known_case(name, draft) or (recased(name, draft.language) if name.isupper() else name)
        for name in names
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
    draft = _take_byline(line.draft, line.block.inlines, line.names, "")
    authors = dict.fromkeys((*before, *draft.front.authors))
    return replace(draft, front=replace(draft.front, authors=tuple(authors)))


def _without(line: FrontLine, reason: Reason) -> Draft:
    """Return the draft with the line dropped for a *reason*."""
    return replace(line.draft, dropped=line.draft.without([line.block.inlines], reason))


def _take_byline(draft: Draft, inlines: Inlines, names: Sequence[str], date: str) -> Draft:
    """Take a byline. Names in capitals get their case from the text, where it has them."""
    authors: list[str] = []
    for whole_name in names:
        name, place = _apart(without_marks(whole_name))
        if authors and whole(rules.AFFILIATIONS, name):
            draft = draft.say(
                f"the byline's {name!r} wasn't taken for an author, and is left out", inlines, doubtful=True
            )
            continue
        known = _known_case(name, draft)
        written = known or (recased(name, draft.language) if name.isupper() else name)
        authors.append(f"{written} ({place})" if place else written)
        if not known and name.isupper():
            message = f"the byline has {name!r} in capitals, and it was written {written!r}"
            draft = draft.say(message, inlines, doubtful=bool(UNSURE_CASE.search(name)))
    front = replace(draft.front, authors=tuple(authors), date=draft.front.date or date)
    return replace(draft, front=front, dropped=draft.without([inlines], Reason.BYLINE_RECAST))


def _apart(name: str) -> tuple[str, str]:
    """Return the name of an author, and the institution in brackets after it, written with capitals where these were all."""
    match = re.fullmatch(r"(?P<name>[^()]+?)\s*\((?P<place>[^()]+)\)", name)
    if not match:
        return name, ""
    place = match["place"]
    return match["name"], institution_recased(place) if place.isupper() and " " in place else place


def _known_case(name: str, draft: Draft) -> str:
    """Return *name* as the running head or the text has it, in letters of both cases."""
    for written in draft.written_by:
        if folded(written) == folded(name):
            return written
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)", re.IGNORECASE)
    for block in draft.blocks:
        for match in pattern.finditer(text_of(block)):
            if not match[0].isupper() and not match[0].islower():
                return match[0]
    return ""


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
        "a web address, alone on its line",
        lambda line: _is_address(line.block) and _is_original(line),
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
        lambda line: bool(line.names) and line.is_introduced,
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
