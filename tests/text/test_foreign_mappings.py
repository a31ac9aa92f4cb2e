"""Fields of other programs that hold several of ours."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sphinxext_eir.text.foreign_mappings import Held, holds_others, read_mapping


@pytest.mark.parametrize(
    ("name", "typed", "fields", "left_out"),
    [
        (  # the example of Quarto's reference
            "citation",
            {
                "type": "article-journal",
                "container-title": "ACM Transactions on Embedded Computing Systems",
                "volume": 21,
                "issue": 2,
                "issued": "2022-03",
                "issn": "1539-9087",
                "doi": "10.1145/3514174",
            },
            {
                "journal": "ACM Transactions on Embedded Computing Systems",
                "volume": "21",
                "issue": "2",
                "date": "2022-03",
                "issn": "1539-9087",
                "doi": "10.1145/3514174",
            },
            {},
        ),
        (
            "citation",
            {"DOI": "10.1/x", "URL": "https://a.example"},
            {"doi": "10.1/x", "canonical": "https://a.example"},
            {},
        ),
        ("citation", {"page": "12–34"}, {"first-page": "12", "last-page": "34"}, {}),
        ("citation", {"page": "S12--S34"}, {"first-page": "S12", "last-page": "S34"}, {}),
        ("citation", {"page": 7}, {"first-page": "7"}, {}),
        ("citation", {"page": "12-34, 40"}, {}, {"page": "12-34, 40"}),
        ("citation", {"page-first": 12, "page_last": 34}, {"first-page": "12", "last-page": "34"}, {}),
        ("citation", {"issued": {"date-parts": [[2022, 3, 1]]}}, {"date": "2022-03-01"}, {}),
        ("citation", {"issued": {"year": 2022, "month": 3}}, {"date": "2022-03"}, {}),
        ("citation", {"issued": "2023/4/18"}, {"date": "2023-04-18"}, {}),
        (
            "citation",
            {"author": [{"family": "Quill", "given": "N"}]},
            {"author": '[{"family": "Quill", "given": "N"}]'},
            {},
        ),
        ("citation", {"type": "report", "number": 4}, {}, {"type": "report", "number": "4"}),
        ("citation", {"google-scholar": True, "volume": None}, {}, {}),
        (
            "venue",
            {"title": "Tides", "url": "https://t.example"},
            {"journal": "Tides"},
            {"url": "https://t.example"},
        ),
        (
            "journal",
            {"name": "Tides", "cite-style": "authoryear"},
            {"journal": "Tides"},
            {"cite-style": "authoryear"},
        ),
    ],
)
def test_each_key_is_read_or_named(
    name: str, typed: dict[str, Any], fields: dict[str, str], left_out: dict[str, str]
) -> None:
    text = json.dumps(typed)
    assert holds_others(name, text)
    assert read_mapping(name, text) == Held(fields, left_out)


@pytest.mark.parametrize("typed", ["true", "false", "", "No"])
def test_a_switch_of_quartos_says_nothing(typed: str) -> None:
    assert read_mapping("citation", typed) == Held({}, {})


def test_text_is_a_venue_and_no_citation() -> None:
    assert read_mapping("venue", "Tides") == Held({"journal": "Tides"}, {})
    assert read_mapping("citation", "Quill 2022") == Held({}, {"citation": "Quill 2022"})
    assert not holds_others("journal", "Tides")
