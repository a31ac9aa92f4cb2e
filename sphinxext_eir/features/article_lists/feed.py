"""The feed of the project's articles, and the links to it."""

from __future__ import annotations

import html
import posixpath
from typing import TYPE_CHECKING, Any

from ...core.domain import eir_domain
from ...core.languages import language_of
from ...core.publication import is_listed, listed_articles, name_of_status
from ...text.fields import FieldError, read_url
from ...text.files import write_file
from ...text.frontmatter import Article
from ...text.languages import language_tag
from . import atom
from .choice import Lists, description_of, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from .choice import Listed

FEED = "articles.atom"
BUILDERS = ("html", "dirhtml")
"""Builders that make a site with a page for each article."""


def entries_of(app: Sphinx) -> Iterator[Listed]:
    """Yield the articles of the feed, if this build has one: articles with a date, which an entry must have."""
    if app.builder.name in BUILDERS and base_of(app):
        for docname, article in listed_articles(app.env):
            if article.date or article.updated:
                yield docname, article


def has_feed(app: Sphinx) -> bool:
    """Say if there is an article for a feed."""
    return any(True for _ in entries_of(app))


def base_of(app: Sphinx) -> str:
    """Return the URL of the site, from ``html_baseurl``; empty if that isn't a URL."""
    try:
        return read_url(app.config.html_baseurl)
    except FieldError:
        return ""


def write_feed(app: Sphinx, exception: Exception | None) -> None:
    """Write the feed, or remove it if it has become empty. A file that isn't ours is left alone."""
    if exception or app.builder.name not in BUILDERS:
        return
    path = app.outdir / FEED
    old = path.read_bytes() if path.exists() else b""
    if old and f"<generator>{atom.GENERATOR}<".encode() not in old:
        return  # the author's own, from `html_extra_path`
    if articles := list(entries_of(app)):
        new = feed_of(app, articles)
        if new != old:
            write_file(path, new)
    elif old:
        path.unlink()


def feed_of(app: Sphinx, articles: list[Listed]) -> bytes:
    """Return the feed of *articles*, the newest first."""
    base = base_of(app)
    ids: set[str] = set()
    entries = []
    for docname, article in articles:
        url = posixpath.join(base, app.builder.get_target_uri(docname))
        identity = url if article.canonical in ids else article.canonical or url
        ids.add(identity)
        days = [date.first_day() for date in (article.date, article.changed) if date]
        entries.append(
            atom.Entry(
                id=identity,
                title=title_in_feed(app, docname, article),
                url=url,
                updated=max(days),  # a year may mean a day before that of publication
                published=article.date.first_day() if article.date else None,
                authors=[author.name for author in article.authors]
                or [article.publisher or app.config.author or app.config.project],
                summary=description_of(app.env, docname, article),
                rights=article.license,
                keywords=article.keywords,
                language=language_of(app.env, docname),
            )
        )
    entries.sort(key=lambda entry: (entry.updated, entry.url), reverse=True)
    return atom.feed(
        entries,
        title=app.config.project,
        url=posixpath.join(base, FEED),
        home=posixpath.join(base, app.builder.get_target_uri(app.config.root_doc)),
        language=language_tag(app.config.language),
    )


def title_in_feed(app: Sphinx, docname: str, article: Article) -> str:
    """Return the title, after what has become of the article if it isn't simply published: ``Retracted: Tides``."""
    title = title_of(app.env, docname, article)
    status = name_of_status(app.env, article, language_of(app.env, docname))
    return f"{status}: {title}" if status else title


def link_feed(app: Sphinx, docname: str, context: dict[str, Any]) -> None:
    """Link the feed from every page with a list and from every article in it, for feed readers."""
    domain = eir_domain(app.env)
    article = domain.find(docname, Article)
    listing = domain.find(docname, Lists)
    in_feed = bool(article and (article.date or article.updated) and is_listed(app.env, article))
    if app.builder.name not in BUILDERS or not base_of(app):
        return
    if in_feed or (listing and has_feed(app)):
        title, href = html.escape(app.config.project), html.escape(context["pathto"](FEED, resource=True))
        context["metatags"] += (
            f'\n<link rel="alternate" type="application/atom+xml" title="{title}" href="{href}">'
        )
