"""Authors in a line.

Reading never guesses. Names are told apart at semicolons; at *and*, ``&`` and commas only where they can be read in one way alone. Where they
can't, the text stays as typed, and it is said what was expected.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .authors import BRACKETS, SEMICOLONS, ends_with_title, is_title, name_alone, read_name
from .fields import FieldError, from_yaml
from .given_names import FIRST_SURNAMES, GIVEN_NAMES, SURNAMES_TOO
from .names import PARTICLES, SMALL_PARTICLES, is_acronym, is_body
from .patterns import any_of, compile_later
from .vocabularies import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .article import Author


class Reading(NamedTuple):
    """What a line of names was read as."""

    parts: list[str]
    """The authors, each as typed."""
    doubt: str = ""
    """What was expected, if the line can be read in another way as well."""


def read_line(text: str) -> tuple[list[Author], list[str]]:
    """Read authors set apart by ``;``; return them, and what was expected of the text where it can be read in two ways.

    Each is ``Name`` or ``Family, Given``, which may be followed by ``<https://orcid.org/…>`` and by an affiliation in round brackets.
    """
    lines = (" ".join(line.split()) for line in text.replace("&amp;", "&").splitlines())
    parts, doubt = _told_apart("\n".join(filter(None, lines)))
    doubts = [doubt] if doubt else []
    authors: list[Author] = []
    for part in filter(str.strip, parts):
        try:
            authors.append(read_name(part, as_typed=bool(doubt)))
        except FieldError as error:
            doubts.append(error.expected)
            authors += error.keep or ()
    return authors, doubts


def with_semicolons(text: str) -> str:
    """Return what docutils' field ``Authors`` holds as ``author`` has it: commas that set apart whole names become semicolons.

    docutils splits this field at semicolons or, without one, at commas ("Bibliographic Fields" of its reStructuredText specification).
    """
    parts = [part.strip() for part in _split(text, _COMMA)]
    apart = from_yaml(text) is None and ";" not in text and all(map(_is_full_name, parts))
    return "; ".join(parts) if apart else text


def several_in(text: str) -> list[str]:
    """Return the authors in *text*, which stands where one is expected, if it can only be more than one; else nothing."""
    parts, doubt = Reading([text]) if ";" in text else _told_apart(" ".join(text.split()))
    return parts if len(parts) > 1 and not doubt else []


def may_be_two(text: str) -> bool:
    """Say if *text*, with one comma, reads more like two whole names than like ``Family Family, Given Given``."""
    pieces = _listed(text)
    return (
        len(pieces) == 2
        and all(map(_is_full_name, pieces))
        and not _is_inverted_for_certain(*pieces)
        and not _seems_inverted(*pieces)
    )


# What sets names apart


_SEMICOLON = compile_later("[;؛；、]")
_COMMA = compile_later("[,،，]")
_SPACED = [word for word in words("conjunctions") if word[0] < "\u2e80" and word not in PARTICLES]
_CONJUNCTIONS = (*_SPACED, "och", "og", "en", "oraz", "та")
"""Words for *and*: those of the vocabularies, and of Swedish, Danish, Dutch, Polish and Ukrainian. *Ed* is a name."""
_AND = compile_later(
    rf""",?\s+ (?: {any_of((*_CONJUNCTIONS, *map(str.upper, _CONJUNCTIONS)))}
                  | [/|+·•]                                          # Nadia Quill / Ola Brandt
                  ) \s+""",
    re.VERBOSE,
)
_AND_OR_PARTICLE = compile_later(r"\s+(?:y|e|i)\s+")
"""*And* in Spanish, Portuguese, Italian and Catalan, which also stands within family names: *Ortega y Gasset*, *Costa e Silva*."""
_WITH = compile_later(rf"\s+(?i:{any_of(words('accompanied'))})\s+")


def _split(text: str, at: re.Pattern[str]) -> list[str]:
    """Split *text* at each match of *at* that stands in no round or angle brackets: an affiliation may hold one."""
    depth = start = position = 0
    pieces: list[str] = []
    while position < len(text):
        depth = max(0, depth + (text[position] in "(<") - (text[position] in ")>"))
        match = at.match(text, position) if not depth else None
        if match:
            pieces.append(text[start:position])
            start = position = match.end()
        else:
            position += 1
    return [*pieces, text[start:]]


def _listed(text: str) -> list[str]:
    """Split *text* at commas, but for those before what follows a name: ``Martin Luther King, Jr.``, ``Nadia Quill, PhD``."""
    pieces: list[str] = []
    for piece in map(str.strip, _split(text, _COMMA)):
        if pieces and is_title(name_alone(piece), after=pieces[-1]):
            pieces[-1] += f", {piece}"
        else:
            pieces.append(piece)
    return pieces


def _joined(text: str) -> list[str]:
    """Split *text* at each *and*, and where ``y`` or ``e`` can be nothing else: between two whole names."""
    pieces: list[str] = []
    for piece in _split(text, _AND):
        halves = _split(piece, _AND_OR_PARTICLE)
        apart = len(halves) == 2 and _is_full_name(_split(halves[0], _COMMA)[-1]) and _is_full_name(halves[1])
        pieces += halves if apart and _first(halves[1]) in GIVEN_NAMES else [piece]
    return pieces


def _told_apart(text: str) -> Reading:
    """Tell the authors in *text* apart."""
    parts = [part.strip() for part in _split(text, _SEMICOLON)]
    if len(parts) > 1:
        return _at_semicolons(parts)
    if len(lines := text.splitlines()) > 1 and all(map(_is_full_name, lines)):
        return Reading([text], SEMICOLONS)
    joined, listed = _joined(text), _listed(text)
    if len(joined) > 1:
        return _at_and(text, [piece.strip() for piece in joined])
    if any(len(halves) > 1 and all(map(_is_full_name, halves)) for halves in _either(text)):
        return Reading([text], SEMICOLONS)  # Nadia Quill with Ola Brandt
    if len(listed) == 1 or _is_part_of_body(listed[0]):
        return Reading([text])
    return _at_one_comma(text, *listed) if len(listed) == 2 else _at_commas(text, listed)


def _either(text: str) -> list[list[str]]:
    """Return *text* at words that may join two names, or stand within one."""
    return [_split(text, _AND_OR_PARTICLE), _split(text, _WITH)]


def _at_semicolons(parts: list[str]) -> Reading:
    named = [name for part in parts for name in (_whole_names(part) or [part])]
    mixed = any(map(may_be_two, named)) and any(map(_is_full_name, named))
    if mixed:
        return Reading(named, SEMICOLONS)  # Nadia Quill; Ola Brandt, Per Lund
    placed = any(len(pieces := _listed(part)) == 2 and _is_placed(*pieces) for part in named)
    return Reading(named, BRACKETS if placed else "")


def _whole_names(part: str) -> list[str]:
    """Return the names that *and* joins in *part*, if all are whole."""
    joined = _joined(part)
    return joined if len(joined) > 1 and all(map(_is_full_name, joined)) else []


def _at_and(text: str, joined: list[str]) -> Reading:
    """Tell the authors in *text* apart, which *and* joins."""
    if _is_one_body(text, joined):
        return Reading([text])
    pieces = [_listed(piece) for piece in joined]
    listed = [name for piece in pieces for name in piece]
    if all(len(piece) == 2 for piece in pieces) and not any(
        _is_placed(*piece) or _are_two(*piece) for piece in pieces
    ):
        return Reading(joined)  # Quill, Nadia and Brandt, Ola
    if all(map(_is_full_name, listed)) and not _is_any_pair(listed, _seems_inverted):
        return Reading(listed)  # Nadia Quill, Ola Brandt and Per Lund
    return Reading([text], SEMICOLONS)  # Quill and Brandt; Quill, Nadia and Ola Brandt


def _at_commas(text: str, listed: list[str]) -> Reading:
    """Tell the authors in *text* apart, with more than one comma. An even number of names may be ``Family, Given`` and again."""
    whole = all(map(_is_full_name, listed)) and not _is_any_pair(listed, _seems_inverted)
    if whole and (len(listed) % 2 or _is_any_pair(listed, _are_two)):
        return Reading(listed)
    return Reading([text], SEMICOLONS)


def _at_one_comma(text: str, left: str, right: str) -> Reading:
    """Tell two names in *text* from one, ``Family, Given``."""
    if _are_two(left, right):
        return Reading([left, right])
    if _is_placed(left, right):
        return Reading([text], BRACKETS)
    if _is_inverted_for_certain(left, right):
        return Reading([text])
    first, second = name_alone(left).split(), name_alone(right).split()
    one_given = len(second) == 1 and not (_begins_whole(left) and _titled(second[0]) not in GIVEN_NAMES)
    return Reading([text], "" if len(first) == 1 or one_given else SEMICOLONS)


# What can be read in one way


def _is_full_name(part: str) -> bool:
    """Say if *part* can only be a person's whole name: two to five words in capitals, but for particles."""
    words = name_alone(part.strip()).partition(",")[0].split()
    return (
        2 <= len(words) <= 5
        and words[0][:1].isupper()
        and words[-1][:1].isupper()
        and all(word[:1].isupper() or word in PARTICLES for word in words)
        and not any(character.isdigit() or character == "&" for word in words for character in word)
        and not is_body(" ".join(words))
        and words[0] != "The"
    )


def _are_two(left: str, right: str) -> bool:
    """Say if *left* and *right* can only be the names of two authors."""
    if _is_ideographic(left) and _is_ideographic(right):
        return True
    if not (_is_full_name(left) and _is_full_name(right)) or _is_inverted_for_certain(left, right):
        return False
    if _INITIALS_LAST.search(left):  # Quill NB, Brandt OC
        return bool(_INITIALS_LAST.search(right) and not re.fullmatch(r"\S+\s\w\.", left))
    return any(
        (
            ends_with_title(left),  # Martin Luther King Jr.
            bool(_INITIAL_FIRST.match(left) or _INITIAL_WITHIN.search(left) or _INITIAL_WITHIN.search(right)),
            _begins_whole(left) and _last(right) not in GIVEN_NAMES,
        )
    )


_INITIAL_FIRST = compile_later(rf"(?:[^\W\d_]\.-?)+\s|{any_of(words('honorifics'))}\.?\s")
"""What no family name begins with: initials and titles."""
_INITIAL_WITHIN = compile_later(r"\b\w{2,}\s(?:[^\W\d_]\.\s?)+\w{2,}")
_INITIALS_LAST = compile_later(r"\b\w{2,}(?:\s(?:[^\W\d_]\.-?)+|\s[^\W\d_a-zа-я]{1,3})+$")


def _is_inverted_for_certain(left: str, right: str) -> bool:
    """Say if *left* and *right* can only be one author's family and given names.

    Surnames of two words are Iberia's and Latin America's: *y* and *e* join them. A particle or an initial at the end is a given name's.
    """
    family, given = name_alone(left).split(), name_alone(right).split()
    if not family or not given:
        return False
    return (
        family[0] in SMALL_PARTICLES
        or (len(family) == 3 and family[1] in {"y", "e", "i"})
        or given[-1] in SMALL_PARTICLES
        or (
            bool(re.fullmatch(r"(?:[^\W\d_]\.?-?){1,3}", given[-1]) and given[-1].isupper())
            and not _INITIALS_LAST.search(left)
            and not _INITIAL_WITHIN.search(left)
        )
    )


def _seems_inverted(left: str, right: str) -> bool:
    """Say if all words of *right* are given names, and *left* doesn't begin with one."""
    words = name_alone(right).split()
    return len(words) > 1 and all(_titled(word) in GIVEN_NAMES for word in words) and not _begins_whole(left)


def _begins_whole(name: str) -> bool:
    """Say if *name* begins with what family names of two words don't begin with, and isn't all given names."""
    whole = (GIVEN_NAMES - SURNAMES_TOO) | FIRST_SURNAMES
    return _first(name) in whole and " " in name_alone(name) and _last(name) not in GIVEN_NAMES


def _is_any_pair(names: Sequence[str], says: Callable[[str, str], bool]) -> bool:
    return any(says(*names[start : start + 2]) for start in range(0, len(names) - 1, 2))


def _first(name: str) -> str:
    """Return the first word of *name*, of a hyphened one the first part: ``Jean-Paul``."""
    return _titled(name_alone(name.strip()).partition(" ")[0].partition("-")[0])


def _last(name: str) -> str:
    return _titled(name_alone(name).partition(",")[0].rpartition(" ")[2])


def _titled(word: str) -> str:
    """Return *word* as the table of given names has it: those in capitals are the same."""
    return word.capitalize() if word.isupper() else word


def _is_ideographic(name: str) -> bool:
    """Say if *name* is in Chinese or Japanese, where nothing parts family and given name."""
    return bool(re.fullmatch(r"[\u3040-\u30ff\u3400-\u9fff々·・]{2,8}", name_alone(name)))


# Bodies


_UNITS = frozenset(
    "Department Dept Faculty School Division Section Unit Office Bureau Institute Institut Centre Center Chair".split()
)
"""What is a part of a body, whose name may follow: ``Department of War Studies, King's College London``."""


def _is_part_of_body(first: str) -> bool:
    words = first.removeprefix("The ").split()
    return bool(words) and words[0] in _UNITS


def _is_placed(left: str, right: str) -> bool:
    """Say if *left* or *right* is a body: a person's affiliation, or another author."""
    abbreviated = is_acronym(right) and len(right) > 3 and " " in name_alone(left) and not left.isupper()
    return is_body(name_alone(left)) or is_body(name_alone(right)) or abbreviated


def _is_one_body(text: str, joined: Sequence[str]) -> bool:
    """Say if *text* with an *and* in it is the name of one body: its first part is no person's name, and its last no body's own."""
    if not (is_body(text) or text.startswith("The ")) or _is_full_name(joined[0]):
        return False
    if len(pieces := _listed(text)) > 1 and not any(map(_is_part_of_body, pieces)):
        return False
    last = _listed(joined[-1])[0].split()
    own = (
        _BODIES.intersection(last[1:])
        or (_BODIES.intersection(last[:1]) and "of" in last)
        or is_acronym(" ".join(last))
    )
    return not (own and is_body(joined[0]) and len(joined[0].split()) > 1)


_BODIES = frozenset(
    """
    Academy Agency Association Bank College Commission Council Endowment Foundation Fund Institute Library Museum Nations Network
    Organisation Organization Party Press Society Trust Union University Watch
    """.split()
)
"""What a body of its own ends with, and not the end of another's name: *International Monetary Fund*, and not *Conflict Studies*."""
