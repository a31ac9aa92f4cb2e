"""How a note's number is written, and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext_eir.text.numerals import STYLES, roman, roman_value, written


@pytest.mark.parametrize(
    ("number", "forms"),
    [
        (1, ("i", "I", "1", "a", "A", "*", "١")),
        (4, ("iv", "IV", "4", "d", "D", "§", "٤")),
        (7, ("vii", "VII", "7", "g", "G", "**", "٧")),
        (27, ("xxvii", "XXVII", "27", "aa", "AA", "‡‡‡‡‡", "٢٧")),
        (1999, ("mcmxcix", "MCMXCIX", "1999", "bxw", "BXW", "*" * 334, "١٩٩٩")),
    ],
)
def test_every_style(number: int, forms: tuple[str, ...]) -> None:
    assert tuple(written(number, style) for style in STYLES) == forms


@given(st.integers(1, 3999))
def test_a_roman_numeral_reads_back(number: int) -> None:
    assert roman_value(roman(number)) == number


@given(st.text("ivxlcdm"))
def test_only_canonical_numerals_are_read(text: str) -> None:
    value = roman_value(text)
    assert value is None or roman(value) == text


@pytest.mark.parametrize("text", ["", "I", "iiii", "vx", "ic", "iix", "x1", "im"])
def test_other_words_are_no_numerals(text: str) -> None:
    assert roman_value(text) is None


@given(st.lists(st.integers(1, 5000), unique=True, max_size=200), st.sampled_from(STYLES))
def test_no_two_numbers_are_written_alike(numbers: list[int], style: str) -> None:
    assert len({written(number, style) for number in numbers}) == len(numbers)
