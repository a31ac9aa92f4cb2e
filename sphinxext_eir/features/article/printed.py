"""The head of an article, and the foot of its first page, as the PDFs of a journal have them (``eir_article_layout = "journal"``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...core.languages import language_of, words_in
from ...core.nodes import eir_standfirst
from ...text.bylines import joined, localised
from ...text.languages import comma
from .journal import BETWEEN, foot_of, in_a_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

    from ...core.nodes import eir_article
    from ...text.article import Article


def printed(env: BuildEnvironment, article: eir_article, record: Article) -> Iterator[nodes.Node]:
    """Yield the head under the title of a PDF, and the foot of its first page. What stands over the title is the template's.

    Subtitle, authors, dates, address of the original, abstract with keywords. A standfirst is the abstract.
    """
    if record.subtitle:
        yield nodes.paragraph("", record.subtitle, classes=["eir-subtitle"], translatable=False)
    for author in record.authors:
        yield nodes.paragraph("", author.name, classes=["eir-author"], translatable=False)
        affiliation = [nodes.Text(author.affiliation)] if author.affiliation else []
        orcid = [nodes.reference("", author.orcid, refuri=author.orcid)] if author.orcid else []
        if line := in_a_line([part] for part in (*affiliation, *orcid)):
            yield nodes.paragraph("", "", *line, classes=["eir-affiliation"], translatable=False)
    if dates := _dates_in_words(env, article, record):
        yield nodes.paragraph("", dates, classes=["eir-dates"], translatable=False)
    if record.canonical:
        link = nodes.reference("", record.canonical, refuri=record.canonical)
        yield nodes.paragraph("", "", link, classes=["eir-canonical"], translatable=False)
    yield from (child for child in article.children if not isinstance(child, eir_standfirst))
    if abstract := _abstract(env, article, record):
        yield abstract
    yield foot_of(env, article, record)


def _dates_in_words(env: BuildEnvironment, article: eir_article, record: Article) -> str:
    language = language_of(env, article["docname"])
    _ = words_in(language)
    names = joined([translator.name for translator in record.translators], language)
    said = [
        _("translated by {names}").format(names=names) if names else "",
        localised(record.date, language) if record.date else "",
        _("updated {date}").format(date=localised(record.updated, language)) if record.updated else "",
    ]
    return BETWEEN.join(words for words in said if words)


def _abstract(env: BuildEnvironment, article: eir_article, record: Article) -> nodes.container | None:
    """Return abstract and keywords, each with its name; nothing without either."""
    language = language_of(env, article["docname"])
    _ = words_in(language)
    parts: list[nodes.Node] = []
    for standfirst in article.children:
        if isinstance(standfirst, eir_standfirst):
            # TRANSLATORS: Over the summary that stands before the text of an article.
            label = nodes.paragraph("", _("Abstract"), classes=["eir-label"], translatable=False)
            parts += [label, *standfirst.children]
    if record.keywords:
        label = nodes.paragraph("", _("Keywords"), classes=["eir-label"], translatable=False)
        words = comma(language).join(record.keywords)
        parts += [label, nodes.paragraph("", words, classes=["eir-keywords"], translatable=False)]
    return nodes.container("", *parts, classes=["eir-abstract"]) if parts else None
