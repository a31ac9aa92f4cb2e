r"""Commands that are one letter are that letter; others stay for those who read LaTeX."""

from __future__ import annotations

import unicodedata

import pytest

from sphinxext_eir.csl.sources.letters import LETTERS, with_letters


@pytest.mark.parametrize("name", LETTERS)
def test_a_command_is_a_letter_of_the_script_and_the_size_that_it_names(name: str) -> None:
    script, size = ("CYRILLIC" if name.lower().startswith("cyr") else "GREEK"), name.removeprefix("text")
    letter = LETTERS[name]
    assert unicodedata.name(letter).startswith(
        f"{script} {'CAPITAL' if size[0].isupper() else 'SMALL'} LETTER"
    )


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (r"\textit{\cyra} \textbf{b}", r"\textit{а} \textbf{b}"),
        (r"{\cyr Mir} \textcyr{Mir} \textgreek{logos}", r"{\cyr Mir} \textcyr{Mir} \textgreek{logos}"),
        (r"\cyrfoo \textfoo \cyrcharter", r"\cyrfoo \textfoo \cyrcharter"),
        (
            r'\char1 \char"D800 \symbol{64} \unichar{9999999}',
            r'\char1 \char"D800 \symbol{64} \unichar{9999999}',
        ),
        (r'\char"41 b\char66{}c', "AbB{}c"),
        ("no command", "no command"),
    ],
)
def test_what_is_no_letter_stays(typed: str, read: str) -> None:
    assert with_letters(typed) == read
