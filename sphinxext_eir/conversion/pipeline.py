"""One input → one source: reader, structure, writer, ledger, on one page."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias
from urllib.parse import unquote, urlsplit

from ..text.characters import writable
from ..text.files import is_file
from ..text.frontmatter import FIELDS
from .csl_items import items_of
from .document import Document, Front, Notes, depth_of, with_anchors, with_pictures_in
from .inlines import Inline, plain
from .ledger import Ledger, account
from .outcome import Dropped, Message, Reason
from .reading.files import advice_on, noting
from .structure import find_structure
from .transcript import TOO_DEEP, ConversionError
from .writing.myst import MystWriter
from .writing.rst import RstWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .transcript import Image, Library, Reading, Source
    from .writing.writer import SourceLine, Writer

Syntax: TypeAlias = Literal["rst", "myst"]
"""``rst`` for reStructuredText, ``myst`` for Markdown with MyST."""

SUFFIXES: dict[Syntax, str] = {"rst": ".rst", "myst": ".md"}


IMAGES = ".images"
"""The suffix of the folder of pictures, after the article's name."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A message about a conversion, and its place in the input."""

    text: str
    """The message, without its place."""
    source: Source
    """The place."""
    doubtful: bool = False
    """True if a person should look at that place, because the result may be wrong."""


@dataclass(frozen=True, slots=True)
class Converted:
    """An article, converted to a source file for Sphinx."""

    name: str
    """A name for the file, without suffix: the last part of the article's address, or else the input's name."""
    lines: tuple[SourceLine, ...]
    sources: tuple[Source, ...]
    """The place in the input for each line of the text."""
    ledger: Ledger
    """The account of every word."""
    document: Document
    items: tuple[dict[str, object], ...]
    """The entries of the bibliography, in CSL-JSON."""
    libraries: tuple[Library, ...] = ()
    """Files of references that it cites from, to be written beside the file, and named in :confval:`eir_bibliography_files`."""
    beside: tuple[Path, ...] = ()
    """Files beside the input that it asks for, be they there or not: it is converted again when they change."""
    images: tuple[Image, ...] = ()
    """The pictures, to be written into a folder beside the file, its name followed by ``.images``."""

    @property
    def language(self) -> str:
        """The language of the text, as a tag of BCP 47; nothing if neither the user nor the file nor the text tells it."""
        return self.document.front.language

    @property
    def text(self) -> str:
        """The text of the file, in reStructuredText or MyST."""
        return "\n".join(line.text for line in self.lines) + "\n"

    def text_as(self, name: str) -> str:
        """Return the text for a file of another *name*, after which the folder of its pictures is called."""
        if not self.images or name == self.name:
            return self.text
        # In lists and tables, a picture stands after spaces and the mark of an item. That of the front matter is a field.
        marks = r"(?:[*>-]|\d+\.|[ ])*(?:\.\. figure:: |`+{figure} )|:?image: \"?"
        pattern = rf"^({marks}){re.escape(self.name + IMAGES)}/"
        return re.sub(pattern, rf"\g<1>{name}{IMAGES}/", self.text, flags=re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a conversion."""

    value: Converted
    """The article."""
    messages: tuple[Remark, ...] = ()
    """Messages, in no order of importance."""


_READERS = {
    **dict.fromkeys((".txt", ".text"), ("text", "read_text")),
    **dict.fromkeys((".md", ".markdown", ".qmd"), ("written", "read_markdown")),
    ".pdf": ("pdf", "read_pdf"),
    **dict.fromkeys((".docx", ".odt"), ("word", "read_word")),
    **dict.fromkeys((".html", ".htm", ".xhtml"), ("web", "read_page")),
    ".rtf": ("rtf", "read_rtf"),
    ".epub": ("epub", "read_epub"),
    ".tex": ("latex", "read_latex"),
    **dict.fromkeys((".xml", ".nxml"), ("jats", "read_jats")),
    ".zip": ("google", "read_google"),
}
"""Suffix → the module and the name of the reader. It is imported when it is needed: what it needs may not be installed."""

INPUTS = tuple(_READERS)
"""The suffixes of files that can be converted."""


_DEEPEST = {"rst": 60, "myst": 19}
"""Levels of blocks in one another. docutils reads each by functions that call themselves, and gives up the whole build at about two
hundred; markdown-it leaves out what stands in twenty (``maxNesting`` of its preset ``commonmark``), without a word.
"""
NO_FILE = "it is no regular file"


def read(path: Path) -> Reading:
    """Read an input by its suffix. Raises :class:`ConversionError`."""
    if not is_file(path) and (path.exists() or path.is_symlink()):
        raise ConversionError(NO_FILE)
    suffix = path.suffix.lower()
    if not path.exists():
        raise ConversionError("there is no such file, or folder")
    if suffix not in _READERS:
        raise ConversionError(f"{advice_on(suffix)} (what is read: {', '.join(INPUTS)})")
    module, name = _READERS[suffix]
    reader: Callable[[Path], Reading] = getattr(import_module(f".reading.{module}", __package__), name)
    return reader(path)


def convert(
    path: Path | str,
    syntax: Syntax = "rst",
    metadata: Mapping[str, str] | None = None,
    *,
    embedded: bool = False,
) -> Result:
    """Return the article in the file at *path*, which is read by its suffix, as a source in *syntax*.

    *metadata* has values for ``title`` and for fields of the front matter, which replace those of the file; other names
    are ignored. An *embedded* article has its title first and its front matter after it. Nothing is written. Raises
    :class:`ConversionError` if the file can't be read, or can't be converted.
    """
    path = Path(path)
    try:
        with noting() as beside:
            reading = read(path)
    except OSError as error:
        raise ConversionError(f"the file can't be read: {error.strerror or error}") from error
    result = convert_reading(reading, path.stem, syntax, metadata or {}, embedded=embedded)
    return replace(result, value=replace(result.value, beside=tuple(beside)))


def convert_reading(
    reading: Reading, stem: str, syntax: Syntax, metadata: Mapping[str, str], *, embedded: bool = False
) -> Result:
    """Convert a *reading* of an input whose file has the name *stem*, which may be no text: an article without title is named so."""
    stem = writable(stem)
    # What the user gives wins over what the file names, and that over what its text seems to say.
    given = {**dict(reading.fields), **metadata}
    document, draft = find_structure(reading, given.get("lang", ""))
    if depth_of(document.blocks) > _DEEPEST[syntax]:
        raise ConversionError(TOO_DEEP)
    if document.front.affiliation and "author" in given and "author" not in metadata:
        given["author"] = document.front.byline
    front, said = _with_given(document.front, stem, given, reading.title)
    dropped = (*draft.dropped, *_overridden(document.front, front))
    document = replace(document, front=front)
    notes = next((block for block in document.blocks if isinstance(block, Notes)), None)
    name = _name_of(document.front, stem)
    document = replace(document, front=_with_image_in(f"{name}{IMAGES}", front, reading.images))
    mark = hashlib.sha256(reading.transcript.text.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    blocks = with_anchors(with_pictures_in(document.blocks, f"{name}{IMAGES}"), mark)
    document = replace(document, blocks=blocks)
    writer: Writer = RstWriter(notes) if syntax == "rst" else MystWriter(notes)
    lines = tuple(writer.document(document, embedded=embedded))
    text = "\n".join(line.text for line in lines) + "\n"
    ledger = account(
        reading.transcript, document, dropped, text, markup=syntax, embedded=embedded, told=reading.told
    )
    if reading.laid_out and ledger.is_salad:
        raise ConversionError(
            f"in which order its words are read can't be told: {len(ledger.cut)} paragraphs end within a sentence; "
            "convert what it was made from"
        )
    transcript = reading.transcript
    converted = Converted(
        name=name,
        lines=lines,
        sources=tuple(transcript.source(line.at) for line in lines),
        ledger=ledger,
        document=document,
        items=reading.items or items_of(document),
        libraries=reading.libraries,
        images=reading.images,
    )
    messages = [Remark(m.text, transcript.source(m.at), m.doubtful) for m in (*draft.messages, *said)]
    return Result(converted, (*messages, *_doubts_of(ledger)))


def _doubts_of(ledger: Ledger) -> Iterator[Remark]:
    """Yield messages on what the ledger shows, and can't judge: words left out, and sentences that seem to be cut."""
    for one in ledger.doubtful:
        yield Remark(
            f"left out as {one.reason}, and said nowhere else: {one.text!r}", one.source, doubtful=True
        )
    for one in ledger.cut:
        text = f"a paragraph ends without a stop, and the next begins small: {one.text!r}"
        yield Remark(text, one.source, doubtful=True)


def _with_given(
    front: Front, stem: str, metadata: Mapping[str, str], title: str
) -> tuple[Front, tuple[Message, ...]]:
    """Return *front* with the fields that the user gave, and messages on what is still missing."""
    given = tuple((name, text) for name, text in metadata.items() if name in FIELDS and text)
    front = replace(front, given=given)
    messages: list[Message] = []
    if metadata.get("title"):
        front = replace(front, title=(Inline(metadata["title"]),))
    if not plain(front.title).strip():
        words = title or re.sub(r"[-_]+", " ", stem).strip() or "Untitled"
        front = replace(front, title=(Inline(words),))
        messages.append(Message(f"no title was found: it was named {words!r}", doubtful=True))
    names = {name for name, _ in given}
    if not front.authors and "author" not in names:
        messages.append(Message("no author was found", doubtful=True))
    if not front.date and "date" not in names:
        messages.append(Message("no date was found"))
    return front, tuple(messages)


def _with_image_in(folder: str, front: Front, images: tuple[Image, ...]) -> Front:
    """Return *front*; where its picture is one of the article's own *images*, it stands in their *folder*."""
    own = {image.name for image in images}
    given = (
        (name, f"{folder}/{text}" if name == "image" and text in own else text) for name, text in front.given
    )
    return replace(front, given=tuple(given))


def _overridden(found: Front, front: Front) -> Iterator[Dropped]:
    """Yield the front matter that was *found*, but gives way to the user's."""
    given = dict(front.given)
    for name, inlines in (("canonical", found.canonical), ("disclaimer", found.disclaimer)):
        if inlines and name in given:
            yield Dropped(Reason.BYLINE_RECAST, inlines)
    if found.title and found.title != front.title:
        yield Dropped(Reason.BYLINE_RECAST, found.title)


def _name_of(front: Front, stem: str) -> str:
    """Return the name of an article's file: the last part of its address, else its input's name."""
    address = dict(front.given).get("canonical") or plain(front.canonical)
    parts = [unquote(part) for part in urlsplit(address).path.split("/") if part]
    last = re.sub(r"\.(?:html?|php|aspx?)$", "", parts[-1]) if parts else ""
    return _as_file_name(last) or _as_file_name(stem) or "article"


def _as_file_name(text: str) -> str:
    """Return *text* as a file name that any system takes: letters and digits, with hyphens between them.

    macOS spells an accented letter as two characters (NFD), and both spellings name one article.
    """
    return re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", text)).strip("-").lower()[:120]
