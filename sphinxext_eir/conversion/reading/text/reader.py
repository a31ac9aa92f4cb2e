"""Extracted text → blocks: paragraphs, headings, lists, quotations, tables, with the little markup that there is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ...decisions import Decision, Taken
from ...document import (
    Block,
    Figure,
    Heading,
    Item,
    Listing,
    Literal,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from ...inlines import Inline, Inlines, Kind, place_of, plain, stripped
from ...outcome import Dropped, Message, Reason
from ...rules import LINE_ACROSS
from ...transcript import ConversionError, Reading, Scribe, Source
from ...wording import folded
from ..front_matter import front_matter_of
from .markdown import read_inlines
from .pictures import with_pictures
from .typed_lines import begins_at_edge, cells_of, ends_of_paragraphs, has_a_paragraph_per_line, is_set_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_BLANK = re.compile(r"\s*$")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(\S.*)?$")
_UNDERLINE = re.compile(r"\s{0,3}(={3,}|-{3,})\s*$")
_QUOTED = re.compile(r"\s{0,3}> ?")
_BULLET = re.compile(r"\s{0,3}([-*+•●▪■‣◦·])\s+(?=\S)")
_NUMBER = re.compile(r"\s{0,3}(\d{1,3})([.)])\s+(?=\S)")
_FENCE = re.compile(r"\s{0,3}(```+|~~~+)\s*(?:\w+\s*)?$")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*$")
_TABLE_LINE = re.compile(r"\s*(?:\|\s*)?:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*(?:\|\s*)?$")
_IMAGE = re.compile(r"\s*!\[[^\]]*\]\([^\s()]+(?:\s+\"[^\"]*\")?\)\s*$")

_HEADING_AT_MOST = 100
"""Characters of a line that is a heading since it is underlined with hyphens."""
_DEEPEST = 20
"""Levels of quotations and lists in one another; deeper ones are text."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the input."""

    text: str
    number: int


def read_text(path: Path) -> Reading:
    """Read a text file. Raises :class:`ConversionError` if it has no text."""
    text, messages = _decoded(path.read_bytes())
    if not text.strip():
        raise ConversionError("the file is empty")
    return with_pictures(read_string(text, messages), path.parent)


def read_string(text: str, messages: tuple[Message, ...] = ()) -> Reading:
    """Read extracted text."""
    text = tidy(text)
    front = front_matter_of(text)
    after = front.typed.count("\n") if front else 0
    lines = [_Line(line, number) for number, line in enumerate(text.split("\n"), 1)][after:]
    typed = [line.text for line in lines]
    ends = ends_of_paragraphs(typed)
    parser = _Parser(
        one_per_line=has_a_paragraph_per_line(typed),
        ends=frozenset(lines[n].number for n in ends),
        at_edge=begins_at_edge(typed),
    )
    if front:
        parser.drop(front.typed.strip(), Reason.BYLINE_RECAST)
        messages = (*messages, *front.messages)
    blocks = parser.blocks(lines)
    if front and front.title and not _is_titled(blocks, front.title):
        blocks.insert(0, Heading((Inline(front.title),), 1))
    return Reading(
        parser.scribe.transcript(),
        tuple(blocks),
        tuple(parser.dropped),
        messages,
        fields=front.fields if front else (),
        decisions=tuple(parser.decisions),
    )


def _is_titled(blocks: list[Block], title: str) -> bool:
    """Say if the text begins with its *title* itself."""
    first = blocks[0] if blocks else None
    return isinstance(first, Heading) and folded(plain(first.inlines)) == folded(title)


_ENCODINGS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def _decoded(data: bytes) -> tuple[str, tuple[Message, ...]]:
    """Decode *data* by its byte order mark, as UTF-8, or else as Windows did in Western Europe."""
    encoding = next((name for mark, name in _ENCODINGS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "utf-16":
            message = "this UTF-16 is damaged: what could not be read of it is marked �"
            return data.decode(encoding, errors="replace"), (Message(message, doubtful=True),)
        if b"\0" in data:
            raise ConversionError("this isn't a text file") from None
        message = "this isn't UTF-8: it was read as Windows-1252, so look at its accents and quotation marks"
        return data.decode("cp1252", errors="replace"), (Message(message, doubtful=True),)
    if "\0" in text:
        raise ConversionError("this isn't a text file")
    return text, ()


def tidy(text: str) -> str:
    """Return *text* with one kind of line break and no control characters: parsers give them meanings of their own."""
    text = re.sub(r"\r\n?|[\v\x85\u2028\u2029]", "\n", text.removeprefix("\ufeff"))
    text = text.replace("\t", "    ").replace("\f", "\n\f\n")
    return "".join(
        " " if unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\f" else character
        for character in text
    )


def _texts(lines: list[_Line], at: int) -> list[str]:
    """Return the text of the lines that begin *at* one, after a blank one and up to another; nothing within a run."""
    if at and not _BLANK.match(lines[at - 1].text):
        return []
    return [line.text for line in _run(lines, at)]


def _has_digit(cells: list[str]) -> bool:
    """Say if *cells* have a number among them."""
    return any(character.isdigit() for cell in cells for character in cell)


def _run(lines: list[_Line], at: int) -> list[_Line]:
    """Return the lines that begin *at* one, up to a blank one."""
    end = next((n for n in range(at, len(lines)) if _BLANK.match(lines[n].text)), len(lines))
    return lines[at:end]


@dataclass
class _Parser:
    """Reads lines into blocks, and writes the transcript on its way."""

    one_per_line: bool = False
    ends: frozenset[int] = frozenset()
    """The numbers of lines that end paragraphs, whatever follows."""
    at_edge: bool = True
    """True if text begins at the edge, and what is set in is something else."""
    scribe: Scribe = field(default_factory=Scribe)
    dropped: list[Dropped] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)

    def drop(self, text: str, reason: Reason) -> None:
        """Write *text*, which stands first, down as left out for a *reason*."""
        self.scribe.at(Source(line=1))
        self.dropped.append(Dropped(reason, (self.scribe.write(text),)))
        self.scribe.write("\n")

    def blocks(self, lines: list[_Line], depth: int = 0) -> list[Block]:
        """Read *lines*."""
        blocks: list[Block] = []
        position = 0
        while position < len(lines):
            line = lines[position]
            if _BLANK.match(line.text) and "\f" not in line.text:
                position += 1
                continue
            for starts, read in self._readers(depth):
                if starts(lines, position):
                    block, position = read(lines, position, depth)
                    blocks.append(block)
                    break
        return blocks

    def _readers(
        self, depth: int
    ) -> tuple[
        tuple[
            Callable[[list[_Line], int], object],
            Callable[[list[_Line], int, int], tuple[Block, int]],
        ],
        ...,
    ]:
        """Return the forms of blocks in the order in which they are tried: a test of the first line, and a reader."""
        nested = (
            (
                (lambda lines, at: _QUOTED.match(lines[at].text), self._quote),
                (lambda lines, at: _BULLET.match(lines[at].text), self._bullets),
                (_is_numbered_list, self._numbered),
            )
            if depth < _DEEPEST
            else ()
        )
        return (
            (lambda lines, at: "\f" in lines[at].text, self._page_break),
            (lambda lines, at: _HEADING.match(lines[at].text), self._heading),
            (lambda lines, at: LINE_ACROSS.match(lines[at].text), self._rule),
            (_is_fenced, self._literal),
            (_is_table, self._table),
            (lambda lines, at: _IMAGE.match(lines[at].text), self._figure),
            *nested,
            (lambda lines, at: depth == 0 and cells_of(_texts(lines, at)), self._columns),
            (lambda lines, at: depth == 0 and self.at_edge and is_set_in(_texts(lines, at)), self._set_in),
            (lambda _lines, _at: True, self._paragraph),
        )

    # One block each: the block, and the position after it

    def _page_break(self, _lines: list[_Line], at: int, _depth: int) -> tuple[Block, int]:
        """Read a form feed."""
        return PageBreak(), at + 1

    def _heading(self, lines: list[_Line], at: int, _depth: int) -> tuple[Block, int]:
        """Read ``# heading``."""
        match = _HEADING.match(lines[at].text)
        assert match
        text = (match[2] or "").rstrip().rstrip("#").rstrip()
        inlines = self._inlines([_Line(text, lines[at].number)])
        return self._marked_heading(inlines, len(match[1]), "begins with '#'"), at + 1

    def _marked_heading(self, inlines: Inlines, level: int, criterion: str) -> Heading:
        """Return a heading, and record the criterion that makes it one."""
        self.decisions.append(Decision(place_of(inlines), Taken.HEADING, criterion))
        return Heading(inlines, level)

    def _rule(self, lines: list[_Line], at: int, _depth: int) -> tuple[Block, int]:
        """Read a line across the text."""
        self.scribe.at(Source(line=lines[at].number))
        run = self.scribe.write(lines[at].text.strip())
        self.scribe.write("\n")
        return Rule((run,)), at + 1

    def _literal(self, lines: list[_Line], at: int, _depth: int) -> tuple[Block, int]:
        """Read fenced code."""
        fence = _FENCE.match(lines[at].text)
        assert fence
        end = next(
            (n for n in range(at + 1, len(lines)) if lines[n].text.strip().startswith(fence[1])), len(lines)
        )
        runs = []
        for line in lines[at + 1 : end]:
            self.scribe.at(Source(line=line.number))
            runs.append(self.scribe.write(line.text.rstrip() + "\n"))
        return Literal(stripped(tuple(runs))), end + 1

    def _table(self, lines: list[_Line], at: int, _depth: int) -> tuple[Block, int]:
        """Read a table of ``| cells |``."""
        end = at
        rows: list[tuple[Inlines, ...]] = []
        while end < len(lines) and _TABLE_ROW.match(lines[end].text):
            if end != at + 1:
                cells = re.split(r"(?<!\\)\|", lines[end].text.strip()[1:-1])
                rows.append(tuple(self._inlines([_Line(cell, lines[end].number)]) for cell in cells))
            end += 1
        width = max(map(len, rows))
        return Table(tuple(row + ((),) * (width - len(row)) for row in rows), header=1), end

    def _columns(self, lines: list[_Line], at: int, _depth: int) -> tuple[Block, int]:
        """Read a table whose cells stand under one another, apart by spaces."""
        run = _run(lines, at)
        typed = cells_of([line.text for line in run])
        rows = tuple(
            tuple(self._inlines([_Line(cell, line.number)]) for cell in row)
            for row, line in zip(typed, run, strict=True)
        )
        headed = not _has_digit(typed[0]) and any(map(_has_digit, typed))
        return Table(rows, header=int(headed)), at + len(run)

    def _set_in(self, lines: list[_Line], at: int, _depth: int) -> tuple[Block, int]:
        """Read a quotation that is set in."""
        run = _run(lines, at)
        return Quote((Paragraph(self._inlines(run)),)), at + len(run)

    def _figure(self, lines: list[_Line], at: int, _depth: int) -> tuple[Block, int]:
        """Read a picture that has the line for itself."""
        (image,) = (run for run in self._inlines([lines[at]]) if run.kind is Kind.IMAGE)
        # A reader of the text sees its description, so it is one of the words.
        return Figure(image.target, caption=(replace(image, kind=Kind.TEXT, target=""),)), at + 1

    def _quote(self, lines: list[_Line], at: int, depth: int) -> tuple[Block, int]:
        """Read ``> a quotation``."""
        end = at
        while end < len(lines) and _QUOTED.match(lines[end].text):
            end += 1
        inner = [_Line(_QUOTED.sub("", line.text, count=1), line.number) for line in lines[at:end]]
        return Quote(tuple(self.blocks(inner, depth + 1))), end

    def _bullets(self, lines: list[_Line], at: int, depth: int) -> tuple[Block, int]:
        """Read a list with bullets."""
        items, end = self._items(lines, at, depth, _BULLET)
        return Listing(items), end

    def _numbered(self, lines: list[_Line], at: int, depth: int) -> tuple[Block, int]:
        """Read a numbered list."""
        items, end = self._items(lines, at, depth, _NUMBER)
        match = _NUMBER.match(lines[at].text)
        assert match
        return Listing(items, int(match[1])), end

    def _items(
        self, lines: list[_Line], at: int, depth: int, pattern: re.Pattern[str]
    ) -> tuple[tuple[Item, ...], int]:
        """Read the items of a list that begins *at* a line."""
        items: list[Item] = []
        starts = _item_starts(lines, at, pattern)
        ends = [*starts[1:], _end_of_item(lines, starts[-1], pattern)]
        for start, end in zip(starts, ends, strict=True):
            match = pattern.match(lines[start].text)
            assert match
            self.scribe.at(Source(line=lines[start].number))
            marker = self.scribe.write(match[0].strip())
            self.scribe.write(" ")
            inner = [_Line(lines[start].text[match.end() :], lines[start].number)]
            inner += [_Line(line.text.strip(), line.number) for line in lines[start + 1 : end]]
            items.append(Item((marker,), tuple(self.blocks(inner, depth + 1))))
        return tuple(items), ends[-1]

    def _paragraph(self, lines: list[_Line], at: int, depth: int) -> tuple[Block, int]:
        """Read a paragraph, or a heading that is underlined."""
        end = at + 1
        while end < len(lines) and not self.one_per_line and lines[end - 1].number not in self.ends:
            text = lines[end].text
            underline = _UNDERLINE.match(text)
            if underline and end == at + 1 and (underline[1][0] == "=" or _is_short(lines[at].text)):
                level = 1 if underline[1][0] == "=" else 2
                return self._marked_heading(self._inlines(lines[at:end]), level, "underlined"), end + 1
            if _BLANK.match(text) or any(
                starts(lines, end) for starts, read in self._readers(depth)[:-1] if read != self._numbered
            ):
                break
            if _is_numbered_list(lines, end):
                break
            end += 1
        return Paragraph(self._inlines(lines[at:end])), end

    def _inlines(self, lines: list[_Line]) -> Inlines:
        """Read the markup of *lines*, which are one paragraph."""
        # A paragraph is one source: a person will look for it at its first line.
        self.scribe.at(Source(line=lines[0].number))
        inlines, dropped = read_inlines("\n".join(line.text.strip() for line in lines), self.scribe)
        self.scribe.write("\n")
        self.dropped += dropped
        return stripped(inlines)


def _is_short(text: str) -> bool:
    """Say if *text* is a heading rather than a paragraph over a rule."""
    return len(text) <= _HEADING_AT_MOST and not text.rstrip().endswith((".", "!", ";", ","))


def _is_fenced(lines: list[_Line], at: int) -> bool:
    """Say if fenced code begins there. A fence that nothing closes is text; else the rest of the article would be code."""
    fence = _FENCE.match(lines[at].text)
    return bool(fence) and any(line.text.strip().startswith(fence[1]) for line in lines[at + 1 :])  # type: ignore[index]


def _is_table(lines: list[_Line], at: int) -> bool:
    """Say if a table begins there: two rows, the second a line."""
    return bool(
        _TABLE_ROW.match(lines[at].text) and at + 1 < len(lines) and _TABLE_LINE.match(lines[at + 1].text)
    )


def _is_numbered_list(lines: list[_Line], at: int) -> bool:
    """Say if a numbered list begins there, with two items at least: a single number may be a heading's."""
    return bool(_NUMBER.match(lines[at].text)) and len(_item_starts(lines, at, _NUMBER)) > 1


def _item_starts(lines: list[_Line], at: int, pattern: re.Pattern[str]) -> list[int]:
    """Return the first lines of a list's items, given that of the first."""
    first = pattern.match(lines[at].text)
    assert first
    starts = [at]
    while True:
        position = _next_block(lines, _end_of_item(lines, starts[-1], pattern))
        match = pattern.match(lines[position].text) if position < len(lines) else None
        if not match or not _follows(first, match, len(starts)):
            return starts
        starts.append(position)


def _follows(first: re.Match[str], match: re.Match[str], count: int) -> bool:
    """Say if *match* is the marker of the item after the first *count*."""
    if match[1].isdecimal():
        return match[2] == first[2] and int(match[1]) == int(first[1]) + count
    return match[1] == first[1]


def _end_of_item(lines: list[_Line], at: int, pattern: re.Pattern[str] = _BULLET) -> int:
    """Return the end of the item that begins *at* a line: the blank line that nothing indented follows."""
    position = at + 1
    while position < len(lines):
        text = lines[position].text
        if _BLANK.match(text) or "\f" in text:
            following = _next_block(lines, position)
            if "\f" in text or following == len(lines) or not lines[following].text.startswith("  "):
                return position
        elif pattern.match(text) or _HEADING.match(text) or LINE_ACROSS.match(text):
            return position
        position += 1
    return position


def _next_block(lines: list[_Line], position: int) -> int:
    """Return the position of the first line that isn't blank."""
    while position < len(lines) and _BLANK.match(lines[position].text) and "\f" not in lines[position].text:
        position += 1
    return position
