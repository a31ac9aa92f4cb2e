"""The citations of a document, numbered in the order of the text; each note's, where it is first referred to."""

from __future__ import annotations

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
from ...core.walks import find_blocks
from ...typed.paragraphs import CLOSE, OPAQUE, OPEN, may_cite
from .beginnings import begins_sentence
from .records import KeyedCitation, TypedCitation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from docutils.nodes import Element, Node

    from ...typed.citations import NamedCitation

UNSEARCHED = (eir_about_author, eir_pull_quote, eir_bibliography)
"""Parts in which parentheses cite nothing."""

NARRATIVE = ("citet", "citeauthor")
"""The roles whose words may begin a sentence."""

NO_PROSE = (
    nodes.title, nodes.subtitle, nodes.rubric, nodes.term, nodes.docinfo, nodes.FixedTextElement, nodes.math_block, nodes.raw,
    nodes.Invisible, nodes.system_message, nodes.topic, addnodes.desc_signature, addnodes.productionlist, addnodes.toctree,
    addnodes.index, nodes.citation,
)  # fmt: skip
"""Blocks in which parentheses aren't looked at; roles do cite there."""

NOT_READ = (*UNSEARCHED, *NO_PROSE)


def find_citations(
    document: nodes.document, docname: str, path: Path, *, search: bool, language: str = "en"
) -> tuple[TypedCitation | KeyedCitation, ...]:
    """Give numbers to the citations in *document*, and return them in that order. *path* is the document's file, *language* its language.

    With *search*, words that may be a typed citation are put into nodes first.
    """
    numbering = _Numbering(document, docname, path, search=search, language=language)
    numbering.walk(document)
    numbering.walk_unreferenced_notes()
    return tuple(numbering.with_mentions())


class _Numbering:
    """The walk through a document that gives each citation its number."""

    def __init__(
        self, document: nodes.document, docname: str, path: Path, *, search: bool, language: str
    ) -> None:
        self.cited: list[TypedCitation | KeyedCitation] = []
        self._docname = docname
        self._path = path
        self._search = search
        self._language = language
        self._notes = {item["ids"][0]: item for item in find_blocks(document, eir_note_item)}
        """The notes that weren't walked yet, by id."""
        self._note: int | None = None
        """The number of the note that is being walked."""
        self._prose: list[Element] = []
        """The blocks of prose."""
        self._pairs: dict[object, int] = {}
        """The numbers of citations whose author's name stands in the text, and the rest in a note."""

    def walk(self, parent: Element, *, prose: bool = True, conditional: bool = False) -> None:
        """Give numbers to the citations below *parent*; parentheses may cite if it is *prose*."""
        for child in list(parent.children):
            match child:
                case nodes.footnote_reference():
                    self._walk_note(child.get("refid", ""))
                case citation_reference() | eir_typed_citation():
                    self._number(child, conditional=conditional)
                case eir_notes():
                    pass  # each note is walked where it is referred to
                case nodes.Element():
                    in_prose = prose and not isinstance(child, NOT_READ)
                    if self._search and in_prose and is_text_block(child):
                        self._prose.append(child)
                        wrap_citations(child, self._language)
                    in_condition = conditional or isinstance(child, (addnodes.only, ifconfig))
                    self.walk(child, prose=in_prose, conditional=in_condition)

    def walk_unreferenced_notes(self) -> None:
        """Give numbers to the citations in the notes that nothing refers to."""
        for identifier in list(self._notes):
            self._walk_note(identifier)

    def with_mentions(self) -> Iterator[TypedCitation | KeyedCitation]:
        """Yield the citations, with what the prose says elsewhere of the names in them."""
        named = [cited.citation for cited in self.cited if isinstance(cited, TypedCitation)]
        if not named:
            yield from self.cited
            return
        from ...typed.mentions import with_mentions  # takes time as well

        texts = (block.astext() for block in self._prose)  # of which most documents need none
        known = iter(with_mentions(named, texts, self._language))
        for cited in self.cited:
            if isinstance(cited, TypedCitation) and (said := next(known)) is not cited.citation:
                yield cited._replace(citation=said)
            else:
                yield cited

    def _walk_note(self, identifier: str) -> None:
        item = self._notes.pop(identifier, None)
        if item is not None:
            outer, self._note = self._note, item["number"]
            self.walk(item)
            self._note = outer

    def _number(self, node: eir_typed_citation | citation_reference, *, conditional: bool) -> None:
        node["docname"] = self._docname
        pair = node.get("pair")
        if pair in self._pairs:
            number = node["number"] = self._pairs[pair]
            self.cited[number] = self.cited[number]._replace(note=self._note)
            return
        node["number"] = len(self.cited)
        if pair is not None:
            self._pairs[pair] = node["number"]
        location = location_of(node, self._path)
        if isinstance(node, eir_typed_citation):
            citation = node.attributes.pop("citation")
            self.cited.append(TypedCitation(citation, location, self._note, conditional))
        else:
            node["begins"] = node["role"] in NARRATIVE and begins_sentence(node)
            cites = tuple(node.attributes.pop("cites"))
            keyed = KeyedCitation(node["role"], cites, node["typed"], location, self._note, conditional)
            self.cited.append(keyed)


def location_of(node: Element, path: Path) -> str:
    """Return file and line of *node*, or of the block around it: in *path*, or in a file that it includes."""
    around: Element | None = node
    while around is not None and around.line is None:
        around = around.parent
    if around is None:
        return f"{path}:1"
    return f"{abspath(around.source) if around.source else path}:{around.line}"  # noqa: PTH100 - no links resolved, as in Sphinx


# Typed citations


def is_text_block(element: Element) -> bool:
    """Say if *element* is a block of text, such as a paragraph."""
    return isinstance(element, nodes.TextElement) and not isinstance(element, nodes.Inline)


def wrap_citations(block: Element, language: str) -> None:
    """Put each run of words in *block* that may be a typed citation into a node of its own. *language* is the document's."""
    pieces = list(pieces_of(block))
    text = "".join(piece for _, piece in pieces)
    if not may_cite(text):
        return
    from ...typed.citations import find_citations  # takes time, and many texts have nothing that may be one

    found = [citation for citation in find_citations(text, language) if is_cuttable(citation, pieces)]
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


def moved(citation: NamedCitation) -> NamedCitation:
    """Return *citation* with its spans counted from its own beginning."""
    if not citation.start:
        return citation  # as most are in notes
    readings = tuple(reading._replace(start=reading.start - citation.start) for reading in citation.readings)
    return citation._replace(start=0, end=citation.end - citation.start, readings=readings)


def pieces_of(block: Element) -> Iterator[tuple[Node, str]]:
    """Yield the children of *block*, each with the text that stands for it when citations are looked for."""
    for child in block.children:
        if isinstance(child, nodes.Text):
            yield child, str(child)
        elif isinstance(child, nodes.emphasis) and all(
            isinstance(inner, nodes.Text) for inner in child.children
        ):
            yield child, f"{OPEN}{child.astext()}{CLOSE}"
        else:
            yield child, OPAQUE


def is_cuttable(citation: NamedCitation, pieces: Sequence[tuple[Node, str]]) -> bool:
    """Say if *citation*, however it is read, begins and ends in plain text or between nodes."""
    cuts = {citation.start, citation.end, *(reading.start for reading in citation.readings)}
    position = 0
    for node, text in pieces:
        end = position + len(text)
        if not isinstance(node, nodes.Text) and any(position < cut < end for cut in cuts):
            return False
        position = end
    return True


def between(pieces: Sequence[tuple[Node, str]], start: int, end: int) -> list[Node]:
    """Return the nodes between *start* and *end*, which cut nothing but plain text."""
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
