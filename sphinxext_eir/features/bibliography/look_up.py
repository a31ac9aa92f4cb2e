"""Plan → groups whose citations have been looked up: the entries that each cites, and those that each bibliography lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...core.warnings import Subtype, warn
from ...text.compared_names import normal
from .choose import chosen, problems_of
from .cited_entries import Lookup, TypedEntries, TypedEntry, name_of
from .records import ALL, KeyedCitation
from .results import Problem
from .role_text import cites_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .cited_entries import CitedEntries
    from .library import Library
    from .plan import Group, Plan
    from .records import Bibliography, Contents, TypedCitation
    from .resolutions import Place


@dataclass(frozen=True)
class LookedUp:
    """A group whose citations have been looked up; all but the group is by docname."""

    group: Group
    contents: Mapping[str, Contents]
    cited: Mapping[str, tuple[CitedEntries, ...]]
    """The entries that each citation cites."""
    listed: Mapping[str, tuple[tuple[str, ...], ...]]
    """The keys of entries of files that each bibliography lists, unsorted; nothing if its entries are typed."""
    problems: Mapping[str, tuple[Problem, ...]]

    def citations(self) -> Iterator[tuple[Place, TypedCitation | KeyedCitation, CitedEntries]]:
        """Yield each citation with its place and the entries that it cites."""
        for docname, contents in self.contents.items():
            pairs = zip(contents.cited, self.cited[docname], strict=True)
            for number, (citation, entries) in enumerate(pairs):
                yield (docname, number), citation, entries


def looked_up(plan: Plan, groups: Sequence[Group], library: Library) -> list[LookedUp]:
    """Look up the citations of *groups*. The *library* then has the items of all entries that they cite or list."""
    shared = TypedEntries(_shared_entries(plan))
    contents = [
        {name: _with_known_keys(plan.records[name].contents(), shared, library) for name in group.docnames}
        for group in groups
    ]
    library.fetch(key for documents in contents for key in _wanted(documents.values(), shared, library))
    if library.error:
        warn(Subtype.STYLE, str(library.error), location=(groups[0].docnames[0], None))
    return [
        _looked_up(group, documents, shared, plan, library)
        for group, documents in zip(groups, contents, strict=True)
    ]


def _with_known_keys(contents: Contents, shared: TypedEntries, library: Library) -> Contents:
    """Return *contents* with the texts of roles read again, now that keys are known: ``Blank2000, Clark2001`` are two."""
    own = {normal(entry.key) for listed in contents.lists for entry in listed.entries or ()}

    def is_key(word: str) -> bool:
        return normal(word) in own or shared.by_spelling(word) is not None or word in library

    return contents._replace(
        cited=tuple(
            cited._replace(cites=cites_of(cited.role, cited.text, is_key))
            if isinstance(cited, KeyedCitation)
            else cited
            for cited in contents.cited
        ),
    )


def _wanted(documents: Iterable[Contents], shared: TypedEntries, library: Library) -> Iterator[str]:
    """Yield the keys of all entries of files that the *documents* of a group may cite or list.

    A key that a typed entry has is left alone: that entry counts, and needs no pandoc.
    """
    documents = list(documents)
    lists = [listed for document in documents for listed in document.lists if listed.entries is None]
    for document in documents:
        typed = {entry.key for listed in document.lists for entry in listed.entries or ()}
        for citation in document.cited:
            if not isinstance(citation, KeyedCitation):
                yield from library.candidates(citation.citation) if lists else ()
            elif citation.role == "nocite" and ALL in citation.keys:
                yield from library.keys
            else:
                yield from (key for key in citation.keys if key not in typed and not shared.by_key(key))
    if any(listed.filter != "cited" for listed in lists):
        yield from library.keys


def _shared_entries(plan: Plan) -> Iterator[TypedEntry]:
    """Yield the typed entries that serve the whole project."""
    for docname in plan.hosts:
        for listed in plan.records[docname].contents().lists:
            if (listed.scope or plan.settings.scope) == "project":
                for entry in listed.entries or ():
                    yield TypedEntry(entry, docname)


def _looked_up(
    group: Group, documents: Mapping[str, Contents], shared: TypedEntries, plan: Plan, library: Library
) -> LookedUp:
    uses_files = any(listed.entries is None for document in documents.values() for listed in document.lists)
    cited: dict[str, tuple[CitedEntries, ...]] = {}
    problems: dict[str, tuple[Problem, ...]] = {}
    for docname, contents in documents.items():
        own = TypedEntries(
            TypedEntry(entry, docname) for listed in contents.lists for entry in listed.entries or ()
        )
        others = shared.without(docname) if docname in plan.hosts else shared
        lookup = Lookup(own, others, library, uses_files=uses_files)
        cited[docname] = tuple(
            lookup.entries_of(citation, number) for number, citation in enumerate(contents.cited)
        )
        problems[docname] = tuple(
            problem
            for problem in lookup.problems
            if plan.settings.reports_doubtful or problem.subtype is not Subtype.CITATION_DOUBTFUL
        )
    if plan.settings.reports_unused:
        used = {
            (typed.docname, typed.entry.key)
            for document in cited.values()
            for entries in document
            for typed in entries.typed
        }
        problems = {
            docname: (*found, *_unused(docname, documents[docname], used))
            for docname, found in problems.items()
        }
    listed = _listed(documents, cited, plan, library)
    for docname, contents in documents.items():
        problems[docname] += (
            *(
                problem
                for number, one in enumerate(contents.lists)
                for problem in problems_of(one, number, library)
            ),
            *_unlisted(docname, documents, cited, listed),
        )
    return LookedUp(group, documents, cited, listed, problems)


def _unused(docname: str, contents: Contents, used: set[tuple[str, str]]) -> Iterator[Problem]:
    """Yield a problem for each typed entry of a document whose docname and key aren't among *used*."""
    for number, listed in enumerate(contents.lists):
        for entry in listed.entries or ():
            if (docname, entry.key) not in used:
                message = f"nothing cites the entry {name_of(entry)} ({entry.key})"
                yield Problem(Subtype.REFERENCE_UNUSED, message, listed=number)


def _unlisted(
    docname: str,
    documents: Mapping[str, Contents],
    cited: Mapping[str, tuple[CitedEntries, ...]],
    listed: Mapping[str, tuple[tuple[str, ...], ...]],
) -> Iterator[Problem]:
    """Yield a problem for each entry of a file that is cited first in *docname* and that none of the lists prints.

    Only lists that choose among what is cited are held to that.
    """
    lists = [one for contents in documents.values() for one in contents.lists if one.entries is None]
    if not any(one.choices for one in lists) or all(one.filter == "uncited" for one in lists):
        return
    known = {key for of_document in listed.values() for keys in of_document for key in keys}
    for name, found in cited.items():
        for number, (citation, entries) in enumerate(zip(documents[name].cited, found, strict=True)):
            whole = isinstance(citation, KeyedCitation) and (
                ALL in citation.keys or citation.role == "fullcite"
            )
            new = [] if whole else [key for key in dict.fromkeys(entries.keys) if key not in known]
            known.update(new)
            for key in new if name == docname else ():
                message = f"no list prints the entry {key!r}, which is cited here: each eir:bibliography chooses others"
                yield Problem(Subtype.REFERENCE_UNLISTED, message, cited=number)


# Keys of files


def _listed(
    documents: Mapping[str, Contents],
    cited: Mapping[str, tuple[CitedEntries, ...]],
    plan: Plan,
    library: Library,
) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the keys of files that each bibliography of a group prints."""
    cited_by_group = _cited_keys((documents[docname], entries) for docname, entries in cited.items())
    listed = {}
    for docname, contents in documents.items():
        cited_here = _cited_keys([(contents, cited[docname])])
        listed[docname] = tuple(
            _listed_keys(
                one,
                cited_here if (one.scope or plan.settings.scope) == "document" else cited_by_group,
                library,
            )
            for one in contents.lists
        )
    return listed


def _listed_keys(listed: Bibliography, cited: tuple[str, ...], library: Library) -> tuple[str, ...]:
    """Return the keys of files that a bibliography prints, if the citations that it serves cite *cited*."""
    if listed.entries is not None:
        return ()
    if listed.filter == "cited":
        return chosen(listed, cited, library)
    left_out = set(cited) if listed.filter == "uncited" else set()
    keys = (key for key in library.keys if key in library.items and key not in left_out)
    return chosen(listed, keys, library)


def _cited_keys(documents: Iterable[tuple[Contents, tuple[CitedEntries, ...]]]) -> tuple[str, ...]:
    """Return the keys of files that *documents* cite, each once, in the order of the text; last those of ``nocite``."""
    in_text: dict[str, None] = {}
    aside: dict[str, None] = {}
    for contents, found in documents:
        for citation, entries in zip(contents.cited, found, strict=True):
            is_aside = isinstance(citation, KeyedCitation) and citation.role == "nocite"
            (aside if is_aside else in_text).update(dict.fromkeys(entries.keys))
    return tuple(in_text | aside)
