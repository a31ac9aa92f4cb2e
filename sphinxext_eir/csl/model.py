"""The input and output of formatting: citations of items in a context, and compact trees of text.

Everything is frozen, compact and picklable, and has a form in JSON, in which answers are kept on disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .styles import Style

Item: TypeAlias = dict[str, Any]
"""An entry of a bibliography, in CSL-JSON."""


# Formatted text


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text."""

    text: str
    """The characters."""


@dataclass(frozen=True, slots=True)
class Span:
    """Text in a style of type."""

    kind: str
    """``emphasis``, ``strong``, ``superscript``, ``subscript``, ``small-caps``, ``underline``, ``strikeout``, or
    ``plain`` for upright text within emphasis."""
    children: Inlines
    """Its content."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the web."""

    target: str
    """A URL that begins with ``http:``, ``https:`` or ``mailto:``."""
    children: Inlines
    """Its content."""


@dataclass(frozen=True, slots=True)
class CiteLink:
    """The part of a citation that refers to one entry. It contains no other link."""

    key: str
    """The key of the entry's item."""
    children: Inlines
    """Its content."""


@dataclass(frozen=True, slots=True)
class NoteNumber:
    """A reference to an earlier note, as in ``Clark (n 3)``."""

    number: int
    """The number of that note."""


Inline: TypeAlias = Text | Span | Link | CiteLink | NoteNumber
"""A part of formatted text: :class:`Text`, :class:`Span`, :class:`Link`, :class:`CiteLink` or :class:`NoteNumber`."""
Inlines: TypeAlias = tuple[Inline, ...]
"""Formatted text: a tuple of :class:`Inline`."""


def plain_text(inlines: Iterable[Inline]) -> str:
    """Return the text of *inlines*, without its markup."""
    return "".join(map(_words, inlines))


def _words(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case NoteNumber(number):
            return str(number)
        case _:
            return plain_text(inline.children)


def to_json(inlines: Inlines) -> list[Any]:
    """Return the form of *inlines* in JSON: a text is a string, anything else a list that begins with what it is."""
    return [_inline_to_json(inline) for inline in inlines]


def _inline_to_json(inline: Inline) -> Any:
    match inline:
        case Text(text):
            return text
        case NoteNumber(number):
            return ["note", number]
        case Span(kind, children):
            return ["span", kind, *to_json(children)]
        case Link(target, children):
            return ["link", target, *to_json(children)]
        case CiteLink(key, children):
            return ["cite", key, *to_json(children)]


def from_json(data: Any) -> Inlines:
    """Return the inlines that :func:`to_json` wrote. Raises ``ValueError`` for anything else."""
    if not isinstance(data, list):
        raise ValueError(f"no inlines: {data!r}")  # noqa: TRY004 - as of what is in it
    return tuple(map(_inline_from_json, data))


def _inline_from_json(data: Any) -> Inline:
    match data:
        case str():
            return Text(data)
        case ["note", int(number)]:
            return NoteNumber(number)
        case ["span", str(kind), *children]:
            return Span(kind, from_json(children))
        case ["link", str(target), *children]:
            return Link(target, from_json(children))
        case ["cite", str(key), *children]:
            return CiteLink(key, from_json(children))
        case _:
            raise ValueError(f"no inline: {data!r}")


# Citations


class Mode(Enum):
    """The form of a citation in its sentence."""

    PARENTHETICAL = "parenthetical"
    """``(Blank 2000, p. 12)``; in a style of class ``note``, a note."""
    NARRATIVE = "narrative"
    """``Blank (2000, p. 12)``; in a style of class ``note``, the author's name and a note."""
    AUTHOR = "author"
    """``Blank``."""
    YEAR = "year"
    """``2000``."""
    BARE = "bare"
    """``Blank 2000, p. 12``; in a style of class ``note``, a note."""


@dataclass(frozen=True)
class Cite:
    """One entry, cited."""

    key: str
    """The key of the entry's item."""
    prefix: str = ""
    """Plain text before it: ``see``."""
    locator: str = ""
    """The place in the work: ``12``, ``12-15``."""
    label: str = "page"
    """The unit of the locator, by its name in CSL 1.0.2: ``page``, ``chapter``, ``figure``, ``section`` …"""
    suffix: str = ""
    """Plain text after it."""
    suppressed: bool = False
    """Says that its author is left out, whom the sentence names: ``(2000, p. 12)``. Narrative citations name their authors all the same."""


@dataclass(frozen=True)
class Citation:
    """One place of the text where entries are cited, in the author's order."""

    cites: tuple[Cite, ...]
    """The entries that are cited, at least one."""
    mode: Mode = Mode.PARENTHETICAL
    """Its form in the sentence."""
    note_number: int | None = None
    """The number, from 1, of the note that the citation is or stands in."""


@dataclass(frozen=True)
class Context:
    """The citations of one text, formatted together: year suffixes, *ibid.* and the numbers of entries depend on all of them."""

    items: Mapping[str, Item]
    """Items by key, at least those that are cited or listed. A key without an item is printed in its place."""
    citations: tuple[Citation, ...]
    """All citations, in the order of the text."""
    style: Style
    """The style, from :func:`.read_style`."""
    listed: tuple[str, ...] = ()
    """Keys of entries that stand in the bibliography though no citation names them."""
    locale: str = ""
    """A language tag such as ``en-GB``. If it is empty, the style decides."""
    name: str = ""
    """A name for the caller's own use. The result doesn't depend on it."""


@dataclass(frozen=True)
class FormattedCitation:
    """A formatted citation."""

    text: Inlines
    """Its part in the sentence: empty if the whole citation is a note."""
    note: Inlines = ()
    """The content of its note, with the final stop, in a style of class ``note``."""


@dataclass(frozen=True)
class FormattedEntry:
    """A formatted entry of the bibliography."""

    key: str
    """The key of its item."""
    text: Inlines
    """The entry, without its label."""
    label: Inlines = ()
    """The label, ``[1]``, in a style that sets labels in a column."""


@dataclass(frozen=True)
class Unprinted:
    """A variable of an item that the style calls, and that its entry doesn't print whole."""

    key: str
    """The key of the item."""
    variable: str
    """The variable, by its name in CSL: ``publisher-place``."""
    word: str
    """The first word of it that isn't there."""


@dataclass(frozen=True)
class Formatted:
    """A formatted context."""

    citations: tuple[FormattedCitation, ...]
    """A formatted citation for each citation of the context, in its order."""
    entries: tuple[FormattedEntry, ...]
    """The bibliography, in the order of the style; empty if the style has none."""
    messages: tuple[str, ...] = ()
    """Problems, each in a sentence or two, without the context's name."""
    left_out: tuple[str, ...] = ()
    """Keys of entries that the style leaves out of its bibliography, as many do with interviews and letters."""
    unprinted: tuple[Unprinted, ...] = ()
    """What the style calls, and its bibliography doesn't print."""
    uncalled: tuple[tuple[str, str], ...] = ()
    """Keys, and the variables of their items that the style has no place for in their entries."""
    plain: bool = False
    """True if citations are set plainly, without the style, because pandoc failed. Another attempt may succeed."""
