"""What the passes hand on to one another."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from ..document import Block, Front, Heading, Paragraph
from ..inlines import Inlines, place_of, plain
from ..outcome import Dropped, Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..document import Blocks
    from ..outcome import Reason


@dataclass(frozen=True, slots=True)
class Draft:
    """An article on its way from a list of blocks to a document."""

    blocks: Blocks
    front: Front = field(default_factory=Front)
    dropped: tuple[Dropped, ...] = ()
    messages: tuple[Message, ...] = ()
    written_by: tuple[str, ...] = ()
    """The authors as a running head has them: in their own case."""

    title_parts: tuple[str, ...] = ()
    """The title, folded, and its lines, where it was read as several headings: running heads repeat them."""

    def without(self, runs: Iterable[Inlines], reason: Reason) -> tuple[Dropped, ...]:
        """Return what is dropped, and *runs* for a *reason*."""
        return (*self.dropped, *(Dropped(reason, run) for run in runs if run))

    def say(self, text: str, inlines: Inlines = (), *, doubtful: bool = False) -> Draft:
        """Return the draft with one more message."""
        return replace(self, messages=(*self.messages, Message(text, place_of(inlines), doubtful)))


def text_of(block: Block) -> str:
    """Return the text of a paragraph or heading, on one line; nothing for other blocks."""
    return " ".join(plain(block.inlines).split()) if isinstance(block, (Paragraph, Heading)) else ""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def whole(pattern: str, text: str) -> re.Match[str] | None:
    """Match a rule against the whole of *text*, whatever its case and its line breaks."""
    return _compiled(pattern).fullmatch(" ".join(text.split()))


def any_whole(patterns: Iterable[str], text: str) -> bool:
    """Whether one of several rules fits the whole of *text*."""
    return any(whole(pattern, text) for pattern in patterns)


def folded(text: str) -> str:
    """Return *text* as it is compared: one case, straight quotation marks, single spaces."""
    return " ".join(text.translate(_STRAIGHT).casefold().split())


_STRAIGHT = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")
