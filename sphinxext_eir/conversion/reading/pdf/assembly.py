"""The blocks of a document, its notes and what was left out → its reading."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from ...decisions import Decision, Taken
from ...document import Heading, Item, Table, inlines_of
from ...inlines import Inline, place_of
from ...outcome import Dropped, Reason
from ...transcript import Reading, Source
from .messages import messages_of
from .streams.notes import references_to
from .title.block import can_be_title
from .writing.runs import Piece, Plain
from .writing.writer import Writer, gathered, item_label, lines_of_block

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ...document import Block as AnyBlock
    from .blocks.breaks import Block
    from .layout.lines import Line
    from .layout.setting import Setting
    from .page.words import Sheets
    from .streams.notes import FootNote
    from .streams.pages import Pages


def assembled(
    sheets: Sheets,
    pages: Pages,
    setting: Setting,
    blocks: Sequence[Block],
    criteria: Mapping[int, str],
    doubtful: Sequence[int],
    bylines: Collection[Line],
) -> Reading:
    """Write all lines down, and return the reading."""
    writer = _written(pages, setting, blocks)
    for line, furniture in pages.furniture.items():
        writer.drop(line, furniture)
    made, front = _made(writer, blocks, criteria, bylines)
    moved = list(_moved(made))
    found = gathered(made)
    notes = writer.notes(pages.notes)
    outside = _write_beside(pages, writer)
    decisions = [*writer.decisions, *_went_on(joined_lines(blocks), criteria, writer)]
    return Reading(
        writer.scribe.transcript(),
        (*found, notes) if notes else tuple(found),
        (*writer.dropped, *moved, *outside),
        tuple(messages_of(sheets, pages, doubtful)),
        title=sheets.title if can_be_title(sheets.title) else "",
        decisions=tuple(decisions),
        front_places=frozenset(front.all),
        subtitle_places=frozenset(front.subtitle),
        imprint_places=frozenset(front.imprint),
        byline_places=frozenset(front.names) if any(block.kind == "title" for block in blocks) else None,
        laid_out=True,
    )


def _written(pages: Pages, setting: Setting, blocks: Sequence[Block]) -> Writer:
    """Return a writer that has written all lines down, page by page."""
    references = references_to(pages.notes, [line for _, _, lines in pages.text for line in lines])
    plain = _look_of(pages)
    labels = {note.lines[0]: (_typed_label(note), True) for note in pages.notes}
    skips = {note.lines[0]: (note.label.words, note.label.end) for note in pages.notes}
    for block in blocks:
        label = item_label(block.first) if block.kind == "item" else None
        if label:
            skips[block.first], labels[block.first] = (1, len(label[0])), label
    of_blocks = ((lines, block) for block in blocks for lines in (block.lines, block.caption))
    of_notes = ((note.lines, None) for note in pages.notes)
    owners = {line: text for text in chain(of_blocks, of_notes) for line in text[0]}
    front = {line for block in blocks if block.kind in ("front", "title") for line in block.lines}
    all_lines = [_with_front_whole(layout.lines, front) for layout in pages.layouts]
    told = len(owners) + len(pages.furniture)
    assert sum(map(len, all_lines)) == told, "each line is in one block, in one note, or left out"
    ready: dict[Line, list[Piece]] = {}

    def pieces(line: Line) -> list[Piece]:
        """Return the pieces of *line*. Those of a block are made together, when its first line is written: a long file has many."""
        if line in pages.furniture:
            return lines_of_block([line], {}, plain, [], {})[line]
        if line not in ready:
            lines, owner = owners[line]
            full = [_is_full(a, b, owner) for a, b in pairwise(lines)]
            ready.update(lines_of_block(lines, references, plain, full, skips))
        return ready.pop(line)

    writer = Writer(references, setting, plain)
    writer.write(all_lines, pieces, labels)
    return writer


def _with_front_whole(lines: Sequence[Line], front: Collection[Line]) -> Sequence[Line]:
    """Return the *lines* of a page with those of the title block that stand in a further column, over its text, after the others of the *front*."""
    texts = {line.column for line in lines if line.column and line not in front}
    late = {line for line in lines if line in front and texts and line.column > min(texts)}
    last = max((n for n, line in enumerate(lines) if line in front and line not in late), default=-1)
    if not late or last < 0:
        return lines
    before, after = lines[: last + 1], lines[last + 1 :]
    return (
        *(line for line in before if line not in late),
        *(line for line in lines if line in late),
        *(line for line in after if line not in late),
    )


def _typed_label(note: FootNote) -> str:
    """Return the label of a note as its first line has it."""
    *before, last = note.lines[0].words[: note.label.words]
    return "".join(word.text for word in before) + last.text[: note.label.end]


@dataclass
class _Front:
    """The places of the lines of a title block: all of them, the names of the authors, those under the title, and an imprint beside it."""

    all: set[int] = field(default_factory=set)
    names: set[int] = field(default_factory=set)
    subtitle: set[int] = field(default_factory=set)
    imprint: set[int] = field(default_factory=set)


def _made(
    writer: Writer, blocks: Sequence[Block], criteria: Mapping[int, str], bylines: Collection[Line]
) -> tuple[list[AnyBlock | Item], _Front]:
    """Return the blocks of the article, and where its title block stands."""
    made: list[AnyBlock | Item] = []
    front = _Front()
    for block in blocks:
        criterion = criteria.get(id(block.first), _beginning(block))
        if block.kind in ("front", "subtitle"):
            beside = writer.front(block, criterion)
            made += beside
            places = {place_of(line.inlines) for line in beside}
            front.all |= places
            front.names |= places if block.first in bylines else set()
            front.subtitle |= places if block.kind == "subtitle" else set()
            front.imprint |= places if block.first.aside and block.first.aside.imprint else set()
        elif block.run_in:
            made += writer.run_in(block, criterion)
        else:
            made.append(writer.block(block, criterion))
    return made, front


def _look_of(pages: Pages) -> Plain:
    """Return if most of the text is bold, or italic: its fonts are called so."""
    letters: Counter[str] = Counter()
    for _, _, lines in pages.text:
        for line in lines:
            for word in line.words:
                letters["all"] += len(word.text)
                letters["bold"] += len(word.text) * word.style.bold
                letters["italic"] += len(word.text) * word.style.italic
    half = letters["all"] / 2
    return Plain(letters["bold"] > half, letters["italic"] > half)


def _beginning(block: Block) -> str:
    """Return the criterion by which a paragraph begins."""
    if not block.begins or block.kind != "paragraph":
        return ""
    return block.begins if block.begins.startswith("begins ") else f"begins {block.begins}"


def joined_lines(blocks: Sequence[Block]) -> list[Line]:
    """Return the lines with which blocks go on after the end of a column or page."""
    return [
        line
        for block in blocks
        for before, line in pairwise(block.lines)
        if (before.page, before.column) != (line.page, line.column)
    ]


def _went_on(lines: Sequence[Line], criteria: Mapping[int, str], writer: Writer) -> list[Decision]:
    """Return the decisions that *lines* go on blocks before them."""
    return [
        Decision(place, Taken.CONTINUATION, f"after the end of a page: {criteria[id(line)]}")
        for line in lines
        if id(line) in criteria and (place := place_of(writer.placed[line])) >= 0
    ]


def _is_full(before: Line, line: Line, block: Block | None) -> bool:
    """Say if the first word of *line* had no room before it, in a *block* or a note; lines of a table are others' beside one another."""
    return block is None or (block.kind != "table" and block.region.is_full(before, line))


def _moved(blocks: Sequence[AnyBlock | Item]) -> list[Dropped]:
    """Return what stands elsewhere in the article: after the paragraph that it parts, and in the cell whose rest it is."""
    found: list[Dropped] = []
    last = -1
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            continue  # the title stands first, wherever the page has it
        inner, marker = (block.blocks, block.marker) if isinstance(block, Item) else ((block,), ())
        printed = (marker, *inlines_of(inner))
        runs = [run for inlines in printed for run in inlines if run.at >= 0 and run.text.strip()]
        back: list[Inline] = []
        within: list[Inline] = []
        own = -1  # a table that stands after the paragraph it parts has cells, too
        for run in runs:
            if run.at < max(own, last):
                (within if run.at < own and (run.at >= last or isinstance(block, Table)) else back).append(
                    run
                )
            own = max(own, run.at)
        last = max(last, own)
        if back:
            found.append(Dropped(Reason.MOVED_AFTER_PARAGRAPH, tuple(back)))
        if within:
            found.append(Dropped(Reason.MOVED_TO_CELL, tuple(within)))
    return found


def _write_beside(pages: Pages, writer: Writer) -> list[Dropped]:
    """Write down the words that stand beside the text of each page, and return them as left out."""
    found = []
    for layout in pages.layouts:
        page = layout.page
        beside = (
            (page.turned, Reason.TURNED),
            (page.margin, Reason.LINE_NUMBER),
            (page.labels, Reason.LABEL),
            (page.outside, Reason.OUTSIDE),
            (page.pulled, Reason.PULL_QUOTE),
        )
        for words, reason in beside:
            if words:
                writer.scribe.at(Source(page=page.number))
                run = writer.scribe.write(" ".join(word.text for word in words))
                writer.scribe.write("\n")
                found.append(Dropped(reason, (run,)))
    return found
