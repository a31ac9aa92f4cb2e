"""How a note's number is written, and read back. Pure Python."""

from __future__ import annotations

STYLES = ("lower-roman", "upper-roman", "arabic", "lower-alpha", "upper-alpha", "symbols")
"""How a number may be written."""


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

BRACKETS = ("[]", "()", "")
"""What may stand around a label."""

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
            return str(number)


def roman(number: int) -> str:
    """Write *number* as a lower-case Roman numeral."""
    numeral = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        numeral += letters * times
    return numeral


def roman_value(numeral: str) -> int | None:
    """Read a lower-case Roman numeral, or nothing that is not written as :func:`roman` writes it."""
    rest, number = numeral, 0
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            rest = rest.removeprefix(letters)
            number += value
    return number if number and not rest and roman(number) == numeral else None


MOST_DIGITS = 9
"""Of a number that counts anything; Python refuses to read those of some thousands."""


def decimal_value(digits: str) -> int | None:
    """Read a number in decimal digits, of any script, or nothing that is none."""
    return int(digits) if digits.isdecimal() and len(digits) <= MOST_DIGITS else None


def alphabetic(number: int) -> str:
    """Write *number* in letters: a, b, … z, aa, ab, and so on."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters
