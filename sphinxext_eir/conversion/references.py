"""Entries of a bibliography → CSL-JSON, as far as they can be read without guessing.

A field that is not certain is left out; the entry as typed is always kept, under ``custom``, which CSL-JSON reserves for
what it has no variable for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .document import Bibliography, Kind, plain

if TYPE_CHECKING:
    from .document import Document, Inlines

YEAR = re.compile(r"\((?P<round>(?:1[5-9]|20)\d\d)(?P<letter>[a-z]?)(?:,[^()]*)?\)")
ACCESSED = re.compile(
    r"[\[(]?(?:last |date )?(?:accessed|retrieved|viewed)(?: on)?:? (?P<month>[A-Z][a-z]+) (?P<day>\d{1,2}),? (?P<year>\d{4})"
    r"|[\[(]?(?:last |date )?(?:accessed|retrieved|viewed)(?: on)?:? (?P<day2>\d{1,2}) (?P<month2>[A-Z][a-z]+),? (?P<year2>\d{4})",
    re.IGNORECASE,
)
PERSON = re.compile(r"(?P<family>[^\W\d_][\w'’ -]*), (?P<given>[^\W\d_][\w'’. -]*)")
IMPRINT = re.compile(r"^\.? ?(?P<place>[A-Z][\w,.& '’-]{1,60}?) ?: (?P<publisher>[A-Z][^:.()]{2,80})\.?$")
DOI = re.compile(r"\b(10\.\d{4,9}/[^\s<>\"]+[^\s<>\".,;)])")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def items_of(document: Document) -> tuple[dict[str, object], ...]:
    """Return an item for each entry of *document*'s bibliographies."""
    items: list[dict[str, object]] = []
    used: set[str] = set()
    for block in document.blocks:
        if isinstance(block, Bibliography):
            for entry in block.entries:
                item = read_entry(entry)
                item["id"] = unique(key_of(item, len(items) + 1), used)
                items.append({"id": item.pop("id"), **item})
    return tuple(items)


def read_entry(inlines: Inlines) -> dict[str, object]:
    """Read one entry."""
    text = " ".join(plain(inlines).split())
    item: dict[str, object] = {"type": "document"}
    year = YEAR.search(text)
    if year:
        item["issued"] = {"date-parts": [[int(year["round"])]]}
        authors = authors_in(text[: year.start()].strip())
        if authors:
            item["author"] = authors
    titles = [" ".join(run.text.split()).strip(" .,") for run in inlines if run.kind is Kind.EMPHASIS]
    if len(titles) == 1 and year and is_right_after(text, year.end(), titles[0]):
        item["title"] = titles[0]
        imprint = IMPRINT.match(text.partition(titles[0])[2])
        if imprint:
            item |= {
                "type": "book",
                "publisher": imprint["publisher"].strip(),
                "publisher-place": imprint["place"].strip(),
            }
    urls = [run.target for run in inlines if run.kind is Kind.LINK and run.target.startswith("http")]
    if len(set(urls)) == 1:
        item["URL"] = urls[0]
        item["type"] = "webpage" if item["type"] == "document" else item["type"]
        if doi := DOI.search(urls[0]):
            item["DOI"] = doi[1]
    if accessed := date_in(ACCESSED.search(text)):
        item["accessed"] = {"date-parts": [accessed]}
    item["custom"] = {"typed": text}
    return item


def is_right_after(text: str, position: int, title: str) -> bool:
    """Whether *title* follows the year: only there italics are the title of the work, and not of what it is in."""
    return text[position:].lstrip(" .,:").startswith(title)


def authors_in(text: str) -> list[dict[str, str]]:
    """Return the authors that stand before the year: ``Family, Given``, or one body; none if it isn't plain which."""
    if not re.search(r"\b[^\W\d_]\.$", text):  # the stop of an initial is its own
        text = text.removesuffix(".")
    person = PERSON.fullmatch(text)
    if person and len(person["given"].split()) <= 3:  # noqa: PLR2004 - first names; more is a list of something
        return [{"family": person["family"].strip(), "given": person["given"].strip()}]
    return [{"literal": text}] if text and not re.search(r"[,;&]|\band\b|\bet al\b", text) else []


def date_in(match: re.Match[str] | None) -> list[int]:
    """Return the date that was found as year, month, day."""
    if not match:
        return []
    month, day, year = (match[name] or match[f"{name}2"] for name in ("month", "day", "year"))
    number = next((n for n, name in enumerate(MONTHS, 1) if month.lower().startswith(name)), 0)
    return [int(year), number, int(day)] if number and 1 <= int(day) <= 31 else []  # noqa: PLR2004 - a month's days


def key_of(item: dict[str, object], number: int) -> str:
    """Return the key of an item: its first surname and its year, as typed entries are keyed."""
    authors = item.get("author")
    issued = item.get("issued")
    if isinstance(authors, list) and isinstance(issued, dict):
        name = authors[0].get("family") or authors[0].get("literal") or ""
        key = re.sub(r"[^\w]+", "", name) + str(issued["date-parts"][0][0])
        if not key[:1].isdigit():
            return key
    return f"entry-{number}"


def unique(key: str, used: set[str]) -> str:
    """Return *key*, or *key* and a letter if there is one already."""
    candidates = (key, *(f"{key}{chr(letter)}" for letter in range(ord("b"), ord("z") + 1)))
    found = next((one for one in candidates if one not in used), f"{key}-{len(used)}")
    used.add(found)
    return found
