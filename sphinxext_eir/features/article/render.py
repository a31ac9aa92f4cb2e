"""The head of an article in its final form, for each kind of builder, when a page is resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import clean_astext

from ...core.dates import machine_readable
from ...core.domain import eir_domain
from ...core.kinds import name_of_kind
from ...core.languages import isolated, language_of, words_in
from ...core.nodes import eir_article, eir_header, eir_pull_quote, eir_running_head, eir_standfirst
from ...core.outputs import PDF, BuilderTransform, section_of
from ...core.page_urls import has_pdf, pdf_link
from ...core.people import address_of
from ...core.walks import find_blocks
from ...text.article import Article
from ...text.bylines import joined, localised
from ...text.languages import OPENING_MARKS, comma, in_capitals, joints
from .book import lift_articles
from .colophon import place_colophon
from .journal import composed, identifiers, in_a_line, place_foot, place_kicker
from .kicker import JOURNAL
from .printed import printed
from .versions import lines_of_versions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from ...text.article import Author, Date


def link_original(app: Sphinx, docname: str, context: dict[str, Any]) -> None:
    """Make the original the page's canonical link: Sphinx writes the one link, from ``pageurl``."""
    record = eir_domain(app.env).find(docname, Article)
    if record and record.canonical:
        context["pageurl"] = record.canonical


class PlaceHead(SphinxPostTransform):
    """Puts the head of an article, of stock nodes alone, in the place of its placeholder."""

    default_priority = 8

    spoken: str
    """The language of the article whose head is made."""

    def run(self, **kwargs: Any) -> None:
        """Replace every placeholder of the page, which may join several documents."""
        for article in find_blocks(self.document, eir_article):
            record = eir_domain(self.env).find(article["docname"], Article) or Article(title="")
            self.spoken = language_of(self.env, article["docname"])
            place_colophon(article, record, self.spoken)
            # Links to the directive lead to its head.
            target = [nodes.target("", "", ids=article["ids"])] if article["ids"] else []
            article.parent.replace(article, [*target, *self.head(record, article)])

    def head(self, record: Article, article: eir_article) -> list[nodes.Node]:
        """Return canonical URL, byline, disclaimer and standfirst, as far as the article has them."""
        return [
            *self.lines(record),
            *(
                nodes.block_quote("", *child.children) if isinstance(child, eir_standfirst) else child
                for child in article.children
            ),
        ]

    def lines(self, record: Article) -> Iterator[nodes.Element]:
        """Yield the paragraphs that are made of the record: canonical URL and byline."""
        if record.subtitle:
            yield nodes.paragraph("", record.subtitle, classes=["eir-subtitle"], translatable=False)
        if record.canonical:
            link = nodes.reference("", record.canonical, refuri=record.canonical, name=record.canonical)
            yield nodes.paragraph("", "", link, classes=["eir-canonical"], translatable=False)
        if byline := self.byline(record):
            yield nodes.paragraph("", "", *byline, classes=["eir-byline"], translatable=False)
        if self.config.eir_article_layout == JOURNAL:
            yield from self.particulars(record)

    def particulars(self, record: Article) -> Iterator[nodes.Element]:
        """Yield what the layout of journals says more: kind, DOI and licence, in a line."""
        known = identifiers(record._replace(canonical=""))
        name = name_of_kind(record.kind, self.spoken)
        kind = [nodes.Text(name)] if name else []
        if line := in_a_line([part] for part in (*kind, *known)):
            yield nodes.paragraph("", "", *line, classes=["eir-identifiers"], translatable=False)

    def byline(self, record: Article) -> list[nodes.Node]:
        """Return ``ABIT HOXHA, MAY 12 2012`` as inline nodes."""
        _ = words_in(self.spoken)
        line: list[nodes.Node] = []
        for separator, author in self.authors(record):
            name = self.name(author.name)
            if address := self.address(author):
                name = nodes.reference("", "", name, refuri=address, name=name.astext())
            line += [self.text(separator), name]
            if author.affiliation:
                line.append(self.text(f" ({author.affiliation})"))
        if record.translators:
            names = joined([translator.name for translator in record.translators], self.spoken)
            # TRANSLATORS: In a byline, after the authors. One translator or several, of any gender.
            words = _("translated by {names}").format(names=names)
            line.append(self.text(f"{comma(self.spoken) if line else ''}{words}"))
        # TRANSLATORS: {date} may be a day, a month or a year alone: "March 1 2024", "March 2024", "2024".
        for words, date in (("{date}", record.date), (_("updated {date}"), record.updated)):
            if date:
                before, _placeholder, after = words.partition("{date}")
                line.append(self.text(comma(self.spoken) if line else ""))
                line += [self.text(before), self.date(date), self.text(after)]
        return [node for node in line if node.astext()]

    def authors(self, record: Article) -> Iterator[tuple[str, Author]]:
        """Yield the authors, each with the separator before it."""
        names = [author.name for author in record.authors]
        yield from zip(joints(names, self.spoken), record.authors, strict=True)

    def address(self, author: Author) -> str:
        """Return where the name of *author* leads: to the record of ORCID, if there is one."""
        return author.orcid

    def text(self, words: str) -> nodes.Text:
        """Return *words* in capitals, as in E-IR's bylines; in HTML, the style sheet sets the capitals."""
        return nodes.Text(in_capitals(words, self.spoken))

    def name(self, words: str) -> nodes.Node:
        """Return the name of an author."""
        return self.text(words)

    def date(self, date: Date) -> nodes.Node:
        """Return *date* as readers of the article's language know it."""
        return self.text(localised(date, self.spoken))


class PlaceHeadInEpub(BuilderTransform, PlaceHead):
    """The same in EPUB: in capitals by the style sheet, without a notice."""

    def head(self, record: Article, article: eir_article) -> list[nodes.Node]:
        """Return one header with everything in it."""
        self.open_text(article)
        if self.config.eir_article_layout == JOURNAL:
            place_kicker(self.builder, article, record)
            parts = [*self.notices(record), *composed(self.builder, article, record)]
        else:
            versions = lines_of_versions(self.builder, article["docname"], record)
            parts = [*self.notices(record), *self.lines(record), *versions, *article.children]
        return [eir_header("", *parts, classes=article["classes"])] if parts else []

    def notices(self, record: Article) -> Iterator[nodes.Element]:
        """Yield what stands first. Here it is nothing."""
        yield from ()

    def open_text(self, article: eir_article) -> None:
        """Mark the paragraph that the text begins with, as ``eir_opening`` says."""
        after = article.parent.children[article.parent.index(article) + 1 :]
        text = [node for node in after if not isinstance(node, (nodes.Invisible, eir_pull_quote))]
        if self.config.eir_opening != "plain" and text and isinstance(text[0], nodes.paragraph):
            text[0]["classes"].append(f"eir-{self.config.eir_opening}")
            if text[0].astext().startswith(OPENING_MARKS):
                text[0]["classes"].append("eir-hung")

    def text(self, words: str) -> nodes.Text:
        """Return *words* as they are."""
        return nodes.Text(words)

    def name(self, words: str) -> nodes.Node:
        """Return the name of an author, set apart where its direction, or the line's, isn't from left to right."""
        return isolated(words, self.spoken)

    def date(self, date: Date) -> nodes.Node:
        """Return *date*, which machines can read as well."""
        return machine_readable(date, self.spoken)


class PlaceHeadInHtml(PlaceHeadInEpub):
    """The same on a page, with the notice for printed copies, and a link to the PDF."""

    def head(self, record: Article, article: eir_article) -> list[nodes.Node]:
        """Return the head with a link to the PDF under its lines, if there is one."""
        if self.config.eir_article_layout == JOURNAL:
            place_foot(self.env, article, record)
        elif has_pdf(self.builder, article["docname"]):
            link = nodes.reference(
                "", "PDF", refuri=pdf_link(self.builder, article["docname"]), internal=True
            )
            article.insert(
                0, nodes.paragraph("", "", link, classes=["eir-pdf", "no-search"], translatable=False)
            )
        return super().head(record, article)

    def address(self, author: Author) -> str:
        """Return the address of the page of *author*, or that of the record of ORCID."""
        return address_of(self.builder, self.env.current_document.docname, author) or author.orcid

    def notices(self, record: Article) -> Iterator[nodes.Element]:
        """Yield the notice, as on E-IR's reference copies."""
        _ = words_in(self.spoken)
        notice = notice_of(
            record,
            _(
                "This copy is for reference only and may contain conversion errors. "
                "For all formal use please refer to the official version, as linked below."
            ),
        )
        if notice:
            yield nodes.paragraph("", notice, classes=["eir-notice", "no-search"], translatable=False)


class PlaceHeadInLatex(PlaceHead):
    """The same in LaTeX, where running heads go around the article's section."""

    def run(self, **kwargs: Any) -> None:
        """Lift and wrap the sections first, as long as placeholders are there that say whose head they are."""
        lift_articles(self.document, in_parts=self.config.latex_toplevel_sectioning == "part")
        for article in find_blocks(self.document, eir_article):
            record = eir_domain(self.env).find(article["docname"], Article)
            section = section_of(article)
            if record and section:
                self.spoken = language_of(self.env, article["docname"])
                self.wrap(section, record)
        super().run(**kwargs)

    def wrap(self, section: nodes.section, record: Article) -> None:
        """Put *section* into its running heads."""
        _ = words_in(self.spoken)
        title = " ".join(clean_astext(cast("nodes.title", section[0])).split())
        authors = joined([author.name for author in record.authors], self.spoken)
        heads = eir_running_head(
            title=record.short_title or title,
            # TRANSLATORS: One author or several, of any gender.
            written_by=_("Written by {authors}").format(authors=authors) if authors else "",
            # TRANSLATORS: "Page 2/7", at the foot of a page.
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


class PlaceHeadInFiles(BuilderTransform, PlaceHeadInLatex):
    """The same in files of articles; a PDF in the layout of journals has the head of a journal's page."""

    def head(self, record: Article, article: eir_article) -> list[nodes.Node]:
        """Return the head of the layout."""
        if self.builder.name == PDF and self.config.eir_article_layout == JOURNAL:
            return list(printed(self.env, article, record))
        return super().head(record, article)


def notice_of(record: Article, default: str) -> str:
    """Return the notice of a reference copy: the author's own, or *default* if there is an original to refer to."""
    if record.notice.lower() == "none":
        return ""
    return record.notice or (default if record.canonical else "")
