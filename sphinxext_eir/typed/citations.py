"""Typed citations: ``(Blank 2000)``, ``Blank (2000)``, ``(see Blank 2000: 12; Clark 2001)``, ``(ibid.)`` in running text.

A paragraph comes as a string in which :data:`OPAQUE` stands for what isn't to be touched, such as a link, and
:data:`OPEN` and :data:`CLOSE` stand around emphasised words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from .names import PARTICLES, UPPER, is_acronym
from .references import WITHOUT_YEAR, YEAR, year_word
from .words import BODY, CLAIMS, NO_AUTHOR, PAPERS, PLACES, STARTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

OPAQUE, OPEN, CLOSE = "\N{OBJECT REPLACEMENT CHARACTER}", "\x02", "\x03"


class Form(Enum):
    """A form of citation."""

    PARENTHETICAL = "parenthetical"
    NARRATIVE = "narrative"
    YEAR_ALONE = "year alone"
    """A year with a locator, in a sentence that names the author."""
    IBID = "ibid."


@dataclass(frozen=True)
class Reading:
    """A way to read the names of a citation: ``However, Blank`` is *However, Blank* or *Blank*."""

    names: tuple[str, ...]
    start: int
    """Where the citation begins, if this is what it says."""


@dataclass(frozen=True)
class Citation:
    """A citation of one work, or what looks like one."""

    form: Form
    start: int
    end: int
    """The span of the link in the paragraph, with the longest reading."""
    readings: tuple[Reading, ...] = ()
    """The longest first."""
    more: bool = False
    """Whether *et al.* follows the names."""
    year: str = ""
    suffix: str = ""
    sentence: str = ""
    """What precedes a year alone in its sentence."""
    plausible: bool = False
    """Whether it is a citation even if there is no such entry."""

    @property
    def label(self) -> str:
        """What is cited, for messages: ``Blank 2000``."""
        named = [
            reading for reading in self.readings if not _begins_sentence(reading.names[0])
        ] or self.readings
        names = [reading.names for reading in named if reading.start == named[0].start][-1] if named else ()
        return " ".join(
            (" and ".join(names), *(["et al."] if self.more else []), self.year + self.suffix)
        ).strip()


# Names

_PARTICLE = rf"(?:(?:{'|'.join(PARTICLES)})[ \xa0]|[dDlL]['’]|(?:al|el|Al|El|as|ash|at)-)"
_CAPITALISED = rf"(?:[{UPPER}]\.(?:-?[{UPPER}]\.)*|[{UPPER}][\w'’‐‑-]*)"
_WORD = rf"{_PARTICLE}{{0,3}}{_CAPITALISED}"
_SPACE = r"[ \xa0\n\t]+"
_SMALL = rf"(?:(?:of|the|for|on|in|to|de|des|du|und){_SPACE})"
_NAME = rf"{_WORD}(?:{_SPACE}{_SMALL}{{0,2}}{_WORD}){{0,9}}"
_AND = rf"(?:,?{_SPACE}(?:and|und|et|y){_SPACE}|,?\s?&\s?)"
_COMMA = rf",{_SPACE}"
_ET_AL = (
    rf"(?P<more>,?{_SPACE}{OPEN}?et\.?{_SPACE}al\.?{CLOSE}?\.?|,?{_SPACE}and{_SPACE}(?:others|colleagues))"
)
_NAMES = rf"(?P<names>{_NAME}(?:{_COMMA}{_NAME}){{0,6}}(?:{_AND}{_NAME}){{0,2}}){_ET_AL}?"

# Years and locators

_FIRST_EDITION = rf"(?:\[?{YEAR}\]?\s?/\s?|[\[(]{YEAR}[\])]\s?)"
_YEAR = re.compile(
    rf"{_FIRST_EDITION}?(?:(?P<year>{YEAR})(?P<suffix>[a-rt-z](?![\w'’]))?|(?P<without>{WITHOUT_YEAR})(?:-?(?P<letter>[a-z])\b)?)"
    rf"(?![\w'’])(?!\s?[-‐‑–—]\s?\d\d)(?:\s?\[{YEAR}\])?",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?P<suffix>[b-rt-z])(?![\w'’.])")
_TERM = (
    r"(?:pp?\.?|pages?|pgs?\.?|para(?:s|graphs?)?\.?|¶+|ch(?:s|aps?|apters?)?\.?|sec(?:s|tions?)?\.?|§+|vols?\.?|volumes?|"
    r"nn?\.|notes?|fn\.?|footnotes?|nos?\.?|ll?\.|lines?|figs?\.?|figures?|tables?|arts?\.?|articles?|bks?\.?|books?|pts?\.?|parts?|"
    r"loc\.?|cols?\.?|at)"
)
_NUMBER = r"(?:\d{1,4}[a-z]?|[ivxlc]{1,8}\b)(?:\s?[-‐‑–—]\s?(?:\d{1,4}|[ivxlc]{1,8}\b))?(?:\s?ff?\b\.?)?"
_BARE_NUMBER = rf"(?!{YEAR}(?!\s?[-‐‑–—]\s?\d))\d{{1,4}}(?:\s?[-‐‑–—]\s?\d{{1,4}})?(?:\s?ff?\b\.?)?(?![\w])"
_LOCATOR = re.compile(
    rf"(?:\s?:\s?(?:{_TERM}\s?)?{_NUMBER}|\s?[,;]?\s*{_TERM}\s?{_NUMBER}|\s?[,;]\s*{_BARE_NUMBER})"
    rf"(?:\s?(?:,|and|&)\s?(?:{_TERM}\s?{_NUMBER}|{_BARE_NUMBER}))*",
    re.IGNORECASE,
)
_NEXT_YEAR = re.compile(rf"\s*(?:[,;]|,?{_SPACE}and|,?\s?&)\s*", re.IGNORECASE)

# Groups

_GROUP = re.compile(r"\(([^()]{2,500})\)")
_IBID = re.compile(
    rf"\s*(?:see\s+)?{OPEN}?ibid(?:em)?\.?{CLOSE}?\.?\s*(?:{_LOCATOR.pattern}|,?\s*\d{{1,4}})?\s*",
    re.IGNORECASE,
)
_CITED = re.compile(
    rf"(?<!\w){_NAMES}(?:,?{_SPACE}|,|\s?:\s?|{_SPACE}?(?=\[))(?={_YEAR.pattern.replace('?P<', '?P<_')})"
)
_BEFORE = re.compile(rf"(?<![\w]){_NAMES}(?P<possessive>['’]s?)?,?[ \xa0\n]?$")
_LONGEST_NAMES = 160  # characters before the bracket

_ASIDE = re.compile(
    r"(?:see|also|cf|e\.g|i\.e|for (?:example|instance)|esp|especially|particularly|compare|contra|but|and|or|as|in|by|from|after|following|"
    r"adapted|quoted|cited|qtd|original|translated|trans|reprinted|emphasis|italics|added|mine|my|author's|own|the|translation|"
    r"inter alia|among others|passim|respectively|both|via|per|source|quote|quoting|citing|based on|above|below|original|here|again|"
    r"ibid|op|cit|eds?|more|recently|further|amongst|others)\b|[\s.,;:&'’“”\"/-]|" + _TERM + r"\s?\d+",
    re.IGNORECASE,
)
_SEE = re.compile(r"\b(?:see|cf|e\.g|for example|for instance|cited in|quoted in)\b", re.IGNORECASE)
_AT_SECOND_HAND = re.compile(
    r"[,;]?\s*(?:as\s+)?(?:cited|quoted|qtd\.?|referenced|mentioned|reprinted)\s+(?:in|by|from)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(rf"(?<=[^\W\d_]{{2}}[.!?])[\"'’”)]*\s+(?=[\"'‘“(]?[{UPPER}])")
_VERB = re.compile(r"[\s,]*(?:also\s+|has\s+|have\s+|who\s+|further\s+|\w+ly\s+)*(?P<verb>\w+)")
_ACCORDING = re.compile(
    r"(?:\b[Aa]ccording to|\b[Ss]ee(?: also)?|\b[Ff]ollowing|\b[Aa]s|\b[Cc]f\.?|\b[Aa]uthors? like|\b[Ss]cholars? (?:like|such as))\s+$"
)


def find_citations(text: str) -> Iterator[Citation]:
    """Yield what looks like a citation in *text*, in order; no two overlap."""
    for group in _GROUP.finditer(text):
        inside = group[1]
        if _IBID.fullmatch(inside):
            yield Citation(Form.IBID, group.start(), group.end())
            continue
        years, end = _scan_years(text, group.start(1))
        if years and not _rest(inside[end - group.start(1) :]):
            yield from _after_names(text, group, years)
        else:
            yield from _within(text, group)


def _rest(text: str) -> str:
    """Return what is left of *text* when what may accompany a citation is taken out."""
    return _ASIDE.sub("", text)


@dataclass(frozen=True)
class _Year:
    start: int
    end: int
    year: str
    suffix: str
    located: bool


def _scan_years(text: str, start: int) -> tuple[list[_Year], int]:
    """Read years with their locators from *start* on: ``1999: 12, 2000a, b``. Return them, and where they end."""
    years: list[_Year] = []
    while match := _YEAR.match(text, start):
        year = match["year"] or year_word(match["without"])
        suffix = (match["suffix"] or match["letter"] or "").lower()
        locator = _LOCATOR.match(text, match.end())
        end = locator.end() if locator else match.end()
        years.append(_Year(match.start(), end, year, suffix, located=bool(locator)))
        start = end
        while (
            suffix
            and (separator := _NEXT_YEAR.match(text, start))
            and (letter := _LETTER.match(text, separator.end()))
        ):
            years.append(_Year(letter.start(), letter.end(), year, letter["suffix"], located=False))
            start = letter.end()
        separator = _NEXT_YEAR.match(text, start)
        if not separator:
            return years, start
        start, end = separator.end(), start
    return years, (end if years else start)


def _after_names(text: str, group: re.Match[str], years: list[_Year]) -> Iterator[Citation]:
    """Read ``Blank (2000)``, ``Blank's (1999, 2000)``; or a year alone."""
    offset = max(0, group.start() - _LONGEST_NAMES)
    before = _BEFORE.search(text[offset : group.start()])
    if not before:
        if len(years) == 1 and years[0].located:
            sentence = _SENTENCE.split(text[: group.start()])[-1]
            yield Citation(
                Form.YEAR_ALONE, group.start(), group.end(),
                year=years[0].year, suffix=years[0].suffix, sentence=sentence,
            )  # fmt: skip
        return
    start = offset + before.start("names")
    names = before["names"]
    cited = Citation(
        Form.NARRATIVE, start, group.end(), tuple(_readings(names, start)),
        more=bool(before["more"]), plausible=_is_claimed(text, group, before, years) and _are_authors(names),
    )  # fmt: skip
    yield from _each_year(cited, years)


def _each_year(cited: Citation, years: list[_Year]) -> Iterator[Citation]:
    """Yield *cited* for each of its years; of several, only the first after names is part of the link."""
    if len(years) == 1:
        yield replace(cited, year=years[0].year, suffix=years[0].suffix)
        return
    for number, year in enumerate(years):
        alone = number > 0 or cited.form is Form.NARRATIVE
        readings = (
            tuple(Reading(reading.names, year.start) for reading in cited.readings)
            if alone
            else cited.readings
        )
        start = year.start if alone else cited.start
        yield replace(cited, start=start, end=year.end, readings=readings, year=year.year, suffix=year.suffix)


def _within(text: str, group: re.Match[str]) -> Iterator[Citation]:
    """Read ``(Blank 2000)``, ``(see Blank 2000, p. 12; Clark and Dole 2001a, b)``."""
    found: list[Citation] = []
    gaps: list[str] = []
    position = group.start(1)
    while match := _CITED.search(text, position, group.end(1)):
        years, end = _scan_years(text, match.end())
        gap = text[position : match.start()]
        if _AT_SECOND_HAND.search(gap):  # what is cited at second hand is in no bibliography
            found = [replace(citation, plausible=False) for citation in found]
            gap = ""
        cited = Citation(
            Form.PARENTHETICAL, match.start(), end, tuple(_readings(match["names"], match.start())),
            more=bool(match["more"]), plausible=_are_authors(match["names"]),
        )  # fmt: skip
        found += _each_year(replace(cited, end=years[-1].end), years)
        gaps.append(gap)
        position = end
    if not found:
        return
    gaps.append(text[position : group.end(1)])
    between = " ".join(gaps)
    if _rest(between) and (not _SEE.search(between) or re.search(rf"[{UPPER}]", _rest(between))):
        found = [replace(citation, plausible=False) for citation in found]
    if len(found) == 1 and not between.strip():
        whole = tuple(
            replace(reading, start=group.start() if reading.start == found[0].start else reading.start)
            for reading in found[0].readings
        )
        found = [replace(found[0], start=group.start(), end=group.end(), readings=whole)]
    yield from found


# Names


def _readings(names: str, start: int) -> Iterator[Reading]:
    """Yield the readings of *names*, which begin at *start*: all of them, then what is left without the first words.

    What follows *and* alone is no reading: ``Blank and Clark (2000)`` isn't by Clark.
    """
    for word in re.finditer(rf"(?:(?<=[\s,])|^){_WORD}", names):
        before = names[: word.start()]
        if re.search(rf"{_AND}$", before) or re.search(r"\b(?:of|the|for|on|in)\s$", before):
            continue
        yield from (
            Reading(reading, start + word.start())
            for reading in _divisions(_without_possessive(names[word.start() :]))
        )


def _divisions(names: str) -> Iterator[tuple[str, ...]]:
    """Yield *names* as one name and, if *and* or a comma may divide them, as several."""
    yield (names,)
    parts = tuple(part for part in re.split(rf"{_AND}|{_COMMA}", names) if part)
    if len(parts) > 1:
        yield parts


def _without_possessive(name: str) -> str:
    return re.sub(r"['’]s?$", "", name)


def _are_authors(names: str) -> bool:
    """Whether *names*, with capitals before a year, are authors even if no entry says so."""
    names = _without_possessive(names)
    while match := re.match(r"([\w.]+),?\s+(?:to\s+)?", names):
        if not _begins_sentence(match[1]):
            break
        names = names[match.end() :]
    plain = [
        word.casefold().rstrip(".") for word in re.findall(r"[\w.'’‐‑-]+", names) if not word[0].islower()
    ]
    if not plain or any(word in NO_AUTHOR or word.split("-")[0] in NO_AUTHOR for word in plain):
        return False
    if {"university", "press"} <= set(plain):
        return False
    return _is_author(names) or all(_is_author(part) for part in re.split(rf"{_AND}|{_COMMA}", names) if part)


def _begins_sentence(name: str) -> bool:
    """Whether the first word of *name* is none: ``However``, ``See``."""
    return name.split(" ", 1)[0].casefold().rstrip(".,") in STARTERS


def _is_author(name: str) -> bool:
    """Whether *name*, of which no word speaks against it, is a person's or a body's."""
    words = [word for word in re.findall(r"[^\s]+", name) if word.casefold() not in PARTICLES]
    plain = [word.casefold().strip(".") for word in words]
    if any(word in BODY for word in plain):
        return len(plain) > 1 or plain[0] in PAPERS
    if any(word in PLACES for word in plain):
        return False
    full = [word for word in words if not re.fullmatch(rf"(?:[{UPPER}]\.-?)+", word)]
    if len(full) != 1:
        return False  # `Stephen Blank 2000` is rare, `Star Wars 1977` isn't
    letters = re.sub(r"\W", "", full[0])
    return len(letters) > 1 and (not letters.isupper() or is_acronym(letters)) and not letters[-1].isdigit()


def _is_claimed(text: str, group: re.Match[str], before: re.Match[str], years: list[_Year]) -> bool:
    """Whether the words around say that ``Blank (2000)`` is an author's work, and not a thing of that year."""
    verb = _VERB.match(text, group.end())
    start = max(0, group.start() - _LONGEST_NAMES) + before.start("names")
    return (
        any(year.located or year.suffix for year in years)
        or bool(before["more"] or before["possessive"])
        or bool(verb and verb["verb"].casefold() in CLAIMS)
        or bool(_ACCORDING.search(text[:start] or " "))
    )
