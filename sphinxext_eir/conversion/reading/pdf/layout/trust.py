"""The tags of a file, as evidence: believed or not, file by file."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from .setting import begins_small, has_stop

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .lines import Line

_TOLD = 0.9
"""Of the letters of a file: a tree that holds fewer isn't believed."""
_CUT = 0.05
"""Of the paragraphs that follow one another on a page: a tree that cuts more sentences isn't believed."""
_FEWEST = 8
"""Paragraphs by which a tree is judged."""


def are_trusted(regions: Iterable[Sequence[Line]]) -> bool:
    """Say if the tags of a file are believed: most of its letters have one, and few of its paragraphs end in a sentence."""
    letters = told = paragraphs = cut = 0
    for lines in regions:
        for line in lines:
            letters += line.letters
            told += line.letters if line.tag else 0
        for before, line in pairwise(lines):
            if before.tag and line.tag and before.tag != line.tag and before.tag.kind == line.tag.kind == "P":
                paragraphs += 1
                cut += not has_stop(before) and begins_small(line) and not line.mono
    return letters > 0 and told >= _TOLD * letters and paragraphs >= _FEWEST and cut <= _CUT * paragraphs


_FEWEST_HEADINGS = 3
"""Headings by which a tree is judged that isn't believed in all else."""
_LIKE = 0.9
"""Of the elements that a file calls headings so many look like some, or none is believed."""
_MOST_OF_TEXT = 0.2
"""Of the letters of a file: a tree that calls more of them headings isn't believed."""
_LONGEST = 220
"""Characters of a heading."""
_MOST_LINES = 4
_NUMBER_ALONE = re.compile(r"(?:[IVXLC]+|\d+|[A-Z])\.")


def headings_are_trusted(regions: Iterable[Sequence[Line]], *, all_else: bool) -> bool:
    """Say if the headings of a tagged file are believed, given if *all_else* of its tags is: they are short, and no sentences."""
    elements: defaultdict[object, list[Line]] = defaultdict(list)
    letters = 0
    for lines in regions:
        for line in lines:
            letters += line.letters
            if line.tag and line.tag.kind.startswith("H"):
                elements[line.tag].append(line)
    like = sum(map(_is_like_a_heading, elements.values()))
    told = sum(line.letters for lines in elements.values() for line in lines)
    fewest = 1 if all_else else _FEWEST_HEADINGS
    return len(elements) >= fewest and like >= _LIKE * len(elements) and told <= _MOST_OF_TEXT * letters


def _is_like_a_heading(lines: Sequence[Line]) -> bool:
    """Say if the *lines* of an element are few, and no sentence that ends with a full stop or begins small."""
    text = " ".join(line.text for line in lines)
    ends = has_stop(lines[-1]) and not re.search(r"[?!]\W*$", text) and not _NUMBER_ALONE.fullmatch(text)
    return len(lines) <= _MOST_LINES and len(text) <= _LONGEST and not ends and not begins_small(lines[0])
