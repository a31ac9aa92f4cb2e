"""A group, looked up and resolved → the works that each of its documents cites, for what counts them.

A work is cited by a citation in the text or in a note, or by an entry that the author has typed into the article's bibliography.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...csl.model import plain_text
from ...csl.simple import plain_entry
from .kept_works import work_of_item, work_of_typed
from .records import entry_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...core.works import Work
    from ...csl.model import Item
    from .format import FormattedGroup
    from .look_up import LookedUp
    from .resolutions import PrintedEntry, Resolution


def cited_works(
    group: LookedUp,
    formatted: FormattedGroup,
    resolutions: Mapping[str, Resolution],
    items: Mapping[str, Item],
) -> dict[str, tuple[Work, ...]]:
    """Return the works that each document of *group* cites, each once. A condition may take a citation out: it doesn't count."""
    listed = {entry.identifier: entry.work for entry in _entries(resolutions)}
    of_files = {entry.key: entry.work for entry in _entries(resolutions) if entry.work.item is not None}
    answer = formatted.by_style.get(group.group.style)
    printed = {entry.key: plain_text(entry.text) for entry in (answer.entries if answer else ())}

    def of_file(key: str) -> Work:
        if key not in of_files:  # an article without a bibliography
            words = printed.get(key) or plain_text(plain_entry(key, items[key]).text)
            of_files[key] = work_of_item(words, items[key])
        return of_files[key]

    found: dict[str, dict[Work, None]] = {docname: {} for docname in group.contents}
    for (docname, _number), citation, entries in group.citations():
        if citation.conditional:
            continue
        for entry, where in entries.typed:
            work = listed.get(entry_id(entry.key, where)) or work_of_typed(entry)
            found[docname][work] = None
        found[docname] |= dict.fromkeys(map(of_file, entries.keys))
    for docname, contents in group.contents.items():
        for bibliography, entries_of_list in zip(contents.lists, resolutions[docname].lists, strict=True):
            if bibliography.entries is not None:
                found[docname] |= dict.fromkeys(entry.work for entry in entries_of_list)
    return {docname: tuple(works) for docname, works in found.items()}


def _entries(resolutions: Mapping[str, Resolution]) -> Iterator[PrintedEntry]:
    return (entry for one in resolutions.values() for entries in one.lists for entry in entries)
