"""The ``eir`` domain: plain frozen records of documents.

Features store records when a document is read, and look them up when pages are resolved or written. A record is found by its docname
and its class, so that the domain doesn't need to know the classes. Records hold no nodes: they must pickle small and compare equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from sphinx.domains import Domain

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Hashable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ..text.directory import Directory

Record = TypeVar("Record")
Derived = TypeVar("Derived")


@dataclass(frozen=True)
class Ours:
    """The record of a document whose notes and citations this extension prints; in other documents Sphinx does."""


class EirDomain(Domain):
    """Records by document, purged and merged with it."""

    name = "eir"
    label = "E-IR"
    data_version = 5
    initial_data: ClassVar[dict[str, Any]] = {"documents": {}, "results": {}, "written": {}, "people": None}

    reading: frozenset[str] = frozenset()
    """The documents that are read in this build. Known in the main process alone, and not stored."""

    versions: Mapping[str, tuple[str, ...]] | None = None
    """Article → its versions in all languages, the original first. Worked out when all documents are read, and not stored."""
    related: Mapping[str, tuple[str, ...]] = {}
    """Article → the articles that are related to it. Worked out when all documents are read, and not stored."""

    people: Directory | None = None
    """The project's people, known when the build begins."""
    people_are_new: bool = True
    """Whether they may be others than those of the last build. Not stored."""

    builder: Builder
    """The builder of this build. Not stored."""

    today: datetime.date | None = None
    """The day of this build, on which articles with a date to come aren't published yet; noted when it is first asked for. Not stored."""

    made_pages: Any = None
    """The :class:`.made_pages.MadePages` of this build. Not stored."""

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self._derived: dict[Hashable, Any] = {}
        self._was_used = bool(self.documents or any(self.written.values()))

    def derived(self, key: Hashable, make: Callable[[], Derived]) -> Derived:
        """Return what *make* works out of records and titles, under *key*; once, until a document is read again. Not stored."""
        if key not in self._derived:
            self._derived[key] = make()
        return cast("Derived", self._derived[key])

    @property
    def documents(self) -> dict[str, dict[type, object]]:
        """The documents that use a directive or role of ours: docname → record class → record."""
        return cast("dict[str, dict[type, object]]", self.data["documents"])

    @property
    def results(self) -> dict[str, Any]:
        """Results worked out from the records of several documents: docname → result.

        They are those of the previous build until they are worked out again, also for a document that is re-read:
        a new result is compared with the old.
        """
        return cast("dict[str, Any]", self.data["results"])

    @property
    def written(self) -> dict[tuple[str, str, str], dict[str, str]]:
        """Digests of what was last written: builder's name, output folder, content → docname → digest."""
        return cast("dict[tuple[str, str, str], dict[str, str]]", self.data["written"])

    @property
    def kept_people(self) -> tuple[str, bytes] | None:
        """The project's people, packed, after the digest of their file; nothing if there is something to say of it in each build."""
        return cast("tuple[str, bytes] | None", self.data["people"])

    @kept_people.setter
    def kept_people(self, people: tuple[str, bytes] | None) -> None:
        self.data["people"] = people

    @property
    def is_used(self) -> bool:
        """Whether the project has documents of ours, or had them when the last build ended, or people."""
        return bool(self.documents or self._was_used or self.env.config.eir_people)

    def enter(self, docname: str) -> dict[type, object]:
        """Note that *docname* uses a directive or role of ours, and return its records."""
        return self.documents.setdefault(docname, {})

    def store(self, docname: str, record: object) -> None:
        """Store *record* for *docname*, which has one record of a class."""
        self._derived.clear()
        self.enter(docname)[type(record)] = record

    def find(self, docname: str, kind: type[Record]) -> Record | None:
        """Return the record of class *kind* of *docname*, if there is one."""
        return cast("Record | None", self.documents.get(docname, {}).get(kind))

    def find_all(self, kind: type[Record]) -> Iterator[tuple[str, Record]]:
        """Return docname and record of each document with a record of class *kind*, sorted by docname."""
        return iter(self.derived(("all", kind), lambda: self._all(kind)))

    def _all(self, kind: type[Record]) -> list[tuple[str, Record]]:
        return [
            (docname, cast("Record", records[kind]))
            for docname, records in sorted(self.documents.items())
            if kind in records
        ]

    def concerns(self, room: str, content: str) -> bool:
        """Say if a document has a record of a class in *room*, a module, or had one when an output got its *content*.

        Nothing is imported to find that out.
        """
        rooms = self.derived("rooms", self._rooms)
        return room in rooms or any(digests and key[2] == content for key, digests in self.written.items())

    def _rooms(self) -> frozenset[str]:
        return frozenset(kind.__module__ for records in self.documents.values() for kind in records)

    def rewrite(self, app: Sphinx, content: str, digests: dict[str, str]) -> list[str]:
        """Return the documents whose *content* isn't what this output shows, so that they are written again.

        *digests* has every document with such content: docname → digest of all that its page shows of it. They are kept as
        written, for each builder and output folder apart: several outputs may share one environment.
        """
        key = (app.builder.name, str(app.outdir), content)
        written = self.written.get(key, {})
        self.written[key] = digests
        return [docname for docname, digest in digests.items() if written.get(docname) != digest]

    def clear_doc(self, docname: str) -> None:
        """Forget *docname*, which was removed or is about to be read again."""
        self._derived.clear()
        self.documents.pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over the records of *docnames* from a parallel reader."""
        self._derived.clear()
        theirs = otherdata["documents"]
        self.documents.update({docname: theirs[docname] for docname in docnames if docname in theirs})

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Return nothing: no name of ours is a target for the role ``any``."""
        return []


def setup_domain(app: Sphinx) -> None:
    """Register the domain, and have it told which documents are read, and by which builder they are written."""
    app.add_domain(EirDomain)
    app.connect("builder-inited", _note_builder)
    app.connect("env-before-read-docs", _note_reading)


def connect_where_used(app: Sphinx, event: str, handler: Callable[..., Any], *, priority: int = 500) -> None:
    """Have *handler* called in projects that use the extension; in others there is nothing to do, and nothing to import for it."""

    def handle(app: Sphinx, *about: Any) -> Any:
        return handler(app, *about) if eir_domain(app.env).is_used else []

    app.connect(event, handle, priority=priority)


def connect_where_recorded(
    app: Sphinx, event: str, handler: Callable[..., Any], room: str, content: str
) -> None:
    """Have *handler* called where its feature is used: where documents have records of *room*, or had, when their *content* was written."""

    def handle(app: Sphinx, *about: Any) -> Any:
        return handler(app, *about) if eir_domain(app.env).concerns(room, content) else []

    app.connect(event, handle)


def _note_builder(app: Sphinx) -> None:
    """Tell the domain which builder asks it."""
    eir_domain(app.env).builder = app.builder


def _note_reading(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Tell the domain which documents are read."""
    eir_domain(env).reading = frozenset(docnames)


def eir_domain(env: BuildEnvironment) -> EirDomain:
    """Return the domain of *env*."""
    return cast("EirDomain", env.domains["eir"])
