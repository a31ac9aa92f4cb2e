"""A paragraph as citations are looked for in it, and whether it may have any: most have none, and need nothing else of this package."""

from __future__ import annotations

import re

from ..text.characters import EAST_ASIAN
from ..text.numerals import YEAR
from ..text.patterns import compile_later

OPAQUE, OPEN, CLOSE = "\N{OBJECT REPLACEMENT CHARACTER}", "\x02", "\x03"
"""What stands in its text for a node that must stay as it is, such as a link, and around emphasised words."""

_BRACKET = re.compile(r"[(\[（［【〔]")
_YEAR = re.compile(YEAR)
_BARE_YEAR = compile_later(rf"(?: [^\W\d_][.,{CLOSE}]{{0,3}}\s | {EAST_ASIAN} ){YEAR}", re.VERBOSE)
"""A year right after a word: ``Blank, 2000``, ``山田2000``."""


def has_year(text: str) -> bool:
    """Say if *text* has a year."""
    return bool(_YEAR.search(text))


def may_cite(text: str) -> bool:
    """Say if *text* has what no citation is without: brackets, or a year after a word."""
    if _BRACKET.search(text):
        return True
    # Most texts have no year at all, which is seen in a fiftieth of the time.
    return has_year(text) and bool(_BARE_YEAR.search(text))
