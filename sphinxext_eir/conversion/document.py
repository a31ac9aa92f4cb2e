"""An article as plain frozen data. Readers begin it, passes complete it, writers print it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from .inlines import Inline, Inlines, Kind, plain
from .wording import on_one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


# Blocks


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    inlines: Inlines
    is_term: bool = False
    """True if what it means follows, as in a list of definitions: no heading, though its letters are bold."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. The title, of level 1, isn't among the blocks."""

    inlines: Inlines
    level: int = 2


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation set as a block of its own."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A pull quote."""

    blocks: tuple[Block, ...]
    repeats: bool = True
    """True if the text says the same."""


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
    """The first number; None for bullets."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. All rows have the same number of cells; those that a merged cell covers are empty."""

    rows: tuple[tuple[Cell, ...], ...]
    header: int = 0
    """The number of rows in its head."""
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of its own."""

    name: str
    """The name of its file among the document's images."""
    alt: str = ""
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class Literal:
    """Lines that keep their breaks: code, or a formula that has a line of its own."""

    inlines: Inlines
    is_math: bool = False
    """True for a formula in TeX."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the text, or the dash that E-IR sets for it."""

    inlines: Inlines = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place of what follows it, to which links in the text lead (``#label``)."""

    label: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The end of a page. The passes take them all out."""

    certain: bool | None = None
    """True if the paragraph goes on after it, False if it doesn't, by the looks of the page; None where they don't tell."""


@dataclass(frozen=True, slots=True)
class Abstract:
    """A summary before the text."""

    blocks: tuple[Block, ...]
    heading: Inlines = ()


@dataclass(frozen=True, slots=True)
class Biography:
    """A few sentences on the author."""

    blocks: tuple[Block, ...]
    heading: Inlines = ()


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The list of references."""

    title: Inlines
    entries: tuple[Inlines, ...]
    """As typed; none where they come from a file of references."""
    keyed: bool = False
    """True if each begins with its key: ``[Blank2000] …``."""
    names: tuple[tuple[str, ...], ...] = ()
    """The ids that the file has for each entry, by which it refers to them; none where it has no such references."""
    keys: tuple[str, ...] = ()
    """The keys to write before the entries that need one, and nothing for the others."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note."""

    label: str
    """The label by which markers refer to it: ``ii``, ``12``."""
    marker: Inlines
    """Its label as typed, brackets and all."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The list of notes."""

    title: Inlines
    notes: tuple[Note, ...]
    style: str = "lower-roman"
    """The style of their numbers, one of :data:`sphinxext_eir.text.numerals.STYLES`."""
    brackets: str = "[]"


Block: TypeAlias = (
    Paragraph
    | Heading
    | Quote
    | PullQuote
    | Listing
    | Table
    | Figure
    | Literal
    | Rule
    | PageBreak
    | Anchor
    | Abstract
    | Biography
    | Bibliography
    | Notes
)
Blocks: TypeAlias = tuple[Block, ...]


Cell: TypeAlias = Inlines | Blocks
"""A cell of a table: runs or, where it has lists or tables or several paragraphs, blocks."""


def runs_in(cell: Cell) -> Inlines:
    """Return the runs of a cell; none if it has blocks."""
    return tuple(part for part in cell if isinstance(part, Inline))


def blocks_in(cell: Cell) -> Blocks:
    """Return the blocks of a cell; none if it has runs."""
    return tuple(part for part in cell if not isinstance(part, Inline))


def inlines_of(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """Yield all runs of *blocks* in the order in which they are printed, a block's own at a time."""
    for block in blocks:
        match block:
            case Paragraph() | Heading() | Literal() | Rule():
                yield block.inlines
            case Quote() | PullQuote():
                yield from inlines_of(block.blocks)
            case Listing():
                for item in block.items:
                    yield item.marker
                    yield from inlines_of(item.blocks)
            case Table():
                yield block.caption
                for cell in (cell for row in block.rows for cell in row):
                    yield runs_in(cell)
                    yield from inlines_of(blocks_in(cell))
            case Figure():
                yield block.caption
            case Abstract() | Biography():
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
                inlines = change(block.inlines)
                new.append(block if inlines == block.inlines else replace(block, inlines=inlines))
            case Quote() | PullQuote() | Abstract() | Biography():
                new.append(replace(block, blocks=changed(block.blocks, change, notes=notes)))
            case Listing():
                items = tuple(
                    replace(item, blocks=changed(item.blocks, change, notes=notes)) for item in block.items
                )
                new.append(replace(block, items=items))
            case Table():
                rows = tuple(tuple(_changed_cell(cell, change) for cell in row) for row in block.rows)
                new.append(replace(block, rows=rows, caption=change(block.caption)))
            case Figure():
                new.append(replace(block, caption=change(block.caption)))
            case Notes() if notes:
                bodies = tuple(replace(note, blocks=changed(note.blocks, change)) for note in block.notes)
                new.append(replace(block, notes=bodies))
            case _:
                new.append(block)
    return tuple(new)


def _changed_cell(cell: Cell, change: Callable[[Inlines], Inlines]) -> Cell:
    """Return a cell of a table with its text changed."""
    inner = blocks_in(cell)
    return changed(inner, change) if inner else change(runs_in(cell))


_LEVELS: dict[type, int] = {Listing: 2, Table: 4}
"""What a parser counts for a block: a list and its item; a table whose cells have blocks is a list of lists."""


def depth_of(blocks: Iterable[Block]) -> int:
    """Return how deeply blocks stand in one another, as parsers count."""
    return max(
        (
            _LEVELS.get(type(block), 1) + depth_of(inner)
            for block in blocks
            for inner in inside(block)
            if inner
        ),
        default=0,
    )


def inside(block: Block) -> Iterator[Blocks]:
    """Yield what stands in a block: the blocks of each of its parts."""
    match block:
        case Quote() | PullQuote() | Abstract() | Biography():
            yield block.blocks
        case Listing():
            yield from (item.blocks for item in block.items)
        case Table():
            yield from (blocks_in(cell) for row in block.rows for cell in row)
        case Notes():
            yield from (note.blocks for note in block.notes)


def with_pictures_in(blocks: Blocks, folder: str) -> Blocks:
    """Return *blocks* with their pictures in a *folder*, wherever they stand."""
    return _each(
        blocks,
        lambda block: replace(block, name=f"{folder}/{block.name}") if isinstance(block, Figure) else block,
    )


def with_anchors(blocks: Blocks, mark: str) -> Blocks:
    """Return *blocks* with a *mark* on the label of each anchor: labels are those of a project. A link to no anchor is text."""
    labels: dict[str, str] = {}

    def named(block: Block) -> Block:
        if not isinstance(block, Anchor):
            return block
        label = re.sub(r"[\W_]+", "-", block.label, flags=re.ASCII).strip("-").lower()
        labels[f"#{block.label}"] = f"#{label or 'place'}-{mark}"
        return Anchor(labels[f"#{block.label}"][1:])

    def link(inlines: Inlines) -> Inlines:
        return tuple(
            run
            if run.kind is not Kind.LINK or not run.target.startswith("#")
            else replace(run, target=labels[run.target])
            if run.target in labels
            else replace(run, kind=Kind.TEXT, target="")
            for run in inlines
        )

    return changed(_each(blocks, named), link, notes=True)


def _each(blocks: Blocks, change: Callable[[Block], Block]) -> Blocks:
    """Return *blocks* with each of them changed, and each that stands in another."""
    new: list[Block] = []
    for block in blocks:
        match block:
            case Quote() | PullQuote() | Biography() | Abstract():
                new.append(replace(block, blocks=_each(block.blocks, change)))
            case Listing():
                items = (replace(item, blocks=_each(item.blocks, change)) for item in block.items)
                new.append(replace(block, items=tuple(items)))
            case Table():
                rows = (
                    tuple(_each(inner, change) if (inner := blocks_in(cell)) else cell for cell in row)
                    for row in block.rows
                )
                new.append(replace(block, rows=tuple(rows)))
            case Notes():
                notes = (replace(note, blocks=_each(note.blocks, change)) for note in block.notes)
                new.append(replace(block, notes=tuple(notes)))
            case _:
                new.append(change(block))
    return tuple(new)


# The article


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter."""

    title: Inlines = ()
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    date: str = ""
    """ISO 8601."""
    updated: str = ""
    """The date of the last change, likewise."""
    subtitle: str = ""
    doi: str = ""
    keywords: str = ""
    """Set apart by semicolons."""
    canonical: Inlines = ()
    disclaimer: Inlines = ()
    kind: str = ""
    affiliation: str = ""
    """The institution at which all authors wrote."""
    written_for: str = ""
    """The teacher, or the course, that a student wrote for."""
    date_written: str = ""
    """ISO 8601."""
    language: str = ""
    """The language of the text, as its small words tell it: a tag of BCP 47; nothing if they don't."""
    given: tuple[tuple[str, str], ...] = ()
    """Fields that the user gave, which win over what was found."""

    @property
    def byline(self) -> str:
        """The authors as their field has them, each with the institution at which all of them wrote."""
        wrote_at = f" ({self.affiliation})" if self.affiliation else ""
        return "; ".join(author if "(" in author else f"{author}{wrote_at}" for author in self.authors)


@dataclass(frozen=True, slots=True)
class Document:
    """An article."""

    front: Front = field(default_factory=Front)
    blocks: Blocks = ()


def text_of(block: Block) -> str:
    """Return the text of a paragraph or heading, on one line; nothing for other blocks."""
    return on_one_line(plain(block.inlines)) if isinstance(block, (Paragraph, Heading)) else ""
