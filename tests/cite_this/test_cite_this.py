"""``eir:cite-this`` on pages, its files, and its buttons in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.axe import run_axe
from support.citable import LINE, URL
from support.sphinx_project import (
    STOCK_BUILDERS,
    Project,
    assert_incremental_equals_fresh,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
)

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


ESSAY = f"""\
:author: Abit Hoxha
:date: 2012-05-12
:canonical: {URL}
:publisher: E-International Relations
:journal: E-International Relations
:issn: 2053-8626
:license: CC BY-NC 4.0
:keywords: Kosovo, Russia

Russia's Foreign Policy in Kosovo
=================================

.. eir:article::

Text.

Cite this article
-----------------

.. eir:cite-this::
"""


PLAIN = "Plain\n=====\n\nAn API page.\n"


# On the page


def test_the_page_has_the_citation_and_every_format(project: Project) -> None:
    build = project.write({"essay.rst": ESSAY, "plain.rst": PLAIN}).build()
    assert build.warnings == []
    page = build.page("essay")
    (ours,) = page.select(".eir-cite-this")
    assert ours.select_one("p.eir-cite-line").get_text() == LINE
    assert ours.select_one("p.eir-cite-line a")["href"] == URL
    assert [term.get_text() for term in ours.select("dt")] == ["BibTeX", "RIS", "CSL-JSON"]
    for term, suffix in zip(ours.select("dt"), (".bib", ".ris", ".json"), strict=True):
        content = term.find_next_sibling("dd")
        link = content.select_one("a[download]")
        assert link.get_text() == f"Download {term.get_text()}"
        file = (build.out / link["href"]).read_bytes().decode()
        assert link["href"].endswith(suffix)
        assert content.pre.get_text() == file.replace("\r", "").rstrip("\n")
    assert [button.get_text() for button in ours.select("button[hidden]")] == [
        "Copy citation", "Copy BibTeX", "Copy RIS", "Copy CSL-JSON",
    ]  # fmt: skip
    assert ours.select("[id]") == []


def test_the_script_is_on_pages_with_a_citation_alone(project: Project) -> None:
    other = ESSAY.replace(".. eir:cite-this::", "Not here.")
    build = project.write({"essay.rst": ESSAY, "plain.rst": PLAIN, "other.rst": other}).build()
    assert len(build.page("essay").select("script[src*='eir-copy.js']")) == 1
    assert build.page("essay").select("script[src*='eir.js']") == []  # no notes, no previews
    for name in ("plain", "other", "index"):
        assert build.page(name).select("script[src*=eir]") == []


def test_formats_are_tabs_where_there_are_tabs(project: Project) -> None:
    extensions = ["sphinxext_eir", "myst_parser", "sphinx_design"]
    build = project.write({"essay.rst": ESSAY}).build(extensions=extensions)
    assert build.warnings == []
    tabs = build.page("essay").select_one(".eir-cite-this > .sd-tab-set")
    assert [label.get_text().strip() for label in tabs.select("label.sd-tab-label")] == [
        "BibTeX",
        "RIS",
        "CSL-JSON",
    ]
    assert len(tabs.select("input[type=radio]")) == len(tabs.select(".sd-tab-content pre")) == 3
    assert_resolving_twice_gives_equal_trees(build)
    typed = "\n.. tab-set::\n\n   .. tab-item:: One\n\n      Text.\n"
    page = project.write({"essay.rst": ESSAY + typed}).build(extensions=extensions).page("essay")
    ids = [tab["id"] for tab in page.select("input[type=radio]")]
    assert len(ids) == len(set(ids)) == 4


def test_a_title_that_runs_the_other_way_keeps_to_itself(project: Project) -> None:
    source = ESSAY.replace("Russia's Foreign Policy in Kosovo\n", "מדיניות </bdi><script>\n")
    line = project.write({"essay.rst": source}).build().page("essay").select_one(".eir-cite-line")
    assert line.select_one("bdi").get_text() == "מדיניות </bdi><script>"


def test_without_a_canonical_address_it_is_the_pages(project: Project) -> None:
    source = ESSAY.replace(f":canonical: {URL}\n", "")
    project.write({"essay.rst": source})
    base = "https://essays.example"
    line = project.build("dirhtml", html_baseurl=base).page("essay/index").select_one(".eir-cite-line")
    assert line.a["href"] == f"{base}/essay/"
    assert project.build().page("essay").select(".eir-cite-line a") == []


def test_search_does_not_find_the_formats(project: Project) -> None:
    index = project.write({"essay.rst": ESSAY}).build().read("searchindex.js")
    assert "2053" not in index


@pytest.mark.parametrize("builder", STOCK_BUILDERS)
def test_every_builder_builds_without_a_warning(project: Project, builder: str) -> None:
    build = project.write({"essay.rst": ESSAY, "plain.rst": PLAIN}).build(builder)
    assert [line for line in build.warnings if "epub" not in line] == []


@pytest.mark.parametrize(
    ("builder", "output"),
    [("epub", "essay.xhtml"), ("latex", "essays.tex"), ("text", "essay.txt"), ("man", "essays.1"), ("texinfo", "essays.texi"), ("xml", "essay.xml")],
)  # fmt: skip
def test_other_formats_have_the_citation_in_words_alone(project: Project, builder: str, output: str) -> None:
    build = project.write({"essay.rst": ESSAY}).build(builder)
    text = " ".join(build.read(output).split())
    assert "May 12 2012, E" in text
    for word in ("@article", "TY  -", "Copy RIS", "Download", "container-title"):
        assert word not in text
    assert list(build.out.rglob("eir-citations")) == []


def test_a_builder_nobody_knows_is_given_docutils_own_nodes_alone(project: Project) -> None:
    build = project.write({"essay.rst": ESSAY}).build(
        "plain", extensions=["sphinxext_eir", "support.plain_builder"]
    )
    assert build.warnings == []
    assert "May 12 2012" in build.read("essay.plain")


def test_gettext_has_nothing_of_it(project: Project) -> None:
    catalogue = project.write({"essay.rst": ESSAY}).build("gettext").read("essay.pot")
    assert "May 12" not in catalogue


def test_a_document_without_an_article_has_nothing_to_cite(project: Project) -> None:
    build = project.write({"plain.rst": PLAIN + "\n.. eir:cite-this::\n"}).build()
    assert build.warnings == [
        "plain.rst:6: WARNING: eir:cite-this has nothing to cite: the document has no eir:article with a title "
        "[eir.article]"
    ]
    assert build.page("plain").select("[class*=eir-]") == []


# Files


def files(out: Path) -> dict[str, str]:
    folder = out / "_downloads" / "eir-citations"
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize(("builder", "page"), [("html", "deep/essay é"), ("dirhtml", "deep/essay é/index"), ("singlehtml", "index")])  # fmt: skip
def test_links_lead_to_the_files(project: Project, builder: str, page: str) -> None:
    from urllib.parse import unquote

    build = project.write({"deep/essay é.rst": ESSAY}).build(builder)
    links = build.page(page).select(".eir-cite-this a[download]")
    assert len(links) == 3
    for link in links:
        assert ((build.out / page).parent / unquote(link["href"])).resolve().is_file()


def test_files_of_what_is_gone_are_gone(project: Project) -> None:
    project.write(
        {"a/essay.rst": ESSAY, "b.rst": ESSAY, "index.rst": "I\n=\n\n.. toctree::\n   :glob:\n\n   **\n"}
    )
    first = project.build()
    assert len(files(first.out)) == 6
    before = {path: path.stat().st_mtime_ns for path in first.out.rglob("*.ris")}
    (project.root / "a" / "essay.rst").unlink()
    second = project.build()
    assert set(files(second.out)) == {"b.bib", "b.ris", "b.json"}
    assert not (second.out / "_downloads" / "eir-citations" / "a").exists()
    kept = second.out / "_downloads" / "eir-citations" / "b.ris"
    assert kept.stat().st_mtime_ns == before[kept]
    project.write({"b.rst": PLAIN})
    third = project.build()
    assert not (third.out / "_downloads" / "eir-citations").exists()


def test_incremental_equals_fresh(project: Project) -> None:
    project.write({"essay.rst": ESSAY, "plain.rst": PLAIN})
    build = assert_incremental_equals_fresh(project, {"essay.rst": ESSAY.replace("Abit", "Abite")})
    assert files(build.out) == files(build.out.parent.parent / "fresh" / "output")
    assert "Hoxha, Abite" in files(build.out)["essay.ris"]


def test_parallel_equals_serial(project: Project) -> None:
    project.settings["extensions"] = ["sphinxext_eir", "sphinx_design"]
    project.write({f"essay{number}.rst": ESSAY.replace("2012", f"20{number:02}") for number in range(12)})
    assert_parallel_equals_serial(project)


def test_resolving_twice_gives_equal_trees(project: Project) -> None:
    project.write({"essay.rst": ESSAY, "plain.rst": PLAIN})
    for builder in ("html", "epub", "latex", "text"):
        assert_resolving_twice_gives_equal_trees(project.build(builder))


# In a browser


def open_essay(project: Project, page: Page, **settings: object) -> None:
    build = project.write({"essay.rst": ESSAY}).build(**settings)
    page.goto((build.out / "essay.html").as_uri())


def test_a_button_copies_by_keyboard_and_says_so(project: Project, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_essay(project, page)
    button = page.get_by_role("button", name="Copy RIS")
    button.focus()
    page.keyboard.press("Enter")
    status = page.get_by_role("status").filter(has_text="Copied")
    status.wait_for()
    assert status.count() == 1
    copied = page.evaluate("navigator.clipboard.readText()").replace("\r", "")
    assert copied.startswith("TY  - JOUR\nID  - hoxha2012russias\n")
    assert copied.endswith("\nER  - ")
    page.get_by_role("button", name="Copy citation").press("Space")
    page.wait_for_function("[...document.querySelectorAll('[role=status]')][0].textContent === 'Copied'")
    assert page.get_by_role("status").filter(has_text="Copied").count() == 1
    assert page.evaluate("navigator.clipboard.readText()") == LINE


def test_where_nothing_may_be_copied_it_is_selected(project: Project, page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        "Document.prototype.execCommand = () => false;"
    )
    open_essay(project, page)
    page.get_by_role("button", name="Copy BibTeX").click()
    assert page.evaluate("getSelection().toString()").startswith("@article{hoxha2012russias,")
    page.wait_for_timeout(100)
    assert page.get_by_role("status").filter(has_text="Copied").count() == 0


def test_without_a_script_there_is_text_and_no_dead_button(project: Project, page: Page) -> None:
    context = page.context.browser.new_context(offline=True, java_script_enabled=False)
    bare = context.new_page()
    open_essay(project, bare, html_theme="furo")
    assert bare.locator(".eir-copy").count() == 4
    assert not any(button.is_visible() for button in bare.locator(".eir-copy").all())
    assert bare.locator("pre.eir-copied").first.is_visible()
    context.close()


@pytest.mark.parametrize("extensions", [["sphinxext_eir"], ["sphinxext_eir", "sphinx_design"]])
def test_axe_finds_nothing(project: Project, page: Page, extensions: list[str]) -> None:
    open_essay(project, page, html_theme="furo", extensions=extensions)
    results = run_axe(page, context={"include": [[".eir-cite-this"]]})
    assert results.violations_count == 0, results.generate_report()


def test_what_is_typed_below_the_directive_is_kept(project: Project) -> None:
    source = (
        "Title\n=====\n\n.. eir:article::\n   :author: Jane Doe\n\n.. eir:cite-this::\n\n   Stray words.\n"
    )
    build = project.write({"essay.rst": source}).build()
    assert build.warnings == [
        "essay.rst:7: WARNING: eir:cite-this takes no content: it is printed before it [eir.config]"
    ]
    assert "Stray words." in build.page("essay").text
