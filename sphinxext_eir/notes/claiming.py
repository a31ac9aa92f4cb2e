"""Native notes, inline notes and literal markers → one numbered list, when the document is read.

What an author types as a note is, to docutils, a footnote with a number, a label, a symbol or none of them; or, typed
``[i]``, a citation that belongs to the whole project; or plain text. All are taken out of docutils' hands here, put
into one list in the place where they are printed, and numbered in the order in which they are first referred to.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from itertools import count, pairwise
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util.matching import Matcher

from ..domain import Ours, eir_domain
from ..numerals import roman_value, written
from ..warnings import Subtype, warn
from .nodes import eir_note, eir_note_item, eir_notes, footnote_reference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Element, Node


@dataclass(frozen=True)
class Notes:
    """The record of a document's notes."""

    labels: tuple[str, ...]


@dataclass(eq=False)
class Note:
    """A note while it is being claimed."""

    body: list[Node]
    source: Element
    """What was typed: where to point."""
    name: str = ""
    """Its name, for messages."""
    number: int = 0
    """As printed; as typed, if it was."""
    keeps_id: bool = False
    """Whether a hyperlink refers to it by name, as docutils allows."""
    references: list[footnote_reference] = field(default_factory=list)


class ClaimNotes(SphinxTransform):
    """Claims the notes of a document that is ours.

    After translation (20) and substitutions (220): notes that a translation moved are claimed where it put them. Before
    MyST-Parser sorts footnotes (618), and before citations and footnotes are resolved (619, 620): any later, and the
    literal ``[i]`` of two documents are reported as duplicate citations.
    """

    default_priority = 610

    def apply(self, **kwargs: Any) -> None:  # noqa: ARG002 - docutils' signature
        """Claim, number and place the notes, and leave nothing of them to docutils."""
        docname = self.env.docname
        domain = eir_domain(self.env)
        literals = literal_definitions(self.document)
        if literals or (self.config.eir_documents and Matcher(self.config.eir_documents)(docname)):
            domain.store(docname, Ours())
        if not domain.find(docname, Ours):
            return
        home = home_of_list(self.document, literals)
        claim = Claim(self.document, literals, markdown=self.env.doc2path(docname).suffix == ".md")
        notes = claim.numbered_notes()
        place = place_of_list(self.document, home, docname, empty=not notes)
        if place is None:
            return
        style = place.attributes.pop("style", self.config.eir_note_style)
        brackets = place.attributes.pop("brackets", self.config.eir_note_brackets)
        opening, closing = brackets or ("", "")
        labels = [f"{opening}{written(note.number, style)}{closing}" for note in notes]
        warn_of_disorder(claim.used, dict(zip(notes, labels, strict=True)))
        for position, (note, label) in enumerate(zip(notes, labels, strict=True), 1):
            place += item_of(note, self.document, docname, position, label)
        place["ids"] = [f"eir-notes-{slug(docname)}"]
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


def slug(docname: str) -> str:
    """Write *docname* as a part of an XML Name, so that no two are written alike.

    ``/`` is written ``.``, and any other character that is no letter, digit, ``-`` or ``_`` of ASCII as its code in
    hexadecimal between ``..`` and ``.``, which nothing else gives.
    """
    return re.sub(r"[^A-Za-z0-9_/-]", lambda match: f"..{ord(match[0]):x}.", docname).replace("/", ".")


# Literal notes


def literal_definitions(document: nodes.document) -> dict[nodes.citation, int]:
    """Return the citations that are literal notes, ``.. [i] …``, with their numbers.

    A numeral is lower-case and canonical, and belongs to a run that starts at ``i``. One may be missing in the run, which
    is a slip; ``[md]`` (1500) after ``[iii]`` is somebody's citation.
    """
    numerals = {
        citation: value
        for citation in document.findall(nodes.citation)
        if citation.children and (value := roman_value(citation[0].astext()))
    }
    last = end_of_run(numerals.values())
    return {citation: value for citation, value in numerals.items() if value <= last}


def end_of_run(numbers: Iterable[int]) -> int:
    """Return the last of the *numbers* that begin at 1 and go on with at most one missing at a time; 0 if none does."""
    last = 0
    for number in sorted(numbers):
        if number > last + (2 if last else 1):
            break
        last = number
    return last


MARKER = re.compile(r"\[([ivxlcdm]+)\]_?(?!\w)")
"""A literal marker in running text, also glued to a word; ``[i]t`` is an editor's lower-casing, and no marker."""

MISSING_IN_MARKDOWN = re.compile(r"\[\^([^\]\s]+)\]")
"""A reference that MyST-Parser left as text, since it has no note."""

NOT_TEXT = (
    nodes.FixedTextElement,
    nodes.literal,
    nodes.math,
    nodes.raw,
    nodes.reference,
    addnodes.pending_xref,
)
"""Where ``[i]`` is no marker: in code and formulas, and in links, which can't hold another."""

UNSEEN = (nodes.Invisible, nodes.system_message, nodes.problematic, nodes.label)


AUTOMATIC = {1: "#", "*": "*"}
"""How a footnote without a name was typed, by docutils' ``auto``."""


class Claim:
    """Takes notes and references out of *document* and out of docutils' registries, and pairs them."""

    def __init__(
        self, document: nodes.document, literals: dict[nodes.citation, int], *, markdown: bool
    ) -> None:
        self.document = document
        self.literals = literals
        self.markdown = markdown
        self.named: dict[str, Note] = {}
        self.automatic: dict[object, deque[Note]] = {auto: deque() for auto in AUTOMATIC}
        self.unused: dict[Note, None] = {}
        """In the order typed; a reference takes a note out."""
        self.used: list[Note] = []
        """In the order in which they are first referred to."""
        hyperlinks = {node["refname"] for node in document.findall(nodes.reference) if "refname" in node}
        for definition in definitions(document, literals):
            self._define(definition, hyperlinks)
        self.run = end_of_run(value for name in self.named if (value := roman_value(name)))
        if self.run == 1 and not literals:
            self.run = 0  # one footnote that happens to be labelled `i`, as in i, j, k
        self._refer_in(document)
        for note in self.used:  # it grows: notes may refer to notes
            for node in note.body:
                if isinstance(node, nodes.Element):
                    self._refer_in(node)
        self._leave_nothing_to_docutils()

    def numbered_notes(self) -> list[Note]:
        """Return the notes in the order of their numbers: as typed, else in the order of reference, the unused last."""
        numbered: dict[int, Note] = {}
        for note in (*self.used, *self.unused):
            number = self._typed_number(note.name)
            if number and self.named.get(note.name) is note and number not in numbered:
                note.number = number
                numbered[number] = note
        free = (number for number in count(1) if number not in numbered)
        for note in (*self.used, *self.unused):
            note.number = note.number or next(free)
        for note in self.unused:
            if self.named.get(note.name, note) is note:  # no duplicate, of which the author knows
                message = f"nothing refers to note {note.name or AUTOMATIC[note.source['auto']]!r}; it is printed all the same"
                warn(Subtype.NOTE_UNUSED, message, location=note.source)
        return sorted((*self.used, *self.unused), key=lambda note: note.number)

    def _typed_number(self, name: str) -> int:
        if name.isdecimal():
            return int(name)
        value = roman_value(name) or 0
        return value if value <= self.run else 0

    # Definitions

    def _define(self, node: nodes.footnote | nodes.citation, hyperlinks: set[str]) -> None:
        note = Note([child for child in node.children if not isinstance(child, nodes.label)], node)
        node.parent.remove(node)
        self.unused[note] = None
        names = node["names"] or node["dupnames"]
        if not names:
            self.automatic[node["auto"]].append(note)
            return
        note.name = names[0]
        if note.name in self.named:
            message = f"there are two notes {note.name!r}: references lead to the first, and the second is printed last"
            warn(Subtype.NOTE_DUPLICATE, message, location=node)
            return
        self.named[note.name] = note
        note.keeps_id = note.name in hyperlinks

    # References

    def _refer_in(self, parent: Element, *, text: bool = True) -> None:
        """Find what refers to a note below *parent*, in order, and put a reference of ours in its place."""
        text = text and not isinstance(parent, NOT_TEXT)
        for node in list(parent.children):
            if isinstance(node, nodes.Text):
                if text and (self.run or self.markdown):
                    self._refer_in_text(node)
            elif isinstance(node, nodes.footnote_reference):
                self._replace(node, self._note_of_footnote(node))
            elif isinstance(node, nodes.citation_reference):
                if self._is_literal(node.astext()):
                    self._replace(node, self.named.get(node.astext()))
            elif isinstance(node, eir_note):
                paragraph = nodes.paragraph("", "", *node.children, translatable=False)
                paragraph.source, paragraph.line = node.source, node.line
                self._replace(node, Note([paragraph], node))
            elif isinstance(node, nodes.Element) and not isinstance(node, UNSEEN):
                self._refer_in(node, text=text)

    def _note_of_footnote(self, node: nodes.footnote_reference) -> Note | None:
        if "refname" in node:
            return self.named.get(node["refname"])
        queue = self.automatic[node["auto"]]
        return queue.popleft() if queue else None

    def _is_literal(self, numeral: str) -> bool:
        """Whether *numeral* refers to a literal note: one of the run, or the one that is missing after it."""
        value = roman_value(numeral)
        return value is not None and self.run > 0 and value <= self.run + 1

    def _refer_in_text(self, node: nodes.Text) -> None:
        text = str(node)
        pieces: list[Node] = []
        start = 0
        for marker in MARKER.finditer(text):
            if self._is_literal(marker[1]):
                reference = self._reference(self.named.get(marker[1]), marker[1], node.parent)
                if reference:
                    pieces += [nodes.Text(text[start : marker.start()]), reference]
                    start = marker.end()
        if self.markdown:
            for missing in MISSING_IN_MARKDOWN.finditer(text):
                self._reference(None, missing[1], node.parent)
        if pieces:
            pieces.append(nodes.Text(text[start:]))
            node.parent.replace(
                node, [piece for piece in pieces if piece.astext() or not isinstance(piece, nodes.Text)]
            )

    def _replace(self, node: Element, note: Note | None) -> None:
        name = node.get("refname") or AUTOMATIC.get(node.get("auto"), "")
        reference = self._reference(note, name, node)
        node.parent.replace(node, reference or nodes.Text(node.rawsource))

    def _reference(self, note: Note | None, name: str, location: Element) -> footnote_reference | None:
        """Return a reference to *note*, or warn that it isn't there."""
        if note is None:
            message = f"there is no note {name!r} in this document: write it, or take the reference away"
            warn(Subtype.NOTE_MISSING, message, location=location)
            return None
        if not note.references:
            self.used.append(note)
            self.unused.pop(note, None)
        reference = footnote_reference()
        reference.source, reference.line = location.source, location.line
        note.references.append(reference)
        return reference

    def _leave_nothing_to_docutils(self) -> None:
        """Clear docutils' registries: it would warn of what it misses, and MyST-Parser would move what it finds."""
        document = self.document
        for name in (
            "footnotes",
            "autofootnotes",
            "autofootnote_refs",
            "symbol_footnotes",
            "symbol_footnote_refs",
        ):
            setattr(document, name, [])
        document.footnote_refs = {}
        document.citations = [citation for citation in document.citations if citation not in self.literals]
        for name, note in self.named.items():
            document.citation_refs.pop(name, None)
            if note.keeps_id:
                document.nametypes[name] = False  # as a hyperlink's target, but no label of the whole project
            else:
                document.nametypes.pop(name, None)
                document.ids.pop(document.nameids.pop(name, "") or "", None)


def definitions(
    document: nodes.document, literals: dict[nodes.citation, int]
) -> list[nodes.footnote | nodes.citation]:
    """Return what defines a note, in the order typed. A walk finds also what the registries don't know."""
    return [
        node
        for node in document.findall(lambda node: isinstance(node, (nodes.footnote, nodes.citation)))
        if isinstance(node, nodes.footnote) or node in literals
    ]


# The place of the list


def home_of_list(document: nodes.document, literals: dict[nodes.citation, int]) -> Element:
    """Return what the list ends when no ``eir:notes`` says where it stands.

    That is the document's last top section, or a section that holds nothing but a heading and the notes: whoever writes
    *Notes* over them has said where they stand.
    """
    found = definitions(document, literals)
    parents = {node.parent for node in found}
    if len(parents) == 1:
        (parent,) = parents
        others = (node for node in parent.children if node not in found)
        if isinstance(parent, nodes.section) and all(
            isinstance(node, (nodes.title, nodes.Invisible)) for node in others
        ):
            return parent
    sections = [node for node in document.children if isinstance(node, nodes.section)]
    return sections[-1] if sections else document


def place_of_list(document: nodes.document, home: Element, docname: str, *, empty: bool) -> eir_notes | None:
    """Return the node that the notes go into: the author's ``eir:notes``, or one at the end of *home*."""
    places = list(document.findall(eir_notes))
    for place in places[0 if empty else 1 :]:
        subtype, message = (
            (Subtype.NOTE_MISSING, "this document has no notes to print here")
            if empty
            else (
                Subtype.NOTE_DUPLICATE,
                "a document prints its notes once, at its first eir:notes, and not here",
            )
        )
        warn(subtype, message, location=place)
        superfluous = place.parent if place.get("titled") else place
        superfluous.parent.remove(superfluous)
    if empty:
        return None
    if not places:
        place = eir_notes(docname=docname)
        home += place
        return place
    if places[0].attributes.pop("titled", False):
        lift(cast("nodes.section", places[0].parent))
    return places[0]


def lift(section: nodes.section) -> None:
    """Move *section* out of the sections that it ends: *Notes* after a bibliography is no part of the bibliography."""
    parent = section.parent
    while (
        isinstance(parent, nodes.section)
        and isinstance(parent.parent, nodes.section)
        and all(isinstance(node, nodes.Invisible) for node in parent[parent.index(section) + 1 :])
    ):
        parent.remove(section)
        parent.parent.insert(parent.parent.index(parent) + 1, section)
        parent = section.parent
