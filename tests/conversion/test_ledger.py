"""The ledger: a word that is missing, moved, in disorder or written otherwise never goes unsaid."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.conversion.document import (
    Bibliography,
    Biography,
    Document,
    Front,
    Item,
    Listing,
    Note,
    Notes,
    Paragraph,
    Quote,
)
from sphinxext_eir.conversion.inlines import Inline, Inlines, Kind
from sphinxext_eir.conversion.ledger import (
    Ledger,
    LedgerEntry,
    account,
    same_case,
    spoken,
    targets_of,
    trimmed,
)
from sphinxext_eir.conversion.outcome import Dropped, Reason
from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.text import read_string
from sphinxext_eir.conversion.transcript import ConversionError, Scribe, Source, Transcript
from sphinxext_eir.conversion.writing.myst import MystWriter
from sphinxext_eir.conversion.writing.rst import RstWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinxext_eir.conversion.document import Block


def read(*lines: str) -> tuple[Transcript, list[Inlines]]:
    """Return what a reader makes of *lines*: the transcript, and a run for each of them."""
    scribe = Scribe()
    runs = []
    for number, line in enumerate(lines, 1):
        scribe.at(Source(line=number))
        runs.append((scribe.write(line),))
        scribe.write("\n")
    return scribe.transcript(), runs


def article(title: Inlines, *blocks: Inlines | object) -> Document:
    """Return an article; runs alone are paragraphs."""
    return Document(
        Front(title=title),
        tuple(Paragraph(block) if isinstance(block, tuple) else block for block in blocks),  # type: ignore[misc]
    )


def as_written(source: str) -> str:
    return source


def accounted(
    transcript: Transcript,
    document: Document,
    dropped: Iterable[Dropped] = (),
    *,
    written: Callable[[str], str] = as_written,
    markup: str = "rst",
    embedded: bool = False,
) -> Ledger:
    """Return the ledger of *document*, whose source is as it was *written*."""
    notes = next((block for block in document.blocks if isinstance(block, Notes)), None)
    writer = RstWriter(notes) if markup == "rst" else MystWriter(notes)
    source = "\n".join(line.text for line in writer.document(document, embedded=embedded)) + "\n"
    return account(transcript, document, dropped, written(source), markup=markup, embedded=embedded)


def at_line(number: int) -> Source:
    return Source(line=number)


# The input


@pytest.mark.parametrize("markup", ["rst", "myst"])
def test_an_article_that_has_all_words_is_even(markup: str) -> None:
    transcript, (title, one, two) = read("Of Peace", "One two three.", "Four five.")
    ledger = accounted(transcript, article(title, one, two), markup=markup)
    assert ledger == Ledger(
        words=7, printed=7, dropped=(), moved=(), unexplained=(), text_words=5, text_dropped=0, text_lost=0
    )
    assert ledger.even


def test_words_that_nobody_accounts_for_are_missing_where_they_stood() -> None:
    transcript, (title, one, _, three) = read("Of Peace", "One two three.", "  Four\t five. ", "Six.")
    ledger = accounted(transcript, article(title, one, three))
    assert ledger.unexplained == (LedgerEntry("missing", at_line(3), "Four five."),)
    assert (ledger.words, ledger.printed) == (8, 6)
    assert not ledger.even


def test_each_gap_is_an_entry_of_its_own_and_white_space_is_none() -> None:
    transcript, (title, one, two, three) = read("Of Peace", "One two three.", " ", "Four five.")
    cut = (one[0].cut(4, 7),)
    ledger = accounted(transcript, article(title, cut, three))
    assert ledger.unexplained == (
        LedgerEntry("missing", at_line(2), "One"),
        LedgerEntry("missing", at_line(2), "three."),
    )
    assert two[0].text == " "


def test_a_word_printed_in_part_is_printed_and_its_rest_is_missing() -> None:
    transcript, (title, one) = read("Of Peace", "One twofold.")
    ledger = accounted(transcript, article(title, (one[0].cut(0, 7),)))
    assert ledger.printed == 4
    assert [entry.text for entry in ledger.unexplained] == ["fold."]


def test_what_is_dropped_has_its_reason_its_place_and_the_order_of_the_input() -> None:
    transcript, (title, head, one, foot, two) = read(
        "Of Peace", "Page\nheading  of it", "One two.", "Foot 12", "Three."
    )
    dropped = [Dropped(Reason.PAGE_NUMBER, foot), Dropped(Reason.RUNNING_HEAD, head)]
    ledger = accounted(transcript, article(title, one, two), dropped)
    assert ledger.dropped == (
        LedgerEntry("running head", at_line(2), "Page heading of it"),
        LedgerEntry("page number", at_line(4), "Foot 12"),
    )
    assert (ledger.moved, ledger.unexplained) == ((), ())
    assert (ledger.words, ledger.printed) == (11, 5)


MOVED: dict[Reason, Callable[[Inlines], Block]] = {
    Reason.MOVED_TO_NOTES: lambda runs: Notes((), (Note("i", (), (Paragraph(runs),)),)),
    Reason.MOVED_TO_BIBLIOGRAPHY: lambda runs: Bibliography((), (runs,)),
    Reason.MOVED_TO_BIOGRAPHY: lambda runs: Biography((Paragraph(runs),)),
}


@pytest.mark.parametrize("reason", MOVED)
def test_what_is_moved_has_to_stand_where_the_reason_says(reason: Reason) -> None:
    transcript, (title, moved, one) = read("Of Peace", "A note.", "One two.")
    dropped = [Dropped(reason, moved)]
    there = accounted(transcript, article(title, one, MOVED[reason](moved)), dropped)
    assert (there.dropped, there.unexplained) == ((), ())
    assert there.moved == (LedgerEntry(reason.value, at_line(2), "A note."),)
    assert (there.text_dropped, there.text_lost) == (0, 0)
    gone = accounted(transcript, article(title, one), dropped)
    assert gone.moved == there.moved
    assert gone.unexplained == (LedgerEntry("missing", at_line(2), "A note."),)
    elsewhere = accounted(transcript, article(title, one, moved), dropped)
    assert elsewhere.unexplained == (LedgerEntry("out of order", at_line(2), "A note."),)
    unsaid = accounted(transcript, article(title, one, MOVED[reason](moved)))
    assert [entry.reason for entry in unsaid.unexplained] == ["out of order"]


def test_what_has_no_place_in_the_input_covers_nothing_of_it() -> None:
    transcript, (title, one) = read("Of Peace", "One two.")
    added = Inline("Added.")
    ledger = accounted(transcript, article(title, (added,)), [Dropped(Reason.NOTICE, (added,))])
    assert ledger.unexplained == (
        LedgerEntry("missing", at_line(2), "One two."),
        LedgerEntry("added", Source(), "Added."),
    )
    assert ledger.dropped == (LedgerEntry("notice", Source(), "Added."),)
    assert one[0].at == len("Of Peace\n")


def test_what_the_user_gives_overrides_only_what_was_found() -> None:
    given = {"title": "Mine", "canonical": "https://example.org/mine", "disclaimer": "Mine."}
    reading = read_string("No heading stands over this text, which goes on for a while.")
    assert convert_reading(reading, "t", "rst", given).value.ledger.dropped == ()
    reading = read_string("# Found\n\nThis text goes on for a while.")
    ledger = convert_reading(reading, "t", "rst", given).value.ledger
    assert ledger.dropped == (LedgerEntry("byline recast", at_line(1), "Found"),)


# How much may be dropped


def lost_of(*lines: str, reasons: Iterable[Reason], authors: tuple[str, ...] = ()) -> Ledger:
    """Return the ledger of an article that keeps the first of *lines*, its title, and the last; the rest are dropped."""
    transcript, (title, *between, last) = read(*lines)
    document = article(title, last)
    document = replace(document, front=replace(document.front, authors=authors))
    dropped = [Dropped(reason, runs) for reason, runs in zip(reasons, between, strict=True)]
    return accounted(transcript, document, dropped)


def test_words_of_the_text_that_are_dropped_are_lost() -> None:
    ledger = lost_of("Of Peace", "All rights are reserved.", "The text.", reasons=[Reason.NOTICE])
    assert (ledger.text_words, ledger.text_dropped, ledger.text_lost) == (6, 4, 4)


def test_what_the_title_and_the_authors_say_is_not_lost() -> None:
    ledger = lost_of(
        "Of Peace", "Jane DOE: Of peace, reserved", "T.", reasons=[Reason.RUNNING_HEAD], authors=("Jane Doe",)
    )
    assert (ledger.text_dropped, ledger.text_lost) == (5, 1)


@pytest.mark.parametrize("reason", [Reason.BYLINE_RECAST, Reason.DATE_RECAST])
def test_what_is_recast_is_said_in_another_form(reason: Reason) -> None:
    ledger = lost_of("Of Peace", "12 May", "May be", "T.", reasons=[reason, Reason.NOTICE])
    assert (ledger.text_dropped, ledger.text_lost) == (4, 1)


def test_what_returns_on_each_page_is_lost_once_whatever_its_number() -> None:
    ledger = lost_of("Of Peace", "Page 9 in it", "Page 10 in it", "T.", reasons=[Reason.FOOT, Reason.FOOT])
    assert (ledger.text_dropped, ledger.text_lost) == (8, 4)


def test_only_what_stands_between_title_and_biography_counts() -> None:
    transcript, (before, title, one, between, who, after) = read(
        "Before", "Of Peace", "One two.", "Between.", "Jane is a scholar.", "After."
    )
    document = article(title, one, Biography((Paragraph(who),)))
    dropped = [Dropped(Reason.NOTICE, runs) for runs in (before, between, after)]
    ledger = accounted(transcript, document, dropped)
    assert (ledger.text_words, ledger.text_dropped, ledger.text_lost) == (3, 1, 1)
    assert [entry.text for entry in ledger.dropped] == ["Before", "Between.", "After."]


def test_without_a_title_in_the_input_the_text_begins_with_its_first_block() -> None:
    transcript, (before, one, two) = read("Before it", "One two.", "Three.")
    ledger = accounted(transcript, article((Inline("Mine"),), one, two), [Dropped(Reason.NOTICE, before)])
    assert (ledger.text_words, ledger.text_dropped) == (3, 0)


def test_notes_end_the_text_only_if_none_of_it_comes_after_them() -> None:
    transcript, (title, one, note, two) = read("Of Peace", "One two.", "Note.", "Three four.")
    notes = Notes((), (Note("i", (), (Paragraph(note),)),))
    amid = accounted(transcript, article(title, one, two, notes))
    assert amid.text_words == 5
    transcript, (title, one, two, note) = read("Of Peace", "One two.", "Three four.", "Note.")
    notes = Notes((), (Note("i", (), (Paragraph(note),)),))
    assert accounted(transcript, article(title, one, two, notes)).text_words == 4


def test_a_bibliography_ends_the_text_too() -> None:
    transcript, (title, one, heading, entry) = read("Of Peace", "One two.", "References", "Blank (2000).")
    ledger = accounted(transcript, article(title, one, Bibliography(heading, (entry,))))
    assert (ledger.text_words, ledger.unexplained) == (2, ())


def test_an_article_of_a_title_and_notes_alone_has_no_words_of_text() -> None:
    transcript, (title, note) = read("Of Peace", "Note.")
    assert (
        accounted(transcript, article(title, Notes((), (Note("i", (), (Paragraph(note),)),)))).text_words == 0
    )


def test_where_nothing_is_left_everything_is_text() -> None:
    transcript, (gone,) = read("Gone with it")
    ledger = accounted(transcript, article((Inline("Mine"),)), [Dropped(Reason.NOTICE, gone)])
    assert (ledger.text_words, ledger.text_dropped) == (3, 3)


@pytest.mark.parametrize(
    ("words", "lost", "even"), [(100, 12, True), (100, 13, False), (1000, 20, True), (1000, 21, False)]
)
def test_twelve_words_or_two_in_a_hundred_may_be_doubtful(words: int, lost: int, even: bool) -> None:  # noqa: FBT001
    ledger = Ledger(
        words, words, (), (), (), text_words=words, text_dropped=lost, text_lost=0, text_doubtful=lost
    )
    assert ledger.even is even


# The order


def test_words_in_another_order_are_reported_where_they_stood() -> None:
    transcript, (title, one, two, three) = read("Of Peace", "One two.", " Three\tfour. ", "Five.")
    ledger = accounted(transcript, article(title, two, one, three))
    assert ledger.unexplained == (LedgerEntry("out of order", at_line(2), "One two."),)


def test_notes_may_stand_where_they_are_printed() -> None:
    transcript, (title, note, one) = read("Of Peace", "Note.", "One two.")
    notes = Notes((), (Note("i", (), (Paragraph(note),)),))
    moved = [Dropped(Reason.MOVED_TO_NOTES, note)]
    assert accounted(transcript, article(title, one, notes), moved).unexplained == ()
    transcript, (title, one, two, note) = read("Of Peace", "One.", "Two.", "Note.")
    notes = Notes((), (Note("i", (), (Paragraph(note),)),))
    moved = [Dropped(Reason.MOVED_TO_NOTES, note)]
    ledger = accounted(transcript, article(title, notes, two, one), moved)
    assert [entry.text for entry in ledger.unexplained] == ["One."]


def test_white_space_and_what_the_input_lacks_are_in_no_order() -> None:
    transcript, (title, one) = read("Of Peace", "One two.")
    space = Inline(" ", 2)
    joined = (one[0].cut(0, 3), space, Inline(""), one[0].cut(4, 8))
    assert accounted(transcript, article(title, joined)).unexplained == ()
    transcript, (title, one, two) = read("Of Peace", "One two.", "Three.")
    ledger = accounted(transcript, article(title, (Inline(""), *two, Inline(" "), *one)))
    assert [entry.text for entry in ledger.unexplained] == ["One two."]


# The written file


@pytest.mark.parametrize("markup", ["rst", "myst"])
@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        ("two", "too", "'two' became 'too'"),
        ("two three", "three", "'two' became ''"),
        ("two three", "two or three", "'' became 'or'"),
        ("three.", "Three.", "'three.' became 'Three.'"),
    ],
)
def test_what_the_file_says_otherwise_is_reported(markup: str, old: str, new: str, difference: str) -> None:
    transcript, (title, one) = read("Of Peace", "One two three.")
    ledger = accounted(
        transcript, article(title, one), written=lambda source: source.replace(old, new), markup=markup
    )
    assert ledger.unexplained == (LedgerEntry("differs in the written file", Source(), difference),)


def test_each_difference_is_an_entry_of_its_own() -> None:
    transcript, (title, one) = read("Of Peace", "One two three four five.")
    ledger = accounted(
        transcript,
        article(title, one),
        written=lambda source: source.replace("One two", "A b").replace("five", "six"),
    )
    assert [entry.text for entry in ledger.unexplained] == [
        "'One two' became 'A b'",
        "'five.' became 'six.'",
    ]


@pytest.mark.parametrize("markup", ["rst", "myst"])
def test_a_link_that_leads_elsewhere_is_reported(markup: str) -> None:
    transcript, (title, one, two) = read("Of Peace", "here", "there")
    links = [
        (replace(runs[0], kind=Kind.LINK, target=f"https://example.org/{name}"),)
        for runs, name in ((one, "a"), (two, "b"))
    ]
    document = article(title, *links)
    assert accounted(transcript, document, markup=markup).unexplained == ()
    ledger = accounted(transcript, document, written=lambda source: source.replace("/b", "/c"), markup=markup)
    difference = "links: https://example.org/b, https://example.org/c"
    assert ledger.unexplained == (LedgerEntry("differs in the written file", Source(), difference),)


@pytest.mark.parametrize("markup", ["rst", "myst"])
def test_everything_that_is_spoken_is_read_back(markup: str) -> None:
    transcript, (title, one, item, quoted, heading, note, who, about, references, entry) = read(
        "Of Peace", "One", "Item", "Quoted", "Notes", "A note", "About", "Jane", "References", "Blank (2000)."
    )
    document = article(
        title,
        (*one, Inline("²", kind=Kind.NOTE, target="ii")),
        Listing((Item((), (Paragraph(item),)), Item((), ())), start=7),
        Quote((Listing((Item((), (Paragraph(quoted),)),), start=3),)),
        Notes(heading, (Note("ii", (), (Paragraph(note),)),)),
        Biography((Paragraph(about),), heading=who),
        Bibliography(references, (entry,)),
    )
    said = "Of Peace One[ii] 7. Item 8. 3. Quoted Notes [ii] A note Jane References Blank (2000)."
    assert " ".join(spoken(document, embedded=False)) == said
    assert accounted(transcript, document, markup=markup).unexplained == ()


@pytest.mark.parametrize("markup", ["rst", "myst"])
@pytest.mark.parametrize("embedded", [False, True])
def test_front_matter_is_spoken_where_it_is_written(markup: str, embedded: bool) -> None:  # noqa: FBT001
    transcript, (address, disclaimer, title, one) = read(
        "https://example.org/", "My views.", "Of Peace", "One."
    )
    document = article(title, one)
    document = replace(document, front=replace(document.front, canonical=address, disclaimer=disclaimer))
    front, heading = ["https://example.org/", "My", "views."], ["Of", "Peace"]
    spoken_first = [*heading, *front] if embedded else [*front, *heading]
    assert list(spoken(document, embedded=embedded)) == [*spoken_first, "One."]
    ledger = accounted(transcript, document, markup=markup, embedded=embedded)
    assert (ledger.unexplained, ledger.printed) == ((), 6)


@pytest.mark.parametrize("name", ["canonical", "disclaimer"])
def test_what_the_user_gave_is_spoken_instead(name: str) -> None:
    transcript, (found, title, one) = read("Found.", "Of Peace", "One.")
    front = replace(Front(title=title, given=((name, "Given words"),)), **{name: found})
    document = Document(front, (Paragraph(one),))
    assert list(spoken(document, embedded=False))[:2] == ["Given", "words"]
    ledger = accounted(transcript, document)
    assert ledger.unexplained == (LedgerEntry("missing", at_line(1), "Found."),)
    assert accounted(transcript, document, [Dropped(Reason.BYLINE_RECAST, found)]).unexplained == ()


@pytest.mark.parametrize(
    ("label", "compared"), [("a[IV]", "a[iv]"), ("[XL][C]", "[xl][c]"), ("[NATO]", "[NATO]"), ("IV", "IV")]
)
def test_roman_labels_are_compared_in_small_letters(label: str, compared: str) -> None:
    assert same_case(label) == compared


def test_only_what_differs_is_compared_word_by_word_and_not_without_end() -> None:
    assert trimmed(list("abcde"), list("abxde")) == (["c"], ["x"])
    assert trimmed(list("aa"), list("a")) == (["a"], [])
    assert trimmed(list("abab"), list("ab")) == (["a", "b"], [])
    assert trimmed(list("ab"), list("ab")) == ([], [])
    assert trimmed(list("ab"), []) == (["a", "b"], [])
    one, two = trimmed(["a"] * 3000, ["b"] * 2500)
    assert (len(one), len(two)) == (2000, 2000)


def link(text: str, target: str) -> Inline:
    return Inline(text, kind=Kind.LINK, target=target)


@pytest.mark.parametrize(
    ("runs", "targets"),
    [
        ([link("here", "u")], ["u"]),
        ([link("u", "u")], []),
        ([link("a@b.org", "mailto:a@b.org")], []),
        ([link("a ", "u"), link("b", "u")], ["u"]),  # one link, in several runs
        ([link("a", "u"), Inline(" "), link("b", "u")], ["u"]),
        ([link("a", "u"), Inline(" and "), link("b", "u")], ["u", "u"]),
        ([link("a", "u"), link("b", "v"), link("c", "u")], ["u", "v", "u"]),
        ([Inline("a", kind=Kind.NOTE, target="i")], []),
    ],
)
def test_a_link_counts_once(runs: list[Inline], targets: list[str]) -> None:
    assert targets_of(article(tuple(runs))) == targets
    assert targets_of(article((), tuple(runs), (link("here", "w"),))) == [*targets, "w"]


# Places


def test_a_transcript_knows_where_each_part_of_it_stands() -> None:
    scribe = Scribe()
    scribe.write("?")
    for source, text in ((Source(page=1), "ab"), (Source(page=1), "cd"), (Source(page=2), "e")):
        scribe.at(source)
        scribe.write(text)
    transcript = scribe.transcript()
    assert transcript == Transcript("?abcde", (1, 5), (Source(page=1), Source(page=2)))
    assert [transcript.source(at).page for at in range(-1, 7)] == [0, 0, 1, 1, 1, 1, 2, 2]


def test_a_run_knows_its_place() -> None:
    scribe = Scribe()
    assert scribe.write("ab") == Inline("ab", 0)
    assert scribe.write("c", Kind.LINK, "u") == Inline("c", 2, Kind.LINK, "u")
    assert scribe.write("") == Inline("", 3)


@pytest.mark.parametrize(
    ("source", "text"),
    [(Source(), ""), (Source(line=3), "line 3"), (Source(page=2), "page 2"), (Source(2, 3), "page 2")],
)
def test_a_place_is_said_in_words(source: Source, text: str) -> None:
    assert str(source) == text


def test_pages_whose_words_are_in_no_order_are_refused() -> None:
    salad = "Of Harbours\n\nJane Doe\n\n" + "the town and\n\nits creditors of\n\n" * 30
    reading = replace(read_string(salad), laid_out=True)
    with pytest.raises(ConversionError, match=r"in which order .* 60 paragraphs end within a sentence"):
        convert_reading(reading, "a", "rst", {})


def test_lines_of_verse_are_no_salad() -> None:
    lines = "And all the harbour lay before us then\n\nthe boats and masts and creditors of men\n\n" * 30
    lines = lines.replace("\n\nthe", ",\n\nthe")
    reading = replace(read_string(f"Of Harbours\n\nJane Doe\n\n{lines}"), laid_out=True)
    assert len(convert_reading(reading, "a", "rst", {}).value.ledger.cut) == 30
