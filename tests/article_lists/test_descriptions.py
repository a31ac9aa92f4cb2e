"""What lists, cards and the feed say of an article: its description, or its abstract, or how it begins; its kind and picture."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

if TYPE_CHECKING:
    from support.sphinx_project import Build, Project

HEAD = ":author: Jane Doe\n:date: 2024-03-01\n"
SOURCES = {
    "described.rst": f"{HEAD}:description: Typed by hand.\n\nDescribed\n=========\n\n.. eir:article::\n\n   The abstract.\n\nText.\n",
    "abstract.rst": f"{HEAD}:kind: essay\n\nAbstract\n========\n\n.. eir:article::\n\n   The *abstract* of it.\n\nText.\n",
    "text.rst": f"{HEAD}:image: tide.png\n\nText\n====\n\n.. eir:article::\n\nThe text begins so. And it goes on.\n",
    "index.rst": "Home\n====\n\n.. eir:article-list::\n\n.. toctree::\n   :hidden:\n\n   described\n   abstract\n   text\n",
}
MYST = {
    "described.md": "---\nauthor: Jane Doe\ndate: 2024-03-01\ndescription: Typed by hand.\n---\n\n# Described\n\n```{eir:article}\nThe abstract.\n```\n\nText.\n",
    "abstract.md": "---\nauthor: Jane Doe\ndate: 2024-03-01\nkind: essay\n---\n\n# Abstract\n\n```{eir:article}\nThe *abstract* of it.\n```\n\nText.\n",
    "text.md": "---\nauthor: Jane Doe\ndate: 2024-03-01\nimage: tide.png\n---\n\n# Text\n\n```{eir:article}\n```\n\nThe text begins so. And it goes on.\n",
    "index.md": "# Home\n\n```{eir:article-list}\n```\n\n```{toctree}\n:hidden:\n\ndescribed\nabstract\ntext\n```\n",
}
PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xff\xff?\0\x05\xfe\x02\xfe"
    b"\xa75\x81\x84\0\0\0\0IEND\xaeB`\x82"
)
BASE = "https://essays.example/"


@pytest.fixture(params=[SOURCES, MYST], ids=["rst", "myst"])
def essays(project: Project, request: pytest.FixtureRequest) -> Project:
    """Return the project, in each syntax."""
    (project.root / "tide.png").write_bytes(PNG)
    return project.write(request.param)


def built(essays: Project, **settings: object) -> Build:
    build = essays.build(**settings)
    assert build.warnings == []
    return build


def test_a_list_says_what_each_article_is_about(essays: Project) -> None:
    items = built(essays).page().select(".eir-article-list > li")
    said = {item.select_one(".eir-title").get_text(): item.select("p")[-1].get_text() for item in items}
    assert said["Described"] == "Typed by hand."
    assert said["Abstract"] == "The abstract of it."
    assert said["Text"].startswith("The text begins so.")


def test_so_does_the_feed(essays: Project) -> None:
    feed = ElementTree.fromstring(built(essays, html_baseurl=BASE).read("articles.atom"))
    atom = "{http://www.w3.org/2005/Atom}"
    said = {
        entry.findtext(f"{atom}title"): entry.findtext(f"{atom}summary")
        for entry in feed.findall(f"{atom}entry")
    }
    assert said["Abstract"] == "The abstract of it."
    assert said["Described"] == "Typed by hand."
    assert (said["Text"] or "").startswith("The text begins so.")


def test_a_card_shows_picture_and_kind(essays: Project) -> None:
    markdown = ["myst_parser"] if any(essays.root.glob("*.md")) else []
    build = built(essays, extensions=["sphinxext_eir", "sphinx_design", *markdown])
    cards = {card.select_one(".eir-title").get_text(): card for card in build.page().select(".sd-card")}
    (picture,) = cards["Text"].select("img.sd-card-img-top")
    assert (build.out / picture["src"]).read_bytes() == PNG
    assert picture["alt"] == ""
    assert cards["Described"].select("img") == []
    assert cards["Abstract"].select_one(".eir-kind").get_text() == "Essay"
    assert cards["Text"].select(".eir-kind") == []


def test_a_list_follows_what_it_shows(essays: Project) -> None:
    built(essays, out="kept")
    (path,) = essays.root.glob("abstract.*")
    changed = path.read_text(encoding="utf-8").replace("of it", "of all").replace("essay", "review")
    essays.write({path.name: changed})
    items = essays.build(out="kept").page().select(".eir-article-list > li")
    (item,) = (item for item in items if item.select_one(".eir-title").get_text() == "Abstract")
    assert item.select("p")[-1].get_text() == "The abstract of all."
    assert item.select_one(".eir-kind").get_text() == "Review"
