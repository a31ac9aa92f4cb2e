"""The notes of a page, in the forms that the web has: which elements refer, and which are notes.

A reference is a link whose text is a marker, to a place further down. A note is the block at that place. Word writes ``#_ftn1`` and
``#_ednref1``, WordPress a list of class ``wp-block-footnotes``, pandoc and GitHub ``section.footnotes``, kramdown ``fn:1``, Substack
``div.footnote``: the pair of links is the same, and names only confirm it. Notes that stand within the sentence, as plugins and
Tufte's style have them, are found by their class.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....text.vocabularies import folded_words, patterns
from ... import rules
from ...labels import number_of
from ...wording import section_name
from . import naming
from .linked_notes import block_of, by_fragment, cut_blocks, is_note, links_of, target_of
from .markers import PageNotes, is_bare, label_of, marker_node
from .tree import number
from .unlinked_notes import add_inline, add_numbered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .markers import Definition, PageLink
    from .tree import Node

_BACK = "|".join(patterns("back_patterns")).replace(" ", r"\ ")
_ARROWS = re.compile(
    rf"""[\s\[\]()]*
        (?: [↩↑⤴⏎↲⇧^⬆▲←\ufe0e\ufe0f]                                # arrows, and how they are shown
          | {_BACK}
        )*
        [\s\[\]()]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NOTE_SECTIONS = frozenset(
    (
        *rules.NOTES,
        *rules.BIBLIOGRAPHIES,
        *folded_words("over_notes"),
    )
)


def find_notes(page: Node) -> PageNotes:
    """Find the notes of a *page*. Blocks with several notes are cut into one for each."""
    nodes = [node for node in page.walk() if node.tag]
    places: dict[str, Node] = {}
    for node in nodes:
        if name := node.attributes.get("id"):
            places.setdefault(name, node)
        if node.tag == "a" and (name := node.get("name")):
            places.setdefault(name, node)
    links = list(links_of(nodes, places))
    found = PageNotes()
    pairs = [(link, target) for link in links if (target := target_of(link, links, places)) is not None]
    if cut_blocks(pairs):
        nodes = [node for node in number(page) if node.tag]
    leading = by_fragment(links)
    for link, target in pairs:
        block = block_of(target)
        if block is None or block.holds(link.node):
            continue
        if is_note(link, target, block, leading):
            found.references[marker_node(link.node)] = found.add(block, link.said)
    add_numbered(nodes, found)
    add_inline(nodes, found)
    found.links = links
    return found


def settle_notes(found: PageNotes) -> None:
    """Give the notes of a page their labels, and find what belongs to each."""
    _number(found)
    _find_ways_back(found, found.links)
    _find_rest(found)
    found.heading = _heading_over(found)


# Labels, ways back and what belongs to a note


def _number(found: PageNotes) -> None:
    """Give each note its label: as it is typed, or else its number in the order of the notes."""
    found.definitions.sort(key=lambda definition: definition.block.order)
    labels = [label_of(definition.typed) for definition in found.definitions]
    if len(set(labels)) == len(labels) and all(label.isdecimal() for label in labels):
        style = "arabic"
    elif len(set(labels)) == len(labels) and all(
        label.isalpha() and number_of(label) == n for n, label in enumerate(labels, 1)
    ):
        style = "lower-roman"
    else:
        found.renumbered = any(labels)
        found.definitions.sort(key=_by_first_reference(found))
        labels = [str(n) for n in range(1, len(labels) + 1)]
        style = "arabic"
    found.style = style
    for definition, label in zip(found.definitions, labels, strict=True):
        definition.label = label.lstrip("0") or "0"


def _by_first_reference(found: PageNotes) -> Callable[[Definition], tuple[int, int]]:
    """Return a key that sorts notes by their first references in the text; those that only notes refer to come last."""
    first: dict[int, int] = {}
    for node, definition in found.references.items():
        if not any(above in found.by_block for above in node.above()):
            first[id(definition)] = min(first.get(id(definition), node.order), node.order)

    def key(definition: Definition) -> tuple[int, int]:
        at = first.get(id(definition))
        return (0, at) if at is not None else (1, definition.block.order)

    return key


def _find_ways_back(found: PageNotes, links: Iterable[PageLink]) -> None:
    """Find what in notes leads back, or repeats the marker at their head."""
    for definition in found.definitions:
        for node in definition.block.walk():
            if node.tag and node is not definition.block and naming.BACK.search(node.names):
                found.skipped.add(node)
    for link in links:
        if link.node.get("role") == "doc-backlink" and _ARROWS.fullmatch(link.said):
            found.skipped.add(link.node)
        inside = next((above for above in link.node.above() if above in found.by_block), None)
        if inside is not None and link.node not in found.references and link.node.order >= inside.order:
            said = link.said
            if _ARROWS.fullmatch(said) or label_of(said) or re.fullmatch(r"\W*\d{1,3}\W*", said):
                found.skipped.add(marker_node(link.node))
    for definition in found.definitions:
        for node in definition.block.walk():
            if node.tag == "a" and node.children and _ARROWS.fullmatch(node.said()):
                found.skipped.add(node)
        _skip_marker(definition, found)


def _skip_marker(definition: Definition, found: PageNotes) -> None:
    """Skip the element at the head of a note that is its marker."""
    wanted = label_of(definition.typed)
    for node in definition.block.walk():
        if node is definition.block or node in found.skipped or any(a in found.skipped for a in node.above()):
            continue
        if not node.tag:
            if node.text.strip():
                return
        elif (
            node.tag in ("sup", "span", "b", "strong", "a", "label", "th", "td", "small", "div", "em")
            and wanted
            and label_of(re.sub(r"^[↑^\s]+", "", node.said())) == wanted
        ):
            found.skipped.add(node)
            return


def _find_rest(found: PageNotes) -> None:
    """Add to each note the blocks between it and the next, and to the last those in the same list of notes."""
    for definition in found.definitions:
        above = definition.block.parent
        if (
            definition.inline
            or above is None
            or definition.block.tag not in ("p", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "div")
        ):
            continue
        after = above.children[above.children.index(definition.block) + 1 :]
        rest: list[Node] = []
        closed = False
        for sibling in after:
            if not sibling.tag or sibling.hidden:
                continue
            if sibling in found.by_block:
                closed = True
                break
            if sibling.tag in (
                "hr",
                "h1",
                "h2",
                "h3",
                "h4",
                "h5",
                "h6",
                "section",
                "nav",
                "footer",
                "article",
            ) or any(inner in found.by_block or inner in found.references for inner in sibling.walk()):
                closed = any(inner in found.by_block for inner in sibling.walk()) and not rest
                break
            rest.append(sibling)
        is_bare = _is_bare_note(definition)
        if (closed or is_bare or naming.is_notes_name(above.names)) and len(rest) <= (6 if closed else 12):
            definition.more = rest if not is_bare or closed else rest[:1]


def _is_bare_note(definition: Definition) -> bool:
    """Say if the block of a note has its marker alone."""
    return not re.sub(r"[\W\d]+", "", definition.block.said()) or is_bare(definition.block)


def _heading_over(found: PageNotes) -> Node | None:
    """Return the heading over the notes, if there is one."""
    listed = [definition for definition in found.definitions if not definition.inline]
    if not listed:
        return None
    node: Node | None = listed[0].block
    for _ in range(4):
        if node is None or node.parent is None:
            return None
        before = node.parent.children[: node.parent.children.index(node)]
        for sibling in reversed(before):
            if not sibling.tag or sibling.tag in ("hr", "br") or not sibling.said():
                if not sibling.tag and sibling.text.strip():
                    return None
                continue
            said = section_name(sibling.said())
            return (
                sibling
                if said in _NOTE_SECTIONS or re.fullmatch(r"[_\W]*(?:foot|end)?\s?notes?[_\W]*", said)
                else None
            )
        node = node.parent
    return None
