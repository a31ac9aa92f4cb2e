"""The record of a document's citations and bibliographies: what is read, before anything is looked up."""

# Without `annotations` of `__future__`, as in `text.article`: this is imported in each build.
import hashlib
from typing import TYPE_CHECKING, NamedTuple, cast

from ...core.packing import pack, unpack
from ...text.identifiers import slug

if TYPE_CHECKING:
    from ...csl.model import Cite
    from ...typed.citations import NamedCitation
    from ...typed.references import Reference

FILTERS = ("cited", "all", "uncited")
"""The entries of the files that a bibliography prints."""

CHOSEN_BY = ("type", "keyword", "file", "key")
"""What entries of files are chosen by: options of a bibliography, each with its negation, ``not-type``."""

SCOPES = ("document", "project")
"""The citations that a bibliography serves: those of its document, or of all documents."""

ALL = "*"
"""The key by which ``nocite`` cites every entry of the files."""


def _without_location(record: "TypedCitation | KeyedCitation | Bibliography") -> str:
    """Return what *record* says of itself, for digests: another line in the file makes no other page."""
    return repr(tuple(record._replace(location="")))


class TypedCitation(NamedTuple):
    """A typed citation, or words that look like one."""

    citation: "NamedCitation"
    """The citation as read; its spans count from the beginning of the words."""
    location: str
    """Its file and line, for messages."""
    note: int | None = None
    """The number of the note that it stands in."""
    conditional: bool = False
    """True if a condition may take it out of the page."""

    def __repr__(self) -> str:
        return _without_location(self)


class KeyedCitation(NamedTuple):
    """A citation by a role."""

    role: str
    """The role's name, without its domain."""
    cites: tuple["Cite", ...]
    """The entries cited, in order, with what the author says about each."""
    text: str
    """The role's text, as typed."""
    location: str
    """Its file and line, for messages."""
    note: int | None = None
    """The number of the note that it stands in."""
    conditional: bool = False
    """True if a condition may take it out of the page."""

    def __repr__(self) -> str:
        return _without_location(self)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys cited, in order."""
        return tuple(cite.key for cite in self.cites)


class Choice(NamedTuple):
    """A choice of entries of files."""

    what: str
    """One of :data:`CHOSEN_BY`."""
    values: tuple[str, ...]
    """Values, one of which an entry has to have."""
    negated: bool = False
    """Says that it may have none of them."""


class Bibliography(NamedTuple):
    """A bibliography as its author asks for it."""

    entries: tuple["Reference", ...] | None
    """Its typed entries; None if it prints entries of files."""
    filter: str
    """One of :data:`FILTERS`."""
    scope: str
    """One of :data:`SCOPES`; empty to follow the setting."""
    style: str
    """The path of a style, from the source folder; empty to follow the setting."""
    location: str
    """Its file and line, for messages."""
    conditional: bool = False
    """True if a condition may take it out of the page."""
    choices: tuple[Choice, ...] = ()
    """What is asked of entries of files; all of it has to hold."""

    def __repr__(self) -> str:
        return _without_location(self)


class Contents(NamedTuple):
    """A document's citations and bibliographies, each in the order of the text."""

    cited: tuple[TypedCitation | KeyedCitation, ...]
    """The citations; the place of each is its number."""
    lists: tuple[Bibliography, ...]
    """The bibliographies; the place of each is its number."""


class Citations(NamedTuple):
    """The record of a document's citations and bibliographies, as the environment keeps it."""

    digest: str
    """The digest of the contents; locations have no part in it."""
    packed: bytes
    """The contents, packed: most builds don't look at them, and importing their classes takes time."""
    scopes: tuple[str, ...]
    """The scopes of the bibliographies."""
    style: str
    """The style of the first bibliography that names one; empty if none does."""
    by_key: bool
    """True if a role cites."""
    may_miss: bool
    """True if something typed may be a citation, whose entry is missed if there is none."""
    in_notes: bool
    """True if citations by key were made notes when the document was read."""
    labels: tuple[tuple[int, str], ...]
    """The numbers and labels of the document's notes."""

    def contents(self) -> Contents:
        """Unpack the contents."""
        return cast("Contents", unpack(self.packed))


def record_of(contents: Contents, labels: tuple[tuple[int, str], ...], *, in_notes: bool) -> Citations:
    """Return the record that keeps *contents*."""
    return Citations(
        digest_of((contents, labels, in_notes)),
        pack(contents),
        tuple(listed.scope for listed in contents.lists),
        next((listed.style for listed in contents.lists if listed.style), ""),
        any(isinstance(cited, KeyedCitation) for cited in contents.cited),
        any(isinstance(cited, TypedCitation) and not cited.citation.is_nothing for cited in contents.cited),
        in_notes,
        labels,
    )


def digest_of(facts: object) -> str:
    """Return a digest of *facts*, plain data; fields that their ``repr`` leaves out have no part in it."""
    return hashlib.sha256(repr(facts).encode("utf-8", "surrogatepass")).hexdigest()


def entry_id(key: str, docname: str) -> str:
    """Return the id of an entry, unique also where documents are joined."""
    return f"eir-ref-{slug(key)}-{slug(docname)}"


def citation_id(docname: str, number: int) -> str:
    """Return the id of a citation, unique also where documents are joined."""
    return f"eir-cite-{number + 1}-{slug(docname)}"
