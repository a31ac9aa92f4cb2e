"""Formatted text, a tree of inlines → docutils nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...csl.model import CiteLink, Link, NoteNumber, Span, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docutils.nodes import Node

    from ...csl.model import Inlines

_SPANS: dict[str, type[nodes.TextElement]] = {
    "emphasis": nodes.emphasis,
    "strong": nodes.strong,
    "superscript": nodes.superscript,
    "subscript": nodes.subscript,
}


def to_nodes(
    inlines: Inlines, labels: Mapping[int, str], link: Callable[[str, list[Node]], list[Node]]
) -> list[Node]:
    """Return the nodes for *inlines*. *labels* are those of the notes, by number; *link* links words to an entry, by its key."""
    made: list[Node] = []
    for inline in inlines:
        match inline:
            case Text(text):
                made.append(nodes.Text(text))
            case NoteNumber(number):
                made.append(nodes.Text(labels.get(number, str(number)).strip("[]()")))
            case Span(kind, children):
                element = _SPANS.get(kind, nodes.inline)
                classes = [] if kind in _SPANS else [f"eir-{kind}"]
                made.append(element("", "", *to_nodes(children, labels, link), classes=classes))
            case Link(target, children):
                inner = to_nodes(children, labels, link)
                made.append(nodes.reference("", "", *inner, refuri=target, internal=False))
            case CiteLink(key, children):
                made += link(key, to_nodes(children, labels, link))
    return made
