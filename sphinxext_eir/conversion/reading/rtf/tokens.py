"""Bytes → groups of control words and characters (RTF 1.9.1, *RTF Syntax*)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from ...transcript import TOO_DEEP, ConversionError

_DEEPEST = 120
"""Groups in one another: a few are for tables in tables, and a reader's stack is not endless."""

_TOKEN = re.compile(
    rb"""
    \\(?P<word>[A-Za-z]{1,32}) (?P<number>-?[0-9]{1,10})? [ ]?    # a control word, and the space that ends it
    | \\'(?P<hex>[0-9A-Fa-f]{2})                                  # a byte
    | \\(?P<symbol>[^A-Za-z'])                                    # a control symbol
    | (?P<brace>[{}])                                             # the beginning or the end of a group
    | (?P<text>[^\\{}\r\n]+)                                      # bytes as they are
    | [\r\n]+ | \\                                                # nothing: where a line of the file ends
    """,
    re.VERBOSE | re.DOTALL,
)


class Control(NamedTuple):
    r"""A control word, ``\b0``, or a control symbol, ``\~``."""

    word: str
    number: int | None = None


class Typed(NamedTuple):
    """Bytes that stand for letters."""

    data: bytes
    escaped: bool = False
    """True for one byte that is written as two digits: it counts as one in what readers of Unicode skip."""


class Binary(NamedTuple):
    """Bytes of a picture."""

    data: bytes


@dataclass
class Group:
    """What stands in braces."""

    parts: list[Part] = field(default_factory=list)

    @property
    def ignorable(self) -> bool:
        """Say if a reader that doesn't know the group may pass over it."""
        return bool(self.parts) and self.parts[0] == Control("*")

    @property
    def destination(self) -> str:
        """The control word that the group begins with, if it begins with one."""
        first = self.parts[1:2] if self.ignorable else self.parts[:1]
        return first[0].word if first and isinstance(first[0], Control) else ""

    @property
    def content(self) -> list[Part]:
        """What follows the word that says what the group is."""
        return self.parts[2:] if self.ignorable else self.parts[1:]

    def groups(self) -> list[Group]:
        """Return the groups that stand in it."""
        return [part for part in self.parts if isinstance(part, Group)]

    def numbers(self) -> dict[str, int]:
        """Return its control words with their numbers, of each the last."""
        return {part.word: part.number or 0 for part in self.parts if isinstance(part, Control)}


Part: TypeAlias = Control | Typed | Binary | Group


def parsed(data: bytes) -> Group:
    """Return the group that is the document. Raises :class:`ConversionError`."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise ConversionError("this isn't RTF")
    root = Group()
    stack = [root]
    place = 0
    while place < len(data) and (match := _TOKEN.match(data, place)):
        place = match.end()
        if match["brace"] == b"{":
            if len(stack) > _DEEPEST:
                raise ConversionError(TOO_DEEP)
            inner = Group()
            stack[-1].parts.append(inner)
            stack.append(inner)
        elif match["brace"]:
            stack.pop()
            if len(stack) == 1:  # what follows the document isn't RTF
                break
        elif match["word"] == b"bin":
            length = max(int(match["number"] or 0), 0)
            stack[-1].parts.append(Binary(data[place : place + length]))
            place += length
        elif part := _part(match):
            stack[-1].parts.append(part)
    return root.groups()[0]


def _part(match: re.Match[bytes]) -> Part | None:
    """Return a word, a symbol or bytes; None for the end of a line."""
    if word := match["word"]:
        return Control(word.decode("ascii"), int(match["number"]) if match["number"] else None)
    if symbol := match["symbol"]:
        return Control(symbol.decode("latin-1"))
    if digits := match["hex"]:
        return Typed(bytes.fromhex(digits.decode("ascii")), escaped=True)
    return Typed(text) if (text := match["text"]) else None
