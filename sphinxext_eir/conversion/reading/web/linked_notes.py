"""Notes to which links lead: what refers, the places that it leads to, and the blocks that they stand in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import naming
from .markers import MARKER, PageLink, is_bare, label_of
from .tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_CONVENTION = re.compile(
    r"""  _?(?:ftn|edn|ftnref|ednref|sdfootnote|sdendnote)\d              # Word, LibreOffice
        | (?:^|[-_:.])                                               # pandoc, kramdown, Wikipedia, plugins
          (?: fn | foot-?note | end-?note | cite_?note | rearnote | note
            | easy-footnote-bottom | footnote_plugin_reference )
          s?[-_:.]?\d
        | ^(?:fn|foot|ftnt|cite_note|note|ref|en|r|bib|b)[-_:.]?\d     # Google, journals
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Names of places that programs give to notes."""
_EXPLICIT = re.compile(
    r"noteref | footnote-?ref | footnote-anchor | footnote-link | \bfn\b | footnote_referrer",
    re.VERBOSE,
)
"""Names of references."""
_WORD = re.compile(r"_?(ftn|edn)(\d+)$")
_SMALLEST_BLOCKS = frozenset(
    (
        "li",
        "p",
        "div",
        "dd",
        "dt",
        "aside",
        "tr",
        "section",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "figure",
    )
)


def links_of(nodes: Iterable[Node], places: dict[str, Node]) -> Iterator[PageLink]:
    """Yield what refers to places on the page: links, labels, and the marks of plugins."""
    for node in nodes:
        if not node.attributes:
            continue
        fragment = ""
        if node.tag == "a":
            _, sharp, fragment = node.get("href").partition("#")
            if not sharp or not (fragment in places or _CONVENTION.search(fragment)):
                fragment = ""
        elif node.tag == "label":
            fragment = node.get("for") if "foot" in node.names else ""
        elif definition := node.attributes.get("data-definition"):
            fragment = definition
        elif "footnote_plugin_tooltip_text" in node.attributes.get("class", ""):
            fragment = node.get("id").replace("tooltip", "reference")
        if fragment:
            yield PageLink(node, fragment, node.said())


def target_of(link: PageLink, links: list[PageLink], places: dict[str, Node]) -> Node | None:
    """Return the place further down that *link* leads to, if its text is a marker."""
    explicit = _EXPLICIT.search(link.node.names) or link.node.get("role") == "doc-noteref"
    if not (MARKER.fullmatch(link.said) or (explicit and len(link.said) <= 12 and link.said)):
        return None
    target = places.get(link.fragment)
    if target is not None and target.tag == "input":  # a checkbox that shows a sidenote
        target = None
    if word := _WORD.search(link.fragment):
        back = f"{word[1]}ref{word[2]}"
        if target is None:
            target = next((other.node for other in links if other.fragment.endswith(back)), None)
    return target if target is not None and target.order > link.node.order else None


def block_of(target: Node) -> Node | None:
    """Return the block that the place *target* stands in, or is."""
    for node in (target, *target.above()):
        if node.tag in ("html", "body", "main", "article"):
            return None
        if node.tag in _SMALLEST_BLOCKS:
            if node.tag in ("dt", "h1", "h2", "h3", "h4", "h5", "h6") and not MARKER.fullmatch(node.said()):
                return node if node.tag != "dt" else None
            if not is_bare(node) or _next_block(node) is not None:
                return node
    return None


def _next_block(node: Node) -> Node | None:
    """Return the element after *node*."""
    above = node.parent
    after = above.children[above.children.index(node) + 1 :] if above else []
    return next((sibling for sibling in after if sibling.tag), None)


def by_fragment(links: Iterable[PageLink]) -> dict[str, list[Node]]:
    """Return the elements of *links* by the place that they lead to."""
    found: dict[str, list[Node]] = {}
    for link in links:
        found.setdefault(link.fragment, []).append(link.node)
    return found


def is_note(link: PageLink, target: Node, block: Node, leading: Mapping[str, list[Node]]) -> bool:
    """Say if *block* is a note: it leads back, it is called one, or it begins with the marker that refers to it.

    Links are given by the place that they are *leading* to.
    """
    if block.tag in ("td", "table", "tbody") or len(block.said()) > 20_000:
        return False
    here = {
        name
        for node in (link.node, *link.node.above())
        for name in (node.get("id"), node.get("name"))
        if name
    }
    here |= {node.get("id") or node.get("name") for node in link.node.walk() if node.tag}
    back = (other for name in here if name for other in leading.get(name, ()))
    if any(other is not link.node and block.holds(other) for other in back):
        return True
    if any(naming.is_notes_name(node.names) for node in (target, block, *block.above())):
        return True
    if _CONVENTION.search(link.fragment) and not block.tag.startswith("h"):
        return True
    return label_of(link.said) != "" and label_of(_first_words(block)) == label_of(link.said)


def _first_words(block: Node) -> str:
    """Return the first word of *block*, with its brackets."""
    return next(iter(block.said().split()), "")


# Blocks with several notes in them


def cut_blocks(pairs: list[tuple[PageLink, Node]]) -> bool:
    """Cut paragraphs in which several targets stand before each of them, and say if there were any."""
    by_block: dict[Node, list[Node]] = {}
    for _, target in pairs:
        block = block_of(target)
        if (
            block is not None
            and block.tag in ("p", "div", "li")
            and target not in by_block.setdefault(block, [])
        ):
            by_block[block].append(target)
    crowded = [(block, targets) for block, targets in by_block.items() if len(targets) > 1]
    for block, targets in crowded:
        _cut(block, targets)
    return bool(crowded)


def _cut(block: Node, targets: list[Node]) -> None:
    """Cut a *block* into paragraphs that begin with *targets*."""
    above = block.parent
    starts = {child: target for target in targets for child in block.children if child.holds(target)}
    if above is None or len(starts) < len(targets):
        return
    parts: list[Node] = [Node(block.tag, {"class": block.get("class")}, above)]
    for child in block.children:
        if child in starts:
            parts.append(Node("p", {}, above))
        parts[-1].children.append(child)
        child.parent = parts[-1]
    parts = [part for part in parts if part.children]
    place = above.children.index(block)
    above.children[place : place + 1] = parts
