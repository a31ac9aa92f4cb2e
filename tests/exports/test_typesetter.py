"""The faces that a text is set in, and what is told of letters that none has."""

from __future__ import annotations

import pytest

from sphinxext_eir.features.exports.typesetter import BOOK, complaint, faces, lacks_face
from sphinxext_eir.text.languages import script_of

pytestmark = pytest.mark.unit


def test_arabic_without_a_face_for_it_is_told() -> None:
    assert lacks_face("Of فن.", ["Libertinus Serif", "DejaVu Sans Mono"])
    assert not lacks_face("Of فن.", ["Amiri"])
    assert not lacks_face("Words.", [])


@pytest.mark.parametrize(
    ("language", "script"),
    [
        ("ar", "Arab"),
        ("fa", "Arab"),
        ("he", "Hebr"),
        ("ja", "Jpan"),
        ("zh", "Hans"),
        ("zh-TW", "Hant"),
        ("sr-Latn", "Latn"),
        ("en", "Latn"),
        ("tlh", "Latn"),
    ],
)
def test_a_language_has_a_script(language: str, script: str) -> None:
    assert script_of(language) == script


def test_the_faces_of_a_script_come_after_the_books_and_before_others() -> None:
    there = ["Amiri", "Noto Serif CJK JP", "Noto Serif CJK SC", *BOOK]
    assert faces("Hans", there) == [*BOOK, "Noto Serif CJK SC", "Amiri", "Noto Serif CJK JP"]
    assert faces("Latn", []) == []


def test_what_typst_says_of_letters_is_said_once_for_all_of_them() -> None:
    said = 'the text `"?"` could not be displayed with font `"F"`'
    assert complaint("first", "\n".join(said.replace("?", letter) for letter in "aba")).startswith(
        "no font has a, b: "
    )
    assert complaint("first", "something else") == "first"
