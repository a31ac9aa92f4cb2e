"""Elements of a page → blocks whose runs know their place in the transcript, in the order of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ...document import (
    Biography,
    Block,
    Cell,
    Figure,
    Heading,
    Item,
    Listing,
    Literal,
    Note,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Table,
    blocks_in,
    inlines_of,
    runs_in,
)
from ...inlines import Inline, Inlines, Kind, cut, plain, stripped, strong
from ...wording import compared
from . import naming
from .article import RELATED
from .biographies import around_biography, is_biography
from .runs import CONTROL, WEB, RunReader
from .tables import is_layout, rows_of, spans_of
from .tree import BLOCKS, Node, level_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .markers import Definition

_EMBEDS = frozenset(("iframe", "video", "audio", "embed", "object"))
_LONGEST_TITLE_LINK = 120


@dataclass
class BlockReader(RunReader):
    """Reads blocks, and the runs in them on its way."""

    is_furniture: Callable[[Node], bool] = lambda _node: False
    article: Node | None = None
    """The element that holds the article."""
    made: dict[Definition, tuple[list[Block], Inlines]] = field(default_factory=dict)
    """Notes: their blocks and their markers."""
    heading: Inlines = ()
    """The heading over the notes."""

    @cached_property
    def said(self) -> str:
        """The text of the article, folded: pull quotes repeat it."""
        return compared(self.article.said()) if self.article else ""

    # Blocks

    def flow(self, node: Node) -> list[Block]:
        """Read what is in *node*: blocks, and text between them, which makes paragraphs of its own."""
        return list(self._flow(node.children))

    def _flow(self, children: list[Node]) -> Iterator[Block]:
        """Yield the blocks of *children*."""
        inlines: list[Node] = []
        dropping = 0
        for child in children:
            if (
                child in self.consumed
                or child in self.notes.skipped
                or (child.hidden and not self._has_notes(child))
            ):
                self._hide(child)
                continue
            if child is self.notes.heading:
                yield from self.paragraphs(inlines)
                inlines = []
                yield from self.read_heading(child)
                continue
            level = level_of(child)
            if dropping and not (0 < level <= dropping or _is_prose(child)):
                self.leave_out(child)
                continue
            dropping = 0
            if (
                level
                and not self.whole
                and RELATED.fullmatch(child.said().strip(" :"))
                and not self._has_notes(child)
            ):
                dropping = level
                yield from self.paragraphs(inlines)
                inlines = []
                self.leave_out(child)
            elif self._is_inline(child):
                inlines.append(child)
            else:
                yield from self.paragraphs(inlines)
                inlines = []
                yield from self.block(child)
        yield from self.paragraphs(inlines)

    def _has_notes(self, node: Node) -> bool:
        """Say if *node* is a note, or holds one."""
        return node in self.around_notes

    def _is_inline(self, node: Node) -> bool:
        """Say if *node* belongs into a paragraph, with what stands beside it."""
        if not node.tag:
            return not self.is_furniture(node)
        if node in self.notes.references:
            return True
        if node in self.notes.by_block or node.tag in BLOCKS or self.is_furniture(node):
            return False
        if node in self.around_notes:
            return not any(
                inner in self.notes.by_block and not self.notes.by_block[inner].inline
                for inner in node.walk()
            )
        return node not in self.of_blocks

    def block(self, node: Node) -> Iterator[Block]:
        """Yield the blocks that *node* is."""
        if definition := self.notes.by_block.get(node):
            if not definition.inline or node not in self.notes.references:
                self.read_note(definition)
            return
        if node is self.notes.heading:
            yield from self.read_heading(node)
            return
        if self.is_furniture(node) or _is_decoration(node):
            self.leave_out(node)
            return
        if naming.PULL_QUOTE.search(node.names) and node.tag not in ("body", "article", "main"):
            yield from self._pull_quote(node)
            return
        if is_biography(node, self.said):
            yield from self._biography(node)
            return
        if level := level_of(node):
            yield from self._heading(node, level)
            return
        match node.tag:
            case "blockquote":
                blocks = tuple(self.flow(node))
                if blocks:
                    yield Quote(blocks)
            case "aside":
                yield from self._aside(node)
            case "ul" | "ol" | "menu":
                yield from self._list(node)
            case "dl":
                yield from self._definitions(node)
            case "pre" if naming.VERSE.search(node.names):
                yield from self._verse(node)
            case "pre":
                yield from self._literal(node)
            case "hr":
                yield Rule()
            case "table" if naming.FIGURE.search(node.names):
                yield from self._figure(node)
            case "table":
                yield from self._table(node)
            case "figure":
                yield from self._figure(node)
            case _ if node.tag in _EMBEDS:
                yield from self._embed(node)
            case "a":
                yield from self._linked(node)
            case _:
                yield from self._flow(node.children)

    def _biography(self, node: Node) -> Iterator[Block]:
        """Read who the author is, without the name over it, and without the link to all that the author wrote."""
        around = set(around_biography(node, self.pictures))
        self.buttons |= around
        furniture = self.is_furniture
        self.is_furniture = lambda one: one in around or furniture(one)
        blocks = tuple(self.flow(node))
        self.is_furniture = furniture
        if blocks:
            yield Biography(blocks)

    def _linked(self, node: Node) -> Iterator[Block]:
        """Read blocks that are a link: the first of their words lead where all of it does."""
        target = self.full_address(node.get("href"))
        for block in self._flow(node.children):
            if target and isinstance(block, (Paragraph, Heading)):
                yield replace(block, inlines=tuple(_leading(run, target) for run in block.inlines))
                target = ""
            else:
                yield block

    def _heading(self, node: Node, level: int) -> Iterator[Block]:
        """Read a heading; pictures in it follow it."""
        for block in self.paragraphs(node.children):
            yield Heading(block.inlines, level) if isinstance(block, Paragraph) else block

    def _list(self, node: Node) -> Iterator[Block]:
        """Read a list; what stands between its items belongs to the item before, and a gallery is its pictures."""
        items: list[Item] = []
        loose: list[Block] = []
        for child in node.children:
            if (
                child in self.consumed
                or child in self.notes.skipped
                or (child.hidden and not self._has_notes(child))
            ):
                continue
            if not child.tag:
                blocks = list(self.paragraphs([child])) if child.text.strip() else []
            elif child.tag != "li" or child in self.notes.by_block or self.is_furniture(child):
                blocks = list(self.block(child))
            else:
                blocks = self.flow(child)
            if child.tag == "li" and blocks:
                items.append(Item((), tuple(blocks)))
            elif items:
                last = items[-1]
                items[-1] = Item(last.marker, (*last.blocks, *blocks))
            else:
                loose += blocks
        yield from loose
        if items and all(isinstance(block, Figure) for item in items for block in item.blocks):
            yield from (block for item in items for block in item.blocks)
        elif items:
            start = node.get("start")
            number = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
            yield Listing(tuple(items), number if node.tag == "ol" else None)

    def _definitions(self, node: Node) -> Iterator[Block]:
        """Read terms and what they mean: bold paragraphs, and blocks set in."""
        for child in node.children:
            if child.tag == "dt" and child not in self.notes.by_block:
                for block in self._flow(child.children):
                    yield _as_term(block)
            elif child.tag == "dd" and child not in self.notes.by_block:
                blocks = tuple(self._flow(child.children))
                if blocks:
                    yield Quote(blocks)
            elif child.tag:
                yield from self.block(child)

    def _literal(self, node: Node) -> Iterator[Block]:
        """Read text whose line breaks count."""
        text = "".join(
            "\n" if n.tag == "br" else n.text for n in node.walk() if not any(a.hidden for a in n.above())
        )
        text = re.sub(r"\r\n?", "\n", text).strip("\n").rstrip()
        if text.strip():
            self._begin()
            run = self.scribe.write(CONTROL.sub(" ", text.replace("\t", "    ")))
            self.scribe.write("\n")
            yield Literal((run,))

    def _verse(self, node: Node) -> Iterator[Block]:
        """Read lines of verse: each is a paragraph of a quotation, as in other formats."""
        lines: list[Node] = []
        for child in node.children:
            if child.tag:
                lines.append(child)
                continue
            for n, text in enumerate(child.text.split("\n")):
                lines += [Node("br", {}, node)] * 2 if n else []
                lines.append(Node("", {}, node, text))
        blocks = tuple(self.paragraphs(lines))
        if blocks:
            yield Quote(blocks)

    def _aside(self, node: Node) -> Iterator[Block]:
        """Read what stands beside the text: a pull quote if it repeats it, else set in."""
        said = compared(node.said())
        if said and len(said) > 20 and self.said.count(said) > 1:
            yield from self._pull_quote(node)
            return
        blocks = tuple(self._flow(node.children))
        if blocks:
            yield Quote(blocks)

    def _pull_quote(self, node: Node) -> Iterator[Block]:
        """Read a pull quote."""
        attribution = [n for n in node.walk() if n.tag in ("cite", "footer")]
        said = compared(node.said())
        by = compared(attribution[0].said()) if attribution else ""
        words = said.removesuffix(by) if by else said
        blocks = list(_unquoted(self._flow(node.children)))
        pictures = [block for block in blocks if isinstance(block, Figure)]
        said_by = tuple(block for block in blocks if not isinstance(block, Figure))
        if not all(isinstance(block, (Paragraph, Quote, Listing)) for block in said_by):
            yield Quote(said_by)  # with code or a table in it, which no pull quote can hold
        elif said_by:
            yield PullQuote(said_by, repeats=not by and len(words) > 3 and self.said.count(words) > 1)
        yield from pictures

    def _table(self, node: Node) -> Iterator[Block]:
        """Read a table: of data, or one that only places things."""
        rows = rows_of(node)
        if any(
            cell in self.notes.by_block or row in self.notes.by_block for row, cells in rows for cell in cells
        ):
            for row, _cells in rows:
                if row in self.notes.by_block:
                    yield from self.block(row)
                else:
                    yield from self._flow(row.children)
            return
        caption = next((child for child in node.children if child.tag == "caption"), None)
        if is_layout(node, rows):
            if caption is not None:
                yield from self._flow(caption.children)
            for _row, cells in rows:
                for cell in cells:
                    yield from self._flow(cell.children)
            return
        title = self._one(caption.children) if caption is not None else ()
        laid, header = spans_of(rows)
        said_by = [[self._cell(cell) if cell is not None else () for cell in row] for row in laid]
        if any(cell is None for row in laid for cell in row):
            said = next((_said_in(cell) for row in said_by for cell in row if cell), "")
            self.say(
                f"the table that begins {said[:40]!r} has merged cells: the others of each stand empty",
                doubtful=False,
            )
        if not any(cell for row in said_by for cell in row):
            if title:
                yield Paragraph(title)
            return
        if len(laid) == header:
            header = 0  # a table can't be all head
        yield Table(tuple(tuple(row) for row in said_by), header, title)

    def _cell(self, cell: Node) -> Cell:
        """Read a cell: one paragraph as its runs, anything else as blocks."""
        blocks = tuple(_lowered(block) for block in self._flow(cell.children))
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return blocks[0].inlines
        return blocks

    def _one(self, children: list[Node]) -> Inlines:
        """Read blocks as one run of inlines: the content of a cell, a caption."""
        found: list[Inline] = []
        for block in self._flow(children):
            for runs in _runs_in(block, self.say):
                found += [Inline(" "), *runs] if found else runs
        return tuple(found)

    def _figure(self, node: Node) -> Iterator[Block]:
        """Read a figure: a picture with a caption, several, or another thing with a caption."""
        captions = [n for n in node.walk() if n.tag == "figcaption" or naming.CAPTION.search(n.names)]
        inner = [n for n in node.walk() if n.tag == "figure" and n is not node]
        own = [c for c in captions if not any(i.holds(c) for i in inner)]
        caption = own[0] if own else None
        if caption is not None:
            self.consumed.add(caption)
        of_table = any(n.tag == "table" for n in node.walk()) and not any(n.tag == "img" for n in node.walk())
        before = self._one(caption.children) if caption is not None and of_table else ()
        blocks = list(self._flow(node.children))
        words = before or (self._one(caption.children) if caption is not None else ())
        pictures = [n for n, block in enumerate(blocks) if isinstance(block, Figure) and not block.caption]
        if words and len(pictures) == 1 and len(blocks) == 1:
            picture = blocks[0]
            assert isinstance(picture, Figure)
            yield Figure(picture.name, picture.alt, words)
        elif words and blocks and isinstance(blocks[0], Table) and not blocks[0].caption and len(blocks) == 1:
            yield Table(blocks[0].rows, blocks[0].header, words)
        else:
            yield from blocks
            if words:
                yield Paragraph(words)

    def _embed(self, node: Node) -> Iterator[Block]:
        """Read something from elsewhere: a link to it, with a message."""
        sources = [n.get("src") or n.get("data-src") or n.get("data") for n in node.walk() if n.tag]
        source = next(
            (
                address
                for address in sources
                if address and not address.startswith(("about:", "data:", "javascript:"))
            ),
            "",
        )
        target = urljoin(self.base, source) if source else ""
        title = " ".join((node.get("title") or node.get("aria-label")).split())
        if naming.FURNITURE_ADDRESS.search(target):
            self.say(f"a button, an advertisement or a counter was left out: {target[:80]}")
        elif WEB.match(target):
            self.say(f"a link stands for what was embedded: {target}")
            yield self._link(title[:_LONGEST_TITLE_LINK] or target, target)
        elif node.tag in ("object", "video", "audio"):
            yield from self._flow(node.children)

    # Notes

    def read_note(self, definition: Definition) -> None:
        """Read a note; its marker leaves its text."""
        if definition in self.made:
            return
        self.made[definition] = ([], ())  # its place: notes in it come after it
        blocks = list(self._flow(definition.block.children))
        for node in definition.more:
            if node not in self.consumed:
                blocks += self.block(node)
                self.consumed.add(node)
        marker: Inlines = ()
        if blocks and isinstance(blocks[0], Paragraph):
            blocks[0], marker = _without_marker(blocks[0], definition.label, definition.typed)
            if not blocks[0].inlines:
                del blocks[0]
        self.made[definition] = (blocks, marker)

    def read_heading(self, node: Node) -> Iterator[Block]:
        """Read the heading over the notes, which becomes the title of their list; yield the pictures in it."""
        for block in self.paragraphs(node.children):
            if isinstance(block, Paragraph) and not self.heading:
                self.heading = block.inlines
            else:
                yield block
        self.consumed.add(node)

    def notes_made(self) -> tuple[Note, ...]:
        """Return the notes that were read."""
        return tuple(
            Note(definition.label, marker or (Inline(f"[{definition.label}]"),), tuple(map(_lowered, blocks)))
            for definition, (blocks, marker) in self.made.items()
        )


def _is_prose(node: Node) -> bool:
    """Say if *node* is a paragraph of the text again, after a heading of furniture."""
    if node.tag not in ("p", "blockquote", "section", "article"):
        return False
    words = len(node.said().split())
    linked = sum(len(n.said().split()) for n in node.walk() if n.tag == "a")
    return words >= 12 and linked < words / 2


def _is_decoration(node: Node) -> bool:
    """Say if *node* is a sign that isn't read out, such as a dash over a part (WAI-ARIA, ``aria-hidden``)."""
    return (
        node.get("aria-hidden") == "true" and 0 < len(node.said()) <= 5 and not re.search(r"\w", node.said())
    )


def _unquoted(blocks: Iterator[Block]) -> Iterator[Block]:
    """Yield the paragraphs of a pull quote without the block quote around them."""
    for block in blocks:
        if isinstance(block, Quote):
            yield from _unquoted(iter(block.blocks))
        elif isinstance(block, Heading):
            yield Paragraph(block.inlines)
        else:
            yield block


def _as_term(block: Block) -> Block:
    """Return a paragraph as the term of a definition."""
    return Paragraph(strong(block.inlines), is_term=True) if isinstance(block, Paragraph) else block


def _said_in(cell: Cell) -> str:
    """Return the words of a cell."""
    return plain(runs_in(cell)) or " ".join(plain(runs) for runs in inlines_of(blocks_in(cell)))


def _leading(run: Inline, target: str) -> Inline:
    """Return a run of text as a link to *target*."""
    return replace(run, kind=Kind.LINK, target=target) if run.kind is Kind.TEXT else run


def _lowered(block: Block) -> Block:
    """Return a block of a note or a cell, in which no heading can stand."""
    return Paragraph(block.inlines) if isinstance(block, Heading) else block


def _runs_in(block: Block, say: Callable[..., None]) -> Iterator[Inlines]:
    """Yield the runs of a block that stands in a cell, where blocks are run together."""
    match block:
        case Paragraph() | Heading() | Literal():
            yield block.inlines
        case Quote() | PullQuote():
            for inner in block.blocks:
                yield from _runs_in(inner, say)
        case Listing():
            for item in block.items:
                for inner in item.blocks:
                    yield from _runs_in(inner, say)
        case Table():
            say("a table in a table was written in one line", doubtful=True)
            yield from inlines_of([block])
        case Figure():
            if block.caption:
                yield block.caption


def _without_marker(block: Paragraph, label: str, typed: str) -> tuple[Paragraph, Inlines]:
    """Return the first paragraph of a note without the marker that it begins with, and that marker."""
    said = plain(block.inlines)
    labels = "|".join(
        re.escape(one) for one in dict.fromkeys((label, re.sub(r"[\[\](){}.:\s]", "", typed))) if one
    )
    match = re.match(
        rf"""\s*(?:[↑^]\s*)?
            (?: [\[({{]\s*(?:{labels})\s*[\])}}][.:]?               # in brackets
              | (?:{labels})(?:[.):]+(?=\s) | \s+(?=[^\W\d_a-z]|[“‘"'])) # or before a capital
            )\s*
        """,
        said,
        re.IGNORECASE | re.VERBOSE,
    )
    if not match or not match[0].strip():
        return block, ()
    return Paragraph(stripped(cut(block.inlines, match.end()))), stripped(cut(block.inlines, 0, match.end()))
