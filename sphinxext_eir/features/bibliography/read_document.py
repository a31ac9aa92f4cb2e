"""What is typed of citations and entries → the document's record, when the document is read."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ...core.domain import Ours, eir_domain
from ...core.nodes import citation_reference, eir_bibliography
from ...core.sections import is_conditional, is_heading, is_unsafe, last, lift, remove
from ...core.warnings import Subtype, warn
from .make_notes import is_note_style
from .records import Bibliography, Contents, Keyed, record_of


class ClaimCitations(SphinxTransform):
    """Reads a document's bibliographies, and finds and numbers what cites.

    After notes are claimed (610), whose bodies cite too; before quotation marks become typographic (750), though those are
    read as well, and before what a pull quote says is looked up (800).
    """

    default_priority = 640

    def apply(self, **kwargs: Any) -> None:
        """Make the document's record, if there is anything to know."""
        docname = self.env.docname
        domain = eir_domain(self.env)
        places = list(self.document.findall(eir_bibliography))
        search = bool(self.config.eir_link_citations and domain.find(docname, Ours))
        if not (places or search or any(True for _ in self.document.findall(citation_reference))):
            return
        # What reads citations takes time to import, and has no use in other documents.
        from .find_citations import Finder

        keys: set[str] = set()
        lists = tuple(self._list(number, place, keys) for number, place in enumerate(places))
        finder = Finder(self.document, docname, self.env.doc2path(docname), search=search)
        finder.walk(self.document)
        finder.walk_notes()
        if lists or finder.cited:
            keyed = any(isinstance(cited, Keyed) for cited in finder.cited)
            in_notes = keyed and is_note_style(self.document, self.env)
            contents = Contents(tuple(finder.cited), lists)
            domain.store(docname, record_of(contents, tuple(finder.labels.items()), in_notes=in_notes))

    def _list(self, number: int, place: eir_bibliography, keys: set[str]) -> Bibliography:
        """Return what is known of a list; its entries get keys that are none of *keys*, those of lists before it."""
        settle(place, self.document)
        place["number"] = number
        if not place["typed"] and not self.config.eir_bibliography_files:
            message = "this bibliography is empty: type its entries below it, or name files in eir_bibliography_files"
            warn(Subtype.BIBLIOGRAPHY_FILE, message, location=place)
        from .find_citations import location_of
        from .read_entries import read_entries  # as above

        return Bibliography(
            read_entries(place, keys) if place["typed"] else None,
            place["filter"],
            place["scope"],
            place["style"],
            location_of(place, self.env.doc2path(place["docname"])),
            conditional=is_conditional(place),
        )


def settle(place: eir_bibliography, document: nodes.document) -> None:
    """Find out whether the section that *place* stands in is its own; move it out of where it can't stand."""
    if is_unsafe(place) and place["headed"]:
        message = "eir:bibliography has a title and stands where no heading can: it is printed last"
        warn(Subtype.CONFIG, message, location=place)
        last(document).append(remove(place))
    elif place["headed"]:
        lift(place.parent)
    elif isinstance(place.parent, nodes.section) and isinstance(place.parent.parent, nodes.section):
        place["headed"] = is_heading([node for node in place.parent.children if node is not place])
