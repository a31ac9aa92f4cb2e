"""Contents pages: left out of the article, and a table of its true headings. The file's outline is another."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from .....text.vocabularies import folded_words
from ....wording import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..layout.lines import Line
    from ..page.words import Bookmark

CONTENTS = "a table of contents"
"""The criterion by which these lines are furniture."""
_NUMBER = r"[-–—\[(]?\s*(?:\d{1,4}|[ivxlcIVXLC]{1,7})\s*[-–—\])]?"
_LEADERS = re.compile(
    rf"""(?P<text>.*?)[\s.·…_]*                              # the entry
         (?: \.{{4,}} | (?:[.·…]\s){{3,}} | …{{2,}} | _{{4,}} )  # leaders
         [\s.·…_]* (?:{_NUMBER})? \s*$                        # the page
    """,
    re.VERBOSE,
)
_ENDS_IN_NUMBER = re.compile(rf"^(?P<text>.*\w.*?)\s+{_NUMBER}$")
_NAMES = folded_words("contents") | {"spis treści", "inhoudsopgave", "innehåll"}
_LISTS = folded_words("lists_of_pictures")
"""Names of lists of pictures and tables: these have no headings."""
_FEWEST = 3
_BETWEEN = 3
"""Lines without leaders between two that have them: entries over several lines."""


class Entry(NamedTuple):
    """An entry of a table of headings."""

    text: str
    """Its letters and digits alone, in small letters."""
    level: int


def contents_in(lines: Sequence[Line]) -> set[Line]:
    """Return those of the *lines* of a page that are a table of contents."""
    led = [n for n, line in enumerate(lines) if _LEADERS.match(line.text)]
    named = next((n for n, line in enumerate(lines) if _name_of(line) in _NAMES | _LISTS), None)
    if named is not None:
        numbered = [
            n for n, line in enumerate(lines) if n > named and (n in led or _ENDS_IN_NUMBER.match(line.text))
        ]
        found = _run([named, *numbered])
        return {lines[n] for n in range(named, found + 1)} if found - named >= _FEWEST - 1 else set()
    if len(led) < _FEWEST:
        return set()
    start, end = led[0], _run(led)
    while start and start > led[0] - _BETWEEN and _goes_on(lines[start - 1], lines[start]):
        start -= 1
    while start and _is_entry(lines[start - 1], lines[start]):
        start -= 1
    while end + 1 < len(lines) and _is_entry(lines[end + 1], lines[end]):
        end += 1
    return {lines[n] for n in range(start, end + 1)}


def contents_said_again(lines: Sequence[Line], heads: Mapping[str, int]) -> set[Line]:
    """Return those of the *lines* of a page that are a table of contents without numbers of pages.

    These stand under its name, and *heads*, lines that are set like headings, say the same, on this page or later.
    """
    named = next((n for n, line in enumerate(lines) if _name_of(line) in _NAMES), None)
    entries: list[int] = []
    seen: set[str] = set()
    for n in range(named + 1 if named is not None else len(lines), len(lines)):
        key = key_of(lines[n].text)
        if key in seen:
            break  # the first heading of the text
        if heads.get(key, 0) >= lines[n].page:
            entries.append(n)
            seen.add(key)
    if named is None or len(entries) < _FEWEST:
        return set()
    return {lines[n] for n in range(named, _run([named, *entries]) + 1)}


def contents_go_on(lines: Sequence[Line], before: Sequence[Line]) -> set[Line]:
    """Return the first of the *lines* of a page that go on a table of contents, whose last lines stand *before*, on another page.

    The number of an entry stands apart there: a line of text may end with a year at the same edge.
    """
    edge = max((line.x1 for line in before if _ENDS_IN_NUMBER.match(line.text)), default=0.0)
    entries = [
        n
        for n, line in enumerate(lines)
        if abs(line.x1 - edge) < line.size / 2
        and (_LEADERS.match(line.text) or (_ENDS_IN_NUMBER.match(line.text) and len(line.cells) > 1))
    ]
    return {lines[n] for n in range(_run(entries) + 1)} if entries[:1] in ([0], [1]) else set()


_NEXT, _NEXT_APART = 3.4, 4.5
"""Of the size: entries of chapters stand so close to those of their sections, which alone have leaders; farther where their numbers stand apart."""


def _is_entry(line: Line, beside: Line) -> bool:
    """Say if *line* is an entry without leaders next to the entry *beside*: it ends with a number, at the same place."""
    return (
        bool(_ENDS_IN_NUMBER.match(line.text))
        and abs(line.base - beside.base) < (_NEXT_APART if len(line.cells) > 1 else _NEXT) * line.size
        and abs(line.x1 - beside.x1) < line.size / 2
    )


def _name_of(line: Line) -> str:
    """Return what *line* says, as the name of a table of contents."""
    return folded(line.text).strip(" :")


def _goes_on(before: Line, line: Line) -> bool:
    """Say if an entry that begins on the line *before* goes on in *line*."""
    return 0 < before.base - line.base < line.size * 1.5 and abs(before.size - line.size) < 0.1 * line.size


def _run(places: Sequence[int]) -> int:
    """Return the last of *places* that follows the one before it after few others."""
    last = places[0]
    for before, place in pairwise(places):
        if place - before > _BETWEEN + 1:
            break
        last = place
    return last


def entries_of(pages: Iterable[Sequence[Line]]) -> list[Entry]:
    """Return the entries of tables of contents, given their lines by page; their levels by their indents."""
    found: list[tuple[str, float]] = []
    text, left = "", 0.0
    of_pictures = False
    for lines in pages:
        for line in lines:
            if _name_of(line) in _NAMES | _LISTS:
                of_pictures, text = _name_of(line) in _LISTS, ""
            if of_pictures or _name_of(line) in _NAMES:
                continue
            text, left = (f"{text} {line.text}", left) if text else (line.text, line.x0)
            match = _LEADERS.match(text) or _ENDS_IN_NUMBER.match(text)
            if match:
                found.append((key_of(match["text"]), left))
                text = ""
    edges: list[float] = []
    for left in sorted({left for _, left in found}):
        if not edges or left - edges[-1] > 4:
            edges.append(left)
    return [Entry(text, 2 + sum(edge < left - 4 for edge in edges)) for text, left in found if len(text) > 2]


def key_of(text: str) -> str:
    """Return the letters and digits of *text*, in small letters."""
    return re.sub(r"[\W_]+", "", text.casefold())


def headings_known(entries: Iterable[Entry], outline: Iterable[Bookmark]) -> Mapping[str, int]:
    """Return the true headings, from a table of contents and from the outline, with their levels."""
    marks = list(outline)
    known = {key_of(mark.title): mark.level + 1 for mark in marks}
    for entry in entries:
        known.setdefault(entry.text, entry.level)
    return {text: level for text, level in known.items() if len(text) > 2}
