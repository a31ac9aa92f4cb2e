"""URLs and mail addresses in running text."""

from __future__ import annotations

import re

from ..text.numerals import ROMAN

URL = r"(?:https?|ftp)://[^\s<>\"“”«»\x00-\x20]+"
MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?!\w)"
ADDRESS = re.compile(rf"(?<![\w/@]){URL}|(?<![\w.+/@-]){MAIL}", re.IGNORECASE)

CUT_URL = re.compile(r"[/_=&?%-]$")
"""The end of a URL that may go on in the next line."""
REST_OF_URL = re.compile(
    r"""
    \n
    (?P<rest>
        (?=[^\s<>]{0,200}[./_=&?%\d-])  # as only addresses have it
        (?!https?:)
        [a-z0-9%][^\s<>"“”«»\[]{0,500}
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The beginning of a line that can only be the rest of a URL."""
SPACED_URL = re.compile(
    r"""
    (?<![\w/@])
    (?P<scheme>https?://)
    \s
    (?P<host>www\.[^\s<>"“”«»\[]{1,500})
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A URL with a space after its scheme."""

_STOPS = ".,;:!?'’*"
_MARKER = re.compile(rf"\[(?:\d{{1,3}}|{ROMAN})\]$")
_LONGEST_MARKER = 13  # [ccclxxxviii]


def quoted(target: str) -> str:
    """Return the *target* of a link with all characters percent-encoded that a URL may not hold, or that markup would stumble over.

    RFC 3986, 2.1.
    """
    return re.sub(r"[\s<>`\\]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), target)


def trimmed_url(url: str) -> str:
    """Return *url*, typed in running text, without the punctuation of the sentence and brackets that it doesn't open."""
    end = len(url)
    unopened = {closing: url.count(closing) - url.count(opening) for opening, closing in ("()", "[]")}
    while end:
        last = url[end - 1]
        if last in _STOPS:
            end -= 1
        elif unopened.get(last, 0) > 0:
            unopened[last] -= 1
            end -= 1
        elif match := _MARKER.search(url, max(0, end - _LONGEST_MARKER), end):  # of a note, glued to it
            end = match.start()
        else:
            break
    return url[:end]
