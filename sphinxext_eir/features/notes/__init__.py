"""Notes: one notion of a note, whatever was typed, printed as ``[i]`` in every format.

``markup`` is what an author types beside docutils' and MyST's own notes. When the document is read, ``definitions`` of notes are
found in it, the list gets its place (``list_place``), references are found for the notes (``pairing``), and both get numbers
(``numbering``): ``read_document`` takes these steps, and fills the list. ``render`` gives references and list their final form,
when the page is resolved, and ``visitors`` write them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.outputs import add_post_transform_for_builder
from .markup import NoteRole, NotesDirective
from .read_document import ClaimNotes
from .render import (
    PlaceNotes,
    PlaceNotesInEpub,
    PlaceNotesInHtml,
    PlaceNotesInLatex,
    PlaceNotesInTexinfo,
)
from .visitors import add_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register directive, role, nodes, and the steps from what is typed to a page."""
    add_nodes(app)
    app.add_directive_to_domain("eir", "notes", NotesDirective)
    app.add_role_to_domain("eir", "note", NoteRole())
    app.add_transform(ClaimNotes)
    own = {
        "epub": PlaceNotesInEpub,
        "html": PlaceNotesInHtml,
        "latex": PlaceNotesInLatex,
        "texinfo": PlaceNotesInTexinfo,
    }
    add_post_transform_for_builder(app, own, otherwise=PlaceNotes)
