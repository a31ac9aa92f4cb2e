"""Writing directions of Word and OpenDocument files, where pandoc says less than a right-to-left article needs.

To OpenDocument, pandoc's writer tells no direction at all: marks go in with the blocks, and what is written is styled by them. In
Word, it tells those of paragraphs and words, but no table's, and paragraphs with a direction lose their style.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from ...core.bridge.elements import attributes, element
from .packages import namespaces, repacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...core.bridge.elements import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

MARK = "eir-direction"
"""The processing instruction before and after blocks that have a direction of their own."""

MODES = {"ltr": "lr-tb", "rtl": "rl-tb"}
"""Direction → value of ``style:writing-mode`` (ODF 1.3, part 3, section 20.404)."""

SIDES = {"ltr": "left", "rtl": "right"}
"""Direction → where lines begin. LibreOffice takes ``start`` for the left in both."""

OF_DOCUMENT = {f"{FO}language", f"{FO}country"}
"""Of these, the ones that are true of a whole document."""

AT_SIDES = {"", "start", "left", "right", "end"}
"""Alignments that follow the direction: all but centred and justified."""

FOR_COMPLEX = {
    f"{FO}font-size": f"{STYLE}font-size-complex",
    f"{FO}font-style": f"{STYLE}font-style-complex",
    f"{FO}font-weight": f"{STYLE}font-weight-complex",
    f"{FO}language": f"{STYLE}language-complex",
    f"{FO}country": f"{STYLE}country-complex",
}
"""Properties of text → those of scripts that run from right to left, which have their own (ODF 1.3, part 3, section 20)."""


def directions(blocks: Any) -> set[str]:
    """Return the directions that elements anywhere in *blocks* say."""
    if isinstance(blocks, list):
        found = {direction for each in blocks for direction in directions(each)}
        return found | ({blocks[1]} if len(blocks) == 2 and blocks[0] == "dir" else set())
    return directions(blocks.get("c")) if isinstance(blocks, dict) else set()


def with_programs_as_written(blocks: list[Element], direction: str) -> list[Element]:
    """Return *blocks* with programs from left to right, whatever *direction* the text around has."""
    made = []
    for block in blocks:
        if block["t"] == "Div":
            own, content = block["c"]
            inside = with_programs_as_written(content, dict(own[2]).get("dir", direction))
            made.append({**block, "c": [own, inside]})
        elif block["t"] == "CodeBlock" and direction == "rtl":
            made.append(element("Div", attributes(pairs=[("dir", "ltr")]), [block]))
        else:
            made.append(block)
    return made


# OpenDocument


def marked(blocks: Iterable[Element]) -> list[Element]:
    """Return *blocks* with a mark around those that have a direction of their own."""
    return [made for block in blocks for made in _marked(block)]


def _marked(part: Any) -> Iterator[Any]:
    if isinstance(part, list):
        yield [made for each in part for made in _marked(each)]
    elif not isinstance(part, dict) or "c" not in part:
        yield part
    else:
        (content,) = _marked(part["c"])
        said = dict(content[0][2]).get("dir", "") if part["t"] == "Div" else ""
        yield from ([_mark(said)] if said in MODES else [])
        yield {**part, "c": content}
        yield from ([_mark("")] if said in MODES else [])


def _mark(direction: str) -> Element:
    return element("RawBlock", "opendocument", f"<?{MARK} {direction}?>")


def directed_opendocument(archive: bytes, direction: str) -> bytes:
    """Return the OpenDocument file *archive* with the directions that its marks say, in a document of *direction*."""
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        common = _parsed(old.read("styles.xml"))
    return repacked(
        archive,
        {
            "content.xml": lambda text: _content(text, common, direction),
            "styles.xml": lambda text: _styles(text, direction),
        },
        {},
    )


def _content(text: bytes, common: ET.Element, direction: str) -> bytes:
    root = _parsed(text)
    automatic, body = root.find(f"{OFFICE}automatic-styles"), root.find(f"{OFFICE}body")
    assert automatic is not None
    assert body is not None
    _Directing([*common.iter(f"{STYLE}style")], automatic, direction).walk(body, direction)
    return _written(root)


def _styles(text: bytes, direction: str) -> bytes:
    root = _parsed(text)
    for properties in root.iter(f"{STYLE}text-properties"):
        for name, twin in FOR_COMPLEX.items():
            if name in properties.attrib and (direction == "rtl" or name not in OF_DOCUMENT):
                properties.set(twin, properties.attrib[name])
    if direction == "rtl":
        _turn_styles(root)
    return _written(root)


def _turn_styles(root: ET.Element) -> None:
    """Have pages and paragraphs begin at the right, and turn what stands at their sides."""
    for style in root.iter(f"{STYLE}default-style"):
        if style.get(f"{STYLE}family") == "paragraph":
            properties = _properties(style, "paragraph")
            properties.set(f"{STYLE}writing-mode", MODES["rtl"])
            properties.set(f"{FO}text-align", SIDES["rtl"])
    for properties in root.iter(f"{STYLE}page-layout-properties"):
        properties.set(f"{STYLE}writing-mode", MODES["rtl"])
    for properties in root.iter(f"{STYLE}paragraph-properties"):
        if properties.get(f"{FO}text-align") in ("start", "left"):
            properties.set(f"{FO}text-align", SIDES["rtl"])
        for name in (f"{FO}border", f"{FO}padding"):  # beside a pull quote
            if f"{name}-left" in properties.attrib:
                properties.set(f"{name}-right", properties.attrib.pop(f"{name}-left"))


class _Directing:
    """Gives paragraphs, headings and tables styles that say their direction, where the document's is another."""

    def __init__(self, common: list[ET.Element], automatic: ET.Element, direction: str) -> None:
        self.automatic = automatic
        self.usual = direction
        self.styles = {style.get(f"{STYLE}name", ""): style for style in automatic}
        self.all = {style.get(f"{STYLE}name", ""): style for style in [*common, *automatic]}

    def walk(self, node: ET.Element, direction: str) -> None:
        """Style what is in *node*, and take out its marks, each of which opens or closes among the children of one element."""
        around = [direction]
        for child in list(node):
            tag: object = child.tag
            if not isinstance(tag, str):  # a processing instruction
                name, _, said = (child.text or "").partition(" ")
                if name == MARK:
                    _turn(around, said.strip())
                    node.remove(child)
                continue
            if child.tag in (f"{TEXT}p", f"{TEXT}h") and around[-1] != self.usual:
                child.set(f"{TEXT}style-name", self._style(child.get(f"{TEXT}style-name", ""), around[-1]))
            if child.tag == f"{TABLE}table" and around[-1] == "rtl":
                style = self.styles.get(child.get(f"{TABLE}style-name", ""))
                if style is not None:
                    _properties(style, "table").set(f"{STYLE}writing-mode", MODES["rtl"])
            self.walk(child, around[-1])

    def _style(self, name: str, direction: str) -> str:
        """Return the name of a style like *name*, with *direction*. An automatic style can't be another's parent: it is copied."""
        made = f"{name}_{direction}"
        if made not in self.styles:
            like = self.styles.get(name)
            style = ET.fromstring(ET.tostring(like)) if like is not None else ET.Element(f"{STYLE}style")  # noqa: S314 - pandoc's
            style.set(f"{STYLE}name", made)
            style.set(f"{STYLE}family", "paragraph")
            if like is None and name:
                style.set(f"{STYLE}parent-style-name", name)
            properties = _properties(style, "paragraph")
            properties.set(f"{STYLE}writing-mode", MODES[direction])
            if self._alignment(name) in AT_SIDES:
                properties.set(f"{FO}text-align", SIDES[direction])
            self.automatic.append(style)
            self.styles[made] = style
        return made

    def _alignment(self, name: str) -> str:
        """Return how the style *name* aligns its paragraphs: as it says itself, or the next one that it is made from."""
        while (style := self.all.get(name)) is not None:
            properties = style.find(f"{STYLE}paragraph-properties")
            said: str = "" if properties is None else properties.get(f"{FO}text-align", "")
            if said:
                return said
            name = style.get(f"{STYLE}parent-style-name", "")
        return ""


def _turn(around: list[str], said: str) -> None:
    """Open a passage of the direction *said*, or close the innermost."""
    if said:
        around.append(said)
    elif len(around) > 1:
        around.pop()


def _properties(style: ET.Element, kind: str) -> ET.Element:
    """Return the properties of *kind* of *style*, which stand before those of text."""
    found = style.find(f"{STYLE}{kind}-properties")
    if found is None:
        found = ET.Element(f"{STYLE}{kind}-properties")
        style.insert(0, found)
    return found


# Word


def directed_word(archive: bytes, direction: str) -> bytes:
    """Return the Word file *archive* with tables from right to left where their text is, and no paragraph without its style."""

    def changed(text: bytes) -> bytes:
        root = _parsed(text)
        for paragraph in root.iter(f"{W}p"):
            _restyle(paragraph)
        for table in root.iter(f"{W}tbl"):
            properties = table.find(f"{W}tblPr")
            if properties is not None and next(table.iter(f"{W}bidi"), None) is not None:
                after = 1 if properties.find(f"{W}tblStyle") is not None else 0
                properties.insert(after, ET.Element(f"{W}bidiVisual"))
        for section in root.iter(f"{W}sectPr") if direction == "rtl" else ():
            section.append(ET.Element(f"{W}bidi"))
        return _written(root)

    def styles(text: bytes) -> bytes:
        root = _parsed(text)
        for side in root.iterfind(f".//{W}pBdr/{W}left"):  # beside a pull quote
            side.tag = f"{W}right"
        return _written(root)

    changes = {"word/document.xml": changed, **({"word/styles.xml": styles} if direction == "rtl" else {})}
    return repacked(archive, changes, {})


def _restyle(paragraph: ET.Element) -> None:
    """Give back to a paragraph of running text the style that pandoc leaves out where it says a direction."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None or properties.find(f"{W}bidi") is None:
        return
    if all(properties.find(f"{W}{name}") is None for name in ("pStyle", "numPr")):
        properties.insert(0, ET.Element(f"{W}pStyle", {f"{W}val": "BodyText"}))


# Both


def _parsed(text: bytes) -> ET.Element:
    for name, uri in namespaces(text).items():
        ET.register_namespace(name, uri)
    parser = ET.XMLParser(target=ET.TreeBuilder(insert_pis=True))  # noqa: S314 - a file that pandoc has written
    parser.feed(text)
    root: ET.Element = parser.close()
    return root


def _written(root: ET.Element) -> bytes:
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made
