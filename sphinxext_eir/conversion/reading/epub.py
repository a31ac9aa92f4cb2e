"""EPUB → blocks: the whole book as one article, its chapters as sections, read as web pages that have nothing around them.

The order of the parts is the spine's (EPUB 3.3, section 5.7). They are joined into one page before they are read, and the places of
each are named after its file: a note may stand in another file than the words that refer to it.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urlsplit

from ..inlines import Inline
from ..outcome import Dropped, Message, Reason
from ..transcript import ConversionError, Image
from .archives import opened
from .front_matter import readable
from .web import PageHead, PicturesBeside, read_tree
from .web.tree import Node, number, parse
from .xml import parse_bytes, said

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from ..transcript import Reading

_TEXTS = (".xhtml", ".html", ".htm", ".xml", ".opf", ".ncx")
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
_OBFUSCATED = re.compile(r"idpf\.org/2008/embedding|ns\.adobe\.com/pdf/enc#RC")
"""Algorithms that hide fonts, and no text (EPUB 3.3, section 4.4)."""
_FURNITURE = re.compile(
    r"""\b(?:
          cover | titlepage | halftitlepage | copyright-page | imprint | imprimatur | colophon | other-credits
        | toc | landmarks | page-list | loi | lot
        )\b
    """,
    re.VERBOSE,
)
"""Parts of a book that are none of its text, by their types (EPUB 3 Structural Semantics Vocabulary)."""
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CLOSED = re.compile(rb"<([A-Za-z][\w:-]*)((?:\s[^<>]*?)?)/>")
"""An element of XML without content, which HTML would leave open."""


def read_epub(path: Path) -> Reading:
    """Read a book. Raises :class:`ConversionError`."""
    with opened(path, "epub", _TEXTS) as archive:
        names = set(archive.namelist())
        package = _package_of(archive, names)
        if "META-INF/encryption.xml" in names:
            _check_rights(archive.read("META-INF/encryption.xml"))
        root = parse_bytes(archive.read(package))
        messages: list[Message] = []
        head = _head(root, messages)
        parts = [part for part in _spine(root, posixpath.dirname(package)) if part in names]
        if not parts:
            raise ConversionError("this isn't an .epub file, or it is damaged: none of its parts is there")
        page, left = _joined(archive, parts)
        if left:
            shown = " … ".join(words[:60] for words in left)
            messages.append(Message(f"left out, as title pages, imprints and contents: {shown!r}"))
        head.messages = messages
        return _with_furniture(read_tree(page, head, _PicturesInside(archive, names), whole=True), left)


def _with_furniture(reading: Reading, left: list[str]) -> Reading:
    """Return a reading with the parts of the book that were *left* out, at the end of its transcript."""
    text = reading.transcript.text
    runs = []
    for words in left:
        runs.append(Inline(words, len(text)))
        text += f"{words}\n"
    dropped = (*reading.dropped, *(Dropped(Reason.PAGE_FURNITURE, (run,)) for run in runs))
    return replace(reading, transcript=replace(reading.transcript, text=text), dropped=dropped)


def _package_of(archive: zipfile.ZipFile, names: set[str]) -> str:
    """Return the name of the file that says what the book consists of (EPUB 3.3, section 4.2.6.3)."""
    if "META-INF/container.xml" in names:
        container = parse_bytes(archive.read("META-INF/container.xml"))
        found = [e.get("full-path", "") for e in container.iter("rootfile")]
    else:
        found = sorted(name for name in names if name.endswith(".opf"))
    package = next((name for name in found if name in names), "")
    if not package:
        raise ConversionError("this isn't an .epub file, or it is damaged")
    return package


def _check_rights(data: bytes) -> None:
    """Raise :class:`ConversionError` if more than fonts is encrypted."""
    methods = [e.get("Algorithm", "") for e in parse_bytes(data).iter("EncryptionMethod")]
    if not all(_OBFUSCATED.search(method) for method in methods):
        raise ConversionError("this book is encrypted: get a copy without digital rights management")


def _spine(root: Element, folder: str) -> Iterator[str]:
    """Yield the names of the pages of the book, in their order; its table of contents isn't among them."""
    manifest = {e.get("id", ""): e for e in root.iter("item")}
    listed = [manifest.get(e.get("idref", "")) for e in root.iter("itemref")]
    for item in dict.fromkeys(e for e in listed if e is not None):
        if item.get("media-type") in _PAGES and "nav" not in item.get("properties", "").split():
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))


def _head(root: Element, messages: list[Message]) -> PageHead:
    """Return what the package says of the book."""
    metadata = root.find("metadata")
    found = list(metadata.iter()) if metadata is not None else []
    of: dict[str, str] = {}
    for e in found:
        if e.get("refines"):
            name = f"{e.get('refines', '').lstrip('#')}/{e.get('property', '')}"
            of[name] = f"{of[name]} {said(e)}" if name in of else said(e)

    def all_of(name: str) -> list[Element]:
        return [e for e in found if e.tag == name and said(e)]

    titles = all_of("title")
    titles.sort(key=lambda e: of.get(f"{e.get('id')}/title-type", "main") != "main")
    roles = {e: of.get(f"{e.get('id')}/role") or _opf(e, "role") or "aut" for e in all_of("creator")}
    fields = {
        "author": "; ".join(_as_author(e, of) for e, role in roles.items() if "aut" in role.split()),
        "translator": "; ".join(
            _as_author(e, of)
            for e in (*all_of("contributor"), *roles)
            if "trl" in (of.get(f"{e.get('id')}/role") or _opf(e, "role")).split()
        ),
        "date": next(
            (m[0] for e in all_of("date") if (m := re.match(r"\d{4}(?:-\d\d){0,2}(?![\d-])", said(e)))), ""
        ),
        "publisher": next((said(e) for e in all_of("publisher")), ""),
        "keywords": "; ".join(dict.fromkeys(re.sub(r"[;,]", " ", said(e)) for e in all_of("subject"))),
        "license": next(
            (
                m[0]
                for e in all_of("rights")
                if (m := re.search(r"https?://creativecommons\.org/[\w/.-]+", said(e)))
            ),
            "",
        ),
        "subtitle": next((said(e) for e in titles if of.get(f"{e.get('id')}/title-type") == "subtitle"), ""),
    }
    kept = {name: text for name, text in fields.items() if text and readable(name, text, messages)}
    return PageHead(said(titles[0]) if titles else "", fields=kept)


def _opf(element: Element, name: str) -> str:
    """Return an attribute as EPUB 2 has it."""
    return element.get(f"{{http://www.idpf.org/2007/opf}}{name}", "")


def _as_author(element: Element, of: dict[str, str]) -> str:
    """Return a person as ``Family, Given`` where the package tells how the name is sorted, else as printed."""
    name = re.sub(r"[;<>()]", " ", said(element)).strip()
    sorted_as = of.get(f"{element.get('id')}/file-as") or _opf(element, "file-as")
    if re.fullmatch(r"[^,;]+, [^,;<>()]+", sorted_as) and set(re.findall(r"\w+", sorted_as)) == set(
        re.findall(r"\w+", name)
    ):
        return sorted_as
    return name


def _joined(archive: zipfile.ZipFile, parts: list[str]) -> tuple[Node, list[str]]:
    """Return the parts of a book as one page, and the words of those that are left out."""
    numbers = {part: n for n, part in enumerate(parts, 1)}
    page = Node("html", {}, None)
    body = Node("body", {}, page)
    page.children.append(body)
    left: list[str] = []
    for part, n in numbers.items():
        read = parse(_CLOSED.sub(_opened, archive.read(part)))
        inner = next((child for child in read.children if child.tag == "body"), read)
        kinds = " ".join(one.get("epub:type") for one in (inner, *inner.children[:6]) if one.tag)
        if _FURNITURE.search(kinds) and not re.search(r"bodymatter|\bchapter\b|notes", kinds):
            if words := inner.said():
                left.append(words)
            continue
        section = Node("section", {**inner.attributes, "id": f"part{n}"}, body)
        section.children = inner.children
        body.children.append(section)
        for child in section.children:
            child.parent = section
        for node in list(section._below()):  # noqa: SLF001 - before nodes have numbers
            _renamed(node, part, numbers)
    number(page)
    return page, left


def _opened(match: re.Match[bytes]) -> bytes:
    """Return an element without content as HTML has it."""
    name = match[1]
    return match[0] if name.decode().lower() in _VOID else b"<%b%b></%b>" % (name, match[2], name)


def _renamed(node: Node, part: str, numbers: dict[str, int]) -> None:
    """Name the places of a part after it, and lead links and pictures there; its headings are one level lower than the book's title."""
    attributes = node.attributes
    if match := re.fullmatch(r"h([1-5])", node.tag):
        node.tag = f"h{int(match[1]) + 1}"
    if node.tag and "id" in attributes and attributes["id"] != f"part{numbers[part]}":
        attributes["id"] = f"part{numbers[part]}-{attributes['id']}"
    for name in ("href", "src", "xlink:href"):
        source = attributes.get(name, "")
        if not source or urlsplit(source).scheme:
            continue
        file, place = urldefrag(source)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(part), unquote(file))) if file else part
        if name == "href" and node.tag == "a":
            n = numbers.get(target)
            attributes[name] = f"#part{n}-{place}" if n and place else f"#part{n}" if n else ""
        else:
            attributes[name] = target


class _PicturesInside(PicturesBeside):
    """The pictures in a book."""

    def __init__(self, archive: zipfile.ZipFile, members: set[str]) -> None:
        super().__init__(None)
        self.archive = archive
        self.members = members

    def __call__(self, source: str, description: str) -> tuple[str, bool]:
        """Return the name of the file of a picture and True, or its address and False."""
        if source in self.names:
            return self.names[source], True
        suffix = PurePosixPath(source).suffix.lower()
        if source not in self.members or suffix not in _PICTURES:
            return super().__call__(source, description)
        name = f"{len(self.images) + 1}{suffix}"
        self.images[name] = Image(name, self.archive.read(source))
        self.names[source] = name
        return name, True
