"""A PDF, page by page, as characters with their places, fonts and links."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..transcript import ConversionError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ITALIC_FONT = re.compile(r"ital|obliq|slant|kursiv|-it\b|cmti|cmsl|cmbxti|-RegularIta", re.IGNORECASE)
_BOLD_FONT = re.compile(r"bold|black|heavy|semibold|demi|medi\b|cmbx|-bd\b|-b\b", re.IGNORECASE)
"""Names of fonts. ``Medi`` is the bold of Nimbus, ``cmbx`` and ``cmti`` are TeX's own."""
_ITALIC_FLAG = 1 << 6
_BOLD_FLAG = 1 << 18
"""Flags of font descriptors (ISO 32000-1, table 123)."""

_PASSWORD_WANTED = 4
_LINE_END_HYPHENS = "\u0002\u00ad\ufffe"
"""The characters that pdfium returns for a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class Char:
    """A character on a page. Lengths are in points, from the lower left corner."""

    text: str
    left: float
    right: float
    base: float
    size: float
    """The height of its font's line."""
    bold: bool = False
    italic: bool = False
    target: str = ""
    """The URL that it links to."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page."""

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    pictures: int
    dots: tuple[tuple[float, float, float], ...] = ()
    """Bullets that are drawn, not characters: their left and right ends, and the height of their middle."""


def read_pages(path: Path) -> list[Page]:
    """Read the pages of the PDF at *path*. Raises :class:`ConversionError`."""
    try:
        import pypdfium2  # an extra
        import pypdfium2.raw as pdfium
    except ImportError:
        raise ConversionError("reading PDFs needs pypdfium2: pip install 'sphinxext-eir[pdf]'") from None
    if not path.stat().st_size:
        raise ConversionError("the file is empty")
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_WANTED or "password" in str(error).lower():
            raise ConversionError("the PDF is encrypted: remove its password first") from None
        raise ConversionError("this isn't a PDF, or it is damaged") from None
    try:
        pages = []
        for number in range(len(document)):
            try:
                page = document[number]
            except pypdfium2.PdfiumError:
                raise ConversionError(f"the PDF is damaged: page {number + 1} can't be read") from None
            pages.append(_read_page(page, number + 1, pdfium))
            page.close()
    finally:
        document.close()
    if not any(char.text.strip() for page in pages for char in page.chars):
        if any(page.pictures for page in pages):
            raise ConversionError("the PDF has pictures of pages and no text: recognise its text (OCR) first")
        raise ConversionError("the PDF has no text")
    return pages


def _read_page(page: Any, number: int, pdfium: Any) -> Page:
    """Read one page."""
    textpage = page.get_textpage()
    links = list(_links_of(page, pdfium))
    chars = tuple(_chars_of(textpage.raw, links, pdfium))
    textpage.close()
    pictures = sum(1 for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    return Page(number, page.get_width(), page.get_height(), chars, pictures, tuple(_dots_of(page, pdfium)))


_LARGEST_DOT = 9.0
_SMALLEST_DOT = 1.0
"""Points."""
_ROUND = 0.2
"""The part by which a dot's height and width may differ."""


def _dots_of(page: Any, pdfium: Any) -> Iterator[tuple[float, float, float]]:
    """Yield the small round shapes that are drawn on *page*: browsers draw bullets so."""
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
        left, bottom, right, top = drawn.get_bounds() if hasattr(drawn, "get_bounds") else drawn.get_pos()
        width, height = right - left, top - bottom
        if _SMALLEST_DOT < width < _LARGEST_DOT and abs(width - height) < width * _ROUND:
            yield left, right, (bottom + top) / 2


def _links_of(page: Any, pdfium: Any) -> Iterator[tuple[tuple[float, float, float, float], str]]:
    """Yield the places of the links on *page*, and their URLs. Links inside the document are left out."""
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
        rect = pdfium.FS_RECTF()
        action = pdfium.FPDFLink_GetAction(link)
        if not action or not pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
            continue
        length = pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(max(length, 1))
        pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, length)
        url = buffer.value.decode("utf-8", errors="replace").strip()
        if re.match(r"(?:https?|ftp|mailto):", url, re.IGNORECASE):
            low, high = sorted((rect.bottom, rect.top))
            yield (rect.left, low, rect.right, high), url


def _chars_of(
    textpage: Any, links: list[tuple[tuple[float, float, float, float], str]], pdfium: Any
) -> Iterator[Char]:
    """Yield the characters of a page in the order of its content; without the line breaks that pdfium adds."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    loose = pdfium.FS_RECTF()
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        text = chr(pdfium.FPDFText_GetUnicode(textpage, index))
        if text in "\r\n":
            continue
        pdfium.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
        if pdfium.FPDFText_IsGenerated(textpage, index) == 1 and text.isspace():
            yield Char(" ", right.value, right.value, y.value, 0)
            continue
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(loose))
        font = ""
        if pdfium.FPDFText_GetFontInfo(textpage, index, name, 128, flags):
            font = name.value.decode("utf-8", errors="replace").partition("+")[2] or name.value.decode(
                "latin-1"
            )
        middle = (left.value + right.value) / 2, (loose.bottom + loose.top) / 2
        target = next((url for box, url in links if _inside(middle, box)), "")
        yield Char(
            _clean(text),
            # By its advance: the ink of a `1` leaves gaps that aren't spaces.
            min(left.value, loose.left),
            max(right.value, loose.right)
            if loose.right - right.value < abs(loose.top - loose.bottom)
            else right.value,
            y.value,
            abs(loose.top - loose.bottom),
            bold=bool(_BOLD_FONT.search(font)) or bool(flags.value & _BOLD_FLAG),
            italic=bool(_ITALIC_FONT.search(font)) or bool(flags.value & _ITALIC_FLAG),
            target=target,
        )


def _inside(point: tuple[float, float], box: tuple[float, float, float, float]) -> bool:
    """Say if *point* is in *box*: left, bottom, right, top."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _clean(text: str) -> str:
    """Return a character as it is typed: a ligature as its letters, no controls."""
    if text in _LINE_END_HYPHENS:
        return "-"
    if "\ufb00" <= text <= "\ufb06":
        return unicodedata.normalize("NFKC", text)
    return " " if unicodedata.category(text) in ("Cc", "Cs", "Zl", "Zp") else text
