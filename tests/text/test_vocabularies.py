"""Every vocabulary held to every key of the schema, and to Unicode CLDR's and each other's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import babel
import pytest

from sphinxext_eir.csl.terms import LABELS
from sphinxext_eir.text.vocabularies import CODES, listed, locator_words, uninflected, vocabulary
from sphinxext_eir.text.vocabularies.calendar import days, months
from sphinxext_eir.text.vocabularies.cldr import places

if TYPE_CHECKING:
    from sphinxext_eir.text.vocabularies.schema import Vocabulary

JUDGING = [code for code in CODES if (found := vocabulary(code)) and found.warns]
MAY_BE_EMPTY = {
    "surnames", "subjects", "name_endings", "name_beginnings", "definite", "where", "prepositions", "connectives", "idem", "abbreviated",
    "date_words", "ordinals", "around_accessed", "pages_without_number", "further_locators", "examples_patterns", "small_particles",
    "particles", "says_who", "dangling", "compound_starts", "always_compound", "fused_starts", "compound_ends", "after_hyphen", "roles",
    "second_hand", "captioned", "colophon", "genitives", "noun_endings", "ranks", "faculties", "accompanied", "past_patterns", "elliptic",
    "whole_names",
}  # fmt: skip
"""Fields for which a language may have no words."""


def table(code: str) -> Vocabulary:
    found = vocabulary(code)
    assert found
    return found


@pytest.mark.parametrize("code", CODES)
def test_each_table_is_its_language_s(code: str) -> None:
    assert table(code).code == code
    assert babel.Locale(code).language == code
    assert set(table(code).locators) <= LABELS
    assert {"page", "chapter", "volume"} <= set(table(code).locators)


@pytest.mark.parametrize("code", JUDGING)
def test_a_table_that_reports_what_is_missing_has_each_key(code: str) -> None:
    empty = {name for name, said in table(code)._asdict().items() if said in ("", {})}
    assert empty - MAY_BE_EMPTY == set()


@pytest.mark.parametrize("code", CODES)
def test_no_word_is_written_twice_or_holds_what_parts_words(code: str) -> None:
    for name, said in table(code)._asdict().items():
        if name.endswith("_patterns"):
            assert [line for line in said.splitlines() if line.strip() and not re.compile(line.strip())] == []
        elif isinstance(said, str) and name not in ("months", "code") and code != "en":
            found = listed(said)
            assert len(found) == len(set(found)), name
            assert not re.search(r"\\|,", said), name


@pytest.mark.parametrize("code", CODES)
def test_months_days_and_places_are_unicode_s(code: str) -> None:
    locale = babel.Locale(code)
    for context in ("format", "stand-alone"):
        for number, name in locale.months[context]["wide"].items():
            assert months(code)[name.casefold()] == number
        assert days(code) >= {name.casefold() for name in locale.days[context]["wide"].values()}
    assert set(months(code).values()) == set(range(1, 13))
    assert len(days(code)) == 7
    assert len(places(code)) > 100


def test_words_for_kinds_of_locators_are_those_of_all_languages() -> None:
    said = locator_words("chapter", "appendix", shortest=2)
    assert {"chapter", "Kapitel", "Kap", "глава", "الفصل", "章", "Anhang", "appendice"} <= set(said)
    assert not {"c", "ف", "Kap."} & set(said)


def test_a_heading_that_authors_write_themselves_is_none_of_a_site_s() -> None:
    assert "Pour_aller_plus_loin" in table("fr").sections
    for code in CODES:
        parts = {*listed(table(code).sections), *listed(table(code).bibliographies)}
        assert parts & set(listed(table(code).other_articles)) == set(), code


@pytest.mark.parametrize(
    ("name", "code", "forms"),
    [
        ("Ивановым", "ru", {"Иванов"}),
        ("Ивном", "ru", {"Ивн"}),
        ("Идом", "ru", set()),  # two letters are no name
        ("ивановым", "de", set()),  # the endings of another language
        ("لبلفور", "ar", {"بلفور"}),
        ("بلفو", "ar", {"لفو"}),
        ("لبن", "ar", set()),
    ],
)
def test_a_name_loses_what_a_sentence_puts_at_its_ends(name: str, code: str, forms: set[str]) -> None:
    found = uninflected(name, code)
    assert name in found
    assert found - {name} >= forms
    assert bool(found - {name}) is bool(forms)


@pytest.mark.parametrize(
    ("tag", "code"), [("de", "de"), ("pt_BR", "pt"), ("de-AT", "de"), ("RU", "ru"), ("tlh", None)]
)
def test_a_vocabulary_is_found_by_the_tag_of_its_language(tag: str, code: str | None) -> None:
    found = vocabulary(tag)
    assert (found.code if found else None) == code


@pytest.mark.parametrize("code", ["de", "tr"])
def test_places_are_words_without_spaces(code: str) -> None:
    assert babel.Locale(code).territories["FR"].casefold() in places(code)
    assert all(name and " " not in name for name in places(code))
