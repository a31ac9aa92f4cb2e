"""Headings → their levels; the number of a chapter and its name, made one heading."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..blocks.numbering import CHAPTER, NUMBER
from ..layout.setting import alike
from ..streams.contents import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..blocks.breaks import Block
    from ..layout.setting import Setting


def with_chapters(blocks: Sequence[Block]) -> list[Block]:
    """Return *blocks* with the number of a chapter and its heading, right below, made one heading."""
    done: list[Block] = []
    for block in blocks:
        before = done[-1] if done else None
        if (
            before is not None
            and before.kind == block.kind == "heading"
            and CHAPTER.fullmatch(before.text)
            and before.first.page == block.first.page
        ):
            done[-1] = replace(block, lines=(*before.lines, *block.lines), begins=before.begins)
        else:
            done.append(block)
    return done


def known_level(text: str, known: Mapping[str, int]) -> int:
    """Return the level of the heading *text* in the contents or the outline; 0 if they don't have it."""
    key = key_of(text)
    return known.get(key) or known.get(re.sub(r"^[\divx]+", "", key)) or 0


def with_levels(blocks: Sequence[Block], setting: Setting, known: Mapping[str, int]) -> list[Block]:
    """Return *blocks* with the levels of headings: by numbers of several parts, else by rank of their style."""
    headings = [block for block in blocks if block.kind == "heading"]
    looks = {id(block): _look_of(block, setting) for block in headings}
    ranks = {look: 2 + n for n, look in enumerate(sorted(set(looks.values()), reverse=True))}
    done = []
    above = 1
    for block in blocks:
        if block.run_in:
            done.append(replace(block, level=above + 1))
        elif block.kind == "heading":
            match = NUMBER.match(block.text)
            told = known_level(block.text, known) or (_level_of_tags(block) if setting.headed else 0)
            level = told or ranks[looks[id(block)]]
            if match and match["decimal"] and not told:
                depth = match["decimal"].count(".")
                level = 2 + depth if depth or _is_decimal(headings) else level
            done.append(replace(block, level=level))
            above = level
        else:
            done.append(block)
    return done


def _level_of_tags(block: Block) -> int:
    """Return the level of *block* by its tag: the title has the first, and sections begin with the second; 0 if it has none."""
    tags = {line.tag.kind if line.tag else "" for line in block.lines}
    found = re.fullmatch(r"H([1-6])", tags.pop()) if len(tags) == 1 else None
    return 1 + int(found[1]) if found else 0


def _is_decimal(headings: Sequence[Block]) -> bool:
    """Say if some of *headings* have numbers of several parts."""
    return any((m := NUMBER.match(block.text)) and "." in (m["decimal"] or "") for block in headings)


def _look_of(block: Block, setting: Setting) -> tuple[float, bool, bool, bool, bool]:
    """Return the style of a heading, comparable: the greater stands above."""
    size = max(word.size for line in block.lines for word in line.words if not line.is_raised(word))
    size = setting.body if alike(size, setting.body) else round(size * 2) / 2
    upper = block.text.isupper()
    return size, block.bold, upper, block.is_centred, not block.italic
