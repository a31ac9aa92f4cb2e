"""Names before a year that are authors, even if no entry says so, and how much speaks against those that are none."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..text.decisions import Criterion, decide
from ..text.names import PARTICLES, is_acronym
from ..text.patterns import compile_later
from .words import Words, words_for
from .years import LAW

if TYPE_CHECKING:
    from .cited_names import Name, Names
    from .years import Year

_COURTS = frozenset({
    "Ala.", "Ariz.", "Ark.", "Cal.", "Colo.", "Conn.", "Del.", "Fla.", "Ga.", "Haw.", "Ill.", "Ind.", "Kan.", "Ky.", "La.",
    "Mass.", "Md.", "Me.", "Mich.", "Minn.", "Miss.", "Mo.", "Mont.", "Neb.", "Nev.", "Okla.", "Or.", "Pa.", "Tenn.", "Tex.",
    "Va.", "Vt.", "Wash.", "Wis.", "Wyo.", "Alta.", "Ont.", "Que.", "Sask.", "App.", "Bankr.", "Ch.", "Cir.", "Civ.", "Cl.",
    "Crim.", "Ct.", "Dist.", "Div.", "Fed.", "Sup.", "Super.",
})  # fmt: skip
"""States and courts, as citations of law abbreviate them before a year (The Bluebook, tables T1 and T10): ``Mass.``, ``E.D. Va.``"""
_INITIALS = compile_later(r"(?:[^\W\d_]\.-?)+")
_SECOND_CAPITAL = compile_later(
    r"""(?: Mac | Mc | [ODL]['’] | De | Di | Du | Da | La | Le | Van | Von | Fitz | Al-? | El-? | Ben | Bar )?
        (?P<rest>.*)""",
    re.VERBOSE,
)
"""The beginning of a surname after which another capital may stand: ``McDonald``, ``DeLillo``."""
_OLDEST = "1900"
"""The year before which a single name in brackets is rather a place's or an event's: ``(Varennes 1791)``, but ``(Darwin 1859: 3)``."""
_ARABIC_AND = compile_later(r"و\w{3}")
_MOST_WORDS = 2
"""Words of a name that is a person's for sure if another author or a page is cited with it."""


NONE = -9
"""The weight of what is no author's name for sure."""
PLACE = -2
"""The weight of a place's name, or an event's of long ago, though there are such surnames."""
LONG = -1
"""The weight of a name that is longer than those that are cited, or a list that may be one of persons."""


def authorship(names: Names, years: list[Year], *, narrative: bool = False, language: str = "en") -> int:
    """Return how much speaks against *names*, with capitals before *years*, as authors: 0 is nothing, and :data:`NONE` all."""
    seen = _seen(names, years, narrative=narrative, language=language)
    rule = decide(AUTHORS, seen)
    if rule is None or rule.then is not None:
        return rule.then if rule and rule.then is not None else 0
    parts = min(_kind(name.text(), sure=seen.sure, known=seen.known) for name in seen.parts)
    return min(parts, LONG) if seen.is_list else parts


def are_none(names: Names, language: str = "en") -> bool:
    """Say if a word of *names* shows that they, and what is listed with them, aren't authors: ``Kosovo 1999``."""
    known = words_for(language)
    words = _capitalised(names.names)
    return any(word in known.no_authors for word in words) or any(word in known.places for word in words[-1:])


def is_surname(names: Names) -> bool:
    """Say if no word of *names* has capitals or digits inside, as ``GoldenEye`` has."""
    words = [word.text for name in names.names for word in name.words if not word.small]
    return all(
        _INITIALS.fullmatch(word) or len(word) < 4 or word.isupper() or _is_surname(word) for word in words
    )


def begins_sentence(name: str, language: str = "en") -> bool:
    """Say if the first word of *name* isn't a name: ``However``, ``See``."""
    return name.split(" ", 1)[0].casefold().rstrip(".,") in words_for(language).starters


# Several names


class _Seen(NamedTuple):
    """Names before years, as the rules look at them."""

    first: str
    """The first word, as typed."""
    parts: list[Name]
    """The names, without what begins the sentence, and without initials after a surname."""
    words: list[str]
    """Their words with a capital, in small letters."""
    joined: bool
    """Says that the last of several names follows an *and*."""
    more: bool
    """Says that *et al.* follows."""
    locator: str
    bare: bool
    """Says that nothing but one name and old years stand in the brackets."""
    known: Words
    """The words of the document's language."""

    @property
    def is_list(self) -> bool:
        """Say if commas alone stand between the names."""
        return len(self.parts) > 1 and not self.joined and not self.more

    @property
    def sure(self) -> bool:
        """Say if something else shows that these are authors."""
        return self.more or self.joined or bool(self.locator)


def _seen(names: Names, years: list[Year], *, narrative: bool, language: str = "en") -> _Seen:
    known = words_for(language)
    parts = _without_arabic_to(names.without_verbs(known), names.beginning(known), known)
    parts = _at_arabic_and(_without_beginning(parts, known))
    if narrative:
        parts = _without_place(parts, known)
        parts = _last_words(parts, years)
    parts = [part for number, part in enumerate(parts) if not (number and _INITIALS.fullmatch(part.text()))]
    locator = next((year.locator for year in years if year.locator), "")
    return _Seen(
        first=names.names[0].words[0].text,
        parts=parts,
        words=_capitalised(parts),
        joined=len(parts) > 1 and parts[-1].joined,
        more=names.more,
        locator=locator,
        bare=not (narrative or locator or names.more or len(parts) > 1)
        and all(year.year < _OLDEST and not year.suffix for year in years),
        known=known,
    )


def _capitalised(parts: list[Name]) -> list[str]:
    return [word.text.casefold().strip(".'’") for name in parts for word in name.words if not word.small]


def _without_beginning(names: list[Name], known: Words) -> list[Name]:
    """Leave out what begins a sentence: ``However, Blank``, ``Nach Ansicht von Blank``."""
    names = list(names)
    if said := known.ascribing.match(names[0].text()):
        first = names[0]
        names[0] = type(first)(first.words[len(said[0].split()) :], first.joined)
    while names and names[0].words[0].text.casefold().rstrip(".,") in known.starters:
        first = names[0]
        rest = first.words[1:]
        while rest and rest[0].small and rest[0].text not in PARTICLES:
            rest = rest[1:]
        names[0:1] = [type(first)(rest, first.joined)] if rest else []
    return names


def _without_place(parts: list[Name], known: Words) -> list[Name]:
    """Leave out what a comma parts from the names of a sentence: ``In Kosovo, Blank (2000)``."""
    joined = bool(parts) and parts[-1].joined
    while (
        len(parts) > 1
        and not parts[1].joined
        and not (joined and _is_author(parts[0].text(), sure=True, known=known))
    ):
        parts = parts[1:]
    return parts


def _without_arabic_to(parts: list[Name], before: str, known: Words) -> list[Name]:
    """Leave out the *to* that Arabic joins to a name: always before its article, else after a word that needs it."""
    first, *others = parts[0].words
    if first.text.startswith("لل"):
        bare = f"ا{first.text[1:]}"
    elif first.text.startswith("ل") and not known.joined.isdisjoint(before.split()[-1:]):
        bare = first.text[1:]
    else:
        return parts
    word = first._replace(text=bare)
    return [replace(parts[0], words=[word, *others]), *parts[1:]]


def _at_arabic_and(parts: list[Name]) -> list[Name]:
    """Divide a last name of two words of which the second begins with the Arabic *and*: ``سالم وحداد``."""
    if parts and len(words := parts[-1].words) == _MOST_WORDS and _ARABIC_AND.match(words[1].text):
        first, second = ([word] for word in words)
        return [*parts[:-1], type(parts[-1])(first, parts[-1].joined), type(parts[-1])(second, joined=True)]
    return parts


def _last_words(parts: list[Name], years: list[Year]) -> list[Name]:
    """Return the surname alone where no capital tells it from the sentence before, and a page shows that it is one."""
    words = parts[0].words if len(parts) == 1 else []
    if len(words) <= _MOST_WORDS or not any(year.locator for year in years) or words[-1].text[:1].isupper():
        return parts
    start = -2 if words[-2].text in PARTICLES else -1
    return [type(parts[0])(words[start:])]


def _is_court(words: list[str]) -> bool:
    return not _COURTS.isdisjoint(words) and all(
        word in _COURTS or _INITIALS.fullmatch(word) for word in words
    )


def _speaks_against(word: str, known: Words) -> bool:
    return (
        word in known.no_author or word in known.actors or word.split("-", maxsplit=1)[0] in known.no_author
    )


AUTHORS: tuple[Criterion[_Seen, int | None], ...] = (
    Criterion("only the beginning of a sentence", lambda seen: not seen.words, then=NONE),
    Criterion(
        "a word of no author's name",
        lambda seen: any(_speaks_against(word, seen.known) for word in seen.words),
        then=NONE,
    ),
    Criterion(
        "a court",
        lambda seen: len(seen.parts) == 1 and _is_court(seen.parts[0].text().split()),
        then=NONE,
    ),
    Criterion("a university press", lambda seen: {"university", "press"} <= set(seen.words), then=NONE),
    Criterion(
        "an article, and no word of a body's name",
        lambda seen: (
            seen.first.casefold() in seen.known.articles
            and not any(word in seen.known.bodies for word in seen.words)
        ),
        then=NONE,
    ),
    Criterion("an event of long ago", lambda seen: seen.bare, then=PLACE),
    Criterion("an article of a law", lambda seen: bool(LAW.match(seen.locator)), then=NONE),
    Criterion(
        "a list that isn't one body's name",
        lambda seen: (
            seen.is_list
            and not _is_author(" ".join(name.text() for name in seen.parts), sure=False, known=seen.known)
        ),
        then=None,
    ),
    Criterion(
        "a part that isn't a name",
        lambda seen: (
            not seen.is_list
            and not all(_is_author(name.text(), sure=seen.sure, known=seen.known) for name in seen.parts)
        ),
        then=None,
    ),
    Criterion(
        "full names with an and, without a page",
        lambda seen: (
            seen.joined
            and not seen.locator
            and all(len(name.words) > 1 and not name.words[0].small for name in seen.parts)
        ),
        then=LONG,
    ),
)
"""Reasons why names before a year aren't authors', with their weight; without one, it is that of the worst name. Where none holds, they are."""


# One name


class _OneName(NamedTuple):
    """A name that no word speaks against."""

    words: list[str]
    """Its words without particles."""
    full: list[str]
    """Those that aren't initials."""
    plain: list[str]
    """The same in small letters."""
    sure: bool
    """Says that something else shows that it is an author's."""
    known: Words
    """The words of the document's language."""

    def is_one_of(self, table: frozenset[str]) -> bool:
        """Say if it is a single word of *table*."""
        return len(self.plain) == 1 and self.plain[0] in table

    @property
    def is_noun(self) -> bool:
        """Say if it is a single word with an ending that surnames don't have: ``Erweiterung``, but not ``Böll-Stiftung``."""
        word = self.plain[0] if len(self.plain) == 1 else ""
        if word in self.known.surnames or word.rsplit("-", 1)[-1] in self.known.bodies:
            return False
        return any(
            word.endswith(ending) and len(word) > len(ending) + 1 for ending in self.known.noun_endings
        )

    def has_one_of(self, table: frozenset[str]) -> bool:
        """Say if one of its words is in *table*."""
        return any(word in table for word in self.plain)


def _is_author(name: str, *, sure: bool, known: Words | None = None) -> bool:
    """Say if *name*, which no word speaks against, is a person's or a body's; *sure*, if something else shows it."""
    return _kind(name, sure=sure, known=known) == 0


def _kind(name: str, *, sure: bool, known: Words | None = None) -> int:
    """Return how much speaks against *name* as a person's or a body's."""
    rule = decide(ONE_AUTHOR, _one_name(name, sure=sure, known=known))
    return rule.then if rule else 0


def _one_name(name: str, *, sure: bool, known: Words | None = None) -> _OneName:
    words = [word for word in name.split() if word.casefold() not in PARTICLES]
    full = [word for word in words if not _INITIALS.fullmatch(word)]
    plain = [word.casefold().strip(".") for word in full]
    return _OneName(words, full, plain, sure, known or words_for("en"))


ONE_AUTHOR: tuple[Criterion[_OneName, int], ...] = (
    Criterion("a body of one word", lambda name: name.is_one_of(name.known.one_word_bodies), then=0),
    Criterion("a word too general for a body", lambda name: name.is_one_of(name.known.bodies), then=NONE),
    Criterion("a body", lambda name: name.has_one_of(name.known.bodies), then=0),
    Criterion("a noun by its ending", lambda name: name.is_noun, then=NONE),
    Criterion(
        "a surname like a place, and sure",
        lambda name: name.sure and name.is_one_of(name.known.places) and not name.full[0].isupper(),
        then=0,
    ),
    Criterion("a place", lambda name: name.has_one_of(name.known.places), then=PLACE),
    Criterion("initials, and sure", lambda name: not name.full and bool(name.words) and name.sure, then=0),
    Criterion("initials alone", lambda name: not name.full, then=NONE),
    Criterion("too many words", lambda name: len(name.full) > (_MOST_WORDS if name.sure else 1), then=LONG),
    Criterion("a word that isn't a surname", lambda name: not all(map(_is_surname, name.full)), then=NONE),
)
"""Kinds of one name, by its words, and what speaks against them as an author. Where none holds, it is an author's."""


def _is_surname(word: str) -> bool:
    """Say if *word* looks like a surname, or an acronym of a body."""
    letters = re.sub(r"\W", "", word)
    if len(letters) < 2 or any(letter.isdigit() for letter in letters):
        return False
    if letters.isupper():
        return is_acronym(letters) and len(letters) > 2
    pieces = [_SECOND_CAPITAL.fullmatch(piece) for piece in re.split(r"[‐‑/-]", word)]
    rest = [piece["rest"] for piece in pieces if piece]
    return not any(letter.isupper() for piece in rest for letter in piece[1:]) or is_acronym(letters)
