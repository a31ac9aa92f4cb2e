"""The time that a text takes to read."""

from __future__ import annotations

import math
import re

WORDS_A_MINUTE = 238
"""Of readers of English non-fiction (Brysbaert 2019, "How many words do we read per minute?")."""

LETTERS_A_MINUTE = 260
"""Of scripts without spaces (Brysbaert 2019, on Chinese)."""

_IDEOGRAPHS = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"


def minutes(text: str) -> int:
    """Return whole minutes, at least one; 0 for no text."""
    letters = len(re.findall(f"[{_IDEOGRAPHS}]", text))
    words = len(re.findall(rf"[^\W{_IDEOGRAPHS}]+", text))
    return math.ceil(words / WORDS_A_MINUTE + letters / LETTERS_A_MINUTE)
