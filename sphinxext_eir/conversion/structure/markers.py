"""Markers in the text → references to notes."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ...text.numerals import ROMAN, SUPERSCRIPTS, lowered
from ..document import Notes, changed
from ..inlines import Inline, Inlines, Kind
from ..labels import number_of

if TYPE_CHECKING:
    from .draft import Draft

_BRACKETED = re.compile(rf"\[\^?(\d{{1,3}}|{ROMAN}|{ROMAN.upper()})\](?![a-z])|([{SUPERSCRIPTS}]{{1,3}})")
_RAISED = re.compile(rf"\[?(\d{{1,3}}|{ROMAN})\]?")
_STYLED = (Kind.TEXT, Kind.EMPHASIS, Kind.STRONG, Kind.SUPERSCRIPT)


def link_markers(draft: Draft) -> Draft:
    """Make references of the markers that have a note, and say which markers and notes have no counterpart."""
    notes = next((block for block in draft.blocks if isinstance(block, Notes)), None)
    labels = {note.label for note in notes.notes} if notes else set()
    used: list[str] = []
    missing: dict[str, Inlines] = {}

    def link(inlines: Inlines) -> Inlines:
        return tuple(piece for run in inlines for piece in _cut_at_markers(run, labels, used, missing))

    blocks = changed(draft.blocks, link)
    title = link(draft.front.title)
    draft = replace(draft, blocks=blocks, front=replace(draft.front, title=title))
    for label, inlines in missing.items():
        if notes or label.isdecimal():
            draft = draft.say(f"the marker [{label}] has no note", inlines, doubtful=True)
    for note in notes.notes if notes else ():
        if note.label not in used:
            draft = draft.say(f"nothing refers to note [{note.label}]", note.marker, doubtful=True)
    numbers = [number_of(label) or 0 for label in dict.fromkeys(used)]
    if any(a > b for a, b in pairwise(numbers)):
        draft = draft.say(
            "notes are not numbered in the order of reference; they stay as typed", doubtful=True
        )
    return draft


def _cut_at_markers(
    run: Inline, labels: set[str], used: list[str], missing: dict[str, Inlines]
) -> list[Inline]:
    """Return *run*, cut at the markers in it."""
    if run.kind is Kind.NOTE:  # Word's own
        used.append(run.target)
    if run.kind not in _STYLED:
        return [run]
    pattern = _RAISED if run.kind is Kind.SUPERSCRIPT else _BRACKETED
    pieces: list[Inline] = []
    start = 0
    for match in pattern.finditer(run.text):
        label = lowered(match[1] or match[match.lastindex or 0])
        if label not in labels:
            if match[0].startswith("[") and not label.isalpha():
                missing.setdefault(label, (run.cut(match.start(), match.end()),))
            continue
        used.append(label)
        if match.start() > start and not (
            run.kind is Kind.SUPERSCRIPT and run.text[start : match.start()].isspace()
        ):
            pieces.append(run.cut(start, match.start()))
        pieces.append(replace(run.cut(match.start(), match.end()), kind=Kind.NOTE, target=label))
        start = match.end()
    if start < len(run.text):
        pieces.append(run.cut(start, len(run.text)))
    return pieces
