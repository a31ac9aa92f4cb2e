"""Every class of nodes that docutils and Sphinx have, through the bridge: none loses its text, whole or in pieces, and unknown ones are told."""

from __future__ import annotations

import inspect
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document
from sphinx import addnodes
from support.exported import words_of_word

from sphinxext_eir.core.bridge import Translation
from sphinxext_eir.core.bridge.words import UNSAID, words_of_tree

if TYPE_CHECKING:
    from support.sphinx_project import Project

MADE_OF_TEXT = (nodes.Text, nodes.document, addnodes.translatable)
"""What isn't made from a node or a text."""

SHOWN = {nodes.image: "alt", nodes.transition: "", addnodes.toctree: ""}
"""Classes that hold no text."""

CLASSES = [
    each
    for each in (
        *(vars(nodes)[name] for name in nodes.node_class_names),
        *(
            value
            for value in vars(addnodes).values()
            if inspect.isclass(value) and issubclass(value, nodes.Node)
        ),
    )
    if each not in MADE_OF_TEXT and each not in SHOWN
]


def filled(kind: type[nodes.Element]) -> nodes.Element:
    """Return a node of *kind* with two words, as its own text or in a paragraph: in many classes, what no writer expects."""
    if kind is addnodes.desc_inline:
        return kind("py", "", "alpha beta")
    if issubclass(kind, nodes.TextElement):
        return kind("", "alpha beta")
    return kind("", nodes.paragraph("", "alpha beta"))


@pytest.mark.parametrize("within", [False, True], ids=["block", "in a paragraph"])
@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_no_class_of_nodes_loses_its_text(kind: type[nodes.Element], *, within: bool) -> None:
    document = new_document("essay.rst", get_default_settings(Parser))
    node = filled(kind)
    document += nodes.paragraph("", "before ", node, nodes.Text(" after")) if within else node
    said = words_of_tree(Translation(document).run())
    missing = Counter(["alpha", "beta"]) - said
    assert not missing or issubclass(kind, UNSAID)


def test_there_are_as_many_classes_as_docutils_and_sphinx_have() -> None:
    assert len(CLASSES) > 130


FOREIGN = """
from docutils import nodes
from docutils.parsers.rst import Directive

class Riddle(nodes.General, nodes.Element):
    pass

class Ask(Directive):
    has_content = True

    def run(self):
        riddle = Riddle()
        self.state.nested_parse(self.content, self.content_offset, riddle)
        return [riddle]

def setup(app):
    app.add_node(Riddle)
    app.add_directive("riddle", Ask)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""
DESIGNED = """
Harbours
========

.. eir:article::

.. grid:: 2

   .. grid-item-card:: Cardtitle
      :link: https://example.org

      Cardbody.

      +++
      Cardfoot

   .. grid-item::

      Griditem.

.. tab-set::

   .. tab-item:: Tabone

      Bodyone.

   .. tab-item:: Tabtwo

      Bodytwo.

.. dropdown:: Droptitle

   Dropbody.

.. card-carousel:: 2

   .. card:: Rolled

      Rolledbody.

Before :bdg:`Badge` and after.

.. button-link:: https://example.org

   Pressed

.. article-info::
   :author: Writer
   :read-time: Minutes

.. riddle::

   Answer.
"""


WORDS = {
    "Cardtitle", "Cardbody", "Cardfoot", "Griditem", "Tabone", "Bodyone", "Tabtwo", "Bodytwo", "Droptitle", "Dropbody",
    "Rolled", "Rolledbody", "Badge", "Pressed", "Writer", "Minutes", "Answer",
}  # fmt: skip


@pytest.mark.pandoc
@pytest.mark.usefixtures("pandoc")
def test_cards_and_tabs_come_out_plain_and_a_foreign_node_is_told(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.root / "foreign_riddles.py").write_text(FOREIGN, encoding="utf-8")
    monkeypatch.syspath_prepend(project.root)
    extensions = ["sphinxext_eir", "sphinx_design", "foreign_riddles"]
    build = project.write({"harbours.rst": DESIGNED}).build("eir-docx", extensions=extensions)
    assert words_of_word(build.out / "harbours.docx").keys() >= WORDS
    (warning,) = [line for line in build.warnings if "eir.export" in line]
    assert "eir-docx has no form for 1 'Riddle': the text of it is written" in warning
