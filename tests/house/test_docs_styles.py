"""The page on styles: it shows all that CSL knows, and its tables say what is printed."""

from __future__ import annotations

import importlib.util
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from support.csl_contexts import formatted, words
from support.paths import DATA, ROOT

from sphinxext_eir.csl.shipped import NAMES

if TYPE_CHECKING:
    from types import ModuleType

MADE_BY_PROCESSORS = {"citation-label", "citation-number", "first-reference-note-number", "locator", "page-first", "year-suffix"}  # fmt: skip


@pytest.fixture(scope="module")
def tables() -> ModuleType:
    spec = importlib.util.spec_from_file_location("style_tables", ROOT / "docs" / "_ext" / "style_tables.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def values(name: str) -> set[str]:
    """Return the values that CSL's schema *name* allows."""
    text = (DATA / "csl" / "schema" / f"csl-{name}.rng").read_text("utf-8")
    return set(re.findall(r"<value>([^<]+)</value>", text))


def test_every_kind_and_every_field_of_csl_is_shown(tables: Any) -> None:
    assert set(tables.examples()) == values("types")
    assert set(tables.FIELDS) == values("variables") - MADE_BY_PROCESSORS


def test_the_page_names_every_style() -> None:
    page = (ROOT / "docs" / "reference" / "styles.rst").read_text("utf-8")
    assert re.findall(r"^``(eir-\w+)``$", page, flags=re.MULTILINE) == list(NAMES)


@pytest.mark.usefixtures("pandoc")
def test_an_entry_with_every_field_reads_as_citeproc_js_has_it(tables: Any) -> None:
    items = {kind: tables.filled(kind) for kind in tables.examples()}
    expected = json.loads((DATA / "csl" / "by-citeproc-js.json").read_text("utf-8"))["every field"]["entries"]
    answer = formatted(*items, items=items)
    assert {entry.key: " ".join(words(entry).split()) for entry in answer.entries} == {
        kind: " ".join(text.split()) for kind, text in expected.items()
    }


@pytest.mark.usefixtures("pandoc")
def test_the_table_of_fields_says_what_is_printed(tables: Any) -> None:
    where = tables.kinds_by_field()
    every = tuple(tables.examples())
    assert where["translator"] == where["note"] == where["URL"] == every
    assert where["ISBN"] == where["abstract"] == ()
    articles = {"article-journal", "article-magazine", "article-newspaper", "review", "review-book"}
    assert set(every) - set(where["publisher"]) == articles
    assert tables.said(where["publisher"], every).startswith("Every kind but ``article-journal``, ")
    assert tables.said(("book",), every) == "``book``"
    # An example whose entry lacked what its table promises would be noticed
    book = tables.examples()["book"]
    (entry,) = formatted("book", items={"book": book}).entries
    texts = {
        field: value
        for field, value in book.items()
        if isinstance(value, str) and field not in ("id", "type")
    }
    assert all(value in words(entry) for field, value in texts.items() if "book" in where[field])
