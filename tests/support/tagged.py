"""The text of a tagged PDF as its tags say it: pikepdf reads the file, and no place on the page is looked at.

A line of a paragraph ends without a space where a word goes on in the next, and a letter that a face draws as two says in its tag
(``ActualText``) which it is. Readers that go by places, as PDFium does, have to guess at both.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WITHIN_LINES = {
    "Code",
    "Em",
    "Lbl",
    "Link",
    "Quote",
    "Reference",
    "Span",
    "Strong",
    "Sub",
    "Annot",
    "NonStruct",
}
"""Elements that stand within the lines of another (ISO 32000-2, 14.8.4.7)."""

FROM_RIGHT = {"AL", "NSM", "R"}
"""Classes of letters, and of the marks on them, that run from right to left (UAX #9)."""


def text_of_tags(path: Path) -> str:
    """Return the text of the PDF at *path*: a line for each element of its structure, then what stands beside it."""
    import pikepdf

    with pikepdf.open(path) as document:
        texts: dict[tuple[int, int | None], list[str]] = {}
        numbers = {page.objgen[0]: number for number, page in enumerate(document.pages)}
        for number, page in enumerate(document.pages):
            for mark, cluster in _clusters(page):
                texts.setdefault((number, mark), []).append(cluster)
        said: list[str] = []
        for part in _structure(document.Root.StructTreeRoot, None, numbers):
            said += texts.pop(part, []) if isinstance(part, tuple) else [part]
        said += ["\n", *(cluster for clusters in texts.values() for cluster in [*clusters, "\n"])]
    return "".join(_read(said)).replace("\u00ad", "")


def _structure(node: Any, page: Any, numbers: dict[int, int]) -> Iterator[tuple[int, int | None] | str]:
    """Yield the marks of what is in the element *node*, in order, and an end of a line around each block."""
    import pikepdf

    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _structure(child, page, numbers)
    elif isinstance(node, int):
        yield numbers[page.objgen[0]], int(node)
    elif isinstance(node, pikepdf.Dictionary):
        page = node.get("/Pg", page)
        if "/MCID" in node:
            yield numbers[page.objgen[0]], int(node["/MCID"])
        elif "/K" in node:
            around = "" if str(node.get("/S", "/Root"))[1:] in WITHIN_LINES else "\n"
            yield around
            yield from _structure(node["/K"], page, numbers)
            yield around


def _clusters(page: Any) -> Iterator[tuple[int | None, str]]:
    """Yield each letter that *page* shows, with the number of its mark; those of an ``ActualText`` as it says."""
    import pikepdf

    fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    font: dict[int, str] = {}
    marks: list[tuple[int | None, bool]] = [(None, False)]
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            marks.append(_opened(operands, marks[-1]))
            if said := _replacing(operands, marks[-2]):
                yield marks[-1][0], said
        elif name == "EMC":
            marks.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name in ("Tj", "TJ") and not marks[-1][1]:
            for shown in operands[0] if name == "TJ" else operands:
                if isinstance(shown, pikepdf.String):
                    codes = bytes(shown)
                    for place in range(0, len(codes), 2):
                        yield marks[-1][0], font.get(int.from_bytes(codes[place : place + 2]), "\ufffd")


def _attributes(operands: Any) -> Any:
    import pikepdf

    return operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}


def _opened(operands: Any, around: tuple[int | None, bool]) -> tuple[int | None, bool]:
    """Return the number of the mark that is opened, and if its letters are said by a text in their place."""
    said = _attributes(operands)
    return int(said["/MCID"]) if "/MCID" in said else around[0], around[1] or "/ActualText" in said


def _replacing(operands: Any, around: tuple[int | None, bool]) -> str:
    """Return what a mark that is opened says in the place of its letters; what is beside the text begins a line."""
    if str(operands[0]) == "/Artifact":
        return "\n"
    said = _attributes(operands)
    return str(said["/ActualText"]) if "/ActualText" in said and not around[1] else ""


def _letters(font: Any) -> dict[int, str]:
    """Return what the glyphs of *font* stand for: number → letters (ISO 32000-2, 9.10.3)."""
    if "/ToUnicode" not in font:
        return {}
    table = font["/ToUnicode"].read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, letters in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = bytes.fromhex(letters).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, letters in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for code in range(int(first, 16), int(last, 16) + 1):
                found[code] = chr(int(letters, 16) + code - int(first, 16))
    return found


def _read(clusters: list[str]) -> Iterator[str]:
    """Yield *clusters* in the order in which they are read: on the page, those that run from right to left stand the other way round."""
    turned: list[str] = []
    for cluster in clusters:
        if cluster and all(unicodedata.bidirectional(letter) in FROM_RIGHT for letter in cluster):
            turned.append(cluster)
            continue
        yield from reversed(turned)
        turned.clear()
        yield cluster
    yield from reversed(turned)
