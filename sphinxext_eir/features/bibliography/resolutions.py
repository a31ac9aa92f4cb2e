"""The resolution of a document: what its citations and bibliographies say, each in words and links.

Results keep it packed, so that a build that writes no page of it needn't import these classes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ...core.works import Work

if TYPE_CHECKING:
    import datetime

    from ...csl.model import Inlines

SPANNED = "spanned"
"""The kind of span in a link to an entry that a range of numbers skips, ``[1-4]``: shown when it has the focus."""

Place: TypeAlias = tuple[str, int]
"""The place of a citation: docname, and its number there."""


class Target(NamedTuple):
    """The place where an entry is printed."""

    docname: str
    identifier: str


class TypedLink(NamedTuple):
    """A typed citation as a link."""

    target: Target
    start: int
    """The beginning of the citation within the words that :class:`.TypedCitation` holds."""


class KeyedText(NamedTuple):
    """A citation by key in words."""

    text: Inlines
    """The words in the sentence."""
    note: Inlines = ()
    """The words in its note, if the style is one of notes."""
    targets: tuple[tuple[str, Target], ...] = ()
    """Keys, and where their entries are printed."""


class PrintedEntry(NamedTuple):
    """An entry as a bibliography prints it."""

    key: str
    identifier: str
    """Its id; empty if the page has printed the entry before."""
    name: str
    """Author and year, for messages and backlinks: ``Blank 2000``."""
    text: Inlines = ()
    """Its words; nothing for a typed entry, which stands in the document."""
    label: Inlines = ()
    """Its label, in a style that has them: ``[1]``."""
    work: Work = Work("")
    """Its words as plain text, for the page's metadata."""
    seen: tuple[str, datetime.date] | None = None
    """The page that an entry of a file names, and its date of access."""
    cited_at: tuple[Place, ...] = ()
    """The citations of it."""


class Resolution(NamedTuple):
    """A document's citations and bibliographies in words and links, each at its number."""

    cited: tuple[TypedLink | KeyedText | None, ...]
    """The citations; None for one that stays as typed."""
    lists: tuple[tuple[PrintedEntry, ...], ...]
    """The entries of each bibliography."""
    titles: tuple[tuple[str, str], ...] = ()
    """Docname and title of each other document that cites an entry printed here."""


NOTHING = Resolution((), ())
"""The resolution of a document that cites and lists nothing."""
