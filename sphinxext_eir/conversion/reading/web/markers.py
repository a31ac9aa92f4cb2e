"""Markers of notes, and what is known of the notes of a page while they are looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ....text.numerals import ROMAN

if TYPE_CHECKING:
    from collections.abc import Callable

    from .tree import Node

MARKER = re.compile(
    rf"""[\[({{]?\s*                                                 # a bracket
        (?:note|fn|footnote|n\.?)?\s*
        (?P<label> \d{{1,4}} | {ROMAN} | [a-z] | [*†‡§¶※\#]{{1,4}} )
        \s*[\])}}.:]{{0,2}}
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The text of a reference."""


@dataclass(eq=False)
class Definition:
    """A note. Each is itself alone."""

    block: Node
    label: str = ""
    typed: str = ""
    """Its marker in the text."""
    more: list[Node] = field(default_factory=list)
    """Further blocks of it."""
    inline: bool = False
    """True if it stands in the sentence."""


@dataclass(frozen=True)
class PageLink:
    """A link to a place on its own page."""

    node: Node
    fragment: str
    said: str


@dataclass
class PageNotes:
    """The notes of a page."""

    definitions: list[Definition] = field(default_factory=list)
    by_block: dict[Node, Definition] = field(default_factory=dict)
    references: dict[Node, Definition] = field(default_factory=dict)
    skipped: set[Node] = field(default_factory=set)
    """Ways back, and notes that are said twice."""
    heading: Node | None = None
    style: str = "arabic"
    renumbered: bool = False
    links: list[PageLink] = field(default_factory=list)

    def keep(self, is_kept: Callable[[Node], bool]) -> None:
        """Keep the notes that an element which *is_kept* refers to: those of comments aren't the author's."""
        self.references = {node: note for node, note in self.references.items() if is_kept(node)}
        referred = {id(note) for note in self.references.values()}
        self.definitions = [note for note in self.definitions if id(note) in referred]
        self.by_block = {note.block: note for note in self.definitions}

    def add(self, block: Node, typed: str) -> Definition:
        """Return the note that *block* is, a new one if need be."""
        if block not in self.by_block:
            self.by_block[block] = Definition(block, typed=typed)
            self.definitions.append(self.by_block[block])
        return self.by_block[block]


def is_bare(node: Node) -> bool:
    """Say if *node* has no more than a marker."""
    said = node.said()
    return not said or bool(MARKER.fullmatch(said))


def label_of(text: str) -> str:
    """Return the label in a marker as typed."""
    match = MARKER.fullmatch(text.strip())
    return match["label"].lower() if match else ""


def marker_node(node: Node) -> Node:
    """Return the outermost element that is nothing but the marker *node*, brackets and all."""
    for above in node.above():
        if above.tag not in ("sup", "span", "small", "b", "strong", "em", "i", "font", "sub", "u", "a"):
            break
        if not (MARKER.fullmatch(above.said()) and label_of(above.said()) == label_of(node.said())):
            break
        node = above
    return node
