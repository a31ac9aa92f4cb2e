"""Accents that a font has as signs of their own, and letters that TeX's bitmaps have at places of their own: made letters.

TeX sets *á* as an acute over an *a* where its font has no such letter (The TeXbook, chapter 9), and its bitmap fonts don't tell
Unicode.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_COMBINING = {
    "`": "\u0300", "´": "\u0301", "ˆ": "\u0302", "^": "\u0302", "˜": "\u0303", "¯": "\u0304", "˘": "\u0306", "˙": "\u0307",
    "¨": "\u0308", "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c", "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
_DOTLESS = {"ı": "i", "ȷ": "j"}
_OVER = re.compile(r"[`´ˆ^˜¯˘˙¨˚˝ˇ][^\W\d_]")
_UNDER = re.compile(r"[^\W\d_][¸˛]")
CORK = str.maketrans(
    dict(zip(range(0x80, 0x84), "ĂĄĆČ", strict=True))
    | dict(zip(range(0x87, 0x9D), "ĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲ", strict=True))
    | {0x9D: "İ", 0x9E: "đ", 0x9F: "§"}
    | dict(zip(range(0xA0, 0xC0), "ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£", strict=True))
    | {0xD7: "Œ", 0xDF: "ẞ", 0xF7: "œ", 0xFF: "ß"}
)
"""Letters of the Cork encoding (T1) that aren't at their places in Latin-1. At 0x84 to 0x86 a bitmap of signs has its daggers."""


_SPACING = re.compile(f"[{re.escape(''.join(_COMBINING))}]")
GONE = "\x00"
"""Stands in the place of an accent, so that the others keep theirs; it is no letter."""


def composed(text: str, overlap: Callable[[int], bool]) -> str:
    """Return *text* with accents and the letters that they stand over made one, character for character.

    *overlap* says if the character at an index and the next stand over one another: an acute that is typed as an apostrophe
    stands before a letter.
    """
    letters = list(text)
    for pattern, accent in ((_OVER, 0), (_UNDER, 1)):
        for match in pattern.finditer(text):
            at = match.start()
            sign, letter = match[0][accent], match[0][1 - accent]
            made = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + _COMBINING[sign])
            if len(made) == 1 and overlap(at):
                letters[at + accent], letters[at + 1 - accent] = GONE, made
    return "".join(letters)


def settled(text: str, under: Callable[[int], int]) -> str:
    """Return *text* with accents that stand elsewhere in it made one with the letters that they stand over on the page.

    *under* returns the index of the letter under the accent at an index; -1 if there is none. pdfium puts such an accent after
    the word or the line where the accent is wider than the letter.
    """
    letters = list(text)
    for match in _SPACING.finditer(text):
        at = under(match.start())
        if at < 0:
            continue
        made = unicodedata.normalize("NFC", _DOTLESS.get(letters[at], letters[at]) + _COMBINING[match[0]])
        if len(made) == 1:
            letters[match.start()], letters[at] = GONE, made
    return "".join(letters)
