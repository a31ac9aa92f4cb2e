"""Where the notes of a PDF stand, and what just misses a criterion: each case lacks one thing that it asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from support.near_misses import cases, misses
from support.pdf_criteria import (
    LEFT,
    RIGHT,
    foot,
    label,
    line,
)

from sphinxext_eir.conversion.reading.pdf.layout.lines import Layout, Line
from sphinxext_eir.conversion.reading.pdf.page.drawings import Rule
from sphinxext_eir.conversion.reading.pdf.page.words import Page, Style, Word
from sphinxext_eir.conversion.reading.pdf.streams import zones
from sphinxext_eir.conversion.reading.pdf.streams.labels import Label
from sphinxext_eir.conversion.reading.pdf.streams.notes import FootNote, references_to
from sphinxext_eir.text.decisions import decide

LABELS: dict[str, list[Any]] = {
    "the number of an entry, under the heading of a bibliography": [
        label("5", "stopped"), label(entries=True), label("5", "stopped", entries=True, under_rule=True)
    ],
    "was read on this page already": [label(used=("4",)), label("5", "raised", "5", "5", used=("5",))],
    "in another form than the labels before": [label("5", "bare"), label(usual="raised"), label("*", "bare", usual="raised")],
    "raised, and the text refers to it": [label("9", "bare", "9"), label("9")],
    "raised, and the next number": [label("5", "bare"), label("6"), label("4")],
    "a symbol that the text refers to": [label("†", "bare"), label("9", "bare", "9")],
    "a symbol before the first note": [label("*", "bare"), label("†", "bare", last=0), label("*", "glued", last=0)],
    "the next number, glued to its note under a rule": [
        label("5", "glued"), label("6", "glued", under_rule=True), label("5", "bare", under_rule=True)
    ],
    "glued to a word": [label("7", "bare"), label("7", "glued", "7", "8")],
    "the next number": [label("6", "stopped"), label("1", "stopped", last=0)],
    "the first number, under a rule, and a word ends with it": [
        label("1", "bare", last=0, glued=("1",)), label("1", "bare", last=0, under_rule=True), label("2", "bare", last=0, under_rule=True, glued=("2",)),
    ],
    "the number that the markers of the page begin with": [
        label("2", "bare", "1", "2"), label("1", "bare"), label("1", "bare", "1", used=("7",)), label("†", "bare", "†")
    ],
    "a number that the text refers to, soon after the last": [
        label("7", "bare"), label("9", "bare", "3", "9"), label("4", "bare", "3", "4"), label("†", "bare", "†"),
    ],
    zones._LATE: [
        label("3", "bare", missing={"3"}), label("3", "stopped"), label("4", "stopped", missing={"4"}),
        label("3", "stopped", missing={"3"}, last=8),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (label("5", "glued", "5"), "the next number, glued to its note under a rule"),
        (label("1", "stopped", "1", last=0), "the next number"),
        (label("8", "bare", "3", "8"), "a number that the text refers to, soon after the last"),
        (label("6", "bare", before=("6",)), "a number that the text refers to, soon after the last"),
        (label("3", "stopped", missing={"3"}, last=7), "a number that was left out, and the text refers to it"),
        (label("1", "bare", "†", "1", "2"), "the number that the markers of the page begin with"),
        (label("5", "raised", used=("5",)), "was read on this page already"),
    ],
)  # fmt: skip
def test_what_just_is_or_isnt_the_label_of_a_note(found: zones.LabelCase, said: str) -> None:
    decided = decide(zones.LABELS, found)
    assert decided
    assert decided.name == said


ONE, TYPED = Label("1", "raised", 1, 1), Label("2", "stopped", 1, 2)
NOTE, LATER = zones.Start(0, ONE, ""), zones.Start(1, ONE, "")
NARROWEST, WIDEST = Rule(LEFT, LEFT + 320, 110), Rule(LEFT, LEFT + 322, 110)
"""Rules of three quarters of the column, a little less and a little more."""


def listed(form: str = "stopped", number: str = "1.") -> zones.Foot:
    """Return the foot of a page with a label whose number follows one above."""
    found = foot(zones.Start(0, Label("2", form, 1, 2), ""))
    return replace(found, lines=[line(f"{number} Ibid."), *found.lines[1:]])


ZONES: dict[str, list[Any]] = {
    "smaller, under a rule, with labels": [
        foot(NOTE, rule=NARROWEST, small=False), foot(NOTE), foot(rule=NARROWEST), foot(LATER, rule=NARROWEST),
        replace(listed(), rule=NARROWEST),
    ],
    "smaller, and begins small where a note goes on, before the next": [
        foot(LATER, text="and on", open_note=True, small=False),
        foot(text="and on", open_note=True),
        foot(LATER, text="And on", open_note=True),
        foot(LATER, text="and on"),
        replace(listed(), open_note=True, lines=[line("1. Ibid."), line("and on")]),
    ],
    "smaller, and begins with a label that the text refers to": [foot(NOTE, small=False), foot(LATER, had=True), foot(), listed()],
    "smaller, and a note goes on in it before the next": [
        foot(LATER, had=True, open_note=True, small=False),
        foot(had=True, open_note=True),
        foot(LATER, open_note=True),
        foot(LATER, had=True),
        foot(LATER, had=True, gap=15),
    ],
    "under a short rule, with labels": [
        foot(NOTE, small=False), foot(small=False, rule=NARROWEST), foot(LATER, small=False, rule=NARROWEST),
        foot(NOTE, small=False, rule=WIDEST), replace(foot(NOTE, small=False, rule=NARROWEST), body=7.5),
    ],
    "smaller, under a rule, after a note": [foot(rule=WIDEST), foot(had=True), foot(rule=WIDEST, had=True, small=False)],
    "smaller, and a note goes on in it": [
        foot(text="and on", had=True), foot(text="And on", open_note=True, had=True), foot(text="and on", open_note=True, small=False)
    ],
    "under a short rule, and a note goes on in it": [
        foot(text="and on", small=False, rule=WIDEST, open_note=True), foot(small=False, rule=NARROWEST, open_note=True)
    ],
    "after a gap, with labels in the order of the markers": [
        foot(LATER, small=False, gap=30),
        replace(
            listed(), small=False, lines=[line("1. Ibid.", base=130), line("Ibid.", base=100)],
            known=("2",), page=("2",), next=frozenset((2,)),
        ),
        foot(NOTE, small=False, gap=15.6),
        replace(foot(NOTE, small=False, gap=30), known=()),
        replace(foot(NOTE, small=False, gap=30), page=()),
        replace(foot(NOTE, small=False, gap=30), next=frozenset((2,))),
        replace(foot(NOTE, small=False, gap=30), body=7.5),
        foot(NOTE, text="1. Introduction", small=False, gap=30),
        foot(NOTE._replace(label=Label("1", "glued", 1, 1)), small=False, gap=30),
        foot(NOTE._replace(label=Label("i", "raised", 1, 1)), small=False, gap=30),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (listed("stopped", "3."), "smaller, and begins with a label that the text refers to"),
        (listed("stopped", "[1]"), "smaller, and begins with a label that the text refers to"),
        (listed("raised"), "smaller, and begins with a label that the text refers to"),
        (foot(LATER, had=True, gap=15.7), "smaller, and a note goes on in it before the next"),
        (foot(LATER, had=True, open_note=True, text="And on"), "smaller, and a note goes on in it before the next"),
        (foot(NOTE, small=False, rule=NARROWEST), "under a short rule, with labels"),
        (foot(NOTE, small=False, gap=15.7), "after a gap, with labels in the order of the markers"),
        (replace(foot(NOTE, small=False), at=0), "after a gap, with labels in the order of the markers"),
        (
            replace(foot(NOTE._replace(label=Label("*", "bare", 1, 1)), small=False, gap=30), known=("*",), page=("*",)),
            "after a gap, with labels in the order of the markers",
        ),
    ],
)  # fmt: skip
def test_what_just_is_a_zone_of_notes(found: zones.Foot, said: str) -> None:
    decided = decide(zones.ZONES, found)
    assert decided
    assert decided.name == said


@pytest.mark.parametrize(
    ("text", "before", "entries"),
    [
        ("Bibliography", False, True),
        ("Primary Sources", True, True),
        ("Primary Sources", False, False),
        ("Conclusion", True, False),
        ("They waited for trains in Vienna and London", True, True),
        ("They waited for trains in Vienna and London", False, False),
    ],
)
def test_the_heading_of_a_bibliography_opens_its_entries(text: str, *, before: bool, entries: bool) -> None:
    assert zones.opens_bibliography(line(text), entries=before) is entries
    assert not zones.opens_bibliography(line("On Trains", bold=True), entries=before)  # the next chapter


SMALL: dict[str, Any] = {"size": 8.0}


def marked(*numbers: str, base: float = 700, page: int = 2) -> Line:
    """Return a line of the text with raised *numbers* in it."""
    words = list(line("It covered the coast", x1=300, base=base, page=page).words)
    for n, number in enumerate(numbers):
        words += line("and", x0=305 + 30 * n, x1=320 + 30 * n, base=base).words
        words.append(Word(number, 321 + 30 * n, 324 + 30 * n, base + 4, Style(6.0), spaced=False))
    return Line(page, 0, tuple(words))


def zone_of(
    *lines: Line, finder: zones.ZoneFinder | None = None, rules: tuple[Rule, ...] = ()
) -> list[str] | None:
    """Return the lines of the zone of a page, the first words of its notes in brackets; None if it has none."""
    page = Page(lines[0].page, 600, 800, (), rules=rules)
    (found,) = (finder or zones.ZoneFinder(10.0, 12.0)).find(Layout(page, lines, None), [lines])
    if found is None:
        return None
    begins = {start.line for start in found.starts}
    return [f"[{one.text}]" if n in begins else one.text for n, one in enumerate(found.lines)]


BOTH = line("1. Ibid. 2. Dahl.", x1=300, base=600, **SMALL)


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("1. Ibid. 2. Dahl.", ["[1. Ibid.]", "[2. Dahl.]"]),
        ("1. Ibid. 2. Dahl. 3. Lund.", ["[1. Ibid.]", "[2. Dahl.]", "[3. Lund.]"]),
        ("1. Ibid, 2. Dahl.", ["[1. Ibid, 2. Dahl.]"]),  # within a sentence
        ("1. Ibid. 3. Dahl.", ["[1. Ibid. 3. Dahl.]"]),  # not the next
        ("1. Ibid. 2 Dahl.", ["[1. Ibid. 2 Dahl.]"]),  # in another form
        ("1. Ibid. 2.", ["[1. Ibid. 2.]"]),  # the last word
        ("1. Ibid. 4. Dahl.", ["[1. Ibid. 4. Dahl.]"]),
    ],
)
def test_several_short_notes_stand_on_one_line(text: str, notes: list[str]) -> None:
    assert zone_of(marked("1", "2", "3"), line(text, x1=300, base=600, **SMALL)) == notes


def test_a_number_that_the_text_doesnt_refer_to_begins_no_note_on_a_line() -> None:
    assert zone_of(marked("1"), BOTH) == ["[1. Ibid. 2. Dahl.]"]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (Rule(LEFT, 200, 625), True),
        (Rule(LEFT, 200, 632.1), False),  # too far above
        (Rule(LEFT, 200, 590), False),  # below it
        (Rule(LEFT + 30, 200, 625), True),
        (Rule(LEFT + 31, 200, 625), False),  # too far from the edge
        (Rule(LEFT, 400, 625), False),  # as wide as the text
    ],
)
def test_a_short_rule_stands_right_over_notes(rule: Rule, *, found: bool) -> None:
    lines = (marked("7"), line("They waited.", base=612), line("1. Ibid.", base=600))
    finder = zones.ZoneFinder(10.0, 12.0, last=0)
    lines = (marked("1"), line(base=680), line("1. Ibid.", x1=300, base=600), line("It is", x1=300, base=588))
    under = zone_of(*lines, finder=finder, rules=(rule,))
    assert (finder_criterion(lines, rule) == "under a short rule, with labels") is found
    assert under == ["[1. Ibid.]", "It is"]


def finder_criterion(lines: tuple[Line, ...], rule: Rule) -> str:
    """Return the criterion by which a zone is found."""
    layout = Layout(Page(2, 600, 800, (), rules=(rule,)), lines, None)
    (found,) = zones.ZoneFinder(10.0, 12.0).find(layout, [lines])
    return found.criterion if found else ""


def test_the_form_of_labels_is_known_from_four_of_them_on() -> None:
    finder = zones.ZoneFinder(10.0, 12.0)
    finder.forms.update({"raised": 3})
    assert finder.usual == ""
    finder.forms.update({"raised": 1, "bare": 1})
    assert finder.usual == "raised"  # four of five
    finder.forms.update({"bare": 1})
    assert finder.usual == ""


def test_notes_go_on_over_pages() -> None:
    finder = zones.ZoneFinder(10.0, 12.0)
    first = (marked("1"), line("1. Ibid., and", base=100, **SMALL))
    assert zone_of(*first, finder=finder) == ["[1. Ibid., and]"]
    rest = (
        line(page=3),
        line("what he said", x1=300, base=112, page=3, **SMALL),
        line("2. Dahl.", x1=300, base=100, page=3, **SMALL),
    )
    with_mark = (marked("2", page=3), *rest)
    assert zone_of(*with_mark, finder=finder) == ["what he said", "[2. Dahl.]"]
    later = (line(page=9), line("what he said", x1=300, base=112, page=9, **SMALL))
    assert zone_of(*later, finder=finder) is None


@pytest.mark.parametrize(
    ("looks", "goes_on"),
    [({}, True), ({"bold": True}, False), ({"size": 7.0}, False), ({"base": 690}, False)],
)
def test_what_stands_over_the_next_label_is_the_rest_of_a_note_if_it_is_set_like_it(
    looks: dict[str, Any], *, goes_on: bool
) -> None:
    finder = zones.ZoneFinder(10.0, 12.0)
    zone_of(marked("1"), line("1. Ibid., and", base=100, **SMALL), finder=finder)
    rest = line("Lund says so", **{"x1": 130, "base": 112, "page": 3, "size": 8.0, **looks})
    lines = (marked("2", page=3), rest, line("2. Dahl.", x1=300, base=100, page=3, **SMALL))
    assert zone_of(*lines, finder=finder) == (["Lund says so"] if goes_on else []) + ["[2. Dahl.]"]


def test_a_note_that_was_left_out_comes_later() -> None:
    finder = zones.ZoneFinder(10.0, 12.0)
    first = (marked("1", "2"), line("1. Ibid.", base=100, **SMALL))
    assert zone_of(*first, finder=finder) == ["[1. Ibid.]"]
    assert finder.missing == {"2"}
    second = (
        marked("3", page=3),
        line("3. Dahl.", base=112, page=3, **SMALL),
        line("2. Lund.", base=100, page=3, **SMALL),
    )
    assert zone_of(*second, finder=finder) == ["[3. Dahl.]", "[2. Lund.]"]
    assert (finder.missing, finder.last) == (set(), 3)


def test_an_empty_column_has_no_notes() -> None:
    layout = Layout(Page(2, 600, 800, ()), (), None)
    assert zones.ZoneFinder(10.0, 12.0).find(layout, [()]) == [None]


MISSES = {"labels of notes": LABELS, "zones of notes": ZONES}


@pytest.mark.parametrize(("table", "criterion", "found"), cases(MISSES))
def test_what_lacks_one_thing_misses_the_criterion(table: str, criterion: str, found: Any) -> None:
    assert misses(table, criterion, found)


def test_which_criteria_say_that_a_number_is_no_label_and_a_foot_is_a_zone() -> None:
    assert [criterion.name for criterion in zones.LABELS if not criterion.then] == [
        "the number of an entry, under the heading of a bibliography",
        "was read on this page already",
        "in another form than the labels before",
        "glued to a word",
    ]
    assert all(criterion.then for criterion in zones.ZONES)


@pytest.mark.parametrize(
    ("name", "looks", "ends"),
    [
        ("References", {}, True),
        ("References", {"base": 88}, False),  # as close as the lines of a note
        ("References", {"base": 88, "bold": True}, True),
        ("Trains", {}, False),
    ],
)
def test_notes_end_above_the_heading_of_a_bibliography(
    name: str, looks: dict[str, Any], *, ends: bool
) -> None:
    heading = line(name, **{"x1": 140, "base": 70, "size": 8.0, **looks})
    entry = line("Dahl, J. Trains.", x1=300, base=60, **SMALL)
    lines = (marked("1"), line("1. Ibid.", base=100, **SMALL), heading, entry)
    (zone,) = zones.ZoneFinder(10.0, 12.0).find(Layout(Page(2, 600, 800, ()), lines, None), [lines])
    assert zone
    assert zone.after == ((heading, entry) if ends else ())
    assert zone.lines == lines[1 : 2 if ends else 4]


@pytest.mark.parametrize(("name", "found"), [("References", False), ("Trains", True)])
def test_entries_under_a_rule_are_no_rest_of_a_note(name: str, *, found: bool) -> None:
    finder = zones.ZoneFinder(10.0, 12.0)
    zone_of(marked("1"), line("1. Ibid.", base=100, **SMALL), finder=finder)
    heading = line(name, x1=140, base=120, page=3)
    entry = line("Dahl, J. Trains.", x1=300, base=100, page=3, **SMALL)
    rule = Rule(LEFT, RIGHT, 112)
    assert (zone_of(line(page=3), heading, entry, finder=finder, rules=(rule,)) is not None) is found


@pytest.mark.parametrize(
    ("x0", "end", "found"),
    [(LEFT, ".", True), (LEFT + 6, ".", True), (LEFT + 7, ".", False), (LEFT + 7, "", True)],
)
def test_a_quotation_under_an_indented_rule_is_no_rest_of_a_note_that_has_ended(
    x0: float, end: str, *, found: bool
) -> None:
    finder = zones.ZoneFinder(10.0, 12.0)
    zone_of(marked("1"), line(f"1. Ibid{end}", base=100, **SMALL), finder=finder)
    quoted = line("They waited there.", x0=x0, x1=300, base=100, page=3, **SMALL)
    lines = (line(page=3), quoted)
    assert (zone_of(*lines, finder=finder, rules=(Rule(x0, 300, 112),)) is not None) is found


def test_a_number_that_is_raised_a_little_is_a_marker() -> None:
    number = Word("1", 240, 244, 700.9, Style(7.9))
    assert not Line(2, 0, (number,)).is_raised(number)
    for size, raised in ((12.0, True), (8.5, False)):
        words = line("Of Waiting", x1=238, base=700, size=size).words
        assert Line(2, 0, (*words, number)).is_raised(number) is raised


@pytest.mark.parametrize(("pages", "linked"), [((9,), True), ((0,), False), ((8, 9), False)])
def test_a_marker_refers_to_the_note_at_the_end_of_the_text(pages: tuple[int, ...], *, linked: bool) -> None:
    title = marked("1", page=2)
    first = line("1 Ibid.", **SMALL)
    found = [FootNote(page, Label("1", "bare", 1, 1), "", [first], name=str(page)) for page in pages]
    assert bool(references_to(found, [title])) is linked
