"""What was left out: of which the file itself shows that it is furniture, and which a person should look at.

Right drops cost nothing, however many there are. The others have to be few, and each is said.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..text.decisions import Criterion, decide
from . import rules
from .document import Bibliography, Biography, Figure, Heading, Notes, Paragraph, Table
from .inlines import place_of, plain
from .outcome import Reason
from .wording import any_whole, folded, section_name, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .document import Document
    from .outcome import Dropped

_RETURNS = 3
"""Pages on which the same line stands, but for numbers: a head or foot, whatever it says."""
_MOSTLY = 0.75
"""The part of the words of a table of contents that are words of headings: it may leave out a subtitle."""


@dataclass(frozen=True)
class Left:
    """A piece that was left out, beside all that is printed."""

    drop: Dropped
    returns: bool
    """True if a piece of its shape was left out on several pages, its numbers the same or counting the pages."""
    said: frozenset[str]
    """Words of the title, the authors and the headings that are printed."""
    captions: frozenset[str] = frozenset()
    """Words of the captions that are printed."""

    @cached_property
    def text(self) -> str:
        """Its words."""
        return " ".join(plain(self.drop.inlines).split())

    @cached_property
    def words(self) -> list[str]:
        """Its words as they are compared; numbers aren't among them."""
        return words_of(re.sub(r"\d+", " ", self.text))

    @property
    def said_elsewhere(self) -> float:
        """The part of its words that is printed, from 0 to 1."""
        return self._part_in(self.said)

    @property
    def said_in_captions(self) -> float:
        """The part of its words that captions have, from 0 to 1."""
        return self._part_in(self.captions)

    def _part_in(self, words: frozenset[str]) -> float:
        return sum(word in words for word in self.words) / max(len(self.words), 1)


def _is(*reasons: Reason) -> Criterion[Left, bool]:
    """Return the criterion of a piece whose reason is enough: it is printed in another form, is no text, or was known by its words."""
    return Criterion(
        f"left out as {', '.join(reason.value for reason in reasons)}",
        lambda left: left.drop.reason in reasons,
        then=True,
    )


_OF_PAGES = (Reason.RUNNING_HEAD, Reason.FOOT)

RIGHT: tuple[Criterion[Left, bool], ...] = (
    Criterion(
        "the name of a section",
        lambda left: left.drop.reason in _OF_PAGES and section_name(left.text) in rules.SECTION_NAMES,
        then=False,
    ),
    Criterion("without a letter", lambda left: not left.words, then=True),
    _is(Reason.BYLINE_RECAST, Reason.DATE_RECAST, Reason.SECTION_HEADING),
    _is(Reason.REPEATED_LINK_TEXT, Reason.REPEATED_TITLE),
    _is(Reason.JOINED_HYPHEN, Reason.RULE, Reason.SHORTCODE, Reason.MARKUP),
    _is(Reason.FURTHER_READING, Reason.TAGS, Reason.CREDITS, Reason.APPEAL, Reason.LABEL),
    _is(Reason.OUTSIDE, Reason.PULL_QUOTE),
    Criterion(
        "a publisher's words, or a page's number",
        lambda left: any_whole(
            (*rules.NOTICES, *rules.FEET, *rules.PAGE_NUMBERS, rules.WRITTEN_BY), left.text
        ),
        then=True,
    ),
    Criterion("said in the title, a byline or a heading", lambda left: left.said_elsewhere == 1, then=True),
    Criterion(
        "a table of contents, said in headings",
        lambda left: left.drop.reason is Reason.CONTENTS and left.said_elsewhere >= _MOSTLY,
        then=True,
    ),
    Criterion(
        "a list of pictures or tables, said in captions",
        lambda left: left.drop.reason is Reason.CONTENTS and left.said_in_captions >= _MOSTLY,
        then=True,
    ),
    Criterion(
        "the name of a table of contents, or of such a list",
        lambda left: left.drop.reason is Reason.CONTENTS and section_name(left.text) in rules.CONTENTS,
        then=True,
    ),
    Criterion(
        "returns on several pages",
        lambda left: left.drop.reason in _OF_PAGES and left.returns,
        then=True,
    ),
)
"""The criteria by which a piece is rightly left out. If nothing holds, a person should look at it."""


def doubtful(dropped: Iterable[Dropped], document: Document, page_of: Callable[[int], int]) -> list[Dropped]:
    """Return what was *dropped*, though nothing shows that it is furniture: once, where it returns.

    *page_of* tells the page of a place in the input, from 1; 0 where there are none.
    """
    shapes: dict[str, list[Dropped]] = {}
    for piece in dropped:
        shapes.setdefault(shape_of(piece), []).append(piece)
    said = frozenset(_said(document))
    captions = frozenset(word for text in _captions(document) for word in words_of(text))
    found = []
    for pieces in shapes.values():
        right = decide(RIGHT, Left(pieces[0], _return(pieces, page_of), said, captions))
        if right is None or not right.then:
            found.append(pieces[0])
    return found


def _return(pieces: Sequence[Dropped], page_of: Callable[[int], int]) -> bool:
    """Say if *pieces* of one shape are a head or foot: on several pages, and each number in them is one, or the page's."""
    pages = [page_of(place_of(piece.inlines)) for piece in pieces]
    if len(pieces) < _RETURNS:
        return False
    numbers = [list(map(int, re.findall(r"\d+", plain(piece.inlines)[:_LONGEST]))) for piece in pieces]
    return all(
        _mostly_one(column)
        or _mostly_one([number - page for number, page in zip(column, pages, strict=True)])
        for column in zip(*numbers, strict=False)
    )


_LONGEST = 500
"""Characters of a head or foot in which numbers are looked at."""


def _mostly_one(numbers: Sequence[int]) -> bool:
    """Say if more than half of *numbers* are one and the same."""
    return 2 * max(Counter(numbers).values()) > len(numbers)


def shape_of(drop: Dropped) -> str:
    """Return the words of a piece without its numbers: heads of pages differ by them."""
    return re.sub(r"\d+", "#", folded(plain(drop.inlines)))


def words_of(text: str) -> list[str]:
    """Return the words of *text* as they are compared with one another: letters and digits in one case."""
    return re.findall(r"\w+", text.casefold())


def _said(document: Document) -> Iterable[str]:
    """Yield the words of the title, the authors and the headings."""
    front = document.front
    yield from words_of(plain(front.title))
    yield from (word for name in front.authors for word in words_of(name))
    yield from (word for _, text in front.given for word in words_of(text))
    for block in document.blocks:
        match block:
            case Heading():
                yield from words_of(plain(block.inlines))
            case Bibliography() | Notes():
                yield from words_of(plain(block.title))
            case Biography():
                yield from words_of(plain(block.heading))


def _captions(document: Document) -> Iterable[str]:
    """Yield the captions of tables and pictures, be they tied to them or paragraphs of their own."""
    for block in document.blocks:
        match block:
            case Table() | Figure():
                yield plain(block.caption)
            case Paragraph() if whole(rules.CAPTIONS, plain(block.inlines)):
                yield plain(block.inlines)


# In words

_WHERE = {
    Reason.NOTICE: "in notices",
    Reason.PAGE_FURNITURE: "around the article in its page",
    Reason.SHORTCODE: "in shortcodes",
    Reason.RUNNING_HEAD: "in running heads",
    Reason.FOOT: "in feet of pages",
    Reason.PAGE_NUMBER: "in page numbers",
    Reason.CONTENTS: "in tables of contents",
    Reason.FURTHER_READING: "in further reading",
    Reason.TAGS: "in tags",
    Reason.CREDITS: "in credits",
    Reason.APPEAL: "in appeals of the publisher",
    Reason.TURNED: "in another direction",
    Reason.LINE_NUMBER: "in numbers of lines",
    Reason.LABEL: "in drawings",
    Reason.OUTSIDE: "outside the page that is shown",
    Reason.PULL_QUOTE: "in pull quotes, which the text says as well",
    Reason.MARKUP: "of markup that isn't read",
    Reason.BYLINE_RECAST: "recast as fields",
    Reason.DATE_RECAST: "recast as fields",
    Reason.REPEATED_LINK_TEXT: "in repeated links",
    Reason.REPEATED_TITLE: "in repeated titles",
    Reason.SECTION_HEADING: "in headings of abstracts and biographies",
}
"""The reasons as a summary says them, after a number of words."""


def left_out(words: Sequence[tuple[str, str]]) -> str:
    """Return how many *words* were left out and why, given the reason and the text of each piece: ``31 words in running heads``."""
    return in_words(words_left(words))


def words_left(pieces: Sequence[tuple[str, str]]) -> Counter[str]:
    """Return how many words were left out for which reason, given the reason and the text of each piece."""
    counts: Counter[str] = Counter()
    for reason, text in pieces:
        counts[reason] += sum(bool(re.search(r"\w", word)) for word in text.split())
    return counts


def in_words(left: Mapping[str, int]) -> str:
    """Return how many words were *left* out for which reason, those with most words first."""
    where = {reason.value: text for reason, text in _WHERE.items()}
    counts: Counter[str] = Counter()
    for reason, count in left.items():
        counts[where.get(reason, f"as {reason}")] += count
    said = [
        f"{count} word{'' if count == 1 else 's'} {place}" for place, count in counts.most_common() if count
    ]
    return ", ".join(said)
