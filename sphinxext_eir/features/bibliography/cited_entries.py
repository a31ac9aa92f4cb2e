"""What a document's citations cite."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...core.warnings import Subtype
from ...text.names import normal
from ...typed.citations import Form
from ...typed.matching import Match, Shelf
from .records import ALL, Link, Problem

if TYPE_CHECKING:
    from ...typed.citations import Citation
    from ...typed.references import Reference
    from .library import Library
    from .records import Keyed, Typed


class Lookup:
    """Typed entries to look up, each with the document it stands in."""

    def __init__(self, entries: list[tuple[Reference, str]]) -> None:
        self.entries = entries
        self.by_key: dict[str, tuple[Reference, str]] = {}
        self.where: dict[int, str] = {}
        for entry, where in entries:
            self.by_key.setdefault(entry.key, (entry, where))
            self.by_key.setdefault(f"~{normal(entry.key)}", (entry, where))
            self.where[id(entry)] = where
        self.shelf = Shelf(entry for entry, _ in entries)

    def without(self, docname: str) -> Lookup:
        """Return the same without the entries of *docname*."""
        return Lookup([(entry, where) for entry, where in self.entries if where != docname])


class Linker:
    """Finds out what the citations of one document cite."""

    def __init__(self, library: Library, own: Lookup, others: Lookup, *, uses_files: bool) -> None:
        """Take the files' entries, and the typed ones: the document's own, and the project's of other documents.

        Whether the document *uses_files* says if a typed citation may cite an entry of one.
        """
        self._uses_files = uses_files
        self._library = library
        self._entries = (own, others)
        self._last: dict[bool, Link | None] = {}
        """What was cited last, in the text and in notes."""
        self.problems: list[Problem] = []
        self._known: set[str] = set()
        """What was said of it before."""

    def keyed(self, cited: Keyed, number: int) -> Link:
        """Look up the keys of a citation."""
        link = Link()
        for key in cited.keys:
            entry = self._by_key(key) or (None if key in self._library else self._by_key(f"~{normal(key)}"))
            if entry:
                link.typed.append(entry)
            elif key in self._library:
                link.keys.append(key)
            elif key == ALL and cited.role == "nocite":
                link.keys += self._library.keys
            else:
                link.missing.append(key)
                message = f"no entry has the key {key!r}: neither in this document's bibliography, nor in eir_bibliography_files"
                self._report(Subtype.CITATION_MISSING, message, message, number)
        self._last[cited.note is not None] = link
        return link

    def _by_key(self, key: str) -> tuple[Reference, str] | None:
        own, others = self._entries
        return own.by_key.get(key) or others.by_key.get(key)

    def typed(self, cited: Typed, number: int) -> Link:
        """Look up the names and year of a citation."""
        citation = cited.citation
        if citation.form is Form.IBID:
            last = self._last.get(cited.note is not None)
            single = last and len(last.typed) + len(last.keys) == 1
            return replace(last, start=0) if last and single else Link()
        link = None
        for entries in self._entries:
            match = entries.shelf.find(citation)
            if match.entries:
                link = Link([(entry, entries.where[id(entry)]) for entry in match.entries], start=match.start)
                break
        if link is None:
            match = self._in_library(citation)
            link = Link(keys=[entry.key for entry in match.entries], start=match.start)
        found = len(link.typed) + len(link.keys)
        if found > 1:
            keys = ", ".join([entry.key for entry, _ in link.typed] + link.keys)
            message = f"{citation.label} may be {keys}: it stays as typed; a letter after the year, or a role, says which"
            self._report(Subtype.CITATION_AMBIGUOUS, message, message, number)
            link = Link()
        elif not found and citation.plausible:
            self._report_missing(citation, number)
        if found or citation.plausible:
            self._last[cited.note is not None] = link if found == 1 else None
        return link

    def _in_library(self, citation: Citation) -> Match[Any]:
        return self._library.find(citation) if self._uses_files else Match((), citation.start)

    def _report_missing(self, citation: Citation, number: int) -> None:
        near = ", ".join(
            name_of(entry) for entries in self._entries for entry in entries.shelf.near(citation)
        )
        hint = f"; there is {near}" if near else ""
        message = (
            f"no entry for {citation.label} in the bibliography{hint}. Write one, or correct the name or year; if it is no "
            'citation, suppress_warnings = ["eir.citation_missing"] silences this'
        )
        self._report(Subtype.CITATION_MISSING, citation.label, message, number)

    def _report(self, subtype: Subtype, what: str, message: str, number: int) -> None:
        """Note a problem, once in a document."""
        if what not in self._known:
            self._known.add(what)
            self.problems.append(Problem(subtype, message, cited=number))


def name_of(entry: Reference) -> str:
    """Return what messages and backlinks call a typed *entry*."""
    names = " and ".join(entry.names[:2]) if len(entry.names) <= 2 else f"{entry.names[0]} et al."
    return f"{names} {entry.year}".strip() or entry.text[:40]


def typed_keys(cited: Keyed, link: Link) -> list[str]:
    """Return the keys in *cited* that typed entries answer to, as the author spelt them."""
    return [key for key in cited.keys if key not in link.keys and key not in link.missing]
