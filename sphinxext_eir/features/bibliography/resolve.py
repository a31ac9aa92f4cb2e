"""What the documents of a group say, once it is formatted."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ...core.warnings import Subtype
from ...core.works import Work
from ...csl.model import Citation, CiteLink, Span, Text, plain_text
from ...csl.simple import author_year, plain_citation, plain_entry
from .cited_entries import name_of, typed_keys
from .look_up import MODES
from .records import SPANNED, Entry, KeyedText, Problem, Resolution, Target, Typed, TypedLink, entry_id

if TYPE_CHECKING:
    from ...csl.model import Formatted, Inline, Inlines, Item
    from ...typed.references import Reference
    from .look_up import Project
    from .plan import Group
    from .records import Keyed, Link, Resolved


class Results:
    """What the documents of a group say, once it is formatted."""

    def __init__(self, project: Project, group: Group, answers: dict[str, Formatted]) -> None:
        self._project = project
        self._group = group
        self._answers = answers
        self._targets: dict[str, Target] = {}
        """Where the entries of files are printed, by key."""
        self._cited_at: dict[tuple[str, str], list[tuple[str, int]]] = {}
        """Which places cite an entry: the document it stands in (none for one of a file) and its key."""
        self._perhaps: set[Target] = set()
        """Entries that may be left out of their page, which no other page can know."""
        self._order = {place: index for index, place in enumerate(group.clusters)}

    def made(self) -> dict[str, Resolution]:
        """Return the result of each document."""
        self._report()
        for (docname, number), link in self._group.links.items():
            cited = self._project.records[docname].cited[number]
            if cited.conditional and len(self._group.docnames) > 1:
                continue  # another page can't know whether the place is there
            for entry, where in link.typed:
                self._cited_at.setdefault((where, entry.key), []).append((docname, number))
            for key in link.keys:
                self._cited_at.setdefault(("", key), []).append((docname, number))
        lists = {docname: self._lists(docname) for docname in self._group.docnames}
        return {
            docname: Resolution(
                tuple(
                    self._cited(docname, number)
                    for number in range(len(self._project.records[docname].cited))
                ),
                lists[docname],
                self._titles(docname, lists[docname]),
            )
            for docname in self._group.docnames
        }

    def _report(self) -> None:
        """Note what formatting has to say, with the group's first document."""
        problems = self._group.problems[self._group.docnames[0]]
        for formatted in self._answers.values():
            problems += [Problem(Subtype.STYLE, message) for message in filter(None, formatted.messages)]
        for name, context in self._project.contexts(self._group).items():
            if context.listed or context.citations:
                problems += [
                    Problem(Subtype.STYLE, message) for message in self._project.style(name).messages
                ]

    # Bibliographies

    def _lists(self, docname: str) -> tuple[tuple[Entry, ...], ...]:
        printed: set[str] = set()
        lists = []
        for listed in self._project.records[docname].lists:
            if listed.entries is not None:
                lists.append(tuple(self._typed_entry(entry, docname) for entry in listed.entries))
                if listed.conditional:
                    self._perhaps |= {Target(docname, entry.identifier) for entry in lists[-1]}
                continue
            formatted = self._answers.get(listed.style or self._group.style)
            wanted = set(self._project.keys_of(listed, self._group, docname))
            entries = []
            for entry in formatted.entries if formatted else ():
                if entry.key in wanted:
                    identifier = "" if entry.key in printed else entry_id(entry.key, docname)
                    printed.add(entry.key)
                    self._targets.setdefault(entry.key, Target(docname, identifier))
                    item = self._project.library.items[entry.key]
                    entries.append(
                        Entry(
                            entry.key,
                            identifier,
                            " ".join(author_year(item)),
                            entry.text,
                            entry.label,
                            Work(
                                plain_text(entry.text), str(item.get("URL") or ""), str(item.get("DOI") or "")
                            ),
                            page_seen(item),
                            tuple(self._cited_at.get(("", entry.key), ())) if identifier else (),
                        )
                    )
            lists.append(tuple(entries))
            if listed.conditional:
                self._perhaps |= {Target(docname, entry.identifier) for entry in entries}
        return tuple(lists)

    def _typed_entry(self, entry: Reference, docname: str) -> Entry:
        cited_at = tuple(self._cited_at.get((docname, entry.key), ()))
        return Entry(
            entry.key,
            entry_id(entry.key, docname),
            name_of(entry),
            work=Work(entry.text, entry.url, entry.doi),
            cited_at=cited_at,
        )

    def _titles(self, docname: str, lists: tuple[tuple[Entry, ...], ...]) -> tuple[tuple[str, str], ...]:
        """Return the titles of the other documents that cite what *lists* print."""
        citing = {where for entries in lists for entry in entries for where, _ in entry.cited_at} - {docname}
        return tuple((where, self._project.plan.titles.get(where, where)) for where in sorted(citing))

    # Citations

    def _cited(self, docname: str, number: int) -> Resolved:
        cited = self._project.records[docname].cited[number]
        link = self._group.links[docname, number]
        targets = {entry.key: Target(where, entry_id(entry.key, where)) for entry, where in link.typed}
        targets |= {key: self._targets[key] for key in link.keys if key in self._targets}
        targets = {
            key: target
            for key, target in targets.items()
            if target.docname == docname or target not in self._perhaps
        }
        if isinstance(cited, Typed):
            found = next(iter(targets.values()), None)
            return TypedLink(found, link.start) if found else None
        text, note = self._words(cited, link, docname, number)
        # A typed entry may be found by another spelling of its key.
        spelt = {
            key: targets[entry.key]
            for (entry, _), key in zip(link.typed, typed_keys(cited, link), strict=False)
            if entry.key in targets
        }
        return KeyedText(text, note, tuple((targets | spelt).items()))

    def _words(self, cited: Keyed, link: Link, docname: str, number: int) -> tuple[Inlines, Inlines]:
        """Return what a citation says: in the text, and in its note."""
        if cited.role == "nocite":
            return (), ()
        style = self._group.style
        if (docname, number) in self._order:
            formatted = self._answers[style].citations[self._order[docname, number]]
            numbers = {entry.key: number for number, entry in enumerate(self._answers[style].entries, 1)}
            return with_spanned(formatted.text, cited.keys, numbers), formatted.note
        items: dict[str, Item] = {}
        for (entry, _), key in zip(link.typed, typed_keys(cited, link), strict=False):
            items[key] = item_of(entry)
        items |= {key: self._project.library.items[key] for key in link.keys}
        items |= {key: {"title": key, "issued": {"literal": "?"}} for key in link.missing}
        if cited.role == "fullcite":
            return self._full(cited, items), ()
        plain = plain_citation(
            Citation(cited.cites, MODES[cited.role], cited.note),
            items,
            note=self._project.style(style).is_note,
        )
        return plain.text, plain.note

    def _full(self, cited: Keyed, items: dict[str, Item]) -> Inlines:
        """Return whole entries, as the bibliography has them."""
        answer = self._answers.get(self._group.style)
        formatted = {entry.key: entry.text for entry in answer.entries} if answer else {}
        parts: list[Any] = []
        for key in cited.keys:
            text = formatted.get(key) or (
                items[key]["text"] if "text" in items[key] else plain_entry(key, items[key]).text
            )
            parts += [*([Text(" ")] if parts else []), *text]
        return tuple(parts)


def page_seen(item: Item) -> tuple[str, datetime.date] | None:
    """Return the URL of *item* and its date of access, if it has both; a date without a day is the first."""
    match (item.get("accessed") or {}).get("date-parts"):
        case [[year, *rest], *_] if item.get("URL"):
            month, day = ([int(part) for part in rest] + [1, 1])[:2]
            try:
                return str(item["URL"]), datetime.date(int(year), month, day)
            except ValueError:
                return None
    return None


_DASH = {"-", "\N{EN DASH}"}


def with_spanned(text: Inlines, keys: tuple[str, ...], numbers: dict[str, int]) -> Inlines:
    """Return *text* with links to those of *keys* that a range of *numbers* spans, ``[1-4]``, which links its ends alone."""
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


def item_of(entry: Reference) -> Item:
    """Return a typed *entry* as far as a citation needs it."""
    author = [{"literal": name} for name in entry.names] + ([{"literal": "et al."}] if entry.more else [])
    return {
        "author": author,
        "title": entry.text[:40],
        "issued": {"literal": entry.year},
        "text": (CiteLink(entry.key, (Text(entry.text),)),),
    }
