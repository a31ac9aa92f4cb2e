"""Small Sphinx projects: written from strings, built by any builder, looked at afterwards."""

from __future__ import annotations

import filecmp
import importlib.util
import io
import re
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import sphinx
from bs4 import BeautifulSoup
from sphinx import locale
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinxext_eir.extension import ENV_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docutils import nodes

STOCK_BUILDERS = (
    "html", "dirhtml", "singlehtml", "epub", "latex", "text", "man", "texinfo", "gettext", "xml", "pseudoxml", "dummy",
)  # fmt: skip

SETTINGS: dict[str, Any] = {
    "project": "Essays",
    "author": "The editors",
    "version": "1",
    "copyright": "2024, the editors",
    "extensions": ["sphinxext_eir", "myst_parser"],
    "html_theme": "basic",
    "nitpicky": True,
    "show_warning_types": True,
}


def is_older(package: str, *than: int) -> bool:
    """Whether the installed *package* has a version before *than*."""
    return tuple(map(int, version(package).split(".")[: len(than)])) < than


@dataclass
class Project:
    """A folder of sources and the settings they are built with. Without a ``conf.py``."""

    root: Path
    settings: dict[str, Any] = field(default_factory=dict)

    def write(self, sources: dict[str, str]) -> Project:
        """Write *sources* (file name → text). A ``toctree`` of all documents is made unless there is an index."""
        for name, text in sources.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        if not any((self.root / f"index{suffix}").exists() for suffix in (".rst", ".md")):
            names = "\n   ".join(sorted(Path(name).with_suffix("").as_posix() for name in sources))
            (self.root / "index.rst").write_text(
                f"Essays\n======\n\n.. toctree::\n\n   {names}\n", encoding="utf-8"
            )
        return self

    def build_with_its_conf(self, builder: str = "html") -> Build:
        """Build with the project's own ``conf.py`` and nothing else."""
        return self._build(builder, f"conf-{builder}", 1, self.root, {})

    def build(
        self,
        builder: str = "html",
        *,
        out: str = "",
        jobs: int = 1,
        doctrees: Path | None = None,
        **settings: Any,
    ) -> Build:
        """Build into a folder named *out* or for the builder; again, if it was built there before.

        With *doctrees* of its own, or those of several outputs.
        """
        return self._build(
            builder, out or builder, jobs, None, SETTINGS | self.settings | settings, doctrees=doctrees
        )

    def _build(
        self,
        builder: str,
        out: str,
        jobs: int,
        confdir: Path | None,
        settings: dict[str, Any],
        doctrees: Path | None = None,
    ) -> Build:
        settings = {**settings, "extensions": self._installed(settings["extensions"])} if settings else {}
        target = self.root.parent / "builds" / out
        status, warning = io.StringIO(), io.StringIO()
        locale.translators.clear()  # Sphinx lets another project's language shine through
        with patch_docutils(), docutils_namespace():
            app = Sphinx(
                self.root,
                confdir,
                target / "output",
                doctrees or target / "doctrees",
                builder,
                settings,
                status,
                warning,
                parallel=jobs,
            )
            app.build()
        text = re.sub(r"\x1b\[[0-9;]*m", "", warning.getvalue()).replace(f"{self.root}/", "")
        return Build(app, Path(app.outdir), text.splitlines(), status.getvalue())

    def _installed(self, extensions: list[str]) -> list[str]:
        """Return *extensions*; skip the test if one is not installed. Where there is no Markdown, MyST-Parser isn't missed."""
        if importlib.util.find_spec("myst_parser") is None and not list(self.root.rglob("*.md")):
            extensions = [name for name in extensions if name != "myst_parser"]
        for name in extensions:
            pytest.importorskip(name, reason=f"{name} is not installed")
        return extensions


@dataclass
class Build:
    """What a build left."""

    app: Sphinx
    out: Path
    warnings: list[str]
    """A line each, with paths relative to the project."""
    status: str

    def read(self, name: str) -> str:
        """Return the text of an output file."""
        return (self.out / name).read_text(encoding="utf-8")

    def page(self, docname: str = "index", suffix: str = ".html") -> BeautifulSoup:
        """Return a page, parsed."""
        return BeautifulSoup(self.read(docname + suffix), "html.parser")

    def doctree(self, docname: str = "index") -> nodes.document:
        """Return a document's tree as it is stored."""
        return self.app.env.get_doctree(docname)

    def resolved(self, docname: str = "index") -> nodes.document:
        """Return a document's tree as it is given to the writer."""
        tags = {"tags": self.app.tags} if sphinx.version_info >= (9,) else {}
        return self.app.env.get_and_resolve_doctree(docname, self.app.builder, **tags)


# Laws that every feature keeps


def assert_resolving_twice_gives_equal_trees(build: Build) -> None:
    for docname in sorted(build.app.env.found_docs):
        assert build.resolved(docname).pformat() == build.resolved(docname).pformat()


def assert_parallel_equals_serial(project: Project, builder: str = "html") -> None:
    """Reading and writing in two processes gives the same files, byte for byte. Sphinx wants six documents."""
    assert len(list(project.root.glob("**/*.*"))) > 6
    serial = project.build(builder, out="serial")
    parallel = project.build(builder, out="parallel", jobs=2)
    assert serial.warnings == parallel.warnings
    assert_same_files(serial.out, parallel.out)


def assert_incremental_equals_fresh(project: Project, edit: dict[str, str | None]) -> Build:
    """After *edit* (file name → new text, or None to delete), what we put on each page is as in a first build.

    Sphinx's own navigation may be stale, with any extension or none.
    """
    project.build(out="incremental")
    for name, text in edit.items():
        if text is None:
            (project.root / name).unlink()
        else:
            project.write({name: text})
    incremental = project.build(out="incremental")
    fresh = project.build(out="fresh")
    for docname in fresh.app.env.found_docs:
        assert ours(incremental.page(docname)) == ours(fresh.page(docname))
    return incremental


def assert_documents_of_others_are_untouched(
    make_project: Callable[..., Project], sources: dict[str, str], extensions: Sequence[str] = ()
) -> None:
    """Where a project uses nothing of ours, each builder writes the same files with this extension and without it."""
    builders = ("html", "text", "latex", "man", "texinfo", "singlehtml")
    with_ours, without = (
        [project.build(builder).out for builder in builders]
        for project in (
            make_project(name, extensions=[*more, *extensions]).write(sources)
            for name, more in (("with", ["sphinxext_eir"]), ("without", []))
        )
    )
    for ours, theirs in zip(with_ours, without, strict=True):
        for out in (ours, theirs):
            # Sphinx's own book-keeping of which extensions there are, and with which settings.
            (out / ".buildinfo").unlink(missing_ok=True)
            if (index := out / "searchindex.js").exists():
                index.write_text(index.read_text().replace(f',"sphinxext_eir":{ENV_VERSION}', ""))
        assert_same_files(ours, theirs)


def ours(page: BeautifulSoup) -> list[str]:
    """Return everything on *page* that this extension put there."""
    return [
        str(element)
        for element in page.select("[class*='eir-'], link[rel=canonical], link[href*=eir], script[src*=eir]")
    ]


def assert_same_files(ours: Path, theirs: Path) -> None:
    """Two output folders hold the same files, byte for byte."""

    def files(root: Path) -> set[str]:
        return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}

    assert files(ours) == files(theirs)
    _, different, unreadable = filecmp.cmpfiles(ours, theirs, files(ours), shallow=False)
    assert (different, unreadable) == ([], [])


def tree(document: nodes.document) -> str:
    """Return *document* as indented text, without what differs between machines and between reST and MyST."""
    copy = document.deepcopy()
    for element in copy.findall(lambda node: hasattr(node, "attributes")):
        for name in ("source", "translation_progress", "names", "myst_slug", "slug"):
            element.attributes.pop(name, None)
        # docutils 0.21 prints booleans otherwise than 0.22 does
        element.attributes |= {k: int(v) for k, v in element.attributes.items() if isinstance(v, bool)}
    # and MyST-Parser makes a text of its own of each end of a line
    return "".join(line for line in copy.pformat().splitlines(keepends=True) if line.strip())
