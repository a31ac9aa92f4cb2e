"""HTML as bytes or text → a tree of nodes, parsed as browsers do (HTML Living Standard, section 13.2), by selectolax."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from ...transcript import ConversionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from selectolax.lexbor import LexborNode

UNSEEN = frozenset(
    "script style template head title meta link base noscript svg canvas input button select textarea option datalist dialog "
    "object-fallback rp".split()
)
"""Elements whose text no reader of the page sees as a part of it."""

BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption "
    "search iframe video audio embed object".split()
)
"""Elements that begin and end a paragraph."""

BREAKING = BLOCKS | {"br"}
"""Elements beside which words end."""

LEFT_OUT = "eir-left-out"
"""An element that a reader of another format makes: what stands in it, as a tag of WordPress, is no text of the author."""

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Node:
    """An element, or a stretch of text whose ``tag`` is empty."""

    __slots__ = (
        "attributes",
        "children",
        "hidden",
        "last",
        "names",
        "order",
        "page",
        "parent",
        "tag",
        "text",
    )

    def __init__(self, tag: str, attributes: dict[str, str], parent: Node | None, text: str = "") -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.text = text
        self.children: list[Node] = []
        self.page: list[Node] | None = None
        """All nodes of the page, in its order, once they are numbered."""
        self.order = self.last = 0
        """The places of the node, and of the last node below it, among them."""
        self.hidden = tag in UNSEEN
        """True if the page doesn't show the element."""
        self.names = ""
        """What the page calls the element: its classes, its id, and its roles."""
        if attributes:
            if "hidden" in attributes or ("style" in attributes and _INVISIBLE.search(attributes["style"])):
                self.hidden = True
            self.names = " ".join([attributes[name] for name in _NAMES if name in attributes])

    def get(self, name: str) -> str:
        """Return an attribute, or an empty text."""
        return self.attributes.get(name, "")

    def walk(self) -> Iterable[Node]:
        """Return the node and all below it, in the order of the page."""
        return self.page[self.order : self.last + 1] if self.page is not None else list(self._below())

    def _below(self) -> Iterator[Node]:
        """Yield the node and all below it."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def above(self) -> Iterator[Node]:
        """Yield the elements around the node, from the inside."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def holds(self, other: Node) -> bool:
        """Say if *other* is the node itself, or below it."""
        if self.page is not None and self.page is other.page:
            return self.order <= other.order <= self.last
        return other is self or any(node is self for node in other.above())

    def said(self) -> str:
        """Return the visible text, with single spaces."""
        parts: list[str] = []
        stack = [self]
        while stack:
            node = stack.pop()
            if not node.tag:
                parts.append(node.text)
            elif not node.hidden or node is self:
                if node.tag in BREAKING:
                    parts.append(" ")
                stack += node.children[::-1]
        return " ".join("".join(parts).split())


_NAMES = ("class", "id", "role", "epub:type")


def number(root: Node) -> list[Node]:
    """Give all nodes of a page their numbers, and return them in its order."""
    page: list[Node] = []
    stack = [root]
    while stack:
        node = stack.pop()
        node.order = node.last = len(page)
        node.page = page
        page.append(node)
        stack += node.children[::-1]
    for node in reversed(page):
        above = node.parent
        if above is not None and above.last < node.last:
            above.last = node.last
    return page


def let_go(root: Node) -> None:
    """Part the nodes of a page that was read. Those that refer to one another are looked for by Python's collector, which takes long."""
    nodes = root.page or [root]
    for node in nodes:
        node.parent = None
    nodes.clear()


_DEEPEST = 200
"""Elements in one another. What is deeper is text."""


def parse(data: bytes | str) -> Node:
    """Return the root of a page. Raises :class:`ConversionError` where selectolax isn't installed."""
    source = _parsed(data if isinstance(data, str) else decoded(data))
    root = Node("html", {}, None)
    if source is None:
        return root
    stack = [(source, root, 1)]
    root.attributes = _attributes_of(source)
    while stack:
        element, node, depth = stack.pop()
        child = element.first_child
        below = []
        while child is not None:
            tag = child.tag or "-"
            if tag == "-text":
                node.children.append(Node("", {}, node, child.text_content or ""))
            elif tag[0] not in "-!":
                made = Node(tag, _attributes_of(child), node)
                node.children.append(made)
                if depth < _DEEPEST:
                    below.append((child, made, depth + 1))
                else:
                    made.children.append(Node("", {}, made, child.text(separator=" ")))
            child = child.next
        stack.extend(below)
    for node in number(root):
        if node.tag == "noscript" and len(node.said().split()) >= _ARTICLE:
            node.hidden = False
    return root


def _attributes_of(element: LexborNode) -> dict[str, str]:
    """Return the attributes of *element*; those without a value are empty."""
    attributes = element.attributes
    if None in attributes.values():
        return {name: value or "" for name, value in attributes.items()}
    return attributes  # type: ignore[return-value]


def _parsed(text: str) -> LexborNode | None:
    try:
        from selectolax.lexbor import LexborHTMLParser, SelectolaxError
    except ImportError:
        message = "reading web pages needs selectolax: pip install 'sphinxext-eir[web]'"
        raise ConversionError(message) from None
    try:
        return LexborHTMLParser(text).root
    except SelectolaxError:  # which says no more; it takes any text for which there is memory
        raise MemoryError from None


_ARTICLE = 60
"""Words. So many in a ``<noscript>`` are the article itself, which a script would show."""

_CHARSET = re.compile(
    rb"""  <meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)      # HTML
        | <\?xml[^>]{0,80}encoding=["']([\w-]+)               # XHTML
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LATIN = frozenset(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"))


def _single_byte(error: UnicodeError) -> tuple[str, int]:
    """Read a byte that is no UTF-8 as Windows-1252, and go on: parts of one page may come from elsewhere."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.start + 1].decode("cp1252", errors="replace"), error.start + 1


codecs.register_error("eir-single-byte", _single_byte)


def decoded(data: bytes) -> str:
    """Return *data* as text: by its byte order mark, as UTF-8, or as the page says (Encoding Standard: Latin-1 is Windows-1252)."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not encoding:
        try:
            return data.decode()
        except UnicodeDecodeError:
            found = _CHARSET.search(data[:4096])
            encoding = (found[1] or found[2]).decode().lower() if found else "utf-8"
            if encoding in ("utf-8", "utf8"):
                return data.decode("utf-8", errors="eir-single-byte")
            encoding = "cp1252" if encoding in _LATIN else encoding
    try:
        return data.decode(encoding, errors="replace")
    except LookupError:
        return data.decode("cp1252", errors="replace")


def level_of(node: Node) -> int:
    """Return the level of a heading, 0 for anything else."""
    return _LEVELS.get(node.tag, 0)
