"""What readers make and writers print: an article as plain frozen data.

Every run of text knows where in the *transcript* it stands, the text of the input as it was read, character by
character. That is what makes the ledger possible: a character is in the document, or somebody has to say why not.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

NOWHERE = -1
"""The place of what the input doesn't have: a space between joined lines, the label of one of Word's notes."""


# Inlines


class Kind(Enum):
    """What a run of text is. One kind each, for reStructuredText can't nest inline markup."""

    TEXT = "text"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    CODE = "code"
    MATH = "math"
    LINK = "link"
    NOTE = "note"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of text."""

    text: str
    at: int = NOWHERE
    """Where it begins in the transcript."""
    kind: Kind = Kind.TEXT
    target: str = ""
    """A link's URL, a note reference's label, an image's file name."""

    def cut(self, start: int, end: int) -> Inline:
        """Return the part from *start* to *end*, which knows its own place."""
        return replace(self, text=self.text[start:end], at=self.at + start if self.at != NOWHERE else NOWHERE)


Inlines: TypeAlias = tuple[Inline, ...]


def plain(inlines: Iterable[Inline]) -> str:
    """Return the text of *inlines*, line breaks and all."""
    return "".join(inline.text for inline in inlines)


def cut(inlines: Inlines, start: int, end: int | None = None) -> Inlines:
    """Return *inlines* from character *start* to *end*."""
    end = sum(len(inline.text) for inline in inlines) if end is None else end
    parts = []
    position = 0
    for inline in inlines:
        first, last = max(start - position, 0), min(end - position, len(inline.text))
        if first < last:
            parts.append(inline if last - first == len(inline.text) else inline.cut(first, last))
        position += len(inline.text)
    return tuple(parts)


def stripped(inlines: Inlines) -> Inlines:
    """Return *inlines* without white space at their ends."""
    text = plain(inlines)
    start = len(text) - len(text.lstrip())
    return cut(inlines, start, max(start, len(text.rstrip())))


def lines_of(inlines: Inlines) -> list[Inlines]:
    """Return *inlines*, cut at the line breaks of the input."""
    lines = []
    start = 0
    text = plain(inlines)
    for line in text.split("\n"):
        lines.append(stripped(cut(inlines, start, start + len(line))))
        start += len(line) + 1
    return [line for line in lines if line]


def place_of(inlines: Iterable[Inline]) -> int:
    """Return where *inlines* begin in the transcript."""
    return next((inline.at for inline in inlines if inline.at != NOWHERE), NOWHERE)


SPACE = Inline(" ")
"""Between what stood on two lines."""


# Blocks


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the document's title is no block, and of level 1."""

    inlines: Inlines
    level: int = 2


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation set as a block of its own."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    marker: Inlines
    """As typed: ``•``, ``1.``"""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, with bullets or numbered from *start*."""

    items: tuple[Item, ...]
    start: int | None = None
    """The first number; none for bullets."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. All rows have the same number of cells."""

    rows: tuple[tuple[Inlines, ...], ...]
    header: int = 0
    """How many rows are its head."""
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of its own."""

    name: str
    """Of the file, among the document's images."""
    alt: str = ""
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class Literal:
    """Lines that keep their breaks."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the text, or the dash that E-IR sets for it."""

    inlines: Inlines = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Where a page ends. None is left when the structure is found."""

    certain: bool | None = None
    """Whether the paragraph goes on after it, where the page's own looks tell."""


@dataclass(frozen=True, slots=True)
class Biography:
    """Who the author is."""

    blocks: tuple[Block, ...]
    heading: Inlines = ()


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The list of references."""

    title: Inlines
    entries: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note."""

    label: str
    """What markers refer to it by: ``ii``, ``12``."""
    marker: Inlines
    """Its label as typed, brackets and all."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The list of notes."""

    title: Inlines
    notes: tuple[Note, ...]
    style: str = "lower-roman"
    """How they are numbered, one of :data:`sphinxext_eir.numerals.STYLES`."""
    brackets: str = "[]"


Block: TypeAlias = (
    Paragraph
    | Heading
    | Quote
    | Listing
    | Table
    | Figure
    | Literal
    | Rule
    | PageBreak
    | Biography
    | Bibliography
    | Notes
)
Blocks: TypeAlias = tuple[Block, ...]


def inlines_of(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """Yield all runs of *blocks* in the order in which they are printed, a block's own at a time."""
    for block in blocks:
        match block:
            case Paragraph() | Heading() | Literal() | Rule():
                yield block.inlines
            case Quote():
                yield from inlines_of(block.blocks)
            case Listing():
                for item in block.items:
                    yield item.marker
                    yield from inlines_of(item.blocks)
            case Table():
                yield block.caption
                for row in block.rows:
                    yield from row
            case Figure():
                yield block.caption
            case Biography():
                yield block.heading
                yield from inlines_of(block.blocks)
            case Bibliography():
                yield block.title
                yield from block.entries
            case Notes():
                yield block.title
                for note in block.notes:
                    yield note.marker
                    yield from inlines_of(note.blocks)


def changed(blocks: Iterable[Block], change: Callable[[Inlines], Inlines], *, notes: bool = False) -> Blocks:
    """Return *blocks* with each paragraph, heading, cell and caption of the running text changed; *notes* if asked."""
    new: list[Block] = []
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                new.append(replace(block, inlines=change(block.inlines)))
            case Quote() | Biography():
                new.append(replace(block, blocks=changed(block.blocks, change, notes=notes)))
            case Listing():
                items = tuple(
                    replace(item, blocks=changed(item.blocks, change, notes=notes)) for item in block.items
                )
                new.append(replace(block, items=items))
            case Table():
                rows = tuple(tuple(change(cell) for cell in row) for row in block.rows)
                new.append(replace(block, rows=rows, caption=change(block.caption)))
            case Figure():
                new.append(replace(block, caption=change(block.caption)))
            case Notes() if notes:
                bodies = tuple(replace(note, blocks=changed(note.blocks, change)) for note in block.notes)
                new.append(replace(block, notes=bodies))
            case _:
                new.append(block)
    return tuple(new)


# The article


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the text."""

    title: Inlines = ()
    authors: tuple[str, ...] = ()
    date: str = ""
    """ISO 8601."""
    canonical: Inlines = ()
    disclaimer: Inlines = ()
    kind: str = ""
    given: tuple[tuple[str, str], ...] = ()
    """Fields that the user gave, which win over what was found."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article."""

    front: Front = field(default_factory=Front)
    blocks: Blocks = ()


# The transcript


@dataclass(frozen=True, slots=True)
class Source:
    """A place in the input: a page, or a line."""

    page: int = 0
    line: int = 0

    def __str__(self) -> str:
        return f"page {self.page}" if self.page else f"line {self.line}" if self.line else ""


@dataclass(frozen=True, slots=True)
class Transcript:
    """The text of the input as it was read, and where each part of it stands there."""

    text: str
    starts: tuple[int, ...] = ()
    """Where each stretch of one source begins, ascending."""
    sources: tuple[Source, ...] = ()

    def source(self, at: int) -> Source:
        """Return the place in the input of what stands at *at*."""
        position = bisect_right(self.starts, at) - 1
        return self.sources[position] if at >= 0 and position >= 0 else Source()


class Scribe:
    """Writes a transcript. What is written comes back as runs that know their place."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._sources: list[Source] = []

    def at(self, source: Source) -> None:
        """Say where in the input the following stands."""
        if not self._sources or self._sources[-1] != source:
            self._starts.append(self._length)
            self._sources.append(source)

    def write(self, text: str, kind: Kind = Kind.TEXT, target: str = "") -> Inline:
        """Write *text* down."""
        inline = Inline(text, self._length, kind, target)
        self._parts.append(text)
        self._length += len(text)
        return inline

    def transcript(self) -> Transcript:
        """Return what was written."""
        return Transcript("".join(self._parts), tuple(self._starts), tuple(self._sources))


# What happened


class Reason(Enum):
    """Why words of the input are not where they were: a closed set."""

    NOTICE = "notice"
    RUNNING_HEAD = "running head"
    FOOT = "foot"
    PAGE_NUMBER = "page number"
    JOINED_HYPHEN = "joined hyphen"
    RULE = "rule"
    BYLINE_RECAST = "byline recast"
    DATE_RECAST = "date recast"
    REPEATED_LINK_TEXT = "repeated link text"
    MOVED_TO_NOTES = "moved to notes"
    MOVED_TO_BIBLIOGRAPHY = "moved to bibliography"
    SECTION_HEADING = "heading of a section that has its own directive"


@dataclass(frozen=True, slots=True)
class Dropped:
    """Runs that are left out, or set elsewhere."""

    reason: Reason
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Message:
    """Something that the person who converts should know."""

    text: str
    at: int = NOWHERE
    """Where in the transcript."""
    doubtful: bool = False
    """Whether somebody should look at it, for it may be wrong."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that the input holds."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found in an input."""

    transcript: Transcript
    blocks: Blocks
    dropped: tuple[Dropped, ...] = ()
    messages: tuple[Message, ...] = ()
    images: tuple[Image, ...] = ()
    title: str = ""
    """As the file's own metadata say."""
    items: tuple[dict[str, object], ...] = ()
    """References in CSL-JSON, where citation fields hold them."""
    paged: bool = False
    """Whether it knows where pages end, so that furniture was dropped by its position."""


class ConversionError(Exception):
    """An input can't be converted at all. Says why, and what would help."""


def joined(parts: Sequence[Inlines], between: Inline = SPACE) -> Inlines:
    """Return *parts* as one run after another, *between* them a space."""
    inlines: list[Inline] = []
    for part in parts:
        if inlines and part:
            inlines.append(between)
        inlines.extend(part)
    return tuple(inlines)
