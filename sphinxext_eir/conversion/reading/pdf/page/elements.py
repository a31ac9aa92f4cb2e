"""The structure that a tagged PDF tells: the element that each piece of marked content stands in (ISO 32000-1, 14.7).

It is evidence on lines, and no more: many programs tag a paragraph that goes over a page as two, or headings as paragraphs.
"""

from __future__ import annotations

import ctypes
import re
from typing import Any, NamedTuple

_BLOCKS = re.compile(
    r"""  P | H[1-6]? | Title | Caption | BlockQuote | Note | FENote
        | LBody | Lbl | TOCI | T[DH] | Code | Formula | BibEntry""",
    re.VERBOSE,
)
"""Types of elements that hold lines of their own (ISO 32000-1, 14.8.4.3). Others stand in lines, or hold blocks."""
_DEEPEST = 40
"""Levels of elements within elements: a deeper tree is damaged."""


class Tag(NamedTuple):
    """An element of the structure."""

    page: int
    number: int
    """Its place among the elements of its page."""
    kind: str
    """Its type, by the role map of the file."""


def tags_on(page: Any, number: int, pdfium: Any) -> dict[int, Tag]:
    """Return the elements of *page*, the *number*-th, by the numbers of the marked content in them."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return {}
    found: dict[int, Tag] = {}
    count = 0
    open_elements: list[tuple[Any, Tag | None, int]] = [
        (pdfium.FPDF_StructTree_GetChildAtIndex(tree, n), None, 0)
        for n in reversed(range(pdfium.FPDF_StructTree_CountChildren(tree)))
    ]
    while open_elements:
        element, tag, depth = open_elements.pop()
        if not element or depth > _DEEPEST:
            continue
        kind = _kind_of(element, pdfium)
        if _BLOCKS.fullmatch(kind):
            count += 1
            tag = Tag(number, count, kind)
        for n in range(pdfium.FPDF_StructElement_GetMarkedContentIdCount(element)):
            content = pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, n)
            if tag and content >= 0:
                found.setdefault(content, tag)
        open_elements += [
            (pdfium.FPDF_StructElement_GetChildAtIndex(element, n), tag, depth + 1)
            for n in reversed(range(pdfium.FPDF_StructElement_CountChildren(element)))
        ]
    pdfium.FPDF_StructTree_Close(tree)
    return found


def _kind_of(element: Any, pdfium: Any) -> str:
    """Return the type of an element."""
    length = pdfium.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    pdfium.FPDF_StructElement_GetType(element, buffer, length)
    return buffer.raw[: max(length - 2, 0)].decode("utf-16-le", errors="replace")
