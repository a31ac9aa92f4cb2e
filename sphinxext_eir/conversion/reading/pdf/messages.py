"""Messages about a PDF: what its pages don't tell, and what was left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ...outcome import Message, Reason
from . import doubts
from .layout.margins import line_numbers_in
from .page.drawings import to_be_added
from .streams.contents import CONTENTS
from .streams.covers import A_COVER
from .streams.issue_pages import OF_ISSUE
from .streams.zones import BY_SIZE_ALONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .page.words import Sheets
    from .streams.pages import Pages

_Matter = tuple[str, list[int]]
"""What is said of pages, and the numbers of these pages."""
_MOST_NAMED = 4
"""Running heads."""


def messages_of(sheets: Sheets, pages: Pages, doubtful: Sequence[int]) -> list[Message]:
    """Return what the person who converts should know, one message for each matter."""
    matters = (*_doubts_about_pages(sheets), *_doubts_about_lines(pages, doubtful), *_pictures(sheets))
    return [
        *(Message(_said_of(text, numbers), doubtful=True) for text, numbers in matters if numbers),
        *_renumbered(pages),
        *_left_out(pages),
    ]


def _doubts_about_pages(sheets: Sheets) -> Iterator[_Matter]:
    """Yield what the pages themselves don't tell: letters, their order and their direction."""
    unreadable = {page.number for page in sheets.pages if doubts.is_unreadable(page)}
    readable = [page for page in sheets.pages if page.number not in unreadable]
    yield "the fonts of {} don't tell which letters they have", list(unreadable)
    yield (
        "{} has words whose letters a font tells wrongly: look them up there",
        [page.number for page in readable if doubts.is_told_wrongly(page)],
    )
    yield (
        "{} is a scan, whose text a machine recognised: read it against the scan",
        [page.number for page in doubts.scans_in(sheets.pages)],
    )
    yield (
        "{} has letters that nothing names, which are \N{REPLACEMENT CHARACTER} here: look them up there",
        [page.number for page in readable if doubts.unknown_letters(page)],
    )
    yield (
        "{} has letters at places of a font's own, such as ligatures, which others read as nothing: look them up there",
        [page.number for page in readable if doubts.private_letters(page)],
    )
    yield (
        "{} has text from right to left, whose order isn't sure",
        [page.number for page in sheets.pages if doubts.is_right_to_left(page)],
    )
    yield (
        "{} has text that runs in another direction, which is left out",
        [page.number for page in sheets.pages if page.turned],
    )


def _doubts_about_lines(pages: Pages, doubtful: Sequence[int]) -> Iterator[_Matter]:
    """Yield what the lines don't tell: columns, what goes on (on the pages that are *doubtful*), and which notes are whose."""
    layouts = pages.layouts
    yield (
        "{} has text side by side, and nothing tells if it is columns: read it there",
        [layout.page.number for layout in layouts if doubts.has_columns_untold(layout)],
    )
    yield (
        "{} has numbers of lines in its margin, which stand in the text",
        [layout.page.number for layout in layouts if line_numbers_in(layout.page)],
    )
    yield (
        "{} has numbers of lines in its margin, which are left out",
        [layout.page.number for layout in layouts if layout.page.margin],
    )
    yield "at the beginning of {} a paragraph may go on: nothing tells", list(doubtful)
    yield (
        "the end of a note on {} is known by its size alone: see that it isn't the text's",
        [zone.page for zone in pages.zones if zone.criterion == BY_SIZE_ALONE],
    )


def _pictures(sheets: Sheets) -> Iterator[_Matter]:
    """Yield which pages have pictures of their own; the picture of a scan is the page itself."""
    scans = {page.number for page in doubts.scans_in(sheets.pages)}
    pages = [page for page in sheets.pages if page.number not in scans]
    has_picture = to_be_added([page.pictures for page in pages])
    yield (
        "{} has a picture, which is left out: add it by hand",
        [page.number for page, is_one in zip(pages, has_picture, strict=True) if is_one or page.labels],
    )


def _said_of(text: str, numbers: Sequence[int]) -> str:
    """Return what a message says of pages: several *have* what one *has*."""
    for one, several in _SEVERAL if len(set(numbers)) > 1 else ():
        text = text.replace(one, several)
    return text.format(doubts.pages_of(numbers))


_SEVERAL = (
    ("{} has a picture, which is left out: add it", "{} have pictures, which are left out: add them"),
    (
        "{} is a scan, whose text a machine recognised: read it against the scan",
        "{} are scans, whose text a machine recognised: read it against them",
    ),
    ("in its margin", "in their margins"),
    ("{} has", "{} have"),
)
"""What is said of one page, and of several."""


def _renumbered(pages: Pages) -> Iterator[Message]:
    """Yield how many notes have another number than on their pages."""
    renamed = sum(note.name != note.label.label for note in pages.notes)
    if renamed:
        yield Message(f"{renamed} of {len(pages.notes)} notes were given another number than on their pages")


def _left_out(pages: Pages) -> Iterator[Message]:
    """Yield what was left out of the text as furniture."""
    heads = Counter(
        line.text for line, why in pages.furniture.items() if why.reason in (Reason.RUNNING_HEAD, Reason.FOOT)
    )
    if heads:
        said = ", ".join(f"{text[:60]!r} ×{count}" for text, count in heads.most_common(_MOST_NAMED))
        more = f", and {len(heads) - _MOST_NAMED} more" if len(heads) > _MOST_NAMED else ""
        yield Message(f"left out as heads and feet of pages: {said}{more}")
    for criterion, name in (
        (A_COVER, "the cover of an archive"),
        (OF_ISSUE, "what an issue has before the article"),
        (CONTENTS, "a table of contents"),
    ):
        numbers = {line.page for line, why in pages.furniture.items() if why.criterion.startswith(criterion)}
        if numbers:
            yield Message(f"left out as {name}: {doubts.pages_of(numbers)}")
