"""Lists of articles: what they show, in every builder, and never stale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from support.axe import run_axe
from support.listed import BASE, ESSAYS, PLAIN, article, entries, feed, listing, written
from support.sphinx_project import (
    STOCK_BUILDERS,
    Project,
    assert_incremental_equals_fresh,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from support.sphinx_project import Build


def titles(build: Build, docname: str = "list") -> list[str]:
    return [link.text for link in build.page(docname).select(".eir-article-list .eir-title")]


# What it shows


def test_a_list_shows_articles_alone_the_newest_first(essays: Project) -> None:
    build = essays.build()
    assert build.warnings == []
    assert titles(build) == ["ahead", "Émile", "Zeal & <Zest>", "Bare"]


def test_an_item_has_title_byline_date_and_description(essays: Project) -> None:
    page = essays.build().page("list")
    old = page.select("ul.eir-article-list > li")[2]
    assert old.select_one("p.eir-title a[href='old.html']").text == "Zeal & <Zest>"
    assert old.select_one(".eir-byline").text == "Jane Doe and John Roe, May 12 2012"
    assert old.select_one("time[datetime='2012-05-12']").text == "May 12 2012"
    assert old.select("p")[-1].text == 'On "zeal" & <zest>.'
    bare = page.select("ul.eir-article-list > li")[3]
    assert [part.text for part in bare.select("p")] == ["Bare", "Body."]


def test_a_title_is_as_on_its_page(project: Project) -> None:
    title = "Russia's *Own* ``Policy`` [#]_"
    project.write({"a.rst": article(title, body="B.\n\n.. [#] N.", date="2024"), "list.rst": listing()})
    build = project.build(html_baseurl=BASE)
    assert titles(build) == ["Russia’s Own Policy"]
    assert entries(feed(build))[0]["title"] == "Russia’s Own Policy"


def test_dates_are_in_the_language_of_the_project(essays: Project) -> None:
    page = essays.build(language="de").page("list")
    assert page.select("time")[2].text == "12. Mai 2012"


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ([":sort: date"], ["ahead", "Émile", "Zeal & <Zest>", "Bare"]),
        ([":sort: date-ascending"], ["Zeal & <Zest>", "Émile", "ahead", "Bare"]),
        ([":sort: title"], ["ahead", "Bare", "Émile", "Zeal & <Zest>"]),
        ([":sort: author"], ["ahead", "Émile", "Zeal & <Zest>", "Bare"]),
        ([":limit: 2"], ["ahead", "Émile"]),
        ([":limit: 20"], ["ahead", "Émile", "Zeal & <Zest>", "Bare"]),
        ([":author: jane doe"], ["Émile", "Zeal & <Zest>"]),
        ([":author: Doe, Jane"], ["Émile", "Zeal & <Zest>"]),
        ([":author: Doe"], ["Zeal & <Zest>"]),  # a surname is known where it was typed as one
        ([":author: John Roe; Ann Bell"], ["ahead", "Zeal & <Zest>"]),
        ([":keyword: kosovo"], ["Zeal & <Zest>"]),
        ([":keyword: Russia, Patience"], ["ahead", "Zeal & <Zest>"]),
        ([":kind: essay; review"], ["ahead", "Zeal & <Zest>"]),
        ([":kind: article", ":sort: title", ":limit: 1"], ["Bare"]),
        ([":skip: 1", ":limit: 2"], ["Émile", "Zeal & <Zest>"]),
        ([":skip: 99"], []),
    ],
)
def test_options_sort_and_choose(project: Project, options: list[str], shown: list[str]) -> None:
    build = project.write(ESSAYS | {"list.rst": listing(*options)}).build()
    assert build.warnings == []
    assert titles(build) == shown


def test_an_article_does_not_list_itself(project: Project) -> None:
    own = article("Own", ".. eir:article-list::\n   :author: Jane Doe", author="Jane Doe")
    build = project.write(ESSAYS | {"own.rst": own}).build()
    assert titles(build, "own") == ["Émile", "Zeal & <Zest>"]


def test_a_list_of_nothing_is_nothing(project: Project) -> None:
    build = project.write(PLAIN | {"list.rst": listing()}).build()
    assert build.warnings == []
    assert build.page("list").select("ul.eir-article-list") == []
    assert "After." in build.page("list").text


def test_filters_that_let_nothing_through_are_reported(project: Project) -> None:
    project.write(ESSAYS | {"list.rst": listing(":author: Jane Do")})
    expected = [
        "list.rst:4: WARNING: eir:article-list shows nothing: no other article has what its options ask for "
        "[eir.config]"
    ]
    assert project.build().warnings == expected
    project.write({"list.rst": listing(":author: Jane Do") + "\nMore.\n"})
    assert project.build().warnings == expected  # also when what it shows has not changed
    assert project.build(jobs=2, out="parallel").warnings == expected


def test_a_list_takes_a_folder_and_has_classes(project: Project) -> None:
    sources = {
        f"{folder}/a.rst": article(folder, date="2024") for folder in ("essays", "essays/old", "essayists")
    }
    project.write(sources | {"list.rst": listing(":folder: /essays/", ":class: lead Wide_one")})
    build = project.build()
    assert build.warnings == []
    assert sorted(titles(build)) == ["essays", "essays/old"]
    (shown,) = build.page("list").select("ul.eir-article-list")
    assert {"lead", "wide-one"} <= set(shown["class"])
    assert (
        "lead"
        in project.build(out="cards", extensions=["sphinxext_eir", "sphinx_design"])
        .page("list")
        .select_one("ul.eir-article-list")["class"]
    )


def test_a_wrong_option_is_reported_and_costs_nothing(project: Project) -> None:
    options = [":sort: size", ":limit: 0", ":kind: poem", ":author: ;", ":keyword:", ":auhtor: x"]
    build = project.write(ESSAYS | {"list.rst": listing(*options)}).build()
    start = "WARNING: eir:article-list"
    end = ". It is left out [eir.config]"
    assert build.warnings == [
        f"list.rst:10: {start} has no option 'auhtor', so 'x' is left out; did you mean 'author'? [eir.config]",
        f"list.rst:5: {start}: sort is 'size'; allowed: 'date', 'date-ascending', 'title', 'author'{end}",
        f"list.rst:6: {start}: limit is '0'; allowed: a number from 1{end}",
        f"list.rst:7: {start}: kind is 'poem'; allowed: article, essay, review, interview, opinion{end}",
        f"list.rst:8: {start}: author is ';'; allowed: a name{end}",
        f"list.rst:9: {start}: keyword is ''; allowed: a keyword{end}",
    ]
    assert titles(build) == ["ahead", "Émile", "Zeal & <Zest>", "Bare"]


# Cards


def test_cards_are_those_of_sphinx_design_and_a_list_still(essays: Project) -> None:
    build = essays.build(extensions=["sphinxext_eir", "sphinx_design"])
    page = build.page("list")
    assert build.warnings == []
    assert len(page.select(".sd-container-fluid > ul.eir-article-list.sd-row > li.sd-col > .sd-card")) == 4
    assert len(page.select(".sd-card > .sd-card-body > p.sd-card-title > a.sd-stretched-link")) == 4
    assert titles(build) == ["ahead", "Émile", "Zeal & <Zest>", "Bare"]


def test_cards_are_for_pages_alone(essays: Project) -> None:
    extensions = ["sphinxext_eir", "sphinx_design"]
    assert "sd-card" not in essays.build("epub", extensions=extensions).read("list.xhtml")
    assert "sd-card" in essays.build("singlehtml", extensions=extensions).read("index.html")


def test_without_sphinx_design_there_is_a_plain_list(essays: Project) -> None:
    assert essays.build().page("list").select("[class*='sd-']") == []


# Every builder


@pytest.mark.parametrize("builder", STOCK_BUILDERS)
def test_every_builder_builds_without_a_warning(essays: Project, builder: str) -> None:
    build = essays.build(builder, html_baseurl="https://essays.example/")
    assert [line for line in build.warnings if "epub" not in line] == []


@pytest.mark.parametrize(
    ("builder", "output"),
    [
        ("dirhtml", "list/index.html"),
        ("singlehtml", "index.html"),
        ("epub", "list.xhtml"),
        ("latex", "essays.tex"),
        ("text", "list.txt"),
        ("man", "essays.1"),
        ("texinfo", "essays.texi"),
    ],
)
def test_every_builder_prints_the_list(essays: Project, builder: str, output: str) -> None:
    text = essays.build(builder).read(output)
    text = (
        text[text.rindex("LIST" if builder == "man" else "List") :] if builder in ("latex", "man") else text
    )
    assert "<>" not in text  # no link that leads nowhere
    assert re.search(r"ahead.*mile.*Zeal.*Jane Doe and John Roe, .*May 12 2012.*After", text, re.DOTALL)


@pytest.mark.parametrize(
    ("builder", "output", "link"),
    [
        ("dirhtml", "list/index.html", 'href="../deep/new/"'),
        ("singlehtml", "index.html", 'href="#document-deep/new"'),
        ("latex", "essays.tex", r"{\hyperref[\detokenize{deep/new::doc}]{\sphinxcrossref{ahead}}}"),
    ],
)
def test_titles_are_links_where_there_are_links(
    essays: Project, builder: str, output: str, link: str
) -> None:
    assert link in essays.build(builder).read(output)


def test_a_builder_nobody_knows_is_given_docutils_own_nodes_alone(project: Project) -> None:
    project.write({"ahead.rst": ESSAYS["deep/new.rst"], "list.rst": listing()})
    build = project.build("plain", extensions=["sphinxext_eir", "support.plain_builder"])
    assert build.warnings == []
    assert "ahead" in build.read("list.plain")


def test_a_document_of_latex_without_the_article_has_its_title(essays: Project) -> None:
    build = essays.build("latex", latex_documents=[("list", "list.tex", "List", "", "howto")])
    assert build.warnings == []
    assert "ahead" in build.read("list.tex")


def test_translators_are_not_given_records(essays: Project) -> None:
    assert "ahead" not in essays.build("gettext").read("list.pot")


def test_resolving_twice_gives_equal_trees(essays: Project) -> None:
    assert_resolving_twice_gives_equal_trees(essays.build(extensions=["sphinxext_eir", "sphinx_design"]))


def test_parallel_equals_serial(essays: Project) -> None:
    essays.settings["html_baseurl"] = "https://essays.example/"
    assert_parallel_equals_serial(essays.write({"more.rst": article("More"), "most.rst": article("Most")}))


# Never stale, and never written for nothing


@pytest.mark.parametrize(
    "edit",
    [
        {"old.rst": article("Retitled", date="2012-05-12")},
        {"old.rst": article("Zeal & <Zest>", date="2025")},
        {"old.rst": article("Zeal & <Zest>", author="Someone Else")},
        {"old.rst": article("Zeal & <Zest>", description="Other")},
        {"old.rst": "Old\n===\n\nNo article any more.\n"},
        {"old.rst": None, "index.rst": "I\n=\n\n.. toctree::\n   :glob:\n\n   *\n   deep/*\n"},
        {"plain.rst": article("An article now")},
        {"added.rst": article("Added", date="2023")},
    ],
)
def test_a_list_is_what_a_first_build_would_show(essays: Project, edit: dict[str, str | None]) -> None:
    essays.write({"index.rst": "I\n=\n\n.. toctree::\n   :glob:\n\n   *\n   deep/*\n"})
    build = assert_incremental_equals_fresh(essays, edit)
    assert "list" in written(build)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("old.rst", ESSAYS["old.rst"].replace("Body.", "Another body.")),
        ("old.rst", ESSAYS["old.rst"].replace(":kind: essay", ":kind: essay\n   :publisher: Another")),
        ("plain.rst", "Retitled\n========\n"),
    ],
)
def test_a_list_that_shows_the_same_is_not_written_again(essays: Project, name: str, text: str) -> None:
    essays.build()
    build = essays.write({name: text}).build()
    assert "list" not in written(build)
    assert name.removesuffix(".rst") in written(build)


def test_only_lists_that_show_the_article_are_written_again(essays: Project) -> None:
    essays.write({"bell.rst": listing(":author: Ann Bell")}).build()
    build = essays.write({"old.rst": article("Retitled", date="2012-05-12")}).build()
    assert {"list", "old"} <= written(build)
    assert "bell" not in written(build)


def test_each_builder_knows_what_it_has_written(essays: Project) -> None:
    essays.build("html", out="shared")
    essays.build("text", out="shared")
    essays.write({"old.rst": article("Retitled", date="2012-05-12")}).build("text", out="shared")
    assert "Retitled" in titles(essays.build("html", out="shared"))


def test_a_build_without_news_writes_nothing(essays: Project) -> None:
    essays.build()
    assert written(essays.build()) == set()


# Readers


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("extensions", [[], ["sphinx_design"]])
def test_axe_finds_nothing_in_a_list(essays: Project, page: Page, scheme: Any, extensions: list[str]) -> None:
    build = essays.build(html_theme="furo", extensions=["sphinxext_eir", *extensions])
    page.emulate_media(color_scheme=scheme)
    page.goto((build.out / "list.html").as_uri())
    found = run_axe(page, context=".eir-article-list").response["violations"]
    assert [(violation["id"], violation["nodes"]) for violation in found] == []


@pytest.mark.parametrize("theme", ["furo", "alabaster"])
@pytest.mark.parametrize("extensions", [[], ["sphinx_design"]])
def test_a_list_fits_a_phone(essays: Project, page: Page, theme: str, extensions: list[str]) -> None:
    build = essays.build(html_theme=theme, extensions=["sphinxext_eir", *extensions])
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto((build.out / "list.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    items = page.locator(".eir-article-list > li")
    assert items.count() == 4
    assert items.first.bounding_box()["width"] > 200


def test_a_card_is_a_link_as_a_whole(essays: Project, page: Page) -> None:
    build = essays.build(html_theme="furo", extensions=["sphinxext_eir", "sphinx_design"])
    page.goto((build.out / "list.html").as_uri())
    page.locator(".eir-article-list > li").nth(2).locator(".sd-card").click(position={"x": 10, "y": 10})
    assert page.url.endswith("/old.html")


def test_a_limit_of_thousands_of_digits_is_no_number(project: Project) -> None:
    build = project.write(ESSAYS | {"list.rst": listing(f":limit: {'9' * 5000}")}).build()
    (warning,) = build.warnings
    assert warning.endswith("allowed: a number from 1. It is left out [eir.config]")


def test_what_is_typed_below_a_list_is_kept(project: Project) -> None:
    build = project.write(ESSAYS | {"list.rst": listing("", "Stray words.")}).build()
    assert build.warnings == [
        "list.rst:4: WARNING: eir:article-list takes no content: it is printed before it [eir.config]"
    ]
    assert "Stray words." in build.page("list").text
