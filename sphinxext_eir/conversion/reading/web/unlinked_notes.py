"""Notes without links: items of numbered lists, paragraphs that begin with a raised number, and notes within the sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...wording import folded
from . import naming
from .markers import MARKER, marker_node

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .markers import PageNotes
    from .tree import Node

_RAISED = re.compile(r"[\[(]?(\d{1,3})[\])]?")


def add_numbered(nodes: Iterable[Node], found: PageNotes) -> None:
    """Add the items of numbered lists that are called notes, or stand beside the text, to which raised numbers refer."""
    raised: dict[str, Node] = {}
    for node in nodes:
        if node.tag == "sup" and node not in found.references and (match := _RAISED.fullmatch(node.said())):
            inside = (
                above in found.by_block or above in found.references or above.tag == "a"
                for above in node.above()
            )
            if not any(inside):
                raised.setdefault(match[1], node)
    if not raised:
        return
    _add_marked(nodes, raised, found)
    for node in nodes:
        if node.tag != "ol" or not any(
            above.tag == "aside" or naming.is_notes_name(above.names) for above in (node, *node.above())
        ):
            continue
        start = int(node.get("start")) if node.get("start").isdecimal() else 1
        for count, item in enumerate((child for child in node.children if child.tag == "li"), start):
            marker = raised.get(str(count))
            if marker is not None and item not in found.by_block and marker.order < item.order:
                found.references[marker] = found.add(item, marker.said())


def _add_marked(nodes: Iterable[Node], raised: dict[str, Node], found: PageNotes) -> None:
    """Add paragraphs that begin with the numbers that are raised in the text, from 1 on and in order."""
    marked: list[tuple[str, Node]] = []
    for node in nodes:
        if node.tag != "p":
            continue
        first = next((child for child in node.children if child.tag or child.text.strip()), None)
        while (
            first is not None
            and first.tag in ("b", "strong")
            and first.children
            and first.children[0].tag == "sup"
        ):
            first = first.children[0]
        if first is None or first.tag not in ("sup", "strong", "b", "span"):
            continue
        match = _RAISED.fullmatch(first.said())
        if match and match[1] == str(len(marked) + 1) and raised.get(match[1]) not in (None, first):
            marked.append((match[1], node))
    if marked and all(raised[number].order < marked[0][1].order for number, _ in marked):
        for number, node in marked:
            if node not in found.by_block:
                found.references[raised[number]] = found.add(node, raised[number].said())


def _is_toggled(node: Node) -> bool:
    """Say if *node* is shown by a checkbox before it, as in Tufte's style."""
    before = node.parent.children[: node.parent.children.index(node)] if node.parent else []
    last = next((one for one in reversed(before) if one.tag or one.text.strip()), None)
    return (
        last is not None
        and last.tag == "input"
        and last.get("type") == "checkbox"
        and any(one.tag == "label" for one in before)
    )


def add_inline(nodes: Iterable[Node], found: PageNotes) -> None:
    """Add notes that stand in the sentence; drop those that only repeat a note."""
    known = {re.sub(r"\W+", "", folded(d.block.said())) for d in found.definitions}
    for node in nodes:
        names = node.names
        toggled = node.tag in ("span", "small", "aside") and _is_toggled(node)
        if not (toggled or (names and naming.is_inline_note_name(names))) or any(
            above in found.by_block for above in node.above()
        ):
            continue
        if node in found.by_block or any(above in found.skipped for above in node.above()):
            continue
        inner = next(
            (
                one
                for one in node.walk()
                if one is not node and one.names and naming.is_inline_note_name(one.names)
            ),
            None,
        )
        if inner is not None and MARKER.fullmatch(node.said()):
            found.references[node] = found.add(inner, node.said())
            continue
        words = re.sub(r"\W+", "", folded(_without_marker(node.said())))
        if not words:
            continue
        if any(words[:80] in said for said in known):
            found.skipped.add(node)
            continue
        marker = _marker_before(node)
        note = found.add(node, marker.said() if marker is not None else "")
        note.inline = True
        if marker is None or marker in found.references:
            found.references.setdefault(node, note)
        else:
            found.references[marker_node(marker)] = note


def _without_marker(text: str) -> str:
    """Return the words of a note without a number at their head."""
    return re.sub(r"^[\[(]?\d{1,3}[\]).:]*\s+", "", text)


def _marker_before(node: Node) -> Node | None:
    """Return the element right before *node* that is a marker."""
    before = node.parent.children[: node.parent.children.index(node)] if node.parent else []
    for sibling in reversed(before):
        if not sibling.tag:
            if sibling.text.strip():
                return None
        elif sibling.tag == "input":
            continue
        else:
            return sibling if MARKER.fullmatch(sibling.said()) else None
    return None
