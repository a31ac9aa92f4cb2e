"""The reading of an input: its text, character by character, and blocks whose runs know their place in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .inlines import Inline, Kind

if TYPE_CHECKING:
    from .decisions import Decision, Pass
    from .document import Blocks
    from .outcome import Dropped, Message


@dataclass(frozen=True, slots=True)
class Source:
    """A place in the input: a page or a line. Words that aren't in the input have none."""

    page: int = 0
    """The page, from 1, of a PDF; else 0."""
    line: int = 0
    """The line or paragraph, from 1, of other inputs; else 0."""

    def __str__(self) -> str:
        return f"page {self.page}" if self.page else f"line {self.line}" if self.line else ""


@dataclass(frozen=True, slots=True)
class Transcript:
    """The text of the input as it was read, and where each part of it stands there."""

    text: str
    starts: tuple[int, ...] = ()
    """The beginnings of the stretches from one source, ascending."""
    sources: tuple[Source, ...] = ()

    def source(self, at: int) -> Source:
        """Return the source of the text at the place *at*; an empty one for text that isn't in the input."""
        position = bisect_right(self.starts, at) - 1
        return self.sources[position] if position >= 0 and at <= len(self.text) else Source()


class Scribe:
    """The writer of a transcript. It returns what it writes as runs that know their place."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._sources: list[Source] = []

    def at(self, source: Source) -> None:
        """Set the source of the text that follows."""
        if not self._sources or self._sources[-1] != source:
            self._starts.append(self._length)
            self._sources.append(source)

    @property
    def place(self) -> int:
        """The place in the transcript of what is written next."""
        return self._length

    def write(self, text: str, kind: Kind = Kind.TEXT, target: str = "") -> Inline:
        """Write *text* down."""
        inline = Inline(text, self._length, kind, target)
        self._parts.append(text)
        self._length += len(text)
        return inline

    def transcript(self) -> Transcript:
        """Return the transcript so far."""
        return Transcript("".join(self._parts), tuple(self._starts), tuple(self._sources))


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the input."""

    name: str
    """A file name, with its suffix."""
    data: bytes
    """The content of that file."""


@dataclass(frozen=True, slots=True)
class Library:
    """A file of references that stands beside the input."""

    name: str
    """Its file name, with its suffix."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading an input."""

    transcript: Transcript
    blocks: Blocks
    dropped: tuple[Dropped, ...] = ()
    messages: tuple[Message, ...] = ()
    images: tuple[Image, ...] = ()
    title: str = ""
    """The title in the file's own metadata."""
    items: tuple[dict[str, object], ...] = ()
    """References in CSL-JSON, where citation fields hold them."""
    libraries: tuple[Library, ...] = ()
    """Files of references, by whose keys the text cites."""
    passes: tuple[Pass, ...] = ()
    """What the reader's own passes did, in numbers."""
    decisions: tuple[Decision, ...] = ()
    """The reader's decisions on parts of the input, where the file itself doesn't tell."""
    fields: tuple[tuple[str, str], ...] = ()
    """The title and fields of the front matter that the file names as such: what its text seems to say gives way to them."""
    told: bool = False
    """True if the file names title and front matter apart from its text, and has no pages: none of the text is taken for such."""
    front_places: frozenset[int] = frozenset()
    """The places of lines that stand in the title block, where the file tells it by its looks."""
    subtitle_places: frozenset[int] = frozenset()
    """The places of lines that are set as a subtitle, right under the title."""
    imprint_places: frozenset[int] = frozenset()
    """The places of lines in a box beside the title, which says what a journal says of all its articles."""
    byline_places: frozenset[int] | None = None
    """The places of lines that name the authors, where the file tells them by their looks; None where it doesn't."""
    laid_out: bool = False
    """True if the reader knows how pages are set, and has told headings by it: no paragraph looks like one to those who don't."""


TOO_DEEP = "its parts are nested too deeply, one in another"


class ConversionError(Exception):
    """An input can't be converted. The error says why, and what would help."""
