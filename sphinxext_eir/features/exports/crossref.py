"""Crossref, which registers DOIs: a deposit of journal articles (Metadata Input Schema 5.3.1)."""

from __future__ import annotations

import os
import re
import time
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree import ElementTree as ET

from ...core.warnings import Subtype, warn
from ...text.dois import doi_name
from ...text.fields import license_url
from ...text.identifiers import slug
from ...text.language_codes import BIBLIOGRAPHIC
from ...text.name_parts import family_and_given, is_organisation
from .deposit import DepositBuilder
from .jats_front import child

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...core.works import Work
    from ...text.article import Article, Author, Date
    from .deposit import Deposit, Faced

SCHEMA = "http://www.crossref.org/schema/5.3.1"
JATS = "http://www.ncbi.nlm.nih.gov/JATS1"
ACCESS = "http://www.crossref.org/AccessIndicators.xsd"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"

_NAME = re.compile(r"[^\d?]*[^?\s]+[^\d]*")
"""A name as the schema has it: no digits."""

NOT_KNOWN = ("jv", "zu")
"""Languages that the schema's list lacks."""

PAGE, NAME, JOURNAL_TITLE = 32, 60, 255
"""The longest of its kind, in characters."""


class CrossrefBuilder(DepositBuilder):
    """The builder ``eir-crossref``: ``crossref.xml``, with the articles of each issue together."""

    name = "eir-crossref"
    who = "crossref"
    file_name = "crossref.xml"
    epilog = "The deposit for Crossref is in %(outdir)s."

    def roots_of(self, deposits: Sequence[Deposit]) -> dict[str, ET.Element]:
        """Return the batch; without somebody who deposits it, there is none."""
        depositor: dict[str, str] = self.config.eir_crossref
        missing = [name for name in ("depositor", "email") if not depositor.get(name)]
        if missing:
            message = f"{self.file_name} isn't written: eir_crossref lacks {' and '.join(map(repr, missing))}, which Crossref asks for"
            warn(Subtype.EXPORT, message)
            return {}
        for deposit in deposits:
            for untold in not_told(deposit.article, depositor.get("policy", "")):
                warn(Subtype.EXPORT, f"{self.file_name} doesn't say {untold}", location=deposit.docname)
        return {self.file_name: batch(deposits, depositor, slug(str(self.config.project)), now())}


def now() -> str:
    """Return the time of the deposit; a later one of the same DOI must have a greater number. ``SOURCE_DATE_EPOCH`` sets it."""
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    return time.strftime("%Y%m%d%H%M%S", time.gmtime(seconds))


class Event(NamedTuple):
    """What befell an article since its publication."""

    kind: str
    """The type of an ``update`` of the schema."""
    said: str
    date: Date | None

    @property
    def day(self) -> str:
        """The date as ``xsd:date`` has it; nothing if its day isn't known."""
        return str(self.date) if self.date and self.date.day else ""


def events_of(article: Article) -> list[Event]:
    """Return the corrections of *article*, and its retraction, which is as old as its last change."""
    corrections = [
        Event("correction", f"that it was corrected on {each.date}", each.date)
        for each in article.corrections
    ]
    retracted = article.status == "retracted"
    return [
        *corrections,
        *([Event("retraction", "that it is retracted", article.updated)] if retracted else []),
    ]


def not_told(article: Article, policy: str) -> list[str]:
    """Return what befell *article* that the deposit can't say, each with how to mend it."""
    if not policy:
        asked = "eir_crossref lacks 'policy', the DOI of the journal's policy on corrections, which Crossref asks for"
        return [f"{event.said}: {asked}" for event in events_of(article)]
    asked = "Crossref asks for the day, as in 2024-05-01"
    return [
        f"{event.said}: {asked}{'' if event.date else ', which the field `updated` gives'}"
        for event in events_of(article)
        if not event.day
    ]


def batch(deposits: Sequence[Deposit], depositor: dict[str, str], project: str, timestamp: str) -> ET.Element:
    """Return the element ``doi_batch``, which tells of *deposits*."""
    for prefix, uri in (("", SCHEMA), ("jats", JATS), ("ai", ACCESS), ("xsi", _INSTANCE)):
        ET.register_namespace(prefix, uri)
    root = ET.Element("doi_batch", {"xmlns": SCHEMA, "version": "5.3.1"})
    root.set(f"{{{_INSTANCE}}}schemaLocation", f"{SCHEMA} https://www.crossref.org/schemas/crossref5.3.1.xsd")
    head = child(root, "head")
    child(head, "doi_batch_id", f"{project[:60]}-{timestamp}")
    child(head, "timestamp", timestamp)
    made = child(head, "depositor")
    child(made, "depositor_name", depositor["depositor"][:130])
    child(made, "email_address", depositor["email"][:200])
    child(head, "registrant", (depositor.get("registrant") or depositor["depositor"])[:255])
    body = child(root, "body")
    for _, group in groupby(sorted(deposits, key=_issue_of), key=_issue_of):
        _journal(body, list(group), doi_name(depositor.get("policy", "")))
    return root


def _issue_of(deposit: Deposit) -> tuple[str, ...]:
    article = deposit.article
    return article.journal, article.issn, article.volume, article.issue


def _journal(body: ET.Element, deposits: Sequence[Deposit], policy: str) -> None:
    """Append the articles of one issue, or those of a journal that are in none; *policy* is a DOI, or empty."""
    first = deposits[0].article
    journal = child(body, "journal")
    meta = child(journal, "journal_metadata")
    child(meta, "full_title", first.journal[:JOURNAL_TITLE])
    child(meta, "issn", first.issn).set("media_type", "electronic")
    if first.volume or first.issue:
        issue = child(journal, "journal_issue")
        dates = [deposit.article.date for deposit in deposits if deposit.article.date]
        _date(issue, min(dates, key=lambda date: date.first_day()))
        if first.volume:
            child(child(issue, "journal_volume"), "volume", first.volume[:PAGE])
        if first.issue:
            child(issue, "issue", first.issue[:PAGE])
    for deposit in deposits:
        _article(journal, deposit, policy)


def _article(journal: ET.Element, deposit: Deposit, policy: str) -> None:
    """Append an article, in the order of the schema."""
    article = deposit.article
    made = ET.SubElement(journal, "journal_article", {"publication_type": "full_text"})
    language = deposit.language.partition("-")[0]
    if language in BIBLIOGRAPHIC and language not in NOT_KNOWN:
        made.set("language", language)
    titles = child(made, "titles")
    child(titles, "title", article.title)
    if article.subtitle:
        child(titles, "subtitle", article.subtitle)
    _contributors(made, article)
    if deposit.abstract:
        abstract = ET.SubElement(made, f"{{{JATS}}}abstract")
        for paragraph in deposit.abstract:
            _append(ET.SubElement(abstract, f"{{{JATS}}}p"), paragraph)
    if article.date:
        _date(made, article.date)
    _pages(made, article)
    if policy:
        _crossmark(made, article, policy)
    else:
        _license(made, article)
    data = child(made, "doi_data")
    child(data, "doi", article.doi)
    child(data, "resource", deposit.address)
    citations = child(made, "citation_list")
    for number, work in enumerate(deposit.works, 1):
        _citation(child(citations, "citation", key=f"ref{number}"), work)


def _pages(made: ET.Element, article: Article) -> None:
    if article.first_page:
        pages = child(made, "pages")
        child(pages, "first_page", article.first_page[:PAGE])
        if article.last_page:
            child(pages, "last_page", article.last_page[:PAGE])


def _contributors(made: ET.Element, article: Article) -> None:
    people = [("author", one) for one in article.authors] + [
        ("translator", one) for one in article.translators
    ]
    if people:
        contributors = child(made, "contributors")
        for number, (role, person) in enumerate(people):
            _contributor(contributors, person, role, "additional" if number else "first")


def _contributor(contributors: ET.Element, person: Author, role: str, sequence: str) -> None:
    """Append a person by name, or a body; whoever has a name that no person can have here is one, too."""
    family, given = family_and_given(person)
    names = [name for name in (family or person.name, given) if name]
    if is_organisation(person) or any(len(name) > NAME or not _NAME.fullmatch(name) for name in names):
        made = ET.SubElement(contributors, "organization", {"sequence": sequence, "contributor_role": role})
        made.text = person.name[:511]
        return
    made = ET.SubElement(contributors, "person_name", {"sequence": sequence, "contributor_role": role})
    if given:
        child(made, "given_name", given)
    child(made, "surname", family or person.name)
    if person.affiliation:
        child(
            child(child(made, "affiliations"), "institution"), "institution_name", person.affiliation[:1024]
        )
    if person.orcid:
        child(made, "ORCID", person.orcid)


def _date(parent: ET.Element, date: Date) -> None:
    made = ET.SubElement(parent, "publication_date", {"media_type": "online"})
    for name, value in (("month", date.month), ("day", date.day)):
        if value:
            child(made, name, f"{value:02}")
    child(made, "year", f"{date.year:04}")


def _crossmark(made: ET.Element, article: Article, policy: str) -> None:
    """Append what befell *article* since its publication, under its own DOI, and its licence.

    A correction that is made in the article itself updates that article ("Crossmark", Registering updates, in-situ corrections).
    """
    crossmark = child(made, "crossmark")
    child(crossmark, "crossmark_policy", policy)
    if dated := [event for event in events_of(article) if event.day]:
        updates = child(crossmark, "updates")
        for event in dated:
            child(updates, "update", article.doi, type=event.kind, date=event.day)
    custom = ET.Element("custom_metadata")
    for number, each in enumerate(article.corrections, 1):
        label = f"Correction, {each.date}" if each.date else "Correction"
        child(custom, "assertion", each.text, name="correction", label=label, order=str(number))
    _license(custom, article)
    if len(custom):
        crossmark.append(custom)


def _license(made: ET.Element, article: Article) -> None:
    if url := license_url(article.license):
        program = ET.SubElement(made, f"{{{ACCESS}}}program", {"name": "AccessIndicators"})
        ET.SubElement(program, f"{{{ACCESS}}}free_to_read")
        reference = ET.SubElement(program, f"{{{ACCESS}}}license_ref", {"applies_to": "vor"})
        reference.text = url


def _append(element: ET.Element, faced: Sequence[Faced]) -> None:
    """Put words and faces into *element*."""
    for each in faced:
        if isinstance(each, str):
            if len(element):
                element[-1].tail = (element[-1].tail or "") + each
            else:
                element.text = (element.text or "") + each
        else:
            _append(ET.SubElement(element, f"{{{JATS}}}{each[0]}"), each[1])


def _citation(made: ET.Element, work: Work) -> None:
    """Fill a citation: its fields where they are known, and always as it is printed."""
    item: dict[str, Any] = dict(work.item or {})
    title, container = str(item.get("title") or ""), str(item.get("container-title") or "")
    is_part, in_journal = bool(container), item.get("type") in _JOURNALS
    fields = {
        "journal_title": container if in_journal else "",
        "author": next((str(one["family"]) for one in item.get("author") or () if one.get("family")), ""),
        "volume": str(item.get("volume") or "")[:PAGE],
        "issue": str(item.get("issue") or "")[:PAGE],
        "first_page": re.split("[-\N{EN DASH},]", str(item.get("page") or ""))[0].strip()[:PAGE],
        "cYear": _year(item),
        "doi": doi_name(work.doi),
        "volume_title": "" if in_journal else container or title,
        "article_title": title if is_part else "",
    }
    for name, value in fields.items():
        if value:
            child(made, name, re.sub(r"<[^<>]*>", "", value))
    if work.text:
        child(made, "unstructured_citation", work.text)


_JOURNALS = ("article-journal", "article-magazine", "article-newspaper")


def _year(item: dict[str, Any]) -> str:
    match (item.get("issued") or {}).get("date-parts"):
        case [[year, *_], *_]:
            return str(year)
    return ""
