"""The running text of a document: the parts of the document that belong to it, and its words."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx import addnodes

from ..text.passages import BREAK, ROMAN_NOTE_MARK
from . import nodes as eir

if TYPE_CHECKING:
    from collections.abc import Iterator


class Part(NamedTuple):
    """A part of a document that isn't running text."""

    name: str
    """Its name in messages, where it follows ``in``."""
    reads_on: bool = False
    """True if the running text goes on across it, as it does past a note's mark."""


HEADING, CODE = Part("a heading"), Part("code")
NOTE, NOTE_MARK = Part("a note", reads_on=True), Part("a note's mark", reads_on=True)
UNSEEN = Part("what no reader sees", reads_on=True)

BIBLIOGRAPHY = Part("the bibliography")
PULL_QUOTE = Part("a pull quote", reads_on=True)

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
    eir.eir_pull_quote: PULL_QUOTE,
    eir.eir_media: Part("a caption"),
}
"""The parts that aren't running text, by their node class; a subclass is the same part.

Nodes of any other class are running text: paragraphs, items of lists, block quotes, lines of verse, cells of tables, admonitions.
"""

RUNNING_TEXT = (
    eir.eir_typed_citation,
    eir.eir_pulled_words,
    eir.eir_link,
    eir.eir_biblioref,
    eir.eir_date,
    eir.eir_isolated,
    # made when a page is resolved; by then the running text has been read
    eir.eir_standfirst,
    eir.eir_header,
    eir.eir_running_head,
    eir.eir_footnote_labels,
    eir.eir_beside,
    eir.eir_quoted_words,
    eir.eir_landmark,
    eir.eir_directed_section,
    eir.eir_directed,
    eir.eir_in_language,
    eir.eir_copied,
    eir.eir_copy_button,
    eir.eir_formats,
    eir.eir_picture,
    eir.eir_credit,
    eir.eir_foot,
    eir.eir_fold,
    # without words of their own
    eir.eir_article_list,
    eir.eir_issue,
    eir.eir_issue_opening,
    eir.eir_most_cited,
    eir.eir_cite_this,
)
"""Our node classes that are text, hold text, or have no words. Each class of ours is here or in the table above: a test asks."""

CITATION_DOMAINS = ("citation", "cite")
"""The domains of Sphinx and of sphinxcontrib-bibtex. A reference to a citation of theirs is a mark such as ``[Bla2000]``."""


def part_of(node: nodes.Node) -> Part | None:
    """Return the part that *node* is; nothing if it is running text."""
    if isinstance(node, addnodes.pending_xref) and node.get("refdomain") in CITATION_DOMAINS:
        return NOTE_MARK
    return _part_of_class(type(node))  # type: ignore[arg-type]  # a class of nodes is hashable, whatever its metaclass says


@cache
def _part_of_class(kind: type[nodes.Node]) -> Part | None:
    if issubclass(kind, nodes.target):
        return None  # docutils calls it invisible, but it holds the words that a link leads to
    return next((NOT_RUNNING_TEXT[base] for base in kind.__mro__ if base in NOT_RUNNING_TEXT), None)


def part_around(node: nodes.Node) -> Part | None:
    """Return the innermost part around *node* that isn't running text; nothing if there is none."""
    while node.parent:
        node = node.parent
        if part := part_of(node):
            return part
    return None


def running_text(element: nodes.Element) -> Iterator[str]:
    """Yield the paragraphs of running text in *element*, and ``BREAK`` where the text doesn't go on to the next."""
    for child in element.children:
        if part := part_of(child):
            if not part.reads_on:
                yield BREAK
        elif isinstance(child, nodes.TextElement):
            yield words_of(child)
        elif isinstance(child, nodes.Element):
            yield from running_text(child)


def words_of(element: nodes.Element) -> str:
    """Return the words of *element*, whatever part it is, a line for each block.

    Parts that the text reads across are left out, with the space before them where a stop or a quotation mark follows.
    """
    words = [""]
    for child, after in pairwise([*element.children, nodes.Text("")]):
        if isinstance(child, nodes.Text):
            words.append(child.astext())
        elif isinstance(child, nodes.Element) and not is_passed_over(child):
            words.append(words_of(child))
        elif (mark := after.astext()[:1]) and not (mark.isalnum() or mark.isspace()):
            words[-1] = words[-1].rstrip(" ")
    if not isinstance(element, nodes.Inline):
        words.append("\n")
    return "".join(words)


def is_passed_over(node: nodes.Node) -> bool:
    """Say if the running text goes on across *node* as if it weren't there."""
    part = part_of(node)
    return part is not None and part.reads_on


def remove_mark(mark: nodes.Element) -> None:
    """Take *mark*, of a note or a citation, out of its paragraph, with the space before it."""
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
    """Take marks of notes that were typed as text, ``[ii]``, out of *element*."""
    for text in list(element.findall(nodes.Text)):
        if text.parent and not isinstance(text.parent, (nodes.FixedTextElement, nodes.literal, nodes.math)):
            text.parent.replace(text, nodes.Text(ROMAN_NOTE_MARK.sub("", text)))
