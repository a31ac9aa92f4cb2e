"""Paragraphs that a page or a line broke, made whole."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from ...text.dates import WITHOUT_YEAR, YEAR
from ...text.names import PARTICLES
from ...text.sentences import PARAGRAPH_END
from .. import rules
from ..document import Block, Item, Listing, PageBreak, Paragraph, Quote, changed, inlines_of, text_of
from ..inlines import Inline, Inlines, Kind, cut, joined, plain, stripped
from ..labels import note_marker
from ..outcome import Dropped, Reason
from ..wording import folded, whole
from .entries import is_entry, is_imprint

if TYPE_CHECKING:
    from .draft import Draft

SHORT = 60
"""Characters. A shorter paragraph without a stop may be a line of its own: a heading, an item, a verse."""


LISTED = frozenset((*rules.BIBLIOGRAPHIES, *rules.INDEPENDENT_PARTS))
"""Sections of entries."""


def join_pages(draft: Draft) -> Draft:
    """Join what stands before and after a page break, where a sentence goes on; and take the breaks out."""
    blocks: list[Block] = []
    broken: PageBreak | None = None
    section = ""
    went_on = False
    """Whether the last list did, in the middle of an item: its next items are apart then."""
    for block in draft.blocks:
        last = blocks[-1] if blocks else None
        if (
            went_on
            and isinstance(block, Listing)
            and isinstance(last, Listing)
            and block.start == next_number(last)
        ):
            blocks[-1] = replace(last, items=(*last.items, *block.items))
            went_on = False
            continue
        if isinstance(block, PageBreak):
            broken = block if broken is None or block.certain is not None else broken
            continue
        name = folded(text_of(block)).strip(" :")
        section = name if name in rules.SECTION_NAMES else section
        if broken and blocks:
            whole_block = rejoined(blocks[-1], block, broken, listed=section in LISTED)
            if whole_block:
                blocks[-1] = whole_block
                went_on = isinstance(whole_block, Listing)
                broken = None
                continue
        broken = None
        went_on = False
        blocks.append(block)
    return replace(draft, blocks=tuple(blocks))


def rejoined(before: Block, after: Block, broken: PageBreak, *, listed: bool) -> Block | None:
    """Return the block that *before* and *after* were, or nothing if they were two."""
    match before, after:
        case Paragraph(), Paragraph():
            said = said_last(before)
            goes_on = goes_on_after(said, text_of(after), listed=listed)
            if is_bold(before) != is_bold(after):
                return None
            if broken.certain is False and not (is_plain(said, text_of(after)) or is_open(said)):
                goes_on = False
            if goes_on is None:
                goes_on = broken.certain
            if goes_on:
                return Paragraph(joined((before.inlines, after.inlines), Inline("\n")))
        case Quote(), Quote():
            inner = rejoined(before.blocks[-1], after.blocks[0], broken, listed=listed)
            if inner:
                return Quote((*before.blocks[:-1], inner, *after.blocks[1:]))
        case Listing(), Listing() if after.start == next_number(before):
            return replace(before, items=(*before.items, *after.items))
        case Paragraph(), Listing() if after.start and (item := numbered_item(before, after.start - 1)):
            return replace(after, items=(item, *after.items), start=after.start - 1)
        case Listing(), Paragraph() if item := numbered_item(after, next_number(before) or 0):
            return replace(before, items=(*before.items, item))
        case Listing(), Paragraph() if before.items[-1].blocks:
            *items, last = before.items
            inner = rejoined(last.blocks[-1], after, PageBreak(), listed=listed)
            if inner:
                return replace(before, items=(*items, Item(last.marker, (*last.blocks[:-1], inner))))
    return None


def next_number(listing: Listing) -> int | None:
    """Return the number of the item that would come next; none for bullets."""
    return None if listing.start is None else listing.start + len(listing.items)


def numbered_item(block: Paragraph, number: int) -> Item | None:
    """Return *block* as the item with a *number*, if it is typed as one: alone on its page, it looked like no list."""
    match = re.match(r"(\d{1,3})[.)]\s+(?=\S)", plain(block.inlines))
    if not match or int(match[1]) != number:
        return None
    return Item(
        stripped(cut(block.inlines, 0, match.end())), (Paragraph(stripped(cut(block.inlines, match.end()))),)
    )


def is_bold(block: Paragraph) -> bool:
    """Whether all of *block* is bold: a heading, or a question of an interview."""
    return all(run.kind is Kind.STRONG for run in block.inlines if run.text.strip())


def said_last(block: Paragraph) -> str:
    """Return the text of *block* without raised markers at its end, which follow the stop of a sentence."""
    runs = list(block.inlines)
    while runs and (runs[-1].kind in (Kind.SUPERSCRIPT, Kind.NOTE) or not runs[-1].text.strip()):
        runs.pop()
    return text_of(Paragraph(tuple(runs)))


def goes_on_after(before: str, after: str, *, listed: bool) -> bool | None:
    """Whether a sentence goes on from *before* a page break to *after* it; nothing where the words don't tell.

    *listed* says that they are among the entries of a bibliography.
    """
    if not before or not after or note_marker(after) or whole(rules.COLOPHON, after):
        return False
    if folded(after).strip(" :") in rules.SECTION_NAMES or folded(before).strip(" :") in rules.SECTION_NAMES:
        return False
    small = begins_small(after)
    if before.endswith(":") and (listed or note_marker(before)) and not is_entry(after):
        return True  # a place without its publisher
    if listed and is_name_and_year(before):
        return True
    if PARAGRAPH_END.search(before):
        if listed and is_imprint(after) and not note_marker(before):
            return True
        return (
            True if small and not rules.LOWER_NAMES.match(after) and not re.match(r"https?:", after) else None
        )
    if is_open(before):
        return True
    if listed and note_marker(before) is None:
        if re.match(r"https?:", after) or (re.search("[,.]", before) and not _HAS_YEAR.search(before)):
            return True
        return not is_entry(after)
    if is_plain(before, after):
        return True
    long = len(before) > SHORT or is_prose(before)
    return True if long and (len(after) > SHORT or PARAGRAPH_END.search(after)) else None


_HAS_YEAR = re.compile(rf"\b(?:{YEAR}|{WITHOUT_YEAR})", re.IGNORECASE)
_NAME_AND_YEAR = re.compile(rf"(.{{3,100}}?)\s*\((?:{YEAR}[a-z]?|{WITHOUT_YEAR})\)[.,:]?", re.IGNORECASE)


def is_name_and_year(text: str) -> bool:
    """Whether *text* is all of an entry that stands before its title, as in ``Doe, J. (2001) A Title``."""
    match = _NAME_AND_YEAR.fullmatch(text)
    return bool(match) and all(
        word[0].isupper() or word in PARTICLES or word in ("and", "et", "eds", "ed")
        for word in re.findall(r"[^\W\d_]+", match[1])  # type: ignore[index]
    )


def is_open(before: str) -> bool:
    """Whether *before* ends where nothing ends: after a comma, inside brackets or quotation marks."""
    return before.endswith((",", ";", "-", "–", "—", "&")) or any(
        before.count(opening) > before.count(closing) for opening, closing in ("()", "[]", "“”", "«»")
    )


def is_prose(text: str) -> bool:
    """Whether a sentence has ended in *text* before its own end, so that it is no heading."""
    return bool(re.search(r"\w{3}[.?!;][\"'’”)]*\s+\S", text)) and not re.match(r"\d", text)


def begins_small(text: str) -> bool:
    """Whether *text* begins with a small letter."""
    return bool(re.match(r"[\"'“‘(\[]*[a-z](?![A-Z])", text))  # but eBay


def is_plain(before: str, after: str) -> bool:
    """Whether it is plain from the words alone that a sentence goes on."""
    last_word = before.rsplit(maxsplit=1)[-1].strip("\"'“‘(").lower()
    return (
        begins_small(after) or before.endswith((",", ";", "-", "–", "—", "&")) or last_word in rules.DANGLING
    )


# Hyphens at the ends of lines

SOFT_HYPHEN = "\u00ad"
BROKEN_WORD = re.compile(rf"(?<![\w'’])([^\W_][\w'’]*)(-|{SOFT_HYPHEN}|‐)\n([^\W_][\w'’]*)")
WORD = re.compile(r"[^\W_][\w'’]*(?:[-‐][^\W_][\w'’]*)*")


def mend_hyphens(draft: Draft) -> Draft:
    """Join words that the end of a line has cut, and leave the hyphens that are the author's."""
    vocabulary = Counter(
        word.lower().replace("‐", "-")
        for inlines in inlines_of(draft.blocks)
        for word in WORD.findall(BROKEN_WORD.sub(" ", plain(inlines)))
    )
    dropped: list[Dropped] = []
    # Typesetters that write this hyphen write it for nothing but the end of a line.
    typographic = any(re.search(r"\w‐\w", plain(inlines)) for inlines in inlines_of(draft.blocks))
    automatic = (SOFT_HYPHEN,) if typographic else (SOFT_HYPHEN, "‐")
    # And where they do, a plain hyphen there is the author's.
    told_apart = not typographic and any("‐\n" in plain(inlines) for inlines in inlines_of(draft.blocks))

    def mend(inlines: Inlines) -> Inlines:
        text = plain(inlines)
        if "\n" not in text and SOFT_HYPHEN not in text:
            return inlines
        parts: list[Inlines] = []
        start = 0
        for match in re.finditer(rf"(?:-|‐|{SOFT_HYPHEN})\n|{SOFT_HYPHEN}|(?<=\w)[/–—]\n(?=\w)", text):
            if match[0][0] in "/–—":  # what stands on both sides of it stood together
                parts.append(cut(inlines, start, match.start() + 1))
                start = match.end()
                continue
            word = BROKEN_WORD.match(text, last_word_start(text, match.start()))
            hyphen = match.start()
            keeps = match[0][0] not in automatic and bool(word) and keeps_hyphen(word[1], word[3], vocabulary)  # type: ignore[index]
            if match[0][0] == "-" and told_apart:
                keeps = True
            elif match[0][0] not in automatic and not word:
                keeps = (
                    not text[match.end() : match.end() + 1].islower()
                    or not text[hyphen - 1 : hyphen].isalpha()
                )
                if text[hyphen - 1 : hyphen].isspace():
                    continue  # a dash
            parts.append(cut(inlines, start, hyphen + keeps))
            if not keeps:
                dropped.append(Dropped(Reason.JOINED_HYPHEN, cut(inlines, hyphen, hyphen + 1)))
            start = match.end()
        return tuple(run for part in (*parts, cut(inlines, start)) for run in part)

    blocks = changed(draft.blocks, mend, notes=True)
    return replace(draft, blocks=blocks, dropped=(*draft.dropped, *dropped))


def last_word_start(text: str, end: int) -> int:
    """Return where the word begins that ends there."""
    start = end
    while start and (text[start - 1].isalnum() or text[start - 1] in "'’"):
        start -= 1
    return start


LETTERS_OF_A_WORD = 4


def keeps_hyphen(first: str, second: str, vocabulary: Counter[str]) -> bool:
    """Whether a hyphen between two parts of a word, at the end of a line, is the author's."""
    one, two = first.lower(), second.lower()
    if vocabulary[f"{one}-{two}"] != vocabulary[one + two]:
        return vocabulary[f"{one}-{two}"] > vocabulary[one + two]
    if not second.islower() or first[-1:].isdigit() or (len(first) > 1 and first.isupper()):
        return True  # Anglo-American, 21-year, EU-led
    if two in rules.COMPOUND_ENDS and (vocabulary[one] or one in rules.COMPOUND_STARTS):
        return True
    if one in rules.ALWAYS_COMPOUND:
        return True
    if one in rules.FUSED_STARTS:
        return False
    if one in rules.COMPOUND_STARTS and vocabulary[two]:
        return True
    whole_words = vocabulary[one] and vocabulary[two]
    return bool(whole_words) and min(len(one), len(two)) >= LETTERS_OF_A_WORD
