"""What pandoc leaves out of Word's files without a word, in forms that it reads (ECMA-376, part 1).

Text boxes stand after the paragraph that they are anchored in; simple fields (17.16.19) are complex ones; ruby (17.3.3.25) has its
reading in brackets; a row may be longer than the first one (17.4.78). What only wraps text, such as its direction (17.3.2.3), or only marks that
it was put in, is taken off.
"""

from __future__ import annotations

import re
from itertools import pairwise

_TAG = re.compile(
    rb"""
    <(?P<end>/?)                                   # <w:p>  </w:p>
    (?P<name>[\w:.-]++)
    (?P<more>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>
    """,
    re.VERBOSE,
)
_UNKNOWN = tuple(
    b"<%b" % name
    for name in b"w:fldSimple w:bdo w:dir w:customXml w:ruby w:txbxContent w:tr w:moveTo w:ins mc:AlternateContent".split()
)
"""Elements that are rewritten, or may have to be."""
_WRAPS = frozenset((b"w:bdo", b"w:dir", b"w:customXml", b"w:ruby", b"mc:AlternateContent"))
"""Elements whose tags are taken off."""
_PUT_IN = frozenset((b"w:ins", b"w:moveTo"))
"""What was added while changes were tracked: pandoc knows it within paragraphs."""
_OF_BLOCKS = frozenset((b"w:body", b"w:tc", b"w:footnote", b"w:endnote", b"w:comment", b"w:txbxContent"))
"""Elements that hold paragraphs."""
_CAPTURED = frozenset((b"w:txbxContent", b"w:rt", b"w:rubyBase", b"mc:Choice", b"mc:Fallback"))
"""Elements whose content is set in another place, or not at all."""
_FIELD = b'<w:r><w:fldChar w:fldCharType="%b"/></w:r>'
_LACKING = {b"w:tblGrid": b'<w:gridCol w:w="1000"/>', b"w:tr": b"<w:tc><w:p/></w:tc>"}
"""What is added of columns to a table, and to its first row."""
_MOST_COLUMNS = 200


def _run(text: bytes) -> bytes:
    return b'<w:r><w:t xml:space="preserve">%b</w:t></w:r>' % text


class _Open:
    """An element whose end wasn't read yet."""

    def __init__(self, name: bytes, start: bytes, end: bytes) -> None:
        self.name = name
        self.start = start
        self.end = end
        """What is written for its end."""
        self.boxes: list[bytes] = []
        """Text boxes that are set after it, if it is a paragraph."""
        self.parts: dict[bytes, bytes] = {}
        """What was captured of it, by the names of these elements, and their first tags."""
        self.starts: dict[bytes, bytes] = {}
        self.boxed = False
        """True if a text box was found in the first of its forms."""


class _Table:
    """The rows of a table that is read."""

    def __init__(self) -> None:
        self.columns: list[int] = []
        """How many each row has."""
        self.grid = 0
        """How many the table says that it has."""
        self.ends: dict[bytes, tuple[list[bytes], int]] = {}
        """Where this is said, and where the first row ends."""


class _MalformedError(ValueError):
    """Elements don't end in the order in which they began."""


def rewritten(part: bytes) -> bytes:
    """Return a *part* of a file, a text, as pandoc reads all of it; as it is, if it isn't XML."""
    if not any(tag in part for tag in _UNKNOWN):
        return part
    try:
        return _Rewriter().of(part)
    except _MalformedError:
        return part


class _Rewriter:
    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._out: list[list[bytes]] = [[]]
        self._tables: list[_Table] = []

    def of(self, part: bytes) -> bytes:
        place = 0
        for tag in _TAG.finditer(part):
            self._write(part[place : tag.start()])
            place = tag.end()
            if tag["end"]:
                self._leave(tag["name"])
            elif tag["more"].endswith(b"/"):
                self._count(tag["name"], tag["more"])
                self._write(tag[0])
            else:
                self._count(tag["name"], tag["more"])
                self._enter(tag["name"], tag[0], tag["more"])
        if self._open:
            raise _MalformedError
        self._write(part[place:])
        return b"".join(self._out[0])

    def _write(self, data: bytes) -> None:
        self._out[-1].append(data)

    def _enter(self, name: bytes, tag: bytes, more: bytes) -> None:
        within = self._open[-1].name if self._open else b""
        opened = _Open(name, tag, b"</%b>" % name)
        if name == b"w:fldSimple":
            said = re.search(rb"""w:instr=("[^"]*"|'[^']*')""", more)
            code = b"<w:r><w:instrText>%b</w:instrText></w:r>" % (said[1][1:-1] if said else b"")
            tag, opened.end = _FIELD % b"begin" + code + _FIELD % b"separate", _FIELD % b"end"
        elif name in _WRAPS or (name in _PUT_IN and within in _OF_BLOCKS):
            tag, opened.end = b"", b""
        elif name == b"w:tbl":
            self._tables.append(_Table())
        elif name == b"w:tr" and self._tables:
            self._tables[-1].columns.append(0)
        if name in _CAPTURED:
            self._out.append([])
        else:
            self._write(tag)
        self._open.append(opened)

    def _leave(self, name: bytes) -> None:
        if not self._open or self._open[-1].name != name:
            raise _MalformedError
        ended = self._open.pop()
        if name in _CAPTURED:
            self._keep(name, b"".join(self._out.pop()), ended)
            return
        if name in _LACKING and self._tables:
            self._tables[-1].ends.setdefault(name, (self._out[-1], len(self._out[-1])))
        elif name == b"w:tbl" and self._tables:
            self._widen(self._tables.pop())
        elif name == b"w:ruby":
            reading = _run(b" (") + ended.parts.get(b"w:rt", b"") + _run(b")")
            self._write(b"</w:r>" + ended.parts.get(b"w:rubyBase", b"") + reading + b"<w:r>")
        elif name == b"mc:AlternateContent":
            self._choose(ended)
        self._write(ended.end)
        self._write(b"".join(ended.boxes))

    def _keep(self, name: bytes, inner: bytes, captured: _Open) -> None:
        """Keep what was captured: a text box for the paragraph around it, anything else for the element that it is in."""
        if name != b"w:txbxContent":
            if self._open:
                self._open[-1].parts.setdefault(name, inner)
                self._open[-1].starts.setdefault(name, captured.start)
            return
        forms = [(one, two.name) for one, two in pairwise(self._open) if one.name == b"mc:AlternateContent"]
        if any(form == b"mc:Fallback" and one.boxed for one, form in forms):
            return  # the same again, for programs that don't know the first form
        for one, form in forms:
            one.boxed |= form == b"mc:Choice"
        paragraph = next((one for one in reversed(self._open) if one.name == b"w:p"), None)
        if paragraph is None:
            self._write(inner)
        else:
            paragraph.boxes.append(inner)

    def _choose(self, alternatives: _Open) -> None:
        """Write the first of two forms; within a run, of which pandoc reads pictures, both."""
        choice, fallback = (alternatives.parts.get(name, b"") for name in (b"mc:Choice", b"mc:Fallback"))
        if not self._open or self._open[-1].name != b"w:r":
            self._write(choice if choice.strip() else fallback)
            return
        start = alternatives.starts.get(b"mc:Choice", b"<mc:Choice>")
        both = start + choice + b"</mc:Choice><mc:Fallback>" + fallback + b"</mc:Fallback>"
        self._write(alternatives.start + both + b"</mc:AlternateContent>")

    def _count(self, name: bytes, more: bytes) -> None:
        """Count the columns of a table that a tag says."""
        columns = self._tables[-1].columns if self._tables else []
        if self._tables and name == b"w:gridCol":
            self._tables[-1].grid += 1
        if columns and name == b"w:tc":
            columns[-1] += 1
        elif columns and name == b"w:gridSpan" and (said := re.search(rb'w:val="0*(\d{1,4})"', more)):
            columns[-1] += min(int(said[1]), _MOST_COLUMNS) - 1

    def _widen(self, table: _Table) -> None:
        """Give a table, and its first row, as many columns as the longest row has: pandoc counts these."""
        most = min(max(table.columns, default=0), _MOST_COLUMNS)
        for name, known in ((b"w:tr", next(iter(table.columns), most)), (b"w:tblGrid", table.grid or most)):
            if most > known and name in table.ends:  # the row, which stands behind, comes first
                out, place = table.ends[name]
                out.insert(place, _LACKING[name] * (most - known))
