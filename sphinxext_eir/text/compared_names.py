"""The form in which names are compared: apart from the words of all languages, which many builds don't need."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans({
    "ß": "ss", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE",
    "ı": "i", "þ": "th", "Þ": "Th", "ð": "d", "‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'",
    "‐": "-", "‑": "-", "–": "-", "\xa0": " ", "・": " ",
})  # fmt: skip


@lru_cache(maxsize=20_000)
def normal(name: str) -> str:
    """Return *name* as it is compared: without accents, case, stops, a leading *The*, or quotation marks."""
    name = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    name = "".join(character for character in name if not unicodedata.combining(character)).translate(_PLAIN)
    name = re.sub(r"[.,:;\"“”]", "", name).casefold()
    name = " ".join(name.replace("-", " ").replace("'", "").split())
    return name.removeprefix("the ")
