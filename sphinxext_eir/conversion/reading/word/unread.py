"""The words of a Word file that pandoc's tree lacks: it passes over what it doesn't know, and says nothing."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PIECE = re.compile(
    rb"""
    <w:t(?:[ ][^>]*)?>([^<]*)</w:t>             # <w:t xml:space="preserve">low </w:t>
    |<m:t(?:[ ][^>]*)?>([^<]*)</m:t>            # of a formula
    |<w:(noBreakHyphen|softHyphen|p|tab|br|cr|tc)\b
    """,
    re.VERBOSE,
)
"""A text, or what stands between two."""
_NO_GAP = (b"noBreakHyphen", b"softHyphen")
_WORD = re.compile(r"[^\W_]+")
MOST = 30
"""Words that a message names."""


def words_left_out(parts: Iterable[bytes], tree: Any) -> list[str]:
    """Return the words of *parts*, texts of a file, that *tree* lacks altogether, in their order."""
    read = json.dumps(tree, ensure_ascii=False).casefold()
    known = set(_WORD.findall(read))
    letters = ""
    lost: dict[str, None] = {}
    for word in (word for part in parts for word in _WORD.findall(_text_of(part))):
        folded = word.casefold()
        if folded in known or folded in lost:
            continue
        letters = letters or "".join(_letters_of(tree)).casefold()
        if folded not in letters:
            lost[word] = None
    return list(lost)


def _text_of(part: bytes) -> str:
    pieces = (
        piece[1] or piece[2] or (b"" if piece[3] in (None, *_NO_GAP) else b" ")
        for piece in _PIECE.finditer(part)
    )
    return html.unescape(b"".join(pieces).decode(errors="replace"))


def _letters_of(tree: Any) -> Iterator[str]:
    """Yield the letters of each text in *tree*: a word may be cut by markup."""
    waiting = [tree]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield "".join(_WORD.findall(value))
        elif isinstance(value, dict):
            waiting.extend(inner for name, inner in reversed(value.items()) if name != "t")
        elif isinstance(value, list):
            waiting.extend(reversed(value))
