"""XML of strangers → its tree. A document type may be named, as JATS asks for, but declares no entities, and is never fetched."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING, NoReturn
from xml.etree import ElementTree as ET
from xml.parsers import expat

from ...csl.xmltext import DEEPEST
from ..transcript import ConversionError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST = 50_000_000
"""Bytes of an article."""
_XLINK = "{http://www.w3.org/1999/xlink}href"
_ENTITIES = {name[:-1]: text for name, text in html5.items() if name.endswith(";")}
"""Names of characters in the document types of JATS, which HTML has as well (ISO 8879, MathML)."""


def parse(path: Path) -> ET.Element:
    """Return the root element of the file at *path*, names without namespaces but MathML's. Raises :class:`ConversionError`."""
    if path.stat().st_size > LARGEST:
        raise ConversionError(f"an article of more than {LARGEST // 1_000_000} MB isn't read")
    return parse_bytes(path.read_bytes())


def parse_bytes(data: bytes) -> ET.Element:
    """Return the root element of *data*, as :func:`parse` does. Raises :class:`ConversionError`."""
    if not data.strip():
        raise ConversionError("the file is empty")
    _check(data)
    parser = ET.XMLParser()  # noqa: S314 - it declares no entities, as was checked
    parser.entity.update(_ENTITIES)
    try:
        root = ET.fromstring(data, parser)  # noqa: S314
    except (ET.ParseError, LookupError, ValueError) as error:
        raise ConversionError(f"this isn't XML that can be read: {error}") from None
    for element in root.iter():
        if _is_element(element):
            element.tag = re.sub(r"^\{(?!http://www\.w3\.org/1998/Math/MathML)[^}]*\}", "", element.tag)
    return root


def _check(data: bytes) -> None:
    """Raise :class:`ConversionError` if *data* declares entities, or nests too deeply."""
    parser = expat.ParserCreate()
    depth = 0

    def refuse(*_: object) -> NoReturn:
        raise ConversionError("its document type declares entities, which are not read")

    def enter(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise ConversionError("its elements are nested too deeply")

    def leave(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = enter
    parser.EndElementHandler = leave
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's name for the last part
    except expat.ExpatError as error:
        if "undefined entity" not in str(error):
            raise ConversionError(f"this isn't XML that can be read: {error}") from None
    except (LookupError, ValueError) as error:
        raise ConversionError(f"this isn't XML that can be read: {error}") from None


def root_of(path: Path) -> str:
    """Return the name of the root element of a file, read from its first kilobytes; nothing if it isn't XML."""
    with path.open("rb") as file:
        head = file.read(20_000)
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", errors="replace").encode()
    head = re.sub(rb"<!--.*?-->|<\?.*?\?>|<!DOCTYPE(?:[^\[>]|\[.*?\])*>", b"", head, flags=re.DOTALL)
    match = re.match(rb"[\s\xef\xbb\xbf]*<([\w.:-]+)", head)
    return match[1].decode().rpartition(":")[2] if match else ""


OJS = (
    "an export of OJS (Native XML), whose articles are files within it: save its galleys, the best of each article (JATS, else HTML, "
    "else PDF), from Publication › Galleys or from the article's page, and convert these"
)
"""What is said of such an export, and what to do."""


def is_ojs(path: Path) -> bool:
    """Say if a file is an export of Open Journal Systems, by the namespace or document type of its first element."""
    with path.open("rb") as file:
        head = file.read(4000)
    return re.search(rb"<(?:articles?|issues?)\b", head) is not None and (
        b'"http://pkp.sfu.ca"' in head or b"-//PKP//OJS" in head
    )


def said(element: ET.Element | None, without: tuple[str, ...] = ()) -> str:
    """Return the text of an element on one line, *without* elements of these names in it."""
    return " ".join("".join(_texts(element, without)).split()) if element is not None else ""


def _texts(element: ET.Element, without: tuple[str, ...]) -> Iterator[str]:
    """Yield the texts in an element."""
    if element.text:
        yield element.text
    for child in element:
        if _is_element(child) and child.tag not in without:
            yield from _texts(child, without)
        if child.tail:
            yield child.tail


def parts(element: ET.Element) -> str:
    """Return the texts in an element as a list, with commas: its own punctuation, if it has some, stays."""
    found = [" ".join(text.split()) for text in element.itertext()]
    text = ""
    for part in filter(None, found):
        glued = not text or re.match(r"[,.;:)]", part) or text.endswith((",", "(", ";", ":"))
        text += (" " if text and not re.match(r"[,.;:)]", part) else "") + part if glued else f", {part}"
    return re.sub(r"\s+([,.;:)])", r"\1", text).strip(" ,;")


def link_of(element: ET.Element) -> str:
    """Return the address that an element links to."""
    return (element.get(_XLINK) or "").strip()


def children(element: ET.Element) -> Iterator[ET.Element]:
    """Yield the elements in an element; comments and instructions are none."""
    return filter(_is_element, element)


def _is_element(node: ET.Element) -> bool:
    """Say if a node is an element. ElementTree has comments and instructions as well, whose tag is a function."""
    tag: object = node.tag
    return isinstance(tag, str)
