"""The words of a citation and the sentence around them: stops, spaces, notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from ...csl.model import Text, plain_text

if TYPE_CHECKING:
    from docutils.nodes import Node

    from ...core.nodes import citation_reference, eir_typed_citation
    from ...csl.model import Inlines
    from .results import KeyedText


def in_one(said: KeyedText) -> Inlines:
    """Join the in-text and the note part of a citation that itself stands in a footnote."""
    name, rest = plain_text(said.text), plain_text(said.note)
    if not name or not rest:
        return said.text or said.note
    if rest.startswith(name):
        return said.note
    return (*said.text, Text(" " if rest.startswith("(") else ", "), *said.note)


STOP = re.compile(r"\.(?P<marks>(?:’?[”“])?)$")
"""A full stop at the end, or before the quotation mark at the end."""


def without_stop(words: list[Node], before: citation_reference) -> list[Node]:
    """Return *words*, which stand in place of *before*, without their full stop if the author's text goes on after them.

    A stop of the author's own follows them, or they stand within an author's note.
    """
    position = before.parent.index(before) + 1
    after = before.parent[position].astext() if position < len(before.parent) else ""
    goes_on = after[:1] in {".", ",", ";", ":", ")"} or (before["part"] == "note" and after.strip())
    if not words or not goes_on:
        return words
    last = words[-1]
    while last.children:
        last = last.children[-1]
    if not isinstance(last, nodes.Text) or not (stop := STOP.search(last)):
        return words
    without = nodes.Text(last[: stop.start()] + stop["marks"])
    if last is words[-1]:
        return [*words[:-1], without]
    if stop["marks"]:  # within a link; otherwise the stop there is an abbreviation's
        last.parent.replace(last, without)
    return words


def begins_raised(node: Node) -> bool:
    """Say if *node* is a raised number, or a link around one."""
    while not isinstance(node, (nodes.Text, nodes.superscript)) and node.children:
        node = node.children[0]
    return isinstance(node, nodes.superscript)


def cut(node: eir_typed_citation, start: int) -> tuple[list[Node], list[Node]]:
    """Return the children of *node* before *start*, a place in its first text, and those after it."""
    children = list(node.children)
    if not start:
        return [], children
    first = str(children[0])
    return [nodes.Text(first[:start])], [nodes.Text(first[start:]), *children[1:]]
