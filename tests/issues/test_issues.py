"""Issues: their contents in every format, the way from one article to the next, and their record for machines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support.axe import run_axe
from support.sphinx_project import (
    Project,
    assert_incremental_equals_fresh,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from support.sphinx_project import Build

BASE = "https://example.org/"


def article(title: str, *fields: str) -> str:
    options = "".join(f"   :{field}\n" for field in fields)
    return f"{title}\n{'=' * 20}\n\n.. eir:article::\n{options}\nText.\n"


IN_ISSUE = ("volume: 3", "issue: 1")
SOURCES = {
    "quays.rst": article(
        "Quays", *IN_ISSUE, "author: Ola Brandt", "first-page: 20", "last-page: 31", "kind: essay"
    ),
    "tides.rst": article("Tides", *IN_ISSUE, "author: Doe, Jane; Per Lund", "first-page: 3", "kind: essay"),
    "preface.rst": article("Preface", *IN_ISSUE, "first-page: v", "kind: essay"),
    "book.rst": article(
        "A Book", *IN_ISSUE, "author: Ann Lee", "first-page: 9", "kind: review", "status: retracted"
    ),
    "late.rst": article("Late", *IN_ISSUE, "first-page: 99", "status: draft"),
    "other.rst": article("Other", "volume: 3", "issue: 2", "first-page: 1"),
    "winter.md": "# Winter\n\n```{eir:issue}\n:volume: 3\n:issue: 1\n:title: Harbours\n:date: 2024-03\n\nEdited by *Ann Lee*.\n```\n",
    "list.rst": "List\n====\n\n.. eir:article-list::\n   :volume: 3\n   :issue: 2\n",
}


@pytest.fixture
def journal(project: Project) -> Project:
    project.settings["html_baseurl"] = BASE
    return project.write(SOURCES)


def contents(build: Build) -> list[str]:
    return [
        part.get_text() for part in build.page("winter").select(".eir-issue .eir-title, .eir-issue .rubric")
    ]


def test_the_contents_are_by_kind_in_the_order_of_pages(journal: Project) -> None:
    build = journal.build()
    assert build.warnings == []
    assert contents(build) == ["Essays", "Preface", "Tides", "Quays", "Reviews", "A Book"]
    issue = build.page("winter").select_one(".eir-issue")
    assert issue.select_one(".eir-issue-name").get_text() == "Volume 3, issue 1: Harbours, March 2024"
    assert issue.select_one("time[datetime='2024-03']")
    assert [line.get_text() for line in issue.select("li .eir-byline")] == [
        "pages v", "Jane Doe and Per Lund, pages 3", "Ola Brandt, pages 20–31", "Ann Lee, pages 9",
    ]  # fmt: skip
    assert issue.select_one("li .eir-status").text == "Retracted"
    assert "Edited by Ann Lee." in issue.get_text()
    assert [link.text for link in build.page("list").select(".eir-title a")] == ["Other"]


def test_an_article_leads_to_its_neighbours(journal: Project) -> None:
    build = journal.build("dirhtml")
    lines = build.page("tides/index").select(".eir-neighbours > p")
    assert [(line.get_text(), line.a["href"]) for line in lines] == [
        ("Volume 3, issue 1", "../winter/"),
        ("Previous: Preface", "../preface/"),
        ("Next: A Book", "../book/"),
    ]
    assert [line.get_text() for line in build.page("preface/index").select(".eir-neighbours > p")][1:] == [
        "Next: Tides"
    ]
    assert build.page("other/index").select(".eir-neighbours") == []
    assert build.page("late/index").select_one(".eir-neighbours").get_text(strip=True) == "Volume 3, issue 1"


def test_machines_know_the_issue(journal: Project) -> None:
    script = journal.build().page("winter").select_one("script[type='application/ld+json']")
    data = json.loads(script.string)
    assert (data["@type"], data["issueNumber"], data["name"], data["datePublished"]) == (
        "PublicationIssue", "1", "Harbours", "2024-03",
    )  # fmt: skip
    assert data["isPartOf"]["volumeNumber"] == "3"
    assert [part["url"] for part in data["hasPart"]] == [
        f"{BASE}{name}.html" for name in ("preface", "tides", "book", "quays")
    ]


@pytest.mark.parametrize("builder", ["text", "latex", "epub", "man"])
def test_other_formats_print_it(journal: Project, builder: str) -> None:
    build = journal.build(builder, man_pages=[("index", "essays", "", [], 1)])
    assert [line for line in build.warnings if "eir" in line] == []
    files = [path for path in build.out.rglob("*") if path.suffix in {".txt", ".tex", ".xhtml", ".1"}]
    said = " ".join(" ".join(path.read_text(encoding="utf-8") for path in files).split())
    for words in ("Volume 3, issue 1", "Harbours", "Essays", "Reviews"):
        assert words in said
    assert "Previous: " not in said


def test_an_issue_without_articles_or_number_is_named(journal: Project) -> None:
    journal.write(
        {
            "winter.md": "# W\n\n```{eir:issue}\n:volume: 9\n```\n\n```{eir:issue}\n:title: Harbours\n:date: soon\n\nWords.\n```\n"
        }
    )
    build = journal.build()
    said = sorted(build.warnings)
    assert any("eir:issue shows nothing: no article has this volume and issue" in line for line in said)
    assert any(
        "eir:issue needs a volume or an issue, and prints nothing, its title 'Harbours' neither" in line
        for line in said
    )
    assert any("date is 'soon'; allowed: a date in ISO 8601" in line for line in said)
    assert "Words." in build.read("winter.html")


@pytest.mark.parametrize(
    ("pages", "following", "is_named"),
    [("3–9", "8", True), ("3–9", "9", False), ("S3–S9", "S8", True), ("S3–S9", "8", False), ("iii–ix", "8", False), ("3", "3", False),
     ("iii–xi", "ix", True), ("iii–ix", "xi", False), ("V–VIII", "vii", True)],
)  # fmt: skip
def test_pages_that_run_into_those_of_the_next_article_are_named(
    journal: Project,
    pages: str,
    following: str,
    is_named: bool,  # noqa: FBT001 - drawn
) -> None:
    files = {
        "tides.rst": article("Tides", "volume: 7", f"pages: {pages}"),
        "quays.rst": article("Quays", "volume: 7", f"pages: {following}"),
        "winter.md": "# W\n\n```{eir:issue}\n:volume: 7\n```\n",
    }
    said = f"tides.rst: WARNING: pages: {pages} run into 'Quays' (quays), which begins on {following} [eir.article]"
    assert (said in journal.write(files).build().warnings) is is_named


def test_roman_pages_are_in_the_order_of_their_numbers(journal: Project) -> None:
    pages = ("x", "ix", "v", "vi")
    files = {f"{page}.rst": article(page, "volume: 7", f"first-page: {page}") for page in pages}
    build = journal.write({**files, "winter.md": "# W\n\n```{eir:issue}\n:volume: 7\n```\n"}).build()
    assert contents(build) == ["v", "vi", "ix", "x"]


@pytest.mark.parametrize(
    "edit",
    [
        {"tides.rst": article("Ebb", *IN_ISSUE, "first-page: 3", "kind: essay")},
        {"late.rst": article("Late", *IN_ISSUE, "first-page: 4")},
        {"quays.rst": article("Quays", "volume: 4")},
        {"winter.md": "# Winter\n\nNothing.\n"},
        {"book.rst": None},
    ],
)
def test_no_page_is_stale(journal: Project, edit: dict[str, str | None]) -> None:
    assert_incremental_equals_fresh(journal, edit)


@pytest.mark.parametrize("field", ["journal: Harbour Notes", "canonical: https://quays.example/"])
def test_machines_are_told_of_an_edit(journal: Project, field: str) -> None:
    journal.build()
    journal.write({"quays.rst": SOURCES["quays.rst"].replace("\n\nText", f"\n   :{field}\n\nText")})
    assert field.partition(": ")[2] in journal.build().read("winter.html")


def test_an_edit_of_the_text_leaves_the_page_as_it_is(journal: Project) -> None:
    page = journal.build().out / "winter.html"
    before = page.stat().st_mtime_ns
    journal.write({"tides.rst": SOURCES["tides.rst"].replace("Text.", "Ships wait.")})
    assert "Ships wait" in journal.build().read("tides.html")
    assert page.stat().st_mtime_ns == before


def test_laws(journal: Project) -> None:
    assert_resolving_twice_gives_equal_trees(journal.build())
    assert_parallel_equals_serial(journal)


@pytest.mark.browser
def test_the_page_is_accessible(journal: Project, page: Page) -> None:
    build = journal.build(html_theme="eir")
    for name in ("winter", "tides"):
        page.goto((build.out / f"{name}.html").as_uri())
        results = run_axe(page, None)
        assert results.violations_count == 0, results.generate_report()
