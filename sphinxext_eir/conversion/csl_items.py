"""Entries of a bibliography → CSL-JSON: all that the build reads of an entry, and what else can be read without guessing.

A field that isn't certain is left out. The entry as typed is always kept, under ``custom``, which CSL-JSON reserves for
fields that it has no variable for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..text.article import Author
from ..text.dates import NO_DATE, WITHOUT_YEAR
from ..text.dois import DOI
from ..text.name_parts import family_and_given
from ..text.names import PARTICLE
from ..text.numerals import YEAR
from ..typed.references import Reference, read_reference
from .document import Bibliography
from .inlines import Kind, plain

if TYPE_CHECKING:
    from ..typed.entry_authors import Person
    from .document import Document
    from .inlines import Inlines

_PARTICLES_AFTER = re.compile(rf"\s+((?:{PARTICLE}\b\s*)+)$")
_IMPRINT = re.compile(
    r"\.?[ ]? (?P<place>[A-Z][\w,.&\s'’-]{1,60}?) [ ]?:[ ] (?P<publisher>[A-Z][^:.()]{2,80}) \.?$", re.VERBOSE
)
"""``London: Routledge.``"""
_QUOTED = re.compile(
    r"""[\s.,:]* (?: ‘(?P<single>.+?)’ | “(?P<double>[^”]+)” | "(?P<straight>[^"]+)" | '(?P<typed>.+?)' ) [,.]? (?=\s|$)""",
    re.VERBOSE,
)
"""A title in quotation marks, right after the year."""
_ISSUE = re.compile(
    r""",?[ ]? (?P<volume>\d{1,4}) [ ]?\( (?P<issue>\d{1,3}(?:[-–]\d{1,3})?) \)
        (?: [:,][ ]? (?:pp?\.[ ]?)? (?P<page>\d+[-–]\d+) )?""",
    re.VERBOSE,
)
"""``72(1), pp. 150–170``"""


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
        key = _unique(before.key or f"entry-{len(items) + 1}", used)
        items.append(
            {"id": key, "type": "document", **_read_by_build(before), **_read_further(entry, before)}
        )
    return tuple(items)


def _read_by_build(reference: Reference) -> dict[str, object]:
    """Return *reference*, what the build reads of an entry, in the variables of CSL-JSON."""
    item: dict[str, object] = {}
    if people := _names(reference):
        item["editor" if reference.editors else "author"] = people
    first, *others = reference.years or ("",)
    if first.isdecimal():
        item["issued"] = {"date-parts": [[int(first)]]}
    elif first and first != NO_DATE:  # which styles print, in their language, where there is no date
        item["issued"] = {"literal": first}
    if original := next((int(year) for year in others if year.isdecimal() and year < first), 0):
        item["original-date"] = {"date-parts": [[original]]}
    if reference.suffix:
        item["year-suffix"] = reference.suffix
    if reference.url:
        item["URL"] = re.sub(r"^www\.", "http://www.", reference.url)
    if reference.doi:
        item["DOI"] = reference.doi
    if day := reference.accessed:
        item["accessed"] = {"date-parts": [[day.year, day.month, day.day]]}
    return item


def _names(reference: Reference) -> list[dict[str, str]]:
    """Return the authors of *reference* as names of CSL-JSON; none where a title may have been read for them."""
    people = reference.people
    if not people or not (reference.years or people[0].given):
        return []
    others = [{"literal": "others"}] if reference.more else []  # *et al.* to pandoc, as BibTeX has it
    return [_name(people[0], first=True), *map(_name, people[1:]), *others]


def _name(person: Person, *, first: bool = False) -> dict[str, str]:
    """Return *person* as a name of CSL-JSON. The *first* of an entry may be a body with a name like a person's."""
    family, given = person
    if not given and not first:
        family, given = family_and_given(Author(family))
    if not given:
        return {"literal": person.surname}
    particles = _PARTICLES_AFTER.search(given)
    if not particles:
        return {"family": family, "given": given}
    return {
        "family": family,
        "given": given[: particles.start()],
        "dropping-particle": particles[1].strip(),  # `Pijl, K. van der` is cited as Pijl
    }


def _read_further(inlines: Inlines, reference: Reference) -> dict[str, object]:
    """Return what the letters and links of an entry say beside its *reference*."""
    text = " ".join(plain(inlines).split())
    item: dict[str, object] = {}
    after = _after_year(text, reference)
    emphasized = (" ".join(run.text.split()).strip(" .,") for run in inlines if run.kind is Kind.EMPHASIS)
    titles = [title for title in emphasized if title]
    right_after = bool(after and titles) and after.lstrip(" .,:").startswith(titles[0])
    if len(titles) == 1 and right_after:
        item["title"] = titles[0]
        imprint = _IMPRINT.match(text.partition(titles[0])[2])
        if imprint:
            item |= {
                "type": "book",
                "publisher": imprint["publisher"].strip(),
                "publisher-place": imprint["place"].strip(),
            }
    elif after and not right_after:
        item |= _in_something(after, titles)
    links = {run.target for run in inlines if run.kind is Kind.LINK and run.target.startswith("http")}
    if len(links) == 1:
        item |= _linked(links.pop(), reference)
    item["custom"] = {"typed": text}
    return item


def _linked(target: str, reference: Reference) -> dict[str, object]:
    """Return where a link leads, if the text of the entry doesn't say it, or only in part: its lines may break a URL."""
    if not target.startswith(reference.url):
        return {}
    doi = "" if reference.doi else DOI.search(target)
    return {"URL": target, **({"DOI": doi[1]} if doi else {})}


def _after_year(text: str, reference: Reference) -> str:
    """Return what stands in *text* after the year, with its letter and brackets; nothing if it has none."""
    if not reference.years:
        return ""
    year = reference.years[0] if reference.years[0].isdecimal() else f"(?:{WITHOUT_YEAR})"
    match = re.search(
        rf"[(\[] [^()\[\]]* \b{year} [^()\[\]]* [)\]] | \b{year} (?: [a-z]\b )? (?: \s? [(\[] {YEAR} [)\]] )?",
        text,
        re.IGNORECASE | re.VERBOSE,
    )
    return text[match.end() :].lstrip(")]") if match else ""


def _in_something(text: str, titles: list[str]) -> dict[str, object]:
    """Return what *text*, after the year, says of a work in a journal: its title in quotation marks, the journal in italics."""
    quoted = _QUOTED.match(text)
    if not quoted:
        return {}
    item: dict[str, object] = {"title": next(part for part in quoted.groups() if part).strip(" .,")}
    rest = text[quoted.end() :].lstrip(" ,.")
    if len(titles) == 1 and rest.startswith(titles[0]):
        issue = _ISSUE.match(rest[len(titles[0]) :].lstrip())
        if issue:
            item |= {"type": "article-journal", "container-title": titles[0]}
            item |= {name: value for name, value in issue.groupdict().items() if value}
    return item


def _unique(key: str, used: set[str]) -> str:
    """Return *key*, or *key* and a number if there is one already, as the build does."""
    found, number = key, 2
    while found in used:
        found = f"{key}-{number}"
        number += 1
    used.add(found)
    return found
