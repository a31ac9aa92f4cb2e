"""Subjects: a page for each keyword, and for each kind of article, with a feed. One spelling of a keyword."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ...core.domain import eir_domain
from ...core.field_lines import place_of
from ...core.kinds import name_of_kinds
from ...core.listing import ListOnPage, newest_first, shown
from ...core.made_pages import MadePage, feed_head, feed_link
from ...core.publication import listed_articles
from ...core.subjects import FOLDER, pages_of_subjects, subject_of, subjects_of
from ...core.warnings import Subtype, warn
from ...text.article import KINDS, Article
from ...text.keywords import doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ...core.listing import Listed


def pages(app: Sphinx) -> Iterator[MadePage]:
    """Yield the page of each subject."""
    by_subject: dict[str, list[Listed]] = defaultdict(list)
    by_kind: dict[str, list[Listed]] = defaultdict(list)
    for docname, article in listed_articles(app.env):
        by_kind[article.kind].append((docname, article))
        for subject in dict.fromkeys(map(subject_of, article.keywords)):
            by_subject[subject].append((docname, article))
    spelled = subjects_of(app.env)
    named = pages_of_subjects(app.builder)
    for subject, name in named.items():
        yield _page(app, name, spelled[subject], by_subject[subject])
    if "kinds" in app.config.eir_subjects:
        for kind in KINDS:
            if kind in by_kind:
                name = f"{FOLDER}/kind-{kind}"
                yield _page(app, name, name_of_kinds(kind, app.config.language), by_kind[kind])


def _page(app: Sphinx, name: str, title: str, articles: list[Listed]) -> MadePage:
    articles = newest_first(articles)
    return MadePage(
        name=name,
        title=title,
        shown=repr([shown(app.env, *listed) for listed in articles]),
        content=lambda: [ListOnPage(app.builder, name).listed(articles), *feed_link(app, name, articles)],
        head=lambda: feed_head(app, name, title, articles),
        articles=articles,
    )


def name_doubts(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Warn of keywords that other articles spell otherwise, in the articles that are read in this build."""
    if "keywords" not in app.config.eir_subjects:
        return []
    domain = eir_domain(env)
    spelled = subjects_of(env)
    for docname in sorted(domain.reading):
        article = domain.find(docname, Article)
        for keyword in article.keywords if article else ():
            if usual := doubt(keyword, spelled):
                message = f"keywords: {keyword!r} is nearly {usual!r}, which other articles have; give both one spelling"
                warn(Subtype.SUBJECT, message, location=place_of(env, docname, "keywords"))
    return []
