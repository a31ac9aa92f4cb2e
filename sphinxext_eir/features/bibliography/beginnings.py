"""Beginnings of sentences: there a narrative citation has a capital."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from ...text.patterns import compile_later
from ...text.sentences import SENTENCE_END

if TYPE_CHECKING:
    from docutils.nodes import Element, Node

_OPENING = compile_later(r"[\s(\[“‘«„¿¡\"']*$")
_ENDS = compile_later(rf"(?:{SENTENCE_END.pattern})\s*$", re.VERBOSE)
_ABBREVIATION = compile_later(
    r"\b(?:e\.g|i\.e|cf|esp|viz|ca?|eds?|trans|vol|chs?|pp?|fig|resp|incl|approx|vgl|bzw|z\.\ ?B|u\.\ ?a)\.\s*$",
    re.IGNORECASE | re.VERBOSE,
)


def begins_sentence(reference: Node) -> bool:
    """Say if nothing but the ends of other sentences stands before *reference* in its block."""
    before = _OPENING.sub("", text_before(reference))
    return not before or bool(_ENDS.search(f"{before} ") and not _ABBREVIATION.search(before))


def text_before(node: Node) -> str:
    """Return the text before *node* in its block, without references to notes."""
    parts: list[str] = []
    inner: Node = node
    parent: Element | None = node.parent
    while parent is not None and isinstance(parent, nodes.TextElement):
        siblings = parent.children[: parent.index(inner)]
        parts[:0] = ["" if isinstance(one, nodes.footnote_reference) else one.astext() for one in siblings]
        if not isinstance(parent, nodes.Inline):
            break
        inner, parent = parent, parent.parent
    return "".join(parts)
