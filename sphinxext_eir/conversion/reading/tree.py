"""pandoc's document tree (pandoc-types, ``Text.Pandoc.Definition``) → blocks whose runs know their place in the transcript."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ...text.numerals import roman
from ...text.patterns import any_of
from ...text.vocabularies import words
from ..document import (
    Abstract,
    Anchor,
    Bibliography,
    Biography,
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
from ..inlines import NOWHERE, Inline, Inlines, Kind, merged, place_of, plain, stripped, strong
from ..outcome import Dropped, Message, Reason
from ..rules import LINE_ACROSS
from ..transcript import TOO_DEEP, ConversionError, Image, Reading, Scribe, Source
from ..urls import quoted
from . import citations, raw
from .formulas import as_formula, formula_of
from .words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .pandoc import Tree

_STYLES = {
    "Emph": Kind.EMPHASIS,
    "Underline": Kind.EMPHASIS,
    "Strong": Kind.STRONG,
    "Superscript": Kind.SUPERSCRIPT,
    "Subscript": Kind.SUBSCRIPT,
}
"""pandoc's inlines that set a text off. Underlining is the typewriter's italics."""

_DEEPEST = 40
"""Blocks in one another: no article has as many, and they would exhaust Python's stack when they are written."""

_MOST_IN_HEAD = 12
"""Paragraphs at the beginning of a file among which a title and authors may be."""

_NO_DESCRIPTION = "\ufffc"
"""The text of a picture without a description: the character for an object."""

_SUFFIX = r"\.[a-z0-9]{1,5}"
"""The suffix of a picture. Anything else would end up in the written source."""

_CAPTION = re.compile(
    rf"""{any_of(words("captioned"))}
        \.? \s \d{{1,3}}[a-z]? \s?
        [.:–—] \s .{{1,250}}
    """,
    re.VERBOSE,
)
"""A caption by its beginning, beside a table or a picture: ``Table 1: Harbours``."""

_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}

BIBLIOGRAPHY = "eir-bibliography"
"""The id of a heading under which a list of definitions is a bibliography: keys and entries."""


@dataclass
class TreeReader:
    """Reads pandoc's tree, and writes the transcript on its way."""

    scribe: Scribe
    picture: Callable[[str], bytes | None]
    """What the file calls a picture → the picture, if it is there."""
    roman_notes: bool = False
    known: Callable[[str], bool] | None = None
    """Says if a key is in a file of references; None where citations have the printed words, and no keys."""
    roles: dict[str, str] = field(default_factory=dict)
    """What paragraphs are by their style, where pandoc doesn't tell, by their letters."""
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
    fields: dict[str, str] = field(default_factory=dict)
    """Fields of the front matter that are told by style."""
    dropped: list[Dropped] = field(default_factory=list)
    cited: bool = False
    """True if a citation by key was read."""
    unknown: bool = False
    """True if there was one whose key isn't known: it stays as typed."""
    depth: int = 0
    """The number of blocks around the one that is being read."""
    line: int = 0
    """The number of paragraphs so far, which stand for lines in such a file; or the line."""

    def document(self, tree: Tree) -> list[Block]:
        """Read the whole tree: title, text, notes. Raises :class:`ConversionError`."""
        try:
            blocks = [*self._head(tree["meta"]), *self._with_roles(self.blocks(tree["blocks"]))]
            while self.pending:
                label, content = self.pending.pop(0)
                mark = self.markers.get(label, "")
                marker = self._written(f"{mark} ", Kind.TEXT) if mark else Inline(f"[{label}]")
                self.notes.append(Note(label, (marker,), tuple(self.blocks(content))))
        except RecursionError:
            raise ConversionError(TOO_DEEP) from None
        if self.cited and not any(isinstance(block, Bibliography) for block in blocks):
            blocks.append(Bibliography((), ()))
        if self.notes:
            style = "lower-roman" if self.roman_notes else "arabic"
            blocks.append(Notes((), tuple(self.notes), style))
        return blocks

    def reading(self, blocks: Iterable[Block], messages: Iterable[Message] = ()) -> Reading:
        """Return *blocks* with all that was found beside them. Raises :class:`ConversionError` if there is no text."""
        transcript = self.scribe.transcript()
        if not transcript.text.strip():
            raise ConversionError("the file has no text")
        return Reading(
            transcript,
            tuple(blocks),
            tuple(self.dropped),
            messages=(*messages, *self.messages),
            images=tuple(self.images.values()),
            fields=tuple(self.fields.items()),
        )

    def _head(self, meta: dict[str, Any]) -> Iterator[Block]:
        """Yield what the head of the document says: title, subtitle, authors, date, abstract."""
        title = [run for part in _meta_inlines(meta.get("title")) for run in part]
        thanks = [
            node for part in _meta_inlines(meta.get("author")) for node in part if node.get("t") == "Note"
        ]
        if title:
            yield Heading(self.paragraph([*title, *thanks]), 1)
        for name, taken in (("subtitle", "subtitle"), ("author", "author"), ("institute", ""), ("date", "")):
            for part in _meta_inlines(meta.get(name)):
                said = [node for node in part if not (title and node in thanks)]
                line = self.paragraph(said)
                if line and (not taken or not self._take_field(taken, line)):
                    yield Paragraph(line)
        abstract = meta.get("abstract")
        if abstract:
            content = abstract["c"] if abstract["t"] == "MetaBlocks" else [{"t": "Para", "c": abstract["c"]}]
            yield Abstract(tuple(self.blocks(content)))

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
        said = plain(line)
        first, _, rest = said.partition("\n")
        text = " ".join(first.split())
        under = ", ".join(part for part in map(_on_one_line, rest.split("\n")) if part)
        if name != "author":
            text, under = _on_one_line(said), ""
        several = name == "author" and re.search(r"[,;&()]|\band\b", text)
        if not text or several or re.search(r"[();<>]", under) or any(r.kind is Kind.NOTE for r in line):
            return False
        before = self.fields.get(name, "")
        text = f"{text} ({under})" if under else text
        self.fields[name] = f"{before}; {text}" if before else text
        self.dropped.append(Dropped(Reason.BYLINE_RECAST, line))
        return True

    # Blocks

    def blocks(self, tree: Iterable[dict[str, Any]]) -> list[Block]:
        """Read blocks. Raises :class:`ConversionError` if they stand in too many others."""
        found: list[Block] = []
        self.depth += 1
        if self.depth > _DEEPEST:
            raise ConversionError(TOO_DEEP)
        for node in tree:
            for block in self._block(node.get("t", ""), node.get("c")):
                found[-1:] = self._with_neighbour(found[-1], block) if found else [block]
        self.depth -= 1
        return found

    def _with_neighbour(self, before: Block, block: Block) -> list[Block]:
        """Return two neighbours; a table or picture with its caption, or a bibliography with its heading, as one of them."""
        match before, block:
            case Paragraph(inlines), Table(caption=()) | Figure(caption=()) if self._is_caption(before):
                return [replace(block, caption=inlines)]
            case Figure(caption=()), Paragraph(inlines) if self._is_caption(block):
                return [replace(before, caption=inlines)]
            case Heading(inlines), Bibliography(title=()):
                return [replace(block, title=inlines)]
        return [before, block]

    def _is_caption(self, block: Block) -> bool:
        """Say if a paragraph is a caption: by its style, or by what it begins with, ``Table 1: …``."""
        if self._role_of(block) == "caption":
            return True
        return isinstance(block, Paragraph) and bool(
            _CAPTION.fullmatch(" ".join(plain(block.inlines).split()))
        )

    def _role_of(self, block: Block) -> str:
        """Return what a paragraph is by its style, if that is told."""
        return self.roles.get(bare(plain(block.inlines)), "") if isinstance(block, Paragraph) else ""

    def _block(self, name: str, content: Any) -> list[Block]:
        """Read one of pandoc's blocks, which may be several of ours."""
        match name:
            case "Para" | "Plain":
                return self._para(content)
            case "Header":
                return self._heading(*content)
            case "BlockQuote":
                blocks = self.blocks(content)
                # A picture alone is set in, and no quotation.
                return (
                    blocks if all(isinstance(block, Figure) for block in blocks) else [Quote(tuple(blocks))]
                )
            case "BulletList":
                return [Listing(self._items(content))]
            case "OrderedList":
                return [Listing(self._items(content[1]), content[0][0])]
            case "DefinitionList":
                return [b for term, definitions in content for b in self._definition(term, definitions)]
            case "LineBlock":
                return [Paragraph(self.paragraph(line)) for line in content]
            case "CodeBlock":
                return [Literal((self._line_of(content[1]),))] if content[1].strip() else []
            case "Div":
                return self._division(content[0], content[1])
            case "Figure":
                return self._figure(content[1][1], content[2])
            case "Table":
                return [self._table(content)]
            case "HorizontalRule":
                return [Rule()]
            case "Anchor":
                return [Anchor(content)]
            case "RawBlock":
                node = as_formula({"t": "RawInline", "c": content})
                if node["t"] == "Math":
                    return self._formula([node])
                self._leave_out(content)
            case "Entries":
                read = [(line, names) for names, entry in content if (line := self.paragraph(entry))]
                return [
                    Bibliography((), tuple(line for line, _ in read), names=tuple(names for _, names in read))
                ]
        return []

    def _line_of(self, text: str) -> Inline:
        """Write the *text* of a block of code."""
        self._begin(text)
        return self._written(text, Kind.TEXT)

    def _heading(self, level: int, attributes: list[Any], inlines: list[dict[str, Any]]) -> list[Block]:
        """Read a heading."""
        if attributes[0] == BIBLIOGRAPHY:
            return []
        line = self.paragraph(inlines)
        return [Heading(line, level)] if line else []

    def _division(self, attributes: list[Any], content: list[dict[str, Any]]) -> list[Block]:
        """Read a division: a bibliography, or what is in it."""
        if attributes[0] == "refs" and not content:
            self.cited = True
            return [Bibliography((), ())]
        if BIBLIOGRAPHY in attributes[1]:
            return [self._bibliography(content)]
        if "eir-biography" in attributes[1]:
            return [Biography(tuple(self.blocks(content)))]
        return self.blocks(content)

    def _bibliography(self, content: list[dict[str, Any]]) -> Block:
        """Read entries with their keys: the terms of a list, and what they stand for."""
        entries: list[Inlines] = []
        for node in content:
            for term, definitions in node["c"] if node["t"] == "DefinitionList" else ():
                key = "".join(part["c"] for part in term if part["t"] in ("Str", "Code") and part["c"])
                first = [{"t": "Str", "c": f"[{key}]"}, {"t": "Space"}] if key else []
                said = [part for blocks in definitions for block in blocks for part in _inlines_in(block)]
                entries.append(self.paragraph([*first, *said]))
        return Bibliography((), tuple(entry for entry in entries if entry), keyed=True)

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

    def _para(self, content: list[dict[str, Any]]) -> list[Block]:
        """Read a paragraph. Formulas that have a line of their own part it, and pictures in it follow it."""
        parts: list[list[dict[str, Any]]] = [[]]
        for node in map(as_formula, content):
            if node.get("t") == "Math" and node["c"][0]["t"] == "DisplayMath":
                parts += [[node], []]
            else:
                parts[-1].append(node)
        return [
            block for n, part in enumerate(parts) for block in (self._formula if n % 2 else self._text)(part)
        ]

    def _formula(self, content: list[dict[str, Any]]) -> list[Block]:
        """Read a formula that has a line of its own."""
        inlines = tuple(replace(run, kind=Kind.TEXT) for run in self.paragraph(content))
        return [Literal(inlines, is_math=True)] if inlines else []

    def _text(self, content: list[dict[str, Any]]) -> list[Block]:
        """Read a paragraph of text; its pictures follow it."""
        if not content:
            return []
        inlines = self.paragraph(content)
        pictures = [run for run in inlines if run.kind is Kind.IMAGE]
        text = stripped(tuple(run for run in inlines if run.kind is not Kind.IMAGE))
        if LINE_ACROSS.fullmatch(plain(text)) and plain(text).strip():
            return [Rule(text)]
        blocks: list[Block] = [Paragraph(text)] if text else []
        return [*blocks, *(Figure(run.target, run.text.strip(_NO_DESCRIPTION)) for run in pictures)]

    def _figure(self, caption: list[dict[str, Any]], content: list[dict[str, Any]]) -> list[Block]:
        """Read a figure, whose caption stands under it."""
        blocks = self.blocks(content)
        runs = [run for block in self.blocks(caption) for inlines in inlines_of([block]) for run in inlines]
        last = blocks[-1] if blocks else None
        if runs and isinstance(last, Figure):
            blocks[-1] = replace(last, caption=tuple(runs))
        elif runs:
            blocks.append(Paragraph(tuple(runs)))
        return blocks

    def _items(self, content: Iterable[list[dict[str, Any]]]) -> tuple[Item, ...]:
        """Read the items of a list."""
        return tuple(Item((), tuple(self.blocks(item))) for item in content)

    def _definition(self, term: list[dict[str, Any]], definitions: list[list[dict[str, Any]]]) -> list[Block]:
        """Read a term in bold, and what it means, set in."""
        return [
            Paragraph(strong(self.paragraph(term)), is_term=True),
            *(Quote(blocks) for content in definitions if (blocks := tuple(self.blocks(content)))),
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
            run for block in self.blocks(caption[1]) for inlines in inlines_of([block]) for run in inlines
        )
        open_below: dict[int, int] = {}
        filled = [self._row(row[1], len(columns), open_below) for row in rows]
        width = max(map(len, filled), default=0)
        if any(cell[2:4] != [1, 1] for row in rows for cell in row[1]):
            at = next((place_of(runs) for runs in inlines_of([Table(tuple(filled))])), NOWHERE)
            self.messages.append(Message("cells of a table are merged: those that they cover are empty", at))
        table = tuple((*row, *[()] * (width - len(row))) for row in filled)
        return Table(table, len(head_rows), title) if table and width else Paragraph(title)

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
        blocks = self.blocks(content)
        match blocks:
            case []:
                return ()
            case [Paragraph(inlines)] | [Rule(inlines)]:  # a dash in a cell says that nothing is there
                return inlines
        return tuple(blocks)

    # Inlines

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
                yield from self._link(content[1], content[2][0], kind)
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

    def _label(self, number: int) -> str:
        """Return the label of a note of the file's own."""
        return roman(number) if self.roman_notes else str(number)

    def _link(self, content: list[dict[str, Any]], url: str, kind: Kind) -> Iterator[Inline]:
        """Read a link; one within the document is its text, unless its place is known."""
        url = quoted(url.strip())
        if re.match(r"(?:https?|ftp|mailto):", url, re.IGNORECASE) or url.removeprefix("#") in self.places:
            yield from self._inlines(content, Kind.LINK, url)
        else:
            yield from self._inlines(content, kind, "")

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
        yield Inline(words_of(alt).strip() or _NO_DESCRIPTION, kind=Kind.IMAGE, target=name)


_DATA = re.compile(r"data:image/(?P<kind>[\w+]+);base64,")


def bare(text: str) -> str:
    """Return the letters and digits of *text*: what a caption is known by."""
    return re.sub(r"\W+", "", text)


def _on_one_line(text: str) -> str:
    """Return *text* with single spaces."""
    return " ".join(text.split())


def _inlines_in(block: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the inlines of a paragraph, and a space."""
    return [*block["c"], {"t": "Space"}] if block["t"] in ("Para", "Plain") else []


def _meta_inlines(value: dict[str, Any] | None) -> Iterator[list[dict[str, Any]]]:
    """Yield the inlines of a field of the document's head: one, or a list."""
    if not value:
        return
    if value["t"] == "MetaInlines":
        yield value["c"]
    elif value["t"] == "MetaBlocks":
        for block in value["c"]:
            yield _inlines_in(block)
    elif value["t"] == "MetaList":
        for part in value["c"]:
            yield from _meta_inlines(part)
