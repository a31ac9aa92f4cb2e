"""The layout ``journal``: head and foot of an article, of what it gives and of nothing else."""

from __future__ import annotations

import os
import subprocess
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.axe import run_axe
from support.sphinx_project import (
    Project,
    assert_incremental_equals_fresh,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
)

from sphinxext_eir.features.article_lists.related import Traits, related
from sphinxext_eir.text.reading_time import minutes

if TYPE_CHECKING:
    from collections.abc import Callable

    from bs4 import BeautifulSoup
    from playwright.sync_api import Page

FULL = """\
:author: Mara Lindqvist <https://orcid.org/0000-0002-1825-0097> (University of Northport); John Roe
:date: 2025-02-03
:updated: 2025-03-04
:subtitle: A History
:kind: essay
:doi: 10.5555/hr.1
:license: CC BY 4.0
:keywords: Tides; states
:image: quay.png
:image-alt: A quay
:image-credit: Photograph by Jane Doe

Tide Tables
===========

.. eir:article::

   Harbours kept time.

.. A comment.

Before there were ministries there were tides. {words}

.. eir:about-author::
   :picture: quay.png

   **Mara Lindqvist** waits.

.. eir:bibliography::

   Rasmund, I. (2003) *Waiting*. https://doi.org/10.5555/w
""".format(words="Words. " * 300)

JOURNAL = {
    "index.rst": "Review\n======\n\n.. toctree::\n\n   essays\n   subjects\n",
    "essays.rst": "Essays & More\n=============\n\n.. toctree::\n\n   tides\n   clocks\n   bare\n   queues\n",
    "subjects.rst": "Subjects\n========\n\n.. eir:article-list::\n   :keyword: states\n",
    "tides.rst": FULL,
    "clocks.rst": ":author: Grace Osei\n:keywords: states; Clocks\n\nWhose Clock?\n============\n\n.. eir:article::\n\nText.\n",
    "queues.rst": "Queues\n======\n\n.. eir:article::\n   :doi: 10.5555/q\n\nText.\n\n"
    ".. eir:bibliography::\n\n   Rasmund, I. (2003) *Waiting*, again. https://doi.org/10.5555/w\n",
    "bare.rst": "Bare\n====\n\n.. eir:article::\n\nText.\n",
}

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@pytest.fixture
def journal(project: Project) -> Project:
    """Return a journal of essays in the layout."""
    (project.root / "quay.png").write_bytes(PICTURE)
    project.settings |= {"eir_article_layout": "journal", "eir_reading_time": True}
    return project.write(JOURNAL)


def said(page: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(found.text.split()) for found in page.select(selector)]


def test_the_head_says_what_the_article_gives_in_order(journal: Project) -> None:
    build = journal.build()
    assert build.warnings == []
    page = build.page("tides")
    assert said(page, "p.eir-kicker + section > h1") == ["Tide Tables¶"]
    assert said(page, ".eir-kicker, header.eir-article > *") == [
        "Essay",
        "A History",
        "Harbours kept time.",
        "Mara Lindqvist ORCID iD University of Northport John Roe",
        "February 3 2025 · updated March 4 2025 · 2 min read",
        "https://doi.org/10.5555/hr.1 CC BY 4.0",
        "BibTeX RIS CSL-JSON",
        "Photograph by Jane Doe",
    ]
    assert [link["href"] for link in page.select("header.eir-article a")][:3] == [
        "https://orcid.org/0000-0002-1825-0097",
        "https://doi.org/10.5555/hr.1",
        "https://creativecommons.org/licenses/by/4.0/",
    ]
    assert [time["datetime"] for time in page.select(".eir-dates time")] == ["2025-02-03", "2025-03-04"]
    (picture,) = page.select(".eir-picture img")
    assert picture["alt"] == "A quay"
    assert (build.out / picture["src"]).is_file()


def test_what_an_article_does_not_give_is_not_shown(journal: Project) -> None:
    page = journal.build(eir_reading_time=False).page("bare")
    assert said(page, "header.eir-article > *") == ["BibTeX RIS CSL-JSON"]
    assert [part["class"] for part in page.select("footer.eir-foot > *")] == [["eir-fold"]]


def test_formats_are_really_there(journal: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    build = journal.build()
    links = [link["href"] for link in build.page("tides").select(".eir-formats a")]
    assert [link.rpartition(".")[2] for link in links] == ["bib", "ris", "json"]
    assert all((build.out / link).is_file() for link in links)
    monkeypatch.setattr(
        "sphinxext_eir.features.article.journal.has_pdf", lambda _builder, docname: docname == "tides"
    )
    again = journal.build(out="with_pdf")
    assert said(again.page("tides"), ".eir-formats li") == ["PDF", "BibTeX", "RIS", "CSL-JSON"]
    assert again.page("tides").select_one(".eir-formats a")["href"] == "tides.pdf"
    assert "PDF" not in said(again.page("bare"), ".eir-formats li")


def test_over_an_article_of_no_special_kind_stands_its_section(journal: Project) -> None:
    build = journal.build()
    (link,) = build.page("clocks").select(".eir-kicker a")
    assert (link.text, link["href"]) == ("Essays & More", "essays.html")
    journal.write({"essays.rst": JOURNAL["essays.rst"].replace("Essays & More", "Long Essays!!")})
    assert said(journal.build().page("clocks"), ".eir-kicker") == ["Long Essays!!"]


def test_the_foot_has_keywords_licence_citation_and_related_articles(journal: Project) -> None:
    page = journal.build().page("tides")
    foot = page.select_one("footer.eir-foot")
    assert foot.parent["id"] == "tide-tables"  # after all of the text, within the article
    assert foot.find_next_sibling() is None
    assert [(link.text, link["href"]) for link in foot.select(".eir-keywords a")] == [
        ("states", "subjects.html")
    ]
    assert said(page, ".eir-keywords li") == ["Tides", "states"]
    assert said(page, ".eir-rights") == ["Licence: CC BY 4.0"]
    assert foot.select_one("details:not([open]) > summary").text == "How to cite"
    assert said(page, ".eir-related .eir-title") == ["Whose Clock?", "Queues"]  # a keyword; a work
    assert said(page, ".eir-portrait") == [""]


def test_a_citation_that_the_author_placed_is_not_said_again(journal: Project) -> None:
    journal.write({"bare.rst": JOURNAL["bare.rst"] + "\n.. eir:cite-this::\n"})
    assert len(journal.build().page("bare").select(".eir-cite-this")) == 1


def test_no_word_of_the_other_layout_is_lost_and_none_is_said_twice(journal: Project) -> None:
    """The byline's words are the head's, but for commas, and each fact is said once in the head."""
    reference = journal.build(out="reference", eir_article_layout="reference").page("tides")
    composed = journal.build().page("tides")

    def words(page: BeautifulSoup) -> Counter[str]:
        for hidden in page.select(".eir-foot, .eir-kicker, .eir-formats, .eir-credit, .headerlink"):
            hidden.extract()
        text = page.select_one("div.body").get_text(" ")
        return Counter("".join(letter if letter.isalnum() else " " for letter in text).split())

    before, after = words(reference), words(composed)
    assert before - after == Counter(["and"])  # between two authors, who stand in a list
    assert after - before == Counter(
        [
            "ORCID",
            "iD",
            "2",
            "min",
            "read",
            "https",
            "doi",
            "org",
            "10",
            "5555",
            "hr",
            "1",
            "CC",
            "BY",
            "4",
            "0",
        ]
    )


def test_feet_keep_the_laws_of_records(journal: Project) -> None:
    assert_resolving_twice_gives_equal_trees(journal.build())
    assert_parallel_equals_serial(journal)
    edits = {
        "clocks.rst": JOURNAL["clocks.rst"].replace("Whose Clock?", "Whose Hours?"),
        "subjects.rst": JOURNAL["subjects.rst"].replace("states", "tides"),
        "queues.rst": None,
        "essays.rst": JOURNAL["essays.rst"].replace("   queues\n", ""),
    }
    assert_incremental_equals_fresh(journal, edits)


def test_the_page_of_an_article_is_written_again_only_if_its_head_or_foot_changes(journal: Project) -> None:
    before = journal.build()
    stamps = {name: (before.out / f"{name}.html").stat().st_mtime_ns for name in ("tides", "queues", "bare")}
    journal.write({"clocks.rst": JOURNAL["clocks.rst"].replace("Whose Clock?", "Whose Hours?")})
    after = journal.build()
    assert said(after.page("tides"), ".eir-related .eir-title")[0] == "Whose Hours?"
    changed = {
        name for name, stamp in stamps.items() if (after.out / f"{name}.html").stat().st_mtime_ns != stamp
    }
    assert changed == {"tides"}


@pytest.mark.parametrize("builder", ["text", "latex", "man"])
def test_other_builders_say_kind_doi_and_licence(journal: Project, builder: str) -> None:
    build = journal.build(
        builder,
        latex_documents=[("index", "x.tex", "X", "Y", "manual")],
        man_pages=[("index", "x", "X", ["Y"], 1)],
    )
    assert build.warnings == []
    written = "".join(
        path.read_text("utf-8") for path in build.out.rglob("*") if path.suffix in (".txt", ".tex", ".1")
    )
    plain = written.replace("\\:", "").replace("{}", "").replace("\\", "").replace("sphinxhyphen", "-")
    assert plain.count("Essay · ") == 1
    assert plain.count("CC BY 4.0") == 1
    assert builder == "man" or "https://doi.org/10.5555/hr.1" in plain  # man marks addresses up
    assert "5555/hr" in plain


def test_an_e_book_has_the_head_without_what_a_page_offers(journal: Project) -> None:
    build = journal.build("epub", epub_show_urls="no")
    assert build.warnings == []
    page = build.page("tides", ".xhtml")
    assert said(page, ".eir-author") == ["Mara Lindqvist ORCID iD", "John Roe"]
    assert page.select(".eir-formats, .eir-foot") == []
    assert (build.out / page.select_one(".eir-picture img")["src"]).is_file()


@pytest.mark.parametrize("theme", ["eir", "furo", "alabaster"])
def test_axe_and_nu_find_nothing(
    journal: Project, page: Page, program: Callable[[str], str], theme: str
) -> None:
    build = journal.build(html_theme=theme, eir_opening="drop-cap")
    page.goto((build.out / "tides.html").as_uri())
    page.locator(".eir-fold summary").click()
    included = [[".eir-kicker"], [".eir-article"], [".eir-foot"], [".eir-about-author"]]
    results = run_axe(page, {"include": included})
    assert results.violations_count == 0, results.generate_report()
    for width in (320, 768, 2560):
        page.set_viewport_size({"width": width, "height": 800})
        outside = page.locator(".eir-article *, .eir-foot *, .eir-kicker").evaluate_all(
            "all => all.filter(e => { const b = e.getBoundingClientRect(); return b.width && (b.left < -1 || b.right > innerWidth + 1); }).length"
        )
        assert outside == 0
    archive = os.environ.get("EIR_VNU_JAR", "")
    if not Path(archive).is_file():
        pytest.skip("EIR_VNU_JAR does not name the Nu validator's vnu.jar")
    body = build.page("tides").select_one("main, [role=main], .body")
    alone = build.out / "alone.html"
    alone.write_text(f'<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>{body}', "utf-8")
    checked = subprocess.run(
        [program("java"), "-jar", archive, "--errors-only", alone],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.stderr == ""


@pytest.mark.parametrize(
    ("opening", "classes"), [("drop-cap", ["eir-drop-cap"]), ("lead-in", ["eir-lead-in"]), ("plain", None)]
)
def test_the_text_opens_as_the_setting_says(
    journal: Project, opening: str, classes: list[str] | None
) -> None:
    build = journal.build(eir_opening=opening)
    first = build.page("tides").find("p", string=lambda text: text and text.startswith("Before"))
    assert first.get("class") == classes
    assert first.text.startswith("Before there were ministries")  # its letters are the text's own


def test_a_drop_cap_is_three_lines_high(journal: Project, page: Page) -> None:
    build = journal.build(html_theme="eir", eir_opening="drop-cap")
    page.goto((build.out / "tides.html").as_uri())
    letter = "e => getComputedStyle(e, '::first-letter').initialLetter"
    assert page.locator(".eir-drop-cap").evaluate(letter).startswith("3")


def test_related_articles_share_what_is_rare_or_cite_one_another() -> None:
    traits = {
        "a": Traits(frozenset({"keyword rare", "keyword common"})),
        "b": Traits(frozenset({"keyword rare", "keyword common"})),
        "c": Traits(frozenset({"keyword common", "doi 1"})),
        "d": Traits(frozenset({"keyword common"}), frozenset({"doi 1"})),
        "e": Traits(frozenset({"keyword alone"})),
    }
    found = related(traits)
    assert found["a"][0] == "b"
    assert found["c"][0] == "d"  # cites it
    assert found["d"][0] == "c"  # is cited by it
    assert "e" not in found
    assert all(docname not in others for docname, others in found.items())
    assert found == related(dict(reversed(traits.items())))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("one", 1),
        ("word " * 238, 1),
        ("word " * 239, 2),
        ("don't stop " * 238, 3),
        ("時は金なり" * 52, 1),
    ],
)
def test_the_time_to_read_a_text(text: str, expected: int) -> None:
    assert minutes(text) == expected
