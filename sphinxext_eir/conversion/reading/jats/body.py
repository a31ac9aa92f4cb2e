"""Elements of JATS → pandoc's blocks and inlines. An element that nobody knows gives what stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from ..pandoc.nodes import NO_ATTRIBUTES, cell_node, table_node
from ..xml import children, link_of, said
from .references import entries_in, joined, text_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from ..pandoc.nodes import Nodes

_MATH = "{http://www.w3.org/1998/Math/MathML}"

_STYLED = {
    "italic": "Emph",
    "bold": "Strong",
    "sup": "Superscript",
    "sub": "Subscript",
    "underline": "Underline",
    "sc": "SmallCaps",
    "strike": "Strikeout",
}
_BLOCKS = frozenset(
    "p sec list disp-quote disp-formula disp-formula-group fig fig-group table-wrap table-wrap-group boxed-text preformat code "
    "supplementary-material media def-list verse-group verse-line speech statement ref-list ack app app-group fn-group glossary "
    "notes bio title array chem-struct-wrap graphic question-wrap table".split()
)
"""Elements that stand between paragraphs. A picture in a paragraph stands under it."""
_UNSEEN = frozenset("object-id alt-text long-desc processing-meta subj-group sec-meta x-meta".split())
"""Elements that no reader of the article sees."""
_NOTES = ("fn", "table-fn", "author-notes")
_MARKED = ("fn", "table-fn")
"""Types of references that lead to a note."""


@dataclass
class BodyReader:
    """Reads elements. It knows the notes of the article, and its formulas in TeX."""

    notes: dict[str, Element]
    """The id of a note → it."""
    formulas: dict[Element, str] = field(default_factory=dict)
    """MathML → TeX."""
    linked: frozenset[str] = frozenset()
    """The ids of sections, figures, tables and formulas that the text refers to."""
    referred: set[str] = field(default_factory=set)
    """The notes that the text refers to."""

    # Blocks

    def blocks(self, element: Element, level: int = 1) -> Nodes:
        """Return what stands in an element; its sections have the *level*."""
        found: Nodes = []
        loose: Nodes = text_nodes(element.text or "") if (element.text or "").strip() else []
        for child in children(element):
            if child.tag in _UNSEEN:
                continue
            if child.tag in _BLOCKS or any(e.tag in _BLOCKS for e in children(child)):
                found += [*_para(loose), *self.block(child, level)]
                loose = []
            else:
                loose += self.inline(child)
            if (child.tail or "").strip():
                loose += text_nodes(child.tail or "")
        return [*found, *_para(loose)]

    def block(self, element: Element, level: int) -> Nodes:
        """Return the blocks that an element is."""
        reader = getattr(self, f"_{element.tag.replace('-', '_')}", None)
        nodes: Nodes = (
            reader(element, level) if element.tag in _READERS and reader else self.blocks(element, level)
        )
        named = element.get("id", "")
        return [{"t": "Anchor", "c": named}, *nodes] if nodes and named in self.linked else nodes

    def _p(self, element: Element, level: int) -> Nodes:
        """Read a paragraph, which blocks may part."""
        return self._parted(element, level)

    def _parted(self, element: Element, level: int) -> Nodes:
        """Read text in which blocks may stand."""
        found: Nodes = []
        loose = text_nodes(element.text or "")
        for child in children(element):
            if child.tag in _BLOCKS or child.tag == "p":
                found += [*_para(loose), *self.block(child, level)]
                loose = []
            elif child.tag not in _UNSEEN:
                loose += self.inline(child)
            loose += text_nodes(child.tail or "")
        return [*found, *_para(loose)]

    def _title(self, element: Element, _level: int) -> Nodes:
        """Read a title that stands alone."""
        return _para([{"t": "Strong", "c": self.inlines(element)}]) if said(element) else []

    def _sec(self, element: Element, level: int) -> Nodes:
        """Read a section."""
        heading = joined(self.inlines(e) for name in ("label", "title") for e in element.findall(name)[:1])
        head = [{"t": "Header", "c": [level, NO_ATTRIBUTES, heading]}] if heading else []
        return [*head, *self.blocks(without(element, ("label", "title")), level + 1)]

    _app = _ack = _glossary = _notes = _sec

    def _ref_list(self, element: Element, level: int) -> Nodes:
        """Read a list of references; its title is told by the reader of the tree."""
        inner = [child for child in children(element) if child.tag == "ref-list"]
        if inner:
            return [node for child in children(element) for node in self.block(child, level)]
        title = element.find("title")
        heading = self.inlines(title) if title is not None else []
        before = without(element, ("title", "label", "ref"))
        return [
            *([{"t": "Header", "c": [level, NO_ATTRIBUTES, heading]}] if heading else []),
            *self.blocks(before, level),
            {"t": "Entries", "c": list(entries_in(element, self.inlines))},
        ]

    def _bio(self, element: Element, level: int) -> Nodes:
        """Read who an author is."""
        return [{"t": "Div", "c": [["", ["eir-biography"], []], self.blocks(element, level)]}]

    def _fn_group(self, element: Element, level: int) -> Nodes:
        """Read notes: those that nothing refers to are paragraphs."""
        left = [fn for fn in element.iter("fn") if fn.get("id", "") not in self.referred]
        title = element.find("title")
        heading = self.inlines(title) if title is not None and left else []
        head = [{"t": "Header", "c": [level, NO_ATTRIBUTES, heading]}] if heading else []
        return [*head, *(node for fn in left for node in self._fn(fn, level))]

    def _fn(self, element: Element, level: int) -> Nodes:
        """Read a note as paragraphs, its label first."""
        label = element.find("label")
        blocks = self.blocks(without(element, ("label",)), level)
        if label is not None and said(label):
            mark = [*self.inlines(label), {"t": "Space"}]
            if blocks and blocks[0]["t"] == "Para":
                blocks[0] = {"t": "Para", "c": [*mark, *blocks[0]["c"]]}
            else:
                blocks.insert(0, {"t": "Para", "c": mark})
        return blocks

    def _list(self, element: Element, level: int) -> Nodes:
        """Read a list."""
        items = []
        for item in (child for child in children(element) if child.tag == "list-item"):
            label, blocks = item.find("label"), self.blocks(without(item, ("label",)), level)
            typed = said(label)
            if typed and not re.fullmatch(r"[•·–—*◦▪■-]|\(?\d+[.)]?", typed) and label is not None:
                blocks = _with_mark([*self.inlines(label), {"t": "Space"}], blocks)
            items.append(blocks)
        title = element.find("title")
        head = self._title(title, level) if title is not None else []
        kind = element.get("list-type", "")
        if kind == "order" or (kind not in ("bullet", "simple") and _is_counted(element)):
            return [*head, {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], items]}]
        return [*head, {"t": "BulletList", "c": items}]

    def _def_list(self, element: Element, level: int) -> Nodes:
        """Read terms and what they mean."""
        found: Nodes = []
        for child in children(element):
            if child.tag != "def-item":
                found += self.block(child, level) if child.tag in _BLOCKS else _para(self.inline(child))
                continue
            term = [node for e in child.findall("term") for node in self.inlines(e)]
            meanings = [self.blocks(e, level) for e in child.findall("def")]
            found.append({"t": "DefinitionList", "c": [[term, meanings]]})
        return found

    def _disp_quote(self, element: Element, level: int) -> Nodes:
        """Read a quotation, and where it comes from."""
        return [{"t": "BlockQuote", "c": self.blocks(element, level)}]

    _boxed_text = _disp_quote

    def _speech(self, element: Element, level: int) -> Nodes:
        """Read what somebody says: the name, in front of the words."""
        speaker = element.find("speaker")
        blocks = self.blocks(without(element, ("speaker",)), level)
        if speaker is None:
            return blocks
        return _with_mark([{"t": "Strong", "c": self.inlines(speaker)}, {"t": "Space"}], blocks)

    def _verse_group(self, element: Element, level: int) -> Nodes:
        """Read lines of verse."""
        lines = [self.inlines(e) for e in element.iter("verse-line")]
        rest = without(element, ("verse-line", "verse-group"))
        return [{"t": "BlockQuote", "c": [*self.blocks(rest, level), {"t": "LineBlock", "c": lines}]}]

    def _preformat(self, element: Element, _level: int) -> Nodes:
        """Read text that keeps its lines."""
        return [{"t": "CodeBlock", "c": [NO_ATTRIBUTES, "".join(element.itertext()).strip("\n")]}]

    _code = _preformat

    def _disp_formula(self, element: Element, _level: int) -> Nodes:
        """Read a formula that has a line of its own, and its number."""
        label = element.find("label")
        formula = self._formula(without(element, ("label",)), "DisplayMath")
        return [*_para(formula), *(_para(self.inlines(label)) if label is not None else [])]

    def _fig(self, element: Element, level: int) -> Nodes:
        """Read a picture and its caption."""
        pictures = [
            picture for e in element.iter() if e.tag in ("graphic", "media") for picture in self._pictures(e)
        ][:1]
        caption = joined([*self._captions(element), *self._under(element)])
        other = without(
            element, ("label", "caption", "graphic", "media", "alternatives", "attrib", "object-id")
        )
        rest = self.blocks(other, level)
        content = [{"t": "Plain", "c": pictures}] if pictures else []
        return [{"t": "Figure", "c": [NO_ATTRIBUTES, [None, _para(caption)], content]}, *rest]

    def _graphic(self, element: Element, _level: int) -> Nodes:
        """Read a picture without a frame."""
        caption = joined(self._captions(element))
        return [
            {
                "t": "Figure",
                "c": [NO_ATTRIBUTES, [None, _para(caption)], [{"t": "Plain", "c": self._pictures(element)}]],
            }
        ]

    def _captions(self, element: Element) -> Iterator[Nodes]:
        """Yield the label and the paragraphs of the caption of a figure or table."""
        for name in ("label", "caption"):
            for part in element.findall(name):
                inner = list(part.iter("title")) + list(part.iter("p"))
                yield from (map(self.inlines, inner) if inner else [self.inlines(part)])

    def _under(self, element: Element) -> Iterator[Nodes]:
        """Yield who made a picture."""
        return (self.inlines(part) for part in element.findall("attrib"))

    def _supplementary_material(self, element: Element, level: int) -> Nodes:
        """Read what is handed in besides: its label and caption, linked where it is on the web."""
        url = link_of(element) or next((link_of(e) for e in element.iter() if link_of(e)), "")
        text = joined(self._captions(element)) or text_nodes(url)
        if url.startswith("http") and text:
            first = text[:1] if text[0]["t"] == "Str" else []
            text = [
                {"t": "Link", "c": [NO_ATTRIBUTES, first or text_nodes(url), [url, ""]]},
                *text[len(first) :],
            ]
        return [
            *_para(text),
            *self.blocks(without(element, ("label", "caption", "media", "graphic")), level),
        ]

    _media = _supplementary_material

    # Tables

    def _table_wrap(self, element: Element, level: int) -> Nodes:
        """Read a table, its caption, and what stands under it."""
        caption = joined(self._captions(element))
        tables = list(element.iter("table"))
        if not tables:
            return self._fig(element, level)
        found = [self._table_of(table, caption if not n else []) for n, table in enumerate(tables)]
        foot = [node for e in element.findall("table-wrap-foot") for node in self._foot(e, level)]
        rest = without(element, ("label", "caption", "table", "alternatives", "table-wrap-foot", "object-id"))
        return [*found, *self.blocks(rest, level), *foot]

    def _foot(self, element: Element, level: int) -> Nodes:
        """Read what stands under a table; notes that the text refers to are notes."""
        found: Nodes = []
        for child in children(element):
            if child.tag == "fn-group":
                found += self._fn_group(child, level)
            elif child.tag != "fn":
                found += self.block(child, level) if child.tag in _BLOCKS else _para(self.inline(child))
            elif child.get("id", "") not in self.referred:
                found += self._fn(child, level)
        return found

    def _table(self, element: Element, _level: int) -> Nodes:
        """Read a table without a frame."""
        return [self._table_of(element, [])]

    def _table_of(self, table: Element, caption: Nodes) -> dict[str, Any]:
        """Return a table as pandoc has it."""
        head = [self._cells(row) for part in table.iter("thead") for row in part.iter("tr")]
        heads = {row for part in table.iter("thead") for row in part.iter("tr")}
        rows = [self._cells(row) for row in table.iter("tr") if row not in heads]
        width = max((sum(cell[3] for cell in row) for row in (*head, *rows)), default=0)
        return table_node(head, rows, width, _para(caption))

    def _cells(self, row: Element) -> list[list[Any]]:
        """Return the cells of a row."""
        return [
            cell_node(self.blocks(cell), _span(cell, "rowspan"), _span(cell, "colspan"))
            for cell in children(row)
            if cell.tag in ("td", "th")
        ]

    # Inlines

    def inlines(self, element: Element) -> Nodes:
        """Return what stands in an element, as inlines."""
        nodes = text_nodes(element.text or "")
        for child in children(element):
            if child.tag not in _UNSEEN:
                nodes += self.inline(child)
            nodes += text_nodes(child.tail or "")
        return nodes

    def inline(self, element: Element) -> Nodes:
        """Return the inlines that an element is."""
        tag = element.tag
        if tag in _STYLED:
            return [{"t": _STYLED[tag], "c": self.inlines(element)}]
        match tag:
            case "monospace" | "code":
                return [{"t": "Code", "c": [NO_ATTRIBUTES, "".join(element.itertext())]}]
            case "break":
                return [{"t": "LineBreak"}]
            case "ext-link" | "uri" | "email" | "self-uri" | "related-article" | "related-object":
                return self._link(element)
            case "xref":
                return self._reference(element)
            case "fn":
                return [{"t": "Note", "c": self.blocks(without(element, ("label",)))}]
            case "inline-formula" | "disp-formula" | "alternatives" | "tex-math":
                return self._formula(element, "InlineMath")
            case "inline-graphic" | "graphic" | "inline-media":
                return self._pictures(element)
            case "name" | "string-name" if not _is_typed(element):
                return joined(self.inlines(child) for child in children(element))
            case "permissions":
                return joined(
                    self.inlines(e) for e in element.iter() if e.tag in ("copyright-statement", "license-p")
                )
            case "p" | "title" | "list" | "list-item" | "def-list" | "disp-quote":
                return [{"t": "Space"}, *self.inlines(element), {"t": "Space"}]
        if tag == f"{_MATH}math":
            return self._formula(element, "InlineMath")
        return self.inlines(element)

    def _link(self, element: Element) -> Nodes:
        """Read a link."""
        text, url = self.inlines(element), link_of(element)
        shown = said(element)
        if element.tag == "email":
            url = f"mailto:{shown}"
        elif not url and re.match(r"https?://\S+$", shown):
            url = shown
        elif element.get("ext-link-type") == "doi" and not url.startswith("http"):
            url = f"https://doi.org/{url}"
        elif re.match(r"www\.", url):
            url = f"http://{url}"
        return [{"t": "Link", "c": [NO_ATTRIBUTES, text or text_nodes(url), [url, ""]]}]

    def _reference(self, element: Element) -> Nodes:
        """Read a reference: to a note, to an entry, or to anything else, whose text says so."""
        targets = element.get("rid", "").split()
        if element.get("ref-type", "") in _MARKED or any(t in self.notes for t in targets):
            made = [self._note(target, element) for target in targets if target in self.notes]
            if made:
                return made
        if element.get("ref-type") == "bibr":
            return [{"t": "Typed", "c": [targets, self.inlines(element)]}]
        place = next((target for target in targets if target in self.linked), "")
        if place and said(element):
            return [{"t": "Link", "c": [NO_ATTRIBUTES, self.inlines(element), [f"#{place}", ""]]}]
        return self.inlines(element)

    def _note(self, name: str, element: Element) -> dict[str, Any]:
        """Return a reference to the note with the id *name*."""
        note = self.notes[name]
        first = name not in self.referred
        self.referred.add(name)
        blocks = self.blocks(without(note, ("label",))) if first else []
        return {
            "t": "Note",
            "c": blocks,
            "id": name,
            "marker": said(element),
            "label": said(note.find("label")),
        }

    def _formula(self, element: Element, kind: str) -> Nodes:
        """Read a formula: TeX, else MathML, else its picture or text."""
        math = [e for e in element.iter() if e.tag in ("tex-math", f"{_MATH}math")]
        tex = [e for e in math if e.tag == "tex-math"] or [e for e in math if e in self.formulas]
        if tex:
            text = self.formulas.get(tex[0]) or _tex(tex[0])
            return [{"t": "Math", "c": [{"t": kind}, text]}]
        if math:
            return text_nodes(said(math[0]))
        pictures = [
            picture
            for e in element.iter()
            if e.tag in ("graphic", "inline-graphic")
            for picture in self._pictures(e)
        ]
        return pictures[:1] if pictures and not said(element) else self.inlines(element)

    def _pictures(self, element: Element) -> Nodes:
        """Read a picture."""
        source = link_of(element)
        alt = said(element.find("alt-text"))
        return [{"t": "Image", "c": [NO_ATTRIBUTES, text_nodes(alt), [source, ""]]}] if source else []


_READERS = frozenset(
    "p sec app ack glossary notes ref-list bio fn-group fn list def-list disp-quote boxed-text speech verse-group preformat code "
    "disp-formula fig graphic supplementary-material media table-wrap table title".split()
)


def _is_typed(element: Element) -> bool:
    """Say if anything stands between the parts of an element, be it a space."""
    return any([element.text, *(child.tail for child in element)])


def without(element: Element, names: tuple[str, ...]) -> Element:
    """Return an element without those in it that have one of the *names*; the others are the same."""
    copy = ET.Element(element.tag, element.attrib)
    copy.text = element.text
    for child in element:
        if child.tag not in names:
            copy.append(child)
        elif (child.tail or "").strip():
            rest = ET.SubElement(copy, "named-content")
            rest.tail = child.tail
    return copy


def _para(nodes: Nodes) -> Nodes:
    """Return inlines as a paragraph, if they say something."""
    return [{"t": "Para", "c": nodes}] if any(node["t"] != "Space" for node in nodes) else []


def _with_mark(mark: Nodes, blocks: Nodes) -> Nodes:
    """Return blocks, the first of which begins with a *mark*."""
    if blocks and blocks[0]["t"] == "Para":
        return [{"t": "Para", "c": [*mark, *blocks[0]["c"]]}, *blocks[1:]]
    return [{"t": "Para", "c": mark}, *blocks]


def _is_counted(element: Element) -> bool:
    """Say if the items of a list have numbers of their own, from 1."""
    labels = [said(item.find("label")) for item in children(element) if item.tag == "list-item"]
    return bool(labels) and all(re.fullmatch(rf"\(?{n}[.)]?", label) for n, label in enumerate(labels, 1))


def _span(cell: Element, name: str) -> int:
    """Return how many rows or columns a cell covers, at most a thousand."""
    typed = cell.get(name, "1").strip()
    return min(max(int(typed), 1), 1000) if re.fullmatch(r"\d{1,6}", typed) else 1


def _tex(element: Element) -> str:
    """Return a formula without the document that it may be wrapped in."""
    text = "".join(element.itertext()).strip()
    match = re.search(r"\\begin\{document\}(.*?)\\end\{document\}", text, re.DOTALL)
    text = (match[1] if match else text).strip()
    match = re.fullmatch(r"(\$\$|\$|\\\[|\\\()(.*?)(\$\$|\$|\\\]|\\\))", text, re.DOTALL)
    return (match[2] if match else text).strip()


def maths_in(root: Element) -> Iterable[Element]:
    """Yield the formulas in MathML that have no TeX beside them."""
    with_tex = {
        m for e in root.iter("alternatives") if e.find("tex-math") is not None for m in e.iter(f"{_MATH}math")
    }
    return (m for m in root.iter(f"{_MATH}math") if m not in with_tex)
