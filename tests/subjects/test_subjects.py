"""Subjects: one spelling of a keyword, and a page for each, never stale."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from support.sphinx_project import Project, assert_parallel_equals_serial

from sphinxext_eir.core import subjects
from sphinxext_eir.text.keywords import doubt, file_name, folded, spellings

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://example.org/"


def article(title: str, *fields: str) -> str:
    options = "".join(f"   :{field}\n" for field in fields)
    return f"{title}\n{'=' * 20}\n\n.. eir:article::\n{options}\nText.\n"


SOURCES = {
    "tides.rst": article("Tides", "date: 2024-01-01", "keywords: tide tables; sea", "kind: essay"),
    "ebb.rst": article("Ebb", "date: 2024-02-01", "keywords: tide tables", "kind: review"),
    "flow.rst": article("Flow", "date: 2024-03-01", "keywords: C++; Мо́ре"),
    "draft.rst": article("Draft", "keywords: secrets", "status: draft"),
}


@pytest.fixture
def journal(project: Project) -> Project:
    project.settings |= {
        "eir_subjects": ["keywords", "kinds"],
        "html_baseurl": BASE,
        "eir_article_layout": "journal",
    }
    return project.write(SOURCES)


def pages(out: Path) -> dict[str, str]:
    return {
        path.relative_to(out).as_posix(): path.read_text(encoding="utf-8")
        for path in out.rglob("*")
        if path.suffix in {".html", ".atom"}
    }


def test_a_page_lists_the_articles_of_a_keyword(journal: Project) -> None:
    build = journal.build()
    assert build.warnings == []
    page = build.page("subjects/tide-tables")
    assert page.select_one("h1").text.startswith("tide tables")
    listed = [(link.text, link["href"]) for link in page.select(".eir-title a")]
    assert listed == [("Ebb", "../ebb.html"), ("Tides", "../tides.html")]
    assert page.select_one(".eir-feed a")["href"] == "tide-tables.atom"
    assert "<title>Ebb</title>" in build.read("subjects/tide-tables.atom")
    assert [link.text for link in build.page("subjects/kind-essay").select(".eir-title a")] == ["Tides"]
    assert not list(build.out.glob("subjects/*secret*"))


def test_keywords_at_the_foot_lead_to_it(journal: Project) -> None:
    build = journal.build("dirhtml")
    links = [link["href"] for link in build.page("tides/index").select(".eir-keywords a")]
    assert links == ["../subjects/tide-tables/", "../subjects/sea/"]
    for docname in ("tides", "flow"):
        for link in build.page(f"{docname}/index").select(".eir-keywords a"):
            assert (build.out / docname / unquote(link["href"]) / "index.html").resolve().exists()
    assert build.page("draft/index").select(".eir-keywords a") == []


def test_another_spelling_is_named(journal: Project) -> None:
    journal.write(
        {
            "x.rst": article("X", "keywords: Tide-Tables; seas"),
            "index.rst": "I\n=\n\n.. toctree::\n   :glob:\n\n   *\n",
        }
    )
    build = journal.build()
    first, other = build.warnings
    assert "x.rst:5: WARNING: keywords: 'Tide-Tables' is nearly 'tide tables'" in first
    assert "'seas' is nearly 'sea', which other articles have; give both one spelling [eir.subject]" in other
    assert len(build.page("subjects/tide-tables").select(".eir-title")) == 3


def test_without_the_setting_there_is_nothing(journal: Project) -> None:
    build = journal.build(eir_subjects=[])
    assert not (build.out / "subjects").exists()


def test_edits_end_as_a_fresh_build_does(journal: Project) -> None:
    journal.build()
    for source in (
        {"ebb.rst": article("Ebb", "date: 2024-02-02", "keywords: sea")},
        {"tides.rst": article("Tides", "date: 2024-01-01", "keywords: Tide Tables")},
        {"draft.rst": article("Draft", "keywords: secrets")},
        SOURCES,
    ):
        journal.write(source)
        edited, fresh = journal.build(), journal.build(out="fresh")
        assert pages(edited.out) == pages(fresh.out)
        shutil.rmtree(fresh.out.parent)


def test_parallel_equals_serial(journal: Project) -> None:
    journal.write({"a.rst": "A\n=\n", "b.rst": "B\n=\n", "c.rst": "C\n=\n"})
    assert_parallel_equals_serial(journal)


def test_spellings() -> None:
    spelled = spellings(["Sea", "sea", "sea", "Tide-tables", "tide tables", "history"])
    assert spelled == {"sea": "sea", "tide tables": "Tide-tables", "history": "history"}
    assert [doubt(word, spelled) for word in ("Sea", "seas", "histories", "history", "class")] == [
        "sea",
        "sea",
        "history",
        "",
        "",
    ]


def test_no_two_subjects_have_one_file() -> None:
    words = ["c", "c++", "c#", "a/b", "a b", "a-b", "море", "..", "?", "ß"]
    names = {file_name(folded(word)) for word in words}
    assert len(names) == len({folded(word) for word in words})
    assert file_name("kind essay") != "kind-essay"  # the page of a kind of article
    assert file_name("aux") != "aux"  # a device of Windows
    assert folded("caf\u00e9") == folded("CAFE\u0301")  # one file on macOS
    assert not any(set(name) & set("/.?#") or not name for name in names)


def test_keywords_are_compared_as_often_in_a_large_journal_as_in_a_small_one(
    journal: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    monkeypatch.setattr(subjects, "spellings", lambda keywords: calls.append(1) or spellings(keywords))
    journal.build()
    few = len(calls)
    journal.write({f"more{n}.rst": article(f"More {n}", "keywords: sea; tide tables") for n in range(9)})
    calls.clear()
    journal.build(out="larger")
    assert len(calls) <= few
