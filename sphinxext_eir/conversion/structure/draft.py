"""What the passes hand on to one another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..document import Front
from ..inlines import Inlines, place_of
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


FIRST_BLOCKS = 12
"""Where the notice and the title are looked for."""
