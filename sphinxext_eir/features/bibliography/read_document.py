"""A document's tree → its record, when the document is read: its citations, and its bibliographies with their typed entries."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ...core.domain import Ours, eir_domain
from ...core.languages import language_of
from ...core.nodes import citation_reference, eir_bibliography, eir_note_item
from ...core.sections import is_conditional, is_heading, is_unsafe, last, lift, remove
from ...core.walks import find_all, find_blocks
from ...core.warnings import Subtype, warn
from .make_notes import has_note_style
from .records import Bibliography, Contents, KeyedCitation, record_of


class ReadCitations(SphinxTransform):
    """Reads a document's bibliographies, and finds and numbers its citations.

    After notes are claimed (610), whose bodies cite too; before quotation marks become typographic (750), though those are
    read as well, and before the words of a pull quote are looked up (800).
    """

    default_priority = 640

    def apply(self, **kwargs: Any) -> None:
        """Make the document's record, if it has a citation or a bibliography."""
        docname = self.env.docname
        domain = eir_domain(self.env)
        places = find_blocks(self.document, eir_bibliography)
        search = bool(self.config.eir_link_citations and domain.find(docname, Ours))
        if not (places or search or any(True for _ in find_all(self.document, citation_reference))):
            return
        # The readers of typed citations take time to import, and other documents don't need them.
        from .find_citations import find_citations

        keys: set[str] = set()
        lists = tuple(self._read(place, number, keys) for number, place in enumerate(places))
        path, language = self.env.doc2path(docname), language_of(self.env, docname)
        cited = find_citations(self.document, docname, path, search=search, language=language)
        if lists or cited:
            keyed = any(isinstance(citation, KeyedCitation) for citation in cited)
            in_notes = keyed and has_note_style(self.document, self.env)
            items = find_blocks(self.document, eir_note_item)
            labels = tuple((item["number"], item["label"]) for item in items)
            domain.store(docname, record_of(Contents(cited, lists), labels, in_notes=in_notes))

    def _read(self, place: eir_bibliography, number: int, keys: set[str]) -> Bibliography:
        """Give a bibliography its number, and return what it asks for; *keys* are those of the entries before it."""
        fit_into_section(place, self.document)
        place["number"] = number
        if not place["typed"] and not self.config.eir_bibliography_files:
            message = "this bibliography is empty: type its entries below it, or name files in eir_bibliography_files"
            warn(Subtype.BIBLIOGRAPHY_FILE, message, location=place)
        from .find_citations import location_of  # as above
        from .read_entries import read_entries

        return Bibliography(
            read_entries(place, keys) if place["typed"] else None,
            place["filter"],
            place["scope"],
            place["style"],
            location_of(place, self.env.doc2path(place["docname"])),
            conditional=is_conditional(place),
            choices=place["choices"],
        )


def fit_into_section(place: eir_bibliography, document: nodes.document) -> None:
    """Find out if the section that *place* stands in is its own, and move it out of where no section can stand."""
    if is_unsafe(place) and place["headed"]:
        message = "eir:bibliography has a title and stands where no heading can: it is printed last"
        warn(Subtype.CONFIG, message, location=place)
        last(document).append(remove(place))
    elif place["headed"]:
        lift(place.parent)
    elif isinstance(place.parent, nodes.section) and isinstance(place.parent.parent, nodes.section):
        place["headed"] = is_heading([node for node in place.parent.children if node is not place])
