"""Atom feeds (RFC 4287), written from plain values: the same values give the same bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

GENERATOR = "sphinxext-eir"

UNPRINTABLE = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""Characters that an XML document can't contain, not even escaped (XML 1.0, 2.2). Compiled when used, since that takes long."""


class Entry(NamedTuple):
    """An article in the feed (4.1.2)."""

    id: str
    """An IRI that is this article's for good."""
    title: str
    url: str
    updated: datetime.date
    published: datetime.date | None
    authors: Sequence[str]
    """At least one."""
    summary: str = ""
    rights: str = ""
    keywords: Sequence[str] = ()
    language: str = ""
    """A tag of BCP 47, where it isn't the feed's."""


def feed(entries: Sequence[Entry], *, title: str, url: str, home: str, language: str) -> bytes:
    """Return a feed of *entries*. There is at least one, which tells when the feed was updated."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language})
    _add(root, "id", url)
    _add(root, "title", title)
    _add(root, "updated", _time(max(entry.updated for entry in entries)))
    SubElement(root, "link", rel="self", type="application/atom+xml", href=url)
    SubElement(root, "link", rel="alternate", type="text/html", href=home)
    _add(root, "generator", GENERATOR)
    for entry in entries:
        spoken = {"xml:lang": entry.language} if entry.language not in ("", language) else {}
        element = SubElement(root, "entry", spoken)
        _add(element, "id", entry.id)
        _add(element, "title", entry.title)
        SubElement(element, "link", rel="alternate", type="text/html", href=entry.url)
        if entry.published:
            _add(element, "published", _time(entry.published))
        _add(element, "updated", _time(entry.updated))
        for name in entry.authors:
            _add(SubElement(element, "author"), "name", name)
        for keyword in entry.keywords:
            SubElement(element, "category", term=_printable(keyword))
        for name, text in (("rights", entry.rights), ("summary", entry.summary)):
            if text:
                _add(element, name, text)
    indent(root)
    document: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{document}\n'.encode()


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _printable(text)


def _printable(text: str) -> str:
    return re.sub(UNPRINTABLE, "", text)


def _time(day: datetime.date) -> str:
    """Return the beginning of *day* in the form of RFC 3339; nothing is known of the hour."""
    return f"{day.isoformat()}T00:00:00Z"
