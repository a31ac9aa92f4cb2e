"""The choice of articles for a list, and their order: plain records, without nodes."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx.util.nodes import clean_astext

from ...core.domain import eir_domain
from ...core.publication import listed_articles
from ...text.description import Description
from ...text.frontmatter import Article

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

SORTS = ("date", "date-ascending", "title", "author")
Listed = tuple[str, Article]
"""A docname and its article."""


@dataclass(frozen=True)
class Wanted:
    """The options of a list: filters and order."""

    sort: str = "date"
    limit: int | None = None
    skip: int = 0
    """Articles that another list of the page shows, before the first of this list."""
    author: tuple[str, ...] = ()
    """Names; an article by one of them is listed. As in the other filters, case doesn't count, and an empty filter lets all through."""
    keyword: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    folder: str = ""
    """The beginning of docnames, with a slash at its end."""
    line: int | None = None

    def choose(self, articles: list[Listed]) -> list[Listed]:
        """Return those of *articles* that the list shows, in order."""
        found = [
            (docname, article)
            for docname, article in articles
            if docname.startswith(self.folder) and self.takes(article)
        ]
        return self.sorted(found)[self.skip :][: self.limit]

    def takes(self, article: Article) -> bool:
        """Say if the filters let *article* through."""
        names = {name.casefold() for author in article.authors for name in (author.name, author.family)}
        keywords = {keyword.casefold() for keyword in article.keywords}
        return (
            (not self.author or not names.isdisjoint(self.author))
            and (not self.keyword or not keywords.isdisjoint(self.keyword))
            and (not self.kind or article.kind in self.kind)
        )

    def sorted(self, articles: list[Listed]) -> list[Listed]:
        """Return *articles* in order. Articles without a date come last; of the same date, they are in order of their titles."""
        ordered = sorted(articles, key=lambda listed: (alphabetical(listed[1].title), listed[0]))
        if self.sort == "title":
            return ordered
        dated = [listed for listed in ordered if listed[1].date]
        dated.sort(key=day_of, reverse=self.sort != "date-ascending")
        ordered = dated + [listed for listed in ordered if not listed[1].date]
        if self.sort == "author":
            ordered.sort(key=lambda listed: surnames(listed[1]))
        return ordered


@dataclass(frozen=True)
class Lists:
    """The record of a document with lists of articles."""

    wanted: tuple[Wanted, ...]


def alphabetical(words: str) -> str:
    """Return the sorting key of *words*: capitals and accents count only where words are the same without them."""
    bare = "".join(
        letter for letter in unicodedata.normalize("NFKD", words) if not unicodedata.combining(letter)
    )
    return f"{bare.casefold()}\0{words}"


def day_of(listed: Listed) -> str:
    """Return the date as text: a year alone comes before the days of that year."""
    return str(listed[1].date or "")


def surnames(article: Article) -> tuple[bool, list[tuple[str, str]]]:
    """Return the sorting key of *article* by its authors; articles without an author come last.

    A surname is known if it was typed before a comma; else the last word of the name is taken for it.
    """
    names = [
        (alphabetical(author.family or author.name.rpartition(" ")[2]), alphabetical(author.name))
        for author in article.authors
    ]
    return not names, names


def title_of(env: BuildEnvironment, docname: str, article: Article) -> str:
    """Return the title of *article* as on its page, with the quotation marks of the project's language."""
    return " ".join(clean_astext(env.titles[docname]).split()) if article.title else docname


def description_of(env: BuildEnvironment, docname: str, article: Article) -> str:
    """Return what *article* is about: its description or, without one, its abstract or the beginning of its text."""
    derived = eir_domain(env).find(docname, Description)
    return article.description or (derived.text if derived else "")


def image_of(env: BuildEnvironment, docname: str, article: Article) -> str:
    """Return the picture of *article*: its URL, or its path in the project if it is there."""
    derived = eir_domain(env).find(docname, Description)
    return article.image if "://" in article.image else derived.image if derived else ""


def others(env: BuildEnvironment, docname: str) -> list[Listed]:
    """Return the articles that a list in *docname* may show: all but that one."""
    return [listed for listed in listed_articles(env) if listed[0] != docname]
