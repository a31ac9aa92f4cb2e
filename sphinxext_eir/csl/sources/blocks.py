"""A file of BibTeX → its blocks, and a block → its fields as typed. A bad block costs only itself.

``%`` begins a comment between entries and between fields, as in biber (btparse); within a value, it is a sign like any other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ...text.dates import MONTHS, SHORT_MONTHS
from .fields import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .entries import Entries

HEAD = re.compile(r"@[ \t]*([^\W\d][\w.+-]*)\s*([{(])")
AT_LINE_START = re.compile(r"^[ \t]*@[ \t]*[^\W\d][\w.+-]*\s*[{(]", re.MULTILINE)
BRACE = re.compile(r"\\[\s\S]|[{}\"%]")
MARK = re.compile(r"\\[\s\S]|[{}]|\)|\"|%")
SPACE = r"(?>(?:\s++|%[^\n]*+)*+)"
"""Space between fields, and comments."""
KEY = re.compile(rf"{SPACE}([^\s,{{}}()\"=%#\\~]*)(?:{SPACE}(?:,|$)|(?=\s*\n\s*[a-zA-Z-]+\s*=))")
"""A key, and the comma after it, which some files lack before a new line."""
FIELD = re.compile(rf"(?>(?:[\s,]++|%[^\n]*+)*+)([^\s={{}}\",#%()]+){SPACE}={SPACE}")
AT_ALONE = re.compile(r"^[ \t]*@[ \t]*(?:([^\W\d][\w.+-]*)|(?=[{(]))", re.MULTILINE)
"""What would begin an entry, where no brace or no kind stands."""
WORD = re.compile(r"[^\s,{}\"#=()%]+")
JOINT = re.compile(rf"{SPACE}#{SPACE}")
REST = re.compile(r"(?>(?:[\s,]++|%[^\n]*+)*+)")
LONGEST_JOINED = 20_000
"""Characters of a value that is put together of strings: each may be made of the one before, twice as long."""
LONGEST_STRING = 2_000
"""Characters of a string that is put together of others."""


class Block(NamedTuple):
    """One ``@…{…}`` of a file."""

    kind: str
    """In small letters: ``book``, ``string``, ``comment``…"""
    line: int
    body: str
    """The text between the braces."""


class Fields(NamedTuple):
    """A block, read field by field, up to the first that can't be read."""

    kind: str
    values: dict[str, str]
    """With strings put in and without the outer braces; names in small letters."""
    wrong: tuple[str, ...]


# Splitting


def blocks_of(text: str, entries: Entries) -> Iterator[Block]:
    """Yield the blocks of *text*. A block that doesn't end before the next begins becomes a message.

    What stands between blocks is a comment. What seems to be a part of an entry becomes a message as well.
    """
    place, line, counted = 0, 1, 0
    stop, closings, unclosed = 0, {}, 0
    while head := HEAD.search(text, place):
        comment = text.find("%", max(place, text.rfind("\n", place, head.start()) + 1), head.start())
        if comment >= 0:
            place = _line_end(text, head.start())
            continue
        _find_headless(text, place, head.start(), line - text.count("\n", place, counted), entries)
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
            if kind != "comment" and (after := FIELD.match(text, place)):
                entries.warn(
                    line,
                    f"this @{kind} ends before {after[1]}, which seems to be a field of it: do its braces balance?",
                )
    _find_headless(text, place, len(text), line + text.count("\n", counted, place), entries)


def _find_headless(text: str, start: int, end: int, line: int, entries: Entries) -> None:
    """Tell *entries* what seems to begin an entry between *start*, in this *line*, and *end*, and can't."""
    counted = start
    for match in AT_ALONE.finditer(text, start, end):
        if match[1] is None or match[1].lower() in KINDS:
            what = (
                f"this @{match[1]} has no brace" if match[1] else "no kind of entry stands before this brace"
            )
            line += text.count("\n", counted, match.start())
            counted = match.start()
            entries.warn(line, f"{what}: it is left out")


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return end if end >= 0 else len(text)


def _closings(text: str, start: int, stop: int) -> dict[int, int]:
    """Return the positions of closing braces, by the position after their opening braces, between *start* and *stop*."""
    opened: list[int] = []
    closings: dict[int, int] = {}
    skipped, quoted = start, False
    for match in BRACE.finditer(text, start, stop):
        mark = match[0]
        if match.start() < skipped:
            continue
        if mark == "{":
            opened.append(match.end())
        elif mark == "}":
            if opened:
                closings[opened.pop()] = match.start()
            quoted = quoted and len(opened) > 0
        elif len(opened) == 1:
            if mark == '"':
                quoted = not quoted
            elif mark == "%" and not quoted:
                skipped = _line_end(text, match.start())
    return closings


def _end(text: str, start: int, *, closing: str, stop: int | None = None) -> int | None:
    """Return the position, before *stop*, of the *closing* mark of the content that begins at *start*; ``None`` without one."""
    depth, skipped, quoted = 0, start, False
    for match in MARK.finditer(text, start, len(text) if stop is None else stop):
        place, mark = match.start(), match[0]
        if place < skipped:
            continue
        if depth == 0 and mark == closing and not quoted:
            return place
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
            if depth < 0:
                return None
        elif depth == 0 and closing == ")":
            if mark == '"':
                quoted = not quoted
            elif mark == "%" and not quoted:
                skipped = _line_end(text, place)
    return None


# Fields


def read_fields(block: Block, strings: Mapping[str, str], longest: int = LONGEST_JOINED) -> Fields:
    """Return the fields of *block*; a name in *strings*, in small letters, stands for its text.

    A value that is put together of several is no longer than *longest*.
    """
    values: dict[str, str] = {}
    wrong: list[str] = []
    place = 0
    while match := FIELD.match(block.body, place):
        name = match[1].lower()
        try:
            value, place = _value(block.body, match.end(), name, strings, wrong, longest)
        except ValueError as error:
            wrong.append(f"{name}: {error}")
            return Fields(block.kind, values, tuple(wrong))
        if name in values and values[name] != value:
            wrong.append(f"the field {name} is there twice: the first counts")
        values.setdefault(name, value)
    space = REST.match(block.body, place)
    rest = block.body[space.end() if space else place :].strip()
    if rest:
        wrong.append(f"expected a field, not {' '.join(rest.split())[:40]!r}")
    return Fields(block.kind, values, tuple(dict.fromkeys(wrong)))


def _value(
    text: str, place: int, name: str, strings: Mapping[str, str], wrong: list[str], longest: int
) -> tuple[str, int]:
    """Return the value at *place*, its parts joined, and its end. Raises :class:`ValueError`."""
    value, place = _part(text, place, name, strings, wrong)
    joint = JOINT.match(text, place)
    if joint is None:
        return value, place
    parts, size = [value], len(value)
    while joint is not None:
        part, place = _part(text, joint.end(), name, strings, wrong)
        size += len(part)
        if size <= longest:
            parts.append(part)
        joint = JOINT.match(text, place)
    if size > longest:
        wrong.append(
            f"{name}: put together, it has more than {longest} characters: the parts after these are left out"
        )
    return "".join(parts), place


def _part(text: str, place: int, name: str, strings: Mapping[str, str], wrong: list[str]) -> tuple[str, int]:
    opening = text[place : place + 1]
    if opening == "{":
        first = text.find("}", place)
        plain = first >= 0 and text.find("{", place + 1, first) < 0 and text.find("\\", place, first) < 0
        end = first if plain else _end(text, place + 1, closing="}")
        if end is None:
            raise ValueError("its braces don't balance")
        return text[place + 1 : end], end + 1
    if opening == '"':
        end = _end(text, place + 1, closing='"')
        if end is None:
            raise ValueError("its quotation marks don't close")
        return text[place + 1 : end], end + 1
    word = WORD.match(text, place)
    if word is None:
        raise ValueError("it has no value")
    return _string(word[0], name, strings, wrong), word.end()


def _string(word: str, name: str, strings: Mapping[str, str], wrong: list[str]) -> str:
    """Return the text that *word*, without braces, stands for: a number or a month for itself."""
    small = word.lower()
    if small in strings:
        return strings[small]
    is_month = name.endswith("month") and small[:3] in SHORT_MONTHS
    if not (word[:1].isdecimal() or is_month or small in SHORT_MONTHS or small in MONTHS):
        wrong.append(f"{name}: no @string defines {word!r}: it is printed as it stands")
    return word
