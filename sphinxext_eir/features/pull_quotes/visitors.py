"""Visitors of pull quotes, for HTML and LaTeX, whose commands stand in ``eir.sty``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.languages import language_around, words_in
from ...core.nodes import eir_beside, eir_pull_quote, eir_quoted_words
from ...core.outputs import start_tag, use_latex_package

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.latex import LaTeXTranslator


def add_nodes(app: Sphinx) -> None:
    """Register the nodes; no other builder is given any of them."""
    app.add_node(
        eir_pull_quote,
        html=(visit_pull_quote_html, depart_pull_quote_html),
        latex=(visit_pull_quote_latex, depart_pull_quote_latex),
    )
    app.add_node(eir_quoted_words, html=(visit_quoted_words_html, depart_quoted_words_html))
    app.add_node(eir_beside, latex=(visit_beside_latex, depart_beside_latex))


def visit_pull_quote_html(self: HTML5Translator, node: eir_pull_quote) -> None:
    # WAI-ARIA 1.1 for digital publishing: a doc-pullquote repeats the text, and is hidden from those who read it there.
    attributes = {"role": "doc-pullquote"}
    if node["repeats"] and not isinstance(node[0], eir_quoted_words):
        attributes["aria-hidden"] = "true"
    elif not node["repeats"]:
        number = node["number"]
        _ = words_in(language_around(node, self.config))
        name = _("Pull quote") if number == 1 else _("Pull quote {number}").format(number=number)
        attributes = {"aria-label": name}
    self.body.append(start_tag(self, node, "aside", **attributes))


def depart_pull_quote_html(self: HTML5Translator, node: eir_pull_quote) -> None:
    self.body.append("</aside>\n")


def visit_quoted_words_html(self: HTML5Translator, node: eir_quoted_words) -> None:
    self.body.append(start_tag(self, node, "div", **{"aria-hidden": "true"}))


def depart_quoted_words_html(self: HTML5Translator, node: eir_quoted_words) -> None:
    self.body.append("</div>\n")


def visit_pull_quote_latex(self: LaTeXTranslator, node: eir_pull_quote) -> None:
    use_latex_package(self)
    if node.get("beside"):
        self.body.append(f"\n\\eirpullquotebeside{{{node['align']}}}{{%\n")
    else:
        self.body.append(f"\n\n\\begin{{eirpullquote}}{{{node['align']}}}\n")


def depart_pull_quote_latex(self: LaTeXTranslator, node: eir_pull_quote) -> None:
    self.body.append("}\n\n" if node.get("beside") else "\n\\end{eirpullquote}\n\n")


def visit_beside_latex(self: LaTeXTranslator, node: eir_beside) -> None:
    self.body.append("\n\n\\begin{eirbeside}\n")


def depart_beside_latex(self: LaTeXTranslator, node: eir_beside) -> None:
    self.body.append("\n\\end{eirbeside}\n\n")
