r"""Letters that LaTeX names by commands of its own, as letters: ``\CYRM\cyri\cyrr``, ``\textalpha``, ``\char"416``.

Exports of older programs write Cyrillic and Greek so. Pandoc knows none of these commands, and drops them. The names are those of the
encodings T2A (``t2aenc.def``) and of ``textgreek``.
"""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = dict(
    zip(
        """
        A B V G D E YO ZH Z I ISHRT K L M N O P R S T U F H C CH SH SHCH HRDSN ERY SFTSN EREV YU YA
        IE II YI GUP JE LJE NJE TSHE DJE DZE DZHE USHRT YAT OTLD IZH FITA
        """.split(),
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяєіїґјљњћђѕџўѣөѵѳ",
        strict=True,
    )
)
_GREEK = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega"
LETTERS = (
    {f"cyr{name.lower()}": letter for name, letter in _CYRILLIC.items()}
    | {f"CYR{name}": letter.upper() for name, letter in _CYRILLIC.items()}
    | {
        f"text{shown}": unicodedata.lookup(f"GREEK {size} LETTER {name.replace('lambda', 'lamda')}")
        for name in _GREEK.split()
        for size, shown in (("SMALL", name), ("CAPITAL", name.title()))
    }
    | {"textvarsigma": "ς", "textfinalsigma": "ς"}
)
"""Commands that are one letter."""
_COMMAND = re.compile(
    r"\\cyrchar\s*(?=\\)|\\(cyr[a-z]+|CYR[A-Z]+|text[A-Za-z][a-z]+)(?:\{\}|\s+|(?![A-Za-z]))"
)
_NUMBERED = re.compile(
    r"""\\(?:char\s*(?:"([\dA-F]+)|(\d+))\s?|(?:symbol|unichar)\s*\{\s*(?:"([\dA-F]+)|(\d+))\s*\})""",
)
_LAST = 0x10FFFF


def with_letters(value: str) -> str:
    """Return *value*, of LaTeX, with a letter for each command that is just one."""
    if "\\" not in value:
        return value
    return _NUMBERED.sub(_numbered, _COMMAND.sub(_letter, value))


def _letter(match: re.Match[str]) -> str:
    """Return the letter of a command; nothing for what only says that one follows, and the command itself if it is another."""
    return LETTERS.get(match[1], match[0]) if match[1] else ""


def _numbered(match: re.Match[str]) -> str:
    """Return the character that a command gives the number of, if it can be printed."""
    number = int(match[1] or match[3], 16) if match[1] or match[3] else int(match[2] or match[4])
    character = chr(number) if number <= _LAST else ""
    return character if character.isalnum() else match[0]
