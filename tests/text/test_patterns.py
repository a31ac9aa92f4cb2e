"""Expressions made of tables of words."""

from __future__ import annotations

import re
from copy import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext_eir.text.patterns import any_of, compile_later

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


def test_an_expression_is_compiled_when_it_is_used() -> None:
    broken = compile_later("(")
    assert broken.pattern == "("  # which others are made of
    with pytest.raises(re.error):
        broken.search("(")


def test_what_an_expression_is_made_of_is_asked_for_when_it_is_used() -> None:
    asked: list[str] = []

    def made() -> str:
        asked.append("words")
        return "a+"

    found = compile_later(made)
    assert asked == []
    assert found.sub("-", "xaa") == "x-"
    assert found.pattern == "a+"


def test_an_expression_that_is_compiled_later_answers_as_any_other() -> None:
    found = compile_later(r"(?P<first>a) b", re.IGNORECASE | re.VERBOSE)
    assert [match["first"] for match in found.finditer("ab AB")] == ["a", "A"]
    assert found.sub("-", "xab") == "x-"
    assert copy(found).pattern == r"(?P<first>a) b"
