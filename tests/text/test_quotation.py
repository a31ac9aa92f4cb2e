"""Whether a quotation says what a text says: properties that hold for any text, and the forms that decide."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.seed import ARTICLE

from sphinxext_eir.text.passages import BREAK
from sphinxext_eir.text.quotation import (
    DASHES,
    QUOTATION_MARKS,
    Difference,
    RunningText,
    Verdict,
    normalised,
)

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

    from sphinxext_eir.text.quotation import Comparison

# Texts: words of several scripts, with the punctuation that restyling touches between and inside them.

LETTERS = "abcdeſtéñßøžабвгдαβγδאבגדابتثकखग"
WORDS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=7),
    st.text(LETTERS, min_size=1, max_size=4).map(str.capitalize),
    st.sampled_from(
        ["isn't", "Russia's", "well-being", "21 000", "U.N.", "(mis)use", "café", "1.5", "हिन्दी", "não"]
    ),
)
PUNCTUATION = st.sampled_from(["", "", "", "", "", ",", ";", ".", "?", " –", "'", ":"])


@st.composite
def passages(draw: DrawFn) -> list[str]:
    """A text of a few paragraphs."""
    paragraph = st.lists(st.tuples(WORDS, PUNCTUATION), min_size=1, max_size=25).map(
        lambda words: " ".join(word + mark for word, mark in words)
    )
    return draw(st.lists(paragraph, min_size=1, max_size=4))


@st.composite
def texts_with_a_passage(draw: DrawFn, least: int = 1) -> tuple[list[str], list[str]]:
    """A text, and consecutive words of it with their punctuation, which may run on in the next paragraph."""
    text = draw(passages())
    words = "\n".join(text).split()
    assume(len(words) >= least)
    start = draw(st.integers(0, len(words) - least))
    end = draw(st.integers(start + least, len(words)))
    assume(any(character.isalnum() for word in words[start:end] for character in word))
    return text, words[start:end]


def other(character: str, characters: str, draw: DrawFn) -> str:
    return draw(st.sampled_from(characters)) if character in characters else character


@st.composite
def restyled(draw: DrawFn, words: list[str]) -> str:
    """The words, in the style of another house."""
    quoted = ""
    for word in words:
        styled = "".join(other(other(character, QUOTATION_MARKS, draw), DASHES, draw) for character in word)
        cut = draw(st.integers(0, len(styled)))
        hyphen = draw(st.sampled_from(["", "", "\xad", "\u200b", "\ufeff"]))
        quoted += styled[:cut] + hyphen + styled[cut:]
        quoted += draw(st.sampled_from([" ", "  ", "\n", "\t", "\xa0", "\u2009", "\u202f"]))
        if word.endswith("–") and draw(st.booleans()):
            quoted = re.sub(r"\s*(\S)\s*$", r"\1", quoted)  # a dash without spaces
    quoted = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), quoted.strip())
    if quoted[:1].isalpha() and draw(st.booleans()):
        swapped = quoted[0].swapcase()
        assume(len(swapped) == 1 and swapped.swapcase() == quoted[0])
        quoted = swapped + quoted[1:]
    if quoted.endswith(".") and draw(st.booleans()):
        quoted = quoted[:-1]
    elif quoted[-1:].isalnum() and draw(st.booleans()):
        quoted += "."
    opening, closing = draw(
        st.sampled_from(["", "''", "“”", "„“", "«»", "»«", "‹›", '""']).map(lambda pair: (pair[:1], pair[1:]))
    )
    space = draw(st.sampled_from(["", "\xa0"])) if opening == "«" else ""
    return f"{opening}{space}{quoted}{space}{closing}"


@pytest.mark.laws
@given(data=st.data())
@settings(max_examples=600)
def test_a_passage_restyled_in_any_way_is_exact(data: st.DataObject) -> None:
    text, words = data.draw(texts_with_a_passage())
    quotation = data.draw(restyled(words))
    assert RunningText(text).compare(quotation).verdict is Verdict.EXACT


def key(words: list[str]) -> list[str]:
    """Words as they are compared, without regard to the first letter's case or to the ends."""
    return normalised(" ".join(words)).casefold().strip(" '.").split()


def stands_in(text: list[str], words: list[str]) -> bool:
    """Whether words stand in a text, found out slowly: in each place, one after the other."""
    here, there = key(words), normalised(" ".join(text)).casefold().split()
    return any(there[start : start + len(here)] == here for start in range(len(there) - len(here) + 1))


def assert_is_refused(text: list[str], words: list[str]) -> None:
    assume(not stands_in(text, words))  # the change may happen to give other words of the text
    assert RunningText(text).compare(" ".join(words)).verdict is Verdict.DIFFERENT


@pytest.mark.laws
@given(data=st.data())
@settings(max_examples=400)
def test_a_word_dropped_from_the_middle_is_never_overlooked(data: st.DataObject) -> None:
    text, words = data.draw(texts_with_a_passage(least=3))
    position = data.draw(st.integers(1, len(words) - 2))
    assert_is_refused(text, words[:position] + words[position + 1 :])


@pytest.mark.laws
@given(data=st.data())
@settings(max_examples=400)
def test_a_word_changed_is_never_overlooked(data: st.DataObject) -> None:
    text, words = data.draw(texts_with_a_passage())
    position = data.draw(st.integers(0, len(words) - 1))
    new = data.draw(WORDS)
    assert_is_refused(text, [*words[:position], new, *words[position + 1 :]])


@pytest.mark.laws
@given(data=st.data())
@settings(max_examples=400)
def test_two_words_swapped_are_never_overlooked(data: st.DataObject) -> None:
    text, words = data.draw(texts_with_a_passage(least=2))
    first, second = data.draw(st.lists(st.integers(0, len(words) - 1), min_size=2, max_size=2, unique=True))
    words[first], words[second] = words[second], words[first]
    assert_is_refused(text, words)


@pytest.mark.laws
@given(data=st.data())
@settings(max_examples=400)
def test_a_word_added_is_never_overlooked(data: st.DataObject) -> None:
    text, words = data.draw(texts_with_a_passage())
    position = data.draw(st.integers(0, len(words)))
    assert_is_refused(text, [*words[:position], data.draw(WORDS), *words[position:]])


@pytest.mark.laws
@given(data=st.data())
@settings(max_examples=300)
def test_a_letter_changed_is_never_overlooked(data: st.DataObject) -> None:
    text, words = data.draw(texts_with_a_passage())
    quotation = " ".join(words)
    letters = [place for place, letter in enumerate(quotation) if letter.isalpha()]
    assume(letters)
    position = data.draw(st.sampled_from(letters))
    changed = quotation[:position] + data.draw(st.sampled_from("xyzэюя")) + quotation[position + 1 :]
    assert_is_refused(text, changed.split())


OMISSION = st.sampled_from(["…", "...", "[…]", "[...]", "(…)", ". . .", "[ … ]"])


@pytest.mark.laws
@given(data=st.data())
@settings(max_examples=300)
def test_words_left_out_and_put_in_are_altered_if_the_quotation_says_so(data: st.DataObject) -> None:
    text, words = data.draw(texts_with_a_passage(least=3))
    start, end = sorted(
        data.draw(st.lists(st.integers(1, len(words) - 1), min_size=2, max_size=2, unique=True))
    )
    assume(all(any(letter.isalnum() for letter in "".join(part)) for part in (words[:start], words[end:])))
    assume(words[end - 1][-1:].isalnum() or words[end - 1][-1:] in ",;.?:'–")
    insertion = data.draw(st.sampled_from([[], ["[an editor's words]"], ["[sic]"]]))
    quotation = " ".join([*words[:start], data.draw(OMISSION), *insertion, *words[end:]])
    assert RunningText(text).compare(quotation).verdict in (Verdict.ALTERED, Verdict.EXACT)


@pytest.mark.laws
@given(data=st.data())
@settings(max_examples=200)
def test_omissions_hide_no_other_change(data: st.DataObject) -> None:
    text, words = data.draw(texts_with_a_passage(least=4))
    position = data.draw(st.integers(1, len(words) - 1))
    words[position] = "zzz"
    quotation = " ".join([*words[:position], "…", *words[position:]])
    assert RunningText(text).compare(quotation).verdict is Verdict.DIFFERENT


@pytest.mark.laws
@given(text=st.lists(st.text(max_size=60), max_size=5), quotation=st.text(max_size=60))
@settings(max_examples=600)
def test_any_text_whatever_is_compared(text: list[str], quotation: str) -> None:
    comparison = RunningText(text).compare(quotation)
    assert comparison == RunningText(text).compare(quotation)
    assert normalised(normalised(quotation)) == normalised(normalised(quotation))


# The article

SEED_TEXT = [
    " ".join(paragraph.split()) for paragraph in ARTICLE.read_text(encoding="utf-8").split("\n\n")[2:14]
]


@pytest.mark.laws
@given(data=st.data())
@settings(max_examples=100)
def test_any_passage_of_the_article_restyled_is_exact(data: st.DataObject) -> None:
    paragraph = data.draw(st.sampled_from(SEED_TEXT)).split()
    start = data.draw(st.integers(0, len(paragraph) - 1))
    end = data.draw(st.integers(start + 1, len(paragraph)))
    assume(any(letter.isalnum() for letter in re.sub(r"\[[ivx]+\]", "", "".join(paragraph[start:end]))))
    assert RunningText(SEED_TEXT).compare(data.draw(restyled(paragraph[start:end]))).verdict is Verdict.EXACT


# The forms, one by one

TEXT = [
    "This shows that 'the carrot and the stick' game is working well—and that Serbia has no choice but to move.",
    "Local Serbs have lived [in Kosovo] isolated, and trust no one but Russians.'[iv] He was politico-diplomatic.",
    BREAK,
    "Russia's U.N. seat: 21 000[i] people. 国家は平和を愛する。 Größe e\u0301tat «mot». Is it so? Yes…",
]


def compared(quotation: str) -> Comparison:
    return RunningText(TEXT).compare(quotation)


@pytest.mark.parametrize(
    "quotation",
    [
        "Serbia has no choice but to move",
        "serbia has no choice",
        "“The carrot and the stick” game.",
        "«\xa0the carrot and the stick\xa0» game",
        "working well – and",
        "working well -- and",
        "have lived [in Kosovo] isolated",
        "but Russians.’ He was",
        "politico‑diplomatic",
        "21\u202f000 people",
        "Russia’s U.N. seat",
        "Russiaʼs U.N. seat",
        "seat: 21 000[i]ʼ",
        "move. Local Serbs",  # from one paragraph into the next
        "平和を",
        "Gr\xadöße état «\xa0mot\xa0»",
        "Yes...",
        "Is it so? Yes",
        "This shows that",  # the first words
    ],
)
def test_repetitions(quotation: str) -> None:
    assert compared(quotation).verdict is Verdict.EXACT


@pytest.mark.parametrize(
    "quotation",
    [
        "Serbia has … choice",
        "[…] Serbia has no choice […]",
        "Local Serbs have lived [in Kosovo, he says] … isolated",
        "[L]ocal Serbs",
        "[l]ocal Serbs",
        "this […] game … [L]ocal Serbs",
        "Serbia has no [real] choice",
        "Serbia ha[s] … no choice … people",
        "Ser\xadbia has … choice",
        "Serbia has[i] … choice",
        "Serbia … trust",  # each where it first occurs
        "[T]his [S]hows [T]hat … choice",
    ],
)
def test_alterations(quotation: str) -> None:
    expected = Verdict.DIFFERENT if "ha[s]" in quotation else Verdict.ALTERED
    assert compared(quotation).verdict is expected


@pytest.mark.parametrize(
    "quotation",
    [
        "",
        "…",
        "[sic]",
        "“.”",
        "Russia",  # no whole word
        "ʼRussiaʼ",
        "diplomatic",
        "Local Serbs have lived isolated",  # brackets of the text are its words
        "a choice … Local Serbs",
        "Local Serbs … Serbia has no choice",  # another order
        "politico-diplomatic. Russia's U.N.",  # a heading stood between
        "Serbia has no choice, but to move",
        "SERBIA has no choice",
        "the carrot and the stick game",  # scare quotes say something
        "Is it so! Yes",
        "Serbia has … Choice",  # only the first word may have another case
    ],
)
def test_everything_else_is_different(quotation: str) -> None:
    assert compared(quotation).verdict is Verdict.DIFFERENT


@pytest.mark.parametrize(
    ("quotation", "nearest", "differences"),
    [
        ("Serbia has any choice but to move", "Serbia has no choice but to move.", [("no", "any")]),
        ("Serbia has choice but to move", "Serbia has no choice but to move.", [("no", "")]),
        ("Serbia has a real choice but to move", "Serbia has no choice but to move.", [("no", "a real")]),
        ("Serbia has but to move", "Serbia has no choice but to move.", [("no choice", "")]),
        ("Serbia has really no choice", "Serbia has no choice", [("", "really")]),
        ("Serbia no has choice", "Serbia has no choice", [("", "no"), ("no", "")]),
        ("Serbia has no choice, but to", "Serbia has no choice but to", [("choice", "choice,")]),
        ("This shows … Serbia has any choice but", "Serbia has no choice but", [("no", "any")]),
        ("Local Serbs … Serbia has no choice", "Serbia has no choice", []),
        ("Nothing resembles elephants", "", []),
        ("Thus shows that 'the", "This shows that 'the", [("This", "Thus")]),
        ("“Serbia has no choice, but to.”", "Serbia has no choice but to", [("choice", "choice,")]),
        ("carrot and the stick game", "carrot and the stick' game", [("stick'", "stick")]),
    ],
)
def test_what_differs_is_said(quotation: str, nearest: str, differences: list[tuple[str, str]]) -> None:
    comparison = compared(quotation)
    assert comparison.verdict is Verdict.DIFFERENT
    assert comparison.nearest == nearest
    assert list(comparison.differences) == [Difference(*pair) for pair in differences]


@pytest.mark.parametrize(
    ("text", "quotation", "verdict"),
    [
        ("''no'' he said", "“no” he said", Verdict.EXACT),
        ("यह हिन्दी है", "हिन्दी है", Verdict.EXACT),
        ("यह हिन्दी है", "हिन्द", Verdict.DIFFERENT),  # a vowel's sign belongs to its word
        ("peace came and war came and peace went", "peace … war", Verdict.ALTERED),
        ("one two three four five", "[O]ne [T]wo [T]hree [F]our [f]ive", Verdict.ALTERED),
        ("one two three four five", "[O]ne [T]wo [T]hree [F]our [F]ive", Verdict.DIFFERENT),  # four at most
    ],
)
def test_further_forms(text: str, quotation: str, verdict: Verdict) -> None:
    assert RunningText([text]).compare(quotation).verdict is verdict


def test_the_nearest_passage_has_the_rare_words() -> None:
    text = RunningText(["the end of it", "the rest of it", "the way of it", "an elephant of size"])
    assert text.compare("the elephant of ours").nearest == "an elephant of size"


def test_in_a_long_passage_the_place_with_most_of_the_words_is_shown() -> None:
    text = RunningText([" ".join(f"the n{number}" for number in range(80))])
    comparison = text.compare("the n60 the m61 the n62 the n63")
    assert comparison.nearest == "the n60 the n61 the n62 the n63"
    assert comparison.differences == (Difference("n61", "m61"),)
