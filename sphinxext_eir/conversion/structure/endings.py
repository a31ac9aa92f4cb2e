"""The end of an article: lines that say who wrote it, where and when; and what a website sets under it, which is left out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .. import rules
from ..decisions import Taken
from ..document import Heading, Listing, PageBreak, Paragraph, text_of
from ..inlines import Kind, cut, lines_of, plain, stripped
from ..names import all_names, names_in
from ..outcome import Reason
from ..wording import any_whole, folded, whole
from .bylines import date_in, iso_date
from .draft import Draft, decision
from .lines import cut_at_lines, is_line_of_colophon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Block, Front
    from ..inlines import Inlines

_LONGEST_TITLE = 200
"""Characters of an article's title in a list of further reading."""


_LONGEST_COLOPHON = 500
"""Characters of a colophon on one line."""


def split_endings(draft: Draft) -> Draft:
    """Cut paragraphs at lines that open a part of an article's end, and before a biography that stands behind its heading."""
    blocks: list[Block] = []
    lines: list[Block] = []
    for block in draft.blocks:
        listed = _lines_of_list(block)
        lines += listed or [block]
        if listed and isinstance(block, Listing):
            bullets = (item.marker for item in block.items)
            draft = replace(draft, dropped=draft.without(bullets, Reason.BYLINE_RECAST))
    for block in cut_at_lines(tuple(lines), _opens_ending):
        match = (
            re.match(rules.HEADED_BIOGRAPHY, text, re.IGNORECASE)
            if isinstance(block, Paragraph) and (text := plain(block.inlines))
            else None
        )
        if match and isinstance(block, Paragraph):
            blocks += [
                Paragraph(stripped(cut(block.inlines, 0, match.end()))),
                Paragraph(stripped(cut(block.inlines, match.end()))),
            ]
        else:
            parts, between = _parts_of_colophon(block)
            blocks += parts
            if between:
                draft = replace(draft, dropped=draft.without(between, Reason.BYLINE_RECAST))
    return replace(draft, blocks=tuple(blocks))


def _lines_of_list(block: Block) -> list[Block]:
    """Return the lines of a list that has nothing but lines of a colophon; of another *block*, nothing."""
    items = [item.blocks for item in block.items] if isinstance(block, Listing) else []
    lines = [inner[0] for inner in items if len(inner) == 1 and whole(rules.COLOPHON, text_of(inner[0]))]
    return lines if len(lines) == len(items) else []


def _parts_of_colophon(block: Block) -> tuple[list[Block], list[Inlines]]:
    """Return the parts of a colophon on one line as paragraphs, and what stands between them; of another *block*, itself."""
    text = plain(block.inlines) if isinstance(block, Paragraph) else ""
    if not isinstance(block, Paragraph) or len(text) > _LONGEST_COLOPHON or not whole(rules.COLOPHON, text):
        return [block], []
    labels = list(re.finditer(rules.COLOPHON_LABEL, text, re.IGNORECASE))
    starts = [label.start() + len(label[0]) - len(label[0].lstrip(" \n/|·•,;–—-")) for label in labels]
    ends = [*(label.start() for label in labels[1:]), len(text)]
    parts: list[Block] = [
        Paragraph(stripped(cut(block.inlines, start, end))) for start, end in zip(starts, ends, strict=True)
    ]
    return parts, [
        stripped(cut(block.inlines, end, start)) for end, start in zip(ends, starts[1:], strict=False)
    ]


def _opens_ending(line: Inlines) -> bool:
    """Say if a *line* opens a part of an article's end."""
    text = plain(line)
    return bool(
        any_whole((pattern for pattern, _ in rules.ENDINGS), text)
        or is_line_of_colophon(text)
        or folded(text).strip(" :") in ("about the author", "about the authors", "about the author(s)")
    )


def drop_website(draft: Draft) -> Draft:
    """Leave out what a website sets under an article: further reading, tags, credits, and appeals to its readers."""
    blocks: list[Block] = []
    rest = list(draft.blocks)
    while rest:
        block = rest.pop(0)
        reason = _reason_of(block)
        if reason is None or not isinstance(block, (Paragraph, Heading)):
            blocks.append(block)
            continue
        left = [block.inlines]
        if reason is not Reason.APPEAL and not re.search(r":\s*\S", text_of(block)):
            left += _under(rest, reason)
        draft = replace(draft, dropped=draft.without(left, reason)).decided(
            *(
                decision(inlines, Taken.FURNITURE, f"{reason.value}, which a website sets under an article")
                for inlines in left
            )
        )
    return replace(draft, blocks=tuple(blocks))


def _reason_of(block: Block) -> Reason | None:
    """Return the reason for which *block* is left out, if it is of the website."""
    text = text_of(block)
    return next((Reason(reason) for pattern, reason in rules.ENDINGS if text and whole(pattern, text)), None)


def _under(rest: list[Block], reason: Reason) -> list[Inlines]:
    """Take out of *rest* what stands under a line of the website: titles of articles, or one line of tags or names."""
    left: list[Inlines] = []
    while rest and _is_listed(rest[0]) and (reason is Reason.FURTHER_READING or not left):
        block = rest.pop(0)
        if isinstance(block, PageBreak):
            continue
        left += _runs_of(block)
    return left


def _runs_of(block: Block) -> Iterator[Inlines]:
    """Yield the runs of a paragraph, or those of a list's items."""
    if isinstance(block, Paragraph):
        yield block.inlines
    elif isinstance(block, Listing):
        for item in block.items:
            yield item.marker
            for inner in item.blocks:
                yield from _runs_of(inner)


def _is_listed(block: Block) -> bool:
    """Say if *block* may be a line under *Further Reading* or *Tags*: no sentence, and no part of the end by itself."""
    if isinstance(block, (Listing, PageBreak)):
        return True
    if not isinstance(block, Paragraph) or _opens_ending(block.inlines):
        return False
    return folded(text_of(block)).strip(" :") not in rules.SECTION_NAMES and all(
        len(plain(line)) <= _LONGEST_TITLE and not re.search(r"\w{2}\.$", plain(line))
        for line in lines_of(block.inlines)
    )


_MONTH_OF_YEAR = re.compile(r"(?P<month>0?[1-9]|1[0-2])[/.](?P<year>(?:19|20)\d\d)")
"""``05/2018``: with no day, there is but one way to read it."""


_MARKED = (Kind.NOTE, Kind.LINK, Kind.IMAGE)
"""Kinds of runs that a field can't hold."""


def take_colophon(draft: Draft) -> Draft:
    """Take the lines of a colophon into the fields of the same facts. A line that says otherwise than the byline stays."""
    taken: dict[int, Reason] = {}
    front = draft.front
    for n, block in enumerate(draft.blocks):
        if isinstance(block, Paragraph) and not any(run.kind in _MARKED for run in block.inlines):
            told, reason = _told(front, text_of(block))
            if reason:
                front = told
                taken[n] = reason
    for n, reason in taken.items():
        block = draft.blocks[n]
        assert isinstance(block, Paragraph)
        draft = replace(draft, dropped=draft.without([block.inlines], reason)).decided(
            decision(
                block.inlines,
                Taken.DATE if reason is Reason.DATE_RECAST else Taken.BYLINE,
                "a line of a colophon that has a field",
            )
        )
    left = [block for n, block in enumerate(draft.blocks) if n not in taken]
    draft = replace(draft, blocks=tuple(left), front=front)
    stay = [block for block in left if isinstance(block, Paragraph) and whole(rules.COLOPHON, text_of(block))]
    if not stay:
        return draft
    said = ", ".join(repr(text_of(block)) for block in stay)
    return draft.say(f"what no field is free for stays in the text: {said}", stay[0].inlines)


def _told(front: Front, line: str) -> tuple[Front, Reason | None]:
    """Return *front* with what a *line* of a colophon says, and the reason to leave the line out; none if it stays."""
    said = {
        fact: match["said"]
        for fact, pattern in rules.COLOPHON_FIELDS.items()
        if (match := whole(pattern, line))
    }
    match said:
        case {"author": typed} if all_names(names := names_in(typed)):
            if {_words_of(name) for name in names} == {_words_of(name) for name in front.authors or names}:
                return replace(front, authors=front.authors or names), Reason.BYLINE_RECAST
        case {"place": place} if front.authors and not re.search(r"[();<>]", place):
            said_so = all(author.endswith(f"({place})") for author in front.authors if "(" in author)
            if said_so and front.affiliation in ("", place):
                return replace(front, affiliation=place), Reason.BYLINE_RECAST
        case {"reader": reader} if not front.written_for:
            return replace(front, written_for=reader), Reason.BYLINE_RECAST
        case {"date": typed} if not front.date_written and (date := _date_written(typed.strip())):
            return replace(front, date=front.date or date, date_written=date), Reason.DATE_RECAST
    return front, None


def _words_of(author: str) -> frozenset[str]:
    """Return the words of a name, whose order may differ, without what stands in brackets after it."""
    return frozenset(re.findall(r"\w+", folded(re.sub(r"[(<].*", "", author))))


def _date_written(typed: str) -> str:
    """Return a date as ISO 8601 has it; nothing if it can't be read."""
    if match := _MONTH_OF_YEAR.fullmatch(typed):
        return f"{match['year']}-{int(match['month']):02}"
    date = date_in(typed)
    return (iso_date(date) or "") if date else ""
