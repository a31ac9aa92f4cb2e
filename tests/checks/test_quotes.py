"""Rules of quotation marks, in the languages that have marks of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.features.checks.quotes import SYSTEMS, outermost
from sphinxext_eir.features.checks.records import ENTRY, QUOTE

if TYPE_CHECKING:
    from collections.abc import Callable

    Found = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            '“One”, ‘two’, it’s "three".',
            "2 straight quotation marks or apostrophes, where the other 5 are curly",
        ),
        (
            '"One" and "two" aren’t \'three\'.',
            "1 curly quotation mark or apostrophe, where the other 6 are straight",
        ),
    ],
)
def test_straight_and_curly_marks_are_not_mixed(found: Found, words: str, says: str) -> None:
    assert found("quotes-straight-curly", words) == [says]


@pytest.mark.parametrize(
    "words",
    [
        "“One” isn’t ‘two’, at 5' 10\" or 40° 26' 46\".",  # feet, inches, minutes
        "It's \"one\", isn't it?",
        'צה"ל “one”',
    ],
)
def test_marks_of_one_kind_and_primes_are_left_alone(found: Found, words: str) -> None:
    assert found("quotes-straight-curly", words) == []


def test_the_lines_of_what_is_mixed_are_named(found: Found) -> None:
    curly, straight = "“One” and “two” aren’t “three”.", 'Here is "one".'
    (few,) = found("quotes-straight-curly", curly, straight, straight)
    (more,) = found("quotes-straight-curly", curly, curly, straight, straight, straight)
    assert few.endswith("curly; also in line 3")
    assert more.endswith("curly; also in lines 4, 5")


def test_titles_of_works_and_quotations_keep_the_marks_of_others(found: Found) -> None:
    for part in (ENTRY, QUOTE):
        assert found("quotes-straight-curly", 'A “one” and a "two".', part=part) == []


DOUBLE = "He said “this is what it all comes to”, and “this is what she says of it”."
SINGLE = "He said ‘this is what it all comes to’."


def test_single_quotations_among_double_ones_are_found(found: Found) -> None:
    (message,) = found("quotes-double-single", DOUBLE, SINGLE)
    assert message == "1 quotation in single marks, where the other 2 have double ones"


@pytest.mark.parametrize(
    "words",
    [
        "Nested: “he said ‘this is what it all comes to’, and left”.",
        "A ‘term’ and ‘if and only if’ are glosses.",
        "In the ’90s, ’tis said, the states’ own roles weren’t the actors’ own.",
        "The ‘90s and rock ‘n’ roll were not what the people of today’s world think of.",
    ],
)
def test_nested_quotations_terms_and_apostrophes_are_left_alone(found: Found, words: str) -> None:
    assert found("quotes-double-single", DOUBLE, words) == []


@pytest.mark.parametrize(
    ("language", "words", "kinds"),
    [
        ("de", "Er sagt: „Das ist ‚so‘ und “ bleibt.", ["double"]),
        ("de", "Er sagt »das ist es« und „das auch“.", ["angle", "double"]),
        ("fr", "Il dit : « c’est “bien” ainsi » et « l’autre » aussi.", ["angle", "angle"]),
        ("en", "‘It’s the states’ right,’ he said.", ["single"]),
        ("en", "'It isn't what we had hoped for,' he said.", ["single"]),
        ("en", "He said “this is what it all comes to, and left.", []),  # nobody closed it
        ("en", "“” are marks.", ["double"]),
        ("de", "„Er sagt „so“ dazu“ und „ist“ es.", ["double", "double"]),  # the same marks in one another
        ("en", "'It is the states' own idea of what is true,' he said.", ["single"]),
        ("ru", "Он сказал: «это „так“ и будет».", ["angle"]),
    ],
)
def test_each_language_has_its_marks(language: str, words: str, kinds: list[str]) -> None:
    short = [kind for _, kind in outermost(words, SYSTEMS[language])]
    if kinds == ["single"] and "right" in words:
        kinds = []  # four words are a term
    assert short == kinds


def test_german_and_french_texts_with_marks_of_one_kind_are_left_alone(found: Found) -> None:
    german = "„Das ist es“, sagte er, und „das nicht“. Sie nannte es ‚so‘."
    french = "« C’est ainsi », dit-il, et « l’homme “libre” » n’est pas d’accord."
    assert found("quotes-double-single", german, language="de") == []
    assert found("quotes-double-single", french, language="fr") == []
    assert found("quotes-double-single", german, french, DOUBLE, SINGLE, language="tlh") == []


ENGLISH = SYSTEMS["en"]


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("“one” and “two”", [0, 10]),
        ("“one “two” three” and four", [0]),
        ("“one and two", []),
        # Straight marks open before a word, and not behind one
        ('5 " long and 6 " wide', []),
        ('say"one two"', []),
        ('(one)"two three"', []),
        ('[one]"two three"', []),
        ('“one”"two three"', [0]),
        ('"round the world and back"', [0]),
        # Six words between single marks are a quotation, five a term
        ("‘a b c d e f’", [0]),
        ("‘a b c d e’", []),
        ("The ‘90s were what those of today remember as theirs’.", []),
        # An apostrophe after a plural's s, if another mark comes that closes
        ("‘what the words of the states’ own rulers say’", [0]),
        ("‘what was said of all the states’ and more", [0]),
        ("‘what was said of all the states’, and ‘what was said of all their rulers’", [0, 39]),
        ("‘what was said of all this land’ and ‘what was said of all that water’", [0, 37]),
        ("‘what isn’t said of it at all’", [0]),
    ],
)
def test_quotations_begin_and_end(words: str, where: list[int]) -> None:
    assert [offset for offset, _kind in outermost(words, ENGLISH)] == where


def test_of_as_many_marks_of_both_kinds_the_straight_ones_are_named(found: Found) -> None:
    (message,) = found("quotes-straight-curly", '“One” and "two".')
    assert message.startswith("2 straight quotation marks")


def test_eight_lines_are_named_after_the_first(found: Found) -> None:
    curly = " ".join(["“one”"] * 20)
    (message,) = found("quotes-straight-curly", curly, *['Here is "one".'] * 12)
    assert message.endswith("; also in lines 3, 4, 5, 6, 7, 8, 9, 10")


def test_the_lines_of_a_paragraph_are_told_apart(found: Found) -> None:
    (message,) = found("quotes-straight-curly", '“One”, “two”, “three”\nand "four"\nand "five".')
    assert message.endswith("; also in line 3")
