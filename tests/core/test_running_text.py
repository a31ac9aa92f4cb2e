"""Which nodes are running text: one table, by class."""

from __future__ import annotations

from docutils import nodes

import sphinxext_eir
import sphinxext_eir.extension  # loads every feature
from sphinxext_eir.core import nodes as eir
from sphinxext_eir.core.running_text import NOT_RUNNING_TEXT, RUNNING_TEXT, part_of


def node_classes(kind: type[nodes.Node] = nodes.Node) -> set[type[nodes.Node]]:
    """Return the node classes of this package, wherever they are defined."""
    below = {found for subclass in kind.__subclasses__() for found in node_classes(subclass)}
    return below | ({kind} if kind.__module__.startswith(f"{sphinxext_eir.__name__}.") else set())


def test_every_node_class_of_ours_is_in_one_of_the_two_tables() -> None:
    unplaced = {kind for kind in node_classes() if (kind in NOT_RUNNING_TEXT) == (kind in RUNNING_TEXT)}
    assert unplaced == set()


def test_node_classes_stand_in_one_room() -> None:
    assert {kind.__module__ for kind in node_classes()} == {"sphinxext_eir.core.nodes"}


def test_what_inherits_from_a_part_is_that_part() -> None:
    class Remark(nodes.comment):
        pass

    assert part_of(Remark()) is NOT_RUNNING_TEXT[nodes.Invisible]
    assert part_of(eir.footnote_reference()) is NOT_RUNNING_TEXT[nodes.footnote_reference]


def test_a_target_is_text_since_it_holds_the_words_that_a_link_leads_to() -> None:
    assert part_of(nodes.target()) is None
