"""Brackets that tell something of the name before them, and cite nothing: ``Invictus (Eastwood, 2009)``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..text.names import is_acronym
from .cited_names import LONGEST
from .words import BODY, NO_AUTHOR, PLACES, SUBJECTS

if TYPE_CHECKING:
    from .cited_names import Names

_PREPOSITIONS = frozenset(
    {"in", "of", "on", "from", "to", "with", "against", "for", "about", "by", "towards", "over"}
)
_MOST_NAMES = 2
"""Names in a gloss; a longer list is a citation."""


def says_of_name(names: Names, before: str) -> bool:
    """Say if a bracket of *names* and a year tells something of the name right *before* it: its acronym, maker, place."""
    if len(names.names) > _MOST_NAMES or names.more:
        return False
    first = names.names[0].text()
    return (len(names.names) == 1 and _is_introduced(first, before)) or _follows_name(first, before)


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


def _follows_name(cited: str, before: str) -> bool:
    """Say if a name comes right *before* a bracket that may tell whose or where it is, or its acronym."""
    if before.endswith("\x03"):
        return before[before.rfind("\x02") + 1 :][:1].isupper()
    words = re.findall(r"[\w.'’‐‑-]+|[^\w\s]", before[-80:])
    while words and words[-1].isdigit():  # `Vostok 1 (Gagarin, 1961)`
        words.pop()
    name = words[-1] if words else ""
    plain = name.casefold()
    if not name[:1].isupper() or plain.endswith("ism"):
        return False
    if plain in PLACES:
        return not (len(words) > 1 and words[-2] in _PREPOSITIONS)  # `Japan (Abe, 2013)`
    if is_acronym(cited):
        return plain in NO_AUTHOR  # `the Entebbe Agreement (CFA, 2010)`
    return not (plain in NO_AUTHOR or plain in BODY or plain in SUBJECTS)


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
