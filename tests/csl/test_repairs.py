"""Styles as pandoc gets them: what it does otherwise than CSL's specification is put right in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.csl_contexts import context, notes, words
from support.csl_made import TITLE, made, work

from sphinxext_eir.csl.formatting import Formatter
from sphinxext_eir.csl.model import Span, Text
from sphinxext_eir.csl.styles import read_style

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.pandoc

BY_NAME = '<macro name="key">{key}</macro>'


# The specification: items with an empty key are placed at the end, in ascending sorts and in descending ones.

SORT = '<sort><key macro="key" sort="{order}"/></sort>'
WORKS = {
    "nobody": work("Nobody"),
    "z": work("Z", "Zed"),
    "a": work("A", "Able"),
    "odd": work("Odd", "語言"),
}
NAMES = '<names variable="author"><substitute><names variable="editor"/></substitute></names>'


@pytest.mark.parametrize(
    ("key", "order", "expected"),
    [
        (NAMES, "ascending", "A Z Odd Nobody"),
        (NAMES, "descending", "Odd Z A Nobody"),
        (f'<group><text term="by"/>{NAMES}</group>', "ascending", "A Z Odd Nobody"),
        (f'<choose><if variable="author">{NAMES}</if></choose>', "ascending", "A Z Odd Nobody"),
        (f'<text macro="inner"/></macro><macro name="inner">{NAMES}', "ascending", "A Z Odd Nobody"),
        ('<date variable="issued" form="numeric"/><text variable="title" form="short"/>', "ascending", "A Nobody Odd Z"),
    ],
)  # fmt: skip
def test_what_is_empty_comes_last(tmp_path: Path, key: str, order: str, expected: str) -> None:
    answer = made(tmp_path, WORKS, ["nobody"], macros=BY_NAME.format(key=key), sort=SORT.format(order=order))
    assert " ".join(map(words, answer.entries)) == expected


def test_what_is_empty_comes_last_in_every_language(tmp_path: Path) -> None:
    names = {name: work(name, name) for name in ("Ørsted", "Яковлев", "يوسف", "ﷲ", "曾", "𠮷田", "한")}
    made(
        tmp_path, {"nobody": work("none"), **names}, ["曾"],
        macros=BY_NAME.format(key=NAMES), sort=SORT.format(order="ascending"),
    )  # fmt: skip
    style = read_style(tmp_path / "made.csl")
    asked = [
        replace(
            context("曾", items={"nobody": work("none"), **names}, listed=["nobody", *names], locale=locale),
            style=style,
        )
        for locale in ("ar", "cs-CZ", "da-DK", "de-DE", "fa-IR", "fr-FR", "ja-JP", "ru-RU", "sv-SE", "zh-CN")
    ]
    with Formatter(None) as formatter:
        assert {words(answer.entries[-1]) for answer in formatter.format(asked)} == {"none"}


# The specification: a non-empty nested group counts as a non-empty variable for the group around it.

WORDS = '<group><choose><if variable="medium"><text variable="medium"/></if><else><text value="online"/></else></choose></group>'


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (WORDS, "online"),
        (f'<choose><if type="book">{WORDS}</if></choose>', "online"),
        ('<group><choose><if type="song"><text value="song"/></if></choose></group>', ""),
        ('<group><text value="in"/><text variable="volume"/></group>', ""),
    ],
)
def test_a_group_within_a_group_counts(tmp_path: Path, inner: str, expected: str) -> None:
    group = f'<text variable="title"/><group prefix=":"><text variable="edition"/>{inner}</group>'
    answer = made(tmp_path, {"a": work("A")}, ["a"], listed=group)
    assert words(answer.entries[0]) == f"A:{expected}".rstrip(":")


# The specification: the note before isn't more notes away than the distance, by default five.


@pytest.mark.parametrize(
    ("options", "expected"),
    [('near-note-distance="2"', "A. B. Near. D. E. F. G. A."), ("", "A. B. Near. D. E. F. G. Near.")],
)
def test_a_note_is_near_up_to_its_distance(tmp_path: Path, options: str, expected: str) -> None:
    items = {key: work(key.upper()) for key in "abcdefg"}
    cited = f'<choose><if position="near-note"><text value="near"/></if><else>{TITLE}</else></choose>'
    answer = made(tmp_path, items, [*"abadefga"], options=options, cite=cited)
    assert " ".join(notes(answer)) == expected


def test_a_label_follows_names_that_the_style_does_not_describe(tmp_path: Path) -> None:
    editors = {"a": {"type": "book", "editor": [{"family": "Able"}, {"family": "Blank"}]}}
    named = '<names variable="editor"><label form="short" prefix=", "/></names>'
    assert words(made(tmp_path, editors, ["a"], listed=named).entries[0]) == "Able, Blank, eds"


# The specification, "Title Case Conversion": stop words, of the list of its schema, are lowercased, unless they are first or last or
# follow a colon. Only English titles are converted.


@pytest.mark.parametrize(
    ("title", "language", "expected"),
    [
        ("war during the long peace", "en", "War during the Long Peace"),
        ("war during the long peace", "", "War during the Long Peace"),
        ("between war and peace: beyond the state, without order", "en", "Between War and Peace: Beyond the State, without Order"),
        ("a world to look out", "en-GB", "A World to Look Out"),
        ("guerre during paix", "fr", "guerre during paix"),
    ],
)  # fmt: skip
def test_small_words_of_titles_stay_small(tmp_path: Path, title: str, language: str, expected: str) -> None:
    item = {"a": work(title, **({"language": language} if language else {}))}
    answer = made(tmp_path, item, ["a"], listed='<text variable="title" text-case="title"/>')
    assert words(answer.entries[0]) == expected


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("", "war during peace"),
        (' text-case="uppercase"', "WAR DURING PEACE"),
        (' text-case="capitalize-first"', "War during peace"),
    ],
)
def test_titles_of_other_styles_are_as_before(tmp_path: Path, case: str, expected: str) -> None:
    answer = made(tmp_path, {"a": work("war during peace")}, ["a"], listed=f'<text variable="title"{case}/>')
    assert words(answer.entries[0]) == expected


def test_raised_letters_are_set_as_such(tmp_path: Path) -> None:
    numbered = '<number variable="edition" form="ordinal"/><text variable="title" prefix=" "/>'
    answer = made(tmp_path, {"a": work("On 10² and 1ª", edition="2")}, ["a"], "fr-FR", listed=numbered)
    assert answer.entries[0].text == (Text("2"), Span("superscript", (Text("e"),)), Text(" On 10² and 1ª"))


@pytest.mark.parametrize(
    ("affixes", "expected"),
    [("""prefix="'" suffix="',\"""", "'A’s World'"), ("""prefix="l'" """, "l’A’s World"), ("""suffix="'s" """, "A’s World’s")],
)  # fmt: skip
def test_straight_quotes_of_a_style_stay_straight(tmp_path: Path, affixes: str, expected: str) -> None:
    answer = made(tmp_path, {"a": work("A’s World")}, ["a"], listed=f'<text variable="title" {affixes}/>')
    assert words(answer.entries[0]).rstrip(",") == expected
