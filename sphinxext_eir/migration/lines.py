"""A text as lines that know where they are in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

TAB = 8
"""Columns: docutils' ``tab_width``."""
MARKER = re.compile(
    r"(?:[-*+\u2022\u2023\u2043]|\(?(?:#|\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)])(?:[ \t]+|$)"
    r"|:(?![: ])(?:\\.|[^\\:`\n])+:(?:[ \t]+|$)"  # a field's name
)
"""The sign before an item of a list, or before a field's body."""


@dataclass(frozen=True)
class Line:
    """A line, without its end."""

    number: int
    """From 0."""
    start: int
    """Position in the file."""
    text: str

    @property
    def blank(self) -> bool:
        """True if nothing is on it."""
        return not self.text.strip()

    @property
    def body(self) -> str:
        """The text without white space around it."""
        return self.text.strip()

    @property
    def margin(self) -> str:
        """The white space that it begins with."""
        return self.text[: len(self.text) - len(self.text.lstrip())]

    @property
    def indent(self) -> int:
        """Columns before its text."""
        return len(self.margin.expandtabs(TAB))

    @property
    def end(self) -> int:
        """Position after its last character."""
        return self.start + len(self.text)

    def after_markers(self) -> Line:
        """Return what stands behind the markers of list items; its indent is the column of that."""
        text, shift = self.text, len(self.margin)
        while match := MARKER.match(text, shift):
            shift = match.end()
        return Line(self.number, self.start, " " * shift + text[shift:]) if shift > len(self.margin) else self


def lines_of(text: str) -> list[Line]:
    r"""Return the lines of *text*, as an editor counts them: they end in ``\n``, ``\r\n`` or ``\r``."""
    found: list[Line] = []
    start = 0
    for match in re.finditer(r"\r\n|\n|\r", text):
        found.append(Line(len(found), start, text[start : match.start()]))
        start = match.end()
    if start < len(text):
        found.append(Line(len(found), start, text[start:]))
    return found


def end_of_block(lines: list[Line], first: int, indent: int) -> int:
    """Return the number after the last line from *first* on that is further in than *indent*; blank ones are in between."""
    end = first
    for at in range(first, len(lines)):
        if lines[at].blank:
            continue
        if lines[at].indent <= indent:
            break
        end = at + 1
    return end
