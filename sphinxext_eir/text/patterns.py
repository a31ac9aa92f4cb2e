"""Regular expressions made of tables of words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return an expression for one of *words*, the longest that fits. A space in a word stands for any space.

    Words with the same beginning share a branch, so that a long table costs little. The expression says nothing of the text around
    the word, and may be a part of a verbose expression. Of no words, it fits nothing.
    """
    words = set(words)
    return f"(?:{_tree(words)})" if words else "(?!)"


def _tree(words: Iterable[str]) -> str:
    rests: dict[str, set[str]] = {}
    for word in sorted(words):
        rests.setdefault(word[:1], set()).add(word[1:])
    optional = "?" if rests.pop("", None) else ""
    branches = [_written(first) + _tree(rest) for first, rest in rests.items()]
    return (
        f"(?:{'|'.join(branches)}){optional}"
        if len(branches) > 1 or (branches and optional)
        else "".join(branches)
    )


def _written(character: str) -> str:
    return r"\s" if character == " " else re.escape(character)
