"""Brackets that tell something of the name before them, and cite nothing: ``Invictus (Eastwood, 2009)``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..text.names import is_acronym
from ..text.patterns import compile_later
from .cited_names import LONGEST

if TYPE_CHECKING:
    from .cited_names import Names
    from .words import Words

_MOST_NAMES = 2
"""Names in a gloss; a longer list is a citation."""


def says_of_name(names: Names, before: str, words: Words) -> bool:
    """Say if a bracket of *names* and a year tells something of the name right *before* it: its acronym, maker, place."""
    if len(names.names) > _MOST_NAMES or names.more:
        return False
    first = names.names[0].text()
    return (len(names.names) == 1 and _is_introduced(first, before)) or _follows_name(first, before, words)


def follows_place(before: str, words: Words) -> bool:
    """Say if a place's name comes right *before* a bracket that tells who was there: ``after Malta (Bush and Gorbachev, 1989)``."""
    found = re.findall(r"[\w.'’‐‑-]+|[^\w\s]", before[-80:])
    return bool(found) and found[-1].casefold() in words.places


def _is_introduced(name: str, before: str) -> bool:
    """Say if *name* is an acronym whose words stand right *before* it: it is explained there, and not cited."""
    letters = [letter for letter in name if letter.isupper()]
    if not is_acronym(name.rstrip("s")):
        return False
    words = re.findall(r"[^\W\d_][\w'’]*", before[-LONGEST:])[-len(letters) - 8 :]
    initials = [word[0].upper() for word in words]
    return any(
        initials[start] == letters[0] and _is_within(letters[1:], initials[start + 1 :])
        for start in range(len(initials))
    )


_QUOTED = compile_later(
    r"""(?P<kind>\w+) \s+ (?:[^\W\d_]+\s+)?
        [“„«"‘‹「『] \s?
        (?=[^\W\d_a-zа-я]) [^“”„«»"‹›「」『』]{1,80}
        [”“»"’›」』]$""",
    re.VERBOSE,
)
_CLOSING = tuple('”“»"’›」』')
"""A title in quotation marks, after the word that says what it is the title of: ``the film “Stalker”``."""


def _follows_name(cited: str, before: str, words: Words) -> bool:
    """Say if a name comes right *before* a bracket that may tell whose or where it is, or its acronym."""
    if before.endswith("\x03"):
        return before[before.rfind("\x02") + 1 :][:1].isupper()
    return _is_quoted_work(before, words) or _names_thing(cited, before, words)


def _is_quoted_work(before: str, words: Words) -> bool:
    quoted = _QUOTED.search(before) if before.endswith(_CLOSING) else None
    return quoted is not None and quoted["kind"].casefold() in words.works


def _names_thing(cited: str, before: str, words: Words) -> bool:
    """Say if the last word *before* is a thing's name, or a place's."""
    found = re.findall(r"[\w.'’‐‑-]+|[^\w\s]", before[-80:])
    while found and found[-1].isdigit():  # `Vostok 1 (Gagarin, 1961)`
        found.pop()
    name = found[-1] if found else ""
    plain = name.casefold()
    if not name[:1].isupper() or plain.endswith("ism"):
        return False
    if plain in words.places:
        return not (len(found) > 1 and found[-2] in words.prepositions)  # `Japan (Abe, 2013)`
    if is_acronym(cited):
        return plain in words.no_author  # `the Entebbe Agreement (CFA, 2010)`
    kinds = [word.casefold() for word in found[-4:-1] if word.casefold() not in words.ascribing_beginnings]
    kind = kinds[-1] if kinds else ""  # `Filme wie Barbara`
    # Where each noun has a capital, only a kind of work before the name tells.
    return (
        kind in words.works
        if words.capitals
        else not (plain in words.no_author or plain in words.bodies or plain in words.subjects)
    )


def _is_within(letters: list[str], others: list[str]) -> bool:
    """Say if *letters* come in this order among *others*, but for one."""
    missed = 0
    position = 0
    for letter in letters:
        if letter in others[position:]:
            position = others.index(letter, position) + 1
        else:
            missed += 1
    return missed <= (len(letters) > 2)
