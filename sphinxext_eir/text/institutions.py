"""Institutions that authors belong to: in words, or in the structures of mystmd, Quarto and the Journal of Open Source Software."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .fields import FieldError, from_yaml, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ID = ("id", "ref", "index", "number")
"""The keys by which an institution is known to its authors."""
PLACE = (
    "division", "department", "group", "institution", "institute", "organization", "organisation", "name", "city", "region",
    "state", "province", "country",
)  # fmt: skip
"""The keys whose values are printed, in this order."""
UNUSED = (
    "address", "street-address", "street", "postal-code", "postal", "zipcode", "zip-code", "zip", "url", "website", "email", "phone",
    "fax", "ror", "isni", "ringgold", "grid", "doi", "collaboration", "note", "logo", "short-name", "twitter", "x", "bluesky", "mastodon",
    "linkedin", "github", "facebook", "instagram", "threads", "youtube", "discord", "discourse", "slack",
)  # fmt: skip
"""Keys of other programs that say nothing that is printed here."""


def read_institutions(text: str) -> dict[str, str]:
    """Read the list of institutions that authors refer to: id → name. Those without an id are known by their place in the list, from 1.

    The papers of the Journal of Open Source Software call the id ``index``; pandoc's filters have it as the one key, ``ost: University``.
    Raises :class:`FieldError`, with the institutions that could be read.
    """
    items = from_yaml(text) or []
    if len(items) == 1 and isinstance(items[0], dict) and not _is_known(items[0]):
        items = [{key: value} for key, value in items[0].items()]
    found: dict[str, str] = {}
    wrong: list[str] = []
    for place, item in enumerate(items, 1):
        key, named = _key_and_name(item, place)
        try:
            found[key] = institution(named, {})
        except FieldError as error:
            found[key] = error.keep or ""
            wrong.append(error.expected)
    if wrong:
        raise FieldError(wrong[0], keep=found)
    return found


def _key_and_name(item: Any, place: int) -> tuple[str, Any]:
    """Return the id of an *item* of the list, or its *place*, and what it says."""
    if isinstance(item, dict) and len(item) == 1 and not _is_known(item):
        ((key, named),) = item.items()
        return str(key), named
    ids = [item[name] for name in ID if item.get(name) is not None] if isinstance(item, dict) else []
    return str(ids[0] if ids else place), item


def _is_known(item: Mapping[str, Any]) -> bool:
    return any(_plain(key) in (*ID, *PLACE, *UNUSED) for key in item)


def _plain(key: object) -> str:
    return str(key).replace("_", "-").lower()


def defined_in(people: Iterable[Any]) -> dict[str, str]:
    """Return the institutions that one of *people* defines in place, with an ``id``, and others may refer to: id → name."""
    found: dict[str, str] = {}
    for person in people:
        for item in places_of(person) if isinstance(person, dict) else ():
            if isinstance(item, dict) and item.get("id") is not None and len(item) > 1:
                try:
                    found.setdefault(str(item["id"]), institution(item, {}))
                except FieldError as error:  # said where its author is read
                    found.setdefault(str(item["id"]), error.keep or "")
    return found


AFFILIATION = ("affiliation", "affiliations", "institute", "institution", "institutions")
"""The keys of a person that name institutions."""


def places_of(person: Mapping[str, Any]) -> Iterator[Any]:
    """Yield what *person* says of institutions, item by item."""
    for key, given in person.items():
        if _plain(key) in AFFILIATION:
            yield from (place for place in (given if isinstance(given, list) else [given]) if place)


def institution(item: Any, institutions: Mapping[str, str]) -> str:
    """Return an institution in words: text, an id of *institutions*, or a mapping of its parts or with a ``ref``.

    Raises :class:`FieldError` for an id that isn't there, and for a key that nobody knows.
    """
    if not isinstance(item, dict):
        text = one_line(str(item))
        listed = [part.strip() for part in re.split("[,;&]", text)]
        if text not in institutions and all(part in institutions for part in listed):
            return ", ".join(institutions[part] for part in listed)  # "1, 2"
        if re.fullmatch(r"\d+(?:\s*[,;&]\s*\d+)*", text) and text not in institutions:
            missing = next(part for part in listed if part not in institutions)
            raise FieldError(f"an affiliation with the id {missing!r} among 'affiliations'")
        return institutions.get(text, text)
    parts = {_plain(key): value for key, value in item.items()}
    if (reference := parts.get("ref")) is not None:
        if str(reference) not in institutions:
            raise FieldError(f"an affiliation with the id {str(reference)!r} among 'affiliations'")
        return institutions[str(reference)]
    words = [one_line(str(parts[part])) for part in PLACE if parts.get(part)]
    name = ", ".join(dict.fromkeys(words)) or institutions.get(str(parts.get("id")), "")
    if unknown := [key for key in parts if key not in (*ID, *PLACE, *UNUSED)]:
        raise FieldError(f"no {unknown[0]!r} in an affiliation", keep=name)
    return name
