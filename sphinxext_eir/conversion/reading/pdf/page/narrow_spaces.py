"""Spaces of tight lines that are narrower than pdfium's: a justified column sets them at a tenth of the size.

They are looked for where a stop between two words shows that the page has some, and then in each word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_AFTER_STOP, _AFTER_LETTER, _NONE = 0.07, 0.09, 0.04
"""Of the size: a wider gap may be a space, if those beside it are narrower than none. Letters that are spaced stand apart alike."""
_MOST = 0.4
"""Of the words of a page: if more have a gap between letters, the font's widths are wrong."""

_SHOWN = re.compile(r"(?<!\S) [^\W\d_]{3,} [,;:.!?] [^\W\d_]{2,} [.,;:]? (?!\S)", re.VERBOSE)
"""Two words with a stop between them: a space may be missing there."""
_STOP = re.compile(r"(?<=[^\W\d_][,;:.!?]) (?=[^\W\d_]{2})", re.VERBOSE)
_LETTER = re.compile(r"(?<=[^\W\d_A-Z]) (?=[^\W\d_])", re.VERBOSE)
"""Places after a stop, and after a small letter, where a space may be missing."""
_WORD = re.compile(r"\S+")


def narrow_spaces(text: str, gap: Callable[[int], float]) -> frozenset[int]:
    """Return the places in *text* before which a narrow space stands. *gap* gives the distance of a letter from the one before it."""
    if not any(_spaces_in(text, match, _STOP, _AFTER_STOP, gap) for match in _SHOWN.finditer(text)):
        return frozenset()
    words = list(_WORD.finditer(text))
    stops = [place for word in words for place in _spaces_in(text, word, _STOP, _AFTER_STOP, gap)]
    letters = [place for word in words for place in _spaces_in(text, word, _LETTER, _AFTER_LETTER, gap)]
    return frozenset([*stops, *(letters if len(letters) < _MOST * len(words) else ())])


def _spaces_in(
    text: str, word: re.Match[str], where: re.Pattern[str], least: float, gap: Callable[[int], float]
) -> list[int]:
    """Return the narrow spaces in a *word* of *text*: gaps at places *where* one may be, between letters that stand close."""
    places = (match.start() for match in where.finditer(text, word.start() + 1, word.end()))
    return [place for place in places if gap(place) > least and _stands_close(word, place, gap)]


def _stands_close(word: re.Match[str], place: int, gap: Callable[[int], float]) -> bool:
    """Say if the letters beside a gap stand close to their neighbours."""
    beside = [at for at in (place - 1, place + 1) if word.start() < at < word.end()]
    return bool(beside) and all(gap(at) < _NONE for at in beside)
