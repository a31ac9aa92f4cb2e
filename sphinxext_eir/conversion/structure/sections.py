"""Bibliography and notes: lists that have directives of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...text.dates import ACCESSED, WITHOUT_YEAR
from ...text.numerals import YEAR
from .. import rules
from ..document import (
    Bibliography,
    Block,
    Figure,
    Heading,
    Listing,
    Notes,
    Paragraph,
    Quote,
    Rule,
    changed,
    inlines_of,
    inside,
    text_of,
)
from ..inlines import Inline, Inlines, Kind, joined, lines_of, plain
from ..labels import is_defined, number_of
from ..outcome import Reason
from ..wording import section_name, whole
from .biography import is_address, names_of, starts_biography
from .entries import is_entry
from .notes import (
    cut_before_notes,
    decisions_on,
    is_marked,
    marker_of,
    moved_in,
    notes_of_symbols,
    read_notes,
    read_symbol_notes,
    symbols_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .draft import Draft


_OF_AN_APPENDIX = re.compile(r"[A-Z]\.\d")
"""The number of a part of an appendix: no list of the references has one."""


def find_sections(draft: Draft) -> Draft:
    """Gather entries and notes under their known headings, and under headings below those."""
    blocks: list[Block] = []
    rest = list(draft.blocks)
    level = 0
    """The level of the bibliography that is open."""
    while rest:
        block = rest.pop(0)
        name = section_name(text_of(block)) if isinstance(block, Heading) else ""
        part = isinstance(block, Heading) and (
            (
                0 < level < block.level
                and name not in rules.PUBLISHERS_LISTS
                and not _OF_AN_APPENDIX.match(text_of(block))
            )
            or (0 < level == block.level and name in rules.PARTS_OF_BIBLIOGRAPHIES)
            or (name in rules.INDEPENDENT_PARTS and bool(rest) and is_entry(text_of(rest[0])))
        )
        if isinstance(block, Heading):
            opens = name in rules.BIBLIOGRAPHIES or (part and not level)
            level = block.level if opens else level if part else 0
        if not isinstance(block, Heading) or not (part or name in (*rules.BIBLIOGRAPHIES, *rules.NOTES)):
            blocks.append(block)
            continue
        content = _section_content(rest, draft)
        del rest[: len(content)]
        notes_expected = name in rules.NOTES or _are_numbered_notes(content, draft)
        found, draft = _read_section(draft, block, content, notes_expected=notes_expected)
        blocks += found
    return _with_one_list(replace(draft, blocks=tuple(blocks)))


def _with_one_list(draft: Draft) -> Draft:
    """Put notes that the file tells itself behind those of the same numbers that stand under a heading: an article has one list.

    Numbered references are such notes: what stands in brackets in the text leads to the right one of both.
    """
    lists = [block for block in draft.blocks if isinstance(block, Notes)]
    told = next((found for found in lists if not found.title), None)
    under = next((found for found in lists if found.title), None)
    if told is None or under is None or len(lists) > 2:
        return draft
    taken = {note.label for note in under.notes}
    if taken.isdisjoint(note.label for note in told.notes):
        return draft
    last = max(number_of(label) or 0 for label in taken)
    labels = {note.label: str(last + n) for n, note in enumerate(told.notes, 1)}

    def renamed(inlines: Inlines) -> Inlines:
        return tuple(
            replace(run, target=labels.get(run.target, run.target)) if run.kind is Kind.NOTE else run
            for run in inlines
        )

    notes = (*under.notes, *(replace(note, label=labels[note.label]) for note in told.notes))
    blocks = [
        replace(under, notes=notes) if block is under else block
        for block in draft.blocks
        if block is not told
    ]
    front = replace(draft.front, title=renamed(draft.front.title))
    one = replace(draft, blocks=changed(blocks, renamed), front=front)
    count = len(told.notes)
    have = "1 note has another number" if count == 1 else f"{count} notes have other numbers"
    return one.say(f"{have} now, after those under {plain(under.title).strip()!r}")


def _are_numbered_notes(content: Sequence[Block], draft: Draft) -> bool:
    """Say if a list of references is numbered, and the text refers to its numbers: they are notes then."""
    first = content[0] if content else None
    marker = marker_of(first, listed=True) if first else None
    numbered = (isinstance(first, Listing) and first.start == 1) or bool(marker and marker.label == "1")
    if not numbered or any(
        section_name(text_of(b)) in rules.NOTES for b in draft.blocks if isinstance(b, Heading)
    ):
        return False
    runs = [run for b in draft.blocks if b not in content for inlines in inlines_of([b]) for run in inlines]
    return any(re.search(r"\w\S*\s?\[1\]|¹", run.text) for run in runs) or any(
        run.kind is Kind.SUPERSCRIPT and run.text.strip(" []") == "1" for run in runs
    )


def _section_content(rest: Sequence[Block], draft: Draft) -> list[Block]:
    """Return the blocks of *rest* that are one section's entries or notes."""
    content: list[Block] = []
    for n, block in enumerate(rest):
        if not isinstance(block, (Paragraph, Listing, Quote, Rule)):
            break
        if whole(rules.COLOPHON, text_of(block)) or starts_biography(block, names_of(draft)):
            break
        if content and is_address(block, names_of(draft)):
            break
        if isinstance(block, Rule) and (
            n + 1 == len(rest) or isinstance(rest[n + 1], Heading) or marker_of(rest[n + 1]) is None
        ):
            break
        content.append(block)
    return content


def _read_section(
    draft: Draft, heading: Heading, content: list[Block], *, notes_expected: bool
) -> tuple[list[Block], Draft]:
    """Return what stands under a heading for entries or notes: a bibliography, notes, or one after the other."""
    draft = replace(
        draft, dropped=draft.without((b.inlines for b in content if isinstance(b, Rule)), Reason.RULE)
    )
    content = [b for b in content if not isinstance(b, Rule)]
    flat = content
    marks = symbols_in((Paragraph(draft.front.title), *draft.blocks)) if notes_expected else frozenset()
    if notes_expected:
        flat = [part for block in _unlisted(content, marks) for part in cut_before_notes(block, listed=True)]
        if symbols := read_symbol_notes(flat):
            draft = draft.decided(
                *decisions_on(symbols, f"marked with symbols, under {plain(heading.inlines).strip()!r}")
            )
            return [replace(symbols, title=heading.inlines)], draft
    start = next(
        (
            n
            for n, b in enumerate(flat)
            if is_defined(text_of(b))
            or ((m := marker_of(b, listed=notes_expected)) and number_of(m.label) == 1)
        ),
        len(flat),
    )
    first = marker_of(flat[start], listed=notes_expected) if start < len(flat) else None
    if start == 0 and first and not notes_expected and not is_marked(first.label, draft.blocks):
        start = len(flat)  # entries with numbers that nothing refers to
    while start and notes_of_symbols(flat[start - 1], marks):
        start -= 1
    notes = read_notes(flat[start:], listed=notes_expected, symbols=marks)
    draft = replace(draft, dropped=draft.without(moved_in(notes), Reason.MOVED_TO_NOTES))
    draft = draft.decided(*decisions_on(notes, f"numbered from 1, under {plain(heading.inlines).strip()!r}"))
    entries, dropped = _read_entries(flat[:start])
    draft = replace(
        draft, dropped=(*draft.dropped, *draft.without(dropped, Reason.RULE)[len(draft.dropped) :])
    )
    found: list[Block] = []
    if entries and not notes_expected:
        found += [Bibliography(heading.inlines, entries), *_pictures_in(flat[:start])]
    elif notes and not any(map(plain, inlines_of(flat[:start]))):
        found.append(replace(notes, title=heading.inlines))
        return found, draft
    else:
        found += [heading, *flat[:start]]
    if notes:
        found.append(notes)
    else:
        found += flat[start:]
    return found, draft


def _has_bullets(listing: Listing, symbols: frozenset[str]) -> bool:
    """Say if the bullets of a *listing* are among the *symbols*."""
    return all(plain(item.marker).strip() in symbols for item in listing.items)


_TYPED = -1
"""The last number that lists have counted, where a number is typed: a list after it belongs to a note."""


def _is_counted(listing: Listing) -> bool:
    """Say if the numbers of a *listing* are typed nowhere, as browsers count it; each of its items begins with words."""
    firsts = [item.blocks[0] if item.blocks else None for item in listing.items]
    typed = marker_of(firsts[0], listed=True) if firsts[0] else None
    return (
        listing.start is not None
        and not any(item.marker for item in listing.items)
        and not (typed and number_of(typed.label) == listing.start)
        and all(isinstance(first, (Paragraph, Heading)) for first in firsts)
    )


def _unlisted(content: Iterable[Block], symbols: frozenset[str]) -> Iterator[Block]:
    """Yield *content* with the items of lists as paragraphs: notes typed ``1. …`` were read as a list.

    So were those typed ``* …``, where the text has such *symbols*. Notes that a list counts, as browsers do, get their numbers.
    """
    last = 0
    for block in content:
        last = _TYPED if marker_of(block, listed=True) else last
        if isinstance(block, Listing) and (block.start is not None or _has_bullets(block, symbols)):
            counted = _is_counted(block) and block.start == last + 1
            last = last + len(block.items) if counted else _TYPED
            for n, item in enumerate(block.items, block.start or 1):
                first, *others = item.blocks or (Paragraph(()),)
                marker = (Inline(f"{n}."),) if counted else item.marker
                if isinstance(first, (Paragraph, Heading) if counted else Paragraph):
                    yield Paragraph(joined((marker, first.inlines)))
                    yield from others
                else:
                    yield from (Paragraph(marker),) if marker else ()
                    yield from item.blocks
        else:
            yield block


_WHERE = re.compile(r"available|doi\b|online at", re.IGNORECASE)
"""The beginning of a line that says where an entry was read."""


def _read_entries(content: Sequence[Block]) -> tuple[tuple[Inlines, ...], list[Inlines]]:
    """Return the entries in *content*, and the bullets that are left out."""
    entries: list[Inlines] = []
    bullets: list[Inlines] = []
    for block in content:
        match block:
            case Paragraph():
                for inlines in _entries_in(block.inlines):
                    if entries and _belongs_to(entries[-1], inlines):
                        entries[-1] = joined((entries[-1], inlines))
                    else:
                        entries.append(inlines)
            case Quote():
                inner, dropped = _read_entries(block.blocks)
                entries += inner
                bullets += dropped
            case Listing():
                for item in block.items:
                    if block.start is None:
                        bullets.append(item.marker)
                    entries.append(item.marker if block.start is not None else ())
                    for within in item.blocks:
                        inner, dropped = _read_entries_in_item(within)
                        entries[-1] = joined((entries[-1], inner[0]))
                        entries += inner[1:]
                        bullets += dropped
            case _:
                entries.append(joined(tuple(inlines_of((block,)))))
    return tuple(entry for entry in entries if entry), bullets


def _read_entries_in_item(block: Block) -> tuple[tuple[Inlines, ...], list[Inlines]]:
    """Return what a *block* says of the entry whose item it stands in, the entries after that, and the bullets left out."""
    if not isinstance(block, Listing):
        return (joined(tuple(inlines_of((block,)))),), []
    said: list[Inlines] = [()]
    entries, bullets = _read_entries((block,))
    for entry in entries:
        if is_entry(plain(entry)):
            said.append(entry)
        else:
            said[-1] = joined((said[-1], entry))
    return tuple(said), bullets


def _pictures_in(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the pictures in *blocks*: no entry can hold one, though it holds what is said of it."""
    for block in blocks:
        if isinstance(block, Figure):
            yield replace(block, caption=())
        for within in inside(block):
            yield from _pictures_in(within)


_DATED = re.compile(rf"{YEAR}|(?<!\w)(?i:{WITHOUT_YEAR})")
"""What each entry of a list has, or none: a line without it, under one that has it, is the rest of an entry."""


def _entries_in(inlines: Inlines) -> list[Inlines]:
    """Return the entries in a paragraph: one on each line, or on several lines each, without blank lines between."""
    lines = lines_of(inlines)
    for entries in (lines, _grouped(lines)):
        dated = {bool(_DATED.search(plain(entry))) for entry in entries}
        if len(entries) > 1 and len(dated) == 1 and all(_is_whole_entry(plain(entry)) for entry in entries):
            return entries
    return [inlines]


def _grouped(lines: Sequence[Inlines]) -> list[Inlines]:
    """Return *lines* as entries: a new one begins where a line looks like it, and the one before has come to its end."""
    groups: list[list[Inlines]] = []
    for line in lines:
        if not groups or (
            is_entry(said := plain(line))
            and not _says_when_read(said)
            and _has_ended(plain(groups[-1][-1]).rstrip())
        ):
            groups.append([])
        groups[-1].append(line)
    return [joined(group) for group in groups]


_ENDED = re.compile(r"[.)\]”’'\"]$|https?://\S+$")
"""The end of an entry."""
_NAMES_AND_YEAR = re.compile(r"\.\s+\(?(?:\d{4}[a-z]?|n\.d)\)?\.$")
"""The end of an entry's names and year, over its title: ``Halloran, Edith, and Ruth Lindqvist. 2009.``"""


def _has_ended(text: str) -> bool:
    """Say if an entry may end with the line *text*."""
    return bool(_ENDED.search(text)) and not _NAMES_AND_YEAR.search(text)


def _is_whole_entry(text: str) -> bool:
    """Say if *text* begins and ends as an entry does, and isn't a line of one."""
    whole = bool(_ENDED.search(text)) and text.count("(") == text.count(")")
    return whole and is_entry(text) and not _says_when_read(text)


def _says_when_read(text: str) -> bool:
    """Say if *text* begins with when an entry was read, ``Retrieved May 4, 2022``; a comma after that word makes it a name."""
    match = ACCESSED.match(text)
    return match is not None and "," not in match[0]


def _belongs_to(entry: Inlines, inlines: Inlines) -> bool:
    """Say if *inlines*, a paragraph of its own, is the rest of the *entry* before it: mostly its URL."""
    text = plain(inlines)
    has_link = any(run.kind is Kind.LINK for run in entry)
    begins_with_link = bool(inlines) and inlines[0].kind is Kind.LINK
    if begins_with_link or text.startswith(("http://", "https://", "www.", "<http")):
        return not has_link
    if text[:1].islower():
        return not rules.LOWER_NAMES.match(text)
    said = text[text[:1] in "([" :]
    return bool(_WHERE.match(said) or ACCESSED.match(said)) and (said != text or not is_entry(text))
