"""The order of the words: two that changed places are always found, and a right conversion never alarms."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.forms import FORMS
from support.growth import assert_linear

from sphinxext_eir.conversion.document import (
    Biography,
    Document,
    Front,
    Heading,
    Item,
    Listing,
    Note,
    Notes,
    Paragraph,
    Quote,
    Table,
    inlines_of,
)
from sphinxext_eir.conversion.inlines import Inline, Inlines, Kind, cut, plain
from sphinxext_eir.conversion.ledger import account
from sphinxext_eir.conversion.order import added, astray, cut_sentences
from sphinxext_eir.conversion.outcome import Dropped, Reason
from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.text import read_string
from sphinxext_eir.conversion.structure import find_structure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinxext_eir.conversion.document import Block
    from sphinxext_eir.conversion.transcript import Transcript


# Changes of articles that the converter made, and that somebody else's hand then spoiled


class Made(NamedTuple):
    """An article that the converter made of a form, and all that the ledger is given."""

    transcript: Transcript
    document: Document
    dropped: tuple[Dropped, ...]
    source: str


@cache
def made_of(n: int, syntax: str) -> Made:
    """Return what the converter makes of a form."""
    reading = read_string(FORMS[n].text)
    value = convert_reading(reading, "article", syntax, {}).value  # type: ignore[arg-type]
    return Made(reading.transcript, value.document, find_structure(reading)[1].dropped, value.text)


def unexplained(made: Made, document: Document, source: str, syntax: str) -> list[str]:
    """Return the faults that the ledger finds."""
    ledger = account(made.transcript, document, made.dropped, source, markup=syntax, embedded=False)
    return [entry.reason for entry in ledger.unexplained]


def exchanged(thing: object, new: Mapping[Inlines, Inlines]) -> object:
    """Return *thing* with runs exchanged for *new* ones. No two are alike, for each knows its place."""
    if isinstance(thing, tuple) and thing in new:
        return new[thing]
    if isinstance(thing, tuple) and not isinstance(thing, Inline):
        return tuple(exchanged(part, new) for part in thing)
    if is_dataclass(thing) and not isinstance(thing, (type, Inline)):
        return replace(thing, **{f.name: exchanged(getattr(thing, f.name), new) for f in fields(thing)})
    return thing


SWAPS = given(st.integers(0, len(FORMS) - 1), st.sampled_from(["rst", "myst"]), st.data())


@settings(max_examples=60)
@given(st.integers(0, len(FORMS) - 1), st.sampled_from(["rst", "myst"]))
def test_a_right_conversion_never_alarms(n: int, syntax: str) -> None:
    made = made_of(n, syntax)
    assert unexplained(made, made.document, made.source, syntax) == []


@settings(max_examples=120)
@SWAPS
def test_two_paragraphs_that_changed_places_are_found(n: int, syntax: str, data: st.DataObject) -> None:
    made = made_of(n, syntax)
    parts = [runs for runs in inlines_of(made.document.blocks) if re.search(r"\w{2}", plain(runs))]
    assume(len(parts) > 1)
    one, two = data.draw(st.lists(st.sampled_from(parts), min_size=2, max_size=2, unique=True))
    assume(plain(one) != plain(two))
    swapped = exchanged(made.document, {one: two, two: one})
    assert isinstance(swapped, Document)
    assert "out of order" in unexplained(made, swapped, made.source, syntax)


@settings(max_examples=120)
@SWAPS
def test_two_words_that_changed_places_are_found(n: int, syntax: str, data: st.DataObject) -> None:
    made = made_of(n, syntax)
    runs = [runs for runs in inlines_of(made.document.blocks) if len(re.findall(r"\w{2,}", plain(runs))) > 1]
    assume(runs)
    part = data.draw(st.sampled_from(runs))
    words = [match.span() for match in re.finditer(r"\w{2,}", plain(part))]
    (a, b), (c, d) = sorted(data.draw(st.lists(st.sampled_from(words), min_size=2, max_size=2, unique=True)))
    first, second = cut(part, a, b), cut(part, c, d)
    assume(plain(first) != plain(second))
    moved = (*cut(part, 0, a), *second, *cut(part, b, c), *first, *cut(part, d))
    swapped = exchanged(made.document, {part: moved})
    assert isinstance(swapped, Document)
    assert "out of order" in unexplained(made, swapped, made.source, syntax)
    # The words alone change places: each then says at its place what doesn't stand there.
    said = (replace(first[0], text=plain(second)), replace(second[0], text=plain(first)))
    altered = (*cut(part, 0, a), said[0], *cut(part, b, c), said[1], *cut(part, d))
    swapped = exchanged(made.document, {part: altered})
    assert isinstance(swapped, Document)
    assert "differs from the input" in unexplained(made, swapped, made.source, syntax)


@settings(max_examples=120)
@SWAPS
def test_two_words_of_the_written_file_that_changed_places_are_found(
    n: int, syntax: str, data: st.DataObject
) -> None:
    made = made_of(n, syntax)
    start = made.source.index("eir:article")
    words = [match.span() for match in re.finditer(r"(?<=[a-z] )[a-z]{2,}(?= [a-z])", made.source[start:])]
    assume(len(words) > 1)
    (a, b), (c, d) = sorted(data.draw(st.lists(st.sampled_from(words), min_size=2, max_size=2, unique=True)))
    text = made.source[start:]
    assume(text[a:b] != text[c:d])
    source = made.source[:start] + text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]
    assert unexplained(made, made.document, source, syntax)


# Moves


def text(*words: str) -> tuple[str, list[Inlines]]:
    """Return a text, and the runs of its *words*."""
    runs, at = [], 0
    for word in words:
        runs.append((Inline(word, at),))
        at += len(word) + 1
    return " ".join(words), runs


def paragraphs(*runs: Inlines) -> Document:
    return Document(blocks=tuple(map(Paragraph, runs)))


def faults(said: str, document: Document, *dropped: Dropped) -> list[tuple[str, str]]:
    return [(one.fault, one.text) for one in astray(said, document, dropped)]


def test_the_fewest_words_are_called_out_of_order() -> None:
    said, (one, two, three, four) = text("One", "two", "three", "four")
    assert faults(said, paragraphs(four, one, two, three)) == [("out of order", "four")]
    assert faults(said, paragraphs(two, three, four, one)) == [("out of order", "One")]


def test_what_is_printed_twice_is_found() -> None:
    said, (one, two) = text("One", "two")
    assert ("printed twice", "One") in faults(said, paragraphs(one, one, two))


def test_what_says_something_else_than_stands_at_its_place_is_found() -> None:
    said, (one, two) = text("One", "two")
    assert faults(said, paragraphs((Inline("Ono", 0),), two)) == [("differs from the input", "Ono")]
    assert faults(said, paragraphs(one, two)) == []


@pytest.mark.parametrize(
    "blocks",
    [
        lambda runs: [Paragraph(runs)],
        lambda runs: [Quote((Paragraph(runs),))],
        lambda runs: [Listing((Item((Inline("1."),), (Paragraph(runs),)),), 1)],
        lambda runs: [Notes((), (Note("1", (Inline("[1]"),), (Paragraph(runs),)),))],
        lambda runs: [Heading(runs)],
    ],
)
def test_text_without_a_place_is_added_but_for_the_marks_of_notes_and_items(
    blocks: Callable[[Inlines], list[Block]],
) -> None:
    marked = (Inline("Said.", 0), Inline(" "), Inline("[1]", kind=Kind.NOTE, target="1"))
    assert list(added(Document(blocks=tuple(blocks(marked))))) == []
    assert list(added(Document(blocks=tuple(blocks((*marked, Inline("More."))))))) == ["More."]


def notes(*parts: tuple[Inlines, ...], labels: str = "123") -> Notes:
    """Return notes of *parts*: a marker, and a body in as many runs as are given."""
    made = [
        Note(label, marker, tuple(map(Paragraph, body)))
        for label, (marker, *body) in zip(labels, parts, strict=False)
    ]
    return Notes((), tuple(made))


def moved_to_notes(*runs: Inlines) -> Dropped:
    return Dropped(Reason.MOVED_TO_NOTES, tuple(run for part in runs for run in part))


def test_notes_that_were_moved_keep_their_words_together() -> None:
    said, (m1, one, m2, two, end) = text("[1]", "one", "[2]", "two", "End.")
    moved = moved_to_notes(m1, one, m2, two)
    body = Paragraph(end)
    assert faults(said, Document(blocks=(body, notes((m1, one), (m2, two)))), moved) == []
    for wrong in (notes((m1, two), (m2, one)), notes((m2, two), (m1, one)), notes((m1, one, two), (m2,))):
        assert faults(said, Document(blocks=(body, wrong)), moved)


def test_notes_that_were_moved_may_be_in_the_order_of_their_numbers() -> None:
    said, (m1, one, m2, two) = text("[2]", "two", "[1]", "one")
    moved = moved_to_notes(m1, one, m2, two)
    assert faults(said, Document(blocks=(notes((m2, two), (m1, one)),)), moved) == []
    said, (m1, one, m2, two) = text("*", "thanks", "[1]", "one")
    moved = moved_to_notes(m1, one, m2, two)
    assert faults(said, Document(blocks=(notes((m2, two), (m1, one)),)), moved) == []


def test_what_was_moved_after_its_paragraph_stands_inside_of_it_in_the_input() -> None:
    said, (one, cell, two, three) = text("One", "cell", "two", "three")
    moved = Dropped(Reason.MOVED_AFTER_PARAGRAPH, cell)
    whole, table = Paragraph((*one, *two)), Table(((cell,),))
    assert faults(said, Document(blocks=(whole, table, Paragraph(three))), moved) == []
    assert faults(said, Document(blocks=(whole, Paragraph(three), table)), moved) == [
        ("out of order", "cell")
    ]


def test_what_was_moved_may_be_quoted_with_what_stands_below() -> None:
    said, (one, note, two, more, three) = text("One", "note", "two", "more", "three")
    moved = Dropped(Reason.MOVED_AFTER_PARAGRAPH, note)
    whole, quote = Paragraph((*one, *two)), Quote((Paragraph(note), Paragraph(more)))
    assert faults(said, Document(blocks=(whole, quote, Paragraph(three))), moved) == []
    late = Document(blocks=(whole, Paragraph(more), Quote((Paragraph(note), Paragraph(three)))))
    assert faults(said, late, moved) == [("out of order", "note")]


def test_what_was_moved_after_the_text_has_none_of_it_below() -> None:
    said, (one, note, two) = text("One", "thanks", "two")
    moved = Dropped(Reason.MOVED_AFTER_TEXT, note)
    first, thanks, last = Paragraph(one), Paragraph(note), Paragraph(two)
    assert faults(said, Document(blocks=(first, last, thanks)), moved) == []
    assert faults(said, Document(blocks=(first, thanks, Biography((last,)))), moved) == []
    assert faults(said, Document(blocks=(first, thanks, last)), moved) == [("out of order", "thanks")]


def test_what_was_moved_to_the_rest_of_its_cell_stands_in_its_row_of_the_input() -> None:
    said, (one, two, more, end, three) = text("One", "two", "more", "end", "three")
    moved = Dropped(Reason.MOVED_TO_CELL, two)
    table = Table((((*one, *more), (*two, *end)), (three,)))
    assert faults(said, Document(blocks=(table,)), moved) == []
    assert faults(said, Document(blocks=(table,)))
    swapped = Table((((*more, *one), two), (three, end)))
    assert faults(said, Document(blocks=(swapped,)), moved)
    assert faults(said, Document(blocks=(Table(((one, three), (two, more, end))),)), moved)
    assert faults(said, Document(blocks=(Paragraph((*one, *more, *two, *end, *three)),)), moved)


def test_a_title_that_was_moved_stands_first() -> None:
    said, (one, title, two) = text("One", "Title", "two")
    moved = Dropped(Reason.MOVED_TO_TITLE, title)
    blocks = (Paragraph(one), Paragraph(two))
    assert faults(said, Document(Front(title=title), blocks), moved) == []
    assert faults(said, Document(Front(title=title), blocks))
    assert faults(said, paragraphs(one, two, title), moved) == [("out of order", "Title")]


@pytest.mark.parametrize(("kind", "known"), [(Kind.NOTE, True), (Kind.TEXT, False)])
def test_the_marker_of_a_note_may_end_a_title_below_it(kind: Kind, *, known: bool) -> None:
    said, ((marker,), title, one) = text("1", "Title", "One")
    marker = replace(marker, kind=kind, target="1")
    moved = Dropped(Reason.MOVED_TO_TITLE, (*title, marker))
    found = faults(said, Document(Front(title=(*title, marker)), (Paragraph(one),)), moved)
    assert (not found) is known


def test_a_title_from_a_running_head_is_moved_to_its_place() -> None:
    reading = read_string(
        "It began on a day in spring, as such things do, and nobody had asked for it.\n\n"
        "Of Peace and Harbours\n\nWritten by Jane Doe\n\nThe end came in autumn, and was asked for by all.\n"
    )
    ledger = convert_reading(reading, "article", "rst", {}).value.ledger
    assert [(entry.reason, entry.text) for entry in ledger.moved] == [
        ("moved to title", "Of Peace and Harbours")
    ]
    assert ledger.unexplained == ()


# Cut sentences


@pytest.mark.parametrize(
    ("before", "after", "cut"),
    [
        ("The harbour was built by", "the town that had no money.", True),
        ("The harbour was built, and", "(as it seems) by the town.", True),
        ("Le port fut bâti", "à grands frais par la ville.", True),
        ("Гавань построил", "«умирающий» город без денег.", True),
        ("The harbour was built by", "eBay, which had money.", False),
        ("The harbour was built.", "the town had no money.", False),
        ("The harbour was built", "The town had no money.", False),
        ("The harbour has three parts:", "a mole, a quay, a debt.", False),
        ("The harbour has parts", "(a) a mole and a quay.", False),
        ("The harbour has parts", "ii. a quay without ships.", False),
        ("Of this nobody wrote", "de Beauvoir and her friends did.", False),
    ],
)
def test_a_paragraph_without_a_stop_before_one_that_begins_small_is_cut(
    before: str,
    after: str,
    cut: bool,  # noqa: FBT001
) -> None:
    _, (one, two) = text(before, after)
    inner = (Paragraph(one), Paragraph(two))
    for blocks in (inner, (Quote(inner),), (Notes((), (Note("1", (), inner),)),)):
        assert bool(list(cut_sentences(Document(blocks=blocks)))) is cut


def test_a_cut_is_shown_with_the_words_around_it() -> None:
    _, (one, two) = text("It was said that the harbour was built by", "the town, and by nobody else at all.")
    assert list(cut_sentences(paragraphs(one, two))) == [
        (len(plain(one)) + 1, "the harbour was built by ¶ the town, and by nobody")
    ]


def test_a_marker_at_the_end_is_no_word() -> None:
    _, (one, two) = text("It was built.", "the town paid.")
    marked = (*one, Inline("[1]", kind=Kind.NOTE, target="1"))
    assert list(cut_sentences(paragraphs(marked, two))) == []


def test_sentences_go_on_over_lines_of_verse() -> None:
    _, parts = text("All the ships that wait", "for a wind in the harbour", "have no other sea", "and " * 30)
    verse = tuple(map(Paragraph, parts))
    assert list(cut_sentences(Document(blocks=(Quote(verse[:3]),)))) == []
    for blocks in ((Quote(verse[:2]),), (Quote(verse),), verse[:3]):
        assert list(cut_sentences(Document(blocks=blocks))) != []


@pytest.mark.laws
def test_the_order_is_found_in_linear_time() -> None:
    def find(size: int) -> object:
        said, runs = text(*["word"] * size)
        middle = size // 2
        return list(astray(said, paragraphs(*runs[middle:], *runs[:middle]), [moved_to_notes(*runs[::3])]))

    assert_linear(find, 40_000)
