"""Lists that make up a section: the places where such a list may stand, and its heading.

*list_node* is the node of such a list: its ``headed`` is true if the section that it stands in, with its heading, is its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.ext.ifconfig import ifconfig

from .nodes import eir_pull_quote

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from docutils.nodes import Element, Node
    from sphinx.util.docutils import SphinxDirective


CONDITIONAL = (addnodes.only, ifconfig, eir_pull_quote)
"""Nodes whose content isn't on every page: a pull quote is left out, or bared, where it repeats the text."""


def ancestors_of(node: Node) -> Iterator[Element]:
    """Yield the elements around *node*, from the inside out."""
    while (parent := node.parent) is not None:
        yield parent
        node = parent


def under_title(directive: SphinxDirective, title: str, list_node: Element) -> nodes.section:
    """Return a section of *list_node* alone, with the *title* that *directive* was given for it."""
    inlines, messages = directive.parse_inline(title, lineno=directive.lineno)
    heading = nodes.title(title, "", *inlines)
    directive.set_source_info(heading)
    section = nodes.section("", heading, *messages, list_node)
    directive.set_source_info(section)
    section["names"].append(nodes.fully_normalize_name(heading.astext()))
    directive.state.document.note_implicit_target(section, section)
    return section


def is_heading(found: Sequence[nodes.Node]) -> bool:
    """Say if *found* holds a section's heading, and nothing else that a reader sees."""
    seen = [node for node in found if not isinstance(node, nodes.Invisible)]
    return len(seen) == 1 and isinstance(seen[0], nodes.title) and isinstance(seen[0].parent, nodes.section)


def is_unsafe(list_node: Element) -> bool:
    """Say if *list_node* may be taken out of the page, or has a heading where there can't be one."""
    sections_alone = all(
        isinstance(node, (nodes.section, nodes.document)) for node in ancestors_of(list_node)
    )
    return is_conditional(list_node) or (list_node["headed"] and not sections_alone)


def is_conditional(list_node: Element) -> bool:
    """Say if *list_node* may be taken out of the page: it stands in ``only``, in ``ifconfig`` or in a pull quote."""
    return any(isinstance(node, CONDITIONAL) for node in ancestors_of(list_node))


def last(document: nodes.document) -> Element:
    """Return the document's last top section, or the document if it has none."""
    sections = [node for node in document.children if isinstance(node, nodes.section)]
    return sections[-1] if sections else document


def without_heading(list_node: Element) -> str:
    """Return the end of a message about *list_node*: that its heading goes with it, if it has one."""
    return f"; its heading {list_node.parent[0].astext()!r} is left out" if list_node["headed"] else ""


def remove(list_node: Element) -> Element:
    """Take *list_node* out of the tree, with the section if that is all its own, and return the node taken out."""
    whole: Element = list_node.parent if list_node["headed"] else list_node
    whole.parent.remove(whole)
    return whole


def lift(section: Element, passing: Collection[Node] = ()) -> None:
    """Move *section* out of sections that end with it: *Notes* after a bibliography isn't part of the bibliography."""
    parent = section.parent
    while (
        isinstance(parent, nodes.section)
        and isinstance(parent.parent, nodes.section)
        and all(
            isinstance(node, nodes.Invisible) or node in passing
            for node in parent[parent.index(section) + 1 :]
        )
    ):
        parent.remove(section)
        parent.parent.insert(parent.parent.index(parent) + 1, section)
        parent = section.parent
