"""Feeds of articles: those that a site has, of all articles or of some."""

from __future__ import annotations

import hashlib
import posixpath
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..text import atom
from ..text.fields import FieldError, read_url
from ..text.files import write_file
from ..text.languages import language_tag
from .domain import eir_domain
from .languages import language_of
from .listing import description_of, title_of
from .publication import name_of_status

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from ..text.article import Article
    from .listing import Listed


def base_of(app: Sphinx) -> str:
    """Return the URL of the site, from ``html_baseurl``; empty if that isn't a URL."""
    try:
        return read_url(app.config.html_baseurl)
    except FieldError:
        return ""


def told_of(app: Sphinx, docname: str, article: Article) -> tuple[object, ...]:
    """Return all that a feed tells of *article*: it is written again when this has changed."""
    env = app.env
    return eir_domain(env).derived(
        ("told", docname),
        lambda: (
            docname,
            hashlib.sha256(
                repr((
                    article, title_in_feed(app, docname, article), description_of(env, docname, article), language_of(env, docname),
                )).encode("utf-8", "surrogatepass")
            ).hexdigest(),
        ),
    )  # fmt: skip


def put_feed(app: Sphinx, path: str, articles: list[Listed], title: str = "", home: str = "") -> None:
    """Write the feed of *articles*, or remove it if there are none. A file that isn't ours is left alone."""
    file = app.outdir / path
    old = file.read_bytes() if file.exists() else b""
    if old and f"<generator>{atom.GENERATOR}<".encode() not in old:
        return  # the author's own, from `html_extra_path`
    if articles:
        new = feed_of(app, path, articles, title, home)
        if new != old:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_file(file, new)
    elif old:
        file.unlink()


def feed_of(app: Sphinx, path: str, articles: list[Listed], title: str = "", home: str = "") -> bytes:
    """Return the feed of *articles*, the newest first, for the file at *path*: that of the page *home*, under *title*."""
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
        title=title or app.config.project,
        url=posixpath.join(base, quote(path)),
        home=posixpath.join(base, app.builder.get_target_uri(home or app.config.root_doc)),
        language=language_tag(app.config.language),
    )


def title_in_feed(app: Sphinx, docname: str, article: Article) -> str:
    """Return the title, after what has become of the article if it isn't simply published: ``Retracted: Tides``."""
    title = title_of(app.env, docname, article)
    status = name_of_status(app.env, article, language_of(app.env, docname))
    return f"{status}: {title}" if status else title
