"""The people of a project: a mapping, as YAML, TOML or JSON hold it → persons, of whom ``directory`` is made."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from .article import Person
from .author_structures import read_authors
from .fields import FieldError, one_line, read_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


STAND_INS = {
    "bio": "biography",
    "photo": "portrait",
    "avatar": "portrait",
    "picture": "portrait",
    "aliases": "also",
}
SITES = ("website", "homepage", "url")


def read_people(raw: object) -> tuple[dict[str, Person], list[tuple[str, str]]]:
    """Return the persons in *raw* by their keys, and what is wrong with it: the key that it is about, if any, and a message."""
    if not isinstance(raw, dict):
        return {}, [("", "expected people by their keys, each a mapping that has a 'name'")]
    people: dict[str, Person] = {}
    problems: list[tuple[str, str]] = []
    for key, value in raw.items():
        name = one_line(str(key))
        said: list[str] = []
        if name in people:
            said.append("two keys are the same but for their spaces or type, and the last one counts")
        try:
            # A name alone is the short form of a person.
            people[name] = _person(name, value if isinstance(value, dict) else {"name": value}, said)
        except FieldError as error:
            said.append(f"expected {error.expected}; the person is left out")
        problems += [(name, f"{name}: {message}") for message in said]
    return people, problems


def _person(key: str, typed: Mapping[Any, Any], problems: list[str]) -> Person:
    values: dict[str, Any] = {}
    for name, value in typed.items():
        plain = str(name).strip().lower().replace("_", "-")
        own = STAND_INS.get(plain, plain)
        if values.get(own, value) != value:
            problems.append(f"{own} is there twice, by two names, and the last one counts")
        values[own] = value
    biography = values.pop("biography", None) or ""
    portrait = values.pop("portrait", None) or ""
    also = values.pop("also", None) or ()
    links = [*_links(values.pop("links", None), problems)]
    for site in SITES:
        if site in values:
            links += _links({"Website" if site == "url" else site.capitalize(): values.pop(site)}, problems)
    try:
        typed_again = json.dumps([values], default=str, skipkeys=True)
    except ValueError:  # a number of more digits than Python writes, in YAML's hexadecimal digits
        raise FieldError("no number of thousands of digits") from None
    try:
        (author,) = read_authors(typed_again)
    except FieldError as error:
        if not error.keep:
            raise
        problems.append(f"expected {error.expected}")
        author = error.keep[0]
    return Person(
        key,
        author._replace(key=key),
        tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", str(biography)) if part.strip()),
        one_line(str(portrait)),
        tuple(links),
        tuple(one_line(str(name)) for name in _several(also)),
    )


def _several(typed: Any) -> Iterable[Any]:
    """Return what was *typed* for several values: a list, a mapping's keys, or one value."""
    return typed if isinstance(typed, (list, tuple, set, dict)) else [typed]


def _links(typed: Any, problems: list[str]) -> Iterable[tuple[str, str]]:
    """Yield words and address of each link: of a mapping, or of a list of addresses or of mappings with ``name`` and ``url``."""
    if not typed:
        return
    pairs: list[tuple[str, str]] = []
    for item in [typed] if isinstance(typed, dict) else _several(typed):
        if isinstance(item, dict) and "url" in item:
            words = next(
                (item[name] for name in ("name", "label", "title", "text") if item.get(name)), item["url"]
            )
            pairs.append((str(words), str(item["url"])))
        elif isinstance(item, dict):
            pairs += [(str(words), str(address)) for words, address in item.items()]
        else:
            pairs.append((str(item), str(item)))
    for words, address in pairs:
        try:
            yield one_line(words), read_url(one_line(address))
        except FieldError as error:
            problems.append(f"links: expected {error.expected}, not {address!r}")
