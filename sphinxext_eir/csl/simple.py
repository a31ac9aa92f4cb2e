"""Plain author and year, straight from an item, which are printed where pandoc fails, so that no citation is lost."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..text.dates import NO_DATE
from .model import Citation, CiteLink, Formatted, FormattedCitation, FormattedEntry, Mode, Text
from .terms import LABELS, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .model import Cite, Context, Inlines, Item

NAMES = ("author", "editor", "translator", "director", "container-author")
MOST_NAMES = 3
RANGE = re.compile(r"(?<=\d)\s*--?\s*(?=\d)")


def author_year(item: Item) -> tuple[str, str]:
    """Return the short names and the year of *item*: ``("Blank and Clark", "2000")``.

    The title stands for names that are missing, ``n.d.`` for a year that is missing.
    """
    people = next((names for name in NAMES if (names := _short_names(item.get(name)))), None)
    return _joined(people) if people else str(item.get("title") or "").strip(), _year(item) or NO_DATE


def _short_names(value: Any) -> list[str]:
    names = value if isinstance(value, list) else []
    return [short for name in names if isinstance(name, dict) and (short := _short_name(name))]


def _short_name(name: dict[str, Any]) -> str:
    particle = str(name.get("non-dropping-particle") or "")
    family = str(name.get("family") or name.get("literal") or name.get("given") or "")
    return f"{particle} {family}".strip()


def _joined(names: list[str]) -> str:
    if len(names) > MOST_NAMES:
        return f"{names[0]} et al."
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _year(item: Item) -> str:
    issued = item.get("issued")
    if not isinstance(issued, dict):
        return ""
    match issued.get("date-parts"):
        case [[year, *_], *_]:
            return str(year)
    return str(issued.get("raw") or issued.get("literal") or "")


# A whole context


def plainly(context: Context, message: str) -> Formatted:
    """Return *context* in plain words, with the *message* why."""
    cited = (cite.key for citation in context.citations for cite in citation.cites)
    keys = dict.fromkeys((*cited, *context.listed))
    entries = sorted(
        (plain_entry(key, context.items[key]) for key in keys), key=lambda entry: str(entry.text)
    )
    return Formatted(
        tuple(
            plain_citation(citation, context.items, note=context.style.is_note)
            for citation in context.citations
        ),
        tuple(entries) if context.style.has_bibliography else (),
        (message,),
        plain=True,
    )


def plain_citation(citation: Citation, items: Mapping[str, Item], *, note: bool = False) -> FormattedCitation:
    """Return *citation* in plain words."""
    if note and citation.mode is Mode.NARRATIVE:  # authors in the text; in the note, all but the prefix
        authors = [replace(cite, suffix="") for cite in citation.cites]
        cited = [replace(cite, prefix="") for cite in citation.cites]
        return FormattedCitation(
            _plain_cites(authors, items, Mode.AUTHOR), (*_plain_cites(cited, items, Mode.BARE), Text("."))
        )
    text = _plain_cites(citation.cites, items, citation.mode)
    if citation.mode in (Mode.PARENTHETICAL, Mode.BARE) and note:
        return FormattedCitation((), (*text, Text(".")))
    if citation.mode is Mode.PARENTHETICAL:
        text = (Text("("), *text, Text(")"))
    return FormattedCitation(text)


def _plain_cites(cites: Iterable[Cite], items: Mapping[str, Item], mode: Mode) -> Inlines:
    parts: list[Any] = []
    for cite in cites:
        parts += [Text("; "), *_plain_cite(cite, items[cite.key], mode)]
    return tuple(parts[1:])


def _plain_cite(cite: Cite, item: Item, mode: Mode) -> Inlines:
    author, year = author_year(item)
    locator = f", {locator_words(cite)}" if cite.locator else ""
    words = {
        Mode.AUTHOR: author,
        Mode.YEAR: f"{year}{locator}",
        Mode.NARRATIVE: f"{author} ({year}{locator})",
    }.get(mode, f"{'' if cite.suppressed else author} {year}{locator}")
    before = f"{cite.prefix} " if cite.prefix else ""
    return (Text(before), CiteLink(cite.key, (Text(words.strip()),)), Text(joined_suffix(cite.suffix)))


def plain_entry(key: str, item: Item) -> FormattedEntry:
    """Return the entry of *item* in plain words."""
    author, year = author_year(item)
    rest = (item.get(name) for name in ("title", "container-title", "publisher", "URL"))
    words = [f"{author} ({year})", *(str(value) for value in rest if value and value != author)]
    return FormattedEntry(key, (Text(". ".join(word.rstrip(".") for word in words) + "."),))


# Words of a citation


def locator_words(cite: Cite) -> str:
    """Return *cite*'s locator in English: ``p. 12``."""
    if cite.label not in LABELS:
        return f"{cite.label} {cite.locator}".strip()
    plural = any(mark in cite.locator for mark in "-–,&")
    return f"{short(cite.label, plural=plural)} {RANGE.sub('–', cite.locator)}"


def joined_suffix(suffix: str) -> str:
    """Return *suffix* with a space before it, unless it begins with punctuation."""
    if not suffix or suffix[0] in ",.;:!?)]":
        return suffix
    return f" {suffix.strip()}"
