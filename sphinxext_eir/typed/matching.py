"""Typed citations matched with the entries of a bibliography."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from ..text.compared_names import normal
from ..text.names import CONNECTIVES, GLUED_PARTICLE, PARTICLES
from ..text.vocabularies import uninflected
from .citations import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .citations import NamedCitation


class Citable(Protocol):
    """An entry that can be cited by name and year."""

    @property
    def names(self) -> tuple[str, ...]: ...  # noqa: D102 - as Reference has them
    @property
    def givens(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def also(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def more(self) -> bool: ...  # noqa: D102
    @property
    def years(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def suffix(self) -> str: ...  # noqa: D102


_SMALL = {*PARTICLES, *CONNECTIVES}

E = TypeVar("E", bound=Citable)


@dataclass(frozen=True)
class Match(Generic[E]):
    """The entries that a citation was found to mean."""

    entries: tuple[E, ...] = ()
    """None: it has no entry; one: the entry; several: it is ambiguous."""
    start: int = 0
    """The start of the citation, in the reading that was found."""


class Shelf(Generic[E]):
    """Entries to be found by names and years."""

    def __init__(self, entries: Iterable[E]) -> None:
        self._by_year: dict[str, list[E]] = {}
        for entry in entries:
            for year in entry.years or _year_of_access(entry):
                self._by_year.setdefault(year, []).append(entry)

    def find(self, citation: NamedCitation) -> Match[E]:
        """Return what *citation*, which isn't ``ibid.``, means by its longest reading that an entry has."""
        entries = self._all() if citation.form is Form.OP_CIT else self._by_year.get(citation.year, ())
        if citation.form is Form.YEAR_ALONE:
            return Match(
                tuple(_with_suffix(self._named_in(citation.sentence, entries), citation.suffix)),
                citation.start,
            )
        for forms in (_as_typed, _as_inflected) if entries else ():
            for reading in citation.readings:
                names = tuple(forms(name, citation.language) for name in reading.names)
                found = _best(names, entries, more=citation.more)
                if found and (with_suffix := tuple(_with_suffix(found, citation.suffix))):
                    return Match(with_suffix, reading.start)
        return Match((), citation.start)

    @property
    def years(self) -> Iterable[str]:
        """The years that entries are cited by."""
        return self._by_year.keys()

    def near(self, citation: NamedCitation) -> list[E]:
        """Return the entries of other years whose first author *citation* names: the author may have meant one of them."""
        firsts = {normal(_apart(reading.names[0])[1]) for reading in citation.readings}
        return [entry for entry in self._all() if firsts & set(_first_names(entry))]

    def _all(self) -> list[E]:
        return list(dict.fromkeys(chain.from_iterable(self._by_year.values())))

    def _named_in(self, sentence: str, entries: Iterable[E]) -> list[E]:
        """Return the entries whose first author is named in *sentence*; of several, the one named last."""
        words = re.findall(r"[\w’'-]+", _ENDING_AFTER_NAME.sub("", sentence))
        # A word without a capital isn't a name, though a body may be called by it: `the bank (1999: 12)`.
        named = (word if not word.islower() or word in _SMALL else "·" for word in words)
        plain = f" {' '.join(map(normal, named))} "
        at = {}
        for entry in entries:
            position = max((plain.rfind(f" {name} ") for name in _first_names(entry)), default=-1)
            if position >= 0:
                at[entry] = position
        last = max(at.values(), default=-1)
        return [entry for entry, position in at.items() if position == last]


def _year_of_access(entry: Citable) -> tuple[str, ...]:
    """Return the year by which a page without a date is cited: ``(IBGE, 2019)``, where its entry says when it was seen."""
    seen = getattr(entry, "accessed", None)
    return (str(seen.year),) if seen else ()


_INITIALS = r"(?P<initials>(?:[^\W\d_][a-z]?\.[\s-]*)+)"
_BEFORE = re.compile(
    rf"""(?P<first>[^\W\d_]{{2,}}\s)? {_INITIALS} (?P<name>[^\W\d_]['’]?[^\W\d_].*)         # S. Blank, Stephen M. Blank""",
    re.VERBOSE,
)
_AFTER = re.compile(
    rf"""(?P<name>.*[^\W\d_]{{2}}),?\s {_INITIALS}            # Blank, S.""",
    re.VERBOSE,
)


def _apart(name: str) -> tuple[str, str]:
    """Return the initials in *name*, before or after the surname, and the rest: ``Blank`` of ``S. Blank`` and ``Blank, S``."""
    match = _BEFORE.fullmatch(name) or _AFTER.fullmatch(name)
    if not match:
        return "", name
    first = match.groupdict().get("first") or ""
    return first + match["initials"], match["name"]


@dataclass(frozen=True)
class _Cited:
    """A cited name, and the ways in which an entry may write it."""

    initials: str
    forms: frozenset[str]
    loose: bool
    """Says that they aren't the name as it was typed, but without what the sentence did to it."""


@lru_cache(maxsize=20_000)
def _as_typed(name: str, _language: str) -> _Cited:
    initials, rest = _apart(name)
    return _Cited(initials, frozenset({normal(rest)}), loose=False)


_ENDING_AFTER_NAME = re.compile(r"[’'](?:[^\W\d_A-ZÀ-ÞĞİŞ]{1,6})?\b")
"""What a sentence puts after a name: ``Blank's``, ``Meriç’e``."""
_APOSTROPHE = re.compile(r"(?<=\w)['’]\w{1,6}$")
_UMLAUTS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "å": "aa",
        "Å": "Aa",
        "ø": "oe",
        "Ø": "Oe",
    }
)


@lru_cache(maxsize=20_000)
def _as_inflected(name: str, language: str) -> _Cited:
    """Return the forms that the name in a list of references may have: ``Иванов`` for ``Ивановым``, ``Müller`` for ``Müllers``."""
    initials, rest = _apart(name)
    forms = {
        rest,
        rest.translate(_UMLAUTS),
        _APOSTROPHE.sub("", rest),
        re.sub(rf"^{GLUED_PARTICLE}", "", rest, flags=re.IGNORECASE),
    }
    codes = {
        language,
        "ru" if re.search("[а-яё]", rest) else language,
        "ar" if re.search("[\u0600-\u06ff]", rest) else language,
    }
    forms |= uninflected(rest, *sorted(codes))
    return _Cited(initials, frozenset(map(normal, forms)), loose=True)


def _agree(initials: str, given: str) -> bool:
    """Say if a person with this *given* name may have these *initials*; of one without given names nothing is known."""
    letters = re.findall(r"[^\W\d_]", re.sub(r"(?<=[^\W\d_])[^\W\d_]+", "", initials))
    names = [word[0] for word in re.findall(r"[^\W\d_]+", given) if word not in PARTICLES]
    return all(normal(one) == normal(other) for one, other in zip(letters, names, strict=False))


def _full_names(entry: Citable) -> Iterator[str]:
    """Yield the first author's given name and surname, normalised, with all given names and with the first."""
    given = entry.givens[0] if entry.givens else ""
    if given and not given.endswith("."):
        yield normal(f"{given} {entry.names[0]}")
        yield normal(f"{given.split()[0]} {entry.names[0]}")


def _first_names(entry: Citable) -> Iterator[str]:
    """Yield the names of the first author, normalised."""
    if entry.names:
        yield from _callings(entry.names[0])
        yield from map(normal, entry.also)


@lru_cache(maxsize=20_000)
def _callings(name: str) -> tuple[str, ...]:
    """Return *name*, also without its particles, and its last word: the surname, if given names come before it."""
    return tuple(_called(name))


def _called(name: str) -> Iterator[str]:
    whole = normal(name)
    yield whole
    words = whole.split(" ")
    yield words[-1]
    if words[0] in PARTICLES:
        first = next((place for place, word in enumerate(words) if word not in PARTICLES), len(words) - 1)
        yield " ".join(words[first:])


def _first_words(name: str) -> Iterator[str]:
    """Yield the first word of *name*, by which many are cited: ``Li`` Anshan, ``Amnesty`` International."""
    first = normal(name).partition(" ")[0]
    if first not in PARTICLES:
        yield first


def _best(names: tuple[_Cited, ...], entries: Iterable[E], *, more: bool) -> list[E]:
    """Return the *entries* by authors with these *names*: those without other authors or, failing these, with others."""
    ranked: dict[int, list[E]] = {}
    for entry in entries:
        rank = _rank(names, entry, more=more)
        if rank:
            ranked.setdefault(rank, []).append(entry)
    return ranked[max(ranked)] if ranked else []


def _rank(names: tuple[_Cited, ...], entry: Citable, *, more: bool) -> int:
    """Return how well *names* name the authors of *entry*: 0 for not at all, less for others left out, most for all."""
    first = names[0]
    if not entry.names:  # a title is cited in its place
        titles = map(normal, entry.also)
        return int(
            len(names) == 1 and not more and not first.loose and any(title in first.forms for title in titles)
        )
    if not _agree(first.initials, entry.givens[0] if entry.givens else ""):
        return 0
    known = {*_first_names(entry), *_first_words(entry.names[0]), *_full_names(entry)}
    if first.loose:
        known |= set(_loosely(entry.names[0]))
    if not first.forms & known:
        return 0
    rest = entry.names[1:]
    if (
        (len(names) - 1 > len(rest) and not entry.more)
        or any(  # of `Blank, S. et al.`, the second may be anybody
            not cited.forms
            & {*_callings(author), *_first_words(author), *(_loosely(author) if first.loose else ())}
            for cited, author in zip(names[1:], rest, strict=False)
        )
    ):
        return 0
    others = len(rest) - (len(names) - 1)
    exact = (others > 0 or entry.more) if more else (others == 0 and not entry.more)
    whole_name = bool(first.forms & {normal(entry.names[0]), *map(normal, entry.also), *_full_names(entry)})
    return 1 + 2 * exact + whole_name


def _loosely(name: str) -> Iterator[str]:
    """Yield further forms of an entry's *name*: with umlauts written out; the surname, in a script that doesn't part names."""
    yield normal(name.translate(_UMLAUTS))
    yield normal(re.sub(rf"^{GLUED_PARTICLE}", "", name, flags=re.IGNORECASE))
    if re.fullmatch("[\u2e80-\u9fff\uac00-\ud7ff]{3,6}", name):
        yield name[:2]
        yield name[:3]  # 長谷川


_SAME_LETTER = str.maketrans({"а": "a", "ا": "أ"})
"""The Cyrillic letter, which looks the same, and stands after the same years; the Arabic one without its hamza."""


def _with_suffix(entries: Iterable[E], suffix: str) -> list[E]:
    """Return the *entries* that a year with *suffix* cites; a year without a suffix cites any of them."""
    suffix = suffix.translate(_SAME_LETTER)
    return [entry for entry in entries if not suffix or entry.suffix.translate(_SAME_LETTER) == suffix]
