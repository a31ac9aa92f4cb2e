"""Entries of a bibliography as authors type them: who, when, where."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..text.characters import EAST_ASIAN, WIDE
from ..text.dates import ACCESSED, SUFFIX, WITHOUT_YEAR, access_date, year_word
from ..text.dois import DOI
from ..text.names import CONNECTIVES, EDITOR, ROLE, UPPER, initials, is_acronym, is_body
from ..text.numerals import SUPERSCRIPTS, YEAR
from ..text.patterns import any_of, compile_later
from ..text.vocabularies import words
from .entry_authors import Person, authors_end, read_authors, title_start

if TYPE_CHECKING:
    import datetime


@dataclass(frozen=True)
class Reference:
    """An entry of a typed bibliography. A part that couldn't be read is empty."""

    key: str
    """The key that a role cites it by: as given, or made of the first surname and the year, ``Blank2000``."""
    text: str
    """As typed, on one line, without a key."""
    people: tuple[Person, ...] = ()
    """The authors in order."""
    also: tuple[str, ...] = ()
    """Other names that the first author may be cited by: a body's acronym, or the words of an acronym."""
    more: bool = False
    """Says that there are more authors than these: *et al.*"""
    editors: bool = False
    """Says that they edited the work: ``(eds)``."""
    years: tuple[str, ...] = ()
    """The year, ``n.d.`` or ``forthcoming``; then other years that it may be cited by, of a first edition."""
    suffix: str = ""
    """The letter after the year."""
    url: str = ""
    doi: str = ""
    accessed: datetime.date | None = None
    given: bool = False
    """Says that the author gave the key."""

    @property
    def names(self) -> tuple[str, ...]:
        """The authors' surnames in order, or the name of a body."""
        return tuple(person.surname for person in self.people)

    @property
    def givens(self) -> tuple[str, ...]:
        """The authors' given names or initials, in order; each may be empty."""
        return tuple(person.given for person in self.people)

    @property
    def year(self) -> str:
        """The year with its letter, as cited."""
        return (self.years[0] + self.suffix) if self.years else ""


_KEY = compile_later(r"\[(?P<key>[^\W\d_][\w.:+/-]*)\]\s+(?=\S)")
URL = compile_later(r"(?:https?://|www\.)[^\s<>\"]*[^\s<>\"“”‘’'.,;:!?)\]}]", re.IGNORECASE)
"""A URL in running text, without the stop after it."""

_LETTER = rf"{SUFFIX}(?:\b|(?=[\d{SUPERSCRIPTS}]{{1,2}}\b))"
"""The letter after a year, and perhaps the number of the edition, raised, as German lists have it: ``1970a²``."""
_IN_BRACKETS = compile_later(
    rf"""[(\[] (?P<inside>
            [^()\[\]]{{0,200}}?                                    # (18 September
            (?: \b{YEAR}(?:{_LETTER})? | (?<!\w)(?:{WITHOUT_YEAR}) )  # 1999a; not the nd of `and`
            (?: \s*[\[(]\s*{YEAR}\s*[\])] )?                      # [1961]
            [^()\[\]]* ) [)\]]""",
    re.IGNORECASE | re.VERBOSE,
)
"""A year in brackets, alone or in a date."""
_BARE = compile_later(
    rf"""(?: [.,:]? (?<!\s) \s{{1,3}} | (?<=\d) , (?=\d{{4}}(?:\W{{0,3}}$|\.\s))
           | (?<={EAST_ASIAN}) [,:] (?=\d{{4}}年) )                                  # 249-283,1993. 遠流,2008年
         (?P<inside> (?: \d\d?[-/.]\d\d?[-/.] )?                            # 03-06-2020
              {YEAR} (?: {_LETTER} )? (?: /{YEAR} | ,\s{YEAR} )?            # 2000a; 2011/1979; 2001, 2002
            | {WITHOUT_YEAR} )
         (?= [.,:;)\s年。『《「] | \(\d{{1,3}}\) | $ )""",  # 2008年; 2010(3): 12
    re.IGNORECASE | re.VERBOSE,
)
_ONE_YEAR = compile_later(
    rf"""\b (?P<year> {YEAR} ) (?P<suffix> {_LETTER} )?
       | (?<!\w) (?P<without> {WITHOUT_YEAR} ) (?: [-\s]?(?P<letter> {SUFFIX} )\b )?""",
    re.IGNORECASE | re.VERBOSE,
)

_TIME = compile_later(rf"{YEAR}\s?[-‐‑–—/]\s?(?:{YEAR}|\d\d\b)")
"""A time from one year to another."""
_OF_FIRST_EDITION = compile_later(rf"(?<!\w){any_of(words('first_edition'))}", re.IGNORECASE)
"""Words before the year of a first edition."""
_FIRST_EDITION = compile_later(
    rf"\(\s*(?:[\[(](?P<first>{YEAR})[\])]\s*(?P<year>{YEAR}[a-z]?))\s*\)"
)  # `([1795] 1983)`
_NEAR_YEAR = compile_later(
    rf"[\s.,;:(\[]{{0,6}}(?:[^()\d]{{0,40}}[)\]][\s.,;:(\[]{{1,4}})?(?:{YEAR}|{WITHOUT_YEAR})", re.IGNORECASE
)
_OPENING_QUOTE = compile_later(
    r"""(?! ['‘’]t\s[A-Z] )
        (?: [\s,.:]["“‘'«„]\s?\w
          | ^["“‘'«„]
          | [,.:]?[《『「〈] )            # which no space stands before
    """,
    re.VERBOSE,
)
_OPENING_CAPITALS = compile_later(
    rf"""{UPPER}{{2,}} (?![\w,;]) (?: \s{UPPER}{{2,}} (?![\w,;]) ){{0,4}} (?=[:\s])""", re.VERBOSE
)
"""The first words of a title in capitals, which stand for an author: ``EMPRESÁRIOS alertam …`` (ABNT NBR 10520, 2023, 6.1.5)."""
_TITLE_AND_EDITORS = compile_later(r"(?=[^./]*\s[^\W\d_A-ZА-ЯЁ])[^./]{3,150}?(?=\s/\s)")
"""A title where an author would stand, before those who made the book (ISBD, 1.4): ``Справочник пространств / под ред. …``."""
_IN_TITLE = r"[^\"“”‘’'«»„:]{1,150}"
_TITLE_FIRST = compile_later(rf"[\"“‘'«„](?P<title>(?P<short>{_IN_TITLE})(?::{_IN_TITLE})?)[\"”’'»]")
"""A title in quotation marks where an author would stand."""
_LOWER_BEFORE = compile_later(rf"(?:^|\s)(?!{EAST_ASIAN})[^\W\d_A-Z][\w'’-]*$")  # `The Myth of 1648`
_COLON = compile_later(r":\s")
_LAST_STOP = compile_later(rf"(?<=[^\W\d_][^\W\d_])\.\s+(?={UPPER}|[\d\"“‘'«„])")
_DASHES = compile_later(r"(?:[-_‐-―]\s?){2,}|[―—]")
_ACRONYM_AFTER = compile_later(r"\s*[(\[](?P<name>[^()\[\]]{2,80})[)\]]")
_ACRONYM_AND_NAME = compile_later(
    r"""(?P<first> [^–—]{2,80}? ) \s [-–—] \s (?P<second> [^–—]{2,80} )""", re.VERBOSE
)
"""``ILO – International Labour Organization``, or the other way round."""
_ROLE = compile_later(rf"\s*[(\[]{ROLE}\b\.?[)\]]", re.IGNORECASE)
_EDITORS = compile_later(
    rf"""[(\[] \s? (?i: {EDITOR} ) \b \.? \s? [)\]]   # Blank, S. (Ed.)
      | [\s,] (?: [Ee]ds | ed | editors? | hg | hrsg ) \.? [\s,.]* $""",  # Blank, S., ed.
    re.VERBOSE,
)
_ABBREVIATED = compile_later(rf"\b(?:et al|vs?|(?i:{ROLE}))$")
"""A word whose full stop isn't that of the authors."""
_BLANK = "\x04"  # stands for text that isn't read; not a space, so that runs of it cost nothing
_ACCESS_END = compile_later(
    r"""[)\];]
      | (?<=\d{4}) (?![\d.]?[-/.年]?\d)
      | (?<=[-/.]\d\d) (?![\d/.-])
      | \.\s(?=[^\W\d_]{6})""",
    re.VERBOSE,
)
"""The end of a date of access: a bracket, or its year, which may come first (``2012-03-12``)."""
_OF_DOI = "10."  # a directory's number, which each DOI begins with
_SHORTENED = 4  # letters of an acronym that leaves words at the end out
_LONGEST_DATE = 120  # characters, with the words around it
_LONGEST_HEAD = 200  # characters; a longer head is a title


def read_key(text: str) -> tuple[str, str]:
    """Split a ``[key]`` in front from an entry's *text*: the key, which may be empty, and the rest."""
    match = _KEY.match(text)
    return (match["key"], text[match.end() :]) if match else ("", text)


def read_reference(text: str, before: Reference | None = None, key: str = "") -> Reference:
    """Read an entry's *text*, on one line, that follows the entry *before* and is cited by *key*.

    A dash in place of names repeats the authors of the entry before.
    """
    typed = " ".join(text.split())
    text = unicodedata.normalize("NFC", typed.translate(WIDE))
    url = URL.search(typed) or URL.search(
        text
    )  # an address stays as it was typed, accents on letters of their own too
    doi = (DOI.search(typed) or DOI.search(text)) if _OF_DOI in text else None
    names_access = ACCESSED.search(text) is not None
    plain = _without_links(text)
    plain = _FIRST_EDITION.sub(
        r"(\g<year> \g<first>)", _without_dates_of_access(plain) if names_access else plain
    )
    head, rest = _split_head(plain)
    if _DASHES.match(head) and before:
        people, more, also, editors = before.people, before.more, before.also, before.editors
    else:
        editors = bool(_EDITORS.search(head))
        head, aliases = _aliases(head, rest)
        people, more, inverted = authors = read_authors(head)
        also = tuple(dict.fromkeys(aliases if inverted else (*aliases, *_readings(head, authors.names))))
    if not people and (title := _TITLE_FIRST.match(text)):
        also = tuple(dict.fromkeys((title["title"].rstrip(".,"), title["short"])))
    if people and (entitled := _TITLE_AND_EDITORS.match(text)):
        also = (*also, entitled[0])
    if (opening := _OPENING_CAPITALS.match(text)) and opening[0] not in (*also, *(p.surname for p in people)):
        also = (*also, opening[0])
    years, suffix = _read_year(plain, len(head))
    reference = Reference(
        key, typed, people, also, more, editors, years, suffix,
        url=url[0] if url else "", doi=doi[1] if doi else "", accessed=access_date(text) if names_access else None, given=bool(key),
    )  # fmt: skip
    return reference if key else replace(reference, key=make_key(reference))


def make_key(reference: Reference) -> str:
    """Return the key of *reference* by its first surname and year: ``Blank2000``, ``WorldBank2010a``."""
    name = "".join(re.findall(r"\w+", reference.names[0])) if reference.names else ""
    year = re.sub(r"\W", "", reference.year)
    return name + year


def _year_after_title(text: str) -> str:
    """Return the years of an entry that has them anywhere behind its title."""
    brackets = list(_IN_BRACKETS.finditer(text))
    spans = [match.span() for match in brackets]
    bare = [
        match
        for match in _BARE.finditer(text)
        if not any(start < match.start() < end for start, end in spans)
    ]
    dates = [match for match in brackets if not _TIME.search(match["inside"])]
    first = [match for match in dates if match[0][0] == "[" or _OF_FIRST_EDITION.search(match[0])]
    if rounds := [match for match in dates if match not in first]:
        behind = [match for match in bare if match.start() > rounds[0].end()]
        return _inside(rounds[0], *behind[-1:])  # `In Web of Science (2017). Journal, v. 15, 2019.`
    return _inside(bare[-1], *first) if bare else _inside(*(*dates, *brackets)[:1])


def _inside(*matches: re.Match[str]) -> str:
    """Return what the *matches* found, with spaces between."""
    return " ".join(match["inside"] for match in matches)


def _without_links(text: str) -> str:
    """Blank out URLs and DOIs, whose numbers aren't years. The text keeps its length."""
    for pattern in (URL, DOI) if _OF_DOI in text else (URL,):
        text = pattern.sub(lambda match: _BLANK * len(match[0]), text)
    return text


def _without_dates_of_access(text: str) -> str:
    """Blank out dates of access in the same way."""
    pieces, position = [], 0
    for match in ACCESSED.finditer(text):
        end = _ACCESS_END.search(text, match.end(), match.end() + _LONGEST_DATE)
        stop = end.start() if end else min(len(text), match.end() + _LONGEST_DATE)
        if stop > position:
            pieces += [text[position : match.start()], _BLANK * (stop - max(position, match.start()))]
            position = stop
    return "".join(pieces) + text[position:]


def _split_head(text: str) -> tuple[str, str]:
    """Split an entry after its authors: before a year or a title in quotation marks, after a full stop."""
    ends = [min(len(text), _LONGEST_HEAD)]
    for pattern in (_IN_BRACKETS, _BARE, _OPENING_QUOTE, _COLON, _LAST_STOP):
        match = pattern.search(text)
        while (
            match
            and pattern is _BARE
            and match[0][0].isspace()
            and _LOWER_BEFORE.search(text, max(0, match.start() - 20), match.start())
        ):
            match = pattern.search(text, match.end())
        if match and pattern is _LAST_STOP and _ABBREVIATED.search(text[: match.start()]):
            match = pattern.search(text, match.end())
        if match:
            ends.append(match.start() + (1 if pattern is _LAST_STOP else 0))
    end = min(ends)
    if _NEAR_YEAR.match(text, end):
        end = min(end, title_start(text[:end]))
    elif not _is_name_of_body(text[:end]):
        end = min(end, authors_end(text[:end]))
    return text[:end], text[end:]


def _is_name_of_body(head: str) -> bool:
    """Say if *head* is the name of one body, with commas in it: ``United Nations Educational, Scientific and Cultural Organization``."""
    words = re.findall(r"[^\W\d_][\w'’.-]*", head)
    return is_body(head.partition(",")[0]) and all(
        word[0].isupper() or word.casefold() in CONNECTIVES for word in words
    )


def _aliases(head: str, rest: str) -> tuple[str, list[str]]:
    """Take acronyms and full names in brackets out of *head*; find the words of an acronym in the *rest*."""
    aliases: list[str] = []
    head = _ROLE.sub("", head).replace("..", ".")
    if both := _ACRONYM_AND_NAME.fullmatch(head.strip(" .,;:")):
        parts = both["first"], both["second"]
        if any(map(is_acronym, parts)):
            acronym, head = parts if is_acronym(parts[0]) else reversed(parts)
            aliases.append(acronym)
    while match := _ACRONYM_AFTER.search(head):
        aliases.append(match["name"].strip())
        head = (head[: match.start()] + head[match.end() :]).strip()
    name = head.strip(" .,;:")
    if is_acronym(name):
        letters = name.replace(".", "").upper()
        words = re.findall(r"[^\s.,;:()\[\]]+", rest)
        for start in range(min(len(words), 12)):
            for end in range(start + 2, min(len(words), start + len(letters) + 6) + 1):
                if initials(" ".join(words[start:end])) == letters and words[end - 1][0].isupper():
                    return head, [*aliases, " ".join(words[start:end])]
    return head, aliases


def _readings(head: str, names: tuple[str, ...]) -> list[str]:
    """Return other readings of a first author that may be a body: its whole name, its acronym, a part of it."""
    head = head.strip(" .,;:")
    readings = [head] if head not in names else []  # `Department of Health and Human Services`
    parts = [part.strip() for part in head.split(",")]
    readings += [part for part in parts[1:] if is_body(part)]
    readings += [initials(" ".join(parts[: end + 1])) for end in range(len(parts))]  # UN, UNSC
    whole = initials(head)
    readings += [whole[:length] for length in range(_SHORTENED, len(whole) - 1)]  # INEP, of seven words
    return [reading for reading in readings if reading]


def _read_year(text: str, head: int) -> tuple[tuple[str, ...], str]:
    """Read the year of an entry whose authors end at *head*: after them, else in brackets, else the last one.

    A time in brackets belongs to the title: ``A ponte (1777-1808)``. A year in square ones, or of a first edition, comes second.
    """
    after = text[head:]
    # Close behind the authors: `(2000)`, `, 2000.`, `(ed.) (2000)`, `[UNGA] 1998`.
    close = re.match(r"[\s.,;:]*(?:[(\[][^()\[\]\d]{1,80}[)\]][\s.,;:]*)*", after)
    near = after[close.end() :] if close else after
    if direct := _ONE_YEAR.match(near):
        found = direct[0]
        reprint = re.match(rf"\s*[\[(]\s*({YEAR})\s*[\])]", near[direct.end() :])
        found += f" {reprint[1]}" if reprint else ""
    elif near[:1] in ("(", "[") and (bracketed := _IN_BRACKETS.match(near)):
        found = bracketed["inside"]
    else:
        found = _year_after_title(text)
    years: list[str] = []
    suffix = ""
    for match in _ONE_YEAR.finditer(found):
        if match["without"]:
            years.append(year_word(match["without"]))
            suffix = suffix or (match["letter"] or "")
        else:
            years.append(match["year"])
            suffix = suffix or (match["suffix"] or "")
    return tuple(dict.fromkeys(years)), suffix.lower()
