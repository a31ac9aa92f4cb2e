"""What has been published: drafts and articles of dates to come are kept back, unless ``eir_drafts`` shows them.

The one place that decides it, for lists, feeds and every other page that shows articles.
"""

from __future__ import annotations

import datetime
import os
from typing import TYPE_CHECKING

from ..text.article import Article
from .domain import eir_domain
from .languages import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment


def _today_of(env: BuildEnvironment) -> datetime.date:
    """Return what day it is, once for all of a build."""
    domain = eir_domain(env)
    if domain.today is None:
        domain.today = today()
    return domain.today


def today() -> datetime.date:
    """Return the day of ``SOURCE_DATE_EPOCH`` (reproducible-builds.org), in UTC, or else today's, where the build runs or in UTC."""
    try:
        epoch = float(os.environ["SOURCE_DATE_EPOCH"])
        return datetime.datetime.fromtimestamp(epoch, datetime.UTC).date()
    except (KeyError, ValueError, OverflowError, OSError):
        now = datetime.datetime.now(datetime.UTC)
        return max(now.date(), now.astimezone().date())


def is_to_come(env: BuildEnvironment, article: Article) -> bool:
    """Say if the date of *article* is a day after today. A month or a year has come on its first day."""
    return article.date is not None and article.date.first_day() > _today_of(env)


def is_kept_back(env: BuildEnvironment, article: Article) -> bool:
    """Say if *article* isn't published yet: it is a draft, or its date is to come."""
    return article.status == "draft" or is_to_come(env, article)


def is_listed(env: BuildEnvironment, article: Article) -> bool:
    """Say if pages of others may show *article*."""
    return bool(env.config.eir_drafts) or not is_kept_back(env, article)


def listed_articles(env: BuildEnvironment) -> Iterator[tuple[str, Article]]:
    """Yield docname and record of each article that pages of others may show, sorted by docname."""
    for docname, article in eir_domain(env).find_all(Article):
        if is_listed(env, article):
            yield docname, article


def name_of_status(env: BuildEnvironment, article: Article, language: str) -> str:
    """Return what a list in *language* says of an *article* that isn't simply published; else nothing."""
    _ = words_in(language)
    if article.status == "retracted":
        # TRANSLATORS: In lists, over the title of an article that its journal has withdrawn.
        return _("Retracted")
    if article.status == "draft":
        # TRANSLATORS: In lists, over the title of an article that isn't published yet.
        return _("Draft")
    # TRANSLATORS: In lists, over the title of an article whose date is to come.
    return _("To be published") if is_to_come(env, article) else ""
