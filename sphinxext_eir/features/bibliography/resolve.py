"""A group, looked up and formatted → what the citations and bibliographies of its documents say."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...csl.model import plain_text
from ...csl.simple import author_year
from .cited_entries import name_of
from .kept_works import work_of_item, work_of_typed
from .records import TypedCitation, entry_id
from .resolutions import KeyedText, PrintedEntry, Resolution, Target, TypedLink
from .wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ...csl.model import FormattedEntry, Item
    from ...typed.references import Reference
    from .cited_entries import CitedEntries
    from .format import FormattedGroup
    from .look_up import LookedUp
    from .records import Bibliography, KeyedCitation
    from .resolutions import Place
    from .styles import Styles


def resolved(
    group: LookedUp,
    formatted: FormattedGroup,
    items: Mapping[str, Item],
    styles: Styles,
    titles: Mapping[str, str],
) -> dict[str, Resolution]:
    """Return the resolution of each document of *group*. *items* are those of files; *titles*, those of documents."""
    lists = _lists(group, formatted, items)
    targets = _targets(group, lists)
    wording = Wording(group.group.style, formatted, items, styles)
    cited: dict[str, list[TypedLink | KeyedText | None]] = {docname: [] for docname in group.contents}
    for place, citation, entries in group.citations():
        found = targets.of(entries, place[0])
        cited[place[0]].append(_resolved(place, citation, entries, found, wording))
    return {
        docname: Resolution(tuple(cited[docname]), printed, _titles(docname, printed, titles))
        for docname, printed in lists.items()
    }


def _titles(
    docname: str, lists: Sequence[Sequence[PrintedEntry]], titles: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """Return the titles of the other documents that cite an entry of *lists*."""
    citing = {where for entries in lists for entry in entries for where, _ in entry.cited_at} - {docname}
    return tuple((where, titles.get(where, where)) for where in sorted(citing))


# Bibliographies


def _lists(
    group: LookedUp, formatted: FormattedGroup, items: Mapping[str, Item]
) -> dict[str, tuple[tuple[PrintedEntry, ...], ...]]:
    """Return the entries of each bibliography, by document."""
    cited_at = _cited_at(group)
    lists = {}
    for docname, contents in group.contents.items():
        owners = _owners(contents.lists, group.listed[docname])
        identifiers = _identifiers(docname, contents.lists, owners)
        entries: list[tuple[PrintedEntry, ...]] = []
        for number, (listed, keys) in enumerate(zip(contents.lists, group.listed[docname], strict=True)):
            if listed.entries is not None:
                entries.append(
                    tuple(
                        _typed_entry(entry, docname, cited_at, group.group.locale or "en")
                        for entry in listed.entries
                    )
                )
                continue
            answer = formatted.by_style.get(listed.style or group.group.style)
            wanted = set(keys)
            entries.append(
                tuple(
                    _entry_of_file(
                        entry,
                        items[entry.key],
                        identifiers[entry.key] if owners[entry.key] == number else "",
                        cited_at,
                    )
                    for entry in (answer.entries if answer else ())
                    if entry.key in wanted
                )
            )
        lists[docname] = tuple(entries)
    return lists


def _owners(lists: Sequence[Bibliography], keys: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the number of the list in which each entry of a file has its id: the first, if possible one that no condition takes out."""
    owners: dict[str, int] = {}
    for conditional in (False, True):
        for number, (listed, of_list) in enumerate(zip(lists, keys, strict=True)):
            if listed.conditional is conditional:
                for key in of_list:
                    owners.setdefault(key, number)
    return owners


def _identifiers(docname: str, lists: Sequence[Bibliography], keys: Iterable[str]) -> dict[str, str]:
    """Return the ids of the entries of files that *docname* prints; a typed entry with the same key has the usual one."""
    typed = {entry.key for listed in lists for entry in listed.entries or ()}
    return {key: entry_id(f"{key} of a file" if key in typed else key, docname) for key in keys}


_CitedAt = dict[tuple[str, str], list["Place"]]
"""The places that cite an entry, by the document it stands in (empty for one of a file) and its key."""


def _cited_at(group: LookedUp) -> _CitedAt:
    """Return the places that cite each entry."""
    cited_at: _CitedAt = {}
    for place, citation, entries in group.citations():
        if citation.conditional and len(group.contents) > 1:
            continue  # another page can't tell if the citation is printed
        for entry, docname in entries.typed:
            cited_at.setdefault((docname, entry.key), []).append(place)
        for key in entries.keys:
            cited_at.setdefault(("", key), []).append(place)
    return cited_at


def _typed_entry(entry: Reference, docname: str, cited_at: _CitedAt, language: str) -> PrintedEntry:
    return PrintedEntry(
        entry.key,
        entry_id(entry.key, docname),
        name_of(entry, language),
        work=work_of_typed(entry),
        cited_at=tuple(cited_at.get((docname, entry.key), ())),
    )


def _entry_of_file(entry: FormattedEntry, item: Item, identifier: str, cited_at: _CitedAt) -> PrintedEntry:
    """Return *entry* as it is printed, with this *identifier*; without id and backlinks if that is empty."""
    return PrintedEntry(
        entry.key,
        identifier,
        " ".join(author_year(item)),
        entry.text,
        entry.label,
        work_of_item(plain_text(entry.text), item),
        page_seen(item),
        tuple(cited_at.get(("", entry.key), ())) if identifier else (),
    )


def page_seen(item: Item) -> tuple[str, datetime.date] | None:
    """Return the URL of *item* and its date of access, if it has both; a month or day that isn't given is the first."""
    match (item.get("accessed") or {}).get("date-parts"):
        case [[year, *rest], *_] if item.get("URL"):
            month, day = ([int(part) for part in rest] + [1, 1])[:2]
            try:
                return str(item["URL"]), datetime.date(int(year), month, day)
            except ValueError:
                return None
    return None


# Citations


@dataclass(frozen=True)
class _Targets:
    """The places where entries are printed."""

    of_files: Mapping[str, Target]
    """The place where each entry of a file is printed first, by key."""
    conditional: frozenset[Target]
    """Entries inside ``only`` or ``ifconfig``. Other pages can't tell whether they are printed, so they don't link to them."""

    def of(self, entries: CitedEntries, docname: str) -> dict[str, Target]:
        """Return where *entries*, cited in *docname*, are printed, by key; an entry that no list prints is left out."""
        typed = {entry.key: Target(where, entry_id(entry.key, where)) for entry, where in entries.typed}
        of_files = {key: self.of_files[key] for key in entries.keys if key in self.of_files}
        return {
            key: target
            for key, target in (typed | of_files).items()
            if target.docname == docname or target not in self.conditional
        }


def _targets(group: LookedUp, lists: Mapping[str, tuple[tuple[PrintedEntry, ...], ...]]) -> _Targets:
    """Return the places where the entries of *lists* are printed."""
    of_files: dict[str, Target] = {}
    conditional: set[Target] = set()
    for docname, contents in group.contents.items():
        for listed, entries in zip(contents.lists, lists[docname], strict=True):
            for entry in entries:
                target = Target(docname, entry.identifier)
                if listed.entries is None and entry.identifier:
                    of_files.setdefault(entry.key, target)
                if listed.conditional:
                    conditional.add(target)
    return _Targets(of_files, frozenset(conditional))


def _resolved(
    place: Place,
    citation: TypedCitation | KeyedCitation,
    entries: CitedEntries,
    targets: dict[str, Target],
    wording: Wording,
) -> TypedLink | KeyedText | None:
    """Return what a citation says and leads to; None if it stays as typed."""
    if isinstance(citation, TypedCitation):
        target = next(iter(targets.values()), None)
        return TypedLink(target, entries.start) if target else None
    text, note = wording.of(place, citation, entries)
    spelt = {
        spelling: targets[typed.entry.key]
        for typed, spelling in zip(entries.typed, entries.spellings, strict=True)
        if typed.entry.key in targets
    }
    return KeyedText(text, note, tuple((targets | spelt).items()))
