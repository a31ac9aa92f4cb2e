"""EndNote XML: ``<record>`` elements, each field in one or more ``<style>`` elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...text.dois import bare, doi_name
from ..edtf import csl_date, unsaid_of
from ..xmltext import XmlError, parse_xml
from .entries import Told, csl_name, made_key, unread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from ..model import Item
    from .entries import Entries

TYPES = {
    "Audiovisual Material": "motion_picture",
    "Bill": "bill",
    "Blog": "post-weblog",
    "Book": "book",
    "Book Section": "chapter",
    "Case": "legal_case",
    "Conference Paper": "paper-conference",
    "Conference Proceedings": "paper-conference",
    "Dataset": "dataset",
    "Dictionary": "entry-dictionary",
    "Edited Book": "book",
    "Electronic Article": "article-journal",
    "Electronic Book": "book",
    "Electronic Book Section": "chapter",
    "Encyclopedia": "entry-encyclopedia",
    "Film or Broadcast": "motion_picture",
    "Government Document": "report",
    "Hearing": "hearing",
    "Journal Article": "article-journal",
    "Legal Rule or Regulation": "legislation",
    "Magazine Article": "article-magazine",
    "Manuscript": "manuscript",
    "Map": "map",
    "Newspaper Article": "article-newspaper",
    "Pamphlet": "pamphlet",
    "Patent": "patent",
    "Personal Communication": "personal_communication",
    "Report": "report",
    "Standard": "standard",
    "Statute": "legislation",
    "Thesis": "thesis",
    "Unpublished Work": "manuscript",
    "Web Page": "webpage",
}

TEXTS = {
    "title": "titles/title",
    "title-short": "titles/short-title",
    "container-title": "titles/secondary-title periodical/full-title titles/alt-title",
    "container-title-short": "periodical/abbr-1 titles/alt-title",
    "collection-title": "titles/tertiary-title",
    "page": "pages",
    "volume": "volume",
    "issue": "number",
    "number-of-volumes": "num-vols",
    "section": "section",
    "edition": "edition",
    "publisher": "publisher",
    "publisher-place": "pub-location",
    "DOI": "electronic-resource-num",
    "URL": "urls/web-urls/url urls/related-urls/url",
    "language": "language",
    "abstract": "abstract",
    "note": "notes",
    "genre": "work-type",
}
"""Each variable of CSL and the elements that may give it, the better first."""
OF_KIND = {
    "book": {
        "collection-title": "titles/tertiary-title titles/secondary-title",
        "container-title": "",
        "collection-number": "number",
        "issue": "",
    },
    "chapter": {"collection-number": "number", "issue": ""},
    "report": {
        "collection-title": "titles/tertiary-title titles/secondary-title",
        "container-title": "",
        "number": "isbn number",
        "issue": "",
    },
    "paper-conference": {"publisher-place": "pub-location custom1"},
    "map": {"collection-title": "titles/secondary-title", "container-title": ""},
    "patent": {"number": "isbn number", "issue": ""},
    "software": {"version": "edition", "edition": ""},
}
"""What elements mean for works of one type, where that differs."""
PRIVATE = frozenset(
    """
    database source-app rec-number foreign-keys ref-type label dates access-date auth-address accession-num call-num pdf-urls image-urls
    text-urls research-notes remote-database-name remote-database-provider modified-date added-date image key
    """.split()
)
"""Elements for programs and librarians: labels, files, accession numbers, addresses of authors; and dates, which are read as such."""
GROUPS = frozenset(("titles", "contributors", "periodical", "urls"))
"""Elements that hold fields."""
WHOLE = frozenset(("book", "thesis", "manuscript"))
"""Types of works whose pages are counted."""
NAMES = {
    "author": "contributors/authors/author",
    "editor": "contributors/secondary-authors/author",
    "collection-editor": "contributors/tertiary-authors/author",
    "translator": "contributors/subsidiary-authors/author contributors/translated-authors/author",
}


def read_endnote(data: bytes, entries: Entries) -> Told:
    """Read the records of *data*; each by itself, if the whole isn't XML."""
    try:
        records = [(0, record) for record in parse_xml(data).iter("record")]
        lines = [line for line, _ in _cut(data)]
        if len(lines) == len(records):
            records = list(zip(lines, (record for _, record in records), strict=True))
        elif not records:
            entries.warn(1, "no EndNote XML: it has no <record>")
    except XmlError as error:
        entries.warn(error.line, f"no XML: {error}")
        records = [] if b"<!DOCTYPE" in data else list(_rescued(data, entries))
    not_read: dict[str, tuple[str, ...]] = {}
    for line, record in records:
        item = _item(record)
        given = _first(record, "label")
        key = given if given and not re.search(r"\s", given) else made_key(item, entries.by_key)
        not_read.setdefault(key, unread(item, _said(record, item)))
        entries.add(key, line, item)
    return Told(not_read)


def _said(record: Element, item: Item) -> Iterator[tuple[str, str]]:
    """Yield the name and the words of each field that is for readers; of dates what isn't read, and no DOI that is in *item*, which has another form there."""
    for path in ("dates/year", "dates/pub-dates/date"):
        yield "dates", unsaid_of(_first(record, path), item.get("issued", {}))
    for field in record:
        if field.tag in PRIVATE or (field.tag == "electronic-resource-num" and item.get("DOI")):
            continue
        for part in field if field.tag in GROUPS else [field]:
            if part.tag not in PRIVATE:
                yield part.tag, " ".join(part.itertext())  # several names, or an address after another


START, END = re.compile(rb"<record\b"), re.compile(rb"</record\s*>")


def _cut(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield line and text of each record. A single pattern would search the whole rest for each record without an end."""
    place, line, counted = 0, 1, 0
    while (start := START.search(data, place)) and (end := END.search(data, start.end())):
        line += data.count(b"\n", counted, start.start())
        counted, place = start.start(), end.end()
        yield line, data[start.start() : place]


def _rescued(data: bytes, entries: Entries) -> Iterator[tuple[int, Element]]:
    for line, record in _cut(data):
        try:
            yield line, parse_xml(record)
        except XmlError as error:
            entries.warn(line + error.line - 1, f"this record is left out: {error}")


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _first(record: Element, paths: str) -> str:
    found = (
        words for path in paths.split() for element in record.iterfind(path) if (words := _words(element))
    )
    return next(found, "")


def _item(record: Element) -> Item:
    reference_type = record.find("ref-type")
    name = "" if reference_type is None else reference_type.get("name", "")
    kind = TYPES.get(name, "document")
    texts = TEXTS | OF_KIND.get(kind, {})
    if kind == "paper-conference" and record.find("custom3") is not None:
        texts |= {"container-title": "custom3", "event-title": "titles/secondary-title"}
    item: Item = {"type": kind, **{variable: _first(record, paths) for variable, paths in texts.items()}}
    if item.get("container-title-short") == item.get("container-title"):
        item["container-title-short"] = ""
    for role, paths in _roles(record, kind).items():
        people = (
            words for path in paths.split() for element in record.iterfind(path) if (words := _words(element))
        )
        item[role] = [csl_name(words) for words in people]
    if name == "Edited Book":
        item["editor"] = [*item.pop("author"), *item["editor"]]
    if kind in WHOLE and not re.search(r"\d\s*[-–—]+\s*\d", item["page"]):
        item["number-of-pages"] = item.pop("page")
    year, day = _first(record, "dates/year"), _first(record, "dates/pub-dates/date")
    item["issued"] = _issued(day, year)
    item["accessed"] = csl_date(_first(record, "access-date"))
    item["keyword"] = ", ".join(filter(None, map(_words, record.iterfind("keywords/keyword"))))
    item["DOI"] = doi_name(item["DOI"]) or bare(item["DOI"]) or doi_name(item["URL"])
    if "isbn" not in texts.get("number", ""):
        item["ISBN" if kind in ("book", "chapter") else "ISSN"] = _first(record, "isbn")
    return {variable: value for variable, value in item.items() if value}


def _issued(day: str, year: str) -> Item:
    """Return the date of publication that *day* and *year* say; ``May 3`` stands beside its year."""
    for text in (day if year in day else "", f"{day} {year}", year, day):
        if "date-parts" in (date := csl_date(text)):
            return date
    return csl_date(year or day)


def _roles(record: Element, kind: str) -> dict[str, str]:
    """Return the elements that name persons, by their roles in a work of *kind*.

    A book's third authors are its editors, and its second those of its series; programs that have the second alone, and no series, mean
    the editors.
    """
    of_series = _first(record, NAMES["collection-editor"]) or (
        _first(record, NAMES["author"]) and _first(record, "titles/secondary-title")
    )
    if kind == "book" and of_series:
        return NAMES | {"editor": NAMES["collection-editor"], "collection-editor": NAMES["editor"]}
    if kind == "motion_picture":
        return {
            **NAMES,
            "director": NAMES["author"],
            "author": "",
            "producer": NAMES["collection-editor"],
            "collection-editor": "",
        }
    if kind == "personal_communication":
        return {**NAMES, "recipient": NAMES["editor"], "editor": ""}
    if kind == "report":
        return {**NAMES, "collection-editor": f"{NAMES['editor']} {NAMES['collection-editor']}", "editor": ""}
    return NAMES
