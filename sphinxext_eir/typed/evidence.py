"""Evidence in the text that names and a year cite a work, or that they name a thing of that year: signs, each with a weight.

No sign decides alone. A page says that ``(Madrid 2004: 3)`` is a citation, and two prime ministers before ``(Major, 1997; Cameron,
2016)`` that this is none. ``verdicts`` adds what the whole document shows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from ..text.patterns import compile_later
from ..text.sentences import CLOSING
from ..text.vocabularies import uninflected
from .claims import claim
from .glosses import follows_place, says_of_name
from .plausible import are_none, authorship, is_surname

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .cited_names import Names
    from .words import Words
    from .years import Year

Case = TypeVar("Case")

ENOUGH = 2
"""The weight from which on a citation without an entry is reported."""
NOTHING = -9
"""The weight of what can't be told from other things with a year."""


class Sign(NamedTuple, Generic[Case]):
    """A row of a table of evidence."""

    name: str
    """What is seen, as a person is told it."""
    weight: int
    """Counts for a citation, or against one if it is negative."""
    holds: Callable[[Case], bool]


def signs_of(signs: Iterable[Sign[Case]], case: Case) -> list[Sign[Case]]:
    """Return those of *signs* that *case* shows."""
    return [sign for sign in signs if sign.holds(case)]


class InText(NamedTuple):
    """Names and years with the text around them."""

    names: Names
    years: list[Year]
    known: Words
    """The words of the document's language."""
    narrative: bool = False
    """Says that the names stand before the brackets."""
    before: str = ""
    """The text before the names, or before the brackets that they stand in."""
    after: str = ""
    """The text after the brackets."""
    opens: str = ""
    """The text in the brackets before the names, from those listed before them on."""
    others: tuple[Names, ...] = ()
    """The names in the same brackets, these too."""
    between: str = ""
    """All words in the brackets that are no part of a citation, and none that accompany citations."""
    alone: bool = False
    """Says that nothing but these names and years stands in the brackets."""
    against: int = 0
    """How much speaks against the names as authors' (``plausible``)."""
    titled: bool = False
    """Says that a title stands beside the year: a work's, or a film's."""
    claimed: int = 0
    """1 if the sentence claims the names for an author, -1 for a thing, or else 0."""

    @property
    def is_bare(self) -> bool:
        """Say if one name and one year stand in the brackets, and nothing shows what they are."""
        return not (
            self.narrative
            or self.has_locator
            or self.has_letter
            or self.names.more
            or len(self.names.names) > 1
        )

    @property
    def has_locator(self) -> bool:
        """Say if a page follows a year."""
        return any(year.locator for year in self.years)

    @property
    def has_letter(self) -> bool:
        """Say if a letter follows a year."""
        return any(year.suffix for year in self.years)

    @property
    def is_joined(self) -> bool:
        """Say if the last of several persons follows an *and*."""
        names = self.names.names
        if len(names) < 2 or not names[-1].joined:
            return False
        words = {word.text.casefold() for name in names for word in name.words}
        return words.isdisjoint(self.known.bodies) and words.isdisjoint(self.known.places)

    def is_cited(self) -> bool:
        """Say if a word such as *see* stands before it in the brackets."""
        return bool(self.known.see.search(self.opens))

    def is_placed(self) -> bool:
        """Say if the brackets tell where something is: ``(in Tura, 1964)``."""
        words = self.opens.strip().casefold()
        return not (self.has_locator or self.has_letter) and words in self.known.where

    def is_gloss(self) -> bool:
        """Say if the brackets tell something of the name before them."""
        if not self.alone or self.narrative or self.has_locator or self.has_letter:
            return False
        before = self.before.rstrip()
        return (
            follows_place(before, self.known)
            if self.is_joined
            else says_of_name(self.names, before, self.known)
        )

    def is_counted(self) -> bool:
        """Say if the sentence counts just as many things as the brackets name: ``Two towns fell (Verdun, 1916; Reims, 1918)``."""
        if len(self.others) < 2 or any(names.more or len(names.names) > 1 for names in self.others):
            return False
        at = len(self.others) - 2
        found = self.known.counted[at].search(self.before) if at < len(self.known.counted) else None
        return bool(
            found and self.known.scholarly.isdisjoint(found["counted"].casefold().replace(",", " ").split())
        )

    def follows_title(self) -> bool:
        """Say if a title stands right before the brackets, in quotation marks or emphasised: ``«Сталкер» (Тарковский, 1979)``."""
        return self.is_bare and bool(_TITLED.search(self.before) or _GERMAN_TITLE.search(self.before))

    def ends_quotation(self) -> bool:
        """Say if a sentence or more is quoted right before the brackets."""
        return not self.narrative and bool(_QUOTED.search(self.before))

    def is_beside_none(self) -> bool:
        """Say if something is listed with it that is no author."""
        return any(are_none(names, self.known.language) or not is_surname(names) for names in self.others)

    def is_of_statesman(self) -> bool:
        """Say if the name is that of somebody who governed: ``(Obama, 2008)`` may be an election, or a speech that is cited."""
        return self.is_bare and self._governed()

    def is_of_acting_statesman(self) -> bool:
        """Say the same where a sentence says whose a thought is: ``According to Balfour (1917)`` tells of a declaration, or cites."""
        return self.narrative and not (self.has_locator or self.has_letter) and self._governed()

    def _governed(self) -> bool:
        *before, name = self.names.names
        forms = uninflected(name.words[-1].text, self.known.language)
        return not before and any(form.casefold() in self.known.statesmen for form in forms)

    def tells_of_thing(self) -> bool:
        """Say if a short sentence before the brackets tells what befell a ship, a bank, a court: these may be its name and year."""
        said = self._short_sentence()
        return bool(said and self.known.things.search(said))

    def tells_event(self) -> bool:
        """Say if a short sentence before the brackets tells in a verb's own form what happened once: ``La monnaie perdit sa valeur``."""
        said = self._short_sentence()
        return bool(said and self.known.past.search(said))

    def _short_sentence(self) -> str:
        """Return the sentence before brackets in which no more than a name and a year stand, if it is short."""
        if not self.is_bare:
            return ""
        said = _CLAUSE_END.split(self.before)[-1]
        return said if len(said.split()) <= _SHORT else ""

    def is_of_scholars(self) -> bool:
        """Say if authors or works in general stand before the brackets: ``Some scholars (Blank 2000) say``."""
        if self.narrative:
            return False
        words = re.findall(r"[^\W\d_]+", self.before)[-2:]
        return any(word.casefold() in self.known.scholarly for word in words)

    def stands_for_name(self) -> bool:
        """Say if the brackets stand where the sentence needs a name: ``selon (Arendt, 1958)``."""
        return self.alone and not self.narrative and bool(self.known.governing.search(self.before))

    def is_passed_over(self) -> bool:
        """Say if the sentence goes on after the brackets as if they weren't there, which it seldom does after a citation."""
        return (
            self.alone
            and self.is_bare
            and not self.known.verbs_last
            and bool(_GOES_ON.match(self.after))
            and not _PHRASE.search(self.before)
        )


_TITLED = compile_later(
    r"""(?: \x02 [^\x02\x03]{1,60} \x03 | [“„«"‘‹] \s? (?=[^\W\d_a-zа-яё]) [^“”„«»"‹›‘]{1,60} [”“»"’›] )
         (?: ['’]?[^\W\d_]{1,4} )? \s*$                        # «Сталкер», *Stalker*’da""",
    re.VERBOSE,
)
_GERMAN_TITLE = compile_later(
    r"""(?<!\w) [^\W\d_]{2,12} \s (?: Der | Die | Das | Ein | Eine ) \s   # in Das weiße Band
        (?: [^\W\d_][\w’-]* \s? ){1,5} $""",
    re.VERBOSE,
)
"""A title with nothing around it, in the middle of a sentence."""
_QUOTED = compile_later(
    rf"""[“„«"‘‹] (?: [^\s“”„«»"]+\s ){{6,}} [^\s“”„«»"]+ [”“»"’›] [{CLOSING}]? \s*$""", re.VERBOSE
)
_PHRASE = compile_later(
    r"""[“„«"‘‹] \s? [a-zà-ÿа-яё][\w’'-]* (?: \s [\w’'-]+ ){1,5} \s? [”“»"’›] \s*$""", re.VERBOSE
)
"""An author's term, which is no title: ``« concepts nomades »``."""
_CLAUSE_END = compile_later(r"[.!?…;:؛]\s+")
_SHORT = 12
"""Words of a sentence that tells an event; those of scholars on their matter are longer mostly."""
_GOES_ON = compile_later(r"\s+[^\W\d_]")


_NEAR = 60
"""Characters before names that may claim them."""


def weighed(seen: InText) -> tuple[tuple[str, ...], int]:
    """Return the names of the signs that the text shows, and their weight."""
    signs = signs_of(IN_TEXT, judged(seen))
    return tuple(sign.name for sign in signs), sum(sign.weight for sign in signs)


def judged(seen: InText) -> InText:
    """Return what is *seen* with what its names, and the words around them, say of an author."""
    names, years, known = seen.names, seen.years, seen.known
    against = authorship(names, years, narrative=seen.narrative, language=known.language)
    if not seen.narrative:
        return seen._replace(against=against)
    return seen._replace(
        against=against, claimed=claim(seen.before[-_NEAR:], seen.after, names, years, known)
    )


IN_TEXT: tuple[Sign[InText], ...] = (
    Sign("names of authors", 2, lambda seen: seen.against == 0),
    Sign("names of authors, perhaps", -1, lambda seen: seen.against == -1),
    Sign("a place's name", -2, lambda seen: seen.against == -2),
    Sign("no author's name", NOTHING, lambda seen: seen.against < -2),
    Sign("a page", 3, lambda seen: seen.has_locator),
    Sign("a letter after the year", 3, lambda seen: seen.has_letter),
    Sign("et al.", 3, lambda seen: seen.names.more),
    Sign("persons joined by and", 2, lambda seen: seen.is_joined),
    Sign("a word that cites", 2, lambda seen: not seen.narrative and seen.is_cited()),
    Sign("brackets in the place of a name", 2, InText.stands_for_name),
    Sign("the end of a quotation", 1, InText.ends_quotation),
    Sign("a claim", 2, lambda seen: seen.claimed > 0),
    Sign("no claim", -3, lambda seen: seen.narrative and seen.claimed == 0),
    Sign("a thing that is claimed", -7, lambda seen: seen.narrative and seen.claimed < 0),
    Sign("a place where", -4, lambda seen: not seen.narrative and seen.is_placed()),
    Sign("a name before the brackets, of which they tell", -3, InText.is_gloss),
    Sign("a title before the brackets", -2, InText.follows_title),
    Sign("a title beside the year", -3, lambda seen: seen.titled),
    Sign("as many names as things are counted", -3, InText.is_counted),
    Sign("a ship, a bank, a court before the brackets", -1, InText.tells_of_thing),
    Sign("what happened once, in a short sentence", -1, InText.tells_event),
    Sign("words beside it", -3, lambda seen: bool(seen.between)),
    Sign("beside what is no author", -3, InText.is_beside_none),
    Sign("a statesman's name", -1, InText.is_of_statesman),
    Sign("a statesman's name in a sentence", -3, InText.is_of_acting_statesman),
    Sign("a sentence that goes on", -1, InText.is_passed_over),
    Sign("scholars, or their works, before the brackets", 1, InText.is_of_scholars),
)
"""Evidence in the text around a citation."""

ELSEWHERE: Sign[None] = Sign("a thing's or a place's name elsewhere in the text", -2, lambda _: True)
"""A sign that all paragraphs are looked through for, by ``mentions``."""
STRONG = frozenset(
    ("a page", "a letter after the year", "et al.", "persons joined by and", "a word that cites")
)
"""Signs without which a citation is no more than a name and a year."""
