"""Paragraphs that the end of a page broke, made whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ...text.dates import WITHOUT_YEAR
from ...text.decisions import Criterion, decide
from ...text.names import PARTICLES
from ...text.numerals import YEAR
from ...text.sentences import PARAGRAPH_END, begins_small
from .. import rules
from ..decisions import Taken
from ..document import Block, Item, Listing, PageBreak, Paragraph, Quote, inlines_of, text_of
from ..inlines import Inline, Kind, cut, joined, plain, stripped
from ..labels import note_marker
from ..wording import folded, whole
from .draft import decision
from .entries import is_entry, is_imprint
from .lines import with_whole_addresses

if TYPE_CHECKING:
    from ..decisions import Decision
    from .draft import Draft

_SHORT = 60
"""Characters. A shorter paragraph without a stop may be a line of its own: a heading, an item, a verse."""

_MARKED_ON = re.compile(
    r"""
    (?:\[\^?\w{1,7}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})
    [,;:.)”’]*
    \s+
    (?!https?:|www\.)[a-z]
    """,
    re.VERBOSE,
)
"""A marker and the words that go on after it: the end of a page has cut it from its own."""


_LISTED = frozenset((*rules.BIBLIOGRAPHIES, *rules.INDEPENDENT_PARTS))
"""Sections of entries."""


_HAS_YEAR = re.compile(rf"\b(?:{YEAR}|{WITHOUT_YEAR})", re.IGNORECASE)
_NAME_AND_YEAR = re.compile(rf"(.{{3,100}}?)\s*\((?:{YEAR}[a-z]?|{WITHOUT_YEAR})\)[.,:]?", re.IGNORECASE)


@dataclass(frozen=True)
class Break:
    """Two paragraphs, and the end of a page between them."""

    before: Paragraph
    after: Paragraph
    listed: bool = False
    """True if they stand under a heading of references."""
    certain: bool | None = None
    """True if the paragraph goes on by the looks of the page, False if it doesn't; None where they don't tell."""

    @cached_property
    def said(self) -> str:
        """The words before the break, without raised markers at their end."""
        return _said_last(self.before)

    @cached_property
    def text(self) -> str:
        """The words after the break."""
        return text_of(self.after)

    @cached_property
    def ended(self) -> bool:
        """True if a sentence ends before the break."""
        return bool(PARAGRAPH_END.search(self.said))

    @cached_property
    def after_note(self) -> bool:
        """True if a note stands before the break."""
        return note_marker(self.said) is not None

    @cached_property
    def entry_goes_on(self) -> bool:
        """True if the words before the break belong to a list of references, and have no stop."""
        return self.listed and not self.after_note

    @cached_property
    def at_address(self) -> bool:
        """True if a web address stands after the break."""
        return re.match(r"https?:", self.text) is not None

    @property
    def parted_by_section(self) -> bool:
        """True if the name of a section stands on one side."""
        return any(folded(text).strip(" :") in rules.SECTION_NAMES for text in (self.text, self.said))

    @property
    def is_long(self) -> bool:
        """True if both sides are too long, or too much like sentences, to be lines of their own."""
        return (len(self.said) > _SHORT or _is_prose(self.said)) and (
            len(self.text) > _SHORT or bool(PARAGRAPH_END.search(self.text))
        )


GOES_ON: tuple[Criterion[Break, bool], ...] = (
    Criterion("nothing to go on", lambda page: not page.said or not page.text, then=False),
    Criterion(
        "one is bold and the other isn't",
        lambda page: _is_bold(page.before) != _is_bold(page.after),
        then=False,
    ),
    Criterion(
        "a marker, and the sentence goes on behind it",
        lambda page: not page.ended and _MARKED_ON.match(page.text) is not None,
        then=True,
    ),
    Criterion("a note begins", lambda page: note_marker(page.text) is not None, then=False),
    Criterion(
        "a line of a colophon follows", lambda page: bool(whole(rules.COLOPHON, page.text)), then=False
    ),
    Criterion("beside the name of a section", lambda page: page.parted_by_section, then=False),
    Criterion(
        "the last line is short, or the next one indented",
        lambda page: page.certain is False and not (_is_plain(page.said, page.text) or _is_open(page.said)),
        then=False,
    ),
    Criterion(
        "a place before it lacks its publisher",
        lambda page: page.said.endswith(":") and (page.listed or page.after_note) and not is_entry(page.text),
        then=True,
    ),
    Criterion(
        "an entry before it has only its author and year",
        lambda page: page.listed and _is_name_and_year(page.said),
        then=True,
    ),
    Criterion(
        "place and publisher, after an entry",
        lambda page: page.ended and page.entry_goes_on and is_imprint(page.text),
        then=True,
    ),
    Criterion(
        "begins with a small letter, though after a stop",
        lambda page: (
            page.ended
            and begins_small(page.text)
            and not rules.LOWER_NAMES.match(page.text)
            and not page.at_address
        ),
        then=True,
    ),
    Criterion(
        "after a stop, but the last line is full",
        lambda page: page.ended and page.certain is True,
        then=True,
    ),
    Criterion(
        "inside brackets or quotation marks, which the next part closes",
        lambda page: page.ended and _closes(page.said, page.text),
        then=True,
    ),
    Criterion("a sentence has ended before it", lambda page: page.ended, then=False),
    Criterion("after a comma, or inside brackets", lambda page: _is_open(page.said), then=True),
    Criterion("the address of an entry", lambda page: page.entry_goes_on and page.at_address, then=True),
    Criterion(
        "the entry before it has no year yet",
        lambda page: (
            page.entry_goes_on and bool(re.search("[,.]", page.said)) and not _HAS_YEAR.search(page.said)
        ),
        then=True,
    ),
    Criterion("an entry begins", lambda page: page.entry_goes_on and is_entry(page.text), then=False),
    Criterion("no entry begins", lambda page: page.entry_goes_on, then=True),
    Criterion(
        "a small letter, or after a word that ends no sentence",
        lambda page: _is_plain(page.said, page.text),
        then=True,
    ),
    Criterion("no stop before it, and both parts are long", lambda page: page.is_long, then=True),
    Criterion("the last line is full", lambda page: page.certain is True, then=True),
)
"""True if a sentence goes on after the end of a page. If nothing holds, it doesn't."""


def join_pages(draft: Draft) -> Draft:
    """Join what stands before and after a page break, where a sentence goes on; and take the breaks out."""
    blocks: list[Block] = []
    broken: PageBreak | None = None
    section = ""
    went_on = False
    """True if the last list went on in the middle of an item. Its next items are then read as another list."""
    decisions: list[Decision] = []
    for block in draft.blocks:
        last = blocks[-1] if blocks else None
        if (
            went_on
            and isinstance(block, Listing)
            and isinstance(last, Listing)
            and block.start == _next_number(last)
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
            whole_block, criterion = _rejoined(blocks[-1], block, broken, listed=section in _LISTED)
            if criterion:
                taken = Taken.CONTINUATION if whole_block else Taken.PARAGRAPH
                first = next(inlines_of([block]), ())
                decisions.append(decision(first, taken, f"after the end of a page: {criterion}"))
            if whole_block:
                blocks[-1] = whole_block
                went_on = isinstance(whole_block, Listing)
                broken = None
                continue
        broken = None
        went_on = False
        blocks.append(block)
    return replace(draft, blocks=tuple(blocks)).decided(*decisions)


class _Joined(NamedTuple):
    """The answer to the question whether two blocks are one."""

    block: Block | None
    """The block that they were; None if they are two."""
    criterion: str = ""
    """The criterion that decided, where sentences were compared."""


def _rejoined(  # noqa: PLR0911 - a walk over pairs of blocks
    before: Block, after: Block, broken: PageBreak, *, listed: bool
) -> _Joined:
    """Return the block that *before* and *after* were before the page broke them, if they were one."""
    match before, after:
        case Paragraph(), Paragraph():
            found = decide(GOES_ON, Break(before, after, listed, broken.certain))
            if found and found.then:
                runs = joined((before.inlines, after.inlines), Inline("\n"))
                return _Joined(Paragraph(tuple(with_whole_addresses(list(runs)))), found.name)
            return _Joined(None, found.name if found else "no word tells that the sentence goes on")
        case Quote(), Quote():
            inner, criterion = _rejoined(before.blocks[-1], after.blocks[0], broken, listed=listed)
            quote = Quote((*before.blocks[:-1], inner, *after.blocks[1:])) if inner else None
            return _Joined(quote, criterion)
        case Listing(), Listing() if after.start == _next_number(before):
            return _Joined(replace(before, items=(*before.items, *after.items)))
        case Paragraph(), Listing() if after.start and (item := _numbered_item(before, after.start - 1)):
            return _Joined(replace(after, items=(item, *after.items), start=after.start - 1))
        case Listing(), Paragraph() if item := _numbered_item(after, _next_number(before) or 0):
            return _Joined(replace(before, items=(*before.items, item)))
        case Listing(), Paragraph() if before.items[-1].blocks:
            *items, last = before.items
            inner, criterion = _rejoined(last.blocks[-1], after, PageBreak(), listed=listed)
            item = Item(last.marker, (*last.blocks[:-1], inner)) if inner else None
            return _Joined(replace(before, items=(*items, item)) if item else None, criterion)
    return _Joined(None)


def _next_number(listing: Listing) -> int | None:
    """Return the number of the item that would come next; None for bullets."""
    return None if listing.start is None else listing.start + len(listing.items)


def _numbered_item(block: Paragraph, number: int) -> Item | None:
    """Return *block* as the item with a *number*, if it is typed as one. Alone on its page, it didn't look like a list."""
    match = re.match(r"(\d{1,3})[.)]\s+(?=\S)", plain(block.inlines))
    if not match or int(match[1]) != number:
        return None
    return Item(
        stripped(cut(block.inlines, 0, match.end())), (Paragraph(stripped(cut(block.inlines, match.end()))),)
    )


def _is_bold(block: Paragraph) -> bool:
    """Say if all of *block* is bold: a heading, or a question of an interview."""
    return all(run.kind is Kind.STRONG for run in block.inlines if run.text.strip())


def _said_last(block: Paragraph) -> str:
    """Return the text of *block* without raised markers at its end, which follow the stop of a sentence."""
    runs = list(block.inlines)
    while runs and (runs[-1].kind in (Kind.SUPERSCRIPT, Kind.NOTE) or not runs[-1].text.strip()):
        runs.pop()
    return text_of(Paragraph(tuple(runs)))


def _is_name_and_year(text: str) -> bool:
    """Say if *text* is all of an entry that stands before its title, as in ``Doe, J. (2001) A Title``."""
    match = _NAME_AND_YEAR.fullmatch(text)
    return bool(match) and all(
        word[0].isupper() or word in PARTICLES or word in ("and", "et", "eds", "ed")
        for word in re.findall(r"[^\W\d_]+", match[1])  # type: ignore[index]
    )


def _is_open(before: str) -> bool:
    """Say if *before* ends where nothing ends: after a comma, inside brackets or quotation marks."""
    return before.endswith((",", ";", "-", "–", "—", "&")) or any(
        before.count(opening) > before.count(closing) for opening, closing in ("()", "[]", "“”", "«»")
    )


def _closes(before: str, after: str) -> bool:
    """Say if *after* closes first what *before* has left open."""
    for opening, closing in ("()", "[]", "“”", "«»"):
        if before.count(opening) > before.count(closing):
            end, other = after.find(closing), after.find(opening)
            if end >= 0 and (other < 0 or end < other):
                return True
    return False


def _is_prose(text: str) -> bool:
    """Say if a sentence has ended in *text* before its own end, so that it isn't a heading."""
    return bool(re.search(r"\w{3}[.?!;][\"'’”)]*\s+\S", text)) and not re.match(r"\d", text)


def _is_plain(before: str, after: str) -> bool:
    """Say if it is plain from the words alone that a sentence goes on."""
    last_word = before.rsplit(maxsplit=1)[-1].strip("\"'“‘(").lower()
    return (
        begins_small(after) or before.endswith((",", ";", "-", "–", "—", "&")) or last_word in rules.DANGLING
    )
