"""The long patterns of csl: an example for each branch."""

from __future__ import annotations

import pytest

from sphinxext_eir.csl.citing import BARE, NAMED
from sphinxext_eir.csl.sources.csl_yaml import ID


@pytest.mark.parametrize(
    "text",
    [
        "xii", "XIV", "12", "A12b", "1.2.3", "12:4", "3(a)(ii)", "(c)",  # units
        "12 f.", "12 ff.", "xii f.",  # with those that follow
        "12-15", "xii–xiv", "1.2 — 1.4",  # ranges
        "12, 15", "12 & xv", "12-15, 18 & 20 ff.",  # several
    ],
)  # fmt: skip
def test_a_locator_behind_its_unit(text: str) -> None:
    found = NAMED.match(f"{text} and more")
    assert found is not None
    assert found[0] == text


@pytest.mark.parametrize("text", ["and", "of xii", "see", "c", "mine"])
def test_words_are_no_locator(text: str) -> None:
    assert NAMED.match(f"{text}word") is None


@pytest.mark.parametrize(
    "text", ["12", "S12", "12a", "1.2", "12:4", "12 ff.", "12-15", "12, 15", "12–15 & 18a f."]
)
def test_a_locator_of_pages_by_itself(text: str) -> None:
    found = BARE.match(f"{text} and more")
    assert found is not None
    assert found[0] == text


@pytest.mark.parametrize("text", ["xii", "(c)", "page12", "12bc"])
def test_only_digits_are_pages_by_themselves(text: str) -> None:
    assert BARE.match(text) is None


@pytest.mark.parametrize(
    "line",
    [
        "- id: Blank 2000", "  id: Blank 2000", "- 'id': Blank 2000", '  "id" : Blank 2000',
        '- id: "Blank 2000"', "  id: 'Blank 2000'", "  id: Blank 2000  # from Zotero", "  id: Blank 2000 ",
    ],
)  # fmt: skip
def test_the_line_of_an_id(line: str) -> None:
    found = ID.search(f"- type: book\n{line}\n  title: Trains")
    assert found is not None
    assert next(value for value in found.groups() if value) == "Blank 2000"


@pytest.mark.parametrize("line", ["  identifier: Blank", "  title: id Blank", "# id: Blank"])
def test_other_lines_have_no_id(line: str) -> None:
    assert ID.search(line) is None
