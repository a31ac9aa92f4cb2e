"""Notes: one notion of a note, whatever was typed, printed as ``[i]`` in every format.

``markup`` is what an author types beside docutils' and MyST's own notes. When the document is read, ``definitions`` of notes are
found in it, the list gets its place (``list_place``), references are found for the notes (``pairing``), and both get numbers
(``numbering``): ``read_document`` takes these steps, and fills the list. ``render`` gives references and list their final form,
when the page is resolved, and ``visitors`` write them; ``render_native`` makes docutils' footnotes of them, for builders of other
people's whose formats have notes of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.outputs import EXPORT, add_post_transform_for_builder
from .markup import NoteRole, NotesDirective
from .read_document import ClaimNotes
from .render import (
    PlaceNotes,
    PlaceNotesInEpub,
    PlaceNotesInHtml,
    PlaceNotesInLatex,
    PlaceNotesInPdf,
    PlaceNotesInTexinfo,
)
from .render_native import PlaceNativeNotes, form_of_native_notes
from .visitors import add_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.transforms.post_transforms import SphinxPostTransform


def setup_feature(app: Sphinx) -> None:
    """Register directive, role, nodes, and the steps from what is typed to a page."""
    add_nodes(app)
    app.add_directive_to_domain("eir", "notes", NotesDirective)
    app.add_role_to_domain("eir", "note", NoteRole())
    app.add_transform(ClaimNotes)
    app.connect("config-inited", _choose_form)


def _choose_form(app: Sphinx, config: Config) -> None:
    """Register the post-transform for the builder, as ``eir_native_notes`` says, which is checked by now (400)."""
    forms: dict[str, type[SphinxPostTransform] | None] = {
        name: form_of_native_notes(builder)
        for name, builder in app.registry.builders.items()
        if name in config.eir_native_notes
    }
    at_foot = config.eir_note_placement == "page"
    forms |= {
        "eir-pdf": PlaceNativeNotes if at_foot else PlaceNotesInPdf,
        EXPORT: PlaceNativeNotes,
        "epub": PlaceNotesInEpub,
        "html": PlaceNotesInHtml,
        "latex": PlaceNotesInLatex,
        "texinfo": PlaceNotesInTexinfo,
    }
    add_post_transform_for_builder(app, forms, otherwise=PlaceNotes)
