"""Texts as they are typed and extracted: wrapped lines without blank ones, what is set in, columns, numerals, dashes for names."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext_eir.conversion.document import Bibliography, Heading, Paragraph, Quote, Table, text_of
from sphinxext_eir.conversion.inlines import plain
from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.text import read_string
from sphinxext_eir.conversion.reading.text.typed_lines import ends_of_paragraphs, has_a_paragraph_per_line

if TYPE_CHECKING:
    from sphinxext_eir.conversion.document import Block

LONG = (
    "It takes years of very slow trains, and of diplomats who have nothing to say, until a state has learnt the art of waiting. "
    "None of them knew what the others had been told, and each of them was sure of it."
)
SHORT = "Nobody came. The lamp was lit at nine, as the rule demands, and nobody asked for whom."
HEAD = "On Waiting\n\nJane Doe, May 4 2019\n\n"


def body(text: str) -> list[tuple[type[Block], str]]:
    result = convert_reading(read_string(text), "article", "rst", {}).value
    assert result.ledger.unexplained == ()
    return [(type(block), text_of(block)) for block in result.document.blocks]


def wrapped(*paragraphs: str, width: int = 78) -> str:
    return "\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)


def test_lines_that_a_program_wrapped_are_paragraphs_without_blank_lines_between() -> None:
    typed = wrapped(SHORT, LONG, "The Art of Waiting", LONG, SHORT, LONG)
    assert body(HEAD + typed) == [
        (Paragraph, SHORT),
        (Paragraph, LONG),
        (Heading, "The Art of Waiting"),
        (Paragraph, LONG),
        (Paragraph, SHORT),
        (Paragraph, LONG),
    ]


def test_one_long_line_among_wrapped_ones_is_a_paragraph_and_they_stay_wrapped() -> None:
    notice = "This copy is for reference alone. " * 8
    typed = f"{notice.strip()}\n{wrapped(LONG, SHORT, LONG, SHORT, LONG)}"
    assert not has_a_paragraph_per_line(typed.split("\n"))
    assert body(HEAD + typed)[1:3] == [(Paragraph, LONG), (Paragraph, SHORT)]


def test_a_paragraph_per_line_is_one_though_a_few_lines_are_short() -> None:
    typed = f"{LONG}\nThe Art of Waiting\n{LONG}\nthe end\n{LONG}"
    assert has_a_paragraph_per_line(typed.split("\n"))
    assert len(body(HEAD + typed)) == 5


WORDS = st.lists(
    st.sampled_from(["a", "state", "has", "learnt", "the", "art", "of", "waiting", "for", "trains"]),
    min_size=30,
    max_size=60,
)


@given(st.lists(WORDS, min_size=2, max_size=6), st.integers(60, 120))
def test_nothing_but_the_ends_of_paragraphs_ends_one_where_lines_are_filled(
    texts: list[list[str]], width: int
) -> None:
    lines: list[str] = []
    ends = set()
    for words in texts:
        lines += textwrap.wrap(" ".join(["They", *words]) + ".", width)
        ends.add(len(lines) - 1)
    assert ends_of_paragraphs(lines) <= ends


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("    It is an art, said the keeper,\n    and it is learnt at sea.", Quote),
        ("    It is an art, said the keeper,\nand it is learnt at sea.", Paragraph),
        ("    It is an art.", Paragraph),
    ],
)
def test_lines_that_are_all_set_in_are_a_quotation(typed: str, kind: type[Block]) -> None:
    assert body(f"{HEAD}{LONG}\n\n{typed}\n\n{LONG}")[1][0] is kind


def test_where_all_is_set_in_nothing_is_a_quotation() -> None:
    typed = textwrap.indent(f"{HEAD}{wrapped(LONG)}\n\n{wrapped(SHORT, LONG)}", "   ")
    assert {kind for kind, _ in body(typed)} == {Paragraph}


def test_cells_that_stand_under_one_another_are_a_table() -> None:
    typed = "Period       Wars   Deaths\n1500 to 1600   34     1.2 m\n1600 to 1700    9    12.2 m"
    result = convert_reading(read_string(f"{HEAD}{LONG}\n\n{typed}\n\n{LONG}"), "article", "rst", {}).value
    (table,) = (block for block in result.document.blocks if isinstance(block, Table))
    assert table.header == 1
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["Period", "Wars", "Deaths"], ["1500 to 1600", "34", "1.2 m"], ["1600 to 1700", "9", "12.2 m"],
    ]  # fmt: skip
    assert result.ledger.unexplained == ()


def test_two_spaces_after_a_stop_make_no_table() -> None:
    typed = "They waited.  And they waited on.\nThe trains were slow.  They are slow.\nNobody came.  Nobody was asked."
    assert [kind for kind, _ in body(f"{HEAD}{LONG}\n\n{typed}\n\n{LONG}")] == [Paragraph] * 3


def test_numerals_that_stand_alone_are_headings_if_they_count_from_one() -> None:
    parts = [kind for kind, _ in body(f"{HEAD}I\n\n{SHORT}\n\nII\n\n{SHORT}")]
    assert parts == [Heading, Paragraph, Heading, Paragraph]
    assert Heading not in [kind for kind, _ in body(f"{HEAD}{SHORT}\n\nII\n\n{SHORT}\n\nV\n\n{SHORT}")]


@pytest.mark.parametrize("dashes", ["---.", "———.", "_____.", "⸻.", "– – –."])
def test_dashes_for_the_name_before_begin_an_entry(dashes: str) -> None:
    typed = (
        "Osiander, Andreas. “The Myth.” International Organization 55.2 (2001): 251–87.\n"
        f"{dashes} The States System of Europe, 1640–1990. Oxford: Clarendon, 1994.\n"
        "Teschke, Benno. The Myth of 1648. London: Verso, 2003."
    )
    result = convert_reading(
        read_string(f"{HEAD}{LONG}\n\nWorks Cited\n\n{typed}"), "article", "rst", {}
    ).value
    (found,) = (block for block in result.document.blocks if isinstance(block, Bibliography))
    assert [plain(entry) for entry in found.entries] == typed.split("\n")


RUSSIAN = (
    "Государство учится ждать долго, и никто не рождается с этим искусством, как говорят те, кто ждал на границе "
    "всю зиму и не дождался ни поезда, ни письма, ни человека, который знал бы, когда они придут и придут ли вообще."
)


def test_a_long_line_among_wrapped_ones_leaves_them_wrapped_in_russian_as_well() -> None:
    notice = "Эта копия предназначена только для справки. " * 6
    typed = f"{notice.strip()}\n{wrapped(RUSSIAN, RUSSIAN, RUSSIAN)}"
    assert not has_a_paragraph_per_line(typed.split("\n"))
