"""Notes: one notion of a note, whatever was typed, printed as ``[i]`` in every format.

``markup`` is what an author types beside docutils' and MyST's own notes. When the document is read, ``definitions`` of notes are
found in it, the list gets its place (``list_place``), references are found for the notes (``pairing``), and both get numbers
(``numbering``): ``read_document`` takes these steps, fills the list and makes the ``record``. ``render`` gives references and list their final form,
when the page is resolved, and ``visitors`` write them; ``render_native`` makes docutils' footnotes of them, for builders of other
people's whose formats have notes of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.later import rooms_of
from ...core.outputs import EXPORT, add_post_transform_for_builder
from .visitors import add_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config


def setup_feature(app: Sphinx) -> None:
    """Register directive, role, nodes, and the steps from what is typed to a page."""
    here = rooms_of(__name__)
    add_nodes(app)
    app.add_directive_to_domain("eir", "notes", here("markup:NotesDirective"))
    app.add_role_to_domain("eir", "note", here("markup:note_role"))
    app.add_transform(here("read_document:ClaimNotes"))
    app.connect("config-inited", _choose_form)


def _choose_form(app: Sphinx, config: Config) -> None:
    """Register the post-transform for the builder, as ``eir_native_notes`` says, which is checked by now (400)."""
    here = rooms_of(__name__)
    native = here("render_native:PlaceNativeNotes")
    forms = {
        name: here(_form_of_native_notes(builder))
        for name, builder in app.registry.builders.items()
        if name in config.eir_native_notes
    }
    forms |= {
        "eir-pdf": native if config.eir_note_placement == "page" else here("render:PlaceNotesInPdf"),
        EXPORT: native,
        "epub": here("render:PlaceNotesInEpub"),
        "html": here("render:PlaceNotesInHtml"),
        "latex": here("render:PlaceNotesInLatex"),
        "texinfo": here("render:PlaceNotesInTexinfo"),
    }
    add_post_transform_for_builder(app, forms, otherwise=here("render:PlaceNotes"))


def _form_of_native_notes(builder: type[Builder]) -> str:
    """Return the post-transform for *builder*. Two packages have one of the name ``typst``."""
    in_text = builder.__module__.startswith("atsphinx.")
    return "render_native:PlaceNativeNotesInText" if in_text else "render_native:PlaceNativeNotes"
