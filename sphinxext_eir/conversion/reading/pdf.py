"""A PDF → blocks: lines are made paragraphs again by their place, their width and their fonts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ...text.decisions import decide
from ..decisions import Decision, Taken
from ..document import Block, Heading, Item, Listing, PageBreak, Paragraph, Quote, Rule
from ..inlines import Inline, Inlines, Kind, cut, merged, place_of, plain, stripped
from ..labels import note_marker
from ..outcome import Dropped, Message
from ..rules import LINE_ACROSS
from ..transcript import Reading, Scribe, Source
from .pdf_characters import read_pages
from .pdf_lines import Furniture, PrintedLine, furniture_of, lines_of
from .pdf_setting import BEGINS, BULLET, INDENT, Lines, Metrics, alike, goes_on, measure, sizes_of_headings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


_NUMBERED = re.compile(r"(\d{1,3})[.)]\s+")


@dataclass
class _Stretch:
    """Lines that are one paragraph."""

    begins: str = ""
    """The criterion by which a paragraph begins there; nothing at the head of a page."""
    lines: list[PrintedLine] = field(default_factory=list)


def read_pdf(path: Path) -> Reading:
    """Read a PDF. Raises :class:`ConversionError` if it has no text, or can't be opened."""
    pages = read_pages(path)
    lined = [(page, lines_of(page)) for page in pages]
    furniture = furniture_of(lined)
    kept = [
        [line for n, line in enumerate(lines) if (index, n) not in furniture]
        for index, (_, lines) in enumerate(lined)
    ]
    metrics = measure(kept)
    scribe = Scribe()
    reader = _BlockReader(scribe, metrics, sizes_of_headings(kept, metrics))
    blocks: list[Block] = []
    for index, lines in enumerate(kept):
        heads = [n for (page, n) in furniture if page == index]
        body_starts = next((n for n in range(len(lined[index][1])) if n not in heads), len(heads))
        for n in (n for n in sorted(heads) if n < body_starts):
            reader.drop(lined[index][1][n], furniture[index, n])
        if index and lines:
            before = _last_alike(kept[:index], lines[0])
            blocks.append(PageBreak(goes_on(before, lines[0], metrics) if before else None))
        blocks += reader.blocks(lines)
        for n in (n for n in sorted(heads) if n > body_starts):
            reader.drop(lined[index][1][n], furniture[index, n])
    messages = [
        Message(f"page {page.number} has a picture, which is left out: add it by hand", doubtful=True)
        for page in pages
        if page.pictures
    ]
    return Reading(
        scribe.transcript(),
        tuple(blocks),
        tuple(reader.dropped),
        tuple(messages),
        decisions=tuple(reader.decisions),
    )


def _last_alike(pages: Sequence[Sequence[PrintedLine]], line: PrintedLine) -> PrintedLine | None:
    """Return the last line of the last page that is set in the size of *line*: under it may be notes."""
    lines = next((lines for lines in reversed(pages) if lines), ())
    return next(
        (other for other in reversed(lines) if alike(other.size, line.size)), lines[-1] if lines else None
    )


@dataclass
class _BlockReader:
    """Makes blocks of lines, and writes the transcript on its way."""

    scribe: Scribe
    metrics: Metrics
    heading_sizes: list[float]
    dropped: list[Dropped] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)

    def drop(self, line: PrintedLine, furniture: Furniture) -> None:
        """Write down a line of furniture."""
        self.scribe.at(Source(page=line.page))
        run = self.scribe.write(line.text)
        self.scribe.write("\n")
        self.dropped.append(Dropped(furniture.reason, (run,)))
        self._decide((run,), Taken.FURNITURE, furniture.criterion)

    def blocks(self, lines: Sequence[PrintedLine]) -> list[Block]:
        """Return the blocks of a page."""
        stretches: list[_Stretch] = []
        for n, line in enumerate(lines):
            stretch = stretches[-1] if stretches else None
            alone = stretch is not None and len(stretch.lines) == 1
            found = decide(BEGINS, Lines(lines[n - 1], line, self.metrics, alone)) if stretch else None
            if stretch is None or (found and found.then):
                stretch = _Stretch(found.name if found else "")
                stretches.append(stretch)
            stretch.lines.append(line)
        blocks = _gathered([self._block(stretch) for stretch in stretches])
        return blocks if self.metrics.spaced else [_without_lone_number(block) for block in blocks]

    def _decide(self, inlines: Inlines, taken: Taken, criterion: str) -> None:
        """Record a decision."""
        self.decisions.append(Decision(place_of(inlines), taken, criterion))

    def _block(self, stretch: _Stretch) -> Block | Item:
        """Return the block that the lines of a *stretch* are."""
        lines = stretch.lines
        inlines = self._inlines(lines)
        size = lines[0].size
        level = next((n for n, other in enumerate(self.heading_sizes, 1) if alike(size, other)), 0)
        if level:
            self._decide(inlines, Taken.HEADING, "set larger than the text")
            return Heading(tuple(_unstyled(run) for run in inlines), level)
        text = plain(inlines)
        if LINE_ACROSS.fullmatch(text):
            return Rule(inlines)
        if BULLET.match(text) or (_NUMBERED.match(text) and self._is_indented(lines)):
            self._decide(inlines, Taken.ITEM, "a bullet, or a number that is indented")
            return Item(
                stripped(cut(inlines, 0, text.index(" "))),
                (Paragraph(stripped(cut(inlines, text.index(" ")))),),
            )
        if lines[0].dotted:
            self._decide(inlines, Taken.ITEM, "a bullet is drawn before it")
            return Item((Inline("•"),), (Paragraph(inlines),))
        if self._is_quote(lines):
            self._decide(inlines, Taken.QUOTATION, "set narrower than the text, on both sides")
            return Quote((Paragraph(inlines),))
        if stretch.begins:
            self._decide(inlines, Taken.PARAGRAPH, f"begins {stretch.begins}")
        return Paragraph(inlines)

    def _is_indented(self, lines: Sequence[PrintedLine]) -> bool:
        """Say if all of *lines* begin farther right than the text."""
        return all(line.left - self.metrics.lefts[line.page] > INDENT * line.size for line in lines)

    def _is_quote(self, lines: Sequence[PrintedLine]) -> bool:
        """Say if *lines* are set narrower than the text, at both sides."""
        address = all(run.target for run in lines[0].runs if run.text.strip())
        if not self._is_indented(lines) or note_marker(lines[0].text) or address:
            return False
        narrow = all(line.right < self.metrics.right(line.page) - INDENT * line.size for line in lines)
        same = max(line.left for line in lines) - min(line.left for line in lines) < lines[0].size * INDENT
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
    """Return *block*, but a list of one numbered item as a paragraph: it may be a heading."""
    match block:
        case Listing(items=(Item(marker, (Paragraph(inlines),)),)) if block.start is not None:
            return Paragraph((*marker, Inline(" "), *inlines))
    return block


def _style_of_break(before: tuple[str, Kind, str], line: PrintedLine) -> tuple[Kind, str]:
    """Return the markup or link that goes over the break before *line*, or none."""
    after = line.runs[0]
    same = before[1:] == (after.kind, after.target)
    return (after.kind, after.target) if same else (Kind.TEXT, "")


def _unstyled(run: Inline) -> Inline:
    """Return a run of a heading, which is bold or italic as a whole."""
    return Inline(run.text, run.at) if run.kind in (Kind.STRONG, Kind.EMPHASIS) else run


def _whole_links(pieces: Iterable[tuple[str, Kind, str]]) -> list[tuple[str, Kind, str]]:
    """Return *pieces* with the runs of each link made one, its text mended where it is its target.

    The end of a line may cut a URL anywhere and add a hyphen: only the link's target tells the URL.
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
    """Return the text of a link: its target, if the end of a line makes the only difference."""
    bare = target.removeprefix("mailto:")
    if _bare_url(text) == _bare_url(bare):
        return bare if bare.endswith("/") == text.rstrip().endswith("/") else bare.rstrip("/")
    rest = _bare_url(bare).removeprefix(_bare_url(text)) if text.startswith("http") else _bare_url(bare)
    if rest != _bare_url(bare) and rest[:1].isalnum() and text[-1:].isalnum():
        return bare  # its text ran over the edge of the page, in the middle of a word
    return text


def _bare_url(text: str) -> str:
    """Return the characters of a URL that no line break changes."""
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
