"""Regular expressions made of tables of words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable


class CompiledLater:
    """A stand-in for a regular expression: when something is asked of it first, the expression is compiled, and answers from then on."""

    def __init__(self, pattern: str, flags: re.RegexFlag | int) -> None:
        self._source = pattern, flags

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
    if character.isalnum():
        return character
    return r"\s" if character == " " else re.escape(character)
