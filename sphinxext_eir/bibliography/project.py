"""The citations and bibliographies of all documents, in groups that are formatted together."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..csl.formatting import Formatter
from ..csl.model import Citation, Context, Mode
from ..csl.pandoc import PandocError
from ..csl.simple import plainly
from ..csl.styles import StyleError, shipped_style
from ..warnings import Subtype, warn
from .library import Library, read_style_in
from .linking import Linker, name_of
from .records import Keyed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ..csl.model import Formatted
    from ..csl.styles import Style
    from ..typed.references import Reference
    from .linking import Link
    from .records import Bibliography, Citations

MODES = {
    "citep": Mode.PARENTHETICAL,
    "citet": Mode.NARRATIVE,
    "citeauthor": Mode.AUTHOR,
    "citeyear": Mode.YEAR,
    "citealp": Mode.BARE,
}

CACHE = "sphinxext_eir"
"""The folder, beside the stored doctrees, of what pandoc has answered."""


@dataclass
class Group:
    """Documents that are formatted together: one, or all that share the project's bibliographies."""

    name: str
    docnames: list[str]
    style: str = ""
    """The name of the style of their citations."""
    about: object = None
    """All that their results depend on."""
    cited: dict[str, None] = field(default_factory=dict)
    """The keys of files that are cited, in order."""
    nocite: dict[str, None] = field(default_factory=dict)
    clusters: dict[tuple[str, int], Citation] = field(default_factory=dict)
    """What pandoc formats: docname and number → citation."""
    links: dict[tuple[str, int], Link] = field(default_factory=dict)


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
        self._settings = (
            self.config.eir_citation_style,
            self.locale,
            self.config.eir_bibliography_title_case,
            self.config.eir_bibliography_scope,
            self.config.eir_report_unused,
        )

    def scope(self, listed: Bibliography) -> str:
        """Return whose citations *listed* serves."""
        return listed.scope or str(self.config.eir_bibliography_scope)

    def _lists(self, docname: str, scope: str) -> list[Bibliography]:
        return [listed for listed in self.records[docname].lists if self.scope(listed) == scope]

    def _is_shared(self, record: Citations) -> bool:
        return not any(self.scope(listed) == "document" for listed in record.lists) or any(
            self.scope(listed) == "project" for listed in record.lists
        )

    # What belongs together

    def groups(self) -> list[Group]:
        """Return all documents in groups."""
        groups = [Group(docname, [docname]) for docname in self.records if docname not in self.shared]
        if self.shared:
            groups.append(Group("the project", self.shared))
        for group in groups:
            group.style = self._style_name(group)
        return groups

    def about(self, group: Group) -> object:
        """Return all that the result of *group* depends on."""
        return (
            tuple((docname, self.records[docname]) for docname in group.docnames),
            tuple(self.entries),
            self._settings,
            self.library.state(),
            self.style(group.style).digest,
        )

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

    def link(self, group: Group) -> None:
        """Find out what each citation of *group* cites, and warn of what cites nothing."""
        for docname in group.docnames:
            record = self.records[docname]
            own = [(entry, docname) for listed in record.lists for entry in listed.entries or ()]
            linker = Linker(self.library, self.entries, docname, own)
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

    def warn_of_files(self) -> None:
        """Warn of what is wrong with the files, as far as they were read."""
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

    def format(self, groups: list[Group]) -> list[dict[str, Formatted]]:
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
