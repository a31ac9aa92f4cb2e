"""What indexes, agencies and archives ask of an article, in one table: checks, deposits and JATS say it alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from .article import Article


class Need(NamedTuple):
    """One thing that is asked of an article."""

    what: str
    """What is asked for, and where it is given."""
    is_met: Callable[[Article, str], bool]
    """Takes the article and the address of its page, which may be empty."""


TITLE = Need("a title", lambda article, _: bool(article.title))
AUTHOR = Need("an author, in the field `author`", lambda article, _: bool(article.authors))
DATE = Need("a date of publication, in the field `date`", lambda article, _: bool(article.date))
JOURNAL = Need(
    "the name of the journal, in the field `journal` or eir_article_defaults",
    lambda article, _: bool(article.journal),
)
ISSN = Need(
    "the ISSN of the journal, in the field `issn` or eir_article_defaults",
    lambda article, _: bool(article.issn),
)
DOI = Need("a DOI, in the field `doi`", lambda article, _: bool(article.doi))
ADDRESS = Need(
    "the address of its page, by html_baseurl or the field `canonical`", lambda _, address: bool(address)
)

NEEDS: dict[str, tuple[Need, ...]] = {
    "google-scholar": (TITLE, AUTHOR, DATE),  # "Inclusion Guidelines for Webmasters", Indexing guidelines
    "crossref": (
        TITLE,
        DATE,
        JOURNAL,
        ISSN,
        DOI,
        ADDRESS,
    ),  # 5.3.1; and "Journals and articles", for title or ISSN
    "doaj": (TITLE, AUTHOR, DATE, JOURNAL, ISSN, ADDRESS),  # "Article XML", required elements
    "dublin-core": (
        TITLE,
        DATE,
        ADDRESS,
    ),  # OAI-PMH 2.0 asks for none of its elements; without these, it names nothing
    "jats": (TITLE, JOURNAL, ISSN, DATE),  # JATS 1.3 Publishing: journal-meta; JATS4R, "Publication date"
}
"""Who asks → for what."""


def lacks(who: str, article: Article, address: str) -> tuple[str, ...]:
    """Return what *article*, whose page has this *address*, lacks for *who*, in words."""
    return tuple(need.what for need in NEEDS[who] if not need.is_met(article, address))


def is_in_a_journal(article: Article) -> bool:
    """Say if *article* appears in a journal, so that what agencies ask for concerns it."""
    return bool(article.journal or article.issn or article.doi or article.volume or article.issue)
