"""The name among many that one is nearly."""

from __future__ import annotations

import difflib
from collections import defaultdict
from functools import cached_property
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 200
"""Names that one is compared with: comparing a thousand with a thousand takes seconds."""


class Nearest:
    """Some names, of which one is asked for that is nearly another.

    Of more than :data:`MOST`, only those are compared that share the rarest pairs of letters with the other one.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names."""
        self._names = tuple(names)

    def to(self, name: str, cutoff: float) -> str:
        """Return the name that *name* is nearly, as difflib counts likeness, from *cutoff* to 1; nothing if there is none."""
        close = difflib.get_close_matches(name, self._like(name), n=1, cutoff=cutoff)
        return close[0] if close else ""

    def _like(self, name: str) -> Iterable[str]:
        if len(self._names) <= MOST:
            return self._names
        rarest = sorted((self._holders.get(pair, ()) for pair in _pairs(name)), key=len)
        return dict.fromkeys(islice(chain.from_iterable(rarest), MOST))

    @cached_property
    def _holders(self) -> dict[str, list[str]]:
        """The names by the pairs of letters that they hold."""
        holders = defaultdict(list)
        for name in self._names:
            for pair in _pairs(name):
                holders[pair].append(name)
        return dict(holders)


def _pairs(name: str) -> Iterable[str]:
    return dict.fromkeys(map("".join, pairwise(name)))
