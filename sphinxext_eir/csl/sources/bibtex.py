"""BibTeX and BibLaTeX: entries split in Python, written anew in a plain form, and converted by pandoc.

Pandoc refuses a whole file for one bad entry, or takes its damage for the next entry. So a file is split here, by its braces; an
entry that is needed is read field by field, with its strings put in, and written anew for pandoc.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ...text.dates import SHORT_MONTHS
from ..items import csl_date
from .entries import RawEntry, ask_together

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..children import Children
    from ..model import Item
    from .entries import Entries

HEAD = re.compile(r"@[ \t]*([^\W\d][\w.+-]*)\s*([{(])")
AT_LINE_START = re.compile(r"^[ \t]*@[ \t]*[^\W\d][\w.+-]*\s*[{(]", re.MULTILINE)
BRACE = re.compile(r"\\[\s\S]|[{}]|\)|\"")
KEY = re.compile(r"\s*([^\s,{}()\"=%#\\~]*)\s*(,|$)")
FIELD = re.compile(r"[\s,]*([^\s={}\",#%()]+)\s*=\s*")
WORD = re.compile(r"[^\s,{}\"#=()]+")
JOINT = re.compile(r"\s*#\s*")

TITLES = frozenset(
    """
    title subtitle titleaddon maintitle mainsubtitle maintitleaddon booktitle booksubtitle booktitleaddon
    shorttitle issuetitle issuesubtitle origtitle eventtitle
    """.split()
)
"""Fields that pandoc writes in small letters unless braces guard them."""
PARENTS = ("crossref", "xref", "xdata")
NOT_SENT = frozenset(("file", "ids", "entryset", "related", "relatedtype", "relatedstring", "relatedoptions"))
"""Fields that name other entries or files."""
MOST_PARENTS = 20
VERBATIM = frozenset(("url", "doi", "eprint", "pdf", "file", "verba", "verbb", "verbc"))
"""Fields without LaTeX (BibLaTeX's manual, 2.2.1)."""
PERCENT, DOLLAR = (re.compile(rf"(?<!\\)((?:\\\\)*){mark}") for mark in ("%", r"\$"))
KEPT = ("title", "publisher")
"""Fields, of the same names in CSL, that are kept as typed where pandoc drops them, since it can't read their LaTeX."""


class Block(NamedTuple):
    """One ``@…{…}`` of a file."""

    kind: str
    """In small letters: ``book``, ``string``, ``comment``…"""
    line: int
    body: str
    """The text between the braces."""


class Fields(NamedTuple):
    """An entry, read field by field."""

    kind: str
    values: dict[str, str]
    """With strings put in and without the outer braces; names in small letters."""
    wrong: tuple[str, ...]


# Splitting


def read_bibtex(data: bytes, entries: Entries) -> BibTeX:
    """Split *data* into entries, and return their converter."""
    text = entries.decode(data)
    strings: dict[str, str] = {}
    for block in _blocks(text, entries):
        if block.kind in ("comment", "preamble"):
            continue
        if block.kind == "string":
            values, wrong = _values(block.body, 0, strings)
            strings |= values
            for message in wrong:
                entries.warn(block.line, message)
            continue
        match = KEY.match(block.body)
        if not match or not match[1]:
            entries.warn(block.line, f"this @{block.kind} has no key that can be read: it is left out")
            continue
        content = Block(block.kind, block.line, block.body[match.end() :])
        if block.kind == "xdata":
            entries.aside[match[1]] = RawEntry(match[1], block.line, content)
        else:
            entries.add(match[1], block.line, content)
    return BibTeX(entries, strings)


def _blocks(text: str, entries: Entries) -> Iterator[Block]:
    """Yield the blocks of *text*. A block that doesn't end before the next begins becomes a message."""
    place, line, counted = 0, 1, 0
    stop, closings, unclosed = 0, {}, 0
    while head := HEAD.search(text, place):
        line += text.count("\n", counted, head.start())
        counted = head.start()
        kind = head[1].lower()
        if head.end() > stop:  # so that each part between starts of lines is searched once
            following = AT_LINE_START.search(text, head.end())
            stop = following.start() if following else len(text)
            closings = _closings(text, head.start(), stop)
        if head[2] == "{":
            end = closings.get(head.end())
        else:
            end = None if unclosed == stop else _end(text, head.end(), closing=")", stop=stop)
            unclosed = stop if end is None else unclosed
        if end is None and kind == "comment":
            place = head.end()  # its content is entries, as in BibTeX
        elif end is None:
            entries.warn(line, f"the braces of this @{kind} don't balance: it is left out")
            place = stop
        else:
            yield Block(kind, line, text[head.end() : end])
            place = end + 1


def _closings(text: str, start: int, stop: int) -> dict[int, int]:
    """Return the positions of closing braces, by the position after their opening braces, between *start* and *stop*."""
    opened: list[int] = []
    closings: dict[int, int] = {}
    for match in BRACE.finditer(text, start, stop):
        if match[0] == "{":
            opened.append(match.end())
        elif match[0] == "}" and opened:
            closings[opened.pop()] = match.start()
    return closings


def _end(text: str, start: int, *, closing: str, stop: int | None = None) -> int | None:
    """Return the position, before *stop*, of the *closing* mark of the content that begins at *start*; ``None`` without one."""
    depth = 0
    for match in BRACE.finditer(text, start, len(text) if stop is None else stop):
        mark = match[0]
        if depth == 0 and mark == closing:
            return match.start()
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
            if depth < 0:
                return None
    return None


# Fields


def read_fields(block: Block, strings: Mapping[str, str]) -> Fields:
    """Return the fields of an entry, up to the first that can't be read."""
    values, wrong = _values(block.body, 0, strings)
    return Fields(block.kind, values, tuple(wrong))


def _values(text: str, place: int, strings: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    values: dict[str, str] = {}
    wrong: list[str] = []
    while match := FIELD.match(text, place):
        name = match[1].lower()
        try:
            value, place = _value(text, match.end(), strings)
        except ValueError as error:
            wrong.append(f"{name}: {error}")
            return values, wrong
        if name in values:
            wrong.append(f"the field {name} is there twice: the first counts")
        values.setdefault(name, value)
    rest = text[place:].strip(" \t\n,")
    if rest and not rest.startswith("%"):
        wrong.append(f"expected a field, not {' '.join(rest.split())[:40]!r}")
    return values, wrong


def _value(text: str, place: int, strings: Mapping[str, str]) -> tuple[str, int]:
    """Return the value at *place*, its parts joined, and its end. Raises :class:`ValueError`."""
    parts = []
    while True:
        part, place = _part(text, place, strings)
        parts.append(part)
        joint = JOINT.match(text, place)
        if joint is None:
            return "".join(parts), place
        place = joint.end()


def _part(text: str, place: int, strings: Mapping[str, str]) -> tuple[str, int]:
    if text[place : place + 1] == "{":
        end = _end(text, place + 1, closing="}")
        if end is None:
            raise ValueError("its braces don't balance")
        return text[place + 1 : end], end + 1
    if text[place : place + 1] == '"':
        end = _end(text, place + 1, closing='"')
        if end is None:
            raise ValueError("its quotation marks don't close")
        return text[place + 1 : end], end + 1
    word = WORD.match(text, place)
    if word is None:
        raise ValueError("it has no value")
    return strings.get(word[0].lower(), word[0]), word.end()


# Converting


class BibTeX:
    """The converter of entries of BibTeX. An entry's content is its block."""

    needs_pandoc = True

    def __init__(self, entries: Entries, strings: Mapping[str, str]) -> None:
        """Take all entries of the file, since an entry may inherit from another, and its strings."""
        self.keep_case = True
        self._entries = entries
        self._strings = strings
        self._read: dict[str, Fields] = {}
        self._unread: dict[str, tuple[str, ...]] = {}
        """Fields that pandoc couldn't read, by the keys of the converted entries."""

    def digest_of(self, entry: RawEntry) -> str:
        """Return all that decides what *entry* is converted to."""
        return f"{self.keep_case} {self._written({entry.key: 'k'} | self._parents(entry))}"

    def wrong(self, entry: RawEntry) -> tuple[str, ...]:
        """Return messages about fields of *entry* that can't be read."""
        unread = self._unread.get(entry.key, ())
        return (
            *self._fields(entry.key).wrong,
            *(f"{field}: its LaTeX can't be read, and is printed as typed" for field in unread),
        )

    def convert(self, entries: list[RawEntry], children: Children | None) -> dict[str, Item | str]:
        """Return the item of each of *entries*, or what is wrong with it."""
        assert children is not None
        return ask_together(entries, lambda some: self._asked(some, children))

    def _asked(self, entries: list[RawEntry], children: Children) -> dict[str, Item]:
        names = {entry.key: f"k{number}" for number, entry in enumerate(entries)}
        for entry in entries:
            for key in self._parents(entry):
                names.setdefault(key, f"k{len(names)}")
        items = children.ask("convert", "biblatex", self._written(names))
        by_name = {item.get("id"): item for item in items}
        return {
            entry.key: self._dated(entry, self._completed(entry, by_name[names[entry.key]]))
            for entry in entries
            if names[entry.key] in by_name
        }

    def _completed(self, entry: RawEntry, item: Item) -> Item:
        """Return *item* with the fields that pandoc dropped, as typed."""
        values = self._fields(entry.key).values
        lost = {
            field: re.sub(r"[{}]", "", values[field]).strip()
            for field in KEPT
            if values.get(field) and not item.get(field)
        }
        lost = {field: text for field, text in lost.items() if any(map(str.isalnum, text))}
        self._unread[entry.key] = tuple(lost)
        return {**item, **lost}

    def _dated(self, entry: RawEntry, item: Item) -> Item:
        """Return *item* with its date as typed where pandoc reads none: ``c. 1990``, ``forthcoming``."""
        values = self._fields(entry.key).values
        typed = (values.get("date") or values.get("year") or "").strip(" {}")
        issued = item.get("issued")
        if typed and not (isinstance(issued, dict) and (issued.get("date-parts") or issued.get("literal"))):
            return {**item, "issued": csl_date(typed)}
        return item

    def _entry_of(self, key: str) -> RawEntry | None:
        return self._entries.by_key.get(key) or self._entries.aside.get(key)

    def _fields(self, key: str) -> Fields:
        if key not in self._read:
            entry = self._entry_of(key)
            assert entry is not None
            self._read[key] = read_fields(entry.content, self._strings)
        return self._read[key]

    def _parents(self, entry: RawEntry) -> dict[str, str]:
        """Return the keys of the entries that *entry* inherits from, each with a name."""
        return {
            key: f"p{number}" for number, key in enumerate(self._inherited(entry.key)) if key != entry.key
        }

    def _inherited(self, key: str) -> list[str]:
        """Return the keys of the entries that an entry inherits from; they include its own if it inherits from itself."""
        found: dict[str, None] = {}
        waiting = [key]
        while waiting and len(found) < MOST_PARENTS:
            for parent in _named(self._fields(waiting.pop()).values):
                if self._entry_of(parent) and parent not in found:
                    found[parent] = None
                    waiting.append(parent)
        return list(found)

    def _written(self, names: Mapping[str, str]) -> str:
        """Return the BibTeX of the entries whose keys are in *names*, under these names."""
        return "\n".join(self._entry(key, name, names) for key, name in names.items())

    def _entry(self, key: str, name: str, names: Mapping[str, str]) -> str:
        kind, values, _ = self._fields(key)
        lines = [
            f"  {field} = {self._sent(key, field, value, names)},"
            for field, value in values.items()
            if field not in NOT_SENT and value.strip() and re.fullmatch(r"[\w+.:-]+", field)
        ]
        return "\n".join((f"@{kind}{{{name},", *lines, "}"))

    def _sent(self, key: str, field: str, value: str, names: Mapping[str, str]) -> str:
        if field in PARENTS:
            # Pandoc doesn't end at an entry that inherits from itself, be it by way of others.
            parents = (one for one in _named({field: value}) if one in names and one != key)
            return f"{{{','.join(names[one] for one in parents if key not in self._inherited(one))}}}"
        if field == "month" and value.strip().lower()[:3] in SHORT_MONTHS:
            return value.strip().lower()[:3]
        if field not in VERBATIM:
            value = _plain(value)
        return f"{{{{{value}}}}}" if self.keep_case and field in TITLES else f"{{{value}}}"


def _plain(value: str) -> str:
    """Return *value* with per cent signs, and dollar signs without a partner, escaped.

    In LaTeX, they would begin a comment or a formula that swallows the rest of the field.
    """
    value = PERCENT.sub(r"\1\\%", value)
    return DOLLAR.sub(r"\1\\$", value) if len(DOLLAR.findall(value)) % 2 else value


def _named(values: Mapping[str, str]) -> list[str]:
    """Return the keys of the entries that an entry with *values* inherits from."""
    return [key for field in PARENTS for part in values.get(field, "").split(",") if (key := part.strip())]
