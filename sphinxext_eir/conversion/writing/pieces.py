"""The parts of blocks, for both writers: runs made ready for markup, and lines that no parser misreads."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from ..inlines import BIBLIOREF, Inlines, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDTH = 100
"""Characters of a line; a longer word has a line to itself."""

_BREAKING = r" \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029"
_SPACES = re.compile(rf"(?<!\u00a0)\u00a0*[{_BREAKING}][{_BREAKING}\u00a0]*")
"""White space where a line may break. A no-break space doesn't break, unless another space stands beside it."""


class Piece(NamedTuple):
    """A run between two marks: white space is single, and none stands inside markup at its ends."""

    kind: Kind
    text: str
    target: str = ""


def pieces_of(inlines: Inlines) -> list[Piece]:
    """Return *inlines* as pieces: neighbours of one kind joined, markup around words alone."""
    pieces: list[Piece] = []
    for piece in _spaced(inlines):
        for part in _trimmed(piece):
            if pieces and pieces[-1].kind is part.kind is Kind.TEXT:
                pieces[-1] = Piece(Kind.TEXT, pieces[-1].text + part.text)
            elif part.text:
                pieces.append(part)
    pieces = _kept_apart([piece._replace(text=_single_spaced(piece.text)) for piece in pieces])
    if pieces and pieces[0].kind is Kind.TEXT:
        pieces[0] = pieces[0]._replace(text=pieces[0].text.lstrip())
    if pieces and pieces[-1].kind is Kind.TEXT:
        pieces[-1] = pieces[-1]._replace(text=pieces[-1].text.rstrip())
    return [piece for piece in pieces if piece.text]


def _single_spaced(text: str) -> str:
    """Return *text* with single spaces. Of what is printable, only a space is white."""
    return text if text.isprintable() and "  " not in text else _SPACES.sub(" ", text)


_BY_KEY = ("citep", "citet")
"""Roles of citations by key, of which two beside each other stay two."""


def _spaced(inlines: Inlines) -> list[Piece]:
    """Return *inlines* with single spaces, and those of one kind joined; a space between two of a kind is of it as well."""
    spaced: list[Piece] = []
    for run in inlines:
        text = _single_spaced(run.text)
        kind, target = run.kind, run.target
        if kind is Kind.CITATION and not target:  # as it is typed
            kind = Kind.TEXT
        if not text.strip() and kind is not Kind.NOTE:
            kind, target = (spaced[-1].kind, spaced[-1].target) if spaced else (Kind.TEXT, "")
            if kind is Kind.NOTE:
                kind, target = Kind.TEXT, ""
        alone = kind is Kind.NOTE or (kind is Kind.CITATION and target in _BY_KEY and bool(text.strip()))
        if spaced and (spaced[-1].kind, spaced[-1].target) == (kind, target) and not alone:
            spaced[-1] = Piece(kind, spaced[-1].text + text, target)
        else:
            spaced.append(Piece(kind, text, target))
    return spaced


def citation_in(piece: Piece) -> tuple[str, str] | None:
    """Return the role of a citation and its text, the same in both syntaxes; nothing if the text would be misread."""
    role, _, key = piece.target.partition(" ")
    if re.search(r"[`\\]", piece.text):
        return None
    if role == BIBLIOREF and (" " in key or re.search(r"[<>^]", piece.text)):
        return None
    if role != BIBLIOREF:
        return role, piece.text
    words = f"^{piece.text}^" if key.startswith("^") else piece.text
    return role, f"{words} <{key.removeprefix('^')}>"


_STYLES = (Kind.EMPHASIS, Kind.STRONG)
_OUTER = re.compile(r"^([\W_]*)(.*?)([\W_]*)$", re.DOTALL)


def _glues(character: str) -> bool:
    """Say if *character*, beside markup, hides that a punctuation mark inside begins or ends it (CommonMark 6.2)."""
    if not character or character.isspace():
        return False
    return not (unicodedata.category(character).startswith("P") or character in "$+<=>^`|~")


def _kept_apart(pieces: list[Piece]) -> list[Piece]:
    """Return *pieces* so that both syntaxes can write them: no two styles touch, and none glues its punctuation to a word."""
    apart: list[Piece] = []
    for piece in pieces:
        if apart and piece.kind in _STYLES and apart[-1].kind in _STYLES:
            apart[-1] = apart[-1]._replace(text=apart[-1].text + piece.text)
        else:
            apart.append(piece)
    done: list[Piece] = []
    for n, piece in enumerate(apart):
        head = tail = ""
        if piece.kind in _STYLES and (match := _OUTER.match(piece.text)):
            head = match[1] if n and _glues(apart[n - 1].text[-1:]) else ""
            tail = match[3] if n + 1 < len(apart) and _glues(apart[n + 1].text[:1]) else ""
        inner = piece._replace(text=piece.text[len(head) : len(piece.text) - len(tail)])
        for part in (Piece(Kind.TEXT, head), inner, Piece(Kind.TEXT, tail)):
            if part.text and done and done[-1].kind is part.kind is Kind.TEXT:
                done[-1] = Piece(Kind.TEXT, done[-1].text + part.text)
            elif part.text:
                done.append(part)
    return done


def _trimmed(piece: Piece) -> Iterable[Piece]:
    """Return *piece*, and the white space at its ends as pieces of their own. Markup without a word inside is text."""
    if piece.kind in (Kind.TEXT, Kind.NOTE):
        return [piece]
    inner = piece.text.strip()
    if not any(character.isalnum() for character in inner):
        return [Piece(Kind.TEXT, piece.text)]
    start = piece.text.index(inner)
    return [
        Piece(Kind.TEXT, piece.text[:start]),
        piece._replace(text=inner),
        Piece(Kind.TEXT, piece.text[start + len(inner) :]),
    ]


def wrapped(text: str, forbidden: re.Pattern[str], width: int = _WIDTH) -> list[str]:
    """Break *text* into lines at spaces, but not before a word that is *forbidden* at the head of a line."""
    lines: list[str] = []
    line = ""
    for word in _words_with_escaped_spaces(text):
        if not line:
            line = word
        elif len(line) + 1 + len(word) <= width or forbidden.match(word):
            line += " " + word
        else:
            lines.append(line)
            line = word
    return [*lines, line] if line else lines


def _words_with_escaped_spaces(text: str) -> list[str]:
    r"""Return the words of *text*; one that ends in a backslash keeps the space after it, for ``\ `` is one mark."""
    if "\\" not in text:
        return [word for word in text.split(" ") if word]
    words: list[str] = []
    for word in text.split(" "):
        if words and (len(words[-1]) - len(words[-1].rstrip("\\"))) % 2:
            words[-1] += " " + word
        elif word:
            words.append(word)
    return words


def columns(text: str) -> int:
    """Return how many columns *text* takes: wide characters two, and never less than an underline needs."""
    return max(4, sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text))
