"""Passes that find the structure of an article in a list of blocks, one after the other.

Each is a pure function from draft to draft; the looks they know stand in ``rules`` of the package above, as data. In the
order in which :data:`PASSES` first comes to them:

``draft``
   the state that passes hand on;
``links``
   addresses in the text → links;
``headings``
   lines → headings, and their levels;
``title``
   the title;
``front``
   what stands beside it: byline, date, address, disclaimer;
``authors``
   the names of the byline in their case, or those of an article without one;
``affiliations``
   the institutions of authors, by marks or by their places;
``particulars``
   what a title block says beside these: subtitle, DOI, keywords, the days of its history;
``papers``
   the heads of students' papers: name, teacher, course, date;
``title_pages``
   the title pages of such papers;
``furniture``
   notices, running heads, feet, numbers of pages;
``notes``
   notes: from the feet of pages, after the text, or for ``sections`` under their heading;
``joining``
   paragraphs that the end of a page broke, made whole;
``hyphens``
   words that the end of a line has cut;
``endings``
   the lines under an article: who wrote it and where, and what its website adds;
``sections``
   bibliographies, and lists of notes with a heading;
``biography``
   who the author is;
``transitions``
   lines across the text;
``markers``
   markers in the text → references to notes;
``front_notes``
   notes at the names of authors and the subtitle;
``citations``
   citations that the file ties to entries, tied again; typed ones without an entry, said beforehand.

Passes share ``lines``, paragraphs cut at lines; ``front_lines``, the first ones cut at front matter; ``bylines``, with dates; and
``entries``, how one begins.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from ...text.guessing import language_in
from ..decisions import Pass
from ..document import Document, Front
from ..inlines import Inline, plain
from .affiliations import find_affiliations, find_title_block, mark_affiliations
from .authors import find_authors_elsewhere
from .biography import find_biography
from .citations import announce_citations, link_citations
from .draft import Draft
from .endings import drop_website, split_endings, take_colophon
from .front import find_front_matter
from .front_lines import split_front_lines
from .front_notes import find_notes_of_front
from .furniture import drop_notice, drop_running_heads, split_lines_of_furniture, written_by
from .headings import drop_empty, find_headings, level_headings, part_headings
from .hyphens import mend_hyphens
from .joining import join_pages
from .links import link_addresses
from .markers import find_typed_markers, link_markers, say_what_notes_lack
from .notes import (
    drop_ways_back,
    find_listed_notes,
    find_unnamed_notes,
    gather_notes_of_pages,
    restore_unnumbered_notes,
    split_notes_and_colophon,
)
from .papers import find_head_of_paper
from .particulars import find_abstract, find_keywords, find_particulars
from .sections import find_sections
from .title import find_title, say_title_moved
from .title_pages import find_title_page
from .transitions import keep_transitions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..transcript import Reading

PASSES = (
    link_addresses,
    drop_empty,
    split_front_lines,
    drop_notice,
    find_head_of_paper,
    find_title_page,
    find_title,
    mark_affiliations,
    find_title_block,
    split_lines_of_furniture,
    drop_running_heads,
    find_front_matter,
    find_authors_elsewhere,
    find_affiliations,
    find_particulars,
    split_notes_and_colophon,
    split_endings,
    gather_notes_of_pages,
    join_pages,
    mend_hyphens,
    find_keywords,
    drop_website,
    take_colophon,
    part_headings,
    find_headings,
    find_abstract,
    find_listed_notes,
    find_sections,
    find_unnamed_notes,
    restore_unnumbered_notes,
    drop_ways_back,
    find_biography,
    keep_transitions,
    level_headings,
    find_typed_markers,
    link_markers,
    find_notes_of_front,
    say_what_notes_lack,
    say_title_moved,
    link_citations,
    announce_citations,
)
"""The passes, in the order in which they need each other: furniture goes before paragraphs are joined; and paragraphs must be
whole before anything is found in them."""

OF_TEXT = (
    split_front_lines,
    drop_notice,
    find_head_of_paper,
    find_title_page,
    find_title,
    mark_affiliations,
    find_title_block,
    split_lines_of_furniture,
    drop_running_heads,
    find_front_matter,
    find_authors_elsewhere,
    find_affiliations,
    find_particulars,
    join_pages,
    mend_hyphens,
    find_keywords,
)
"""Of these, the passes that find front matter, furniture and paragraphs in a text: not where the file names them apart."""


def find_structure(reading: Reading, language: str = "") -> tuple[Document, Draft]:
    """Return the article in *reading*, and the draft with what was dropped, said and decided on the way.

    The *language* of its text, a tag of BCP 47, is guessed unless it is given.
    """
    authors = dict(reading.fields).get("author", "").split("; ")
    draft = Draft(
        reading.blocks,
        Front(
            title=(Inline(reading.title),) if reading.told and reading.title else (),
            authors=tuple(name for name in authors if name),
            language=language or language_in(reading.transcript.text),
        ),
        dropped=reading.dropped,
        messages=reading.messages,
        written_by=written_by(reading.dropped),
        decisions=reading.decisions,
        passes=reading.passes,
        front_places=reading.front_places,
        subtitle_places=reading.subtitle_places,
        imprint_places=reading.imprint_places,
        byline_places=reading.byline_places,
        laid_out=reading.laid_out,
    )
    passes = [*draft.passes]
    for find in PASSES:
        if reading.told and find in OF_TEXT:
            continue
        after = find(draft)
        passes.append(Pass(find.__name__.replace("_", " "), tuple(_counts(draft, after))))
        draft = after
    return Document(draft.front, draft.blocks), replace(draft, passes=tuple(passes))


def _counts(before: Draft, after: Draft) -> Iterator[tuple[str, int]]:
    """Yield what a pass did: blocks that came or went, words left out or moved by reason, decisions by kind, messages."""
    if len(before.blocks) != len(after.blocks):
        yield "blocks", len(after.blocks) - len(before.blocks)
    if dropped := after.dropped[len(before.dropped) :]:
        words: Counter[str] = Counter()
        for drop in dropped:
            words[f"words: {drop.reason.value}"] += len(plain(drop.inlines).split())
        yield from words.items()
    if decisions := after.decisions[len(before.decisions) :]:
        yield from Counter(one.taken.value for one in decisions).items()
    if more := len(after.messages) - len(before.messages):
        yield "messages", more
