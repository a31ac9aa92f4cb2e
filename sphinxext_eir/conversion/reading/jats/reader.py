"""An article in JATS → blocks: its front matter as fields, its text by way of pandoc's tree."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from ...outcome import Message
from ...transcript import ConversionError, Scribe
from ..files import picture_beside
from ..front_matter import readable
from ..pandoc.program import ask_pandoc, tree_of
from ..pandoc.tree import TreeReader
from ..xml import OJS, children, is_ojs, parse, said
from .body import BodyReader, maths_in, without
from .front import read_front
from .references import joined

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from ...transcript import Reading
    from ..pandoc.nodes import Nodes

_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".svg")


def read_jats(path: Path) -> Reading:
    """Read an article in JATS. Raises :class:`ConversionError`."""
    if is_ojs(path):
        raise ConversionError(f"this is {OJS}")
    root = parse(path)
    if root.tag in ("pmc-articleset", "OAI-PMH", "records"):
        found = list(root.iter("article"))
        root = found[0] if len(found) == 1 else root
    if root.tag == "rss" and root.find("channel/item") is not None:
        raise ConversionError(
            "an export of WordPress has many articles: sphinxext-eir convert makes a source of each"
        )
    if root.tag != "article" or root.find("front") is None:
        what = (
            "the file of an export" if root.tag == "pmc-articleset" else f"XML of another kind, <{root.tag}>"
        )
        raise ConversionError(f"this is {what}, no export of WordPress, and no article in JATS (<article>)")
    front = read_front(root)
    messages = list(front.messages)
    notes = {e.get("id", ""): e for e in root.iter("fn") if e.get("id")}
    places = _places(root)
    body = BodyReader(notes, _formulas(root, messages), places)
    reader = TreeReader(Scribe(), lambda name: _picture(path, name), places=places)
    for text, reason in front.left:
        reader.drop(text, reason)
    tree = {"meta": _head(root, body), "blocks": [*_abstracts(root, body), *_text(root, body)]}
    blocks = reader.document(tree)
    reader.fields |= {name: text for name, text in front.fields.items() if readable(name, text, messages)}
    return replace(reader.reading(blocks, messages), items=_items(root))


_LINKED = ("sec", "app", "fig", "table-wrap", "disp-formula", "boxed-text", "supplementary-material")


def _places(root: Element) -> frozenset[str]:
    """Return the ids of what has a place of its own, and is referred to."""
    referred = {name for xref in root.iter("xref") for name in xref.get("rid", "").split()}
    return frozenset(e.get("id", "") for tag in _LINKED for e in root.iter(tag)) & referred


def _picture(path: Path, name: str) -> bytes | None:
    """Return a picture beside the article, in its folder or in one that is called after it."""
    for folder in (path.parent, path.parent / path.stem, path.parent / "images"):
        found = picture_beside(folder, name, _PICTURES)
        if found is None and PurePosixPath(name).suffix.lower() in (".tif", ".tiff", ".eps"):
            found = picture_beside(folder, PurePosixPath(name).stem, _PICTURES)
        if found is not None:
            return found
    return None


def _head(root: Element, body: BodyReader) -> dict[str, Any]:
    """Return the title and the first abstract, as pandoc's head of a document."""
    meta: dict[str, Any] = {}
    title = root.find("front/article-meta/title-group/article-title")
    if title is not None and said(title):
        meta["title"] = {"t": "MetaInlines", "c": body.inlines(title)}
    abstract = _first_abstract(root)
    if abstract is not None:
        content = body.blocks(without(abstract, ("title", "label")), 2)
        meta["abstract"] = {"t": "MetaBlocks", "c": content}
    return meta


def _first_abstract(root: Element) -> Element | None:
    """Return the abstract itself: one without a type, in the language of the article."""
    found = root.findall("front/article-meta/abstract")
    return next((e for e in found if not e.get("abstract-type")), None)


def _abstracts(root: Element, body: BodyReader) -> Iterator[dict[str, Any]]:
    """Yield the other abstracts, for other readers or in other languages, as sections."""
    meta = root.find("front/article-meta")
    if meta is None:
        return
    titles = [(e.get(_LANGUAGE), e) for e in meta.iter("trans-title-group")]
    first = _first_abstract(root)
    for abstract in (*meta.findall("abstract"), *meta.findall("trans-abstract")):
        if abstract is first:
            continue
        own = [
            e
            for language, e in titles
            if language and language == abstract.get(_LANGUAGE) and abstract.tag != "abstract"
        ]
        titles = [pair for pair in titles if pair[1] not in own]
        yield from _titled(own, body)
        yield from body.block(_as_section(abstract), 2)
    yield from _titled([e for _, e in titles], body)


_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def _titled(titles: list[Element], body: BodyReader) -> Iterator[dict[str, Any]]:
    """Yield titles in other languages as paragraphs."""
    for title in titles:
        nodes = joined(body.inlines(child) for child in children(title))
        if nodes:
            yield {"t": "Para", "c": [{"t": "Strong", "c": nodes}]}


def _as_section(element: Element) -> Element:
    """Return an element as a section."""
    section = ET.Element("sec")
    section.extend(list(element))
    section.text = element.text
    return section


def _text(root: Element, body: BodyReader) -> Nodes:
    """Return what stands after the abstract, with the notes on the authors under it."""
    found: Nodes = []
    for element in children(root):
        match element.tag:
            case "body" | "floats-group" | "floats-wrap":
                found += body.blocks(element, 2)
            case "back":
                found += _authors_notes(root, body)
                found += body.blocks(element, 2)
            case "sub-article" | "response":
                found += _article_within(element, body)
    if root.find("back") is None:
        found += _authors_notes(root, body)
    return found


def _authors_notes(root: Element, body: BodyReader) -> Nodes:
    """Return what the authors say of themselves, but in notes that something refers to."""
    found: Nodes = []
    for notes in root.iterfind("front/article-meta/author-notes"):
        for child in children(notes):
            if child.get("id", "") not in body.referred or child.tag != "fn":
                found += (
                    body.block(child, 2) if child.tag == "fn" else [{"t": "Para", "c": body.inlines(child)}]
                )
    return [node for node in found if node.get("c")]


def _article_within(element: Element, body: BodyReader) -> Nodes:
    """Return an article in the article, such as a translation or a referee's report, as a section."""
    title = element.find(".//title-group/article-title")
    found: Nodes = []
    if title is not None:
        found.append({"t": "Header", "c": [2, ["", [], []], body.inlines(title)]})
    for part in children(element):
        match part.tag:
            case "front" | "front-stub":
                for abstract in (*part.iter("abstract"), *part.iter("trans-abstract")):
                    found += body.block(_as_section(abstract), 3)
            case "sub-article" | "response":
                found += _article_within(part, body)
            case _:
                found += body.blocks(part, 3)
    return found


def _formulas(root: Element, messages: list[Message]) -> dict[Element, str]:
    """Return the formulas that are in MathML alone, in TeX, which pandoc makes of them."""
    maths = list(maths_in(root))
    if not maths:
        return {}
    page = "".join(f"<p>{_html_of(math)}</p>\n" for math in maths)
    try:
        tree, _ = tree_of(page, "html")
    except ConversionError as error:
        messages.append(Message(f"formulas are read as text: {error}", doubtful=True))
        return {}
    found = [_first_formula(block) for block in tree["blocks"]]
    if len(found) != len(maths):
        messages.append(
            Message("formulas are read as text, since pandoc couldn't tell them apart", doubtful=True)
        )
        return {}
    return {math: text for math, text in zip(maths, found, strict=True) if text}


def _html_of(math: Element) -> str:
    """Return MathML as HTML has it."""
    copy = ET.fromstring(ET.tostring(math))  # noqa: S314 - what was just written
    for element in copy.iter():
        element.tag = element.tag.rpartition("}")[2]
    copy.tail = None
    return ET.tostring(copy, encoding="unicode")


def _first_formula(block: dict[str, Any]) -> str:
    """Return the first formula in a paragraph."""
    return next((str(node["c"][1]) for node in block.get("c", ()) if node.get("t") == "Math"), "")


def _items(root: Element) -> tuple[dict[str, object], ...]:
    """Return the entries that have fields, as CSL-JSON, by pandoc; none where it isn't installed."""
    if root.find(".//element-citation") is None:
        return ()
    back = ET.Element("article")
    ET.SubElement(ET.SubElement(ET.SubElement(back, "front"), "article-meta"), "title-group")
    ET.SubElement(back, "body")
    listed = ET.SubElement(ET.SubElement(back, "back"), "ref-list")
    listed.extend(root.iter("ref"))
    try:
        data, _ = ask_pandoc(ET.tostring(back, encoding="unicode"), "jats", "csljson")
        items = json.loads(data)
    except (ConversionError, ValueError):
        return ()
    return tuple(items) if isinstance(items, list) else ()
