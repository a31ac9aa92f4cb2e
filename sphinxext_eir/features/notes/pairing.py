"""References to notes: each is found, paired with its note, and replaced by a reference of ours."""

from __future__ import annotations

import re
from collections import deque
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx import addnodes

from ...core.nodes import citation_reference, eir_note, footnote_reference
from ...core.sections import ancestors_of
from ...core.warnings import Subtype, warn
from ...text.numerals import ANY_ROMAN
from .definitions import Note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils.nodes import Element, Node

    from .definitions import Definitions


class Pairs(NamedTuple):
    """The notes of a document, each with the references to it."""

    definitions: Definitions
    references: Mapping[Note, list[footnote_reference]]
    """Of notes that something refers to, in the order in which they are first referred to; inline notes included."""
    unused: list[Note]
    """Notes that nothing refers to, in the order typed."""


MARKER = re.compile(rf"\[({ANY_ROMAN})\]_?(?!\w)")
"""A literal marker in running text, also glued to a word; ``[i]t`` is an editor's lower-casing, and not a marker."""

GLUED = re.compile(r"(?<=\S)\[(#[\w.:+-]*|\*|\d+)\]_(?!\w)")
"""A marker of docutils' that is glued to a word, as E-IR sets it: text to docutils, which wants a space or ``\\ `` before it."""

LINKS = (nodes.reference, addnodes.pending_xref)
NOT_TEXT = (nodes.FixedTextElement, nodes.literal, nodes.math, nodes.raw, nodes.option_string, *LINKS)
"""Nodes in which ``[i]`` isn't a marker: code and formulas, and links, which can't hold another."""

UNSEEN = (
    citation_reference,
    nodes.Invisible,
    nodes.docinfo,
    nodes.system_message,
    nodes.problematic,
    nodes.label,
)

AUTOMATIC = {1: "#", "*": "*"}
"""The labels of footnotes without a name, as typed, by docutils' ``auto``."""


def pair(document: nodes.document, definitions: Definitions, *, glued: bool = False) -> Pairs:
    """Replace what refers to a note in *document* and in its notes. Warn of a reference without a note.

    Markers of docutils' that are *glued* to a word count if the document is reStructuredText: to MyST, ``[#a]_`` is text.
    """
    search = _Search(definitions, document.ids, glued=glued)
    search.everything(document)
    unused = [note for note in definitions.notes if note not in search.references]
    return Pairs(definitions, search.references, unused)


class _Search:
    """The state of the search: which notes have been found used, and which of them haven't been searched yet."""

    def __init__(self, definitions: Definitions, ids: dict[str, Element], *, glued: bool) -> None:
        self.references: dict[Note, list[footnote_reference]] = {}
        self._definitions = definitions
        self._ids = ids
        """The document's elements by id."""
        self._markers = [MARKER] * bool(definitions.roman_run) + [GLUED] * glued
        self._unsearched: deque[Note] = deque()
        self._automatic: dict[object, deque[Note]] = {auto: deque() for auto in AUTOMATIC}
        for note in definitions.notes:
            if not note.name:
                self._automatic[note.source["auto"]].append(note)

    def everything(self, document: nodes.document) -> None:
        """Search the text, then the notes that it refers to, and so on; then the other notes."""
        self._in_element(document)
        self._in_used_notes()
        for note in self._definitions.notes:
            if note not in self.references:
                self._in_note(note)
                self._in_used_notes()

    def _in_used_notes(self) -> None:
        while self._unsearched:
            self._in_note(self._unsearched.popleft())

    def _in_note(self, note: Note) -> None:
        for node in note.body:
            if isinstance(node, nodes.Element):
                self._in_element(node)

    def _in_element(self, parent: Element, *, text: bool = True) -> None:
        """Search below *parent*, in order."""
        text = text and not isinstance(parent, NOT_TEXT)
        for node in list(parent.children):
            if isinstance(node, nodes.Text):
                if text and self._markers:
                    self._in_text(node)
            elif isinstance(node, footnote_reference):
                continue  # one of ours: this note was searched before it was referred to
            elif isinstance(node, nodes.footnote_reference):
                self._replace(node, self._note_of_footnote(node))
            elif isinstance(node, nodes.citation_reference):
                if self._definitions.is_literal(node.astext()):
                    self._replace(node, self._definitions.named.get(node.astext()))
            elif isinstance(node, eir_note):
                paragraph = nodes.paragraph("", "", *node.children)
                paragraph.source, paragraph.line = node.source, node.line
                self._replace(node, Note([paragraph], node))
            elif isinstance(node, nodes.Element) and not isinstance(node, UNSEEN):
                self._in_element(node, text=text)

    def _in_text(self, node: nodes.Text) -> None:
        text = str(node)
        if "[" not in text:
            return
        pieces: list[Node] = []
        start = 0
        markers = chain.from_iterable(kind.finditer(text) for kind in self._markers)
        for marker in sorted(markers, key=re.Match.start):
            if reference := self._reference_of(marker, node.parent):
                pieces += [nodes.Text(text[start : marker.start()]), reference]
                start = marker.end()
        if pieces:
            pieces.append(nodes.Text(text[start:]))
            node.parent.replace(
                node, [piece for piece in pieces if piece.astext() or not isinstance(piece, nodes.Text)]
            )

    def _reference_of(self, marker: re.Match[str], location: Element) -> footnote_reference | None:
        """Return a reference to the note of *marker*; ``None`` for text that only looks like a marker, and for one without a note."""
        name, named = marker[1], self._definitions.named
        if marker.re is MARKER:
            return (
                self._reference(named.get(name), name, location)
                if self._definitions.is_literal(name)
                else None
            )
        if name in AUTOMATIC.values():
            queue = self._automatic[1 if name == "#" else name]
            return self._reference(queue.popleft(), name, location) if queue else None
        label = nodes.fully_normalize_name(name.removeprefix("#"))
        note = named.get(label)
        return self._reference(note, label, location) if note or name != label else None

    def _note_of_footnote(self, node: nodes.footnote_reference) -> Note | None:
        if "refname" in node:
            return self._definitions.named.get(node["refname"])
        queue = self._automatic[node["auto"]]
        return queue.popleft() if queue else None

    def _replace(self, node: Element, note: Note | None) -> None:
        name = node.get("refname") or AUTOMATIC.get(node.get("auto"), "")
        reference = self._reference(note, name, node)
        for identifier in node["ids"]:
            self._ids.pop(identifier, None)
        link = next((parent for parent in ancestors_of(node) if isinstance(parent, LINKS)), None)
        if reference and link:  # a link can't hold another
            node.parent.remove(node)
            link.parent.insert(link.parent.index(link) + 1, reference)
        else:
            node.parent.replace(node, reference or nodes.Text(node.rawsource))

    def _reference(self, note: Note | None, name: str, location: Element) -> footnote_reference | None:
        """Return a reference to *note*; warn at *location* if there is no note of that *name*."""
        if note is None:
            message = f"there is no note {name!r} in this document: write it, or take the reference away"
            if name in AUTOMATIC.values():
                message = f"there are more references [{name}]_ in this document than such notes"
            warn(Subtype.NOTE_MISSING, message, location=location)
            return None
        if note not in self.references:
            self.references[note] = []
            self._unsearched.append(note)
        reference = footnote_reference()
        reference.source, reference.line = location.source, location.line
        self.references[note].append(reference)
        return reference
