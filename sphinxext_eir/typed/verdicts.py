"""Verdicts on what looks like a citation and has no entry: the evidence in its text, with what the whole document shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ..text.compared_names import normal
from .citations import Form
from .evidence import ENOUGH, NOTHING, Sign, signs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .citations import NamedCitation
    from .matching import E, Shelf


class Verdict(Enum):
    """What is said of a citation without an entry."""

    MISSING = "missing"
    """It is one, and its entry is missing."""
    PERHAPS = "perhaps"
    """It is one perhaps: the build says nothing, and a check lists it."""
    NONE = "none"
    """It is none, as far as anybody can tell."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document cites, by the citations in it that have an entry."""

    comma: bool | None = None
    """Says if a comma stands before the year; None if some have one and others don't."""
    capitals: bool = False
    """Says that surnames in brackets are in capitals."""
    authors: frozenset[str] = frozenset()
    """The first authors, normalised."""
    years: tuple[int, int] | None = None
    """The oldest and the newest year in the bibliography; None for too few to tell."""


_FEW = 4
"""Citations, and entries, that show no habit yet."""
_AROUND = 5
"""Years around those of the works listed in which others may have appeared as well."""
_MOST = 0.9
"""The share of citations that makes a habit."""


def habits_of(linked: Sequence[NamedCitation], years: Iterable[str] = ()) -> Habits:
    """Return the habits of a document, by its *linked* citations and the *years* of the works that it lists."""
    bracketed = [one for one in linked if one.form is Form.PARENTHETICAL and one.readings]
    commas = Counter(one.mark.startswith(_COMMAS) for one in bracketed)
    capitals = sum(_is_in_capitals(one) for one in bracketed)
    dated = sorted(int(year) for year in years if year.isdigit())
    usual, count = commas.most_common(1)[0] if commas else (False, 0)
    return Habits(
        comma=usual if count >= max(_FEW, _MOST * len(bracketed)) else None,
        capitals=capitals >= max(_FEW, _MOST * len(bracketed)),
        authors=frozenset(normal(one.readings[-1].names[0]) for one in linked if one.readings),
        years=(dated[0], dated[-1]) if len(dated) >= _FEW else None,
    )


_COMMAS = (",", "،", "，", "、")


def _is_in_capitals(citation: NamedCitation) -> bool:
    return citation.readings[0].names[0].isupper()


@dataclass(frozen=True, slots=True)
class InDocument:
    """A citation without an entry, in its document."""

    citation: NamedCitation
    habits: Habits
    known: bool
    """Says that the bibliography has another work by its first author."""
    accompanied: bool
    """Says that a citation listed with it has an entry."""

    def is_by_known_author(self) -> bool:
        """Say if its first author has another work in the bibliography, or another citation with an entry."""
        readings = self.citation.readings
        return self.known or any(normal(one.names[0]) in self.habits.authors for one in readings)

    def is_outside_the_list(self) -> bool:
        """Say if its year is well before or after those of all works listed."""
        years, year = self.habits.years, self.citation.year
        return bool(
            self.citation.is_bare
            and years
            and year.isdigit()
            and not years[0] - _AROUND <= int(year) <= years[1] + _AROUND
        )

    def is_written_otherwise(self) -> bool:
        """Say if it has a comma before the year and others have none, or the other way round."""
        comma = self.citation.mark.startswith(_COMMAS)
        return self.citation.is_bare and self.habits.comma is not None and comma is not self.habits.comma

    def lacks_capitals(self) -> bool:
        """Say if others are in capitals (ABNT NBR 10520), and it isn't."""
        bracketed = self.citation.form is Form.PARENTHETICAL
        return bracketed and self.habits.capitals and not _is_in_capitals(self.citation)


IN_DOCUMENT: tuple[Sign[InDocument], ...] = (
    Sign("an author with another work in the list", 3, InDocument.is_by_known_author),
    Sign("a citation beside it that has an entry", 3, lambda seen: seen.accompanied),
    Sign("a year that the list doesn't reach", -1, InDocument.is_outside_the_list),
    Sign("another form than other citations have", -2, InDocument.is_written_otherwise),
    Sign("small letters where others have capitals", -2, InDocument.lacks_capitals),
)
"""Evidence in the whole document."""


def verdict(seen: InDocument) -> Verdict:
    """Return what is said of a citation without an entry; none of one that the text alone shows to be no matter of an entry."""
    if seen.citation.weight <= NOTHING:
        return Verdict.NONE
    weight = seen.citation.weight + sum(sign.weight for sign in signs_of(IN_DOCUMENT, seen))
    return Verdict.MISSING if weight >= ENOUGH else Verdict.PERHAPS if weight >= 0 else Verdict.NONE


def listed_together(citations: Sequence[NamedCitation]) -> Iterator[list[int]]:
    """Yield the numbers of *citations* that are listed together, in one pair of brackets or one after the other."""
    group: list[int] = []
    for number, citation in enumerate(citations):
        if group and citation.place <= citations[group[-1]].place:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def verdicts_on(citations: Sequence[NamedCitation], shelf: Shelf[E]) -> list[Verdict]:
    """Return what is said of each of the *citations* of a document, with a *shelf* of all that it lists; none of one with an entry."""
    found = [bool(shelf.find(citation).entries) for citation in citations]
    linked = [citation for citation, entry in zip(citations, found, strict=True) if entry]
    habits = habits_of(linked, shelf.years)
    said = [Verdict.NONE] * len(citations)
    for group in listed_together(citations):
        beside = any(found[at] for at in group)
        for at in group:
            if not found[at]:
                citation = citations[at]
                said[at] = verdict(InDocument(citation, habits, bool(shelf.near(citation)), beside))
    return said
