"""Notes in the reader view of a browser, by Mozilla's Readability, which Firefox has: the words of the essay, and no others."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.paths import TESTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.sphinx_project import Project

PARAGRAPH = "Nobody is born with it,{a} and nobody dies of it. The harbour of Ostwick was deep;{b} and the ships came early.{a}\n\n"
ESSAYS = {
    "index.rst": "The Pier\n========\n\n.. eir:article::\n   :author: Nadia Quill\n\n"
    + PARAGRAPH.format(a="\\ [#a]_", b="\\ :eir:note:`Twelve fathoms.`") * 8
    + ".. [#a] As every child shows.\n",
    "index.md": "# The Pier\n\n```{eir:article}\n:author: Nadia Quill\n```\n\n"
    + PARAGRAPH.format(a="[^a]", b="{eir:note}`Twelve fathoms.`") * 8
    + "[^a]: As every child shows.\n",
}


@pytest.fixture
def reader_view(program: Callable[[str], str]) -> Callable[[str], dict[str, Any]]:
    node, modules = program("node"), os.environ.get("EIR_READABILITY", "")
    if not Path(modules, "@mozilla", "readability").is_dir():
        pytest.skip(
            "EIR_READABILITY does not name a folder with the npm packages @mozilla/readability and jsdom"
        )

    def view(page: str) -> dict[str, Any]:
        command = [node, TESTS / "support" / "readability.js", modules]
        done = subprocess.run(command, input=page, capture_output=True, text=True, check=True)
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return view


@pytest.mark.parametrize("name", ESSAYS)
@pytest.mark.parametrize("theme", ["eir", "furo", "basic"])
def test_the_reader_view_has_the_words_of_the_essay_and_the_labels(
    project: Project, reader_view: Callable[[str], dict[str, Any]], name: str, theme: str
) -> None:
    build = project.write({name: ESSAYS[name]}).build(html_theme=theme)
    view = reader_view(build.read("index.html"))
    words = " ".join(view["text"].split())
    assert not re.search(
        r"\bnotes?\b", words.replace("Notes", "", 1), re.IGNORECASE
    )  # one heading over the list
    said = PARAGRAPH.format(a="", b="").strip()
    assert re.sub(r"\[[ivx]+\]", "", words).count(said) == 8
    essay = words[: words.index("[i] As every child shows.")]
    assert re.findall(r"\[[ivx]+\]", essay)[:4] == ["[i]", "[ii]", "[i]", "[i]"]
    assert len(re.findall(r"\[[ivx]+\]", essay)) == 24
