"""Groups → paragraphs with their looks, notes, pictures, and what else stands in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from .characters import WORDS, text_of, with_whole_letters
from .grid import RowLooks, Rows
from .tokens import Binary, Control, Group, Typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .characters import Letters
    from .tokens import Part

_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
"""Letters that a font of signs has where Unicode has none."""


@dataclass(frozen=True, slots=True)
class Looks:
    """How letters are set."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    lowered: bool = False
    hidden: bool = False
    """Hidden letters, and those that were deleted while changes were tracked."""
    link: str = ""
    font: int | None = None
    size: int = 24
    """In half points; 24 is what RTF begins with."""
    skipped: int = 1
    """``\\uc``: the letters after one of Unicode, for programs that don't know it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that are set alike."""

    text: str
    looks: Looks


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The place of a note, and the note."""

    lines: list[Flow]
    """Its paragraphs."""
    own: str = ""
    """The author's own mark in it, where notes aren't numbered."""
    at_end: bool = False
    """True for an end note."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, by its name among those of the file."""

    name: str


@dataclass(slots=True)
class Line:
    """A paragraph."""

    parts: list[Run | NoteMark | Picture] = field(default_factory=list)
    style: int = 0
    level: int | None = None
    """The level of its heading, from 0."""
    indent: int = 0
    first: int = 0
    """The indent of its first line, beside the others', in twentieths of a point."""
    numbering: int = 0
    """The list that it is in; 0 for none."""
    depth: int = 0
    """The level in that list."""
    centred: bool = False
    size: int = 0
    """The size of its first letters, in half points; 0 without any."""
    label: str = ""
    """The number or sign before it, as it is printed."""

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(part.text for part in self.parts if isinstance(part, Run))


Flow: TypeAlias = "Line | Rows"
"""What stands one after the other: paragraphs and tables."""

_FLAGS = {
    "b": "bold",
    "i": "italic",
    "ul": "underlined",
    "uld": "underlined",
    "uldb": "underlined",
    "ulw": "underlined",
    "super": "raised",
    "up": "raised",
    "sub": "lowered",
    "dn": "lowered",
    "v": "hidden",
    "deleted": "hidden",
}
"""Control word → what it switches on or, with 0, off."""
_OFF = {"ulnone": ("underlined",), "nosupersub": ("raised", "lowered")}
"""Control word → the looks that it switches off."""
_OF_LETTERS = {"f": "font", "fs": "size", "uc": "skipped"}
_OF_LINES = {
    "s": "style",
    "li": "indent",
    "fi": "first",
    "ls": "numbering",
    "ilvl": "depth",
    "outlinelevel": "level",
}
"""Control word → what it sets to its number."""
_BREAKS = {"line": "\n", "softline": "\n", "page": "\n", "column": "\n", "tab": "\t"}
_LEFT_OUT = frozenset(
    "fonttbl colortbl stylesheet listtable listoverridetable info header headerl headerr headerf footer footerl footerr footerf "
    "ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonshppict shprslt objdata pntxta pntxtb filetbl revtbl rsidtbl themedata pgdsc "
    "colorschememapping latentstyles datastore xmlnstbl generator bkmkstart bkmkend atnid atnauthor atntime atndate atnref atnicn atnparent "
    "fldinst template nonesttables tc xe objclass objname xform".split()
)
"""Groups that say how the file is made or set, or say again what another group says."""
_READ = frozenset("shppict shpinst flddirty fldrslt background mmath ud".split())
"""Groups that other readers may pass over, and this one doesn't."""


@dataclass
class FlowReader:
    """Reads groups in the order of the text."""

    letters: Letters
    pictures: dict[str, bytes] = field(default_factory=dict)
    """Name → picture."""
    unread: list[str] = field(default_factory=list)
    """The formats of pictures that no page shows."""
    body: list[Flow] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    """What stands in fields of other programs: the data of references."""
    line: Line = field(default_factory=Line)
    boxes: list[Flow] = field(default_factory=list)
    """What stands in boxes beside a paragraph; it follows the paragraph."""
    tables: list[Rows] = field(default_factory=list)
    """The tables around the line, the inmost last."""
    looks: Looks = field(default_factory=Looks)
    row: RowLooks = field(default_factory=RowLooks)
    in_table: int = 0
    alone: list[str] = field(default_factory=list)
    """Signs from fonts that have signs where others have letters, so far."""
    _skip: int = 0
    _bytes: bytes = b""
    _escaped: bool = False
    _author: str = ""

    def read(self, parts: Iterable[Part]) -> list[Flow]:
        """Read what stands in a group, as a flow of its own."""
        self._parts(parts)
        self._end_line()
        self._leave_tables(0)
        return self.body

    def _parts(self, parts: Iterable[Part]) -> None:
        for part in parts:
            if isinstance(part, Typed):
                self._typed(part)
                continue
            self._flush()
            if isinstance(part, Control):
                self._control(part.word, part.number)
            elif isinstance(part, Group):
                looks = self.looks
                self._group(part)
                self._flush()
                self.looks = looks
            self._skip = self._skip if isinstance(part, Control) and part.word == "u" else 0
        self._flush()

    # Letters

    def _typed(self, part: Typed) -> None:
        """Read bytes; those that stand for a letter of Unicode again are passed over."""
        data = part.data
        if self._skip:
            passed = min(self._skip, len(data))
            self._skip -= passed
            data = data[passed:]
        if self.letters.raw and self._escaped != part.escaped:
            self._flush()
        self._escaped = part.escaped
        self._bytes += data

    def _flush(self) -> None:
        """Write down the letters of the bytes so far. One letter may have several."""
        data, self._bytes = self._bytes, b""
        if data:
            self._write(self.letters.decoded(data, self.looks.font, escaped=self._escaped))

    def _write(self, text: str) -> None:
        if self.looks.hidden or not text:
            return
        if self.looks.font in self.letters.symbols or _PRIVATE.search(text):
            self.alone += text.strip()
        self.line.size = self.line.size or (self.looks.size if text.strip() else 0)
        looks = replace(self.looks, font=None, size=24, skipped=1)
        parts = self.line.parts
        last = parts[-1] if parts else None
        if isinstance(last, Run) and last.looks == looks:
            text = last.text + text
            parts.pop()
        parts.append(Run(text, looks))

    # Control words

    def _control(self, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            self._write(chr(number % 0x10000))
            self._skip = self.looks.skipped
        elif word in WORDS:
            self._write(WORDS[word])
        elif word in _BREAKS:
            self._write(_BREAKS[word] if self.line.text.strip() else "")
        elif word in _FLAGS:
            self._set_looks(_FLAGS[word], number != 0)
        elif word in _OFF:
            for flag in _OFF[word]:
                self._set_looks(flag, value=False)
        elif word == "plain":
            self.looks = Looks(link=self.looks.link, skipped=self.looks.skipped)
        elif word in _OF_LETTERS:
            self._set_looks(_OF_LETTERS[word], max(number or 0, 0))
        elif word in _OF_LINES:
            setattr(self.line, _OF_LINES[word], number or 0)
        else:
            self._of_paragraph(word, number)

    def _set_looks(self, name: str, value: bool | int) -> None:  # noqa: FBT001 - a value, of a look that has a name
        self.looks = replace(self.looks, **{name: value})  # type: ignore[arg-type]

    def _of_paragraph(self, word: str, number: int | None) -> None:
        """Read a control word that says where a paragraph stands, or where it ends."""
        depth = 1 if word in ("cell", "row") else max(self.in_table, 2)
        if word == "pard":
            self.line = Line(self.line.parts, label=self.line.label, size=self.line.size)
            self.in_table = 0
        elif word in ("qc", "ql", "qr", "qj"):
            self.line.centred = word == "qc"
        elif word in ("\n", "\r", "par", "sect"):
            self._end_line()
            if not self.in_table:  # an empty line parts two tables
                self._leave_tables(0)
        elif word == "intbl":
            self.in_table = max(self.in_table, 1)
        elif word == "itap":
            self.in_table = max(number or 0, 0)
        elif word in ("cell", "nestcell"):
            self._end_line(depth, always=True)
            self.tables[-1].end_cell()
        elif word in ("row", "nestrow"):
            if self.line.parts:
                self._end_line(depth)
            self._enter_tables(depth)
            self.tables[-1].end_row(self.row)
        else:
            self._of_row(word, number)

    def _of_row(self, word: str, number: int | None) -> None:
        """Read a control word that defines a row."""
        if word == "trowd":
            self.row = RowLooks()
        else:
            self.row.read(word, number)

    # What ends

    def _end_line(self, depth: int | None = None, *, always: bool = False) -> None:
        """End the paragraph, in so many tables."""
        line, boxes = self.line, self.boxes
        line.parts = [
            replace(part, text=with_whole_letters(part.text)) if isinstance(part, Run) else part
            for part in line.parts
        ]
        self.boxes = []
        self.line = replace(line, parts=[], size=0, label="")
        depth = self.in_table if depth is None else depth
        if line.parts or always:
            self._enter_tables(depth)
        if line.parts:
            self._flow().extend([line, *boxes])
        elif boxes:
            self._flow().extend(boxes)

    def _flow(self) -> list[Flow]:
        return self.tables[-1].cell if self.tables else self.body

    def _enter_tables(self, depth: int) -> None:
        self._leave_tables(depth)
        while len(self.tables) < depth:
            self.tables.append(Rows())

    def _leave_tables(self, depth: int) -> None:
        while len(self.tables) > depth:
            table = self.tables.pop()
            table.end_row(self.row)
            if table.rows:
                self._flow().append(table)

    # Groups

    def _group(self, group: Group) -> None:
        name = group.destination
        if read := _DESTINATIONS.get(name):
            read(self, group)
        elif name not in _LEFT_OUT and (not group.ignorable or name in _READ):
            self._parts(group.parts)

    def read_label(self, group: Group) -> None:
        """Read what is printed before an item."""
        self.line.label = text_of(group, self.letters, self.looks.skipped).strip()

    def read_comment(self, group: Group) -> None:
        """Read a comment in the margin."""
        said = " ".join(self._apart(group.content).split())
        self.comments.append(f"{self._author}: {said}" if self._author else said)

    def read_comments_author(self, group: Group) -> None:
        """Read who has written the comment that follows."""
        self._author = text_of(Group(group.content), self.letters).strip()

    def read_only(self, group: Group) -> None:
        """Read what a group has for programs that know it: what an object shows, letters of Unicode."""
        self._parts(part for part in group.groups() if part.destination in ("result", "ud"))

    def read_formula(self, group: Group) -> None:
        """Read a formula, as letters."""
        self.formulas.append(" ".join(self._apart(group.content).split()))

    def read_row_in_row(self, group: Group) -> None:
        """Read the definition of a row in a table in a cell."""
        row, self.row = self.row, RowLooks()
        self._parts(group.content)
        self.row = row

    def _inner(self) -> FlowReader:
        """Return a reader for a flow of its own, which shares what is found beside the text."""
        return FlowReader(
            self.letters,
            self.pictures,
            self.unread,
            comments=self.comments,
            formulas=self.formulas,
            fields=self.fields,
            looks=Looks(skipped=self.looks.skipped),
            alone=self.alone,
        )

    def _apart(self, parts: list[Part]) -> str:
        """Return the letters of a flow that isn't part of the text."""
        return " ".join(line.text for line in self._inner().read(parts) if isinstance(line, Line))

    def read_note(self, group: Group) -> None:
        """Read a note. Its own mark stands before it, and at its place in the text, unless notes are numbered."""
        lines = self._inner().read(group.content)
        own = ""
        first = lines[0] if lines else None
        if not _has(group, "chftn") and isinstance(first, Line) and self.line.parts:
            typed, mark = self.line.parts[-1], first.parts[0] if first.parts else None
            if isinstance(typed, Run) and isinstance(mark, Run) and (own := typed.text.strip()):
                if len(own) <= _MARK and mark.text.strip() == own:
                    self.line.parts.pop()
                    first.parts.pop(0)
                else:
                    own = ""
        if lines:
            at_end = any(part == Control("ftnalt") for part in group.content[:1])
            self.line.parts.append(NoteMark(lines, own, at_end))

    def read_field(self, group: Group) -> None:
        """Read a field: what it shows and, of a link, where it leads."""
        said = " ".join(
            text_of(part, self.letters) for part in group.groups() if part.destination == "fldinst"
        )
        if match := _LINK.search(said):
            self.looks = replace(self.looks, link=match[1] or match[2])
        elif "CSL_CITATION" in said:
            self.fields.append(said)
        for part in group.groups():
            if part.destination == "fldrslt":
                self._parts(part.content)
                self._flush()

    def read_shape(self, group: Group) -> None:
        """Read a box: its pictures stand where it does, its text follows the paragraph."""
        for inner in group.groups():
            name = inner.destination
            if name in ("shptxt", "dptxbxtext"):
                self.boxes.extend(self._inner().read(inner.content))
            elif name == "pict":
                self.read_picture(inner)
            elif name not in _LEFT_OUT:
                self.read_shape(inner)

    def read_picture(self, group: Group) -> None:
        """Read a picture, if browsers show its format."""
        words = {part.word for part in group.parts if isinstance(part, Control)}
        suffix = next((suffix for word, suffix in _PICTURES.items() if word in words), "")
        if not suffix:
            self.unread.append(next((word for word in words if word in _NOT_SHOWN), "unknown"))
            return
        said = b"".join(part.data for part in group.parts if isinstance(part, Typed))
        binary = b"".join(part.data for part in group.parts if isinstance(part, Binary))
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", said)
        data = binary or bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
        name = f"{len(self.pictures) + 1}{suffix}"
        self.pictures[name] = data
        self.line.parts.append(Picture(name))


_DESTINATIONS: dict[str, Callable[[FlowReader, Group], None]] = {
    "footnote": FlowReader.read_note,
    "field": FlowReader.read_field,
    "pict": FlowReader.read_picture,
    "listtext": FlowReader.read_label,
    "pntext": FlowReader.read_label,
    "shp": FlowReader.read_shape,
    "do": FlowReader.read_shape,
    "annotation": FlowReader.read_comment,
    "atnauthor": FlowReader.read_comments_author,
    "object": FlowReader.read_only,
    "upr": FlowReader.read_only,
    "moMathPara": FlowReader.read_formula,
    "moMath": FlowReader.read_formula,
    "nesttableprops": FlowReader.read_row_in_row,
}
"""What a group is → what reads it."""

_MARK = 3
"""Letters of a note's own mark."""
_LINK = re.compile(r"""HYPERLINK \s+ (?! \\ ) (?: "([^"]+)" | ([^\s"]+) )""", re.VERBOSE)
_PICTURES = {"pngblip": ".png", "jpegblip": ".jpg"}
_NOT_SHOWN = ("emfblip", "wmetafile", "dibitmap", "wbitmap", "macpict", "pmmetafile")


def _has(group: Group, word: str) -> bool:
    """Say if a control word stands in a *group*, or in one in it."""
    return any(
        (isinstance(part, Control) and part.word == word) or (isinstance(part, Group) and _has(part, word))
        for part in group.parts
    )
