"""Regular expressions made of tables of words."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable


class CompiledLater:
    """A stand-in for a regular expression: when something is asked of it first, the expression is compiled, and answers from then on."""

    def __init__(self, pattern: str, flags: re.RegexFlag | int) -> None:
        self._source = pattern, flags
        self.pattern = pattern
        """Its source, of which others make theirs."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # asked by who copies objects
            raise AttributeError(name)
        answer = getattr(re.compile(*self._source), name)
        setattr(self, name, answer)  # so that this method isn't asked again
        return answer


def compile_later(pattern: str, flags: re.RegexFlag | int = 0) -> re.Pattern[str]:
    """Return the regular expression of *pattern*, which is compiled when it is used.

    Expressions of words in many languages take milliseconds each, and a build that reads one page uses few of them.
    """
    return cast("re.Pattern[str]", CompiledLater(pattern, flags))


def any_of(words: Iterable[str]) -> str:
    """Return an expression for one of *words*, the longest that fits. A space in a word stands for any space.

    Words with the same beginning share a branch, so that a long table costs little. The expression says nothing of the text around
    the word, and may be a part of a verbose expression. Of no words, it fits nothing.
    """
    ordered = sorted(set(words))
    return f"(?:{_tree(ordered)})" if ordered else "(?!)"


def _tree(words: list[str]) -> str:
    """Return the expression of *words*, which are sorted: so all begin with what the first and the last share."""
    first, last = words[0], words[-1]
    if first == last:
        return _written(first)
    shared = next((at for at, letter in enumerate(first) if letter != last[at : at + 1]), len(first))
    optional = "?" if shared == len(first) else ""
    groups = groupby(words[1:] if optional else words, itemgetter(shared))
    branches = [_tree([word[shared:] for word in group]) for _letter, group in groups]
    if len(branches) == 1 and not optional:
        return _written(first[:shared]) + branches[0]
    return f"{_written(first[:shared])}(?:{'|'.join(branches)}){optional}"


def _written(text: str) -> str:
    return text if text.isalnum() else "".join(map(_written_character, text))


def _written_character(character: str) -> str:
    if character.isalnum():
        return character
    return r"\s" if character == " " else re.escape(character)
