"""Bytes → letters, by the code page of the document or of the font that they are set in (RTF 1.9.1, *Font Table*)."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from .tokens import Control, Group, Typed

if TYPE_CHECKING:
    from .tokens import Part

_OF_SETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}
"""``\\fcharset`` → Python's name of the code page."""
_OF_DOCUMENTS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850", "ansi": "cp1252"}
_OF_NUMBERS = {10000: "mac_roman", 65001: "utf-8"}

_SYMBOLS = 2
"""``\\fcharset`` of fonts that have signs in the place of letters."""

WORDS = {
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "endash": "–",
    "emdash": "—",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "~": "\u00a0",
    "_": "\u2011",
    "\\": "\\",
    "{": "{",
    "}": "}",
}
"""Control words and symbols that are one letter."""


def codec_of(number: int | None) -> str:
    """Return Python's name of the code page with a *number*, or nothing."""
    name = _OF_NUMBERS.get(number or 0, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


@dataclass
class Letters:
    """What bytes mean in one document."""

    default: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    """Font → its code page."""
    symbols: set[int] = field(default_factory=set)
    """Fonts that have signs in the place of letters."""
    font: int = 0
    """The font of letters that have none."""
    raw: str = ""
    """The code of bytes that aren't escaped, if they are UTF-8 all together."""

    def decoded(self, data: bytes, font: int | None, *, escaped: bool = True) -> str:
        """Return the letters that bytes are in a *font*."""
        if self.raw and not escaped:
            return data.decode(self.raw, errors="replace")
        return data.decode(
            self.fonts.get(self.font if font is None else font, "") or self.default, errors="replace"
        )


def letters_of(document: Group, data: bytes) -> Letters:
    """Return what bytes mean in a *document*, by its head and its table of fonts."""
    letters = Letters()
    for part in document.parts:
        if isinstance(part, Control):
            if part.word in _OF_DOCUMENTS:
                letters.default = _OF_DOCUMENTS[part.word]
            elif part.word == "ansicpg":
                letters.default = codec_of(part.number) or letters.default
            elif part.word == "deff":
                letters.font = part.number or 0
        elif isinstance(part, Group) and part.destination == "fonttbl":
            _read_fonts(part, letters)
    if not data.isascii():
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return letters
        letters.raw = "utf-8"
    return letters


def _read_fonts(table: Group, letters: Letters) -> None:
    """Read the table of fonts: each in a group of its own or, as old programs write it, in a row."""
    font = None
    stack = [iter(table.parts)]
    while stack:
        part = next(stack[-1], None)
        if part is None:
            stack.pop()
        elif isinstance(part, Group):
            if not part.ignorable:
                stack.append(iter(part.parts))
        elif isinstance(part, Control) and part.word == "f":
            font = part.number
        elif isinstance(part, Control) and font is not None:
            if part.word == "fcharset":
                letters.fonts[font] = _OF_SETS.get(part.number or 0, "")
                if part.number == _SYMBOLS:
                    letters.symbols.add(font)
            elif part.word == "cpg":
                letters.fonts[font] = codec_of(part.number)


def text_of(group: Group, letters: Letters, skipped: int = 1) -> str:
    """Return the letters in a *group* that isn't set: a style's name, a title, an instruction.

    So many letters as are *skipped* stand for one of Unicode again.
    """

    def is_escaped(part: Part) -> bool | None:
        """Say if bytes are escaped, where that tells their code; None for what is no bytes."""
        return (part.escaped or not letters.raw) if isinstance(part, Typed) else None

    said: list[str] = []
    skip = 0
    for escaped, run in groupby(group.parts, is_escaped):  # one letter may have several bytes
        if escaped is not None:
            data = b"".join(part.data for part in run if isinstance(part, Typed))
            said.append(letters.decoded(data[skip:], None, escaped=escaped))
            skip = max(0, skip - len(data))
            continue
        for part in run:
            if isinstance(part, Group):
                passed = part.ignorable and part.destination != "fldinst"
                said.append("" if passed else text_of(part, letters, skipped))
            elif isinstance(part, Control):
                if part.word == "u" and part.number is not None:
                    said.append(chr(part.number % 0x10000))
                    skip = skipped
                elif part.word == "uc":
                    skipped = max(part.number or 0, 0)
                else:
                    said.append(WORDS.get(part.word, ""))
    return with_whole_letters("".join(said))


def with_whole_letters(text: str) -> str:
    """Return *text* with two halves of a letter beyond U+FFFF joined; what is half for ever becomes a sign for it."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
