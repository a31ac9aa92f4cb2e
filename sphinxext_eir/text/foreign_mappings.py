"""Fields of other programs that hold several of ours: Quarto's ``citation``, mystmd's ``venue``, a ``journal`` with details."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from .fields import FieldError, from_yaml, one_line, read_pages

if TYPE_CHECKING:
    from collections.abc import Mapping


class Held(NamedTuple):
    """What a mapping holds."""

    fields: dict[str, str]
    """Name of a field → text, as the field's reader takes it."""
    left_out: dict[str, str]
    """Key → text, of what an article has no field for."""


CITATION = {
    "title": "title",
    "title-short": "short-title",
    "short-title": "short-title",
    "author": "author",
    "translator": "translator",
    "container-title": "journal",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "page-first": "first-page",
    "first-page": "first-page",
    "firstpage": "first-page",
    "page-last": "last-page",
    "last-page": "last-page",
    "lastpage": "last-page",
    "issued": "date",
    "doi": "doi",
    "issn": "issn",
    "url": "canonical",
    "publisher": "publisher",
    "license": "license",
    "keyword": "keywords",
}
"""CSL's variables, as Quarto has them in front matter ("Citation Metadata" of its reference)."""

PERIODICAL = {
    "title": "journal",
    "name": "journal",
    "container-title": "journal",
    "issn": "issn",
    "publisher": "publisher",
    "volume": "volume",
    "issue": "issue",
}
"""The keys of a journal, as mystmd and Quarto's formats of journals have them."""

MAPPINGS: dict[str, dict[str, str]] = {
    "citation": CITATION,
    "venue": PERIODICAL,
    "journal": PERIODICAL,
    "publication": PERIODICAL,
}
"""Name of a field that may hold a mapping → its keys → our fields."""

SWITCHES = ("true", "false", "yes", "no", "null", "")
"""Values of ``citation`` that only tell Quarto to print one."""

UNUSED = {
    "google-scholar": None,
    "type": ("article-journal", "article", "webpage", "post", "post-weblog", "document"),
}
"""Keys that say nothing more than we say of any article, with such values; ``None`` for any."""


def holds_others(name: str, text: str) -> bool:
    """Say if the field *name* with *text* stands for other fields: *name* is as :func:`.frontmatter.field_named` returns it."""
    return name in ("citation", "venue") or (name in MAPPINGS and from_yaml(text) is not None)


def read_mapping(name: str, text: str) -> Held:
    """Read the *text* of such a field, the JSON of a mapping: of ``citation`` or another of :data:`MAPPINGS`."""
    listed = from_yaml(text)
    if listed is None:
        if name == "venue" and text.strip():
            return Held({"journal": text}, {})
        return Held({}, {} if text.strip().lower() in SWITCHES else {name: text})
    held = Held({}, {})
    for item in listed:
        if isinstance(item, dict):
            _read(item, MAPPINGS[name], held)
        else:
            held.left_out[name] = one_line(str(item))
    return held


def _read(item: Mapping[str, Any], keys: Mapping[str, str], held: Held) -> None:
    for key, value in item.items():
        plain = str(key).replace("_", "-").lower()
        said = as_text(value)
        field = keys.get(plain)
        if not said or (plain in UNUSED and ((values := UNUSED[plain]) is None or said in values)):
            continue
        if field == "page":
            try:
                held.fields.update(zip(("first-page", "last-page"), read_pages(said), strict=False))
            except FieldError:
                held.left_out[plain] = said
        elif field and field not in held.fields:
            held.fields[field] = iso_date(value) if field == "date" else said
        else:
            held.left_out[plain] = said


def as_text(value: Any) -> str:
    """Return a value of YAML as the text that readers of fields take: a structure as its JSON."""
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return "" if value is None else one_line(str(value))


def iso_date(value: Any) -> str:
    """Return a date of CSL in ISO 8601, as far as it is one: ``{"date-parts": [[2022, 3]]}``, ``{"year": 2022}``, ``2022/3/1``."""
    if isinstance(value, dict):
        parts = value.get("date-parts") or [value.get(part) for part in ("year", "month", "day")]
        while isinstance(parts, list) and len(parts) == 1 and isinstance(parts[0], list):
            parts = parts[0]
        if value.get("raw") or value.get("literal"):
            return iso_date(value.get("raw") or value.get("literal"))
    else:
        match = re.fullmatch(r"(\d{4})[/.](\d\d?)(?:[/.](\d\d?))?", as_text(value))
        parts = list(match.groups()) if match else None
    numbers = [str(part) for part in parts if part] if isinstance(parts, list) else []
    if not numbers or not all(number.isdigit() for number in numbers):
        return as_text(value)
    return "-".join([numbers[0].zfill(4), *(number.zfill(2) for number in numbers[1:])])
