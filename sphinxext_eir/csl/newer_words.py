"""Words of languages that pandoc's locales lack or have in an older form: ``Datensatz`` for *dataset*, and neuter ordinals in Russian.

CSL's library of locales is renewed more often than pandoc is. What a language lacks there, a style would print in English. These are words
of our own, in :file:`terms.json` beside the styles: language, or locale → form → term → word, or singular and plural. A style's own words count first.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TypeAlias
from xml.etree import ElementTree as ET

from ..assets import ASSETS
from .repairs import CSL

Words: TypeAlias = "dict[str, dict[str, str | list[str]]]"


@cache
def newer_words() -> dict[str, Words]:
    """Return the words, by language, by form and by term."""
    found: dict[str, Words] = json.loads((ASSETS / "styles" / "terms.json").read_text("utf-8"))
    return found


def with_newer_words(style: str, locale: str) -> str:
    """Return *style* with the words for *locale* that it doesn't have itself."""
    words = newer_words().get(locale) or newer_words().get(locale.partition("-")[0])
    if not words:
        return style
    root = ET.fromstring(style)  # noqa: S314 - it was parsed, checked and written here
    own = {(term.get("name", ""), term.get("form", "long")) for term in root.iter(f"{CSL}term")}
    made = ET.Element(f"{CSL}locale")
    group = ET.SubElement(made, f"{CSL}terms")
    for form, name, word in (
        (form, name, word) for form, some in words.items() for name, word in some.items()
    ):
        if (name, form) in own or ("ordinal" in name and ("ordinal", "long") in own):
            continue  # whoever sets one ordinal sets all (CSL 1.0.2, ordinal suffixes)
        term = ET.SubElement(group, f"{CSL}term", {"name": name, "form": form})
        single, multiple = (word, word) if isinstance(word, str) else word
        ET.SubElement(term, f"{CSL}single").text = single
        ET.SubElement(term, f"{CSL}multiple").text = multiple
    last = max(place for place, element in enumerate(root) if element.tag == f"{CSL}locale")
    root.insert(last + 1, made)
    return ET.tostring(root, encoding="unicode")
