"""A PDF → blocks: lines made paragraphs again by where they stand, how full they are and how they are set."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ...text.sentences import PARAGRAPH_END
from ..document import Block, Heading, Item, Listing, PageBreak, Paragraph, Quote, Rule
from ..inlines import Inline, Inlines, Kind, cut, merged, plain, stripped
from ..labels import note_marker
from ..outcome import Dropped, Message
from ..rules import LINE_ACROSS
from ..transcript import Reading, Scribe, Source
from .pdf_characters import read_pages
from .pdf_lines import PrintedLine, furniture_of, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from ..outcome import Reason

_SAME_SIZE = 0.06
"""Sizes that differ by less, in parts, are one."""
_HEADING_SIZE = 1.1
"""Of the text's size: what is larger is a heading."""
_GAP = 1.28
"""Of the distance of two lines: a wider one parts paragraphs."""
_INDENT = 0.7
"""Of the size: what begins farther right is indented."""
_LARGEST_INDENT = 6
_FULL = 0.4
"""Of the size: how much a line may fall short and be full all the same."""
_MOSTLY_SPACED = 0.6
"""Of the paragraphs' ends: so many are followed by a gap where gaps part paragraphs."""
_VERY_SHORT = 0.3
"""Of the text's width: a line that falls so short ended a paragraph, gap or none."""
_BULLET = re.compile(r"[•●▪■‣◦·–]\s+")
_NUMBERED = re.compile(r"(\d{1,3})[.)]\s+")
_PART_OF_WIDTH = 0.95


@dataclass(frozen=True, slots=True)
class _Metrics:
    """How the text of a document is set."""

    size: float
    lefts: dict[int, float]
    """Where its lines begin, by page: left and right pages differ."""
    width: float
    pitches: dict[float, float]
    """From line to line, by size."""
    spaced: bool
    """Whether gaps part paragraphs."""

    def right(self, page: int) -> float:
        """Return where full lines end."""
        return self.lefts[page] + self.width

    def pitch(self, size: float) -> float:
        """Return the distance of two lines of *size*."""
        return self.pitches.get(round(size), size * 1.2)


@dataclass
class _Stretch:
    """Lines that are one paragraph."""

    lines: list[PrintedLine] = field(default_factory=list)


def read_pdf(path: Path) -> Reading:
    """Read a PDF. Raises :class:`ConversionError` where there is no text in it, or no way to it."""
    pages = read_pages(path)
    lined = [(page, lines_of(page)) for page in pages]
    furniture = furniture_of(lined)
    kept = [
        [line for n, line in enumerate(lines) if (index, n) not in furniture]
        for index, (_, lines) in enumerate(lined)
    ]
    metrics = _measure(kept)
    scribe = Scribe()
    reader = _BlockReader(scribe, metrics, _sizes_of_headings(kept, metrics))
    blocks: list[Block] = []
    for index, lines in enumerate(kept):
        heads = [n for (page, n) in furniture if page == index]
        body_starts = next((n for n in range(len(lined[index][1])) if n not in heads), len(heads))
        for n in (n for n in sorted(heads) if n < body_starts):
            reader.drop(lined[index][1][n], furniture[index, n])
        if index and lines:
            before = _last_alike(kept[:index], lines[0])
            blocks.append(PageBreak(_goes_on(before, lines[0], metrics) if before else None))
        blocks += reader.blocks(lines)
        for n in (n for n in sorted(heads) if n > body_starts):
            reader.drop(lined[index][1][n], furniture[index, n])
    messages = [
        Message(f"page {page.number} has a picture, which is left out: add it by hand", doubtful=True)
        for page in pages
        if page.pictures
    ]
    return Reading(scribe.transcript(), tuple(blocks), tuple(reader.dropped), tuple(messages))


def _last_alike(pages: Sequence[Sequence[PrintedLine]], line: PrintedLine) -> PrintedLine | None:
    """Return the last line of the last page that is set in the size of *line*: under it may be notes."""
    lines = next((lines for lines in reversed(pages) if lines), ())
    return next(
        (other for other in reversed(lines) if _alike(other.size, line.size)), lines[-1] if lines else None
    )


# How it is set


def _measure(pages: Sequence[Sequence[PrintedLine]]) -> _Metrics:
    """Return how the text of *pages* is set."""
    lines = [line for page in pages for line in page]
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    text = [line for line in lines if _alike(line.size, size)]
    lefts: dict[int, float] = {}
    overall = Counter(round(line.left) for line in text).most_common(1)
    for page in pages:
        starts = Counter(round(line.left) for line in page if _alike(line.size, size))
        for line in page[:1]:
            # Of places that are as frequent, the leftmost: the others are indented.
            most = max(starts.values(), default=0)
            common = [place for place, count in starts.items() if count >= max(2, most * 0.5)]
            lefts[line.page] = (
                float(min(common)) if common else float(overall[0][0] if overall else line.left)
            )
    widths = sorted(line.right - lefts[line.page] for line in text)
    width = (
        widths[int(len(widths) * _PART_OF_WIDTH) - 1] if len(widths) > 1 else (widths[0] if widths else 400)
    )
    by_size: dict[float, list[float]] = {}
    for page in pages:
        for a, b in pairwise(page):
            if _alike(a.size, b.size) and 0 < a.base - b.base < a.size * 2.5:
                by_size.setdefault(round(a.size), []).append(a.base - b.base)
    # Most pairs of lines are of one paragraph, but in a list of short entries: the lower half tells.
    pitches = {
        size: median(sorted(found)[: max(1, (len(found) + 1) // 2)]) for size, found in by_size.items()
    }
    metrics = _Metrics(size, lefts, width, pitches, spaced=True)
    ends = [
        a.base - b.base > metrics.pitch(a.size) * _GAP
        for page in pages
        for a, b in pairwise(page)
        if _alike(a.size, size) and _alike(b.size, size) and not _is_full(a, b, metrics)
    ]
    spaced = bool(ends) and sum(ends) >= len(ends) * _MOSTLY_SPACED
    return _Metrics(size, lefts, width, pitches, spaced)


def _alike(one: float, two: float) -> bool:
    """Whether two sizes are one."""
    return abs(one - two) <= _SAME_SIZE * max(one, two)


def _is_full(line: PrintedLine, following: PrintedLine, metrics: _Metrics) -> bool:
    """Whether the first word of the *following* line had no room on *line*."""
    return line.right + following.first_word + line.size * 0.25 > metrics.right(line.page) - _FULL * line.size


def _sizes_of_headings(pages: Iterable[Iterable[PrintedLine]], metrics: _Metrics) -> list[float]:
    """Return the sizes larger than the text's, the largest first."""
    sizes: list[float] = []
    for size in sorted({line.size for page in pages for line in page}, reverse=True):
        if size >= metrics.size * _HEADING_SIZE and not (sizes and _alike(sizes[-1], size)):
            sizes.append(size)
    return sizes


# Paragraphs


def _begins_paragraph(before: PrintedLine, line: PrintedLine, stretch: _Stretch, metrics: _Metrics) -> bool:
    """Whether a new paragraph begins at *line*, after the line *before*."""
    size = line.size
    if line.dotted:
        return True
    if not _alike(before.size, size) or before.base - line.base > metrics.pitch(size) * _GAP:
        return True
    if before.runs[-1].target and before.runs[-1].target == line.runs[0].target:
        return False  # one link
    full = _is_full(before, line, metrics)
    if before.bold != line.bold and not full and (before.bold or line.bold):
        return True
    shift = line.left - before.left
    first = stretch.lines[0]
    if shift > _INDENT * size:
        if len(stretch.lines) == 1 and full:
            return False  # a hanging indent
        return shift < _LARGEST_INDENT * size
    if shift < -_INDENT * size:
        return not (before is first and full and len(stretch.lines) == 1)  # or a first line's indent
    if _BULLET.match(line.text) and not full:
        return True
    marker = note_marker(line.text)
    if marker and marker.end < len(line.text) and not full:
        return True
    short = metrics.right(line.page) - before.right - line.first_word > _VERY_SHORT * metrics.width
    ended = bool(PARAGRAPH_END.search(before.text))
    return not full and (not metrics.spaced or (short and ended))


def _goes_on(before: PrintedLine, line: PrintedLine, metrics: _Metrics) -> bool | None:
    """Whether the paragraph that ends on one page, with the line *before*, goes on with *line* on the next, by their looks."""
    if not _alike(before.size, line.size) or before.bold != line.bold:
        return False
    if not _is_full(before, line, metrics):
        return False
    if (
        line.left - metrics.lefts[line.page] > _INDENT * line.size
        and before.left - metrics.lefts[before.page] < _INDENT * line.size
    ):
        return None if metrics.spaced else False
    return True


@dataclass
class _BlockReader:
    """Makes blocks of lines, and writes the transcript on its way."""

    scribe: Scribe
    metrics: _Metrics
    heading_sizes: list[float]
    dropped: list[Dropped] = field(default_factory=list)

    def drop(self, line: PrintedLine, reason: Reason) -> None:
        """Write down a line of furniture."""
        self.scribe.at(Source(page=line.page))
        run = self.scribe.write(line.text)
        self.scribe.write("\n")
        self.dropped.append(Dropped(reason, (run,)))

    def blocks(self, lines: Sequence[PrintedLine]) -> list[Block]:
        """Return the blocks of a page."""
        stretches: list[_Stretch] = []
        for n, line in enumerate(lines):
            if not stretches or _begins_paragraph(lines[n - 1], line, stretches[-1], self.metrics):
                stretches.append(_Stretch())
            stretches[-1].lines.append(line)
        blocks = _gathered([self._block(stretch.lines) for stretch in stretches])
        return blocks if self.metrics.spaced else [_without_lone_number(block) for block in blocks]

    def _block(self, lines: Sequence[PrintedLine]) -> Block | Item:
        """Return the block that *lines* are."""
        inlines = self._inlines(lines)
        size = lines[0].size
        level = next((n for n, other in enumerate(self.heading_sizes, 1) if _alike(size, other)), 0)
        if level:
            return Heading(tuple(_unstyled(run) for run in inlines), level)
        text = plain(inlines)
        if LINE_ACROSS.fullmatch(text):
            return Rule(inlines)
        if _BULLET.match(text) or (_NUMBERED.match(text) and self._is_indented(lines)):
            return Item(
                stripped(cut(inlines, 0, text.index(" "))),
                (Paragraph(stripped(cut(inlines, text.index(" ")))),),
            )
        if lines[0].dotted:
            return Item((Inline("•"),), (Paragraph(inlines),))
        return Quote((Paragraph(inlines),)) if self._is_quote(lines) else Paragraph(inlines)

    def _is_indented(self, lines: Sequence[PrintedLine]) -> bool:
        """Whether all of *lines* begin farther right than the text."""
        return all(line.left - self.metrics.lefts[line.page] > _INDENT * line.size for line in lines)

    def _is_quote(self, lines: Sequence[PrintedLine]) -> bool:
        """Whether *lines* are set narrower than the text, at both sides."""
        address = all(run.target for run in lines[0].runs if run.text.strip())
        if not self._is_indented(lines) or note_marker(lines[0].text) or address:
            return False
        narrow = all(line.right < self.metrics.right(line.page) - _INDENT * line.size for line in lines)
        same = max(line.left for line in lines) - min(line.left for line in lines) < lines[0].size * _INDENT
        return narrow and same and (len(lines) > 1 or self.metrics.spaced)

    def _inlines(self, lines: Sequence[PrintedLine]) -> Inlines:
        """Write *lines* down and return their runs; a link over several lines is one."""
        self.scribe.at(Source(page=lines[0].page))
        pieces: list[tuple[str, Kind, str]] = []
        for n, line in enumerate(lines):
            if n:
                pieces.append(("\n", *_style_of_break(pieces[-1], line)))
            pieces += [(run.text, run.kind, run.target) for run in line.runs]
        inlines: list[Inline] = []
        for text, kind, target in _whole_links(pieces):
            inlines.append(self.scribe.write(text, kind, target))
        self.scribe.write("\n")
        return stripped(merged(inlines))


def _without_lone_number(block: Block) -> Block:
    """Return *block*, but a list of one number as a paragraph: its indent is a paragraph's, and it may be a heading."""
    match block:
        case Listing(items=(Item(marker, (Paragraph(inlines),)),)) if block.start is not None:
            return Paragraph((*marker, Inline(" "), *inlines))
    return block


def _style_of_break(before: tuple[str, Kind, str], line: PrintedLine) -> tuple[Kind, str]:
    """Return what the break before *line* is part of: the markup or link that goes over it, or none."""
    after = line.runs[0]
    same = before[1:] == (after.kind, after.target)
    return (after.kind, after.target) if same else (Kind.TEXT, "")


def _unstyled(run: Inline) -> Inline:
    """Return a run of a heading, which is bold or italic as a whole."""
    return Inline(run.text, run.at) if run.kind in (Kind.STRONG, Kind.EMPHASIS) else run


def _whole_links(pieces: Iterable[tuple[str, Kind, str]]) -> list[tuple[str, Kind, str]]:
    """Return *pieces* with the runs of each link made one, its text mended where it is its target.

    Lines break URLs anywhere, and hide which hyphens are theirs: the link's own target tells.
    """
    done: list[tuple[str, Kind, str]] = []
    for text, kind, target in pieces:
        if kind is Kind.LINK and done and done[-1][1:] == (kind, target):
            done[-1] = (done[-1][0] + text, kind, target)
            continue
        if kind is Kind.TEXT and done and done[-1][1] is Kind.LINK:
            # The frame of a link may end before its text does.
            more = re.match(r"[^\s.,;:)\]]*", text)
            lead = more[0] if more else ""
            if lead and _bare_url(done[-1][2]).startswith(_bare_url(done[-1][0] + lead)):
                done[-1] = (done[-1][0] + lead, *done[-1][1:])
                text = text[len(lead) :]  # noqa: PLW2901 - the rest of it
        if text:
            done.append((text, kind, target))
    return [
        (_link_text(text, target), kind, target) if kind is Kind.LINK else (text, kind, target)
        for text, kind, target in done
    ]


def _link_text(text: str, target: str) -> str:
    """Return the text of a link: its target, if it only differs in what the end of a line does to it."""
    bare = target.removeprefix("mailto:")
    if _bare_url(text) == _bare_url(bare):
        return bare if bare.endswith("/") == text.rstrip().endswith("/") else bare.rstrip("/")
    rest = _bare_url(bare).removeprefix(_bare_url(text)) if text.startswith("http") else _bare_url(bare)
    if rest != _bare_url(bare) and rest[:1].isalnum() and text[-1:].isalnum():
        return bare  # it ran over the edge of the page, in the middle of a word
    return text


def _bare_url(text: str) -> str:
    """Return what no line break changes of a URL."""
    return re.sub(r"[\s\-‐\u00ad]|/$", "", unquote(text)).casefold()


def _gathered(blocks: Sequence[Block | Item]) -> list[Block]:
    """Return *blocks* with items in a row made lists, and quotations in a row one."""
    done: list[Block] = []
    for block in blocks:
        before = done[-1] if done else None
        if isinstance(block, Item):
            number = _NUMBERED.match(plain(block.marker) + " ")
            if isinstance(before, Listing) and (before.start is None) == (number is None):
                done[-1] = Listing((*before.items, block), before.start)
            else:
                done.append(Listing((block,), int(number[1]) if number else None))
        elif isinstance(block, Quote) and isinstance(before, Quote):
            done[-1] = Quote((*before.blocks, *block.blocks))
        else:
            done.append(block)
    return done
