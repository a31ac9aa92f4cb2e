"""Items of CSL-JSON made safe: for a value of a wrong type in one item, pandoc refuses the whole list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .model import Item

NAMES = frozenset(
    """
    author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author
    performer producer recipient reviewed-author script-writer series-creator translator editor-translator
    """.split()
)
DATES = frozenset(("accessed", "available-date", "event-date", "issued", "original-date", "submitted"))
URLS = frozenset(("URL", "archive-URL"))
SCHEMES = frozenset(("http", "https", "ftp", "mailto"))
WITHOUT_SCHEME = re.compile(r"(?:[\w-]+(?:\.[\w-]+)+|localhost):\d+(?:/|$)")
"""A host and its port. The host must have a dot, since ``javascript:1/…`` looks like a host as well."""
PARTS_OF_NAME = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
FLAGS_OF_NAME = ("comma-suffix", "static-ordering", "parse-names")
LEFT_OUT = frozenset(("id", "other-ids", "custom", "categories"))
"""Variables that no citation prints, and other ids of entries, which pandoc would find them by."""
LONGEST_TEXT = 5_000
LARGE = 10**9
"""Larger numbers, and this one, are sent as text."""
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

Messages: TypeAlias = list[str]


def clean_item(item: Mapping[str, Any], messages: Messages | None = None) -> Item:
    """Return *item* without values that aren't CSL-JSON. A message about each, with its field, is added to *messages*."""
    messages = [] if messages is None else messages
    clean: Item = {}
    for name, value in item.items():
        if name in LEFT_OUT or value is None or not isinstance(name, str):
            continue
        try:
            kept = _clean_value(name, value)
        except ValueError as error:
            messages.append(f"{name}: {error}")
            continue
        if kept not in (None, "", [], {}):
            clean[name] = kept
    if not isinstance(clean.get("type"), str):
        clean["type"] = "document"
    return clean


def _clean_value(name: str, value: Any) -> Any:
    if name in NAMES:
        return clean_names(value)
    if name in DATES:
        return clean_date(value)
    if name in URLS:
        return clean_url(_text(value))
    return value if type(value) is int and abs(value) < LARGE else _text(value)


def _text(value: Any) -> str:
    """Return *value* as text; the first value, if it is a list."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(f"expected text, not {_shown(value)}")  # noqa: TRY004 - told to the author
    return CONTROL.sub("", str(value)).strip()[:LONGEST_TEXT]


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) < 60 else f"{text[:57]}…"


def clean_url(text: str) -> str:
    """Return *text*, the URL of a page or file. Raises :class:`ValueError` for a URL that a browser might execute."""
    try:
        scheme = urlsplit(text).scheme.lower()
    except ValueError:
        raise ValueError(f"{_shown(text)} is no URL") from None
    if scheme and scheme not in SCHEMES and not WITHOUT_SCHEME.match(text):
        raise ValueError(f"{_shown(text)} is not a URL that begins with https:// or http://")
    return text


def clean_names(value: Any) -> list[dict[str, Any]]:
    """Return the names of *value*, of people and bodies, without empty ones."""
    names = value if isinstance(value, list) else [value]
    return [clean for name in names if (clean := _clean_name(name))]


def _clean_name(name: Any) -> dict[str, Any]:
    if isinstance(name, str):
        name = {"literal": name}
    if not isinstance(name, dict):
        raise ValueError(f"expected names, not {_shown(name)}")  # noqa: TRY004 - told to the author
    clean: dict[str, Any] = {
        part: text for part in PARTS_OF_NAME if name.get(part) and (text := _text(name[part]))
    }
    clean |= {flag: True for flag in FLAGS_OF_NAME if name.get(flag) in (True, 1, "true", "1")}
    return clean if any(part in clean for part in PARTS_OF_NAME) else {}


# Dates


def clean_date(value: Any) -> dict[str, Any]:
    """Return *value*, a date of CSL-JSON, or the date that a number or text probably means."""
    if isinstance(value, int | str) and not isinstance(value, bool):
        return csl_date(_text(value))
    if not isinstance(value, dict):
        raise ValueError(f"expected a date, not {_shown(value)}")  # noqa: TRY004 - told to the author
    clean = _date_parts(value.get("date-parts"))
    if not clean:
        text = value.get("raw") or value.get("literal") or value.get("edtf")
        clean = csl_date(_text(text)) if text else {}
    if not clean:
        raise ValueError(f"expected a date, not {_shown(value)}")
    season = str(value.get("season", ""))
    if season in ("1", "2", "3", "4") and len(clean.get("date-parts", [[0, 0]])[0]) == 1:
        clean["season"] = int(season)
    if value.get("circa") not in (None, False, 0, "", "false", "0"):
        clean["circa"] = True
    return clean


def _date_parts(value: Any) -> dict[str, Any]:
    days = value if isinstance(value, list) else []
    parts = [_ints(day) for day in days[:2]]
    return {"date-parts": parts} if parts and all(parts) else {}


def _ints(day: Any) -> list[int]:
    """Return year, month and day as far as they are known and possible."""
    numbers: list[int] = []
    for part, most in zip(day if isinstance(day, list) else [day], (9999, 12, 31), strict=False):
        text = str(part).strip()
        if not re.fullmatch(r"-?\d{1,4}", text) or (numbers and not 1 <= int(text) <= most):
            break
        numbers.append(int(text))
    return numbers


DAY = r"(-?\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?"


def csl_date(text: str) -> dict[str, Any]:
    """Return the date of CSL-JSON that *text* means; a date that can't be read becomes a literal, printed as typed."""
    text = text.strip()
    if not text:
        return {}
    plain = re.sub(r"^(?:c\.|ca\.?|circa)\s*|[~?%]+$", "", text, flags=re.IGNORECASE)
    circa = {"circa": True} if plain != text else {}
    single = re.fullmatch(rf"{DAY}(?:T.*)?", plain)
    if single:
        return {"date-parts": [_ints([part for part in single.groups() if part])]} | circa
    ranged = re.fullmatch(rf"{DAY}\s*(?:/|--?|–)\s*{DAY}", plain)
    if ranged:
        first, last = ranged.groups()[:3], ranged.groups()[3:]
        return {"date-parts": [_ints([part for part in day if part]) for day in (first, last)]} | circa
    unended = re.fullmatch(r"(\d{4})(?:-\d\d){0,2}/(?:\.\.)?", plain)
    if unended:
        return {"literal": f"{unended[1]}–"}
    return {"literal": text[:LONGEST_TEXT]}
