"""A cover, drawn as SVG: the title, its authors, and whose it is. The reader's device has the faces."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from ...text.bylines import joined
from ...text.languages import direction_of_language, language_tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH, HEIGHT = 1600, 2560
"""Points, as shops want them (1 : 1.6)."""
ROOM = 1240
"""Points of a line. Letters are guessed, not measured: a wide face needs the rest."""
SIZES = (210, 180, 155, 135, 115, 100, 85)
"""Points of a title's letters: the largest that has room."""
HEIGHT_OF_TITLE, HEIGHT_OF_AUTHORS = 1100, 400
LEADING = 1.25
"""Of a line's height to its letters'."""
FACES = "'Iowan Old Style','Palatino Linotype',Palatino,'Noto Serif',Georgia,serif"
PAPER, INK, ACCENT = "#f6f1e7", "#221d1a", "#7a2531"

_NARROW = frozenset("iIljft.,:;!|'()[]-\u2018\u2019")
_BROAD = frozenset("mwMW@%—…")


def cover(title: str, authors: Sequence[str], publisher: str, language: str) -> str:
    """Return a cover as the text of an SVG file; its title, for those who can't see it, are the words on it."""
    said = ", ".join(filter(None, [title, joined(list(authors), language), publisher]))
    direction = direction_of_language(language)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" '
        f'xml:lang="{escape(language_tag(language))}"><title>{escape(said)}</title>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/><rect width="{WIDTH}" height="90" fill="{ACCENT}"/>'
        f'<g font-family="{FACES}" text-anchor="middle" direction="{direction}" fill="{INK}">'
        f"{''.join(_words(title, authors, publisher, language))}</g></svg>\n"
    )


def lines_of(text: str, size: float) -> list[str]:
    """Return *text* in lines that have room at this size; a word that has none is cut."""
    lines, line = [], ""
    for piece in _pieces(text, size):
        if line and width(line + piece.rstrip(), size) > ROOM:
            lines.append(line.strip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.strip()]


def width(text: str, size: float) -> float:
    """Return about how many points *text* takes, in a broad serif face."""
    return size * sum(map(_em, text))


def _em(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return 1.0
    if letter in _NARROW:
        return 0.36
    return 0.95 if letter in _BROAD else 0.72 if letter.isupper() else 0.3 if letter.isspace() else 0.58


def _has_no_spaces(word: str) -> bool:
    """Say if *word* may be a whole sentence in a script that sets no spaces."""
    return any(east_asian_width(letter) in "WF" for letter in word)


def _pieces(text: str, size: float) -> Iterator[str]:
    """Yield words with the space before them, and parts of a word that fills more than a line."""
    for n, word in enumerate(text.split()):
        piece = f" {word}" if n else word
        while width(piece, size) > ROOM:
            cut = max(1, next(i for i in range(1, len(piece) + 1) if width(piece[:i], size) > ROOM) - 1)
            yield piece[:cut]
            piece = piece[cut:]
        yield piece


def fitted(text: str, sizes: Sequence[int], height: int) -> tuple[int, list[str]]:
    """Return the largest size in which no word is cut and all lines have room, and the lines; as many as have room in the smallest."""
    for size in sizes:
        lines = lines_of(text, size)
        whole = all(width(word, size) <= ROOM or _has_no_spaces(word) for word in text.split())
        if whole and len(lines) * size * LEADING <= height:
            return size, lines
    most = int(height / (size * LEADING))
    return size, lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]


def _words(title: str, authors: Sequence[str], publisher: str, language: str) -> Iterator[str]:
    y = 520.0
    size, lines = fitted(title, SIZES, HEIGHT_OF_TITLE)
    for line in lines:
        y += size * LEADING
        yield _line(line, size, y)
    y += 130
    yield f'<rect x="{WIDTH // 2 - 110}" y="{round(y)}" width="220" height="8" fill="{ACCENT}"/>'
    y += 60
    size, lines = fitted(joined(list(authors), language), (92, 78, 66, 56), HEIGHT_OF_AUTHORS)
    for line in lines:
        y += size * LEADING
        yield _line(line, size, y)
    yield _line(lines_of(publisher, 60)[0], 60, HEIGHT - 190)


def _line(words: str, size: int, y: float) -> str:
    return f'<text x="{WIDTH // 2}" y="{round(y)}" font-size="{size}">{escape(words)}</text>' if words else ""
