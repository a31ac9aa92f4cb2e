"""What the passages of a text are handed on with: breaks between them, and marks of notes in them."""

from __future__ import annotations

from .numerals import ROMAN
from .patterns import compile_later

BREAK = "\0"
"""Stands between two passages that were never one text."""

LETTERLIKE = "ʼʻ"
"""Apostrophes that Unicode, and :mod:`re` with it, counts among the letters."""

NOTE_MARK = compile_later(rf"\[(?:{ROMAN}|\d{{1,3}})\]_?(?![^\W{LETTERLIKE}])")
"""A note's mark as typed, ``[ii]`` or ``[12]``; ``[d]emocracy`` is an editor's."""
ROMAN_NOTE_MARK = compile_later(rf"\s*\[{ROMAN}\]_?(?![^\W{LETTERLIKE}])")
"""The mark of a note in a document of this extension, with the space before it."""
