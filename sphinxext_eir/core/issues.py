"""Issues of a journal: their names, their articles in order, and the names of their PDFs. Plain records, without nodes."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ..text.article import KINDS, Article
from ..text.identifiers import slug
from ..text.numerals import roman_value
from .domain import eir_domain
from .languages import words_in
from .listing import alphabetical
from .publication import listed_articles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

    from ..text.article import Date
    from .listing import Listed


class Issue(NamedTuple):
    """An issue of the journal, as its directive gives it."""

    volume: str = ""
    issue: str = ""
    title: str = ""
    date: Date | None = None
    cover: str = ""
    line: int | None = None

    def has(self, volume: str, issue: str) -> bool:
        """Say if articles of *volume* and *issue* appeared in this issue. What isn't given makes no difference."""
        return self.volume in ("", volume) and self.issue in ("", issue)


class Issues(NamedTuple):
    """The record of a document with issues."""

    issues: tuple[Issue, ...]


def name_of(issue: Issue, language: str) -> str:
    """Return the name of *issue* for readers."""
    _ = words_in(language)
    if issue.volume and issue.issue:
        return _("Volume {volume}, issue {issue}").format(volume=issue.volume, issue=issue.issue)
    if issue.volume:
        return _("Volume {volume}").format(volume=issue.volume)
    return _("Issue {issue}").format(issue=issue.issue)


def articles_of(env: BuildEnvironment, issue: Issue) -> list[Listed]:
    """Return the articles of *issue* in the order of their pages; those without pages come last, the oldest first."""
    return eir_domain(env).derived(("issue", issue), lambda: _found(env, issue))


def _found(env: BuildEnvironment, issue: Issue) -> list[Listed]:
    groups = eir_domain(env).derived("articles by issue", lambda: _by_issue(env))
    found = [listed for numbers, articles in groups.items() if issue.has(*numbers) for listed in articles]
    return sorted(found, key=_place)


def _by_issue(env: BuildEnvironment) -> dict[tuple[str, str], list[Listed]]:
    """Return volume and issue → the articles that name them."""
    groups: dict[tuple[str, str], list[Listed]] = defaultdict(list)
    for docname, article in listed_articles(env):
        groups[article.volume, article.issue].append((docname, article))
    return groups


def sections_of(articles: list[Listed]) -> Iterator[tuple[str, list[Listed]]]:
    """Yield each kind that *articles* of an issue have, in the order of the contents, with those of that kind."""
    for kind in KINDS:
        if found := [listed for listed in articles if listed[1].kind == kind]:
            yield kind, found


def _place(listed: Listed) -> tuple[bool, str, int, str, str, str]:
    """Return the sorting key of an article: roman pages come before arabic ones, as in most volumes."""
    docname, article = listed
    kind, page = _counted(article.first_page) or (article.first_page, 0)
    return not article.first_page, kind, page, str(article.date or ""), alphabetical(article.title), docname


_PAGE = re.compile(r"(?P<letters>\D*)(?P<number>\d+)\D*")


def _counted(page: str) -> tuple[str, int] | None:
    """Return the kind of *page*, by which pages are compared, and its number: those of ``S12`` are counted for themselves.

    Nothing stands for a page without a number.
    """
    if number := roman_value(page.lower()):
        return "", number
    match = _PAGE.fullmatch(page)
    return (f"1{match['letters']}", int(match["number"])) if match else None


def runs_into(article: Article, following: Article) -> bool:
    """Say if the pages of *article* go on behind the first of the *following* one; those of two kinds aren't compared."""
    last, first = _counted(article.last_page), _counted(following.first_page)
    return bool(last and first and last[0] == first[0] and last[1] > first[1])


def issue_of(env: BuildEnvironment, article: Article) -> tuple[str, Issue] | None:
    """Return the first page that prints the issue of *article*, and the issue."""
    numbers = article.volume, article.issue
    return eir_domain(env).derived(("page of issue", numbers), lambda: _page_of(env, *numbers))


def _page_of(env: BuildEnvironment, volume: str, number: str) -> tuple[str, Issue] | None:
    pages = eir_domain(env).find_all(Issues) if volume or number else ()
    return next(
        (
            (docname, issue)
            for docname, record in pages
            for issue in record.issues
            if issue.has(volume, number)
        ),
        None,
    )


def neighbours(env: BuildEnvironment, docname: str, issue: Issue) -> tuple[Listed | None, Listed | None]:
    """Return the articles of *issue* before and after the article *docname*."""
    articles = articles_of(env, issue)
    names = [name for name, _article in articles]
    if docname not in names:
        return None, None
    place = names.index(docname)
    return (
        articles[place - 1] if place else None,
        articles[place + 1] if place + 1 < len(articles) else None,
    )


class IssuePdf(NamedTuple):
    """The PDF of an issue that a page prints."""

    name: str
    """Its path in the output without suffix, as a page's: ``issues/harbours``."""
    docname: str
    """The page."""
    number: int
    """The place of the issue among those of its page, from 0."""
    issue: Issue


def pdfs_of(env: BuildEnvironment, docname: str) -> list[IssuePdf]:
    """Return the PDFs of the issues that the page *docname* prints.

    The PDF of a page's only issue is named as the page. Those of several, or of an article that prints an issue, are named by volume
    and issue behind that.
    """
    domain = eir_domain(env)
    record = domain.find(docname, Issues)
    issues = record.issues if record else ()
    alone = len(issues) == 1 and domain.find(docname, Article) is None
    names = [
        docname if alone else "-".join([docname, *(slug(part) for part in (one.volume, one.issue) if part)])
        for one in issues
    ]
    return [
        IssuePdf(name, docname, number, issue)
        for number, (name, issue) in enumerate(zip(names, issues, strict=True))
        if name not in names[:number] and (alone or domain.find(name, Article) is None)
    ]


def all_issue_pdfs(env: BuildEnvironment) -> list[IssuePdf]:
    """Return the PDFs of all issues that pages print."""
    return [pdf for docname, _record in eir_domain(env).find_all(Issues) for pdf in pdfs_of(env, docname)]
