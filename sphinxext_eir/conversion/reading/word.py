"""Word and OpenDocument files → blocks, through pandoc's document tree (pandoc-types, ``Text.Pandoc.Definition``).

pandoc accepts tracked changes, reads Word's own notes, tables and lists, and knows the citation fields of Zotero,
Mendeley and EndNote. The printed part of a field is the author's text; the data in it become references.
"""

from __future__ import annotations

import json
import posixpath
import re
import subprocess
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ...csl.pandoc import Pandoc, PandocError, Use, environment, find_pandoc
from ...text.numerals import roman
from ..document import (
    Block,
    Figure,
    Heading,
    Item,
    Listing,
    Literal,
    Note,
    Notes,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from ..inlines import NOWHERE, Inline, Inlines, Kind, merged, plain, stripped
from ..outcome import Message
from ..rules import LINE_ACROSS
from ..transcript import ConversionError, Image, Reading, Scribe, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_OLDEST = {"docx": (3, 2), "odt": (3, 8)}
"""Versions of pandoc. Earlier ones drop the heads of tables in OpenDocument (jgm/pandoc#9327)."""
TIMEOUT = 120
"""Seconds. A file that takes pandoc longer isn't an article."""

_LARGEST = 500
"""MB of an archive, unpacked. Few bytes can be made to unpack into more than a machine holds."""
_LONGEST = 50
"""MB of its XML, which pandoc needs a hundred times the memory for; a thick book has ten."""

_STYLES = {
    "Emph": Kind.EMPHASIS,
    "Underline": Kind.EMPHASIS,
    "Strong": Kind.STRONG,
    "Superscript": Kind.SUPERSCRIPT,
    "Subscript": Kind.SUBSCRIPT,
}
"""pandoc's inlines that set a text off. Underlining is the typewriter's italics."""


_SUFFIX = r"\.[a-z0-9]{1,5}"
"""The suffix of a picture. Anything else would end up in the written source."""

_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}


def read_word(path: Path) -> Reading:
    """Read a .docx or .odt file. Raises :class:`ConversionError`."""
    kind = path.suffix.lower().lstrip(".")
    parts = _parts_of(path, kind)
    tree = _run_pandoc(path, kind)
    with zipfile.ZipFile(path) as archive:
        reader = _TreeReader(Scribe(), archive, roman_notes=has_roman_notes(parts))
        blocks = reader.document(tree)
    images = tuple(reader.images.values())
    messages = [Message(f"comment: {text}", doubtful=True) for text in comments_in(parts)]
    if unread := parts.get("content.xml", b"").count(b"<draw:object ") - json.dumps(tree).count(
        '{"t": "Math"'
    ):
        message = f"{unread} embedded object{'s' if unread > 1 else ''}, such as formulas and charts, could not be read"
        messages.append(Message(f"{message}: write in what they say", doubtful=True))
    items = (
        _citation_items(path) if kind == "docx" and b"ADDIN" in parts.get("word/document.xml", b"") else ()
    )
    transcript = reader.scribe.transcript()
    if not transcript.text.strip():
        raise ConversionError("the file has no text")
    return Reading(
        transcript, tuple(blocks), messages=(*messages, *reader.messages), images=images, items=items
    )


def _parts_of(path: Path, kind: str) -> dict[str, bytes]:
    """Return the parts of the archive that pandoc doesn't tell all of. Raises :class:`ConversionError`."""
    if not path.stat().st_size:
        raise ConversionError("the file is empty")
    try:
        with zipfile.ZipFile(path) as archive:
            _check_size(archive)
            names = [
                name for name in archive.namelist() if re.fullmatch(r"word/[a-z]+\.xml|content\.xml", name)
            ]
            return {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        with path.open("rb") as file:
            encrypted = file.read(8) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an OLE container
        message = (
            "is encrypted, or in Word's old format: save it as .docx"
            if encrypted
            else f"isn't a .{kind} file, or it is damaged"
        )
        raise ConversionError(f"this {message}") from None


def _check_size(archive: zipfile.ZipFile) -> None:
    """Raise :class:`ConversionError` if *archive* unpacks into too much, :class:`zipfile.BadZipFile` if that can't be known."""
    for end, most, what in (("", _LARGEST, "the file"), (".xml", _LONGEST, "its text")):
        sizes = (member.file_size for member in archive.infolist() if member.filename.endswith(end))
        if sum(sizes) > most * 1_000_000:
            raise ConversionError(f"unpacked, {what} has more than {most} MB")
    if archive.testzip():  # a member is not what it was declared to be
        raise zipfile.BadZipFile


def _pandoc_for(kind: str) -> Pandoc:
    """Return a pandoc that reads files of this *kind*. Raises :class:`ConversionError`."""
    try:
        return find_pandoc(
            None, Use(f"reading .{kind} files", _OLDEST[kind], "pip install --upgrade 'sphinxext-eir[word]'")
        )
    except PandocError as error:
        raise ConversionError(str(error)) from None


def _ask_pandoc(path: Path, source: str, target: str) -> bytes:
    """Return what pandoc makes of the file at *path*, and of no other. Raises :class:`ConversionError`."""
    pandoc = _pandoc_for(source.partition("+")[0])
    try:
        done = subprocess.run(  # noqa: S603 - a list, and no shell
            [pandoc.path, "--sandbox", "-f", source, "-t", target, str(path.resolve())],
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ConversionError(f"pandoc took longer than {TIMEOUT} seconds") from None
    if done.returncode:
        raise ConversionError(
            f"it is damaged: pandoc says {done.stderr.decode(errors='replace').strip()[:200]}"
        )
    return done.stdout


def _run_pandoc(path: Path, source: str) -> dict[str, Any]:
    """Return pandoc's tree of the file at *path*. Raises :class:`ConversionError`."""
    tree: dict[str, Any] = json.loads(_ask_pandoc(path, source, "json"))
    return tree


def has_roman_notes(parts: dict[str, bytes]) -> bool:
    """Say if a document's notes are numbered i, ii: Word's default for end notes."""
    text = parts.get("word/document.xml", b"")
    if b"w:footnoteReference" in text or b"w:endnoteReference" not in text:
        return False
    formats = _elements(text + parts.get("word/settings.xml", b""), b"w:endnotePr")
    found = re.search(rb'w:numFmt w:val="(\w+)"', b"".join(formats))
    return not found or found[1] == b"lowerRoman"


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
        items = json.loads(_ask_pandoc(path, "docx+citations", "csljson"))
    except (ConversionError, ValueError):
        return ()
    return tuple(items) if isinstance(items, list) else ()


@dataclass
class _TreeReader:
    """Reads pandoc's tree, and writes the transcript on its way."""

    scribe: Scribe
    archive: zipfile.ZipFile
    roman_notes: bool
    notes: list[Note] = field(default_factory=list)
    images: dict[str, Image] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    pending: list[tuple[str, list[Any]]] = field(default_factory=list)
    """Notes whose text is to be written after the text: label and blocks."""
    line: int = 0
    """The number of paragraphs so far, which stand for lines in such a file."""

    def document(self, tree: dict[str, Any]) -> list[Block]:
        """Read the whole tree: title, text, notes."""
        title = tree.get("meta", {}).get("title", {}).get("c")
        blocks: list[Block] = []
        if isinstance(title, list) and title:
            blocks.append(Heading(self._paragraph(title), 1))
        for name in ("subtitle", "author", "date"):
            blocks += [Paragraph(self._paragraph(part)) for part in _meta_inlines(tree["meta"].get(name))]
        blocks += self._blocks(tree["blocks"])
        while self.pending:
            label, content = self.pending.pop(0)
            self.notes.append(Note(label, (Inline(f"[{label}]"),), tuple(self._blocks(content))))
        if self.notes:
            style = "lower-roman" if self.roman_notes else "arabic"
            blocks.append(Notes((), tuple(self.notes), style))
        return blocks

    # Blocks

    def _blocks(self, tree: Iterable[dict[str, Any]]) -> list[Block]:
        """Read blocks."""
        found: list[Block] = []
        for node in tree:
            found += self._block(node.get("t", ""), node.get("c"))
        return found

    def _block(self, name: str, content: Any) -> list[Block]:
        """Read one of pandoc's blocks, which may be several of ours."""
        match name:
            case "Para" | "Plain":
                return self._para(content)
            case "Header":
                level, _, inlines = content
                return [Heading(self._paragraph(inlines), level)]
            case "BlockQuote":
                return [Quote(tuple(self._blocks(content)))]
            case "BulletList":
                return [Listing(self._items(content))]
            case "OrderedList":
                return [Listing(self._items(content[1]), content[0][0])]
            case "DefinitionList":
                return [b for term, definitions in content for b in self._definition(term, definitions)]
            case "LineBlock":
                return [Paragraph(self._paragraph(line)) for line in content]
            case "CodeBlock":
                return [Literal((self._written(content[1], Kind.TEXT),))]
            case "Div":
                return self._blocks(content[1])
            case "Figure":
                return self._blocks(content[2])
            case "Table":
                return [self._table(content)]
            case "HorizontalRule":
                return [Rule()]
        return []

    def _para(self, content: list[dict[str, Any]]) -> list[Block]:
        """Read a paragraph. Pictures in it follow it."""
        inlines = self._paragraph(content)
        pictures = [run for run in inlines if run.kind is Kind.IMAGE]
        text = stripped(tuple(run for run in inlines if run.kind is not Kind.IMAGE))
        if LINE_ACROSS.fullmatch(plain(text)) and plain(text).strip():
            return [Rule(text)]
        blocks: list[Block] = [Paragraph(text)] if text else []
        return [*blocks, *(Figure(run.target, run.text if run.at == NOWHERE else "") for run in pictures)]

    def _items(self, content: Iterable[list[dict[str, Any]]]) -> tuple[Item, ...]:
        """Read the items of a list."""
        return tuple(Item((), tuple(self._blocks(item))) for item in content)

    def _definition(self, term: list[dict[str, Any]], definitions: list[list[dict[str, Any]]]) -> list[Block]:
        """Read a term and what it means, as paragraphs."""
        return [
            Paragraph(self._paragraph(term)),
            *(b for content in definitions for b in self._blocks(content)),
        ]

    def _table(self, content: list[Any]) -> Block:
        """Read a table; a cell's paragraphs are run together."""
        _, caption, _, head, bodies, foot = content
        head_rows = list(head[1])
        rows = [*head_rows, *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
        title = self._cell(caption[1])
        cells = [tuple(self._cell(cell[4]) for cell in row[1]) for row in rows]
        width = max(map(len, cells), default=0)
        filled = tuple(row + ((),) * (width - len(row)) for row in cells)
        return Table(filled, len(head_rows), title) if filled else Paragraph(title)

    def _cell(self, content: list[dict[str, Any]]) -> Inlines:
        """Read the blocks of a cell as one run of inlines."""
        found: list[Inline] = []
        for node in content:
            inner = node.get("c") if node.get("t") in ("Para", "Plain") else None
            runs = (
                self._paragraph(inner)
                if inner
                else tuple(
                    run
                    for block in self._block(node.get("t", ""), node.get("c"))
                    if isinstance(block, Paragraph)
                    for run in block.inlines
                )
            )
            found += [Inline(" "), *runs] if found else runs
        return tuple(found)

    # Inlines

    def _paragraph(self, content: list[dict[str, Any]]) -> Inlines:
        """Read the inlines of one paragraph."""
        self.line += 1
        self.scribe.at(Source(line=self.line))
        inlines = list(self._inlines(content, Kind.TEXT, ""))
        self.scribe.write("\n")
        return stripped(merged(inlines))

    def _written(self, text: str, kind: Kind, target: str = "") -> Inline:
        """Write *text* down."""
        return self.scribe.write(re.sub(r"[\x00-\x08\x0b-\x1f\u2028\u2029]", " ", text), kind, target)

    def _inlines(self, content: Iterable[dict[str, Any]], kind: Kind, target: str) -> Iterator[Inline]:
        """Read inlines that are of a *kind*, or link to a *target*, unless they say otherwise."""
        for node in content:
            yield from self._inline(node.get("t", ""), node.get("c"), kind, target)

    def _inline(self, name: str, content: Any, kind: Kind, target: str) -> Iterator[Inline]:
        """Read one inline."""
        match name:
            case "Str":
                yield self._written(content, kind, target)
            case "Space" | "SoftBreak" | "LineBreak":
                yield self._written("\n" if name == "LineBreak" else " ", kind, target)
            case "Emph" | "Strong" | "Underline" | "Superscript" | "Subscript":
                yield from self._inlines(content, kind if kind is Kind.LINK else _STYLES[name], target)
            case "Strikeout" | "SmallCaps":
                yield from self._inlines(content, kind, target)
            case "Span":
                yield from self._inlines(content[1], kind, target)
            case "Cite":
                yield from self._inlines(content[1], kind, target)
            case "Quoted":
                opening, closing = _QUOTES[content[0]["t"]]
                yield self._written(opening, kind, target)
                yield from self._inlines(content[1], kind, target)
                yield self._written(closing, kind, target)
            case "Code":
                yield self._written(content[1], Kind.CODE)
            case "Math":
                yield self._written(content[1], Kind.MATH)
            case "Link":
                yield from self._link(content[1], content[2][0], kind)
            case "Image":
                yield from self._image(content)
            case "Note":
                label = self._label(len(self.notes) + len(self.pending) + 1)
                self.pending.append((label, content))
                yield Inline(f"[{label}]", kind=Kind.NOTE, target=label)

    def _label(self, number: int) -> str:
        """Return the label of a note of Word's own."""
        return roman(number) if self.roman_notes else str(number)

    def _link(self, content: list[dict[str, Any]], url: str, kind: Kind) -> Iterator[Inline]:
        """Read a link; one within the document is its text."""
        if re.match(r"(?:https?|ftp|mailto):", url, re.IGNORECASE):
            yield from self._inlines(content, Kind.LINK, url)
        else:
            yield from self._inlines(content, kind, "")

    def _image(self, content: list[Any]) -> Iterator[Inline]:
        """Read a picture: its file is kept, its description is its alternative text."""
        _, alt, (source, _) = content
        data = self._picture(source)
        if data is None:
            self.messages.append(
                Message(f"the picture {source!r} isn't in the file, and is left out", doubtful=True)
            )
            return
        suffix = PurePosixPath(source).suffix.lower()
        name = f"{len(self.images) + 1}{suffix if re.fullmatch(_SUFFIX, suffix) else ''}"
        self.images[name] = Image(name, data)
        description = "".join(
            part.get("c", " ") if isinstance(part.get("c", " "), str) else "" for part in alt
        )
        yield Inline(description or " ", kind=Kind.IMAGE, target=name)

    def _picture(self, source: str) -> bytes | None:
        """Return the picture that the file calls *source*: one of its own members, seen from its text, or nothing."""
        for name in (posixpath.normpath(f"word/{source}"), source.lstrip("/")):
            if name in self.archive.namelist():
                return self.archive.read(name)
        return None


def _meta_inlines(value: dict[str, Any] | None) -> Iterator[list[dict[str, Any]]]:
    """Yield the inlines of a field of the document's head: one, or a list."""
    if not value:
        return
    if value["t"] == "MetaInlines":
        yield value["c"]
    elif value["t"] == "MetaList":
        for part in value["c"]:
            yield from _meta_inlines(part)
