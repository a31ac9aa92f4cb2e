"""Labels of notes: the marker at the head of a note, and its number."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..text.numerals import ROMAN, SUPERSCRIPTS, lowered, roman_value

SYMBOLS = "*†‡§¶‖∗"
"""Marks of notes that aren't numbered, for a class of an expression."""
IS_SYMBOL = re.compile(rf"\[?[{SYMBOLS}]+\]?")
"""Such a mark, in brackets or not."""
MARKED_WITH_SYMBOLS = re.compile(rf"(?<=[^\s{SYMBOLS}])\[?(?P<symbols>[{SYMBOLS}]+)\]?(?=[\s.,;:)”’]|$)")
"""A marker that is a symbol, after a word or a stop."""

_MARKER = re.compile(
    rf"""(?: \[\^?(?P<bracketed>\d{{1,3}}|{ROMAN}|{ROMAN.upper()}|[a-z])\]:?
          | (?P<superscript>[{SUPERSCRIPTS}]{{1,3}})
        )(?:\s+|(?=[^\s\w.,;:\])])|(?=[A-Z])|(?=https?:|www\.)|$)""",
    re.VERBOSE,
)


_LISTED = re.compile(
    rf"""(?: \((?P<round>\d{{1,3}}|{ROMAN})\)        # (1), (ii)
           | (?P<bare>\d{{1,3}}|{ROMAN})[.)]?        # 1., ii)
         )(?:\s+|(?=[A-Z]))""",
    re.VERBOSE,
)


class Marker(NamedTuple):
    """The label at the head of a note."""

    label: str
    end: int
    """The position at which the note's own text begins."""
    form: str
    """Its typed form: ``bracketed``, ``superscript``, ``round`` or ``bare``."""


def note_marker(text: str, *, listed: bool = False) -> Marker | None:
    """Return the marker that *text* begins with; where notes are *listed* under their name, also ``1.`` and ``(1)``."""
    match = _MARKER.match(text) or (_LISTED.match(text) if listed else None)
    if not match:
        return None
    form, label = next((name, value) for name, value in match.groupdict().items() if value)
    return Marker(lowered(label), match.end(), form)


def is_defined(text: str) -> bool:
    """Say if *text* begins as Markdown's notes do, which nothing else does: ``[^49]: …``."""
    return re.match(r"\[\^\d{1,3}\]:", text) is not None


def number_of(label: str) -> int | None:
    """Return the number that *label* is, Arabic or Roman."""
    return int(label) if label.isdecimal() else roman_value(label.lower())
