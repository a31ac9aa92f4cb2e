"""The comparison of typed text, regardless of case, line breaks and typography."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ..text.numerals import SMALL_ROMAN

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=1024)  # the passes ask for each paragraph, one after the other
def on_one_line(text: str) -> str:
    """Return *text* with single spaces, and none at its ends."""
    return " ".join(text.split())


def whole(pattern: str, text: str) -> re.Match[str] | None:
    """Match a rule against the whole of *text*, regardless of case and line breaks."""
    return _compiled(pattern).fullmatch(on_one_line(text))


def any_whole(patterns: Iterable[str], text: str) -> bool:
    """Say if one of several rules fits the whole of *text*."""
    text = on_one_line(text)
    return any(_compiled(pattern).fullmatch(text) for pattern in patterns)


@lru_cache(maxsize=1024)
def folded(text: str) -> str:
    """Return *text* as it is compared: one case, straight quotation marks, single spaces."""
    if not text.isascii():
        for typographic, straight in _STRAIGHT:  # which takes a tenth of the time of a table of characters
            text = text.replace(typographic, straight)
    return " ".join(text.casefold().split())


def compared(text: str) -> str:
    """Return the words of *text*, folded and without punctuation: what a page repeats may be quoted or end otherwise."""
    return " ".join(re.sub(r"[^\w\s]", "", folded(text)).split())


def letters_of(text: str) -> str:
    """Return the letters of *text* alone, in small ones: what is said again may be spaced, cut or numbered otherwise."""
    return re.sub(r"[\W\d_]+", "", text.casefold())


_STRAIGHT = tuple(zip("‘’“”–—\u00a0", "''\"\"-- ", strict=True))


def section_name(text: str) -> str:
    """Return the name of the section that a heading opens, given its *text*: without number and colon.

    LaTeX sets no stop after the number: ``7 Literatur``, ``6.2 References``.
    """
    return _NUMBER.sub("", folded(text)).strip(" :.")


_NUMBER = re.compile(
    rf"""^ (?: \d{{1,2}} (?:\.\d{{1,2}}){{0,3}} [.)]?     # 7; 7.; 6.2
             | {SMALL_ROMAN}[.)] )                      # vii.
         \s+ (?=[^\W\d_])""",
    re.VERBOSE,
)
"""The number of a section."""


_OF_JOURNAL = r"""
    \W+ (?: (?:e-?)?issn\b
        | \d+\s?\(                         # Harbour Notes 12 (3)
        | [\w.]{1,7}\s?\d+\s?[,/(|]        # Harbour Notes Vol. 12, 3
"""
"""What follows a journal's name in its line: a number, a volume with its issue."""
_YEAR = r"| (?:19|20)\d\d\b"
"""*Harbour Notes 2020*: in a running head this is a number of a page as well."""
_YEAR_AFTER_COMMA = r"| (?<=,[ ]) (?:19|20)\d\d\b"
"""*Harbour Notes, 2020*: no number of a page stands after a comma."""

_LONGEST_JOURNAL = 6
"""Words of its name."""


def is_said_with_issue(name: str, lines: Iterable[str], *, year: bool = False) -> bool:
    """Say if one of *lines* begins with the *name* of a journal, and says which issue this is: by a *year* with nothing before it as well."""
    words = name.split()
    if len(words) > _LONGEST_JOURNAL:
        return False  # a title, with which a reference to the article begins
    said = r"(?:[\w.]+\s+)?" + r"\s+".join(map(re.escape, words))  # its publisher may stand before it
    of_issue = re.compile(
        f"{said}{_OF_JOURNAL}{_YEAR if year else _YEAR_AFTER_COMMA})", re.IGNORECASE | re.VERBOSE
    )
    return any(map(of_issue.match, lines))
