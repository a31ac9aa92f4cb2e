"""Typed entries: their text is split, and each is read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from ...core.nodes import eir_bibliography, eir_entry
from ...core.warnings import Subtype, warn
from ...text.dates import ACCESSED
from ...text.dois import DOI
from ...typed.references import URL, Reference, read_key, read_reference
from .records import entry_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docutils.nodes import Element, Node

_ITEM = re.compile(r"[-*+]\s+")


def split_entries(lines: Sequence[str], first: int) -> Iterator[tuple[str, str, int]]:
    """Yield key, text and line number of each entry typed in *lines*; *first* is the number of the first line.

    An entry is a block between blank lines, or an item of a list. A URL on a line of its own belongs to the entry before it.
    """
    found: list[tuple[list[str], int]] = []
    inside = False
    for number, line in enumerate(lines, first):
        text = line.strip()
        item = _ITEM.match(text)
        if not text:
            inside = False
        elif found and not item and (inside or _is_address(text)):
            found[-1][0].append(text)
        else:
            found.append(([text[item.end() :] if item else text], number))
            inside = True
    for texts, number in found:
        key, text = read_key("\n".join(texts))
        yield key, text, number


def _is_address(text: str) -> bool:
    """Say if *text* is a URL, alone or with the date of access."""
    match = URL.match(text.removeprefix("<"))
    if not match:
        return False
    rest = text.removeprefix("<")[match.end() :].strip(" >.,;()[]")
    return not rest or bool(ACCESSED.match(rest))


def read_entries(place: eir_bibliography, keys: set[str]) -> tuple[Reference, ...]:
    """Read the typed entries of *place*, and add their keys to *keys*, those of the bibliographies before it."""
    found: list[Reference] = []
    for entry in place.findall(eir_entry):
        link_addresses(entry)
        before = found[-1] if found else None
        reference = with_own_key(read_reference(entry.astext(), before, entry["key"]), keys, entry)
        keys.add(reference.key)
        entry["identifier"] = entry_id(reference.key, place["docname"])
        found.append(reference)
    return tuple(found)


def with_own_key(reference: Reference, keys: set[str], entry: eir_entry) -> Reference:
    """Return *reference* with a key that isn't among *keys*; warn if its author gave a key twice."""
    key, number = reference.key, 2
    while key in keys or not key:
        key = f"{reference.key or 'entry'}-{number}"
        number += 1
    if key != reference.key and reference.given:
        message = f"there are two entries with the key {reference.key!r}: citations by it lead to the first"
        warn(Subtype.REFERENCE_DUPLICATE, message, location=entry)
    return replace(reference, key=key)


_ADDRESS = re.compile(rf"(?P<doi>{DOI.pattern})|(?P<url>{URL.pattern})", re.IGNORECASE)

_OF_ADDRESSES = ("://", "www.", "10.")
"""What an address has one of, and is found in a tenth of the time."""


def link_addresses(entry: Element) -> None:
    """Turn the URLs and DOIs in the plain text of *entry* into links."""
    for text in list(entry.findall(nodes.Text)):
        if isinstance(text.parent, (nodes.reference, nodes.literal, addnodes.pending_xref)):
            continue
        plain = str(text)
        if not any(sign in plain.lower() for sign in _OF_ADDRESSES):
            continue
        parts: list[Node] = []
        position = 0
        for match in _ADDRESS.finditer(plain):
            address = match["url"] or f"https://doi.org/{match[2]}"
            if address.startswith("www."):
                address = f"http://{address}"
            parts += [
                nodes.Text(plain[position : match.start()]),
                nodes.reference("", match[0], refuri=address),
            ]
            position = match.end()
        if parts:
            parts.append(nodes.Text(plain[position:]))
            text.parent.replace(text, [part for part in parts if part.astext()])
