"""The title block: all that stands before the first paragraph of the text, as one group."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from ....text.sentences import PARAGRAPH_END
from ... import rules
from ...names import credited_in, people_in, without_marks
from ...wording import any_whole, section_name, whole
from .credits import names_surely, said_by_block
from .setting import alike

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from .breaks import Block
    from .lines import Line
    from .setting import Setting

_FIRST_BLOCKS = 40
_TEXT_LINES = 3
_BETWEEN_WORDS = re.compile(r"\s+")
_URL_END = re.compile(r"https?://\S*[/\-_]$")
_SHORTEST_TEXT = 60
"""Characters of a paragraph of two lines."""
_LONGEST = 300
"""Characters of a title."""


def with_title(blocks: Sequence[Block], setting: Setting, heads: Collection[str] = ()) -> list[Block]:
    """Return *blocks* with those of the title block told apart, line by line: the title, and the rest of the front matter.

    The running *heads* of the pages may tell the title, and so may what the file says of itself.
    """
    end = _end_of(blocks, setting)
    group = list(blocks[:end])
    if not group or group[0].first.page > 3:
        return list(blocks)
    said = {letters_of(head) for head in heads}
    group = _cut_at_head(group, said)
    blocks, end = [*group, *blocks[end:]], len(group)
    title = _title_in(group, setting, said)
    if title is None:
        return list(blocks)
    start, stop = title
    rest: list[Block] = []
    subtitles = 0
    for n, block in enumerate(group):
        if start <= n < stop:
            continue
        named = any(names_surely(other) for other in group[stop:n])
        if (
            n >= stop
            and not _begins_with_and(block)
            and not (rest and _names_go_on(rest[-1], block))
            and _is_heading(block, n == end - 1, setting, group[stop - 1], named=named)
        ):
            rest.append(block)
        elif rest and rest[-1].kind == "front" and (_begins_with_and(block) or _names_go_on(rest[-1], block)):
            rest[-1] = replace(rest[-1], lines=(*rest[-1].lines, *block.lines))
        elif block.kind in ("paragraph", "title"):
            kind = "front"
            if n == stop + subtitles and _is_set_as_subtitle(block, setting, group[stop - 1], group[n - 1]):
                kind, subtitles = "subtitle", subtitles + 1
            rest += [replace(block, kind=kind, lines=lines) for lines in _lines_of(block)]
        else:
            rest.append(block)
    lines = tuple(line for block in group[start:stop] for line in block.lines)
    return [replace(group[start], kind="title", lines=lines), *rest, *blocks[end:]]


def _begins_with_and(block: Block) -> bool:
    """Say if *block* goes on a byline: its last author stands on a line of their own."""
    return block.first.words[0].text.casefold() in ("&", "and")


def _names_go_on(before: Block, block: Block) -> bool:
    """Say if a list of authors that ends with a comma goes on in *block*."""
    said = said_by_block(before).rstrip()
    return bool(
        re.search(r"[,;&]$", said) and credited_in(said.rstrip(" ,;&")) and credited_in(said_by_block(block))
    )


def _end_of(blocks: Sequence[Block], setting: Setting) -> int:
    """Return where the text begins: with a paragraph of several lines, or under the heading of a section."""
    for n, block in enumerate(blocks[:_FIRST_BLOCKS]):
        if block.kind != "paragraph":
            if block.kind == "table" and not n and len(block.lines) <= _HEAD_LINES:
                continue  # volume, month and number of a journal, side by side
            if block.kind in ("item", "quotation", "table"):
                return n
            continue
        text = block.lines
        if section_name(block.text) in rules.SECTION_NAMES and n and not _is_over_larger(blocks, n, setting):
            return n
        if not _is_prose(block) or _is_over_title(blocks, n, setting):
            continue
        wide = sum(line.x1 - line.x0 > 0.6 * block.region.width for line in text)
        if len(text) >= _TEXT_LINES and wide >= 2 and block.size < setting.body * 1.09 and not block.bold:
            return n
        if (
            len(text) >= 2
            and PARAGRAPH_END.search(block.text)
            and wide
            and alike(block.size, setting.body)
            and len(block.text) > _SHORTEST_TEXT
            and not (block.bold or is_centred(block))
        ):
            return n
    return 0


_HEAD_LINES = 3
_PROSE = 0.45
"""Of the words of prose so many begin small, in English, and in German still more than in lists of names and places."""
_LARGE = 1.3
"""Of the size of the text: titles that stand under small print are so large."""


def _is_prose(block: Block) -> bool:
    """Say if *block* reads like sentences: names, institutions and their addresses have few words that begin small."""
    words = [word for word in re.findall(r"\S+", block.text) if word[:1].isalpha() and "@" not in word]
    small = sum(word[0].islower() for word in words)
    cased = sum(word[0].islower() or word[0].isupper() for word in words)
    return not cased or small >= _PROSE * cased


def _is_over_larger(blocks: Sequence[Block], n: int, setting: Setting) -> bool:
    """Say if the block *n* is a short one over much larger letters on its page: the name of a series, such as *Analysis*."""
    block = blocks[n]
    return len(block.lines) == 1 and any(
        after.size >= setting.body * _LARGE * _LARGE and after.first.page == block.first.page
        for after in blocks[n + 1 : n + 6]
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
_CLOSE = 2.2
"""Of the size: the lines of a title stand so close."""
_UNDER = 1.5
"""Of the size of a title: its subtitle stands so close."""
_SHORTEST_HEAD = 8
"""Letters of a running head that tells a title."""


def letters_of(text: str) -> str:
    """Return the letters of *text*, in small letters."""
    return re.sub(r"[\W\d_]+", "", text.casefold())


def size_of(block: Block) -> float:
    """Return the size of *block*: that of its largest letters where all are capitals, for small capitals are set as two sizes."""
    if not block.text.isupper():
        return block.size
    return max(word.size for line in block.lines for word in line.words if not line.is_raised(word))


def _said(block: Block) -> str:
    """Return the words of *block* without raised ones: markers of notes."""
    words = [
        (n, word) for line in block.lines for n, word in enumerate(line.words) if not line.is_raised(word)
    ]
    return "".join(f" {word.text}" if word.spaced or not n else word.text for n, word in words).strip()


def _cut_at_head(group: Sequence[Block], heads: Collection[str]) -> list[Block]:
    """Return the blocks of a title block, with lines that together say what the running head says as a block of their own."""
    lines = [(block, line) for block in group if block.kind == "paragraph" for line in block.lines]
    best: list[tuple[Block, Line]] = []
    for start in range(len(lines)):
        for stop in range(start + 1, min(start + _LONGEST_TITLE, len(lines)) + 1):
            run = lines[start:stop]
            text = " ".join(line.text for _, line in run)
            named = credited_in(text) and any(block.size > 1.06 * run[0][1].size for block in group)
            if (
                letters_of(text) in heads
                and not any_whole(rules.NO_TITLES, text)
                and not named
                and len(run) > len(best)
            ):
                best = run
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


def _title_in(group: Sequence[Block], setting: Setting, heads: Collection[str]) -> tuple[int, int] | None:
    """Return the blocks of *group* that are the title, which the *heads* of pages may say: the largest, or those set in the middle under lines that aren't."""
    candidates = [
        n
        for n, block in enumerate(group)
        if block.kind in ("paragraph", "title")
        and len(block.text) <= _LONGEST
        and sum(letter.isalpha() for letter in block.text) >= 3
        and not _is_front(block.text)
    ]
    references = _reference_in(group)
    candidates = [n for n in candidates if n not in references] or candidates
    candidates = [n for n in candidates if not _is_no_title(group[n])] or candidates
    at_once = [n for n in candidates if group[n].first.page == group[0].first.page]
    if any(size_of(group[n]) > setting.body * 1.06 for n in at_once):
        candidates = at_once  # on a page of its own, under which a chapter has larger letters
    if not candidates:
        return None
    told = [n for n in candidates if group[n].kind == "title"]
    if told and size_of(group[told[0]]) * _LARGE > max(size_of(group[n]) for n in candidates):
        start, stop = told[0], told[0] + 1
        while stop < len(group) and _goes_on(group[stop - 1], group[stop]):
            stop += 1
        while start and _goes_on(group[start - 1], group[start]):
            start -= 1
        return start, stop
    largest = max(size_of(group[n]) for n in candidates)
    best = [n for n in candidates if size_of(group[n]) >= largest * 0.97]
    if largest < setting.body * 1.06:
        marked = [n for n in best if group[n].bold] or [n for n in best if is_centred(group[n])]
        capitals = [n for n in marked if group[n].text.isupper()]
        over_names = [n for n in best if n + 1 < len(group) and _is_over_names(group[n], group[n + 1])]
        bold = [n for n in marked if group[n].bold]
        best = capitals or bold or over_names[:1] or marked
    if not best:
        return None
    best = _without_label(group, _without_authors(group, best), candidates, heads)
    start = best[0]
    stop = start + 1
    first = group[start]
    while (
        stop < len(group)
        and stop in best
        and group[stop].first.page == first.first.page
        and group[stop].bold == first.bold
        and group[stop - 1].last.base - group[stop].first.base < _CLOSE * first.size
        and (group[stop].text.isupper() == first.text.isupper())
        and (largest > setting.body * 1.06 or first.bold)
    ):
        stop += 1
    if stop < len(group) and _is_subtitle(group[stop - 1], group[stop]):
        stop += 1
    return start, stop


_CODE = re.compile(r"[A-Z]{2,}[A-Z\s.-]{0,12}(?:No\.\s*)?\d+(?:[-/.]\d+)*")
"""The number of a paper in its series: *TWP 6-2007*."""
_REFERENCE = re.compile(
    r"""[^\W\d_][\w’'-]+ , (?: \s*[A-Z]\.-? )+   # Doe, J.
        [^()]{0,200} \( (?:19|20)\d\d \w? \)
    """,
    re.VERBOSE,
)
"""The article as an entry of a bibliography: *Doe, J. & Roe, R. (2016)*."""
_BROKEN = re.compile(
    r"""\b(?![AIO]\b)[A-Z] \s+ [A-Z]{2}        # S OZIAL
      | [A-Z]{2} \s+ (?![AIO]\b)[A-Z]\b       # SOZIA L
    """,
    re.VERBOSE,
)
"""Capitals set apart, as logos have them: *S OZIAL*."""


def _is_no_title(block: Block) -> bool:
    """Say if *block* is a journal's line, the number of a series, or a logo."""
    text = " ".join(block.text.split())
    return bool(
        any_whole(rules.NO_TITLES, text)
        or _CODE.fullmatch(text)
        or (text.isupper() and _BROKEN.search(text))
        or (rules.IMPRINT.search(text) and len(text) < _LONGEST)
    )


def _reference_in(group: Sequence[Block]) -> range:
    """Return the blocks that are the article as an entry of a bibliography, over its title."""
    for n, block in enumerate(group):
        if not _REFERENCE.match(block.text):
            continue
        end = n + 1
        while (
            end < len(group)
            and not re.search(r"\d\.?$", group[end - 1].text)
            and 0 < group[end - 1].last.base - group[end].first.base < _CLOSE * block.size
            and alike(group[end].size, block.size)
        ):
            end += 1
        return range(n, end)
    return range(0)


def _without_authors(group: Sequence[Block], best: list[int]) -> list[int]:
    """Return those of the *best* that aren't the authors, who may stand over their title in letters as large."""
    first = group[best[0]]
    others = [n for n in best if _is_set_unlike(group[n], first)]
    return others if others and names_surely(first) else best


_LONGEST_LABEL = 3
"""Words of the name of a section of a journal."""


def _without_label(
    group: Sequence[Block], best: list[int], candidates: Sequence[int], heads: Collection[str]
) -> list[int]:
    """Return the *best*, or the title under it where it is the name of a journal's section.

    Such a name is larger than the title, stands over its byline, and the running *heads* say the title.
    """
    n = best[0]
    if len(best) > 1 or len(group[n].text.split()) > _LONGEST_LABEL:
        return best
    under = next((m for m in candidates if m > n + 1 and not credited_in(said_by_block(group[m]))), None)
    if under is None or not all(credited_in(said_by_block(group[m])) for m in range(n + 1, under)):
        return best
    begins = letters_of(" ".join(group[under].text.split()[:_PAIR]))
    if not any(begins in head for head in heads) or any(letters_of(group[n].text) == head for head in heads):
        return best
    return [m for m in candidates if m >= under and alike(size_of(group[m]), size_of(group[under]))]


_PAIR = 2
"""Words at the beginning of a title, which running heads shorten."""


def _is_set_unlike(block: Block, other: Block) -> bool:
    """Say if two blocks are set in other weights or slants."""
    return (block.bold, block.italic) != (other.bold, other.italic)


def _is_subtitle(before: Block, block: Block) -> bool:
    """Say if *block* is the second half of a title whose first, *before* it, ends with a colon or a dash."""
    return (
        bool(re.search(r"\w\s?[:–—]$", before.text))
        and block.kind in ("paragraph", "title")
        and (block.first.page, block.bold) == (before.first.page, before.bold)
        and 0 < before.last.base - block.first.base < 3 * before.size
        and not _is_front(block.text)
    )


def _is_over_names(block: Block, after: Block) -> bool:
    """Say if the block *after* is a byline, and *block* isn't one."""
    return bool(credited_in(said_by_block(after))) and (
        not credited_in(said_by_block(block)) or block.italic != after.italic
    )


def _goes_on(before: Block, block: Block) -> bool:
    """Say if *block* is set like the line of a title *before* it: running heads shorten titles."""
    return (
        alike(before.size, block.size)
        and before.first.page == block.first.page
        and (before.bold, before.italic) == (block.bold, block.italic)
        and before.text.isupper() == block.text.isupper()
        and 0 < before.last.base - block.first.base < _CLOSE * block.size
        and not people_in(_said(block))
        and not people_in(_said(before))
    )


def _is_front(text: str) -> bool:
    """Say if *text* is a date, a byline or a publisher's line."""
    words = " ".join(text.split())
    return bool(
        whole(rules.DATE_LINE, words)
        or whole(rules.BYLINE, words)
        or whole(rules.BYLINE_OF_NAMES, words)
        or any_whole((*rules.FEET, *rules.DISCLAIMERS, *rules.NOTICES), words)
        or rules.IMPRINT.search(words)
    )


def _is_heading(block: Block, last: bool, setting: Setting, title: Block, *, named: bool) -> bool:  # noqa: FBT001
    """Say if *block*, under the title, is the first heading of the text: right above it, and set like one."""
    if section_name(block.text) in rules.SECTION_NAMES:
        return True
    if names_surely(block) or (not named and credited_in(said_by_block(block))):
        return False
    if block.first.is_raised(block.first.words[0]):
        return False  # an institution, after its mark
    if _is_no_title(block) or _begins_with_day(block) or _is_set_as_subtitle(block, setting, title):
        return False
    larger = _is_between(block, setting, title)
    return last and (block.bold or larger or block.text.isupper()) and not _is_front(block.text)


def _is_between(block: Block, setting: Setting, title: Block) -> bool:
    """Say if *block* is set larger than the text, and smaller than the *title*."""
    return setting.body * 1.06 < block.size < title.size * 0.97


def _is_set_as_subtitle(block: Block, setting: Setting, title: Block, before: Block | None = None) -> bool:
    """Say if *block*, right under the *title* or what is *before* it, is set as a subtitle: light, larger than the text, close."""
    return (
        not block.bold
        and _is_between(block, setting, title)
        and _is_close(before or title, block)
        and not credited_in(said_by_block(block))
        and not _is_front(block.text)
        and not _is_no_title(block)
        and not _begins_with_day(block)
    )


def _begins_with_day(block: Block) -> bool:
    """Say if *block* begins with a date."""
    return bool(re.match(rules.DATE, block.text, re.IGNORECASE))


def _is_close(title: Block, block: Block) -> bool:
    """Say if *block* stands as close under the *title* as their lines would."""
    gap = title.last.base - block.first.base
    return title.last.page == block.first.page and 0 < gap < max(_CLOSE * block.size, _UNDER * title.size)


def _lines_of(block: Block) -> list[tuple[Line, ...]]:
    """Return the lines of *block*, each apart, or together where they are sentences."""
    if len(block.lines) > 1 and PARAGRAPH_END.search(block.text) and len(block.text) > 100:
        return [block.lines]
    if people_in(_said(block)) and len(_BETWEEN_WORDS.split(without_marks(block.last.text))) == 1:
        return [block.lines]  # the end of a line parts a name
    lines: list[tuple[Line, ...]] = []
    for line in block.lines:
        before = lines[-1][-1].words[-1] if lines else None
        if before and (
            (before.target and before.target == line.words[0].target)
            or _URL_END.search(before.text)
            or before.text.casefold() in ("and", "&")
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


def is_centred(block: Block) -> bool:
    """Say if all lines of *block* stand in the middle, and none fills the width."""
    region = block.region
    middle = (region.left + region.right) / 2
    return all(
        abs((line.x0 + line.x1) / 2 - middle) < 0.04 * region.width and region.indent(line) > 1.5
        for line in block.lines
    )


def can_be_title(text: str) -> bool:
    """Say if the title that a file has is one, and no name of a file or a program."""
    return (
        bool(text.strip())
        and not text.lower().startswith(("microsoft word", "untitled"))
        and "." not in text[-5:]
    )
