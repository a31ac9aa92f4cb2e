"""The title block: all that stands before the first paragraph of the text, as one group."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from .....text.sentences import PARAGRAPH_END
from .....text.vocabularies import folded_words
from .... import rules
from ....names import credited_in, is_announced, is_known, people_in, without_marks
from ....wording import any_whole, folded, letters_of, section_name, whole
from ..layout.setting import alike
from .credits import names_surely, said_by_block
from .lines import CLOSE, is_front, is_no_title, said_unraised, title_in

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ..blocks.breaks import Block
    from ..layout.lines import Line
    from ..layout.setting import Setting

_FIRST_BLOCKS = 40
_LATEST_PAGE = 9
"""Before it stand covers, and the pages of an issue."""
_TEXT_LINES = 3
_BETWEEN_WORDS = re.compile(r"\s+")
_URL_END = re.compile(r"https?://\S*[/\-_]$")
_AND = folded_words("conjunctions")
_KEYWORDS = folded_words("keywords")
_SUMMARIES = folded_words("summaries")
_SHORTEST_TEXT = 60
"""Characters of a paragraph of two lines."""


def with_title(
    blocks: Sequence[Block], setting: Setting, heads: Collection[str] = (), covers: Collection[str] = ()
) -> list[Block]:
    """Return *blocks* with those of the title block told apart, line by line: the title, and the rest of the front matter.

    The running *heads* of the pages may tell the title, and so may what the file says of itself, and its *covers*.
    """
    blocks = _with_headings_apart(blocks)
    blocks, end = _with_names_beside(blocks, _end_of(blocks, setting))
    group = [
        replace(block, kind="paragraph") if _is_of_names(block) or _is_of_facts(block) else block
        for block in blocks[:end]
    ]
    if not group or group[0].first.page > _LATEST_PAGE:
        return list(blocks)
    group = _by_places(group)
    group = _cut_at_head(group, {letters_of(head) for head in (*heads, *covers)})
    blocks, end = [*group, *blocks[end:]], len(group)
    title = title_in(group, setting, heads, covers)
    if title is None:
        return list(blocks)
    start, stop = title
    group = _with_title_again(group, start, stop)
    lines = tuple(line for block in group[start:stop] for line in block.lines)
    return [
        replace(group[start], kind="title", lines=lines),
        *_beside_title(group, start, stop, setting),
        *blocks[end:],
    ]


def _by_places(group: Sequence[Block]) -> list[Block]:
    """Return the blocks of *group* with names that stand side by side on one height in the order of their places."""
    done: list[Block] = []
    for block in group:
        at = len(done)
        while at and block.first.x0 < done[at - 1].first.x0 and _are_names_beside(done[at - 1], block):
            at -= 1
        done.insert(at, block)
    return done


_ONE_HEIGHT = 0.3
"""Of the size."""


def _are_names_beside(one: Block, other: Block) -> bool:
    """Say if two blocks are lines on one height of a page that name people."""
    return (
        one.first.page == other.first.page
        and abs(one.first.base - other.first.base) < _ONE_HEIGHT * one.size
        and all(len(block.lines) == 1 and _names_first(block) for block in (one, other))
    )


def _with_headings_apart(blocks: Sequence[Block]) -> list[Block]:
    """Return *blocks* with the heading of an abstract as a block of its own where it ends the lines of a title, set like them."""
    done: list[Block] = []
    for n, block in enumerate(blocks):
        ends = n < _FIRST_BLOCKS and len(block.lines) > 1 and block.kind == "paragraph"
        if ends and section_name(block.last.text) in _SUMMARIES:
            done += [replace(block, lines=block.lines[:-1]), replace(block, lines=block.lines[-1:])]
        else:
            done.append(block)
    return done


def _beside_title(group: Sequence[Block], start: int, stop: int, setting: Setting) -> list[Block]:
    """Return the blocks of a title block beside its title, which stands from *start* to *stop*, line by line."""
    rest: list[Block] = []
    subtitles = 0
    for n, block in enumerate(group):
        if start <= n < stop:
            continue
        named = any(names_surely(other) for other in group[stop:n])
        goes_on = bool(rest) and (_begins_with_and(block) or _names_go_on(rest[-1], block))
        is_last = n == len(group) - 1
        if n >= stop and not goes_on and _is_heading(block, is_last, setting, group[stop - 1], named=named):
            rest.append(block)
        elif goes_on and rest[-1].kind == "front":
            rest[-1] = replace(rest[-1], lines=(*rest[-1].lines, *block.lines))
        elif block.kind in ("paragraph", "title"):
            kind = "front"
            if n == stop + subtitles and _is_set_as_subtitle(block, setting, group[stop - 1], group[n - 1]):
                kind, subtitles = "subtitle", subtitles + 1
            listed = n > 0 and _is_of_keywords(group[n - 1].text)
            parts = [block.lines] if listed else _lines_of(block)
            rest += [replace(block, kind=kind, lines=lines) for lines in parts]
        else:
            rest.append(block)
    return rest


def _with_title_again(group: Sequence[Block], start: int, stop: int) -> list[Block]:
    """Return the blocks of *group* with those that say the title once more, under a page of its own, made one."""
    again = _said_again(group, start, stop)
    lines = tuple(line for n in again for line in group[n].lines)
    merged = [replace(group[again.start], kind="front", lines=lines)] if lines else []
    return [*group[: again.start], *merged, *group[again.stop :]] if merged else list(group)


def _without_names(run: list[tuple[Block, Line]]) -> list[tuple[Block, Line]]:
    """Return the lines of a title without a byline over it, which heads say as well: it is set in other letters."""
    (block, line), rest = run[0] if run else (None, None), run[1:]
    if not block or not line or not rest or not names_surely(replace(block, lines=(line,))):
        return run
    look, other = (line.bold, line.italic), (rest[0][1].bold, rest[0][1].italic)
    return rest if look != other else run


def _said_again(group: Sequence[Block], start: int, stop: int) -> range:
    """Return the blocks of *group* that say the title, from *start* to *stop*, once more: under a page of its own."""
    title = letters_of(" ".join(block.text for block in group[start:stop]))
    for first in range(stop, len(group)):
        said = ""
        for end in range(first, min(first + _LONGEST_TITLE, len(group))):
            said += letters_of(group[end].text)
            if said == title:
                return range(first, end + 1)
    return range(0)


def _begins_with_and(block: Block) -> bool:
    """Say if *block* goes on a byline: its last author stands on a line of their own."""
    first, *rest = block.first.words
    return first.text.casefold() in _AND and all(
        word.spaced for word in rest[:1]
    )  # no small capitals: E LISE


def _names_go_on(before: Block, block: Block) -> bool:
    """Say if a list of authors that ends with a comma goes on in *block*."""
    said = said_by_block(before).rstrip()
    return bool(
        re.search(r"[,;&]$", said) and credited_in(said.rstrip(" ,;&")) and credited_in(said_by_block(block))
    )


def _with_names_beside(blocks: Sequence[Block], end: int) -> tuple[list[Block], int]:
    """Return *blocks* with the names that stand beside a title block in further columns within it, and where it ends then."""
    text = blocks[end].first if 0 < end < len(blocks) else None
    if not text or not text.column:
        return list(blocks), end
    named = any(_names_first(block) for block in blocks[:end])
    rest = blocks[end:]
    beside: list[Block] = []
    for column in sorted({block.first.column for block in rest if block.first.page == text.page}):
        of_column = [b for b in rest if (b.first.page, b.first.column) == (text.page, column)]
        over = [*takewhile(lambda block: block.last.base > text.base + block.size, of_column)]
        if column > text.column and over and _names_first(over[0]) and (named or names_surely(over[0])):
            beside += over
    left = [block for block in rest if not any(block is other for other in beside)]
    group = _by_rows(blocks[:end], beside, text) if beside else blocks[:end]
    return [*group, *left], end + len(beside)


def _by_rows(group: Sequence[Block], beside: Sequence[Block], text: Line) -> list[Block]:
    """Return the blocks of a title block with those *beside* them in further columns row by row, where each name of its first column has one beside it."""
    start = len(group)
    while start and (group[start - 1].first.page, group[start - 1].first.column) == (text.page, text.column):
        start -= 1
    people: list[list[Block]] = []
    for block in (*group[start:], *beside):
        if not people or (_names_first(block) and alike(block.size, people[0][0].size)):
            people.append([block])
        else:
            people[-1].append(block)
    rows = {round(one[0].first.base) for one in people}
    if len(rows) == 1 or len(people) % len(rows) or not _names_first(people[0][0]):
        return [*group, *beside]
    ordered = sorted(people, key=lambda one: (-round(one[0].first.base), one[0].first.x0))
    return [*group[:start], *(block for one in ordered for block in one)]


def _names_first(block: Block) -> bool:
    """Say if the first line of *block* names people."""
    return bool(credited_in(said_by_block(replace(block, lines=block.lines[:1]))))


def _is_of_names(block: Block) -> bool:
    """Say if *block* is set like a table, and is authors beside one another with their institutions under them."""
    first = replace(block, lines=block.lines[:1])
    return block.kind == "table" and len(credited_in(said_by_block(first))) > 1 and names_surely(first)


def _is_of_facts(block: Block) -> bool:
    """Say if *block* is set like a table, and most of its lines say a fact of a cover after a label, one of them the author."""
    labelled = [line for line in block.lines if _FACT.match(line.text)]
    return (
        block.kind == "table"
        and 2 * len(labelled) > len(block.lines)
        and any(_names_after_label(replace(block, lines=(line,))) for line in labelled)
    )


_FACT = re.compile(r"[^\W\d_][^\d:]{2,40}:\s+\S")
"""A label, and what it is of: *Author: Jane Doe*."""


def _names_after_label(block: Block) -> bool:
    """Say if *block* begins with a label for authors, a colon, and their names."""
    text = block.text
    return bool(_FACT.match(text)) and is_announced(text) and bool(credited_in(said_by_block(block)))


def _end_of(blocks: Sequence[Block], setting: Setting) -> int:
    """Return where the text begins, which may be set larger on all its pages than most letters, those of the notes."""
    return _end_at(blocks, setting, _TEXT_SIZE) or _end_at(blocks, setting, _LARGE)


def _end_at(blocks: Sequence[Block], setting: Setting, largest: float) -> int:
    """Return where the text begins: with a paragraph of several lines, no larger than *largest*, or under the heading of a section."""
    lines = [block for block in blocks for _ in block.lines]
    all_bold = sum(block.bold for block in lines) > len(lines) / 2
    for n, block in enumerate(blocks[:_FIRST_BLOCKS]):
        if block.kind != "paragraph":
            if _is_of_names(block) or _is_of_facts(block) or _is_about_issue(blocks, n, setting):
                continue
            if block.kind in ("item", "quotation", "table"):
                return n
            continue
        text = block.lines
        if n and _is_first_heading(blocks, n, setting):
            return n
        if not _is_prose(block) or _is_over_title(blocks, n, setting) or _names_after_label(block):
            continue
        wide = sum(line.x1 - line.x0 > 0.6 * block.region.width for line in text)
        if (
            len(text) >= _TEXT_LINES
            and wide >= 2
            and block.size < setting.body * largest
            and (all_bold or not block.bold)
        ):
            return n
        if (
            len(text) >= 2
            and PARAGRAPH_END.search(block.text)
            and wide
            and alike(block.size, setting.body)
            and len(block.text) > _SHORTEST_TEXT
            and not (block.is_centred or (block.bold and not all_bold))
        ):
            return n
    return 0


_FIRST_SECTION = re.compile(r"(?:1|I)\.?\s+[^\W\d_]{3}")
"""The first heading of a text that counts its sections: *1 Model*."""


def _is_first_heading(blocks: Sequence[Block], n: int, setting: Setting) -> bool:
    """Say if the block *n* is the first heading of the text: by its words, or by its number and its letters, smaller than those of the title."""
    block = blocks[n]
    if section_name(block.text) in rules.SECTION_NAMES:
        return not _is_over_larger(blocks, n, setting)
    return bool(
        len(block.lines) == 1
        and block.bold
        and _FIRST_SECTION.match(block.text)
        and not block.first.is_raised(block.first.words[0])
        and setting.body * _TEXT_SIZE < block.size < blocks[0].size
        and not whole(rules.AFFILIATIONS, block.text)
    )


def _is_about_issue(blocks: Sequence[Block], n: int, setting: Setting) -> bool:
    """Say if the block *n* is a few lines set side by side over a title: volume, month and number of a journal, or what else the issue has."""
    block = blocks[n]
    few = block.kind == "table" and len(block.lines) <= _HEAD_LINES
    return few and (not n or _is_over_larger(blocks, n, setting, lines=_HEAD_LINES))


_HEAD_LINES = 3
_PROSE = 0.45
"""Of the words of prose so many begin small, in English, and in German still more than in lists of names and places."""
_LARGE = 1.3
"""Of the size of the text: titles that stand under small print are so large."""
_KICKER = 0.9
"""Of that: a title right under the name of a section, with nothing as large over it."""
_TEXT_SIZE = 1.09
"""Of the size of most letters: the text is no larger, where it has these."""


def _is_prose(block: Block) -> bool:
    """Say if *block* reads like sentences: names, institutions and their addresses have few words that begin small."""
    words = [word for word in re.findall(r"\S+", block.text) if word[:1].isalpha() and "@" not in word]
    small = sum(word[0].islower() for word in words)
    cased = sum(word[0].islower() or word[0].isupper() for word in words)
    return not cased or small >= _PROSE * cased


def _is_over_larger(blocks: Sequence[Block], n: int, setting: Setting, *, lines: int = 1) -> bool:
    """Say if the block *n* is a short one over much larger letters on its page: the name of a series, such as *Analysis*."""
    block = blocks[n]
    largest = max((before.size for before in blocks[:n]), default=0)
    return len(block.lines) <= lines and any(
        after.size >= setting.body * _LARGE * (_LARGE if m or largest > setting.body else _KICKER)
        and after.first.page == block.first.page
        for m, after in enumerate(blocks[n + 1 : n + 6])
    )


def _is_over_title(blocks: Sequence[Block], n: int, setting: Setting) -> bool:
    """Say if the block *n* is small print over a title on its page, such as a journal's line."""
    block = blocks[n]
    return (
        block.size < setting.body * 0.93
        and all(before.size <= setting.body * 1.06 for before in blocks[:n])
        and any(
            after.size >= setting.body * _LARGE and after.first.page == block.first.page
            for after in blocks[n + 1 : n + 6]
        )
    )


_LONGEST_TITLE = 6
"""Lines."""
_UNDER = 1.5
"""Of the size of a title: its subtitle stands so close."""
_SHORTEST_HEAD = 8
"""Letters of a running head that tells a title."""


def _cut_at_head(group: Sequence[Block], heads: Collection[str]) -> list[Block]:
    """Return the blocks of a title block, with lines that together say what the running head says as a block of their own."""
    lines = [(block, line) for block in group if block.kind == "paragraph" for line in block.lines]
    best: list[tuple[Block, Line]] = []
    for start in range(len(lines)):
        for stop in range(start + 1, min(start + _LONGEST_TITLE, len(lines)) + 1):
            run = lines[start:stop]
            text = " ".join(line.text for _, line in run)
            people = credited_in(text)
            named = people and (
                sum(map(is_known, people)) * 2 >= len(people)
                or any(block.size > 1.06 * run[0][1].size for block in group)
            )
            if (
                letters_of(text) in heads
                and not any_whole(rules.NO_TITLES, text)
                and not named
                and len(run) > len(best)
            ):
                best = run
    best = _without_names(best)
    if not best or sum(line.letters for _, line in best) < _SHORTEST_HEAD:
        return list(group)
    title = {line for _, line in best}
    done: list[Block] = []
    for block in group:
        for is_title, part in groupby(block.lines, key=lambda line: line in title):
            lines_of_part = tuple(part)
            if is_title and done and done[-1].kind == "title":
                done[-1] = replace(done[-1], lines=(*done[-1].lines, *lines_of_part))
            else:
                done.append(replace(block, kind="title" if is_title else block.kind, lines=lines_of_part))
    return done


def _is_heading(block: Block, last: bool, setting: Setting, title: Block, *, named: bool) -> bool:  # noqa: FBT001
    """Say if *block*, under the title, is the first heading of the text: right above it, and set like one."""
    if block.kind == "front":
        return False  # the title again
    if section_name(block.text) in rules.SECTION_NAMES:
        return True
    if _is_of_authors(block, named=named) or is_no_title(block) or _begins_with_day(block):
        return False
    if _is_set_as_subtitle(block, setting, title):
        return False
    larger = _is_between(block, setting, title)
    return last and (block.bold or larger or block.text.isupper()) and not is_front(block.text)


def _is_of_authors(block: Block, *, named: bool) -> bool:
    """Say if *block* names authors, or is the institution or the address of those who are *named*."""
    first = replace(block, lines=block.lines[:1])
    return bool(
        names_surely(first)
        or (not named and credited_in(said_by_block(block)))
        or (named and not block.bold and whole(rules.AFFILIATIONS, block.text))
        or block.first.is_raised(block.first.words[0])
        or "@" in block.text
    )


def _is_between(block: Block, setting: Setting, title: Block) -> bool:
    """Say if *block* is set larger than the text, and smaller than the *title*, or as large and light where that is bold."""
    lighter = title.bold and not block.bold and alike(block.size, title.size)
    return setting.body * 1.06 < block.size and (lighter or block.size < title.size * 0.97)


def _is_set_as_subtitle(block: Block, setting: Setting, title: Block, before: Block | None = None) -> bool:
    """Say if *block*, right under the *title* or what is *before* it, is set as a subtitle: light, larger than the text, close."""
    return (
        not block.bold
        and _is_between(block, setting, title)
        and _is_close(before or title, block)
        and not credited_in(said_by_block(block))
        and not is_front(block.text)
        and not is_no_title(block)
        and not _begins_with_day(block)
    )


def _begins_with_day(block: Block) -> bool:
    """Say if *block* begins with a date."""
    return bool(re.match(rules.DATE, block.text, re.IGNORECASE))


def _is_close(title: Block, block: Block) -> bool:
    """Say if *block* stands as close under the *title* as their lines would."""
    gap = title.last.base - block.first.base
    return title.last.page == block.first.page and 0 < gap < max(CLOSE * block.size, _UNDER * title.size)


def _is_of_keywords(text: str) -> bool:
    """Say if *text* is the heading of keywords."""
    return folded(text).rstrip(" :") in _KEYWORDS


def _lines_of(block: Block) -> list[tuple[Line, ...]]:
    """Return the lines of *block*, each apart, or together where they are sentences, or keywords under their heading."""
    label = next((n for n, line in enumerate(block.lines) if _is_of_keywords(line.text)), None)
    if label is not None and label + 1 < len(block.lines):
        over = _lines_of(replace(block, lines=block.lines[:label])) if label else []
        return [*over, block.lines[label : label + 1], block.lines[label + 1 :]]
    if len(block.lines) > 1 and PARAGRAPH_END.search(block.text) and len(block.text) > 100:
        return [block.lines]
    last = _BETWEEN_WORDS.split(without_marks(block.last.text))
    if len(last) == 1 and last[0].casefold() not in _AND and people_in(said_unraised(block)):
        return [block.lines]  # the end of a line parts a name
    lines: list[tuple[Line, ...]] = []
    for line in block.lines:
        before = lines[-1][-1].words[-1] if lines else None
        if before and (
            (before.target and before.target == line.words[0].target)
            or _URL_END.search(before.text)
            or before.text.casefold() in _AND
            or _fills(block, lines[-1], line)
        ):
            lines[-1] = (*lines[-1], line)
        else:
            lines.append((line,))
    return lines


def _fills(block: Block, before: Sequence[Line], line: Line) -> bool:
    """Say if an institution, after its mark, goes on from the lines *before* in *line*: the last of them is full."""
    begins = before[0].is_raised(before[0].words[0])
    return (
        begins
        and not line.is_raised(line.words[0])
        and before[-1].x1 > block.region.right - _FULL * block.region.width
    )


_FULL = 0.12
"""Of the width: a line that ends nearer to the edge is full."""


def can_be_title(text: str) -> bool:
    """Say if the title that a file has is one, and no name of a file or a program."""
    return (
        bool(text.strip())
        and not text.lower().startswith(("microsoft word", "untitled"))
        and "." not in text[-5:]
    )
