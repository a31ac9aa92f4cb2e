"""The contents of an issue, for every builder, and the neighbours of its articles (HTML), when a page is resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from ...core.dates import machine_readable
from ...core.domain import eir_domain
from ...core.issues import articles_of, issue_of, name_of, neighbours, pdfs_of, sections_of
from ...core.kinds import name_of_kinds
from ...core.languages import language_of, words_in
from ...core.listing import ListsArticles, title_of
from ...core.nodes import eir_formats, eir_issue, eir_issue_opening
from ...core.outputs import BuilderTransform
from ...core.page_urls import has_issue_pdf, pdf_link
from ...core.publication import name_of_status
from ...core.sections import ancestors_of
from ...core.walks import find_blocks
from ...text.article import Article
from ...text.bylines import joined, localised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.issues import Issue
    from ...core.listing import Listed


class PlaceIssues(ListsArticles, BuilderTransform):
    """Puts the contents of an issue in the place of each placeholder."""

    default_priority = 8

    @property
    def here(self) -> str:
        """The document that is resolved."""
        return self.env.current_document.docname

    def run(self, **kwargs: Any) -> None:
        """Replace every placeholder of the page, which may join several documents."""
        for placeholder in find_blocks(self.document, eir_issue):
            self.spoken = language_of(self.env, placeholder["docname"])
            level = 1 + sum(isinstance(node, nodes.section) for node in ancestors_of(placeholder))
            target = [nodes.target("", "", ids=placeholder["ids"])] if placeholder["ids"] else []
            contents = self.contents(articles_of(self.env, placeholder["issue"]), level)
            parts = [*self.head(placeholder["issue"]), *self.opening(placeholder), *contents]
            placeholder.parent.replace(
                placeholder, [*target, nodes.container("", *parts, classes=["eir-issue"])]
            )

    def opening(self, placeholder: eir_issue) -> list[nodes.Node]:
        """Return the cover and the words before the contents."""
        return placeholder.children

    def head(self, issue: Issue) -> Iterator[nodes.Element]:
        """Yield the name of the issue, its title and its date."""
        line: list[nodes.Node] = [nodes.strong("", name_of(issue, self.spoken))]
        if issue.title:
            line += [nodes.Text(": "), nodes.emphasis("", issue.title)]
        if issue.date:
            words = localised(issue.date, self.spoken)
            html = self.builder.format == "html"
            line += [
                nodes.Text(", "),
                machine_readable(issue.date, self.spoken) if html else nodes.Text(words),
            ]
        yield nodes.paragraph("", "", *line, classes=["eir-issue-name"], translatable=False)

    def contents(self, articles: list[Listed], level: int) -> Iterator[nodes.Element]:
        """Yield the articles by kind, with a heading for each if there are several. The first article's kind is the first."""
        sections = list(sections_of(articles))
        for kind, found in sections:
            if len(sections) > 1:
                heading = {"heading-level": level}
                yield nodes.rubric(
                    "", name_of_kinds(kind, self.spoken), classes=["eir-issue-section"], **heading
                )
            yield self.listed(found)

    def parts(self, docname: str, article: Article) -> Iterator[nodes.Element]:
        """Yield what has become of it, title, authors and pages."""
        if status := name_of_status(self.env, article, self.spoken):
            yield nodes.paragraph(
                "", "", nodes.strong("", status), classes=["eir-status"], translatable=False
            )
        yield nodes.paragraph("", "", self.link(docname, article), classes=["eir-title"], translatable=False)
        names = joined([author.name for author in article.authors], self.spoken)
        pages = ""
        if article.pages:
            _ = words_in(self.spoken)
            # TRANSLATORS: After the authors, in the contents of an issue: "Jane Doe, pages 12-19".
            pages = _("pages {pages}").format(pages=article.pages)
        if names or pages:
            line = ", ".join(part for part in (names, pages) if part)
            yield nodes.paragraph("", line, classes=["eir-byline"], translatable=False)


class PlaceIssuesInPdf(PlaceIssues):
    """The same for PDFs of articles, and of issues, which take the opening out."""

    def opening(self, placeholder: eir_issue) -> list[nodes.Node]:
        """Return it as a part of its own."""
        return [eir_issue_opening("", *placeholder.children)]


class PlaceIssuesInHtml(PlaceIssues):
    """The same on pages, with a link to the PDF of the issue, if there is one."""

    def run(self, **kwargs: Any) -> None:
        """Find the PDFs of the page, and do the same."""
        self._number = 0
        super().run(**kwargs)

    def opening(self, placeholder: eir_issue) -> list[nodes.Node]:
        """Return the same behind the link, in a menu of formats or in a line, as articles have it."""
        number, self._number = self._number, self._number + 1
        docname = placeholder["docname"]
        pdf = next((pdf for pdf in pdfs_of(self.env, docname) if pdf.number == number), None)
        if pdf is None or not has_issue_pdf(self.builder, pdf.name):
            return super().opening(placeholder)
        link = nodes.reference("", "PDF", refuri=pdf_link(self.builder, docname, pdf.name), internal=True)
        if self.config.eir_article_layout != "journal":
            line = nodes.paragraph("", "", link, classes=["eir-pdf", "no-search"], translatable=False)
            return [line, *placeholder.children]
        _ = words_in(self.spoken)
        # TRANSLATORS: What a screen reader calls the list of an article's files: PDF, BibTeX …
        item = nodes.list_item("", nodes.paragraph("", "", link, translatable=False))
        return [eir_formats("", item, label=_("Formats"), classes=["no-search"]), *placeholder.children]


class PlaceNeighbours(BuilderTransform):
    """Puts the way to the articles before and after, and to the contents of the issue, at the end of an article.

    After notes (60) and the foot (70) have their places.
    """

    default_priority = 75

    def run(self, **kwargs: Any) -> None:
        """Add a line for each."""
        docname = self.env.current_document.docname
        article = eir_domain(self.env).find(docname, Article)
        found = issue_of(self.env, article) if article else None
        section = next(iter(find_blocks(self.document, nodes.section)), None)
        if found is None or section is None:
            return
        page, issue = found
        language = language_of(self.env, docname)
        _ = words_in(language)
        before, after = neighbours(self.env, docname, issue)
        lines = [self.line("{title}", page, name_of(issue, language))]
        # TRANSLATORS: Under an article: the article before it, and the one after it, in the same issue.
        for words, listed in ((_("Previous: {title}"), before), (_("Next: {title}"), after)):
            if listed:
                lines.append(self.line(words, listed[0], title_of(self.env, *listed)))
        section += nodes.container("", *lines, classes=["eir-neighbours", "no-search"])

    def line(self, words: str, docname: str, title: str) -> nodes.paragraph:
        """Return *words* with the *title* of *docname*, linked to it."""
        before, _placeholder, after = words.partition("{title}")
        address = self.builder.get_relative_uri(self.env.current_document.docname, docname)
        link = nodes.reference("", title, refuri=address, internal=True)
        shown = [part for part in (nodes.Text(before), link, nodes.Text(after)) if part.astext()]
        return nodes.paragraph("", "", *shown, translatable=False)
