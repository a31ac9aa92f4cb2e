"""Notes whose markers stand at the names of authors, or at the subtitle: fields have no markers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..decisions import Taken
from ..document import Bibliography, Biography, Notes, inlines_of
from ..inlines import Kind, place_of, plain
from ..labels import IS_SYMBOL
from ..outcome import Dropped, Reason
from .draft import decision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..decisions import Decision
    from ..document import Block, Note
    from ..inlines import Inline, Inlines
    from .draft import Draft


def find_notes_of_front(draft: Draft) -> Draft:
    """Set notes that only the title and the lines under it refer to where an article prints them.

    What a symbol at the names of authors leads to is about them; what one at the title leads to ends the text, since the numbers of
    the notes begin there. A number stays a note, and the title has its marker.
    """
    notes = next((block for block in draft.blocks if isinstance(block, Notes)), None)
    if notes is None:
        return draft
    markers = {
        run.target: (run, drop)
        for drop in draft.dropped
        if drop.reason is Reason.BYLINE_RECAST
        for run in drop.inlines
        if run.kind is Kind.NOTE
    }
    titled = {run.target for run in draft.front.title if run.kind is Kind.NOTE}
    referred = _referred(draft.blocks)
    for note in notes.notes:
        if note.label in referred:
            continue
        symbol = bool(IS_SYMBOL.fullmatch(plain(note.marker)))
        if note.label in titled:
            draft = _at_the_end(draft, note) if symbol and len(notes.notes) > 1 else draft
        elif note.label in markers:
            marker, line = markers[note.label]
            if not symbol or (_is_subtitle(draft, line) and len(notes.notes) == 1):
                draft = _at_title(draft, marker)
            else:
                draft = _at_the_end(draft, note) if _is_subtitle(draft, line) else _as_biography(draft, note)
    return draft


def _referred(blocks: Iterable[Block]) -> set[str]:
    """Return the labels of the notes that *blocks* refer to."""
    return {run.target for inlines in inlines_of(blocks) for run in inlines if run.kind is Kind.NOTE}


def _is_subtitle(draft: Draft, line: Dropped) -> bool:
    """Say if a *line* of the front is of the subtitle."""
    said = "".join(run.text for run in line.inlines if run.kind is not Kind.NOTE)
    return bool(said.strip()) and " ".join(said.split()) in draft.front.subtitle


def _as_biography(draft: Draft, note: Note) -> Draft:
    """Return the draft with a *note* as what is said about the authors."""
    draft = _without(draft, note, Reason.MOVED_TO_BIOGRAPHY)
    known = next((block for block in draft.blocks if isinstance(block, Biography)), None)
    if known:
        whole = replace(known, blocks=(*known.blocks, *note.blocks))
        blocks = [whole if block is known else block for block in draft.blocks]
    else:
        blocks = [*draft.blocks]
        blocks.insert(_end_of_text(blocks), Biography(note.blocks))
    draft = replace(draft, blocks=tuple(blocks))
    return draft.decided(_decision(note, Taken.BIOGRAPHY, "a note at the names of authors"))


def _at_the_end(draft: Draft, note: Note) -> Draft:
    """Return the draft with a *note* at the end of its text, and without its marker in the title."""
    draft = _without(draft, note, Reason.MOVED_AFTER_TEXT)
    markers = [run for run in draft.front.title if run.target == note.label and run.kind is Kind.NOTE]
    title = tuple(run for run in draft.front.title if run not in markers)
    dropped = (*draft.dropped, *(Dropped(Reason.BYLINE_RECAST, (run,)) for run in markers))
    end = _end_of_text(draft.blocks)
    blocks = (*draft.blocks[:end], *note.blocks, *draft.blocks[end:])
    draft = replace(draft, front=replace(draft.front, title=title), blocks=blocks, dropped=dropped)
    draft = draft.decided(_decision(note, Taken.PARAGRAPH, "a note at the title, with a symbol"))
    return draft.say(f"the note {plain(note.marker)} at the title ends the text", note.marker, doubtful=True)


def _decision(note: Note, taken: Taken, criterion: str) -> Decision:
    """Return the decision on a *note*."""
    return decision(next(inlines_of(note.blocks), ()), taken, criterion)


def _without(draft: Draft, note: Note, reason: Reason) -> Draft:
    """Return the draft without a *note* in its list, and its text moved for a *reason*."""
    blocks = (
        replace(block, notes=tuple(one for one in block.notes if one is not note))
        if isinstance(block, Notes)
        else block
        for block in draft.blocks
    )
    left = tuple(block for block in blocks if not isinstance(block, Notes) or block.notes)
    said = tuple(run for inlines in inlines_of(note.blocks) for run in inlines)
    moved = (Dropped(reason, said), Dropped(Reason.BYLINE_RECAST, note.marker))
    dropped = (
        drop
        for drop in draft.dropped
        if drop.reason is not Reason.MOVED_TO_NOTES or place_of(drop.inlines) != place_of(note.marker)
    )
    return replace(draft, blocks=left, dropped=(*dropped, *moved))


def _end_of_text(blocks: Sequence[Block]) -> int:
    """Return the place after the text: before notes, bibliography and biography."""
    at = len(blocks)
    while at and isinstance(blocks[at - 1], (Bibliography, Biography, Notes)):
        at -= 1
    return at


def _at_title(draft: Draft, marker: Inline) -> Draft:
    """Return the draft with the *marker* of a note at the end of its title, before those of notes that the page has after it."""
    title: Inlines = draft.front.title
    end = len(title)
    while end and title[end - 1].kind is Kind.NOTE and title[end - 1].at > marker.at:
        end -= 1
    title = (*title[:end], marker, *title[end:])
    dropped = tuple(
        replace(drop, inlines=tuple(run for run in drop.inlines if run is not marker))
        for drop in draft.dropped
    )
    moved = (*dropped, Dropped(Reason.MOVED_TO_TITLE, (marker,)))
    return replace(draft, front=replace(draft.front, title=title), dropped=moved)
