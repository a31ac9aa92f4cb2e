"""The plan of what is formatted together: groups of documents, each with a digest of all that its results depend on.

In most builds no digest has changed. So this module imports neither styles nor pandoc, nor do the modules that it imports.
"""

# Without `annotations` of `__future__`, as in `text.article`: this is imported in each build.
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from ...core.languages import language_of
from .records import Citations, digest_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


class Group(NamedTuple):
    """Documents that are formatted together: one document, or all that share the project's bibliographies."""

    name: str
    docnames: tuple[str, ...]
    """In the order of the contents."""
    style: str
    """The name of the style of their citations."""
    locale: str
    """A language tag; empty for the style's own language."""
    digest: str
    """The digest of all that their results depend on, files apart."""


class Settings(NamedTuple):
    """The settings that all results depend on."""

    paths: tuple[Path, ...]
    """The files of references."""
    locale: str
    """The language of what several documents share; empty for the style's own."""
    title_case: Literal["keep", "bibtex"]
    particles: Literal["bibtex", "biblatex"]
    style: str
    """The style of citations where no bibliography names one."""
    keeps_order: bool
    """True if works cited together stay in the author's order, whatever a style says."""
    scope: str
    """The scope of bibliographies that name none."""
    reports_unused: bool
    """True if entries that nothing cites are problems."""
    reports_doubtful: bool
    """True if what may be a citation without an entry is a problem."""


class Plan(NamedTuple):
    """All documents with citations or bibliographies, in groups."""

    records: Mapping[str, Citations]
    settings: Settings
    hosts: tuple[str, ...]
    """The documents in which bibliographies of the whole project stand."""
    titles: Mapping[str, str]
    """The titles of the documents that share these: links back name them."""
    groups: tuple[Group, ...]

    def is_idle(self, group: Group) -> bool:
        """Say if there is nothing to look up for *group*: no file, no entry, and nothing whose entry could be missed.

        Essays with notes alone are such: a book in a note looks like a citation, and is none.
        """
        records = [self.records[docname] for docname in group.docnames]
        return not (self.settings.paths or self.hosts) and not any(
            record.scopes or record.by_key or record.may_miss for record in records
        )


def plan_of(env: "BuildEnvironment", records: Mapping[str, Citations]) -> Plan:
    """Return the plan for *records*, by docname."""
    settings = settings_of(env)
    shared, hosts = _shared(env, records, settings)
    titles = {
        docname: " ".join(env.titles[docname].astext().split()) for docname in shared if docname in env.titles
    }
    common = digest_of((settings, [(docname, records[docname].digest) for docname in hosts]))

    def group(name: str, docnames: tuple[str, ...]) -> Group:
        style = next(filter(None, (records[docname].style for docname in docnames)), settings.style)
        facts = [(docname, records[docname].digest) for docname in docnames]
        locale = settings.locale if name not in records else _locale(env, name)
        digest = digest_of((common, facts, titles if len(docnames) > 1 else {}, style, locale))
        return Group(name, docnames, style, locale, digest)

    groups = [group(docname, (docname,)) for docname in records if docname not in shared]
    if shared:
        groups.append(group("the project", tuple(shared)))
    return Plan(records, settings, hosts, titles, tuple(groups))


def settings_of(env: "BuildEnvironment") -> Settings:
    """Return the settings of a project."""
    config = env.config
    return Settings(
        tuple(Path(env.srcdir) / path for path in config.eir_bibliography_files),
        _locale(env),
        config.eir_bibliography_title_case,
        config.eir_bibliography_particles,
        config.eir_citation_style,
        config.eir_citation_order == "author",
        config.eir_bibliography_scope,
        config.eir_report_unused,
        config.eir_report_doubtful,
    )


def _locale(env: "BuildEnvironment", docname: str = "") -> str:
    """Return the locale that formats citations of *docname*, or of the project.

    A style speaks its own language if that of the text is English: it may be British.
    """
    language = language_of(env, docname)
    return env.config.eir_citation_locale or ("" if language == "en" else language)


def _shared(
    env: "BuildEnvironment", records: Mapping[str, Citations], settings: Settings
) -> tuple[dict[str, None], tuple[str, ...]]:
    """Return the documents that share bibliographies of the whole project, and those in which these stand."""
    scopes = {
        docname: {scope or settings.scope for scope in record.scopes} for docname, record in records.items()
    }
    shared = {docname: None for docname in _ordered(env, records) if scopes[docname] != {"document"}}
    hosts = tuple(docname for docname in shared if "project" in scopes[docname])
    return (shared, hosts) if hosts else ({}, ())


def _ordered(env: "BuildEnvironment", docnames: Iterable[str]) -> list[str]:
    """Return *docnames* in the order of the contents; last those that no contents lists, by name."""
    ordered: dict[str, None] = {}
    waiting = [str(env.config.root_doc)]
    while waiting:
        docname = waiting.pop()
        if docname not in ordered:
            ordered[docname] = None
            waiting += reversed(env.toctree_includes.get(docname, []))
    known = set(docnames)
    return [*(docname for docname in ordered if docname in known), *sorted(known - ordered.keys())]
