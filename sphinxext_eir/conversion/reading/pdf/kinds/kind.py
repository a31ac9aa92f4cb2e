"""Blocks → what they are: headings, quotations, items, captions."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from .....text.decisions import Criterion, decide
from ..blocks.items import BULLET, DASH
from ..layout.setting import alike
from ..streams.contents import key_of
from ..streams.labels import label_of
from .cases import CAPTION, LONGEST_PLAIN, MOST_LINES, QUESTION, STOP, Case, looks_of
from .headings import HEADINGS
from .levels import known_level, with_chapters, with_levels
from .peers import Peers, look_of, peers_of
from .run_ins import with_run_ins

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..blocks.breaks import Block
    from ..layout.setting import Setting

_ITEM_NEAR = 10
"""Blocks among which the item before an item stands, and the one after it: items have paragraphs, and lists within them."""


QUOTATIONS: tuple[Criterion[Case, bool], ...] = (
    Criterion("at the edge", lambda case: not case.narrow, then=False),
    Criterion(
        "begins with the label of a note",
        lambda case: label_of(case.block.first) is not None,
        then=False,
    ),
    Criterion(
        "an address",
        lambda case: all(word.target for word in case.block.first.words),
        then=False,
    ),
    Criterion(
        "set narrower than the text, on both sides",
        lambda case: case.short_right and len(case.block.lines) > 1 and _is_even(case.block),
        then=True,
    ),
    Criterion(
        "several lines, all indented alike",
        lambda case: len(case.block.lines) > 1 and _is_even(case.block) and not case.block.region.hanging,
        then=True,
    ),
    Criterion(
        "a line set narrower than the text, where gaps part paragraphs",
        lambda case: (
            case.short_right
            and case.setting.spaced
            and not case.centred
            and len(case.block.lines) == 1
            and not case.setting.indented
        ),
        then=True,
    ),
    Criterion(
        "smaller than the text, between paragraphs",
        lambda case: (
            case.block.size < 0.955 * case.setting.body
            and not case.centred
            and len(case.text) > LONGEST_PLAIN
        ),
        then=True,
    ),
)
"""True if a block is a quotation."""


def _is_even(block: Block) -> bool:
    """Say if the lines of *block* after the first begin at one place."""
    rest = [line.x0 for line in block.lines[1:]]
    first = block.first.x0
    return max(rest) - min(rest) < 2 and abs(first - rest[0]) < 3 * block.size


def kinds_of(
    blocks: Sequence[Block], setting: Setting, known: Mapping[str, int]
) -> tuple[list[Block], dict[int, str]]:
    """Return *blocks* with their kinds, and the criteria that decided, by the identity of their first lines."""
    done: list[Block] = []
    decisions: dict[int, str] = {}
    looks = _looks_of(blocks, known)
    items = _items_in(blocks)
    peers = peers_of(blocks, setting)
    front = _front_of(blocks)
    for n, block in enumerate(blocks):
        before = done[-1] if done else None
        after = blocks[n + 1] if n + 1 < len(blocks) else None
        if block.kind != "paragraph":
            done.append(block)
            continue
        if before is not None and _caption_goes_on(before, block, setting):
            done[-1] = replace(before, lines=(*before.lines, *block.lines))
            continue
        item = _item_before(block, done)
        alike_ones = peers.get(look_of(block), Peers())
        case = Case(
            block,
            before,
            after,
            setting,
            known,
            item,
            _has_next(blocks, n),
            n in items,
            looks,
            of_headings=alike_ones.are_headings,
            of_none=alike_ones.are_none,
            front=front,
        )
        kind, name = _kind_of(case)
        if name:
            decisions[id(block.first)] = name
        done.append(replace(block, kind=kind))
    done = _with_whole_quotations(done, setting)
    done, run_ins = with_run_ins(with_chapters(done), known)
    return with_levels(done, setting, known), decisions | run_ins


def _front_of(blocks: Sequence[Block]) -> frozenset[str]:
    """Return what the lines under the title say, as keys."""
    lines = (line for block in blocks if block.kind == "front" for line in block.lines)
    return frozenset(key_of(line.text) for line in lines)


def _with_whole_quotations(blocks: Sequence[Block], setting: Setting) -> list[Block]:
    """Return *blocks* with those made quotations that are set like one right above or below them: verse and speech have short lines."""
    done = list(blocks)
    for order in (range(1, len(done)), range(len(done) - 2, -1, -1)):
        for n in order:
            beside = done[n - order.step]
            if done[n].kind == "paragraph" and beside.kind == "quotation":
                one, two = (beside, done[n]) if order.step > 0 else (done[n], beside)
                if _are_one_quotation(one, two, setting):
                    done[n] = replace(done[n], kind="quotation")
    return done


def _are_one_quotation(one: Block, two: Block, setting: Setting) -> bool:
    """Say if two blocks are set alike, smaller than the text, one right below the other."""
    above, below = one.last, two.first
    distance = (above.base - below.base) / setting.leading(below.size)
    return (
        (above.page, above.column) == (below.page, below.column)
        and abs(one.first.x0 - below.x0) < 1
        and alike(one.size, two.size)
        and max(one.size, two.size) < _SMALLER * setting.body
        and 0 < distance < _CLOSE
    )


_SMALLER = 0.955
"""Of the size of the text: captions and quotations may be smaller."""
_CLOSE = 1.35
"""Of the leading: lines of one caption, or of one quotation, stand no farther apart."""


def _caption_goes_on(caption: Block, block: Block, setting: Setting) -> bool:
    """Say if *block* is the rest of a *caption*: right below, as small as it is, and the text is larger."""
    one, two = caption.last, block.first
    distance = (one.base - two.base) / setting.leading(two.size)
    return (
        caption.kind == "caption"
        and (one.page, one.column) == (two.page, two.column)
        and block.size < _SMALLER * setting.body
        and alike(caption.size, block.size)
        and 0 < distance < _CLOSE
    )


_ENOUGH_KNOWN = 4
_MOSTLY_KNOWN = 0.8
"""Of the headings that the contents or the outline have: so many are found in the text, each where it stands alone."""


def _looks_of(blocks: Sequence[Block], known: Mapping[str, int]) -> frozenset[tuple[float, bool, bool]]:
    """Return the looks of the headings that the contents or the outline have; none, if they don't have most of the file's."""
    found: dict[str, tuple[float, bool, bool]] = {}
    for block in blocks:
        if block.kind == "paragraph" and len(block.lines) <= MOST_LINES and known_level(block.text, known):
            found[key_of(block.text)] = looks_of(block)
    if len(found) < max(_ENOUGH_KNOWN, _MOSTLY_KNOWN * len(known)):
        return frozenset()
    return frozenset(found.values())


def _kind_of(case: Case) -> tuple[str, str]:
    """Return the kind of a block, and the criterion that decided."""
    if _is_item(case):
        return "item", "a bullet, or a number in a row"
    heading = decide(HEADINGS, case)
    if heading and heading.then:
        return "heading", heading.name
    if CAPTION.match(case.text) and len(case.block.lines) < 8:
        return "caption", "the caption of a table or picture"
    if case.under_number:
        return "caption", "italic, under the number of a table or picture"
    quotation = decide(QUOTATIONS, case)
    if quotation and quotation.then and alike_or_smaller(case):
        return "quotation", quotation.name
    return "paragraph", ""


def alike_or_smaller(case: Case) -> bool:
    """Say if a block is no larger than the text."""
    return case.block.size <= case.setting.body * 1.03


_SLANTED = 0.6
"""Of the words after its number: so many of a heading are slanted, but for names of cases."""
_ITEM_SIZE = 1.15
"""Of the size of the text: no item of a list is so large."""


def _is_item(case: Case) -> bool:
    """Say if a block is an item of a list: it has a bullet, or a number next to that of its neighbour."""
    first = case.block.first.words[0]
    if case.block.first.dotted:
        return True
    if BULLET.match(first.text) and len(case.block.first.words) > 1:
        return not DASH.fullmatch(first.text) or case.narrow or case.counted
    number = _number_at(case.block)
    if number is None or case.block.bold or len(case.block.first.words) < 2:
        return False
    if case.block.size > _ITEM_SIZE * case.setting.body:
        return False  # a heading, as the ones before and after it
    slanted = [word.style.italic for line in case.block.lines for word in line.words][1:]
    if sum(slanted) > _SLANTED * len(slanted) and case.apart and case.over_paragraph:
        return False
    return case.counted or case.item is not None or (number == 1 and case.next_item)


_NUMBER_AT = re.compile(r"(\d{1,3})[.)](?=$|[^\W\d_a-zß-öø-ÿ])")


def _number_at(block: Block) -> int | None:
    """Return the number of an item that *block* begins with."""
    found = _NUMBER_AT.match(block.first.words[0].text)
    return int(found[1]) if found else None


_FEWEST_ITEMS = 3


def _items_in(blocks: Sequence[Block]) -> frozenset[int]:
    """Return which of *blocks* are items of lists: their lines hang under numbers that count on at one place, or under dashes in a row."""
    chains: list[list[int]] = []
    dashes = _dashes_in_rows(blocks)
    for n, block in enumerate(blocks):
        number = _number_at(block) if block.kind == "paragraph" and not block.bold else None
        if number is None:
            continue
        for chain in reversed(chains):
            last = blocks[chain[-1]]
            place = abs((last.first.x0 - last.region.left) - (block.first.x0 - block.region.left))
            if n - chain[-1] <= _ITEM_NEAR and _number_at(last) == number - 1 and place < block.size / 2:
                chain.append(n)
                break
        else:
            chains.append([n])
    return frozenset(n for chain in chains if _is_list([blocks[k] for k in chain]) for n in chain) | dashes


def _dashes_in_rows(blocks: Sequence[Block]) -> frozenset[int]:
    """Return which of *blocks* begin with the dash that one beside them begins with, where the lines of all of them hang under it."""
    found: set[int] = set()
    for _, row in groupby(range(len(blocks)), key=lambda n: _dash_of(blocks[n])):
        chain = list(row)
        longer = [blocks[n] for n in chain if len(blocks[n].lines) > 1]
        if len(chain) > 1 and _dash_of(blocks[chain[0]]) and longer and all(map(_hangs_under_sign, longer)):
            found.update(chain)
    return frozenset(found)


def _dash_of(block: Block) -> str:
    """Return the dash that a *block* begins with, and a space after it."""
    words = block.first.words
    if block.kind != "paragraph" or len(words) == 1 or not words[1].spaced:
        return ""
    return words[0].text if DASH.fullmatch(words[0].text) else ""


def _hangs_under_sign(block: Block) -> bool:
    """Say if the further lines of a *block* hang under what follows its sign, as far as they stand below it."""
    text = block.first.words[1].x0
    return all(
        abs(line.x0 - text) < block.size / 2
        for line in block.lines[1:]
        if (line.page, line.column) == (block.first.page, block.first.column)
    )


def _is_list(chain: Sequence[Block]) -> bool:
    """Say if blocks with numbers that count on are items: they go on under their numbers. Headings are short; paragraphs go on at the edge."""
    longer = [block for block in chain if len(block.lines) > 1 and block.first.page == block.lines[1].page]
    hanging = [block for block in longer if block.lines[1].x0 - block.first.x0 > block.size / 2]
    return len(chain) >= _FEWEST_ITEMS and len(hanging) == len(longer) > len(chain) / 2


def _item_before(block: Block, done: Sequence[Block]) -> Block | None:
    """Return the item before *block* whose number its own comes after; a heading ends a list."""
    number = _number_at(block)
    if number is None:
        return None
    for one in reversed(done[-_ITEM_NEAR:]):
        if one.kind == "heading":
            return None
        if one.kind == "item" and _number_at(one) == number - 1:
            return one
    return None


def _has_next(blocks: Sequence[Block], n: int) -> bool:
    """Say if one of the blocks after the *n*-th has the number that comes after its own, at the same place of a column."""
    number, block = _number_at(blocks[n]), blocks[n]
    if number is None:
        return False
    words = block.first.words
    headed = len(words) > 1 and (words[1].style.italic or words[1].style.bold)
    stopped = STOP.search(block.text) and not QUESTION.search(block.text)
    near = _ITEM_NEAR if stopped and not headed else 1  # headings have numbers, and no stop, or run in
    return any(
        _number_at(one) == number + 1
        and abs((one.first.x0 - one.region.left) - (block.first.x0 - block.region.left)) < block.size
        for one in blocks[n + 1 : n + 1 + near]
    )
