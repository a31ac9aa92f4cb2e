"""A PDF → its reading: the passes over its pages, one after the other."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ...decisions import Decision, Pass, Taken
from ...document import Heading, Item, Table, inlines_of
from ...inlines import Inline, place_of
from ...outcome import Dropped, Message, Reason
from ...transcript import Reading, Source
from . import doubts
from .breaks import Block, blocks_of, share_size
from .captions import with_captions
from .contents import contents_go_on, contents_in, contents_said_again, entries_of, headings_known, key_of
from .covers import covers_in
from .credits import bylines_in, with_whole_bylines
from .drawings import Rule, to_be_added
from .furniture import Furniture, furniture_of
from .joins import join
from .kinds import kinds_of
from .labels import markers_in
from .letterspacing import closed_up
from .lines import Layout, Line, lines_of
from .listings import is_typescript, listings_in
from .margins import line_numbers_in, without_line_numbers
from .notes import FootNote, notes_of, references_to
from .runs import Piece, Plain
from .setting import (
    Region,
    Setting,
    alike,
    begins_small,
    hangs,
    has_stop,
    measure,
    parted_at_entries,
    regions_of,
    said_by,
    size_of_text,
    with_hanging_entries,
)
from .tables import rows_of, tables_in
from .titles import with_title
from .trust import are_trusted, headings_are_trusted
from .words import Sheets, read_sheets
from .writing import Writer, gathered, item_label, lines_of_block
from .zones import BY_SIZE_ALONE, Zone, ZoneFinder

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from ...document import Block as AnyBlock


_COLUMNS = range(1, 9)
"""Those left and right of gutters."""


@dataclass
class Pages:
    """The lines of a document, told apart: furniture, contents, notes, and the text."""

    layouts: list[Layout]
    body: float
    furniture: dict[Line, Furniture]
    notes: list[FootNote]
    text: list[tuple[int, int, list[Line]]]
    """Page, column and lines of the text."""
    known: Mapping[str, int]
    zones: list[Zone]


def read_pdf(path: Path) -> Reading:
    """Read a PDF. Raises :class:`ConversionError` if it has no text, can't be opened, or would come out as salad."""
    sheets = read_sheets(path)
    doubts.refuse_unreadable(sheets.pages)
    doubts.refuse_right_to_left(sheets.pages)
    return reading_of(sheets)


def reading_of(sheets: Sheets) -> Reading:
    """Return the reading of the pages of a file."""
    pages = told_apart(sheets)
    regions = with_hanging_entries(regions_of(parted_at_entries(pages.text), pages.body))
    setting = measure(regions, pages.body)
    told = [region.lines for region in regions]
    tagged = are_trusted(told)
    setting = replace(
        setting,
        tagged=tagged,
        headed=headings_are_trusted(told, all_else=tagged),
        typescript=is_typescript(line for lines in told for line in lines),
    )
    drawn = {layout.page.number: layout.rules for layout in pages.layouts}
    blocks = [block for region in regions for block in _blocks_of(region, setting, drawn[region.page])]
    heads = Counter(line.text for line, why in pages.furniture.items() if why.reason is Reason.RUNNING_HEAD)
    named = (sheets.title,) if _is_title(sheets.title) else ()
    blocks = with_whole_bylines(with_title(blocks, setting, (*heads, *named)))
    bylines = bylines_in(blocks, sheets.author)
    blocks, kinds = kinds_of(blocks, setting, pages.known)
    joined = join(blocks, setting)
    joined = joined._replace(blocks=with_captions(joined.blocks))
    decided = {**kinds, **joined.decisions}
    reading = _written(sheets, pages, setting, joined.blocks, decided, joined.doubtful, bylines)
    found = Counter(block.kind for block in joined.blocks)
    for remembered in (markers_in, said_by):
        remembered.cache_clear()  # they would keep all lines of the file until the next is read
    return replace(
        reading,
        passes=(
            Pass(
                "read pages",
                (("pages", len(sheets.pages)), ("words", sum(len(p.words) for p in sheets.pages))),
            ),
            Pass(
                "find lines and columns",
                (
                    ("lines", sum(len(lay.lines) for lay in pages.layouts)),
                    ("pages in columns", sum(bool(lay.gutter) for lay in pages.layouts)),
                ),
            ),
            Pass(
                "find furniture",
                tuple(sorted(Counter(f"lines: {f.reason.value}" for f in pages.furniture.values()).items())),
            ),
            Pass(
                "find notes",
                (
                    ("zones", len(pages.zones)),
                    ("notes", len(pages.notes)),
                    ("with a marker", sum(n.marked for n in pages.notes)),
                ),
            ),
            Pass(
                "measure the setting",
                (("regions", len(regions)), ("text in tenths of a point", round(10 * pages.body))),
            ),
            Pass("find blocks", (("found", len(blocks)),)),
            Pass("tell kinds", tuple(sorted(found.items()))),
            Pass(
                "join over columns and pages",
                (("joins", len(joined_lines(joined.blocks))), ("doubtful", len(joined.doubtful))),
            ),
        ),
    )


_TYPED_RULE = re.compile(r"\s*(?:[–—―─_-]\s*){8,}")
_FEWEST_TYPED = 2
"""Pages."""
_LARGER = 1.04
"""Of the size of the text: headings are so large, or bold."""
_SMALLER_BELOW = 0.93
"""Of the size of a typed rule: notes are smaller."""


def told_apart(sheets: Sheets) -> Pages:
    """Return the lines of all pages, told apart."""
    layouts = [lines_of(closed_up(page)) for page in without_line_numbers(sheets.pages)]
    layouts, typed_rules = _with_typed_rules(layouts)
    body = size_of_text((layout.page.height, layout.lines) for layout in layouts)
    covers = covers_in(layouts)
    furniture = furniture_of(layouts, body) | {
        line: Furniture(Reason.PAGE_FURNITURE, f"a cover of {name}") for line, name in covers.items()
    }
    furniture |= {line: Furniture(Reason.RULE, "a typed rule over notes") for line in typed_rules}
    contents: list[list[Line]] = []
    text: list[tuple[int, int, list[Line]]] = []
    zones: list[Zone] = []
    finder = ZoneFinder(body, body * 1.2)
    heads = {
        key_of(line.text): line.page
        for layout in layouts
        for line in layout.lines
        if (line.bold or line.size > body * _LARGER) and line.letters > 2
    }
    for number, layout in enumerate(layouts):
        kept = [line for line in layout.lines if line not in furniture]
        found = contents_in(kept) or contents_said_again(kept, heads)
        if not found and contents and kept:
            found = contents_go_on(kept, contents[-1])
        contents.append([line for line in kept if line in found])
        groups = _groups_of([line for line in kept if line not in found])
        lasts = _last_of_columns(groups)
        here = finder.find(layout, [lines if n in lasts else lines[:0] for n, lines in enumerate(groups)])
        for lines, zone in zip(groups, here, strict=True):
            words = sum(len(line.words) for line in zone.lines) if zone else 0
            rest = _without_last(lines, words)
            if zone:
                zones.append(zone)
                layouts[number] = _with_lines(layouts[number], lines[len(rest) :], zone.lines)
            if rest:
                text.append((layout.page.number, rest[0].column, rest))
    furniture |= {
        line: Furniture(Reason.CONTENTS, "a table of contents") for lines in contents for line in lines
    }
    notes, homeless = notes_of(zones)
    if homeless:
        text = _with_homeless(text, homeless)
    known = headings_known(entries_of(contents), sheets.outline)
    return Pages(layouts, body, furniture, notes, text, known, zones)


def _with_typed_rules(layouts: Sequence[Layout]) -> tuple[list[Layout], list[Line]]:
    """Return *layouts* with the rules that are typed over smaller lines on several pages as if they were drawn, and their lines."""
    typed = [
        [
            line
            for line, below in pairwise(layout.lines)
            if _TYPED_RULE.fullmatch(line.text) and below.size < _SMALLER_BELOW * line.size
        ]
        for layout in layouts
    ]
    if sum(map(bool, typed)) < _FEWEST_TYPED:
        return list(layouts), []
    done = []
    for layout, lines in zip(layouts, typed, strict=True):
        drawn = (Rule(line.x0, line.x1, line.base) for line in lines)
        done.append(layout._replace(page=layout.page._replace(rules=(*layout.rules, *drawn))))
    return done, [line for lines in typed for line in lines]


def _without_last(lines: Sequence[Line], words: int) -> list[Line]:
    """Return *lines* without the last that have so many *words*."""
    rest = list(lines)
    while words > 0:
        words -= len(rest.pop().words)
    return rest


def _with_lines(layout: Layout, old: Sequence[Line], new: Sequence[Line]) -> Layout:
    """Return *layout* with *new* lines in the place of *old*, which have the same words."""
    if len(old) == len(new):
        return layout
    place = layout.lines.index(old[0])
    kept = [line for line in layout.lines if line not in set(old)]
    return layout._replace(lines=(*kept[:place], *new, *kept[place:]))


def _groups_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Return *lines* in groups of one column."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and groups[-1][-1].column == line.column:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _last_of_columns(groups: Sequence[Sequence[Line]]) -> set[int]:
    """Return which *groups* are the last of their column on a page; one over the whole width is none above two columns."""
    lasts = {lines[0].column: n for n, lines in enumerate(groups)}
    below = max((n for column, n in lasts.items() if column in _COLUMNS), default=0)
    return {n for column, n in lasts.items() if column or n >= below}


def _with_homeless(
    text: list[tuple[int, int, list[Line]]], homeless: Sequence[Line]
) -> list[tuple[int, int, list[Line]]]:
    """Return the groups of the *text* with lines that belong to no note put back."""
    done = list(text)
    for line in homeless:
        place = next(
            (n for n, (page, column, _) in enumerate(done) if (page, column) == (line.page, line.column)),
            None,
        )
        if place is None:
            after = [n for n, (page, _, _) in enumerate(done) if page <= line.page]
            done.insert(after[-1] + 1 if after else 0, (line.page, line.column, [line]))
        else:
            lines = [
                n for n, (page, column, _) in enumerate(done) if (page, column) == (line.page, line.column)
            ]
            done[lines[-1]][2].append(line)
    return done


def _blocks_of(region: Region, setting: Setting, rules: Sequence[Rule]) -> list[Block]:
    """Return the blocks of a region of a page with *rules*, its tables and its code kept together."""
    done: list[Block] = []
    start = 0
    for code in () if setting.typescript else listings_in(region.lines):
        done += _with_tables(region, start, code.start, setting, rules)
        done.append(Block("code", region.lines[code.start : code.end], region))
        start = code.end
    return [*done, *_with_tables(region, start, len(region.lines), setting, rules)]


def _with_tables(
    region: Region, start: int, end: int, setting: Setting, rules: Sequence[Rule]
) -> list[Block]:
    """Return the blocks of some lines of a region, its tables kept together."""
    lines = region.lines[start:end]
    done: list[Block] = []
    last = 0
    for table in tables_in(lines, rules) if lines else ():
        done += _blocks_between(region, start + last, start + table.start, setting)
        rows = lines[table.start : table.end]
        done.append(Block("table", rows, region, rows=rows_of(rows, rules)))
        last = table.end
    return [*done, *_blocks_between(region, start + last, end, setting)]


def _blocks_between(region: Region, start: int, end: int, setting: Setting) -> list[Block]:
    """Return the blocks of some lines of a region, section by section: a bibliography hangs where the text above doesn't."""
    done: list[Block] = []
    first = start
    for n in range(start + 1, end + 1):
        if n == end or _is_other(region.lines[n - 1], region.lines[n]):
            part = region._replace(lines=region.lines[first:n])
            told = hangs([part])
            done += blocks_of(
                part._replace(hanging=region.hanging or None if told is None else told), setting
            )
            first = n
    return done


def _is_other(before: Line, line: Line) -> bool:
    """Say if two lines are set in other sizes or weights: a heading stands between sections, and no sentence goes on."""
    if not (alike(before.size, line.size) or share_size(before, line)):
        return True
    return before.bold != line.bold and (has_stop(before) or not begins_small(line))


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


def _written(
    sheets: Sheets,
    pages: Pages,
    setting: Setting,
    blocks: Sequence[Block],
    criteria: Mapping[int, str],
    doubtful: Sequence[int],
    bylines: Collection[Line],
) -> Reading:
    """Write all lines down, and return the reading."""
    lines_of_text = [line for _, _, lines in pages.text for line in lines]
    references = references_to(pages.notes, lines_of_text)
    plain = _look_of(pages)
    writer = Writer(references, setting, plain)
    skips: dict[Line, tuple[int, int]] = {}
    labels: dict[Line, tuple[str, bool]] = {}
    for note in pages.notes:
        first = note.lines[0]
        typed = "".join(word.text for word in first.words[: note.label.words - 1])
        typed += first.words[note.label.words - 1].text[: note.label.end]
        skips[first], labels[first] = (note.label.words, note.label.end), (typed, True)
    for block in blocks:
        label = item_label(block.first) if block.kind == "item" else None
        if label:
            skips[block.first], labels[block.first] = (1, len(label[0])), label
    pieces: dict[Line, list[Piece]] = {}
    texts = [(lines, block) for block in blocks for lines in (block.lines, block.caption) if lines]
    for lines, owner in (*texts, *((n.lines, None) for n in pages.notes)):
        full = [_is_full(a, b, owner) for a, b in pairwise(lines)]
        pieces |= lines_of_block(lines, references, plain, full, skips)
    for line in pages.furniture:
        pieces |= lines_of_block([line], {}, plain, [], {})
    all_lines = [layout.lines for layout in pages.layouts]
    assert sum(map(len, all_lines)) == len(pieces), "each line is in one block, in one note, or left out"
    writer.write(all_lines, pieces, labels)
    for line, furniture in pages.furniture.items():
        writer.drop(line, furniture)
    made: list[AnyBlock | Item] = []
    front: set[int] = set()
    names: set[int] = set()
    under: set[int] = set()
    for block in blocks:
        criterion = criteria.get(id(block.first), _beginning(block))
        if block.kind in ("front", "subtitle"):
            beside = writer.front(block, criterion)
            made += beside
            places = {place_of(line.inlines) for line in beside}
            front |= places
            names |= places if block.first in bylines else set()
            under |= places if block.kind == "subtitle" else set()
        elif block.run_in:
            made += writer.run_in(block, criterion)
        else:
            made.append(writer.block(block, criterion))
    moved = list(_moved(made))
    found = gathered(made)
    notes = writer.notes(pages.notes)
    outside = _write_beside(pages, writer)
    decisions = [*writer.decisions, *_went_on(joined_lines(blocks), criteria, writer)]
    return Reading(
        writer.scribe.transcript(),
        (*found, notes) if notes else tuple(found),
        (*writer.dropped, *moved, *outside),
        tuple(_messages(sheets, pages, doubtful)),
        title=sheets.title if _is_title(sheets.title) else "",
        decisions=tuple(decisions),
        front_places=frozenset(front),
        subtitle_places=frozenset(under),
        byline_places=frozenset(names) if any(block.kind == "title" for block in blocks) else None,
        laid_out=True,
    )


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
        )
        for words, reason in beside:
            if words:
                writer.scribe.at(Source(page=page.number))
                run = writer.scribe.write(" ".join(word.text for word in words))
                writer.scribe.write("\n")
                found.append(Dropped(reason, (run,)))
    return found


def _is_title(text: str) -> bool:
    """Say if the title that a file has is one, and no name of a file or a program."""
    return (
        bool(text.strip())
        and not text.lower().startswith(("microsoft word", "untitled"))
        and "." not in text[-5:]
    )


def _said_of(text: str, numbers: Sequence[int]) -> str:
    """Return what a message says of pages: several *have* what one *has*."""
    for one, several in _SEVERAL if len(set(numbers)) > 1 else ():
        text = text.replace(one, several)
    return text.format(doubts.pages_of(numbers))


_SEVERAL = (
    ("{} has a picture, which is left out: add it", "{} have pictures, which are left out: add them"),
    (
        "{} is a scan, whose text a machine recognised: read it against the scan",
        "{} are scans, whose text a machine recognised: read it against them",
    ),
    ("in its margin", "in their margins"),
    ("{} has", "{} have"),
)
"""What is said of one page, and of several."""


def _messages(sheets: Sheets, pages: Pages, doubtful: Sequence[int]) -> list[Message]:
    """Return what the person who converts should know, one message for each matter."""
    scans = {page.number for page in doubts.scans_in(sheets.pages)}
    others = [page for page in sheets.pages if page.number not in scans]
    has_picture = to_be_added([page.pictures for page in others])
    found: list[tuple[str, Sequence[int]]] = [
        (
            "{} has text side by side, and nothing tells if it is columns: read it there",
            [lay.page.number for lay in pages.layouts if doubts.has_columns_untold(lay)],
        ),
        (
            "the fonts of {} don't tell which letters they have",
            [p.number for p in sheets.pages if doubts.is_unreadable(p)],
        ),
        (
            "{} has words whose letters a font tells wrongly: look them up there",
            [p.number for p in sheets.pages if doubts.is_told_wrongly(p) and not doubts.is_unreadable(p)],
        ),
        (
            "{} is a scan, whose text a machine recognised: read it against the scan",
            sorted(scans),
        ),
        (
            "{} has letters that nothing names, which are \N{REPLACEMENT CHARACTER} here: look them up there",
            [p.number for p in sheets.pages if doubts.unknown_letters(p) and not doubts.is_unreadable(p)],
        ),
        (
            "{} has letters at places of a font's own, such as ligatures, which others read as nothing: look them up there",
            [p.number for p in sheets.pages if doubts.private_letters(p) and not doubts.is_unreadable(p)],
        ),
        (
            "{} has text from right to left, whose order isn't sure",
            [p.number for p in sheets.pages if doubts.is_right_to_left(p)],
        ),
        (
            "{} has text that runs in another direction, which is left out",
            [p.number for p in sheets.pages if p.turned],
        ),
        (
            "{} has numbers of lines in its margin, which stand in the text",
            [lay.page.number for lay in pages.layouts if line_numbers_in(lay.page)],
        ),
        (
            "{} has numbers of lines in its margin, which are left out",
            [lay.page.number for lay in pages.layouts if lay.page.margin],
        ),
        ("at the beginning of {} a paragraph may go on: nothing tells", doubtful),
        (
            "the end of a note on {} is known by its size alone: see that it isn't the text's",
            [zone.page for zone in pages.zones if zone.criterion == BY_SIZE_ALONE],
        ),
        ("{} has notes that nothing in the text refers to", [n.page for n in pages.notes if not n.marked]),
        (
            "{} has a picture, which is left out: add it by hand",
            [page.number for page, is_one in zip(others, has_picture, strict=True) if is_one or page.labels],
        ),
    ]
    messages = [Message(_said_of(text, numbers), doubtful=True) for text, numbers in found if numbers]
    renamed = [n for n in pages.notes if n.name != n.label.label]
    if renamed:
        messages.append(
            Message(
                f"{len(renamed)} of {len(pages.notes)} notes were given another number than on their pages"
            )
        )
    heads = Counter(
        line.text for line, why in pages.furniture.items() if why.reason in (Reason.RUNNING_HEAD, Reason.FOOT)
    )
    if heads:
        said = ", ".join(f"{text[:60]!r} ×{count}" for text, count in heads.most_common(4))
        more = f", and {len(heads) - 4} more" if len(heads) > 4 else ""
        messages.append(Message(f"left out as heads and feet of pages: {said}{more}"))
    covers = {line.page for line, why in pages.furniture.items() if why.reason is Reason.PAGE_FURNITURE}
    if covers:
        messages.append(Message(f"left out as the cover of an archive: {doubts.pages_of(covers)}"))
    contents = {line.page for line, why in pages.furniture.items() if why.reason is Reason.CONTENTS}
    if contents:
        messages.append(Message(f"left out as a table of contents: {doubts.pages_of(contents)}"))
    return messages
