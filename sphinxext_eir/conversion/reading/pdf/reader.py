"""A PDF → its reading: the passes over its pages, one after the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from ...decisions import Pass
from ...outcome import Reason
from . import doubts
from .assembly import assembled, joined_lines
from .blocks.captions import with_captions
from .blocks.joins import join
from .blocks.listings import is_typescript
from .blocks.regions import blocks_in
from .kinds.kind import kinds_of
from .layout.setting import measure, parted_at_entries, regions_of, with_hanging_entries
from .layout.trust import are_trusted, headings_are_trusted
from .page.drawings import without_returning
from .page.sheets import give_back, read_sheets
from .streams.covers import A_COVER, said_by_covers
from .streams.furniture import AN_IMPRINT
from .streams.labels import markers_in
from .streams.pages import told_apart
from .title.block import can_be_title, with_title
from .title.credits import authors_in_columns, authors_of_file, bylines_in, said_by_heads, with_whole_bylines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ...transcript import Reading
    from .blocks.breaks import Block
    from .blocks.joins import Joined
    from .layout.setting import Region
    from .page.words import Sheets
    from .streams.covers import Said
    from .streams.pages import Pages


def read_pdf(path: Path) -> Reading:
    """Read a PDF. Raises :class:`ConversionError` if it has no text, can't be opened, or would come out as salad."""
    reading = _read(path)
    give_back()  # words and lines, before the article is made of the reading
    return reading


def _read(path: Path) -> Reading:
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
        pulled={layout.page.number: layout.page.pulled for layout in pages.layouts if layout.page.pulled},
        typescript=is_typescript(line for lines in told for line in lines),
    )
    drawn = without_returning({layout.page.number: layout.rules for layout in pages.layouts})
    blocks = [block for region in regions for block in blocks_in(region, setting, drawn[region.page])]
    heads = Counter(line.text for line, why in pages.furniture.items() if why.reason is Reason.RUNNING_HEAD)
    named = (sheets.title,) if can_be_title(sheets.title) else ()
    imprint = [line.text for line, why in pages.furniture.items() if why.criterion == AN_IMPRINT]
    cover = [line for line, why in pages.furniture.items() if why.criterion.startswith(A_COVER)]
    said = said_by_covers(cover)
    author = " ".join((sheets.author, *(line.text for line in cover)))
    blocks = with_whole_bylines(with_title(blocks, setting, (*heads, *named, *imprint), said.titles))
    bylines = bylines_in(blocks, f"{author} {said_by_heads(blocks, heads)}")
    authors = () if bylines else _authors_elsewhere(blocks, said, sheets)
    blocks, kinds = kinds_of(blocks, setting, pages.known)
    joined = join(blocks, setting)
    joined = joined._replace(blocks=with_captions(joined.blocks))
    decided = {**kinds, **joined.decisions}
    reading = assembled(sheets, pages, setting, joined.blocks, decided, joined.doubtful, bylines)
    markers_in.cache_clear()  # it would keep lines until the next file is read
    fields = (("author", "; ".join(authors)),) if authors else ()
    return replace(reading, fields=fields, passes=_passes(sheets, pages, regions, blocks, joined))


def _authors_elsewhere(blocks: Sequence[Block], said: Said, sheets: Sheets) -> tuple[str, ...]:
    """Return the authors that no line of the title block names alone: a column in it does, the cover, or the file."""
    return authors_in_columns(blocks) or said.authors or authors_of_file(blocks, sheets.author, sheets.title)


def _passes(
    sheets: Sheets, pages: Pages, regions: Sequence[Region], blocks: Sequence[Block], joined: Joined
) -> tuple[Pass, ...]:
    """Return what each pass found, as ``--explain`` tells it."""
    kinds = Counter(block.kind for block in joined.blocks)
    return (
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
        Pass("tell kinds", tuple(sorted(kinds.items()))),
        Pass(
            "join over columns and pages",
            (("joins", len(joined_lines(joined.blocks))), ("doubtful", len(joined.doubtful))),
        ),
    )
