"""Marks: characters that tell apart the parts of pandoc's answer and never reach the page.

A prepared style prints most of them (:mod:`.styles`), a request one (:mod:`.request`); reading an answer
(:mod:`.answer`) takes them out. They are private to us, and taken out of whatever is sent.
"""

from __future__ import annotations

BEFORE = "\ue0f0"
"""Where the citation layout begins: what stands before it in a narrative citation are the authors."""
START = "\ue0f1"
"""Behind the layout's prefix."""
END = "\ue0f2"
"""Before the layout's suffix."""
AFTER = "\ue0f3"
"""Where the citation layout ends."""
LOCATOR = "\ue0f4"
LOCATOR_END = "\ue0f5"
"""Around a locator."""
NOTE = "\ue0f6"
NOTE_END = "\ue0f7"
"""Around the number of the note that first cited the entry."""
GUARD = "\u2e0f"
"""Begins a suffix. To pandoc it is punctuation, so that no number after it is taken for a locator."""

PIPE = "\ue0f8"
"""A sent ``|``. To pandoc, that one ends the prefix of a whole citation."""

ALL = BEFORE + START + END + AFTER + LOCATOR + LOCATOR_END + NOTE + NOTE_END + GUARD + PIPE

_DROP = dict.fromkeys(map(ord, ALL))


def sendable(text: str) -> str:
    """Return *text* in one line, so that pandoc takes nothing in it for more than a word."""
    return " ".join(unmarked(text).replace("|", PIPE).split())


def unmarked(text: str) -> str:
    """Return *text* without marks."""
    return text.translate(_DROP)
