"""The part that all builders of files share: the documents that they write, the places of files, and warnings."""

from __future__ import annotations

import hashlib
import html
from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.builders import Builder
from sphinx.errors import SphinxError

from ...assets import ASSETS
from ...core.bridge.inlines import ELSEWHERE
from ...core.bridge.translation import know_sphinx_design
from ...core.domain import eir_domain
from ...core.languages import language_of
from ...core.outputs import EXPORT
from ...core.page_urls import usual_url
from ...core.warnings import Subtype, warn
from ...csl.pandoc import PandocError, find_pandoc
from ...text.article import Article
from ...text.files import write_file
from ...text.languages import language_tag
from .article import parts_of
from .pandoc import EXPORTING, ExportError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from .article import Parts


FOLDERS = ("jats", "typst", "word")
"""Folders of assets that files are made with."""


class ArticleBuilder(Builder):
    """Writes each article as a file of its own."""

    format = EXPORT
    allow_parallel = True
    supported_image_types: ClassVar[list[str]] = ["image/svg+xml", "image/png", "image/jpeg", "image/gif"]
    suffix: ClassVar[str]
    """Of the files, with its dot."""

    def init(self) -> None:
        """Find pandoc, without which nothing can be written."""
        if "sphinx_design" in self.config.extensions:
            know_sphinx_design()
        self.cache = Path(self.doctreedir) / "eir"
        self.cache.mkdir(parents=True, exist_ok=True)
        try:
            find_pandoc(self.cache, EXPORTING)
        except PandocError as error:
            raise SphinxError(str(error)) from error

    def get_outdated_docs(self) -> Iterator[str]:
        """Yield the articles whose files are older than what was read of them, or aren't there."""
        alike = self.is_made_alike()
        for docname in sorted(self.env.found_docs):
            if docname not in self.env.all_docs:
                yield docname  # it is read first; then it is known if it is an article
            elif eir_domain(self.env).find(docname, Article) and not (alike and not self._is_old(docname)):
                yield docname

    def is_made_alike(self) -> bool:
        """Say if the last files were made with what all files are made with now."""
        return self._stamp.is_file() and self._stamp.read_text(encoding="utf-8") == self._made_with()

    @property
    def _stamp(self) -> Path:
        return self.cache / f"{self.name}.stamp"

    def _made_with(self) -> str:
        return hashlib.sha256(repr(self.made_with()).encode()).hexdigest()

    def made_with(self) -> list[object]:
        """Return what all files are made with: settings, extensions, templates and styles, and where they are put."""
        settings = [
            (item.name, item.value)
            for item in self.config
            if item.name.startswith("eir_") or item.name in {"html_baseurl", "language", "project"}
        ]
        files = [path.read_bytes() for name in FOLDERS for path in sorted((ASSETS / name).iterdir())]
        return [self.env.version, str(self.outdir), settings, files]

    def _is_old(self, docname: str) -> bool:
        made, read = self.path_of(docname), Path(self.doctreedir) / f"{docname}.doctree"
        return not made.is_file() or not read.is_file() or read.stat().st_mtime > made.stat().st_mtime

    def path_of(self, docname: str) -> Path:
        """Return where the file of *docname* is written."""
        return Path(self.outdir) / f"{docname}{self.suffix}"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the address of the page of *docname*: a file that is sent away leads to the site."""
        return usual_url(self.config, docname)

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return that address; without one, a link to it is left out, and its words stay."""
        return self.get_target_uri(to, typ) or f"{ELSEWHERE}{to}"

    def write_documents(self, docnames: AbstractSet[str]) -> None:
        """Write those of the documents that files are made of: resolving the others would take time for nothing."""
        if wanted := self.documents_with_files().intersection(docnames):
            super().write_documents(wanted)

    def documents_with_files(self) -> set[str]:
        """Return the documents that are written: articles."""
        return {docname for docname, _ in eir_domain(self.env).find_all(Article)}

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write the file of *docname*. What can't be written is a warning."""
        self.prepare(docname, doctree)
        article = eir_domain(self.env).find(docname, Article)
        if article is None:
            return
        parts = parts_of(doctree, language_of(self.env, docname))
        for name, count in sorted(parts.unknown.items()):
            message = f"{self.name} has no form for {count} {name!r}: the text of it is written"
            warn(Subtype.EXPORT, message, location=docname)
        path = self.path_of(docname)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self.write_file(path, docname, parts, article)
        except (ExportError, OSError) as error:
            path.unlink(missing_ok=True)
            self.say_unwritten(docname, path, error)

    def prepare(self, docname: str, doctree: nodes.document) -> None:
        """Make the addresses of pictures those of files, and number captions."""
        self.post_process_images(doctree)
        for image in doctree.findall(nodes.image):
            if "://" not in image["uri"]:
                image["uri"] = str(self.srcdir / image["uri"])
        if self.config.numfig:
            number_captions(self, docname, doctree)

    def say_unwritten(self, docname: str, path: Path, error: Exception) -> None:
        """Warn that the file at *path*, of *docname*, can't be written."""
        message = f"{path.name} can't be written: {error}"
        warn(Subtype.EXPORT, message, location=docname)

    @abstractmethod
    def write_file(self, path: Path, docname: str, parts: Parts, article: Article) -> None:
        """Write *parts* to *path*. Raises :class:`ExportError`."""

    def finish(self) -> None:
        """Write the index of what there is, and remember what it was made with."""
        self._stamp.write_text(self._made_with(), encoding="utf-8")
        articles = dict(eir_domain(self.env).find_all(Article))
        rows = [
            f'<li><a href="{html.escape(docname)}{self.suffix}">{html.escape(articles[docname].whole_title)}</a></li>'
            for docname in articles
            if self.path_of(docname).is_file()
        ]
        page = _INDEX.format(
            language=language_tag(self.config.language),
            title=html.escape(str(self.config.html_title or self.config.project)),
            rows="\n".join(rows),
        )
        write_file(Path(self.outdir) / "index.html", page.encode())


def number_captions(builder: Builder, docname: str, doctree: nodes.document) -> None:
    """Put the numbers that ``numref`` refers to before captions (Sphinx, ``numfig``): in HTML and LaTeX, visitors write them."""
    domain = builder.env.domains.standard_domain
    numbers = builder.env.toc_fignumbers.get(docname, {})
    for node in doctree.findall(nodes.Element):
        kind = domain.get_enumerable_node_type(node)
        found = next(
            (numbers[kind][name] for name in node["ids"] if kind and name in numbers.get(kind, {})), None
        )
        caption = next(
            (each for each in node.children if isinstance(each, (nodes.caption, nodes.title))), None
        )
        if kind and found and caption is not None:
            label = builder.config.numfig_format.get(kind, "%s") % ".".join(map(str, found))
            caption.insert(0, nodes.Text(f"{label} "))


_INDEX = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title></head>
<body>
<h1>{title}</h1>
<ul>
{rows}
</ul>
</body>
</html>
"""
