"""The section of a list in HTML: a landmark, named by its heading or, without one, by a label (WAI DPUB-ARIA 1.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes

from .outputs import start_tag

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.writers.html5 import HTML5Translator

    from .nodes import eir_landmark


def enclose(list_node: Element, identifier: str, landmark: eir_landmark) -> None:
    """Put *list_node*, a list, into *landmark*: alone, or with the whole section if that is its own (see :mod:`.sections`).

    *identifier* becomes the id of the heading, or of the landmark if there is no heading; the landmark keeps the other ids.
    """
    if list_node["headed"]:
        section = list_node.parent
        cast("Element", section[0])["ids"] = [identifier]  # for `aria-labelledby`
        landmark.update_basic_atts(section)
        landmark["ids"] += list_node["ids"]
        landmark += section.children
        section.parent.replace(section, landmark)
    else:
        landmark["ids"] = [identifier, *list_node["ids"]]
        list_node.parent.replace(list_node, landmark)
        landmark += list_node
    list_node["ids"] = []


def visit_landmark_html(self: HTML5Translator, node: eir_landmark) -> None:
    self.section_level += 1
    heading = node[0]
    if isinstance(heading, nodes.title):
        attributes = {"aria-labelledby": heading["ids"][0]}
    else:
        attributes = {"aria-label": node["label"]}
    if "direction" in node:
        attributes["dir"] = node["direction"]
    if "epub_type" in node:
        attributes["epub:type"] = node["epub_type"]
    self.body.append(start_tag(self, node, "section", role=node["role"], **attributes))


def depart_landmark_html(self: HTML5Translator, node: eir_landmark) -> None:
    self.section_level -= 1
    self.body.append("</section>\n")
