"""Expressions made of tables of words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from sphinxext_eir.text.patterns import any_of

WORDS = st.sets(st.text("abc .+", min_size=1, max_size=5), min_size=1)


@given(WORDS, st.text("abc .+", max_size=6))
def test_just_the_words_of_the_table_fit(words: set[str], text: str) -> None:
    assert bool(re.fullmatch(any_of(words), text)) == (text in words)


@given(WORDS, st.text("abc .+", max_size=6))
def test_the_longest_word_that_fits_is_found(words: set[str], text: str) -> None:
    found = re.match(any_of(words), text)
    assert (found[0] if found else "") == max(
        (word for word in words if text.startswith(word)), key=len, default=""
    )


def test_any_space_is_a_space() -> None:
    assert re.fullmatch(any_of(["no date"]), "no\ndate", re.VERBOSE)
