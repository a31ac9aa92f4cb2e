"""Names of authors: their particles, and the marks of a body's name."""

from __future__ import annotations

import re

from .patterns import any_of
from .vocabularies import words

UPPER = r"(?:[^\W\d_a-zß-ÿ](?<![α-ώа-џ]))"
"""Capital letters, and letters of scripts without capitals: all letters but the usual small ones.

Python's expressions have no class for them. This one is short, and has those beyond Latin-1 apart, because a long class, or one of many
ranges there, takes longer to compile than the rest of the module.
"""

KANJI = r"[^\W\x00-\u02af\u3040-\u30ff]"
"""A Chinese character, for an expression: in Chinese and Japanese, a letter that is neither Latin nor kana."""

BETWEEN_NAMES = rf"(?<=[^\W\x00-\u02af\u30a0-\u30ff])・(?={KANJI})"
"""The middle dot between two Japanese names, ``鈴木一郎・佐藤花子``; within a foreign one it follows katakana: ``マックス・ウェーバー``."""

SMALL_PARTICLES = words("small_particles")
"""Particles that mostly have a small letter."""

PARTICLES = (*SMALL_PARTICLES, *words("particles"))
"""Words that begin a surname, or stand within it: ``van der Berg``, ``Costa e Silva``. The last ones often have a capital."""

PARTICLE = any_of(PARTICLES)
"""One of them, for an expression that says where the word ends."""

GLUED_PARTICLE = "(?:(?:al|el|as|ash|at|an|ul)-|(?:d|dell|l)['’])"
"""A particle that nothing parts from the surname: ``al-Qasimi``, ``d’Estaing``, ``dell’Aquila``."""

EDITOR = any_of(words("editors"))
ROLE = any_of((*words("editors"), *words("roles")))
"""The word after the names of those who edited, translated, compiled or directed a work."""

CONNECTIVES = words("connectives")
"""Small words within the name of a body."""


def initials(name: str) -> str:
    """Return the acronym of a body's *name*: of its words but the small ones. Empty if it has fewer than two."""
    words = [word for word in re.findall(r"[^\W_][\w'’.]*", name) if word.casefold() not in CONNECTIVES]
    letters = [word[0] for word in words if word[0].isalpha()]
    return "".join(letters).upper() if len(letters) > 1 and len(letters) == len(words) else ""


def is_acronym(name: str) -> bool:
    """Say if *name* is one word, mostly of capitals, such as ``UNGA`` or ``OECD``."""
    name = name.strip(" .")
    capitals = sum(character.isupper() for character in name)
    return capitals >= 2 and " " not in name and capitals * 2 > len(name) and len(name) <= 12


BODY_WORDS = frozenset(words("body_words"))
"""Words that stand in the names of bodies, and not in those of persons."""


def is_body(name: str) -> bool:
    """Say if *name* has a word that persons' names don't have."""
    said = name.title() if name.isupper() else name
    return not BODY_WORDS.isdisjoint(re.findall(r"\w+", said))
