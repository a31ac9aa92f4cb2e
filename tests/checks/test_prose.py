"""Rules of running text, each with what it finds and with what it leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.features.checks.prose import WORDS
from sphinxext_eir.features.checks.records import ENTRY, NOTE, OBJECT, Picture, Text
from sphinxext_eir.text.article import Article, Author

if TYPE_CHECKING:
    from collections.abc import Callable

    Found = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("words", "range"),
    [
        ("It lasted (1991-1995).", "1991-1995"),
        ("In 1990-95 nobody asked.", "1990-95"),
        ("See Blank 2000, pp. 12-15.", "12-15"),
        ("Wagner (2007, p. 41-2) repeats it.", "41-2"),
        ("Siehe S. 391-425.", "391-425"),
    ],
)
def test_ranges_of_years_and_pages_with_a_hyphen_are_found(found: Found, words: str, range: str) -> None:  # noqa: A002
    assert found("range-hyphen", words) == [f"'{range}' has a hyphen"]


@pytest.mark.parametrize(
    "words",
    [
        "It lasted 1991–1995, pp. 12–15.",
        "Dated 2012-05-12, and 2012-05.",  # ISO 8601
        "ISBN 0-306-40615-2, ISSN 2053-8626.",
        "IEEE 1003-2008 and ISO 1539-2018 are standards.",
        "Call 0049-30-1234 or 555-1234.",
        "After 9-11, COVID-19 and S/1999-2000/1.",
        "The F-16-20 and 1995-1990.",  # no range: the second is less
        "A score of 3-2, a ratio of 4-1.",
        "See 10.1234/abc-1990-1995 and v1.1990-1995.2.",
    ],
)
def test_other_hyphens_between_numbers_are_left_alone(found: Found, words: str) -> None:
    assert found("range-hyphen", words) == []


def test_pages_at_the_end_of_an_entry_are_a_range_and_elsewhere_they_may_be_anything(found: Found) -> None:
    words = "Wendt, A. (1992) Anarchy. IO 46(2): 391-425."
    assert found("range-hyphen", words, part=ENTRY) == ["'391-425' has a hyphen"]
    assert found("range-hyphen", words) == []


@pytest.mark.parametrize("language", ["fr", "es", "it", "pt_BR", "ar"])
def test_languages_that_set_a_hyphen_may(found: Found, language: str) -> None:
    assert found("range-hyphen", "De 1991-1995, p. 12-15.", language=language) == []


def test_several_spaces_within_a_sentence_are_found_and_after_it_they_are_a_habit(found: Found) -> None:
    assert found("double-space", "So  it is, he  said.") == [
        "several spaces in 'So  it', and in 1 more places here"
    ]
    assert found("double-space", "It is.  So it is (or not.)  Is it?”  Yes…  Well:  one\n  two") == []
    assert found("double-space", f"Beside {OBJECT}  it stands.") == []  # who knows what was there


def test_a_byline_in_capitals_is_found_and_an_acronym_is_a_name(found: Found) -> None:
    def byline(*names: str) -> Article:
        return Article("A", tuple(Author(name) for name in names))

    assert found("capitals", article=byline("JANE DOE", "Ola Brandt")) == [
        "the author 'JANE DOE' is in capitals"
    ]
    assert found("capitals", article=byline("UNESCO", "NATO", "李明", "J. R. R. Tolkien", "J. DOE")) == []


def entries(*names: tuple[str, str]) -> tuple[Text, ...]:
    return tuple(
        Text(
            f"{family}, {given} (2000) Title." if given else f"{family} (2000) Title.",
            ENTRY,
            people=((family, given),),
        )
        for family, given in names
    )


def test_capitals_in_entries_are_found_where_most_names_have_none(found: Found) -> None:
    mixed = entries(("HOXHA", "Abit"), ("Blank", "S."), ("Clark", "W."), ("UNESCO", ""))
    assert found("capitals", texts=mixed) == ["the name 'HOXHA' is in capitals, and most names here aren't"]
    four = entries(("ROSS", "Abit"), ("Blank", "S."), ("Clark", "W."))
    assert found("capitals", texts=four) == ["the name 'ROSS' is in capitals, and most names here aren't"]
    initials = entries(("DOE", "Abit"), ("Blank", "S."), ("Clark", "W."))  # three may be an acronym
    assert found("capitals", texts=initials) == []
    house_style = entries(("HOXHA", "Abit"), ("BLANK", "S."), ("CLARK", "W."))  # ISO 690
    assert found("capitals", texts=house_style) == []


def test_a_paragraph_of_a_page_is_long(found: Found) -> None:
    assert found("long-paragraph", "word " * WORDS) == []
    assert found("long-paragraph", "word " * (WORDS + 1)) == [f"a paragraph of {WORDS + 1} words"]
    assert found("long-paragraph", "字" * WORDS, language="zh_CN") == []
    assert found("long-paragraph", "word " * 1000, part=NOTE) == []


def test_pictures_without_words_are_found(found: Found) -> None:
    pictures = (
        Picture("a/tides.png", None),
        Picture("harbour.jpg", "harbour.jpg"),
        Picture("b.png", "Image"),
        Picture("rule.png", ""),  # for decoration
        Picture("moon.png", "The moon over the harbour"),
    )
    assert found("picture-alt", pictures=pictures) == [
        "the picture tides.png has no alternative text",
        "the alternative text of harbour.jpg says nothing of it: 'harbour.jpg'",
        "the alternative text of b.png says nothing of it: 'Image'",
    ]
