"""RIS: tagged lines, a record from ``TY`` to ``ER``. Pandoc, which reads RIS, loses days, second dates and names of bodies."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, TypeAlias

from ...text.dois import bare, doi_name
from ..edtf import csl_date, days_of, unsaid_of
from .entries import Told, csl_name, made_key, unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Item
    from .entries import Entries

LINE = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*)|$)")

TYPES = {
    "ABST": "article-journal",
    "ADVS": "motion_picture",
    "ART": "graphic",
    "BILL": "bill",
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CASE": "legal_case",
    "CHAP": "chapter",
    "COMP": "software",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "CTLG": "book",
    "DATA": "dataset",
    "DICT": "entry-dictionary",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "GOVDOC": "report",
    "HEAR": "hearing",
    "ICOMM": "personal_communication",
    "INPR": "article-journal",
    "JFULL": "periodical",
    "JOUR": "article-journal",
    "LEGAL": "legislation",
    "MANSCPT": "manuscript",
    "MAP": "map",
    "MGZN": "article-magazine",
    "MPCT": "motion_picture",
    "MUSIC": "song",
    "NEWS": "article-newspaper",
    "PAMP": "pamphlet",
    "PAT": "patent",
    "PCOMM": "personal_communication",
    "RPRT": "report",
    "SER": "book",
    "SLIDE": "speech",
    "SOUND": "song",
    "STAND": "standard",
    "STAT": "legislation",
    "THES": "thesis",
    "UNPB": "manuscript",
    "VIDEO": "motion_picture",
    "WEB": "webpage",
}
PARTS_OF_BOOKS = frozenset(("chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia"))

TEXTS = {
    "title-short": "ST",
    "container-title-short": "J2 JA J1",
    "publisher": "PB",
    "publisher-place": "CY PP",
    "volume": "VL",
    "issue": "IS CP",
    "number-of-volumes": "NV",
    "edition": "ET",
    "section": "SE",
    "URL": "UR L2",
    "language": "LA",
    "abstract": "AB N2",
    "call-number": "CN",
    "archive": "DB",
    "genre": "M3",
}
"""Each variable of CSL and the tags that may give it, the better first."""

OF_KIND = {
    "book": {"collection-number": "M1 SV"},
    "chapter": {"collection-number": "SV M1", "number-of-volumes": "IS NV", "issue": ""},
    "paper-conference": {"publisher-place": "CY C1 PP"},
    "report": {"number": "SN IS M1"},
    "patent": {"number": "SN"},
    "standard": {"number": "SN M1"},
    "bill": {"number": "M1", "authority": "T3"},
    "hearing": {"number": "M1", "authority": "T3"},
    "legislation": {"number": "M1"},
    "legal_case": {"number": "SV", "authority": "PB", "publisher": "", "container-title": "A2"},
    "software": {"version": "ET", "edition": "", "medium": "M1"},
    "motion_picture": {"genre": "C4 M3", "medium": "C5"},
    "map": {"scale": "C1"},
}
"""What tags mean for works of one type, where that differs (the specification of Research Information Systems; Zotero's translator)."""

NAMES = {"author": "AU A1", "editor": "ED", "translator": "A4 TA"}
NAMES_OF_KIND = {
    "motion_picture": {
        "director": "AU A1",
        "author": "",
        "producer": "A3",
        "contributor": "A4",
        "translator": "",
    },
    "song": {"performer": "A2"},
    "personal_communication": {"recipient": "A2"},
    "map": {"collection-editor": "A3"},
    "report": {"collection-editor": "A2 A3"},
    "chapter": {"container-author": "C2"},
    "legal_case": {},
    "patent": {},
}
"""Names of persons in works of one type; ``A2`` are editors, and ``A3`` editors of a series, where nothing else is said."""
WHOLE = frozenset(("book", "thesis", "manuscript"))
"""Types of works whose pages are counted."""
EDITED = frozenset(("EDBOOK",))
"""Types in RIS whose authors are editors."""
IN_SERIES = frozenset(("report", "map", "software"))
"""Types of works whose second title is that of a series."""
RANGE = re.compile(r"\d+\s*[-–—]+\s*\d+")
PRIVATE = re.compile(r"\s*<(?:p|div|h\d|ul|ol)\b", re.IGNORECASE)
"""A note of HTML, as Zotero writes what its user noted."""
ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[\da-fA-F]{1,5});")

PRIVATE_TAGS = frozenset("TY ID ER AD AN AV DP L1 L3 L4 LB LK RN RP UK U1 U2 U3 U4 U5".split())
"""Tags for programs and librarians: labels, files, accession numbers, addresses of authors."""
DATE_TAGS = frozenset("PY Y1 Y2 DA".split())
"""Tags of dates: ``2001/02/03/``, and words for what these can't say."""
DOI_TAGS = ("DO", "M3", "L3", "N1", "UR", "L2")
"""Tags that a publisher may have a DOI in, the likeliest first: bare, behind ``doi:``, or as an address."""

Record: TypeAlias = "dict[str, list[str]]"


def read_ris(data: bytes, entries: Entries) -> Told:
    """Read the records of *data*."""
    text = entries.decode(data)
    not_read: dict[str, tuple[str, ...]] = {}
    for line, record in _records(text, entries):
        item = _item(record)
        key = _first(record, "ID") or made_key(item, entries.by_key)
        not_read.setdefault(key, unread(item, _said(record, item)))
        entries.add(key, line, item)
    _warn_of_another_format(text, entries)
    return Told(not_read)


def _said(record: Record, item: Item) -> Iterator[tuple[str, str]]:
    """Yield each tag that is for readers, and its value; of dates what isn't read, and no DOI that is in *item*, which has another form there."""
    for tag, values in record.items():
        for value in values:
            if tag in DATE_TAGS:
                date = item.get("accessed" if tag == "Y2" else "issued", {})
                yield tag, f"{_unread_of_date(value)} {unsaid_of(value, date)}"
            elif tag not in PRIVATE_TAGS and not _is_doi(tag, value, item):
                yield tag, value


def _is_doi(tag: str, value: str, item: Item) -> bool:
    """Say if *value* is the DOI of *item*, however it is written."""
    return tag in DOI_TAGS and bool(item.get("DOI")) and (doi_name(value) or bare(value)) == item["DOI"]


def _records(text: str, entries: Entries) -> Iterator[tuple[int, Record]]:
    """Yield line and tags of each record, which ends with ``ER``."""
    record: Record | None = None
    begun = 0
    for number, tag, value in _tagged(text):
        if tag == "TY":
            if record is not None:
                entries.warn(begun, "this record has no end (ER): it ends where the next begins")
                yield begun, record
            record, begun = {"TY": [value]}, number
        elif record is None:
            if tag != "ER":
                entries.warn(number, f"{tag} stands before a record begins (TY): it is left out")
        elif tag == "ER":
            yield begun, record
            record = None
        else:
            record.setdefault(tag, []).append(value)
    if record is not None:
        entries.warn(begun, "this record has no end (ER): it ends with the file")
        yield begun, record


def _tagged(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield number, tag and value of each line; a line without a tag belongs to the value before it."""
    begun, tag, value = 0, "", ""
    for number, line in enumerate(text.split("\n"), 1):
        if match := LINE.match(line.rstrip()):
            if tag:
                yield begun, tag, value
            begun, tag, value = number, match[1], _unescaped(match[2] or "").strip()
        elif line.strip():
            value += f" {_unescaped(line).strip()}"
    if tag:
        yield begun, tag, value


def _unescaped(value: str) -> str:
    """Return *value* without the entities of HTML that publishers leave in it."""
    return ENTITY.sub(lambda match: html.unescape(match[0]), value) if "&" in value else value


def _warn_of_another_format(text: str, entries: Entries) -> None:
    """Warn of a file that doesn't begin as RIS does, or has no record."""
    first = next(((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()), None)
    if first and not LINE.match(first[1].rstrip()):
        entries.warn(first[0], f"expected a line such as 'TY  - BOOK', not {first[1].strip()[:40]!r}")
    elif first and not entries.by_key:
        entries.warn(1, "no RIS: it has no line such as 'TY  - BOOK'")


def _first(record: Record, tags: str) -> str:
    return next((value for tag in tags.split() for value in record.get(tag, ()) if value), "")


def _item(record: Record) -> Item:
    written = record["TY"][0].upper()
    kind = TYPES.get(written, "document")
    texts = TEXTS | OF_KIND.get(kind, {})
    doi = _doi(record)
    item: Item = {"type": kind, **{name: _first(record, tags) for name, tags in texts.items()}}
    item |= {
        "DOI": doi or bare(_first(record, "DO")),
        "genre": "" if doi_name(item["genre"]) else item["genre"],
    }
    item |= _titles(record, kind) | _people(record, kind)
    if written in EDITED:
        item["editor"] = [*item.pop("author"), *item.get("editor", ())]
    item |= _pages(record, kind)
    item["issued"] = _issued(_first(record, "DA"), _first(record, "PY Y1"))
    item["accessed"] = _date(_first(record, "Y2"))
    item["keyword"] = ", ".join(filter(None, record.get("KW", ())))
    if "SN" not in texts.get("number", ""):
        item["ISBN" if kind in ("book", "chapter") else "ISSN"] = _first(record, "SN")
    item |= _notes(record, item["DOI"])
    return {name: value for name, value in item.items() if value}


def _people(record: Record, kind: str) -> Item:
    """Return the persons of a work, by their roles."""
    roles = dict(NAMES)
    own = NAMES_OF_KIND.get(kind)
    if own is not None:
        roles |= own
    elif kind == "book":
        # In the specification, A3 edits a book and A2 its series; most who have A2 alone have the editor in it.
        of_series = record.get("A3") or (_first(record, "AU A1") and _first(record, "T2 T3"))
        roles |= {"editor": "ED A3", "collection-editor": "A2"} if of_series else {"editor": "ED A2"}
    else:
        roles |= {"collection-editor": "A3"}
    if kind not in ("book", "legal_case", "patent") and not any(
        "A2" in tags.split() for tags in roles.values()
    ):
        roles["editor" if kind in PARTS_OF_BOOKS or kind.startswith("article") else "contributor"] = "ED A2"
    return {
        role: [
            csl_name(name) for tag in tags.split() for value in record.get(tag, ()) for name in _names(value)
        ]
        for role, tags in roles.items()
    }


def _names(value: str) -> list[str]:
    """Return the names in *value*: one; or several with semicolons between, if each has a surname and a given name."""
    names = [name.strip() for name in value.split(";") if name.strip()]
    return names if all("," in name for name in names) else [value]


def _titles(record: Record, kind: str) -> Item:
    """Return the titles of the work, of what it is part of, and of the series."""
    in_book = kind in PARTS_OF_BOOKS
    title = _first(record, "TI T1 CT") or ("" if in_book else _first(record, "BT"))
    if kind == "book" or kind in IN_SERIES:
        return {"title": title, "collection-title": _first(record, "T3 T2")}
    if kind == "paper-conference" and record.get("C3"):
        return {
            "title": title,
            "container-title": _first(record, "C3"),
            "event-title": _first(record, "T2"),
            "collection-title": _first(record, "T3"),
        }
    container = _first(record, "T2 JO JF BT") if in_book else _first(record, "JF JO T2 JA")
    titles = {"title": title, "container-title": container}
    if (short := _first(record, "J2 JA J1 JO")) != container:
        titles["container-title-short"] = short
    if kind == "legal_case":
        titles["container-title"] = _first(record, "A2") or container
    return titles if kind in ("bill", "hearing") else {**titles, "collection-title": _first(record, "T3")}


def _pages(record: Record, kind: str) -> Item:
    """Return the pages of the work; their number, if it is a whole one; the number of an article that has none."""
    first, last = _first(record, "SP"), _first(record, "EP")
    if kind in WHOLE and not last and not RANGE.fullmatch(first):
        return {"number-of-pages": first}
    pages = "-".join(page for page in (first, last) if page)
    return {"page": pages or (_first(record, "C7") if kind.startswith("article") else "")}


def _doi(record: Record) -> str:
    """Return the bare name of the DOI, wherever it stands; nothing if there is none."""
    said = (value for tag in DOI_TAGS for value in record.get(tag, ()))
    return next((name for value in said if (name := doi_name(value))), "")


def _notes(record: Record, doi: str) -> Item:
    """Return the notes for readers; what a user noted in Zotero isn't for them, nor the *doi*, which has its own variable."""
    notes = [note for note in record.get("N1", ()) if note]
    private = [note for note in notes if PRIVATE.match(note)]
    known = [note for note in notes if doi and doi_name(note) == doi]
    said = [note for note in notes if note not in private and note not in known]
    return {
        "note": ". ".join(
            note.rstrip(".") if place < len(said) - 1 else note for place, note in enumerate(said)
        ),
        "annote": " ".join(private),
    }


_DATE = re.compile(r"(\d{4})(?:/(\d{0,2}))?(?:/(\d{0,2}))?(?:/(.*))?", re.DOTALL)
"""A date of RIS: year, month and day, and words."""


def _issued(day: str, year: str) -> Item:
    """Return the date of publication that ``DA`` (*day*) and ``PY`` (*year*) say; ``May 3`` stands beside its year."""
    whole = _date(day)
    if "date-parts" in whole or not year:
        return whole
    beside = csl_date(f"{day} {year.strip('/')}") if day else {}
    return beside if "date-parts" in beside else _date(year)


def _date(text: str) -> Item:
    """Return the date that *text* means: RIS's ``2001/02/03/``, with or without words after it, or any other form."""
    match = _DATE.fullmatch(text.strip())
    if not match:
        return csl_date(text)
    year, month, day, words = match.groups()
    date = csl_date("-".join(filter(None, (year, month, day if month else ""))))
    days = days_of(words, "") if words and not month else []
    return {"date-parts": [[int(year), *some] for some in days]} if days and date else date


def _unread_of_date(text: str) -> str:
    """Return the words of a date of RIS that aren't read: *Easter*, or *accepted*."""
    match = _DATE.fullmatch(text.strip())
    words = (match[4] or "") if match else ""
    return "" if days_of(words, "") and match and not match[2] else words
