"""Records of all documents → what their citations and bibliographies say, when all documents are read.

What a document's result depends on is kept beside it: only what has changed is worked out anew, and only pages whose
result is another one are written again.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.locale import get_translation

from ..csl.formatting import Formatter
from ..csl.model import Citation, CiteLink, Context, Mode, Text, plain_text
from ..csl.pandoc import PandocError
from ..csl.simple import author_year, plain_citation, plain_entry, plainly
from ..csl.styles import StyleError, shipped_style
from ..domain import eir_domain
from ..typed.citations import Form
from ..typed.matching import Match, Shelf
from ..typed.names import normal
from ..warnings import Subtype, warn
from .library import Library, read_style_in
from .records import (
    Bibliography,
    Citations,
    Entry,
    Keyed,
    KeyedText,
    Resolution,
    Target,
    Typed,
    TypedLink,
    entry_id,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ..csl.model import Formatted, Inlines, Item
    from ..csl.styles import Style
    from ..typed.references import Reference
    from .records import Resolved

_ = get_translation("sphinxext_eir")

MODES = {
    "citep": Mode.PARENTHETICAL,
    "citet": Mode.NARRATIVE,
    "citeauthor": Mode.AUTHOR,
    "citeyear": Mode.YEAR,
    "citealp": Mode.BARE,
}

CACHE = "sphinxext_eir"
"""The folder, beside the stored doctrees, of what pandoc has answered."""


def resolve(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Work out all results that are not known, and return the documents whose pages are to be written again."""
    domain = eir_domain(env)
    records = dict(domain.find_all(Citations))
    results = domain.results
    written = domain.written.setdefault(app.builder.name, {})
    for docname in (set(results) | set(written)) - records.keys():
        results.pop(docname, None)
        written.pop(docname, None)
    if not records:
        return []
    project = Project(app, env, records)
    project.resolve(results)
    changed = []
    for docname in records:
        digest = digest_of(results[docname][1])
        if written.get(docname) != digest:
            written[docname] = digest
            changed.append(docname)
    return changed


def digest_of(result: object) -> str:
    """Return what tells *result* from another."""
    return hashlib.sha256(repr(result).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass
class Group:
    """Documents that are formatted together: one, or all that share the project's bibliographies."""

    name: str
    docnames: list[str]
    style: str = ""
    cited: dict[str, None] = field(default_factory=dict)
    """The keys of files that are cited, in order."""
    nocite: dict[str, None] = field(default_factory=dict)
    clusters: dict[tuple[str, int], Citation] = field(default_factory=dict)
    """What pandoc formats: docname and number → citation."""
    links: dict[tuple[str, int], Link] = field(default_factory=dict)


@dataclass
class Link:
    """What a citation was found to cite."""

    typed: list[tuple[Reference, str]] = field(default_factory=list)
    """Typed entries with the documents they stand in."""
    keys: list[str] = field(default_factory=list)
    """Keys of files."""
    start: int = 0
    missing: list[str] = field(default_factory=list)


class Project:
    """The citations and bibliographies of all documents."""

    def __init__(self, app: Sphinx, env: BuildEnvironment, records: dict[str, Citations]) -> None:
        self.env = env
        self.config = app.config
        self.directory = Path(app.srcdir)
        self.records = records
        self.cache = Path(app.doctreedir) / CACHE
        paths = [self.directory / path for path in self.config.eir_bibliography_files]
        self.library = Library(paths, self.config.eir_bibliography_title_case, self.cache)
        self.locale = self.config.eir_citation_locale or language_of(self.config.language)
        self.shared = [docname for docname in order(env, records) if self._is_shared(records[docname])]
        """The documents of the project's bibliographies, if there are any."""
        hosts = [docname for docname in self.shared if self._lists(docname, "project")]
        if not hosts:
            self.shared = []
        self.entries: list[tuple[Reference, str]] = [
            (entry, docname)
            for docname in hosts
            for listed in self._lists(docname, "project")
            for entry in listed.entries or ()
        ]
        """The typed entries that serve the whole project, and where they stand."""
        self._styles: dict[str, Style] = {}

    def scope(self, listed: Bibliography) -> str:
        """Return whose citations *listed* serves."""
        return listed.scope or str(self.config.eir_bibliography_scope)

    def _lists(self, docname: str, scope: str) -> list[Bibliography]:
        return [listed for listed in self.records[docname].lists if self.scope(listed) == scope]

    def _is_shared(self, record: Citations) -> bool:
        return not any(self.scope(listed) == "document" for listed in record.lists) or any(
            self.scope(listed) == "project" for listed in record.lists
        )

    # What is new

    def resolve(self, results: dict[str, tuple[object, object]]) -> None:
        """Bring *results* up to date."""
        groups = [Group(docname, [docname]) for docname in self.records if docname not in self.shared]
        if self.shared:
            groups.append(Group("the project", self.shared))
        settings = (
            self.config.eir_citation_style,
            self.locale,
            self.config.eir_bibliography_title_case,
            self.config.eir_bibliography_scope,
            self.config.eir_report_unused,
        )
        states = self.library.state()
        changed = []
        inputs: dict[str, object] = {}
        for group in groups:
            group.style = self._style_name(group)
            style = self.style(group.style)
            about = (
                tuple((docname, self.records[docname]) for docname in group.docnames),
                tuple(self.entries) if self.shared else (),
                settings,
                states,
                style.digest,
            )
            inputs |= dict.fromkeys(group.docnames, about)
            known = [results[docname][0] for docname in group.docnames if docname in results]
            distinct = {id(one): one for one in known}  # documents of one group share theirs
            if len(known) < len(group.docnames) or any(one != about for one in distinct.values()):
                changed.append(group)
        if not changed:
            return
        for group in changed:
            self._link(group)
        formatted = self._format(changed)
        for group, answers in zip(changed, formatted, strict=True):
            for docname, result in Results(self, group, answers).made():
                results[docname] = (inputs[docname], result)
        self._warn_of_files()

    def _style_name(self, group: Group) -> str:
        """Return the style of a group's citations: that of its first bibliography that names one."""
        return next(
            (
                listed.style
                for docname in group.docnames
                for listed in self.records[docname].lists
                if listed.style
            ),
            str(self.config.eir_citation_style),
        )

    def style(self, name: str) -> Style:
        """Return the style *name*; the shipped one, and a warning, if it can't be read."""
        if name not in self._styles:
            try:
                self._styles[name] = read_style_in(name, self.directory)
            except StyleError as error:
                warn(Subtype.STYLE, f"{error}. eir-harvard is used", location=str(error.path))
                self._styles[name] = shipped_style()
        return self._styles[name]

    # What cites what

    def _link(self, group: Group) -> None:
        """Find out what each citation of *group* cites, and warn of what cites nothing."""
        for docname in group.docnames:
            record = self.records[docname]
            own = [(entry, docname) for listed in record.lists for entry in listed.entries or ()]
            linker = Linker(self, docname, own)
            for number, cited in enumerate(record.cited):
                link = linker.keyed(cited) if isinstance(cited, Keyed) else linker.typed(cited)
                group.links[docname, number] = link
                target = group.nocite if isinstance(cited, Keyed) and cited.role == "nocite" else group.cited
                target.update(dict.fromkeys(link.keys))
        self._fetch(group)
        for docname in group.docnames:
            for number, cited in enumerate(self.records[docname].cited):
                link = group.links[docname, number]
                if isinstance(cited, Keyed) and cited.role in MODES and not link.typed and not link.missing:
                    group.clusters[docname, number] = Citation(cited.cites, MODES[cited.role], cited.note)
        self._warn_of_unused(group)

    def _fetch(self, group: Group) -> None:
        """Convert what *group* needs; an entry that can't be is missing."""
        wanted = {**group.cited, **group.nocite}
        if any(
            listed.entries is None and listed.filter != "cited"
            for name in group.docnames
            for listed in self.records[name].lists
        ):
            wanted |= dict.fromkeys(self.library.keys)
        try:
            self.library.fetch(wanted)
        except PandocError as error:
            warn(Subtype.STYLE, str(error))
        for link in group.links.values():
            link.missing += [key for key in link.keys if key not in self.library.items]
            link.keys = [key for key in link.keys if key in self.library.items]
        for keys in (group.cited, group.nocite):
            for key in [key for key in keys if key not in self.library.items]:
                del keys[key]

    def _warn_of_unused(self, group: Group) -> None:
        if not self.config.eir_report_unused:
            return
        used = {(entry.key, docname) for link in group.links.values() for entry, docname in link.typed}
        for docname in group.docnames:
            for listed in self.records[docname].lists:
                for entry in listed.entries or ():
                    if (entry.key, docname) not in used:
                        message = f"nothing cites the entry {name_of(entry)} ({entry.key})"
                        warn(Subtype.REFERENCE_UNUSED, message, location=(docname, listed.line))

    def _warn_of_files(self) -> None:
        for problem in self.library.messages():
            location = f"{problem.path}:{problem.line}" if problem.line else str(problem.path)
            again = "is used again" in problem.text
            subtype = Subtype.REFERENCE_DUPLICATE if again else Subtype.BIBLIOGRAPHY_FILE
            warn(subtype, problem.text, location=location)
        for key, source in self.library.duplicates:
            message = f"the key {key!r} is in a file before this one, too: the entry there counts"
            warn(Subtype.REFERENCE_DUPLICATE, message, location=f"{source.path}:{source.line(key)}")

    # Formatting

    def contexts(self, group: Group) -> dict[str, Context]:
        """Return what is to be formatted for *group*: by style, the group's own first."""
        listed: dict[str, dict[str, None]] = {}
        for docname in group.docnames:
            for one in self.records[docname].lists:
                if one.entries is None:
                    listed.setdefault(one.style or group.style, {}).update(
                        dict.fromkeys(self.keys_of(one, group))
                    )
        whole = [
            key
            for (docname, number), link in group.links.items()
            if getattr(self.records[docname].cited[number], "role", "") == "fullcite"
            for key in link.keys
        ]
        if whole:
            listed.setdefault(group.style, {}).update(dict.fromkeys(whole))
        items = self.library.items
        contexts = {}
        if group.clusters or listed.get(group.style):
            keys = tuple(listed.pop(group.style, {}))
            contexts[group.style] = Context(
                group.name, items, tuple(group.clusters.values()), keys, self.style(group.style), self.locale
            )
        for style, some in listed.items():
            if some:
                contexts[style] = Context(group.name, items, (), tuple(some), self.style(style), self.locale)
        return contexts

    def keys_of(self, listed: Bibliography, group: Group) -> Iterator[str]:
        """Yield the keys of the files that *listed* prints, in no order."""
        cited = {**group.cited, **group.nocite}
        match listed.filter:
            case "all":
                yield from (key for key in self.library.keys if key in self.library.items)
            case "uncited":
                yield from (
                    key for key in self.library.keys if key not in cited and key in self.library.items
                )
            case _:
                yield from cited

    def _format(self, groups: list[Group]) -> list[dict[str, Formatted]]:
        """Format all *groups* at once, by style."""
        contexts = [self.contexts(group) for group in groups]
        asked = [context for some in contexts for context in some.values()]
        if not asked:
            return [{} for _ in groups]
        try:
            with Formatter(self.cache) as formatter:
                answers = iter(formatter.format(asked))
        except PandocError as error:
            warn(Subtype.STYLE, f"{error} Citations and bibliographies are set plainly")
            answers = iter([plainly(context, "") for context in asked])
        return [{style: next(answers) for style in some} for some in contexts]


def language_of(language: str) -> str:
    """Return the language that a style is to speak: its own, if the project's is English."""
    return "" if language == "en" else language.replace("_", "-")


def order(env: BuildEnvironment, docnames: Iterable[str]) -> list[str]:
    """Return *docnames* in the order of the contents, then those that stand in none."""
    ordered: dict[str, None] = {}
    waiting = [str(env.config.root_doc)]
    while waiting:
        docname = waiting.pop()
        if docname not in ordered:
            ordered[docname] = None
            waiting += reversed(env.toctree_includes.get(docname, []))
    known = set(docnames)
    return [*(docname for docname in ordered if docname in known), *sorted(known - ordered.keys())]


def name_of(entry: Reference) -> str:
    """Return what messages and backlinks call a typed *entry*."""
    names = " and ".join(entry.names[:2]) if len(entry.names) <= 2 else f"{entry.names[0]} et al."  # noqa: PLR2004 - as cited
    return f"{names} {entry.year}".strip() or entry.text[:40]


class Linker:
    """Finds out what the citations of one document cite."""

    def __init__(self, project: Project, docname: str, own: list[tuple[Reference, str]]) -> None:
        self._project = project
        self._docname = docname
        others = [(entry, where) for entry, where in project.entries if where != docname]
        self._by_key: dict[str, tuple[Reference, str]] = {}
        for entry, where in (*own, *others):
            self._by_key.setdefault(entry.key, (entry, where))
            self._by_key.setdefault(f"~{normal(entry.key)}", (entry, where))
        self._where = {id(entry): where for entry, where in (*own, *others)}
        self._shelves = [Shelf(entry for entry, _ in own), Shelf(entry for entry, _ in others)]
        self._last: dict[bool, Link | None] = {}
        """What was cited last, in the text and in notes."""
        self._warned: set[str] = set()

    def keyed(self, cited: Keyed) -> Link:
        """Look up the keys of a citation."""
        link = Link()
        for key in cited.keys:
            entry = self._by_key.get(key) or (
                None if key in self._project.library else self._by_key.get(f"~{normal(key)}")
            )
            if entry:
                link.typed.append(entry)
            elif key in self._project.library:
                link.keys.append(key)
            elif key == "*" and cited.role == "nocite":
                link.keys += self._project.library.keys
            else:
                link.missing.append(key)
                message = f"no entry has the key {key!r}: neither in this document's bibliography, nor in eir_bibliography_files"
                self._warn(Subtype.CITATION_MISSING, message, cited.line)
        self._last[cited.note is not None] = link
        return link

    def typed(self, cited: Typed) -> Link:
        """Look up the names and year of a citation."""
        citation = cited.citation
        if citation.form is Form.IBID:
            last = self._last.get(cited.note is not None)
            return last if last and len(last.typed) + len(last.keys) == 1 else Link()
        match: Match[Any] = Match((), citation.start)
        for shelf in self._shelves:
            match = match if match.entries else shelf.find(citation)
        if match.entries:
            link = Link([(entry, self._where[id(entry)]) for entry in match.entries], start=match.start)
        else:
            match = self._in_library(citation)
            link = Link(keys=[entry.key for entry in match.entries], start=match.start)
        found = len(link.typed) + len(link.keys)
        if found > 1:
            keys = ", ".join([entry.key for entry, _ in link.typed] + link.keys)
            message = f"{citation.label} may be {keys}: it stays as typed; a letter after the year, or a role, says which"
            self._warn(Subtype.CITATION_AMBIGUOUS, message, cited.line)
            link = Link()
        elif not found and citation.plausible:
            self._warn_of_missing(cited)
        if found or citation.plausible:
            self._last[cited.note is not None] = link if found == 1 else None
        return link

    def _in_library(self, citation: Any) -> Match[Any]:
        try:
            return self._project.library.find(citation)
        except PandocError:
            return Match((), citation.start)  # said where entries are fetched

    def _warn_of_missing(self, cited: Typed) -> None:
        label = cited.citation.label
        if label in self._warned:
            return
        self._warned.add(label)
        near = ", ".join(name_of(entry) for shelf in self._shelves for entry in shelf.near(cited.citation))
        hint = f"; there is {near}" if near else ""
        message = (
            f"no entry for {label} in the bibliography{hint}. Write one, or correct the name or year; if it is no citation, "
            'suppress_warnings = ["eir.citation_missing"] silences this'
        )
        warn(Subtype.CITATION_MISSING, message, location=(self._docname, cited.line))

    def _warn(self, subtype: Subtype, message: str, line: int | None) -> None:
        if message not in self._warned:
            self._warned.add(message)
            warn(subtype, message, location=(self._docname, line))


class Results:
    """What the documents of a group say, once it is formatted."""

    def __init__(self, project: Project, group: Group, answers: dict[str, Formatted]) -> None:
        self._project = project
        self._group = group
        self._answers = answers
        self._targets: dict[str, Target] = {}
        """Where the entries of files are printed, by key."""
        self._cited_at: dict[tuple[str, str], list[tuple[str, int]]] = {}
        """Which places cite an entry: the document it stands in (none for one of a file) and its key."""
        self._order = {place: index for index, place in enumerate(group.clusters)}

    def made(self) -> Iterator[tuple[str, Resolution]]:
        """Yield each document with its result."""
        self._warn()
        for (docname, number), link in self._group.links.items():
            cited = self._project.records[docname].cited[number]
            if cited.conditional and len(self._group.docnames) > 1:
                continue  # another page can't know whether the place is there
            for entry, where in link.typed:
                self._cited_at.setdefault((where, entry.key), []).append((docname, number))
            for key in link.keys:
                self._cited_at.setdefault(("", key), []).append((docname, number))
        lists = {docname: self._lists(docname) for docname in self._group.docnames}
        for docname in self._group.docnames:
            numbers = range(len(self._project.records[docname].cited))
            yield (
                docname,
                Resolution(tuple(self._cited(docname, number) for number in numbers), lists[docname]),
            )

    def _warn(self) -> None:
        for formatted in self._answers.values():
            for message in filter(None, formatted.messages):
                names = self._group.docnames
                location = names[0] if len(names) == 1 else None
                warn(
                    Subtype.STYLE,
                    message if location else f"{self._group.name}: {message}",
                    location=location,
                )
        for style in self._answers:
            for message in self._project.style(style).messages:
                if self._answers[style].entries or any(self._project.contexts(self._group)[style].listed):
                    warn(Subtype.STYLE, message, location=self._group.docnames[0])

    # Bibliographies

    def _lists(self, docname: str) -> tuple[tuple[Entry, ...], ...]:
        printed: set[str] = set()
        lists = []
        for listed in self._project.records[docname].lists:
            if listed.entries is not None:
                lists.append(tuple(self._typed_entry(entry, docname) for entry in listed.entries))
                continue
            formatted = self._answers.get(listed.style or self._group.style)
            wanted = set(self._project.keys_of(listed, self._group))
            entries = []
            for entry in formatted.entries if formatted else ():
                if entry.key in wanted:
                    identifier = "" if entry.key in printed else entry_id(entry.key, docname)
                    printed.add(entry.key)
                    self._targets.setdefault(entry.key, Target(docname, identifier))
                    item = self._project.library.items[entry.key]
                    entries.append(
                        Entry(
                            entry.key, identifier, " ".join(author_year(item)), entry.text, entry.label, plain_text(entry.text),
                            tuple(self._cited_at.get(("", entry.key), ())) if identifier else (),
                        )
                    )  # fmt: skip
            lists.append(tuple(entries))
        return tuple(lists)

    def _typed_entry(self, entry: Reference, docname: str) -> Entry:
        cited_at = tuple(self._cited_at.get((docname, entry.key), ()))
        return Entry(
            entry.key, entry_id(entry.key, docname), name_of(entry), plain=entry.text, cited_at=cited_at
        )

    # Citations

    def _cited(self, docname: str, number: int) -> Resolved:
        cited = self._project.records[docname].cited[number]
        link = self._group.links[docname, number]
        targets = {entry.key: Target(where, entry_id(entry.key, where)) for entry, where in link.typed}
        targets |= {key: self._targets[key] for key in link.keys if key in self._targets}
        if isinstance(cited, Typed):
            found = next(iter(targets.values()), None)
            return TypedLink(found, link.start) if found else None
        text, note = self._words(cited, link, docname, number)
        # A typed entry may be found by another spelling of its key.
        spelt = {
            key: targets[entry.key]
            for (entry, _), key in zip(link.typed, typed_keys(cited, link), strict=False)
        }
        return KeyedText(text, note, tuple((targets | spelt).items()))

    def _words(self, cited: Keyed, link: Link, docname: str, number: int) -> tuple[Inlines, Inlines]:
        """Return what a citation says: in the text, and in its note."""
        if cited.role == "nocite":
            return (), ()
        style = self._group.style
        if (docname, number) in self._order:
            formatted = self._answers[style].citations[self._order[docname, number]]
            return formatted.text, formatted.note
        items: dict[str, Item] = {}
        for (entry, _), key in zip(link.typed, typed_keys(cited, link), strict=False):
            items[key] = item_of(entry)
        items |= {key: self._project.library.items[key] for key in link.keys}
        items |= {key: {"title": key, "issued": {"literal": "?"}} for key in link.missing}
        if cited.role == "fullcite":
            return self._full(cited, items), ()
        plain = plain_citation(
            Citation(cited.cites, MODES[cited.role], cited.note),
            items,
            note=self._project.style(style).is_note,
        )
        return plain.text, plain.note

    def _full(self, cited: Keyed, items: dict[str, Item]) -> Inlines:
        """Return whole entries, as the bibliography has them."""
        answer = self._answers.get(self._group.style)
        formatted = {entry.key: entry.text for entry in answer.entries} if answer else {}
        parts: list[Any] = []
        for key in cited.keys:
            text = formatted.get(key) or (
                items[key]["text"] if "text" in items[key] else plain_entry(key, items[key]).text
            )
            parts += [*([Text(" ")] if parts else []), *text]
        return tuple(parts)


def typed_keys(cited: Keyed, link: Link) -> list[str]:
    """Return the keys in *cited* that typed entries answer to, as the author spelt them."""
    return [key for key in cited.keys if key not in link.keys and key not in link.missing]


def item_of(entry: Reference) -> Item:
    """Return a typed *entry* as far as a citation needs it."""
    author = [{"literal": name} for name in entry.names] + ([{"literal": "et al."}] if entry.more else [])
    return {
        "author": author,
        "title": entry.text[:40],
        "issued": {"literal": entry.year},
        "text": (CiteLink(entry.key, (Text(entry.text),)),),
    }
