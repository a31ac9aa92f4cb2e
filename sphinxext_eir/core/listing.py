"""Articles as pages list them: their titles, descriptions and order, and the nodes of a list."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.util.nodes import clean_astext

from ..text.article import Article, Description
from ..text.bylines import joined, localised
from ..text.languages import comma, joints
from .dates import machine_readable
from .domain import eir_domain
from .kinds import name_of_kind
from .languages import isolated, language_of
from .publication import name_of_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

Listed = tuple[str, Article]
"""A docname and its article."""


def alphabetical(words: str) -> str:
    """Return the sorting key of *words*: capitals and accents count only where words are the same without them."""
    if words.isascii():
        return f"{words.casefold()}\0{words}"
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
    if not article.title:
        return docname
    return eir_domain(env).derived(("title", docname), lambda: _in_a_line(env.titles[docname]))


def _in_a_line(title: nodes.title) -> str:
    """Return the words of *title*. What Sphinx copies, to take pictures out, is mostly text alone."""
    is_text = all(isinstance(node, nodes.Text) for node in title)
    return " ".join((title.astext() if is_text else clean_astext(title)).split())


def description_of(env: BuildEnvironment, docname: str, article: Article) -> str:
    """Return what *article* is about: its description or, without one, its abstract or the beginning of its text."""
    derived = eir_domain(env).find(docname, Description)
    return article.description or (derived.text if derived else "")


def image_of(env: BuildEnvironment, docname: str, article: Article) -> str:
    """Return the picture of *article*: its URL, or its path in the project if it is there."""
    derived = eir_domain(env).find(docname, Description)
    return article.image if "://" in article.image else derived.image if derived else ""


def newest_first(articles: Iterable[Listed]) -> list[Listed]:
    """Return *articles* in order of their dates, those without a date last; of the same date, in order of their titles."""
    ordered = sorted(articles, key=lambda listed: (alphabetical(listed[1].title), listed[0]))
    ordered.sort(key=day_of, reverse=True)
    return ordered


def shown(env: BuildEnvironment, docname: str, article: Article) -> tuple[str, ...]:
    """Return the words that a list shows of *article*."""
    return eir_domain(env).derived(("shown", docname), lambda: _shown(env, docname, article))


def _shown(env: BuildEnvironment, docname: str, article: Article) -> tuple[str, ...]:
    return (
        docname,
        title_of(env, docname, article),
        joined([author.name for author in article.authors], env.config.language),
        str(article.date),
        description_of(env, docname, article),
        article.kind,
        name_of_status(env, article, env.config.language),
        image_of(env, docname, article),
    )


def linked(builder: Builder, here: str, docname: str, title: str) -> nodes.Node:
    """Return the *title* of an article, linked from *here* where the output has the article."""
    try:
        uri = builder.get_relative_uri(here, docname)
    except NoUri:  # a PDF or a manual that has other documents in it
        uri = ""
    if not uri:  # builders of plain text have no addresses
        return nodes.Text(title)
    return nodes.reference("", title, refuri=uri, internal=True)


class ListsArticles:
    """What makes the list of articles on the page ``here``."""

    builder: Builder
    spoken: str
    """The language of the page."""
    machine_readable = False
    """Whether machines, too, read the dates, as they can in HTML."""

    @property
    def here(self) -> str:
        """The name of the page."""
        raise NotImplementedError

    def listed(self, chosen: list[Listed]) -> nodes.Element:
        """Return the list of *chosen* articles."""
        items = (nodes.list_item("", *self.parts(*listed)) for listed in chosen)
        return nodes.bullet_list("", *items, classes=["eir-article-list"], bullet="-")

    def parts(self, docname: str, article: Article) -> Iterator[nodes.Element]:
        """Yield what has become of it, kind, title, byline and description, as far as the article has them."""
        if status := name_of_status(self.builder.env, article, self.spoken):
            yield nodes.paragraph(
                "", "", nodes.strong("", status), classes=["eir-status"], translatable=False
            )
        if kind := name_of_kind(article.kind, self.spoken):
            yield nodes.paragraph("", kind, classes=["eir-kind"], translatable=False)
        yield nodes.paragraph("", "", self.link(docname, article), classes=["eir-title"], translatable=False)
        names = [author.name for author in article.authors]
        byline: list[nodes.Node] = []
        for separator, name in zip(joints(names, self.spoken), names, strict=True):
            byline += [nodes.Text(separator), self.name(name)] if separator else [self.name(name)]
        if article.date:
            byline += [*([nodes.Text(comma(self.spoken))] if byline else []), self.date(article)]
        if byline:
            yield nodes.paragraph("", "", *byline, classes=["eir-byline"], translatable=False)
        if description := description_of(self.builder.env, docname, article):
            yield nodes.paragraph("", description, translatable=False)

    def link(self, docname: str, article: Article) -> nodes.Node:
        """Return the title, linked to the article where the output has it."""
        return linked(self.builder, self.here, docname, title_of(self.builder.env, docname, article))

    def name(self, words: str) -> nodes.Node:
        """Return the name of an author; in HTML set apart where its direction, or the line's, isn't from left to right."""
        return isolated(words, self.spoken) if self.machine_readable else nodes.Text(words)

    def date(self, article: Article) -> nodes.Node:
        """Return the date as readers of the page know it, and machines where they can read it."""
        assert article.date
        if self.machine_readable:
            return machine_readable(article.date, self.spoken)
        return nodes.Text(localised(article.date, self.spoken))


class ListOnPage(ListsArticles):
    """The list on a page of HTML that no document makes."""

    machine_readable = True

    def __init__(self, builder: Builder, page: str) -> None:
        self.builder = builder
        self.spoken = language_of(builder.env, page)
        self._page = page

    @property
    def here(self) -> str:
        """The name of the page."""
        return self._page
