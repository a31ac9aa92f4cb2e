"""MyST: where its running text is, and where nothing is read as markup (CommonMark 4, 5.2; MyST-Parser, "Roles and directives")."""

from __future__ import annotations

import re

from .directives import LISTS, is_opaque, read_options
from .inline import myst_roles
from .lines import Line, lines_of
from .records import Aside, Directive, Markup
from .rest import Reader

FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,}|:{3,})[ \t]*(.*)$")
NAMED = re.compile(r"\{([^}\s]+)\}[ \t]*(.*)$")
FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]:")
COMMENT = re.compile(r"%|\+\+\+")
IN_FRONT_MATTER = re.compile(r"\{(?:foot)?cite(?::\w+)?\}`")
CODE_INDENT = 4
"""Columns (CommonMark 4.4)."""


class MystReader:
    """One pass over the lines of a source, from above."""

    def __init__(self, text: str, markup: Markup) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.markup = markup
        self.at = 0
        self.open: list[str] = []
        """Fences of the directives around, whose content is text."""
        self.columns: list[int] = []
        """Where the text of the list items around begins."""

    def read(self) -> None:
        """Find all markup in the file."""
        self._front_matter()
        after_blank = True
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.blank:
                self.at += 1
                after_blank = True
                continue
            inner = self._enter_lists(line, after_blank=after_blank)
            within = inner.indent - self._column(inner)
            fence = FENCE.match(inner.body) if within < CODE_INDENT else None
            if fence:
                self._fence(inner, fence[1], fence[2].strip())
            elif after_blank and within >= CODE_INDENT:
                self.at = self._end_of_code(line)
            elif within < CODE_INDENT and COMMENT.match(inner.body):
                self.at += 1
            else:
                self._paragraph(inner)
            after_blank = False

    def _front_matter(self) -> None:
        if not self.lines or self.lines[0].text.rstrip() != "---":
            return
        for line in self.lines[1:]:
            if line.text.rstrip() in {"---", "..."}:
                self.at = line.number + 1
                break
        for line in self.lines[: self.at]:
            if IN_FRONT_MATTER.search(line.text):
                self.markup.asides.append(
                    Aside(line.start, "a citation in the front matter: change it by hand")
                )

    def _enter_lists(self, line: Line, *, after_blank: bool) -> Line:
        """Note which lists *line* is in, and return what stands behind its markers."""
        if after_blank:
            self.columns = [column for column in self.columns if column <= line.indent]
        inner = _after_bullets(line)
        if inner is not line and line.indent - self._column(line) < CODE_INDENT:
            self.columns = [column for column in self.columns if column <= line.indent]
            if ">" not in line.text[: inner.indent]:  # a quotation ends with its signs
                self.columns.append(inner.indent)
            return inner
        return line

    def _column(self, line: Line) -> int:
        return max((column for column in self.columns if column <= line.indent), default=0)

    def _end_of_code(self, line: Line) -> int:
        limit = self._column(line) + CODE_INDENT
        end = self.at
        while end < len(self.lines) and (self.lines[end].blank or self.lines[end].indent >= limit):
            end += 1
        return end

    def _fence(self, line: Line, mark: str, info: str) -> None:
        named = NAMED.match(info)
        if not info and self.open and _closes(mark, self.open[-1]):
            self.open.pop()
            self.at += 1
        elif named is None:
            if mark[0] == ":":
                if info:
                    self.open.append(mark)  # a division
                self.at += 1
            else:
                self.at = self._end_of_fence(mark) + 1
        else:
            self._directive(line, mark, named[1], named[2].strip())

    def _directive(self, line: Line, mark: str, name: str, argument: str) -> None:
        end = self._end_of_fence(mark)
        if name in LISTS:
            self._list(line, mark, name, argument, end)
        elif name == "eval-rst":
            Reader(self.text, self.lines[self.at + 1 : end], self.markup).read()
            self.at = end + 1
        elif is_opaque(name):
            for inner in self.lines[self.at + 1 : end]:
                if re.match(r":?(?:caption|alt|title):[ \t]", inner.body):
                    self._inline(inner.start, inner.end)
            self.at = end + 1
        else:
            self.open.append(mark)
            whole = self.lines[self.at]
            self._inline(whole.end - len(argument) if argument else whole.end, whole.end)
            self.at += 1

    def _list(self, line: Line, mark: str, name: str, argument: str, end: int) -> None:
        first, last = self.lines[self.at], self.lines[min(end, len(self.lines) - 1)]
        rows = [inner.body for inner in self.lines[self.at + 1 : end]]
        if rows and rows[0] == "---" and "---" in rows[1:]:
            close = rows.index("---", 1)
            rows[: close + 1] = [f":{row.partition(':')[0]}:{row.partition(':')[2]}" for row in rows[1:close]]
        while rows and not rows[0]:
            rows.pop(0)
        options = read_options(rows)
        start = first.start + len(first.text.rstrip()) - len(line.body)
        self.markup.directives.append(
            Directive(
                start,
                last.start + len(last.text.rstrip()),
                name,
                argument,
                options,
                tuple(row for row in rows if row),
                "myst",
                " " * line.indent,
                mark,
            )
        )
        self.at = end + 1

    def _end_of_fence(self, mark: str) -> int:
        """Return the number of the line that closes the fence at :attr:`at`; that after the last if none does."""
        for at in range(self.at + 1, len(self.lines)):
            if _closes(self.lines[at].body, mark):
                return at
        return len(self.lines)

    def _paragraph(self, line: Line) -> None:
        footnote = FOOTNOTE.match(line.body)
        if footnote:
            self.markup.labels.add(footnote[1].lower())
        first = self.at
        self.at += 1
        while self.at < len(self.lines) and not self._begins(self.lines[self.at]):
            self.at += 1
        self._inline(self.lines[first].start, self.lines[self.at - 1].end)

    def _begins(self, line: Line) -> bool:
        """Tell whether *line* doesn't go on with the paragraph before it."""
        inner = _after_bullets(line)
        return (
            line.blank or inner is not line or bool(FENCE.match(line.body)) or bool(COMMENT.match(line.body))
        )

    def _inline(self, start: int, end: int) -> None:
        self.markup.roles.extend(myst_roles(self.text, start, end))


def _after_bullets(line: Line) -> Line:
    """Return what stands behind the signs of list items and block quotes."""
    match = re.match(r"[ \t]*((?:[-*+>]|\d{1,9}[.)])(?:[ \t]+|$))+", line.text)
    if match is None or not line.text[match.end() :].strip():
        return line
    return Line(line.number, line.start, " " * match.end() + line.text[match.end() :])


def _closes(text: str, mark: str) -> bool:
    """Tell whether *text* is a fence that closes *mark* (CommonMark 4.5)."""
    return len(text) >= len(mark) and set(text) == {mark[0]}


def read_myst(text: str) -> Markup:
    """Return what a source in MyST has of sphinxcontrib-bibtex."""
    markup = Markup()
    MystReader(text, markup).read()
    return markup
