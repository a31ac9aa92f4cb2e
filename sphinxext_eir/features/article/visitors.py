"""Visitors of an article's head, for HTML and LaTeX, whose commands stand in ``eir.sty``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.builders.epub3 import Epub3Builder

from ...core.config import is_set
from ...core.nodes import (
    eir_credit,
    eir_fold,
    eir_foot,
    eir_formats,
    eir_header,
    eir_picture,
    eir_running_head,
    eir_standfirst,
)
from ...core.outputs import start_tag, use_latex_package

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.latex import LaTeXTranslator


def add_nodes(app: Sphinx) -> None:
    """Register the nodes; no other builder is given any of them."""
    app.add_node(eir_header, html=(visit_header_html, depart_header_html))
    app.add_node(eir_formats, html=(visit_formats_html, depart_formats_html))
    app.add_node(eir_picture, html=(visit_picture_html, depart_picture_html))
    app.add_node(eir_credit, html=(visit_credit_html, depart_credit_html))
    app.add_node(eir_foot, html=(visit_foot_html, depart_foot_html))
    app.add_node(eir_fold, html=(visit_fold_html, depart_fold_html))
    app.add_node(
        eir_standfirst,
        html=(visit_standfirst_html, depart_standfirst_html),
        latex=(visit_standfirst_latex, depart_standfirst_latex),
    )
    app.add_node(eir_running_head, latex=(visit_running_head_latex, depart_running_head_latex))


def visit_header_html(self: HTML5Translator, node: eir_header) -> None:
    if self.builder.name == "epub" and not is_set(self.config, "epub_show_urls"):
        for address in list(node.findall(is_shown_address)):
            address.parent.remove(address)
    self.body.append(start_tag(self, node, "header", CLASS="eir-article"))


def is_shown_address(node: nodes.Node) -> bool:
    """Say if *node* is an address that Sphinx's EPUB builder has put behind a link: a byline of names needs no ORCID iD twice."""
    return isinstance(node, nodes.inline) and Epub3Builder.css_link_target_class in node["classes"]


def depart_header_html(self: HTML5Translator, node: eir_header) -> None:
    self.body.append("</header>\n")


def visit_formats_html(self: HTML5Translator, node: eir_formats) -> None:
    if not node.children:
        raise nodes.SkipNode
    name = {"aria-label": node["label"]}
    self.body.append(start_tag(self, node, "ul", CLASS="eir-formats", **name))


def depart_formats_html(self: HTML5Translator, node: eir_formats) -> None:
    self.body.append("</ul>\n")


def visit_picture_html(self: HTML5Translator, node: eir_picture) -> None:
    self.body.append(start_tag(self, node, "figure", CLASS="eir-picture"))


def depart_picture_html(self: HTML5Translator, node: eir_picture) -> None:
    self.body.append("</figure>\n")


def visit_credit_html(self: HTML5Translator, node: eir_credit) -> None:
    self.body.append(start_tag(self, node, "figcaption", "", CLASS="eir-credit"))


def depart_credit_html(self: HTML5Translator, node: eir_credit) -> None:
    self.body.append("</figcaption>\n")


def visit_foot_html(self: HTML5Translator, node: eir_foot) -> None:
    if not node.children:
        raise nodes.SkipNode
    self.body.append(start_tag(self, node, "footer", CLASS="eir-foot"))


def depart_foot_html(self: HTML5Translator, node: eir_foot) -> None:
    self.body.append("</footer>\n")


def visit_fold_html(self: HTML5Translator, node: eir_fold) -> None:
    summary = f"<summary>{self.encode(node['label'])}</summary>\n"
    self.body.append(start_tag(self, node, "details", CLASS="eir-fold") + summary)


def depart_fold_html(self: HTML5Translator, node: eir_fold) -> None:
    self.body.append("</details>\n")


def visit_standfirst_html(self: HTML5Translator, node: eir_standfirst) -> None:
    self.body.append(start_tag(self, node, "div", CLASS="eir-standfirst"))


def depart_standfirst_html(self: HTML5Translator, node: eir_standfirst) -> None:
    self.body.append("</div>\n")


def visit_standfirst_latex(self: LaTeXTranslator, node: eir_standfirst) -> None:
    use_latex_package(self)
    self.body.append("\n\n\\begin{eirstandfirst}\n")


def depart_standfirst_latex(self: LaTeXTranslator, node: eir_standfirst) -> None:
    self.body.append("\n\\end{eirstandfirst}\n\n")


def visit_running_head_latex(self: LaTeXTranslator, node: eir_running_head) -> None:
    use_latex_package(self)
    # The document's own title is set before all else; any other heading comes next, as this command.
    names = self.sectionnames
    heading = "" if self.this_is_the_title else names[min(self.sectionlevel + 1, len(names) - 1)]
    words = "".join(f"{{{self.encode(node[name])}}}" for name in ("title", "written_by", "page", "notice"))
    self.body.append(f"\n\n\\begin{{eirarticle}}{{{heading}}}{words}\n")


def depart_running_head_latex(self: LaTeXTranslator, node: eir_running_head) -> None:
    self.body.append("\n\\end{eirarticle}\n\n")
