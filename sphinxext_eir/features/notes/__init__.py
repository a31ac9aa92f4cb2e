"""Notes: one notion of a note, whatever was typed, printed as ``[i]`` in every format.

``markup`` is what an author types beside docutils' and MyST's own notes → ``claiming`` puts them into one numbered list,
when the document is read → ``placing`` gives references and list their final form, when the page is resolved →
``visitors`` write them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.outputs import add_post_transform_for_builder
from .claiming import ClaimNotes
from .markup import NoteRole, NotesDirective
from .placing import (
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
