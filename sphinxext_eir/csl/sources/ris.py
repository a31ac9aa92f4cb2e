"""RIS: tagged lines, a record from ``TY`` to ``ER``. Pandoc, which reads RIS, loses days, second dates and names of bodies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from ..items import csl_date
from .entries import Plain, csl_name, made_key

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
    "title": "TI T1 CT",
    "title-short": "ST",
    "container-title-short": "JA J1",
    "publisher": "PB",
    "publisher-place": "CY PP",
    "volume": "VL",
    "issue": "IS CP",
    "edition": "ET",
    "DOI": "DO",
    "URL": "UR L2",
    "language": "LA",
    "abstract": "AB N2",
    "note": "N1",
    "call-number": "CN",
    "archive": "DB",
    "genre": "M3",
}
"""Each variable of CSL and the tags that may give it, the better first."""
NAMES = {"author": "AU A1", "editor": "ED", "translator": "A4 TA"}

Record: TypeAlias = "dict[str, list[str]]"


def read_ris(data: bytes, entries: Entries) -> Plain:
    """Read the records of *data*."""
    text = entries.decode(data)
    for line, record in _records(text, entries):
        item = _item(record)
        given = _first(record, "ID")
        entries.add(given or made_key(item, entries.by_key), line, item)
    _warn_of_another_format(text, entries)
    return Plain()


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
            begun, tag, value = number, match[1], (match[2] or "").strip()
        elif line.strip():
            value += f" {line.strip()}"
    if tag:
        yield begun, tag, value


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
    kind = TYPES.get(record["TY"][0].upper(), "document")
    item: Item = {"type": kind, **{name: _first(record, tags) for name, tags in TEXTS.items()}}
    for role, tags in NAMES.items():
        item[role] = [csl_name(value) for tag in tags.split() for value in record.get(tag, ())]
    in_book = kind in PARTS_OF_BOOKS
    second = [csl_name(value) for value in record.get("A2", ())]
    item["editor" if in_book or kind == "book" else "contributor"] = [*item.get("editor", ()), *second]
    item["collection-editor"] = [csl_name(value) for value in record.get("A3", ())]
    item |= _titles(record, kind, in_book=in_book)
    item["page"] = "-".join(page for page in (_first(record, "SP"), _first(record, "EP")) if page)
    item["issued"] = _date(_first(record, "DA") or _first(record, "PY Y1"))
    if not item["issued"]:
        item["issued"] = _date(_first(record, "PY Y1"))
    item["accessed"] = _date(_first(record, "Y2"))
    item["keyword"] = ", ".join(filter(None, record.get("KW", ())))
    item["ISBN" if kind in ("book", "chapter") else "ISSN"] = _first(record, "SN")
    return {name: value for name, value in item.items() if value}


def _titles(record: Record, kind: str, *, in_book: bool) -> Item:
    """Return the titles of the work, of what it is part of, and of the series."""
    title = _first(record, "TI T1 CT") or ("" if in_book else _first(record, "BT"))
    container = _first(record, "T2 JO JF BT") if in_book else _first(record, "JO JF T2 JA")
    if kind == "book":
        return {"title": title, "collection-title": _first(record, "T3 T2")}
    return {"title": title, "container-title": container, "collection-title": _first(record, "T3")}


def _date(text: str) -> Item:
    """Return the date that *text* means: RIS's ``2001/02/03/``, with or without words after it, or any other form."""
    match = re.fullmatch(r"(\d{4})(?:/(\d{0,2}))?(?:/(\d{0,2}))?(?:/(.*))?", text.strip())
    if not match:
        return csl_date(text)
    return csl_date("-".join(part for part in match.groups()[:3] if part))
