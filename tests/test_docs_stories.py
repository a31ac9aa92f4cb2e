"""Every command and example of the documentation is run: each page is a story, and does what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from conftest import NO_SKIPS
from seed import ROOT
from stories import DOCS, Block, Story, blocks_of_docs, blocks_of_markdown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MARKDOWN = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
TUTORIAL = "tutorial/first-article"

NOT_RUN = {
    ("README.md", "bash"): "`.ci/run` does, word for word, in a clean checkout",
    ("CONTRIBUTING.md", "bash .ci/run"): "is what runs these tests",
}
"""Page and language, or the command → why no test runs it."""


def sources() -> list[str]:
    found = (path.relative_to(DOCS) for suffix in ("rst", "md") for path in DOCS.rglob(f"*.{suffix}"))
    return sorted(path.with_suffix("").as_posix() for path in found if path.parts[0] not in {"snippets", "_build"})


@pytest.fixture(scope="session")
def blocks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Block]]:
    """Return the blocks of every page, in order."""
    out = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-m", "sphinx", "-qnW", "-b", "dummy", DOCS, out, "-d", out / "doctrees"]
    subprocess.run(command, check=True)
    read: dict[str, list[Block]] = {page: [] for page in (*sources(), *MARKDOWN)}
    for block in blocks_of_docs(out / "doctrees"):
        read[block.page].append(block)
    for name in MARKDOWN:
        read[name] += blocks_of_markdown(name)
    return read


def tell(blocks: list[Block], story: Story) -> None:
    for block in blocks:
        if (block.page, block.language) not in NOT_RUN:
            story.tell(block)
    story.end()


BEFORE: dict[str, Callable[[Path], None]] = {}
"""Page → what is there before its story begins."""


@pytest.mark.parametrize("page", [page for page in (*sources(), *MARKDOWN) if page != TUTORIAL])
def test_a_page_does_what_it_says(page: str, tmp_path: Path, blocks: dict[str, list[Block]]) -> None:
    story = Story(tmp_path / "story")
    if page in BEFORE:
        BEFORE[page](story.folder)
    tell(blocks[page], story)


def test_the_tutorial_leads_to_a_published_article(tmp_path: Path, blocks: dict[str, list[Block]]) -> None:
    # Where no skips are allowed the tutorial is followed to the letter, with an environment of its own
    story = Story(tmp_path / "story", fresh=bool(os.environ.get(NO_SKIPS)))
    host = tmp_path / "essays.git"
    subprocess.run(["git", "init", "--quiet", "--bare", "-b", "main", host], check=True)
    tell(blocks[TUTORIAL], story)
    clone, out = tmp_path / "clone", tmp_path / "published"
    subprocess.run(["git", "clone", "--quiet", host, clone], check=True)
    assert not (clone / "_build").exists()
    story.follow_read_the_docs(clone, out)
    page = BeautifulSoup((out / "html" / "the-art-of-waiting.html").read_text(encoding="utf-8"), "html.parser")
    (canonical,) = page.select("link[rel=canonical]")
    assert f"``{canonical['href']}``" in (DOCS / f"{TUTORIAL}.rst").read_text(encoding="utf-8")
    assert page.select_one(".eir-byline").text == "Jane Doe, March 1 2024"
    assert len(page.select(".eir-notes li")) == 2
    assert page.select_one("[role=doc-pullquote]")
    assert page.select_one("a[role=doc-biblioref]").text == "(Wendt 1992: 395)"
    assert (out / "html" / "articles.atom").exists()


def test_what_no_test_runs_is_still_there(blocks: dict[str, list[Block]]) -> None:
    said = {(block.page, block.language) for read in blocks.values() for block in read}
    said |= {(block.page, typed) for read in blocks.values() for block in read for typed, _ in block.commands}
    assert set(NOT_RUN) <= said
    assert ROOT
