"""The words of a page, with their places, styles and links, and what else stands on it: what all rooms after the reading ask.

Lengths are in points from the lower left corner of the page, as it is meant to be read: a page that is turned is turned back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .drawings import Box, Post, Rule
    from .elements import Tag


class Style(NamedTuple):
    """The look of a stretch of text."""

    size: float
    """The size of its font, in points on the page."""
    bold: bool = False
    italic: bool = False
    mono: bool = False
    artifact: bool = False
    """True if the file marks it as none of the text (ISO 32000-1, 14.8.2.2)."""
    turn: int = 0
    """The direction in which it runs, in degrees against the clock."""
    sans: bool = False
    """True if its letters have no serifs."""


class Word(NamedTuple):
    """A word, or a part of one that is set in one style."""

    text: str
    x0: float
    x1: float
    base: float
    style: Style
    spaced: bool = True
    """True if a space stands before it."""
    target: str = ""
    """The URL that it links to."""
    tag: Tag | None = None
    """The element of the file's structure that it stands in."""

    @property
    def size(self) -> float:
        """The size of its font."""
        return self.style.size


class Page(NamedTuple):
    """A page."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    """In the order of the content."""
    rules: tuple[Rule, ...] = ()
    dots: tuple[tuple[float, float, float], ...] = ()
    """Bullets that are drawn, not characters: their left and right ends, and the height of their middle."""
    pictures: frozenset[Box] = frozenset()
    """Their places, in whole points."""
    turned: tuple[Word, ...] = ()
    """Words that run in another direction than the rest of the page."""
    margin: tuple[Word, ...] = ()
    """Numbers that count its lines."""
    labels: tuple[Word, ...] = ()
    """Words in drawings."""
    unmapped: bool = False
    """True if the fonts don't tell which letters most of its characters are. It may be right all the same: TeX's bitmaps are."""
    outside: tuple[Word, ...] = ()
    """Words that nobody sees, outside the part of the page that is shown."""
    posts: tuple[Post, ...] = ()
    pulled: tuple[Word, ...] = ()
    """Words of the text that are said again, in a box that it is set around."""


class Bookmark(NamedTuple):
    """An entry of the file's outline."""

    title: str
    level: int
    page: int


class Sheets(NamedTuple):
    """The pages of a file, and what it says about itself."""

    pages: tuple[Page, ...]
    outline: tuple[Bookmark, ...] = ()
    title: str = ""
    author: str = ""
