"""Notes: one notion of a note, whatever was typed, printed as ``[i]`` in every format.

``markup`` is what an author types beside docutils' and MyST's own notes → ``claiming`` puts them into one numbered list,
when the document is read → ``placing`` gives references and list their final form, when the page is resolved →
``visitors`` write them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain import eir_domain
from ..outputs import add_post_transform_for_builder
from .claiming import ClaimNotes, Notes
from .markup import NoteRole, NotesDirective
from .placing import (
    PlaceNotes,
    PlaceNotesInEpub,
    PlaceNotesInHtml,
    PlaceNotesInLatex,
    PlaceNotesInTexinfo,
    drop_dead_backlinks,
)
from .visitors import add_nodes

if TYPE_CHECKING:
    from docutils import nodes
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
    # After ifconfig (500), which takes content out when all post-transforms have run.
    app.connect("doctree-resolved", _drop_dead_backlinks, priority=900)


def _drop_dead_backlinks(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    if app.builder.format != "html":
        return
    notes = eir_domain(app.env).find(docname, Notes)
    if notes or app.builder.name == "singlehtml":
        drop_dead_backlinks(doctree)
