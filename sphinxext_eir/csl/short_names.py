"""Short forms of names, BibLaTeX's ``shortauthor`` and ``shorteditor``: citations print them, and bibliographies print the names.

CSL has no variable for them. So the citations of a style that shortens names are formatted with other items than its bibliography.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from .repairs import CSL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .model import Item

SHORT = {"author": "author-short", "editor": "editor-short"}
"""The names that citations begin with, and the variables of ours that hold their short forms."""


@lru_cache(maxsize=32)
def shortens_names(style: str) -> bool:
    """Say if a *style*, a text of XML that was checked before, has a short form of names."""
    root = ET.fromstring(style)  # noqa: S314 - it was parsed, checked and written here
    return any(
        element.get("form" if element.tag == f"{CSL}name" else "name-form") == "short"
        for element in root.iter()
    )


def in_citations(items: Mapping[str, Item]) -> tuple[dict[str, Item], tuple[str, ...]]:
    """Return *items* as citations name them, and a message for each short form that can't be used.

    All works of the same names get the short form that one of them has, so that they stay one group with one row of letters after the year.
    A short form that would stand for several authors is left.
    """
    named = {key: (role, _words(item[role])) for key, item in items.items() if (role := _role(item))}
    forms: dict[str, list[dict[str, Any]]] = {}
    for key, (role, full) in named.items():
        if short := items[key].get(SHORT[role]):
            forms.setdefault(full, short)
    meant: dict[str, set[str]] = {}
    for full in {full for _, full in named.values()}:
        meant.setdefault(_words(forms.get(full, [])) or full, set()).add(full)
        meant.setdefault(full, set()).add(full)
    unclear = {full: words for full, form in forms.items() if len(meant[words := _words(form)]) > 1}
    told = {
        key: {**items[key], role: forms[full]}
        for key, (role, full) in named.items()
        if full in forms and full not in unclear
    }
    messages = (
        f"citations print {full!r} in full: the short form {words!r} stands for other names, too"
        for full, words in sorted(unclear.items())
    )
    return {**items, **told}, tuple(messages)


def _role(item: Item) -> str:
    """Return the names that citations of *item* begin with; nothing if it has neither an author nor an editor."""
    return next((role for role in SHORT if item.get(role)), "")


def _words(names: list[dict[str, Any]]) -> str:
    """Return *names* as readers tell them apart."""
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "literal", "suffix")
    return "; ".join(" ".join(str(name[part]) for part in parts if name.get(part)) for name in names)
