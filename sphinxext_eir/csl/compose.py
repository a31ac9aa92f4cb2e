"""Pieces of an answer → citations in their sentences, with the names and locators that the style itself doesn't print."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, groupby
from typing import TYPE_CHECKING, TypeAlias

from ..text.sentences import ENDED
from .answer import Piece, finished
from .model import Citation, Cite, CiteLink, FormattedCitation, Mode, Span, Text, plain_text
from .request import APART
from .simple import author_year, joined_suffix, plain_citation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .model import Context, Inlines

Place: TypeAlias = tuple[int, int]
"""The place of a cite: the index of its citation in the context, and its own index in that citation."""

NAMED = (Mode.NARRATIVE, Mode.AUTHOR)
NOTHING = Piece((), (), (), (), ())


def places(context: Context) -> Iterator[tuple[Place, Citation, Cite]]:
    """Yield every cite of *context*."""
    for index, citation in enumerate(context.citations):
        for number, cite in enumerate(citation.cites):
            yield (index, number), citation, cite


def in_order(context: Context, keys: Sequence[str]) -> Context:
    """Return *context* with the entries of each citation in the order of *keys*; what has words before or behind it stays in its place.

    Pandoc sorts as well, but nothing across words, and so nothing across a locator that is added.
    """
    number = {key: place for place, key in enumerate(keys)}

    def order(citation: Citation) -> Citation:
        runs = groupby(citation.cites, key=lambda cite: bool(cite.prefix or cite.suffix))
        cites = (
            run if affixed else sorted(run, key=lambda cite: number.get(cite.key, len(number)))
            for affixed, run in runs
        )
        return (
            citation if citation.mode in APART else replace(citation, cites=tuple(chain.from_iterable(cites)))
        )

    return replace(context, citations=tuple(map(order, context.citations)))


def in_full_at_first(
    context: Context, full: list[list[Piece]], short: list[list[Piece]]
) -> list[list[Piece]]:
    """Return the *full* pieces of citations that cite a work for the first time, with its names, and the *short* ones of others."""
    seen: set[str] = set()
    chosen = []
    for place, citation in enumerate(context.citations):
        keys = {cite.key for cite in citation.cites}
        chosen.append((short if keys <= seen else full)[place])
        seen |= keys if full[place] else set()
    return chosen


# Parts that the style doesn't print


def lost_locators(context: Context, pieces: list[list[Piece]]) -> list[Place]:
    """Return the cites whose locator isn't printed, though they are the first of their entry.

    In later ones, the style decides: *ibid.* says that even the page is the same.
    """
    lost = []
    cited: set[str] = set()
    for place, citation, cite in places(context):
        first = cite.key not in cited
        if pieces[place[0]]:
            cited.add(cite.key)
        if not (first and cite.locator and pieces[place[0]]) or citation.mode is Mode.AUTHOR:
            continue
        if not _is_printed(cite, citation, pieces[place[0]][place[1] if citation.mode in APART else 0]):
            lost.append(place)
    return lost


def _is_printed(cite: Cite, citation: Citation, piece: Piece) -> bool:
    """Say if *piece*, part of *citation*, has the locator of *cite*."""
    sent = 1 if citation.mode in APART else sum(bool(one.locator) for one in citation.cites)
    start = re.match(r"\W*(\w*)", cite.locator)
    return len(piece.locators) >= sent or any(
        re.search(rf"\b{start[1] if start else ''}\b", printed) for printed in piece.locators
    )


def unnamed(context: Context, pieces: list[list[Piece]]) -> list[Place]:
    """Return the cites whose authors were asked for and aren't printed."""
    return [
        place
        for place, citation, _ in places(context)
        if citation.mode in NAMED
        and (context.style.is_numeric or not pieces[place[0]] or not pieces[place[0]][place[1]].author)
    ]


def appended(context: Context, pieces: list[list[Piece]]) -> list[Place]:
    """Return the cites whose locators are to be added to a name or year that is printed alone."""
    return [
        place
        for place, citation, cite in places(context)
        if cite.locator
        and (
            citation.mode is Mode.AUTHOR or (citation.mode is Mode.YEAR and _yearless(context, pieces, place))
        )
    ]


def _yearless(context: Context, pieces: list[list[Piece]], place: Place) -> bool:
    """Say if the style prints no year: it prints numbers, notes or titles instead."""
    style = context.style
    if style.is_numeric or style.is_note:
        return True
    piece = pieces[place[0]][place[1]]
    printed = plain_text(piece.inside)
    for locator in piece.locators:
        printed = printed.replace(locator, "")
    year = author_year(context.items[context.citations[place[0]].cites[place[1]].key])[1]
    return year[-2:] not in printed if year.isdecimal() else not printed.strip(" ,:")


# Putting together


def compose(
    context: Context,
    pieces: list[list[Piece]],
    names: Mapping[Place, Inlines],
    locators: Mapping[Place, str],
) -> tuple[FormattedCitation, ...]:
    """Return the citations of *context*, with the *names* and *locators* that other styles printed."""
    composed = []
    for index, citation in enumerate(context.citations):
        if citation.mode not in APART:
            whole = _whole(citation, pieces[index][0])
            nothing = not plain_text((*whole.text, *whole.note)).strip(" .")
            composed.append(
                plain_citation(citation, context.items, note=context.style.is_note) if nothing else whole
            )
            continue
        parts: list[FormattedCitation] = []
        for number, cite in enumerate(citation.cites):
            place = (index, number)
            piece = pieces[index][number] if pieces[index] else NOTHING
            tail = f", {locators[place]}" if place in locators else ""
            if citation.mode is Mode.NARRATIVE and context.style.is_note and not piece.note:
                # After "ibid." without the author, some styles have nothing left to say.
                alone = Citation((cite,), citation.mode)
                parts.append(plain_citation(alone, context.items, note=True))
            elif citation.mode is Mode.NARRATIVE:
                parts.append(_narrative(cite, piece, names.get(place)))
            elif citation.mode is Mode.AUTHOR:
                named = names.get(place, piece.author)
                parts.append(FormattedCitation(_alone(cite, named, tail)))
            elif _yearless(context, pieces, place):
                year = author_year(context.items[cite.key])[1]
                parts.append(FormattedCitation(_alone(cite, (Text(year),), tail)))
            else:
                parts.append(FormattedCitation(_prefixed(cite, piece.inside)))
        composed.append(_several(parts))
    return tuple(composed)


def _whole(citation: Citation, piece: Piece) -> FormattedCitation:
    if piece.note:
        return FormattedCitation((), _stopped(piece.note))
    return FormattedCitation(piece.inside if citation.mode is Mode.BARE else piece.body)


def _narrative(cite: Cite, piece: Piece, name: Inlines | None) -> FormattedCitation:
    author = name or piece.author
    note = _stopped(piece.note) if piece.note else ()
    match piece.body:
        case ():
            text = author
        case body if _said(body) == _said(author):  # of a style without years: the name is all
            text = author
        case (Span("superscript", _), *_) | (CiteLink(_, (Span("superscript", _), *_)), *_):
            text = (*author, *piece.body)
        case body:
            text = (*author, Text(" "), *body)
    return FormattedCitation(_prefixed(cite, text), note)


def _said(inlines: Inlines) -> str:
    """Return the words of *inlines* without brackets around them, in small letters."""
    return plain_text(inlines).strip(" ,.;:()[]").casefold()


def _alone(cite: Cite, words: Inlines, tail: str) -> Inlines:
    """Return *words*, a name or a year, as the whole citation, linked to the entry unless they hold such a link."""
    linked = words if any(isinstance(word, CiteLink) for word in words) else (CiteLink(cite.key, words),)
    return _prefixed(cite, (*linked, Text(f"{tail}{joined_suffix(cite.suffix)}")))


def _prefixed(cite: Cite, text: Inlines) -> Inlines:
    """Return *text* behind the prefix of *cite*, which wasn't sent to pandoc."""
    return finished((Text(f"{cite.prefix} " if cite.prefix else ""), *text))


def _several(parts: list[FormattedCitation]) -> FormattedCitation:
    """Return *parts* as one citation, their notes joined in one note."""
    text: Inlines = ()
    note: Inlines = ()
    for part in parts:
        text = (*text, *((Text("; "),) if text and part.text else ()), *part.text)
        note = (*note, *((Text(" "),) if note and part.note else ()), *part.note)
    return FormattedCitation(finished(text), finished(note))


def _stopped(note: Inlines) -> Inlines:
    """Return the content of a note with its final stop.

    pandoc begins every note with a capital letter, and so makes ``(N 3)`` of ``(n 3)``.
    """
    if re.match(r"\(N\.? \d", plain_text(note)):
        note = _small(note)
    return note if ENDED.search(plain_text(note)) else finished((*note, Text(".")))


def _small(inlines: Inlines) -> Inlines:
    """Return *inlines* with their first text in small letters."""
    match inlines:
        case (Text(text), *rest):
            return (Text(text.lower()), *rest)
        case (CiteLink(key, children), *rest):
            return (CiteLink(key, _small(children)), *rest)
        case _:
            return inlines


def bare(cite: Cite) -> Cite:
    """Return *cite* without locator and suffix."""
    return replace(cite, locator="", suffix="")
