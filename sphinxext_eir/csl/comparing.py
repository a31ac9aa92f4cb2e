"""The words of a text, as the ledgers compare them: without accents, case and markup."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|scp|span)(?: [^<>]*)?>", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_SAME = str.maketrans({"ß": "ss", "ı": "i", "ȷ": "j", "ﬁ": "fi", "ﬂ": "fl"})


def lost_word(typed: str, came: str) -> str:
    """Return the first word of *typed* that *came* lacks, or has less often; nothing if it has them all."""
    return Came(came).lost(typed)


class Came:
    """A text that came back, with which many typed ones are compared."""

    def __init__(self, text: str) -> None:
        """Take its words once, however often it is asked."""
        words = words_of(text)
        self._number = Counter(words)
        self._squashed = "".join(words)

    def lost(self, typed: str) -> str:
        """Return the first word of *typed* that the text lacks, or has less often; nothing if it has them all."""
        wanted = Counter(words_of(typed))
        missing = (word for word, number in wanted.items() if self._number[word] < number)
        return next((word for word in missing if self._squashed.count(word) < wanted[word]), "")


def words_of(text: str) -> list[str]:
    """Return the words of *text* as they are compared: without accents, case and markup."""
    bare = _TAG.sub("", text.translate(_SAME))
    if not bare.isascii():
        bare = "".join(
            char for char in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(char)
        )
    return _WORD.findall(bare.casefold())
