"""Metadata of an e-book with one article: those of the article, where ``conf.py`` doesn't say otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.domain import eir_domain
from ..text.bylines import joined
from ..text.description import Description
from ..text.frontmatter import Article

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def setup_feature(app: Sphinx) -> None:
    """Connect the step that describes the book, when all articles are known."""
    app.connect("env-updated", _describe)


def _describe(app: Sphinx, env: BuildEnvironment) -> None:
    articles = list(eir_domain(env).find_all(Article))
    if app.builder.name != "epub" or len(articles) != 1:
        return
    docname, article = articles[0]
    described = eir_domain(env).find(docname, Description)
    config = app.config
    # Setting, its value if nobody set it, and its value from the article.
    for setting, unset, value in (
        ("epub_title", config.project, article.title),
        ("epub_author", config.author, joined([author.name for author in article.authors], config.language)),
        ("epub_publisher", config.author, article.publisher or article.journal),
        ("epub_copyright", config.copyright, article.license),
        ("epub_description", "unknown", article.description or (described.text if described else "")),
    ):
        if value and getattr(config, setting) == unset:
            setattr(config, setting, value)
