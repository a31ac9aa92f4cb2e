"""Visitors of documents and passages in another language: direction (HTML), and the language itself (LaTeX)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.builders.latex.util import ExtBabel

from ...core.nodes import eir_directed, eir_directed_section, eir_in_language
from ...core.outputs import start_tag, use_latex_package
from ...text.languages import direction_of_language, locale_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.latex import LaTeXTranslator

LATIN = "af az br ca cs cy da de en eo es et eu fi fr fy ga gd gl hr hu id is it la lt lv ms nb nl nn oc pl pt rm ro sk sl sq sv tr vi"
"""Languages whose letters pdfLaTeX has without further fonts."""


def add_nodes(app: Sphinx) -> None:
    """Register the nodes; no other builder is given any of them."""
    app.add_node(eir_directed_section, html=(visit_directed_section_html, depart_directed_section_html))
    app.add_node(eir_directed, html=(visit_directed_html, depart_directed_html))
    app.add_node(eir_in_language, latex=(visit_in_language_latex, depart_in_language_latex))


def visit_directed_section_html(self: HTML5Translator, node: eir_directed_section) -> None:
    self.section_level += 1
    self.body.append(start_tag(self, node, "section", dir=node["direction"]))


def depart_directed_section_html(self: HTML5Translator, node: eir_directed_section) -> None:
    self.section_level -= 1
    self.body.append("</section>\n")


def visit_directed_html(self: HTML5Translator, node: eir_directed) -> None:
    self.body.append(start_tag(self, node, node["tag"], "", dir=node["direction"]))


def depart_directed_html(self: HTML5Translator, node: eir_directed) -> None:
    self.body.append(f"</{node['tag']}>")


def visit_in_language_latex(self: LaTeXTranslator, node: eir_in_language) -> None:
    self.body.extend(self.hypertarget(identifier) for identifier in node["ids"])
    name = use_language(self, node["language"])
    if not name:
        before, after = "", ""
    elif node["inline"]:
        before, after = f"\\eirforeign{{{name}}}{{", "}"
    else:
        before, after = f"\n\n\\begin{{eirlanguage}}{{{name}}}\n", "\n\\end{eirlanguage}\n\n"
    self.body.append(before)
    node["after"] = after


def depart_in_language_latex(self: LaTeXTranslator, node: eir_in_language) -> None:
    self.body.append(node["after"])


def use_language(translator: LaTeXTranslator, language: str) -> str:
    r"""Return the name by which babel or polyglossia switches to *language*, and load it; nothing if the document can't be set in it.

    babel takes languages from the files that it has for each (babel's manual, "The \babelprovide command"), so that no package
    needs to be installed beside it. Languages from right to left need another set-up of the whole document.
    """
    locale = locale_of(language)
    if direction_of_language(language) == "rtl":
        return ""
    preamble = translator.elements["preamble"]
    if "polyglossia" in translator.elements.get("polyglossia", ""):
        name = str(ExtBabel(str(locale)).get_language()).removeprefix("n")  # "ngerman"
        file, command = f"gloss-{name}.ldf", f"\\setotherlanguage{{{name}}}"
    elif translator.config.latex_engine == "pdflatex" and locale.language not in LATIN.split():
        return ""
    else:
        name = f"eir{locale.language}"
        file, command = f"babel-{locale.language}.ini", f"\\babelprovide[import={locale.language}]{{{name}}}"
    use_latex_package(translator)
    line = f"\\IfFileExists{{{file}}}{{{command}\\eirloaded{{{name}}}}}{{}}\n"
    if line not in preamble:
        translator.elements["preamble"] += line
    return name
