"""A page → its reading: the article, and all that stands around it as furniture."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from ....text.files import is_file, place_within
from ...document import Block, Heading, Notes, Paragraph, inlines_of
from ...inlines import NOWHERE, Inline, Inlines, Kind
from ...outcome import Dropped, Message, Reason
from ...transcript import ConversionError, Image, Reading, Scribe
from ...wording import compared
from . import naming
from .article import Furniture, find_article, has_prose, weigh, with_all_above
from .blocks import BlockReader
from .bylines import people
from .head import PageHead, names_site, read_head, title_of_window
from .notes import find_notes, settle_notes
from .seen import author_of_page, lines_of_front, lines_under, seen_authors, seen_date, terms_of
from .standfirst import find_standfirst
from .tree import let_go, parse
from .widgets import find_widgets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .article import Weights
    from .markers import PageNotes
    from .tree import Node

LARGEST = 50_000_000
"""Bytes of a page, or of a picture."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")


def read_page(path: Path) -> Reading:
    """Read a saved web page. Raises :class:`ConversionError`."""
    if path.stat().st_size > LARGEST:
        raise ConversionError(f"a page of more than {LARGEST // 1_000_000} MB isn't an article")
    data = path.read_bytes()
    if not data.strip():
        raise ConversionError("the file is empty")
    page = parse(data)
    address = _saved_from(data)
    pictures = PicturesBeside(path.parent)
    try:
        return read_tree(page, read_head(list(page.walk()), address), pictures)
    finally:
        let_go(page)


def _saved_from(data: bytes) -> str:
    """Return the address that a browser wrote into a page when it saved it: ``<!-- saved from url=(0026)https://… -->``."""
    match = re.search(rb"<!--\s*saved from url=(?:\(\d+\))?(https?://[^\s>]+)", data[:4096])
    return match[1].decode("ascii", errors="replace") if match else ""


class PicturesBeside:
    """The pictures that stand beside a page in its folder."""

    def __init__(self, folder: Path | None, base: str = "") -> None:
        self.folder = folder
        self.base = base
        self.images: dict[str, Image] = {}
        self.names: dict[str, str] = {}
        self.files: dict[Path, str] = {}
        self.expected = True
        """False if nobody said where they are."""
        self.place = "beside the page"
        """Where they are looked for, in words."""

    def __call__(self, source: str, _description: str) -> tuple[str, bool]:
        """Return the name of the file of a picture and True, or its full address and False."""
        if source in self.names:
            return self.names[source], True
        file = self.file_of(source)
        if file is None:
            return urljoin(self.base, source), False
        if file not in self.files:
            name = self.files[file] = f"{len(self.images) + 1}{file.suffix.lower()}"
            self.images[name] = Image(name, file.read_bytes())
        self.names[source] = self.files[file]
        return self.names[source], True

    def file_of(self, source: str) -> Path | None:
        """Return the file of a picture: one in the folder of the page, or below it."""
        if self.folder is None or re.match(r"[a-z][a-z0-9+.-]*:|//", source, re.IGNORECASE):
            return None
        path = unquote(urlsplit(source).path)
        if not path or path.startswith("/") or PurePosixPath(path).suffix.lower() not in PICTURES:
            return None
        file = place_within(self.folder, path)
        return file if file and is_file(file) and file.stat().st_size <= LARGEST else None


def read_tree(page: Node, head: PageHead, pictures: PicturesBeside, *, whole: bool = False) -> Reading:
    """Read a *page*; one that is *whole* has nothing around its article."""
    pictures.base = head.base
    notes = find_notes(page)
    nodes = list(page.walk())
    weights = weigh(nodes)
    body = next((node for node in page.children if node.tag == "body"), page)
    article = body if whole else find_article(body, nodes, weights)
    if not whole:
        notes.keep(lambda node: _is_in_text(node, article))
    settle_notes(notes)
    title = None if whole else _title_node(nodes, head, article)
    front = [] if whole else _front_lines(nodes, title, article, head.authors)
    needed = with_all_above(
        (
            *notes.by_block,
            *notes.references,
            *([title] if title else ()),
            *([notes.heading] if notes.heading else ()),
        )
    )
    widgets = find_widgets(article, weights.words, head.base) - needed
    furniture = Furniture(article, weights, needed, widgets)
    reader = BlockReader(
        Scribe(),
        head.base,
        notes,
        pictures,
        weights.of_blocks,
        with_all_above(notes.by_block),
        frozenset(front),
        whole,
        is_furniture=widgets.__contains__ if whole else furniture.__contains__,
        article=article,
    )
    standfirst = find_standfirst(nodes, title, article, weights, front) if title else frozenset()
    walk = _Walk(reader, article, title, frozenset(front), standfirst, needed, weights)
    blocks = walk.read(body)
    _take_front(head, front)
    if not whole:
        _take_lines_under(head, title, article)
        if not head.fields.get("author") and (author := author_of_page(nodes)):
            head.fields["author"] = author
        if not head.fields.get("keywords") and (terms := terms_of(_post(title, article).walk())):
            head.fields["keywords"] = "; ".join(terms)
    blocks = _with_title(blocks, head, title)
    blocks = _with_notes(blocks, reader, notes)
    if not any(_says(block) for block in blocks):
        raise ConversionError(
            "the page has no text: it may be filled by a script; save it from a browser once it is shown"
        )
    if notes.renumbered:
        reader.messages.append(
            Message("the notes have marks that aren't numbers in a row: they were numbered anew")
        )
    return Reading(
        reader.scribe.transcript(),
        tuple(blocks),
        tuple(reader.dropped),
        (*head.messages, *reader.messages),
        images=tuple(pictures.images.values()),
        title=head.title,
        fields=tuple(head.fields.items()),
    )


def _says(block: Block) -> bool:
    """Say if *block* is more than a title."""
    return not (isinstance(block, Heading) and block.level == 1)


class _Walk:
    """The way through a page: to its article, past what stands around it."""

    def __init__(
        self,
        reader: BlockReader,
        article: Node,
        title: Node | None,
        front: frozenset[Node],
        standfirst: frozenset[Node],
        needed: frozenset[Node],
        weights: Weights,
    ) -> None:
        self.reader = reader
        self.article = article
        self.title = title
        self.front = front
        self.standfirst = standfirst
        self.weights = weights
        self.needed = needed | with_all_above((article, *front, *standfirst))

    def read(self, body: Node) -> list[Block]:
        """Read *body*."""
        return list(self._visit(body))

    def _visit(self, node: Node) -> Iterator[Block]:
        """Yield the blocks of the article, when the way comes to it."""
        if node is self.article:
            yield from self._article(node)
            return
        for child in node.children:
            if child.hidden and child not in self.needed:
                continue
            if child is self.title:
                yield from self._title(child)
            elif child in self.front:
                self.reader.leave_out(child)
            elif child in self.standfirst:
                yield from self.reader.paragraphs(child.children)
            elif child is self.reader.notes.heading:
                yield from self.reader.read_heading(child)
            elif child in self.reader.notes.by_block:
                list(self.reader.block(child))
            elif child in self.needed and child.tag:
                yield from self._visit(child)
            else:
                self._furniture(child)

    def _title(self, node: Node) -> Iterator[Block]:
        """Read the title, where it stands outside the article."""
        blocks = list(self.reader.paragraphs(node.children)) if node.tag else []
        self.reader.consumed.add(node)
        for block in blocks[:1]:
            if isinstance(block, Paragraph):
                yield Heading(_unlinked(block.inlines), 1)
        for runs in inlines_of(blocks[1:]):  # a logo that is a link
            self.reader.dropped.append(Dropped(Reason.PAGE_FURNITURE, runs))

    def _article(self, node: Node) -> Iterator[Block]:
        """Read the article; lines of the front matter in it are left out where they stand."""
        inside = [line for line in self.front if node.holds(line)]
        furniture = self.reader.is_furniture
        self.reader.is_furniture = lambda one: one in inside or furniture(one)
        yield from self.reader.flow(node)
        self.reader.is_furniture = furniture

    def _furniture(self, node: Node) -> None:
        """Leave *node* out, and say so if there is prose in it."""
        if not node.tag and not node.text.strip():
            return
        if node.tag and has_prose(node, self.weights):
            words = node.said()
            self.reader.say(f"left out as furniture, with {len(words.split())} words: {words[:60]!r}…")
        self.reader.leave_out(node)


def _is_in_text(node: Node, article: Node) -> bool:
    """Say if *node* is a part of the article, and not of comments under it."""
    if not article.holds(node):
        return any(above.tag in _HEADINGS for above in node.above())
    inside = (above for above in node.above() if above is not article and article.holds(above))
    return not any(above.names and naming.is_furniture_name(above.names) for above in inside)


# The title


def _title_node(nodes: list[Node], head: PageHead, article: Node) -> Node | None:
    """Return the heading that is the title: the one that the metadata name, or the first over the article or in it."""
    heard = [
        (n, said)
        for n in nodes
        if n.tag in _HEADINGS
        and not n.hidden
        and (said := n.said())
        and not any(a.hidden or "BreadcrumbList" in a.get("itemtype") for a in n.above())
    ]
    headings = [n for n, _ in heard]
    named = [(n, compared(said)) for n, said in heard]
    wanted = [compared(title) for title in (head.title, title_of_window(nodes)) if title]
    for title in wanted:
        if same := [n for n, said in named if said and said == title]:
            return min(same, key=lambda n: n.tag)
    parts = [
        (said, n)
        for n, said in named
        if len(said) > 12 and any(one.startswith(said) or one.endswith(said) for one in wanted)
    ]
    if parts:
        return next((n for _, n in parts if not names_site(n)), parts[0][1])
    first = [n for n in headings if n.tag == "h1"]
    inside = [n for n in first if article.holds(n)]
    before = [n for n in first if n.order < article.order]
    if inside:
        return inside[0] if len(inside) == 1 or inside[0] is next(iter(headings), None) else None
    if before and not any(names_site(n) for n in before[-1:]):
        return before[-1]
    return None


def _with_title(blocks: list[Block], head: PageHead, title: Node | None) -> list[Block]:
    """Return *blocks* with the title at their head; where the page shows none, the metadata have it."""
    if title is not None:
        wanted = {compared(title.said()), compared(_without_anchors(title))}
        for n, block in enumerate(blocks):
            if isinstance(block, Heading) and compared("".join(r.text for r in block.inlines)) in wanted:
                return [Heading(_unlinked(block.inlines), 1), *blocks[:n], *blocks[n + 1 :]]
    return [Heading((Inline(head.title),), 1), *blocks] if head.title else blocks


def _without_anchors(title: Node) -> str:
    """Return the words of a *title* without the links to itself that generators put there: ``¶``."""
    anchors = [node for node in title.walk() if node.tag and naming.is_furniture_name(node.names)]
    return "".join(
        node.text for node in title.walk() if not node.tag and not any(one.holds(node) for one in anchors)
    )


def _unlinked(inlines: Inlines) -> Inlines:
    """Return the runs of a title, which mostly links to the page itself, as text."""
    return tuple(replace(run, kind=Kind.TEXT, target="") if run.kind is Kind.LINK else run for run in inlines)


# The front matter


_NEAR = 60
"""Elements and texts beside a title among which a byline is looked for."""


def _front_lines(
    nodes: list[Node], title: Node | None, article: Node, authors: tuple[str, ...]
) -> list[Node]:
    """Return the lines that say who wrote the article and when: between its title and its text."""
    start = title.order if title is not None else article.order
    end = next(
        (n.order for n in article.walk() if n.tag == "p" and n.order > start and len(n.said().split()) >= 25),
        max(article.order, start + _NEAR) if title is not None else article.order,
    )
    near = max(0, start - _NEAR)
    between = [n for n in nodes if near <= n.order < end and not n.hidden]
    lines = lines_of_front(between, authors)
    return [line for line in lines if title is None or not (line.holds(title) or title.holds(line))]


def _take_front(head: PageHead, lines: list[Node]) -> None:
    """Fill what the metadata don't say from the lines that readers see, and say where they differ."""
    nodes = [node for line in lines for node in line.walk()]
    authors, day = seen_authors(nodes), seen_date(nodes)
    if authors and not head.fields.get("author"):
        head.fields["author"] = "; ".join(authors)
    elif authors and not _same_people(authors, head.authors):
        said = "; ".join(authors)
        head.messages.append(
            Message(
                f"author: the page's head says {head.fields['author']!r}, but its byline says {said!r}: the first was taken",
                doubtful=True,
            )
        )
    if day and not head.fields.get("date"):
        head.fields["date"] = day
    elif day and head.fields.get("date", "")[:10] != day and day != head.fields.get("updated", "")[:10]:
        head.messages.append(
            Message(
                f"date: the page's head says {head.fields['date']}, but it shows {day}: the first was taken",
                doubtful=True,
            )
        )


def _post(title: Node | None, article: Node) -> Node:
    """Return what holds the title and the article: what stands in it is about this article."""
    return next(
        (one for one in (article, *article.above()) if title is not None and one.holds(title)), article
    )


def _take_lines_under(head: PageHead, title: Node | None, article: Node) -> None:
    """Fill what neither the metadata nor the lines over the text say from lines under it, if they name one person or day."""
    if head.fields.get("author") and head.fields.get("date"):
        return
    lines = lines_under(n for n in _post(title, article).walk() if title is None or n.order > title.last)
    authors = seen_authors([node for line in lines for node in line.walk()])
    days = {day for line in lines if (day := seen_date(list(line.walk())))}
    if len(authors) == 1:
        head.fields.setdefault("author", authors[0])
    if len(days) == 1:
        head.fields.setdefault("date", days.pop())


def _same_people(ones: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Say if two bylines name the same people, or one of them fewer."""
    one, other = people("; ".join(ones)), people("; ".join(others))
    return any(name <= same or same <= name for name in one for same in other)


# The notes


def _with_notes(blocks: list[Block], reader: BlockReader, notes: PageNotes) -> list[Block]:
    """Return *blocks* with the list of notes at their end, and say what was moved."""
    made = reader.notes_made()
    if not made:
        return blocks
    places = {
        definition.label: n for n, definition in enumerate(notes.definitions) if definition in reader.made
    }
    made = tuple(sorted(made, key=lambda note: places[note.label]))
    last = max((run.at for runs in inlines_of(blocks) for run in runs), default=NOWHERE)
    moved = [reader.heading] if reader.heading and reader.heading[0].at < last else []
    reader.dropped += [Dropped(Reason.MOVED_TO_NOTES, runs) for runs in moved]
    for note in made:
        runs = tuple(
            run for inner in (note.marker, *inlines_of(note.blocks)) for run in inner if run.at != NOWHERE
        )
        if runs and runs[0].at < last:  # the text goes on after it, or a note that it stands in
            reader.dropped.append(Dropped(Reason.MOVED_TO_NOTES, runs))
        last = max((last, *(run.at for run in runs)))
    return [*blocks, Notes(reader.heading, made, notes.style)]
