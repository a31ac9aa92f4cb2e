"""Links and ids that lead somewhere, and no others.

Typst stops at a link to a place that isn't there; and each id that nothing leads to would be a bookmark in Word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .elements import Element

WITH_ATTRIBUTES = {"Span": 0, "Div": 0, "Figure": 0, "Table": 0, "CodeBlock": 0, "Header": 1}
"""Elements that may have an id, and where their attributes stand."""

INVISIBLE = {"Span", "Div"}
"""Of these, the ones that are there for their attributes alone."""


def tidied(blocks: list[Element]) -> list[Element]:
    """Return *blocks* with the words alone of links that lead nowhere, and without ids that no link needs."""
    return list(_Tidying(blocks).list(blocks))


class _Tidying:
    def __init__(self, blocks: list[Element]) -> None:
        given = {attributes[0] for _, attributes in _identified(blocks)}
        self.wanted = {
            target for link in _elements(blocks, "Link") if (target := link["c"][2][0][1:]) in given
        }
        self.seen: set[str] = set()

    def list(self, parts: list[Any]) -> Iterator[Any]:
        """Yield *parts* tidied. In the place of an element that has gone stands its content."""
        for part in parts:
            if isinstance(part, dict) and "t" in part:
                yield from self.element(part)
            else:
                yield list(self.list(part)) if isinstance(part, list) else part

    def element(self, part: Element) -> Iterator[Element]:
        kind: str = part["t"]
        content: Any = part.get("c")
        if kind == "Link" and not self.leads(content[2][0]):
            yield from self.list(content[1])
            return
        if kind in WITH_ATTRIBUTES:
            position = WITH_ATTRIBUTES[kind]
            identifier, classes, pairs = content[position]
            if "eir-entry" not in classes:  # a work has its id in JATS, cited or not
                identifier = self.kept(identifier, kind)
            if kind == "Span" and not (identifier or classes or pairs):
                yield from self.list(content[1])
                return
            content = [*content]
            content[position] = [identifier, classes, pairs]
        yield {**part, "c": list(self.list(content))} if isinstance(content, list) else part

    def leads(self, target: str) -> bool:
        return bool(target) and (not target.startswith("#") or target[1:] in self.wanted)

    def kept(self, identifier: str, kind: str) -> str:
        """Return *identifier* at its first place, if something leads there or readers may want it."""
        if not identifier or identifier in self.seen:
            return ""
        if kind in INVISIBLE and identifier not in self.wanted:
            return ""
        self.seen.add(identifier)
        return identifier


def _identified(parts: Any) -> Iterator[tuple[Element, list[Any]]]:
    for part in _elements(parts, *WITH_ATTRIBUTES):
        attributes = part["c"][WITH_ATTRIBUTES[part["t"]]]
        if attributes[0]:
            yield part, attributes


def _elements(parts: Any, *kinds: str) -> Iterator[Element]:
    """Yield the elements of *kinds* anywhere in *parts*."""
    stack = [parts]
    while stack:
        here = stack.pop()
        if isinstance(here, list):
            stack.extend(here)
        elif isinstance(here, dict):
            if here.get("t") in kinds:
                yield here
            stack.extend(here.values())
