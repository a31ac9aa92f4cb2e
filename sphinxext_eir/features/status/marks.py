"""What has become of an article: a draft, one that is to come, one that was corrected or retracted. Its page says so, plainly.

Who may list it is decided in :mod:`...core.publication`. Here its page is marked, kept from search engines and sitemaps, and written
again when its day has come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging

from ...core.dates import machine_readable
from ...core.domain import eir_domain
from ...core.languages import language_of, words_in
from ...core.nodes import eir_article
from ...core.outputs import BuilderTransform
from ...core.publication import is_kept_back, is_listed, is_to_come
from ...core.walks import find_all, find_blocks
from ...text.article import Article
from ...text.bylines import localised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ...text.article import Date

_logger = logging.getLogger(__name__)

NOT_SEARCHED = "nosearch"
"""The field of a document that keeps it out of Sphinx's search (Sphinx, "File-wide metadata")."""


class MarkArticle(BuilderTransform):
    """Puts a line before the head of an article that isn't simply published, and its corrections at the end of the head.

    Before the head is made of the placeholder (8).
    """

    default_priority = 7

    def run(self, **kwargs: Any) -> None:
        """Mark every article of the page, which may join several documents."""
        for article in find_blocks(self.document, eir_article):
            record = eir_domain(self.env).find(article["docname"], Article)
            if record is None:
                continue
            language = language_of(self.env, article["docname"])
            if line := list(self.mark(record, language)):
                mark = nodes.paragraph(
                    "", "", nodes.strong("", "", *line), classes=["eir-status"], translatable=False
                )
                article.parent.insert(article.parent.index(article), mark)
            if record.corrections:
                corrections = nodes.container(
                    "", *self.corrections(record, language), classes=["eir-corrections"]
                )
                article.append(corrections)

    def mark(self, record: Article, language: str) -> Iterator[nodes.Node]:
        """Yield the words of the mark in *language*; none for an article that is published."""
        _ = words_in(language)
        if record.status == "retracted":
            # TRANSLATORS: A mark over a scholarly article that its journal has withdrawn.
            yield nodes.Text(_("Retracted. This article has been withdrawn, and is kept for the record."))
        elif record.status == "draft":
            # TRANSLATORS: A mark over an article that isn't published yet.
            yield nodes.Text(_("Draft. This article has not been published."))
        elif record.date and is_to_come(self.env, record):
            # TRANSLATORS: A mark over an article. {date} may be a day, a month or a year alone.
            yield from self.dated(_("Not published yet. Date of publication: {date}."), record.date, language)

    def corrections(self, record: Article, language: str) -> Iterator[nodes.Element]:
        """Yield a paragraph for each correction, the oldest first."""
        _ = words_in(language)
        for correction in record.corrections:
            if correction.date:
                # TRANSLATORS: {date} is when an article was corrected, and {text} says in a sentence or two what was wrong.
                words = _("Correction, {date}: {text}").replace("{text}", correction.text)
                line = list(self.dated(words, correction.date, language))
            else:
                line = [nodes.Text(correction.text)]
            yield nodes.paragraph("", "", *line, translatable=False)

    def dated(self, words: str, date: Date, language: str) -> Iterator[nodes.Node]:
        """Yield *words* with *date* in the place of its name; on pages, machines can read it as well."""
        before, _placeholder, after = words.partition("{date}")
        html = self.builder.format == "html"
        shown = machine_readable(date, language) if html else nodes.Text(localised(date, language))
        yield from (node for node in (nodes.Text(before), shown, nodes.Text(after)) if node.astext())


def pages_to_mark(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the articles whose pages no longer say what has become of them; say which will appear, and when.

    What isn't listed is kept out of the site's own search and of the sitemap, too.
    """
    domain = eir_domain(env)
    digests = {}
    for docname, article in domain.find_all(Article):
        kept_back, listed = is_kept_back(env, article), is_listed(env, article)
        digests[docname] = f"{kept_back} {listed}"
        if kept_back:
            when = (
                f"will appear on {article.date}"
                if is_to_come(env, article) and article.status != "draft"
                else "is a draft"
            )
            _logger.info("%s: the article %s", docname, when)
        _keep_from_search(app, docname, listed=listed)
    return domain.rewrite(app, "publication", digests)


def _keep_from_search(app: Sphinx, docname: str, *, listed: bool) -> None:
    metadata = app.env.metadata[docname]
    if listed and metadata.get(NOT_SEARCHED) == OURS:
        del metadata[NOT_SEARCHED]
    elif not listed:
        metadata.setdefault(NOT_SEARCHED, OURS)
        if "sitemap_excludes" in app.config:  # of sphinx-sitemap
            app.config.sitemap_excludes = [*app.config.sitemap_excludes, app.builder.get_target_uri(docname)]


OURS = "eir"
"""The value of that field where it was put by us, and not by the author."""


def keep_from_search_engines(app: Sphinx, docname: str, context: dict[str, Any]) -> None:
    """Ask search engines to leave out what isn't published."""
    article = eir_domain(app.env).find(docname, Article)
    if article and is_kept_back(app.env, article) and app.builder.name != "epub":
        context["metatags"] = f'{context.get("metatags", "")}\n<meta name="robots" content="noindex">'


def keep_from_book(app: Sphinx, builder: Builder) -> None:
    """Keep what isn't published out of an e-book, unless the author put it into the contents."""
    if builder.name == "epub":
        unlisted = [f"{docname}.xhtml" for docname in _not_in_book(app.env)]
        app.config.epub_exclude_files = [*app.config.epub_exclude_files, *unlisted]


def _not_in_book(env: BuildEnvironment) -> list[str]:
    """Return the articles that an e-book doesn't have."""
    named = {name for names in env.toctree_includes.values() for name in names}
    return [
        docname
        for docname, article in eir_domain(env).find_all(Article)
        if docname not in named and not is_listed(env, article)
    ]


class UnlinkFromBook(BuilderTransform):
    """Takes out the links to articles that an e-book doesn't have. Their words stay.

    After Sphinx has resolved them (10).
    """

    default_priority = 90

    def run(self, **kwargs: Any) -> None:
        """Say so for each article that the document leads to."""
        here = self.env.current_document.docname
        absent = eir_domain(self.env).derived("not in book", lambda: _not_in_book(self.env))
        addresses = {
            self.builder.get_relative_uri(here, docname): docname for docname in absent if docname != here
        }
        found = []
        for link in find_all(self.document, nodes.reference) if addresses else ():
            if docname := addresses.get(link.get("refuri", "").partition("#")[0]):
                link.parent.replace(link, link.children)
                found.append(docname)
        for docname in dict.fromkeys(found):
            _logger.info("%s: the e-book has no link to %s, which isn't published yet", here, docname)
