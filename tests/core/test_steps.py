"""Steps that are taken for documents with nodes of certain kinds alone."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes
from docutils.utils import new_document

from sphinxext_eir.core.nodes import eir_notes, footnote_reference
from sphinxext_eir.core.steps import StepFor, step_for
from sphinxext_eir.core.walks import find_all, find_blocks

if TYPE_CHECKING:
    from support.sphinx_project import Project


class Counting:
    """A transform that notes on the document that it was taken."""

    def __init__(self, document: nodes.document, _startnode: nodes.Node | None = None) -> None:
        self.document = document

    def apply(self, **options: Any) -> None:
        self.document["taken"] = options


@pytest.mark.parametrize("kind", [eir_notes, footnote_reference])
def test_a_step_is_for_documents_with_its_nodes(kind: type[nodes.Element]) -> None:
    step = step_for(Counting, 7, eir_notes, footnote_reference)
    for node, is_taken in ((nodes.emphasis(), False), (kind(), True)):
        document = new_document("essay")
        document += nodes.section("", nodes.paragraph("", "", node))
        if is_taken and kind is eir_notes:
            document += node
        step(document).apply(quick=True)
        assert document.get("taken") == ({"quick": True} if is_taken else None)


def test_a_step_has_the_name_of_its_transform_and_can_be_copied() -> None:
    step = step_for(Counting, 7, eir_notes)
    assert (step.__name__, copy.deepcopy(step).default_priority) == ("Counting", 7)


def test_blocks_are_found_in_order_and_not_in_paragraphs() -> None:
    document = new_document("essay")
    inner, outer = nodes.section(ids=["inner"]), nodes.section(ids=["outer"])
    outer += [nodes.paragraph("", "", nodes.emphasis("", "a")), inner]
    document += outer
    assert find_blocks(document, nodes.section) == find_all(document, nodes.section) == [outer, inner]
    assert find_blocks(document, nodes.emphasis) == []
    assert find_all(document, (nodes.Text, nodes.emphasis)) == list(
        document.findall(lambda node: isinstance(node, (nodes.Text, nodes.emphasis)))
    )


@pytest.mark.parametrize("builder", ["html", "epub", "latex", "text", "eir-pdf", "gettext"])
def test_each_step_comes_when_its_transform_would(project: Project, builder: str) -> None:
    registry = project.write({"index.rst": "Essays\n======\n"}).build(builder).app.registry
    steps: list[Any] = [*registry.transforms, *registry.post_transforms]
    named = [step for step in steps if isinstance(step, StepFor)]
    assert len(named) > 10
    for step in named:
        assert step.default_priority == step.transform.default_priority, step
