"""DOI names, alone and in the ways they are cited (DOI Handbook, 2.2)."""

from __future__ import annotations

import re

from .patterns import compile_later

_CITED = r"(?:(?:https?://)?(?:(?:dx|www)\.)?doi\.org/|\bdoi:?\s*)"
_PREFIX = r"10\.\d{4,9}(?:\.\d+)*/"

DOI = compile_later(rf"{_CITED}?\b({_PREFIX}[^\s\"<>]*[^\s\"<>.,;:)\]])", re.IGNORECASE)
"""A DOI in running text, without the stop or bracket after it. Group 1 is the bare name."""

_ALONE = compile_later(rf"{_CITED}?({_PREFIX}[^\s<>\"]+)", re.IGNORECASE)
_BEFORE = compile_later(rf"^{_CITED}", re.IGNORECASE)


def doi_name(text: str) -> str:
    """Return the bare name, ``10.1000/182``, that *text* is or cites; nothing if *text* isn't a DOI."""
    match = _ALONE.fullmatch(text)
    return match[1] if match else ""


def bare(text: str) -> str:
    """Return *text*, a field that holds a DOI, without the URL or ``doi:`` in front of the name."""
    return _BEFORE.sub("", text)
