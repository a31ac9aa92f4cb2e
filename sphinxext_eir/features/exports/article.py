"""The parts of a document that is written as a file of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from ...core.bridge import Translation
from ...core.nodes import eir_entry, eir_running_head

if TYPE_CHECKING:
    from collections import Counter

    from ...core.bridge.elements import Element
    from ...core.works import Work


@dataclass(frozen=True)
class Parts:
    """A document as pandoc's writers take it."""

    title: list[Element]
    """Inlines."""
    body: list[Element]
    """Blocks: everything but the title. Its sections have headings of level 1."""
    head: eir_running_head
    """The texts at head and foot of its pages; without attributes in a document that is no article."""
    works: dict[str, Work]
    """The works of its bibliographies, by the ids of their entries."""
    unknown: Counter[str]
    """The classes of nodes that were taken for their text."""


def parts_of(document: nodes.document, language: str = "") -> Parts:
    """Return the parts of *document*, which is resolved, and in *language*.

    The title is that of its first section. What stands before or beside that section is part of the body.
    """
    translation = Translation(document, language)
    head = next(document.findall(eir_running_head), eir_running_head())
    section = next(document.findall(nodes.section), None)
    title: list[Element] = []
    if section is not None and isinstance(section.parent, (nodes.document, eir_running_head)):
        heading = section[0] if section.children and isinstance(section[0], nodes.title) else None
        if heading is not None:
            title = translation.inlines(heading.children)
            section.remove(heading)
            translation.wait([*heading["ids"], *section["ids"]])
            translation.level = -1
    works = {
        entry["ids"][0]: entry["work"]
        for entry in document.findall(eir_entry)
        if entry["ids"] and entry.get("work")
    }
    first, *body = translation.run(title)
    return Parts(first["c"], body, head, works, translation.unknown)
