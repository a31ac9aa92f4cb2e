"""Ligatures at places of a font's own: which of TeX's ways to place them a file's fonts have, its words tell."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

UPWARDS = str.maketrans(dict(zip(range(0x1B, 0x20), "\ufb00\ufb01\ufb02\ufb03\ufb04", strict=True)))
"""Ligatures at their places in TeX's T1 encoding, where a font doesn't name them."""
DOWNWARDS = str.maketrans(dict(zip(range(0x1F, 0x1A, -1), "\ufb01\ufb02\ufb00\ufb03\ufb04", strict=True)))
"""Those that otftotfm, which makes TeX's fonts of others, gives the places that its encoding leaves free, from the last."""
LIGATURE_PLACE = re.compile(r"[\x1b-\x1f]")
_IN_WORD = re.compile(r"([^\W\d_]?)([\x1b-\x1f])([^\W\d_]?)")
"""A ligature with the letters before and after it."""
_VOWELS = frozenset("aeiouyäöüáàâãåæéèêëíìîïóòôõøœúùûýıй")
_OT1 = re.compile(r"[\x0b\x0c\x0e]")
_FL = re.compile(r"\r(?=[aeiouy])")
"""The place of *fl* in TeX's OT1, between those of the others, is that of the carriage return, which pdfium writes at ends of lines."""
_TELLING = 12
"""Pages that are asked where ligatures stand."""


class Ligatures:
    """Says which ligatures stand at TeX's places for them, once a page has some; the pages after it tell as well."""

    def __init__(self, document: Any, pdfium: Any) -> None:
        self.document = document
        self.pdfium = pdfium
        self.places: Mapping[int, str] | None = None

    def named(self, text: str, number: int) -> str:
        """Return the *text* of a page with its ligatures."""
        if not LIGATURE_PLACE.search(text):
            return text
        if self.places is None:
            last = min(number + _TELLING, len(self.document))
            self.places = ligatures_in((text, *map(self._text, range(number, last))))
        return with_ligatures(text, self.places)

    def _text(self, index: int) -> str:
        """Return the text of a page that isn't read yet."""
        page = self.document[index]
        textpage = page.get_textpage()
        text = text_of(textpage.raw, self.pdfium)
        textpage.close()
        page.close()
        return text


def ends_in_ligature(text: str) -> bool:
    """Say if *text* ends in a ligature, and not as words do: *off* and *staff* are some."""
    return text.endswith(("fi", "fl"))


def text_of(textpage: Any, pdfium: Any) -> str:
    """Return the text of a page, one letter for each of pdfium's characters, which may be half of one beyond U+FFFF."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(textpage, 0, count, buffer) == count + 1:
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace")
        if len(text) == count:
            return _FL.sub("\ufb02", text) if _OT1.search(text) else text
    codes = (pdfium.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(chr(code) if code else "\ufffd" for code in codes)


def ligatures_in(texts: Iterable[str]) -> Mapping[int, str]:
    """Return the places of ligatures by which *texts* have the fewest words that no language has."""
    found = [match for text in texts for match in _IN_WORD.finditer(text)]
    return min((UPWARDS, DOWNWARDS), key=lambda places: sum(_is_odd(match, places) for match in found))


def _is_odd(match: re.Match[str], places: Mapping[int, str]) -> bool:
    """Say if a ligature can't stand where it does: no word begins with a double f, and after *fl* a vowel comes."""
    before, place, after = match.groups()
    ligature = unicodedata.normalize("NFKC", place.translate(places))
    return (not before and ligature.startswith("ff")) or (
        ligature.endswith("l") and after.lower() not in _VOWELS
    )


def with_ligatures(text: str, places: Mapping[int, str]) -> str:
    """Return *text* with the ligatures at *places* made letters; what stands there beside no letter is a sign that nothing names."""

    def named(match: re.Match[str]) -> str:
        beside = text[max(match.start() - 1, 0) : match.end() + 1]
        return match[0].translate(places) if any(map(str.isalpha, beside)) else "\N{REPLACEMENT CHARACTER}"

    return LIGATURE_PLACE.sub(named, text)
