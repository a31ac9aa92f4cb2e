"""Authors: the names of a byline, in the case that the text has them in; and of articles without one, those named elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from .. import rules
from ..decisions import Taken
from ..document import Heading, Notes, PageBreak, Paragraph, Quote, Rule, text_of
from ..inlines import Kind, lines_of, plain
from ..names import (
    UNSURE_CASE,
    all_names,
    credited_in,
    institution_recased,
    is_known,
    names_in,
    recased,
    without_marks,
)
from ..outcome import Reason
from ..wording import folded, section_name, whole
from .draft import decision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..inlines import Inlines
    from .draft import Draft

_LONGEST_SIGNATURE = 80
"""Characters."""


def take_byline(draft: Draft, inlines: Inlines, names: Sequence[str], date: str) -> Draft:
    """Take a byline. Names in capitals get their case from the text, where it has them."""
    authors: list[str] = []
    parts = [_apart(without_marks(name)) for name in names]
    known = known_cases([name for name, _ in parts], draft)
    for name, place in parts:
        if authors and whole(rules.AFFILIATIONS, name):
            draft = draft.say(
                f"the byline's {name!r} wasn't taken for an author, and is left out", inlines, doubtful=True
            )
            continue
        written = known.get(name) or (recased(name, draft.language) if name.isupper() else name)
        authors.append(f"{written} ({place})" if place else written)
        if name not in known and name.isupper():
            message = f"the byline has {name!r} in capitals, and it was written {written!r}"
            draft = draft.say(message, inlines, doubtful=bool(UNSURE_CASE.search(name)))
    front = replace(draft.front, authors=tuple(authors), date=draft.front.date or date)
    return replace(draft, front=front, dropped=draft.without([inlines], Reason.BYLINE_RECAST))


def _apart(name: str) -> tuple[str, str]:
    """Return the name of an author, and the institution in brackets after it, written with capitals where these were all."""
    match = re.fullmatch(r"(?P<name>[^()]+?)\s*\((?P<place>[^()]+)\)", name)
    if not match:
        return name, ""
    place = match["place"]
    return match["name"], institution_recased(place) if place.isupper() and " " in place else place


def known_cases(names: Sequence[str], draft: Draft) -> Mapping[str, str]:
    """Return those of *names* that running heads or the text have in letters of both cases, and how they have them."""
    wanted = {folded(name): name for name in names}
    found = {wanted[key]: written for written in draft.written_by if (key := folded(written)) in wanted}
    left = [name for name in wanted.values() if name not in found and (name.isupper() or name.islower())]
    if not left:
        return found
    forms = "|".join(r"\s+".join(map(re.escape, name.split())) for name in left)
    pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)
    for block in draft.blocks:
        for match in pattern.finditer(text_of(block)):
            said = " ".join(match[0].split())
            if not said.isupper() and not said.islower():
                found.setdefault(wanted[folded(said)], said)
    return found


def find_authors_elsewhere(draft: Draft) -> Draft:
    """Take the authors of an article without a byline from its running heads, its colophon, its end, or the note on them."""
    if draft.front.authors:
        return draft
    names = draft.written_by or next(_in_colophon(draft), ())
    if not names:
        draft, names = _signed(draft)
    names = names or next(_in_biography(draft), ())
    return replace(draft, front=replace(draft.front, authors=tuple(names))) if names else draft


def _in_colophon(draft: Draft) -> Iterator[tuple[str, ...]]:
    """Yield the names after *Written by:*, under the text, where they stay."""
    for block in draft.blocks:
        for line in lines_of(block.inlines) if isinstance(block, Paragraph) else ():
            match = whole(rules.COLOPHON_FIELDS["author"], plain(line))
            if match and all_names(names_in(match["said"])):
                yield names_in(match["said"])


_AFTER_TEXT = frozenset((*rules.BIBLIOGRAPHIES, *rules.INDEPENDENT_PARTS, *rules.NOTES))
"""Headings of what follows a text."""


def _signed(draft: Draft) -> tuple[Draft, tuple[str, ...]]:
    """Return the names alone under the last line of the text, and the draft without them; a note on them keeps its place."""
    blocks = [block for block in draft.blocks if not isinstance(block, (PageBreak, Rule))]
    for block, after in pairwise((*blocks, Notes((), ()))):
        ends = isinstance(after, Notes) or (
            isinstance(after, Heading) and section_name(text_of(after)) in _AFTER_TEXT
        )
        inner = block.blocks[0] if isinstance(block, Quote) and len(block.blocks) == 1 else block
        if not ends or not isinstance(inner, Paragraph) or len(text_of(inner)) > _LONGEST_SIGNATURE:
            continue
        marks = (Kind.NOTE, Kind.SUPERSCRIPT)
        names = credited_in("".join("*" if run.kind in marks else run.text for run in inner.inlines))
        if not names or not all(map(is_known, names)):
            continue
        if not any(run.kind in marks for run in inner.inlines):
            left = tuple(other for other in draft.blocks if other is not block)
            draft = replace(draft, blocks=left, dropped=draft.without([inner.inlines], Reason.BYLINE_RECAST))
        return draft.decided(decision(inner.inlines, Taken.BYLINE, "names under the text")), names
    return draft, ()


_WHO = re.compile(rf"(?P<names>[^.:;]{{4,80}}?),?\s+{rules.VERBS}(?!\w)")
"""The beginning of a biography: *Jane Doe is …*."""


def _in_biography(draft: Draft) -> Iterator[tuple[str, ...]]:
    """Yield the names with which the text under *About the author* begins, alone on a line or before what they are."""
    for head, block in pairwise(draft.blocks):
        if not isinstance(head, (Heading, Paragraph)) or not isinstance(block, Paragraph):
            continue
        if section_name(text_of(head)) in rules.BIOGRAPHIES:
            line = plain(lines_of(block.inlines)[0])
            who = _WHO.match(line)
            names = credited_in(line) or (credited_in(who["names"]) if who else ())
            if names:
                yield tuple(name.partition(" (")[0] for name in names)
