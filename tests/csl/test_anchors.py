"""An entry of CSL-YAML may name what stands in another one, whichever entries are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.sources import Reader, told

from sphinxext_eir.csl.sources import read_source
from sphinxext_eir.csl.sources.anchors import MOST_LENT, Anchors

if TYPE_CHECKING:
    from pathlib import Path

SHARED = """\
- id: first
  title: T
  publisher: &press Oxford
- id: second
  title: T
  publisher: *press
- id: third
  title: T
  publisher: &press Leiden
- id: fourth
  title: T
  publisher: *press
- id: fifth
  title: &title Tides
  note: *title
- id: broken
  title: [
"""


@pytest.mark.usefixtures("pandoc")
@pytest.mark.parametrize(
    "asked",
    [
        ("second",),
        ("fourth",),
        ("fourth", "second", "fifth"),
        ("first", "second", "third", "fourth", "fifth", "broken"),
    ],
)
def test_an_alias_stands_for_the_nearest_anchor_before_it(source: Reader, asked: tuple[str, ...]) -> None:
    found = source("a.yaml", SHARED)
    said = {"first": "Oxford", "second": "Oxford", "third": "Leiden", "fourth": "Leiden"}
    read = found.items(asked)
    assert {key: item.get("publisher") for key, item in read.items() if key in said} == {
        key: said[key] for key in asked if key in said
    }
    assert all(read[key]["note"] == "Tides" for key in asked if key == "fifth")
    assert len(told(found)) == ("broken" in asked)


@pytest.mark.usefixtures("pandoc")
def test_what_an_entry_borrows_is_read_again_when_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    for publisher in ("Oxford", "Leiden"):
        path.write_text(SHARED.replace("Oxford", publisher), encoding="utf-8")
        assert read_source(path, cache_dir=tmp_path).items(["second"])["second"]["publisher"] == publisher


@pytest.mark.parametrize(
    ("entries", "borrows", "size"),
    [
        (["a: &x 1", "b: *x"], ("a: &x 1",), 7),
        (["a: &x 1", "b: [*x, *x]"], ("a: &x 1",), 14),
        (["a: &x 1", "b: &y *x", "c: *y"], ("a: &x 1", "b: &y *x"), 15),
        (["a: &x 1", "b: &x 2", "c: *x"], ("b: &x 2",), 7),
        # Its own anchor stands before the alias, or behind it
        (["a: &x 1", "b: [&x 2, *x]"], (), 0),
        (["a: &x 1", "b: [*x, &x 2]"], ("a: &x 1",), 7),
        # No aliases
        (["a: &x 1", "b: *emphasis*, * x, a*x"], (), 0),
        (["a: R&x D", "b: *x"], (), 0),
        (["b: *x", "a: &x 1"], (), 0),
    ],
)
def test_an_entry_borrows_the_entries_that_hold_its_anchors(
    entries: list[str], borrows: tuple[str, ...], size: float
) -> None:
    anchors = Anchors()
    *_others, last = map(anchors.borrowed, entries)
    assert (last.texts, last.size) == (borrows, size)


def test_aliases_within_an_entry_count_for_those_that_borrow_it() -> None:
    anchors = Anchors()
    anchors.borrowed("a: [&x 1, *x, *x]")
    assert anchors.borrowed("b: *x").size == pytest.approx(17 * 1.45**2)


def test_entries_of_a_certain_length_are_lent() -> None:
    for length, lent in ((MOST_LENT, 1), (MOST_LENT + 1, 0)):
        anchors = Anchors()
        anchors.borrowed("a: &x ".ljust(length, "y"))
        borrowed = anchors.borrowed("b: *x")
        assert (len(borrowed.texts), borrowed.size > MOST_LENT) == (lent, not lent)
