"""Numbers as they are written and typed: Arabic, Roman, in letters, raised; years."""

from __future__ import annotations

STYLES = ("lower-roman", "upper-roman", "arabic", "lower-alpha", "upper-alpha", "symbols", "arabic-indic")
"""Styles of numbers."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

_UNITS = "(?:ix|iv|v?i{0,3})"
_TENS = f"(?:xc|xl|l?x{{0,3}}){_UNITS}"
# An atomic group takes the longest numeral, and is never empty where a numeral's letter comes next.
SMALL_ROMAN = f"(?=[ivx])(?>x{{0,3}}{_UNITS})"
"""A lower-case numeral below 40: of sections and kings, which are told from the initials ``C.`` and ``L.``"""
ROMAN = f"(?=[ivxlc])(?>c{{0,3}}{_TENS})"
"""A lower-case numeral below 400: of notes and prefaces. ``[d]emocracy`` and ``[m]any`` have none."""
ANY_ROMAN = f"(?=[ivxlcdm])(?>m{{0,4}}(?:cm|cd|d?c{{0,3}}){_TENS})"
"""A lower-case numeral below 5000, where nothing but a number is expected.

``.upper()`` of each of these is the upper-case numeral.
"""

YEAR = r"(?:1[5-9]|20)\d\d"
"""A year of a publication; a number outside is a resolution's, or a page's."""

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""The digits of 0 to 9, raised."""
_FROM_SUPERSCRIPTS = str.maketrans(SUPERSCRIPTS, "0123456789")

_TO_ARABIC_INDIC = {ord("0") + digit: 0x660 + digit for digit in range(10)}

BRACKETS = ("[]", "()", "")
"""Brackets around a label."""

# In LaTeX's order; then each is doubled, tripled, and so on.
_SYMBOLS = "*†‡§¶‖"


def written(number: int, style: str) -> str:
    """Write *number*, from 1, in *style*, one of :data:`STYLES`."""
    match style:
        case "lower-roman":
            return roman(number)
        case "upper-roman":
            return roman(number).upper()
        case "lower-alpha":
            return alphabetic(number)
        case "upper-alpha":
            return alphabetic(number).upper()
        case "symbols":
            times, place = divmod(number - 1, len(_SYMBOLS))
            return _SYMBOLS[place] * (times + 1)
        case _:
            return str(number).translate(_TO_ARABIC_INDIC if style == "arabic-indic" else {})


def roman(number: int) -> str:
    """Write *number* as a lower-case Roman numeral."""
    numeral = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        numeral += letters * times
    return numeral


def roman_value(numeral: str) -> int | None:
    """Read a lower-case Roman numeral; return nothing for a text that :func:`roman` doesn't write."""
    rest, number = numeral, 0
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            rest = rest.removeprefix(letters)
            number += value
    return number if number and not rest and roman(number) == numeral else None


def lowered(label: str) -> str:
    """Return *label* with raised digits as plain ones."""
    return label.translate(_FROM_SUPERSCRIPTS)


MOST_DIGITS = 9
"""Digits of a number that may count something; Python refuses to read numbers of some thousand digits."""


def decimal_value(digits: str) -> int | None:
    """Read *digits*, decimal ones of any script; return nothing for any other text."""
    return int(digits) if digits.isdecimal() and len(digits) <= MOST_DIGITS else None


def alphabetic(number: int) -> str:
    """Write *number* in letters: a, b, … z, aa, ab, and so on."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters
