"""A PDF, page by page: its words, rules and pictures, its outline, and what it says about itself."""

from __future__ import annotations

import ctypes
import re
import sys
from typing import TYPE_CHECKING, Any

from ....transcript import ConversionError
from .characters import PageReader, forget_places
from .drawings import dots_of, drawn_on, posts_of, rules_of
from .elements import tags_on
from .ligatures import Ligatures, text_of
from .words import Bookmark, Page, Sheets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from .drawings import Box
    from .words import Word

_PASSWORD_WANTED = 4


def read_sheets(path: Path) -> Sheets:
    """Read the PDF at *path*. Raises :class:`ConversionError`."""
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
        tagged = bool(pdfium.FPDFCatalog_IsTagged(document.raw))
        ligatures = Ligatures(document, pdfium)
        pages = []
        for number in range(len(document)):
            try:
                page = document[number]
            except pypdfium2.PdfiumError:
                raise ConversionError(f"the PDF is damaged: page {number + 1} can't be read") from None
            pages.append(_read_page(page, number + 1, pdfium, ligatures, tagged=tagged))
            page.close()
        about = document.get_metadata_dict(skip_empty=True)
        outline = tuple(_outline(document))
    finally:
        document.close()
        forget_places()
        give_back()
    if not any(page.words or page.turned for page in pages):
        if any(page.pictures for page in pages):
            raise ConversionError("the PDF has pictures of pages and no text: recognise its text (OCR) first")
        raise ConversionError("the PDF has no text")
    return Sheets(tuple(pages), outline, about.get("Title", ""), about.get("Author", ""))


def give_back() -> None:
    """Give the system back what was freed: the GNU C library keeps it, a seventh of what a long file takes."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim:
        trim(0)


def _outline(document: Any) -> Iterator[Bookmark]:
    """Yield the entries of the outline."""
    for entry in document.get_toc(max_depth=6):
        target = entry.get_dest() if hasattr(entry, "get_dest") else None
        index = target.get_index() if target else getattr(entry, "page_index", None)
        title = entry.get_title() if hasattr(entry, "get_title") else entry.title
        yield Bookmark(" ".join(title.split()), entry.level + 1, (index or 0) + 1)


def _read_page(page: Any, number: int, pdfium: Any, ligatures: Ligatures, *, tagged: bool) -> Page:
    """Read one page."""
    textpage = page.get_textpage()
    unmapped = _is_unmapped(textpage.raw, pdfium)
    drawn = drawn_on(page, pdfium)
    tags = tags_on(page, number, pdfium) if tagged else {}
    links = list(_links_of(page, pdfium))
    reader = PageReader(textpage.raw, pdfium, tags, drawn, links, tagged=tagged)
    text = ligatures.named(text_of(textpage.raw, pdfium), number)
    words = list(reader.words(text, unmapped=unmapped))
    textpage.close()
    width, height = page.get_mediabox()[2] - page.get_mediabox()[0], page.get_height()
    turns: dict[int, int] = {}
    for word in words:
        turns[word.style.turn] = turns.get(word.style.turn, 0) + len(word.text)
    turn = max(turns, key=lambda angle: turns[angle]) if turns else 0
    straight, turned = words, []
    outside = () if turn else _outside(words, page.get_cropbox())
    if outside:
        apart = set(map(id, outside))
        straight = words = [word for word in words if id(word) not in apart]
    if turn or len(turns) > 1:
        straight = [word for word in words if word.style.turn == turn]
        turned = [word for word in words if word.style.turn != turn]
    rules, dots = (
        (tuple(rules_of(drawn.shapes, width)), tuple(dots_of(drawn.shapes))) if not turn else ((), ())
    )
    return Page(
        number,
        width,
        height,
        tuple(straight),
        rules,
        dots,
        drawn.pictures,
        tuple(turned),
        (),
        tuple(reader.labels),
        unmapped,
        tuple(outside),
        () if turn else tuple(posts_of(drawn.shapes)),
    )


def _outside(words: Iterable[Word], box: Box) -> Sequence[Word]:
    """Return those of *words* that stand outside the *box* of the page that is shown (ISO 32000-1, 14.11.2)."""
    left, bottom, right, top = box
    return [
        word
        for word in words
        if not word.style.turn
        and (word.x1 <= left or word.x0 >= right or word.base <= bottom - word.size or word.base >= top)
    ]


_SAMPLE = 400
"""Characters of a page that are asked for their letters."""


def _is_unmapped(textpage: Any, pdfium: Any) -> bool:
    """Say if pdfium finds no letter for most characters of a page."""
    count = min(int(pdfium.FPDFText_CountChars(textpage)), _SAMPLE)
    unmapped = sum(1 for n in range(count) if pdfium.FPDFText_HasUnicodeMapError(textpage, n) == 1)
    return unmapped > count / 2


def _links_of(page: Any, pdfium: Any) -> Iterator[tuple[Box, str]]:
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
