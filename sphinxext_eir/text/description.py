"""The description of an article in a sentence or two, taken from its opening."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .passages import BREAK, ROMAN_NOTE_MARK
from .sentences import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 300
"""Characters; search engines show about half of them, and link previews fewer."""

ENOUGH = 120
"""Characters after which no further paragraph is begun."""


def opening(paragraphs: Iterable[str]) -> str:
    """Return the opening sentences of *paragraphs*: whole ones as far as they are short enough, or a part of the first."""
    text = ""
    for paragraph in paragraphs:
        if paragraph == BREAK:
            if text:
                break
            continue
        text = f"{text} {tidy(paragraph)}".strip()
        if len(text) >= ENOUGH:
            break
    if len(text) <= LONGEST:
        return text
    ends = [match.end() for match in SENTENCE_END.finditer(text) if match.end() <= LONGEST]
    if ends:
        return text[: ends[-1]]
    cut = text[:LONGEST]
    return cut[: cut.rfind(" ") if " " in cut else LONGEST].rstrip(" ,;:–—-") + "…"


def tidy(paragraph: str) -> str:
    """Return *paragraph* on one line, without marks of notes, and without the gap that an unresolved citation left."""
    text = ROMAN_NOTE_MARK.sub("", " ".join(paragraph.split())).strip()
    return re.sub(r"\s+(?=[.,)])", "", text)
