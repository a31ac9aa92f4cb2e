"""Words around ``Blank (2000)`` that claim it for an author, and not for a thing of that year."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from ..text.decisions import Criterion, decide
from ..text.patterns import any_of, compile_later
from ..text.vocabularies import words
from .words import words_for

if TYPE_CHECKING:
    from .cited_names import Names
    from .words import Words
    from .years import Year

_AND = any_of((*words("conjunctions"), "or", "as well as"))
_LISTED = compile_later(
    rf"""\s? (?: [,;] | ,?\s{_AND} )\s                                      # `, ` or ` and `
        (?: {_AND}\s )? (?: by\s )?
        (?: [^\W\d_][\w.'’-]* ,?\s (?: {_AND}\s )? ){{1,6}}                  # another's name
        \( [^()]{{4,40}} \)                                                # and year""",
    re.VERBOSE,
)
"""A further citation between this one and its verb."""
_FAR = 30
"""Characters before a name in which words stand that say whose a thought is."""
_NEAR = 5
"""Words from an article to its noun."""
_ADJECTIVE = compile_later(r"[^\W\d_]{3,}e[nrms]?")
_NOUN = compile_later(r"\s[^\W\d_a-zäöüß][^\W\d_]{3,}")
_LAST_VERB = compile_later(r"(\w+)[\s\"’”»)]*[.!?;…](?:\s|$)|(\w+)\W*$")


class _Sentence(NamedTuple):
    """A citation in its sentence."""

    before: str
    after: str
    names: Names
    years: list[Year]
    known: Words = words_for("en")
    """The words of the document's language."""

    def words(self) -> set[str]:
        """Return the words of the names in small letters."""
        return {word.text.casefold() for name in self.names.names for word in name.words}

    def has_article(self) -> bool:
        """Say if *the* stands before the names, adjectives between them perhaps, and none of them is a body's."""
        first = self.names.names[0].words
        if self.known.capitals and len(first) > 1 and first[0].text.casefold() in self.known.definite:
            return True  # `Im Historikerstreit (1986)`
        if not self.before[-1:].isspace() or any(
            word.text.casefold() in self.known.bodies for word in self.names.names[-1].words
        ):
            return False
        *others, last = self.before.split()[-_NEAR:] or [""]
        if last.casefold() in self.known.definite:
            return True
        if last.casefold() in self.known.starters and others and others[-1].casefold() in self.known.definite:
            return True  # `the first Walkman (1979)`
        # `the strike, and the Fronde (1648)`, where the article of the language is a particle of names as well
        begins = self.names.names[-1].words[0]
        if len(self.names.names) > 1 and begins.small and begins.text in self.known.definite:
            return True
        # Where all nouns have capitals: `zu einem viel späteren Zeitpunkt (1918)`, but not `die von Blank (2000)`
        return (
            self.known.capitals
            and bool(_ADJECTIVE.fullmatch(last))
            and any(word in self.known.articles for word in takewhile(str.islower, reversed(others)))
        )

    def begins_ascribing(self) -> bool:
        """Say if the sentence begins with a word that says whose a thought is."""
        return self.names.names[0].words[0].text.casefold() in self.known.ascribing_beginnings

    def has_locator(self) -> bool:
        """Say if a page follows a year."""
        return any(year.locator for year in self.years)

    def has_letter(self) -> bool:
        """Say if a letter follows a year."""
        return any(year.suffix for year in self.years)

    def has_persons_joined(self) -> bool:
        """Say if the last name follows an *and*, and none is a body's or a place's."""
        names = self.names.names
        return (
            len(names) > 1
            and names[-1].joined
            and not (self.words() & self.known.bodies or self.words() & self.known.places)
        )

    def has_genitive(self) -> bool:
        """Say if the name is a possessive: ``Blank's (2000)``, and with the endings of the document's language."""
        last = self.names.names[-1].words[-1].text
        if self.known.capitals and last.endswith("s") and _NOUN.match(self.after):
            return True  # `Blanks (2000) These`
        return (
            self.names.possessive
            or self.after.startswith(("'s ", "’s "))
            or bool(self.known.genitive.search(last))
        )

    def has_verb(self) -> bool:
        """Say if a verb of saying follows, after other citations perhaps."""
        position = 0
        while listed := _LISTED.match(self.after, position):
            position = listed.end()
        verb = self.known.before_verb.match(self.after, position)
        if verb and verb["verb"].casefold() in self.known.claims:
            return True
        last = _LAST_VERB.search(self.after, position) if self.known.verbs_last else None
        return bool(last and (last[1] or last[2]).casefold() in self.known.claims)

    def has_verb_before(self) -> bool:
        """Say if a verb of saying stands right before the names, in a language that may put it there."""
        if not self.known.verbs_first:
            return False
        word = re.split(r"[\s'’]", self.before.rstrip(" ,:"))[-1].strip('(«"“').casefold()
        return word in self.known.claims or self.names.verbs(self.known)

    def is_ascribed(self) -> bool:
        """Say if words that say whose a thought is stand right before the names, or begin the sentence."""
        before = self.before + self.names.beginning(self.known)
        first = self.names.names[0]
        # `La thèse de Blank (2000)`
        begins = not first.words[0].small and self.known.ascribing.match(first.text())
        return bool(begins or self.known.ascribed.search(before[-_FAR:]))


CLAIMED: tuple[Criterion[_Sentence, bool], ...] = (
    Criterion(
        "a work", lambda it: it.before.rstrip().rsplit(" ", 1)[-1].casefold() in it.known.works, then=False
    ),
    Criterion("an article, and a page", lambda it: it.has_article() and it.has_locator(), then=True),
    Criterion("an article", lambda it: it.has_article(), then=False),
    Criterion("et al.", lambda it: it.names.more, then=True),
    Criterion("a possessive", lambda it: it.has_genitive(), then=True),
    Criterion("a page", lambda it: it.has_locator(), then=True),
    Criterion("a letter after the year", lambda it: it.has_letter(), then=True),
    Criterion("persons joined by and", lambda it: it.has_persons_joined(), then=True),
    Criterion("an ascribing beginning", lambda it: it.begins_ascribing(), then=True),
    Criterion(
        "a verb left out",
        lambda it: it.before.endswith("; ") and bool(it.known.elliptic.match(it.after)),
        then=True,
    ),
    Criterion("a verb of saying", lambda it: it.has_verb(), then=True),
    Criterion("a verb of saying before", lambda it: it.has_verb_before(), then=True),
    Criterion("an ascribing word before", lambda it: it.is_ascribed(), then=True),
)
"""Reasons for and against an author."""


def claim(before: str, after: str, names: Names, years: list[Year], known: Words) -> int:
    """Return 1 if the words *before* and *after* claim ``Blank (2000)`` for an author, -1 if for a thing of that year, or else 0."""
    rule = decide(CLAIMED, _Sentence(before, after, names, years, known))
    return 0 if rule is None else 1 if rule.then else -1
