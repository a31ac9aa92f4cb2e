"""pandoc's document tree (pandoc-types, ``Text.Pandoc.Definition``) → blocks whose runs know their place in the transcript."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ....text.patterns import any_of
from ....text.vocabularies import words
from ...document import (
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
from ...inlines import NOWHERE, Inline, Inlines, Kind, place_of, plain, stripped, strong
from ...outcome import Dropped, Message, Reason
from ...rules import LINE_ACROSS
from ...transcript import TOO_DEEP, ConversionError, Reading
from .formulas import as_formula
from .runs import NO_DESCRIPTION, RunReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .program import Tree

_DEEPEST = 40
"""Blocks in one another: no article has as many, and they would exhaust Python's stack when they are written."""

_MOST_IN_HEAD = 12
"""Paragraphs at the beginning of a file among which a title and authors may be."""

_CAPTION = re.compile(
    rf"""{any_of(words("captioned"))}
        \.? \s \d{{1,3}}[a-z]? \s?
        [.:–—] \s .{{1,250}}
    """,
    re.VERBOSE,
)
"""A caption by its beginning, beside a table or a picture: ``Table 1: Harbours``."""

BIBLIOGRAPHY = "eir-bibliography"
"""The id of a heading under which a list of definitions is a bibliography: keys and entries."""


@dataclass
class TreeReader(RunReader):
    """Reads pandoc's tree, and writes the transcript on its way."""

    roles: dict[str, str] = field(default_factory=dict)
    """What paragraphs are by their style, where pandoc doesn't tell, by their letters."""
    fields: dict[str, str] = field(default_factory=dict)
    """Fields of the front matter that are told by style."""
    depth: int = 0
    """The number of blocks around the one that is being read."""

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
        return [*blocks, *(Figure(run.target, run.text.strip(NO_DESCRIPTION)) for run in pictures)]

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
