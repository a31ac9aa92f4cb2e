"""What a PDF doesn't tell, or this reader can't read: messages with pages, and refusals."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from ...transcript import ConversionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .layout.lines import Layout
    from .page.words import Page

_UNREADABLE = 0.05
"""Of the letters: a text with more signs that aren't letters is no text."""
_HALF = 0.5
_FEWEST_LETTERS = 200
_SIDE_BY_SIDE = 8
"""Lines of a page beside which others stand, without a gutter between them."""


def refuse_unreadable(pages: Sequence[Page]) -> None:
    """Raise :class:`ConversionError` where most of the text would be salad: its fonts don't tell their letters."""
    bad = [page.number for page in pages if is_unreadable(page)]
    if len(bad) > _HALF * len(pages):
        raise ConversionError(
            f"the fonts of {pages_of(bad)} don't tell which letters they have: recognise the text (OCR) first"
        )


def refuse_right_to_left(pages: Sequence[Page]) -> None:
    """Raise :class:`ConversionError` where most pages run from right to left: PDFs hold such text in any order, reversed as well."""
    bad = [page.number for page in pages if is_right_to_left(page)]
    if len(bad) > _HALF * len(pages):
        raise ConversionError(
            f"{pages_of(bad)} run from right to left, and the file doesn't say in which order its letters are read: "
            "convert what it was made from, a Word file or a web page"
        )


_WHOLE_PAGE = 0.8
"""Of its area: a picture that covers more is the page itself."""


def scans_in(pages: Sequence[Page]) -> list[Page]:
    """Return the pages that are pictures with text over them, if most are: scans whose text a machine recognised (OCR)."""
    found = [page for page in pages if page.words and _is_covered(page)]
    return found if len(found) > _HALF * len(pages) else []


def _is_covered(page: Page) -> bool:
    """Say if one picture covers *page*."""
    return any(
        (right - left) * (top - bottom) > _WHOLE_PAGE * page.width * page.height
        for left, bottom, right, top in page.pictures
    )


_SELDOM = re.compile("[\u0180-\u019f\u01a2-\u01ae\u01b1-\u01c3\u01dd-\u0217\u021c-\u024f¡£¤¥§¨¬±·]")
"""Letters that stand seldom in one word: those of Latin Extended-B without Vietnamese, Croatian, *pinyin* and Romanian; and signs."""
_FEWEST_SELDOM = 3


def is_told_wrongly(page: Page) -> bool:
    """Say if words of *page* have letters that a font tells wrongly: several in a word that no language has side by side."""
    return sum(len(_SELDOM.findall(word.text)) >= _FEWEST_SELDOM for word in page.words) >= _FEWEST_SELDOM


def unknown_letters(page: Page) -> int:
    """Return the number of letters of *page* that its fonts have no Unicode for."""
    return "".join(word.text for word in page.words).count("\N{REPLACEMENT CHARACTER}")


def private_letters(page: Page) -> int:
    """Return the number of letters of *page* that a font has at places of its own: no one else knows what they are."""
    return len(re.findall("[\ue000-\uf8ff]", "".join(word.text for word in page.words)))


_ODD = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08]")
"""Letters that nobody types: those of the private use area, and those that have no Unicode."""
_SIGN = re.compile(r"[!\"#$%&'()*+<=>@\[\\\]^`{|}~]")


def _counted(text: str) -> bool:
    """Say if *text* is signs without meaning."""
    odd = len(_ODD.findall(text))
    letters = sum(map(str.isalpha, text))
    signs = len(_SIGN.findall(text))
    return odd > _UNREADABLE * len(text) or (letters < _HALF * len(text) and signs > 0.25 * len(text))


def is_unreadable(page: Page) -> bool:
    """Say if the text of *page* is signs without meaning."""
    text = "".join(word.text for word in page.words)
    if len(text) < _FEWEST_LETTERS:
        return False
    return _counted(text) or (page.unmapped and not _is_language(text))


_COMMON = frozenset("eaiontrs")
"""The letters that make up more than half of a text in any language of the Latin alphabet."""
_LEAST_COMMON = 0.35


def _is_language(text: str) -> bool:
    """Say if the common letters of Latin scripts are common in *text*: numbers of glyphs that are taken for letters give others."""
    letters = re.findall(r"[a-z]", text.casefold())
    return sum(letter in _COMMON for letter in letters) >= _LEAST_COMMON * len(letters)


def is_right_to_left(page: Page) -> bool:
    """Say if much of *page* runs from right to left."""
    text = "".join(word.text for word in page.words)
    right = len(re.findall(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]", text))
    return right > 0.1 * max(len(text), 1)


def has_columns_untold(layout: Layout) -> bool:
    """Say if stretches of text stand side by side on a page, and no gutter was found between them."""
    if layout.gutter:
        return False
    beside = [
        line
        for line in layout.lines
        if len(line.cells) == 2 and line.cells[1] - line.cells[0] > 8 * line.size and line.letters > 40
    ]
    return len(beside) >= _SIDE_BY_SIDE and len(beside) > 0.4 * len(layout.lines)


def pages_of(numbers: Iterable[int]) -> str:
    """Return the *numbers* of pages in words: ``page 3``, ``pages 3, 4 and 9``."""
    found = sorted(set(numbers))
    runs = []
    for _, group in groupby(enumerate(found), key=lambda item: item[1] - item[0]):
        run = [number for _, number in group]
        runs.append(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}")
    *first, last = runs or ["?"]
    words = f"{', '.join(first)} and {last}" if first else last
    return f"page {words}" if len(found) == 1 else f"pages {words}"
