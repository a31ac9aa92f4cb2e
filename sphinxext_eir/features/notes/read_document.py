"""Native notes, inline notes and literal markers → one numbered list, when the document is read.

To docutils, a note as authors type it is a footnote with a number, a label, a symbol or none of these; or, typed ``[i]``, a
citation that belongs to the whole project; or plain text. All of them become one list of notes with labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.matching import Matcher

from ...core.domain import Ours, eir_domain
from ...core.glued_markup import is_restructured_text
from ...core.nodes import eir_note_item
from ...core.sections import remove, without_heading
from ...core.warnings import Subtype, warn
from ...text.identifiers import slug
from ...text.numerals import written
from .definitions import find_typed_notes, take_out
from .list_place import find_notes_list
from .numbering import numbered, warn_of_disorder
from .pairing import pair
from .record import Notes

if TYPE_CHECKING:
    from ...core.nodes import eir_notes
    from .numbering import NumberedNote


class ClaimNotes(SphinxTransform):
    """Claims the notes of a document that is ours.

    After translation (20) and substitutions (220): notes that a translation moved are claimed where it put them. Before
    MyST-Parser sorts footnotes (618), and before citations and footnotes are resolved (619, 620): any later, and the
    literal ``[i]`` of two documents are reported as duplicate citations.
    """

    default_priority = 610

    def apply(self, **kwargs: Any) -> None:
        """Claim and number the notes, put them into one list, and leave nothing of them to docutils."""
        docname = self.env.docname
        domain = eir_domain(self.env)
        typed = find_typed_notes(self.document)
        if typed.literals or (self.config.eir_documents and Matcher(self.config.eir_documents)(docname)):
            domain.store(docname, Ours())
        if not domain.find(docname, Ours):
            return
        notes_list = find_notes_list(self.document, typed, docname)
        is_rest = is_restructured_text(self.env)
        notes = numbered(pair(self.document, take_out(typed, self.document), glued=is_rest))
        if notes:
            self._print(notes, notes_list)
            return
        if notes_list.line:  # the author's
            message = f"this document has no notes to print here{without_heading(notes_list)}"
            warn(Subtype.NOTE_MISSING, message, location=notes_list)
        remove(notes_list)

    def _print(self, notes: list[NumberedNote], notes_list: eir_notes) -> None:
        """Put *notes*, which come in the order of reference, into *notes_list* with their labels."""
        docname = self.env.docname
        style = notes_list.attributes.pop("style", self.config.eir_note_style)
        brackets = notes_list.attributes.pop("brackets", self.config.eir_note_brackets)
        opening, closing = brackets or ("", "")
        in_order = sorted(notes, key=lambda note: note.number)
        labels = {note.number: f"{opening}{written(note.number, style)}{closing}" for note in in_order}
        warn_of_disorder(notes, labels)
        for position, note in enumerate(in_order, 1):
            notes_list += _item(note, self.document, docname, position, labels[note.number])
        notes_list["ids"].insert(0, f"eir-notes-{slug(docname)}")
        eir_domain(self.env).store(docname, Notes(tuple(labels.values())))


def _item(
    numbered_note: NumberedNote, document: nodes.document, docname: str, position: int, label: str
) -> eir_note_item:
    """Return the list's item for a note, and tell its references where it is."""
    note = numbered_note.note
    identifier = f"eir-note-{position}-{slug(docname)}"  # unique also where documents are joined
    item = eir_note_item("", *note.body, number=numbered_note.number, label=label)
    item["ids"] = [identifier, *note.ids]
    item["names"] = list(note.names)
    item.source, item.line = note.source.source, note.source.line
    for kept_id in note.ids:
        document.ids[kept_id] = item
    for occurrence, reference in enumerate(numbered_note.references, 1):
        reference.attributes |= {
            "docname": docname,
            "number": numbered_note.number,
            "label": label,
            "refid": identifier,
            "ids": [f"{identifier}-{occurrence}"],
        }
        # What docutils' references have: others' transforms look for it, and smart quotes see that a word ends here.
        reference.append(nodes.Text(label.strip("[]()")))
    return item
