"""``eir:article-list`` and the feed: what they show, in which order, and that they are never stale."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from support.axe import run_axe
from support.sphinx_project import (
    STOCK_BUILDERS,
    Project,
    assert_incremental_equals_fresh,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
)

from sphinxext_eir.features.article_lists import atom

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from support.sphinx_project import Build


def article(title: str, body: str = "", **fields: str) -> str:
    options = "".join(f"   :{name}: {text}\n" for name, text in fields.items())
    return f"{title}\n{'=' * len(title)}\n\n.. eir:article::\n{options}\n{body or 'Body.'}\n"


def listing(*options: str) -> str:
    typed = "".join(f"   {option}\n" for option in options)
    return f"List\n====\n\n.. eir:article-list::\n{typed}\nAfter.\n"


ESSAYS = {
    "old.rst": article(
        "Zeal & <Zest>",
        author="Doe, Jane; John Roe",
        date="2012-05-12",
        kind="essay",
        keywords="Kosovo, Russia",
        description='On "zeal" & <zest>.',
    ),
    "deep/new.rst": article("ahead", author="Ann Bell", date="2024-03", keywords="patience", kind="review"),
    "mid.rst": article("Émile", author="Jane Doe", date="2020"),
    "undated.rst": article("Bare"),
}
PLAIN = {"plain.rst": "Plain\n=====\n\nNo article.\n"}


@pytest.fixture
def essays(project: Project) -> Project:
    return project.write(ESSAYS | PLAIN | {"list.rst": listing()})


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
    assert [part.text for part in bare.select("p")] == ["Bare"]


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


def written(build: Build) -> set[str]:
    status = re.sub(r"\x1b\[[0-9;]*m", "", build.status)
    return set(re.findall(r"writing output\.\.\. \[ *\d+%\] ([\w/]+)", status))


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
        ("old.rst", ESSAYS["old.rst"].replace(":kind: essay", ":kind: opinion")),
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


# The feed

BASE = "https://essays.example/en/"
NAMES = {"a": "http://www.w3.org/2005/Atom"}


def feed(build: Build) -> ElementTree.Element:
    root = ElementTree.fromstring(build.read("articles.atom"))  # noqa: S314 - our own file
    assert_valid(root)
    return root


def assert_valid(root: ElementTree.Element) -> None:
    """Hold a feed to the rules of RFC 4287 that an XML parser doesn't know."""

    def one(parent: ElementTree.Element, name: str) -> ElementTree.Element:
        (found,) = parent.findall(f"a:{name}", NAMES)
        return found

    def at_most_one(parent: ElementTree.Element, *names: str) -> None:
        for name in names:
            assert len(parent.findall(f"a:{name}", NAMES)) <= 1

    def absolute(url: str) -> None:
        assert re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", url), url

    def common(parent: ElementTree.Element) -> None:  # 4.1.1, 4.1.2
        absolute(one(parent, "id").text)
        assert one(parent, "title").text.strip()
        assert datetime.datetime.fromisoformat(one(parent, "updated").text).tzinfo
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one(parent, "updated").text)
        alternates = [link for link in parent.findall("a:link", NAMES) if link.get("rel") == "alternate"]
        assert len(alternates) == 1
        for link in parent.findall("a:link", NAMES):
            absolute(link.get("href"))
        for author in parent.findall("a:author", NAMES):
            assert one(author, "name").text.strip()
        for category in parent.findall("a:category", NAMES):
            assert category.get("term")

    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    common(root)
    at_most_one(root, "generator", "subtitle", "rights")
    assert [link.get("rel") for link in root.findall("a:link", NAMES)] == ["self", "alternate"]
    entries = root.findall("a:entry", NAMES)
    for entry in entries:
        common(entry)
        at_most_one(entry, "published", "rights", "summary")
        assert entry.findall("a:author", NAMES)  # the feed has none that would do
        children = [child.tag.partition("}")[2] for child in entry]
        assert set(children) <= {"id", "title", "link", "published", "updated", "author", "category", "rights", "summary"}  # fmt: skip
    ids = [one(entry, "id").text for entry in entries]
    assert len(set(ids)) == len(ids)
    assert one(root, "updated").text == max(one(entry, "updated").text for entry in entries)


def entries(root: ElementTree.Element) -> list[dict[str, Any]]:
    return [
        {
            child.tag.partition("}")[2]: "".join(child.itertext()).strip() or dict(child.attrib)
            for child in entry
        }
        for entry in root.findall("a:entry", NAMES)
    ]


def test_the_feed_has_the_articles_with_a_date_the_newest_first(essays: Project) -> None:
    root = feed(essays.build(html_baseurl=BASE))
    assert root.findtext("a:title", None, NAMES) == "Essays"
    assert root.findtext("a:id", None, NAMES) == f"{BASE}articles.atom"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert [entry["title"] for entry in entries(root)] == ["ahead", "Émile", "Zeal & <Zest>"]
    old = root.findall("a:entry", NAMES)[-1]
    assert [name.text for name in old.findall("a:author/a:name", NAMES)] == ["Jane Doe", "John Roe"]
    assert [category.get("term") for category in old.findall("a:category", NAMES)] == ["Kosovo", "Russia"]
    assert entries(root)[-1] | {"author": "", "category": ""} == {
        "id": f"{BASE}old.html",
        "title": "Zeal & <Zest>",
        "link": {"rel": "alternate", "type": "text/html", "href": f"{BASE}old.html"},
        "published": "2012-05-12T00:00:00Z",
        "updated": "2012-05-12T00:00:00Z",
        "summary": 'On "zeal" & <zest>.',
        "author": "",
        "category": "",
    }


def test_the_feed_says_its_language_as_xml_does(essays: Project) -> None:
    root = feed(essays.build(html_baseurl=BASE, language="pt_BR"))
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "pt-BR"


def test_the_id_of_an_article_is_its_original(project: Project) -> None:
    original = "https://example.org/original/"
    twin = article("Twin", date="2024", canonical=original)
    project.write({"a.rst": article("One", date="2024-01-02", canonical=original), "b.rst": twin})
    found = entries(feed(project.build(html_baseurl=BASE)))
    assert [entry["id"] for entry in found] == [original, f"{BASE}b.html"]  # an id is no two articles'
    assert [entry["link"]["href"] for entry in found] == [f"{BASE}a.html", f"{BASE}b.html"]


@pytest.mark.parametrize(
    ("fields", "published", "updated"),
    [
        ({"date": "2012-05"}, "2012-05-01T00:00:00Z", "2012-05-01T00:00:00Z"),
        ({"date": "2012-05-12", "updated": "2013-01-02"}, "2012-05-12T00:00:00Z", "2013-01-02T00:00:00Z"),
        ({"date": "2012-05-12", "updated": "2012"}, "2012-05-12T00:00:00Z", "2012-05-12T00:00:00Z"),
        ({"updated": "2013"}, None, "2013-01-01T00:00:00Z"),
    ],
)
def test_the_dates_of_an_entry(
    project: Project, fields: dict[str, str], published: str | None, updated: str
) -> None:
    project.write({"a.rst": article("A", **fields)})
    (entry,) = entries(feed(project.build(html_baseurl=BASE)))
    assert (entry.get("published"), entry["updated"]) == (published, updated)


def test_an_article_without_an_author_is_its_publishers_or_the_projects(project: Project) -> None:
    project.write({"a.rst": article("A", date="2024", publisher="Press"), "b.rst": article("B", date="2023")})
    found = entries(feed(project.build(html_baseurl=BASE)))
    assert [entry["author"] for entry in found] == ["Press", "The editors"]


def test_no_title_can_break_the_feed(project: Project) -> None:
    evil = "]]> <script>alert('&')</script> *b* ``c`` \\textbf"
    project.write({"a.rst": article(evil, date="2024", author=evil.replace(",", ""), license=evil)})
    (entry,) = entries(feed(project.build(html_baseurl=BASE)))
    assert entry["title"].startswith("]]> <script>alert(")
    assert "b c" in entry["title"]


def test_characters_that_xml_does_not_have_are_left_out() -> None:
    day = datetime.date(2024, 3, 1)
    evil = "a\x00b\x0bc\ufffed\ud800e\U0001f600"
    entry = atom.Entry(f"{BASE}a", evil, f"{BASE}a", day, None, [evil], evil, evil, [evil])
    written = atom.feed([entry], title=evil, url=f"{BASE}f", home=BASE, language="en")
    root = ElementTree.fromstring(written)  # noqa: S314
    assert_valid(root)
    assert entries(root)[0]["title"] == "abcde\U0001f600"


@pytest.mark.parametrize("baseurl", ["", "essays.example", "javascript:alert(1)"])
def test_without_an_address_there_is_no_feed(essays: Project, baseurl: str) -> None:
    build = essays.build(html_baseurl=baseurl)
    assert not (build.out / "articles.atom").exists()
    assert build.page("list").select("link[type='application/atom+xml']") == []


@pytest.mark.parametrize("builder", ["singlehtml", "epub", "text", "latex"])
def test_other_builders_write_no_feed(essays: Project, builder: str) -> None:
    build = essays.build(builder, html_baseurl=BASE)
    assert not (build.out / "articles.atom").exists()
    assert not any("atom+xml" in path.read_text(errors="replace") for path in build.out.rglob("*.*html"))


def test_an_address_needs_no_slash_at_its_end(essays: Project) -> None:
    root = feed(essays.build("dirhtml", html_baseurl=BASE.rstrip("/")))
    assert [entry["id"] for entry in entries(root)] == [f"{BASE}{name}/" for name in ("deep/new", "mid", "old")]  # fmt: skip


@pytest.mark.parametrize(
    ("docname", "href"),
    [("list", "articles.atom"), ("deep/new", "../articles.atom"), ("undated", None), ("plain", None)],
)
def test_lists_and_articles_lead_to_the_feed(essays: Project, docname: str, href: str | None) -> None:
    links = essays.build(html_baseurl=BASE).page(docname).select("head link[type='application/atom+xml']")
    assert [(link["href"], link["rel"], link["title"]) for link in links] == (
        [(href, ["alternate"], "Essays")] if href else []
    )


def test_the_feed_is_up_to_date(essays: Project) -> None:
    essays.settings["html_baseurl"] = BASE
    first = essays.build().read("articles.atom")
    assert essays.build().read("articles.atom") == first
    again = essays.write({"old.rst": article("Retitled", date="2012-05-12")}).build()
    assert "Retitled" in again.read("articles.atom")
    assert "Zeal" not in again.read("articles.atom")
    assert again.read("articles.atom") == essays.build(out="fresh").read("articles.atom")


def test_a_feed_that_loses_its_last_article_goes(project: Project) -> None:
    project.settings["html_baseurl"] = BASE
    project.write({"a.rst": article("A", date="2024"), "list.rst": listing()})
    assert project.build().page("list").select("link[type='application/atom+xml']")
    build = project.write({"a.rst": article("A")}).build()
    assert not (build.out / "articles.atom").exists()
    assert not build.page("list").select("link[type='application/atom+xml']")


def test_a_feed_of_the_authors_own_stays(essays: Project) -> None:
    (essays.root / "extra").mkdir()
    (essays.root / "extra" / "articles.atom").write_text("<feed/>")
    build = essays.build(html_baseurl=BASE, html_extra_path=["extra"])
    assert build.read("articles.atom") == "<feed/>"


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
