"""The standfirst: what many sites set between the title of a page and the element that holds its article.

It is the author's, or the editor's, and the text often can't be understood without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...wording import compared
from . import naming
from .article import is_called_furniture
from .tree import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .article import Weights
    from .tree import Node

_PASSAGE = 25
"""Words. A block that has so many is prose, whatever it is called."""
_SENTENCE = 8
"""Words. A line that has so many, and a stop, is a sentence."""
_NAMED = 4
"""Words of a line that is called a standfirst."""
_MOST = 3
"""Lines that aren't called a standfirst. More of them are a list of something else."""
_STOPS = ".!?…。！？؟।"
_CLOSING = "\"'”’»)]“"


def find_standfirst(
    nodes: Sequence[Node], title: Node, article: Node, weights: Weights, front: Sequence[Node]
) -> frozenset[Node]:
    """Return the blocks of a standfirst between *title* and *article*, among the *nodes* of a page; lines of its *front* are none."""
    if title.last >= article.order:
        return frozenset()
    texts = list(_texts(nodes[title.last + 1 : article.order], (title, article), weights, front))
    if not texts:
        return frozenset()
    known = [compared(title.said()), compared(article.said())]
    passages: list[Node] = []
    lines: list[Node] = []
    for node in texts:
        said = node.said()
        words = weights.words[node] - weights.linked.get(node, 0)
        if words <= weights.linked.get(node, 0) or any(compared(said) in one for one in known):
            continue
        if words >= _PASSAGE or (words >= _NAMED and _is_named(node, (title, article))):
            passages.append(node)
        elif words >= _SENTENCE and node.tag in ("p", "h2", "h3") and said.rstrip(_CLOSING)[-1:] in _STOPS:
            lines.append(node)
        else:
            continue
        known.append(compared(said))
    return frozenset(passages + (lines if len(lines) <= _MOST else []))


def _texts(
    nodes: Sequence[Node], outside: tuple[Node, Node], weights: Weights, front: Sequence[Node]
) -> Iterator[Node]:
    """Yield those of *nodes* that are a paragraph or a heading, and neither furniture, nor the front matter, nor about a picture.

    What is around the title or the article, *outside*, is named after more than what stands between them.
    """
    for node in nodes:
        if (
            node.tag not in BLOCKS
            or node.tag == "li"
            or node in weights.of_blocks
            or not weights.words.get(node)
        ):
            continue
        around = [node, *(above for above in node.above() if not any(map(above.holds, outside)))]
        if not (
            any(one.hidden or one.tag in _NO_TEXT or naming.OF_PICTURES.search(one.names) for one in around)
            or any(is_called_furniture(one) or naming.is_furniture_name(one.names) for one in around)
            or any(line.holds(node) or node.holds(line) for line in front)
        ):
            yield node


_NO_TEXT = frozenset(
    ("figure", "figcaption", "table", "ul", "ol", "dl", "nav", "form", "aside", "details", "blockquote")
)


def _is_named(node: Node, outside: tuple[Node, Node]) -> bool:
    """Say if *node*, or an element around it, is called a standfirst."""
    around = (above for above in node.above() if not any(map(above.holds, outside)))
    return any(naming.STANDFIRST.search(one.names) for one in (node, *around))
