"""Names of people, as bylines and running heads print them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..text.given_names import GIVEN_NAMES
from ..text.languages import in_small_letters
from ..text.names import PARTICLE, PARTICLES, SMALL_PARTICLES, UPPER
from ..text.patterns import any_of
from ..text.vocabularies import folded_words, words
from . import rules
from .wording import any_whole, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONGEST_NAMES = 100
"""Characters of the longest *Written by …* in a running head."""


_LETTERS = [word for word in words("conjunctions") if len(word) == 1 and word in PARTICLES]
"""Conjunctions that stand within surnames as well: with two words after them, they stand between two persons."""
_CONJUNCTIONS = [word for word in words("conjunctions") if word not in _LETTERS]
_BETWEEN_NAMES = re.compile(
    rf"""\s*
        (?: ; | & | (?<!\w){any_of(_CONJUNCTIONS)}(?!\w) | \s{any_of(_LETTERS)}(?=\s+\w\S*\s+\w) | ، | 、 | (?<=\s)و(?=[\u0600-\u06ff]{{3}})
          | ,(?!\s*(?: jr | sr | ma | dr | esq | ph\.?d(?!\.?\s+(?:candidate|student)) | j\.?d | m\.?d | ll\.?[bm] )\b)  # Jane Doe, Ph.D.
        )\s*""",
    re.IGNORECASE | re.VERBOSE,
)


def names_in(text: str) -> tuple[str, ...]:
    """Return the names in *text*: ``A, B and C``."""
    parts = _BETWEEN_NAMES.split(text.strip(" .,;"))
    stop = "." if re.search(r"\b(?:[js]r|\w)\.\W*$", text, re.IGNORECASE) else ""  # Jr., or an initial
    names = [" ".join(part.split()) for part in parts if part.strip()]
    return (*names[:-1], names[-1] + stop) if names else ()


_MARKS = re.compile(r"\s*[*†‡§¶∗⁎]+")
"""Symbols of notes, after names."""

_MARK = r"""(?: [*†‡§¶‖∗⁎✉⁰¹²³⁴-⁹\ue000-\uf8ff]  # symbols, raised figures, icons of a font's own
          | [#+]
          | (?: (?<!\d)\d | (?<=[^\W\d_]|,)\d\d | (?<=,\s)\d\d ) (?!\w)  # a house has a number, too
          | \[[\d\s,*]{1,12}\] | \(\d{1,2}(?:,\s?\d{1,2}){0,3}\)
          )"""
_MARKS_OF_PLACES = re.compile(
    rf"(?: (?<=[^\W\d_]{{3}})\. | \s*, )?\s* {_MARK} (?:[\s,]* {_MARK})*", re.VERBOSE
)
"""Marks of notes and institutions: ``Jane Doe1,2,*``, ``Jane Doe.¹``, ``Jane Doe [1]``, and letters of a font's own, which are icons."""
_BESIDE_NAMES = re.compile(
    rf"""\(?ORCID(?:\ iD)?:?\s\d{{4}}-\d{{4}}-\d{{4}}-\d{{3}}[\dX]\)? | \S+@\S+ | \b[iI]D\b | (?-i:(?<=[a-zß-ÿ])ID(?![^\W\d_])) | (?:https?://)?orcid\.org/\S+ | \b\d{{4}}-\d{{4}}-\d{{4}}-\d{{3}}[\dX]\b   # addresses, ORCIDs
      | (?:,\s*|\s+)(?:on\ behalf\ of|for\ the)\s.+                                  # … on behalf of the investigators
      | [\s,–—-]* (?<!\w){any_of(words("about_paper"))}(?!\w) [^\d\n]{{0,6}} \d{{3,}}      # Jane Doe, Student ID: 1234567
      | \s[–—-]\s (?-i:[A-Z]{{1,3}}) [\s-]? \d{{4,}} (?:/\d)? $                             # Jane Doe – S-1234/5
      | \s\(\d{{5,9}}\)                                                               # Jane Doe (1234567)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DEGREE = re.compile(
    r"""(?:,\s*|\s+)(?: Ph\.?\s?D | D\.?\s?Phil | Psy\.?D | Ed\.?D | M\.?D | [JS]\.?J?\.?D | LL\.?[BMD] | Esq | M\.?P\.?H | MBA | MSc | BSc(?:\ \(Hons\.?\))?
            | MPhil | CCC-SLP | FRS | R\.?N | MHS | MPA | MPP | MSPH | MSN | MBBS | MBChB | Dr\.?\s?PH | D\.?Sc | Sc\.?D | Pharm\.?D | FRCP | FACP
            )\.?(?!\w|\s+(?:[Cc]andidate|[Ss]tudent))
      | ,\s*(?:S\.\s?J|O\.\s?P|O\.\s?F\.\s?M|O\.\s?S\.\s?B)\.
      | ,\s*(?:(?:Senior|Student|Life)\s+)?(?:Member|Fellow),\s*(?:IEEE|ACM)(?!\w)
      | ,\s*[MB]\.?[AS]\.?(?=\s*(?:[,;&]|and\b|$))
    """,
    re.VERBOSE,
)
"""Academic degrees after names, and societies: *Jane Doe, Ph.D.*, *Jane Doe MD*, *Jane Doe, M.A.*, *Jane Doe, Member, IEEE*."""
_LABEL = re.compile(
    rf"""(?: {any_of((*words("author_labels"), *words("by")))}\s*: | {any_of(words("by"))}\s )\s*""",
    re.IGNORECASE | re.VERBOSE,
)
"""What stands before names that it announces: *Authors:*, *By*."""


def is_announced(text: str) -> bool:
    """Say if *text* begins with a label for authors, such as *Author(s):*."""
    return bool(_LABEL.match(text))


_NEXT_LABEL = re.compile(r"\s+(?=[^\W\d_]+\s?:\s)")
"""Where another fact begins on the line of a label: *Author: Jane Doe Course: Ethics*."""
_AND_FIRST = re.compile(rf"{any_of(words('conjunctions'))}\s+(?=(?-i:{UPPER}))", re.IGNORECASE)
"""What a line begins with that goes on a list of names: *and Jane Doe*."""

_AND_LAST = re.compile(rf"(?<=[\w*†‡.])[\s,]+{any_of(words('conjunctions'))}$")
"""What a line ends with whose list of names goes on below: *Jane Doe and*, *Jane Doe y*."""

_HONORIFICS = [word for word in words("honorifics") if len(word.rstrip(".")) > 1]
"""Those that aren't initials as well."""
_AFTER_AND = "|".join(rf"(?<=\s{re.escape(word)}\s)" for word in words("conjunctions"))
_STYLES = re.compile(
    rf"""(?: ^ | (?<=[,;]\s) | {_AFTER_AND} )
        (?: (?: {any_of(words("ranks"))} \.?[\s-]+ | {any_of(words("ranks"))} \.-? )?     # Univ.-Prof., apl. Prof.
            (?: {any_of(_HONORIFICS)} (?!\w) (?: \.\s* | \s+ | (?<=\.)\s* )            # Dr. Jane Doe
              | {any_of(words("faculties"))} \.\s*                                       # Dr. iur. Jane Doe
            )
        )+
        (?= (?-i:{UPPER}) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Titles before names: *Prof. Dr. iur. Jane Doe*."""
_DOTS = re.compile(r"\s+[·•∙/|Æ](?:\s+|(?=[,;*])|$)")
"""Signs between names, or between a name, its institution and an address, on one line; *Æ* is the code of a dot in fonts of one publisher."""


_DASH_OVER_PLACE = re.compile(rf"\s[–—]\s(?=[^–—;]*(?<!\w){any_of(words('institutions'))}(?!\w))")
"""A dash between a name and its institution."""
_NEVER_IN_NAMES = folded_words("title_beginnings", "en")
_NEVER_FIRST = folded_words("title_beginnings")
"""Words that begin titles and subtitles, and no names, though some stand within names."""
_SECTION_LETTERS = frozenset(re.sub(r"\W", "", name) for name in rules.SECTION_NAMES)
_NO_NAME = re.compile(r"[?!:]|\bvs?\.\s")
"""Signs of titles: a question, a colon, *Brown v. Board of Education*; but *Steven V. Miller* has an initial."""


def people_in(text: str) -> tuple[str, ...]:
    """Return the names that *text* consists of, without the symbols of notes; none if it says anything else."""
    names = names_in(_MARKS.sub("", " ".join(text.split())))
    if any(whole(rules.AFFILIATIONS, name) for name in names):
        return ()
    return names if _are_people(names, text) else ()


def _are_people(names: Sequence[str], text: str) -> bool:
    """Say if the *names* in a *text* look like those of people, and have no word that none has."""
    unsure = [name for name in names if not (_MIDDLE_INITIAL.fullmatch(name) and is_known(name))]
    words = {word for name in unsure for word in re.findall(r"[^\W\d_]+", name.lower())}
    firsts = {name.split()[0].lower() for name in names if name.split()}
    if (
        firsts & _NEVER_FIRST
        or _COMPOUND.search(text)
        or any(map(_breaks_off, names))
        or any(re.search(r"\d\d", n) for n in names)
        or any_whole(rules.THESES, text)
    ):
        return False
    if re.sub(r"\W", "", text.casefold()) in _SECTION_LETTERS:
        return False  # letters set apart: Abstr Act
    return not _NO_NAME.search(text) and all_names(names) and not words & (rules.NO_NAMES | _NEVER_IN_NAMES)


_MIDDLE_INITIAL = re.compile(r"[^\W\d_]{2,} [^\W\d_]\. [^\W\d_]+")
"""A name such as *Jane M. Law*: a given name that is known, and an initial, tell that it is one whatever the last word is."""
_COMPOUND = re.compile(r"\b[A-Z]{2,}-[A-Z][a-z]")
"""An abbreviation as the beginning of a word, which no name has: *IT-Harbour*."""


def _breaks_off(name: str) -> bool:
    """Say if *name* ends with a particle, in small letters where it has both: *Keli Du* has a surname."""
    last = name.split()[-1:]
    return bool(last) and (last[0].lower() if name.isupper() else last[0]) in SMALL_PARTICLES


_INSTITUTION_BESIDE = re.compile(
    r"""(?P<name>[^\W\d_][\w’'.-]*) \s+ \( (?P<place> [^()]*[A-Z]{2}[^()]* | [^()]+\s[^()]+ ) \)
        (?= \s* (?: $ | [,;&] | \w+\s ) )
    """,
    re.VERBOSE,
)
"""The end of a name, and the institution in brackets after it: *Jane Doe (University of Vienna)*, *Jane Doe (IAB)*."""


def credited_in(text: str) -> tuple[str, ...]:
    """Return the people that a line of a title block names, without marks and degrees; none if it says anything else.

    An institution in brackets stays beside the name; one that stands after all names is left aside.
    """
    return introduced_in(text) or _listed_in(text) or _first_of_facts(text)


def introduced_in(text: str) -> tuple[str, ...]:
    """Return the people whom a line names after what they or their theses are: *Student Jane Doe*, *MSc Thesis Jane Doe*, *by jane doe*."""
    small = _BY_IN_SMALL_LETTERS.fullmatch(" ".join(text.split()))
    if small and is_known(small["name"]):
        return _listed_in(recased(small["name"].upper()))
    parts = text.split()
    for n in range(1, min(_LONGEST_INTRODUCTION, len(parts) - 2) + 1):
        if any_whole((rules.AUTHOR_LABEL, *rules.THESES), " ".join(parts[:n])):
            names = _listed_in(" ".join(parts[n:]))
            if names and all(map(is_known, names)):
                return names
    return ()


_LONGEST_INTRODUCTION = 2
"""Words before a name: the kind of a thesis."""
_BY_IN_SMALL_LETTERS = re.compile(
    rf"{any_of(words('by'))}:? (?P<name>[^\W\d_A-Z]+(?: [^\W\d_A-Z.]+\.?){{1,2}})"
)
"""Small capitals, for which a font has small letters: *by jane doe*."""


def _first_of_facts(text: str) -> tuple[str, ...]:
    """Return the name that a line begins with which says of a student's paper who wrote it, and for whom: *Jane Doe · Ethics · Prof. Karl Berg*."""
    first, *rest = re.split(r"\s[·•∙|]\s", " ".join(text.split()))
    if len(rest) < _FEWEST_FACTS or any(
        any(map(is_known, _listed_in(fact))) and not _STYLES.match(fact) for fact in rest
    ):
        return ()
    names = _listed_in(first)
    return names if len(names) == 1 and is_known(names[0]) else ()


_FEWEST_FACTS = 2
"""After a name, on one line."""


def _listed_in(text: str) -> tuple[str, ...]:
    """Return the people that a line consists of."""
    marked = set(_MARKED_WORD.findall(" ".join(text.split())))
    said = only_names(text)
    beside = {m["name"].split()[-1]: m["place"] for m in _INSTITUTION_BESIDE.finditer(said)}
    said = _INSTITUTION_BESIDE.sub(lambda match: match["name"], said)
    names = names_in(said)
    places = next((n for n, name in enumerate(names) if n and _is_role(name, names[0])), len(names))
    places = next((n for n, name in enumerate(names[:places]) if whole(rules.AFFILIATIONS, name)), places)
    names = tuple(name for name in names[:places] if name.casefold().rstrip(".") not in _SUFFIXES)
    if not names or len(set(names)) < len(names):
        return ()  # institutions, of which two authors have one
    if (
        len(names) == _WITH_PLACE
        and is_known(names[0])
        and re.search(rf"{re.escape(names[0])},\s+[^\W\d_]+$", said)
    ):
        town = names[1]  # Jane Doe, Vienna
        return (f"{names[0]} ({town})",) if _are_people(names[:1], names[0]) else ()
    long = tuple(name for name in names if name not in marked)
    if len(long) < _FEWEST_LONG:
        long = names
    if not _are_people(long, said[: said.rindex(names[-1].rstrip(".")) + len(names[-1])]):
        return ()
    if len(names) == 1 and not beside and _is_place(rest := said[said.index(names[0]) + len(names[0]) :]):
        return (f"{names[0]} ({rest.strip(' ,;')})",)
    return tuple(f"{name} ({place})" if (place := beside.get(name.split()[-1])) else name for name in names)


def _is_role(said: str, name: str) -> bool:
    """Say if what is *said* after a *name* is who that is: *J. Doe, professor of law*."""
    first = said.split(maxsplit=1)[0]
    if _POST.match(said):
        return is_known(name)
    return first[0].islower() and first not in SMALL_PARTICLES and is_known(name)


_POST = re.compile(
    r"""(?:(?:Full|Assistant|Associate|Adjunct|Visiting|Emeritus|Research|Senior|Principal)\s)*
        (?:Professor(?:in)?|Professeure?|Profesora?|Professora|Lecturer|Fellow|Researcher|Chercheu[rs]e?)\b
      | (?:Ph\.?D\.?|Doctoral|Graduate)\s(?:Candidate|Student|Researcher)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Who an author is, after the name: *Associate Professor of Law*, *PhD Candidate*."""
_TURNED = re.compile(rf"(?P<family>(?:{PARTICLE}\s+)*{UPPER}[^,;]*),\s+(?P<given>{UPPER}[^,;]*)")
_LONGEST_PART = 3
"""Words of a family name, and of the given ones."""


def turned(text: str) -> str:
    """Return the name that *text* has with its family name first as it is said: ``Doe, Jane M.``; nothing if it has none."""
    match = _TURNED.fullmatch(_without_marks_and_degrees(" ".join(text.split())))
    if not match or any(len(part.split()) > _LONGEST_PART for part in match.groups()):
        return ""
    name = f"{match['given']} {match['family']}"
    return name if _are_people([name], name) and not whole(rules.AFFILIATIONS, name) else ""


_MARKED_WORD = re.compile(rf"(?:(?<=,\s)|(?<=and\s)|(?<=&\s)|^)([A-Z][^\W\d_]+)(?=\s?{_MARK})", re.VERBOSE)
"""A name of one word with a mark, as Indonesian names are."""
_WITH_PLACE = 2
_FEWEST_LONG = 2
"""Names of several words beside which one of one word is a name as well."""


def _is_place(rest: str) -> bool:
    """Say if the *rest* of a line, after its only name, is that author's institution."""
    return rest.startswith(",") and "(" not in rest and len(rest) <= _LONGEST_NAMES


_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


def only_names(text: str) -> str:
    """Return a line of names without what bylines say beside them: a label, marks of notes and institutions, degrees, addresses."""
    said = " ".join(text.split())
    label = _LABEL.match(said)
    if label:
        said = _NEXT_LABEL.split(said[label.end() :], maxsplit=1)[0]
    return _without_marks_and_degrees(_AND_FIRST.sub("", said, count=1) if _AND_FIRST.match(said) else said)


def _without_marks_and_degrees(said: str) -> str:
    """Return the names *said*, without what stands beside them."""
    said = _DOTS.sub(", ", said)
    said = re.sub(r"(?<=\))\s*/\s*(?=[^\W\d_a-z])", ", ", said)  # Jane Doe (Vienna)/Karl Berg (Graz)
    said = _DASH_OVER_PLACE.sub(", ", said)
    said = re.sub(r"(?<![^\W\d_])([dD][’']) (?=[^\W\d_a-z])", r"\1", said)  # Jeanne d' Arc
    said = re.sub(r"(?<=[^\W\d_]\.) (?=-[^\W\d_a-z])", "", said)  # J. -P. Doe
    said = _AND_LAST.sub("", said)
    said = _STYLES.sub("", said)
    said = _BESIDE_NAMES.sub(" ", said)
    said = re.sub(r"\s[\"'´`°]+$", "", _MARKS_OF_PLACES.sub(_apart, said))  # a mark that a machine misread
    for _ in range(2):
        said = _DEGREE.sub("", said)
    said = re.sub(r",(?=\s*Md\.?\s)", ";", said)  # Mohammad, and no degree
    return " ".join(said.split()).strip(" ,;")


def _apart(mark: re.Match[str]) -> str:
    """Return what stands for a *mark*: a comma, where it has one or nothing else parts two names, or a name and an institution."""
    after = mark.string[mark.end() : mark.end() + 2]
    if re.search(r"\S\s+\S$", mark[0]) and after[:1].isupper():
        return ", "  # Jane Doe1 1Department of Trains
    return ", " if mark[0].lstrip().startswith(",") or re.match(r"\s[^\W\d_a-z]", after) else ""


def without_marks(text: str) -> str:
    """Return *text* without the symbols of notes."""
    return _MARKS.sub("", text)


def is_written_by(text: str) -> bool:
    """Say if *text* is the second line of a running head."""
    return len(text) < _LONGEST_NAMES and not goes_on(text) and bool(whole(rules.WRITTEN_BY, text))


_GOES_ON = re.compile(rf"(?:,|&|\b{any_of(words('conjunctions'))})$", re.IGNORECASE)
"""The end of a line after which further names come."""


def goes_on(text: str) -> bool:
    """Say if further names come after *text*, a line of a byline."""
    return bool(_GOES_ON.search(text.rstrip()))


def all_names(names: Iterable[str], *, announced: bool = False) -> bool:
    """Say if each of *names* looks like one: two to six words, with capitals but for particles.

    After a *by* that has *announced* names, those in a script without capitals look like some as well.
    """
    parts = [name.split() for name in names]
    return bool(parts) and all(
        1 < len(words) <= _MOST_WORDS + sum(word.lower() in PARTICLES for word in words)
        and all(
            _may_name(word, words)
            or word.lower() in PARTICLES
            or (announced and word.lower() == word.upper() and word[:1].isalpha())
            for word in words
        )
        for words in parts
    )


_MOST_WORDS = 6


def _may_name(word: str, words: Sequence[str]) -> bool:
    """Say if *word* is capital, or in a script without capitals after one of the *words* that is: *Chen Lai 陳來*."""
    first = _ELIDED.sub("", word.strip('()"“”'))[:1]
    return first.isupper() or (first.isalpha() and not first.islower() and words[0][:1].isupper())


_ELIDED = re.compile(r"^(?:d|l|dall|dell)[’'](?=\w)")
"""A particle before a surname: *d’Arc*."""


def is_known(name: str) -> bool:
    """Say if *name* begins with a given name that is known, or has an initial."""
    first, *rest = name.split()
    first = first.strip('"“”()')
    initials = [first, *rest] if len(rest) == 1 else [first, *rest[:-1]]  # Doe J.R., as Russians write
    return any(part.capitalize() in GIVEN_NAMES for part in (first, first.split("-")[0])) or any(
        map(_INITIALS.fullmatch, initials)
    )


_INITIALS = re.compile(r"[^\W\d_]\.(?:\s?-?[^\W\d_]\.)*")


UNSURE_CASE = re.compile(
    rf"['’-]|\bMA?C|\b{PARTICLE}\b",
    re.IGNORECASE,
)
"""Names that may have capitals elsewhere than at the beginnings of their parts."""


def recased(name: str, language: str = "") -> str:
    """Return *name*, all in capitals, as names are mostly written: ``Mary-Ann O'Brien McDonald``.

    A *language* such as Turkish has capitals of its own for the i with and without a dot.
    """
    words: list[str] = []
    parts = name.split()
    for n, word in enumerate(parts):
        if 0 < n < len(parts) - 1 and word.lower() in SMALL_PARTICLES:
            words.append(in_small_letters(word, language))
            continue
        cased = re.sub(
            r"[^\W\d_]+", lambda match: match[0][0] + in_small_letters(match[0][1:], language), word
        )
        cased = re.sub(r"(?<=['’])S$", "s", cased)
        words.append(re.sub(r"^Mc([a-z])", lambda match: "Mc" + match[1].upper(), cased))
    return " ".join(words)


def institution_recased(name: str) -> str:
    """Return the *name* of an institution, all in capitals, as such names are mostly written: ``University of the Sea``."""
    first, *rest = name.split(" ")
    small = {*words("connectives"), *words("definite")}
    return " ".join(
        [recased(first), *(word.lower() if word.lower() in small else recased(word) for word in rest)]
    )
