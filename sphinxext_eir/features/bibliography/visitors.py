"""Visitors that write citations and bibliographies in HTML (WAI DPUB-ARIA 1.1, EPUB 3.3) and in LaTeX, by ``eir.sty``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.links import href
from ...core.nodes import eir_bibliography, eir_biblioref, eir_entry
from ...core.outputs import start_tag, use_latex_package

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.latex import LaTeXTranslator


def add_nodes(app: Sphinx) -> None:
    """Register the nodes; no other builder is given any of them."""
    app.add_node(
        eir_bibliography,
        html=(visit_list_html, depart_list_html),
        latex=(visit_list_latex, depart_list_latex),
    )
    app.add_node(eir_entry, html=(visit_entry_html, depart_entry_html), latex=(visit_entry_latex, depart))
    app.add_node(
        eir_biblioref,
        html=(visit_biblioref_html, depart_biblioref_html),
        latex=(visit_biblioref_latex, depart_biblioref_latex),
    )


# HTML and EPUB


def visit_list_html(self: HTML5Translator, node: eir_bibliography) -> None:
    self.body.append(start_tag(self, node, "ul"))


def depart_list_html(self: HTML5Translator, node: eir_bibliography) -> None:
    self.body.append("</ul>\n")


def visit_entry_html(self: HTML5Translator, node: eir_entry) -> None:
    direction = {"dir": node["direction"]} if "direction" in node else {}
    self.body.append(start_tag(self, node, "li", **direction))


def depart_entry_html(self: HTML5Translator, node: eir_entry) -> None:
    self.body.append("</li>\n")


def visit_biblioref_html(self: HTML5Translator, node: eir_biblioref) -> None:
    kind = {"epub:type": "biblioref"} if node["epub"] else {}
    tag = start_tag(self, node, "a", "", CLASS="eir-biblioref", href=href(node), role="doc-biblioref", **kind)
    self.body.append(tag)


def depart_biblioref_html(self: HTML5Translator, node: eir_biblioref) -> None:
    self.body.append("</a>")


# LaTeX


def visit_list_latex(self: LaTeXTranslator, node: eir_bibliography) -> None:
    use_latex_package(self)
    widest = max((entry.get("label", "") for entry in node.findall(eir_entry)), key=len, default="")
    self.body.extend(self.hypertarget(identifier) for identifier in node["ids"])
    self.body.append(f"\n\n\\begin{{eirbibliography}}{{{self.encode(widest)}}}\n")


def depart_list_latex(self: LaTeXTranslator, node: eir_bibliography) -> None:
    self.body.append("\n\\end{eirbibliography}\n\n")


def visit_entry_latex(self: LaTeXTranslator, node: eir_entry) -> None:
    identifier = node["ids"][0] if node["ids"] else ""
    self.body.append(f"\n\\eirentry{{{identifier}}}{{{self.encode(node.get('label', ''))}}}\n")


def visit_biblioref_latex(self: LaTeXTranslator, node: eir_biblioref) -> None:
    use_latex_package(self)
    if not self.in_title:  # a heading may be set in capitals, and its target with it
        self.body.append(f"\\eirbiblioref{{{node['refid']}}}{{")


def depart_biblioref_latex(self: LaTeXTranslator, node: eir_biblioref) -> None:
    if not self.in_title:
        self.body.append("}")


def depart(self: nodes.NodeVisitor, node: nodes.Element) -> None:
    """Write nothing: the visitor has written all."""
