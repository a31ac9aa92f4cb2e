"""What goes into formatting and what comes out: citations of items in a context, and compact trees of text.

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
"""An entry of a bibliography in CSL-JSON."""


# Formatted text


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """Text in another shape."""

    kind: str
    """``emphasis``, ``strong``, ``superscript``, ``subscript``, ``small-caps``, ``underline``, ``strikeout``, or
    ``plain`` for upright text within emphasis."""
    children: Inlines


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the web. Its target begins with ``http:``, ``https:`` or ``mailto:``."""

    target: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class CiteLink:
    """The part of a citation that refers to one entry. It holds no other link."""

    key: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class NoteNumber:
    """The number of an earlier note, as in ``Clark (n 3)``; it is printed as that note's label."""

    number: int


Inline: TypeAlias = Text | Span | Link | CiteLink | NoteNumber
Inlines: TypeAlias = tuple[Inline, ...]


def plain_text(inlines: Iterable[Inline]) -> str:
    """Return the words of *inlines*."""
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


def from_json(data: Iterable[Any]) -> Inlines:
    """Return the inlines that :func:`to_json` wrote."""
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
    """How a citation stands in its sentence."""

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
    """One entry, cited. Affixes are plain text."""

    key: str
    prefix: str = ""
    locator: str = ""
    label: str = "page"
    """What the locator counts: a term of CSL (:data:`.terms.LABELS`)."""
    suffix: str = ""


@dataclass(frozen=True)
class Citation:
    """One place of the text where entries are cited, in the author's order."""

    cites: tuple[Cite, ...]
    mode: Mode = Mode.PARENTHETICAL
    note_number: int | None = None
    """The number of the note that it is, or stands in."""


@dataclass(frozen=True)
class Context:
    """What is formatted at one go: year suffixes, *ibid.* and the numbers of entries depend on all of it."""

    name: str
    """What messages call it. It has no part in the answer."""
    items: Mapping[str, Item]
    """Every entry that is cited or listed, by key. Others are not looked at."""
    citations: tuple[Citation, ...]
    """In the order of the text."""
    listed: tuple[str, ...]
    """Keys of entries that stand in the bibliography though no citation names them."""
    style: Style
    locale: str
    """A language tag such as ``en-GB``; the style's own if empty."""


@dataclass(frozen=True)
class FormattedCitation:
    """A citation as it reads."""

    text: Inlines
    """What stands in the sentence: nothing if the whole citation is a note."""
    note: Inlines = ()
    """In a style of class ``note``, the content of the note, final stop and all."""


@dataclass(frozen=True)
class Entry:
    """An entry of the bibliography as it reads."""

    key: str
    text: Inlines
    label: Inlines = ()
    """In a style with a column of labels, the label: ``[1]``."""


@dataclass(frozen=True)
class Formatted:
    """A context as it reads."""

    citations: tuple[FormattedCitation, ...]
    """One for each citation of the context."""
    entries: tuple[Entry, ...]
    """The bibliography in its order; none if the style has none."""
    messages: tuple[str, ...] = ()
    """What was wrong. Each is a sentence or two, without the context's name."""
    plain: bool = False
    """Whether it is a makeshift, since pandoc couldn't be asked: another time it may."""
