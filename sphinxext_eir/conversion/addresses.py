"""URLs and mail addresses in running text."""

from __future__ import annotations

import re

URL = r"(?:https?|ftp)://[^\s<>\"“”«»\x00-\x20]+"
MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}"
ADDRESS = re.compile(rf"(?<![\w/@]){URL}|(?<![\w.+/@-]){MAIL}", re.IGNORECASE)

_END = re.compile(r"(?:[.,;:!?'’*]|\*\*)+$")
_MARKER = re.compile(r"\[(?:\d{1,3}|[ivxlc]+)\]$")


def trimmed_url(url: str) -> str:
    """Return *url*, typed in running text, without the punctuation of the sentence and brackets that it doesn't open."""
    while True:
        shorter = _END.sub("", url)
        for opening, closing in ("()", "[]"):
            if shorter.endswith(closing) and shorter.count(closing) > shorter.count(opening):
                shorter = shorter[:-1]
        shorter = _MARKER.sub("", shorter)  # of a note, glued to it
        if shorter == url:
            return url
        url = shorter
