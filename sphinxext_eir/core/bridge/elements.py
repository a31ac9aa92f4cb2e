"""Parts of pandoc's document tree (pandoc-types 1.23, ``Text.Pandoc.Definition``), as its JSON has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from ...text.characters import writable

if TYPE_CHECKING:
    from collections.abc import Iterable

Element: TypeAlias = dict[str, Any]
"""An inline or a block: ``t`` is its constructor, ``c`` its content."""

API_VERSION = [1, 23]
"""The version of the tree. pandoc takes any of the same two first numbers."""


def element(constructor: str, *content: Any) -> Element:
    """Return the element of *constructor*: its content is the one argument, a list of several, or none."""
    if not content:
        return {"t": constructor}
    return {"t": constructor, "c": content[0] if len(content) == 1 else list(content)}


def attributes(
    identifier: str = "", classes: Iterable[str] = (), pairs: Iterable[tuple[str, str]] = ()
) -> list[Any]:
    """Return the attributes of an element."""
    return [identifier, list(classes), [list(pair) for pair in pairs]]


def words(text: str) -> list[Element]:
    """Return *text* as words with spaces between. A space that doesn't break stays within its word.

    What no file of XML can hold, and no font has, is left out.
    """
    parts = re.split(r"([ \t\r\n\f\v]+)", writable(text))
    return [
        element("Space") if index % 2 else element("Str", part) for index, part in enumerate(parts) if part
    ]


def div(
    content: list[Element],
    *,
    identifier: str = "",
    classes: Iterable[str] = (),
    pairs: Iterable[tuple[str, str]] = (),
) -> Element:
    """Return blocks with attributes."""
    return element("Div", attributes(identifier, classes, pairs), content)


def span(
    content: list[Element],
    *,
    identifier: str = "",
    classes: Iterable[str] = (),
    pairs: Iterable[tuple[str, str]] = (),
) -> Element:
    """Return inlines with attributes."""
    return element("Span", attributes(identifier, classes, pairs), content)


def link(content: list[Element], target: str, title: str = "") -> Element:
    """Return a link to *target*, an address or ``#id``."""
    return element("Link", attributes(), content, [target, title])


def document(blocks: list[Element], meta: dict[str, Element] | None = None) -> dict[str, Any]:
    """Return a whole document."""
    return {"pandoc-api-version": API_VERSION, "meta": meta or {}, "blocks": blocks}


# Metadata


def meta_text(text: str) -> Element:
    """Return *text* as words, in which a writer may break lines."""
    return element("MetaInlines", words(text))


def meta_string(text: str) -> Element:
    """Return *text* as it is: an address, a code of a language."""
    return element("MetaString", text)


def meta_list(items: Iterable[Element]) -> Element:
    """Return a list of values."""
    return element("MetaList", list(items))


def meta_map(**values: Element | None) -> Element:
    """Return a mapping, without the names that have no value. ``_`` in a name stands for ``-``."""
    return element(
        "MetaMap", {name.replace("_", "-"): value for name, value in values.items() if value is not None}
    )
