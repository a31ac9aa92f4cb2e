"""Biographies: the part of a page that says who its author is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....text.vocabularies import folded_words
from ...names import people_in
from ...wording import compared, folded
from . import naming
from .tree import level_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .runs import Pictures
    from .tree import Node

_PARTS = ("div", "section", "aside", "footer")
_FEWEST = 5
_MOST = 300
"""Words."""
_LONGEST_NAME = 8
"""Words, with those before the name."""
_AVATAR = re.compile(r"(?<![a-z])avatar(?![a-z])", re.IGNORECASE)
"""What WordPress and others call the picture of a person."""


def is_biography(node: Node, text: str) -> bool:
    """Say if *node* says who the author is: a part that is called so, with no heading but the name, in the second half of the *text*."""
    if node.tag not in _PARTS or not naming.BIOGRAPHY.search(node.names):
        return False
    said = compared(node.said())
    return (
        _FEWEST <= said.count(" ") <= _MOST
        and all(_heads(inner, node) for inner in node.walk() if level_of(inner))
        and not any(naming.BIOGRAPHY.search(above.names) for above in node.above())
        and text.rfind(said) * 2 > len(text)
    )


def around_biography(biography: Node, pictures: Pictures) -> Iterator[Node]:
    """Yield what in a *biography* is no text of it: the name over it, avatars, and a link to all that the author wrote."""
    said = biography.said()
    for node in biography.walk():
        if (
            level_of(node)
            or (node.tag == "img" and _is_avatar(node, pictures))
            or (_leads_to_author(node) and said.endswith(node.said()))
        ):
            yield node


def _heads(heading: Node, biography: Node) -> bool:
    """Say if a *heading* ends with a name that the *biography* says again, as *Published by Jane Doe*; or says that it is one."""
    said = heading.said().strip(" :")
    if folded(said) in folded_words("biographies"):
        return True
    words = compared(said).split()
    ends = (" ".join(words[n:]) for n in range(len(words) - 1))
    return len(words) <= _LONGEST_NAME and any(compared(biography.said()).count(end) > 1 for end in ends)


def _is_avatar(picture: Node, pictures: Pictures) -> bool:
    """Say if a *picture* is one that sites make for those who have none, or a portrait that isn't at hand."""
    return bool(_AVATAR.search(picture.names)) and not pictures(picture.get("src"), "")[1]


def _leads_to_author(node: Node) -> bool:
    """Say if *node* is a link to what the author wrote, and says more than a name (HTML, "Link type ``author``")."""
    return node.tag == "a" and "author" in node.get("rel").split() and not people_in(node.said())
