"""What is read before what it stands beside: an imprint beside the title, a box beside the abstract, a title beside its abstract."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from .....text.vocabularies import folded_words
from ....wording import letters_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_LATEST_PAGE = 4
"""Covers may stand before the page with the title."""
_SMALL = 0.67
"""Of the size of a title: an imprint beside it is set so small."""
_SMALLER = 0.93
"""Of the size of most of the page: it is smaller than the text, too."""
_NEAR = 2.6
"""Of the size: the lines of a box stand so close, blank ones between its parts aside."""
_PARTS = 4.5
"""Of the size: the parts of a box beside an abstract stand so close."""
_IMPRINT = range(3, 13)
"""Lines of an imprint: what is longer is text."""
_INFO = range(2, 41)
"""Lines of a box beside an abstract."""
_NARROW = 0.45
"""Of the width of the text: an imprint beside a title is no wider."""
_EDGE = 2.0
"""Points by which what begins at one edge may differ."""


_ABSTRACT = frozenset(map(letters_of, folded_words("summaries")))
_INFORMATION = frozenset(map(letters_of, folded_words("keywords") | folded_words("about_article")))


class Stretch(NamedTuple):
    """Words next to one another on one line: where they stand, how large, and what they say."""

    x0: float
    x1: float
    base: float
    size: float
    text: str


class Aside(NamedTuple):
    """A box beside the title or the abstract."""

    height: float
    """It is read where a line of this height would be: over what it stands beside."""
    members: frozenset[int]
    """The numbers of its stretches."""
    imprint: bool = False
    """True if it stands beside the title: it says what a journal says of all its articles."""


def asides_of(stretches: Sequence[Stretch], page: int) -> list[Aside]:
    """Return the boxes on *page*, among the *stretches* of words on it."""
    if page > _LATEST_PAGE or not stretches:
        return []
    beside_title = _beside_title(stretches) or _column_of_title(stretches)
    return [aside for aside in (beside_title, _beside_abstract(stretches)) if aside]


def _beside_title(stretches: Sequence[Stretch]) -> Aside | None:
    """Return an imprint in small print right of the lines of a title."""
    usual = median(one.size for one in stretches)
    largest = max((one.size for one in stretches if len(letters_of(one.text)) >= _SHORTEST), default=0)
    titles = [
        one for one in stretches if one.size >= 0.97 * largest and len(letters_of(one.text)) >= _SHORTEST
    ]
    small = [n for n, one in enumerate(stretches) if one.size <= _SMALL * largest]
    first = [n for n in small if any(_stands_beside(stretches[n], title) for title in titles)]
    if not first or largest <= usual / _SMALLER:
        return None
    edge = max(t.x1 for t in titles if any(_stands_beside(stretches[n], t) for n in first))
    right = [n for n in small if stretches[n].x0 > edge]
    members = _grown(stretches, first, right, _NEAR)
    inside = [stretches[n] for n in members]
    width = max(one.x1 for one in stretches) - min(one.x0 for one in stretches)
    if (
        len({round(one.base) for one in inside}) not in _IMPRINT
        or median(one.size for one in inside) > _SMALLER * usual
        or max(one.x1 for one in inside) - min(one.x0 for one in inside) > _NARROW * width
    ):
        return None
    over = [title.base for title in titles if _reaches(title, inside)]
    return Aside(max(*over, *(one.base for one in inside)) + 0.1, frozenset(members), imprint=True)


_SHORTEST = 3
"""Letters of a line of a title."""


def _stands_beside(one: Stretch, title: Stretch) -> bool:
    """Say if *one* stands right of a line of a *title*, on its height."""
    return abs(one.base - title.base) < title.size and one.x0 > title.x1 + one.size


def _reaches(title: Stretch, inside: Sequence[Stretch]) -> bool:
    """Say if a line of a *title* stands among the heights of those *inside* a box, or right above them."""
    low, high = min(one.base for one in inside), max(one.base for one in inside)
    return low - title.size < title.base < high + 3 * title.size


def _column_of_title(stretches: Sequence[Stretch]) -> Aside | None:
    """Return a title with what stands under it, in a column left of an abstract; the text under both is as wide as both."""
    usual = median(one.size for one in stretches)
    lettered = [one for one in stretches if len(letters_of(one.text)) >= _SHORTEST]
    largest = max((one.size for one in lettered), default=0)
    titles = [one for one in lettered if one.size >= 0.97 * largest]
    if largest < _TITLE * usual or min(one.base for one in titles) < max(one.base for one in stretches) / 2:
        return None
    top = max(one.base for one in titles)
    if len({round(one.base) for one in stretches if one.base > top}) > _OVER_TITLE:
        return None
    small = [n for n, one in enumerate(stretches) if one.size <= _SMALL_BESIDE * largest]
    first = [n for n in small if any(_stands_beside(stretches[n], title) for title in titles)]
    if not first:
        return None
    edge = min(stretches[n].x0 for n in first) - _EDGE
    abstract = _grown(stretches, first, [n for n in small if stretches[n].x0 >= edge], _NEAR)
    bases = [stretches[n].base for n in abstract]
    low, high = min(bases) - _EDGE, max(*bases, top) + _EDGE
    inside = [n for n, one in enumerate(stretches) if low <= one.base <= high]
    members = frozenset(n for n in inside if stretches[n].x0 < edge)
    crossed = any(stretches[n].x1 > edge for n in members)
    under = any(one.base < low and one.x0 < edge and one.x1 > edge + _EDGE for one in stretches)
    few = len({round(base) for base in bases}) in _BESIDE_TITLE
    return Aside(high, members) if few and under and not crossed else None


_TITLE = 1.3
"""Of the size of most of the page: a title with an abstract beside it is so large."""
_OVER_TITLE = 4
"""Lines at most, a journal's: what stands under more of them is a heading."""
_SMALL_BESIDE = 0.75
"""Of the size of a title: an abstract beside it is so small."""
_BESIDE_TITLE = range(6, 30)
"""Lines of an abstract."""


def _beside_abstract(stretches: Sequence[Stretch]) -> Aside | None:
    """Return the box with days and keywords whose heading stands beside that of the abstract."""
    heads = [(n, one, letters_of(one.text)) for n, one in enumerate(stretches)]
    found = (
        (n, one, abstract)
        for n, one, said in heads
        if said in _INFORMATION
        for _, abstract, title in heads
        if title in _ABSTRACT and abs(one.base - abstract.base) < one.size
    )
    n, head, abstract = next(found, (0, None, None))
    if head is None or abstract is None:
        return None
    is_right = head.x0 > abstract.x1
    edge = (head if is_right else abstract).x0 - _EDGE
    crossing = [
        one.base
        for one in stretches
        if one.base < head.base and one.x0 < edge - _EDGE and one.x1 > edge + _EDGE
    ]
    end = max(crossing, default=float("-inf"))
    column = [
        m
        for m, one in enumerate(stretches)
        if end < one.base <= head.base + _EDGE and (one.x0 >= edge if is_right else one.x1 <= edge)
    ]
    members = _grown(stretches, [n], column, _PARTS)
    beside = any(end < one.base < head.base and m not in members for m, one in enumerate(stretches))
    lines = len({round(stretches[m].base) for m in members})
    if lines not in _INFO or not beside:
        return None
    return Aside(max(head.base, abstract.base) + 0.1, frozenset(members))


def _grown(
    stretches: Sequence[Stretch], first: Collection[int], column: Collection[int], near: float
) -> set[int]:
    """Return *first* with those of its *column* that stand close to one another, *near* times their size, over and under it."""
    members = set(first)
    while more := set(_next_to(stretches, members, column, near)):
        members |= more
    return members


def _next_to(
    stretches: Sequence[Stretch], members: Collection[int], column: Collection[int], near: float
) -> Iterator[int]:
    """Yield those of a *column* that stand close over or under its *members*."""
    bases = [stretches[n].base for n in members]
    low, high = min(bases), max(bases)
    for n in column:
        one = stretches[n]
        if n not in members and low - near * one.size < one.base < high + near * one.size:
            yield n
