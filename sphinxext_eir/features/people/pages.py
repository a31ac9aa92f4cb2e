"""The page of a person: name, portrait, affiliation, links, biography, and articles."""

from __future__ import annotations

import html
from collections import defaultdict
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes
from sphinx.locale import get_translation
from sphinx.util.osutil import relative_uri

from ...core.feeds import base_of
from ...core.listing import ListOnPage, newest_first, shown
from ...core.made_pages import MadePage, feed_head, feed_link
from ...core.page_urls import file_url
from ...core.people import biography_of, directory_of, page_of
from ...core.publication import listed_articles
from ...text.html_scripts import script_text
from ...text.light_markup import plain
from .portraits import digest_of, portrait_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from ...core.listing import Listed
    from ...text.article import Person

_ = get_translation("sphinxext_eir")


def pages_of_people(app: Sphinx) -> Iterator[MadePage]:
    """Yield the page of each person."""
    written: dict[str, list[Listed]] = defaultdict(list)
    for docname, article in listed_articles(app.env):
        for key in dict.fromkeys(author.key for author in article.authors if author.key):
            written[key].append((docname, article))
    for key, person in directory_of(app.env).people.items():
        yield _page(app, person, newest_first(written[key]))


def _page(app: Sphinx, person: Person, articles: list[Listed]) -> MadePage:
    name = page_of(app.builder, person.key)
    return MadePage(
        name=name,
        title=person.author.name,
        shown=repr(
            (person, digest_of(app, person), [shown(app.env, *listed) for listed in articles], base_of(app))
        ),
        content=lambda: list(content(app, person, name, articles)),
        head=lambda: head(app, person, name, articles),
        words=lambda: " ".join([person.author.affiliation, *map(plain, person.biography)]),
        articles=articles,
    )


def content(app: Sphinx, person: Person, page: str, articles: list[Listed]) -> Iterator[nodes.Node]:
    """Yield what stands under the person's name."""
    about = nodes.container("", classes=["eir-person"])
    here = app.builder.get_target_uri(page)
    if portrait := portrait_of(app, person):
        # TRANSLATORS: What a picture of a person shows, for those who don't see it.
        words = _("Portrait of {name}").format(name=person.author.name)
        uri = relative_uri(here, quote(portrait[1]))
        about += nodes.image("", uri=uri, alt=words, classes=["eir-person-portrait", "no-scaled-link"])
    if person.author.affiliation:
        about += nodes.paragraph("", person.author.affiliation, classes=["eir-affiliation"])
    about += biography_of(person)
    if links := list(links_of(person)):
        items = [nodes.list_item("", nodes.paragraph("", "", link)) for link in links]
        about += nodes.bullet_list("", *items, classes=["eir-person-links"], bullet="-")
    if about.children:
        yield about
    if articles:
        listed = ListOnPage(app.builder, page).listed(articles)
        yield nodes.section(
            "", nodes.title("", _("Articles")), listed, *feed_link(app, page, articles), ids=["articles"]
        )


def links_of(person: Person) -> Iterator[nodes.reference]:
    """Yield the person's links, that to the record of ORCID first."""
    if person.author.orcid:
        yield nodes.reference("", "ORCID iD", refuri=person.author.orcid, classes=["eir-orcid"])
    for words, address in person.links:
        yield nodes.reference("", words, refuri=address)


def head(app: Sphinx, person: Person, page: str, articles: list[Listed]) -> str:
    """Return HTML for the head: a description, the feed, and the person as schema.org's ``Person``."""
    lines = []
    if person.biography:
        lines.append(f'<meta name="description" content="{html.escape(plain(person.biography[0]))}">')
    lines.append(feed_head(app, page, person.author.name, articles))
    lines.append(
        f'<script type="application/ld+json">{script_text(profile(app, app.builder, person, page))}</script>'
    )
    return "\n".join(line for line in lines if line)


def profile(app: Sphinx, builder: Builder, person: Person, page: str) -> dict[str, Any]:
    """Return the page as schema.org's ``ProfilePage``."""
    author = person.author
    portrait = portrait_of(app, person)
    about = {
        "@type": "Person",
        "name": author.name,
        "familyName": author.family,
        "givenName": author.given,
        "url": file_url(builder, builder.get_target_uri(page)) if base_of(app) else "",
        "description": " ".join(map(plain, person.biography)),
        "image": file_url(builder, portrait[1]) if portrait else "",
        "affiliation": {"@type": "Organization", "name": author.affiliation} if author.affiliation else {},
        "sameAs": [
            address for address in (author.orcid, *(address for _words, address in person.links)) if address
        ],
    }
    return {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "mainEntity": {name: fact for name, fact in about.items() if fact},
    }
