"""Who cites what, and how it reads: what a plan finds to be new."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...core.warnings import Subtype, warn
from ...csl.formatting import Formatter
from ...csl.model import Citation, Context, Mode
from ...csl.pandoc import PandocError
from ...csl.simple import plainly
from ...csl.sources import MessageKind
from ...csl.styles import StyleError, shipped_style
from .cited_entries import Linker, Lookup, name_of
from .library import Library, read_style_in
from .plan import first_of_each
from .records import Keyed, Problem, Typed, state_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

    from ...csl.model import Formatted
    from ...csl.styles import Style
    from .plan import Group, Plan
    from .records import Bibliography, Contents, State

MODES = {
    "citep": Mode.PARENTHETICAL,
    "citet": Mode.NARRATIVE,
    "citeauthor": Mode.AUTHOR,
    "citeyear": Mode.YEAR,
    "citealp": Mode.BARE,
}

SUBTYPES = {
    MessageKind.CONTENT: Subtype.BIBLIOGRAPHY_FILE,
    MessageKind.KEY_REPEATED: Subtype.REFERENCE_DUPLICATE,
}
"""The subtype of the warning for each kind of message about a file."""

CACHE = "sphinxext_eir"
"""The folder, beside the stored doctrees, of what pandoc has answered."""


class Project:
    """What is to be worked out of a plan: who cites what, and how it reads."""

    def __init__(self, plan: Plan, env: BuildEnvironment) -> None:
        self.plan = plan
        self.config = env.config
        self.records: dict[str, Contents] = {}
        """What cites and lists in the documents of the groups that are linked."""
        self.directory = Path(env.srcdir)
        self.cache = Path(env.doctreedir) / CACHE
        self.library = Library(plan.paths, self.config.eir_bibliography_title_case, self.cache)
        self._styles: dict[str, Style] = {}
        self._unreadable: list[Path] = []

    def style(self, name: str) -> Style:
        """Return the style *name*; the shipped one, and a warning, if it can't be read."""
        if name not in self._styles:
            try:
                self._styles[name] = read_style_in(name, self.directory)
            except StyleError as error:
                warn(Subtype.STYLE, f"{error}. eir-harvard is used", location=f"{error.path}:1")
                # Its own file, that of its parent, or the folders in which a parent may appear.
                path = self.directory / name
                self._unreadable += [path, error.path, path.parent, path.parent.parent]
                self._styles[name] = shipped_style()
        return self._styles[name]

    def files(self) -> tuple[State, ...]:
        """Return the files that were read, as they are."""
        styles = [path for style in self._styles.values() for path in style.files]
        return tuple(map(state_of, (*self.plan.paths, *styles, *self._unreadable)))

    # What cites what

    def link(self, groups: list[Group]) -> None:
        """Find out what each citation of *groups* cites, and warn of what cites nothing."""
        self.records = {
            docname: self.plan.records[docname].contents() for group in groups for docname in group.docnames
        }
        self._fetch_typed(groups)
        shared = Lookup(self.plan.entries())
        for group in groups:
            self._link(group, shared)
        self._fetch(groups)
        for group in groups:
            self._drop_unreadable(group)
            for (docname, number), link in group.links.items():
                cited = self.records[docname].cited[number]
                if isinstance(cited, Keyed) and cited.role in MODES and not link.typed and not link.missing:
                    group.clusters[docname, number] = Citation(cited.cites, MODES[cited.role], cited.note)
            self._report_unused(group)

    def _uses_files(self, group: Group) -> bool:
        """Whether typed citations of *group* may cite entries of files: whether it lists them."""
        lists = (listed for docname in group.docnames for listed in self.records[docname].lists)
        return any(listed.entries is None for listed in lists)

    def _fetch_typed(self, groups: list[Group]) -> None:
        """Convert what the typed citations of *groups* may cite, all at once: one by one takes much longer."""
        wanted: dict[str, None] = {}
        for docname in (name for group in groups if self._uses_files(group) for name in group.docnames):
            for cited in self.records[docname].cited:
                if isinstance(cited, Typed):
                    wanted |= dict.fromkeys(self.library.candidates(cited.citation))
        self.library.fetch(wanted)

    def _link(self, group: Group, shared: Lookup) -> None:
        """Link the citations of *group*; *shared* are the typed entries that serve the whole project."""
        uses_files = self._uses_files(group)
        for docname in group.docnames:
            record = self.records[docname]
            own = first_of_each((entry, docname) for listed in record.lists for entry in listed.entries or ())
            others = shared.without(docname) if docname in self.plan.hosts else shared
            linker = Linker(self.library, Lookup(own), others, uses_files=uses_files)
            for number, cited in enumerate(record.cited):
                link = (
                    linker.keyed(cited, number) if isinstance(cited, Keyed) else linker.typed(cited, number)
                )
                group.links[docname, number] = link
                target = group.nocite if isinstance(cited, Keyed) and cited.role == "nocite" else group.cited
                target.update(dict.fromkeys(link.keys))
            group.problems[docname] = linker.problems

    def _fetch(self, groups: list[Group]) -> None:
        """Convert what *groups* need, all at once."""
        wanted: dict[str, None] = {}
        for group in groups:
            wanted |= {**group.cited, **group.nocite}
            lists = [listed for name in group.docnames for listed in self.records[name].lists]
            if any(listed.entries is None and listed.filter != "cited" for listed in lists):
                wanted |= dict.fromkeys(self.library.keys)
        self.library.fetch(wanted)
        if self.library.error:
            warn(Subtype.STYLE, str(self.library.error), location=(groups[0].docnames[0], None))

    def _drop_unreadable(self, group: Group) -> None:
        """Take out what couldn't be converted: it is missing."""
        items = self.library.items
        for link in group.links.values():
            link.missing += [key for key in link.keys if key not in items]
            link.keys = [key for key in link.keys if key in items]
        group.cited = {key: None for key in group.cited if key in items}
        group.nocite = {key: None for key in group.nocite if key in items}

    def _report_unused(self, group: Group) -> None:
        if not self.config.eir_report_unused:
            return
        used = {(entry.key, docname) for link in group.links.values() for entry, docname in link.typed}
        for docname in group.docnames:
            for number, listed in enumerate(self.records[docname].lists):
                group.problems[docname] += [
                    Problem(
                        Subtype.REFERENCE_UNUSED,
                        f"nothing cites the entry {name_of(entry)} ({entry.key})",
                        listed=number,
                    )
                    for entry in listed.entries or ()
                    if (entry.key, docname) not in used
                ]

    def warn_of_files(self) -> None:
        """Warn of what is wrong with the files, as far as they were read."""
        for problem in self.library.messages():
            location = f"{problem.path}:{problem.line or 1}"
            warn(SUBTYPES[problem.kind], problem.text, location=location)
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
                        dict.fromkeys(self.keys_of(one, group, docname))
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
                items,
                tuple(group.clusters.values()),
                self.style(group.style),
                keys,
                self.plan.locale,
                group.name,
            )
        for style, some in listed.items():
            if some:
                contexts[style] = Context(
                    items, (), self.style(style), tuple(some), self.plan.locale, group.name
                )
        return contexts

    def keys_of(self, listed: Bibliography, group: Group, docname: str) -> Iterator[str]:
        """Yield the keys of the files that *listed*, in *docname*, prints, in no order."""
        cited = {**group.cited, **group.nocite}
        if self.plan.scope(listed.scope) == "document" and len(group.docnames) > 1:
            numbers = range(len(self.records[docname].cited))
            cited = {key: None for number in numbers for key in group.links[docname, number].keys}
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
            if not self.library.error:  # said before
                message = f"{error}. Citations and bibliographies are set plainly"
                warn(Subtype.STYLE, message, location=(groups[0].docnames[0], None))
            answers = iter([plainly(context, "") for context in asked])
        return [{style: next(answers) for style in some} for some in contexts]
