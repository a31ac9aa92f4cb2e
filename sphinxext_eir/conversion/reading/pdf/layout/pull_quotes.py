"""Pull quotes: words of the text said again in larger or bold letters, in a box that the text is set around, or within one of its sentences."""

from __future__ import annotations

from collections import Counter
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from .....text.sentences import PARAGRAPH_END
from ....urls import ADDRESS
from ....wording import letters_of
from .gutters import Chunk, chunks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..page.words import Page, Word

_LARGER = 1.08
"""Of the size of the text: a pull quote is so large, or bold."""
_SAME_SIZE = 0.08
"""Of the size: its lines differ by no more."""
_LEADING = 2.2
"""Of the size: its lines stand no farther apart."""
_GAP = 3.0
"""Of the size: nor do the parts of one of them."""
_FEWEST_LINES, _FEWEST_LETTERS = 2, 20
"""A heading beside the text has one line."""
_EDGE = 2.0
"""Points by which the edges of a column may differ."""
_NEAR = 4.0
"""Of the size: full lines of the text that is set around it stand so close over or under it."""
_FAR = 6.0
"""Of the size: the lines of a sentence that it cuts stand so far from it at most."""
_LINES_OVER = 2
"""Lines of a paragraph over it."""
_OFF = 0.05
"""Of the size: words of one line stand off its baseline by less."""
_TEXT = 0.1
"""Of the size of the text, by which its letters may differ."""
_RUN, _SAID = 10, 0.8
"""Letters in a row, and the part of such runs that the text has as well: it may leave something out."""


def without_pull_quotes(pages: Sequence[Page]) -> list[Page]:
    """Return *pages* with their pull quotes told apart: the text says the same."""
    body = _size_of_text(pages)
    boxes = [list(_boxes_on(page, body)) for page in pages]
    if not any(boxes):
        return list(pages)
    inside = {id(word) for word in chain.from_iterable(chain.from_iterable(boxes))}
    said = _letters(word for page in pages for word in page.words if id(word) not in inside)
    runs = {said[n : n + _RUN] for n in range(len(said) - _RUN + 1)}
    return [
        _without(page, [word for box in found if _is_said(box, runs) for word in box])
        for page, found in zip(pages, boxes, strict=True)
    ]


def _size_of_text(pages: Iterable[Page]) -> float:
    """Return the size of most letters."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            sizes[word.size] += len(word.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _letters(words: Iterable[Word]) -> str:
    """Return the letters of *words*."""
    return letters_of("".join(word.text for word in words))


def _is_said(box: Sequence[Word], runs: set[str]) -> bool:
    """Say if the text, whose *runs* of letters are given, has the words of a *box*."""
    quote = _letters(box)
    own = [quote[n : n + _RUN] for n in range(len(quote) - _RUN + 1)]
    return sum(run in runs for run in own) >= _SAID * len(own)


def _without(page: Page, pulled: Sequence[Word]) -> Page:
    """Return *page* with the words that are *pulled* out of its text apart from the others."""
    apart = set(map(id, pulled))
    words = tuple(word for word in page.words if id(word) not in apart)
    return page._replace(words=words, pulled=tuple(pulled)) if pulled else page


def _boxes_on(page: Page, body: float) -> Iterator[list[Word]]:
    """Yield the words of each box on *page* that may be a pull quote, where the text has letters of the size *body*."""
    if sum(len(word.text) for word in page.words if _stands_out(word, body)) < _FEWEST_LETTERS:
        return
    text, boxes = [], []
    for chunk in chain.from_iterable(_parts_of(chunk, body) for chunk in chunks_of(page.words)):
        if all(_stands_out(word, body) for word in chunk.words):
            boxes.append(chunk)
        elif abs(chunk.size - body) <= _TEXT * body:
            text.append(chunk)
    for stack in _stacks_of(boxes):
        words = [word for chunk in stack for word in chunk.words]
        lines = {round(chunk.base) for chunk in stack}
        long = len(lines) >= _FEWEST_LINES and len(_letters(words)) >= _FEWEST_LETTERS
        if long and (_is_set_around(stack, text) or _cuts_a_sentence(stack, text)):
            yield words


def _parts_of(chunk: Chunk, body: float) -> Iterator[Chunk]:
    """Yield the parts of a stretch of words: a box may begin where a line of the text ends, a little higher or lower."""
    start = 0
    for n, (one, two) in enumerate(pairwise(chunk.words), 1):
        apart = abs(one.base - two.base) > _OFF * two.size or two.x0 - one.x1 > two.size
        if apart and _stands_out(one, body) != _stands_out(two, body):
            yield _stretch(chunk.words[start:n])
            start = n
    yield _stretch(chunk.words[start:])


def _stretch(words: list[Word]) -> Chunk:
    """Return *words* as one stretch."""
    largest = max(words, key=lambda word: word.size)
    return Chunk(words, largest.size, largest.base)


def _stands_out(word: Word, body: float) -> bool:
    """Say if *word* is set as a pull quote may be."""
    return word.style.bold or word.size >= _LARGER * body


def _stacks_of(chunks: Iterable[Chunk]) -> list[list[Chunk]]:
    """Return stretches of words that stand over one another, in stacks of one size, each line by line."""
    stacks: list[list[Chunk]] = []
    for chunk in sorted(chunks, key=lambda chunk: (-round(chunk.base), chunk.x0)):
        stack = next((stack for stack in reversed(stacks) if _goes_on(stack, chunk)), None)
        if stack is None:
            stacks.append([chunk])
        else:
            stack.append(chunk)
    return stacks


def _goes_on(stack: Sequence[Chunk], chunk: Chunk) -> bool:
    """Say if *chunk* stands on the last line of a *stack*, or right under it."""
    last, size = stack[-1], chunk.size
    if abs(last.size - size) > _SAME_SIZE * size:
        return False
    if abs(last.base - chunk.base) < 1:
        return chunk.x0 - last.x1 < _GAP * size
    left, right = min(one.x0 for one in stack), max(one.x1 for one in stack)
    return last.base - chunk.base < _LEADING * size and chunk.x0 < right and chunk.x1 > left


def _is_set_around(stack: Sequence[Chunk], text: Sequence[Chunk]) -> bool:
    """Say if lines of the *text* stand beside a *stack*, and full ones over or under it would run into it."""
    size = stack[0].size
    high, low = stack[0].base, stack[-1].base
    left, right = min(one.x0 for one in stack), max(one.x1 for one in stack)
    beside = [one for one in text if low - size / 2 < one.base < high + size / 2]
    full = [one for one in text if one not in beside and low - _NEAR * size < one.base < high + _NEAR * size]
    into_from_left = [one.x0 for one in full if one.x1 > left + size]
    into_from_right = [one.x1 for one in full if one.x0 < right - size]
    narrowed = {
        round(one.base)
        for one in beside
        if (one.x1 <= left + _EDGE and any(abs(one.x0 - x) <= _EDGE for x in into_from_left))
        or (one.x0 >= right - _EDGE and any(abs(one.x1 - x) <= _EDGE for x in into_from_right))
    }
    return len(narrowed) >= _FEWEST_LINES


def _cuts_a_sentence(stack: Sequence[Chunk], text: Sequence[Chunk]) -> bool:
    """Say if the line of the *text* over a *stack* has no stop, and that under it begins small, over the whole width of the column.

    Over it stands more than one: a title has a journal's line over it. The line under a title may be an address, which begins small as well.
    """
    far = _FAR * stack[0].size
    high, low = stack[0].base, stack[-1].base
    left, right = min(one.x0 for one in stack), max(one.x1 for one in stack)
    column = sorted(
        (one for one in text if one.x0 <= left and one.x1 >= right and one.base > high),
        key=lambda one: one.base,
    )
    under = max(
        (one for one in text if one.base < low and one.x0 <= right and one.x1 > left),
        key=lambda one: one.base,
        default=None,
    )
    if len(column) < _LINES_OVER or under is None:
        return False
    over, above = column[:_LINES_OVER]
    if above.base - over.base > _LEADING * above.size or over.base - high > far or low - under.base > far:
        return False
    first = under.words[0].text
    begins_small = first[:1].islower() and not ADDRESS.match(first) and abs(under.x0 - over.x0) <= _EDGE
    return begins_small and not PARAGRAPH_END.search(over.words[-1].text)
