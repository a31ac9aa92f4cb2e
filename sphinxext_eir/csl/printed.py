"""The ledger of printed entries: each variable that a style calls for an item is in the entry, or is named.

The words of a variable are compared with those of the entry, as the ledger of BibTeX compares fields. A style may shorten what it
prints: names to *et al.*, pages to ``105-10``, a day to its year, a number to a word. That much is its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .calls import layout_of
from .comparing import lost_word, words_of
from .items import DATES, NAMES
from .model import FormattedEntry, Mode, Text, Unprinted, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from xml.etree.ElementTree import Element

    from .calls import Layout
    from .model import Context, FormattedCitation, Item

MADE = frozenset(
    "citation-label citation-number year-suffix page-first locator first-reference-note-number".split()
)
"""Variables that a processor makes."""
SILENT = frozenset(
    """
    type language abstract keyword annote citation-key citation-label year-suffix title-short container-title-short
    collection-title-short author-short editor-short
    """.split()
)
"""Variables for programs, and short forms: that a style leaves them out is nothing to tell."""
FIRST = frozenset(("title", "title-short", "container-title"))
"""Variables that may begin an entry in place of names. A dash may stand for them, if the entry before it begins alike."""
WHOLE = frozenset((Mode.PARENTHETICAL, Mode.NARRATIVE, Mode.BARE))
"""Modes of citations that print all that a style calls."""
IN_WORDS = frozenset(("long-ordinal", "roman"))
"""Forms in which a number isn't written in digits."""


def printed_entries(
    context: Context, citations: Iterable[FormattedCitation], entries: Iterable[FormattedEntry]
) -> Iterator[FormattedEntry]:
    """Yield what prints the items of *context* in full: their *entries*; in a style without any, their first *citations*.

    A citation without the names or the rest, as its author wished, isn't judged.
    """
    if not layout_of(context.style.prepared).is_of_citations:
        yield from entries
        return
    seen: set[str] = set()
    for citation, said in zip(context.citations, citations, strict=True):
        for cite in citation.cites:
            if cite.key not in seen and citation.mode in WHOLE:
                yield FormattedEntry(cite.key, (*said.text, Text(" "), *said.note))
            seen.add(cite.key)


def account(
    style: str, items: Mapping[str, Item], entries: Iterable[FormattedEntry]
) -> tuple[tuple[Unprinted, ...], tuple[tuple[str, str], ...]]:
    """Return what a prepared *style* calls and the *entries* of *items* lack; and what it doesn't call, by key.

    The entries of a style without a bibliography are the first citations of its items.
    """
    layout = layout_of(style)
    lost: list[Unprinted] = []
    uncalled: list[tuple[str, str]] = []
    dash, before = layout.substitute, ""
    for entry in entries:
        item = items[entry.key]
        calls = layout.calls(item)
        text = plain_text((*entry.label, *entry.text))
        dashed = bool(dash) and dash in text
        for variable, call in calls.items():
            said = f"{text} {before}" if dashed and variable in NAMES | FIRST else text
            if variable not in MADE and (word := _lost(variable, item[variable], call, said, layout)):
                lost.append(Unprinted(entry.key, variable, word))
        before = before if dashed else text
        uncalled += (
            (entry.key, variable) for variable in item if variable not in SILENT and variable not in calls
        )
    return tuple(lost), tuple(uncalled)


def _lost(variable: str, value: Any, call: Element, text: str, layout: Layout) -> str:
    if variable in NAMES:
        return _lost_name(value, call, text, layout)
    if variable in DATES:
        return _lost_year(value, call, text)
    if variable == "page":
        return _lost_page(str(value), text)
    if call.get("form") in IN_WORDS:
        return ""
    return lost_word(str(value), text)


def _lost_name(names: list[dict[str, Any]], call: Element, text: str, layout: Layout) -> str:
    """Return the first word that isn't printed of the names that the style doesn't shorten to *et al.*; nothing if all are."""
    if layout.option(call, "form") == "count":
        return ""
    least, first = (layout.option(call, f"et-al-{end}") for end in ("min", "use-first"))
    printed = int(first or 1) if least.isdecimal() and len(names) >= int(least) else len(names)
    others = names[:printed][-1:] == [{"literal": "others"}]
    kept = names[: printed - others]
    return lost_word(" ".join(str(name.get("family") or name.get("literal", "")) for name in kept), text)


def _lost_year(date: Mapping[str, Any], call: Element, text: str) -> str:
    """Return the first year of *date* that isn't printed, if the style asks for years; or a word of a date in words."""
    parts = {part.get("name") for part in call} if len(call) and not call.get("form") else {"year"}
    if "year" not in parts or "year" not in call.get("date-parts", "year"):
        return ""
    if date.get("literal"):
        return lost_word(str(date["literal"]), text)
    numbers = {number.lstrip("0") for number in re.findall(r"\d+", text)}
    years = (str(abs(int(day[0]))) for day in date.get("date-parts", ()) if day)
    return next((year for year in years if not any(number.startswith(year) for number in numbers)), "")


def _lost_page(page: str, text: str) -> str:
    """Return the first page that isn't printed; a style may leave out digits of the second."""
    first = re.split(r"[-–—]+", page)[0]
    return lost_word(first, text) if words_of(first) else ""
