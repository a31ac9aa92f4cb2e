"""What is typed of citations and entries → the document's record, when the document is read."""

from __future__ import annotations

import re
from dataclasses import replace
from os.path import abspath
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from ..domain import Ours, eir_domain
from ..inline_note import eir_note
from ..sections import ancestors_of, is_conditional, is_heading, is_unsafe, last, lift, remove
from ..typed.citations import CLOSE, OPAQUE, OPEN, find_citations
from ..typed.references import DOI, URL, Reference, read_reference
from ..warnings import Subtype, warn
from .grouping import is_of_notes
from .nodes import citation_reference, eir_bibliography, eir_entry, eir_typed_citation
from .records import Bibliography, Citations, Keyed, Typed, entry_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from docutils.nodes import Element, Node
    from sphinx.environment import BuildEnvironment

    from ..typed.citations import Citation

IN_NOTES = ("citep", "citet", "citealp")
"""The roles whose citations are notes, in a style of notes."""


class MakeNotes(SphinxTransform):
    """Makes notes of citations by key, if the document's style is one of notes.

    Before notes are claimed (610), so that they are numbered among the author's own.
    """

    default_priority = 605

    def apply(self, **kwargs: Any) -> None:  # noqa: ARG002 - docutils' signature
        """Put each citation that isn't in a note into one; an author's name stays before it."""
        for definition in self.document.findall(nodes.substitution_definition):
            # What stands in its place has been copied (220): only the copies cite.
            for reference in list(definition.findall(citation_reference)):
                reference.parent.replace(reference, nodes.Text(reference["typed"]))
        references = [node for node in self.document.findall(citation_reference) if node["role"] in IN_NOTES]
        if not references or not is_note_style(self.document, self.env):
            return
        for number, reference in enumerate(references):
            if any(
                isinstance(node, (eir_note, nodes.footnote, nodes.citation))
                for node in ancestors_of(reference)
            ):
                reference["part"] = "note"
                continue
            eir_domain(self.env).store(self.env.docname, Ours())
            cited = reference.copy()
            cited["part"] = "note"
            note = eir_note(reference.rawsource, "", cited)
            note.source, note.line = reference.source, reference.line
            if reference["role"] == "citet":
                cited["pair"] = reference["pair"] = number
                reference.parent.insert(reference.parent.index(reference) + 1, note)
            else:
                reference.parent.replace(reference, note)
            settle_mark(note)


_STOPS = re.compile(r"[.,;:!?…]+[\"'”’)]*|[”’\"']+")


def settle_mark(note: eir_note) -> None:
    """Put *note* where a mark stands: right after a word, and after the stop that follows it, as pandoc does."""
    parent = note.parent
    position = parent.index(note)
    before = parent[position - 1] if position else None
    if isinstance(before, nodes.Text):
        parent[position - 1] = nodes.Text(before.rstrip())
    after = parent[position + 1] if position + 1 < len(parent) else None
    if isinstance(after, nodes.Text) and (stops := _STOPS.match(after)):
        parent[position + 1] = nodes.Text(after[stops.end() :])
        parent.insert(position, nodes.Text(stops[0]))


def is_note_style(document: nodes.document, env: BuildEnvironment) -> bool:
    """Whether the style of *document*, its own or the project's, is one of notes."""
    lists = document.findall(eir_bibliography)
    own = next((place["style"] for place in lists if place["style"]), "")
    return is_of_notes(own, env)


class ClaimCitations(SphinxTransform):
    """Reads a document's bibliographies, and finds and numbers what cites.

    After notes are claimed (610), whose bodies cite too; before quotation marks become typographic (750), though those are
    read as well, and before what a pull quote says is looked up (800).
    """

    default_priority = 640

    def apply(self, **kwargs: Any) -> None:  # noqa: ARG002 - docutils' signature
        """Make the document's record, if there is anything to know."""
        docname = self.env.docname
        domain = eir_domain(self.env)
        places = list(self.document.findall(eir_bibliography))
        keys: set[str] = set()
        lists = tuple(self._list(number, place, keys) for number, place in enumerate(places))
        search = bool(self.config.eir_link_citations and domain.find(docname, Ours))
        finder = Finder(self.document, docname, self.env.doc2path(docname), search=search)
        finder.walk(self.document)
        finder.walk_notes()
        if lists or finder.cited:
            keyed = any(isinstance(cited, Keyed) for cited in finder.cited)
            in_notes = keyed and is_note_style(self.document, self.env)
            domain.store(
                docname, Citations(tuple(finder.cited), lists, tuple(finder.labels.items()), in_notes)
            )

    def _list(self, number: int, place: eir_bibliography, keys: set[str]) -> Bibliography:
        """Return what is known of a list; its entries get keys that are none of *keys*, those of lists before it."""
        settle(place, self.document)
        place["number"] = number
        if not place["typed"] and not self.config.eir_bibliography_files:
            message = "this bibliography is empty: type its entries below it, or name files in eir_bibliography_files"
            warn(Subtype.BIBLIOGRAPHY_FILE, message, location=place)
        entries: list[Reference] = []
        if place["typed"]:
            for entry in place.findall(eir_entry):
                link_addresses(entry)
                before = entries[-1] if entries else None
                reference = read_reference(entry.astext(), before, entry["key"])
                reference = with_own_key(reference, keys, entry)
                keys.add(reference.key)
                entry["identifier"] = entry_id(reference.key, place["docname"])
                entries.append(reference)
        return Bibliography(
            tuple(entries) if place["typed"] else None,
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


def with_own_key(reference: Reference, keys: set[str], entry: eir_entry) -> Reference:
    """Return *reference* with a key that is none of *keys*; warn if its own was given twice."""
    key, number = reference.key, 2
    while key in keys or not key:
        key = f"{reference.key or 'entry'}-{number}"
        number += 1
    if key != reference.key and reference.given:
        message = f"there are two entries with the key {reference.key!r}: citations by it lead to the first"
        warn(Subtype.REFERENCE_DUPLICATE, message, location=entry)
    return replace(reference, key=key)


UNSEARCHED = ("eir_about_author", "eir_pull_quote", "eir_notes", "eir_bibliography")
"""What isn't searched, or not in its turn, by the names of classes: features don't import each other."""

NO_PROSE = (
    nodes.title, nodes.subtitle, nodes.rubric, nodes.term, nodes.docinfo, nodes.FixedTextElement, nodes.math_block, nodes.raw,
    nodes.Invisible, nodes.system_message, nodes.topic, addnodes.desc_signature, addnodes.productionlist, addnodes.toctree,
    addnodes.index, nodes.citation,
)  # fmt: skip
"""Blocks in which parentheses are not looked at; roles cite there all the same."""


class Finder:
    """Finds the citations of *document*, in order: each note in its turn, where it is first referred to."""

    def __init__(self, document: nodes.document, docname: str, path: Path, *, search: bool) -> None:
        self.docname = docname
        self.path = path
        self.search = search
        self.cited: list[Typed | Keyed] = []
        self.labels: dict[int, str] = {}
        self._notes: dict[str, Element] = {}
        self._note: int | None = None
        self._pairs: dict[object, int] = {}
        for item in document.findall(lambda node: type(node).__name__ == "eir_note_item"):
            self._notes[item["ids"][0]] = item  # type: ignore[index, assignment]  # an element
            self.labels[item["number"]] = item["label"]  # type: ignore[index]

    def walk(self, parent: Element, *, prose: bool = True, conditional: bool = False) -> None:
        """Give numbers to what cites below *parent*; in *prose*, parentheses may."""
        for child in list(parent.children):
            name = type(child).__name__
            if name == "footnote_reference":
                self._walk_note(child.get("refid", ""))  # type: ignore[attr-defined]  # an element
            elif isinstance(child, citation_reference):
                self._number(child, conditional=conditional)
            elif isinstance(child, nodes.Element) and name not in {"eir_notes", "eir_typed_citation"}:
                goes_on = prose and name not in UNSEARCHED and not isinstance(child, NO_PROSE)
                perhaps = conditional or isinstance(child, addnodes.only) or name == "ifconfig"
                if (
                    goes_on
                    and self.search
                    and isinstance(child, nodes.TextElement)
                    and not isinstance(child, nodes.Inline)
                ):
                    self._search(child, conditional=perhaps)
                self.walk(child, prose=goes_on, conditional=perhaps)
            if isinstance(child, eir_typed_citation):
                self._number(child, conditional=conditional)

    def walk_notes(self) -> None:
        """Give numbers to what cites in the notes that nothing refers to."""
        for identifier in list(self._notes):
            self._walk_note(identifier)

    def _walk_note(self, identifier: str) -> None:
        item = self._notes.pop(identifier, None)
        if item is not None:
            outer, self._note = self._note, item["number"]
            self.walk(item)
            self._note = outer

    def _number(self, node: eir_typed_citation | citation_reference, *, conditional: bool) -> None:
        pair = node.get("pair")
        node["docname"] = self.docname
        if pair in self._pairs:  # the note of a citation whose author stands in the text
            node["number"] = self._pairs[pair]
            self.cited[node["number"]] = replace(self.cited[node["number"]], note=self._note)
            return
        node["number"] = len(self.cited)
        if pair is not None:
            self._pairs[pair] = node["number"]
        location = location_of(node, self.path)
        if isinstance(node, eir_typed_citation):
            self.cited.append(Typed(node.attributes.pop("citation"), location, self._note, conditional))
        else:
            cites = tuple(node.attributes.pop("cites"))
            self.cited.append(Keyed(node["role"], cites, node["typed"], location, self._note, conditional))

    def _search(self, block: nodes.TextElement, *, conditional: bool) -> None:  # noqa: ARG002
        """Put what may be a citation in *block* into a node of its own."""
        pieces = list(pieces_of(block))
        text = "".join(piece for _, piece in pieces)
        if "(" not in text:
            return
        found = [citation for citation in find_citations(text) if is_cuttable(citation, pieces)]
        if not found:
            return
        children: list[Node] = []
        position = 0
        for citation in found:
            children += between(pieces, position, citation.start)
            words = between(pieces, citation.start, citation.end)
            children.append(eir_typed_citation("", "", *words, citation=moved(citation)))
            position = citation.end
        children += between(pieces, position, len(text))
        block.children = []
        block.extend(children)


def moved(citation: Citation) -> Citation:
    """Return *citation* with its spans counted from its own beginning."""
    readings = tuple(replace(reading, start=reading.start - citation.start) for reading in citation.readings)
    return replace(citation, start=0, end=citation.end - citation.start, readings=readings)


def pieces_of(block: nodes.TextElement) -> Iterator[tuple[Node, str]]:
    """Yield the children of *block* with the text that citations are looked for in."""
    for child in block.children:
        if isinstance(child, nodes.Text):
            yield child, str(child)
        elif isinstance(child, nodes.emphasis) and all(
            isinstance(inner, nodes.Text) for inner in child.children
        ):
            yield child, f"{OPEN}{child.astext()}{CLOSE}"
        else:
            yield child, OPAQUE


def is_cuttable(citation: Citation, pieces: Sequence[tuple[Node, str]]) -> bool:
    """Whether *citation*, however it is read, begins and ends in plain text or between nodes."""
    cuts = {citation.start, citation.end, *(reading.start for reading in citation.readings)}
    position = 0
    for node, text in pieces:
        end = position + len(text)
        if not isinstance(node, nodes.Text) and any(position < cut < end for cut in cuts):
            return False
        position = end
    return True


def between(pieces: Sequence[tuple[Node, str]], start: int, end: int) -> list[Node]:
    """Return what stands between *start* and *end*, which cut nothing but plain text."""
    found: list[Node] = []
    position = 0
    for node, text in pieces:
        after = position + len(text)
        if position < end and after > start:
            if isinstance(node, nodes.Text):
                found.append(nodes.Text(text[max(0, start - position) : end - position]))
            else:
                found.append(node)
        position = after
    return found


def location_of(node: Element, path: Path) -> str:
    """Return the file and line that *node* stands on, or the block around it: in *path*, or in what that includes."""
    around: Element | None = node
    while around is not None and around.line is None:
        around = around.parent
    if around is None:
        return f"{path}:1"
    return f"{abspath(around.source) if around.source else path}:{around.line}"  # noqa: PTH100 - no links resolved, as in Sphinx


_ADDRESS = re.compile(rf"(?P<doi>{DOI.pattern})|(?P<url>{URL.pattern})", re.IGNORECASE)


def link_addresses(entry: Element) -> None:
    """Make links of the URLs and DOIs in the plain text of *entry*."""
    for text in list(entry.findall(nodes.Text)):
        if isinstance(text.parent, (nodes.reference, nodes.literal, addnodes.pending_xref)):
            continue
        plain = str(text)
        parts: list[Node] = []
        position = 0
        for match in _ADDRESS.finditer(plain):
            address = match["url"] or f"https://doi.org/{match[2]}"
            if address.startswith("www."):
                address = f"http://{address}"
            parts += [
                nodes.Text(plain[position : match.start()]),
                nodes.reference("", match[0], refuri=address),
            ]
            position = match.end()
        if parts:
            parts.append(nodes.Text(plain[position:]))
            text.parent.replace(text, [part for part in parts if part.astext()])
