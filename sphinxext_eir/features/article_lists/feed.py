"""The feed of the project's articles, and the links to it."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from ...core.domain import eir_domain
from ...core.feeds import base_of, put_feed
from ...core.page_urls import BUILDERS
from ...core.publication import is_listed, listed_articles
from ...text.article import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from ...core.listing import Listed

FEED = "articles.atom"


def entries_of(app: Sphinx) -> Iterator[Listed]:
    """Yield the articles of the feed, if this build has one: articles with a date, which an entry must have."""
    if app.builder.name in BUILDERS and base_of(app):
        for docname, article in listed_articles(app.env):
            if article.date or article.updated:
                yield docname, article


def has_feed(app: Sphinx) -> bool:
    """Say if there is an article for a feed."""
    return any(True for _ in entries_of(app))


def write_feed(app: Sphinx, exception: Exception | None) -> None:
    """Write the feed, or remove it if it has become empty. A file that isn't ours is left alone."""
    if exception or app.builder.name not in BUILDERS:
        return
    put_feed(app, FEED, list(entries_of(app)))


def link_feed(app: Sphinx, docname: str, context: dict[str, Any]) -> None:
    """Link the feed from every page with a list and from every article in it, for feed readers."""
    from .choice import Lists  # costs time, and in most builds hardly a page is written

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
