"""Large initials that stand beside several lines, set on the first of them, where they are read."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..page.words import Page, Word

_LARGER = 1.7
"""Of the size of the text beside it."""
_INITIAL = re.compile(r"[\"'“”‘’‚«»„(¿¡]?[^\W\d_a-zß-öø-ÿ]")
_GOES_ON = re.compile(r"[’']?(?:[^\W\d_A-ZÀ-ÖØ-Þ]|[^\W\d_a-zß-öø-ÿ]{2,}(?![^\W\d_]))")
"""What follows an initial: small letters, or a word in capitals."""
_APART = 1.2
"""Of the size of the text: it begins so near to an initial."""
_HEIGHT = 0.8
"""Of its size: no capital is higher."""
_LINES = range(2, 6)
_WORDS = frozenset("AIOYEÀÉÓÚ")
"""Letters that are words: what follows them may be another."""


def with_initials(page: Page) -> Page:
    """Return *page* with each large initial on the first line beside it, set like that line."""
    if not page.words:
        return page
    least = _LARGER * median(word.size for word in page.words)
    words = list(page.words)
    for n, word in enumerate(page.words):
        if word.size >= least and _INITIAL.fullmatch(word.text) and (beside := _beside(word, words)):
            first = max(beside, key=lambda other: (round(other.base), -other.x0))
            if _GOES_ON.match(first.text):
                words[n] = word._replace(base=first.base, style=first.style)
                spaced = (
                    first.spaced
                    and word.text[-1] in _WORDS
                    and not _is_word(word.text[-1] + first.text, page)
                )
                words[words.index(first)] = first._replace(spaced=spaced)
    return page._replace(words=tuple(words)) if words != list(page.words) else page


def _is_word(text: str, page: Page) -> bool:
    """Say if a word of *page* begins with *text*: an initial and what follows it are one."""
    return any(text in word.text for word in page.words)


def _beside(initial: Word, words: Sequence[Word]) -> list[Word]:
    """Return those of *words* with which lines begin right of an *initial*, between its foot and its head; none if it is a line's own."""
    found = [
        word
        for word in words
        if word.size * _LARGER <= initial.size
        and -2 < word.x0 - initial.x1 < _APART * word.size
        and -0.3 * word.size < word.base - initial.base < _HEIGHT * initial.size
    ]
    return found if len({round(word.base) for word in found}) in _LINES else []
