"""Where the article is in a page, and what of the page is furniture.

Words count where prose stands: in paragraphs, outside of links and of parts that their names call furniture. From the whole page,
the search goes down as long as one part has nearly all of these words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ....text.quotation import UNSPACED
from . import naming
from .tree import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .tree import Node

_ALL_BUT_ALL = 0.88
"""The part of the prose that a part of the page has to have if the rest is given up."""
_LITTLE = 200
"""Words of prose. Parts of so short an article can't be told from it."""
_ALL = 0.97
"""The same for a part of what the page itself calls the article."""
_MOST = 0.5
"""The part of the prose that an element called the article has to have, to be taken for it."""
_NEARLY_THE_PAGE = 0.6
"""The part of a page's words that furniture can't have, whatever it is called."""
_SHORT = 8
"""Words. A shorter block is a label, a button or an item of a menu, and no prose."""
_LARGE = 0.3
"""The part of an article's prose that nothing in it can have and be furniture, whatever it is called."""
_GOOD = 25
"""Words of prose. Furniture that has so many is named in a message."""
_MOSTLY_LINKS = 0.5

_KEEP_WHOLE = frozenset(
    (
        "p",
        "blockquote",
        "li",
        "ul",
        "ol",
        "dl",
        "table",
        "tr",
        "td",
        "th",
        "tbody",
        "pre",
        "figure",
        "figcaption",
    )
)
"""Elements that an article may begin with, but isn't."""

RELATED = re.compile(
    r"""  (?:related|recommended|more|further)\s+
            (?:posts?|articles?|stories|content|reads?|from\s.{1,40}|on\sthis(?:\stopic)?)
        | related | see\salso\son\s.* | read\s(?:more|next|also) | up\snext | most\sread
        | you\s(?:may|might)\s(?:also\s)?(?:like|enjoy).*
        | share(?:\sthis.*)? | like\sthis | tags | subscribe.* | newsletter.* | advertisement
        | leave\sa\s(?:reply|comment).* | (?:\d+\s)?(?:comments?|responses?|repl(?:y|ies))(?:\sto\s.*)?
        | (?:recent|popular)\sposts | post\snavigation | trending.* | navigation\smenu
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Headings of furniture."""


@dataclass
class Weights:
    """How many words stand below each element."""

    words: dict[Node, int] = field(default_factory=dict)
    """All visible words."""
    linked: dict[Node, int] = field(default_factory=dict)
    """Of these, words in links."""
    prose: dict[Node, int] = field(default_factory=dict)
    """Words of paragraphs, outside of links and furniture; those of short ones count less."""
    of_blocks: set[Node] = field(default_factory=set)
    """Elements with blocks in them."""


def weigh(nodes: Sequence[Node]) -> Weights:
    """Count the words below each element of a page, given its *nodes*, from the bottom."""
    weights = Weights()
    words, linked, prose = weights.words, weights.linked, weights.prose
    unseen: set[Node] = set()
    in_link: set[Node] = set()
    for node in nodes:
        above = node.parent
        if node.tag:
            if node.hidden or above in unseen:
                unseen.add(node)
            if node.tag == "a" or above in in_link:
                in_link.add(node)
        elif above is not None and above not in unseen and (count := _count(node.text)):
            words[above] = words.get(above, 0) + count
            if above in in_link:
                linked[above] = linked.get(above, 0) + count
    loose = {node: count - linked.get(node, 0) for node, count in words.items()}
    """Words of each element's own, outside of links."""
    for node in reversed(nodes):
        above = node.parent
        if node.tag and above is not None:
            if node.tag in BLOCKS or node in weights.of_blocks:
                weights.of_blocks.add(above)
            for table in (words, linked):
                if node in table:
                    table[above] = table.get(above, 0) + table[node]
    total = words.get(nodes[0], 0) - linked.get(nodes[0], 0)
    own: dict[Node, int] = {}
    furniture: set[Node] = set()
    block_of: dict[Node, Node] = {}
    for node in nodes:
        if node not in words:
            continue
        above = node.parent
        if above in furniture or (
            (is_called_furniture(node) or (node.names and naming.is_notes_name(node.names)))
            and _may_be_left(node, words[node] - linked.get(node, 0), total, _NEARLY_THE_PAGE)
        ):
            furniture.add(node)
        block = block_of[node] = node if node.tag in BLOCKS or above is None else block_of[above]
        if node not in furniture and loose.get(node):
            own[block] = own.get(block, 0) + loose[node]
    for block, count in own.items():
        if count >= _SHORT:
            prose[block] = count if count >= _GOOD else count // 4
    for node in reversed(nodes):
        above = node.parent
        if above is not None and node in prose:
            prose[above] = prose.get(above, 0) + prose[node]
    return weights


def _may_be_left(node: Node, words: int, whole: int, part: float) -> bool:
    """Say if furniture of so many *words* can be left out of a *whole*: less than a *part* of it, or comments that leave an article."""
    return words < part * whole or (bool(naming.COMMENTS.search(node.names)) and whole - words >= _LITTLE)


_NEVER_FURNITURE = frozenset("html body main article h1 time p a sup li blockquote".split())


def is_called_furniture(node: Node) -> bool:
    """Say if *node* is furniture by its tag, its role or its names."""
    if node.tag in _NEVER_FURNITURE:
        return False
    if not node.attributes:
        return node.tag in naming.FURNITURE_TAGS
    if node.tag in naming.FURNITURE_TAGS or node.get("role") in naming.FURNITURE_ROLES:
        return not (naming.PULL_QUOTE.search(node.names) or naming.is_notes_name(node.names))
    if node.get("itemtype").endswith("schema.org/BreadcrumbList"):
        return True
    names = node.names
    return bool(names) and naming.is_furniture_name(names) and not naming.is_notes_name(names)


def _count(text: str) -> int:
    """Return the number of words in *text*; in scripts without spaces, two letters count as one."""
    if text.isascii():
        return len(text.split())
    return max(len(text.split()), len(_UNSPACED.findall(text)) // 2)


_UNSPACED = re.compile(f"[{UNSPACED}]")


def find_article(body: Node, nodes: Sequence[Node], weights: Weights) -> Node:
    """Return the element that holds the article of a page with a *body*."""
    prose = weights.prose
    best = _called_article(body, nodes, prose)
    called = False
    while True:
        children = [child for child in best.children if prose.get(child)]
        first = max(children, key=lambda child: prose[child], default=None)
        if first is None or first.tag in _KEEP_WHOLE or first.tag not in BLOCKS:
            return best
        alike = any(
            child is not first and child.tag == first.tag and child.get("class") == first.get("class")
            for child in children
        )
        called = called or best.tag == "article" or _is_article_body(best)
        if called and prose[best] < _LITTLE:
            return best
        if prose[first] < (_ALL if called else _ALL_BUT_ALL) * prose[best] or _is_article_body(best) or alike:
            return best
        best = first


def _is_article_body(node: Node) -> bool:
    """Say if *node* says of itself that it is the text of an article."""
    return "articleBody" in node.get("itemprop")


def _called_article(body: Node, nodes: Sequence[Node], prose: dict[Node, int]) -> Node:
    """Return the element that is called the article, if it has most of the prose, else the *body*."""
    total = prose.get(body, 0)
    for test in (
        _is_article_body,
        lambda node: node.tag == "article",
        lambda node: node.tag == "main" or node.get("role") == "main",
    ):
        found = [node for node in nodes if node in prose and test(node)]
        largest = max(found, key=lambda node: prose[node], default=None)
        if largest is not None and prose[largest] >= _MOST * total:
            return largest
    return body


@dataclass(frozen=True)
class Furniture:
    """Decides what inside an article is furniture."""

    article: Node
    weights: Weights
    needed: frozenset[Node]
    """Notes and the title, with all that is around them."""
    widgets: frozenset[Node]
    """What the site put between paragraphs, by its words."""

    def __contains__(self, node: Node) -> bool:
        if node in self.needed or node.hidden:
            return False
        if node in self.widgets or not is_called_furniture(node):
            return node in self.widgets or self.is_feed(node)
        if naming.BIOGRAPHY.search(node.names) or naming.PULL_QUOTE.search(node.names):
            return False
        words = self.weights.words.get(node, 0)
        linked = self.weights.linked.get(node, 0)
        whole = self.weights.words.get(self.article, 0) - self.weights.linked.get(self.article, 0)
        if whole and not _may_be_left(node, words - linked, whole, _LARGE):
            return False
        bare = not naming.is_furniture_name(node.names) and node.get("role") not in naming.FURNITURE_ROLES
        if bare and node.tag in ("aside", "footer"):
            return words < _SHORT or linked > _MOSTLY_LINKS * words
        return not _is_list_of_sources(node)

    def is_feed(self, node: Node) -> bool:
        """Say if *node* lists other pages of the site, each with a picture or a heading that leads there, beside a text of its own."""
        if node.tag not in _FEEDS or node is self.article or len(node.children) < _SHORTEST_FEED:
            return False
        parts = [child for child in node.children if child.tag and self.weights.words.get(child)]
        alike = [child for child in parts if child.tag in ("li", "article", "div", "section")]
        if len(alike) < _SHORTEST_FEED or len(alike) < _MOST_OF_FEED * len(parts):
            return False
        rest = self.weights.prose.get(self.article, 0) - self.weights.prose.get(node, 0)
        if rest < _OWN_TEXT:
            return False
        targets = [target for child in alike if (target := _teased(child))]
        return len(set(targets)) >= _MOST_OF_FEED * len(alike)


_FEEDS = ("ul", "ol", "div", "section")
_SHORTEST_FEED = 4
_MOST_OF_FEED = 0.8
_OWN_TEXT = 100
"""Words of prose beside a feed. A page with fewer is the list itself."""


def _teased(node: Node) -> str:
    """Return the page that *node* leads to by a heading or a picture; nothing for one that leads away from the site, or to a picture."""
    for inner in node.walk():
        if inner.tag == "a":
            address = inner.get("href").strip()
            shown = any(one.tag == "img" or one.tag in _HEADS for one in inner.walk())
            headed = any(above.tag in _HEADS for above in inner.above() if node.holds(above))
            if (shown or headed) and address and not _AWAY.match(address):
                return address
    return ""


_HEADS = ("h2", "h3", "h4", "h5", "h6")
_AWAY = re.compile(
    r"""  \# | mailto: | javascript:
        | .*\.(?:png|jpe?g|gif|webp|svg|pdf)(?:\?.*)?$              # a picture in full
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Addresses that lead to no other page."""


def _is_list_of_sources(node: Node) -> bool:
    """Say if *node* has notes in it, though its name is that of furniture."""
    return any(naming.is_notes_name(inner.names) for inner in node.walk() if inner.tag and inner.attributes)


def with_all_above(nodes: Iterable[Node]) -> frozenset[Node]:
    """Return *nodes* and all elements around them."""
    found: set[Node] = set()
    for node in nodes:
        found.add(node)
        for above in node.above():
            if above in found:
                break
            found.add(above)
    return frozenset(found)


def has_prose(node: Node, weights: Weights) -> bool:
    """Say if *node* has a passage of prose, though it is furniture: a person may want to look at it."""
    return weights.words.get(node, 0) - weights.linked.get(node, 0) >= _GOOD and any(
        inner.tag == "p" and weights.words.get(inner, 0) - weights.linked.get(inner, 0) >= _GOOD
        for inner in node.walk()
    )
