"""Metadata of an article in the ``<head>`` of its page, for search engines, libraries and link previews.

When a document is read, :class:`DescribeArticle` makes a record of what the front matter lacks. When its page is written, both
records become :class:`Facts`, and one function for each vocabulary says them. Nothing is stored while pages are written.
"""

from __future__ import annotations

import html
import re
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ...core.domain import eir_domain
from ...core.field_lines import place_of
from ...core.languages import language_of
from ...core.listed_works import References
from ...core.nodes import eir_standfirst
from ...core.page_urls import card_url, file_url, page_url, pdf_url
from ...core.people import page_of
from ...core.running_text import running_text, words_of
from ...core.translations import original_of, versions_of
from ...core.walks import find_all, find_blocks
from ...core.warnings import Subtype, warn
from ...text.article import Article, Description
from ...text.description import opening
from ...text.fields import license_url
from ...text.files import is_file
from ...text.html_scripts import script_text
from ...text.languages import social_locale
from ...text.name_parts import family_and_given, inverted, is_organisation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from ...core.works import Work
    from ...text.article import Author


# When a document is read


class DescribeArticle(SphinxTransform):
    """Describes an article in its own words, and finds its picture.

    After smart quotes (750), so that the description has the words that readers see.
    """

    default_priority = 850

    def apply(self, **kwargs: Any) -> None:
        """Make the record of description and picture, where the front matter has none."""
        docname = self.env.docname
        domain = eir_domain(self.env)
        article = domain.find(docname, Article)
        if article:
            described = "" if article.description else self._typed() or opening(self._paragraphs())
            record = Description(described, self._image(article))
            if record != Description(""):
                domain.store(docname, record)

    def _typed(self) -> str:
        """Return the description typed for HTML alone, by reStructuredText's ``meta`` or MyST's ``html_meta``."""
        for meta in find_blocks(self.document, nodes.meta):
            if meta.get("name") == "description":
                return " ".join(str(meta["content"]).split())
        return ""

    def _paragraphs(self) -> Iterator[str]:
        """Yield the paragraphs of the abstract or, where there is none, of the running text."""
        abstract = next(iter(find_all(self.document, eir_standfirst)), None)
        if abstract is not None and abstract.astext().strip():
            paragraphs = abstract.findall(nodes.paragraph)
            return (words_of(one) for one in paragraphs if not isinstance(one.parent, nodes.system_message))
        return running_text(self.document)

    def _image(self, article: Article) -> str:
        """Return the path of a picture in the project, and have it copied to the output like one that is shown."""
        if not article.image or "://" in article.image:
            return ""
        path, file = self.env.relfn2path(article.image, self.env.docname)
        self.env.note_dependency(path)
        inside = Path(file).is_relative_to(self.env.srcdir)
        if not inside or not is_file(file):
            wrong = f"there is no file {path!r}" if inside else f"{path!r} is outside of the project"
            message = f"image: {wrong}, and link previews show no picture"
            warn(Subtype.ARTICLE, message, location=place_of(self.env, self.env.docname, "image"))
            return ""
        self.env.images.add_file(self.env.docname, path)
        return path


# Facts of a page


class Version(NamedTuple):
    """An article in another language."""

    url: str
    language: str = ""
    """A tag of BCP 47; nothing of an original that is elsewhere."""
    title: str = ""


class Facts(NamedTuple):
    """The facts of an article that the vocabularies say."""

    article: Article
    url: str = ""
    pdf: str = ""
    image: str = ""
    """An absolute URL."""
    card: str = ""
    """The URL of a picture made of the title, where there is no other."""
    description: str = ""
    language: str = "en"
    """A tag of BCP 47."""
    works: tuple[Work, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    """The keys of people, and the URLs of their pages."""
    original: Version | None = None
    """What it was translated from."""
    translations: tuple[Version, ...] = ()
    """Other versions, but for the original."""

    @property
    def alternates(self) -> list[Version]:
        """The same article in other languages, where it is known where."""
        others = [version for version in (self.original, *self.translations) if version and version.language]
        return [version for version in others if version.url]


def facts_of(builder: Builder, docname: str, article: Article) -> Facts:
    """Return the facts from the records of *docname*."""
    domain = eir_domain(builder.env)
    derived = domain.find(docname, Description) or Description("")
    references = domain.find(docname, References)
    image = article.image if "://" in article.image else ""
    if derived.image in builder.env.images:
        image = file_url(builder, f"{builder.imagedir}/{builder.env.images[derived.image][1]}")
    return Facts(
        article,
        # A picture of the title is for previews alone: it isn't a picture of the article's.
        card="" if image else card_url(builder, docname),
        url=page_url(builder, docname, article),
        pdf=pdf_url(builder, docname, article),
        image=image,
        description=article.description or derived.text,
        language=language_of(builder.env, docname),
        works=references.works() if references else (),
        people=tuple(
            (author.key, file_url(builder, builder.get_target_uri(page)))
            for author in (*article.authors, *article.translators)
            if builder.config.html_baseurl and (page := page_of(builder, author.key))
        ),
        original=_original(builder, docname, article),
        translations=tuple(
            _version(builder, name)
            for name in versions_of(builder.env, docname)
            if name != original_of(builder.env, docname, article)
        ),
    )


def _original(builder: Builder, docname: str, article: Article) -> Version | None:
    original = original_of(builder.env, docname, article)
    if "://" in original:
        return Version(original)
    return _version(builder, original) if original in versions_of(builder.env, docname) else None


def _version(builder: Builder, docname: str) -> Version:
    article = eir_domain(builder.env).find(docname, Article) or Article(title="")
    return Version(page_url(builder, docname, article), language_of(builder.env, docname), article.title)


# Facts → vocabularies


class Tag(NamedTuple):
    """A ``<meta>`` element. It isn't written if its content is empty."""

    name: str
    content: str
    attribute: str = "name"


def tags(facts: Facts) -> list[Tag]:
    """Return every ``<meta>`` element for *facts*."""
    found = chain(
        [Tag("description", facts.description)],
        highwire(facts),
        dublin_core(facts),
        open_graph(facts),
        twitter(facts),
    )
    return [tag for tag in found if tag.content]


def highwire(facts: Facts) -> Iterator[Tag]:
    """Yield Highwire Press tags, which Google Scholar and reference managers read."""
    article = facts.article
    date = "/".join(str(part) for part in _date_parts(article))
    yield Tag("citation_title", article.whole_title)
    for author in article.authors:
        yield Tag("citation_author", inverted(author))
        yield Tag("citation_author_institution", author.affiliation)
        yield Tag("citation_author_email", author.email)
        yield Tag("citation_author_orcid", author.orcid)
    yield Tag("citation_publication_date", date)
    yield Tag("citation_online_date", date)
    yield Tag("citation_journal_title", article.journal)
    yield Tag("citation_publisher", article.publisher)
    yield Tag("citation_issn", article.issn)
    yield Tag("citation_volume", article.volume)
    yield Tag("citation_issue", article.issue)
    yield Tag("citation_firstpage", article.first_page)
    yield Tag("citation_lastpage", article.last_page)
    yield Tag("citation_doi", article.doi)
    yield Tag("citation_language", facts.language)
    yield Tag("citation_keywords", "; ".join(article.keywords))
    yield Tag("citation_fulltext_html_url", facts.url)
    yield Tag("citation_pdf_url", facts.pdf)
    for work in facts.works:
        yield Tag("citation_reference", work.text)


def dublin_core(facts: Facts) -> Iterator[Tag]:
    """Yield the Dublin Core Metadata Element Set, as DCMI's "Expressing Dublin Core in HTML" names it."""
    article = facts.article
    yield Tag("DC.title", article.whole_title)
    for author in article.authors:
        yield Tag("DC.creator", inverted(author))
    for translator in article.translators:
        yield Tag("DC.contributor", inverted(translator))
    yield Tag("DC.date", str(article.date or ""))
    yield Tag("DC.publisher", article.publisher)
    yield Tag("DC.description", facts.description)
    for keyword in article.keywords:
        yield Tag("DC.subject", keyword)
    yield Tag("DC.language", facts.language)
    yield Tag("DC.rights", article.license)
    yield Tag("DC.identifier", facts.url)
    yield Tag("DC.identifier", f"https://doi.org/{article.doi}" if article.doi else "")
    yield Tag("DC.type", "Text")


def open_graph(facts: Facts) -> Iterator[Tag]:
    """Yield the Open Graph protocol's properties of an article."""
    article = facts.article
    properties = [
        ("og:type", "article"),
        ("og:title", article.title),
        ("og:url", facts.url),
        ("og:description", facts.description),
        ("og:image", facts.image or facts.card),
        ("og:locale", social_locale(facts.language)),
        *(("og:locale:alternate", social_locale(version.language)) for version in facts.alternates),
        ("og:site_name", article.journal or article.publisher),
        ("article:published_time", str(article.date or "")),
        ("article:modified_time", str(article.changed or "")),
        *(("article:author", author.name) for author in article.authors),
        *(("article:tag", keyword) for keyword in article.keywords),
    ]
    for name, content in properties:
        yield Tag(name, content, "property")


def twitter(facts: Facts) -> Iterator[Tag]:
    """Yield the card that X and others show for a link."""
    yield Tag("twitter:card", "summary_large_image" if facts.image or facts.card else "summary")
    yield Tag("twitter:title", facts.article.title)
    yield Tag("twitter:description", facts.description)
    yield Tag("twitter:image", facts.image or facts.card)


def json_ld(facts: Facts) -> dict[str, Any]:
    """Return the article as schema.org's ``ScholarlyArticle``."""
    article = facts.article
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "ScholarlyArticle",
            "@id": facts.url,
            "url": facts.url,
            "mainEntityOfPage": facts.url,
            "headline": article.title,
            "name": article.title,
            "alternateName": article.short_title,
            "alternativeHeadline": article.subtitle,
            "author": [_agent(author, facts) for author in article.authors],
            "translator": [_agent(translator, facts) for translator in article.translators],
            "translationOfWork": _translated(facts.original),
            "workTranslation": []
            if facts.original
            else [_translated(version) for version in facts.translations],
            "dateCreated": str(article.date_written or ""),
            "datePublished": str(article.date or ""),
            "dateModified": str(article.changed or ""),
            "creativeWorkStatus": article.status.capitalize(),
            "correction": [
                _known(
                    {"@type": "CorrectionComment", "text": each.text, "datePublished": str(each.date or "")}
                )
                for each in article.corrections
            ],
            "publisher": {"@type": "Organization", "name": article.publisher} if article.publisher else {},
            "isPartOf": _part_of(article),
            "pageStart": article.first_page,
            "pageEnd": article.last_page,
            "identifier": {"@type": "PropertyValue", "propertyID": "doi", "value": article.doi}
            if article.doi
            else {},
            "sameAs": f"https://doi.org/{quote(article.doi, safe='/:;()._-')}" if article.doi else "",
            "license": _license(article.license),
            "keywords": list(article.keywords),
            "genre": article.kind,
            "inLanguage": facts.language,
            "description": facts.description,
            "image": facts.image,
            "encoding": {"@type": "MediaObject", "contentUrl": facts.pdf, "encodingFormat": "application/pdf"}
            if facts.pdf
            else {},
            "citation": [_cited(work) for work in facts.works],
        }
    )


def _part_of(article: Article) -> dict[str, Any]:
    """Return where an article appeared: the issue of a volume of a periodical, as far as these are known (schema.org's own nesting)."""
    part: dict[str, Any] = {}
    if article.journal or article.issn:
        part = _known({"@type": "Periodical", "name": article.journal, "issn": article.issn})
    for kind, number, value in (
        ("PublicationVolume", "volumeNumber", article.volume),
        ("PublicationIssue", "issueNumber", article.issue),
    ):
        if value:
            part = _known({"@type": kind, number: value, "isPartOf": part})
    return part


def _agent(author: Author, facts: Facts) -> dict[str, Any]:
    family, given = family_and_given(author)
    return _known(
        {
            "@type": "Organization" if is_organisation(author) else "Person",
            "name": author.name,
            "familyName": family,
            "givenName": given,
            "url": dict(facts.people).get(author.key, ""),
            "sameAs": author.orcid,
            "email": author.email,
            "affiliation": {"@type": "Organization", "name": author.affiliation}
            if author.affiliation
            else {},
        }
    )


def _translated(version: Version | None) -> dict[str, Any]:
    """Return another version of an article as schema.org's work."""
    if version is None:
        return {}
    return _known(
        {
            "@type": "ScholarlyArticle",
            "@id": version.url,
            "url": version.url,
            "name": version.title,
            "inLanguage": version.language,
        }
    )


def _cited(work: Work) -> dict[str, Any]:
    same = f"https://doi.org/{quote(work.doi, safe='/:;()._-')}" if work.doi else ""
    return _known({"@type": "CreativeWork", "name": work.text, "url": work.url, "sameAs": same})


def _known(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: fact for name, fact in facts.items() if fact}


def _license(typed: str) -> str | dict[str, str]:
    """Return a licence as schema.org wants it: its URL, or else its name."""
    return license_url(typed) or (typed and {"@type": "CreativeWork", "name": typed})


def _date_parts(article: Article) -> tuple[int, ...]:
    date = article.date
    return tuple(part for part in (date.year, date.month, date.day) if part) if date else ()


# Vocabularies → the page


def head(facts: Facts) -> str:
    """Return the lines that *facts* add to the ``<head>`` of their page."""
    lines = [
        f'<meta {tag.attribute}="{html.escape(tag.name)}" content="{html.escape(tag.content)}">'
        for tag in tags(facts)
    ]
    return "\n".join(
        [
            '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">',
            *lines,
            *_alternates(facts),
            f'<script type="application/ld+json">{script_text(json_ld(facts))}</script>',
        ]
    )


def _alternates(facts: Facts) -> Iterator[str]:
    """Yield links to all versions of an article, its own page among them, as search engines want them (HTML, "alternate")."""
    if facts.alternates and facts.url:
        for version in (Version(facts.url, facts.language), *facts.alternates):
            yield f'<link rel="alternate" hreflang="{html.escape(version.language)}" href="{html.escape(version.url)}">'


_META = re.compile(r"""<meta\b(?:[^<>"']|"[^"]*"|'[^']*')*>\s*""", re.IGNORECASE)
_NAME = re.compile(r"""\s(?:name|property)\s*=\s*["']?([^\s"'>]+)""", re.IGNORECASE)


def without(metatags: str, names: Iterable[str]) -> str:
    """Return *metatags*, HTML from any extension, without elements for *names* and their parts (``og:image:alt``)."""
    known = {name.lower() for name in names}

    def keep(match: re.Match[str]) -> str:
        name = _NAME.search(match[0])
        said = name and any(name[1].lower() == one or name[1].lower().startswith(f"{one}:") for one in known)
        return "" if said else match[0]

    return _META.sub(keep, metatags)


def add_metadata(app: Sphinx, docname: str, context: dict[str, Any]) -> None:
    """Put the metadata of an article on its page. An e-book has metadata of its own, for the whole book."""
    article = eir_domain(app.env).find(docname, Article)
    if article is None or not article.title or app.builder.name == "epub":
        return
    facts = facts_of(app.builder, docname, article)
    rest = without(context.get("metatags", ""), (tag.name for tag in tags(facts)))
    context["metatags"] = f"{rest}\n{head(facts)}\n"
