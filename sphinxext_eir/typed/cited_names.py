"""Names before a year, read backwards from it: ``However, van der Berg, Blank and Clark et al.`` (2000).

Only the entries can tell where the names begin: until these are known, names have several readings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ..text.names import BETWEEN_NAMES, GLUED_PARTICLE, KANJI, PARTICLES, ROLE
from ..text.numerals import ROMAN
from ..text.patterns import any_of, compile_later
from ..text.vocabularies import folded_words, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .words import Words

LONGEST = 200
"""Characters before a year in which names are looked for."""

_TOKEN = compile_later(
    rf"""(?P<word> [^\W_] (?: [\w'’‐‑/\u064b-\u0652-] | \.(?=\w) )* \.? ['’]? )   # with Arabic vowels
      | (?P<separator> [,;&·] | {BETWEEN_NAMES} | (?<=\s)[/–—](?=\s) )                   # Barkan – Ceylan
      | (?P<space> [^\S\n]+ | \n )
      | (?P<other> [^\w\s] | _ | \s )""",
    re.VERBOSE,
)
_INITIALS = compile_later(r"(?:[^\W\d_][a-z]?\.-?)+|[^\W\d_]")
_TITLES = frozenset(
    f"{word.rstrip('.')}." for word in (*folded_words("honorifics"), "st", "jr", "sr", "mt", "ft")
)
"""Words whose stop ends no sentence within a name."""
_DOTTED_INITIALS = compile_later(r"(?:[^\W\d_][a-z]?\.-?)+")
_AND = folded_words("conjunctions")
_SEE = frozenset(word.rstrip(".") for word in folded_words("see") if len(word.rstrip(".")) > 1)
_WITHIN = folded_words("connectives") - _AND
_BINDING = _WITHIN - folded_words("where") - {"to"}
"""Small words after which no author's name begins: ``Bank of England``."""
_ROLE = rf"(?:,?\s+{ROLE}\.?)?"
_SPACED = [re.escape(word).replace(r"\ ", r"\s?") for word in words("et_al") if word[0] < "\u2e80"]
_UNSPACED = [word for word in words("et_al") if word[0] >= "\u2e80"]
_ENDING = compile_later(
    rf"""(?= [\s,;:('’\x04{"".join(sorted({word[0] for word in _UNSPACED}))}] | $ )          # nothing below begins otherwise
         (?: \s*\([^()\d]{{2,12}}\)                          # World Bank (WB)
           | \s\[[^\W\d_][\w.&/-]{{1,11}}\] )?                    # International Monetary Fund [IMF]
         {_ROLE}                                               # Blank, eds
         (?P<more> ,?\s+ \x02?et\.?\s+al\b \s?\.?,? \x03? (?: \s?\. )?   # et al., perhaps emphasised, with its comma
                 | ,?\s+ (?: {"|".join(sorted(_SPACED, reverse=True))} )\.? (?!\w)     # and others, u. a.
                 | ,?\s? (?: {any_of(_UNSPACED)} ) )?                # 等
         (?: ['’]s? )?                                         # Blank’s
         {_ROLE}
         (?: ,\s{ROMAN}(?:[\s.,]\s?\d{{1,3}}(?:[-–]\d{{1,3}})?){{0,2}} (?=,) )?  # Diogenes, VI 40, 2010: of a classic's own parts
         (?: (?<= al\. | l\x03\. | l\.\x03 ) ; )?                  # et al.; 2019
         [\s,:\x04]* $""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words between the last name and the year."""
_LONGEST_ENDING = 40
_STOPPING = '()[\\]!?"“”«»„\ufffc\x04'
"""Characters that no name goes over, for a class of characters: nothing before them is looked at."""
_STOPPERS = compile_later(f"[{_STOPPING}]")
_STOPPERS_IN_SENTENCE = compile_later(f"[{_STOPPING};–—]")
_STRONG = frozenset(";/–—")
"""Marks between authors in brackets: ``(Souza; Silva, 2010)``, ``(Barkan – Ceylan, 1992)``. In a sentence, they part other things."""
_SEPARATORS = _STRONG | frozenset(",·・")
_JOINTS = _SEPARATORS | _AND
_LONGEST_JOINT = 2  # `, and`; `of the`
_GLUED_BEFORE = ("'t ", "’t ", "‘t ")
"""The Dutch article before a surname: ``'t Hart``."""
_GLUED = compile_later(f"^{GLUED_PARTICLE}")
_POSSESSIVE = compile_later(r"(?:['’]s|(?<=s)['’])$")


class Word(NamedTuple):
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
    listed: bool = False
    """Says that a semicolon precedes it: what stands before that may be something else."""
    joint: str = ", "
    """What stands between it and the name before it."""

    def text(self, first: int = 0) -> str:
        """Return the name from its word number *first* on."""
        return " ".join(
            [word.text for word in self.words[first:]]
        )  # called often, and a generator costs more


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
            if name.joined and not name.listed and not (name.apart and len(self.names) == 2):
                continue
            others = self.names[number + 1 :]
            joined = "".join([other.joint + other.text() for other in others])
            apart = [text for other in others if not _INITIALS.fullmatch(text := other.text())]
            for first, word in enumerate(name.words):
                before = name.words[first - 1] if first else None
                if word.small and not _is_particle(word):
                    continue
                if before and _is_initials(before.text):
                    continue  # `S. Blank` isn't any Blank
                if before and before.small and before.text in _BINDING and before.text not in PARTICLES:
                    continue
                for reading in _divided(name.text(first), joined, apart):
                    yield reading, word.start
            yield from _unspaced(name, others)

    def without_verbs(self, known: Words) -> list[Name]:
        """Return the names without what a script without capitals has before them: all words up to the last that is no name."""
        first = self.names[0]
        last = self._last_verb(known)
        rest = first.words[last + 1 :]
        return [Name(rest, first.joined, first.apart), *self.names[1:]] if last >= 0 and rest else self.names

    def verbs(self, known: Words) -> bool:
        """Say if the last of these words is a verb of saying, or says otherwise whose a thought is."""
        last = self._last_verb(known)
        word = self.names[0].words[last].text if last >= 0 else ""
        return any(form in known.claims or form in known.ascribing_beginnings for form in _bare(word))

    def beginning(self, known: Words) -> str:
        """Return what these words begin with that is no name, and a space; nothing where capitals tell names from other words."""
        return "".join(f"{word.text} " for word in self.names[0].words[: self._last_verb(known) + 1])

    def _last_verb(self, known: Words) -> int:
        """Return the number of the last word before the names that is none; -1 where capitals tell names from other words."""
        words_ = self.names[0].words
        numbers = [
            number
            for number, word in enumerate(words_[:-1])
            if word.text[:1].upper() == word.text[:1].lower()
            and not known.before_author.isdisjoint(_bare(word.text))
        ]
        return numbers[-1] if numbers else -1


def _is_initials(word: str) -> bool:
    """Say if *word* is somebody's initials, and no word like *Cf.* before a citation."""
    return bool(_DOTTED_INITIALS.fullmatch(word)) and word.rstrip(".").casefold() not in _SEE


def _bare(word: str) -> tuple[str, str]:
    """Return *word* in small letters, and without the conjunction that Arabic puts before it."""
    plain = word.casefold()
    return plain, plain[1:] if plain[:1] in "وف" and len(plain) > 3 else plain


def _unspaced(name: Name, others: list[Name]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the readings of a name whose script has no spaces: its last characters, which a sentence may stand before."""
    word = name.words[-1]
    if not others and len(name.words) == 1 and "\u2e80" <= word.text[-1] <= "\ud7ff":
        for length in range(min(4, len(word.text) - 1), 0, -1):
            yield (word.text[-length:],), word.start + len(word.text) - length


def _divided(first: str, joined: str, apart: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield the ways to divide names: the *first*, and the others, all *joined* or each *apart*."""
    whole = first + joined
    if joined:
        yield (whole,)
    names = (first, *apart)
    yield names
    if whole.isascii() and "/" not in whole:
        return  # hardly a name has what joins two
    parts = tuple(part for name in names for part in _JOINED.split(name) if part)
    if parts != names:
        yield parts


_JOINED = compile_later(
    rf"""/ | (?<=\w)·(?=\w) | \s(?=و\w\w\w)
      | (?<={KANJI}{{2}}){any_of(words("conjunctions", "zh", "ja"))}(?={KANJI}{{2}})""",
    re.VERBOSE,
)
"""What joins two names in one word, ``Schmidt/Meier``, ``李华和张伟``, and the space before an Arabic *and*."""


def names_before(text: str, end: int, floor: int = 0, *, bracketed: bool = False) -> Names | None:
    """Read the names that end at *end* of *text* and don't begin before *floor*; semicolons may stand between *bracketed* ones."""
    offset = max(floor, end - LONGEST)
    tail = text[offset:end]
    ending = _ENDING.search(tail, max(0, len(tail) - _LONGEST_ENDING))
    stop = ending.start() if ending else len(tail)
    stoppers = _STOPPERS if bracketed else _STOPPERS_IN_SENTENCE
    begin = max((found.end() for found in stoppers.finditer(tail, 0, stop)), default=0)
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
        joins = token.lastgroup == "separator" or (spaced and word.text in _AND)
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
    capital = Word(word.text, word.start)
    if not names:
        names.append(Name([capital]))
        return True
    joints = [joint.text for joint in waiting]
    joined = not _AND.isdisjoint(joints)
    if not joined and _WITHIN.issuperset(joints):
        names[-1].words += [*waiting, capital]
        return True
    if not _JOINTS.issuperset(joints):
        return False
    listed = not _STRONG.isdisjoint(joints)
    names[-1].joined = joined or listed
    names[-1].apart = joined and len(joints) > 1
    names[-1].listed = listed
    names[-1].joint = _joint(joints)
    names.append(Name([capital]))
    return True


def _joint(joints: list[str]) -> str:
    """Return the text of *joints* between two names, the last one first."""
    said = " ".join(
        "and" if joint == "&" else joint for joint in reversed(joints) if joint not in _SEPARATORS
    )
    return f" {said} " if said else ", "


def _begins_name(word: str) -> bool:
    """Say if *word* has a capital, after an Arabic article perhaps, or is of a script without capitals."""
    bare = _GLUED.sub("", word)
    return bare[:1].isupper() or (bare[:1].isalpha() and bare[:1] == bare[:1].upper() == bare[:1].lower())


def _ends_sentence(word: str) -> bool:
    plain = word.casefold()
    return (
        word.endswith(".")
        and not _INITIALS.fullmatch(word)
        and plain not in _TITLES
        and not plain.endswith(("-jr.", "-sr."))  # Ghizoni-Jr.
    )


def _is_particle(word: Word) -> bool:
    return word.small and word.text in PARTICLES
