"""Answers are kept, and what decides them decides their names."""

from __future__ import annotations

import copy
import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from support.csl_contexts import SEED, context, in_mode

from sphinxext_eir.csl.formatting import Formatter, _read
from sphinxext_eir.csl.items import clean_item
from sphinxext_eir.csl.keeping import read_json, write_json
from sphinxext_eir.csl.model import (
    Cite,
    CiteLink,
    Link,
    Mode,
    NoteNumber,
    Span,
    Text,
    from_json,
    plain_text,
    to_json,
)
from sphinxext_eir.csl.pandoc import find_pandoc
from sphinxext_eir.csl.sources import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


pytestmark = pytest.mark.usefixtures("pandoc")


def test_an_answer_is_kept_and_no_child_is_started_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = context(Cite("Blank2000", locator="12"), in_mode(Mode.NARRATIVE, "Clark2001"))
    with Formatter(tmp_path) as formatter:
        first = formatter.format([asked])
    monkeypatch.setattr("sphinxext_eir.csl.children.Child._start", None)
    with Formatter(tmp_path) as formatter:
        assert formatter.format([asked]) == first
        renamed = replace(asked, name="another")
        assert formatter.format([renamed]) == first


def test_a_damaged_answer_is_asked_again(tmp_path: Path) -> None:
    asked = context("Blank2000")
    with Formatter(tmp_path) as formatter:
        first = formatter.format([asked])
    [first_file] = (tmp_path / "answers").rglob("*.json")
    for text in (
        "",
        "{",
        "[]",
        '{"citations": [[["x", 5]]]}',
        '{"citations": 3, "entries": [], "messages": []}',
        first_file.read_text().replace("Blank", "Black"),
    ):
        for file in (tmp_path / "answers").rglob("*.json"):
            file.write_text(text)
        with Formatter(tmp_path) as formatter:
            assert formatter.format([asked]) == first


OTHERS = (None, 5, True, {}, [5], [[]])
"""Values that nothing in an answer is."""


def places(value: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the place of *value*, and of all that is in it."""
    yield here
    for key, inner in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from places(inner, (*here, key))


def put(value: Any, place: tuple[Any, ...], other: Any) -> Any:
    """Return *value* with the *other* one at a *place*."""
    if not place:
        return other
    changed = copy.copy(value)
    changed[place[0]] = put(value[place[0]], place[1:], other)
    return changed


def test_a_kept_answer_of_another_shape_is_asked_again(tmp_path: Path) -> None:
    asked = context(Cite("Blank2000", locator="12"), in_mode(Mode.NARRATIVE, "Clark2001"))
    with Formatter(tmp_path) as formatter:
        first = formatter.format([asked])
    [file] = (tmp_path / "answers").rglob("*.json")
    kept = read_json(file)
    shapes = [put(kept, place, other) for place in places(kept) for other in OTHERS]
    wrong = [shape for shape in shapes if _read(shape, asked) is not None]
    assert wrong == []
    assert _read({**kept, "citations": kept["citations"][:1]}, asked) is None
    for shape in (shapes[0], shapes[-1]):
        write_json(file, shape)
        with Formatter(tmp_path) as formatter:
            assert formatter.format([asked]) == first


def test_a_kept_item_of_another_shape_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("@book{k, author={Fox, Ann}, title={Sea}, year={2001}, nosuch={words}}")
    first = read_source(path, cache_dir=tmp_path)
    items = first.items(["k"])
    [file] = (tmp_path / "sources").glob("*.json")
    kept = read_json(file)
    for place in places(kept):
        for other in (*OTHERS, "x"):
            write_json(file, put(kept, place, other))
            source = read_source(path, cache_dir=tmp_path)
            for item in source.items(["k"]).values():
                assert clean_item(item)["type"]
            assert all(message.text for message in source.messages)
    write_json(file, 5)
    assert read_source(path, cache_dir=tmp_path).items(["k"]) == items


@pytest.mark.parametrize("version", [None, 5, [], "x", "3", ""])
def test_pandoc_is_asked_for_its_version_where_none_is_kept(tmp_path: Path, version: object) -> None:
    first = find_pandoc(tmp_path)
    write_json(tmp_path / "pandoc.json", {**read_json(tmp_path / "pandoc.json"), "version": version})
    assert find_pandoc(tmp_path) == first


def test_all_that_decides_an_answer_decides_its_name(tmp_path: Path) -> None:
    items = {**SEED, "Blank2000": {**SEED["Blank2000"], "issued": {"date-parts": [[2001]]}}}
    asked = [
        context("Blank2000"),
        context("Blank2000", items=items),
        context("Blank2000", locale="de"),
        context("Blank2000", style="sorted"),
        context("Blank2000", listed=["Clark2001"]),
        context(in_mode(Mode.PARENTHETICAL, "Blank2000", note=2)),
        context(in_mode(Mode.NARRATIVE, "Blank2000")),
    ]
    with Formatter(tmp_path) as formatter:
        formatter.format(asked)
    assert len(list((tmp_path / "answers").rglob("*.json"))) == len(asked)


def test_answers_of_long_ago_are_forgotten(tmp_path: Path) -> None:
    with Formatter(tmp_path) as formatter:
        formatter.format([context("Blank2000")])
        (old,) = (tmp_path / "answers").rglob("*.json")
        os.utime(old, (0, 0))
        formatter.format([context("Clark2001")])
    assert not old.exists()
    assert len(list((tmp_path / "answers").rglob("*.json"))) == 1


def test_inlines_survive_json() -> None:
    inlines = (
        Text("a"),
        Span("emphasis", (Text("b"), Span("plain", (Text("c"),)))),
        Link("http://a.example", (Text("d"),)),
        CiteLink("k", (Text("e"), NoteNumber(3))),
    )
    assert from_json(to_json(inlines)) == inlines
    assert plain_text(inlines) == "abcde3"


WRONG = ("5", "{}", "[]", '"x"', "[[]]", "null", "true", '{"blocks": 5}', '{"blocks": [[]]}', '{"blocks": [{"t": "Para", "c": [5]}]}',
         '[{"id": 5, "author": 5, "title": {}}]', '[{"id": "k0", "author": [5], "publisher": [[]]}]', "[5]", "[" * 5000)  # fmt: skip
"""Answers that are no document and no list of entries."""


@pytest.mark.parametrize("answer", WRONG)
def test_an_answer_of_the_wrong_shape_loses_no_citation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("@book{k, author={Fox, Ann}, title={Sea}, publisher={P}, year=2001}")
    monkeypatch.setattr("sphinxext_eir.csl.children._exchange", lambda *_: f"+{answer}\n".encode())
    source = read_source(path)
    source.items(["k"])
    with Formatter() as formatter:
        [formatted] = formatter.format([context("Blank2000")])
    assert "Blank" in plain_text(formatted.citations[0].text)
    assert formatted.plain


@pytest.mark.parametrize("value", [[], {}, 5, "x", {"a": 5}, {"a": [{}, []]}, {"about": [], "version": []}])
def test_a_kept_file_that_was_changed_is_not_read(tmp_path: Path, value: object) -> None:
    file = tmp_path / "kept.json"
    write_json(file, value)
    assert read_json(file) == value
    written = file.read_bytes()
    assert json.loads(written)[1] == value
    for changed in (
        json.dumps(value).encode(),
        written.replace(b":5", b":6") + b" ",
        written[:-2] + b"0]",
        b"",
    ):
        file.write_bytes(changed)
        assert read_json(file) is None
