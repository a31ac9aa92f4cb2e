"""Results → nodes for LaTeX, whose visitors write links and bibliographies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.nodes import eir_biblioref
from .render import RenderCitations, anchor, label_of

if TYPE_CHECKING:
    from docutils.nodes import Node

    from ...core.nodes import eir_bibliography, eir_entry
    from .resolutions import PrintedEntry, Target


class RenderCitationsInLatex(RenderCitations):
    """Leaves links and bibliographies to the visitors."""

    def link(self, target: Target, docname: str, words: list[Node]) -> list[Node]:
        """Return the link that the visitors write."""
        return [eir_biblioref("", "", *words, refid=target.identifier)]

    def render_list(self, place: eir_bibliography, entries: list[tuple[eir_entry, PrintedEntry]]) -> None:
        """Complete each entry."""
        place.children = []
        for node, entry in entries:
            node["label"] = label_of(entry)
            if entry.identifier:
                node["ids"].append(entry.identifier)
            place += node
        if not entries:
            place.parent.replace(place, anchor(place))
