"""The result of a document: what its citations and bibliographies say, with what that depends on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from ...core.packing import pack, unpack
from ...core.works import References, Work
from .records import digest_of

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from ...core.warnings import Subtype
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


class Problem(NamedTuple):
    """A warning that comes back whenever the document is read."""

    subtype: Subtype
    message: str
    cited: int | None = None
    """The number of the citation that it points at."""
    listed: int | None = None
    """The number of the bibliography that it points at."""


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

State: TypeAlias = tuple[str, int, int]
"""A file's path, time and size; zeros if there is no such file."""


class Result(NamedTuple):
    """A document's resolution, as the environment keeps it."""

    inputs: str
    """The digest of all that it depends on, files apart; empty if it is a makeshift, to be tried again."""
    files: tuple[State, ...]
    """The files that it depends on."""
    digest: str
    """The digest of the resolution: a page is written again if it changes."""
    packed: bytes
    """The resolution, packed: most builds don't look at it."""
    references: References
    """The works that the document lists."""
    problems: tuple[Problem, ...] = ()

    def resolution(self) -> Resolution:
        """Unpack the resolution."""
        return cast("Resolution", unpack(self.packed))


def result_of(
    resolution: Resolution,
    cited: tuple[Work, ...],
    inputs: str,
    files: tuple[State, ...],
    problems: tuple[Problem, ...],
) -> Result:
    """Return the result that keeps *resolution*, and the works that the document has *cited*."""
    works = dict.fromkeys(entry.work for entries in resolution.lists for entry in entries)
    packed = pack(resolution)
    return Result(inputs, files, digest_of(resolution), packed, References.of(works, cited), problems)


@cache
def result_of_nothing() -> Result:
    """Return the result of a document that cites and lists nothing, but for its inputs."""
    return result_of(NOTHING, (), "", (), ())


def state_of(path: Path) -> State:
    """Return the state of the file at *path*: it changes when the file does."""
    try:
        state = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), state.st_mtime_ns, state.st_size
