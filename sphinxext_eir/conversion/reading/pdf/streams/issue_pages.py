"""Pages of an issue that a file has before its article: the issue's cover, those who edit it, its table of contents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .....text.patterns import any_of, compile_later
from .....text.vocabularies import words
from ....wording import letters_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ..layout.lines import Layout, Line

OF_ISSUE = "a page of an issue, before the article"
"""The criterion by which these lines are furniture."""
_MASTHEAD = compile_later(rf"(?<!\w){any_of(words('mastheads'))}(?!\w)", re.IGNORECASE)
_LATEST = 8
"""Pages before an article."""
_FIRST_LINES = 14
"""Lines at the head of a page among which a title and its authors are."""
_LONGEST = 4
"""Lines of a title."""
_SHORTEST_PART = 20
"""Letters of a running head that may shorten a title."""
_SHORTEST = 8
_FEWEST_LISTED = 3


def issue_pages_in(layouts: Sequence[Layout], heads: Collection[Line]) -> list[Line]:
    """Return the lines of the pages of an issue before an article, given the running *heads* of the file.

    The article begins where the first lines of a page say what the heads do, its title or authors, and the cover doesn't. Those who edit
    the issue are named before.
    """
    cover = letters_of(" ".join(line.text for line in layouts[0].lines)) if layouts else ""
    said = [(line.page, letters_of(line.text)) for line in heads]
    said = [(page, letters) for page, letters in said if len(letters) >= _SHORTEST and letters not in cover]
    for n, layout in enumerate(layouts[1:_LATEST], 1):
        later = {letters for page, letters in said if page > layout.page.number}
        firsts = [line for line in layout.lines if line not in heads][:_FIRST_LINES]
        if not _lists_pages(layout.lines) and _says_one_of(firsts, later):
            before = [line for other in layouts[:n] for line in other.lines]
            return before if any(_MASTHEAD.search(line.text) for line in before) else []
    return []


def _lists_pages(lines: Sequence[Line]) -> bool:
    """Say if several of the *lines* of a page end in the numbers of pages: a table of contents says titles as well."""
    return sum(bool(re.search(r"[\s.](?:p\. ?)?\d{1,4}$", line.text)) for line in lines) >= _FEWEST_LISTED


def _says_one_of(lines: Sequence[Line], heads: Collection[str]) -> bool:
    """Say if some *lines* say one of the *heads*, which may be a part of their title."""
    for start in range(len(lines)):
        for stop in range(start + 1, min(start + _LONGEST, len(lines)) + 1):
            letters = letters_of(" ".join(line.text for line in lines[start:stop]))
            if letters in heads or any(len(head) >= _SHORTEST_PART and head in letters for head in heads):
                return True
    return False
