"""Bibliography and notes: lists that have directives of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..document import Bibliography, Block, Heading, Listing, Note, Notes, Paragraph, Quote, Rule, inlines_of
from ..inlines import Inline, Inlines, Kind, cut, joined, lines_of, plain, stripped
from ..outcome import Reason
from . import rules
from .biography import names_of, starts_biography
from .draft import Draft, text_of, whole
from .entries import Marker, is_entry, note_marker, number_of
from .furniture import cut_at_lines, paragraph_of_lines
from .headings import section_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


# Markers at the head of a paragraph


def marker_of(block: Block, *, listed: bool = False) -> Marker | None:
    """Return the marker of the note that *block* is, in brackets, raised, or, where notes are *listed*, as a number."""
    if not isinstance(block, Paragraph):
        return None
    first = block.inlines[0] if block.inlines else Inline("")
    if first.kind is Kind.SUPERSCRIPT and re.fullmatch(r"\[?(?:\d{1,3}|[ivxlc]{1,9})\]?", first.text.strip()):
        return Marker(first.text.strip(" []"), len(first.text), "superscript")
    return note_marker(plain(block.inlines), listed=listed)


def split_notes_and_colophon(draft: Draft) -> Draft:
    """Cut paragraphs at lines that are notes, or parts of a colophon."""

    def stands_alone(line: Inlines) -> bool:
        return bool(whole(rules.COLOPHON, plain(line)))

    blocks = cut_at_lines(draft.blocks, stands_alone)
    return replace(draft, blocks=tuple(part for block in blocks for part in cut_before_notes(block)))


def cut_before_notes(block: Block) -> Iterator[Block]:
    """Yield *block*, cut before each line that begins with the next note's marker, if its first does."""
    first = marker_of(block)
    if not isinstance(block, Paragraph) or first is None or "\n" not in plain(block.inlines):
        yield block
        return
    expected = number_of(first.label)
    together: list[Inlines] = []
    for line in lines_of(block.inlines):
        marker = marker_of(Paragraph(line))
        if together and marker and expected and number_of(marker.label) == expected + 1:
            yield from paragraph_of_lines(together)
            together, expected = [], expected + 1
        together.append(line)
    yield from paragraph_of_lines(together)


# Sections with a name


def find_sections(draft: Draft) -> Draft:
    """Gather the entries and notes under the headings that are known for them, and under headings below those."""
    blocks: list[Block] = []
    rest = list(draft.blocks)
    level = 0
    """Of the bibliography that is open."""
    while rest:
        block = rest.pop(0)
        name = section_name(block) if isinstance(block, Heading) else ""
        part = isinstance(block, Heading) and (
            0 < level < block.level
            or (0 < level == block.level and name in rules.PARTS_OF_BIBLIOGRAPHIES)
            or (name in rules.INDEPENDENT_PARTS and bool(rest) and is_entry(text_of(rest[0])))
        )
        if isinstance(block, Heading):
            opens = name in rules.BIBLIOGRAPHIES or (part and not level)
            level = block.level if opens else level if part else 0
        if not isinstance(block, Heading) or not (part or name in (*rules.BIBLIOGRAPHIES, *rules.NOTES)):
            blocks.append(block)
            continue
        content = section_content(rest, draft)
        del rest[: len(content)]
        notes_expected = name in rules.NOTES or are_numbered_notes(content, draft)
        found, draft = read_section(draft, block, content, notes_expected=notes_expected)
        blocks += found
    return replace(draft, blocks=tuple(blocks))


def are_numbered_notes(content: Sequence[Block], draft: Draft) -> bool:
    """Whether a list of references is numbered, and the text refers to its numbers: they are notes then."""
    first = content[0] if content else None
    marker = marker_of(first, listed=True) if first else None
    numbered = (isinstance(first, Listing) and first.start == 1) or bool(marker and marker.label == "1")
    if not numbered or any(section_name(b) in rules.NOTES for b in draft.blocks if isinstance(b, Heading)):
        return False
    runs = [run for b in draft.blocks if b not in content for inlines in inlines_of([b]) for run in inlines]
    return any(re.search(r"\w\S*\s?\[1\]|¹", run.text) for run in runs) or any(
        run.kind is Kind.SUPERSCRIPT and run.text.strip(" []") == "1" for run in runs
    )


def section_content(rest: Sequence[Block], draft: Draft) -> list[Block]:
    """Return the blocks of *rest* that are one section's entries or notes."""
    content: list[Block] = []
    for n, block in enumerate(rest):
        if not isinstance(block, (Paragraph, Listing, Quote, Rule)):
            break
        if whole(rules.COLOPHON, text_of(block)) or starts_biography(block, names_of(draft)):
            break
        if isinstance(block, Rule) and (
            n + 1 == len(rest) or isinstance(rest[n + 1], Heading) or marker_of(rest[n + 1]) is None
        ):
            break
        content.append(block)
    return content


def read_section(
    draft: Draft, heading: Heading, content: list[Block], *, notes_expected: bool
) -> tuple[list[Block], Draft]:
    """Return what stands under a heading for entries or notes: a bibliography, notes, or one after the other."""
    draft = replace(
        draft, dropped=draft.without((b.inlines for b in content if isinstance(b, Rule)), Reason.RULE)
    )
    content = [b for b in content if not isinstance(b, Rule)]
    flat = list(unlisted(content)) if notes_expected else content
    start = next(
        (
            n
            for n, b in enumerate(flat)
            if (m := marker_of(b, listed=notes_expected)) and number_of(m.label) == 1
        ),
        len(flat),
    )
    first = marker_of(flat[start], listed=notes_expected) if start < len(flat) else None
    if start == 0 and first and not notes_expected and not is_marked(first.label, draft.blocks):
        start = len(flat)  # entries with numbers that nothing refers to
    notes = read_notes(flat[start:], listed=notes_expected)
    entries, dropped = read_entries(flat[:start])
    draft = replace(
        draft, dropped=(*draft.dropped, *draft.without(dropped, Reason.RULE)[len(draft.dropped) :])
    )
    found: list[Block] = []
    if entries and not notes_expected:
        found.append(Bibliography(heading.inlines, entries))
    elif notes and not entries:
        found.append(replace(notes, title=heading.inlines))
        return found, draft
    else:
        found += [heading, *flat[:start]]
    if notes:
        found.append(notes)
    else:
        found += flat[start:]
    return found, draft


def unlisted(content: Iterable[Block]) -> Iterator[Block]:
    """Yield *content* with the items of numbered lists as paragraphs: notes typed ``1. …`` were read as a list."""
    for block in content:
        if isinstance(block, Listing) and block.start is not None:
            for item in block.items:
                first, *others = item.blocks or (Paragraph(()),)
                if isinstance(first, Paragraph):
                    yield Paragraph(joined((item.marker, first.inlines)))
                    yield from others
                else:
                    yield Paragraph(item.marker)
                    yield from item.blocks
        else:
            yield block


def read_notes(content: Sequence[Block], *, listed: bool) -> Notes | None:
    """Read notes that stand one after the other, numbered from 1; what has no marker goes on with the one before."""
    notes: list[Note] = []
    form = ""
    for block in content:
        marker = marker_of(block, listed=listed)
        number = number_of(marker.label) if marker else None
        last = (number_of(notes[-1].label) or 0) if notes else 0
        begins = marker and number in (last + 1, last + 2) and form in ("", marker.form)
        if marker and begins and isinstance(block, Paragraph):
            form = marker.form
            typed = stripped(cut(block.inlines, 0, marker.end))
            body = stripped(cut(block.inlines, marker.end))
            notes.append(Note(marker.label, typed, (Paragraph(body),)))
        elif notes:
            notes[-1] = replace(notes[-1], blocks=(*notes[-1].blocks, block))
        else:
            return None
    return Notes((), tuple(notes), style_of(notes)) if notes else None


def style_of(notes: Sequence[Note]) -> str:
    """Return how *notes* are numbered."""
    first = notes[0].label
    return "arabic" if first.isdecimal() else "lower-roman" if first.islower() else "upper-roman"


CONTINUES = re.compile(
    r"(?:[\[(]?(?:available|accessed|retrieved|last accessed|last visited|viewed|doi\b|online at|pp?\.)|[a-z(\[])",
    re.IGNORECASE,
)
"""What stands on a line of its own though it belongs to the entry before."""


def read_entries(content: Sequence[Block]) -> tuple[tuple[Inlines, ...], list[Inlines]]:
    """Return the entries in *content*, and the bullets that are left out."""
    entries: list[Inlines] = []
    bullets: list[Inlines] = []
    for block in content:
        match block:
            case Paragraph():
                for inlines in entries_in(block.inlines):
                    if entries and belongs_to(entries[-1], inlines):
                        entries[-1] = joined((entries[-1], inlines))
                    else:
                        entries.append(inlines)
            case Quote():
                inner, dropped = read_entries(block.blocks)
                entries += inner
                bullets += dropped
            case Listing():
                for item in block.items:
                    inner = tuple(
                        part for b in item.blocks if isinstance(b, Paragraph) for part in (b.inlines,)
                    )
                    if block.start is None:
                        bullets.append(item.marker)
                        entries.append(joined(inner))
                    else:
                        entries.append(joined((item.marker, *inner)))
            case _:
                pass
    return tuple(entry for entry in entries if entry), bullets


def entries_in(inlines: Inlines) -> list[Inlines]:
    """Return the entries in a paragraph, which may have one on each line."""
    lines = lines_of(inlines)
    if len(lines) > 1 and all(is_whole_entry(plain(line)) for line in lines):
        return lines
    return [inlines]


def is_whole_entry(text: str) -> bool:
    """Whether *text* begins and ends as an entry does, and isn't a line of one."""
    ended = re.search(r"[.)\]”’'\"]$|https?://\S+$", text)
    return is_entry(text) and bool(ended) and text.count("(") == text.count(")")


def belongs_to(entry: Inlines, inlines: Inlines) -> bool:
    """Whether *inlines*, a paragraph of its own, is the rest of the *entry* before it: mostly its URL."""
    text = plain(inlines)
    has_link = any(run.kind is Kind.LINK for run in entry)
    if inlines[0].kind is Kind.LINK or text.startswith(("http://", "https://", "www.", "<http")):
        return not has_link
    small = text[:1].islower() and not re.match(
        r"(?:van|von|de|der|den|del|della|di|da|al-|el-|d['’]|bell hooks)\b", text
    )
    return (
        bool(CONTINUES.match(text))
        and (small or text[:1] in "([" or not is_entry(text))
        and not text[:1].isdigit()
        and (
            small
            or bool(
                re.match(
                    r"[\[(]?(?:available|accessed|retrieved|last|viewed|doi|online at)", text, re.IGNORECASE
                )
            )
        )
    )


# Notes without a heading


def gather_notes_of_pages(draft: Draft) -> Draft:
    """Gather notes that stand at the foot of their pages, in the middle of the text that refers to them."""
    marked = [(n, m) for n, block in enumerate(draft.blocks) if (m := marker_of(block)) and m.form != "bare"]
    numbers = [number_of(marker.label) for _, marker in marked]
    places = [n for n, _ in marked]
    if (
        not are_scattered(places, marked, draft)
        or numbers != list(range(1, len(numbers) + 1))
        or has_list_of_notes(draft)
    ):
        return draft
    notes = read_notes([draft.blocks[n] for n in places], listed=False)
    if not notes or not all(
        is_referred_to(note, n, draft) for note, n in zip(notes.notes, places, strict=True)
    ):
        return draft
    moved = [block.inlines for n in places if isinstance(block := draft.blocks[n], Paragraph)]
    rest = tuple(block for n, block in enumerate(draft.blocks) if n not in places)
    return replace(draft, blocks=(*rest, notes), dropped=draft.without(moved, Reason.MOVED_TO_NOTES))


def are_scattered(places: Sequence[int], marked: Sequence[tuple[int, Marker]], draft: Draft) -> bool:
    """Whether text stands between the notes that refers to the later ones, and not only the rest of a note."""
    return any(
        is_marked(marker.label, draft.blocks[before + 1 : n])
        for before, (n, marker) in zip(places, marked[1:], strict=False)
        if n > before + 1
    )


def has_list_of_notes(draft: Draft) -> bool:
    """Whether there are notes already, or a heading for them."""
    return any(
        isinstance(b, Notes) or (isinstance(b, (Heading, Paragraph)) and section_name(b) in rules.NOTES)
        for b in draft.blocks
    )


def is_referred_to(note: Note, position: int, draft: Draft) -> bool:
    """Whether a marker stands before *note*, which is the block at a *position*."""
    return is_marked(note.label, draft.blocks[:position])


def is_marked(label: str, blocks: Iterable[Block]) -> bool:
    """Whether a marker in *blocks* refers to the note with a *label*."""
    for inlines in inlines_of(blocks):
        for run in inlines:
            raised = run.kind is Kind.SUPERSCRIPT and run.text.strip(" []") == label
            if raised or re.search(rf"\S\s?\[\^?{re.escape(label)}\]", run.text):
                return True
    return False


def number_of_last(blocks: Sequence[Block]) -> int:
    """Return the number of the last note in *blocks*, or 0."""
    numbers = [number_of(marker.label) or 0 for block in blocks if (marker := marker_of(block))]
    return numbers[-1] if numbers else 0


REST_OF_NOTE = 4
"""Paragraphs that a note may have after its first, where no heading says that notes stand here."""


def rest_of_note(blocks: Sequence[Block], n: int, number: int) -> bool:
    """Whether the block at *n* is a further paragraph of a note: the one after that *number* comes soon."""
    for block in blocks[n : n + REST_OF_NOTE]:
        marker = marker_of(block)
        if marker or not isinstance(block, (Paragraph, Quote)):
            return bool(marker and number_of(marker.label) == number + 1)
    return False


def find_unnamed_notes(draft: Draft) -> Draft:
    """Gather notes that stand after the text, or after the bibliography, under no heading of theirs."""
    blocks = list(draft.blocks)
    starts = [n for n, b in enumerate(blocks) if (m := marker_of(b)) and number_of(m.label) == 1]
    if not starts or any(isinstance(block, Notes) for block in blocks):
        return draft
    start = starts[-1]
    end = start
    while end < len(blocks) and (
        marker_of(blocks[end]) or rest_of_note(blocks, end, number_of_last(blocks[start:end]))
    ):
        end += 1
    notes = read_notes(blocks[start:end], listed=False)
    if not notes:
        return draft
    return replace(draft, blocks=(*blocks[:start], notes, *blocks[end:]))


# Rules


def settle_rules(draft: Draft) -> Draft:
    """Leave rules where a transition may stand, between two blocks of text, and drop the others."""
    blocks: list[Block] = []
    dropped: list[Inlines] = []
    text = (Paragraph, Quote, Listing)
    for n, block in enumerate(draft.blocks):
        if not isinstance(block, Rule):
            blocks.append(block)
            continue
        dropped.append(block.inlines)
        following = draft.blocks[n + 1] if n + 1 < len(draft.blocks) else None
        if blocks and isinstance(blocks[-1], text) and isinstance(following, text):
            blocks.append(Rule())
    return replace(draft, blocks=tuple(blocks), dropped=draft.without(dropped, Reason.RULE))
