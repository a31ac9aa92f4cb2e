"""The entries that the citations of one document cite: found by key, or by names and year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from ...core.warnings import Subtype
from ...text.compared_names import normal
from ...text.vocabularies import words
from ...typed.citations import Form
from ...typed.matching import Shelf
from ...typed.verdicts import InDocument, Verdict, habits_of, listed_together, verdict
from .records import ALL, KeyedCitation
from .results import Problem
from .role_text import key_in_suffix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...typed.citations import NamedCitation
    from ...typed.references import Reference
    from .library import Library
    from .records import TypedCitation


class TypedEntry(NamedTuple):
    """A typed entry, and the document that it stands in."""

    entry: Reference
    docname: str


@dataclass(frozen=True)
class CitedEntries:
    """The entries that a citation was found to cite."""

    typed: tuple[TypedEntry, ...] = ()
    """Typed entries."""
    spellings: tuple[str, ...] = ()
    """The keys of these as the author of the citation spelt them; nothing if the citation is typed."""
    keys: tuple[str, ...] = ()
    """The keys of entries of files."""
    missing: tuple[str, ...] = ()
    """Keys that no entry has, or only one that can't be converted."""
    start: int = 0
    """The beginning of a typed citation within the words that :class:`.TypedCitation` holds."""

    @property
    def count(self) -> int:
        """The number of entries."""
        return len(self.typed) + len(self.keys)


class TypedEntries:
    """Typed entries to search, the first of each text: another with the same text is the same entry."""

    def __init__(self, entries: Iterable[TypedEntry]) -> None:
        self._entries: dict[str, TypedEntry] = {}
        for typed in entries:
            self._entries.setdefault(typed.entry.text, typed)
        self._by_key: dict[str, TypedEntry] = {}
        self._by_normal_key: dict[str, TypedEntry] = {}
        for typed in self._entries.values():
            self._by_key.setdefault(typed.entry.key, typed)
            self._by_normal_key.setdefault(normal(typed.entry.key), typed)
        self._shelf = Shelf(typed.entry for typed in self._entries.values())

    def without(self, docname: str) -> TypedEntries:
        """Return the same without the entries of *docname*."""
        return TypedEntries(typed for typed in self._entries.values() if typed.docname != docname)

    def by_key(self, key: str) -> TypedEntry | None:
        """Return the entry with just this *key*."""
        return self._by_key.get(key)

    def by_spelling(self, key: str) -> TypedEntry | None:
        """Return the entry whose key is *key* in another spelling: other case, no accents."""
        return self._by_normal_key.get(normal(key))

    def by_name(self, citation: NamedCitation) -> CitedEntries:
        """Return the entries that *citation* may mean by its names and year."""
        match = self._shelf.find(citation)
        return CitedEntries(tuple(self._entries[entry.text] for entry in match.entries), start=match.start)

    @property
    def years(self) -> Iterable[str]:
        """The years of the entries."""
        return self._shelf.years

    def near(self, citation: NamedCitation) -> list[Reference]:
        """Return the entries that *citation* may mean if its year is wrong."""
        return self._shelf.near(citation)


class _Named(NamedTuple):
    """A citation by name, with its number in the document."""

    number: int
    citation: NamedCitation
    found: bool
    """Says that it has an entry, or several."""


class Lookup:
    """The search for what each citation of one document cites. Call it for one after the other, in the text's order.

    Two things hang on the order: *ibid.*, and that a problem is reported where it occurs first.
    """

    def __init__(
        self, own: TypedEntries, others: TypedEntries, library: Library, *, uses_files: bool
    ) -> None:
        """Take the document's *own* typed entries, those of the project in *others*, and the entries of files.

        *uses_files*: the document prints entries from files, so typed citations may refer to those as well.
        """
        self._typed = (own, others)
        self._library = library
        self._uses_files = uses_files
        self._last: dict[bool, CitedEntries] = {}
        """The entries cited last, in the text (False) and in notes (True)."""
        self._before: list[CitedEntries] = []
        """The single entries cited by name until now."""
        self._reported: set[str] = set()
        self._problems: list[Problem] = []
        self._named: list[_Named] = []
        """The citations by name until now, with what was found of each."""

    @property
    def problems(self) -> list[Problem]:
        """The problems of all citations until now, in their order; what is missing, all of these together show."""
        return sorted((*self._problems, *self._missing()), key=lambda problem: problem.cited or 0)

    def entries_of(self, cited: TypedCitation | KeyedCitation, number: int) -> CitedEntries:
        """Return the entries that the citation with this *number* cites, and note its problems."""
        in_note = cited.note is not None
        if isinstance(cited, KeyedCitation):
            self._last[in_note] = self._by_keys(cited, number)
            return self._last[in_note]
        citation = cited.citation
        if citation.form is Form.IBID:
            last = self._last.get(in_note)
            return replace(last, start=0) if last and last.count == 1 else CitedEntries()
        found = self._by_name(citation)
        if citation.form is Form.OP_CIT:
            found = self._cited_before(found) or found
        self._named.append(_Named(number, citation, bool(found.count)))
        if found.count > 1:
            keys = ", ".join((*(typed.entry.key for typed in found.typed), *found.keys))
            message = f"{citation.label} may be {keys}: it stays as typed; a letter after the year, or a role, says which"
            self._report(Subtype.CITATION_AMBIGUOUS, message, message, number)
        meant = found if found.count == 1 else CitedEntries()
        if meant.count:
            self._before.append(meant)
        if found.count or citation.plausible:
            self._last[in_note] = meant
        return meant

    def _cited_before(self, found: CitedEntries) -> CitedEntries | None:
        """Return that one of the entries *found* which was cited last: *op. cit.* names an author, and means a work."""
        for before in reversed(self._before):
            if {*before.typed} <= {*found.typed} and {*before.keys} <= {*found.keys}:
                return replace(before, start=found.start)
        return None

    # By key

    def _by_keys(self, cited: KeyedCitation, number: int) -> CitedEntries:
        typed: list[tuple[str, TypedEntry]] = []
        keys: list[str] = []
        missing: list[str] = []
        for key in cited.keys:
            if entry := self._typed_by_key(key):
                typed.append((key, entry))
            elif key in self._library:
                keys.append(key)
            elif key == ALL and cited.role == "nocite":
                keys += self._library.keys
            else:
                missing.append(key)
                message = f"no entry has the key {key!r}: neither in this document's bibliography, nor in eir_bibliography_files"
                self._report(Subtype.CITATION_MISSING, message, message, number)
        for cite in cited.cites:
            if word := key_in_suffix(cite, self._is_key):
                message = f"the words after the key {cite.key!r} begin with {word!r}, which is a key, too: semicolons part keys"
                self._report(Subtype.CITATION_MISSING, message, message, number)
        items = self._library.items
        return CitedEntries(
            tuple(entry for _, entry in typed),
            tuple(key for key, _ in typed),
            tuple(key for key in keys if key in items),
            (*missing, *(key for key in keys if key not in items)),
        )

    def _typed_by_key(self, key: str) -> TypedEntry | None:
        own, others = self._typed
        exact = own.by_key(key) or others.by_key(key)
        if exact or key in self._library:
            return exact
        return own.by_spelling(key) or others.by_spelling(key)

    def _is_key(self, word: str) -> bool:
        return self._typed_by_key(word) is not None or word in self._library

    # By names and year

    def _by_name(self, citation: NamedCitation) -> CitedEntries:
        for entries in self._typed:
            found = entries.by_name(citation)
            if found.typed:
                return found
        if not self._uses_files:
            return CitedEntries()
        match = self._library.find(citation)
        return CitedEntries(keys=tuple(entry.key for entry in match.entries), start=match.start)

    def _missing(self) -> Iterator[Problem]:
        """Yield a problem for each label that has no entry: it cites one certainly, or perhaps."""
        citations = [named.citation for named in self._named]
        years = {year for entries in self._typed for year in entries.years}
        habits = habits_of(
            [named.citation for named in self._named if named.found], () if self._uses_files else years
        )
        missing: dict[str, tuple[int, NamedCitation]] = {}
        doubtful: dict[str, tuple[int, NamedCitation]] = {}
        for group in listed_together(citations):
            for at in group:
                number, citation, found = self._named[at]
                if found or citation.is_nothing:
                    continue
                near = any(entries.near(citation) for entries in self._typed)
                beside = any(self._named[other].found for other in group)
                said = verdict(InDocument(citation, habits, near, beside))
                if said is not Verdict.NONE:
                    kept = missing if said is Verdict.MISSING else doubtful
                    kept.setdefault(citation.label, (number, citation))
        for number, citation in missing.values():
            yield Problem(Subtype.CITATION_MISSING, self._missing_message(citation), cited=number)
        for label, (number, _) in doubtful.items():
            if label not in missing:
                message = f"perhaps {label} is a citation: there is no entry for it. If it is none, nothing need be done"
                yield Problem(Subtype.CITATION_DOUBTFUL, message, cited=number)

    def _missing_message(self, citation: NamedCitation) -> str:
        near = ", ".join(name_of(entry) for entries in self._typed for entry in entries.near(citation))
        hint = f"; there is {near}" if near else ""
        return (
            f"no entry for {citation.label} in the bibliography{hint}. Write one, or correct the name or year; if it is no "
            'citation, suppress_warnings = ["eir.citation_missing"] silences this'
        )

    def _report(self, subtype: Subtype, occasion: str, message: str, number: int) -> None:
        """Note a problem, the first time that there is this *occasion* for it."""
        if occasion not in self._reported:
            self._reported.add(occasion)
            self._problems.append(Problem(subtype, message, cited=number))


def name_of(entry: Reference, language: str = "en") -> str:
    """Return the name of a typed *entry* in messages, which are English, and in backlinks of a *language*: ``Blank 2000``."""
    both = f" {_word(language, 'conjunctions')} ".replace(
        "و ", "و"
    )  # Arabic writes it together with the name
    names = both.join(entry.names[:2])
    if len(entry.names) > 2:
        others = "et al." if language[:2] in _LATIN_OTHERS else _word(language, "et_al")
        names = f"{entry.names[0]} {others}"
    unknown = {"n.d.": "no_date", "forthcoming": "forthcoming"}.get(entry.year, "")
    return f"{names} {_word(language, unknown) if unknown else entry.year}".strip() or entry.text[:40]


_LATIN_OTHERS = ("en", "fr", "es", "it", "pt")
"""Languages whose scholars write *et al.* for further authors."""


def _word(language: str, field: str) -> str:
    """Return the first of the words that a vocabulary has in a *field*, the English one for a language without a vocabulary."""
    return (words(field, language) or words(field, "en"))[0]
