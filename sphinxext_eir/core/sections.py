"""Lists that make up a section: where one may stand, and its heading.

A *place* is the node of such a list; its ``headed`` says that the section it stands in, heading and all, is its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.ext.ifconfig import ifconfig

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docutils.nodes import Element, Node
    from sphinx.util.docutils import SphinxDirective


def ancestors_of(node: Node) -> Iterator[Element]:
    """Yield what *node* stands in, from the inside out."""
    while (parent := node.parent) is not None:
        yield parent
        node = parent


def under_title(directive: SphinxDirective, title: str, place: Element) -> nodes.section:
    """Return a section of *place* alone, with the *title* that *directive* was given for it."""
    inlines, messages = directive.parse_inline(title, lineno=directive.lineno)
    heading = nodes.title(title, "", *inlines)
    directive.set_source_info(heading)
    section = nodes.section("", heading, *messages, place)
    directive.set_source_info(section)
    section["names"].append(nodes.fully_normalize_name(heading.astext()))
    directive.state.document.note_implicit_target(section, section)
    return section


def is_heading(found: Sequence[nodes.Node]) -> bool:
    """Whether *found* is a section's heading, and nothing that a reader sees beside it."""
    seen = [node for node in found if not isinstance(node, nodes.Invisible)]
    return len(seen) == 1 and isinstance(seen[0], nodes.title) and isinstance(seen[0].parent, nodes.section)


def is_unsafe(place: Element) -> bool:
    """Whether *place* may be taken out of the page, or has a heading where there can be none."""
    sections_alone = all(isinstance(node, (nodes.section, nodes.document)) for node in ancestors_of(place))
    return is_conditional(place) or (place["headed"] and not sections_alone)


def is_conditional(place: Element) -> bool:
    """Whether *place* may be taken out of the page."""
    return any(isinstance(node, (addnodes.only, ifconfig)) for node in ancestors_of(place))


def last(document: nodes.document) -> Element:
    """Return the document's last top section, or the document if it has none."""
    sections = [node for node in document.children if isinstance(node, nodes.section)]
    return sections[-1] if sections else document


def without_heading(place: Element) -> str:
    """Return what a message says of the heading that goes with *place*, if it has one."""
    return f"; its heading {place.parent[0].astext()!r} is left out" if place["headed"] else ""


def remove(place: Element) -> Element:
    """Take *place* out of the tree, with the section that is all its own, and return what was taken."""
    whole: Element = place.parent if place["headed"] else place
    whole.parent.remove(whole)
    return whole


def lift(section: Element) -> None:
    """Move *section* out of the sections that it ends: *Notes* after a bibliography is no part of the bibliography."""
    parent = section.parent
    while (
        isinstance(parent, nodes.section)
        and isinstance(parent.parent, nodes.section)
        and all(isinstance(node, nodes.Invisible) for node in parent[parent.index(section) + 1 :])
    ):
        parent.remove(section)
        parent.parent.insert(parent.parent.index(parent) + 1, section)
        parent = section.parent
