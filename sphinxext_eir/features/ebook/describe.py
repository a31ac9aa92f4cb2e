"""Settings of an e-book that the project left alone, from the records of its articles."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from sphinx.environment.adapters.indexentries import IndexEntries

from ...core.config import is_set
from ...core.domain import eir_domain
from ...text.article import Article, Description
from ...text.bylines import joined
from ...text.languages import language_tag
from .cover import cover

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

COVER = "_static/eir-cover.svg"
COVER_PAGE = "epub-cover.html"
"""Sphinx's template of a page with the cover, which its theme ``epub`` has."""
WRITTEN_COVER_PAGE = "epub-cover.xhtml"
FEW = 6
"""Authors that a cover has room for."""
MOST = 600
"""Characters of a description that names all articles; shops show about as many."""


def describe(app: Sphinx, builder: Builder) -> None:
    """Set what the project didn't, and draw a cover, when all articles are known.

    The environment is stored by now: settings that are changed here don't count as changed in the next build.
    """
    articles = articles_of_book(app.env)
    if not articles:
        return
    config = app.config
    found = _of_one(app, *articles[0]) if len(articles) == 1 else _of_many(app, articles)
    for setting, value in (
        *found,
        ("epub_language", language_tag(config.language)),  # RFC 5646, not gettext's
        ("epub_uid", "book"),
        (
            "epub_tocscope",
            "includehidden",
        ),  # a front page of cards hides its list of pages; the book's contents have it
    ):
        if value and not is_set(config, setting):
            setattr(config, setting, value)
    if not is_set(config, "epub_identifier") and config.epub_identifier == "unknown":
        config.epub_identifier = _made_identifier(config)
    if not is_set(config, "epub_use_index") and not IndexEntries(app.env).create_index(builder):
        builder.use_index = False  # type: ignore[attr-defined]
    if not is_set(config, "epub_cover"):
        _add_cover(app, [record for _docname, record in articles])


def articles_of_book(env: BuildEnvironment) -> list[tuple[str, Article]]:
    """Return the articles of a project most of whose pages are articles, not counting pages that list pages; else none.

    Elsewhere the book is a manual with an essay in it, and stays as Sphinx makes it.
    """
    articles = list(eir_domain(env).find_all(Article))
    pages = env.found_docs - (set(env.toctree_includes) - {docname for docname, _record in articles})
    return articles if 2 * len(articles) > len(pages) else []


def names_of(articles: Sequence[Article]) -> list[str]:
    """Return the names of all authors, once each, in order."""
    return list(dict.fromkeys(author.name for record in articles for author in record.authors))


def _of_one(app: Sphinx, docname: str, article: Article) -> Iterator[tuple[str, str]]:
    language = app.config.language
    described = eir_domain(app.env).find(docname, Description)
    yield "epub_title", article.whole_title
    yield "epub_author", joined(names_of([article]), language)
    yield "epub_publisher", article.publisher or article.journal
    yield "epub_copyright", article.license
    yield "epub_description", article.description or (described.text if described else "")
    yield "epub_contributor", joined([translator.name for translator in article.translators], language)
    yield "epub_identifier", f"https://doi.org/{article.doi}" if article.doi else article.canonical


def _of_many(app: Sphinx, articles: Sequence[tuple[str, Article]]) -> Iterator[tuple[str, str]]:
    language = app.config.language
    contents = ""
    for _docname, article in articles:
        by = joined(names_of([article]), language)
        entry = f"{by}: {article.title}" if by else article.title
        if len(contents) + len(entry) > MOST:
            contents += " …"
            break
        contents += f"; {entry}" if contents else entry
    yield "epub_description", contents
    yield "epub_identifier", app.config.html_baseurl


def _made_identifier(config: Config) -> str:
    """Return an identifier for a book that has no address: the same for each build of it (RFC 9562, version 5)."""
    name = f"{config.epub_title}\n{config.epub_author}"
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


def _add_cover(app: Sphinx, articles: Sequence[Article]) -> None:
    config: Any = app.config
    one = articles[0] if len(articles) == 1 else None
    journals = {record.journal for record in articles} - {config.epub_title, ""}
    path = app.outdir / COVER
    path.parent.mkdir(exist_ok=True)
    names = names_of(articles)
    picture = cover(
        config.epub_title,
        names if len(names) <= FEW else [],
        (one.journal or one.publisher)
        if one
        else journals.pop()
        if len(journals) == 1
        else config.epub_author,
        config.language,
    )
    path.write_text(picture, encoding="utf-8", newline="\n")
    # Sphinx lists a page of the build before in another place.
    (app.outdir / WRITTEN_COVER_PAGE).unlink(missing_ok=True)
    config.epub_cover = (COVER, COVER_PAGE if config.epub_theme == "epub" else "")
