"""What is drawn on a page: pictures, rules, bullets, and drawings that have words in them."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

_DEEPEST_SHAPE, _DEEPEST_PICTURE = 2, 3
"""Levels of forms within forms."""
_LARGEST_DOT, _SMALLEST_DOT = 9.0, 1.0
"""Points."""
_ROUND = 0.2
"""The part by which a dot's height and width may differ."""
_THICKEST_RULE, _SHORTEST_RULE = 2.5, 30
"""Points."""
_FEWEST_SHAPES = 10
"""Shapes of a drawing: a frame around text has fewer."""
_PER_TEXT = 0.5
"""Shapes of a drawing for each piece of text in it."""
_LARGEST_DRAWING = 0.8
"""Of the height of the page: a larger form is the page itself."""


class Rule(NamedTuple):
    """A thin line that is drawn across the page."""

    x0: float
    x1: float
    y: float


class Drawn(NamedTuple):
    """What is drawn on a page."""

    pictures: int
    shapes: list[Box]
    labels: frozenset[int]
    """The addresses of the pieces of text in drawings: graphics that were made elsewhere and set into the page as forms (ISO 32000-1,
    8.10), such as charts. They hold while the page is open."""


def drawn_on(page: Any, pdfium: Any) -> Drawn:
    """Return what is drawn on a page, also within forms."""
    pictures = 0
    shapes: list[Box] = []
    labels: set[int] = set()
    largest = _LARGEST_DRAWING * page.get_height()
    bounds = [ctypes.c_float() for _ in range(4)]
    objects = [
        (pdfium.FPDFPage_GetObject(page.raw, n), 1) for n in range(pdfium.FPDFPage_CountObjects(page.raw))
    ]
    while objects:
        drawn, depth = objects.pop()
        match pdfium.FPDFPageObj_GetType(drawn):
            case pdfium.FPDF_PAGEOBJ_IMAGE:
                pictures += 1
            case pdfium.FPDF_PAGEOBJ_PATH if depth <= _DEEPEST_SHAPE:
                if pdfium.FPDFPageObj_GetBounds(drawn, *bounds):
                    left, bottom, right, top = (bound.value for bound in bounds)
                    shapes.append((left, bottom, right, top))
            case pdfium.FPDF_PAGEOBJ_FORM if depth < _DEEPEST_PICTURE:
                count = pdfium.FPDFFormObj_CountObjects(drawn)
                inner = [pdfium.FPDFFormObj_GetObject(drawn, n) for n in range(count)]
                objects += [(one, depth + 1) for one in inner]
                if depth == 1 and _is_drawing(inner, pdfium) and _height_of(drawn, pdfium) < largest:
                    labels.update(_texts_in(inner, pdfium))
    return Drawn(pictures, shapes, frozenset(labels))


def _height_of(drawn: Any, pdfium: Any) -> float:
    """Return the height of an object on the page."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    return top.value - bottom.value


def _texts_in(objects: Sequence[Any], pdfium: Any) -> Iterator[int]:
    """Yield the addresses of the pieces of text among *objects*, and in their forms."""
    for one in objects:
        match pdfium.FPDFPageObj_GetType(one):
            case pdfium.FPDF_PAGEOBJ_TEXT:
                yield ctypes.addressof(one.contents)
            case pdfium.FPDF_PAGEOBJ_FORM:
                count = pdfium.FPDFFormObj_CountObjects(one)
                yield from _texts_in([pdfium.FPDFFormObj_GetObject(one, n) for n in range(count)], pdfium)


def _is_drawing(objects: Iterable[Any], pdfium: Any) -> bool:
    """Say if the *objects* of a form are a drawing: many shapes, and not much more text."""
    shapes = texts = 0
    for one in objects:
        kind = pdfium.FPDFPageObj_GetType(one)
        shapes += kind == pdfium.FPDF_PAGEOBJ_PATH
        texts += kind == pdfium.FPDF_PAGEOBJ_TEXT
    return shapes >= max(_FEWEST_SHAPES, _PER_TEXT * texts)


def dots_of(shapes: Iterable[Box]) -> Iterator[tuple[float, float, float]]:
    """Yield the small round *shapes*: browsers draw bullets so."""
    for left, bottom, right, top in shapes:
        width, height = right - left, top - bottom
        if _SMALLEST_DOT < width < _LARGEST_DOT and abs(width - height) < width * _ROUND:
            yield left, right, (bottom + top) / 2


def rules_of(shapes: Iterable[Box], width: float) -> Iterator[Rule]:
    """Yield the *shapes* that are thin lines across."""
    for left, bottom, right, top in shapes:
        if top - bottom < _THICKEST_RULE and _SHORTEST_RULE < right - left <= width:
            yield Rule(left, right, (bottom + top) / 2)


def is_inside(point: tuple[float, float], box: Box) -> bool:
    """Say if *point* is in *box*."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]
