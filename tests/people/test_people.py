"""People: one spelling of a name, a biography, and a page for each, never stale."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.builders.html import StandaloneHTMLBuilder
from support.axe import run_axe
from support.sphinx_project import (
    Project,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
)

from sphinxext_eir.core import made_pages
from sphinxext_eir.text import people as people_read

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.sphinx_project import Build

BASE = "https://example.org/"
PEOPLE: dict[str, Any] = {
    "lindqvist": {
        "name": {"given": "Mara", "family": "Lindqvist"},
        "orcid": "0000-0002-1825-0097",
        "affiliation": "University of Northport",
        "biography": 'Teaches the "history" of harbours. *Tide Tables* (2020) is her first book.',
        "links": {"Home page": "https://mara.example/"},
    },
    "brandt": {"name": "Ola Brandt", "biography": "Ola Brandt edits this journal.\n\nHe lives by the sea."},
}


def article(title: str, author: str, *, about: str = ".. eir:about-author::\n", fields: str = "") -> str:
    return f"{title}\n{'=' * 20}\n\n.. eir:article::\n   :author: {author}\n   :date: 2024-03-01\n{fields}\nText.\n\n{about}"


SOURCES = {
    "tides.rst": article("Tides", "lindqvist; Brandt, Ola"),
    "quays.md": "---\nauthor: [Mara Lindqvist]\ndate: 2024-04-01\n---\n# Quays\n\n```{eir:article}\n```\n\nText.\n\n"
    "```{eir:about-author}\n```\n",
    "draft.rst": article("Draft", "brandt", fields="   :status: draft\n"),
    "guest.rst": article("Guest", "Per Lund", about=""),
}


@pytest.fixture
def journal(project: Project) -> Project:
    project.settings |= {"eir_people": "people.json", "html_baseurl": BASE}
    put(project, PEOPLE)
    return project.write(SOURCES)


def put(project: Project, people: dict[str, Any]) -> None:
    (project.root / "people.json").write_text(json.dumps(people, indent=1), encoding="utf-8")


def changed(key: str, **values: Any) -> dict[str, Any]:
    return PEOPLE | {key: PEOPLE[key] | values}


# Bylines and biographies


def test_bylines_have_one_spelling_and_lead_to_the_pages(journal: Project) -> None:
    build = journal.build()
    assert build.warnings == []
    links = build.page("tides").select(".eir-byline a")
    assert [(link.text, link["href"]) for link in links] == [
        ("Mara Lindqvist", "people/lindqvist.html"),
        ("Ola Brandt", "people/brandt.html"),
    ]
    assert build.page("guest").select(".eir-byline a") == []
    assert 'name="citation_author" content="Lindqvist, Mara"' in build.read("tides.html")
    assert f'"url": "{BASE}people/lindqvist.html"' in build.read("tides.html")


def test_a_biography_that_is_not_typed_is_the_projects(journal: Project) -> None:
    build = journal.build()
    said = [line.text for line in build.page("tides").select(".eir-about-author p:not(.eir-dash)")]
    assert said == [
        "Mara Lindqvist. Teaches the “history” of harbours. Tide Tables (2020) is her first book.",
        "Ola Brandt edits this journal.",
        "He lives by the sea.",
    ]
    assert build.page("quays").select_one(".eir-about-author em").text == "Tide Tables"


@pytest.mark.parametrize("builder", ["text", "latex", "epub"])
def test_other_formats_have_names_and_biographies(journal: Project, builder: str) -> None:
    build = journal.build(builder)
    assert build.warnings == []
    files = [path for path in build.out.rglob("*") if path.suffix in {".txt", ".tex", ".xhtml"}]
    said = " ".join(" ".join(path.read_text(encoding="utf-8") for path in files).split())
    assert "is her first book" in said
    assert "people/lindqvist" not in said
    assert not (build.out / "people").exists()


def test_what_is_unknown_is_named(journal: Project) -> None:
    put(journal, PEOPLE | {"lund": {"name": "Per Lundt", "portrait": "none.jpg"}})
    journal.write(
        {
            "quays.md": "---\nauthor: Nobody At All\n---\n# Quays\n\n```{eir:article}\n```\n\n```{eir:about-author}\n```\n"
        }
    )
    warnings = sorted(journal.build().warnings)
    assert [line.partition(": ")[0] for line in warnings] == ["guest.rst:5", "people.json:18", "quays.md:9"]
    assert "eir:about-author is empty: write the biography below it, or give the author one" in warnings[2]
    assert "nobody is called 'Per Lund'; did you mean 'Per Lundt' (lund)?" in warnings[0]
    assert "lund: portrait: there is no file 'none.jpg' in the project [eir.people]" in warnings[1]


@pytest.mark.parametrize("text", ["{", "[]", '{"a": 1, "a": {}}', '{"a": {"name": {}}}'])
def test_a_file_that_cannot_be_read_costs_a_warning(journal: Project, text: str) -> None:
    (journal.root / "people.json").write_text(text, encoding="utf-8")
    build = journal.build()
    assert any(line.endswith("[eir.people]") for line in build.warnings)
    assert build.page("guest").select_one(".eir-byline").text.startswith("Per Lund")


# Pages


def test_a_page_has_the_person_and_the_articles(journal: Project) -> None:
    build = journal.build()
    page = build.page("people/lindqvist")
    assert page.select_one("h1").text.startswith("Mara Lindqvist")
    assert page.select_one(".eir-person .eir-affiliation").text == "University of Northport"
    assert [link["href"] for link in page.select(".eir-person-links a")] == [
        "https://orcid.org/0000-0002-1825-0097",
        "https://mara.example/",
    ]
    listed = [(link.text, link["href"]) for link in page.select(".eir-article-list .eir-title a")]
    assert listed == [("Quays", "../quays.html"), ("Tides", "../tides.html")]
    (data,) = (json.loads(script.string) for script in page.select("script[type='application/ld+json']"))
    assert data["mainEntity"]["url"] == f"{BASE}people/lindqvist.html"
    assert page.select_one("link[type='application/atom+xml']")["href"] == "lindqvist.atom"
    assert "<title>Tides</title>" in build.read("people/lindqvist.atom")
    assert [link.text for link in build.page("people/brandt").select(".eir-title a")] == ["Tides"]
    assert '"people/lindqvist"' in build.read("searchindex.js")


def test_a_page_of_their_own_replaces_it(journal: Project) -> None:
    journal.write({"people/lindqvist.rst": ":orphan:\n\nMara\n====\n\nBy hand.\n"})
    build = journal.build()
    assert build.warnings == []
    assert "By hand." in build.read("people/lindqvist.html")
    assert build.page("tides").select_one(".eir-byline a")["href"] == "people/lindqvist.html"


def test_each_of_several_authors_is_shown(journal: Project) -> None:
    for name in ("mara.svg", "ola.svg", "both.svg"):
        (journal.root / name).write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    people = changed("lindqvist", portrait="mara.svg")
    put(journal, people | {"brandt": PEOPLE["brandt"] | {"portrait": "ola.svg"}})
    shown = journal.build().page("tides").select(".eir-about-author img")
    assert [image["src"] for image in shown] == ["_images/mara.svg", "_images/ola.svg"]
    journal.write({"tides.rst": SOURCES["tides.rst"].rstrip() + "\n   :picture: both.svg\n"})
    shown = journal.build().page("tides").select(".eir-about-author img")
    assert [image["src"] for image in shown] == ["_images/both.svg"]


def test_a_portrait_is_shown_on_both(journal: Project) -> None:
    (journal.root / "mara.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    put(journal, changed("lindqvist", portrait="mara.svg"))
    build = journal.build("dirhtml")
    image = build.page("people/lindqvist/index").select_one("img.eir-person-portrait")
    assert (image["alt"], image["src"]) == (
        "Portrait of Mara Lindqvist",
        "../../_static/eir-people/lindqvist.svg",
    )
    assert (build.out / "_static/eir-people/lindqvist.svg").exists()
    assert build.page("tides/index").select_one("img.eir-portrait")["alt"] == ""
    put(journal, PEOPLE)
    assert not (journal.build("dirhtml").out / "_static/eir-people/lindqvist.svg").exists()


# Never stale

EDITS: list[dict[str, Any]] = [
    changed("lindqvist", biography="Sails."),
    changed("lindqvist", name="Mara Berg"),
    changed("lindqvist", name="Mara Berg", also=["Mara Lindqvist"]),
    changed("brandt", links={"Blog": "https://b.example/"}),
    {"brandt": PEOPLE["brandt"]},
    PEOPLE | {"lund": {"name": "Per Lund"}},
    {},
    PEOPLE,
]


def pages(out: Path) -> dict[str, Any]:
    """Return what pages and feeds say, and which pages the search finds: Sphinx's index of edited pages has more words than a new one."""
    index = json.loads(re.fullmatch(r"Search\.setIndex\((.*)\)", read(out / "searchindex.js"), re.DOTALL)[1])
    found = {
        path.relative_to(out).as_posix(): read(path)
        for path in out.rglob("*")
        if path.suffix in {".html", ".atom"}
    }
    return found | {"search": dict(zip(index["docnames"], index["titles"], strict=True))}


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_any_sequence_of_edits_ends_as_a_fresh_build_does(journal: Project) -> None:
    journal.build()
    for number, people in enumerate(EDITS):
        put(journal, people)
        edited, fresh = journal.build(), journal.build(out="fresh")
        assert pages(edited.out) == pages(fresh.out), number
        shutil.rmtree(fresh.out.parent)


def test_two_outputs_share_what_was_read(journal: Project, tmp_path: Path) -> None:
    trees = tmp_path / "trees"
    for people in (PEOPLE, changed("lindqvist", biography="Sails.")):
        put(journal, people)
        for builder in ("html", "dirhtml"):
            build = journal.build(builder, doctrees=trees)
            fresh = journal.build(builder, out=f"fresh-{builder}")
            assert pages(build.out) == pages(fresh.out)
            shutil.rmtree(fresh.out.parent)


def test_an_output_writes_again_an_article_whose_people_are_gone(journal: Project, tmp_path: Path) -> None:
    trees = tmp_path / "trees"
    for settings in ({}, {"eir_people": None}):
        journal.build("html", doctrees=trees, **settings)
        text = journal.build("text", doctrees=trees, **settings)
    fresh = journal.build("text", out="fresh", eir_people=None)
    assert read(text.out / "draft.txt") == read(fresh.out / "draft.txt")


def test_an_edit_of_a_biography_reads_no_more_than_its_articles(journal: Project) -> None:
    journal.build()
    put(journal, changed("brandt", biography="Ola Brandt sails."))
    status = journal.build().status
    assert "0 added, 2 changed, 0 removed" in status  # tides and draft


def test_the_contents_beside_the_page_are_sphinxs_own(
    journal: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are made once for the pages of a folder; made for each of them, they are the same, byte for byte."""
    settings = {"html_theme": "alabaster", "eir_subjects": ["keywords"]}
    asked: list[str] = []
    own = StandaloneHTMLBuilder._get_local_toctree

    def counted(self: StandaloneHTMLBuilder, docname: str, *args: Any, **options: Any) -> str:
        asked.append(docname)
        return own(self, docname, *args, **options)

    monkeypatch.setattr(StandaloneHTMLBuilder, "_get_local_toctree", counted)
    shared = journal.build(**settings)
    assert len([page for page in asked if page.startswith("people/")]) == 1
    monkeypatch.setattr(made_pages.MadePages, "share_contents", lambda *_arguments: None)
    each = journal.build(out="each", **settings)
    pages = sorted(path.relative_to(each.out) for path in each.out.glob("people/*.html"))
    assert len(pages) > 1
    for page in pages:
        assert (shared.out / page).read_bytes() == (each.out / page).read_bytes()


def test_a_build_without_news_indexes_no_page_again(
    journal: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the first build after a fresh one, words of these pages alone are left in Sphinx's index, and lead nowhere."""
    index = journal.build().read("searchindex.js")
    assert '"harbour"' in index
    indexed: list[str] = []
    monkeypatch.setattr(StandaloneHTMLBuilder, "index_page", lambda _self, name, *_rest: indexed.append(name))
    assert journal.build().read("searchindex.js") == index
    assert indexed == []


def test_a_file_that_has_not_changed_is_not_read_again(
    journal: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.build()
    monkeypatch.delattr(people_read, "read_people")
    journal.write({"guest.rst": article("Guest", "Mara Lindqvist", about="")})
    build = journal.build()
    assert build.warnings == []
    assert build.page("guest").select_one(".eir-byline a")["href"] == "people/lindqvist.html"


def test_what_is_wrong_with_a_file_is_said_in_each_build(journal: Project) -> None:
    portrait = journal.root / "mara.svg"
    portrait.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    put(journal, changed("lindqvist", portrait="mara.svg"))
    assert journal.build().warnings == []
    portrait.unlink()
    for _ in range(2):
        (warning,) = journal.build().warnings
        assert "there is no file 'mara.svg'" in warning


def test_people_who_come_back_are_found_again(journal: Project) -> None:
    for people_again in ({}, {"eir_people": None}, {}):
        build = journal.build(**people_again)
        assert bool(build.page("tides").select(".eir-byline a")) is not bool(people_again)


def test_laws(journal: Project) -> None:
    assert_resolving_twice_gives_equal_trees(journal.build())
    journal.write({"plain.rst": "Plain\n=====\n", "other.rst": "Other\n=====\n"})
    assert_parallel_equals_serial(journal)


@pytest.mark.parametrize("theme", ["eir", "furo", "pydata_sphinx_theme", "sphinx_rtd_theme", "alabaster"])
def test_a_page_stands_in_any_theme(journal: Project, theme: str) -> None:
    pytest.importorskip(theme, reason=f"{theme} is not installed") if theme not in {
        "eir",
        "alabaster",
    } else None
    build: Build = journal.build(html_theme=theme)
    assert build.warnings == []
    assert build.page("people/brandt").select_one("h1").text.startswith("Ola Brandt")


@pytest.mark.browser
def test_a_page_is_accessible(journal: Project, page: Page) -> None:
    build = journal.build(html_theme="eir")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto((build.out / "people/lindqvist.html").as_uri())
        results = run_axe(page, None)
        assert results.violations_count == 0, results.generate_report()
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_build_without_changes_keeps_the_pages_in_the_search_and_one_without_a_person_takes_it_out(
    journal: Project,
) -> None:
    before = journal.build().read("searchindex.js")
    assert '"people/lindqvist"' in before
    assert journal.build().read("searchindex.js") == before
    put(journal, {"brandt": PEOPLE["brandt"]})
    after = journal.build().read("searchindex.js")
    assert '"people/lindqvist"' not in after
    assert '"people/brandt"' in after
