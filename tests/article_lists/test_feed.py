"""The feed of articles."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from support.listed import BASE, NAMES, article, assert_valid, entries, feed, listing

from sphinxext_eir.text import atom

if TYPE_CHECKING:
    from support.sphinx_project import Project


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
    root = ElementTree.fromstring(written)
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
