"""What is known of a document's citations and bibliographies, and what they were found to say."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias, cast

from ...core.works import References, Work
from ...text.identifiers import slug

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from ...core.warnings import Subtype
    from ...csl.model import Cite, Inlines
    from ...typed.citations import Citation
    from ...typed.references import Reference

FILTERS = ("cited", "all", "uncited")
"""Which entries of the files a bibliography prints."""

SCOPES = ("document", "project")
"""Whose citations a bibliography serves."""


ALL = "*"
"""What ``nocite`` cites every entry of the files by."""

SPANNED = "spanned"
"""The kind of span in a link to an entry that a range of numbers spans: shown when it has the focus."""


# As read


@dataclass(frozen=True)
class Typed:
    """A typed citation, or what looks like one."""

    citation: Citation
    """Its spans count from the beginning of the words that it may be."""
    location: str = field(repr=False)
    """Its file and line, for messages."""
    note: int | None = None
    """The number of the note it stands in."""
    conditional: bool = False
    """Whether it may be left out of the page."""


@dataclass(frozen=True)
class Keyed:
    """A citation by a role."""

    role: str
    cites: tuple[Cite, ...]
    text: str
    """As typed."""
    location: str = field(repr=False)
    note: int | None = None
    conditional: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys cited, in order."""
        return tuple(cite.key for cite in self.cites)


@dataclass(frozen=True)
class Bibliography:
    """A bibliography's place."""

    entries: tuple[Reference, ...] | None
    """As typed; None if they come from files."""
    filter: str
    scope: str
    """Empty if the setting is to say."""
    style: str
    """A path to a style, from the folder of the sources; empty if the setting is to say."""
    location: str = field(repr=False)
    conditional: bool = False
    """Whether it may be left out of its page."""


@dataclass(frozen=True)
class Contents:
    """A document's citations and bibliographies, in the order of the text."""

    cited: tuple[Typed | Keyed, ...]
    lists: tuple[Bibliography, ...]


@dataclass(frozen=True)
class Citations:
    """The record of a document's citations and bibliographies, as it is kept."""

    digest: str
    """What tells the contents from others; locations have no part in it."""
    packed: bytes
    """The contents. Most builds have no use for them, and importing what they are made of takes time."""
    scopes: tuple[str, ...]
    """Of its bibliographies."""
    style: str
    """Of its first bibliography that names one, if any does."""
    by_key: bool
    """Whether a role cites."""
    in_notes: bool
    """Whether its style was one of notes."""
    labels: tuple[tuple[int, str], ...]
    """The notes' numbers and labels."""

    def contents(self) -> Contents:
        """Return the contents."""
        return cast("Contents", pickle.loads(self.packed))  # noqa: S301 - part of the environment, itself a pickle


def record_of(contents: Contents, labels: tuple[tuple[int, str], ...], *, in_notes: bool) -> Citations:
    """Pack *contents*."""
    return Citations(
        digest_of((contents, labels, in_notes)),
        pickle.dumps(contents),
        tuple(listed.scope for listed in contents.lists),
        next((listed.style for listed in contents.lists if listed.style), ""),
        any(isinstance(cited, Keyed) for cited in contents.cited),
        in_notes,
        labels,
    )


# As linked


@dataclass
class Link:
    """What a citation was found to cite."""

    typed: list[tuple[Reference, str]] = field(default_factory=list)
    """Typed entries with the documents they stand in."""
    keys: list[str] = field(default_factory=list)
    """Keys of files."""
    start: int = 0
    missing: list[str] = field(default_factory=list)


# As resolved


@dataclass(frozen=True)
class Target:
    """An entry where it is printed."""

    docname: str
    identifier: str


@dataclass(frozen=True)
class TypedLink:
    """What a typed citation leads to."""

    target: Target
    start: int
    """Where the citation begins in the words that it might have been."""


@dataclass(frozen=True)
class KeyedText:
    """What a citation by key says, in the text and in its note, and what its keys lead to."""

    text: Inlines
    note: Inlines = ()
    targets: tuple[tuple[str, Target], ...] = ()


Resolved: TypeAlias = TypedLink | KeyedText | None


@dataclass(frozen=True)
class Entry:
    """An entry as it is printed."""

    key: str
    identifier: str
    """Empty where the entry was printed before on the page."""
    name: str
    """What messages and backlinks call it: ``Blank 2000``."""
    text: Inlines = ()
    """Nothing for a typed entry, which stands in the document."""
    label: Inlines = ()
    work: Work = field(default_factory=lambda: Work(""))
    """The same in words, for the page's metadata."""
    seen: tuple[str, datetime.date] | None = None
    """The page that an entry of a file names, and when it was seen."""
    cited_at: tuple[tuple[str, int], ...] = ()
    """The places that cite it: docname, and the citation's number there."""


@dataclass(frozen=True)
class Problem:
    """Something to warn of, whenever the document is read."""

    subtype: Subtype
    message: str
    cited: int | None = None
    """The number of the citation that it is about."""
    listed: int | None = None
    """The number of the bibliography."""


@dataclass(frozen=True)
class Resolution:
    """The record of what a document's citations and bibliographies say."""

    cited: tuple[Resolved, ...]
    lists: tuple[tuple[Entry, ...], ...]
    titles: tuple[tuple[str, str], ...] = ()
    """Docname and title of the other documents that cite what is listed here."""


State: TypeAlias = tuple[str, int, int]
"""Of a file: its path, time and size; zeros if it isn't there."""


@dataclass(frozen=True)
class Result:
    """A document's resolution, as it is kept."""

    about: str
    """The digest of all that it depends on, but for files; empty if it is a makeshift, to be tried again."""
    files: tuple[State, ...]
    """The files that it depends on."""
    digest: str
    """Of the resolution: what tells whether its page says something else."""
    packed: bytes
    """The resolution. Most builds have no use for it."""
    references: References
    problems: tuple[Problem, ...] = ()

    def resolution(self) -> Resolution:
        """Return the resolution."""
        return cast("Resolution", pickle.loads(self.packed))  # noqa: S301 - part of the environment, itself a pickle


def result_of(
    resolution: Resolution, about: str, files: tuple[State, ...], problems: tuple[Problem, ...]
) -> Result:
    """Pack *resolution*."""
    works = dict.fromkeys(entry.work for entries in resolution.lists for entry in entries)
    packed = pickle.dumps(resolution)
    return Result(about, files, digest_of(resolution), packed, References.of(works), problems)


def state_of(path: Path) -> State:
    """Return what tells whether the file at *path* has changed."""
    try:
        state = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), state.st_mtime_ns, state.st_size


def digest_of(facts: object) -> str:
    """Return what tells *facts*, plain data, from others; fields that have no part in their ``repr`` have none in it."""
    return hashlib.sha256(repr(facts).encode("utf-8", "surrogatepass")).hexdigest()


def entry_id(key: str, docname: str) -> str:
    """Return the id of an entry, unique also where documents are joined."""
    return f"eir-ref-{slug(key)}-{slug(docname)}"


def citation_id(docname: str, number: int) -> str:
    """Return the id of a citation, unique also where documents are joined."""
    return f"eir-cite-{number + 1}-{slug(docname)}"
