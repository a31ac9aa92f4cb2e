"""Each entry of a file of references comes out, or is named in a warning.

``EIR_TEST_PROJECTS`` says how many projects are built anew.
"""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from support.hostile_projects import BROKEN, LINES, PROJECTS, VALUES
from support.sphinx_project import Project

if TYPE_CHECKING:
    from collections.abc import Callable


pytestmark = [pytest.mark.build, pytest.mark.pandoc, pytest.mark.laws]


@dataclass
class Entry:
    """An entry of a file, with a word of its own."""

    word: str
    key: str
    lines: list[str]


def bib_entry(draw: st.DrawFn, word: str, key: str) -> list[str]:
    pieces = [draw(st.sampled_from(BROKEN)) for _ in range(4)]
    fields = [
        draw(
            st.sampled_from(
                ("title = {{A {} b {} c}},", 'title = "{} {}",', "title = {{{} {}}} # x,", "title = {} {},")
            )
        ).format(word, pieces[0]),
        draw(
            st.sampled_from(("author = {{Doe {}, Jane}},", "author = {{{}}},", "author = {{and and {}}},"))
        ).format(pieces[1]),
        draw(
            st.sampled_from(("date = {{{}}},", "year = 2000, note = {{{}}},", "crossref = {{Blank{}}},"))
        ).format(pieces[2]),
        pieces[3],
    ]
    kept = [fields[0], *draw(st.lists(st.sampled_from(fields[1:]), max_size=3, unique=True))]
    return [
        f"@{draw(st.sampled_from(('book', 'article', 'inbook', 'nosuch')))}{{{key},",
        *(f"  {line}" for line in kept),
        "}",
    ]


def json_item(draw: st.DrawFn, word: str, key: str) -> list[str]:
    item = {"id": key, "title": f"{draw(st.sampled_from(BROKEN))} {word}"}
    item |= draw(
        st.dictionaries(
            st.sampled_from(("type", "author", "issued", "URL", "page", "note", "custom", "")),
            VALUES,
            max_size=4,
        )
    )
    return [json.dumps(item) + ","]


def ris_record(draw: st.DrawFn, word: str, key: str) -> list[str]:
    rest = draw(
        st.lists(st.sampled_from([line for line in LINES if line[:2] not in ("ER", "ID", "TI")]), max_size=5)
    )
    return [
        "TY  - BOOK",
        f"ID  - {key}",
        f"TI  - {draw(st.sampled_from(BROKEN)).strip()} {word}",
        *rest,
        *draw(st.sampled_from((["ER  - "], []))),
    ]


def yaml_item(draw: st.DrawFn, word: str, key: str) -> list[str]:
    title = draw(
        st.sampled_from(
            (
                f"title: x {word}",
                f"title: '{word}",
                f"title: [{word}",
                f"title: {{a: {word}}}",
                f"title: |\n    {word}",
                f"title: *{word}",
            )
        )
    )
    rest = draw(
        st.lists(
            st.sampled_from(
                (
                    "type: book",
                    "issued: 2000-13",
                    "author: [",
                    "author:\n  - family: x",
                    "URL: javascript:x",
                    "issued:\n    year: x",
                )
            ),
            max_size=3,
        )
    )
    return [f"- id: {key}", *(f"  {line}" for line in "\n  ".join((title, *rest)).split("\n  "))]


def xml_record(draw: st.DrawFn, word: str, key: str) -> list[str]:
    rest = draw(
        st.lists(
            st.sampled_from(
                (
                    "<dates><year>99999</year></dates>",
                    "&nosuch;",
                    "<a>",
                    "</b>",
                    "<ref-type/>",
                    "<contributors><authors><author>, ,</author></authors></contributors>",
                    "<![CDATA[x]]>",
                )
            ),
            max_size=3,
        )
    )
    return [
        "<record>",
        f"<label>{key}</label><titles><title>x {word} &amp; y</title></titles>",
        *rest,
        "</record>",
    ]


FORMATS: dict[str, tuple[Callable[[st.DrawFn, str, str], list[str]], str, str]] = {
    "refs.bib": (bib_entry, "", ""),
    "more.json": (json_item, "[", '{"id": "last", "title": "x"}]'),
    "ris.ris": (ris_record, "", ""),
    "csl.yaml": (yaml_item, "references:", ""),
    "end.xml": (xml_record, "<xml><records>", "</records></xml>"),
}


@st.composite
def entries_of_files(draw: st.DrawFn) -> dict[str, list[Entry]]:
    numbers = iter(range(1, 1000))
    return {
        name: [
            Entry(word, key, make(draw, word, key))
            for n in range(5)
            for word, key in [(f"wq{next(numbers)}z", f"{name[0]}{n}")]
        ]
        for name, (make, _, _) in FORMATS.items()
    }


@settings(
    max_examples=PROJECTS or 6,
    derandomize=not PROJECTS,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(entries_of_files())
def test_an_entry_of_a_file_comes_out_or_is_named(files: dict[str, list[Entry]]) -> None:
    with tempfile.TemporaryDirectory(prefix="robust-") as folder:
        project = Project(Path(folder) / "source", {"eir_bibliography_files": list(files)})
        project.root.mkdir()
        places: dict[str, dict[str, range]] = {}
        for name, entries in files.items():
            _, before, after = FORMATS[name]
            lines = [before]
            places[name] = {}
            for entry in entries:
                places[name][entry.word] = range(len(lines) + 1, len(lines) + len(entry.lines) + 1)
                lines += entry.lines
            (project.root / name).write_text(
                "\n".join([*lines, after]), encoding="utf-8", errors="surrogatepass"
            )
        build = project.write(
            {"index.rst": "Title\n=====\n\n.. eir:article::\n\n.. eir:bibliography::\n   :filter: all\n"}
        ).build()
        page = build.read("index.html")
        for name, entries in files.items():
            said = [line for line in build.warnings if line.startswith(name)]
            for entry in entries:
                named = any(re.search(rf"\b{entry.key}\b", line.partition("WARNING")[2]) for line in said)
                pointed = any(
                    line.startswith(f"{name}:{number}:")
                    for line in said
                    for number in places[name][entry.word]
                )
                assert entry.word in page or named or pointed, (entry, said)
