"""Visitors of notes, for HTML (WAI DPUB-ARIA 1.1, EPUB 3.3), for LaTeX, whose commands stand in ``eir.sty``, and for Texinfo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...core.languages import language_around, words_in
from ...core.nodes import eir_footnote_labels, eir_note_item, eir_noteref, eir_notes
from ...core.outputs import start_tag, use_latex_package

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.latex import LaTeXTranslator
    from sphinx.writers.texinfo import TexinfoTranslator


def add_nodes(app: Sphinx) -> None:
    """Register the nodes; no other builder is given any of them."""
    app.add_node(
        eir_notes, html=(visit_notes_html, depart_notes_html), latex=(visit_notes_latex, depart_notes_latex)
    )
    app.add_node(eir_note_item, html=(visit_item_html, depart_item_html), latex=(visit_item_latex, depart))
    app.add_node(
        eir_noteref,
        html=(visit_noteref_html, depart),
        latex=(visit_noteref_latex, depart),
        texinfo=(visit_noteref_texinfo, depart),
    )
    app.add_node(eir_footnote_labels, latex=(visit_labels_latex, depart_labels_latex))


# HTML and EPUB


def visit_notes_html(self: HTML5Translator, node: eir_notes) -> None:
    self.body.append(start_tag(self, node, "ol"))


def depart_notes_html(self: HTML5Translator, node: eir_notes) -> None:
    self.body.append("</ol>\n")


def visit_item_html(self: HTML5Translator, node: eir_note_item) -> None:
    if node["epub"]:
        self.body.append(
            "<li>" + start_tag(self, node, "aside", role="doc-footnote", **{"epub:type": "footnote"})
        )
    else:
        self.body.append(start_tag(self, node, "li"))


def depart_item_html(self: HTML5Translator, node: eir_note_item) -> None:
    self.body.append("</aside></li>\n" if node["epub"] else "</li>\n")


def visit_noteref_html(self: HTML5Translator, node: eir_noteref) -> None:
    _ = words_in(language_around(node, self.config))
    # TRANSLATORS: Read out before a note's numeral: "Note [i]".
    word = _("Note")
    # Not in the text, which is copied, searched and shown by reader views. The label is part of the name (WCAG 2.5.3).
    name = {"aria-label": f"{word} {node['label']}"}
    kind = {"epub:type": "noteref"} if node["epub"] else {}
    tag = start_tag(
        self, node, "a", "", CLASS="eir-noteref", href=f"#{node['refid']}", role="doc-noteref", **name, **kind
    )
    self.body.append(f"{tag}{self.encode(node['label'])}</a>")


# LaTeX


def visit_notes_latex(self: LaTeXTranslator, node: eir_notes) -> None:
    use_latex_package(self)
    widest = max((item["label"] for item in node.findall(eir_note_item)), key=len, default="")
    self.body.extend(self.hypertarget(identifier) for identifier in node["ids"])
    self.body.append(f"\n\n\\begin{{eirnotes}}{{{self.encode(widest)}}}\n")


def depart_notes_latex(self: LaTeXTranslator, node: eir_notes) -> None:
    self.body.append("\n\\end{eirnotes}\n\n")


def visit_item_latex(self: LaTeXTranslator, node: eir_note_item) -> None:
    own, *others = node["ids"]
    self.body.append(f"\n\\eirnote{{{own}}}{{{self.encode(node['label'])}}}\n")
    self.body.extend(self.hypertarget(identifier) for identifier in others)
    if node.children and not isinstance(node[0], nodes.paragraph):
        self.body.append(
            "\\leavevmode\\par\\nobreak\n"
        )  # a table would stand beside the label, and the label in its middle


def visit_noteref_latex(self: LaTeXTranslator, node: eir_noteref) -> None:
    use_latex_package(self)
    link = f"{{{node['refid']}}}{{{self.encode(node['label'])}}}"
    if not self.in_title:
        self.body.append(f"\\eirnoteref{link}")
        return
    # A heading may be set in capitals: what it holds of a note is a number, and the rest stands in the preamble.
    number = self.elements["preamble"].count("\\eirsetnotemark")
    self.elements["preamble"] += f"\\eirsetnotemark{{{number}}}{link}\n"
    self.body.append(f"\\eirnotemark{{{number}}}")


def visit_labels_latex(self: LaTeXTranslator, node: eir_footnote_labels) -> None:
    use_latex_package(self)
    labels = "".join(
        f"\\eirfootnotelabel{{{number}}}{{{self.encode(label)}}}\n"
        for number, label in node["labels"].items()
    )
    self.body.append(f"\n\n\\begin{{eirfootnotelabels}}\n{labels}")


def depart_labels_latex(self: LaTeXTranslator, node: eir_footnote_labels) -> None:
    self.body.append("\n\\end{eirfootnotelabels}\n\n")


# Texinfo


def visit_noteref_texinfo(self: TexinfoTranslator, node: eir_noteref) -> None:
    if isinstance(node.parent, nodes.title):  # where Texinfo has no cross-references
        self.body.append(self.escape(node["label"]))
    else:
        self.add_xref(f"{self.curfilestack[-1]}:{node['refid']}", node["label"], node)


def depart(self: nodes.NodeVisitor, node: nodes.Element) -> None:
    """Write nothing: the visitor has closed the element."""
