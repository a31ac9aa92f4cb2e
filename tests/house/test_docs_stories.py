"""Every command and example of the documentation is run: each page is a story, and does what it says."""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from conftest import NO_SKIPS
from packaging.requirements import Requirement
from support.beginnings import BEFORE
from support.paths import ROOT
from support.stories import (
    CHECKOUT,
    DOCS,
    PACKAGE,
    Block,
    Story,
    assert_installed,
    blocks_of_docs,
    blocks_of_markdown,
)  # fmt: skip

from sphinxext_eir.core.config import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.program

MARKDOWN = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "RELEASING.md", "SECURITY.md")
TUTORIAL = "tutorial/first-article"

NOT_RUN = {
    "README.md: bash: python3 -m venv": "`.ci/run` runs it, word for word, in a clean checkout",
    "CONTRIBUTING.md: console: $ bash .ci/run": "it is what runs these tests",
    "CONTRIBUTING.md: console: $ python3 -m venv": "`.ci/run` runs all tests, these among them",
    "CONTRIBUTING.md: console: $ pytest tests/notes": "`.ci/run` runs each of its commands",
    "CONTRIBUTING.md: console: $ nox": "`.ci/run` runs these sessions",
    "CONTRIBUTING.md: console: $ pip install -e '.[mutation]'": "it takes hours",
    "CONTRIBUTING.md: console: $ pip install -e '.[fuzz]'": "`tests/house/test_fuzz.py` runs the program, for less long",
    "CONTRIBUTING.md: console: $ pip install -e '.[test]' rinohtype": "it makes what `tests/house/test_gallery.py` looks at",
    "RELEASING.md: console: $ bash .ci/run": "it is what runs these tests",
    "RELEASING.md: console: $ rm -rf dist": "`.ci/run` runs each of its commands",
    "RELEASING.md: console: $ python3 -m venv": "it needs the wheel; `nox -s bare` does the same",
    "RELEASING.md: console: $ git tag": "it publishes",
}
"""How a block begins → why no test runs it."""


def sources() -> list[str]:
    found = (path.relative_to(DOCS) for suffix in ("rst", "md") for path in DOCS.rglob(f"*.{suffix}"))
    return sorted(
        path.with_suffix("").as_posix() for path in found if path.parts[0] not in {"snippets", "_build"}
    )


@pytest.fixture(scope="session")
def blocks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Block]]:
    """Return the blocks of every page, in order."""
    out = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "dummy", DOCS, out, "-d", out / "doctrees"]
    subprocess.run(command, check=True)
    read: dict[str, list[Block]] = {page: [] for page in (*sources(), *MARKDOWN)}
    for block in blocks_of_docs(out / "doctrees"):
        read[block.page].append(block)
    for name in MARKDOWN:
        read[name] += blocks_of_markdown(name)
    return read


def tell(blocks: list[Block], story: Story) -> None:
    for block in blocks:
        if not str(block).startswith(tuple(NOT_RUN)):
            story.tell(block)
    story.end()


@pytest.mark.parametrize("page", [page for page in (*sources(), *MARKDOWN) if page != TUTORIAL])
def test_a_page_does_what_it_says(page: str, tmp_path: Path, blocks: dict[str, list[Block]]) -> None:
    story = Story(tmp_path / "story")
    if page in BEFORE:
        BEFORE[page](story.folder)
    tell(blocks[page], story)


def test_the_tutorial_leads_to_a_published_article(
    tmp_path: Path, blocks: dict[str, list[Block]], program: Callable[[str], str]
) -> None:
    program("git")
    # Where no skips are allowed the tutorial is followed to the letter, with an environment of its own
    story = Story(tmp_path / "story", fresh=bool(os.environ.get(NO_SKIPS)))
    host = tmp_path / "essays.git"
    subprocess.run(["git", "init", "--quiet", "--bare", "-b", "main", host], check=True)
    tell(blocks[TUTORIAL], story)
    clone, out = tmp_path / "clone", tmp_path / "published"
    subprocess.run(["git", "clone", "--quiet", host, clone], check=True)
    assert not (clone / "_build").exists()
    story.follow_read_the_docs(clone, out)
    page = BeautifulSoup(
        (out / "html" / "the-art-of-waiting.html").read_text(encoding="utf-8"), "html.parser"
    )
    (canonical,) = page.select("link[rel=canonical]")
    assert f"``{canonical['href']}``" in (DOCS / f"{TUTORIAL}.rst").read_text(encoding="utf-8")
    assert page.select_one(".eir-byline").text == "Jane Doe, March 1 2024"
    assert len(page.select(".eir-notes li")) == 2
    assert page.select_one("[role=doc-pullquote]")
    assert page.select_one("a[role=doc-biblioref]").text == "(Wendt 1992: 395)"
    assert (out / "html" / "articles.atom").exists()


def test_what_no_test_runs_is_still_there(blocks: dict[str, list[Block]]) -> None:
    said = [str(block) for read in blocks.values() for block in read]
    assert [start for start in NOT_RUN if not any(block.startswith(start) for block in said)] == []


# What the prose says in passing


def said_in_passing(pattern: str) -> list[str]:
    pages = [*DOCS.glob("*/*.rst"), *DOCS.glob("*/*.md"), *(ROOT / name for name in MARKDOWN)]
    return [
        said
        for page in pages
        for said in re.findall(rf"`({pattern}[^`]*)`", page.read_text(encoding="utf-8"))
    ]


def test_what_the_prose_installs_is_there() -> None:
    commands = said_in_passing("pip install ")
    assert len(commands) >= 3
    for command in commands:
        for word in shlex.split(command)[2:]:
            assert_installed(Requirement(word.replace(CHECKOUT, PACKAGE)))


def test_what_the_prose_sets_can_be_set() -> None:
    checks = {setting.name: setting.check for setting in SETTINGS}
    lines = said_in_passing("eir_[a-z_]+ = ")
    assert len(lines) >= 5
    for line in lines:
        name, value = line.split(" = ", 1)
        given = ast.literal_eval(value)
        assert checks[name](name, given) == (given, [])
