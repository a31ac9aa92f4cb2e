"""The Directory of Open Access Journals: its own XML of articles (doajArticles.xsd)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from ...text.language_codes import BIBLIOGRAPHIC
from .deposit import DepositBuilder, plain
from .jats_front import child

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...text.article import Article
    from .deposit import Deposit

MOST_KEYWORDS = 6
"""DOAJ takes no more."""


class DoajBuilder(DepositBuilder):
    """The builder ``eir-doaj``: ``doaj.xml``, to be uploaded by the publisher."""

    name = "eir-doaj"
    who = "doaj"
    file_name = "doaj.xml"
    epilog = "The file for DOAJ is in %(outdir)s."

    def roots_of(self, deposits: Sequence[Deposit]) -> dict[str, ET.Element]:
        """Return the records."""
        return {self.file_name: records(deposits)}


def records(deposits: Sequence[Deposit]) -> ET.Element:
    """Return the element ``records``, which tells of *deposits*."""
    root = ET.Element("records")
    for deposit in deposits:
        _record(root, deposit)
    return root


def _record(root: ET.Element, deposit: Deposit) -> None:
    """Append a record, in the order of the schema."""
    article = deposit.article
    record = child(root, "record")
    language = BIBLIOGRAPHIC.get(deposit.language.partition("-")[0], "")
    for tag, value in (
        ("language", language),
        ("publisher", article.publisher),
        ("journalTitle", article.journal),
        ("eissn", article.issn),
        ("publicationDate", str(article.date or "")),
        ("volume", article.volume),
        ("issue", article.issue),
        ("startPage", article.first_page),
        ("endPage", article.last_page),
        ("doi", article.doi),
        ("documentType", article.kind),
        ("title", article.whole_title),
    ):
        if value:
            child(record, tag, value)
    _authors(record, article)
    if deposit.abstract:
        child(record, "abstract", " ".join(" ".join(map(plain, deposit.abstract)).split()))
    child(record, "fullTextUrl", deposit.address, format="html")
    if article.keywords:
        keywords = child(record, "keywords")
        for word in article.keywords[:MOST_KEYWORDS]:
            child(keywords, "keyword", word)


def _authors(record: ET.Element, article: Article) -> None:
    """Append the authors, and the institutions that they refer to."""
    affiliations = list(dict.fromkeys(author.affiliation for author in article.authors if author.affiliation))
    authors = child(record, "authors")
    for author in article.authors:
        made = child(authors, "author")
        child(made, "name", author.name)
        if author.email:
            child(made, "email", author.email)
        if author.affiliation:
            child(made, "affiliationId", str(affiliations.index(author.affiliation) + 1))
        if author.orcid:
            child(made, "orcid_id", author.orcid)
    if affiliations:
        listed = child(record, "affiliationsList")
        for number, name in enumerate(affiliations, 1):
            child(listed, "affiliationName", name).set("affiliationId", str(number))
