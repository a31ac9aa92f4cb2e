"""Runs of text that know their place in the *transcript*, the text of the input as it was read.

These places make the ledger possible: each character is in the document, or was left out for a reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NOWHERE = -1
"""The place of text that isn't in the input: a space between joined lines, the label of one of Word's notes."""


class Kind(Enum):
    """The kinds of runs. A run has one, since reStructuredText can't nest inline markup."""

    TEXT = "text"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    CODE = "code"
    MATH = "math"
    LINK = "link"
    NOTE = "note"
    CITATION = "citation"
    IMAGE = "image"


BIBLIOREF = "biblioref"
"""The role of words that lead to an entry, whatever they are."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of text."""

    text: str
    at: int = NOWHERE
    """Its place in the transcript."""
    kind: Kind = Kind.TEXT
    target: str = ""
    """A link's URL, a note reference's label, an image's file name, the role of a citation by key: ``citep``. With the
    role :data:`BIBLIOREF` a key follows, or an id in the file."""

    def cut(self, start: int, end: int) -> Inline:
        """Return the part from *start* to *end*, which knows its own place."""
        at = self.at + start if self.at != NOWHERE else NOWHERE
        return Inline(self.text[start:end], at, self.kind, self.target)


Inlines: TypeAlias = tuple[Inline, ...]


def plain(inlines: Iterable[Inline]) -> str:
    """Return the text of *inlines*, line breaks and all."""
    return "".join([inline.text for inline in inlines])


def strong(inlines: Inlines) -> Inlines:
    """Return *inlines* in bold letters, as far as they are plain text."""
    return tuple(replace(run, kind=Kind.STRONG) if run.kind is Kind.TEXT else run for run in inlines)


def cut(inlines: Inlines, start: int, end: int | None = None) -> Inlines:
    """Return *inlines* from character *start* to *end*."""
    end = sum(len(inline.text) for inline in inlines) if end is None else end
    parts = []
    position = 0
    for inline in inlines:
        if position >= end:
            break
        first, last = max(start - position, 0), min(end - position, len(inline.text))
        if first < last:
            parts.append(inline if last - first == len(inline.text) else inline.cut(first, last))
        position += len(inline.text)
    return tuple(parts)


def stripped(inlines: Inlines) -> Inlines:
    """Return *inlines* without white space at their ends."""
    text = plain(inlines)
    if text == text.strip() and all(inline.text for inline in inlines):
        return inlines
    start = len(text) - len(text.lstrip())
    return cut(inlines, start, max(start, len(text.rstrip())))


def lines_of(inlines: Inlines) -> list[Inlines]:
    """Return *inlines*, cut at the line breaks of the input."""
    lines = []
    start = 0
    text = plain(inlines)
    if "\n" not in text:
        return [alone] if (alone := stripped(inlines)) else []
    for line in text.split("\n"):
        lines.append(stripped(cut(inlines, start, start + len(line))))
        start += len(line) + 1
    return [line for line in lines if line]


def place_of(inlines: Iterable[Inline]) -> int:
    """Return where *inlines* begin in the transcript."""
    return next((inline.at for inline in inlines if inline.at != NOWHERE), NOWHERE)


_SPACE = Inline(" ")
"""The space between two joined lines."""


def joined(parts: Sequence[Inlines], between: Inline = _SPACE) -> Inlines:
    """Return *parts* as one run after another, *between* them a space."""
    inlines: list[Inline] = []
    for part in parts:
        if inlines and part:
            inlines.append(between)
        inlines.extend(part)
    return tuple(inlines)


def merged(inlines: list[Inline]) -> Inlines:
    """Return *inlines* with neighbours of one kind made one."""
    done: list[Inline] = []
    for inline in inlines:
        last = done[-1] if done else None
        if (
            last
            and (last.kind, last.target) == (inline.kind, inline.target)
            and last.at + len(last.text) == inline.at
        ):
            done[-1] = Inline(last.text + inline.text, last.at, last.kind, last.target)
        else:
            done.append(inline)
    return tuple(done)
