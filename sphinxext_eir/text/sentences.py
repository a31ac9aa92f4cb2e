"""Ends of sentences and paragraphs."""

from __future__ import annotations

import re

from .numerals import SUPERSCRIPTS

FULL_STOPS = ".。．।։።۔"
"""The full stops of the world's scripts."""

STOPS = ".!?…"
"""Characters that end a sentence in Latin script."""

PAUSES = ",;:"
"""Characters that part a sentence."""

CLOSING = "\"'’”»)\\]"
"""Marks that close after a stop, for a class of an expression."""

ENDED = re.compile(rf"[{STOPS}][{CLOSING}]*$")
"""The end of a text that ends with a sentence."""

PARAGRAPH_END = re.compile(
    rf"""[{STOPS}:] [{CLOSING}*]*                         # a stop, or a colon; closing marks
         (?: \s*\[\^?\w{{1,7}}\] | [{SUPERSCRIPTS}] )*     # markers of notes
         [{CLOSING}]* \s*$""",
    re.VERBOSE,
)
"""The end of a paragraph that is whole."""

SENTENCE_END = re.compile(
    rf"""(?: (?<! \b\w ) (?<! \b(?:Mr|Ms|Dr|St|vs|cf|No) ) (?<! \b(?:Mrs|etc) ) (?<! \bProf ) \.  # no initial, U.N., Dr.
           | [!?…] ) [{CLOSING}]* (?= \s )
       | [。！？] [」』”’）]*""",
    re.VERBOSE,
)
"""The end of a sentence within a text."""
