"""The numbers of lines that manuscripts have in their margins: told apart from the text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..page.words import Page, Word

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
    found = _with_few(pages, _with_few(pages, [line_numbers_in(page) for page in pages]), -1)
    long = sum(len({round(word.base) for word in page.words}) >= _FEWEST for page in pages)
    if sum(map(bool, found)) <= _PAGES * long and not _go_over_pages(found):
        return list(pages)
    return [_without(page, numbers) if numbers else page for page, numbers in zip(pages, found, strict=True)]


def _with_few(pages: Sequence[Page], found: Sequence[list[Word]], way: int = 1) -> list[list[Word]]:
    """Return the numbers *found* on *pages*, and those of pages after them that have too few to tell; before them, where the *way* is -1."""
    done: list[list[Word]] = []
    others: list[Word] = []
    for page, known in list(zip(pages, found, strict=True))[::way]:
        numbers = known or (_that_go_on(page, others, way) if others else [])
        others = numbers or others
        done.append(numbers)
    return done[::way]


def _go_over_pages(found: Sequence[Sequence[Word]]) -> bool:
    """Say if numbers go on from page to page: a manuscript may have tables and a supplement without them behind its text."""
    neighbours = [(one, two) for one, two in pairwise(found) if one and two]
    go_on = sum(int(two[0].text) - int(one[-1].text) in _STEPS for one, two in neighbours)
    return go_on >= max(_FEWEST_TURNS, _MOSTLY * len(neighbours))


def _that_go_on(page: Page, others: Sequence[Word], way: int = 1) -> list[Word]:
    """Return the numbers of a page with few lines: they stand where *others* of the page before do, and count on from them.

    Where the *way* is -1, those are of the page after, and the numbers count down from them.
    """
    place = [word for word in _numbers(page) if word.style == others[0].style and _in_place(word, others)]
    found: list[Word] = []
    last = int(others[-1 if way > 0 else 0].text)
    for word in sorted(place, key=lambda word: way * int(word.text)):
        step = way * (int(word.text) - last)
        if not (step in _STEPS or (step == 0 and not found)):
            break
        found.append(word)
        last = int(word.text)
    return found[::way]


def _in_place(word: Word, others: Iterable[Word]) -> bool:
    """Say if *word* begins or ends where one of *others* does."""
    return any(min(abs(word.x0 - one.x0), abs(word.x1 - one.x1)) <= _SAME_EDGE for one in others)


def _numbers(page: Page) -> list[Word]:
    """Return the words of *page* that may count its lines."""
    return [word for word in page.words if word.text.isdecimal() and len(word.text) <= _LONGEST_NUMBER]


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
    """Return the numbers of a page that stand under one another, count its lines, and have all other words on one side of them.

    Those of a second column of text stand between both, and count on.
    """
    numbers = _numbers(page)
    columns = [
        sorted((word for word in numbers if abs(end(word) - edge) <= _SAME_EDGE), key=lambda word: -word.base)
        for end in (_left, _right)
        for edge in sorted({round(end(word)) for word in numbers})
    ]
    longest = sorted(columns, key=len, reverse=True)
    found = (
        column
        for column in longest
        if len(column) >= _FEWEST
        and column[0].base - column[-1].base > _HIGH * page.height
        and _count_lines(column, page.words)
    )
    first = next(found, [])
    alike = ([word for word in column if word.style == first[0].style] for column in longest if first)
    return [*first, *next((column for column in alike if column and _goes_on(column, first[-1])), [])]


def _goes_on(column: Sequence[Word], last: Word) -> bool:
    """Say if the numbers of a *column* count on from the *last* of the column before."""
    steps = {int(two.text) - int(one.text) for one, two in pairwise((last, *column))}
    return len(steps) == 1 and steps <= set(_STEPS)


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
