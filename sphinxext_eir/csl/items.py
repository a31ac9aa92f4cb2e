"""Items of CSL-JSON made safe: for a value of a wrong type in one item, pandoc refuses the whole list."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

from ..text.dois import bare
from .edtf import csl_date
from .short_names import SHORT

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
        if isinstance(value, str) and len(value) > LONGEST_TEXT and name not in UNSEEN:
            messages.append(f"{name}: only its first {LONGEST_TEXT} characters are printed")
    if not isinstance(clean.get("type"), str):
        clean["type"] = "document"
    return clean


# Variables in a note

VARIABLE = re.compile(r"^\s*(?:\{:)?([A-Za-z][A-Za-z_-]*):\s*(.*?)\}?\s*$")
TEXTS = frozenset(
    """
    DOI ISBN ISSN PMCID PMID URL archive archive-place archive_collection archive_location authority call-number chapter-number
    collection-number collection-title container-title dimensions division edition event event-place event-title genre issue
    jurisdiction language license medium number number-of-pages number-of-volumes original-publisher original-publisher-place
    original-title page part-number part-title printing-number publisher publisher-place references reviewed-genre reviewed-title
    scale section source status supplement-number title title-short version volume volume-title container-title-short
    collection-title-short type
    """.split()
)
"""Variables of text and of numbers (CSL 1.0.2, appendix IV) that an author may set."""


def with_note_variables(item: Item) -> Item:
    """Return *item* with the variables that lines of its note set, as ``original-date: 1867`` does; the rest is its note.

    So authors say in the *Extra* field of Zotero what has no field of its own. Only the names of CSL count, and a variable that is
    set already stays.
    """
    note = item.get("note")
    if not isinstance(note, str) or ":" not in note:
        return item
    found: Item = {}
    rest = []
    for line in note.split("\n"):
        match = VARIABLE.match(line)
        name, value = match.groups() if match else ("", "")
        if name in NAMES:
            found.setdefault(name, []).append(_typed_name(value))
        elif name in DATES:
            found[name] = csl_date(value)
        elif name in TEXTS:
            found[name] = value
        else:
            rest.append(line)
    if "type" in found:
        item = {**item, "type": found["type"]}
    return {**found, **item, "note": "\n".join(rest).strip()} if found else item


def _typed_name(text: str) -> dict[str, str]:
    """Return the name that *text* means: ``Family || Given``, or the name of a body."""
    family, bars, given = (part.strip() for part in text.partition("||"))
    return {"family": family, "given": given} if bars else {"literal": family}


UNSEEN = frozenset(
    """
    type language abstract keyword annote citation-key citation-label year-suffix title-short container-title-short
    author-short editor-short issued accessed page volume issue number edition
    """.split()
)
"""Variables that say nothing of a work by themselves."""
NAMELESS = frozenset(
    (
        "personal_communication",
        "interview",
        "legal_case",
        "legislation",
        "bill",
        "treaty",
        "regulation",
        "patent",
    )
)
"""Types of works that may have no title."""
CONTAINED = {
    "chapter": "book",
    "article-journal": "journal",
    "entry-encyclopedia": "encyclopedia",
    "entry-dictionary": "dictionary",
}
"""Types of works that stand in another, and what that is."""


WHEREABOUTS = (
    "container-title", "container-title-short", "volume-title", "event", "event-title", "URL", "DOI", "archive",
    "archive_location", "PMID", "note", "status",
)  # fmt: skip
"""Variables by which such a work is found."""


def is_printable(item: Item) -> bool:
    """Say if *item* has anything by which readers would know the work."""
    return not item.keys() <= UNSEEN


def missing(item: Item) -> list[str]:
    """Return messages about what *item* lacks, so that its citation or entry says too little."""
    if not is_printable(item):
        return ["it has nothing that can be printed: it is left out"]
    found = []
    if not item.get("title") and item["type"] not in NAMELESS:
        named = any(item.get(name) for name in NAMES)
        found.append("it has no title" if named else "it has neither a title nor an author or editor")
    container = CONTAINED.get(item["type"])
    if container and not any(item.get(name) for name in WHEREABOUTS):
        found.append(f"it doesn't say in which {container} it is")
    return found


def _clean_value(name: str, value: Any) -> Any:
    if name in NAMES or name in SHORT.values():
        return clean_names(value)
    if name in DATES:
        return clean_date(value)
    if name in URLS:
        return clean_url(_text(value))
    if name == "DOI":
        return bare(_text(value))
    return value if type(value) is int and abs(value) < LARGE else _text(value)


def _text(value: Any) -> str:
    """Return *value* as text; the first value, if it is a list."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(f"expected text, not {_shown(value)}")  # noqa: TRY004 - told to the author
    text = CONTROL.sub("", str(value)).strip()[:LONGEST_TEXT]
    return text if text.isascii() else unicodedata.normalize("NFC", text)


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


def with_status(item: Item) -> Item:
    """Return *item* with the word that it has for a date, such as *forthcoming*, as its status, if it has no other.

    A style can set a letter behind a status with a hyphen, but can't tell such a word from a year.
    """
    issued = item.get("issued", {})
    said = str(issued.get("literal", "")) if isinstance(issued, dict) else ""
    if not said or "status" in item or re.search(r"\d", said):
        return item
    return {**{name: value for name, value in item.items() if name != "issued"}, "status": said}


def clean_date(value: Any) -> dict[str, Any]:
    """Return *value*, a date of CSL-JSON, or the date that a number or text probably means."""
    if isinstance(value, int | str) and not isinstance(value, bool):
        return csl_date(_text(value))
    if not isinstance(value, dict):
        raise ValueError(f"expected a date, not {_shown(value)}")  # noqa: TRY004 - told to the author
    clean = _date_parts(value.get("date-parts"))
    text = value.get("literal") or value.get("raw") or value.get("edtf")
    if clean and value.get("literal"):
        clean["literal"] = _text(text)
    if not clean:
        clean = csl_date(_text(text)) if text else _season_alone(value)
    if not clean:
        raise ValueError(f"expected a date, not {_shown(value)}")
    season = str(value.get("season", "")).strip()
    first = clean.get("date-parts", [[0, 0]])[0]
    if season and len(first) == 1:
        if season in ("1", "2", "3", "4"):
            clean["season"] = int(season)
        elif number := SEASONS.get(season.lower()):
            clean["season"] = number
    if value.get("circa") not in (None, False, 0, "", "false", "0"):
        clean["circa"] = True
    return clean


SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}


def _season_alone(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return the season of a date without a year, in words."""
    season = value.get("season")
    return {"literal": _text(season)} if isinstance(season, str) and not season.strip().isdecimal() else {}


def _date_parts(value: Any) -> dict[str, Any]:
    days = value if isinstance(value, list) else []
    parts = [_ints(day) for day in days[:2]]
    return {"date-parts": parts} if parts and all(parts) else {}


MONTHS_AND_SEASONS = range(1, 25)
"""What may stand for a month: 21 to 24 are EDTF's seasons, 13 to 20 those of older CSL-JSON, twice."""
SEASONS_FROM = 13


def _ints(day: Any) -> list[int]:
    """Return year, month and day as far as they are known and possible. A season, which has no day, stands for the month."""
    numbers: list[int] = []
    for part in day[:3] if isinstance(day, list) else [day]:
        text = str(part).strip()
        if not re.fullmatch(r"-?\d{1,4}", text):
            break
        number = int(text)
        if (len(numbers) == 1 and number not in MONTHS_AND_SEASONS) or (
            len(numbers) == 2 and (numbers[1] >= SEASONS_FROM or not 1 <= number <= 31)
        ):
            break
        numbers.append(number)
    return numbers
