"""Characters that no page can hold, and those that move what a terminal shows. Pure Python."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .patterns import compile_later

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLANES = "".join(f"{chr(plane << 16)}-{chr(plane << 16 | 0xFFFD)}" for plane in range(1, 17))
_PLAIN = r"\t\n\r\x20-\x7e"
_WITHOUT_CONTROLS = r"\xa0-\ud7ff"  # nor those that are letters of Windows-1252
_WITHOUT_HALVES = r"\ue000-\ufdcf"  # of surrogate pairs
_WITHOUT_NONCHARACTERS = rf"\ufdf0-\ufffd{_PLANES}"
_UNWRITABLE = compile_later(f"[^{_PLAIN}{_WITHOUT_CONTROLS}{_WITHOUT_HALVES}{_WITHOUT_NONCHARACTERS}]")
"""What pages can't hold, by all that they can: each text is searched, and nearly all of it is found in the first of these ranges."""
_UNWRITABLE_OF_ASCII = re.compile(rf"[^{_PLAIN}]")
"""The same in ASCII. All planes of Unicode take milliseconds to compile."""
_PARTING = "\x0b\x0c\x1c\x1d\x1e\x1f"
"""Controls that part words: tabulation, page breaks, and separators of records."""


def writable(text: str) -> str:
    """Return *text* without characters that pages can't hold: XML 1.0, section 2.2; HTML, "Preprocessing the input stream".

    Words that a control parts stay apart. A half of a surrogate pair becomes U+FFFD, and one of the controls U+0080 to U+009F the letter
    that HTML reads there, that of Windows-1252: it was typed as one.
    """
    return _expression_for(text).sub(_instead, text)


def unwritable(text: str) -> Iterator[re.Match[str]]:
    """Yield what ``writable`` changes in *text*."""
    return _expression_for(text).finditer(text)


def _expression_for(text: str) -> re.Pattern[str]:
    return _UNWRITABLE_OF_ASCII if text.isascii() else _UNWRITABLE


def _instead(match: re.Match[str]) -> str:
    character = match[0]
    if character in _PARTING:
        return " "
    if "\x80" <= character <= "\x9f":
        return character.encode("latin-1").decode("cp1252", "ignore")
    return "\N{REPLACEMENT CHARACTER}" if "\ud800" <= character <= "\udfff" else ""


_TURNS = r"\u202a-\u202e\u2066-\u2069"
"""What turns the direction of the text after it (UAX 9, section 2)."""
_MOVING = compile_later(rf"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029{_TURNS}]")
"""Controls but for tabulation, ends of lines, and turns."""


def visible(text: str) -> str:
    """Return a line of *text* in which names and words of strangers move nothing on a terminal: each such character is an escape."""
    return _MOVING.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


WIDE = {
    **dict(zip(map(ord, "（）［］【】〔〕，；：、،؛"), "()[][][],;:,,;", strict=True)),
    **{zero + n: str(n) for zero in (0x660, 0x6F0, 0xFF10) for n in range(10)},
}
"""Brackets, marks and digits of other scripts → those of ASCII that mean the same, one for one."""

EAST_ASIAN = r"(?-i:[^\x00-\u2e7f])"
"""A character of the scripts from U+2E80 on, which have no spaces between words mostly, for an expression.

It is said by what it isn't, since compiling a range takes a step for each character in it: Python 3.11 takes a millisecond for all
of these.
"""
