"""The numbers of lines that manuscripts have in their margins: told apart from the text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .words import Page, Word

_FEWEST = 8
"""Numbers of a page that count its lines."""
_LONGEST_NUMBER = 4
"""Digits."""
_SAME_EDGE = 2.0
"""Points by which the ends of the numbers may differ."""
_STEPS = {1: 0.6, 5: 0.12}
"""Each line has its number, or each fifth; and the part of the lines between the first number and the last that have one."""
_MOSTLY = 0.9
"""Of the numbers: so many count on from the one above."""
_HIGH = 0.35
"""Of the page: the numbers go so far down. Those of a list or of notes don't, or not on most pages."""
_PAGES = 0.5
"""Of the pages: so many have numbers, where each page begins anew."""
_FEWEST_TURNS = 3
"""Of pages over which the numbers go on."""


def without_line_numbers(pages: Sequence[Page]) -> list[Page]:
    """Return *pages* with the numbers of their lines among those of their margins, if most of the pages have some, or they go on over pages."""
    found = [line_numbers_in(page) for page in pages]
    long = sum(len({round(word.base) for word in page.words}) >= _FEWEST for page in pages)
    if sum(map(bool, found)) <= _PAGES * long and not _go_over_pages(found):
        return list(pages)
    done: list[Page] = []
    last: Word | None = None
    for page, known in zip(pages, found, strict=True):
        numbers = known or (_that_go_on(page, last) if last else [])
        last = numbers[-1] if numbers else last
        done.append(_without(page, numbers) if numbers else page)
    return done


def _go_over_pages(found: Sequence[Sequence[Word]]) -> bool:
    """Say if numbers go on from page to page: a manuscript may have tables and a supplement without them behind its text."""
    neighbours = [(one, two) for one, two in pairwise(found) if one and two]
    go_on = sum(int(two[0].text) - int(one[-1].text) in _STEPS for one, two in neighbours)
    return go_on >= max(_FEWEST_TURNS, _MOSTLY * len(neighbours))


def _that_go_on(page: Page, last: Word) -> list[Word]:
    """Return the numbers of a page with few lines: they stand where the *last* of the page before does, and count on from it."""
    place = [
        word
        for word in page.words
        if word.text.isdecimal()
        and len(word.text) <= _LONGEST_NUMBER
        and word.style == last.style
        and min(abs(word.x0 - last.x0), abs(word.x1 - last.x1)) <= _SAME_EDGE
    ]
    found: list[Word] = []
    before = int(last.text)
    for word in sorted(place, key=lambda word: -word.base):
        step = int(word.text) - before
        if not (step in _STEPS or (step == 0 and not found)):
            break
        found.append(word)
        before = int(word.text)
    return found


def _without(page: Page, numbers: Sequence[Word]) -> Page:
    """Return *page* with *numbers* in its margin."""
    gone = set(map(id, numbers))
    words = tuple(
        word._replace(spaced=True) if id(before) in gone else word
        for before, word in pairwise((page.words[0], *page.words))
        if id(word) not in gone
    )
    return page._replace(words=words, margin=tuple(numbers))


def line_numbers_in(page: Page) -> list[Word]:
    """Return the numbers of a page that stand under one another, count its lines, and have all other words on one side of them."""
    numbers = [word for word in page.words if word.text.isdecimal() and len(word.text) <= _LONGEST_NUMBER]
    columns = [
        sorted((word for word in numbers if abs(end(word) - edge) <= _SAME_EDGE), key=lambda word: -word.base)
        for end in (_left, _right)
        for edge in sorted({round(end(word)) for word in numbers})
    ]
    found = (
        column
        for column in sorted(columns, key=len, reverse=True)
        if len(column) >= _FEWEST
        and column[0].base - column[-1].base > _HIGH * page.height
        and _count_lines(column, page.words)
    )
    return next(found, [])


def _left(word: Word) -> float:
    """Return where *word* begins: numbers may be set flush left."""
    return word.x0


def _right(word: Word) -> float:
    """Return where *word* ends: numbers may be set flush right."""
    return word.x1


def _count_lines(column: Sequence[Word], words: Iterable[Word]) -> bool:
    """Say if a column of numbers counts the lines beside it, with all words at its height on one side."""
    steps = [int(below.text) - int(above.text) for above, below in pairwise(column)]
    step = next((one for one in _STEPS if steps.count(one) >= _MOSTLY * len(steps)), None)
    if step is None:
        return False
    inside = set(map(id, column))
    others = [w for w in words if column[-1].base <= w.base <= column[0].base and id(w) not in inside]
    lines = {round(word.base) for word in others}
    left, right = min(word.x0 for word in column), max(word.x1 for word in column)
    return (
        bool(lines)
        and len(column) >= _STEPS[step] * len(lines)
        and (all(word.x0 >= right for word in others) or all(word.x1 <= left for word in others))
    )
