"""CSL-JSON: a list of items."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..items import with_note_variables
from .entries import Plain, made_key

if TYPE_CHECKING:
    from .entries import Entries


def read_csl_json(data: bytes, entries: Entries) -> Plain:
    """Read the list in *data*, which may also stand in an object as ``items`` or ``references``."""
    return read_json(entries.decode(data), entries)


def read_json(text: str, entries: Entries) -> Plain:
    """Read the list in *text*."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        entries.warn(error.lineno, f"no JSON: {error.msg}")
        return Plain()
    except (ValueError, RecursionError):
        entries.warn(0, "no JSON that can be read: a number is too long, or lists are nested too deeply")
        return Plain()
    if isinstance(value, dict):
        value = next((value[name] for name in ("items", "references") if name in value), [value])
    add_items(value, text, entries)
    return Plain()


def add_items(value: Any, text: str, entries: Entries) -> None:
    """Add the items of *value*. The line of an item is that of its id in *text*."""
    if not isinstance(value, list):
        entries.warn(1, "no CSL-JSON: expected a list of items")
        return
    place, line = 0, 1
    for number, item in enumerate(value, 1):
        if not isinstance(item, dict):
            entries.warn(line, f"item {number}: expected an object, not {json.dumps(item)[:60]}")
            continue
        given = item.get("citation-key") or item.get("id")  # Zotero's ids are URLs
        key = str(given).strip() if isinstance(given, str | int) and not isinstance(given, bool) else ""
        found = text.find(json.dumps(given, ensure_ascii=False), place) if key else -1
        if found >= 0:
            line += text.count("\n", place, found)
            place = found
        if not key:
            key = made_key(item, entries.by_key)
            entries.warn(line, f"item {number} has no id: it is called {key!r}")
        entries.add(key, line, with_note_variables(item))
