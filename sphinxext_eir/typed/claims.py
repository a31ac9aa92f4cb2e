"""Words around ``Blank (2000)`` that claim it for an author, and not for a thing of that year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..text.decisions import Criterion, decide
from ..text.patterns import any_of
from .words import BODY, CLAIMS, PLACES, WORKS

if TYPE_CHECKING:
    from .cited_names import Names
    from .years import Year

_BEFORE_VERB = any_of(
    (
        "also", "would", "could", "might", "may", "can", "will", "must", "has", "have", "had", "who", "further", "then", "once",
        "even", "himself", "herself", "both", "not",
    )
)  # fmt: skip
_VERB = re.compile(
    rf"""[\s,]{{0,3}}
         (?: (?: {_BEFORE_VERB} | \w{{2,15}}ly ) \s+ ){{0,3}}   # has also famously
         (?P<verb>\w+)""",
    re.VERBOSE,
)
_ELLIPTIC = re.compile(r"\s(?:of|by|that)\s")  # `Clark (2000) speaks of a state; Blank (2001) of a nation`
_LISTED = re.compile(
    r"""\s? (?: [,;] | ,?\s(?:and|or|as\ well\ as) )\s                     # `, ` or ` and `
        (?: (?:and|or)\s )? (?: by\s )?
        (?: [^\W\d_][\w.'’-]* ,?\s (?: and\s | &\s )? ){1,6}               # another's name
        \( [^()]{4,40} \)                                                  # and year""",
    re.VERBOSE,
)
"""A further citation between this one and its verb."""
_ASCRIBING = frozenset({"According", "For", "Like", "Unlike", "Following", "As", "By", "See"})
"""With these a sentence begins that says whose a thought is: ``For Blank (2000)``."""
_ASCRIBED = re.compile(
    r"""\b (?: according\ to
             | as (?: \ (?: do | does | did | has | have | had ) )?
             | see (?: \ also )?
             | following
             | cf\.?
             | by
             | authors? \ like
             | scholars? \ (?: like | such\ as )
           ) \s+ $""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that say whose a thought is, right before a name."""
_FAR = 30
"""Characters before a name in which such words stand."""


class _Sentence(NamedTuple):
    """A citation in its sentence."""

    before: str
    after: str
    names: Names
    years: list[Year]

    def words(self) -> set[str]:
        """Return the words of the names in small letters."""
        return {word.text.casefold() for name in self.names.names for word in name.words}

    def has_article(self) -> bool:
        """Say if *the* stands before the names, and none of them is a body's."""
        return self.before.endswith(("the ", "The ")) and not any(
            word.text.casefold() in BODY for word in self.names.names[-1].words
        )

    def has_locator(self) -> bool:
        """Say if a page follows a year."""
        return any(year.locator for year in self.years)

    def has_letter(self) -> bool:
        """Say if a letter follows a year."""
        return any(year.suffix for year in self.years)

    def has_persons_joined(self) -> bool:
        """Say if the last name follows an *and*, and none is a body's or a place's."""
        names = self.names.names
        return len(names) > 1 and names[-1].joined and not (self.words() & BODY or self.words() & PLACES)

    def has_verb(self) -> bool:
        """Say if a verb of saying follows, after other citations perhaps."""
        position = 0
        while listed := _LISTED.match(self.after, position):
            position = listed.end()
        verb = _VERB.match(self.after, position)
        return bool(verb and verb["verb"].casefold() in CLAIMS)


CLAIMED: tuple[Criterion[_Sentence, bool], ...] = (
    Criterion("a work", lambda it: it.before.rstrip().rsplit(" ", 1)[-1].casefold() in WORKS, then=False),
    Criterion("an article, and a page", lambda it: it.has_article() and it.has_locator(), then=True),
    Criterion("an article", lambda it: it.has_article(), then=False),
    Criterion("et al.", lambda it: it.names.more, then=True),
    Criterion(
        "a possessive", lambda it: it.names.possessive or it.after.startswith(("'s ", "’s ")), then=True
    ),
    Criterion("a page", lambda it: it.has_locator(), then=True),
    Criterion("a letter after the year", lambda it: it.has_letter(), then=True),
    Criterion("persons joined by and", lambda it: it.has_persons_joined(), then=True),
    Criterion("an ascribing beginning", lambda it: it.names.names[0].words[0].text in _ASCRIBING, then=True),
    Criterion(
        "a verb left out",
        lambda it: it.before.endswith("; ") and bool(_ELLIPTIC.match(it.after)),
        then=True,
    ),
    Criterion("a verb of saying", lambda it: it.has_verb(), then=True),
    Criterion("an ascribing word before", lambda it: bool(_ASCRIBED.search(it.before[-_FAR:])), then=True),
)
"""Reasons for and against an author. Where none holds, the name is a thing's."""


def is_claimed(before: str, after: str, names: Names, years: list[Year]) -> bool:
    """Say if the words *before* and *after* show that ``Blank (2000)`` is an author's work, and not a thing of that year."""
    rule = decide(CLAIMED, _Sentence(before, after, names, years))
    return rule is not None and rule.then
