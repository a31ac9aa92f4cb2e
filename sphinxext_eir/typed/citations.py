"""Typed citations: ``(Blank 2000)``, ``Blank (2000)``, ``(see Blank 2000: 12; Clark 2001)``, ``(ibid.)`` in running text.

A paragraph comes as a string, as ``paragraphs`` has it. Brackets are read from the inside out. In each, years are
looked for first, and names before them.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from ..text.characters import WIDE
from ..text.dates import WITHOUT_YEAR
from ..text.names import ROLE
from ..text.numerals import YEAR
from ..text.patterns import any_of, compile_later
from ..text.sentences import CLOSING, STOPS
from ..text.vocabularies import listed, vocabulary, words
from .cited_names import names_before
from .evidence import ENOUGH, NOTHING, STRONG, InText, weighed
from .paragraphs import CLOSE, OPAQUE, OPEN, has_year, may_cite
from .plausible import begins_sentence
from .words import words_for
from .years import is_locator, next_year, read_years

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .cited_names import Names
    from .words import Words
    from .years import Year

_READ = "\x04"
"""Stands for each character of a bracket that has been read, within another one."""


class Form(Enum):
    """A form of citation."""

    PARENTHETICAL = "parenthetical"
    NARRATIVE = "narrative"
    YEAR_ALONE = "year alone"
    """A year with a locator, in a sentence that names the author."""
    IBID = "ibid."
    OP_CIT = "op. cit."
    """The work of a named author that was cited before."""


AGAIN = (Form.IBID, Form.OP_CIT)
"""The forms that mean what was cited before them."""


class NameReading(NamedTuple):
    """A way to read the names of a citation: ``However, Blank`` is *However, Blank* or *Blank*."""

    names: tuple[str, ...]
    start: int
    """The start of the citation in this reading."""


class NamedCitation(NamedTuple):
    """A citation of one work by name and year, or words that look like one."""

    form: Form
    start: int
    end: int
    """The span of the link in the paragraph, with the longest reading."""
    readings: tuple[NameReading, ...] = ()
    """The longest first."""
    more: bool = False
    """Says that *et al.* follows the names."""
    year: str = ""
    suffix: str = ""
    sentence: str = ""
    """The words of the sentence before a year alone."""
    mark: str = ""
    """What stands between the names and the year: a comma, or nothing."""
    place: int = 0
    """Its place among the citations that are listed in one pair of brackets, or one after the other in a sentence."""
    signs: tuple[str, ...] = ()
    """What the text shows for and against a citation, if there is no such entry."""
    weight: int = NOTHING
    """The sum of these signs' weights."""
    language: str = "en"
    """The language of the document."""

    @property
    def plausible(self) -> bool:
        """Say if the text alone shows that it is a citation, even if there is no such entry."""
        return self.weight >= ENOUGH

    @property
    def is_nothing(self) -> bool:
        """Say if it can't be told from other things with a year: an entry for it isn't missed."""
        return self.weight <= NOTHING

    @property
    def is_bare(self) -> bool:
        """Say if the text shows no more than a name and a year in brackets."""
        return self.form is Form.PARENTHETICAL and STRONG.isdisjoint(self.signs)

    @property
    def label(self) -> str:
        """The names and the year, for messages: ``Blank 2000``."""
        named = [reading for reading in self.readings if not begins_sentence(reading.names[0], self.language)]
        named = named or list(self.readings)
        names = [reading.names for reading in named if reading.start == named[0].start][-1] if named else ()
        found = vocabulary(self.language)
        joint = f" {listed(found.conjunctions)[0]} " if found and found.conjunctions else ", "
        return " ".join(
            (joint.join(names), *(["et al."] if self.more else []), self.year + self.suffix)
        ).strip()


_GOES_WITH = compile_later(rf"(?: \s*[,;] | ,?\s+{any_of(words('conjunctions'))} )? \s*", re.VERBOSE)
"""What stands between two citations of a list in a sentence."""
_GROUP = compile_later(r"\(([^()]{2,500})\)")
_SQUARE = compile_later(r"\[([^\[\]]{4,500})\]")
_DEEPEST = 3
"""Levels of brackets that are read."""
_ROLE = compile_later(rf"[(\[]\s?{ROLE}\.?\s?[)\]]", re.IGNORECASE)
_LIKE_INITIALS = compile_later(
    any_of(word for word in words("see") if re.search(r"\W[^\W\d_]\.?$", word) and not word.islower())
)
"""Words before a citation whose end looks like an initial: ``z. B.``"""
_BRACKETED_YEAR = compile_later(
    rf"((?:[^\W\d_][.,]?\s)|\()\[((?:{YEAR}|{WITHOUT_YEAR})\??)\](?=\s*[,;:)])", re.IGNORECASE | re.VERBOSE
)
"""A year that the work doesn't say (ABNT NBR 6023, 8.6.1.3): ``(Silva, [s.d.])``, ``(Silva, [2001?], p. 3)``."""
_FIRST_WORDS = compile_later(rf"((?<![\w.])[^\W\d_]{{2,}})(\s?(?:…|\.\.\.))(?=,?\s*{YEAR})")
"""The first words of a title that stand for an author, with dots for the others: ``(EMPRESÁRIOS…, 2016)``."""


def _spelt(field: str) -> str:
    """Return an expression for the words of a *field*, with or without the spaces between abbreviations: *op. cit.*, *op.cit.*."""
    spelt = (
        re.escape(word.rstrip(".")).replace(r"\ ", r"\s?").replace(r"\.", r"\.\s?") for word in words(field)
    )
    return "|".join(sorted(spelt, reverse=True))


_IBID = compile_later(
    rf"""\s* (?: {any_of(words("see"))} \.?:?\s+ )? {OPEN}? (?: {any_of(words("idem"))} ,? \s )?
         (?: {_spelt("ibid")} ) (?!\w) \.?{CLOSE}?\.?\s*(?P<rest>.*)""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_OP_CIT = compile_later(
    rf""",?\s* (?<!\w) {OPEN}? (?: {_spelt("op_cit")} ) (?!\w) \.?{CLOSE}?\.? (?P<rest>.*)""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
"""What stands in the place of a year: ``(Blank, op. cit.: 12)``."""
_AT_SECOND_HAND = compile_later(
    rf"""[,;]?\s* {OPEN}?{any_of(words("second_hand"))}{CLOSE}? (?!\w)""", re.IGNORECASE | re.VERBOSE
)
_ET_AL = compile_later(
    rf"(?:et\.?\s+al|passim|in|see|{any_of((*words('ibid'), *words('op_cit')))}\.?)(?!\w)", re.IGNORECASE
)
_SEES = compile_later(rf"\s*(?:{any_of(words('see'))}[.:,]{{0,2}}\s+){{1,3}}", re.IGNORECASE)
"""Words before a year alone: ``Blank denies it (but see 2001: 3)``."""
_IDEM = compile_later(
    rf"[,;]\s*(?P<idem>{OPEN}?{any_of(words('idem'))}{CLOSE}?)[.,:]{{0,2}}\s{{0,3}}$", re.IGNORECASE
)
"""The author cited last, before a year: ``(Blank 1994; id. 1995)``."""
_SENTENCE = compile_later(rf"(?<=[^\W\d_]{{2}}[{STOPS}])[{CLOSING}]{{0,3}}\s+(?=[\"'‘“(]?[^\W\d_a-z])")
_TITLE = compile_later(
    rf"""(?: ['’]s? (?: \s+\w+ ){{0,2}}                       # Blank's second novel
           | ,? \s{any_of((*words("where"), "em", "en", "dans", "im", "nel", "nella"))} | , )   # Blank, in
         \s+ {OPEN}[^{OPEN}{CLOSE}]{{1,150}}{CLOSE} \s*$""",
    re.VERBOSE,
)
"""The title of a work between its author and the year."""
_TITLE_ALONE = compile_later(
    rf"""(?: {OPEN}(?P<emphasised>[^{OPEN}{CLOSE}\d]{{2,150}}){CLOSE}
           | (?<![\w])[‘“"'](?P<quoted>(?=[^\W\d_a-z])[^‘’“”"'()\[\];{OPEN}{CLOSE}]{{2,150}})[’”"'] )
         [\s,:]{{0,3}}$""",
    re.VERBOSE,
)
"""A title that stands for an author right before a year: ``*The Economist*``, ``‘Title of a Piece’``."""
_TITLE_IN_WORDS = compile_later(
    rf"[;\s]*(?P<title>[^\W\d_a-zа-я][^()\[\];{OPEN}{CLOSE}{OPAQUE}{_READ}]{{3,150}}?),?\s+$"
)
"""A title without any mark, that stands for an author: ``[Справочник пространств, 1998]`` (GOST R 7.0.5, 7.4.2)."""
_FAR = 200
"""Characters before a citation in which evidence is looked for."""
_LONGEST_SENTENCE = 2000
_LONGEST_TITLE = 200


def find_citations(text: str, language: str = "en") -> Iterator[NamedCitation]:
    """Yield the citations in *text*, plausible or not, in order; no two overlap.

    The words of all languages are known in them. What is plausible without an entry depends on the *language* of the document.
    """
    if not may_cite(text):
        return
    if not text.isascii():
        text = text.translate(WIDE)
    known = words_for(language)
    text = _prepared(text)
    found: list[NamedCitation] = []
    for _ in range(_DEEPEST):
        groups = list(_GROUP.finditer(text))
        for group in groups:
            found += _read_group(text, group, known)
        deeper = text.count("(") > len(groups) > 0
        text = _GROUP.sub(lambda group: _READ * len(group[0]), text)
        if not deeper:
            break
    if "[" in text:
        text = _GROUP.sub(lambda group: _READ * len(group[0]), text)
        for group in _SQUARE.finditer(text):
            found += _read_square(text, group, known)
        text = _SQUARE.sub(lambda group: _READ * len(group[0]), text)
    found += _without_brackets(text, known)
    for citation in _in_order(text, found):
        if language == "en":
            yield citation
        else:
            yield citation._replace(language=language, weight=citation.weight if known.warns else NOTHING)


def _in_order(text: str, found: list[NamedCitation]) -> Iterator[NamedCitation]:
    """Yield the citations *found* in *text* in order, without those that lie in others; lists of a sentence get their places."""
    last: NamedCitation | None = None
    for citation in sorted(found, key=lambda citation: citation.start):
        if last and citation.start < last.end:
            continue
        listed = (
            last and citation.form is Form.NARRATIVE and _GOES_WITH.fullmatch(text, last.end, citation.start)
        )
        last = citation._replace(place=last.place + 1) if last and listed else citation
        yield last


def _prepared(text: str) -> str:
    """Blank out what stands between names and years and would hide them. The text keeps its length."""
    text = _ROLE.sub(_blank, text)
    if "…" in text or "..." in text:
        text = _FIRST_WORDS.sub(lambda found: found[1] + " " * len(found[2]), text)
    text = _LIKE_INITIALS.sub(lambda found: found[0].lower(), text)
    if "[" in text:
        text = _GROUP.sub(lambda group: _BRACKETED_YEAR.sub(r"\1 \2 ", group[0]), text)
    return text


def _read_square(text: str, group: re.Match[str], known: Words) -> Iterator[NamedCitation]:
    """Read a group in square brackets, in which citations without an entry are reported only where it is usual."""
    for citation in _read_group(text, group, known):
        if known.square or citation.form is not Form.YEAR_ALONE:
            yield citation if known.square else citation._replace(weight=NOTHING)


def _without_brackets(text: str, known: Words) -> Iterator[NamedCitation]:
    """Read ``Blank 2000, p. 12`` in a sentence or a note, where all brackets are blanked out. Only an entry can tell that it is one."""
    position = 0 if has_year(text) else len(text)
    while (year := next_year(text, position, len(text))) >= 0:
        years = read_years(text, year, len(text))
        names = names_before(text, year, position) if text[year - 1 : year].isspace() else None
        if names and _may_be_author(names, years, known):
            cited = NamedCitation(Form.NARRATIVE, names.start, years[-1].end, _readings(names), names.more)
            yield from _each_year(cited, years)
        position = years[-1].end


def _may_be_author(names: Names, years: list[Year], known: Words) -> bool:
    """Say if *names* are more than one word for a place or a time: ``Berlin 1936``, where no author with a page is meant."""
    last = names.names[-1]
    if names.more or years[0].locator or len(names.names) > 1:
        return True
    word = last.words[-1].text.casefold()
    return word not in known.places and word not in known.no_author


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _read_group(text: str, group: re.Match[str], known: Words) -> Iterator[NamedCitation]:
    if not group[1][0].isdigit() and _is_ibid(group[1]):
        yield NamedCitation(Form.IBID, group.start(), group.end())
        return
    yield from _cited_again(text, group)
    start = group.start(1)
    if next_year(text, start, group.end(1)) < 0:
        return
    seen = _SEES.match(group[1])
    first = start + (seen.end() if seen else len(group[1]) - len(group[1].lstrip()))
    years = read_years(text, first, group.end(1))
    if years and not _rest(text[years[-1].end : group.end(1)], known):
        yield from _after_names(text, group, years, known)
        return
    if years and _AT_SECOND_HAND.match(text, years[-1].end, group.end(1)):
        yield from _from_second_hand(text, group, years)
    yield from _within(text, group, known)


def _from_second_hand(text: str, group: re.Match[str], years: list[Year]) -> Iterator[NamedCitation]:
    """Read the years of ``Blank (2001, cited in Clark, 2005)`` that belong to the name before the brackets."""
    if names := names_before(text, group.start()):
        readings = tuple(NameReading(reading, years[0].start) for reading, _ in names.readings())
        for year in years:
            yield NamedCitation(
                Form.NARRATIVE, year.start, year.end, readings, names.more, year.year, year.suffix
            )


def _is_ibid(text: str) -> bool:
    match = _IBID.match(text)
    return match is not None and _is_at_most_locator(match["rest"])


def _is_at_most_locator(text: str) -> bool:
    rest = text.strip()
    return not rest or is_locator(rest) or bool(re.fullmatch(r",?\s*\d{1,4}", rest))


def _cited_again(text: str, group: re.Match[str]) -> Iterator[NamedCitation]:
    """Read ``(Blank, op. cit.: 12)``, ``(see Blank, op. cit.; Clark, loc. cit.)`` and ``Blank (op. cit.: 12)``."""
    for part in re.finditer("[^;]+", group[1]):
        position, end = group.start(1) + part.start(), group.start(1) + part.end()
        match = _OP_CIT.search(text, position, end)
        if not match or not _is_at_most_locator(match["rest"]):
            continue
        if not text[group.start(1) : match.start()].strip():
            if names := names_before(text, group.start()):
                yield NamedCitation(Form.OP_CIT, names.start, group.end(), _readings(names), names.more)
        elif names := names_before(text, match.start(), position, bracketed=True):
            whole = part[0] == group[1] and not text[position : names.start].strip()
            start, stop = group.span() if whole else (names.start, end)
            readings = tuple(
                one._replace(start=start) if one.start == names.start else one for one in _readings(names)
            )
            yield NamedCitation(Form.OP_CIT, start, stop, readings, names.more)


def _rest(text: str, known: Words) -> str:
    """Return *text* without the words and marks that may accompany a citation."""
    return known.aside.sub("", text) if text and not text.isspace() else ""


def _after_names(text: str, group: re.Match[str], years: list[Year], known: Words) -> Iterator[NamedCitation]:
    """Read ``Blank (2000)``, ``Blank's (1999, 2000)``, ``Blank's *Title* (2000)``, ``Blank, in *Title* (2000)``; or a year alone."""
    names = names_before(text, group.start())
    title = None if names else _TITLE.search(text, max(0, group.start() - _LONGEST_TITLE), group.start())
    if title and (owner := names_before(text, title.start())):
        readings = tuple(NameReading(reading, group.start()) for reading, _ in owner.readings())
        cited = NamedCitation(Form.NARRATIVE, group.start(), group.end(), readings)
        yield from _each_year(cited, years)
        return
    if not names:
        if len(years) == 1 and years[0].locator:
            before = text[max(0, group.start() - _LONGEST_SENTENCE) : group.start()]
            sentence = _SENTENCE.split(before)[-1]
            yield NamedCitation(
                Form.YEAR_ALONE, group.start(), group.end(),
                year=years[0].year, suffix=years[0].suffix, sentence=sentence,
            )  # fmt: skip
        return
    seen = InText(
        names,
        years,
        known,
        narrative=True,
        before=text[max(0, names.start - _FAR) : names.start],
        after=text[group.end() : group.end() + 400],
    )
    signs, weight = weighed(seen)
    cited = NamedCitation(
        Form.NARRATIVE,
        names.start,
        group.end(),
        _readings(names),
        more=names.more,
        signs=signs,
        weight=weight,
    )
    if _AT_SECOND_HAND.match(text, group.end(), group.end() + 30):
        cited = _of_second_hand(cited)
    yield from _each_year(cited, years)


def _of_second_hand(cited: NamedCitation) -> NamedCitation:
    """Return *cited*, which stands in no bibliography: another work cites it."""
    return cited._replace(signs=(*cited.signs, "cited at second hand"), weight=NOTHING)


def _readings(names: Names) -> tuple[NameReading, ...]:
    return tuple(NameReading(*reading) for reading in names.readings())


def _each_year(cited: NamedCitation, years: list[Year]) -> Iterator[NamedCitation]:
    """Yield *cited* once for each of its *years*. With several, names are part of the link of the first only, in brackets."""
    if len(years) == 1:
        yield cited._replace(year=years[0].year, suffix=years[0].suffix)
        return
    for number, year in enumerate(years):
        alone = number > 0 or cited.form is Form.NARRATIVE
        readings = (
            tuple(NameReading(reading.names, year.start) for reading in cited.readings)
            if alone
            else cited.readings
        )
        start = year.start if alone else cited.start
        yield cited._replace(start=start, end=year.end, readings=readings, year=year.year, suffix=year.suffix)


class _Part(NamedTuple):
    """A part of what stands in brackets: names with their years, or a title with them, and the words before it."""

    gap: str
    cited: NamedCitation
    """The first of its citations, to be completed."""
    years: list[Year]
    names: Names | None = None
    titled: bool = False
    """Says that a title stands before the years, in quotation marks or emphasised."""


def _within(text: str, group: re.Match[str], known: Words) -> Iterator[NamedCitation]:
    """Read ``(Blank 2000)``, ``(see Blank 2000, p. 12; Clark and Dole 2001a, b)``."""
    parts = list(_parts(text, group))
    if not parts:
        return
    citing = [at for at, part in enumerate(parts) if part.gap and _AT_SECOND_HAND.search(part.gap)]
    second_hand = bool(citing)
    seen = citing[-1] if citing else 0
    gaps = ["" if second_hand and at == seen else part.gap for at, part in enumerate(parts)]
    between = " ".join((*gaps, text[parts[-1].cited.end : group.end(1)]))
    rest = _rest(between, known)
    if rest and known.see.search(between) and rest.islower():
        rest = ""
    others = tuple(part.names for part in parts[seen:] if part.names)
    found: list[NamedCitation] = []
    for at, part in enumerate(parts):
        cited = part.cited
        if at < seen:
            cited = _of_second_hand(cited)
        elif part.names:
            signs, weight = weighed(_seen_within(text, group, part, gaps[at], others, rest, known))
            cited = cited._replace(signs=signs, weight=weight)
        elif part.titled and not others:
            cited = _by_author_and_title(text, group, part, known)
        found += _each_year(cited, part.years)
    whole = len(found) == 1 and not second_hand
    if whole and not between.strip(f" {_READ}"):
        readings = tuple(
            one._replace(start=group.start() if one.start == found[0].start else one.start)
            for one in found[0].readings
        )
        found = [found[0]._replace(start=group.start(), end=group.end(), readings=readings)]
    for number, citation in enumerate(found):
        yield citation._replace(place=number) if number else citation


def _by_author_and_title(text: str, group: re.Match[str], part: _Part, known: Words) -> NamedCitation:
    """Return the citation of a title in a *group* of brackets as its author's, who stands before them: ``Blank (*Title*, 2000)``."""
    names = names_before(text, group.start()) if not part.gap.strip(" ;,") else None
    if not names:
        return part.cited
    signs, weight = weighed(
        InText(
            names,
            part.years,
            known,
            narrative=True,
            before=text[max(0, names.start - _FAR) : names.start],
            after=text[group.end() : group.end() + 400],
            titled=True,
        )
    )
    if weight <= NOTHING:
        return part.cited
    start = part.cited.start
    readings = tuple(NameReading(reading, start) for reading, _ in names.readings())
    return part.cited._replace(
        form=Form.NARRATIVE,
        readings=(*part.cited.readings, *readings),
        more=names.more,
        signs=signs,
        weight=weight,
    )


def _parts(text: str, group: re.Match[str]) -> Iterator[_Part]:
    """Yield the parts of a *group* in brackets."""
    position, end = group.span(1)
    last: NamedCitation | None = None
    year = next_year(text, position, end)
    while year >= 0:
        unnamed = _title_before(text, year, position)
        gap = text[position : unnamed.start] if unnamed else ""
        titled = bool(unnamed)
        names = names_before(text, unnamed.start, position, bracketed=True) if unnamed else None
        if not unnamed and (text[year - 1] in " ,:\t\n\xa0\x04[(" or text[year - 1] >= "\u2e80"):
            names = names_before(text, year, position, bracketed=True)
        if not unnamed and not names:
            unnamed, gap = _without_name(text, year, position, last)
        if not unnamed and not names:
            year = next_year(text, max(year + 1, position), end)
            continue
        years = read_years(text, year, end)
        if names:
            gap = text[position : names.start]
            title = unnamed.readings if unnamed else ()
            mark = text[names.end : year].strip()
            last = NamedCitation(
                Form.PARENTHETICAL,
                names.start,
                years[-1].end,
                (*_readings(names), *title),
                more=names.more,
                mark=mark[:1] if titled else mark,
            )
        elif unnamed:
            last = unnamed._replace(end=years[-1].end)
        assert last
        yield _Part(gap, last, years, names, titled)
        position = years[-1].end
        year = next_year(text, position, end)


def _seen_within(
    text: str,
    group: re.Match[str],
    part: _Part,
    gap: str,
    others: tuple[Names, ...],
    rest: str,
    known: Words,
) -> InText:
    assert part.names
    alone = text[group.start(1) : part.years[0].start].strip(" ,")
    return InText(
        part.names,
        part.years,
        known,
        before=text[max(0, group.start() - _FAR) : group.start()],
        after=text[group.end() : group.end() + 10],
        opens=gap,
        others=others,
        between=rest,
        titled=part.titled,
        alone=alone == text[part.names.start : part.names.end].strip(" ,")
        and not text[part.cited.end : group.end(1)].strip(),
    )


def _title_before(text: str, year: int, floor: int) -> NamedCitation | None:
    """Return the citation of a title before *year*, to be completed. It may be a film's as well, so only an entry can tell."""
    match = _TITLE_ALONE.search(text, max(floor, year - _LONGEST_TITLE), year)
    if not match or _ET_AL.match(match[0].strip(f"{OPEN}{CLOSE}")):
        return None
    title = (match["emphasised"] or match["quoted"]).strip(" ,.")
    reading = NameReading((title,), match.start())
    return NamedCitation(Form.PARENTHETICAL, match.start(), match.end(), (reading,)) if title else None


def _without_name(
    text: str, year: int, floor: int, last: NamedCitation | None
) -> tuple[NamedCitation | None, str]:
    """Return a citation that names no author before *year*, to be completed, and the words before it."""
    if same := _same_author(text, year, floor, last):
        return same, text[floor : same.start]
    return _title_in_words(text, year, floor), text[floor:year]  # words, if they are no title


def _same_author(text: str, year: int, floor: int, last: NamedCitation | None) -> NamedCitation | None:
    """Return a citation of the author cited *last*, to be completed, where *id.* stands before *year*: ``(Blank 1994; id. 1995)``."""
    match = _IDEM.search(text, floor, year)
    if not last or not match:
        return None
    start = match.start("idem")
    return last._replace(
        start=start,
        readings=tuple(reading._replace(start=start) for reading in last.readings),
    )


def _title_in_words(text: str, year: int, floor: int) -> NamedCitation | None:
    """Return the citation of a title without a mark before *year*, to be completed. Only an entry can tell that it is one."""
    match = _TITLE_IN_WORDS.match(text, floor, year)
    if not match:
        return None
    start = match.start("title")
    return NamedCitation(Form.PARENTHETICAL, start, year, (NameReading((match["title"],), start),))
