"""The title among the lines of a title block: the largest, or those that stand out otherwise, and none of the names and imprints around it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from .....text.patterns import any_of
from .....text.vocabularies import words
from .... import rules
from ....names import all_names, credited_in, introduced_in, names_in, people_in
from ....wording import any_whole, is_said_with_issue, letters_of, section_name, whole
from ..blocks.numbering import CHAPTER
from ..layout.setting import alike
from .credits import names_surely, said_by_block

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ..blocks.breaks import Block
    from ..layout.setting import Setting

_LARGE = 1.3
"""Of the size of the text: titles that stand under small print are so large."""
_LARGER = 1.06
"""Of the size of the text: letters that are larger at all."""
CLOSE = 2.2
"""Of the size: the lines of a title stand so close."""
_LONGEST = 300
"""Characters of a title."""


def size_of(block: Block) -> float:
    """Return the size of *block*: that of its largest letters where all are capitals, for small capitals are set as two sizes."""
    if not block.text.isupper():
        return block.size
    return max(word.size for line in block.lines for word in line.words if not line.is_raised(word))


def said_unraised(block: Block) -> str:
    """Return the words of *block* without raised ones: markers of notes."""
    words = [
        (n, word) for line in block.lines for n, word in enumerate(line.words) if not line.is_raised(word)
    ]
    return "".join(f" {word.text}" if word.spaced or not n else word.text for n, word in words).strip()


def title_in(
    group: Sequence[Block], setting: Setting, heads: Collection[str], covers: Collection[str] = ()
) -> tuple[int, int] | None:
    """Return the blocks of *group* that are the title, from one to another: the *heads* of pages may say it, or how it is set."""
    candidates = _candidates(group, setting, heads)
    if not candidates:
        return None
    told = [n for n in candidates if group[n].kind == "title"]
    if told and letters_of(group[told[0]].text) in map(letters_of, covers):
        return told[0], told[0] + 1
    if told and size_of(group[told[0]]) * _LARGE > max(size_of(group[n]) for n in candidates):
        return _around(group, told[0])
    largest = max(size_of(group[n]) for n in candidates)
    larger = largest > setting.body * _LARGER
    best = [n for n in candidates if size_of(group[n]) >= largest * 0.97]
    best = best if larger else _standing_out(group, best)
    if not best:
        return None
    best = _without_label(group, _without_authors(group, best), candidates, {*map(letters_of, heads)})
    start, stop = best[0], best[0] + 1
    first = group[start]
    while (
        stop in best
        and _is_set_on(group[stop - 1], group[stop], first, larger=larger)
        and not _stands_apart(group[start:stop], group[stop])
    ):
        stop += 1
    if stop < len(group) and _is_subtitle(group[stop - 1], group[stop]):
        stop += 1
    while not larger and start - 1 in candidates and _is_over(group[start - 1], group[start]):
        start -= 1
    return start, stop


def _candidates(group: Sequence[Block], setting: Setting, heads: Collection[str]) -> list[int]:
    """Return the blocks of *group* that may be the title: those that are surely something else only where all are."""
    found = [
        n
        for n, block in enumerate(group)
        if block.kind in ("paragraph", "title")
        and len(block.text) <= _LONGEST
        and sum(letter.isalpha() for letter in block.text) >= 3
        and not is_front(block.text)
    ]
    references = _reference_in(group)
    found = [n for n in found if n not in references] or found
    found = [n for n in found if not _is_announced(group, n)] or found
    found = [n for n in found if not _is_label(group[n], setting)] or found
    found = [n for n in found if not is_no_title(group[n])] or found
    found = [n for n in found if section_name(group[n].text) not in rules.SECTION_NAMES] or found
    found = [n for n in found if not _names_journal(group[n], group, heads)] or found
    found = _without_institutions(group, found)
    at_once = [n for n in found if group[n].first.page == group[0].first.page]
    if any(size_of(group[n]) > setting.body * _LARGER for n in at_once):
        return at_once  # on a page of its own, under which a chapter has larger letters
    return found


def _is_announced(group: Sequence[Block], n: int) -> bool:
    """Say if the block *n* announces authors, says who such a line over it or its own first words announce, or is an institution after its mark."""
    block = group[n]
    others = bool(rules.OTHER_PEOPLE.match(block.text) and _LABELLED.match(block.text))
    label = others or bool(_ABOUT_PAPER.match(block.text)) or bool(whole(rules.AUTHOR_LABEL, block.text))
    under = (
        n > 0
        and bool(whole(rules.AUTHOR_LABEL, group[n - 1].text))
        and bool(credited_in(said_by_block(block)))
    )
    introduced = bool(introduced_in(said_by_block(block)))
    return label or under or introduced or block.first.is_raised(block.first.words[0])


_LABELLED = re.compile(r"[^:]{3,30}:(?:\s|$)")
_ABOUT_PAPER = re.compile(
    rf"{any_of((*words('about_paper'), *words('colophon')))}(?:\s\w+)?\s?:(?:\s|$)", re.IGNORECASE
)
"""What a cover says of a paper after a label: *Module Code: PHI 101*."""
_LABEL = re.compile(r"[^\W\d_]+\s?:")


def _is_label(block: Block, setting: Setting) -> bool:
    """Say if *block* is one word with a colon, no larger than a heading: *Affiliations:*."""
    return bool(_LABEL.fullmatch(block.text)) and size_of(block) < setting.body * _LARGE


def _around(group: Sequence[Block], told: int) -> tuple[int, int]:
    """Return the blocks that are one title with the one that running heads have *told*, and may have shortened."""
    start, stop = told, told + 1
    while (
        stop < len(group)
        and _goes_on(group[stop - 1], group[stop])
        and not _stands_apart(group[start:stop], group[stop])
    ):
        stop += 1
    while start and _goes_on(group[start - 1], group[start]):
        start -= 1
    return start, stop


def _standing_out(group: Sequence[Block], best: Sequence[int]) -> list[int]:
    """Return those of the *best* blocks, in letters of the text, that stand out: bold, in the middle, in capitals, or over names."""
    bold = [n for n in best if group[n].bold]
    marked = bold or [n for n in best if group[n].is_centred]
    capitals = [n for n in marked or best if group[n].text.isupper()]
    over_names = [n for n in best if n + 1 < len(group) and _is_over_names(group[n], group[n + 1])]
    return capitals or bold or over_names[:1] or marked


def _is_set_on(before: Block, block: Block, first: Block, *, larger: bool) -> bool:
    """Say if *block* goes on a title that begins with *first*, under the lines *before* it."""
    return (
        block.first.page == first.first.page
        and block.bold == first.bold
        and before.last.base - block.first.base < _reach_of(before) * first.size
        and block.text.isupper() == first.text.isupper()
        and (larger or first.bold or first.text.isupper())
    )


def _stands_apart(title: Sequence[Block], block: Block) -> bool:
    """Say if *block* stands much farther from the lines of a *title* than these from one another: it says it in another language."""
    lines = [line for one in title for line in one.lines]
    gaps = [before.base - line.base for before, line in pairwise(lines)]
    return bool(gaps) and lines[-1].base - block.first.base > _APART * max(gaps)


_APART = 1.5
"""Of the distance between the lines of a title: the next line stands in another title, or is a subtitle."""


_CODE = re.compile(
    r"""[A-Z]{2,}[A-Z\s.-]{0,12}(?:No\.\s*)?\d+(?:[-/.]\d+)*     # TWP 6-2007
      | (?:[^\W\d_][\w.&-]*\s+){1,4}\d{1,4}/(?:19|20)\d\d        # Harbour Report 8/2008
      | [a-zß-ÿ]+                                                # focus
    """,
    re.VERBOSE,
)
"""The number of a paper in its series, or the name of one: a single word in small letters."""
_REFERENCE = re.compile(
    r"""[^\W\d_][\w’'-]+ , (?: \s*[A-Z]\.-? )+   # Doe, J.
        [^()]{0,200} \( (?:19|20)\d\d \w? \)
    """,
    re.VERBOSE,
)
"""The article as an entry of a bibliography: *Doe, J. & Roe, R. (2016)*."""
_BROKEN = re.compile(
    r"""(?<![\w’'.])(?![AEIOUY]\b)[A-Z] \s+ [A-Z]{2}        # S OZIAL, but not HARBOUR’S WAY
      | [A-Z]{2} \s+ (?![AEIOUY]\b)[A-Z]\b       # SOZIA L
    """,
    re.VERBOSE,
)
"""Capitals set apart, as logos have them: *S OZIAL*."""


def is_no_title(block: Block) -> bool:
    """Say if *block* is a journal's line, the number of a series, or a logo."""
    text = " ".join(block.text.split())
    return bool(
        any_whole((*rules.NO_TITLES, *rules.THESES), text)
        or _CODE.fullmatch(text)
        or CHAPTER.fullmatch(text)
        or (_BROKEN.search(text) and (text.isupper() or len(_BROKEN.findall(text)) > 1))
        or (rules.IMPRINT.search(text) and len(text) < _LONGEST)
    )


def _names_journal(block: Block, group: Sequence[Block], heads: Collection[str]) -> bool:
    """Say if *block* is the name of a journal, however large: another line of *group*, or a running head, begins with it, and says which issue this is."""
    others = [other.text for other in group if other is not block]
    names = {block.text, said_unraised(block)}  # beside which the logo of a publisher stands
    return any(
        is_said_with_issue(name, others, year=True) or is_said_with_issue(name, heads) for name in names
    )


def _without_institutions(group: Sequence[Block], found: Sequence[int]) -> list[int]:
    """Return the *found* blocks without institutions that the title outweighs: as large and apart, or nearly so and far below."""
    places = [n for n in found if whole(rules.AFFILIATIONS, group[n].text)]
    others = [n for n in found if n not in places and not credited_in(said_by_block(group[n]))]
    return [
        n
        for n in found
        if n not in places
        or not any(
            _outweighs(group[m], group[n])
            or _is_title_under(group, m, group[n], found)
            or _is_said_on_title_page(group, m, group[n])
            for m in others
        )
    ]


def _is_title_under(group: Sequence[Block], n: int, place: Block, found: Sequence[int]) -> bool:
    """Say if the block *n* stands right over a byline, bold and alone so among the *found*, and apart from the *place* over it."""
    block, under = group[n], group[n + 1] if n + 1 < len(group) else None
    distance = place.last.base - block.first.base
    return bool(
        block.bold
        and under
        and names_surely(under)
        and not any(group[m].bold and not is_no_title(group[m]) for m in found if m != n)
        and block.first.page == place.first.page
        and distance > CLOSE * size_of(place)
    )


def _is_said_on_title_page(group: Sequence[Block], n: int, place: Block) -> bool:
    """Say if a cover has the block *n* far under the *place*, and the page after it says the same in a line of its own, apart from names."""
    block = group[n]
    again = any(
        other.first.page == block.first.page + 1 and letters_of(other.text) == letters_of(block.text)
        for other in group
    )
    distance = place.last.base - block.first.base
    return again and block.first.page == place.first.page and distance > _FAR * block.size


def _outweighs(block: Block, place: Block) -> bool:
    """Say if *block* may rather be the title than the *place* over or under it."""
    size, distance = size_of(place), abs(place.last.base - block.first.base)
    apart = block.first.page == place.first.page and distance > CLOSE * size
    return apart and size_of(block) >= size * (_NEARLY if distance > _FAR * size else 0.97)


_FAR = 6
"""Of the size of an institution at the head of a cover: a title stands so far below it, and a subtitle nearer to its title."""
_NEARLY = 0.8
"""Of the size of such an institution: a title is as large."""


def _reference_in(group: Sequence[Block]) -> range:
    """Return the blocks that are the article as an entry of a bibliography, over its title."""
    for n, block in enumerate(group):
        if not _REFERENCE.match(block.text):
            continue
        end = n + 1
        while (
            end < len(group)
            and not re.search(r"\d\.?$", group[end - 1].text)
            and 0 < group[end - 1].last.base - group[end].first.base < CLOSE * block.size
            and alike(group[end].size, block.size)
        ):
            end += 1
        return range(n, end)
    return range(0)


def _without_authors(group: Sequence[Block], best: list[int]) -> list[int]:
    """Return those of the *best* that aren't the authors, who may stand over their title in letters as large."""
    first = group[best[0]]
    others = [n for n in best[1:] if _is_set_unlike(group[n], first) or _stands_far_over(first, group[n])]
    return others if others and names_surely(first) else best


def _stands_far_over(block: Block, other: Block) -> bool:
    """Say if *block* stands over the *other* on its page, much farther than the lines of a title, and only the first names people."""
    distance = block.last.base - other.first.base
    return (
        block.first.page == other.first.page
        and distance > _FAR * block.size
        and not credited_in(said_by_block(other))
    )


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
        and not is_front(block.text)
    )


def _is_over_names(block: Block, after: Block) -> bool:
    """Say if the block *after* is a byline, and *block* isn't one."""
    return bool(credited_in(said_by_block(after))) and (
        not credited_in(said_by_block(block)) or block.italic != after.italic
    )


def _goes_on(before: Block, block: Block) -> bool:
    """Say if *block* is set like the line of a title *before* it: running heads shorten titles."""
    return (
        _is_line_under(before, block)
        and not people_in(said_unraised(block))
        and not people_in(said_unraised(before))
    )


def _is_over(before: Block, block: Block) -> bool:
    """Say if the lines of a title begin with the ones *before* the *block* over its authors."""
    return _is_line_under(before, block, _reach_of(before)) and not names_surely(before)


_UNENDED = 3.0
"""The same under a line that ends with a comma or a colon."""


def _reach_of(before: Block) -> float:
    """Return how far under the lines *before* it the next line of a title stands, times its size."""
    return _UNENDED if before.text.endswith((",", ":")) else CLOSE


def _is_line_under(before: Block, block: Block, close: float = CLOSE) -> bool:
    """Say if *block* is set like what is *before* it, as its next line, so *close*."""
    return (
        alike(before.size, block.size)
        and before.first.page == block.first.page
        and (before.bold, before.italic) == (block.bold, block.italic)
        and before.text.isupper() == block.text.isupper()
        and 0 < before.last.base - block.first.base < close * block.size
    )


def is_front(text: str) -> bool:
    """Say if *text* is a date, a byline or a publisher's line."""
    words = " ".join(text.split())
    byline = whole(rules.BYLINE, words)
    announced = whole(rules.BYLINE_OF_NAMES, words)
    return bool(
        whole(rules.DATE_LINE, words)
        or (byline and credited_in(byline["names"]))
        or (announced and (credited_in(words) or all_names(names_in(announced["names"]), announced=True)))
        or any_whole((*rules.FEET, *rules.DISCLAIMERS, *rules.NOTICES), words)
        or rules.IMPRINT.search(words)
    )
