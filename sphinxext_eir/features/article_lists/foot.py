"""What lists add to the foot of an article: its keywords, linked where a list has one, and related articles."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from docutils import nodes

from ...core.domain import eir_domain
from ...core.languages import language_of, words_in
from ...core.listing import shown
from ...core.nodes import eir_foot
from ...core.subjects import pages_of_subjects, subject_of
from ...core.walks import find_blocks
from ...text.article import Article
from .choice import Lists
from .related import related, traits_of
from .render import PlaceListsInEpub

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


class FillFoot(PlaceListsInEpub):
    """Puts keywords first into each foot, and related articles last (HTML)."""

    default_priority = 70

    def run(self, **kwargs: Any) -> None:
        """Fill the feet of the page, which may join several documents."""
        for foot in find_blocks(self.document, eir_foot):
            docname = foot["docname"]
            self.spoken = language_of(self.env, docname)
            article = eir_domain(self.env).find(docname, Article)
            if article and article.keywords:
                foot.insert(0, self.keywords(docname, article))
            if near := self.related(docname):
                foot.append(near)

    def keywords(self, docname: str, article: Article) -> nodes.Element:
        """Return the keywords, each a link to the first page that lists the articles of that subject."""
        pages = pages_of_keywords(self.builder)
        items = []
        for keyword in article.keywords:
            word: nodes.Node = nodes.Text(keyword)
            page = page_of(keyword, pages) or docname
            if page != docname:
                address = self.builder.get_relative_uri(docname, page)
                word = nodes.reference("", keyword, refuri=address, internal=True)
            items.append(nodes.list_item("", nodes.paragraph("", "", word, translatable=False)))
        listed = nodes.bullet_list("", *items, bullet="-")
        _ = words_in(self.spoken)
        return nodes.container("", self.label(_("Keywords")), listed, classes=["eir-keywords"])

    def related(self, docname: str) -> nodes.Element | None:
        """Return the list of related articles, without their descriptions; nothing without any."""
        domain = eir_domain(self.env)
        found = [(name, domain.find(name, Article)) for name in domain.related.get(docname, ())]
        chosen = [(name, article) for name, article in found if article]
        if not chosen:
            return None
        _ = words_in(self.spoken)
        return nodes.container(
            "", self.label(_("Related articles")), self.listed(chosen), classes=["eir-related"]
        )

    def parts(self, docname: str, article: Article) -> Iterator[nodes.Element]:
        """Yield kind, title and byline."""
        yield from (part for part in super().parts(docname, article) if part["classes"])

    def label(self, words: str) -> nodes.Element:
        """Return what stands over a list of the foot."""
        return nodes.paragraph("", words, classes=["eir-foot-label"], translatable=False)


def page_of(keyword: str, pages: dict[str, str]) -> str:
    """Return the page of *keyword*: a list of yours, or else that of its subject."""
    return pages.get(keyword.casefold()) or pages.get(subject_of(keyword), "")


def pages_of_keywords(builder: Builder) -> dict[str, str]:
    """Return keyword → the first document with a list of the articles that have it, and of nothing else; subject → its page."""
    return eir_domain(builder.env).derived(
        ("pages of keywords", builder.name), lambda: _pages_of_keywords(builder)
    )


def _pages_of_keywords(builder: Builder) -> dict[str, str]:
    found: dict[str, str] = {}
    for docname, record in eir_domain(builder.env).find_all(Lists):
        for wanted in record.wanted:
            if wanted.keyword and not (wanted.author or wanted.kind or wanted.folder or wanted.skip):
                for keyword in wanted.keyword:
                    found.setdefault(keyword, docname)
    return pages_of_subjects(builder) | found


def relate_articles(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Work out which articles are related. Return those whose feet no longer show it, or the pages of their keywords."""
    if app.config.eir_article_layout != "journal" or app.builder.format != "html":
        return []
    domain = eir_domain(env)
    domain.related = related(traits_of(env))
    pages = pages_of_keywords(app.builder)
    articles = dict(domain.find_all(Article))
    digests = {}
    for docname, article in articles.items():
        near = [shown(env, name, articles[name]) for name in domain.related.get(docname, ())]
        subjects = [page_of(keyword, pages) for keyword in article.keywords]
        digests[docname] = hashlib.sha256(repr((near, subjects)).encode("utf-8", "surrogatepass")).hexdigest()
    return domain.rewrite(app, "feet of articles", digests)
