"""Items of lists under the headings of notes and of references: none of their words is lost, nor a picture, whatever they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.conversion.document import (
    Bibliography,
    Figure,
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
from sphinxext_eir.conversion.inlines import Inline, plain
from sphinxext_eir.conversion.structure.draft import Draft
from sphinxext_eir.conversion.structure.notes import restore_unnumbered_notes
from sphinxext_eir.conversion.structure.sections import find_sections

if TYPE_CHECKING:
    from sphinxext_eir.conversion.document import Block

DAHL = "Dahl, P. (1999) Ports of the North. Oslo: Fjordheim."
SHIP = Figure("1.png", "A ship", (Inline("The ship"),))
TABLE = Table(((((Inline("a"),)), ((Inline("b"),))),))


def runs(text: str) -> tuple[Inline, ...]:
    return (Inline(text),) if text else ()


def said(text: str) -> Paragraph:
    return Paragraph(runs(text))


def listing(*items: Block | tuple[Block, ...], start: int | None = 1, marker: str = "") -> Listing:
    return Listing(
        tuple(Item(runs(marker), item if isinstance(item, tuple) else (item,)) for item in items), start
    )


def under(name: str, *blocks: Block) -> tuple[Block, ...]:
    return find_sections(Draft((Heading(runs(name)), *blocks))).blocks


def words(blocks: tuple[Block, ...]) -> str:
    return " ".join(" ".join(map(plain, inlines_of(blocks))).split())


def notes(*blocks: Block) -> list[tuple[str, str]]:
    """Return the labels of the notes under a heading, and what they say."""
    found = [block for block in under("Notes", *blocks) if isinstance(block, Notes)]
    return [(note.label, words(note.blocks)) for one in found for note in one.notes]


def entries(*blocks: Block) -> list[str]:
    """Return the entries under a heading."""
    found = [block for block in under("References", *blocks) if isinstance(block, Bibliography)]
    return [plain(entry) for one in found for entry in one.entries]


# Notes


@pytest.mark.parametrize(
    ("items", "read"),
    [
        pytest.param((said("See Osgood."), said("See Dahl.")), ["See Osgood.", "See Dahl."], id="words"),
        pytest.param(
            ((Heading(runs("Sea")), said("See Osgood.")), Heading(runs("Land"))),
            ["Sea See Osgood.", "Land"],
            id="a heading in an item",
        ),
        pytest.param(((said("See this."), TABLE), said("So.")), ["See this. a b", "So."], id="a table"),
        pytest.param(((said("In short:"), listing(said("first"))),), ["In short: first"], id="a list"),
    ],
)
def test_notes_in_a_list_that_browsers_count_have_its_numbers(
    items: tuple[Block | tuple[Block, ...], ...], read: list[str]
) -> None:
    assert notes(listing(*items)) == [(str(n), text) for n, text in enumerate(read, 1)]


def test_a_list_goes_on_from_the_one_before() -> None:
    first, second = listing(said("See Osgood."), said("See Dahl.")), listing(said("See Blum."), start=3)
    assert [label for label, _ in notes(first, said("More."), second)] == ["1", "2", "3"]


@pytest.mark.parametrize("start", [1, 2, 4])
def test_a_list_that_does_not_go_on_belongs_to_a_note(start: int) -> None:
    found = notes(listing(said("See Osgood."), said("See Dahl.")), listing(said("so"), start=start))
    assert found == [("1", "See Osgood."), ("2", "See Dahl. so")]


def test_a_list_after_notes_whose_numbers_are_typed_belongs_to_the_last() -> None:
    found = notes(said("[1] See these:"), listing(said("Osgood"), said("Dahl")))
    assert found == [("1", "See these: Osgood Dahl")]


def test_numbers_typed_in_the_items_are_the_labels() -> None:
    assert notes(listing(said("1 See Osgood."), said("2 See Dahl."))) == [
        ("1", "See Osgood."),
        ("2", "See Dahl."),
    ]


def test_a_list_with_markers_has_no_others() -> None:
    assert notes(listing(said("See Osgood."), marker="1.")) == [("1", "See Osgood.")]


def test_no_number_is_given_where_an_item_begins_with_no_words() -> None:
    blocks = under("Notes", listing((TABLE, said("See Osgood.")), said("See Dahl.")))
    assert words(blocks) == "Notes a b See Osgood. See Dahl."


def test_words_before_the_first_note_stay() -> None:
    blocks = under("Notes", said("All are mine"), said("1 See Osgood."))
    assert words(blocks) == "Notes All are mine 1 See Osgood."
    inner = under("Notes", listing((TABLE, said("1 See Osgood."))))
    assert words(inner) == "Notes a b 1 See Osgood."
    assert any(isinstance(block, Notes) for block in inner)


@pytest.mark.parametrize("blocks", [(said("See Osgood."),), (Quote((said("See Osgood."),)),), ()])
def test_notes_that_begin_with_a_later_number_are_text_again_whatever_they_hold(
    blocks: tuple[Block, ...],
) -> None:
    note = Note("4", runs("[4]"), blocks)
    restored = restore_unnumbered_notes(Draft((Notes(runs("Notes"), (note,), "arabic"),))).blocks
    assert words(restored) == " ".join(("Notes [4]", words(blocks))).strip()


# References


@pytest.mark.parametrize(
    ("more", "read"),
    [
        pytest.param(said("And a second edition."), [f"{DAHL} And a second edition."], id="a paragraph"),
        pytest.param(Quote((said("It is long."),)), [f"{DAHL} It is long."], id="a quotation"),
        pytest.param(Heading(runs("Ports")), [f"{DAHL} Ports"], id="a heading"),
        pytest.param(TABLE, [f"{DAHL} a b"], id="a table"),
        pytest.param(SHIP, [f"{DAHL} The ship"], id="a picture"),
        pytest.param(listing(said("and more"), start=None), [f"{DAHL} and more"], id="a list of words"),
        pytest.param(listing(said(DAHL), start=None), [DAHL, DAHL], id="a list of entries"),
    ],
)
def test_what_stands_in_the_item_of_an_entry_is_said_in_it(more: Block, read: list[str]) -> None:
    assert entries(listing((said(DAHL), more), start=None)) == read


def test_what_stands_between_quoted_entries_is_said_between_them() -> None:
    quote = Quote((said(DAHL), Heading(runs("On ports")), said(DAHL), TABLE))
    assert entries(quote) == [DAHL, "On ports", DAHL, "a b"]


@pytest.mark.parametrize(
    "holder",
    [
        listing((said(DAHL), SHIP), start=None),
        Quote((said(DAHL), SHIP)),
        Quote((listing((said(DAHL), SHIP)),)),
    ],
)
def test_pictures_in_entries_follow_the_list(holder: Block) -> None:
    assert under("References", holder)[1:] == (Figure("1.png", "A ship"),)
