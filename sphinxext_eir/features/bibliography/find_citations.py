"""What cites in a document, in the order of the text."""

from __future__ import annotations

from dataclasses import replace
from os.path import abspath
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.ext.ifconfig import ifconfig

from ...core.nodes import (
    citation_reference,
    eir_about_author,
    eir_bibliography,
    eir_note_item,
    eir_notes,
    eir_pull_quote,
    eir_typed_citation,
)
from ...typed.citations import CLOSE, OPAQUE, OPEN, find_citations
from .records import Keyed, Typed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from docutils.nodes import Element, Node

    from ...typed.citations import Citation

UNSEARCHED = (eir_about_author, eir_pull_quote, eir_notes, eir_bibliography)
"""Parts that aren't searched, or not in their turn."""

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
        for item in document.findall(eir_note_item):
            self._notes[item["ids"][0]] = item
            self.labels[item["number"]] = item["label"]

    def walk(self, parent: Element, *, prose: bool = True, conditional: bool = False) -> None:
        """Give numbers to what cites below *parent*; in *prose*, parentheses may."""
        for child in list(parent.children):
            if isinstance(child, nodes.footnote_reference):
                self._walk_note(child.get("refid", ""))
            elif isinstance(child, citation_reference):
                self._number(child, conditional=conditional)
            elif isinstance(child, nodes.Element) and not isinstance(child, (eir_notes, eir_typed_citation)):
                goes_on = prose and not isinstance(child, UNSEARCHED) and not isinstance(child, NO_PROSE)
                perhaps = conditional or isinstance(child, (addnodes.only, ifconfig))
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

    def _search(self, block: nodes.TextElement, *, conditional: bool) -> None:
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
