"""Citations by key in a style of notes → notes, before the document's notes are numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ...core.domain import Ours, eir_domain
from ...core.nodes import citation_reference, eir_bibliography, eir_note
from ...core.running_text import strip_space_before
from ...core.sections import ancestors_of
from ...core.walks import find_all, find_blocks
from ...text.patterns import compile_later
from .note_styles import is_of_notes

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

IN_NOTES = ("citep", "citet", "citeyearpar", "citealp")
"""The roles whose citations are notes, in a style of notes."""


class MakeNotes(SphinxTransform):
    """Makes notes of citations by key, if the document's style is one of notes.

    Before notes are claimed (610), so that they are numbered among the author's own.
    """

    default_priority = 605

    def apply(self, **kwargs: Any) -> None:
        """Put each citation that isn't in a note into one; an author's name stays before it."""
        for definition in find_all(self.document, nodes.substitution_definition):
            # docutils (220) has copied this content to each use; the definition itself cites nothing.
            for reference in list(definition.findall(citation_reference)):
                reference.parent.replace(reference, nodes.Text(reference["typed"]))
        references = [
            node for node in find_all(self.document, citation_reference) if node["role"] in IN_NOTES
        ]
        if not references or not has_note_style(self.document, self.env):
            return
        for number, reference in enumerate(references):
            if any(
                isinstance(node, (eir_note, nodes.footnote, nodes.citation))
                for node in ancestors_of(reference)
            ):
                reference["part"] = "note"
            else:
                eir_domain(self.env).store(self.env.docname, Ours())
                make_note(reference, number)


def make_note(reference: citation_reference, number: int) -> None:
    """Put *reference* into a note. An author's name stays, and *number* pairs it with its note."""
    cited = reference.copy()
    cited["part"] = "note"
    note = eir_note(reference.rawsource, "", cited)
    note.source, note.line = reference.source, reference.line
    if reference["role"] == "citet":
        cited["pair"] = reference["pair"] = number
        reference.parent.insert(reference.parent.index(reference) + 1, note)
    else:
        reference.parent.replace(reference, note)
    move_past_stop(note)


_STOPS = compile_later(r"[.,;:!?…]+[\"'”’)]*|[”’\"']+")


def move_past_stop(note: eir_note) -> None:
    """Move *note* to where its mark is to stand, as pandoc does: right after a word, and after the stop that follows the word."""
    parent = note.parent
    position = parent.index(note)
    strip_space_before(parent, position)
    after = parent[position + 1] if position + 1 < len(parent) else None
    if isinstance(after, nodes.Text) and (stops := _STOPS.match(after)):
        parent[position + 1] = nodes.Text(after[stops.end() :])
        parent.insert(position, nodes.Text(stops[0]))


# Styles of notes


def has_note_style(document: nodes.document, env: BuildEnvironment) -> bool:
    """Say if the style of *document*, its own or the project's, is one of notes."""
    lists = find_blocks(document, eir_bibliography)
    own = next((place["style"] for place in lists if place["style"]), "")
    return is_of_notes(own, env)
