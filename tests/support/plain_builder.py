"""A builder that nobody here knows: it writes words with a plain visitor that has no fallback for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.text import TextBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class PlainVisitor(nodes.NodeVisitor):
    """Knows docutils' own nodes by their bare names, and raises for any other."""

    def __init__(self, document: nodes.document) -> None:
        super().__init__(document)
        self.words: list[str] = []

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802
        self.words.append(node.astext())


for name in (*nodes.node_class_names, *(vars(addnodes))):
    if not hasattr(PlainVisitor, f"visit_{name}"):
        setattr(PlainVisitor, f"visit_{name}", lambda _self, _node: None)


class PlainBuilder(TextBuilder):
    name = "plain"
    format = "plain"
    out_suffix = ".plain"

    def prepare_writing(self, docnames: set[str]) -> None:
        pass

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        visitor = PlainVisitor(doctree)
        doctree.walk(visitor)
        (self.outdir / f"{docname}.plain").write_text(" ".join(visitor.words), encoding="utf-8")


def setup(app: Sphinx) -> None:
    app.add_builder(PlainBuilder)
