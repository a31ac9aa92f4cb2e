"""Links back from a note, or from an entry of a bibliography, to the places that refer to it (HTML and EPUB)."""

# ruff: noqa: ARG001 - a handler's and a visitor's signatures are Sphinx' and docutils'

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from .domain import eir_domain
from .languages import direction_of_language
from .outputs import start_tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

AS_TEXT = "\N{VARIATION SELECTOR-15}"  # some show the bare arrow as a picture
ARROW = f"\N{LEFTWARDS ARROW WITH HOOK}{AS_TEXT}"
MIRRORED_ARROW = f"\N{RIGHTWARDS ARROW WITH HOOK}{AS_TEXT}"


class eir_backlink(nodes.Inline, nodes.Element):  # noqa: N801 - docutils' convention
    """A link back to ``refid``, a place on this page, or to ``refuri``, on another.

    It shows ``text``; ``name`` is its accessible name.
    """


def setup_backlinks(app: Sphinx) -> None:
    """Register the node, and take out what leads nowhere."""
    app.add_node(eir_backlink, html=(visit_backlink_html, depart_backlink_html))
    # After ifconfig (500), which takes content out when all post-transforms have run.
    app.connect("doctree-resolved", _drop_dead_backlinks, priority=900)


def backlinks(targets: Iterable[tuple[str, str]]) -> list[Node]:
    """Return a link for each of *targets*, an id on this page or a URI with ``#``, and the link's accessible name."""
    pairs = list(targets)
    links: list[Node] = []
    for number, (target, name) in enumerate(pairs, 1):
        text = f"{ARROW} {number}" if len(pairs) > 1 else ARROW
        attributes = {"refuri": target} if "#" in target else {"refid": target}
        links += [nodes.Text(" "), eir_backlink(text=text, name=name, **attributes)]
    return links


def _drop_dead_backlinks(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Take out the links to what ``ifconfig`` has taken out of the page."""
    if app.builder.format != "html" or not eir_domain(app.env).documents:
        return
    links = list(doctree.findall(eir_backlink))
    if not links:
        return
    alive = {identifier for element in doctree.findall(nodes.Element) for identifier in element["ids"]}
    for link in links:
        if link.get("refid", "") not in alive and "refuri" not in link:
            link.parent.remove(link)


def visit_backlink_html(self: HTML5Translator, node: eir_backlink) -> None:
    """Write the link."""
    target = node.get("refuri") or f"#{node['refid']}"
    name = {"aria-label": node["name"]}
    tag = start_tag(self, node, "a", "", CLASS="eir-backlink", href=target, role="doc-backlink", **name)
    text = node["text"]
    if direction_of_language(self.config.language) == "rtl":
        text = text.replace(ARROW, MIRRORED_ARROW)
    self.body.append(f"{tag}{self.encode(text)}</a>")


def depart_backlink_html(self: HTML5Translator, node: eir_backlink) -> None:
    """Leave it at that."""
