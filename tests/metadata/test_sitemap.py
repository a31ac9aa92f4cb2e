"""The sitemap: the pages that search engines are to find, and no file where somebody else makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.sphinx_project import Build, Project

BASE = "https://example.org/review/"
FILES = {
    "index.rst": "Essays\n======\n\n.. toctree::\n   :glob:\n\n   *\n",
    "tides.rst": "Tides\n=====\n\n.. eir:article::\n   :date: 2024-03-01\n   :updated: 2024-04-02\n\nText.\n",
    "copy.rst": "Copy\n====\n\n.. eir:article::\n   :canonical: https://elsewhere.org/copy/\n\nText.\n",
    "draft.rst": "Draft\n=====\n\n.. eir:article::\n   :status: draft\n\nText.\n",
    "secret.rst": ".. meta::\n   :robots: noindex, nofollow\n\nSecret\n======\n\nText.\n",
}


def pages(build: Build) -> list[tuple[str, ...]]:
    root = ET.parse(build.out / "sitemap.xml").getroot()
    return [tuple(part.text or "" for part in url) for url in root]


def test_pages_for_search_engines_are_listed(project: Project) -> None:
    build = project.write(FILES).build(html_baseurl=BASE)
    assert pages(build) == [(f"{BASE}index.html",), (f"{BASE}tides.html", "2024-04-02")]
    build = project.build("dirhtml", html_baseurl=BASE)
    assert pages(build) == [(BASE,), (f"{BASE}tides/", "2024-04-02")]


def test_a_page_that_is_gone_is_taken_out(project: Project) -> None:
    project.write(FILES).build(html_baseurl=BASE)
    (project.root / "tides.rst").unlink()
    assert pages(project.build(html_baseurl=BASE)) == [(f"{BASE}index.html",)]


@pytest.mark.parametrize("builder", ["epub", "singlehtml", "text"])
def test_other_formats_have_none(project: Project, builder: str) -> None:
    build = project.write(FILES).build(builder, html_baseurl=BASE, epub_show_urls="no")
    assert not list(build.out.rglob("sitemap.xml"))


def test_without_an_address_or_an_article_there_is_none(
    project: Project, make_project: Callable[..., Project]
) -> None:
    assert not (project.write(FILES).build().out / "sitemap.xml").exists()
    other = make_project("other").write({"index.rst": "Title\n=====\n\nText.\n"})
    assert not (other.build(html_baseurl=BASE).out / "sitemap.xml").exists()


def test_a_file_of_somebody_elses_is_left_alone(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.root / "extra").mkdir(parents=True)
    (project.root / "extra" / "sitemap.xml").write_text("<urlset/>", encoding="utf-8")
    build = project.write(FILES).build(html_baseurl=BASE, html_extra_path=["extra"])
    assert build.read("sitemap.xml") == "<urlset/>"
    (tmp_path / "modules").mkdir()
    (tmp_path / "modules" / "sphinx_sitemap.py").write_text("def setup(app):\n    pass\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "modules")
    extensions = ["sphinxext_eir", "sphinx_sitemap"]
    assert not (
        project.build(out="other", html_baseurl=BASE, extensions=extensions).out / "sitemap.xml"
    ).exists()
