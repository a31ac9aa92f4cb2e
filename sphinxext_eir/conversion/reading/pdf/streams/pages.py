"""The streams of a document: furniture, contents, notes and the text, told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ....outcome import Reason
from ..layout.gutters import usual_gutters
from ..layout.initials import with_initials
from ..layout.letterspacing import closed_up, without_hollow_spaces
from ..layout.lines import Layout, Line, lines_of
from ..layout.margins import without_line_numbers
from ..layout.pull_quotes import without_pull_quotes
from ..layout.setting import size_of_text
from ..page.drawings import Rule
from .contents import (
    CONTENTS,
    contents_go_on,
    contents_in,
    contents_said_again,
    entries_of,
    headings_known,
    key_of,
)
from .covers import A_COVER, covers_in
from .furniture import Furniture, furniture_of
from .issue_pages import OF_ISSUE, issue_pages_in
from .notes import FootNote, notes_of
from .zones import Zone, ZoneFinder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..page.words import Sheets

_COLUMNS = range(1, 9)
"""Those left and right of gutters."""


@dataclass
class Pages:
    """The lines of a document, told apart: furniture, contents, notes, and the text."""

    layouts: list[Layout]
    body: float
    furniture: dict[Line, Furniture]
    notes: list[FootNote]
    text: list[tuple[int, int, list[Line]]]
    """Page, column and lines of the text."""
    known: Mapping[str, int]
    zones: list[Zone]


_TYPED_RULE = re.compile(r"\s*(?:[–—―─_-]\s*){8,}")


_FEWEST_TYPED = 2
"""Pages."""


_COLUMN = 12.0
"""Points: gutters so close are one."""
_LARGER = 1.04
"""Of the size of the text: headings are so large, or bold."""


_SMALLER_BELOW = 0.93
"""Of the size of a typed rule: notes are smaller."""


def told_apart(sheets: Sheets) -> Pages:
    """Return the lines of all pages, told apart."""
    layouts: list[Layout] = []
    for page in without_line_numbers(without_pull_quotes(sheets.pages)):
        whole = with_initials(closed_up(without_hollow_spaces(page)))
        layouts.append(lines_of(whole, layouts[-1].gutter if layouts else None))
    layouts = _with_usual_gutter(layouts)
    layouts, typed_rules = _with_typed_rules(layouts)
    body = size_of_text((layout.page.height, layout.lines) for layout in layouts)
    furniture = _furniture_of(layouts, body)
    furniture |= {line: Furniture(Reason.RULE, "a typed rule over notes") for line in typed_rules}
    contents: list[list[Line]] = []
    text: list[tuple[int, int, list[Line]]] = []
    zones: list[Zone] = []
    finder = ZoneFinder(body, body * 1.2)
    standing_out = {
        key_of(line.text): line.page
        for layout in layouts
        for line in layout.lines
        if (line.bold or line.size > body * _LARGER) and line.letters > 2
    }
    for number, layout in enumerate(layouts):
        kept = [line for line in layout.lines if line not in furniture]
        found = contents_in(kept) or contents_said_again(kept, standing_out)
        if not found and contents and kept:
            found = contents_go_on(kept, contents[-1])
        contents.append([line for line in kept if line in found])
        groups = _groups_of([line for line in kept if line not in found])
        lasts = _last_of_columns(groups)
        here = finder.find(layout, [lines if n in lasts else lines[:0] for n, lines in enumerate(groups)])
        for lines, zone in zip(groups, here, strict=True):
            words = sum(len(line.words) for line in (*zone.lines, *zone.after)) if zone else 0
            rest = _without_last(lines, words)
            after = list(zone.after) if zone else []
            if zone:
                zones.append(zone)
                layouts[number] = _with_lines(
                    layouts[number], lines[len(rest) : len(lines) - len(after)], zone.lines
                )
            text += [(layout.page.number, part[0].column, part) for part in (rest, after) if part]
    furniture |= {line: Furniture(Reason.CONTENTS, CONTENTS) for lines in contents for line in lines}
    notes, homeless = notes_of(zones)
    if homeless:
        text = _with_homeless(text, homeless)
    known = headings_known(entries_of(contents), sheets.outline)
    return Pages(layouts, body, furniture, notes, text, known, zones)


def _with_usual_gutter(layouts: Sequence[Layout]) -> list[Layout]:
    """Return *layouts* with those told anew that have few lines in the columns of the other pages, as a first page may."""
    usual = usual_gutters([layout.gutters for layout in layouts])
    done: list[Layout] = []
    for layout in layouts:
        here = any(abs(gutter.x - x) < _COLUMN for gutter in layout.gutters for x in usual)
        anew = layout if here or not usual else lines_of(layout.page, usual=usual)
        done.append(max(layout, anew, key=_letters_in_columns))
    return done


def _letters_in_columns(layout: Layout) -> int:
    """Return how many letters of a page stand in columns."""
    return sum(line.letters for line in layout.lines if line.column in _COLUMNS)


def _furniture_of(layouts: Sequence[Layout], body: float) -> dict[Line, Furniture]:
    """Return the furniture of pages, and that of whole pages before the article."""
    found = furniture_of(layouts, body)
    covers = covers_in(layouts)
    heads = [line for line, why in found.items() if why.reason is Reason.RUNNING_HEAD]
    rest = [layout for layout in layouts if covers.keys().isdisjoint(layout.lines)]
    of_pages = {line: f"{A_COVER} of {name}" for line, name in covers.items()}
    of_pages |= dict.fromkeys(issue_pages_in(rest, heads), OF_ISSUE)
    return found | {line: Furniture(Reason.PAGE_FURNITURE, criterion) for line, criterion in of_pages.items()}


def _with_typed_rules(layouts: Sequence[Layout]) -> tuple[list[Layout], list[Line]]:
    """Return *layouts* with the rules that are typed over smaller lines on several pages as if they were drawn, and their lines."""
    typed = [
        [
            line
            for line, below in pairwise(layout.lines)
            if _TYPED_RULE.fullmatch(line.text) and below.size < _SMALLER_BELOW * line.size
        ]
        for layout in layouts
    ]
    if sum(map(bool, typed)) < _FEWEST_TYPED:
        return list(layouts), []
    done = []
    for layout, lines in zip(layouts, typed, strict=True):
        drawn = (Rule(line.x0, line.x1, line.base) for line in lines)
        done.append(layout._replace(page=layout.page._replace(rules=(*layout.rules, *drawn))))
    return done, [line for lines in typed for line in lines]


def _without_last(lines: Sequence[Line], words: int) -> list[Line]:
    """Return *lines* without the last that have so many *words*."""
    rest = list(lines)
    while words > 0:
        words -= len(rest.pop().words)
    return rest


def _with_lines(layout: Layout, old: Sequence[Line], new: Sequence[Line]) -> Layout:
    """Return *layout* with *new* lines in the place of *old*, which have the same words."""
    if len(old) == len(new):
        return layout
    place = layout.lines.index(old[0])
    kept = [line for line in layout.lines if line not in set(old)]
    return layout._replace(lines=(*kept[:place], *new, *kept[place:]))


def _groups_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Return *lines* in groups of one column."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and groups[-1][-1].column == line.column:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _last_of_columns(groups: Sequence[Sequence[Line]]) -> set[int]:
    """Return which *groups* are the last of their column on a page; one over the whole width is none above two columns."""
    lasts = {lines[0].column: n for n, lines in enumerate(groups)}
    below = max((n for column, n in lasts.items() if column in _COLUMNS), default=0)
    return {n for column, n in lasts.items() if column or n >= below}


def _with_homeless(
    text: list[tuple[int, int, list[Line]]], homeless: Sequence[Line]
) -> list[tuple[int, int, list[Line]]]:
    """Return the groups of the *text* with lines that belong to no note put back."""
    done = list(text)
    for line in homeless:
        place = next(
            (n for n, (page, column, _) in enumerate(done) if (page, column) == (line.page, line.column)),
            None,
        )
        if place is None:
            after = [n for n, (page, _, _) in enumerate(done) if page <= line.page]
            done.insert(after[-1] + 1 if after else 0, (line.page, line.column, [line]))
        else:
            lines = [
                n for n, (page, column, _) in enumerate(done) if (page, column) == (line.page, line.column)
            ]
            done[lines[-1]][2].append(line)
    return done
