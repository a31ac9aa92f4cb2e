"""What a title block says beside title, authors and date: subtitle, DOI, keywords, abstract, and the days of its history."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from ...text.dois import DOI
from ...text.patterns import any_of
from ...text.vocabularies import folded_words, locator_words, words
from .. import rules
from ..decisions import Taken
from ..document import Abstract, Heading, Paragraph, Quote, inlines_of, text_of
from ..inlines import NOWHERE, Kind, cut, place_of, plain, stripped
from ..outcome import Reason
from ..wording import any_whole, folded, section_name, whole
from .bylines import iso_date
from .draft import Draft, decision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..document import Block
    from ..inlines import Inlines

_MOST_BLOCKS = 24
"""Blocks among which keywords stand, from the first."""
_LONGEST_SUBTITLE = 250
"""Characters."""
_OF_PAGES = (Reason.RUNNING_HEAD, Reason.FOOT, Reason.PAGE_FURNITURE)


def find_particulars(draft: Draft) -> Draft:
    """Take subtitle, DOI and dates out of the title block that a reader has told."""
    if not draft.front_places:
        return draft
    return _take_history(_take_doi(_take_subtitle(draft)))


def _in_title_block(draft: Draft, block: Block) -> bool:
    """Say if *block* is a line of the title block."""
    return isinstance(block, Paragraph) and place_of(block.inlines) in draft.front_places


def _without(draft: Draft, taken: Sequence[Block], reason: Reason, kind: Taken, name: str) -> Draft:
    """Return the draft without the lines that were *taken* into fields."""
    lines = [block.inlines for block in taken if isinstance(block, (Paragraph, Heading))]
    blocks = tuple(block for block in draft.blocks if not any(block is one for one in taken))
    draft = replace(draft, blocks=blocks, dropped=draft.without(lines, reason))
    return draft.decided(*(decision(line, kind, name) for line in lines))


# The subtitle

_NO_SUBTITLE = re.compile(
    r"""@ | https?: | www\. | \b10\.\d{4}
      | \b(?:issn|isbn|doi|vol|nr|no|heft|bd)\b\.?\s*[\d:]            # No. 12
      | \d{4}[/-]\d                                             # 2005/08
      | ^(?: paper\ (?:presented|prepared) | presented | prepared | forthcoming | to\ appear | in\ press | draft | preliminary | revised
            | version | submitted | accepted | received | working\ paper | discussion\ paper | please | for\ (?:the|a)\ | by\ | von\ )
      | [.;,]$
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Signs of lines between a title and its authors that are no subtitle: series, addresses, what becomes of a draft."""


def _take_subtitle(draft: Draft) -> Draft:
    """Take the lines between the title and its authors as its subtitle, or where these stand over it those that are set so."""
    title = place_of(draft.front.title)
    bylines = [at for at in draft.byline_places or () if at > title]
    if title == NOWHERE or not (bylines or draft.subtitle_places):
        return draft
    lines = [
        block
        for block in draft.blocks
        if isinstance(block, Paragraph)
        and _in_title_block(draft, block)
        and (
            title < place_of(block.inlines) < min(bylines)
            if bylines
            else place_of(block.inlines) in draft.subtitle_places
        )
    ]
    lines = [line for line in lines if not any_whole(rules.OVER_NAMES, text_of(line))]
    thesis = next((n for n, line in enumerate(lines) if _is_of_paper(text_of(line))), len(lines))
    lines = lines[:thesis]  # under it the cover says for which degree, and where
    said = " ".join(" ".join(_without_markers(line).split()) for line in lines)
    if not lines or len(said) > _LONGEST_SUBTITLE or not _is_subtitle(said):
        return draft
    if any(not _is_subtitle(f"… {text_of(line)}") for line in lines[1:]):
        return draft
    draft = replace(draft, front=replace(draft.front, subtitle=said))
    return _without(draft, lines, Reason.BYLINE_RECAST, Taken.TITLE, "between the title and its authors")


_COURSE = re.compile(r"\d?[A-Z]{2,5}[ -]?\d{3,4}[A-Z]?\b")
"""The code of a course: *HIS 4005*, *4DM475*."""


def _is_of_paper(text: str) -> bool:
    """Say if *text* says what a student's paper is, for which course, or announces who supervised it."""
    announces = rules.OTHER_PEOPLE.match(text) and (":" in text or len(text.split()) == 1)
    return any_whole(rules.THESES, text) or bool(_COURSE.match(text) or announces)


def _without_markers(line: Paragraph) -> str:
    """Return the text of *line* without markers of notes."""
    return plain(tuple(run for run in line.inlines if run.kind is not Kind.NOTE))


_INSTITUTIONS = re.compile(rf"(?<!\w){any_of(words('institutions'))}(?!\w)")


def _is_subtitle(text: str) -> bool:
    """Say if *text* may be a subtitle, or a line of one."""
    return (
        sum(letter.isalpha() for letter in text) >= 3
        and not _NO_SUBTITLE.search(text)
        and not _INSTITUTIONS.search(text)
        and not any_whole((*rules.NO_TITLES, *rules.THESES, rules.DATE_LINE), text)
    )


# The DOI


def _take_doi(draft: Draft) -> Draft:
    """Take the article's DOI from the title block, or from the heads and feet of its pages, if these have one alone."""
    if draft.front.doi:
        return draft
    said = [text_of(block) for block in draft.blocks if _in_title_block(draft, block)]
    said += [plain(drop.inlines) for drop in draft.dropped if drop.reason in _OF_PAGES]
    found = {match[1].casefold(): match[1] for text in said for match in DOI.finditer(" ".join(text.split()))}
    return (
        replace(draft, front=replace(draft.front, doi=next(iter(found.values()))))
        if len(found) == 1
        else draft
    )


# Its history

_PUBLISHED = re.compile(
    rf"""(?<!\w) {any_of(words("appeared"))} (?: \W+ {any_of((*words("around_appeared"), *words("appeared")))} (?!\w) )* \W*""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words before the day on which an article was published, among other days."""
_DATE = re.compile(rules.DATE, re.IGNORECASE)
_MONTH = re.compile(rf"(?<!\w){rules.MONTH_DATE}(?!\w)", re.IGNORECASE)
_HISTORY = re.compile(rf"(?<!\w){any_of(words('history'))}(?!\w)", re.IGNORECASE)
_ISSUE = re.compile(rf"(?<!\w){any_of(locator_words('volume', 'issue', shortest=2))}(?!\w)", re.IGNORECASE)


def _take_history(draft: Draft) -> Draft:
    """Take the day of publication from a line of days, and if there is none the month from the journal's line."""
    lines = [block for block in draft.blocks if _in_title_block(draft, block)]
    for block in lines:
        text = " ".join(text_of(block).split())
        day = _published_in(text)
        if not day or draft.front.date:
            continue
        draft = replace(draft, front=replace(draft.front, date=day))
    history = [block for block in lines if _is_history(" ".join(text_of(block).split()))]
    draft = _without(draft, history, Reason.DATE_RECAST, Taken.DATE, "the days of its history")
    if draft.front.date:
        return draft
    said = [plain(drop.inlines) for drop in draft.dropped if drop.reason in _OF_PAGES]
    heads = [plain(drop.inlines) for drop in draft.dropped if place_of(drop.inlines) in draft.front_places]
    first = [day for text in (*map(text_of, lines), *heads) if (day := _first_in(text))]
    cover = {day for text in said if (day := _published_in(" ".join(text.split())))}
    if first or len(cover) == 1:
        return replace(draft, front=replace(draft.front, date=first[0] if first else cover.pop()))
    found = {
        iso_date(match)
        for text in (*said, *map(text_of, lines))
        if _ISSUE.search(text) and (match := _MONTH.search(" ".join(text.split())))
    }
    return replace(draft, front=replace(draft.front, date=found.pop() or "")) if len(found) == 1 else draft


def _published_in(text: str) -> str:
    """Return the day on which an article was published, as *text* says it."""
    for before in _PUBLISHED.finditer(text):
        match = _DATE.match(text, before.end())
        if match:
            return iso_date(match) or ""
    return ""


def _first_in(text: str) -> str:
    """Return the day that *text* begins with, before what becomes of a draft: *July 3, 2016. Forthcoming in …*."""
    match = _DATE.match(" ".join(text.split()))
    return (
        iso_date(match) or ""
        if match and re.match(r"\s?(?:[.|·•–—-]|$)", match.string[match.end() :])
        else ""
    )


def _is_history(text: str) -> bool:
    """Say if *text* has the days of an article's history, or the day of its publication, and nothing else."""
    dated = bool(_DATE.search(text) or _SLASHED.search(text))
    return dated and bool(_HISTORY.search(text) or _PUBLISHED.search(text)) and _says_dates(text)


_SLASHED = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b")
"""A day in numbers: *Received 12/05/2018*."""


def _says_dates(text: str) -> bool:
    """Say if *text* has days, and words that say of what."""
    rest = re.sub(rules.DATE, "", text, flags=re.IGNORECASE)
    return len(re.findall(r"[^\W\d_]+", rest)) <= (_MOST_WORDS if _HISTORY.search(rest) else _FEW_WORDS)


_MOST_WORDS = 12
_FEW_WORDS = 4
"""Words beside the days of a history, and beside one day."""


# Keywords

_LABEL = rf"{any_of(words('keywords'))}(?: and phrases)?(?!\w)"
_LABELLED = re.compile(rf"\W*(?P<label>{_LABEL})\s*(?P<mark>[:.•·–—-]*)\s*(?=\S)", re.IGNORECASE)
_AT_END = re.compile(
    rf"""(?<=[.?!])\s+ (?= (?i:{_LABEL})\s*[:•·]        # … of harbours. Keywords: trains
         | KEY\s?WORDS | Key\s?words\ [A-Z] )""",
    re.VERBOSE,
)
"""The end of an abstract, before keywords."""
_BETWEEN = re.compile(r"\s*[;•·∙●|]\s*|\s+[.–—]\s+")
_LONGEST_KEYWORD = 80
_MOST = 25


def find_keywords(draft: Draft) -> Draft:
    """Take the keywords after their label, or under it, before the text begins."""
    if draft.front.keywords:
        return draft
    blocks = list(draft.blocks[:_MOST_BLOCKS])
    heads = 0
    for n, block in enumerate(blocks):
        if isinstance(block, Heading):
            heads += section_name(text_of(block)) not in _BEFORE_TEXT
        after = blocks[n + 1] if n + 1 < len(blocks) else None
        if heads <= isinstance(block, Heading) and _is_label(block) and isinstance(after, Paragraph):
            found = _keywords_in(text_of(after))
            if found:
                draft = replace(draft, front=replace(draft.front, keywords=found))
                return _without(draft, [block, after], Reason.BYLINE_RECAST, Taken.BYLINE, "under 'Keywords'")
        inner = block.blocks[-1] if isinstance(block, Quote) and block.blocks else block
        if not isinstance(inner, Paragraph):
            continue
        start = _start_of_keywords(inner.inlines)
        match = _LABELLED.match(plain(inner.inlines), start) if start >= 0 else None
        if heads and (start or (match and ":" not in match["mark"])):
            continue  # the text speaks of keywords
        found = _keywords_in(plain(inner.inlines)[match.end() :]) if match else ""
        if found:
            draft = replace(draft, front=replace(draft.front, keywords=found))
            return _cut(draft, block, inner, start)
    return draft


_BEFORE_TEXT = folded_words("summaries") | folded_words("keywords")
"""Headings over the text of an article, before it begins."""


def _is_label(block: Block) -> bool:
    """Say if *block* says *Keywords*, and nothing else."""
    return isinstance(block, (Heading, Paragraph)) and bool(whole(rf"\W*{_LABEL}\W*", text_of(block)))


def _start_of_keywords(inlines: Inlines) -> int:
    """Return where keywords begin in *inlines*: at their label, the first of all, or set apart at the end of an abstract; else -1."""
    text = plain(inlines)
    if _LABELLED.match(text):
        return 0
    at = 0
    for run in inlines:
        if run.kind.name in ("STRONG", "EMPHASIS") and _LABELLED.match(run.text + " x"):
            return at
        at += len(run.text)
    capitals = _AT_END.search(text)
    return capitals.end() if capitals else -1


def _keywords_in(text: str) -> str:
    """Return the keywords that *text* is, set apart by semicolons; nothing if it is something else."""
    said = " ".join(text.split()).strip(" .;,•·")
    parts = [part.strip(" .") for part in _BETWEEN.split(said)]
    if len(parts) < 2:
        parts = [part.strip(" .") for part in re.split(r",\s+", said)]
    parts = [part for part in parts if part]
    if not 1 < len(parts) <= _MOST or any(len(part) > _LONGEST_KEYWORD for part in parts):
        return ""
    return "; ".join(parts)


def _cut(draft: Draft, block: Block, inner: Paragraph, start: int) -> Draft:
    """Return the draft without the keywords at the end of *inner*, the last paragraph of *block*."""
    taken, kept = cut(inner.inlines, start), stripped(cut(inner.inlines, 0, start))
    left: list[Block] = []
    if isinstance(block, Quote):
        inside = (*block.blocks[:-1], *((Paragraph(kept),) if kept else ()))
        left = [replace(block, blocks=inside)] if inside else []
    elif kept:
        left = [Paragraph(kept)]
    blocks = [part for one in draft.blocks for part in (left if one is block else [one])]
    draft = replace(draft, blocks=tuple(blocks), dropped=draft.without([taken], Reason.BYLINE_RECAST))
    return draft.decided(decision(taken, Taken.BYLINE, "after 'Keywords'"))


# The abstract

_SUMMARIES = frozenset(map(folded, words("summaries")))
_LONGEST_ABSTRACT = 800
"""Words: what is longer is a chapter."""


def find_abstract(draft: Draft) -> Draft:
    """Take what stands under *Abstract* for the abstract, where pages show it: before all else, and with a heading after it."""
    if not draft.laid_out or not draft.blocks:
        return draft
    head, *rest = draft.blocks
    if not isinstance(head, Heading) or section_name(text_of(head)) not in _SUMMARIES:
        return draft
    content = list(takewhile(lambda block: isinstance(block, (Paragraph, Quote)), rest))
    after = rest[len(content)] if len(content) < len(rest) else None
    long = sum(len(plain(inlines).split()) for inlines in inlines_of(content)) > _LONGEST_ABSTRACT
    if not content or long or not isinstance(after, Heading):
        return draft
    inner = [part for block in content for part in (block.blocks if isinstance(block, Quote) else (block,))]
    blocks = (Abstract(tuple(inner)), *rest[len(content) :])
    draft = replace(draft, blocks=blocks, dropped=draft.without([head.inlines], Reason.SECTION_HEADING))
    return draft.decided(decision(head.inlines, Taken.HEADING, "the heading of the abstract"))
