"""Native notes, inline notes and literal markers → one numbered list, when the document is read.

What an author types as a note is, to docutils, a footnote with a number, a label, a symbol or none of them; or, typed
``[i]``, a citation that belongs to the whole project; or plain text. ``pairing`` takes all of them out of docutils' hands
and finds what refers to what; here they are labelled and put into one list, whose ``place`` is found.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from sphinx.transforms import SphinxTransform
from sphinx.util.matching import Matcher

from ...core.domain import Ours, eir_domain
from ...core.nodes import eir_note_item
from ...core.sections import remove, without_heading
from ...core.warnings import Subtype, warn
from ...text.identifiers import slug
from ...text.numerals import written
from .pairing import Claim, literal_definitions
from .place import find_place

if TYPE_CHECKING:
    from docutils import nodes

    from .pairing import Note


@dataclass(frozen=True)
class Notes:
    """The record of a document's notes."""

    labels: tuple[str, ...]


class ClaimNotes(SphinxTransform):
    """Claims the notes of a document that is ours.

    After translation (20) and substitutions (220): notes that a translation moved are claimed where it put them. Before
    MyST-Parser sorts footnotes (618), and before citations and footnotes are resolved (619, 620): any later, and the
    literal ``[i]`` of two documents are reported as duplicate citations.
    """

    default_priority = 610

    def apply(self, **kwargs: Any) -> None:
        """Claim, number and place the notes, and leave nothing of them to docutils."""
        docname = self.env.docname
        domain = eir_domain(self.env)
        literals = literal_definitions(self.document)
        if literals or (self.config.eir_documents and Matcher(self.config.eir_documents)(docname)):
            domain.store(docname, Ours())
        if not domain.find(docname, Ours):
            return
        place = find_place(self.document, literals, docname)
        claim = Claim(self.document, literals)
        claim.define()
        claim.refer()
        claim.release()
        notes = claim.numbered_notes()
        if not notes:
            if place.line:  # the author's
                message = f"this document has no notes to print here{without_heading(place)}"
                warn(Subtype.NOTE_MISSING, message, location=place)
            remove(place)
            return
        style = place.attributes.pop("style", self.config.eir_note_style)
        brackets = place.attributes.pop("brackets", self.config.eir_note_brackets)
        opening, closing = brackets or ("", "")
        labels = [f"{opening}{written(note.number, style)}{closing}" for note in notes]
        warn_of_disorder(claim.used, dict(zip(notes, labels, strict=True)))
        for position, (note, label) in enumerate(zip(notes, labels, strict=True), 1):
            place += item_of(note, self.document, docname, position, label)
        place["ids"].insert(0, f"eir-notes-{slug(docname)}")
        domain.store(docname, Notes(tuple(labels)))


def item_of(note: Note, document: nodes.document, docname: str, position: int, label: str) -> eir_note_item:
    """Return the list's item for *note*, and tell its references where it is."""
    identifier = note_id(docname, position)
    kept = note.source["ids"] if note.keeps_id else []
    item = eir_note_item("", *note.body, number=note.number, label=label, ids=[identifier, *kept])
    item.source, item.line = note.source.source, note.source.line
    for kept_id in kept:
        document.ids[kept_id] = item
    for occurrence, reference in enumerate(note.references, 1):
        reference.attributes |= {
            "docname": docname,
            "number": note.number,
            "label": label,
            "refid": identifier,
            "ids": [f"{identifier}-{occurrence}"],
        }
    return item


def warn_of_disorder(used: list[Note], labels: dict[Note, str]) -> None:
    """Warn where numbers, since some were typed, are not in the order of reference."""
    for before, after in pairwise(used):
        if before.number > after.number:
            message = f"note {labels[after]} is first referred to after note {labels[before]}; numbers stay as typed"
            warn(Subtype.NOTE_ORDER, message, location=after.source)
            return


def note_id(docname: str, position: int) -> str:
    """Return the id of a note, unique also where documents are joined."""
    return f"eir-note-{position}-{slug(docname)}"
