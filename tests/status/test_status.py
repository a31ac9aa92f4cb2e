"""Drafts, articles of dates to come, corrections and retractions: what pages say of them, and who lists them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from support.axe import run_axe
from support.sphinx_project import (
    Project,
    assert_incremental_equals_fresh,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
)

from sphinxext_eir.core.publication import today

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from support.sphinx_project import Build

BASE = "https://example.org/"


def article(title: str, *fields: str, body: str = "Text.") -> str:
    options = "".join(f"   :{field}\n" for field in fields)
    return f"{title}\n{'=' * 20}\n\n.. eir:article::\n{options}\n{body}\n"


SOURCES = {
    "out.rst": article("Out", "date: 2024-03-01"),
    "draft.rst": article("Draft", "date: 2024-03-02", "status: draft"),
    "coming.rst": article("Coming", "date: 2025-06-15"),
    "withdrawn.rst": article("Withdrawn", "date: 2024-01-01", "status: retracted"),
    "corrected.md": "---\ndate: 2024-02-01\ncorrections:\n- 2024-05-01 The treaty is of 1999.\n- date: '2024-04-02'\n  text: A name; "
    "misspelt.\n---\n\n# Corrected\n\n```{eir:article}\n```\n\nText.\n",
    "list.rst": "List\n====\n\n.. eir:article-list::\n",
}


@pytest.fixture
def journal(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    set_day(monkeypatch, 2025, 6, 14)
    project.settings["html_baseurl"] = BASE
    return project.write(SOURCES)


def set_day(monkeypatch: pytest.MonkeyPatch, *day: int) -> None:
    moment = datetime.datetime(*day, 12, tzinfo=datetime.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))


def titles(build: Build) -> list[str]:
    return [link.text for link in build.page("list").select(".eir-title")]


def is_kept_from_search_engines(build: Build, docname: str) -> bool:
    return build.page(docname).select_one("meta[name=robots][content=noindex]") is not None


# What is kept back


def test_drafts_and_dates_to_come_are_in_no_list_and_no_feed(journal: Project) -> None:
    build = journal.build()
    assert build.warnings == []
    assert titles(build) == ["Out", "Corrected", "Withdrawn"]
    feed = build.read("articles.atom")
    assert "Out" in feed
    assert "Coming" not in feed
    assert "Draft" not in feed
    assert build.page("draft").select_one("link[type='application/atom+xml']") is None


def test_their_pages_are_marked_and_kept_from_search(journal: Project) -> None:
    build = journal.build()
    said = {
        name: build.page(name).select_one("p.eir-status") for name in ("draft", "coming", "withdrawn", "out")
    }
    assert said["draft"].text == "Draft. This article has not been published."
    assert said["coming"].text == "Not published yet. Date of publication: June 15 2025."
    assert said["coming"].select_one("time[datetime='2025-06-15']")
    assert said["withdrawn"].text.startswith("Retracted.")
    assert said["out"] is None
    kept = {name: is_kept_from_search_engines(build, name) for name in said}
    assert kept == {"draft": True, "coming": True, "withdrawn": False, "out": False}
    index = build.read("searchindex.js")
    assert '"Out"' in index
    assert '"Coming"' not in index


def test_a_message_says_what_will_appear_when(journal: Project) -> None:
    status = journal.build().status
    assert "coming: the article will appear on 2025-06-15" in status
    assert "draft: the article is a draft" in status
    assert "out: the article" not in status


def test_a_setting_shows_them_in_full(journal: Project) -> None:
    build = journal.build(eir_drafts=True)
    assert titles(build) == ["Coming", "Draft", "Out", "Corrected", "Withdrawn"]
    shown = build.page("list").select(".eir-article-list > li")
    assert [item.select_one(".eir-status") and item.select_one(".eir-status").text for item in shown] == [
        "To be published", "Draft", None, None, "Retracted",
    ]  # fmt: skip
    assert "<title>Draft: Draft</title>" in build.read("articles.atom")
    assert is_kept_from_search_engines(build, "draft")
    assert '"Coming"' in build.read("searchindex.js")


def test_its_day_comes_without_an_edit(journal: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.build()
    set_day(monkeypatch, 2025, 6, 15)
    build, fresh = journal.build(), journal.build(out="fresh")
    assert titles(build)[0] == "Coming"
    for name in ("coming", "list", "articles"):
        suffix = ".atom" if name == "articles" else ".html"
        assert build.read(name + suffix) == fresh.read(name + suffix)
    assert build.page("coming").select_one(".eir-status") is None
    assert '"Coming"' in build.read("searchindex.js")


def test_a_page_that_other_extensions_map_is_left_out_of_the_map(journal: Project) -> None:
    (journal.root.parent / "sitemaps.py").write_text(
        "def setup(app):\n    app.add_config_value('sitemap_excludes', [], '')\n", encoding="utf-8"
    )
    import sys

    sys.path.insert(0, str(journal.root.parent))
    try:
        build = journal.build(extensions=["sphinxext_eir", "myst_parser", "sitemaps"])
    finally:
        sys.path.remove(str(journal.root.parent))
        sys.modules.pop("sitemaps", None)
    assert build.app.config.sitemap_excludes == ["coming.html", "draft.html"]


@pytest.mark.parametrize("epoch", ["", "soon", "1e400", "-1e30"])
def test_a_day_that_is_none_is_today(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert abs((today() - datetime.datetime.now(datetime.UTC).date()).days) <= 1


def test_another_status_is_named(project: Project) -> None:
    (warning,) = project.write({"index.rst": article("A", "status: in press")}).build().warnings
    assert warning.endswith(
        "status: expected one of draft, published, retracted, not 'in press' [eir.article]"
    )


# Corrections


def test_corrections_are_shown_and_in_the_metadata(journal: Project) -> None:
    build = journal.build()
    shown = build.page("corrected").select("header.eir-article .eir-corrections > p")
    assert [line.text for line in shown] == [
        "Correction, April 2 2024: A name; misspelt.",
        "Correction, May 1 2024: The treaty is of 1999.",
    ]
    head = build.read("corrected.html")
    assert '"dateModified": "2024-05-01"' in head
    assert (
        '{"@type": "CorrectionComment", "text": "The treaty is of 1999.", "datePublished": "2024-05-01"}'
        in head
    )
    assert '"creativeWorkStatus": "Retracted"' in build.read("withdrawn.html")
    assert "<updated>2024-05-01T00:00:00Z</updated>" in build.read("articles.atom")


@pytest.mark.parametrize("builder", ["text", "latex", "epub", "eir-jats"])
def test_other_formats_say_it_too(journal: Project, builder: str, request: pytest.FixtureRequest) -> None:
    if builder == "eir-jats":
        request.getfixturevalue("pandoc")
    build = journal.build(builder)
    files = [path for path in build.out.rglob("*") if path.suffix in {".txt", ".tex", ".xhtml", ".xml"}]
    said = " ".join(" ".join(path.read_text(encoding="utf-8") for path in files).split())
    for words in (
        "Retracted",
        "Draft. This",
        "Date of publication",
        "The treaty is of 1999.",
        "A name; misspelt.",
    ):
        assert words in said


# Laws


def test_laws(journal: Project) -> None:
    assert_resolving_twice_gives_equal_trees(journal.build())
    journal.write({"plain.rst": "Plain\n=====\n"})
    assert_parallel_equals_serial(journal)


def test_a_draft_is_published_by_an_edit(journal: Project) -> None:
    build = assert_incremental_equals_fresh(journal, {"draft.rst": article("Draft", "date: 2024-03-02")})
    assert titles(build)[:2] == ["Draft", "Out"]


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["eir", "alabaster", "furo"])
def test_marks_are_accessible(journal: Project, page: Page, theme: str) -> None:
    build = journal.build(html_theme=theme)
    for name in ("draft", "corrected"):
        page.goto((build.out / f"{name}.html").as_uri())
        results = run_axe(page, context={"include": [[".eir-status, .eir-corrections"]]})
        assert results.violations_count == 0, results.generate_report()


def test_an_e_book_leads_to_no_draft_that_it_lacks(journal: Project) -> None:
    words = "See :doc:`draft`, :doc:`what comes <coming>`, :ref:`there <part>` and :doc:`out`."
    part = "\n.. _part:\n\nPart\n----\n\nText.\n"
    journal.write({"draft.rst": SOURCES["draft.rst"] + part, "list.rst": f"List\n====\n\n{words}\n"})
    (journal.root / "index.rst").write_text("Essays\n======\n\n.. toctree::\n\n   out\n   list\n")
    for name in ("withdrawn.rst", "corrected.md", "coming.rst", "draft.rst"):
        path = journal.root / name
        path.write_text(path.read_text() if name.endswith(".md") else ":orphan:\n\n" + path.read_text())
    build = journal.build("epub")
    page = build.page("list.xhtml", "")
    assert [link["href"] for link in page.select("p a.reference")] == ["out.xhtml"]
    assert "See Draft, what comes, there and Out." in page.get_text()
    assert "list: the e-book has no link to draft, which isn't published yet" in build.status
    assert not {"draft.xhtml", "coming.xhtml"} & set(build.app.builder.files)
