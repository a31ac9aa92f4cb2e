"""The tags of a file, as evidence: believed or not, file by file."""

from __future__ import annotations

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
