"""Inlines of pandoc's tree → runs that know their place in the transcript, their notes and pictures."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ....text.numerals import roman
from ...inlines import Inline, Inlines, Kind, merged, stripped
from ...outcome import Dropped, Message, Reason
from ...transcript import Image, Scribe, Source
from ...urls import quoted
from . import citations, raw
from .formulas import formula_of
from .words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ...document import Note

_STYLES = {
    "Emph": Kind.EMPHASIS,
    "Underline": Kind.EMPHASIS,
    "Strong": Kind.STRONG,
    "Superscript": Kind.SUPERSCRIPT,
    "Subscript": Kind.SUBSCRIPT,
}
"""pandoc's inlines that set a text off. Underlining is the typewriter's italics."""

_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}

_DATA = re.compile(r"data:image/(?P<kind>[\w+]+);base64,")

_SUFFIX = r"\.[a-z0-9]{1,5}"
"""The suffix of a picture. Anything else would end up in the written source."""

NO_DESCRIPTION = "\ufffc"
"""The text of a picture without a description: the character for an object."""


@dataclass
class RunReader:
    """Reads the inlines of a paragraph, and writes the transcript on its way."""

    scribe: Scribe
    picture: Callable[[str], bytes | None]
    """What the file calls a picture → the picture, if it is there."""
    roman_notes: bool = False
    known: Callable[[str], bool] | None = None
    """Says if a key is in a file of references; None where citations have the printed words, and no keys."""
    line_of: Callable[[str], int] | None = None
    """The beginning of a paragraph → its line in the file; None where paragraphs stand for lines."""
    places: frozenset[str] = frozenset()
    """The places in the document to which links lead."""
    notes: list[Note] = field(default_factory=list)
    images: dict[str, Image] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    pending: list[tuple[str, list[Any]]] = field(default_factory=list)
    """Notes whose text is to be written after the text: label and blocks."""
    named: dict[str, str] = field(default_factory=dict)
    """The name of a note → its label."""
    markers: dict[str, str] = field(default_factory=dict)
    """The label of a note → what is typed before it."""
    dropped: list[Dropped] = field(default_factory=list)
    cited: bool = False
    """True if a citation by key was read."""
    unknown: bool = False
    """True if there was one whose key isn't known: it stays as typed."""
    line: int = 0
    """The number of paragraphs so far, which stand for lines in such a file; or the line."""

    def paragraph(self, content: list[dict[str, Any]]) -> Inlines:
        """Read the inlines of one paragraph."""
        if self.line_of is None:
            self._begin("")
        else:
            self._begin(words_of(content))
        inlines = list(self._inlines(content, Kind.TEXT, ""))
        self.scribe.write("\n")
        return stripped(merged(inlines))

    def _begin(self, text: str) -> None:
        """Begin a paragraph with a *text*."""
        self.line = self.line + 1 if self.line_of is None else self.line_of(text) or self.line
        self.scribe.at(Source(line=self.line))

    def _written(self, text: str, kind: Kind, target: str = "") -> Inline:
        """Write *text* down."""
        return self.scribe.write(re.sub(r"[\x00-\x08\x0b-\x1f\u2028\u2029]", " ", text), kind, target)

    def _inlines(self, content: Iterable[dict[str, Any]], kind: Kind, target: str) -> Iterator[Inline]:
        """Read inlines that are of a *kind*, or link to a *target*, unless they say otherwise."""
        for node in raw.paired(list(content)):
            if node.get("id"):
                yield self._named_note(node)
            else:
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
                yield from self._cite(content, kind, target)
            case "Typed":  # a citation as it is printed, in which no pass shall look for marks of notes
                names, inner = content
                for run in self._inlines(inner, kind, target):
                    yield citations.led(run, names)
            case "Quoted":
                opening, closing = _QUOTES[content[0]["t"]]
                yield self._written(opening, kind, target)
                yield from self._inlines(content[1], kind, target)
                yield self._written(closing, kind, target)
            case "Code":
                yield self._written(content[1], Kind.CODE)
            case "Math":
                yield self._written(formula_of(content[1]), Kind.MATH)
            case "Link":
                yield from self._link(content[1], content[2][0], kind, target)
            case "Image":
                yield from self._image(content)
            case "RawInline":
                self._leave_out(content)
            case "Note":
                label = self._label(len(self.notes) + len(self.pending) + 1)
                self.pending.append((label, content))
                yield Inline(f"[{label}]", kind=Kind.NOTE, target=label)

    def _cite(self, content: list[Any], kind: Kind, target: str) -> Iterator[Inline]:
        """Read a citation: by key, as a role; else as it is printed."""
        if self.known is None:
            yield from self._inlines(content[1], kind, target)
            return
        if not all(self.known(one["citationId"]) for one in content[0]):
            self.unknown = True
            yield self._written(citations.typed(content[0]), kind, target)
            return
        self.cited = True
        for role, text in citations.roles_of(content[0]):
            if not role:
                yield self._written(text, kind, target)
            else:
                yield self._written(text, Kind.CITATION, role)

    def _named_note(self, node: dict[str, Any]) -> Inline:
        """Read a reference to a note with a name, to which others may refer; its text stands with the first of them."""
        label = self.named.get(node["id"])
        if label is None:
            label = self.named[node["id"]] = self._label(len(self.notes) + len(self.pending) + 1)
            self.pending.append((label, node["c"]))
            self.markers[label] = node["label"]
        text = node["marker"]
        return (
            self._written(text, Kind.NOTE, label)
            if text
            else Inline(f"[{label}]", kind=Kind.NOTE, target=label)
        )

    def drop(self, text: str, reason: Reason) -> None:
        """Write *text* down as left out for a *reason*."""
        self._begin(text)
        self.dropped.append(Dropped(reason, (self._written(text, Kind.TEXT),)))
        self.scribe.write("\n")

    def _leave_out(self, content: list[str]) -> None:
        """Write markup of another program down as left out, unless it is a mere tag."""
        language, text = content
        said = raw.words_in(language, text)
        if said:
            self._begin(said)
            run = self._written(said, Kind.TEXT)
            self.scribe.write("\n")
            self.dropped.append(Dropped(Reason.MARKUP, (run,)))
            if re.search(r"\w", said) and raw.is_worth_saying(text):
                shown = " ".join(text.split())[:60]
                self.messages.append(Message(f"markup that isn't read: {shown!r}", run.at, doubtful=True))

    def _label(self, number: int) -> str:
        """Return the label of a note of the file's own."""
        return roman(number) if self.roman_notes else str(number)

    def _link(self, content: list[dict[str, Any]], url: str, kind: Kind, target: str) -> Iterator[Inline]:
        """Read a link; one within the document is its text, or a part of the link that it is in, unless its place is known."""
        url = quoted(url.strip())
        if re.match(r"(?:https?|ftp|mailto):", url, re.IGNORECASE) or url.removeprefix("#") in self.places:
            yield from self._inlines(content, Kind.LINK, url)
        else:
            yield from self._inlines(content, kind, target)

    def _data_of(self, source: str) -> bytes | None:
        """Return a picture: one of the file's, or one that is its own address (RFC 2397)."""
        match = _DATA.match(source)
        if match is None:
            return self.picture(source)
        try:
            return base64.b64decode(source[match.end() :], validate=True)
        except binascii.Error:
            return None

    def _image(self, content: list[Any]) -> Iterator[Inline]:
        """Read a picture: its file is kept, its description is its alternative text. One on the web is a link."""
        _, alt, (source, _) = content
        if re.match(r"https?://", source):
            yield self._written(words_of(alt).strip() or source, Kind.LINK, source)
            return
        data = self._data_of(source)
        if data is None:
            shown = source if len(source) < 100 else f"{source[:60]}…"
            self.messages.append(
                Message(f"the picture {shown!r} isn't in the file, and is left out", doubtful=True)
            )
            if alt and self.line_of:
                yield from self._inlines(alt, Kind.TEXT, "")
            return
        suffix = PurePosixPath(source).suffix.lower()
        if match := _DATA.match(source):
            suffix = f".{match['kind'].lower().replace('jpeg', 'jpg').replace('svg+xml', 'svg')}"
        name = f"{len(self.images) + 1}{suffix if re.fullmatch(_SUFFIX, suffix) else ''}"
        self.images[name] = Image(name, data)
        yield Inline(words_of(alt).strip() or NO_DESCRIPTION, kind=Kind.IMAGE, target=name)
