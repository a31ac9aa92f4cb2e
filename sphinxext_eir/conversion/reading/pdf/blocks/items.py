"""What items of lists begin with: bullets and dashes, and the numbers and letters that count on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..streams.labels import label_of, number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..layout.lines import Line

BULLET = re.compile(r"[•●▪■‣⁃◦○❖✓✔➢►▶∙]|[·–—*∗⋄-]$")
DASH = re.compile(r"[-–—*∗·⋄]")
"""A bullet that may as well be a dash within a sentence, or a sign of a formula."""
NUMBERED = re.compile(r"\(?(\d{1,3}|[a-z]|[ivx]{1,5})[.)]$")
_GLUED = re.compile(r"\(?(\d{1,3}|[a-z]|[ivx]{1,5})[.)](?=$|[^\W\d_a-zß-öø-ÿ])")
"""The same, or right before a word: the space after a number that hangs may be too narrow for one."""


def begins_item(line: Line, opened: Sequence[Line]) -> bool:
    """Say if an item of a list begins with *line*, after the block *opened*: by a bullet, or by the number that comes."""
    first = line.words[0].text
    if line.dotted or (BULLET.match(first) and len(line.words) > 1 and line.words[1].spaced):
        return True
    match = NUMBERED.match(first)
    if not match or len(line.words) == 1:
        return False
    before = NUMBERED.match(opened[0].words[0].text) if opened else None
    if before is None:
        return False
    return _follows(before[1], match[1])


_SAME_LABEL_EDGE = 0.8
"""Of the size: labels of one list begin or end so near to one another."""
_LABELS_APART = 30
"""Lines between two items of a list."""


def counted(lines: Sequence[Line]) -> frozenset[int]:
    """Return which of *lines* begin with labels that count on from one another at one place: they are items of a list."""
    found: set[int] = set()
    labelled: list[tuple[int, str, float]] = []
    for n, line in enumerate(lines):
        match = _GLUED.match(line.words[0].text)
        if not match or len(line.words) == 1 or line.bold or line.is_raised(line.words[0]):
            continue
        place = line.x0
        for k, label, other in reversed(labelled):
            if n - k > _LABELS_APART:
                break
            if abs(other - place) < _SAME_LABEL_EDGE * line.size and _follows(label, match[1]):
                found |= {k, n}
                break
        labelled.append((n, match[1], place))
    return frozenset(found)


def _follows(one: str, two: str) -> bool:
    """Say if the label *two* of an item comes after *one*."""
    if one.isdecimal() or two.isdecimal():
        return one.isdecimal() and two.isdecimal() and int(two) == int(one) + 1
    if len(one) == len(two) == 1 and ord(two) == ord(one) + 1:
        return True
    a, b = number_of(one), number_of(two)
    return a is not None and b == a + 1


def is_labelled(line: Line) -> bool:
    """Say if *line* begins with the label of an item or a note."""
    first = line.words[0].text
    return bool(line.dotted or BULLET.match(first) or NUMBERED.match(first) or label_of(line))


def counts_on(one: Line, two: Line) -> bool:
    """Say if *two* begins with the same bullet as *one*, or with the label that comes after its own."""
    first, second = one.words[0].text, two.words[0].text
    if (one.dotted and two.dotted) or (first == second and BULLET.match(first)):
        return True
    a, b = _GLUED.match(first), _GLUED.match(second)
    return bool(a and b and _follows(a[1], b[1]))
