"""One walk over a doctree, from nodes to elements of pandoc's tree."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, TypeAlias

from docutils import nodes

from ...text.languages import direction_of_language
from ..languages import marked_language
from .anchors import tidied
from .elements import Element, attributes, div, element, span
from .structure import is_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from docutils.nodes import Node

    Translator: TypeAlias = Callable[[Any, "Translation"], list[Element]]

INLINES: dict[type[Node], Translator] = {}
"""Class of nodes within a paragraph → the function that translates it."""

BLOCKS: dict[type[Node], Translator] = {}
"""Class of all other nodes → the function that translates it."""


def inline(*classes: type[Node]) -> Callable[[Translator], Translator]:
    """Enter a function for *classes* of inline nodes."""

    def enter(function: Translator) -> Translator:
        INLINES.update(dict.fromkeys(classes, function))
        return function

    return enter


def block(*classes: type[Node]) -> Callable[[Translator], Translator]:
    """Enter a function for *classes* of blocks."""

    def enter(function: Translator) -> Translator:
        BLOCKS.update(dict.fromkeys(classes, function))
        return function

    return enter


def know_sphinx_design() -> None:
    """Enter the node that sphinx-design has for the text of its parts. The package may not be loaded."""
    from sphinx_design.shared import PassthroughTextElement

    INLINES[PassthroughTextElement] = lambda node, translation: translation.content(node)
    BLOCKS[PassthroughTextElement] = lambda node, translation: [element("Para", translation.content(node))]


class Translation:
    """The translation of one document.

    ``unknown`` counts the classes of nodes that no function stands for. Of these, the text is taken.
    """

    def __init__(self, document: nodes.document | nodes.section, language: str = "") -> None:
        self.root = document
        self.spoken = self.said = language
        """The language of what is translated, and the one that the elements around say already (BCP 47)."""
        self.level = 0
        """The level of the section that is translated: 1 for the outermost headings."""
        self.unknown: Counter[str] = Counter()
        self.explained: set[str] = set()
        """The abbreviations that have been explained."""
        self.footnotes = {
            identifier: footnote
            for footnote in document.findall(nodes.footnote)
            for identifier in footnote["ids"]
        }
        self.noted: dict[int, str] = {}
        """Footnotes that a reference has placed: ``id()`` → the identifier that further references lead to."""
        self.referred = {
            reference["refid"]
            for reference in document.findall(nodes.footnote_reference)
            if reference.get("refid")
        }
        self._waiting: list[str] = []

    def run(self, title: list[Element] | None = None) -> list[Element]:
        """Return the blocks of the document, the first of which is a paragraph of *title* where there is one."""
        first = [element("Plain", title)] if title is not None else []
        return tidied([*first, *self.blocks(self.root.children)])

    # What functions of the tables call

    def blocks(self, children: Iterable[Node]) -> list[Element]:
        """Return *children* as blocks. Inline nodes among them become paragraphs."""
        made: list[Element] = []
        loose: list[Node] = []

        def gather() -> None:
            if loose:
                content = self.inlines(loose)
                if any(part["t"] not in {"Space", "SoftBreak"} for part in content):
                    made.append(element("Para", content))
                loose.clear()

        for child in children:
            if _is_inline(child):
                loose.append(child)
                continue
            gather()
            made += self._block(child)
        gather()
        return made

    def inlines(self, children: Iterable[Node]) -> list[Element]:
        """Return *children* as inlines, after the anchors that wait for a place."""
        made = self.anchors()
        for child in children:
            made += self._inline(child)
        return made

    def content(self, node: nodes.Element) -> list[Element]:
        """Return the inlines of *node*, which its ids lead to."""
        self.wait(node["ids"])
        return self.inlines(node.children)

    def inside(self, node: nodes.Element) -> list[Element]:
        """Return the blocks of *node*, which its ids lead to."""
        self.wait(node["ids"])
        return self.blocks(node.children)

    def wait(self, identifiers: Iterable[str]) -> None:
        """Have *identifiers* lead to what is translated next."""
        self._waiting += [name for name in identifiers if name not in self._waiting]

    def anchors(self) -> list[Element]:
        """Return empty inlines with the ids that wait."""
        made = [span([], identifier=name) for name in self._waiting]
        self._waiting.clear()
        return made

    def identifier(self) -> str:
        """Return the first id that waits, for an element that takes one, or nothing."""
        return self._waiting.pop(0) if self._waiting else ""

    def language(self, node: nodes.Element) -> list[tuple[str, str]]:
        """Return the attributes of an element that says the language of *node*: none, where what is around it says the same."""
        tag = marked_language(node) or self.spoken
        return [("lang", tag), ("dir", direction_of_language(tag))] if tag != self.said else []

    def _block(self, node: Node) -> list[Element]:
        if not isinstance(node, nodes.Element):
            return []
        around = self.spoken, self.said
        self.spoken = marked_language(node) or self.spoken
        try:
            # A heading has to stand outside of any element.
            if isinstance(node, (nodes.section, nodes.title)):
                return self._translated(node)
            pairs = self.language(node)
            self.said = self.spoken
            made = self._translated(node)
            return [div(made, pairs=pairs)] if made and pairs else made
        finally:
            self.spoken, self.said = around

    def _translated(self, node: nodes.Element) -> list[Element]:
        function = _found(BLOCKS, node)
        if function is not None and is_whole(node):
            return function(node, self)
        self.unknown[f"{type(node).__name__}"] += 1
        if isinstance(node, nodes.TextElement):
            return [element("Para", self.content(node))]
        return self.inside(node)

    def _inline(self, node: Node) -> list[Element]:
        function = _found(INLINES, node)
        if function is not None:
            return function(node, self)
        if _found(BLOCKS, node) is not None:  # a block where pandoc has none: its words stay
            return self._flattened(node)
        self.unknown[f"{type(node).__name__}"] += 1
        return self.content(node) if isinstance(node, nodes.Element) else []

    def _flattened(self, node: Node) -> list[Element]:
        return list(_inlines_in(self._block(node)))


def _is_inline(node: Node) -> bool:
    if isinstance(node, nodes.image):
        return isinstance(node.parent, nodes.TextElement)
    if isinstance(node, (nodes.target, nodes.raw)):  # both are anything in docutils
        return isinstance(node.parent, nodes.TextElement)
    return isinstance(node, (nodes.Text, nodes.Inline)) and not isinstance(
        node, tuple(BLOCKS)
    )  # Sphinx's nodes of signatures are both


def _found(table: dict[type[Node], Translator], node: Node) -> Translator | None:
    """Return the function for the class of *node*, or for the next class that it inherits from."""
    return next((table[each] for each in type(node).__mro__ if each in table), None)


def _inlines_in(blocks: Iterable[Element]) -> Iterator[Element]:
    """Yield the inlines of *blocks*, with a space between those of two."""
    for position, made in enumerate(blocks):
        if position:
            yield element("Space")
        if made["t"] in {"Para", "Plain"}:
            yield from made["c"]
        elif made["t"] == "Header":
            yield from made["c"][2]
        elif made["t"] == "CodeBlock":
            yield element("Code", attributes(), made["c"][1])
        else:
            yield from _inlines_in(_blocks_in(made.get("c")))


def _blocks_in(content: Any) -> Iterator[Element]:
    """Yield the paragraphs, headings and code anywhere in *content*."""
    if isinstance(content, dict):
        if content.get("t") in {"Para", "Plain", "Header", "CodeBlock"}:
            yield content
        else:
            yield from _blocks_in(content.get("c"))
    elif isinstance(content, list):
        for part in content:
            yield from _blocks_in(part)


def titled(title: list[Element], content: list[Element], classes: Iterable[str], identifier: str) -> Element:
    """Return an aside with its title in strong type: a note, a warning, a topic."""
    head = [div([element("Para", [element("Strong", title)])], classes=["title"])] if title else []
    return div([*head, *content], identifier=identifier, classes=classes)
