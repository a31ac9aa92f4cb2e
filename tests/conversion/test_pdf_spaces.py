"""Spaces of tight lines, which pdfium doesn't see."""

from __future__ import annotations

import pytest

from sphinxext_eir.conversion.reading.pdf.page.narrow_spaces import narrow_spaces

TIGHT = 0.1
"""Of the size: the width of a space where a line is justified tightly."""


def read(text: str, *, apart: float = 0.0) -> str:
    """Return what is read of *text* if its spaces that are typed as ``_`` are tight, and its letters stand *apart*."""
    typed = text.replace("_", "")
    tight, place = set(), 0
    for letter in text:
        if letter == "_":
            tight.add(place)
        else:
            place += 1
    found = narrow_spaces(typed, lambda index: TIGHT if index in tight else apart)
    return "".join(f" {letter}" if n in found else letter for n, letter in enumerate(typed))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the harbours,_both, were built", "the harbours, both, were built"),
        (
            "the harbours,_both of the town and_one of the three other towns",
            "the harbours, both of the town and one of the three other towns",
        ),
        (
            "built_twice by the town and one of the three other towns",
            "builttwice by the town and one of the three other towns",
        ),
        ("the harbours,both of_them", "the harbours,both ofthem"),
        ("see www.harbours.org/a,b of_Skarre", "see www.harbours.org/a,b ofSkarre"),
        ("the harbours,_both: i.e. 1,_200 or U._S. ones", "the harbours, both: i.e. 1,200 or U.S. ones"),
    ],
)
def test_a_tight_space_is_seen_where_words_show_that_the_page_has_some(text: str, words: str) -> None:
    assert read(text) == words


def test_gaps_in_many_words_are_wrong_widths() -> None:
    assert read("tha_t ha_rbours,_both a_s la_te a_s tha_t") == "that harbours, both as late as that"


def test_letters_that_stand_apart_alike_are_one_word() -> None:
    assert read("the harbours,_both of_them", apart=0.08) == "the harbours,both ofthem"
