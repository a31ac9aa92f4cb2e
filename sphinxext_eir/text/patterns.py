"""Regular expressions made of tables of words."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class CompiledLater:
    """A stand-in for a regular expression: when something is asked of it first, the expression is compiled, and answers from then on."""

    def __init__(self, pattern: str | Callable[[], str], flags: re.RegexFlag | int) -> None:
        self._source = pattern, flags
        if isinstance(pattern, str):
            self.pattern = pattern
            """Its source, of which others make theirs."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # asked by who copies objects
            raise AttributeError(name)
        pattern, flags = self._source
        answer = getattr(re.compile(pattern if isinstance(pattern, str) else pattern(), flags), name)
        setattr(self, name, answer)  # so that this method isn't asked again
        return answer


def compile_later(pattern: str | Callable[[], str], flags: re.RegexFlag | int = 0) -> re.Pattern[str]:
    """Return the regular expression of *pattern*, or of what *pattern* returns, which is compiled when it is used.

    Expressions of words in many languages take milliseconds each, and a build that reads one page uses few of them.
    """
    return cast("re.Pattern[str]", CompiledLater(pattern, flags))


def any_of(words: Iterable[str]) -> str:
    """Return an expression for one of *words*, the longest that fits. A space in a word stands for any space.

    Words with the same first letter share a branch, so that a long table costs little: a deeper tree is searched no faster, and takes
    longer to compile. The expression says nothing of the text around the word, and may be a part of a verbose expression. Of no
    words, it fits nothing.
    """
    branches = [
        _branch(first, list(group)) for first, group in groupby(sorted(set(words)), itemgetter(slice(1)))
    ]
    return f"(?:{'|'.join(branches)})" if branches else "(?!)"


def _branch(first: str, words: list[str]) -> str:
    """Return the expression of *words* that begin with the letter *first*, in order: of two that begin alike, the longer comes last."""
    if len(words) == 1:
        return _written(words[0])
    return f"{_written(first)}(?:{'|'.join(_written(word[1:]) for word in reversed(words))})"


def _written(text: str) -> str:
    return text if text.isalnum() else "".join(map(_written_character, text))


def _written_character(character: str) -> str:
    if character.isalnum():
        return character
    return r"\s" if character == " " else re.escape(character)
