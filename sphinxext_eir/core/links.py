"""Links within an article: none leads nowhere, and notes and entries link back to the references to them (HTML)."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..text.languages import direction_of_language
from .domain import eir_domain
from .languages import language_around
from .nodes import eir_backlink, eir_link, eir_noteref
from .outputs import start_tag
from .walks import find_all, find_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Element, Node
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

AS_TEXT = "\N{VARIATION SELECTOR-15}"  # some browsers show the bare arrow as a picture
ARROW = f"\N{LEFTWARDS ARROW WITH HOOK}{AS_TEXT}"
MIRRORED_ARROW = f"\N{RIGHTWARDS ARROW WITH HOOK}{AS_TEXT}"


EXECUTED = ("javascript:", "vbscript:", "data:")
"""Schemes of addresses that a browser executes, or shows as a page that nobody published."""


class DropExecutedLinks(SphinxTransform):
    """Takes links that a browser would execute out of our documents, and leaves their words.

    docutils makes a link of any ``javascript:`` that it meets, and has made all links by then (850).
    """

    default_priority = 870

    def apply(self, **kwargs: Any) -> None:
        """Replace such links by their children."""
        if self.env.docname not in eir_domain(self.env).documents:
            return
        for link in find_all(self.document, nodes.reference):
            if is_executed(link.get("refuri", "")):
                link.parent.replace(link, link.children)


def is_executed(uri: str) -> bool:
    """Say if a browser would execute *uri*. A browser ignores spaces and control characters in a scheme."""
    return re.sub(r"[\x00-\x20]", "", uri).lower().startswith(EXECUTED)


class MarkAddresses(SphinxPostTransform):
    """Marks the links of our documents that don't say where they lead, for paper (HTML). A typed address says it."""

    default_priority = 890

    def run(self, **kwargs: Any) -> None:
        """Mark links with words of their own to other sites."""
        if self.env.current_document.docname not in eir_domain(self.env).documents:
            return
        for link in find_all(self.document, nodes.reference):
            address = link.get("refuri", "")
            if address.startswith(("http://", "https://")) and link.astext().strip() not in ("", address):
                link["classes"].append("eir-addressed")


class PartHeadings(SphinxPostTransform):
    """Parts the link from a heading back to the contents where the heading holds a link of ours: in HTML no link holds another.

    After notes (60) and citations have become links.
    """

    default_priority = 900
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Give such a heading a link around each of its pieces, instead of the one that docutils writes around all of it."""
        for title in find_blocks(self.document, nodes.title):
            if "refid" in title and any(map(_holds_link, title.children)):
                refid = title.attributes.pop("refid")
                pieces = [list(piece) for _held, piece in groupby(title.children, _holds_link)]
                title.children = []
                for piece in pieces:
                    if _holds_link(piece[0]):
                        title.extend(piece)
                    else:
                        title.append(
                            nodes.reference(
                                "", "", *piece, refid=refid, internal=True, classes=["toc-backref"]
                            )
                        )


def _holds_link(node: Node) -> bool:
    return any(isinstance(inner, (eir_noteref, eir_link)) for inner in node.findall())


class WriteAnchorsOfTypst(SphinxPostTransform):
    """Writes the anchors that links lead to, for atsphinx-typst: it writes links but none of these, and Typst stops at the first.

    After notes (60) and citations have become links.
    """

    default_priority = 900

    def run(self, **kwargs: Any) -> None:
        """Put an anchor before each target, and after the title of a section, in the form that Typst's documentation of labels has."""
        linked = {link["refid"] for link in find_all(self.document, nodes.reference) if "refid" in link}
        for target in [*find_all(self.document, nodes.target), *find_blocks(self.document, nodes.section)]:
            for identifier in sorted(linked & {target.get("refid"), *target["ids"]}):
                linked.remove(identifier)
                anchor = nodes.raw("", f"#metadata(none) <{identifier}>", format="typst")
                if isinstance(target, nodes.section):
                    target.insert(1, anchor)
                else:
                    target.parent.insert(target.parent.index(target), anchor)


def anchored(block: Element, ids: Iterable[str]) -> list[Node]:
    """Return *block* with *ids*, after a target for each: what docutils makes of ``.. _name:``, and builders write anchors of."""
    ids = list(ids)
    block["ids"] += ids
    return [*(nodes.target("", "", refid=identifier) for identifier in ids), block]


def backlinks(targets: Iterable[tuple[str, str]]) -> list[Node]:
    """Return a link, with the space before it, for each of *targets*: an id on this page or a URI with ``#``, and the link's name.

    Several have numbers, and the first the arrow, so that those of a work that is cited forty times stay readable.
    """
    pairs = list(targets)
    links: list[Node] = []
    for number, (target, name) in enumerate(pairs, 1):
        arrow = " ".join([*([ARROW] if number == 1 else []), *([str(number)] if len(pairs) > 1 else [])])
        attributes = {"refuri": target} if "#" in target else {"refid": target}
        links += [nodes.Text(" "), eir_backlink(arrow=arrow, name=name, **attributes)]
    return links


def drop_dead_links(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Replace links by their words where ``ifconfig`` has taken their target out of the page."""
    if not eir_domain(app.env).documents:
        return
    elements = find_all(doctree, nodes.Element)
    links = [link for link in elements if isinstance(link, eir_link) and "refid" in link]
    if not links:
        return
    alive = {identifier for element in elements for identifier in element["ids"]}
    for link in links:
        if link["refid"] not in alive:
            link.parent.replace(link, link.children)


def href(link: eir_link) -> str:
    """Return the ``href`` of *link*."""
    return link.get("refuri") or f"#{link['refid']}"


def visit_backlink_html(self: HTML5Translator, node: eir_backlink) -> None:
    """Write the link."""
    name = {"aria-label": node["name"]}
    tag = start_tag(self, node, "a", "", CLASS="eir-backlink", href=href(node), role="doc-backlink", **name)
    arrow = node["arrow"]
    if direction_of_language(language_around(node, self.config)) == "rtl":
        arrow = arrow.replace(ARROW, MIRRORED_ARROW)
    self.body.append(f"{tag}{self.encode(arrow)}</a>")


def depart_backlink_html(self: HTML5Translator, node: eir_backlink) -> None:
    """Write nothing: the visitor has closed the element."""
