"""What a page says of its article to machines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bs4 import BeautifulSoup


URL = "https://example.org/2024/03/01/waiting/"


def metas(page: BeautifulSoup) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in page.select("meta[name], meta[property]"):
        found.setdefault(meta.get("name") or meta.get("property"), []).append(meta["content"])
    return found


def linked_data(page: BeautifulSoup) -> dict[str, Any]:
    (script,) = page.select("script[type='application/ld+json']")
    return json.loads(script.string)
