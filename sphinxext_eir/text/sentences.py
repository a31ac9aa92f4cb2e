"""Ends of sentences and paragraphs."""

from __future__ import annotations

import re

from .numerals import SUPERSCRIPTS
from .patterns import compile_later
from .vocabularies import words

FULL_STOPS = ".。．।։።۔"
"""The full stops of the world's scripts."""

STOPS = ".!?…"
"""Characters that end a sentence in Latin script."""

PAUSES = ",;:"
"""Characters that part a sentence."""

CLOSING = "\"'’”»)\\]"
"""Marks that close after a stop, for a class of an expression."""

ENDED = compile_later(rf"[{STOPS}][{CLOSING}]*$")
"""The end of a text that ends with a sentence."""

PARAGRAPH_END = compile_later(
    rf"""[{STOPS}:] [{CLOSING}*]*                         # a stop, or a colon; closing marks
         (?: \s*\[\^?\w{{1,7}}\] | [{SUPERSCRIPTS}] )*     # markers of notes
         [{CLOSING}]* \s*$""",
    re.VERBOSE,
)
"""The end of a paragraph that is whole."""

_FIRST_LETTERS = re.compile(r"[\"'“‘«„(\[]*([^\W\d_])([^\W\d_]?)")


def begins_small(text: str) -> bool:
    """Say if *text* begins with a small letter of any script, behind marks that open: a sentence goes on; but *eBay* is a name."""
    match = _FIRST_LETTERS.match(text)
    return match is not None and match[1].islower() and not match[2].isupper()


_LENGTHS: dict[int, list[str]] = {}
for _word in words("abbreviations"):
    _LENGTHS.setdefault(len(_word), []).append(_word)
_NO_ABBREVIATION = "".join(rf"(?<!\b(?:{'|'.join(group)}))" for group in _LENGTHS.values())
"""What doesn't look back at an abbreviation: those of one length at a time, as expressions must."""

SENTENCE_END = compile_later(
    rf"""(?: (?<! \b\w ) {_NO_ABBREVIATION} \.  # no initial, U.N., Dr.
           | [!?…] ) [{CLOSING}]* (?= \s )
       | [。！？] [」』”’）]*""",
    re.VERBOSE,
)
"""The end of a sentence within a text."""
