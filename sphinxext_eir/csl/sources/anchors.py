"""The anchors of a file of CSL-YAML (YAML 1.2.2, 7.1): an alias in an entry may stand for what another one says.

Entries are converted by a few at a time, so what they borrow is sent with them. How much that is, written out, is told before: an entry
whose aliases stand for others with aliases in them may be larger than any memory.
"""

from __future__ import annotations

import re
from typing import NamedTuple

ALIAS = re.compile(
    r"""
    (?:^|(?<=[\s,\[{]))           # at the beginning of a node
    \*([^\s,\[\]{}*]+)           # *journal, but no *emphasis*
    (?=[ ]*(?:[,\]}]|$))         # at its end
    """,
    re.MULTILINE | re.VERBOSE,
)
ANCHOR = re.compile(r"(?:^|(?<=[\s,\[{]))&([^\s,\[\]{}]+)", re.MULTILINE)
MOST_LENT = 5_000
"""Characters of other entries that one borrows: pandoc takes a twentieth of a second for them."""
_GROWTH = 1.45
"""How much larger an alias makes an entry at most that stands for a part of it: the third root of three, if all are in one another."""


class Borrowed(NamedTuple):
    """What an entry has of others."""

    texts: tuple[str, ...] = ()
    """Entries that hold the anchors, in the order of the file."""
    size: float = 0
    """At most so many characters, written out."""


class Anchors:
    """The anchors that stand in a file before an entry. One that is there again stands for the nearest."""

    def __init__(self) -> None:
        """Begin without any."""
        self._holders: dict[str, Borrowed] = {}

    def borrowed(self, entry: str) -> Borrowed:
        """Return what *entry*, the next of the file, borrows, and keep its own anchors."""
        own: dict[str, int] = {}
        for anchor in ANCHOR.finditer(entry):
            own.setdefault(anchor[1], anchor.start())
        texts: dict[str, None] = {}
        size, within = 0.0, 0
        for alias in ALIAS.finditer(entry):
            if own.get(alias[1], len(entry)) < alias.start():
                within += 1
            elif holder := self._holders.get(alias[1]):
                size += holder.size
                texts |= dict.fromkeys(holder.texts if size <= MOST_LENT else ())
        if own:
            whole = (len(entry) + size) * _GROWTH ** min(within, MOST_LENT.bit_length())
            self._holders |= dict.fromkeys(own, Borrowed((*texts, entry), min(whole, MOST_LENT + 1)))
        return Borrowed(tuple(texts), size)
