"""The words that a doctree says, and those that pandoc's tree says: what the one has, the other must have."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .elements import Element

UNSAID = (
    addnodes.index,
    addnodes.highlightlang,
    addnodes.tabular_col_spec,
    nodes.comment,
    nodes.docinfo,
    nodes.meta,
    nodes.pending,
    nodes.raw,
    nodes.substitution_definition,
)
"""Nodes whose text no builder prints, or only one of a certain format."""


def words_of_document(document: nodes.Element) -> Counter[str]:
    """Return how often *document* says each word. Labels of notes don't count: each format has numbers of its own."""
    return _counted(_texts_of(document))


def words_of_tree(blocks: list[Element]) -> Counter[str]:
    """Return how often *blocks* say each word."""
    notes: list[Any] = []
    counted = _counted(_said(blocks, notes))
    while notes:
        counted += _counted(_said(notes.pop(), notes))
    return counted


def _counted(texts: Iterator[str]) -> Counter[str]:
    return Counter(re.findall(r"\w+", "".join(texts)))


def _texts_of(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, UNSAID) or (
        isinstance(node, nodes.label) and isinstance(node.parent, nodes.footnote)
    ):
        return
    if isinstance(node, nodes.footnote_reference):
        return
    if isinstance(node, addnodes.desc_signature):
        yield f"{node.astext()}\n"  # with the brackets that builders print
        return
    if isinstance(node, nodes.Text):
        yield node.astext()
        return
    for child in node.children:
        yield from _texts_of(child)
    if isinstance(node, nodes.image) or not isinstance(node, nodes.Inline):
        yield "\n"


_CONTENT: dict[str, Callable[[Any], Any]] = {
    "Str": lambda words: [words],
    "Code": lambda content: [content[-1]],
    "CodeBlock": lambda content: [content[-1], "\n"],
    "Math": lambda content: [content[-1]],
    "Space": lambda _: [" "],
    "SoftBreak": lambda _: [" "],
    "LineBreak": lambda _: [" "],
    "Para": lambda inlines: [*inlines, "\n"],
    "Plain": lambda inlines: [*inlines, "\n"],
    "Header": lambda content: [*content[2], "\n"],
    "Link": lambda content: content[1],
    "Span": lambda content: content[1],
    "Div": lambda content: content[1],
    "Figure": lambda content: [*content[1][1], *content[2]],
    "OrderedList": lambda content: [each for item in content[1] for each in item],
    "BulletList": lambda items: [each for item in items for each in item],
    "LineBlock": lambda lines: [each for line in lines for each in (*line, "\n")],
    "DefinitionList": lambda items: [
        each
        for terms, definitions in items
        for each in (*terms, "\n", *(block for blocks in definitions for block in blocks))
    ],
    "Table": lambda content: [*content[1][1], *_cells(content)],
    "Image": lambda _: [],
    "RawInline": lambda _: [],
    "RawBlock": lambda _: [],
}
"""Constructor → what its elements say: texts, and elements in them. Of any other, what they hold."""


def _cells(table: Any) -> Iterator[Element]:
    """Yield the blocks in the cells of *table*."""
    head, bodies, foot = table[3:]
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
    for _, cells in rows:
        for cell in cells:
            yield from cell[4]


def _said(parts: list[Any], notes: list[Any]) -> Iterator[str]:
    """Yield what *parts* say. A note, which may stand within a word, is left for later."""
    for part in parts:
        if isinstance(part, str):
            yield part
        elif part["t"] == "Note":
            notes.append(part["c"])
        else:
            yield from _said(_CONTENT.get(part["t"], list)(part.get("c", [])), notes)
