"""The draft, which passes hand on to one another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..decisions import Decision
from ..document import Front
from ..inlines import Inlines, place_of
from ..outcome import Dropped, Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..decisions import Pass, Taken
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
    """The authors as a running head prints them: not in capitals."""

    title_parts: tuple[str, ...] = ()
    """The title, folded, and its lines, where it was read as several headings: running heads repeat them."""
    decisions: tuple[Decision, ...] = ()
    """The decisions on blocks, in the order of the passes."""

    passes: tuple[Pass, ...] = ()
    """What each pass did, in numbers, the reader's own first."""
    front_places: frozenset[int] = frozenset()
    """The places of lines that stand in the title block, where the reader knows it by its looks: none is a heading."""
    subtitle_places: frozenset[int] = frozenset()
    """The places of lines that are set as a subtitle."""
    imprint_places: frozenset[int] = frozenset()
    """The places of lines in an imprint beside the title."""
    byline_places: frozenset[int] | None = None
    """The places of lines that name the authors, where the reader knows them by their looks: no other line of the title block does."""
    laid_out: bool = False
    """True if the reader has told headings by how pages are set: only names of sections are headings beside these."""

    @property
    def language(self) -> str:
        """The code of the text's language (ISO 639); nothing where it isn't known."""
        return self.front.language.partition("-")[0]

    def without(self, runs: Iterable[Inlines], reason: Reason) -> tuple[Dropped, ...]:
        """Return all that is dropped, with *runs* dropped for a *reason*."""
        return (*self.dropped, *(Dropped(reason, run) for run in runs if run))

    def say(self, text: str, inlines: Inlines = (), *, doubtful: bool = False) -> Draft:
        """Return the draft with one more message."""
        return replace(self, messages=(*self.messages, Message(text, place_of(inlines), doubtful)))

    def decided(self, *decisions: Decision) -> Draft:
        """Return the draft with more *decisions*."""
        return replace(self, decisions=(*self.decisions, *decisions)) if decisions else self


def decision(inlines: Inlines, taken: Taken, criterion: str) -> Decision:
    """Return the record that *inlines* were *taken* for something by a *criterion*."""
    return Decision(place_of(inlines), taken, criterion)


FIRST_BLOCKS = 12
"""The number of first blocks in which the notice and the title are looked for."""
