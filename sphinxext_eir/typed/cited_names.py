"""Names before a year, read backwards from it: ``However, van der Berg, Blank and Clark et al.`` (2000).

Only the entries can tell where the names begin: until these are known, names have several readings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..text.names import GLUED_PARTICLE, PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 200
"""Characters before a year in which names are looked for."""

_TOKEN = re.compile(
    r"""(?P<word> [^\W_] (?: [\w'’‐‑/-] | \.(?=\w) )* \.? ['’]? )
      | (?P<separator> [,&] )
      | (?P<space> [^\S\n]+ | \n )
      | (?P<other> [^\w\s] | _ | \s )""",
    re.VERBOSE,
)
_INITIALS = re.compile(r"(?:[^\W\d_][a-z]?\.-?)+|[^\W\d_]")
_TITLES = frozenset({"st.", "mr.", "mrs.", "ms.", "dr.", "prof.", "sir.", "jr.", "sr.", "mt.", "ft."})
_DOTTED_INITIALS = re.compile(r"(?:[^\W\d_][a-z]?\.-?)+")
_AND = frozenset({"and", "und", "et", "y", "&"})
_WITHIN = frozenset({"of", "the", "for", "on", "in", "to", "de", "des", "du", "und", "del", "della", "di"})
_BINDING = frozenset({"of", "the", "for", "de", "des", "du", "del", "della", "di"})
"""Small words after which no author's name begins: ``Bank of England``."""
_ROLE = r"(?:,?\s+(?:eds?|trans|editors?)\.?)?"
_ENDING = re.compile(
    rf"""(?: \s*\([^()\d]{{2,12}}\)                          # World Bank (WB)
           | \s\[[^\W\d_][\w.&/-]{{1,11}}\] )?                    # International Monetary Fund [IMF]
         {_ROLE}                                               # Blank, eds
         (?P<more> ,?\s+ \x02?et\.?\s+al\b\.?\x03?\.?           # et al., perhaps emphasised
                 | ,?\s+ (?:and|&)\s+(?:others|colleagues)
                 | ,?\s+ u\.\s?a\. )?                          # German: und andere
         (?: ['’]s? )?                                         # Blank’s
         {_ROLE}
         [\s,:\x04]* $""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words between the last name and the year."""
_LONGEST_ENDING = 40
_STOPPERS = '()[];!?"“”\ufffc\x04'
"""Characters that no name goes over: nothing before them is looked at."""
_LONGEST_JOINT = 2  # `, and`; `of the`
_GLUED_BEFORE = ("'t ", "’t ", "‘t ")
"""The Dutch article before a surname: ``'t Hart``."""
_GLUED = re.compile(f"^{GLUED_PARTICLE}")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")


@dataclass(frozen=True)
class Word:
    """A word of a name."""

    text: str
    start: int
    small: bool = False
    """Says that it has no capital: a particle, or ``of``."""


@dataclass
class Name:
    """Words that may be an author's name."""

    words: list[Word] = field(default_factory=list)
    joined: bool = False
    """Says that it follows an *and*."""
    apart: bool = False
    """Says that a comma precedes the *and*."""

    def text(self, first: int = 0) -> str:
        """Return the name from its word number *first* on."""
        return " ".join(word.text for word in self.words[first:])


@dataclass
class Names:
    """The names before a year."""

    names: list[Name]
    end: int
    """The end of the names, with *et al.*"""
    more: bool
    """Says that *et al.* follows."""
    possessive: bool
    """Says that the last is a possessive: ``Blank's``."""

    @property
    def start(self) -> int:
        """The start of the first, which is an author perhaps."""
        return self.names[0].words[0].start

    def readings(self) -> Iterator[tuple[tuple[str, ...], int]]:
        """Yield the ways to read these names, the longest first, each with its start.

        First come all words, as one name and as several names; then the words that are left without the first ones. The name
        after an *and* isn't a reading of its own: ``Blank and Clark (2000)`` isn't by Clark.
        """
        for number, name in enumerate(self.names):
            if name.joined and not (name.apart and len(self.names) == 2):
                continue
            for first, word in enumerate(name.words):
                before = name.words[first - 1] if first else None
                if word.small and not _is_particle(word):
                    continue
                if before and _DOTTED_INITIALS.fullmatch(before.text):
                    continue  # `S. Blank` isn't any Blank
                if before and before.small and before.text in _BINDING and before.text not in PARTICLES:
                    continue
                yield from (
                    (reading, word.start) for reading in _divided(name.text(first), self.names[number + 1 :])
                )


def _divided(first: str, others: list[Name]) -> Iterator[tuple[str, ...]]:
    if not others:
        yield (first,)
        return
    whole = first
    for number, name in enumerate(others):
        link = " and " if name.joined and number == len(others) - 1 else ", "
        whole += link + name.text()
    yield (whole,)
    yield (first, *(name.text() for name in others if not _INITIALS.fullmatch(name.text())))


def names_before(text: str, end: int, floor: int = 0) -> Names | None:
    """Read the names that end at *end* of *text* and don't begin before *floor*."""
    offset = max(floor, end - LONGEST)
    tail = text[offset:end]
    ending = _ENDING.search(tail, max(0, len(tail) - _LONGEST_ENDING))
    stop = ending.start() if ending else len(tail)
    begin = max(tail.rfind(stopper, 0, stop) for stopper in _STOPPERS) + 1
    names = _walk(list(_TOKEN.finditer(tail, begin, stop)), offset)
    if not names:
        return None
    last = names[-1].words[-1]
    bare = _POSSESSIVE.sub("", last.text)
    possessive = bare != last.text or tail[stop : stop + 1] in {"'", "’"}
    names[-1].words[-1] = Word(bare, last.start)
    if tail[: names[0].words[0].start - offset].endswith(_GLUED_BEFORE):
        first = names[0].words[0]
        names[0].words.insert(
            0, Word(tail[first.start - offset - 3 : first.start - offset - 1], first.start - 3)
        )
    more = bool(ending and ending["more"])
    return Names(names, offset + (ending.end("more") if ending and more else stop), more, possessive)


def _walk(tokens: list[re.Match[str]], offset: int) -> list[Name]:
    """Read *tokens* from the last one back as long as they are names and what joins them."""
    names: list[Name] = []  # the last one first, their words too
    waiting: list[Word] = []  # small words and separators, which count if a name precedes them
    spaced = True
    for token in reversed(tokens):
        if token.lastgroup == "space":
            spaced = True
            continue
        word = Word(token[0], offset + token.start(), small=True)
        joins = token.lastgroup == "separator" or (word.text in _AND and spaced)
        glued = not spaced and not waiting
        spaced = False
        if joins and names:
            waiting.append(word)
        elif (
            joins
            or token.lastgroup != "word"
            or glued
            or len(waiting) > _LONGEST_JOINT
            or not _take(names, waiting, word)
        ):
            break
    for name in names:
        name.words.reverse()
    return names[::-1]


def _take(names: list[Name], waiting: list[Word], word: Word) -> bool:
    """Put *word*, if it can be part of a name, before *names* or those that are *waiting*. Return whether it can."""
    if _begins_name(word.text):
        if (names and _ends_sentence(word.text)) or not _join(names, waiting, word):
            return False
        waiting.clear()
    elif word.text in PARTICLES and names and not waiting:
        names[-1].words.append(word)
    elif word.text in _WITHIN and names:
        waiting.append(word)
    else:
        return False
    return True


def _join(names: list[Name], waiting: list[Word], word: Word) -> bool:
    """Put *word* before *names*, with what is *waiting* between them. Return whether it fits."""
    joints = [joint.text for joint in waiting]
    joined = any(joint in _AND for joint in joints)
    capital = Word(word.text, word.start)
    if not names:
        names.append(Name([capital]))
        return True
    if not waiting or all(joint in _WITHIN and joint not in _AND for joint in joints):
        names[-1].words += [*waiting, capital]
        return True
    if any(joint not in _AND and joint != "," for joint in joints):
        return False
    names[-1].joined = joined
    names[-1].apart = joined and len(joints) > 1
    names.append(Name([capital]))
    return True


def _begins_name(word: str) -> bool:
    """Say if *word* has a capital, after an Arabic article perhaps, or is of a script without capitals."""
    bare = _GLUED.sub("", word)
    return bare[:1].isupper() or (bare[:1].isalpha() and bare[:1] == bare[:1].upper() == bare[:1].lower())


def _ends_sentence(word: str) -> bool:
    return word.endswith(".") and not _INITIALS.fullmatch(word) and word.casefold() not in _TITLES


def _is_particle(word: Word) -> bool:
    return word.small and word.text in PARTICLES
