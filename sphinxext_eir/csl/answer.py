"""Pandoc's answer → inlines, cut into the pieces that citations are composed of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias
from unicodedata import normalize
from urllib.parse import quote

from . import marks
from .model import CiteLink, FormattedEntry, Link, NoteNumber, Span, Text, plain_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .model import Inline, Inlines

KINDS = {
    "Emph": "emphasis",
    "Strong": "strong",
    "Superscript": "superscript",
    "Subscript": "subscript",
    "SmallCaps": "small-caps",
    "Underline": "underline",
    "Strikeout": "strikeout",
}
QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}
DISPLAYED = frozenset(("csl-block", "csl-indent", "csl-left-margin", "csl-right-inline"))
"""Classes of parts of entries that stand apart."""
SAFE_TARGET = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
NO_DOI = re.compile(r"https?://(?:dx\.)?doi\.org/(?!10[./])[^?#]*[/\s\"<>]", re.IGNORECASE)
"""The address of what stands for a DOI and is none: *in press*. A short DOI is a word (DOI Handbook, 2.2)."""
UNWRITTEN = re.compile(r"[\s\"<>\\^`{|}]")
"""Characters that stand in no address (RFC 3986, appendix A), though in DOIs: ``10.1002/…8<693::AID-ASI4>3.0.CO;2-O``."""
NOTE_NUMBER = re.compile(f"{marks.NOTE}([0-9]{{1,9}}){marks.NOTE_END}")
LOCATOR = re.compile(f"{marks.LOCATOR}(.*?){marks.LOCATOR_END}", re.DOTALL)
RAISED_LETTERS = re.compile("[ʰʲʳʷʸˡˢˣᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁᵂᵃᵇᵈᵉᵍᵏᵐᵒᵖᵗᵘᵛᶜᶠᶻⁱⁿⱽ]")
RAISED = re.compile(f"((?:{RAISED_LETTERS.pattern})+)")

Node: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Piece:
    """One of pandoc's citations, cut at the marks, which are taken out."""

    author: Inlines
    """The text before the layout, or before the note: in narrative citations, the authors."""
    body: Inlines
    """The layout with its prefix and suffix; empty if the citation is a note."""
    inside: Inlines
    """The layout without its prefix and suffix."""
    note: Inlines
    locators: tuple[str, ...]
    """The locators that were printed."""


class AnswerReader:
    """Reads an answer, in which entries have the names that were sent."""

    def __init__(self, key: Callable[[str], str | None], conjunction: str = "") -> None:
        """Take the function that returns an entry's key for its name, and the word for *and* that names in the text have."""
        self._key = key
        self._and = conjunction

    def pieces(self, blocks: Iterable[Node]) -> list[list[Piece]]:
        """Return the pieces of each citation."""
        return [
            [self._piece(inline["c"][1]) for inline in block["c"] if inline["t"] == "Cite"]
            for block in blocks
            if block["t"] == "Para"
        ]

    def _piece(self, nodes: list[Node]) -> Piece:
        note = next((node for node in nodes if node["t"] == "Note"), None)
        inlines = _asked(self._inlines(node for node in nodes if node is not note))
        noted = _asked(self._inlines(_block_inlines(note["c"]))) if note else ()
        locators = tuple(LOCATOR.findall(plain_text((*inlines, *noted))))
        author, body = _cut(inlines, marks.BEFORE)
        if note or not body:  # a note, or a style without marks
            author, body = (inlines, ()) if note else ((), inlines)
            return Piece(
                _in_words(author, self._and), finished(body), finished(body), finished(noted), locators
            )
        prefix, rest = _cut(body, marks.START)
        inside, suffix = _cut(rest or body, marks.END)
        inside = finished(inside)  # without its author, a citation may begin with a space
        body = stripped(_joined((*_clean(prefix), *inside, *_clean(suffix))))
        return Piece(_in_words(author, self._and), body, inside, (), locators)

    def entries(self, blocks: Iterable[Node]) -> list[FormattedEntry]:
        """Return the entries of the bibliography, in its order."""
        lists = [block["c"][1] for block in blocks if block["t"] == "Div" and block["c"][0][0] == "refs"]
        return [
            FormattedEntry(key, *self._entry(block["c"][1]))
            for blocks in lists
            for block in blocks
            if block["t"] == "Div" and (key := self._key(block["c"][0][0].removeprefix("ref-")))
        ]

    def _entry(self, blocks: list[Node]) -> tuple[Inlines, Inlines]:
        """Return text and label of an entry."""
        label: Inlines = ()
        text: list[Inline] = []
        before: frozenset[str] = frozenset()
        for node in _block_inlines(blocks):
            display = DISPLAYED & {*(node["c"][0][1] if node["t"] == "Span" else ())}
            if "csl-left-margin" in display and not text:
                label = finished(self._inlines([node]))
                continue
            if text and (display or "csl-block" in before):
                text.append(Text(" "))
            before = display
            text += self._inlines([node])
        return finished(_asked(tuple(text))), label

    # Nodes of pandoc

    def _inlines(self, nodes: Iterable[Node], *, slanted: bool = False) -> Inlines:
        return _joined(inline for node in nodes for inline in self._inline(node, slanted=slanted))

    def _inline(self, node: Node, *, slanted: bool) -> Inlines:  # noqa: PLR0911 - one for each kind
        kind: str = node["t"]
        content: Any = node.get("c")
        match kind:
            case "Str":
                return _raised(content)
            case "Space" | "SoftBreak" | "LineBreak":
                return (Text(" "),)
            case "Emph" if slanted:
                return (Span("plain", self._inlines(content)),)
            case _ if kind in KINDS:
                return (Span(KINDS[kind], self._inlines(content, slanted=slanted or kind == "Emph")),)
            case "Link":
                return self._link(content[2][0], self._inlines(content[1], slanted=slanted))
            case "Quoted":
                opening, closing = QUOTES[str(content[0]["t"])]
                return (Text(opening), *self._inlines(content[1], slanted=slanted), Text(closing))
            case "Span" | "Cite":
                return self._inlines(content[1], slanted=slanted)
            case "Note":
                return self._inlines(_block_inlines(content), slanted=slanted)
            case "Code" | "Math" | "RawInline":
                return (Text(str(content[1])),)
            case _:
                return ()

    def _link(self, target: str, children: Inlines) -> Inlines:
        key = self._key(target.removeprefix("#ref-")) if target.startswith("#ref-") else None
        if key is not None:
            return _cite_link(key, children)
        if not SAFE_TARGET.match(target) or NO_DOI.match(target):
            return children
        return (Link(UNWRITTEN.sub(lambda char: quote(char[0]), target), children),)


def _raised(text: str) -> Inlines:
    """Return *text* with raised letters, as in *nᵒ* and *2ᵉ*, set as such: few fonts have these characters.

    Raised digits, ª and º are in every font.
    """
    return tuple(
        Span("superscript", (Text(RAISED_LETTERS.sub(lambda letter: normalize("NFKC", letter[0]), part)),))
        if place % 2
        else Text(part)
        for place, part in enumerate(RAISED.split(text))
        if part
    )


def _block_inlines(blocks: Iterable[Node]) -> list[Node]:
    return [inline for block in blocks if block["t"] in ("Para", "Plain") for inline in block["c"]]


def _cite_link(key: str, children: Inlines) -> Inlines:
    """Return a link to an entry around *children*; only around those before the first link to the web, since links don't nest."""
    end = next((place for place, child in enumerate(children) if _has_link(child)), len(children))
    return (CiteLink(key, children[:end]), *children[end:]) if end else children


def _has_link(inline: Inline) -> bool:
    match inline:
        case Link() | CiteLink():
            return True
        case Span(_, children):
            return any(map(_has_link, children))
        case _:
            return False


# Cutting and finishing


def _joined(inlines: Iterable[Inline]) -> Inlines:
    """Return *inlines* with neighbouring texts joined and empty ones dropped."""
    joined: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text):
            if joined and isinstance(joined[-1], Text):
                joined[-1] = Text(joined[-1].text + inline.text)
                continue
            if not inline.text:
                continue
        joined.append(inline)
    return tuple(joined)


def _with_children(inline: Inline, children: Inlines) -> Inlines:
    """Return *inline* with other children; nothing if there are none."""
    match inline:
        case Span(kind, _) if children:
            return (Span(kind, children),)
        case Link(target, _) if children:
            return (Link(target, children),)
        case CiteLink(key, _) if children:
            return (CiteLink(key, children),)
        case _:
            return ()


CLOSING = frozenset("'\"’‘”“»›)]\u00a0\u202f" + marks.ALL)
"""Characters between a question mark and the stop that is dropped behind it: “What Is Peace?” here, and no full stop.

German quotations end with “, French ones with a space and », Arabic ones in CSL with a straight mark.
"""


def _asked(inlines: Inlines) -> Inlines:
    """Return *inlines* without full stops and colons right behind the question or exclamation mark of a title."""
    if marks.ASKED not in plain_text(inlines):
        return inlines
    asked = False

    def settled(some: Inlines) -> Iterator[Inline]:
        nonlocal asked
        for inline in some:
            if isinstance(inline, Text):
                kept = ""
                for char in inline.text:
                    dropped = asked and char in ".:"
                    asked = char == marks.ASKED or (asked and char in CLOSING)
                    kept += "" if dropped else char
                yield Text(kept)
            elif isinstance(inline, NoteNumber):
                yield inline
            else:
                yield from _with_children(inline, tuple(settled(inline.children)))

    return _joined(settled(inlines))


def _cut(inlines: Inlines, mark: str) -> tuple[Inlines, Inlines]:
    """Return the inlines before and after *mark*; all and none if the mark isn't there."""
    for place, inline in enumerate(inlines):
        before: Inlines
        after: Inlines
        if isinstance(inline, Text):
            left, found, right = inline.text.partition(mark)
            if not found:
                continue
            before, after = (Text(left),), (Text(right),)
        elif isinstance(inline, NoteNumber) or mark not in plain_text(inline.children):
            continue
        else:
            parts = _cut(inline.children, mark)
            before, after = (_with_children(inline, part) for part in parts)
        return _joined((*inlines[:place], *before)), _joined((*after, *inlines[place + 1 :]))
    return inlines, ()


SIGN = re.compile(f"\\S{marks.AND}")


def _in_words(author: Inlines, conjunction: str) -> Inlines:
    """Return *author* with *conjunction* for the sign for *and*: it stands in the sentence, not in brackets."""

    def worded(some: Inlines) -> Iterator[Inline]:
        for inline in some:
            if isinstance(inline, Text):
                yield Text(SIGN.sub(conjunction, inline.text))
            elif isinstance(inline, NoteNumber):
                yield inline
            else:
                yield from _with_children(inline, tuple(worded(inline.children)))

    return finished(worded(author) if conjunction else author)


def finished(inlines: Iterable[Inline]) -> Inlines:
    """Return *inlines* without marks and without spaces at either end."""
    return stripped(_clean(inlines))


def _clean(inlines: Iterable[Inline]) -> Inlines:
    """Return *inlines* without marks."""
    return _joined(part for inline in inlines for part in _finished(inline))


def _finished(inline: Inline) -> Iterator[Inline]:
    match inline:
        case Text(text):
            for place, part in enumerate(NOTE_NUMBER.split(text)):
                if place % 2:
                    yield NoteNumber(int(part))
                elif words := marks.unmarked(part.replace(marks.PIPE, "|").replace(marks.QUOTE, "'")):
                    yield Text(words)
        case NoteNumber():
            yield inline
        case _:
            yield from _with_children(inline, _clean(inline.children))


def stripped(inlines: Inlines) -> Inlines:
    """Return *inlines* without spaces at either end, however deep they stand."""
    while inlines and (end := _without_space(inlines[0], str.lstrip)) != inlines[:1]:
        inlines = (*end, *inlines[1:])
    while inlines and (end := _without_space(inlines[-1], str.rstrip)) != inlines[-1:]:
        inlines = (*inlines[:-1], *end)
    return inlines


def _without_space(inline: Inline, strip: Callable[[str, str], str]) -> Inlines:
    """Return *inline* without the space that *strip* takes from its end; nothing if nothing is left."""
    match inline:
        case Text(text):
            left = strip(text, " ")
            return (Text(left),) if left else ()
        case NoteNumber():
            return (inline,)
        case _:
            first = strip(" x", " ") == "x"
            end = inline.children[:1] if first else inline.children[-1:]
            kept = _without_space(end[0], strip) if end else ()
            children = (*kept, *inline.children[1:]) if first else (*inline.children[:-1], *kept)
            return _with_children(inline, children)
