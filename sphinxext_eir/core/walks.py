"""Walks through a tree of nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from docutils import nodes

if TYPE_CHECKING:
    from docutils.nodes import Node

N = TypeVar("N", bound="Node")


def find_all(root: Node, kind: type[N] | tuple[type[N], ...]) -> list[N]:
    """Return the nodes of a *kind* from *root* on, in the order of the document.

    Some dozens of steps look through each document, most of them for what isn't there: this takes half the time of docutils' ``findall``.
    """
    return _found(root, kind, but_not_in=())


def find_blocks(root: Node, kind: type[N] | tuple[type[N], ...]) -> list[N]:
    """Return the same of a *kind* that stands in no paragraph: paragraphs aren't looked into, and most nodes stand there."""
    return _found(root, kind, but_not_in=nodes.TextElement)


def _found(root: Node, kind: type[N] | tuple[type[N], ...], *, but_not_in: type[Node] | tuple[()]) -> list[N]:
    found: list[Node] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, kind):
            found.append(node)
        if node.children and not isinstance(node, but_not_in):
            waiting += node.children[::-1]
    return cast("list[N]", found)
