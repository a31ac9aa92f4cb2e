"""Word and OpenDocument files → blocks, through pandoc's document tree (pandoc-types, ``Text.Pandoc.Definition``).

pandoc accepts tracked changes, reads Word's own notes, tables and lists, and knows the citation fields of Zotero,
Mendeley and EndNote. The printed part of a field is the author's text; the data in it become references.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ...csl.pandoc import Pandoc, PandocError, Use, environment, find_pandoc
from ...csl.processes import ProcessError, run
from ...text.numerals import roman
from ..document import (
    Block,
    Cell,
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
    inlines_of,
)
from ..inlines import NOWHERE, Inline, Inlines, Kind, merged, place_of, plain, stripped
from ..outcome import Dropped, Message, Reason
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


_MOST_IN_HEAD = 12
"""Paragraphs at the beginning of a file among which a title and authors may be."""

_NO_DESCRIPTION = "\ufffc"
"""The text of a picture without a description: the character for an object."""

_SUFFIX = r"\.[a-z0-9]{1,5}"
"""The suffix of a picture. Anything else would end up in the written source."""

_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}


def read_word(path: Path) -> Reading:
    """Read a .docx or .odt file. Raises :class:`ConversionError`."""
    kind = path.suffix.lower().lstrip(".")
    parts = _parts_of(path, kind)
    tree = _run_pandoc(path, kind)
    with zipfile.ZipFile(path) as archive:
        reader = _TreeReader(Scribe(), archive, roman_notes=has_roman_notes(parts), roles=roles_in(parts))
        blocks = reader.document(tree)
    images = tuple(reader.images.values())
    messages = [Message(f"comment: {text}", doubtful=True) for text in comments_in(parts)]
    if (unread := _objects_in(parts) - json.dumps(tree).count('{"t": "Math"') * (kind == "odt")) > 0:
        message = f"{unread} embedded object{'s' if unread > 1 else ''}, such as formulas and charts, could not be read"
        messages.append(Message(f"{message}: write in what they say", doubtful=True))
    items = (
        _citation_items(path) if kind == "docx" and b"ADDIN" in parts.get("word/document.xml", b"") else ()
    )
    transcript = reader.scribe.transcript()
    if not transcript.text.strip():
        raise ConversionError("the file has no text")
    return Reading(
        transcript,
        tuple(blocks),
        tuple(reader.dropped),
        messages=(*messages, *reader.messages),
        images=images,
        items=items,
        fields=tuple(reader.fields.items()),
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
        done = run(
            [pandoc.path, "--sandbox", "-f", source, "-t", target, str(path.resolve())],
            env=environment(),
            timeout=TIMEOUT,
        )
    except OSError as error:
        raise ConversionError(f"{pandoc.path} doesn't start: {error.strerror}") from None
    except ProcessError as error:
        raise ConversionError(f"pandoc {error}") from None
    if done.returncode:
        raise ConversionError(
            f"it is damaged: pandoc says {done.stderr.decode(errors='replace').strip()[:200]}"
        )
    return done.stdout


def _run_pandoc(path: Path, source: str) -> dict[str, Any]:
    """Return pandoc's tree of the file at *path*. Raises :class:`ConversionError`."""
    try:
        tree: dict[str, Any] = json.loads(_ask_pandoc(path, source, "json"))
    except RecursionError:
        raise ConversionError("its parts are nested too deeply, one in another") from None
    return tree


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
    "caption": rb"(?:[A-Za-z]*Caption|Table|Illustration|Figure|Drawing|Text)",
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
            found[_bare(html.unescape(re.sub(rb"<[^>]+>", b"", paragraph).decode(errors="replace")))] = role
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
    roles: dict[str, str] = field(default_factory=dict)
    """What paragraphs are by their style, where pandoc doesn't tell, by their letters."""
    fields: dict[str, str] = field(default_factory=dict)
    """Fields of the front matter that are told by style."""
    dropped: list[Dropped] = field(default_factory=list)
    line: int = 0
    """The number of paragraphs so far, which stand for lines in such a file."""

    def document(self, tree: dict[str, Any]) -> list[Block]:
        """Read the whole tree: title, text, notes."""
        title = tree.get("meta", {}).get("title", {}).get("c")
        blocks: list[Block] = []
        if isinstance(title, list) and title:
            blocks.append(Heading(self._paragraph(title), 1))
        for name, taken in (("subtitle", "subtitle"), ("author", "author"), ("institute", ""), ("date", "")):
            for part in _meta_inlines(tree["meta"].get(name)):
                line = self._paragraph(part)
                if not taken or not self._take_field(taken, line):
                    blocks.append(Paragraph(line))
        blocks += self._with_roles(self._blocks(tree["blocks"]))
        while self.pending:
            label, content = self.pending.pop(0)
            self.notes.append(Note(label, (Inline(f"[{label}]"),), tuple(self._blocks(content))))
        if self.notes:
            style = "lower-roman" if self.roman_notes else "arabic"
            blocks.append(Notes((), tuple(self.notes), style))
        return blocks

    def _with_roles(self, blocks: list[Block]) -> list[Block]:
        """Return *blocks*, of whose first the title, the subtitle and the authors are told by style."""
        found: list[Block] = []
        for n, block in enumerate(blocks):
            role = self._role_of(block) if n < _MOST_IN_HEAD else ""
            inlines = block.inlines if isinstance(block, Paragraph) else ()
            if role == "title":
                found.append(Heading(inlines, 1))
            elif role not in ("subtitle", "author") or not self._take_field(role, inlines):
                found.append(block)
        return found

    def _take_field(self, name: str, line: Inlines) -> bool:
        """Take a *line* that has the style of a field for it; one with a note or with several names stays for the passes."""
        text = " ".join(plain(line).split())
        several = name == "author" and re.search(r"[,;&]|\band\b", text)
        if not text or several or any(run.kind is Kind.NOTE for run in line):
            return False
        before = self.fields.get(name, "")
        self.fields[name] = f"{before}; {text}" if before else text
        self.dropped.append(Dropped(Reason.BYLINE_RECAST, line))
        return True

    # Blocks

    def _blocks(self, tree: Iterable[dict[str, Any]]) -> list[Block]:
        """Read blocks."""
        found: list[Block] = []
        for node in tree:
            for block in self._block(node.get("t", ""), node.get("c")):
                found[-1:] = self._with_caption(found[-1], block) if found else [block]
        return found

    def _with_caption(self, before: Block, block: Block) -> list[Block]:
        """Return two neighbours, a table or picture with its caption as one of them."""
        match before, block:
            case Paragraph(inlines), Table(caption=()) | Figure(caption=()) if self._is_caption(before):
                return [replace(block, caption=inlines)]
            case Figure(caption=()), Paragraph(inlines) if self._is_caption(block):
                return [replace(before, caption=inlines)]
        return [before, block]

    def _is_caption(self, block: Block) -> bool:
        """Say if the style of a paragraph says that it is a caption."""
        return self._role_of(block) == "caption"

    def _role_of(self, block: Block) -> str:
        """Return what a paragraph is by its style, if that is told."""
        return self.roles.get(_bare(plain(block.inlines)), "") if isinstance(block, Paragraph) else ""

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
                return self._figure(content[1][1], content[2])
            case "Table":
                return [self._table(content)]
            case "HorizontalRule":
                return [Rule()]
        return []

    def _para(self, content: list[dict[str, Any]]) -> list[Block]:
        """Read a paragraph. Formulas that have a line of their own part it, and pictures in it follow it."""
        parts: list[list[dict[str, Any]]] = [[]]
        for node in content:
            if node.get("t") == "Math" and node["c"][0]["t"] == "DisplayMath":
                parts += [[node], []]
            else:
                parts[-1].append(node)
        return [
            block for n, part in enumerate(parts) for block in (self._formula if n % 2 else self._text)(part)
        ]

    def _formula(self, content: list[dict[str, Any]]) -> list[Block]:
        """Read a formula that has a line of its own."""
        inlines = tuple(replace(run, kind=Kind.TEXT) for run in self._paragraph(content))
        return [Literal(inlines, is_math=True)] if inlines else []

    def _text(self, content: list[dict[str, Any]]) -> list[Block]:
        """Read a paragraph of text; its pictures follow it."""
        if not content:
            return []
        inlines = self._paragraph(content)
        pictures = [run for run in inlines if run.kind is Kind.IMAGE]
        text = stripped(tuple(run for run in inlines if run.kind is not Kind.IMAGE))
        if LINE_ACROSS.fullmatch(plain(text)) and plain(text).strip():
            return [Rule(text)]
        blocks: list[Block] = [Paragraph(text)] if text else []
        return [*blocks, *(Figure(run.target, run.text.strip(_NO_DESCRIPTION)) for run in pictures)]

    def _figure(self, caption: list[dict[str, Any]], content: list[dict[str, Any]]) -> list[Block]:
        """Read a figure, whose caption stands under it."""
        blocks = self._blocks(content)
        runs = [run for block in self._blocks(caption) for inlines in inlines_of([block]) for run in inlines]
        last = blocks[-1] if blocks else None
        if runs and isinstance(last, Figure):
            blocks[-1] = replace(last, caption=tuple(runs))
        elif runs:
            blocks.append(Paragraph(tuple(runs)))
        return blocks

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
        """Read a table: what a merged cell covers is empty."""
        _, caption, columns, head, bodies, foot = content
        head_rows = [*head[1], *(row for body in bodies[:1] for row in body[2])]
        rows = [
            *head_rows,
            *(row for n, body in enumerate(bodies) for row in (*(body[2] if n else ()), *body[3])),
            *foot[1],
        ]
        title = tuple(
            run for block in self._blocks(caption[1]) for inlines in inlines_of([block]) for run in inlines
        )
        open_below: dict[int, int] = {}
        filled = [self._row(row[1], len(columns), open_below) for row in rows]
        width = max(map(len, filled), default=0)
        if any(cell[2:4] != [1, 1] for row in rows for cell in row[1]):
            at = next((place_of(runs) for runs in inlines_of([Table(tuple(filled))])), NOWHERE)
            self.messages.append(Message("cells of a table are merged: those that they cover are empty", at))
        table = tuple((*row, *[()] * (width - len(row))) for row in filled)
        return Table(table, len(head_rows), title) if table else Paragraph(title)

    def _row(self, cells: list[Any], width: int, open_below: dict[int, int]) -> tuple[Cell, ...]:
        """Read a row of cells into so many columns. *open_below* has the rows that cells above still cover, by column."""
        row: list[Cell] = []

        def skip_covered() -> None:
            while open_below.get(len(row), 0):
                open_below[len(row)] -= 1
                row.append(())

        for _, _, down, across, content in cells:
            skip_covered()
            first = len(row)
            row.append(self._cell(content))
            row.extend([()] * (across - 1))
            open_below |= dict.fromkeys(range(first, first + across), down - 1)
        while len(row) < width and open_below.get(len(row), 0):
            skip_covered()
        return tuple(row)

    def _cell(self, content: list[dict[str, Any]]) -> Cell:
        """Read a cell: one paragraph as its runs, anything else as blocks."""
        blocks = self._blocks(content)
        match blocks:
            case []:
                return ()
            case [Paragraph(inlines)]:
                return inlines
        return tuple(blocks)

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
                yield self._written(_formula_of(content[1]), Kind.MATH)
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
        yield Inline(description.strip() or _NO_DESCRIPTION, kind=Kind.IMAGE, target=name)

    def _picture(self, source: str) -> bytes | None:
        """Return the picture that the file calls *source*: one of its own members, seen from its text, or nothing."""
        for name in (posixpath.normpath(f"word/{source}"), source.lstrip("/")):
            if name in self.archive.namelist():
                return self.archive.read(name)
        return None


def _formula_of(text: str) -> str:
    """Return a formula without white space at its ends, escaped or not, which no role may end with."""
    return re.sub(r"(?:\\\\ |\\\\$|\\s)+$", "", text.strip()) or text.strip()


def _bare(text: str) -> str:
    """Return the letters and digits of *text*: what a caption is known by."""
    return re.sub(r"\W+", "", text)


def _meta_inlines(value: dict[str, Any] | None) -> Iterator[list[dict[str, Any]]]:
    """Yield the inlines of a field of the document's head: one, or a list."""
    if not value:
        return
    if value["t"] == "MetaInlines":
        yield value["c"]
    elif value["t"] == "MetaList":
        for part in value["c"]:
            yield from _meta_inlines(part)
