"""How entries of a bibliography and notes begin."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...text.numerals import alphabetic, roman_value

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_MARKER = re.compile(
    r"""(?: \[\^?(?P<bracketed>\d{1,3}|[ivxlc]{1,9}|[IVXLC]{1,9}|[a-z])\]:?
          | (?P<superscript>[⁰¹²³⁴-⁹]{1,3})
        )(?:\s+|(?=[^\s\w.,;:\])])|(?=[A-Z])|(?=https?:|www\.)|$)""",
    re.VERBOSE,
)
_LISTED = re.compile(
    r"(?:\((?P<round>\d{1,3}|[ivxlc]{1,9})\)|(?P<bare>\d{1,3}|[ivxlc]{1,9})[.)]?)(?:\s+|(?=[A-Z]))"
)


class Marker(NamedTuple):
    """The label at the head of a note."""

    label: str
    end: int
    """Where the note's own text begins."""
    form: str
    """How it is typed: ``bracketed``, ``superscript``, ``round``, ``bare``."""


def note_marker(text: str, *, listed: bool = False) -> Marker | None:
    """Return the marker that *text* begins with; where notes are *listed* under their name, also ``1.`` and ``(1)``."""
    match = _MARKER.match(text) or (_LISTED.match(text) if listed else None)
    if not match:
        return None
    form, label = next((name, value) for name, value in match.groupdict().items() if value)
    return Marker(label.translate(_SUPERSCRIPTS), match.end(), form)


def number_of(label: str) -> int | None:
    """Return the number that *label* is, Arabic or Roman."""
    return int(label) if label.isdecimal() else roman_value(label.lower())


def letter_number(label: str) -> int | None:
    """Return the place of *label* in the alphabet."""
    return next((n for n in range(1, 27) if alphabetic(n) == label), None)


_YEAR = r"(?:1[5-9]|20)\d\d[a-z]?|n\.\s?d\.|forthcoming|in press"
_SURNAME = r"(?:(?:van|von|de|der|den|del|della|di|da|al-|el-|d['’])\s?)*[A-ZÀ-ÖØ-Þ][\w'’.&-]*"
_ENTRY = re.compile(
    rf"""(?: {_SURNAME}(?:\s{_SURNAME}){{0,4}}\s*,\s*(?:[A-ZÀ-ÖØ-Þ]|van\b|de\b)   # Blank, Stephen J.
           | .{{0,100}}?[(,.]\s?(?:{_YEAR})[),.:;]                            # FAS. (2000)
           | ['‘“"]                                                       # “A title without an author”
        )""",
    re.VERBOSE,
)


_IMPRINT = re.compile(
    r"[A-Z][^\d:.,()]{1,30}(?:,\s(?:[A-Z]{2}|[A-Z][^\d:.,()]{2,20}))?\s?:\s[A-Z][^\d:()]{2,80}(?:,\s\d{4})?\.?"
)


def is_imprint(text: str) -> bool:
    """Whether *text* is the end of an entry, ``London: Routledge``."""
    return bool(_IMPRINT.fullmatch(text))


def is_entry(text: str) -> bool:
    """Whether *text* begins as an entry of a bibliography does: with a name and a first name, or a name and a year."""
    if is_imprint(text):
        return False
    return bool(text[:1].isupper() or text[:1] in "'‘“\"" or re.match(_SURNAME, text)) and bool(
        _ENTRY.match(text)
    )
