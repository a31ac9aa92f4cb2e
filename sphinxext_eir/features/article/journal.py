"""The head and the foot of an article as a journal composes them (``eir_article_layout = "journal"``), of nodes that every theme styles.

What an article doesn't give has no place in it. Other features add their own: ``cite_this`` to the menu of formats and to the
foot, ``article_lists`` to the foot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...core.dates import machine_readable
from ...core.domain import eir_domain
from ...core.languages import language_of, words_in
from ...core.nodes import eir_credit, eir_foot, eir_formats, eir_picture
from ...core.outputs import section_of
from ...core.page_urls import has_pdf, pdf_link
from ...core.people import address_of
from ...core.running_text import running_text
from ...text.article import Article, Description
from ...text.bylines import joined
from ...text.fields import license_url
from ...text.reading_time import minutes
from .kicker import kicker
from .versions import lines_of_versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ...core.nodes import eir_article
    from ...text.article import Author

BETWEEN = " · "
ORCID = "ORCID iD"
"""The name of the mark of a person's record (ORCID, "Brand guidelines")."""


# The head


def place_kicker(builder: Builder, article: eir_article, record: Article) -> None:
    """Put the kicker over the title of the article's section; within a page that joins documents there is none."""
    words, section = kicker(builder.env, article["docname"], record)
    around = section_of(article)
    if not words or around is None or not isinstance(around.parent, nodes.document):
        return
    inline: nodes.Node = nodes.Text(words)
    if section:
        address = builder.get_relative_uri(article["docname"], section)
        inline = nodes.reference("", words, refuri=address, internal=True)
    line = nodes.paragraph("", "", inline, classes=["eir-kicker", "no-search"], translatable=False)
    around.parent.insert(around.parent.index(around), line)


def composed(builder: Builder, article: eir_article, record: Article) -> Iterator[nodes.Node]:
    """Yield the head under the title: subtitle, standfirst, authors, dates, identifiers and formats, picture."""
    if record.subtitle:
        yield nodes.paragraph("", record.subtitle, classes=["eir-subtitle"], translatable=False)
    yield from article.children  # disclaimer and standfirst, as typed
    if record.authors:
        items = [
            nodes.list_item("", *_author(builder, article["docname"], author)) for author in record.authors
        ]
        yield nodes.bullet_list("", *items, classes=["eir-authors"], bullet="-")
    if line := _dates(builder, article, record):
        yield nodes.paragraph("", "", *line, classes=["eir-dates"], translatable=False)
    yield from lines_of_versions(builder, article["docname"], record)
    if links := identifiers(record):
        yield _links(links, "eir-identifiers")
    yield _formats(builder, article["docname"])
    yield from _picture(builder, article["docname"], record)


def _author(builder: Builder, docname: str, author: Author) -> Iterator[nodes.Element]:
    name: list[nodes.Node] = [nodes.Text(author.name)]
    if address := address_of(builder, docname, author):
        name = [nodes.reference("", author.name, refuri=address, internal=True)]
    if author.orcid:
        name += [nodes.Text(" "), nodes.reference("", ORCID, refuri=author.orcid, classes=["eir-orcid"])]
    yield nodes.paragraph("", "", *name, classes=["eir-author"], translatable=False)
    if author.affiliation:
        yield nodes.paragraph("", author.affiliation, classes=["eir-affiliation"], translatable=False)


def _dates(builder: Builder, article: eir_article, record: Article) -> list[nodes.Node]:
    """Return translators, dates and the time that the text takes, in a line."""
    language = language_of(builder.env, article["docname"])
    _ = words_in(language)
    parts: list[list[nodes.Node]] = []
    if record.translators:
        names = joined([translator.name for translator in record.translators], language)
        parts.append([nodes.Text(_("translated by {names}").format(names=names))])
    for words, date in (("{date}", record.date), (_("updated {date}"), record.updated)):
        if date:
            before, _placeholder, after = words.partition("{date}")
            parts.append([nodes.Text(before), machine_readable(date, language), nodes.Text(after)])
    section = section_of(article)
    if builder.config.eir_reading_time and section:
        # TRANSLATORS: The time that an article takes to read; {minutes} is a number, "7 min read".
        words = _("{minutes} min read").format(minutes=minutes(" ".join(running_text(section))))
        parts.append([nodes.inline("", words, classes=["no-search"])])
    return in_a_line([node for node in part if node.astext()] for part in parts)


def in_a_line(parts: Iterable[Iterable[nodes.Node]]) -> list[nodes.Node]:
    """Return *parts* with a dot between them."""
    line: list[nodes.Node] = []
    for part in parts:
        line += [*([nodes.Text(BETWEEN)] if line else []), *part]
    return line


def identifiers(record: Article) -> list[nodes.Node]:
    """Return DOI, address of the original and licence, each as a link or as text."""
    found: list[nodes.Node] = []
    for address, kind in (
        (f"https://doi.org/{record.doi}" if record.doi else "", "eir-doi"),
        (record.canonical, "eir-original"),
    ):
        if address:
            found.append(nodes.reference("", address, refuri=address, classes=[kind]))
    if record.license:
        found.append(licence(record.license))
    return found


def licence(typed: str) -> nodes.Node:
    """Return a licence, linked to its text if that has an address."""
    address = license_url(typed)
    if not address:
        return nodes.inline("", typed, classes=["eir-license"])
    mark = ["eir-creative-commons"] if "//creativecommons.org/" in address else []
    return nodes.reference("", typed, refuri=address, classes=["eir-license", *mark])


def _links(links: Iterable[nodes.Node], kind: str) -> nodes.bullet_list:
    items = [nodes.list_item("", nodes.paragraph("", "", link, translatable=False)) for link in links]
    return nodes.bullet_list("", *items, classes=[kind], bullet="-")


def _formats(builder: Builder, docname: str) -> eir_formats:
    """Return the menu of formats that are really there; a menu without any isn't written."""
    _ = words_in(language_of(builder.env, docname))
    # TRANSLATORS: What a screen reader calls the list of an article's files: PDF, BibTeX …
    menu = eir_formats(docname=docname, label=_("Formats"), classes=["no-search"])
    if has_pdf(builder, docname):
        link = nodes.reference("", "PDF", refuri=pdf_link(builder, docname), internal=True)
        menu += nodes.list_item("", nodes.paragraph("", "", link, translatable=False))
    return menu


def _picture(builder: Builder, docname: str, record: Article) -> Iterator[eir_picture]:
    """Yield the article's picture, with its alternative text and credit. An e-book has no pictures of other sites."""
    derived = eir_domain(builder.env).find(docname, Description)
    remote = "://" in record.image
    image = record.image if remote else derived.image if derived else ""
    if not image or (remote and builder.name == "epub"):
        return
    shown = nodes.image("", uri=image, candidates={"?" if remote else "*": image}, alt=record.image_alt)
    picture = eir_picture("", shown)
    if record.image_credit:
        picture += eir_credit("", nodes.Text(record.image_credit))
    yield picture


# The foot


def place_foot(env: BuildEnvironment, article: eir_article, record: Article) -> None:
    """Put the foot last into the article's section."""
    section = section_of(article)
    if section is not None:
        section += foot_of(env, article, record)


def foot_of(env: BuildEnvironment, article: eir_article, record: Article) -> eir_foot:
    """Return the foot with the licence; other features add what is theirs."""
    foot = eir_foot(docname=article["docname"], classes=["no-search"])
    if record.license:
        _ = words_in(language_of(env, article["docname"]))
        # TRANSLATORS: At the foot of an article: "Licence: CC BY 4.0".
        words = _("Licence: {license}")
        before, _placeholder, after = words.partition("{license}")
        line = [nodes.Text(before), licence(record.license), nodes.Text(after)]
        shown = [part for part in line if part.astext()]
        foot += nodes.paragraph("", "", *shown, classes=["eir-rights"], translatable=False)
    return foot


# Pages that show other documents' titles
