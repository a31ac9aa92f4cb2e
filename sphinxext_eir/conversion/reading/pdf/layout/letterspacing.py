"""Letterspaced words, whose letters a PDF has as words of their own: ``C O N T E N T S`` is one word, ``O F  L A W`` are two.

Books set capitals so, and old German prints what they emphasise. Some programs write a space of no width wherever a word may break
at the end of a line: ``na tio nal``.
"""

from __future__ import annotations

import re
from itertools import pairwise
from operator import and_
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..page.words import Page, Word

_LETTERS = re.compile(r"[^\W\d_]{1,3}[.,:;!?]?")
"""A letter, or a few that are kerned close."""
_FEWEST = 5
_MOSTLY = 0.7
"""Of the pieces: so many are single letters."""
_WIDEST = 1.2
"""Of the size: letters of one word, and words of one line, stand closer."""
_WORD_SPACE = 1.55
"""Of the usual space between letters: a wider one parts words."""
_LONGEST = 4
"""Letters of the longest word: mathematicians have shorter ones in a row."""
_VOWEL = re.compile(r"[^BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz]")
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "aeiou")
"""Letters that are named one by one."""

_HOLLOW = 0.06
"""Of the size: a space that is narrower has no width."""
_FEWEST_HOLLOW, _SHARE_HOLLOW = 12, 0.25
"""Spaces of no width, and their share of those of a page: a few stand beside slanted letters everywhere."""


def without_hollow_spaces(page: Page) -> Page:
    """Return *page* with words whole in which spaces of no width stand, if it has many of them."""
    beside = [two.spaced and _is_on_line(one, two) for one, two in pairwise(page.words)]
    hollow = [
        here and abs(two.x0 - one.x1) < _HOLLOW * two.size
        for here, (one, two) in zip(beside, pairwise(page.words), strict=True)
    ]
    if sum(hollow) < max(_FEWEST_HOLLOW, _SHARE_HOLLOW * sum(beside)):
        return page
    words = list(page.words[:1])
    for word, goes_on in zip(page.words[1:], hollow, strict=True):
        if not goes_on:
            words.append(word)
        elif (word.style, word.target) == (words[-1].style, words[-1].target):
            words[-1] = words[-1]._replace(text=words[-1].text + word.text, x1=word.x1)
        else:
            words.append(word._replace(spaced=False))
    return page._replace(words=tuple(words))


def _is_on_line(before: Word, word: Word) -> bool:
    """Say if *word* stands right of the one *before*, on its line."""
    return word.base == before.base and word.x0 > before.x0


def closed_up(page: Page) -> Page:
    """Return *page* with letterspaced words made whole."""
    single = [len(word.text) == 1 for word in page.words]
    if sum(single) < _FEWEST * _MOSTLY or not any(map(and_, single, single[1:])):
        return page
    runs = list(_runs_of(page.words))
    words: list[Word] = []
    for n, run in enumerate(runs):
        beside = (words[-1:], run[:1]), (run[-1:], runs[n + 1][:1] if n + 1 < len(runs) else ())
        gaps = [
            two.x0 - one.x1 for ones, twos in beside for one in ones for two in twos if one.base == two.base
        ]
        words += _closed(run, gaps)
    return page._replace(words=tuple(words)) if len(words) < len(page.words) else page


def _runs_of(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield *words* in runs: of letters in a row on one baseline, set alike, or of one other word."""
    run: list[Word] = []
    for word in words:
        if run and not _goes_on(run[-1], word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _goes_on(before: Word, word: Word) -> bool:
    """Say if *word* is a letter next to the letter *before*."""
    return (
        word.spaced
        and word.style == before.style
        and word.base == before.base
        and 0 < word.x0 - before.x1 < _WIDEST * word.size
        and not word.style.italic
        and not word.style.mono
        and _LETTERS.fullmatch(word.text) is not None
        and _LETTERS.fullmatch(before.text) is not None
    )


def _closed(run: Sequence[Word], beside: Sequence[float]) -> Sequence[Word]:
    """Return the letters of a *run* as words, if they are any; *beside* are the gaps before and after it.

    Sounds and symbols that a text lists stand no closer to one another than to its words.
    """
    if len(run) < _FEWEST or sum(len(word.text) == 1 for word in run) < _MOSTLY * len(run):
        return run
    usual = median(two.x0 - one.x1 for one, two in pairwise(run))
    words: list[list[Word]] = [[run[0]]]
    for one, two in pairwise(run):
        if two.x0 - one.x1 > _WORD_SPACE * usual:
            words.append([])
        words[-1].append(two)
    made = [
        letters[0]._replace(text="".join(letter.text for letter in letters), x1=letters[-1].x1)
        for letters in words
    ]
    longest = max((word.text for word in made), key=len)
    is_word = (
        len(longest) >= _LONGEST
        and _VOWEL.search(longest)
        and not any(longest.lower() in row for row in _ROWS)
    )
    closer = all(gap > _WORD_SPACE * usual for gap in beside) and (beside or len(made) > 1)
    return made if is_word and (closer or (longest.isupper() and not beside)) else run
