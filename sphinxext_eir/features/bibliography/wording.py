"""The words of a citation by key: as pandoc formats it or, if an entry is typed or missing, author and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...csl.model import Citation, CiteLink, Span, Text
from ...csl.simple import plain_citation, plain_entry
from .format import MODES
from .resolutions import SPANNED
from .role_text import BIBLIOREF, words_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...csl.model import Inline, Inlines, Item
    from ...typed.references import Reference
    from .cited_entries import CitedEntries
    from .format import FormattedGroup
    from .records import KeyedCitation
    from .resolutions import Place
    from .styles import Styles


class Wording:
    """The words of the citations by key of one group."""

    def __init__(
        self, style: str, formatted: FormattedGroup, items: Mapping[str, Item], styles: Styles
    ) -> None:
        """Take the name of the group's style, the group formatted, and the items of files."""
        self._style = style
        self._styles = styles
        self._citations = formatted.citations
        self._items = items
        answer = formatted.by_style.get(style)
        entries = answer.entries if answer else ()
        self._whole: dict[str, Inlines] = {entry.key: entry.text for entry in entries}
        self._numbers = {entry.key: number for number, entry in enumerate(entries, 1)}

    def of(self, place: Place, cited: KeyedCitation, entries: CitedEntries) -> tuple[Inlines, Inlines]:
        """Return the words of the citation at *place*: those in the sentence, and those in its note."""
        if cited.role == "nocite":
            return (), ()
        if cited.role == "fullcite":
            return self._full(cited, entries), ()
        if cited.role == BIBLIOREF:
            words, raised = words_in(cited.role, cited.text)
            said = Text(words)
            shown = (Span("superscript", (said,)) if raised else said,)
            return ((CiteLink(cited.keys[0], shown),) if cited.keys else shown), ()
        formatted = self._citations.get(place)
        if formatted:
            return with_spanned(formatted.text, cited.keys, self._numbers), formatted.note
        citation = Citation(cited.cites, MODES[cited.role], cited.note)
        plain = plain_citation(citation, self._items_of(entries), note=self._styles.read(self._style).is_note)
        return plain.text, plain.note

    def _full(self, cited: KeyedCitation, entries: CitedEntries) -> Inlines:
        """Return whole entries, as the bibliography has them."""
        typed = {
            spelling: _link_of(one.entry)
            for one, spelling in zip(entries.typed, entries.spellings, strict=True)
        }
        items = self._items_of(entries)
        parts: list[Inline] = []
        for key in cited.keys:
            text = self._whole.get(key) or typed.get(key) or plain_entry(key, items[key]).text
            parts += [*([Text(" ")] if parts else []), *text]
        return tuple(parts)

    def _items_of(self, entries: CitedEntries) -> dict[str, Item]:
        """Return items for *entries*, by key as the author spelt it."""
        typed = {
            spelling: _item_of(one.entry)
            for one, spelling in zip(entries.typed, entries.spellings, strict=True)
        }
        of_files = {key: self._items[key] for key in entries.keys}
        missing: dict[str, Item] = {
            key: {"title": key, "issued": {"literal": "?"}} for key in entries.missing
        }
        return typed | of_files | missing


def _item_of(entry: Reference) -> Item:
    """Return a typed *entry* as an item, as far as a citation needs it."""
    author = [{"literal": name} for name in entry.names] + ([{"literal": "et al."}] if entry.more else [])
    return {"author": author, "title": entry.text[:40], "issued": {"literal": entry.year}}


def _link_of(entry: Reference) -> Inlines:
    """Return a typed *entry* in words."""
    return (CiteLink(entry.key, (Text(entry.text),)),)


_DASH = {"-", "\N{EN DASH}"}


def with_spanned(text: Inlines, keys: tuple[str, ...], numbers: Mapping[str, int]) -> Inlines:
    """Return *text* with a link for each of *keys* inside a range of *numbers*: ``[1-4]`` links just its ends."""
    if len(keys) <= 2:
        return text
    made: list[Inline] = []
    for position, inline in enumerate(text):
        made.append(inline)
        ends = text[position - 1 : position] + text[position + 1 : position + 2]
        if (
            isinstance(inline, Text)
            and inline.text.strip() in _DASH
            and all(isinstance(end, CiteLink) for end in ends)
        ):
            first, last = (numbers.get(end.key, 0) for end in ends if isinstance(end, CiteLink))
            made += [
                CiteLink(key, (Span(SPANNED, (Text(str(numbers[key])),)),))
                for key in sorted(keys, key=lambda key: numbers.get(key, 0))
                if first < numbers.get(key, 0) < last
            ]
    return tuple(made)
