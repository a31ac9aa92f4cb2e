"""Names of fields: other spellings, names that belong to other tools, and names that nobody knows."""

from __future__ import annotations

import pytest

from sphinxext_eir.text.foreign_fields import FOREIGN, is_foreign
from sphinxext_eir.text.frontmatter import (
    ALIASES,
    FIELDS,
    PLACED,
    field_named,
    read,
    unknown_field,
)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Authors", "author"), ("short_title", "short-title"), ("First Page", "first-page"), ("first_page", "first-page"),
        ("Licence", "license"), ("Keyword", "keywords"), ("tags", "keywords"), ("date", "date"),
    ],
)  # fmt: skip
def test_other_spellings_are_read(typed: str, name: str) -> None:
    assert field_named(typed) == name
    assert unknown_field(typed) == ""


@pytest.mark.parametrize(
    "name",
    [
        "orphan",
        "tocdepth",
        "myst",
        "kernelspec",
        "bibliography",
        "og:title",
        "html_theme.sidebar",
        "x-mine",
        "abstract",
    ],
)
def test_names_that_belong_to_others_are_passed_over(name: str) -> None:
    assert unknown_field(name) == ""


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("autor", "'author'"), ("pubisher", "'publisher'"), ("licens", "'license'"), ("xyzzy", "author, date,")],
)
def test_a_name_that_nobody_knows_is_answered_with_the_nearest(typed: str, hint: str) -> None:
    assert hint in unknown_field(typed)


def test_no_name_has_two_meanings() -> None:
    assert set(ALIASES.values()) <= set(FIELDS)
    assert not (set(ALIASES) | set(PLACED)) & set(FIELDS)
    assert [name for name in (*FIELDS, *ALIASES, *PLACED) if is_foreign(name)] == []
    assert all(name == field_named(name) for names in FOREIGN.values() for name in names.split())


@pytest.mark.parametrize(
    ("field", "typed", "attribute", "value"),
    [
        ("volume", "3", "volume", "3"),
        ("volume", '{"number": 3, "title": "Tides"}', "volume", "3"),
        ("issue", "2–3", "issue", "2–3"),
        ("first-page", "e12", "first_page", "e12"),
        ("subtitle", "A Study", "subtitle", "A Study"),
        ("doi", "doi.org/10.1000/182", "doi", "10.1000/182"),
        ("doi", "https://www.doi.org/10.1000/182", "doi", "10.1000/182"),
    ],
)
def test_fields_of_a_journal(field: str, typed: str, attribute: str, value: str) -> None:
    assert read({field: typed}) == ({attribute: value}, [])
