"""Which documents are formatted together, and what that depends on.

Nothing here needs styles or pandoc: in most builds there is nothing new to format.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ...csl.shipped import SHIPPED
from .records import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.environment import BuildEnvironment

    from ...csl.model import Citation
    from ...typed.references import Reference
    from .records import Citations, Link, Problem


def is_of_notes(style: str, env: BuildEnvironment) -> bool:
    """Whether *style*, or the project's if it is empty, is one of notes. One that can't be read isn't."""
    name = style or env.config.eir_citation_style
    if name == SHIPPED:
        return False
    from .library import StyleError, read_style_in  # as the module says

    try:
        return read_style_in(name, Path(env.srcdir)).is_note
    except StyleError:
        return False


@dataclass
class Group:
    """Documents that are formatted together: one, or all that share the project's bibliographies."""

    name: str
    docnames: list[str]
    style: str = ""
    """The name of the style of their citations."""
    about: str = ""
    """The digest of all that their results depend on, but for files."""
    cited: dict[str, None] = field(default_factory=dict)
    """The keys of files that are cited, in order."""
    nocite: dict[str, None] = field(default_factory=dict)
    clusters: dict[tuple[str, int], Citation] = field(default_factory=dict)
    """What pandoc formats: docname and number → citation."""
    links: dict[tuple[str, int], Link] = field(default_factory=dict)
    problems: dict[str, list[Problem]] = field(default_factory=dict)
    """By document."""


class Plan:
    """The citations and bibliographies of all documents, in groups."""

    def __init__(self, env: BuildEnvironment, records: dict[str, Citations]) -> None:
        self.config = env.config
        self.records = records
        directory = Path(env.srcdir)
        self.paths = tuple(directory / path for path in self.config.eir_bibliography_files)
        """The files of references."""
        self.locale = self.config.eir_citation_locale or language_of(self.config.language)
        self.shared = [docname for docname in order(env, records) if self._is_shared(records[docname])]
        """The documents of the project's bibliographies, if there are any."""
        self.hosts = [docname for docname in self.shared if "project" in self._scopes(records[docname])]
        """The documents in which these stand."""
        if not self.hosts:
            self.shared = []
        self.titles = {
            docname: " ".join(env.titles[docname].astext().split())
            for docname in self.shared
            if docname in env.titles
        }
        """The titles of the documents that share them: ways back name these."""
        self._settings = (
            [str(path) for path in self.paths],
            self.locale,
            self.config.eir_bibliography_title_case,
            self.config.eir_bibliography_scope,
            self.config.eir_report_unused,
        )

    def scope(self, given: str) -> str:
        """Return whose citations a bibliography of the scope *given* serves."""
        return given or str(self.config.eir_bibliography_scope)

    def _scopes(self, record: Citations) -> set[str]:
        return {self.scope(given) for given in record.scopes}

    def _is_shared(self, record: Citations) -> bool:
        return self._scopes(record) != {"document"}

    def entries(self) -> list[tuple[Reference, str]]:
        """Return the typed entries that serve the whole project, and where they stand."""
        return first_of_each(
            (entry, docname)
            for docname in self.hosts
            for listed in self.records[docname].contents().lists
            if self.scope(listed.scope) == "project"
            for entry in listed.entries or ()
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

    def about(self, group: Group) -> str:
        """Return the digest of all that the result of *group* depends on, but for files."""
        facts = [(docname, self.records[docname].digest) for docname in (*group.docnames, *self.hosts)]
        titles = self.titles if len(group.docnames) > 1 else {}
        return digest_of((facts, titles, self._settings, group.style))

    def _style_name(self, group: Group) -> str:
        """Return the style of a group's citations: that of its first bibliography that names one."""
        named = (self.records[docname].style for docname in group.docnames)
        return next(filter(None, named), str(self.config.eir_citation_style))


def first_of_each(entries: Iterable[tuple[Reference, str]]) -> list[tuple[Reference, str]]:
    """Return typed *entries* and their documents, without those that say what one before says: it is cited."""
    found: dict[str, tuple[Reference, str]] = {}
    for entry, docname in entries:
        found.setdefault(entry.text, (entry, docname))
    return list(found.values())


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
