"""Word and OpenDocument files → blocks, through pandoc's document tree (pandoc-types, ``Text.Pandoc.Definition``).

pandoc accepts tracked changes, reads Word's own notes, tables and lists, and knows the citation fields of Zotero,
Mendeley and EndNote. The printed part of a field is the author's text; the data in it become references.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...outcome import Message
from ...transcript import ConversionError, Reading, Scribe
from ..archives import opened
from ..pandoc.program import ask_pandoc, tree_of
from ..pandoc.tree import TreeReader, bare
from .copies import copy_with
from .nested_tables import put_back, tables_apart
from .rewriting import rewritten
from .unread import MOST, words_left_out

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator
    from pathlib import Path

    from ..pandoc.program import Tree


def read_word(path: Path) -> Reading:
    """Read a .docx or .odt file. Raises :class:`ConversionError`."""
    kind = path.suffix.lower().lstrip(".")
    with opened(path, kind) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(_TOLD_APART, name)]
        parts = {name: archive.read(name) for name in names}
        texts = {name: rewritten(parts[name]) for name in _TEXTS if name in parts}
        changed = {name: text for name, text in texts.items() if text != parts[name]}
        content, nested = tables_apart(parts.get("content.xml", b""))
        if nested:
            changed["content.xml"] = content
        with copy_with(path, archive, changed) as file:
            tree, _ = tree_of(file, kind)
        put_back(tree, nested)
        reader = TreeReader(
            Scribe(),
            lambda source: picture_in(archive, source),
            roman_notes=has_roman_notes(parts),
            roles=roles_in(parts),
        )
        blocks = reader.document(tree)
    messages = [Message(f"comment: {text}", doubtful=True) for text in comments_in(parts)]
    if lost := words_left_out(texts.values(), tree):
        more = f" and {len(lost) - MOST} more" if len(lost) > MOST else ""
        message = f"pandoc left out words of the file, such as those of cells that others cover: {' '.join(lost[:MOST])}{more}"
        messages.append(Message(message, doubtful=True))
    if (unread := _objects_in(parts) - _formulas_in(tree) * (kind == "odt")) > 0:
        message = f"{unread} embedded object{'s' if unread > 1 else ''}, such as formulas and charts, could not be read"
        messages.append(Message(f"{message}: write in what they say", doubtful=True))
    items = (
        _citation_items(path) if kind == "docx" and b"ADDIN" in parts.get("word/document.xml", b"") else ()
    )
    return replace(reader.reading(blocks, messages), items=items)


_TEXTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_TOLD_APART = r"word/[a-z]+\.xml|content\.xml"
"""The parts of the archive that pandoc doesn't tell all of."""


def _formulas_in(tree: Tree) -> int:
    """Return how many formulas pandoc has read."""
    return json.dumps(tree).count('{"t": "Math"')


def picture_in(archive: zipfile.ZipFile, source: str) -> bytes | None:
    """Return the picture that the file calls *source*: one of its own members, seen from its text, or nothing."""
    for name in (posixpath.normpath(f"word/{source}"), source.lstrip("/")):
        if name in archive.namelist():
            return archive.read(name)
    return None


def has_roman_notes(parts: dict[str, bytes]) -> bool:
    """Say if a document's notes are numbered i, ii: Word's default for end notes."""
    text = parts.get("word/document.xml", b"")
    if b"w:footnoteReference" in text or b"w:endnoteReference" not in text:
        return False
    formats = _elements(text + parts.get("word/settings.xml", b""), b"w:endnotePr")
    found = re.search(rb'w:numFmt w:val="(\w+)"', b"".join(formats))
    return not found or found[1] == b"lowerRoman"


def _objects_in(parts: dict[str, bytes]) -> int:
    """Return the number of embedded objects: charts, diagrams, OpenDocument's formulas."""
    word, text = parts.get("word/document.xml", b""), parts.get("content.xml", b"")
    return text.count(b"<draw:object ") + sum(
        word.count(tag) for tag in (b"<o:OLEObject ", b"<c:chart ", b"<dgm:relIds ")
    )


_ROLES = {
    "caption": rb"(?:[\w.-]*[Cc]aption|Table|Illustration|Figure|Drawing|Text)",
    "title": rb"Title",
    "subtitle": rb"Subtitle",
    "author": rb"Author",
}
"""Paragraphs that their style tells: LibreOffice calls those of captions after what they stand at; the others are pandoc's, too."""


_WITH_PARENT = re.compile(
    rb"""
    style:name="([^"]+)"
    [^>]*
    style:parent-style-name="([^"]+)"
    """,
    re.VERBOSE,
)
"""A style and the one that it is made of."""


def roles_in(parts: dict[str, bytes]) -> dict[str, str]:
    """Return what paragraphs of an OpenDocument file are by their styles, or by those that these are made of, by their letters."""
    text = parts.get("content.xml", b"")
    parents = dict(_WITH_PARENT.findall(text))
    found: dict[str, str] = {}
    for paragraph in _elements(text, b"text:p"):
        style = re.match(rb'<text:p[^>]*text:style-name="([^"]+)"', paragraph)
        names = (style[1], parents.get(style[1], b"")) if style else ()
        role = next((role for role, like in _ROLES.items() for name in names if re.fullmatch(like, name)), "")
        if role:
            found[bare(html.unescape(re.sub(rb"<[^>]+>", b"", paragraph).decode(errors="replace")))] = role
    return found


def comments_in(parts: dict[str, bytes]) -> Iterator[str]:
    """Yield the comments in the margin, each with its author."""
    for comment in _elements(parts.get("word/comments.xml", b""), b"w:comment"):
        author = re.search(rb'w:author="([^"]*)"', comment)
        text = (
            b"".join(re.findall(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>", comment)).decode(errors="replace").strip()
        )
        yield f"{author[1].decode(errors='replace')}: {text}" if author else text
    for annotation in _elements(parts.get("content.xml", b""), b"office:annotation"):
        inner = annotation
        for date in _elements(annotation, b"dc:date"):
            inner = inner.replace(date, b" ")
        yield " ".join(re.sub(rb"<[^>]+>", b" ", inner).decode(errors="replace").split())


def _elements(xml: bytes, name: bytes) -> Iterator[bytes]:
    """Yield the elements called *name*, from tag to tag. An expression would take quadratic time on tags that aren't closed."""
    start, end = re.compile(rb"<%b[\s>]" % name), b"</%b>" % name
    place = 0
    while (match := start.search(xml, place)) and (found := xml.find(end, match.end())) >= 0:
        place = found + len(end)
        yield xml[match.start() : place]


def _citation_items(path: Path) -> tuple[dict[str, object], ...]:
    """Return the references that citation fields hold, as CSL-JSON."""
    try:
        items = json.loads(ask_pandoc(path, "docx+citations", "csljson")[0])
    except (ConversionError, ValueError):
        return ()
    return tuple(items) if isinstance(items, list) else ()
