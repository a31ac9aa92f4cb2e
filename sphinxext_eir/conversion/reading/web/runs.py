"""Inline elements → runs that know their place in the transcript; paragraphs of them; and what is left out in their midst."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urljoin

from ...document import Block, Figure, Paragraph
from ...inlines import Inline, Kind, cut, merged, plain, stripped
from ...outcome import Dropped, Message, Reason
from ...transcript import Source
from .tree import LEFT_OUT, Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...transcript import Scribe
    from .markers import Definition, PageNotes

_STYLES = {
    "em": Kind.EMPHASIS,
    "i": Kind.EMPHASIS,
    "u": Kind.EMPHASIS,
    "cite": Kind.EMPHASIS,
    "dfn": Kind.EMPHASIS,
    "var": Kind.EMPHASIS,
    "strong": Kind.STRONG,
    "b": Kind.STRONG,
    "sup": Kind.SUPERSCRIPT,
    "sub": Kind.SUBSCRIPT,
    "code": Kind.CODE,
    "kbd": Kind.CODE,
    "samp": Kind.CODE,
    "tt": Kind.CODE,
}
"""Elements that set a text off. Underlining is the typewriter's italics."""

_TYPED = frozenset("button datalist dialog div noscript option p select span textarea".split())
"""Elements with words in them, though they may be hidden."""
WEB = re.compile(r"(?:https?|ftp|mailto):", re.IGNORECASE)
_LETTER = re.compile(r"\w")
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_SPACES = re.compile(r"  +")


class Pictures(Protocol):
    """Where the pictures of a page are."""

    expected: bool
    """False if nobody said where they are, so that nothing is wrong if they aren't there."""
    place: str
    """The same in words: ``beside the page``."""

    def __call__(self, source: str, description: str, /) -> tuple[str, bool]:
        """Return the name of the file of a picture and True, or its full address and False."""


@dataclass
class RunReader:
    """Reads inline elements, and writes the transcript on its way."""

    scribe: Scribe
    base: str
    """The address of the page, to which its links are relative."""
    notes: PageNotes
    pictures: Pictures
    of_blocks: set[Node]
    """Elements with blocks in them."""
    around_notes: frozenset[Node]
    """Notes, and elements with notes in them."""
    bylines: frozenset[Node] = frozenset()
    """Lines that say who wrote the article, and when."""
    whole: bool = False
    """True if the page is all article, so that no heading is one of furniture."""
    dropped: list[Dropped] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    buttons: set[Node] = field(default_factory=set)
    """Links in the midst of a paragraph that aren't the author's."""
    consumed: set[Node] = field(default_factory=set)
    """Nodes that were read already, elsewhere than in their place: the title, further blocks of notes."""
    line: int = 0
    _open: bool = False
    """True if the paragraph that is being written has a word."""
    _spaced: bool = True
    """True if it ends in white space."""

    def read_note(self, definition: Definition) -> None:
        """Read a note that stands in the sentence, block by block."""
        raise NotImplementedError

    # What is left out

    def leave_out(self, node: Node) -> None:
        """Write down what *node* says, as left out: furniture, or a byline that the front matter says in another form."""
        reason = Reason.BYLINE_RECAST if node in self.bylines else Reason.PAGE_FURNITURE
        text = node.said() if node.tag else " ".join(node.text.split())
        self.drop(text, reason)
        self.consumed.add(node)

    def drop(self, text: str, reason: Reason) -> None:
        """Write *text* down as left out for a *reason*."""
        if text:
            self._begin()
            self.dropped.append(Dropped(reason, (self._write(CONTROL.sub(" ", text), Kind.TEXT, ""),)))
            self.scribe.write("\n")

    def _hide(self, node: Node) -> None:
        """Write down what an element says that browsers don't show, or show as a part of a form, where all of the page is the author's."""
        if self.whole and node.hidden and node.tag in _TYPED and node not in self.consumed:
            self._drop_inside(" ".join(n.text for n in node.walk() if not n.tag), Reason.PAGE_FURNITURE)
            self.consumed.add(node)

    def _drop_inside(self, text: str, reason: Reason) -> None:
        """Write *text* down as left out in the midst of a paragraph, which goes on as if it weren't there."""
        if text.strip():
            spaced, begun = self._spaced, self._open
            text = CONTROL.sub(" ", " ".join(text.split()))
            self.dropped.append(Dropped(reason, (self._write(text, Kind.TEXT, ""),)))
            self._spaced, self._open = spaced, begun

    # Paragraphs

    def _begin(self) -> None:
        """Begin a paragraph."""
        self.line += 1
        self.scribe.at(Source(line=self.line))
        self._open = False
        self._spaced = True

    def paragraphs(self, children: list[Node]) -> Iterator[Block]:
        """Read text as paragraphs: one, or several where line breaks stand in pairs. Pictures follow it."""
        if not any(child.tag or child.text.strip() for child in children):
            return
        self._begin()
        inlines = merged(list(self._runs(children, Kind.TEXT, "")))
        self.scribe.write("\n")
        pictures = [run for run in inlines if run.kind is Kind.IMAGE]
        text = tuple(run for run in inlines if run.kind is not Kind.IMAGE)
        start = 0
        said = plain(text)
        for match in (*_PARAGRAPH_BREAK.finditer(said), None):
            part = stripped(cut(text, start, match.start() if match else len(said)))
            if any(run.text.strip() for run in part):
                yield Paragraph(part)
            start = match.end() if match else 0
        for run in pictures:
            yield self._picture(run)

    def _picture(self, run: Inline) -> Block:
        """Return a picture as a figure or, if its file isn't there, as a link to it."""
        name, here = self.pictures(run.target, run.text)
        if here:
            return Figure(name, run.text.strip())
        said = f"the picture {name!r} isn't {self.pictures.place}: a link stands in its place"
        self.say(said, doubtful=self.pictures.expected)
        description = run.text.strip() if _LETTER.search(run.text) else _last_part(name)
        return self._link(description, name)

    def _link(self, text: str, target: str) -> Block:
        """Return a paragraph that is a link with a *text* from the page's markup; text alone where the target is no address."""
        self._begin()
        kind = Kind.LINK if WEB.match(target) else Kind.TEXT
        run = self._write(text, kind, target if kind is Kind.LINK else "")
        self.scribe.write("\n")
        return Paragraph((run,))

    def _runs(self, nodes: list[Node], kind: Kind, target: str) -> Iterator[Inline]:
        """Yield the runs of *nodes*, which are of a *kind*, or link to a *target*, unless they say otherwise."""
        for node in nodes:
            if not node.tag:
                text = self._collapsed(node.text)
                if text:
                    yield self._write(text, kind, target)
            elif node in self.notes.references:
                yield from self._reference(node)
            elif node in self.notes.skipped or node in self.consumed:
                continue
            elif node in self.notes.by_block:
                self.read_note(self.notes.by_block[node])
            elif node.hidden:
                self._hide(node)
            elif node.tag == LEFT_OUT:
                self._drop_inside(node.said(), Reason.SHORTCODE)
            else:
                yield from self._element(node, kind, target)

    def _element(self, node: Node, kind: Kind, target: str) -> Iterator[Inline]:
        """Yield the runs of an inline element."""
        match node.tag:
            case "br":
                yield self._write("\n", kind, target)
                self._spaced = True
            case "img":
                yield from self._image(node)
            case "a" if _is_anchor(node) or node in self.buttons:
                self._drop_inside(node.said(), Reason.PAGE_FURNITURE)
            case "a":
                if full := self.full_address(node.get("href")):
                    yield from self._runs(node.children, Kind.LINK, full)
                else:
                    yield from self._runs(node.children, kind, target)
            case "q":
                yield self._write("“", kind, target)
                self._spaced = True
                yield from self._runs(node.children, kind, target)
                yield self._write("”", kind, target)
            case "math":
                yield from self._math(node)
            case "picture":
                image = next((n for n in node.walk() if n.tag == "img"), None)
                if image is not None:
                    yield from self._image(image)
            case _:
                style = kind if kind in (Kind.LINK, Kind.CODE) else self._style(node, kind)
                yield from self._runs(node.children, style, target)

    def full_address(self, typed: str) -> str:
        """Return the address that a link leads to; nothing for one on the same page, or that is no address."""
        typed = typed.strip()
        full = _resolved(self.base, typed) if typed and not typed.startswith("#") else ""
        return full if WEB.match(full) else ""

    @staticmethod
    def _style(node: Node, kind: Kind) -> Kind:
        """Return the kind of what stands in *node*, by its tag or by its style."""
        if node.tag in _STYLES:
            return _STYLES[node.tag]
        style = node.get("style").replace(" ", "").lower()
        if not style:
            return kind
        if "font-style:italic" in style:
            return Kind.EMPHASIS
        if re.search(r"font-weight:(?:bold|[6-9]00)", style):
            return Kind.STRONG
        return Kind.SUPERSCRIPT if "vertical-align:super" in style else kind

    def _reference(self, node: Node) -> Iterator[Inline]:
        """Yield a reference to a note, and read the note if it stands there."""
        definition = self.notes.references[node]
        if node in self.notes.by_block:
            self.read_note(definition)
            yield Inline(f"[{definition.label}]", kind=Kind.NOTE, target=definition.label)
            return
        if node.holds(definition.block):
            self.read_note(definition)
            yield Inline(f"[{definition.label}]", kind=Kind.NOTE, target=definition.label)
            return
        self._spaced = False
        yield self._write(" ".join(node.said().split()) or "*", Kind.NOTE, definition.label)

    def _math(self, node: Node) -> Iterator[Inline]:
        """Yield a formula: its TeX, where the page has it, or its text."""
        tex = next(
            (n.said() for n in node.walk() if n.tag == "annotation" and "tex" in n.get("encoding").lower()),
            "",
        ) or node.get("alttext")
        tex = re.sub(r"^\{\\displaystyle (.*)\}$", r"\1", " ".join(tex.split()))
        if tex:
            yield self._write(tex, Kind.MATH, "")
        else:
            yield from self._runs([Node("", {}, None, node.said())], Kind.TEXT, "")

    def _image(self, node: Node) -> Iterator[Inline]:
        """Yield a picture, if it shows something: not a dot that counts readers."""
        candidates = [
            node.get(name)
            for name in (
                "src",
                "data-src",
                "data-lazy-src",
                "data-original",
                "data-orig-file",
                "data-full-url",
            )
        ]
        candidates += [
            part.split()[0]
            for name in ("srcset", "data-srcset")
            for part in node.get(name).split(",")
            if part.strip()
        ]
        source = next(
            (one for one in candidates if one and not one.startswith(("data:", "about:", "blob:"))), ""
        )
        tiny = node.get("width") in ("0", "1") or node.get("height") in ("0", "1")
        emoji = "emoji" in node.names or "wp-smiley" in node.names
        if emoji and node.get("alt"):
            yield self._write(node.get("alt"), Kind.TEXT, "")
        elif source and not tiny:
            yield Inline(" ".join(node.get("alt").split()) or " ", kind=Kind.IMAGE, target=source)

    def _collapsed(self, text: str) -> str:
        """Return *text* with single spaces, and none after a space."""
        text = text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
        if not text.isprintable():
            text = CONTROL.sub(" ", text)
        text = _SPACES.sub(" ", text)
        return text.removeprefix(" ") if self._spaced else text

    def _write(self, text: str, kind: Kind, target: str) -> Inline:
        """Write *text* down."""
        self._open = True
        self._spaced = text.endswith((" ", "\n"))
        return self.scribe.write(text, kind, target)

    def say(self, text: str, *, doubtful: bool = False) -> None:
        """Say something to the person who converts."""
        self.messages.append(Message(text, self.scribe.place, doubtful))


_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def _is_anchor(node: Node) -> bool:
    """Say if a link in a heading is a sign that leads to the heading itself: ``¶``, ``#``."""
    return (
        "#" in node.get("href")
        and not any(character.isalnum() for character in node.said())
        and any(above.tag in _HEADINGS for above in node.above())
    )


def _last_part(address: str) -> str:
    """Return the name of the file that an *address* leads to."""
    return re.split(r"[?#]", address, maxsplit=1)[0].rstrip("/").rsplit("/", 1)[-1] or address


def _resolved(base: str, address: str) -> str:
    """Return *address* in full; one that no URL can be stays as it is."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address
