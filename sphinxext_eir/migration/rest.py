"""reStructuredText: where its running text is, and where nothing is read as markup (docutils, "reStructuredText Markup Specification")."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from .directives import LISTS, is_opaque, read_options
from .inline import glued_roles, rest_roles
from .lines import Line, end_of_block, lines_of
from .records import Aside, Directive, Markup, Table, Title

if TYPE_CHECKING:
    from collections.abc import Callable

SIMPLE_NAME = r"(?:(?!_)\w)+(?:[-._+:](?:(?!_)\w)+)*"
DIRECTIVE = re.compile(rf"\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?({SIMPLE_NAME})[ \t]?::(?:[ \t]+(.*))?$")
"""Also in the definition of a substitution."""
FOOTNOTE = re.compile(r"\.\.[ \t]+\[([^\]]+)\](?:[ \t]+|$)")
TARGET = re.compile(r"\.\.[ \t]+_(?![ _])|__(?:[ \t]|$)")
EXPLICIT = re.compile(r"\.\.(?:[ \t]|$)|__(?:[ \t]|$)")
RULE = re.compile(r"([!-/:-@[-`{-~])\1*$")
"""A line under or over a title, or a transition."""
GRID = re.compile(r"\+-[-+]*-\+$")
SIMPLE = re.compile(r"=+(?:[ ]+=+)+$")
CAPTION = re.compile(r":(?:caption|alt|title):[ \t]")
"""Options that are read as text even if the content isn't."""
HINTS = {
    "default-role": "{0} makes other text a citation: write the roles out",
    "role": "the role that is made from {0} has no counterpart: use eir:citep and the like in its place",
    "default-domain": "{0} makes :p: and the like citations: write the roles out",
}


class Reader:
    """One pass over the lines of a source, from above."""

    def __init__(self, text: str, lines: list[Line], markup: Markup) -> None:
        self.text = text
        self.lines = lines
        self.markup = markup
        self.at = 0

    def read(self) -> None:
        """Find all markup in the lines."""
        while self.at < len(self.lines):
            if self.lines[self.at].blank:
                self.at += 1
            else:
                self._block()

    def _block(self) -> None:
        line = self.lines[self.at].after_markers()
        for applies, read in self._kinds():
            if applies(line):
                read(line)
                return
        self._paragraph(line)

    def _kinds(self) -> tuple[tuple[Callable[[Line], object], Callable[[Line], None]], ...]:
        """Return what a block may be, by how it begins, and what reads it."""
        return (
            (lambda line: EXPLICIT.match(line.body), self._explicit),
            (lambda line: line.body.startswith(">>>"), self._doctest),
            (lambda line: GRID.match(line.body), self._grid),
            (lambda line: SIMPLE.match(line.body), self._simple),
            (self._heads, self._title),
        )

    def _explicit(self, line: Line) -> None:
        directive = DIRECTIVE.match(line.body)
        footnote = FOOTNOTE.match(line.body)
        if directive:
            self._directive(line, directive[1], directive.start(2) if directive[2] else len(line.body))
        elif footnote:
            self.markup.labels.add(footnote[1].lstrip("#").lower())
            self._paragraph(line, skip=footnote.end(), opened=True)
        elif TARGET.match(line.body) or (line.body == ".." and self._blank_follows()):
            self.at += 1  # an empty comment takes nothing in
        else:
            self.at = end_of_block(self.lines, self.at + 1, line.indent)

    def _directive(self, line: Line, name: str, skip: int) -> None:
        end = end_of_block(self.lines, self.at + 1, line.indent)
        if name in LISTS:
            self._list(line, name, skip, end)
        elif is_opaque(name):
            if name in HINTS and re.search(r"\b(?:foot)?cite\b", line.body):
                self._aside(line, HINTS[name].format(f"``{line.body}``"))
            for inner in self.lines[self.at + 1 : end]:
                if CAPTION.match(inner.body):
                    self._inline(inner.start, inner.end)
            self.at = end
        elif skip < len(line.body):
            self._paragraph(line, skip=skip, opened=True)
        else:
            self.at += 1

    def _list(self, line: Line, name: str, skip: int, end: int) -> None:
        """Read ``bibliography`` or ``footbibliography``."""
        rows = [inner.text.strip("\r") for inner in self.lines[self.at + 1 : end]]
        within = min((inner.indent for inner in self.lines[self.at + 1 : end] if not inner.blank), default=0)
        rows = [row.expandtabs(8)[within:] for row in rows]
        argument = line.body[skip:]
        while rows and rows[0].strip() and not rows[0].startswith(":"):
            argument += " " + rows.pop(0).strip()
        options = read_options(rows)
        first, last = self.lines[self.at], self.lines[end - 1]
        start = first.start + len(first.text.rstrip()) - len(line.body)
        indent = " " * (start - first.start) if self.lines[self.at] is not line else line.margin
        content = tuple(row.strip() for row in rows if row.strip())
        self.markup.directives.append(
            Directive(
                start,
                last.start + len(last.text.rstrip()),
                name,
                " ".join(argument.split()),
                options,
                content,
                "rst",
                indent,
            )
        )
        self.at = end

    def _doctest(self, _line: Line) -> None:
        while self.at < len(self.lines) and not self.lines[self.at].blank:
            self.at += 1

    def _grid(self, _line: Line) -> None:
        first = self.at
        while self.at < len(self.lines) and self.lines[self.at].after_markers().body[:1] in {"+", "|"}:
            self.at += 1
        self.markup.tables.append(Table(first, self.at - 1, "grid"))
        columns = {
            at
            for row in self.lines[first : self.at]
            if set(row.body) <= set("+-=|") or row.body.startswith("+")
            for at, char in enumerate(row.text)
            if char == "+"
        }
        for row in self.lines[first : self.at]:
            edges = [at for at in sorted(columns) if at < len(row.text) and row.text[at] in "|+"]
            for left, right in pairwise(edges):
                self._inline(row.start + left + 1, row.start + right)

    def _simple(self, line: Line) -> None:
        first = self.at
        found = 0
        for at in range(first + 1, len(self.lines)):
            if SIMPLE.match(self.lines[at].body) and self.lines[at].indent == line.indent:
                found += 1
                if found == 2 or self._blank_follows(at):  # docutils: isolate_simple_table
                    self.at = at + 1
                    break
        else:
            self.at += 1
            return
        self.markup.tables.append(Table(first, self.at - 1, "simple"))
        for row in self.lines[first : self.at]:
            self._inline(row.start, row.end)

    def _heads(self, line: Line) -> bool:
        """Tell whether a title begins here: a line over one below, or between two."""
        following = [inner.text.rstrip() for inner in self.lines[self.at + 1 : self.at + 3]]
        if RULE.match(line.body):
            return len(following) == 2 and following[1] == line.body and bool(following[0].strip())
        return (
            line.indent == 0
            and bool(following)
            and bool(RULE.match(following[0]))
            and following[0] != "::"
            and (len(following[0]) >= 4 or len(following[0]) >= len(line.body))
        )

    def _title(self, line: Line) -> None:
        over = bool(RULE.match(line.body)) and bool(self.lines[self.at + 2 :])
        at = self.at + 1 if over else self.at
        self.markup.titles.append(Title(at, at + 1, at - 1 if over else None))
        self._inline(self.lines[at].start, self.lines[at].end)
        self.at = at + 2

    def _paragraph(self, line: Line, skip: int = 0, *, opened: bool = False) -> None:
        """Read contiguous lines of text, and the literal block that they announce.

        *skip* characters of the first line aren't text. If the lines are *opened* by other markup, those below it may be
        further in.
        """
        first = self.at
        whole = self.lines[first]
        start = whole.start + len(whole.text.rstrip()) - len(line.body) + skip
        self.at += 1
        while self.at < len(self.lines) and not self._begins(self.lines[self.at], first):
            self.at += 1
        last = self.lines[self.at - 1]
        self._inline(start, last.end)
        if last.text.rstrip().endswith("::"):
            self._literal(self._column(line, first, opened=opened))

    def _begins(self, line: Line, first: int) -> bool:
        """Tell whether *line* doesn't go on with the paragraph that began at line *first*."""
        if line.blank:
            return True
        before = self.lines[self.at - 1]
        if line.after_markers().indent != line.indent:  # an item without a blank line before it
            return line.indent <= before.indent or self.at - 1 == first
        return bool(EXPLICIT.match(line.body)) and (
            line.indent != before.indent or bool(EXPLICIT.match(before.body))
        )

    def _column(self, line: Line, first: int, *, opened: bool) -> int:
        """Return the column of the text of the paragraph that began at line *first* and ended above :attr:`at`."""
        if self.at - 1 > first:
            return self.lines[self.at - 1].after_markers().indent
        if not opened and not re.match(r":[^:]", self.lines[first].body):
            return line.indent
        outer = self.lines[first].indent
        end = end_of_block(self.lines, self.at, outer)
        return min((inner.indent for inner in self.lines[self.at : end] if not inner.blank), default=outer)

    def _literal(self, column: int) -> None:
        """Step over a literal block, indented or quoted."""
        at = self.at
        while at < len(self.lines) and self.lines[at].blank:
            at += 1
        if at == self.at or at == len(self.lines):
            return
        if self.lines[at].indent > column:
            self.at = end_of_block(self.lines, at, column)
        elif self.lines[at].indent == column and RULE.match(self.lines[at].body[:1]):
            mark = self.lines[at].body[0]
            while at < len(self.lines) and self.lines[at].body.startswith(mark):
                at += 1
            self.at = at

    def _inline(self, start: int, end: int) -> None:
        self.markup.roles.extend(rest_roles(self.text, start, end))
        for place, words in glued_roles(self.text, start, end):
            self.markup.asides.append(
                Aside(place, f"{words} is text, as a word is glued to it; put a space or \\ before it")
            )

    def _aside(self, line: Line, text: str) -> None:
        self.markup.asides.append(Aside(line.start, text))

    def _blank_follows(self, at: int | None = None) -> bool:
        following = (self.at if at is None else at) + 1
        return following >= len(self.lines) or self.lines[following].blank


def read_rest(text: str) -> Markup:
    """Return what a source in reStructuredText has of sphinxcontrib-bibtex."""
    markup = Markup()
    Reader(text, lines_of(text), markup).read()
    return markup
