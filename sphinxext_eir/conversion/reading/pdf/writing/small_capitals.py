"""Small capitals that are set as capitals of a smaller size: they are small letters, as the larger ones before them tell."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from .....text.numerals import roman_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..layout.lines import Line
    from ..page.words import Word

_SMALLER = range(62, 91)
"""Of the size of the capital before them, in hundredths."""
_ONE_SIZE = 0.3
"""Points."""


def cased(line: Line) -> list[str]:
    """Return the texts of the words of *line*, with small capitals as small letters: ``T`` and ``HE`` are *The*.

    A word that is all of their size, such as ``OF``, has small letters as well where it stands beside one that begins larger.
    """
    words = line.words
    lowered = [False] * len(words)
    for n, (before, word) in enumerate(pairwise(words), 1):
        lowered[n] = not word.spaced and _is_capital(word) and _goes_on(line, before, word, lowered[n - 1])
    if not any(lowered):
        return [word.text for word in words]
    groups = _groups(words)
    sizes = [next((words[n].size for n in group if lowered[n]), 0.0) for group in groups]
    for order in (range(len(groups)), reversed(range(len(groups)))):
        size = 0.0
        for k in order:
            if not sizes[k] and size and _is_all_of(words, groups[k], size):
                sizes[k] = size
                for n in groups[k]:
                    lowered[n] = _is_capital(words[n])
            size = sizes[k]
    return [_small(word.text) if low else word.text for word, low in zip(words, lowered, strict=True)]


def _is_capital(word: Word) -> bool:
    """Say if *word* has letters, and all are capitals."""
    return word.text.isupper()


def _goes_on(line: Line, before: Word, word: Word, lowered: bool) -> bool:  # noqa: FBT001
    """Say if *word* goes on the one *before* it, a capital or what was *lowered*, in small capitals."""
    if line.is_raised(word) or line.is_lowered(word) or not before.size:
        return False
    if lowered and abs(word.size - before.size) < _ONE_SIZE:
        return True
    return before.text[-1:].isupper() and round(100 * word.size / before.size) in _SMALLER


def _groups(words: Sequence[Word]) -> list[list[int]]:
    """Return the numbers of *words* in groups that no space parts."""
    groups: list[list[int]] = []
    for n, word in enumerate(words):
        if groups and not word.spaced:
            groups[-1].append(n)
        else:
            groups.append([n])
    return groups


def _is_all_of(words: Sequence[Word], group: Sequence[int], size: float) -> bool:
    """Say if all letters of a *group* of *words* are capitals of a *size*, and no Roman numeral."""
    letters = [words[n] for n in group if any(letter.isalpha() for letter in words[n].text)]
    said = "".join(word.text for word in letters).strip(".,;:")
    return (
        bool(letters)
        and all(_is_capital(word) and abs(word.size - size) < _ONE_SIZE for word in letters)
        and not (len(said) > 1 and roman_value(said.lower()))
    )


def _small(text: str) -> str:
    """Return *text* in small letters, where it keeps its length: markers know their places in it."""
    small = text.lower()
    return small if len(small) == len(text) else text
