"""The text of a citation role → the entries that it cites. What the text means may depend on which words are keys."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...csl.citing import BARE_KEY, no_key, read_cites
from ...csl.model import Cite
from .records import ALL

if TYPE_CHECKING:
    from collections.abc import Callable

WITH_AUTHOR = ("citet", "citeauthor", "fullcite")
"""The roles that can't do without the author, whom ``-@`` leaves out."""


def cites_of(role: str, text: str, is_key: Callable[[str], bool] = no_key) -> tuple[Cite, ...]:
    """Return what *role* cites by *text*; *is_key* says which words are keys. Raises :class:`ValueError` that says what was expected."""
    if role == "nocite" and text.strip() in {"*", "@*"}:
        return (Cite(ALL),)
    if role == BIBLIOREF:
        key = _own_words(text)["key"].removeprefix("@")
        return (Cite(key),) if key else ()
    cites = read_cites(text, is_key)
    if role == "citeyearpar":
        return tuple(replace(cite, suppressed=True) for cite in cites)
    if role in WITH_AUTHOR:
        return tuple(replace(cite, suppressed=False) for cite in cites)
    return cites


BIBLIOREF = "biblioref"
"""The role whose words are the author's: ``the first study <Blank2000>``. Without a key, they cite nothing."""
_OWN_WORDS = re.compile(r"(?P<words>\S.*?)\s*<(?P<key>[^<>\s]*)>\s*", re.DOTALL)
_RAISED = re.compile(r"\^(?P<raised>[^^]+)\^")


def _own_words(text: str) -> re.Match[str]:
    """Return the words and the key in *text*. Raises :class:`ValueError` that says what was expected."""
    match = _OWN_WORDS.fullmatch(text)
    if not match:
        raise ValueError(f"words and the key of an entry were expected, 'words <Blank2000>', not {text!r}")
    return match


def words_in(role: str, text: str) -> tuple[str, bool]:
    """Return the words that *role* prints until its entry is known, and if they are raised."""
    if role == "nocite":
        return "", False
    if role != BIBLIOREF:
        return text, False  # as docutils' references have some: smart quotes see that a word ends
    words = _own_words(text)["words"]
    raised = _RAISED.fullmatch(words)
    return (raised["raised"], True) if raised else (words, False)


def key_in_suffix(cite: Cite, is_key: Callable[[str], bool]) -> str:
    """Return the key that the words after *cite* begin with, which was meant to be cited perhaps; nothing if there is none."""
    word = BARE_KEY.match(cite.suffix.lstrip(" ,"))
    return word[0] if word and is_key(word[0]) else ""
