"""Which note each reference refers to, and in which order the notes are numbered."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from ...core.nodes import eir_note, footnote_reference
from ...core.sections import ancestors_of
from ...core.warnings import Subtype, warn
from ...text.numerals import ANY_ROMAN, decimal_value, roman_value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Element, Node


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


MARKER = re.compile(rf"\[({ANY_ROMAN})\]_?(?!\w)")
"""A literal marker in running text, also glued to a word; ``[i]t`` is an editor's lower-casing, and no marker."""

LINKS = (nodes.reference, addnodes.pending_xref)
NOT_TEXT = (nodes.FixedTextElement, nodes.literal, nodes.math, nodes.raw, nodes.option_string, *LINKS)
"""Where ``[i]`` is no marker: in code and formulas, and in links, which can't hold another."""

UNSEEN = (nodes.Invisible, nodes.docinfo, nodes.system_message, nodes.problematic, nodes.label)

AUTOMATIC = {1: "#", "*": "*"}
"""How a footnote without a name was typed, by docutils' ``auto``."""


class Claim:
    """Takes notes and references out of *document* and out of docutils' registries, and pairs them."""

    def __init__(self, document: nodes.document, literals: dict[nodes.citation, int]) -> None:
        self.document = document
        self.literals = literals
        self.named: dict[str, Note] = {}
        self.automatic: dict[object, deque[Note]] = {auto: deque() for auto in AUTOMATIC}
        self.unused: dict[Note, None] = {}
        """In the order typed; a reference takes a note out."""
        self.used: list[Note] = []
        """In the order in which they are first referred to."""
        self.run = 0
        """The last of the Roman numerals, from ``i``, that notes are named by."""
        self.decimal_run = 0
        """The last of the numbers, from 1, that notes are named by."""

    def define(self) -> None:
        """Take every definition out of the tree; one may stand in another."""
        hyperlinks = {node["refname"] for node in self.document.findall(nodes.reference) if "refname" in node}
        found = definitions(self.document, self.literals)
        for node in found:
            node.parent.remove(node)
        for node in found:
            self._define(node, hyperlinks)
        self.run = end_of_run(value for name in self.named if (value := roman_value(name)))
        if self.run == 1 and not self.literals:
            self.run = 0  # one footnote that happens to be labelled `i`, as in i, j, k
        self.decimal_run = end_of_run(
            value for name in self.named if (value := decimal_value(name)) is not None
        )

    def refer(self) -> None:
        """Find what refers to a note: in the text, then in the notes it refers to, and so on; then in the others."""
        self._refer_in(self.document)
        searched = 0
        for note in (None, *self.unused):
            if note in self.unused:
                self._refer_in_note(note)
            while searched < len(self.used):
                self._refer_in_note(self.used[searched])
                searched += 1

    def _refer_in_note(self, note: Note) -> None:
        for node in note.body:
            if isinstance(node, nodes.Element):
                self._refer_in(node)

    def numbered_notes(self) -> list[Note]:
        """Return the notes in the order of their numbers: as typed, else in the order of reference, the unused last."""
        taken: set[int] = set()
        for note in (*self.used, *self.unused):
            number = self._typed_number(note.name)
            if number and self.named.get(note.name) is note and number not in taken:
                note.number = number
                taken.add(number)
        free = (number for number in count(1) if number not in taken)
        for note in (*self.used, *self.unused):
            note.number = note.number or next(free)
        for note in self.unused:
            if self.named.get(note.name, note) is note:  # no duplicate, of which the author knows
                message = f"nothing refers to note {note.name or AUTOMATIC[note.source['auto']]!r}; it is printed all the same"
                warn(Subtype.NOTE_UNUSED, message, location=note.source)
        return sorted((*self.used, *self.unused), key=lambda note: note.number)

    def _typed_number(self, name: str) -> int:
        """Return the number that *name* is, as one of a run: ``2012`` alone is a label like any other."""
        if (value := decimal_value(name)) is not None:
            return value if value <= self.decimal_run else 0
        value = roman_value(name) or 0
        return value if value <= self.run else 0

    # Definitions

    def _define(self, node: nodes.footnote | nodes.citation, hyperlinks: set[str]) -> None:
        note = Note([child for child in node.children if not isinstance(child, nodes.label)], node)
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
                if text and self.run:
                    self._refer_in_text(node)
            elif isinstance(node, footnote_reference):
                continue  # one of ours: this note was searched before it was referred to
            elif isinstance(node, nodes.footnote_reference):
                self._replace(node, self._note_of_footnote(node))
            elif isinstance(node, nodes.citation_reference):
                if self._is_literal(node.astext()):
                    self._replace(node, self.named.get(node.astext()))
            elif isinstance(node, eir_note):
                paragraph = nodes.paragraph("", "", *node.children)
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
        if pieces:
            pieces.append(nodes.Text(text[start:]))
            node.parent.replace(
                node, [piece for piece in pieces if piece.astext() or not isinstance(piece, nodes.Text)]
            )

    def _replace(self, node: Element, note: Note | None) -> None:
        name = node.get("refname") or AUTOMATIC.get(node.get("auto"), "")
        reference = self._reference(note, name, node)
        link = next((parent for parent in ancestors_of(node) if isinstance(parent, LINKS)), None)
        if reference and link:  # a link can't hold another
            node.parent.remove(node)
            link.parent.insert(link.parent.index(link) + 1, reference)
        else:
            node.parent.replace(node, reference or nodes.Text(node.rawsource))

    def _reference(self, note: Note | None, name: str, location: Element) -> footnote_reference | None:
        """Return a reference to *note*, or warn that it isn't there."""
        if note is None:
            message = f"there is no note {name!r} in this document: write it, or take the reference away"
            if name in AUTOMATIC.values():
                message = f"there are more references [{name}]_ in this document than such notes"
            warn(Subtype.NOTE_MISSING, message, location=location)
            return None
        if not note.references:
            self.used.append(note)
            self.unused.pop(note, None)
        reference = footnote_reference()
        reference.source, reference.line = location.source, location.line
        note.references.append(reference)
        return reference

    def release(self) -> None:
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
