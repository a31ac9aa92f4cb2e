"""The walk from an article to lines, the same for both syntaxes."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..document import (
    Abstract,
    Anchor,
    Bibliography,
    Biography,
    Block,
    Figure,
    Heading,
    Listing,
    Literal,
    Note,
    Notes,
    PageBreak,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Table,
    blocks_in,
    inlines_of,
    runs_in,
)
from ..inlines import NOWHERE, Inline, Inlines, place_of, plain, strong

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..document import Document, Front


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a source."""

    text: str
    at: int = NOWHERE
    """The place in the transcript of the block that it belongs to."""


class Writer(ABC):
    """The writer of an article in one syntax. A block is a list of lines; blank lines stand between blocks."""

    def __init__(self, notes: Notes | None = None) -> None:
        self.notes = notes
        self.last: Block | None = None
        self.embedded = False

    def document(self, document: Document, *, embedded: bool = False) -> list[SourceLine]:
        """Return the lines of *document*; *embedded* in another, its front matter is options of the directive."""
        fields = list(self._fields(document.front))
        self.last = document.blocks[-1] if document.blocks else None
        self.embedded = embedded
        parts: list[list[SourceLine]] = []
        if fields and not embedded:
            parts.append([SourceLine(line) for line in self.field_list(fields)])
        parts.append(_located(self.heading(document.front.title, 1), document.front.title))
        options = fields if embedded else ()
        blocks = document.blocks
        abstract = blocks[0] if blocks and isinstance(blocks[0], Abstract) else Abstract(())
        content = self.lines(abstract.blocks)
        article = self.directive("eir:article", options=options, content=content)
        parts.append(_located(article, *inlines_of(abstract.blocks)))
        parts += self._parts(blocks[1:] if abstract.blocks else blocks, after_directive=True)
        return [line for n, part in enumerate(parts) for line in ([SourceLine("")] if n else []) + part]

    def _parts(self, blocks: Sequence[Block], *, after_directive: bool = False) -> Iterator[list[SourceLine]]:
        """Yield the lines of each block."""
        before: Block | None = Rule() if after_directive else None
        for block in blocks:
            if self.needs_separator(before, block):
                yield [SourceLine(self.separator)]
            yield _located(self.block(block), *inlines_of([block]))
            before = block

    def lines(self, blocks: Sequence[Block]) -> list[str]:
        """Return the lines of *blocks* inside another."""
        # A transition can't stand in another block.
        inner = [_within(block) for block in blocks if not (isinstance(block, Rule) and not block.inlines)]
        parts = [[line.text for line in part] for part in self._parts(inner)]
        return [line for n, part in enumerate(parts) for line in ([""] if n else []) + part]

    @staticmethod
    def _fields(front: Front) -> Iterator[tuple[str, Inlines | str]]:
        """Yield the fields of the front matter by name. Those that the user gave win."""
        given = dict(front.given)
        found: dict[str, Inlines | str] = {
            "author": front.byline,
            "date": front.date,
            "written-for": front.written_for,
            "date-written": front.date_written,
            "canonical": front.canonical,
            "kind": front.kind,
            "disclaimer": front.disclaimer,
            # A project is in English unless it says otherwise.
            "lang": "" if front.language.partition("-")[0] == "en" else front.language,
            "translator": "; ".join(front.translators),
            "updated": front.updated,
        }
        said = {"subtitle": front.subtitle, "doi": front.doi, "keywords": front.keywords}
        for name in dict.fromkeys((*found, *given, *said)):
            value = given.get(name) or found.get(name) or said.get(name)
            if value:
                yield name, value

    def block(self, block: Block) -> list[str]:
        """Return the lines of *block*."""
        match block:
            case Paragraph():
                return self.paragraph(block.inlines)
            case Heading():
                return self.heading(block.inlines, block.level)
            case Quote():
                return self.quote(block)
            case PullQuote():
                check = () if block.repeats else (("check", "off"),)
                return self.directive("eir:pull-quote", options=check, content=self.lines(block.blocks))
            case Listing():
                return self._listing(block)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Literal():
                return self._literal(block)
            case Anchor():
                return [self.anchor(block.label)]
            case Rule() | PageBreak():
                return [self.rule]
            case Abstract():
                return self.lines(block.blocks)
            case Biography():
                return self.directive("eir:about-author", content=self.lines(block.blocks))
            case Bibliography():
                return self._bibliography(block)
            case Notes():
                return self.note_list(block)

    def _listing(self, block: Listing) -> list[str]:
        """Return the lines of a list, tight where each item is one paragraph."""
        lines: list[str] = []
        for n, item in enumerate(block.items):
            marker = "- " if block.start is None else f"{block.start + n}. "
            inner = self.lines(item.blocks) or [self.empty]
            blocks_before = block.items[n - 1].blocks if n else ()
            ended = all(isinstance(before, Paragraph) for before in blocks_before) and len(blocks_before) < 2
            if n and (len(inner) > 1 or len(item.blocks) > 1 or not ended):
                lines.append("")
            lines += [marker + inner[0], *indented(inner[1:], len(marker))]
        return lines

    def _bibliography(self, block: Bibliography) -> list[str]:
        """Return the lines of a bibliography."""
        options = [("title", block.title)] if block.title else []
        content: list[str] = []
        for n, entry in enumerate(block.entries):
            key = block.keys[n] if block.keys else ""
            lines = self.paragraph((Inline(f"[{key}] "), *entry) if key else entry)
            if lines and not (block.keyed or key) and re.match(r"\[[^\[\]]*\](?:\s|$)", lines[0]):
                lines[0] = "\\" + lines[0]  # otherwise its first word would be a key
            content += ["", *lines] if content else lines
        return self.directive("eir:bibliography", options=options, content=content)

    def _table(self, block: Table) -> list[str]:
        """Return a table as a list of rows, which any cell fits into."""
        # A table needs a row below its head (docutils, "list-table").
        head = block.header if block.header < len(block.rows) else 0
        options = [("header-rows", str(head))] if head else []
        content: list[str] = []
        for row in block.rows:
            for n, cell in enumerate(row):
                inner = blocks_in(cell)
                lines = (self.lines(inner) if inner else self.paragraph(runs_in(cell))) or [""]
                content += [(("* - " if n == 0 else "  - ") + lines[0]).rstrip(), *indented(lines[1:], 4)]
        return self.directive("list-table", self.inline(block.caption), options=options, content=content)

    def _figure(self, block: Figure) -> list[str]:
        """Return a picture and its caption."""
        description = " ".join((block.alt or plain(block.caption)).split())
        return self.directive(
            "figure",
            block.name,
            options=[("alt", description)] if description else (),
            content=self.paragraph(block.caption),
        )

    def _literal(self, block: Literal) -> list[str]:
        """Return code, or a formula."""
        if block.is_math:
            return self.directive("math", content=plain(block.inlines).split("\n"))
        return self.directive("code-block", "none", content=plain(block.inlines).split("\n"))

    def note_list(self, block: Notes) -> list[str]:
        """Return the lines of the notes, which the directive follows that says how they are printed."""
        lines: list[str] = []
        options: list[tuple[str, Inlines | str]] = []
        if block.title:
            options.append(("title", block.title))
        if block.style != "lower-roman":
            options.append(("style", block.style))
        if block.brackets != "[]":
            options.append(("brackets", block.brackets))
        lines += self.directive("eir:notes", options=options)
        for note in block.notes:
            lines += ["", *self.note(note)]
        return lines

    def directive(
        self,
        name: str,
        argument: str = "",
        *,
        options: Iterable[tuple[str, Inlines | str]] = (),
        content: Sequence[str] = (),
    ) -> list[str]:
        """Return the lines of a directive."""
        head = [f":{option}: {self.value(value)}" for option, value in options]
        return self.directive_lines(name, argument, head, content)

    def value(self, value: Inlines | str) -> str:
        """Return the text of an option."""
        return value if isinstance(value, str) else self.inline(value)

    # What each syntax has of its own

    @abstractmethod
    def anchor(self, label: str) -> str:
        """Return the line that gives what follows it a label."""

    rule: str
    separator: str
    empty: str

    @abstractmethod
    def inline(self, inlines: Inlines) -> str:
        """Return runs with their markup, on one line."""

    @abstractmethod
    def paragraph(self, inlines: Inlines) -> list[str]:
        """Return the lines of a paragraph."""

    @abstractmethod
    def heading(self, inlines: Inlines, level: int) -> list[str]:
        """Return the lines of a heading."""

    @abstractmethod
    def quote(self, block: Quote) -> list[str]:
        """Return the lines of a block quote."""

    @abstractmethod
    def note(self, note: Note) -> list[str]:
        """Return the lines of a note."""

    @abstractmethod
    def field_list(self, fields: Iterable[tuple[str, Inlines | str]]) -> list[str]:
        """Return the lines of the front matter."""

    @abstractmethod
    def directive_lines(
        self, name: str, argument: str, options: Sequence[str], content: Sequence[str]
    ) -> list[str]:
        """Return the lines of a directive."""

    @abstractmethod
    def needs_separator(self, before: Block | None, block: Block) -> bool:
        """Say if *block* would be taken for a part of what stands *before* it."""


def _within(block: Block) -> Block:
    """Return *block* as it can stand in another block.

    A heading becomes a bold paragraph, since no section may begin there, and a line across the text, which may not either, what was typed.
    """
    match block:
        case Heading():
            return Paragraph(strong(block.inlines))
        case Rule():
            return Paragraph(block.inlines)
    return block


def _located(lines: Iterable[str], *inlines: Inlines) -> list[SourceLine]:
    """Return *lines*, which print *inlines*, with their place."""
    at = next((place for runs in inlines if (place := place_of(runs)) != NOWHERE), NOWHERE)
    return [SourceLine(line, at) for line in lines]


def indented(lines: Iterable[str], by: int) -> list[str]:
    """Return *lines* indented, blank ones excepted."""
    return [" " * by + line if line else "" for line in lines]
