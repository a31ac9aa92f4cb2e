"""Code: lines in letters of one width, kept together with their breaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..layout.lines import Line

_TYPED = 0.6
"""Of the letters of a line of code: so many have one width; its signs may be set in other fonts."""
_CLOSE = 2.2
"""Of the size: lines of one piece of code stand no farther apart, an empty one between them."""
_CODED = 0.3
"""Of the lines of a piece of code: so many have signs that prose hasn't."""
_SIGN = re.compile(
    r"""  [{}<>\\|#_$=~^] | \[\] | [\w\])]\[ | ::  # brackets, operators, indices, scopes
        | \(\s*\) | \w\( | \(\s\w              # calls
        | ; \s* $ | ^ \s* (?://|--|/\*|>>>|%) | ["']\s*[,)]""",
    re.VERBOSE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.|doi:|10\.\d{4}/)\S* | \S+@\S+\.\w+", re.VERBOSE | re.IGNORECASE)
_NO_WORD = re.compile(r"[\W\d_]{1,8}")


class Listing(NamedTuple):
    """Lines of a region, from *start* up to *end*, that are code."""

    start: int
    end: int


def is_typescript(lines: Iterable[Line]) -> bool:
    """Say if most of the *lines* of a document are in letters of one width: they tell nothing then."""
    letters = typed = 0
    for line in lines:
        letters += line.letters
        typed += line.letters if line.mono else 0
    return 2 * typed > letters


def listings_in(lines: Sequence[Line]) -> list[Listing]:
    """Return the pieces of code among the *lines* of a region."""
    found: list[Listing] = []
    looks = [_look_of(line) for line in lines]
    for n, line in enumerate(lines):
        if looks[n] == "text" or (looks[n] == "signs" and not (found and found[-1].end == n)):
            continue
        last = found[-1] if found else None
        if last and last.end == n and 0 < lines[n - 1].base - line.base < _CLOSE * line.size:
            found[-1] = last._replace(end=n + 1)
        elif looks[n] == "code":
            found.append(Listing(n, n + 1))
    return [one for one in found if _is_code(lines, one)]


def _look_of(line: Line) -> str:
    """Return what a line may be part of: ``code``, ``signs`` within code, or ``text``."""
    words = [word for word in line.words if not word.text.isdecimal() or len(line.words) == 1]
    typed = sum(len(word.text) for word in words if word.style.mono)
    if words and typed >= _TYPED * sum(len(word.text) for word in words):
        return "text" if _ADDRESS.fullmatch(line.text) else "code"
    return "signs" if _NO_WORD.fullmatch(line.text) else "text"


def _is_code(lines: Sequence[Line], found: Listing) -> bool:
    """Say if lines in letters of one width are code: they have its signs, and no line of a paragraph ends or begins with them."""
    inside = lines[found.start : found.end]
    coded = sum(bool(_SIGN.search(_ADDRESS.sub("", line.text))) for line in inside)
    if coded < max(_CODED * len(inside), 1):
        return False
    return len(inside) > 1 or not _is_within_text(lines, found.start)


def _is_within_text(lines: Sequence[Line], n: int) -> bool:
    """Say if a line stands at the edge of the lines right above or below it, as long names in a paragraph do."""
    line = lines[n]
    near = (other for k, other in enumerate(lines[max(n - 1, 0) : n + 2], max(n - 1, 0)) if k != n)
    return any(
        abs(other.x0 - line.x0) < line.size and abs(other.base - line.base) < _CLOSE * line.size
        for other in near
    )


def columns_of(line: Line, left: float, width: float) -> list[int]:
    """Return in which column each stretch of a line of code begins, given its *left* edge and the *width* of a letter."""
    return [max(round((start - left) / width), 0) for start in line.cells]


def letter_width(lines: Iterable[Line]) -> float:
    """Return the width of a letter of code."""
    widths = sorted(
        (word.x1 - word.x0) / len(word.text)
        for line in lines
        for word in line.words
        if word.style.mono and len(word.text) > 2
    )
    size = next(iter(lines)).size
    return max(widths[len(widths) // 2], 1.0) if widths else size * 0.6
