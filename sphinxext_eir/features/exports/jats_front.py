"""The front of a JATS file: the journal, and what is known of the article, in the order of the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from ...core.kinds import name_of_kind
from ...text.fields import license_url
from ...text.name_parts import family_and_given

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...text.article import Article, Author, Date

NAMESPACES = {
    "ali": "http://www.niso.org/schemas/ali/1.0/",
    "mml": "http://www.w3.org/1998/Math/MathML",
    "xlink": "http://www.w3.org/1999/xlink",
}
XLINK = f"{{{NAMESPACES['xlink']}}}"
ALI = f"{{{NAMESPACES['ali']}}}"
XML = "{http://www.w3.org/XML/1998/namespace}"

ARTICLE_TYPES = {"article": "research-article", "opinion": "article-commentary", "review": "book-review"}
"""``kind`` → ``article-type``, where the values that JATS suggests have one."""


def article_type(kind: str) -> str:
    """Return the value of ``article-type`` for *kind*."""
    return ARTICLE_TYPES.get(kind, "other")


def child(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    """Append an element to *parent*, and return it. ``_`` in the name of an attribute stands for ``-``."""
    made = ET.SubElement(parent, tag, {name.replace("_", "-"): value for name, value in attributes.items()})
    if text:
        made.text = text
    return made


def move(old: ET.Element, new: ET.Element) -> None:
    """Give *new* the content of *old*. A paragraph in it becomes a part of the line."""
    new.text = (old.text or "").lstrip()
    for each in old:
        if each.tag == "p":
            _append_text(new, each.text or "")
            new.extend(list(each))
            _append_text(new, each.tail or "")
        else:
            new.append(each)


def _append_text(holder: ET.Element, text: str) -> None:
    text = text if text.strip() else ""
    if len(holder):
        holder[-1].tail = (holder[-1].tail or "") + text
    else:
        holder.text = (holder.text or "") + text


def front(
    article: Article,
    title: ET.Element | None,
    abstract: ET.Element | None,
    address: str,
    project: str,
    language: str,
) -> ET.Element:
    """Return the front. *address* is that of the article's page; *project* names a journal that nobody else names."""
    made = ET.Element("front")
    _journal(made, article, project)
    meta = child(made, "article-meta")
    if article.doi:
        child(meta, "article-id", article.doi, pub_id_type="doi")
    categories = child(child(meta, "article-categories"), "subj-group", subj_group_type="heading")
    child(categories, "subject", name_of_kind(article.kind, language) or article.kind.capitalize())
    _titles(meta, article, title)
    _contributors(meta, article)
    if article.date:
        _date(meta, "pub-date", "pub", article.date, publication_format="electronic")
    for tag, value in (
        ("volume", article.volume),
        ("issue", article.issue),
        ("fpage", article.first_page),
        ("lpage", article.last_page),
    ):
        if value:
            child(meta, tag, value)
    _history(meta, article)
    _permissions(meta, article)
    if address:
        child(meta, "self-uri").set(f"{XLINK}href", address)
    _abstract(meta, article, abstract)
    if article.keywords:
        group = child(meta, "kwd-group", kwd_group_type="author")
        for word in article.keywords:
            child(group, "kwd", word)
    return made


def _journal(parent: ET.Element, article: Article, project: str) -> None:
    meta = child(parent, "journal-meta")
    name = article.journal or article.publisher or project
    child(meta, "journal-id", name, journal_id_type="publisher-id")
    child(child(meta, "journal-title-group"), "journal-title", name)
    if article.issn:
        child(meta, "issn", article.issn)
    child(child(meta, "publisher"), "publisher-name", article.publisher or name)


def _titles(meta: ET.Element, article: Article, title: ET.Element | None) -> None:
    group = child(meta, "title-group")
    holder = child(group, "article-title")
    if title is not None and (title.text or len(title)):
        move(title, holder)
    else:
        holder.text = article.title
    if article.subtitle:
        child(group, "subtitle", article.subtitle)
    if article.short_title:
        child(group, "alt-title", article.short_title, alt_title_type="running-head")


def _contributors(meta: ET.Element, article: Article) -> None:
    """Append authors and translators, each with its institution by reference."""
    institutions = list(
        dict.fromkeys(
            each.affiliation for each in (*article.authors, *article.translators) if each.affiliation
        )
    )
    for kind, people in (("author", article.authors), ("translator", article.translators)):
        if people:
            group = child(meta, "contrib-group", content_type=f"{kind}s")
            for person in people:
                _contributor(group, kind, person, institutions)
    for number, name in enumerate(institutions, 1):
        child(child(meta, "aff", id=f"aff{number}"), "institution", name)


def _contributor(group: ET.Element, kind: str, person: Author, institutions: list[str]) -> None:
    marks = {"corresp": person.corresponding, "equal_contrib": person.equal_contributor}
    made = child(
        group, "contrib", contrib_type=kind, **{name: "yes" for name, is_so in marks.items() if is_so}
    )
    if person.orcid:
        child(made, "contrib-id", person.orcid, contrib_id_type="orcid")
    family, given = family_and_given(person)
    if family:
        name = child(made, "name")
        child(name, "surname", family)
        if given:
            child(name, "given-names", given)
    else:
        child(made, "string-name", person.name)
    if person.email:
        child(made, "email", person.email)
    if person.affiliation:
        child(made, "xref", ref_type="aff", rid=f"aff{institutions.index(person.affiliation) + 1}")


def _date(parent: ET.Element, tag: str, kind: str, date: Date, **attributes: str) -> None:
    made = child(parent, tag, date_type=kind, iso_8601_date=str(date), **attributes)
    parts: Iterable[tuple[str, int | None]] = (("day", date.day), ("month", date.month), ("year", date.year))
    for name, value in parts:
        if value:
            child(made, name, f"{value:04}" if name == "year" else f"{value:02}")


def _history(meta: ET.Element, article: Article) -> None:
    """Append the days on which the article was changed, and what befell it since its publication."""
    days = {
        str(date): date for date in (article.updated, *(each.date for each in article.corrections)) if date
    }
    if days:
        history = child(meta, "history")
        for _day, date in sorted(days.items()):
            _date(history, "date", "corrected", date)
    if article.corrections or article.status == "retracted":
        holder = child(meta, "pub-history")
        for each in article.corrections:
            event = child(holder, "event", event_type="corrected")
            child(event, "event-desc", each.text)
            if each.date:
                _date(event, "date", "corrected", each.date)
        if article.status == "retracted":
            event = child(holder, "event", event_type="retracted")
            child(event, "event-desc", "Retracted")
            if article.updated:
                _date(event, "date", "retracted", article.updated)


def _permissions(meta: ET.Element, article: Article) -> None:
    if not article.license:
        return
    made = child(child(meta, "permissions"), "license")
    url = license_url(article.license)
    if url:
        made.set(f"{XLINK}href", url)
        child(made, f"{ALI}license_ref", url)
    child(made, "license-p", article.license)


def _abstract(meta: ET.Element, article: Article, abstract: ET.Element | None) -> None:
    if abstract is not None and len(abstract):
        child(meta, "abstract").extend(list(abstract))
    elif article.description:
        child(child(meta, "abstract"), "p", article.description)
