"""Paragraphs → pandoc's document tree (pandoc-types, ``Text.Pandoc.Definition``): headings, lists, quotes, tables."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from ..pandoc.nodes import NO_ATTRIBUTES
from .grid import Rows
from .lines import Line, NoteMark, Picture, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..pandoc.nodes import Node
    from .lines import Flow, Looks

_INDENTED = 400
"""Twentieths of a point by which a quotation is set in, at least."""
_HEADING = re.compile(
    r"""(?: heading | überschrift | titre | título | titolo | заголовок | kop )
        \s* ([1-9])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUOTE = re.compile(
    r"""(?: (?:intense\ | block\ )? quot\w* )
        | block\ ?text
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Names of styles, as word processors have them in their languages."""
_NUMBER = re.compile(r"[(\[]?(?:(\d+)|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)\]:]*")


class TreeMaker:
    """Makes pandoc's blocks of paragraphs and tables."""

    def __init__(self, styles: dict[int, str], flow: Iterable[Flow]) -> None:
        self.styles = styles
        indents = Counter(line.indent for line in flow if isinstance(line, Line) and not line.numbering)
        self.margin = indents.most_common(1)[0][0] if indents else 0
        self.notes = 0

    def blocks(self, flow: Iterable[Flow]) -> list[Node]:
        """Return the blocks of a flow: neighbours that are items of lists, or quotations, stand together."""
        found: list[Node] = []
        items: list[Line] = []
        quoted: list[Node] = []

        def close() -> None:
            if items:
                found.extend(self._lists(items))
                items.clear()
            if quoted:
                found.append({"t": "BlockQuote", "c": quoted.copy()})
                quoted.clear()

        for one in flow:
            if isinstance(one, Rows):
                close()
                found.append(one.tree(self.blocks))
                continue
            part = _with_label(one)
            level = self._level(part)
            is_item = level is None and self._is_item(part, items)
            is_quote = level is None and not is_item and self._is_quote(part)
            if (items and not is_item) or (quoted and not is_quote):
                close()
            if is_item:
                items.append(part)
            elif is_quote:
                quoted.append({"t": "Para", "c": self.inlines(part)})
            elif level is not None:
                found.append({"t": "Header", "c": [level, NO_ATTRIBUTES, self.inlines(part, plain=True)]})
            else:
                found.append({"t": "Para", "c": self.inlines(part)})
        close()
        return found

    def style(self, line: Line) -> str:
        """Return the name of a paragraph's style."""
        return self.styles.get(line.style, "")

    def _level(self, line: Line) -> int | None:
        """Return the level of a heading, from 1; None for any other paragraph."""
        if not line.text.strip():
            return None
        if match := _HEADING.match(self.style(line)):
            return int(match[1])
        return line.level + 1 if line.level is not None and 0 <= line.level < _BODY else None

    def _is_item(self, line: Line, items: list[Line]) -> bool:
        """Say if a paragraph is an item of a list, or goes on with the last of *items*."""
        if line.label or (line.numbering and line.parts):
            return True
        return (
            bool(items) and line.indent > self.margin and line.indent >= items[-1].indent and line.first >= 0
        )

    def _is_quote(self, line: Line) -> bool:
        """Say if a paragraph is a quotation: by its style, or because it is set in."""
        if not line.text.strip() or any(isinstance(part, Picture) for part in line.parts):
            return False
        return bool(_QUOTE.fullmatch(self.style(line))) or (
            line.indent - self.margin >= _INDENTED and line.first >= 0
        )

    def _lists(self, items: list[Line]) -> list[Node]:
        """Return *items* as lists, one in another by their depths."""
        found: list[Node] = []
        at = 0
        while at < len(items):
            first = items[at]
            content: list[list[Node]] = []
            kind, start = _kind_of(first)
            while at < len(items):
                line = items[at]
                goes_on = not (line.label or line.numbering)
                if goes_on and content:
                    content[-1].append({"t": "Para", "c": self.inlines(line)})
                    at += 1
                elif _deeper(line, first) > 0 and content:
                    end = next((n for n in range(at, len(items)) if _shallower(items[n], first)), len(items))
                    content[-1].extend(self._lists(items[at:end]))
                    at = end
                elif not content or (not _deeper(line, first) and _goes_on(items, at, kind, first)):
                    content.append([{"t": "Para", "c": self.inlines(line)}])
                    at += 1
                else:
                    break
            if kind == "BulletList":
                found.append({"t": kind, "c": content})
            else:
                found.append(
                    {"t": kind, "c": [[start, {"t": "DefaultStyle"}, {"t": "DefaultDelim"}], content]}
                )
        return found

    def inlines(self, line: Line, *, plain: bool = False) -> list[Node]:
        """Return what stands in a paragraph. In a *plain* one, all of which is bold, nothing is."""
        return list(self._inlines(line, plain=plain))

    def _inlines(self, line: Line, *, plain: bool) -> Iterator[Node]:
        for part in line.parts:
            if isinstance(part, Picture):
                yield {"t": "Image", "c": [NO_ATTRIBUTES, [], [part.name, ""]]}
            elif isinstance(part, NoteMark):
                self.notes += 1
                blocks = self.blocks(part.lines)
                if part.own:
                    yield {"id": f"own-{self.notes}", "label": part.own, "marker": part.own, "c": blocks}
                else:
                    yield {"t": "Note", "c": blocks}
            else:
                yield from _styled(part, plain=plain)


_TYPED = re.compile(r"((?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[•◦▪·–-])\t", re.IGNORECASE)
"""A number or sign that is typed before an item, which hangs from it."""


def _with_label(line: Line) -> Line:
    """Return a paragraph that hangs from a typed number or sign as an item of a list. A number that is a link stays in the text."""
    first = line.parts[0] if line.parts else None
    if line.label or line.first >= 0 or not isinstance(first, Run) or first.looks.link:
        return line
    if not (match := _TYPED.match(first.text)):
        return line
    rest = replace(first, text=first.text[match.end() :])
    return replace(line, label=match[1], parts=[rest, *line.parts[1:]])


_BODY = 9
"""``\\outlinelevel`` of what is no heading."""


_STEP = 100
"""Twentieths of a point by which an item is set in at least, to stand in another of another list."""


def _deeper(line: Line, first: Line) -> int:
    """Return how much deeper an item stands than the *first* of a list: by its level or, in a list of its own, by its indent."""
    if line.numbering == first.numbering or not (line.indent and first.indent):
        return line.depth - first.depth
    further = line.indent - first.indent
    return further if abs(further) >= _STEP else 0


def _shallower(line: Line, first: Line) -> bool:
    """Say if an item belongs to a list with the *first* item, or above it."""
    return bool(line.label or line.numbering) and _deeper(line, first) <= 0


def _kind_of(line: Line) -> tuple[str, int]:
    """Return what list an item begins, and its number."""
    match = _NUMBER.fullmatch(line.label)
    if not match:
        return ("OrderedList" if re.search(r"[^\W_]", line.label) else "BulletList"), 1
    return "OrderedList", int(match[1]) if match[1] else 1


def _goes_on(items: list[Line], at: int, kind: str, first: Line) -> bool:
    """Say if the item at a place is one of the list that *first* begins."""
    line = items[at]
    return _kind_of(line)[0] == kind and (line.numbering == first.numbering or kind == "BulletList")


def _styled(run: Run, *, plain: bool) -> list[Node]:
    """Return letters, set as they look."""
    nodes: list[Node] = []
    for piece in re.split(r"([\n\t])", run.text):
        if piece in ("\n", "\t"):
            nodes.append({"t": "LineBreak" if piece == "\n" else "Space"})
        elif piece:
            nodes.append({"t": "Str", "c": piece})
    if not run.text.strip():
        return nodes
    for name in _names(run.looks, plain=plain):
        nodes = [{"t": name, "c": nodes}]
    return [{"t": "Link", "c": [NO_ATTRIBUTES, nodes, [run.looks.link, ""]]}] if run.looks.link else nodes


def _names(looks: Looks, *, plain: bool) -> Iterator[str]:
    """Yield pandoc's names for how letters look, the outermost last."""
    if looks.italic:
        yield "Emph"
    elif looks.underlined and not looks.link:
        yield "Underline"
    elif looks.bold and not plain:
        yield "Strong"
    if looks.raised:
        yield "Superscript"
    elif looks.lowered:
        yield "Subscript"
