"""The beginnings of entries of a bibliography."""

from __future__ import annotations

import re

from ...text.dates import WITHOUT_YEAR
from ...text.names import GLUED_PARTICLE, PARTICLE
from ...text.numerals import YEAR

_YEAR = rf"{YEAR}[a-z]?|(?i:{WITHOUT_YEAR})"
_SURNAME = rf"(?:{PARTICLE}\s|{GLUED_PARTICLE})*[A-ZÀ-ÖØ-Þ][\w'’.&-]*"
_ENTRY = re.compile(
    rf"""(?: {_SURNAME}(?:\s{_SURNAME}){{0,4}}\s*,\s*(?:[A-ZÀ-ÖØ-Þ]|{PARTICLE}\b)   # Blank, Stephen J.
           | .{{0,100}}?[(,.]\s?(?:{_YEAR})[),.:;]                            # FAS. (2000)
           | ['‘“"]                                                       # “A title without an author”
        )""",
    re.VERBOSE,
)


_IMPRINT = re.compile(
    r"""[A-Z][^\d:.,()]{1,30}                                     # a place
        (?: ,\s(?: [A-Z]{2} | [A-Z][^\d:.,()]{2,20} ) )?          # its state or country
        \s?:\s
        [A-Z][^\d:()]{2,80} (?: ,\s\d{4} )? \.?                   # a publisher, a year
    """,
    re.VERBOSE,
)


def is_imprint(text: str) -> bool:
    """Say if *text* is the end of an entry, ``London: Routledge``."""
    return bool(_IMPRINT.fullmatch(text))


_SAME_AUTHOR = re.compile(r"(?:[-_–—―⸺⸻]\s?){2,}[.,:;]?\s?\S|[—―⸺⸻][.,:;]?\s[^a-z]")
"""Dashes in the place of the names of the entry before: ``---. The States System``, ``⸻, 1994``."""


def is_entry(text: str) -> bool:
    """Say if *text* begins as an entry of a bibliography does: with a name and a first name, a name and a year, or dashes for the name."""
    if is_imprint(text):
        return False
    if _SAME_AUTHOR.match(text):
        return True
    return bool(text[:1].isupper() or text[:1] in "'‘“\"" or re.match(_SURNAME, text)) and bool(
        _ENTRY.match(text)
    )
