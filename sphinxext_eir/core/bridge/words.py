"""The words that a doctree says, and those that pandoc's tree says: what the one has, the other must have."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    if isinstance(node, UNSAID) or (isinstance(node, nodes.label) and isinstance(node.parent, nodes.footnote)):
        return
    if isinstance(node, nodes.footnote_reference):
        return
    if isinstance(node, nodes.Text):
        yield node.astext()
        return
    for child in node.children:
        yield from _texts_of(child)
    if not isinstance(node, nodes.Inline) or isinstance(node, nodes.image):
        yield "\n"


SEPARATORS = {"Space", "SoftBreak", "LineBreak"}


def _said(part: Any, notes: list[Any]) -> Iterator[str]:
    """Yield what *part* says. A note, which may stand within a word, is left for later."""
    if isinstance(part, list):
        for each in part:
            yield from _said(each, notes)
    elif isinstance(part, dict):
        kind = part.get("t")
        if kind in SEPARATORS:
            yield " "
        elif kind == "Str":
            yield part["c"]
        elif kind in {"Code", "CodeBlock", "Math"}:
            yield part["c"][-1]
        elif kind == "Note":
            notes.append(part["c"])
        elif kind == "Link":
            yield from _said(part["c"][1], notes)
        elif kind not in {"Image", "RawInline", "RawBlock"}:
            yield from _said(part.get("c"), notes)
        if kind in {"Para", "Plain", "Header", "CodeBlock"}:
            yield "\n"
