"""What is sent to pandoc is safe, and comes out as it was typed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.csl_contexts import SEED, book, formatted, texts

from sphinxext_eir.csl import marks
from sphinxext_eir.csl.model import Cite, Link, plain_text

pytestmark = pytest.mark.usefixtures("pandoc")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", " JaVaScript:alert(1)"]
)
def test_no_url_that_a_browser_would_execute_comes_out(url: str) -> None:
    answer = formatted("x", items={"x": book("Doe", URL=url, title=f'<a href="{url}">T</a>')})
    assert not [part for part in answer.entries[0].text if isinstance(part, Link)]


@pytest.mark.parametrize(
    ("doi", "target"),
    [
        ("10.1000/a_b%2Fc", "https://doi.org/10.1000/a_b%2Fc"),
        ("10/gfxk7", "https://doi.org/10/gfxk7"),
        ("gfxk7", "https://doi.org/gfxk7"),
        (
            "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
            "https://doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O",
        ),
        ('10.1000/a"b{c}^d|e\\f`', "https://doi.org/10.1000/a%22b%7Bc%7D%5Ed%7Ce%5Cf%60"),
        ("in press", None),
        ("../../x", None),
        ('"><x>', None),
    ],
)
def test_a_doi_leads_where_it_says_and_what_is_none_leads_nowhere(doi: str, target: str | None) -> None:
    entry = formatted("x", items={"x": book("Doe", DOI=doi, title="Tides")}).entries[0].text
    assert [part.target for part in entry if isinstance(part, Link)] == ([target] if target else [])
    assert doi in plain_text(entry)


@pytest.mark.parametrize(
    "item",
    [
        {},
        {"type": 5, "title": ["a", "b"], "author": "Doe", "issued": 2000},
        {"author": [{"family": 5}, 7, None], "issued": {"date-parts": "x"}, "page": {"a": 1}, "volume": [[]]},
        {"issued": {"date-parts": [[2000, 99, 99]]}, "title": "\x00\ud800T\x07", "URL": 5, "language": 7},
        {"id": "other", "other-ids": ["a"], "author": [], "editor": {"family": "Doe"}, "custom": {"x": [1]}},
    ],
)
def test_an_item_of_wrong_types_costs_the_others_nothing(item: dict[str, object]) -> None:
    answer = formatted("bad", "Blank2000", items={"bad": item, **SEED})
    assert texts(answer)[1] == "(Blank 2000)"
    assert texts(answer)[0]
    assert len(answer.entries) == 2
    assert not answer.messages


AWKWARD = [
    "a|b",
    "n. 3",
    "* x",
    "{p. 3}",
    "]",
    "{",
    "}",
    "12 times",
    ", p. 3",
    "`x`",
    "\ue0f0",
    "\u2e0f",
    "<b>x</b>",
    "_x_",
    '"q"',
]


@pytest.mark.parametrize("text", AWKWARD)
def test_affixes_and_locators_come_out_as_typed(text: str) -> None:
    answer = formatted(
        Cite("Blank2000", text, "12", "page", text),
        Cite("Blank2000", "", text),
        Cite("Blank2000", "", "", "page", text),
    )
    kept = " ".join(marks.unmarked(text).replace('"', "").split())
    first, second, third = (one.replace("“", "").replace("”", "").replace('"', "") for one in texts(answer))
    assert first.startswith(f"({kept}")
    assert "p. 12" in first
    assert kept in first[first.index("p. 12") :]
    assert kept in third
    assert kept.translate(str.maketrans("{}[]", "()()")) in second
    assert not answer.messages


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12)), min_size=1, max_size=8
    )
)
def test_no_text_stops_a_context(parts: list[tuple[str, str, str]]) -> None:
    answer = formatted(
        *(Cite("Blank2000", prefix, locator, "page", suffix) for prefix, locator, suffix in parts)
    )
    assert not answer.messages
    assert all("2000" in text for text in texts(answer))
