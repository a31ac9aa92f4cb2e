"""Words of a language that tell an author from other things with a year.

Precision matters more than recall: a doubtful word belongs to a table of things that aren't authors. There it keeps a warning away,
never a link.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..text.patterns import any_of, compile_later
from ..text.vocabularies import folded_words, listed, patterns, vocabulary, words
from ..text.vocabularies.calendar import days, months
from ..text.vocabularies.cldr import places


class Words(NamedTuple):
    """The words that judge citations in a document of one language: its own, and those of English. All are in small letters."""

    language: str
    """The code of the language's vocabulary; of English, if it has none."""
    warns: bool
    """True if a citation that is plausible, and has no entry, may be reported."""
    square: bool
    """True if citations stand in square brackets, too."""
    capitals: bool
    verbs_first: bool
    verbs_last: bool
    starters: frozenset[str]
    no_author: frozenset[str]
    """Words that aren't an author's name; those that begin a sentence are among them."""
    before_author: frozenset[str]
    """Words that stand before names, and are none, in a script without capitals."""
    no_authors: frozenset[str]
    """Words of which one shows that what is listed with it aren't authors either."""
    noun_endings: tuple[str, ...]
    """Endings of nouns that no surname has."""
    surnames: frozenset[str]
    """Words with such an ending, and places, that are rather surnames."""
    genitive: re.Pattern[str]
    """An ending after an apostrophe that makes a name a possessive."""
    actors: frozenset[str]
    statesmen: frozenset[str]
    places: frozenset[str]
    bodies: frozenset[str]
    one_word_bodies: frozenset[str]
    subjects: frozenset[str]
    works: frozenset[str]
    claims: frozenset[str]
    articles: frozenset[str]
    definite: frozenset[str]
    where: frozenset[str]
    prepositions: frozenset[str]
    ascribing_beginnings: frozenset[str]
    scholarly: frozenset[str]
    counted: tuple[re.Pattern[str], ...]
    """Words for two, three and four things in a sentence, with the words after them."""
    things: re.Pattern[str]
    """What has a name of its own: a ship, a bank, a court."""
    past: re.Pattern[str]
    """Verbs that tell what happened once."""
    before_verb: re.Pattern[str]
    """Words between an author and a verb, and the verb."""
    ascribed: re.Pattern[str]
    """Words that say whose a thought is, right before a name."""
    ascribing: re.Pattern[str]
    """The same words at the beginning of what looks like a name: ``Nach Ansicht von Blank``."""
    joined: frozenset[str]
    """Words that say so with a letter that is joined to the name, as Arabic has them."""
    elliptic: re.Pattern[str]
    """Words after an author whose verb is left out."""
    governing: re.Pattern[str]
    """Words right before brackets that stand in the place of a name."""
    aside: re.Pattern[str]
    """Words and marks that may accompany citations in their brackets."""
    see: re.Pattern[str]
    """Words among them that show that the others are citations."""


_JOINED = "ل"
"""The Arabic *to*, which is written in one word with the name after it."""


@cache
def words_for(language: str) -> Words:
    """Return the words for documents in *language*. In a language without a vocabulary nothing is reported."""
    own = vocabulary(language)
    code = own.code if own else "en"
    codes = (code,) if code == "en" else (code, "en")
    named = [folded_words("places", *codes), *(places(one) for one in codes if one != "en")]
    times = frozenset().union(
        folded_words("times", *codes),
        *(months(one) for one in codes),
        *(days(one) for one in codes if one != "en"),
    )
    starters, actors = folded_words("starters", *codes), folded_words("actors", *codes)
    no_author = times | starters | folded_words("no_author", *codes)
    ascribing = any_of(words("ascribing", *codes)).replace("’", "['’]")
    return Words(
        language=code,
        warns=bool(own and own.warns),
        square=bool(own and "[" in own.brackets),
        capitals=bool(own and own.capitals),
        verbs_first=bool(own and own.verbs_first),
        verbs_last=bool(own and own.verbs_last),
        starters=starters,
        no_author=no_author,
        before_author=starters | folded_words("claims", *codes) | folded_words("scholarly", *codes),
        no_authors=(no_author - starters) | actors,
        noun_endings=words("noun_endings", *codes),
        surnames=folded_words("surnames", *codes),
        genitive=compile_later(rf"['’]{any_of(words('genitives', code))}$"),
        actors=actors,
        places=frozenset().union(*named) - folded_words("surnames", *codes),
        **{field: folded_words(field, *codes) for field in _SIMPLE},
        counted=tuple(
            compile_later(
                rf"""(?<!\w) {any_of(number)} (?!\w) \W{{1,3}} (?P<counted> (?: [\w’'-]+[,\s]+ ){{1,3}} )   # Two prime ministers
                     [^.!?…]{{0,150}} $""",
                re.IGNORECASE | re.VERBOSE,
            )
            for number in _numbers(codes)
        ),
        things=_things(code),
        past=compile_later(rf"(?<!\w)(?:{'|'.join(patterns('past_patterns', code)) or '(?!)'})(?!\w)"),
        before_verb=compile_later(
            rf"""[\s,]{{0,3}}
                 (?: (?: {any_of(words("before_verb", *codes))} | \w{{2,15}}ly ) \s+ ){{0,3}}   # has also famously
                 (?P<verb>\w+)""",
            re.VERBOSE,
        ),
        ascribed=compile_later(rf"\b{ascribing}\.?\s+$", re.IGNORECASE),
        ascribing=compile_later(rf"{ascribing}\.?\s+", re.IGNORECASE),
        joined=frozenset(
            word.removesuffix(f" {_JOINED}")
            for word in words("ascribing", *codes)
            if word.endswith(f" {_JOINED}")
        ),
        elliptic=compile_later(rf"\s{any_of(words('elliptic', *codes))}\s"),
        governing=compile_later(rf"(?<!\w){any_of(words('governing', *codes))}\s+$", re.IGNORECASE),
        aside=_aside(codes),
        see=compile_later(rf"(?<!\w){any_of(words('see', *codes))}(?!\w)", re.IGNORECASE),
    )


def _numbers(codes: tuple[str, ...]) -> list[set[str]]:
    """Return the words for two, three and four."""
    groups = [found.numbers.split("/") for code in codes if (found := vocabulary(code))]
    return [{word for group in groups for word in listed("".join(group[at : at + 1]))} for at in range(3)]


def _things(code: str) -> re.Pattern[str]:
    named = words("things", code)
    begins = [word[:-1] for word in named if word.endswith("-")]
    ends = [word[1:] for word in named if word.startswith("-")]
    whole = [word for word in named if "-" not in (word[0], word[-1])]
    return compile_later(
        rf"(?<!\w)(?:{any_of(whole)}|{any_of(begins)}\w{{0,4}}|\w{{0,14}}{any_of(ends)})(?!\w)", re.IGNORECASE
    )


_SIMPLE = (
    "bodies", "one_word_bodies", "subjects", "works", "claims", "articles", "definite", "where", "prepositions", "ascribing_beginnings",
    "scholarly", "statesmen",
)  # fmt: skip
_PARTS = ("page", "chapter", "volume", "issue", "figure", "table", "note")
"""Locators that may accompany citations, apart from a year."""


def _aside(codes: tuple[str, ...]) -> re.Pattern[str]:
    parts = {
        word.rstrip(".")
        for code in codes
        if (found := vocabulary(code))
        for part in _PARTS
        for word in found.locators.get(part, "").split()
    }
    examples = "".join(rf"| {pattern}" for pattern in patterns("examples_patterns", *codes))
    return compile_later(
        rf"""(?: {any_of((*words("asides", *codes), *words("see", *codes)))} {examples} ) \b
           | [\s.,;:&'’“”"/\x02-\x04-]
           | {any_of(parts)}s?\.?\s?\d+                                      # pp. 12""",
        re.IGNORECASE | re.VERBOSE,
    )
