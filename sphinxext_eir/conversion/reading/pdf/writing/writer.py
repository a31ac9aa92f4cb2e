"""Blocks of lines → the transcript, in the order of the pages, and blocks of runs that know their place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from .....text.sentences import PARAGRAPH_END
from ....decisions import Decision, Taken
from ....document import Heading, Item, Listing, Literal, Note, Notes, Paragraph, Quote, Table
from ....document import Rule as Transition
from ....inlines import NOWHERE, Inline, Inlines, Kind, merged, place_of, plain, stripped
from ....outcome import Dropped, Reason
from ....rules import LINE_ACROSS
from ....transcript import Scribe, Source
from ..blocks.breaks import Block, paragraphs_in
from ..blocks.items import BULLET
from ..blocks.listings import columns_of as columns_of_code
from ..blocks.listings import letter_width
from ..blocks.tables import cells_of, columns_of
from ..layout.lines import text_of
from ..layout.setting import GAP
from .runs import Piece, Plain, pieces_of, settled
from .verse import lines_of_verse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .... import document
    from ..layout.lines import Line
    from ..layout.setting import Setting
    from ..streams.furniture import Furniture
    from ..streams.notes import FootNote, Reference

_TAKEN = {
    "heading": Taken.HEADING,
    "title": Taken.HEADING,
    "quotation": Taken.QUOTATION,
    "item": Taken.ITEM,
    "table": Taken.TABLE,
    "code": Taken.CODE,
}


@dataclass
class Writer:
    """Writes lines down, and makes blocks of them."""

    references: Mapping[Line, Sequence[Reference]]
    setting: Setting
    plain: Plain
    scribe: Scribe = field(default_factory=Scribe)
    dropped: list[Dropped] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    placed: dict[Line, list[Inline]] = field(default_factory=dict)
    cells: dict[Line, list[Inlines]] = field(default_factory=dict)
    labels: dict[Line, Inlines] = field(default_factory=dict)

    def write(
        self,
        pages: Iterable[Sequence[Line]],
        pieces: Callable[[Line], Iterable[Piece]],
        labels: Mapping[Line, tuple[str, bool]],
    ) -> None:
        """Write the lines of *pages* down: the *pieces* of each, and before them the *labels* of notes and items."""
        for lines in pages:
            for line in lines:
                self.scribe.at(Source(page=line.page))
                if line in labels:
                    text, spaced = labels[line]
                    self.labels[line] = (self.scribe.write(text),)
                    self.scribe.write(" " if spaced else "")
                self.placed[line] = [self.scribe.write(*piece) for piece in pieces(line)]
                self.placed[line].append(self.scribe.write("\n"))

    def drop(self, line: Line, furniture: Furniture) -> None:
        """Leave a line out."""
        inlines = tuple(self.placed[line])
        self.dropped.append(Dropped(furniture.reason, stripped(inlines)))
        self._decide(inlines, Taken.FURNITURE, furniture.criterion)

    def _decide(self, inlines: Inlines, taken: Taken, criterion: str) -> None:
        """Record a decision."""
        if criterion and place_of(inlines) != NOWHERE:
            self.decisions.append(Decision(place_of(inlines), taken, criterion))

    def inlines(self, lines: Sequence[Line]) -> Inlines:
        """Return the runs of *lines*; a style that goes over the end of a line goes on there."""
        return _over_lines([self.placed[line][:-1] for line in lines])

    def block(self, block: Block, criterion: str) -> document.Block | Item:  # noqa: PLR0911 - one for each kind
        """Return the block of the article that *block* is."""
        if block.kind == "table":
            return self._table(block)
        if block.kind == "code":
            return self._code(block)
        if block.kind == "quotation":
            return self._quotation(block, criterion)
        inlines = self.inlines(block.lines)
        self._decide(inlines, _TAKEN.get(block.kind, Taken.PARAGRAPH), criterion)
        match block.kind:
            case "title":
                return Heading(unstyled(inlines), 1)
            case "heading":
                return Heading(unstyled(inlines), block.level)
            case "item":
                marker = self.labels.get(block.first, (Inline("•"),))
                return Item(marker, (Paragraph(inlines),))
        if LINE_ACROSS.fullmatch(plain(inlines)):
            return Transition(inlines)
        return Paragraph(inlines)

    def _quotation(self, block: Block, criterion: str) -> Quote:
        """Return a quotation: each line of verse is a paragraph of it, as in other formats."""
        parts = [self.inlines(lines) for lines in lines_of_verse(block)]
        verse = "; verse, whose lines have room for the words of the next" if len(parts) > 1 else ""
        self._decide(parts[0], Taken.QUOTATION, criterion + verse)
        return Quote(tuple(map(Paragraph, parts)))

    def run_in(self, block: Block, criterion: str) -> tuple[Heading, Paragraph]:
        """Return the heading at the head of a paragraph, and the rest of it."""
        head, rest = _split(self.inlines(block.lines), block.run_in)
        self._decide(head, Taken.HEADING, criterion)
        return Heading(unstyled(stripped(head)), block.level), Paragraph(stripped(rest))

    def front(self, block: Block, criterion: str) -> list[Paragraph]:
        """Return what stands in the title block: names beside one another, at a distance, are as many lines."""
        parts = self._cells(block.first) if len(block.lines) == 1 else [self.inlines(block.lines)]
        for part in parts:
            self._decide(part, Taken.PARAGRAPH, criterion)
        return [Paragraph(part) for part in parts]

    def _table(self, block: Block) -> document.Block:
        """Return a table: its cells where they can be told, else its lines."""
        columns = columns_of(block.lines)
        rows = [self._cells(line) for line in block.lines]
        caption = self.inlines(block.caption)
        width = max(map(len, rows)) if columns is None else 1 + max(map(max, columns))
        first = rows[0][0]
        self._decide(first, Taken.TABLE, "rows whose cells stand under one another")
        if columns is None:
            return Table(tuple((*row, *[()] * (width - len(row))) for row in rows), caption=caption)
        filled = []
        for start, end in pairwise((*block.rows, len(rows))):
            cells: list[list[tuple[Line, Inlines]]] = [[] for _ in range(width)]
            for n in range(start, end):
                for cell, place in zip(rows[n], columns[n], strict=True):
                    cells[place].append((block.lines[n], cell))
            filled.append(tuple(map(self._cell, cells)))
        return Table(tuple(filled), block.head, caption)

    def _cell(self, lines: Sequence[tuple[Line, Inlines]]) -> document.Cell:
        """Return the cell of a table that stands on *lines*: its paragraphs, where gaps part them."""
        parts: list[list[Inlines]] = [[]]
        above = lines[0][0] if lines else None
        for line, inlines in lines:
            ended = parts[-1] and PARAGRAPH_END.search(_said(parts[-1][-1]))
            if ended and above and above.base - line.base > GAP * self.setting.leading(line.size):
                parts.append([])
            parts[-1].append(inlines)
            above = line
        if len(parts) == 1:
            return _over_lines(parts[0])
        return tuple(Paragraph(_over_lines(part)) for part in parts)

    def _code(self, block: Block) -> Literal:
        """Return code, whose lines begin in the columns in which they stand."""
        width = letter_width(block.lines)
        left = {
            page: min(n.x0 for n in block.lines if n.page == page) for page in {n.page for n in block.lines}
        }
        done: list[Inline] = []
        for line in block.lines:
            said = 0
            starts = columns_of_code(line, left[line.page], width)
            for n, (column, cell) in enumerate(zip(starts, self._cells(line), strict=True)):
                gap = max(column - said, 1 if n else 0)
                runs = [Inline(run.text, run.at) for run in cell]
                done += [Inline(" " * gap), *runs] if gap else runs
                said += gap + len(plain(runs))
            done.append(Inline("\n"))
        inlines = tuple(done[:-1])
        self._decide(tuple(self.placed[block.first]), Taken.CODE, "lines in letters of one width")
        return Literal(inlines)

    def _cells(self, line: Line) -> list[Inlines]:
        """Return the runs of *line*, cell by cell."""
        runs = tuple(self.placed[line][:-1])
        cells, rest = [], runs
        for text in map(text_of, cells_of(line)):
            taken, rest = _split(rest, sum(not c.isspace() for c in text))
            cells.append(stripped(taken))
        if plain(rest).strip():
            cells[-1] = (*cells[-1], *rest)
        return cells

    def notes(self, notes: Sequence[FootNote]) -> Notes | None:
        """Return the notes of the article; their lines stand elsewhere in the input."""
        made = []
        for note in notes:
            parts = paragraphs_in(note.lines, self.setting)
            blocks = tuple(Paragraph(inlines) for lines in parts if (inlines := self.inlines(lines)))
            marker = self.labels.get(note.lines[0], ())
            made.append(Note(note.name, marker, blocks or (Paragraph(()),)))
            self.dropped.append(
                Dropped(Reason.MOVED_TO_NOTES, (*marker, *(r for b in blocks for r in b.inlines)))
            )
            self._decide(marker, Taken.NOTE, f"at the foot of its page: {note.criterion}")
        if not made:
            return None
        first = made[0].label
        style = "arabic" if first.isdecimal() else "lower-roman" if first.islower() else "upper-roman"
        return Notes((), tuple(made), style)


def _over_lines(lines: Iterable[Sequence[Inline]]) -> Inlines:
    """Return runs that stand on several *lines* as one; a style that goes over the end of a line goes on there."""
    found: list[Inline] = []
    for runs in lines:
        if found and runs:
            last, first = found[-1], runs[0]
            end = last.at + len(last.text)
            at = end if first.at == end + 1 else NOWHERE
            same = (last.kind, last.target) == (first.kind, first.target) and last.kind not in (
                Kind.NOTE, Kind.LINK,
            )  # fmt: skip
            found.append(Inline("\n", at, last.kind if same else Kind.TEXT))
        found += runs
    return stripped(merged(found))


def _said(inlines: Inlines) -> str:
    """Return the text of runs without markers of notes."""
    return plain([run for run in inlines if run.kind is not Kind.NOTE])


def _split(inlines: Inlines, count: int) -> tuple[Inlines, Inlines]:
    """Return *inlines* cut after *count* letters that aren't spaces."""
    from ....inlines import cut

    text = plain(inlines)
    end = 0
    while count and end < len(text):
        count -= not text[end].isspace()
        end += 1
    return cut(inlines, 0, end), cut(inlines, end)


def unstyled(inlines: Inlines) -> Inlines:
    """Return the runs of a heading, which is bold or italic as a whole."""
    return tuple(
        Inline(run.text, run.at) if run.kind in (Kind.STRONG, Kind.EMPHASIS) else run for run in inlines
    )


def gathered(blocks: Iterable[document.Block | Item]) -> list[document.Block]:
    """Return *blocks* with items in a row made lists, and quotations in a row one; what is indented between two items is the first's."""
    done: list[document.Block] = []
    for block in blocks:
        if isinstance(block, Item):
            number = re.match(r"(\d{1,3})[.)]", plain(block.marker))
            start = int(number[1]) if number else None
            done = _with_inner(done, start)
        before = done[-1] if done else None
        if isinstance(block, Item):
            if (
                isinstance(before, Listing)
                and (before.start is None) == (start is None)
                and (start is None or before.start is None or start == before.start + len(before.items))
            ):
                done[-1] = Listing((*before.items, block), before.start)
            else:
                done.append(Listing((block,), start))
        elif isinstance(block, Quote) and isinstance(before, Quote):
            done[-1] = Quote((*before.blocks, *block.blocks))
        else:
            done.append(block)
    return done


def _with_inner(done: list[document.Block], number: int | None) -> list[document.Block]:
    """Return the blocks *done* with quotations at their end as part of the item before them, if the list goes on with a *number*."""
    match done[-2:]:
        case [Listing(items, int(start)), Quote(inner)] if number == start + len(items):
            *first, last = items
            whole = replace(last, blocks=(*last.blocks, *inner))
            return [*done[:-2], Listing((*first, whole), start)]
    return done


_NUMBER_AT = re.compile(r"\d{1,3}[.)](?=$|[^\W\d_a-zß-öø-ÿ])")


def item_label(line: Line) -> tuple[str, bool] | None:
    """Return the bullet or number of the item that *line* begins, if one is typed."""
    first = line.words[0].text
    if (number := _NUMBER_AT.match(first)) and len(line.words) > 1:
        return number[0], number.end() < len(first) or line.words[1].spaced
    match = BULLET.match(first)
    if match and (len(line.words) > 1 or len(first) > match.end()):
        return match[0], True
    return None


def lines_of_block(
    block: Sequence[Line],
    references: Mapping[Line, Sequence[Reference]],
    plain_look: Plain,
    full: Sequence[bool],
    skips: Mapping[Line, tuple[int, int]],
) -> dict[Line, list[Piece]]:
    """Return the pieces of the lines of a block, its links settled."""
    found = [
        pieces_of(line, references.get(line, ()), plain_look, skip=skips.get(line, (0, 0))) for line in block
    ]
    return dict(zip(block, settled(found, full), strict=True))
