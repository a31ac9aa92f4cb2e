"""Entries of a file by key, not yet converted, and messages about the file, whatever its kind."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from ...text.dates import NO_DATE
from ..children import RequestError
from ..comparing import Came
from ..simple import author_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from ..children import Children
    from ..model import Item


class MessageKind(Enum):
    """A kind of message about a file."""

    CONTENT = "content"
    """The file, or an entry in it, can't be read as it stands."""
    KEY_REPEATED = "key repeated"
    """Two entries of the file have the same key."""
    FIELD = "field"
    """An entry has a field that no style prints, as far as anybody knows."""


BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # which begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WIDE = {b"\1\0\0\0": "utf-32-le", b"\0\0\0\1": "utf-32-be", b"\1\0": "utf-16-le", b"\0\1": "utf-16-be"}
"""Encodings without a byte order mark, by which bytes of an ASCII character aren't zero."""

CONTENT, FIELD = MessageKind.CONTENT.value, MessageKind.FIELD.value


class Remark(NamedTuple):
    """A remark on an entry, as it is kept with the item: plain data."""

    text: str
    """What is to be said; the name of the field, for a remark on one that no style prints."""
    kind: str = CONTENT
    """The value of a :class:`MessageKind`."""


@dataclass(frozen=True)
class Message:
    """A problem of a bibliography, and its place."""

    path: Path
    """The file."""
    line: int
    """The line, from 1; 0 for the file as a whole."""
    text: str
    """The problem, in a sentence."""
    kind: MessageKind = MessageKind.CONTENT
    """The kind of problem, for callers that treat some apart."""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{place}: {self.text}"


@dataclass(frozen=True)
class RawEntry:
    """An entry as it stands in its file."""

    key: str
    line: int
    content: Any
    """Its content: text, fields or an item, according to the kind of file."""


@dataclass
class Entries:
    """The entries of a file. Of entries with the same key, the first counts, as in BibTeX."""

    path: Path
    by_key: dict[str, RawEntry] = field(default_factory=dict)
    aside: dict[str, RawEntry] = field(default_factory=dict)
    """Entries that only lend fields to others, and can't be cited."""
    messages: list[Message] = field(default_factory=list)

    def decode(self, data: bytes) -> str:
        """Return the text of the file, with Unix's ends of lines; add a message if some of it isn't Unicode."""
        encoding = _encoding(data)
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            if encoding == "utf-8-sig":
                text = self._patched(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
            else:
                text = data.decode(encoding, errors="replace")
                named = encoding.upper().removesuffix("-LE").removesuffix("-BE")
                self.warn(
                    1,
                    f"this file begins as one in {named}, and some of it isn't: a sign stands for what can't be read",
                )
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def _patched(self, data: bytes) -> str:
        """Return the text of a file, each line in UTF-8 or, if it isn't, in Windows-1252: one pasted entry doesn't spoil the others."""
        lines: list[str] = []
        strange: list[int] = []
        for number, line in enumerate(data.split(b"\n"), start=1):
            try:
                lines.append(line.decode("utf-8"))
            except UnicodeDecodeError:
                lines.append(line.decode("cp1252", errors="replace"))
                strange.append(number)
        more = f" (and {len(strange) - 1} more)" if len(strange) > 1 else ""
        self.warn(strange[0], f"this line{more} is not in UTF-8: it is read as Windows-1252")
        return "\n".join(lines)

    def add(self, key: str, line: int, content: Any) -> None:
        """Add an entry."""
        if key in self.by_key:
            first = self.by_key[key].line
            text = f"the key {key!r} is used again: the entry in line {first} counts"
            self.warn(line, text, MessageKind.KEY_REPEATED)
            return
        self.by_key[key] = RawEntry(key, line, content)

    def warn(self, line: int, text: str, kind: MessageKind = MessageKind.CONTENT) -> None:
        """Add a message."""
        self.messages.append(Message(self.path, line, text, kind))


class Converter(Protocol):
    """The conversion of entries into items, for one kind of file."""

    needs_pandoc: bool

    def digest_of(self, entry: RawEntry) -> str:
        """Return a text that decides the item of *entry*, for the name under which the item is kept."""

    def wrong(self, entry: RawEntry) -> tuple[Remark, ...]:
        """Return remarks on *entry* that don't keep it from being converted."""

    def convert(self, entries: list[RawEntry], children: Children | None) -> Mapping[str, Item | str]:
        """Return the item of each of *entries* by key, not yet made safe, or a message about a bad entry."""


class Plain:
    """The converter of entries that are items already."""

    needs_pandoc = False

    def wrong(self, entry: RawEntry) -> tuple[Remark, ...]:  # noqa: ARG002
        """Return nothing: messages come up when items are made safe."""
        return ()

    def digest_of(self, entry: RawEntry) -> str:
        """Return the key: such entries aren't kept."""
        return entry.key

    def convert(self, entries: list[RawEntry], children: Children | None) -> dict[str, Item | str]:  # noqa: ARG002
        """Return the items as they are."""
        return {entry.key: entry.content for entry in entries}


class Told(Plain):
    """The converter of items whose files said more than they have, which is named."""

    def __init__(self, unread: Mapping[str, Iterable[str]]) -> None:
        """Take the names of the fields that were not read, by key."""
        self._unread = unread

    def wrong(self, entry: RawEntry) -> tuple[Remark, ...]:
        """Return a remark on each field that was not read."""
        return tuple(Remark(name, FIELD) for name in self._unread.get(entry.key, ()))


def unread(item: Item, said: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the names of the fields among *said*, names and values, of whose words *item* lacks one."""
    read = Came(" ".join(_texts(item)))
    names: dict[str, None] = {}
    for name, value in said:
        if name not in names and read.lost(value):
            names[name] = None
    return tuple(names)


def _texts(value: Any) -> Iterator[str]:
    """Yield each text in *value*, of any shape."""
    match value:
        case dict():
            yield from (text for one in value.values() for text in _texts(one))
        case list():
            yield from (text for one in value for text in _texts(one))
        case _:
            yield str(value)


def ask_together(
    entries: list[RawEntry], ask: Callable[[list[RawEntry]], dict[str, Item]]
) -> dict[str, Item | str]:
    """Return what pandoc makes of *entries*, by key; if one of them is bad, *ask* for each by itself, and say why it is bad."""
    try:
        return dict(ask(entries))
    except RequestError as error:
        if len(entries) == 1:
            return {entries[0].key: f"pandoc can't read this entry: {error}"}
    converted: dict[str, Item | str] = {}
    for entry in entries:
        converted |= ask_together([entry], ask)
    return converted


def answered(children: Children, reader: str, text: str) -> list[Item]:
    """Return the items that pandoc's *reader* makes of *text*. Raises :class:`RequestError` if its answer isn't a list of items."""
    answer = children.ask("convert", reader, text)
    if not isinstance(answer, list) or not all(isinstance(item, dict) for item in answer):
        raise RequestError("pandoc's answer is no list of entries")
    return answer


# Text, keys and names


def _encoding(data: bytes) -> str:
    """Return the form of Unicode that *data* has, by its byte order mark, or by where its first character has zeros."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding
    zeros = bytes(bool(byte) for byte in data[:4])
    return WIDE.get(zeros, WIDE.get(zeros[:2], "utf-8-sig"))


def made_key(item: Item, taken: Mapping[str, Any]) -> str:
    """Return a key for *item*, which lacks one in its file: the first surname and the year, ``Blank2000``."""
    author, year = author_year(item)
    first = re.split(r",| and | et al", author)[0]
    letters = "".join(char for char in unicodedata.normalize("NFC", first) if char.isalnum())[:40]
    key = f"{letters or 'entry'}{'' if year == NO_DATE else ''.join(filter(str.isalnum, year))}"
    suffixes = ("", *"bcdefghijklmnopqrstuvwxyz")
    known = next((one for suffix in suffixes if (one := key + suffix) not in taken), None)
    return known or f"{key}-{len(taken) + 1}"


PARTICLE = re.compile(r"((?:[^\W\d_A-Z][\w'’]*\s+)+|[ld]['’])(?=\S)")


def csl_name(text: str) -> dict[str, str]:
    """Return the name of CSL-JSON that *text* means: ``Family, Given, Suffix``, or the name of a body."""
    family, _, rest = (part.strip() for part in text.partition(","))
    if not rest:
        return {"literal": family} if family else {}
    given, _, suffix = (part.strip() for part in rest.partition(","))
    name = {"family": family, "given": given, "suffix": suffix}
    particle = PARTICLE.match(family)
    if particle and family[: particle.end()].islower():
        name |= {"non-dropping-particle": particle[0].strip(), "family": family[particle.end() :]}
    return {part: words for part, words in name.items() if words}
