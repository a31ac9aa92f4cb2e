"""Items are made safe, whatever they hold."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext_eir.csl.items import clean_date, clean_item, clean_names, clean_url


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/x?y=z#w",
        "http://a",
        "ftp://a",
        "www.e-ir.info/x",
        "a.example:80/x",
        "mailto:a@b",
        "/x",
    ],
)
def test_urls_that_lead_somewhere_are_kept(url: str) -> None:
    assert clean_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "javascript:1/alert(1)",
        "data:text/html,x",
        "data:1/x",
        "vbscript:x",
        "file:///etc/passwd",
        "http://[",
    ],
)
def test_other_urls_are_not(url: str) -> None:
    with pytest.raises(ValueError, match="URL"):
        clean_url(url)


@pytest.mark.parametrize(
    ("given_date", "date"),
    [
        (2000, {"date-parts": [[2000]]}),
        ("2000-02-03", {"date-parts": [[2000, 2, 3]]}),
        ("2000/2001", {"date-parts": [[2000], [2001]]}),
        ("ca. 1990", {"date-parts": [[1990]], "circa": True}),
        ("Spring 2001", {"date-parts": [[2001, 21]]}),
        ({"raw": "2000-02"}, {"date-parts": [[2000, 2]]}),
        ({"date-parts": [["2000", "2", "30x"]]}, {"date-parts": [[2000, 2]]}),
        ({"date-parts": [[2000, 25]]}, {"date-parts": [[2000]]}),
        ({"date-parts": [[1999, 22, 3]]}, {"date-parts": [[1999, 22]]}),
        ("1999-21/1999-23", {"date-parts": [[1999, 21], [1999, 23]]}),
        ({"date-parts": [[-44]]}, {"date-parts": [[-44]]}),
        ({"date-parts": [[2000]], "season": "2"}, {"date-parts": [[2000]], "season": 2}),
        ({"date-parts": [[2000]], "circa": 1}, {"date-parts": [[2000]], "circa": True}),
        ({"literal": "n.d."}, {"literal": "n.d."}),
        ({"date-parts": [[1999, 22]]}, {"date-parts": [[1999, 22]]}),
        ({"date-parts": [[1999, 14, 3]]}, {"date-parts": [[1999, 14]]}),
        ({"date-parts": [[1999, 21], [1999, 22]]}, {"date-parts": [[1999, 21], [1999, 22]]}),
        ({"date-parts": [[1999]], "season": "Fall"}, {"date-parts": [[1999]], "season": 3}),
        ({"season": "Advent"}, {"literal": "Advent"}),
        ("1998?", {"date-parts": [[1998]], "literal": "1998?"}),
        ("1999~", {"date-parts": [[1999]], "circa": True}),
        ("1999-05%", {"date-parts": [[1999, 5]], "circa": True}),
        ("1998~/1999?", {"date-parts": [[1998], [1999]], "literal": "1998?–1999?"}),
        ("19XX", {"date-parts": [[1900], [1999]]}),
        ("199u", {"date-parts": [[1990], [1999]]}),
        ("1999-XX", {"date-parts": [[1999]]}),
        ("1999-05-XX", {"date-parts": [[1999, 5]]}),
        ("1999-23", {"date-parts": [[1999, 23]]}),
        ("../1999", {"date-parts": [[1999]], "literal": "–1999"}),
        ("1999-05/..", {"date-parts": [[1999, 5]], "literal": "1999–"}),
        ("2004-04-25T14:00:00Z", {"date-parts": [[2004, 4, 25]]}),
    ],
)
def test_dates_are_made_safe(given_date: Any, date: dict[str, Any]) -> None:
    assert clean_date(given_date) == date


def test_names_are_made_safe() -> None:
    assert clean_names(["World Bank", {"family": "Doe", "given": 5}]) == [
        {"literal": "World Bank"},
        {"family": "Doe", "given": "5"},
    ]
    assert clean_names([{}]) == []


VALUE = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)  # fmt: skip

FIELDS = st.sampled_from(
    ["id", "type", "title", "author", "issued", "URL", "page", "editor", "accessed", "language"]
)


@pytest.mark.laws
@given(st.dictionaries(FIELDS | st.text(), VALUE))
def test_any_item_is_made_safe(item: dict[str, Any]) -> None:
    clean = clean_item(item, [])
    assert isinstance(clean["type"], str)
    assert clean_item(clean, []) == clean
    json.dumps(clean)
