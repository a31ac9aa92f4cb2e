"""The lines that close a student's essay, as E-IR prints them: who wrote it, where, for whom, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...core.languages import words_in
from ...core.outputs import section_of
from ...text.bylines import joined, localised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.nodes import eir_article
    from ...text.article import Article


def place_colophon(article: eir_article, record: Article, language: str) -> None:
    """Put the lines last into the section of *article*, if its front matter says for whom or when it was written."""
    if record.written_for or record.date_written:
        around: nodes.Element = section_of(article) or article.parent
        lines = [nodes.line("", words) for words in lines_of(record, language)]
        around += nodes.line_block("", *lines, classes=["eir-written"], translatable=False)


def lines_of(record: Article, language: str) -> Iterator[str]:
    """Yield the lines in words of *language*; what the record doesn't say has none."""
    _ = words_in(language)
    institutions = dict.fromkeys(author.affiliation for author in record.authors if author.affiliation)
    if record.authors:
        # TRANSLATORS: One author or several, of any gender. This line and the next three close a student's essay.
        names = joined([author.name for author in record.authors], language)
        yield _("Written by: {names}").format(names=names)
    if institutions:
        # TRANSLATORS: A university, or several.
        yield _("Written at: {institutions}").format(institutions=joined(list(institutions), language))
    if record.written_for:
        # TRANSLATORS: A teacher, or a course.
        yield _("Written for: {reader}").format(reader=record.written_for)
    if record.date_written:
        # TRANSLATORS: {date} may be a day, a month or a year alone.
        yield _("Date written: {date}").format(date=localised(record.date_written, language))
