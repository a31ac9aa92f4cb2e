"""Which parts of a document are its running text, and what they say."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx import addnodes

from ..text.quotation import BREAK, ROMAN_NOTE_MARK
from . import nodes as eir

if TYPE_CHECKING:
    from collections.abc import Iterator


class Part(NamedTuple):
    """A part of a document that is no running text."""

    name: str
    """What it is, after ``in``."""
    reads_on: bool = False
    """Whether the running text goes on across it, as it does past a note's mark."""


HEADING, CODE = Part("a heading"), Part("code")
NOTE, NOTE_MARK = Part("a note", reads_on=True), Part("a note's mark", reads_on=True)
UNSEEN = Part("what no reader sees", reads_on=True)

BIBLIOGRAPHY = Part("the bibliography")

NOT_RUNNING_TEXT: dict[type, Part] = {
    nodes.title: HEADING,
    nodes.subtitle: HEADING,
    nodes.rubric: HEADING,
    nodes.attribution: Part("an attribution", reads_on=True),
    nodes.caption: Part("a caption"),
    nodes.legend: Part("a legend"),
    nodes.topic: Part("a topic"),
    nodes.sidebar: Part("a sidebar"),
    nodes.docinfo: Part("the front matter"),
    nodes.literal_block: CODE,
    nodes.doctest_block: CODE,
    nodes.math_block: Part("a formula"),
    addnodes.productionlist: Part("a grammar"),
    addnodes.desc_signature: Part("a signature"),
    nodes.footnote: NOTE,
    nodes.citation: NOTE,
    nodes.footnote_reference: NOTE_MARK,
    nodes.citation_reference: NOTE_MARK,
    nodes.Invisible: UNSEEN,
    nodes.raw: UNSEEN,
    nodes.system_message: UNSEEN,
    eir.eir_note: NOTE,
    eir.eir_notes: NOTE,
    eir.eir_note_item: NOTE,
    eir.eir_noteref: NOTE_MARK,
    eir.eir_backlink: NOTE_MARK,
    eir.footnote_reference: NOTE_MARK,
    eir.citation_reference: NOTE_MARK,
    eir.eir_entry: BIBLIOGRAPHY,
    eir.eir_bibliography: BIBLIOGRAPHY,
    eir.eir_article: Part("the head of an article", reads_on=True),
    eir.eir_about_author: Part("a biography"),
    eir.eir_pull_quote: Part("a pull quote", reads_on=True),
}
"""The parts of a document that aren't its running text, by class; a class that inherits from one of these is such a part, too.

Every class that isn't named is text: paragraphs, items of lists, block quotes, lines of verse, cells of tables, admonitions.
"""

RUNNING_TEXT = (
    eir.eir_typed_citation,
    eir.eir_pulled_words,
    eir.eir_link,
    eir.eir_biblioref,
    eir.eir_date,
    eir.eir_isolated,
    # of a page, which nobody compares with anything
    eir.eir_standfirst,
    eir.eir_header,
    eir.eir_running_head,
    eir.eir_footnote_labels,
    eir.eir_beside,
    eir.eir_landmark,
    eir.eir_copied,
    eir.eir_copy_button,
    # without words of their own
    eir.eir_article_list,
    eir.eir_cite_this,
)
"""The node classes of ours that are text, or hold text, or say nothing. A new class belongs here or into the table above."""

CITATION_DOMAINS = ("citation", "cite")
"""Sphinx's and sphinxcontrib-bibtex's: a reference of theirs is a mark such as ``[Bla2000]``."""


def part_of(node: nodes.Node) -> Part | None:
    """Return what *node* is, if it is no running text."""
    if isinstance(node, addnodes.pending_xref) and node.get("refdomain") in CITATION_DOMAINS:
        return NOTE_MARK
    return _part_of_class(type(node))  # type: ignore[arg-type]  # a class of nodes is hashable, whatever its metaclass says


@cache
def _part_of_class(kind: type[nodes.Node]) -> Part | None:
    if issubclass(kind, nodes.target):
        return None  # invisible, says docutils, but it holds the words that a link leads to
    return next((NOT_RUNNING_TEXT[base] for base in kind.__mro__ if base in NOT_RUNNING_TEXT), None)


def part_around(node: nodes.Node) -> Part | None:
    """Return the innermost part around *node* that is no running text."""
    while node.parent:
        node = node.parent
        if part := part_of(node):
            return part
    return None


def running_text(element: nodes.Element) -> Iterator[str]:
    """Yield the paragraphs of running text in *element*, and ``BREAK`` where another part stands between them."""
    for child in element.children:
        if part := part_of(child):
            if not part.reads_on:
                yield BREAK
        elif isinstance(child, nodes.TextElement):
            yield words_of(child)
        elif isinstance(child, nodes.Element):
            yield from running_text(child)


def words_of(element: nodes.Element) -> str:
    """Return what *element* says, whatever part it is, a line for each block. Marks of notes are left out."""
    words = []
    for child in element.children:
        if isinstance(child, nodes.Text):
            words.append(child.astext())
        elif isinstance(child, nodes.Element) and not is_passed_over(child):
            words.append(words_of(child))
    if not isinstance(element, nodes.Inline):
        words.append("\n")
    return "".join(words)


def is_passed_over(node: nodes.Node) -> bool:
    """Whether a text reads on across *node* as if it weren't there."""
    part = part_of(node)
    return part is not None and part.reads_on


def remove_mark(mark: nodes.Element) -> None:
    """Take *mark*, of a note or a citation, out of its paragraph, and the space that set it apart."""
    parent = mark.parent
    position = parent.index(mark)
    parent.remove(mark)
    after = parent[position].astext() if position < len(parent) else ""
    if not after[:1].isalnum():
        strip_space_before(parent, position)


def strip_space_before(parent: nodes.Element, position: int) -> None:
    """Take out the space at the end of the text that stands before *position* in *parent*."""
    before = parent[position - 1] if position else None
    if isinstance(before, nodes.Text):
        parent[position - 1] = nodes.Text(before.rstrip())  # `replace` finds any text that says the same


def remove_typed_marks(element: nodes.Element) -> None:
    """Take the marks of notes out of *element* that were typed as text, ``[ii]``."""
    for text in list(element.findall(nodes.Text)):
        if text.parent and not isinstance(text.parent, (nodes.FixedTextElement, nodes.literal, nodes.math)):
            text.parent.replace(text, nodes.Text(ROMAN_NOTE_MARK.sub("", text)))
