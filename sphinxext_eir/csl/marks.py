"""Marks: characters that tell apart the parts of pandoc's answer and never reach the page.

A prepared style (:mod:`.styles`) prints most of them, and a request (:mod:`.request`) one; :mod:`.answer` takes them out. They are
private characters of Unicode, and taken out of all text that is sent.
"""

from __future__ import annotations

BEFORE = "\ue0f0"
"""The start of the citation layout. In narrative citations, the text before it is the authors."""
START = "\ue0f1"
"""Behind the layout's prefix."""
END = "\ue0f2"
"""Before the layout's suffix."""
AFTER = "\ue0f3"
"""The end of the citation layout."""
LOCATOR = "\ue0f4"
LOCATOR_END = "\ue0f5"
"""Around a locator."""
NOTE = "\ue0f6"
NOTE_END = "\ue0f7"
"""Around the number of the note that first cited the entry."""
GUARD = "\u2e0f"
"""The start of a suffix. Pandoc takes it for punctuation, and so doesn't take a number after it for a locator."""

PIPE = "\ue0f8"
"""Sent in place of ``|``, which ends the prefix of a whole citation for pandoc."""
ASKED = "\ue0f9"
"""Behind a question or exclamation mark at the end of a title. Pandoc would drop a comma after that, which belongs there."""
AND = "\ue0fa"
"""Behind the sign for *and*, which the names of a narrative citation have in words."""
COLON = "\ue0fb"
"""Before a colon in a note. Pandoc would take ``Reviewed: by him`` for the variable *Reviewed*, and leave it out."""
QUOTE = "\ue0fc"
"""In place of a straight quotation mark in a style's affixes. Pandoc would take any for an apostrophe."""

ALL = (
    BEFORE
    + START
    + END
    + AFTER
    + LOCATOR
    + LOCATOR_END
    + NOTE
    + NOTE_END
    + GUARD
    + PIPE
    + ASKED
    + AND
    + COLON
    + QUOTE
)

_DROP = dict.fromkeys(map(ord, ALL))


def sendable(text: str) -> str:
    """Return *text* in one line, without characters that mean something to pandoc."""
    return " ".join(unmarked(text).replace("|", PIPE).split())


def unmarked(text: str) -> str:
    """Return *text* without marks."""
    return text.translate(_DROP)
