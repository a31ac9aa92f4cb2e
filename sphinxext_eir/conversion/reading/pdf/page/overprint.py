"""Letters that are printed twice, the second a little beside the first, to look bold or to have a shadow: read once.

pdfium itself leaves out a second that stands closest, and whole strings; the letters of a string that are printed one by one it gives
as ``NNaattiioonnaall``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_TWICE = re.compile(r"([^\W_])(?=((?:\r\n)?)\1)")
"""A letter or digit and the same after it: pdfium begins a line where the second stands higher and left of the end of the first."""
_GONE = "\x00"
"""Stands in the place of a letter, so that the others keep theirs; it is no letter."""


def printed_once(text: str, is_over: Callable[[int, int], bool], is_apart: Callable[[int, int], bool]) -> str:
    """Return *text* with the second of letters that are printed twice left out, character for character.

    *is_over* says if the characters at two places are one letter, printed twice; *is_apart* if a space is between two.
    """
    letters = list(text)
    for match in _TWICE.finditer(text):
        first, second = match.start(), match.end() + len(match[2])
        if letters[first] == _GONE or not is_over(first, second):
            continue
        letters[first + 1 : second + 1] = _GONE * (second - first)
        after = second + 1
        if after < len(text) and not text[after].isspace() and is_apart(first, after):
            letters[second] = " "
    return "".join(letters)
