"""The text of a citation role → the entries that it cites. What the text means may depend on which words are keys."""

from __future__ import annotations

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
    cites = read_cites(text, is_key)
    if role == "citeyearpar":
        return tuple(replace(cite, suppressed=True) for cite in cites)
    if role in WITH_AUTHOR:
        return tuple(replace(cite, suppressed=False) for cite in cites)
    return cites


def key_in_suffix(cite: Cite, is_key: Callable[[str], bool]) -> str:
    """Return the key that the words after *cite* begin with, which was meant to be cited perhaps; nothing if there is none."""
    word = BARE_KEY.match(cite.suffix.lstrip(" ,"))
    return word[0] if word and is_key(word[0]) else ""
