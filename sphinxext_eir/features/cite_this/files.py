"""Files of citations, which pages offer for download."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...core.domain import eir_domain
from ...core.languages import language_of
from ...core.page_urls import page_url
from ...text.article import Article
from ...text.files import update_file
from .record import CiteThis

if TYPE_CHECKING:
    from collections.abc import Collection

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from .formats import CitableArticle, Format

FOLDER = "eir-citations"
"""A folder among the downloads of Sphinx (``_downloads``), whose own folders have hexadecimal names. All files in it are ours."""


def citable_of(builder: Builder, docname: str, article: Article) -> CitableArticle:
    """Return *article* with its URL and language, as *builder* knows them."""
    from .formats import CitableArticle  # costs time, and only articles that offer to be cited need it

    return CitableArticle(
        article, page_url(builder, docname, article), language_of(builder.env, docname), docname
    )


def path_of(docname: str, form: Format) -> str:
    """Return the path of a file among the downloads: ``eir-citations/essays/kosovo.bib``."""
    return f"{FOLDER}/{docname}{form.suffix}"


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """Write the files of all documents with an ``eir:cite-this``, or of all articles if their heads offer them, and remove others.

    Called in the main process, when the build is finished. A file that doesn't change is left alone.
    """
    if exception or app.builder.format != "html" or app.builder.name == "epub":
        return
    downloads = Path(app.outdir) / "_downloads"
    domain = eir_domain(app.env)
    wanted: dict[Path, str] = {}
    in_menus = app.config.eir_article_layout == "journal"
    for docname, article in domain.find_all(Article):
        if article.title and (in_menus or domain.find(docname, CiteThis)):
            from .formats import FORMATS  # idem

            citable = citable_of(app.builder, docname, article)
            wanted |= {downloads / path_of(docname, form): form.write(citable) for form in FORMATS}
    _remove_others(downloads / FOLDER, wanted)
    for path, text in wanted.items():
        update_file(path, text.encode())


def _remove_others(folder: Path, wanted: Collection[Path]) -> None:
    """Remove from *folder* all files that aren't *wanted*, and folders that become empty."""
    if folder.is_symlink():  # the folder that it leads to isn't ours
        folder.unlink()
    for path in [*sorted(folder.rglob("*"), reverse=True), folder]:  # files before their folder
        if path.is_symlink() or (path.is_file() and path not in wanted):
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
