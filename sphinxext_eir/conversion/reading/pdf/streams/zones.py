"""The zones of notes at the feet of pages: two of three witnesses find them.

They are a smaller size, a rule above, and labels in the order of the markers in the text. One alone may be a quotation, a table
or a list.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from .....text.decisions import Criterion, decide
from .....text.sentences import PARAGRAPH_END
from .... import rules
from ....wording import section_name
from ..layout.setting import GAP, begins_small, has_stop
from .labels import Label, glued_markers_in, label_of, markers_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ..layout.lines import Layout, Line
    from ..page.drawings import Rule

_SMALLER = 0.955
"""Of the size of the text: notes are smaller."""
_WIDEST_RULE = 0.75
"""Of the width of the column: a wider rule alone is no witness."""
_AT_EDGE = 0.6
"""Of the size of the text: a rule over notes begins so near to the edge."""
_UNDER_RULE = 3.2
"""Of the size: the first line of the notes stands so far under the rule at most."""
_FEWEST_LABELS, _MOSTLY = 4, 0.8
_SAME_SIZE = 0.6
"""Points."""
_LEAP = 4
"""Numbers that may be missing before a label that isn't raised."""


@dataclass(frozen=True)
class LabelCase:
    """A line of a zone that begins with what may be the label of a note."""

    label: Label
    page: Sequence[str]
    """The markers of this page, in order."""
    before: Sequence[str]
    """Those of the page before."""
    last: int
    """The number of the last note; 0 if there is none."""
    used: Sequence[str]
    """The labels of this page that were read already."""
    under_rule: bool = False
    usual: str = ""
    """The form of the labels before, where they have one."""
    missing: Collection[str] = ()
    """The markers of all pages before that have no note yet."""
    entries: bool = False
    """True if a heading above opens a bibliography."""
    glued: Collection[str] = ()
    """The numbers of this page that end words at full size: fonts may have raised digits of their own."""

    @cached_property
    def marked(self) -> bool:
        """True if the text refers to it, on this page or the one before."""
        return self.label.label in self.page or self.label.label in self.before

    @cached_property
    def follows(self) -> bool:
        """True if its number comes next."""
        return self.label.number == self.last + 1

    @cached_property
    def restarts(self) -> bool:
        """True if the page's own markers begin with it."""
        numbers = [label for label in self.page if label.isdecimal()]
        return bool(numbers) and self.label.label == numbers[0] and not self.used

    @cached_property
    def late(self) -> bool:
        """True if its number was left out: a note may be set on the page after those that follow it."""
        return self.label.label in self.missing and 0 < self.last - (self.label.number or 0) <= _LEAP

    @cached_property
    def near(self) -> bool:
        """True if its number comes soon after the last."""
        return self.label.number is not None and 0 < self.label.number - self.last <= _LEAP


_LATE = "a number that was left out, and the text refers to it"

LABELS: tuple[Criterion[LabelCase, bool], ...] = (
    Criterion(
        "the number of an entry, under the heading of a bibliography",
        lambda case: case.entries and case.label.form != "raised" and not case.under_rule,
        then=False,
    ),
    Criterion(
        "was read on this page already",
        lambda case: case.used.count(case.label.label) >= max(1, case.page.count(case.label.label)),
        then=False,
    ),
    Criterion(
        "in another form than the labels before",
        lambda case: bool(case.usual) and case.label.form != case.usual and case.label.label.isalnum(),
        then=False,
    ),
    Criterion(
        "raised, and the text refers to it",
        lambda case: case.label.form == "raised" and case.marked,
        then=True,
    ),
    Criterion(
        "raised, and the next number",
        lambda case: case.label.form == "raised" and case.follows,
        then=True,
    ),
    Criterion(
        "a symbol that the text refers to",
        lambda case: not case.label.label.isalnum() and case.marked,
        then=True,
    ),
    Criterion(
        "a symbol before the first note",
        lambda case: case.label.label in "***" and not case.last and case.label.form != "glued",
        then=True,
    ),
    Criterion(
        "the next number, glued to its note under a rule",
        lambda case: case.label.form == "glued" and case.follows and (case.under_rule or case.marked),
        then=True,
    ),
    Criterion("glued to a word", lambda case: case.label.form == "glued" and not case.restarts, then=False),
    Criterion("the next number", lambda case: case.follows and (case.marked or case.last > 0), then=True),
    Criterion(
        "the first number, under a rule, and a word ends with it",
        lambda case: case.follows and case.under_rule and case.label.label in case.glued,
        then=True,
    ),
    Criterion("the number that the markers of the page begin with", lambda case: case.restarts, then=True),
    Criterion(
        "a number that the text refers to, soon after the last",
        lambda case: case.marked and case.near,
        then=True,
    ),
    Criterion(
        _LATE,
        lambda case: case.late and case.label.form != "bare",
        then=True,
    ),
)
"""True if a label begins a note. If nothing holds, it is a number in one."""


class Start(NamedTuple):
    """A line of a zone that begins a note."""

    line: int
    label: Label
    criterion: str


def starts_of(lines: Sequence[Line], known: LabelCase) -> list[Start]:
    """Return the *lines* that begin notes, given what is *known* before the first of them."""
    found: list[Start] = []
    used: list[str] = []
    last, entries = known.last, known.entries
    for n, line in enumerate(lines):
        entries = opens_bibliography(line, entries=entries)
        label = label_of(line)
        if label is None:
            continue
        case = replace(known, label=label, last=last, used=tuple(used), entries=entries)
        decided = decide(LABELS, case)
        if decided and decided.then:
            found.append(Start(n, label, decided.name))
            used.append(label.label)
            if decided.name != _LATE:
                last = label.number or last
    return found


_LONGEST_NAME = 6
"""Words of the name of a section."""


def opens_bibliography(line: Line, *, entries: bool) -> bool:
    """Say if what follows *line* are entries of a bibliography, given if they were before it."""
    if len(line.words) > _LONGEST_NAME:
        return entries
    name = section_name(line.text)
    if name in rules.BIBLIOGRAPHIES or (entries and name in rules.PARTS_OF_BIBLIOGRAPHIES):
        return True
    return entries and name not in rules.SECTION_NAMES and not line.bold


_MAY_BEGIN = re.compile(r"[\[(]?\d{1,3}[.\])]?$")


def parted(lines: Sequence[Line], starts: Sequence[Start], markers: Iterable[str]) -> list[Line]:
    """Return the *lines* of a zone, cut where short notes stand one after the other on one line: at the label that comes next."""
    known = set(markers)
    begins = {start.line: start for start in starts}
    done: list[Line] = []
    last: Label | None = None
    for n, line in enumerate(lines):
        last = begins[n].label if n in begins else last
        first = 0
        for k in range(1, len(line.words) - 1):
            here = last is not None and _MAY_BEGIN.match(line.words[k].text)
            label = label_of(replace(line, words=line.words[k:])) if here else None
            if label and last and label.form == last.form != "bare" and label.label in known:
                ended = PARAGRAPH_END.search(line.words[k - 1].text)
                if ended and last.number is not None and label.number == last.number + 1:
                    done.append(replace(line, words=line.words[first:k]))
                    first, last = k, label
        done.append(replace(line, words=line.words[first:]) if first else line)
    return done


@dataclass(frozen=True)
class Foot:
    """A place at which the zone of notes may begin, in a column."""

    lines: Sequence[Line]
    at: int
    starts: Sequence[Start]
    """The notes that would begin in it."""
    small: bool
    """True if all of it is smaller than the text."""
    rule: Rule | None
    """The rule above."""
    width: float
    leading: float
    open_note: bool
    """True if the note before has no stop at its end."""
    had_notes: bool
    """True if a note before it may go on here."""
    body: float
    """The size of the text."""
    known: Collection[str]
    """The markers of this page and of those before it that have no note yet."""
    page: Collection[str]
    """The markers of this page."""
    next: frozenset[int]
    """The numbers with which its notes may begin: the first marker of the page, and what follows the last note."""
    entries: bool = False
    """True if the heading of a bibliography stands above."""

    @cached_property
    def labelled(self) -> bool:
        """True if notes begin in it."""
        return bool(self.starts)

    @cached_property
    def at_label(self) -> bool:
        """True if it begins with a note."""
        return bool(self.starts) and self.starts[0].line == 0

    @cached_property
    def apart(self) -> bool:
        """True if there is a gap above."""
        if not self.at:
            return True
        return self.lines[self.at - 1].base - self.lines[self.at].base > GAP * self.leading

    @cached_property
    def short_rule(self) -> bool:
        """True if the rule above is shorter than the column."""
        return self.rule is not None and self.rule.x1 - self.rule.x0 < _WIDEST_RULE * self.width

    @cached_property
    def rule_indented(self) -> bool:
        """True if the rule above begins right of the edge of the column: one over a quotation does."""
        left = min(line.x0 for line in self.lines)
        return self.rule is not None and self.rule.x0 - left > _AT_EDGE * self.body

    @cached_property
    def goes_on(self) -> bool:
        """True if the note before goes on in its first line."""
        return self.open_note and begins_small(self.lines[self.at])

    @cached_property
    def rest(self) -> bool:
        """True if what stands before its first label can be the rest of a note."""
        return self.at_label or self.had_notes

    @cached_property
    def within_list(self) -> bool:
        """True if the number before its first stands above it, in the same form: a bibliography, or a list."""
        first = self.starts[0].label if self.starts else None
        if first is None or first.number is None or first.form == "raised":
            return False
        above = (label_of(line) for line in self.lines[: self.at])
        return any(
            label is not None and label.form == first.form and label.number == first.number - 1
            for label in above
        )

    @cached_property
    def heads_section(self) -> bool:
        """True if what its first label begins is set as a heading, or is the name of a section: the label is the number of one."""
        if not self.starts:
            return False
        return _is_heading(self.lines[self.at + self.starts[0].line], self.body)

    @cached_property
    def in_order(self) -> bool:
        """True if it begins with the number that comes next, and the text refers to all of its notes.

        A single one that only pages before refer to may as well be the item of a list.
        """
        labels = [start.label for start in self.starts]
        alone = len(labels) == 1 and labels[0].label not in self.page
        return (
            not alone
            and all(
                label.form != "glued"
                and label.label in self.known
                and (label.label.isdecimal() or not label.label.isalnum())
                for label in labels
            )
            and (not labels[0].label.isdecimal() or labels[0].number in self.next)
        )

    @cached_property
    def is_notes_alone(self) -> bool:
        """True if nothing in it is a heading, and each line after a gap begins a note."""
        zone = self.lines[self.at :]
        begin = {start.line for start in self.starts}
        return not any(_is_heading(line, self.body) for line in zone) and all(
            n in begin or zone[n - 1].base - zone[n].base <= GAP * self.leading for n in range(1, len(zone))
        )


_HEADING = 1.06
"""Of the size of the text: larger lines are headings."""


def _is_heading(line: Line, body: float) -> bool:
    """Say if *line* is set in a larger size than the text, or in bold letters, or is the name of a section."""
    set_apart = line.size > _HEADING * body or line.bold
    return line.letters > 1 and (set_apart or section_name(line.text) in rules.SECTION_NAMES)


BY_SIZE_ALONE = "smaller, and a note goes on in it"
"""The criterion of a zone that has no rule above and no label."""

_GOES_ON_BEFORE = "smaller, and a note goes on in it before the next"

ZONES: tuple[Criterion[Foot, bool], ...] = (
    Criterion(
        "smaller, under a rule, with labels",
        lambda foot: (
            foot.small and foot.rule is not None and foot.labelled and foot.rest and not foot.within_list
        ),
        then=True,
    ),
    Criterion(
        "smaller, and begins small where a note goes on, before the next",
        lambda foot: foot.small and foot.labelled and foot.goes_on and not foot.within_list,
        then=True,
    ),
    Criterion(
        "smaller, and begins with a label that the text refers to",
        lambda foot: foot.small and foot.at_label and not foot.within_list,
        then=True,
    ),
    Criterion(
        _GOES_ON_BEFORE,
        lambda foot: (
            foot.small
            and foot.labelled
            and foot.rest
            and not foot.within_list
            and (foot.open_note or foot.apart)
        ),
        then=True,
    ),
    Criterion(
        "under a short rule, with labels",
        lambda foot: foot.short_rule and foot.labelled and foot.rest and not foot.heads_section,
        then=True,
    ),
    Criterion(
        "smaller, under a rule, after a note",
        lambda foot: (
            foot.small
            and foot.rule is not None
            and foot.had_notes
            and not foot.entries
            and (foot.open_note or not foot.rule_indented)
        ),
        then=True,
    ),
    Criterion(BY_SIZE_ALONE, lambda foot: foot.small and foot.goes_on, then=True),
    Criterion(
        "under a short rule, and a note goes on in it",
        lambda foot: foot.short_rule and foot.goes_on,
        then=True,
    ),
    Criterion(
        "after a gap, with labels in the order of the markers",
        lambda foot: (
            foot.at_label and foot.apart and foot.in_order and not foot.within_list and foot.is_notes_alone
        ),
        then=True,
    ),
)
"""The witnesses by which a zone of notes is found, the strongest first."""


@dataclass
class Zone:
    """The notes at the foot of a column."""

    page: int
    lines: tuple[Line, ...]
    starts: list[Start]
    criterion: str
    under_rule: bool = False
    after: tuple[Line, ...] = ()
    """The lines below, from the heading of a bibliography on: notes at the end of a text may stand over it."""


@dataclass
class ZoneFinder:
    """Finds the zones of a document, page by page: what came before tells what is to come."""

    body: float
    leading: float
    last: int = 0
    before: list[str] = field(default_factory=list)
    last_line: Line | None = None
    had_page: int = -9
    forms: Counter[str] = field(default_factory=Counter)
    missing: set[str] = field(default_factory=set)
    entries: bool = False
    """True if the heading of a bibliography stands above."""
    glued: list[str] = field(default_factory=list)
    """The numbers that end words of the page at full size."""

    @property
    def usual(self) -> str:
        """The form of labels that all but a few have so far; nothing where it isn't plain yet."""
        if self.forms.total() < _FEWEST_LABELS:
            return ""
        form, count = self.forms.most_common(1)[0]
        return form if count >= _MOSTLY * self.forms.total() else ""

    def find(self, layout: Layout, columns: Sequence[Sequence[Line]]) -> list[Zone | None]:
        """Return the zone of each of a page's *columns*, or None."""
        raised = [m.label for lines in columns for line in lines for m in markers_in(line) if m.word]
        self.glued = [m.label for lines in columns for line in lines for m in glued_markers_in(line)]
        markers = raised or self.glued
        zones: list[Zone | None] = []
        found: set[str] = set()
        for lines in columns:
            zone = self._parted(self._zone(layout, lines, markers), markers)
            for line in lines:
                self.entries = opens_bibliography(line, entries=self.entries)
            zones.append(zone)
            if zone:
                numbers = [s.label.number for s in zone.starts if s.label.number and s.criterion != _LATE]
                self.last = numbers[-1] if numbers else self.last
                found |= {start.label.label for start in zone.starts}
                self.forms.update(s.label.form for s in zone.starts if s.label.label.isalnum())
                self.last_line = zone.lines[-1]
                self.had_page = layout.page.number
        self.missing = (self.missing | set(markers)) - found
        self.before = markers
        return zones

    def _parted(self, zone: Zone | None, markers: Sequence[str]) -> Zone | None:
        """Return a zone with lines cut on which several notes stand."""
        if zone is None:
            return None
        end = self._end_of(zone)
        own, after = zone.lines[:end], zone.lines[end:]
        lines = parted(own, [start for start in zone.starts if start.line < end], (*markers, *self.before))
        if len(lines) == len(zone.lines):
            return zone
        starts = self._starts(lines, markers, under_rule=zone.under_rule)
        return replace(zone, lines=tuple(lines), starts=starts, after=after)

    def _end_of(self, zone: Zone) -> int:
        """Return where the notes of a *zone* end: above the heading of a bibliography that stands apart, or in bold letters."""
        first = zone.starts[0].line + 1 if zone.starts else len(zone.lines)
        for n in range(first, len(zone.lines)):
            before, line = zone.lines[n - 1 : n + 1]
            apart = before.base - line.base > GAP * self.leading
            if (apart or (line.bold and not before.bold)) and opens_bibliography(line, entries=False):
                return n
        return len(zone.lines)

    def _starts(
        self, lines: Sequence[Line], markers: Sequence[str], *, under_rule: bool, entries: bool = False
    ) -> list[Start]:
        """Return the *lines* that begin notes."""
        known = LabelCase(
            Label("", "", 0, 0),
            markers,
            self.before,
            self.last,
            (),
            under_rule,
            self.usual,
            self.missing,
            entries,
            self.glued,
        )
        return starts_of(lines, known)

    def _zone(self, layout: Layout, lines: Sequence[Line], markers: Sequence[str]) -> Zone | None:
        """Return the zone of a column."""
        best: tuple[tuple[int, bool, int], Zone] | None = None
        for at, rule in self._places(layout, lines, markers):
            foot = self._foot(lines, at, rule, markers)
            decided = decide(ZONES, foot)
            if decided is None:
                continue
            # A table may stand above the notes, as small as they are, under a rule of its own.
            rank = (
                0 if decided.name == _GOES_ON_BEFORE and self._goes_on(foot) else ZONES.index(decided),
                not foot.at_label and not foot.open_note,
                at,
            )
            if best is None or rank < best[0]:
                zone = Zone(
                    layout.page.number, tuple(lines[at:]), list(foot.starts), decided.name, rule is not None
                )
                best = (rank, zone)
        return best[1] if best else None

    def _goes_on(self, foot: Foot) -> bool:
        """Say if what stands over the first label of a *foot* is plainly the rest of the last note: set like it, and no table."""
        rest = foot.lines[foot.at : foot.at + foot.starts[0].line]
        return (
            foot.open_note
            and foot.apart
            and self.last_line is not None
            and all(
                len(line.cells) == 1 and not line.bold and abs(line.size - self.last_line.size) < _SAME_SIZE
                for line in rest
            )
        )

    def _foot(self, lines: Sequence[Line], at: int, rule: Rule | None, markers: Sequence[str]) -> Foot:
        """Return what can be seen of a zone that would begin with the line *at*."""
        zone = lines[at:]
        above = lines[:at]
        seen = [m.label for line in above for m in markers_in(line)] or list(markers)
        entries = self.entries
        for line in above:
            entries = opens_bibliography(line, entries=entries)
        starts = self._starts(zone, seen or markers, under_rule=rule is not None, entries=entries)
        width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
        had = self.had_page >= zone[0].page - 1
        open_note = had and self.last_line is not None and not has_stop(self.last_line)
        small = self._is_small(zone)
        first = next((int(label) for label in markers if label.isdecimal()), 0)
        return Foot(
            lines,
            at,
            starts,
            small,
            rule,
            width,
            self.leading,
            open_note,
            had,
            self.body,
            {*seen, *self.before, *self.missing},
            seen,
            frozenset((self.last + 1, *([first] if first == 1 or self.last else []))),
            entries,
        )

    def _is_small(self, zone: Sequence[Line]) -> bool:
        """Say if all of a *zone* is smaller than the text, but for labels and the like."""
        return all(line.size < _SMALLER * self.body or line.letters <= 3 for line in zone)

    def _places(
        self, layout: Layout, lines: Sequence[Line], markers: Sequence[str]
    ) -> list[tuple[int, Rule | None]]:
        """Return the lines at which the zone of a column may begin, each with the rule above it."""
        if not lines:
            return []
        left = min(line.x0 for line in lines)
        places: dict[int, Rule | None] = {}
        n = len(lines)
        table = max((k + 1 for k, line in enumerate(lines) if line.grid), default=0)
        while n > table and self._is_small(lines[n - 1 : n]):
            n -= 1
        if n < len(lines):
            places[n] = None
        for rule in sorted(layout.rules, key=lambda rule: rule.y):
            under = next((k for k, line in enumerate(lines) if line.base < rule.y), None)
            if under is None or abs(rule.x0 - left) > 3 * self.body:
                continue
            if rule.y - lines[under].base <= _UNDER_RULE * lines[under].size:
                places[under] = rule
        known = {*markers, *self.before}
        for k, line in enumerate(lines):
            label = label_of(line)
            if label and k not in places and (label.label in known or label.number == self.last + 1):
                places[k] = None
        return sorted((at, rule) for at, rule in places.items() if at >= table)
