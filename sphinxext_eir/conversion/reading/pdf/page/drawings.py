"""What is drawn on a page: pictures, rules, bullets, and drawings that have words in them."""

from __future__ import annotations

import ctypes
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

_DEEPEST_SHAPE, _DEEPEST_PICTURE = 2, 3
"""Levels of forms within forms."""
_LARGEST_DOT, _SMALLEST_DOT = 9.0, 1.0
"""Points."""
_ROUND = 0.2
"""The part by which a dot's height and width may differ."""
_THICKEST_RULE, _SHORTEST_RULE, _SHORTEST_POST = 2.5, 30, 5
"""Points."""
_FEWEST_SHAPES = 10
"""Shapes of a drawing: a frame around text has fewer."""
_PER_TEXT = 0.5
"""Shapes of a drawing for each piece of text in it."""
_FEWEST_RETURNS = 3
"""Pages on which a picture stands at the same place if it is furniture."""
_LARGEST_SIGN = 16
"""Points, of the shorter side."""
_LARGEST_DRAWING = 0.8
"""Of the height of the page: a larger form is the page itself."""


class Rule(NamedTuple):
    """A thin line that is drawn across the page."""

    x0: float
    x1: float
    y: float


def without_returning(rules: Mapping[int, Sequence[Rule]]) -> dict[int, tuple[Rule, ...]]:
    """Return the *rules* of each page without those that return at one height of most: they part heads and feet from the text."""
    seen: Counter[tuple[int, int]] = Counter()
    for page in rules.values():
        seen.update({(round(rule.y + d), round(rule.x1 - rule.x0)) for rule in page for d in (-1, 0, 1)})
    most = max(_FEWEST_RETURNS, len(rules) / 2)
    return {
        number: tuple(rule for rule in page if seen[round(rule.y), round(rule.x1 - rule.x0)] <= most)
        for number, page in rules.items()
    }


class Post(NamedTuple):
    """A thin line that is drawn up the page."""

    x: float
    y0: float
    y1: float


class Drawn(NamedTuple):
    """What is drawn on a page."""

    pictures: frozenset[Box]
    """Their places, in whole points; that of a form around them, if they stand in one."""
    shapes: list[Box]
    labels: frozenset[int]
    """The addresses of the pieces of text in drawings: graphics that were made elsewhere and set into the page as forms (ISO 32000-1,
    8.10), such as charts. They hold while the page is open."""


def drawn_on(page: Any, pdfium: Any) -> Drawn:
    """Return what is drawn on a page, also within forms."""
    pictures: set[Box] = set()
    shapes: list[Box] = []
    labels: set[int] = set()
    largest = _LARGEST_DRAWING * page.get_height()
    bounds = [ctypes.c_float() for _ in range(4)]
    on_page = [pdfium.FPDFPage_GetObject(page.raw, n) for n in range(pdfium.FPDFPage_CountObjects(page.raw))]
    objects = [(drawn, 1, drawn) for drawn in on_page]
    while objects:
        drawn, depth, outermost = objects.pop()
        match pdfium.FPDFPageObj_GetType(drawn):
            case pdfium.FPDF_PAGEOBJ_IMAGE:
                if pdfium.FPDFPageObj_GetBounds(outermost, *bounds):
                    left, bottom, right, top = (float(round(bound.value)) for bound in bounds)
                    pictures.add((left, bottom, right, top))
            case pdfium.FPDF_PAGEOBJ_PATH if depth <= _DEEPEST_SHAPE:
                if pdfium.FPDFPageObj_GetBounds(drawn, *bounds):
                    left, bottom, right, top = (bound.value for bound in bounds)
                    shapes.append((left, bottom, right, top))
            case pdfium.FPDF_PAGEOBJ_FORM if depth < _DEEPEST_PICTURE:
                count = pdfium.FPDFFormObj_CountObjects(drawn)
                inner = [pdfium.FPDFFormObj_GetObject(drawn, n) for n in range(count)]
                objects += [(one, depth + 1, outermost) for one in inner]
                if depth == 1 and _is_drawing(inner, pdfium) and _height_of(drawn, pdfium) < largest:
                    labels.update(_texts_in(inner, pdfium))
    return Drawn(frozenset(pictures), shapes, frozenset(labels))


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


def to_be_added(pictures: Sequence[frozenset[Box]]) -> list[bool]:
    """Say of each page if a picture of it belongs to the article.

    One that returns at its place is furniture, as a logo or a badge of a licence; a small one is a sign, such as that of ORCID, or an
    underscore that was drawn.
    """
    count = Counter(box for boxes in pictures for box in boxes)
    return [
        any(
            count[left, bottom, right, top] < _FEWEST_RETURNS
            and min(right - left, top - bottom) > _LARGEST_SIGN
            for left, bottom, right, top in boxes
        )
        for boxes in pictures
    ]


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


def posts_of(shapes: Iterable[Box]) -> Iterator[Post]:
    """Yield the *shapes* that are thin lines upwards."""
    for left, bottom, right, top in shapes:
        if right - left < _THICKEST_RULE and top - bottom > _SHORTEST_POST:
            yield Post((left + right) / 2, bottom, top)


def is_inside(point: tuple[float, float], box: Box) -> bool:
    """Say if *point* is in *box*."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]
