"""The record → the head of the article in its final form, for each kind of builder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import babel.dates
from docutils import nodes
from sphinx.locale import get_translation
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import clean_astext

from ..domain import eir_domain
from ..frontmatter import Article, Date
from ..languages import locale_of
from ..outputs import section_of
from .nodes import eir_article, eir_date, eir_header, eir_running_head, eir_standfirst

if TYPE_CHECKING:
    from collections.abc import Iterator

_ = get_translation("sphinxext_eir")


class PlaceHead(SphinxPostTransform):
    """Puts the head of an article, of stock nodes alone, in the place of its placeholder."""

    default_priority = 8

    def run(self, **kwargs: Any) -> None:  # noqa: ARG002 - Sphinx's signature
        """Replace every placeholder of the page, which may join several documents."""
        for article in list(self.document.findall(eir_article)):
            record = eir_domain(self.env).find(article["docname"], Article) or Article(title="")
            # What refers to the directive finds its head.
            target = [nodes.target("", "", ids=article["ids"])] if article["ids"] else []
            article.parent.replace(article, [*target, *self.head(record, article)])

    def head(self, record: Article, article: eir_article) -> list[nodes.Node]:
        """Return canonical URL, byline, disclaimer and standfirst, as far as they are there."""
        return [
            *self.lines(record),
            *(
                nodes.block_quote("", *child.children) if isinstance(child, eir_standfirst) else child
                for child in article.children
            ),
        ]

    def lines(self, record: Article) -> Iterator[nodes.Element]:
        """Yield the paragraphs that the record makes."""
        if record.canonical:
            link = nodes.reference("", record.canonical, refuri=record.canonical)
            yield nodes.paragraph("", "", link, classes=["eir-canonical"], translatable=False)
        if byline := self.byline(record):
            yield nodes.paragraph("", "", *byline, classes=["eir-byline"], translatable=False)

    def byline(self, record: Article) -> list[nodes.Node]:
        """Return ``ABIT HOXHA, MAY 12 2012`` as inline nodes."""
        line: list[nodes.Node] = []
        for separator, author in zip(separators(len(record.authors)), record.authors, strict=True):
            name: nodes.Node = self.text(author.name)
            if author.orcid:
                name = nodes.reference("", "", name, refuri=author.orcid)
            line += [self.text(separator), name]
            if author.affiliation:
                line.append(self.text(f" ({author.affiliation})"))
        for words, date in (("", record.date), (f"{_('updated')} ", record.updated)):
            if date:
                line += [self.text(", " if line else ""), self.text(words), self.date(date)]
        return [node for node in line if node.astext()]

    def text(self, words: str) -> nodes.Text:
        """Return *words* in capitals, in which E-IR sets its bylines: only HTML has a style sheet to do so."""
        return nodes.Text(words.upper())

    def date(self, date: Date) -> nodes.Node:
        """Return *date* as readers of the project's language know it."""
        return self.text(localised(date, self.config.language))


class PlaceHeadInEpub(PlaceHead):
    """The same in EPUB: in capitals by the style sheet, without a notice."""

    def head(self, record: Article, article: eir_article) -> list[nodes.Node]:
        """Return one header with everything in it."""
        parts = [*self.lines(record), *article.children]
        return [eir_header("", *parts, classes=article["classes"])] if parts else []

    def text(self, words: str) -> nodes.Text:
        """Return *words* as they are."""
        return nodes.Text(words)

    def date(self, date: Date) -> nodes.Node:
        """Return *date*, readable by machines too."""
        words = localised(date, self.config.language)
        return eir_date(words, words, datetime=str(date))


class PlaceHeadInHtml(PlaceHeadInEpub):
    """The same on a page, with the notice for its printed copies."""

    def lines(self, record: Article) -> Iterator[nodes.Element]:
        """Yield the notice first, as on E-IR's reference copies."""
        notice = notice_of(
            record,
            _(
                "This copy is for reference only and may contain conversion errors. "
                "For all formal use please refer to the official version, as linked below."
            ),
        )
        if notice:
            yield nodes.paragraph("", notice, classes=["eir-notice", "no-search"], translatable=False)
        yield from super().lines(record)


class PlaceHeadInLatex(PlaceHead):
    """The same in LaTeX, where running heads go around the article's section."""

    def run(self, **kwargs: Any) -> None:
        """Wrap the sections first: a replaced placeholder doesn't tell any more whose head it was."""
        for article in self.document.findall(eir_article):
            record = eir_domain(self.env).find(article["docname"], Article)
            section = section_of(article)
            if record and section:
                self.wrap(section, record)
        super().run(**kwargs)

    def wrap(self, section: nodes.section, record: Article) -> None:
        """Put *section* in its running heads."""
        names = zip(separators(len(record.authors)), record.authors, strict=True)
        authors = "".join(f"{separator}{author.name}" for separator, author in names)
        heads = eir_running_head(
            title=record.short_title or " ".join(clean_astext(cast("nodes.title", section[0])).split()),
            written_by=_("Written by {authors}").format(authors=authors) if authors else "",
            page=_("Page"),
            notice=notice_of(
                record,
                _(
                    "This PDF is auto-generated for reference only. As such, it may contain some conversion errors "
                    "and/or missing information. For all formal use please refer to the official version on the "
                    "website, as linked below."
                ),
            ),
        )
        section.parent.replace(section, heads)
        heads += section

    def head(self, record: Article, article: eir_article) -> list[nodes.Node]:
        """Return the parts with the standfirst as it is: ``eir.sty`` sets it."""
        return [*self.lines(record), *article.children]

    def byline(self, record: Article) -> list[nodes.Node]:
        """Return the byline in one inline node, which ``eir.sty`` sets by its class."""
        line = super().byline(record)
        return [nodes.inline("", "", *line, classes=["eir-byline"])] if line else []


def separators(count: int) -> list[str]:
    """Return what stands before each of *count* names: ``A``, ``, B``, `` and C``."""
    if count < 2:  # noqa: PLR2004 - one name stands alone
        return [""] * count
    return ["", *[", "] * (count - 2), f" {_('and')} "]


def notice_of(record: Article, default: str) -> str:
    """Return the reference-copy notice: the author's own, or *default* where there is an original to refer to."""
    if record.notice.lower() == "none":
        return ""
    return record.notice or (default if record.canonical else "")


def localised(date: Date, language: str) -> str:
    """Return *date* in words: ``May 12 2012`` in English, as E-IR writes it; elsewhere in Unicode CLDR's long form."""
    locale = locale_of(language)
    if date.month is None:
        return str(date.year)
    if date.day is None:
        return babel.dates.format_skeleton("yMMMM", date.first_day(), locale=locale)
    pattern = "MMMM d yyyy" if locale.language == "en" else "long"
    return babel.dates.format_date(date.first_day(), pattern, locale=locale)
