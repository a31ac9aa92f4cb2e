"""The choice of articles for a list, and their order: plain records, without nodes."""

# Without `annotations` of `__future__`, as in `text.article`: this is imported in each build.
from typing import TYPE_CHECKING, NamedTuple

from ...core.listing import alphabetical, day_of, surnames
from ...core.publication import listed_articles

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from ...core.listing import Listed
    from ...text.article import Article

SORTS = ("date", "date-ascending", "title", "author")


class Wanted(NamedTuple):
    """The options of a list: filters and order."""

    sort: str = "date"
    limit: int | None = None
    skip: int = 0
    """Articles that another list of the page shows, before the first of this list."""
    author: tuple[str, ...] = ()
    """Names; an article by one of them is listed. As in the other filters, case doesn't count, and an empty filter lets all through."""
    keyword: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    volume: str = ""
    issue: str = ""
    folder: str = ""
    """The beginning of docnames, with a slash at its end."""
    line: int | None = None

    def choose(self, articles: list["Listed"]) -> list["Listed"]:
        """Return those of *articles* that the list shows, in order."""
        found = [
            (docname, article)
            for docname, article in articles
            if docname.startswith(self.folder) and self.takes(article)
        ]
        return self.sorted(found)[self.skip :][: self.limit]

    def takes(self, article: "Article") -> bool:
        """Say if the filters let *article* through."""
        names = {name.casefold() for author in article.authors for name in (author.name, author.family)}
        keywords = {keyword.casefold() for keyword in article.keywords}
        return (
            (not self.author or not names.isdisjoint(self.author))
            and (not self.keyword or not keywords.isdisjoint(self.keyword))
            and (not self.kind or article.kind in self.kind)
            and self.volume in ("", article.volume)
            and self.issue in ("", article.issue)
        )

    def sorted(self, articles: list["Listed"]) -> list["Listed"]:
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


class Lists(NamedTuple):
    """The record of a document with lists of articles."""

    wanted: tuple[Wanted, ...]


def others(env: "BuildEnvironment", docname: str) -> list["Listed"]:
    """Return the articles that a list in *docname* may show: all but that one."""
    return [listed for listed in listed_articles(env) if listed[0] != docname]
