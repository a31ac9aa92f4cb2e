"""Notes whose markers stand at the title, or on the lines under it."""

from __future__ import annotations

import pytest

from sphinxext_eir.conversion.document import Biography, Block, Front, Note, Notes, Paragraph
from sphinxext_eir.conversion.inlines import Inline, Kind, plain
from sphinxext_eir.conversion.outcome import Dropped, Reason
from sphinxext_eir.conversion.reading.pdf.layout.lines import Line
from sphinxext_eir.conversion.reading.pdf.page.words import Style, Word
from sphinxext_eir.conversion.reading.pdf.streams.labels import markers_in
from sphinxext_eir.conversion.structure.draft import Draft
from sphinxext_eir.conversion.structure.front_notes import find_notes_of_front
from sphinxext_eir.conversion.structure.markers import link_markers, say_what_notes_lack

TITLE = (Inline("Of Waiting", 0),)
THANKS = Inline("Pilot of the harbour. I thank the sea.", 60)


def marker(symbol: str, label: str, at: int) -> Inline:
    """Return a marker in the text."""
    return Inline(symbol, at, Kind.NOTE, label)


def note(symbol: str, label: str, text: Inline) -> Note:
    """Return a note."""
    return Note(label, (Inline(symbol, text.at - 2),), (Paragraph((text,)),))


def read(symbol: str, *, line: str = "Olga Dahl", subtitle: str = "", label: str = "2", **front: tuple[Inline, ...]) -> Draft:  # fmt: skip
    """Return the draft of an article with a note whose marker stands on a *line* of its front, and another note."""
    text = Paragraph((Inline("The mail came.", 30), marker("1", "1" if label == "2" else "2", 45)))
    other = note("1", "1" if label == "2" else "2", Inline("In the end.", 110))
    notes = Notes(
        (), tuple(sorted((note(symbol, label, THANKS), other), key=lambda one: one.label)), "arabic"
    )
    byline = (Inline(line, 12), marker(symbol, label, 21))
    moved = Dropped(Reason.MOVED_TO_NOTES, (Inline(symbol, 58), THANKS))
    dropped = () if front else (Dropped(Reason.BYLINE_RECAST, byline),)
    return Draft(
        (text, notes), Front(front.get("title", TITLE), subtitle=subtitle), dropped=(*dropped, moved)
    )


def said(blocks: tuple[Block, ...]) -> list[str]:
    """Return the texts of paragraphs and biographies."""
    inner = [(block, block.blocks if isinstance(block, Biography) else (block,)) for block in blocks]
    return [
        f"{type(block).__name__}: {plain(part.inlines)}"
        for block, parts in inner
        for part in parts
        if isinstance(part, Paragraph)
    ]


MAIL = "Paragraph: The mail came.1"


@pytest.mark.parametrize(
    ("draft", "texts", "title", "labels"),
    [
        (read("*"), [MAIL, f"Biography: {THANKS.text}"], "Of Waiting", ["1"]),
        (read("*", line="An Essay", subtitle="An Essay"), [MAIL, f"Paragraph: {THANKS.text}"], "Of Waiting", ["1"]),
        (read("*", title=(*TITLE, marker("*", "2", 11))), [MAIL, f"Paragraph: {THANKS.text}"], "Of Waiting", ["1"]),
        (read("1", label="1"), [MAIL], "Of Waiting1", ["1", "2"]),
    ],
)  # fmt: skip
def test_a_note_of_the_front_stands_where_an_article_prints_it(draft: Draft, texts: list[str], title: str, labels: list[str]) -> None:  # fmt: skip
    found = find_notes_of_front(draft)
    (notes,) = (block for block in found.blocks if isinstance(block, Notes))
    assert said(found.blocks) == texts
    assert [one.label for one in notes.notes] == labels
    assert plain(found.front.title) == title
    assert not any("nothing refers" in message.text for message in say_what_notes_lack(found).messages)


def test_what_a_note_says_about_the_authors_follows_what_is_known_about_them() -> None:
    draft = read("†")
    known = Biography((Paragraph((Inline("Olga Dahl waits.", 90),)),))
    found = find_notes_of_front(Draft((draft.blocks[0], known, draft.blocks[1]), draft.front, draft.dropped))
    assert said(found.blocks)[1:] == ["Biography: Olga Dahl waits.", f"Biography: {THANKS.text}"]


def test_the_last_note_leaves_no_empty_list() -> None:
    draft = read("*")
    (_, notes) = draft.blocks
    assert isinstance(notes, Notes)
    alone = Notes((), (notes.notes[1],), "arabic")
    found = find_notes_of_front(
        Draft((Paragraph((Inline("The mail came.", 30),)), alone), draft.front, draft.dropped)
    )
    assert [type(block) for block in found.blocks] == [Paragraph, Biography]


@pytest.mark.parametrize(
    ("count", "messages"),
    [
        (2, ["nothing refers to note [1]", "nothing refers to note [2]"]),
        (6, ["nothing refers to notes [1], [2], [3], [4] and 2 more"]),
    ],
)
def test_many_notes_without_a_marker_are_counted(count: int, messages: list[str]) -> None:
    notes = tuple(note(str(n), str(n), Inline("In the end.", 20 * n)) for n in range(1, count + 1))
    found = say_what_notes_lack(Draft((Notes((), notes, "arabic"),)))
    assert [message.text for message in found.messages] == messages


@pytest.mark.parametrize(("spaced", "found"), [(False, ["*"]), (True, [])])
def test_a_symbol_right_after_a_name_is_a_marker_without_being_raised(spaced: bool, found: list[str]) -> None:  # noqa: FBT001
    words = [Word(text, 100 + 30 * n, 120 + 30 * n, 400, Style(11.0)) for n, text in enumerate(("Dahl", "*"))]
    line = Line(1, 0, (words[0], words[1]._replace(spaced=spaced)))
    assert [marker.label for marker in markers_in(line)] == found


@pytest.mark.parametrize(("above", "markers"), [(True, "12"), (False, "21")])
def test_markers_end_the_title_in_the_order_of_the_page(*, above: bool, markers: str) -> None:
    title = (Inline("Of Waiting", 20), marker("2", "2", 31))
    at = 11 if above else 51
    byline = (Inline("Olga Dahl", at - 9), marker("1", "1", at))
    notes = Notes((), (note("1", "1", THANKS), note("2", "2", Inline("In the end.", 110))), "arabic")
    draft = Draft((notes,), Front(title), dropped=(Dropped(Reason.BYLINE_RECAST, byline),))
    found = find_notes_of_front(draft)
    assert plain(found.front.title) == f"Of Waiting{markers}"


@pytest.mark.parametrize(("symbol", "kind"), [("*", Kind.SUPERSCRIPT), ("1", Kind.NOTE)])
def test_no_raised_number_refers_to_a_note_that_had_a_symbol(symbol: str, kind: Kind) -> None:
    text = Paragraph((Inline("The sets of Π", 20), Inline("1", 33, Kind.SUPERSCRIPT)))
    notes = Notes((), (note(symbol, "1", THANKS),), "arabic")
    (paragraph, _) = link_markers(Draft((text, notes))).blocks
    assert isinstance(paragraph, Paragraph)
    assert [run.kind for run in paragraph.inlines] == [Kind.TEXT, kind]


@pytest.mark.parametrize(("drop", "x0", "found"), [(0, 121, ["1"]), (3, 121, []), (3, 125, ["1"])])
def test_a_raised_number_over_a_lowered_one_is_no_marker(drop: float, x0: float, found: list[str]) -> None:
    words = (
        Word("Sets of", 72, 110, 400, Style(11.0)),
        Word("Π", 112, 121, 400, Style(11.0), spaced=True),
        Word("1", 121, 125, 404, Style(7.0)),
        Word("2", x0, x0 + 4, 400 - drop, Style(7.0)),
    )
    assert [marker.label for marker in markers_in(Line(1, 0, words))] == found
