"""Entries → works, as other features are told of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...core.works import Work
from ...text.dates import SUFFIX
from ...text.numerals import YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...csl.model import Item
    from ...typed.references import Reference

_LONGEST_HEAD = 400  # characters
_BETWEEN = re.compile(
    rf"""[\s.,;:&]* (?: et\s+al\b [\s.,;:]* )?
         (?: [(\[] [^()\[\]\d]{{1,80}} [)\]] [\s.,;:]* | \b(?:eds?|hrsg)\b [\s.,;:]* ){{0,3}}      # (eds)
         (?: [(\[] [^()\[\]]{{0,80}} [)\]] | {YEAR}(?:{SUFFIX}\b)? )? [\s.,;:]*                       # (2000a)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What stands between the authors of an entry and its title."""


def work_of_typed(entry: Reference) -> Work:
    """Return the work of a typed *entry*."""
    people = tuple((person.surname, person.given) for person in entry.people)
    year = entry.years[0] if entry.years else ""
    return Work(
        entry.text,
        entry.url,
        entry.doi,
        people=people,
        edited=entry.editors,
        year=year,
        title=_after_authors(entry),
    )


def _after_authors(entry: Reference) -> str:
    """Return what stands in *entry* after its authors and their year; the title comes first."""
    head, end = entry.text[:_LONGEST_HEAD], 0
    for person in entry.people:
        for part in (person.surname, person.given):
            found = head.find(part, end) if part else -1
            end = found + len(part) if found >= 0 else end
    between = _BETWEEN.match(entry.text, end)
    return entry.text[between.end() :] if between else ""


def work_of_item(text: str, item: Item) -> Work:
    """Return the work of *item*, an entry of a file that is printed as *text*."""
    people = tuple(_names(item, "author"))
    editors = () if people else tuple(_names(item, "editor"))
    match item.get("issued"):
        case {"date-parts": [[year, *_], *_]}:
            known = str(year)
        case _:
            known = ""
    return Work(
        text,
        str(item.get("URL") or ""),
        str(item.get("DOI") or ""),
        item,
        people or editors,
        edited=bool(editors),
        year=known,
        title=str(item.get("title") or ""),
    )


def _names(item: Item, role: str) -> Iterator[tuple[str, str]]:
    """Yield surname and given names of those who have a *role* in *item*."""
    for name in item.get(role) or ():
        if not isinstance(name, dict):
            continue
        particle = str(name.get("non-dropping-particle") or "")
        surname = f"{particle} {name.get('family') or name.get('literal') or ''}".strip()
        if surname and surname != "others":  # as BibTeX writes *et al.*
            yield surname, str(name.get("given") or "")
