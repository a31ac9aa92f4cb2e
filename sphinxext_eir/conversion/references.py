"""Entries of a bibliography → CSL-JSON, as far as they can be read without guessing.

A field that is not certain is left out; the entry as typed is always kept, under ``custom``, which CSL-JSON reserves for
what it has no variable for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..typed.references import Reference, read_reference
from .document import Bibliography
from .inlines import Kind, plain

if TYPE_CHECKING:
    from .document import Document
    from .inlines import Inlines

YEAR = re.compile(r"\((?P<round>(?:1[5-9]|20)\d\d)(?P<letter>[a-z]?)(?:,[^()]*)?\)")
ACCESSED = re.compile(
    r"[\[(]?(?:last |date )?(?:accessed|retrieved|viewed)(?: on)?:? (?P<month>[A-Z][a-z]+) (?P<day>\d{1,2}),? (?P<year>\d{4})"
    r"|[\[(]?(?:last |date )?(?:accessed|retrieved|viewed)(?: on)?:? (?P<day2>\d{1,2}) (?P<month2>[A-Z][a-z]+),? (?P<year2>\d{4})",
    re.IGNORECASE,
)
_PERSON = r"(?P<family{0}>[^\W\d_][\w'’ -]*), (?P<given{0}>(?:[A-ZÀ-Þ]\.[ -]?)+|[^\W\d_][\w'’-]+)"
ONE_OF_PEOPLE = re.compile(_PERSON.format("") + r"(?:,? (?:and|&) |[;,] |$)")
PERSON = re.compile(r"(?P<family>[^\W\d_][\w'’ -]*), (?P<given>[^\W\d_][\w'’. -]*)")
IMPRINT = re.compile(r"^\.? ?(?P<place>[A-Z][\w,.& '’-]{1,60}?) ?: (?P<publisher>[A-Z][^:.()]{2,80})\.?$")
DOI = re.compile(r"\b(10\.\d{4,9}/[^\s<>\"]+[^\s<>\".,;)])")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def items_of(document: Document) -> tuple[dict[str, object], ...]:
    """Return an item for each entry of *document*'s bibliographies."""
    items: list[dict[str, object]] = []
    used: set[str] = set()
    before: Reference | None = None
    for entry in (
        entry for block in document.blocks if isinstance(block, Bibliography) for entry in block.entries
    ):
        before = read_reference(plain(entry), before)
        # As the build keys typed entries, so that the file may take their place.
        items.append({"id": unique(before.key or f"entry-{len(items) + 1}", used), **read_entry(entry)})
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
    elif not titles or (year and not is_right_after(text, year.end(), titles[0])):
        item |= in_something(text[year.end() :] if year else "", titles)
    urls = [run.target for run in inlines if run.kind is Kind.LINK and run.target.startswith("http")]
    if len(set(urls)) == 1:
        item["URL"] = urls[0]
        if doi := DOI.search(urls[0]):
            item["DOI"] = doi[1]
    if accessed := date_in(ACCESSED.search(text)):
        item["accessed"] = {"date-parts": [accessed]}
    item["custom"] = {"typed": text}
    return item


QUOTED = re.compile(r"^[\s.,:]*(?:‘(?P<a>.+?)’|“(?P<b>[^”]+)”|\"(?P<c>[^\"]+)\"|'(?P<d>.+?)')[,.]?(?=\s|$)")
ISSUE = re.compile(
    r"^,? ?(?P<volume>\d{1,4}) ?\((?P<issue>\d{1,3}(?:[-–]\d{1,3})?)\)(?:[:,] ?(?:pp?\. ?)?(?P<page>\d+[-–]\d+))?"
)


def in_something(text: str, titles: list[str]) -> dict[str, object]:
    """Return what *text*, after the year, says of a work in a journal: its title in quotation marks, the journal in italics."""
    quoted = QUOTED.match(text)
    if not quoted:
        return {}
    item: dict[str, object] = {"title": next(part for part in quoted.groups() if part).strip(" .,")}
    rest = text[quoted.end() :].lstrip(" ,.")
    if len(titles) == 1 and rest.startswith(titles[0]):
        issue = ISSUE.match(rest[len(titles[0]) :].lstrip())
        if issue:
            item |= {"type": "article-journal", "container-title": titles[0]}
            item |= {name: value for name, value in issue.groupdict().items() if value}
    return item


def is_right_after(text: str, position: int, title: str) -> bool:
    """Whether *title* follows the year: only there italics are the title of the work, and not of what it is in."""
    return text[position:].lstrip(" .,:").startswith(title)


def authors_in(text: str) -> list[dict[str, str]]:
    """Return the authors that stand before the year, or one body; none if it isn't plain which."""
    if not re.search(r"\b[^\W\d_]\.$", text):  # the stop of an initial is its own
        text = text.removesuffix(".")
    text = text.rstrip(" ,")
    person = PERSON.fullmatch(text)
    if person and len(person["given"].split()) <= 3 and not re.search(r"\b(?:and|et)\b", text):
        return [{"family": person["family"].strip(), "given": person["given"].strip()}]
    people: list[dict[str, str]] = []
    position = 0
    while match := ONE_OF_PEOPLE.match(text, position):
        people.append({"family": match["family"].strip(), "given": match["given"].strip()})
        position = match.end()
    if people and position == len(text):
        return people
    named = re.search(r"[^\W\d_]", text) and not re.search(r"[,;&]|\band\b|\bet al\b", text)
    return [{"literal": text}] if named else []


def date_in(match: re.Match[str] | None) -> list[int]:
    """Return the date that was found as year, month, day."""
    if not match:
        return []
    month, day, year = (match[name] or match[f"{name}2"] for name in ("month", "day", "year"))
    number = next((n for n, name in enumerate(MONTHS, 1) if month.lower().startswith(name)), 0)
    return [int(year), number, int(day)] if number and 1 <= int(day) <= 31 else []


def unique(key: str, used: set[str]) -> str:
    """Return *key*, or *key* and a number if there is one already, as the build does."""
    found, number = key, 2
    while found in used:
        found = f"{key}-{number}"
        number += 1
    used.add(found)
    return found
