"""``eir_issue_pdfs``: one PDF for each issue, with cover, contents and articles; and the numbers of pages, as PDFium reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from support.exported import PNG, pages_of, png
from support.sphinx_project import Project

from sphinxext_eir.features.exports.issue_pdf import numbers_of_pages
from sphinxext_eir.text.article import Article

if TYPE_CHECKING:
    from pathlib import Path

    from support.sphinx_project import Build

pytestmark = [pytest.mark.pandoc, pytest.mark.usefixtures("pandoc")]

pytest.importorskip("typst", reason="typst is not installed")
pypdfium2 = pytest.importorskip("pypdfium2")

LONG = "\n\n".join(
    ["The harbour empties twice a day, and nobody has asked for it to be otherwise. " * 12] * 5
)


def article(title: str, *fields: str, text: str = "") -> str:
    """Return an article of the issue with a heading, a link to it and a note that others have as well."""
    head = "".join(f":{field}\n" for field in ("volume: 3", "issue: 1", *fields))
    return (
        f"{head}\n{title}\n{'=' * 30}\n\n.. eir:article::\n\nSee Introduction_.[i]\n\n.. [i] Note on {title}.\n\n"
        f"Introduction\n------------\n\nWords of {title}.\n\n{text}\n"
    )


FILES = {
    "tides.rst": article("Tides", "author: Mara Lindqvist", "kind: essay", "pages: 12–15", text=LONG),
    "essays/fog.rst": article("Fog & *Salt*", "author: Ola Brandt; Ann Lee", "kind: review", "status: retracted"),
    "preface.rst": article("Preface", "first-page: iv", "kind: essay"),
    "later.rst": article("Later", "status: draft"),
    "light.rst": article("Light", "issue: 2").replace(":issue: 1\n", ""),
    "issues/harbours.md": (
        "# Harbours\n\n```{eir:issue}\n:volume: 3\n:issue: 1\n:title: Harbours in Winter\n:date: 2024-03\n:cover: /cover.png\n\n"
        "Edited by *Ann Lee*.\n```\n"
    ),
    "issues/later.rst": "Later\n=====\n\n.. eir:issue::\n   :volume: 9\n",
}  # fmt: skip


def project_in(folder: Path) -> Project:
    pytest.importorskip("myst_parser")
    project = Project(folder / "source")
    project.settings |= {"eir_issue_pdfs": True, "extensions": ["sphinxext_eir", "myst_parser"]}
    project.write(FILES)
    (project.root / "cover.png").write_bytes(PNG)
    return project


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A journal whose issue has an essay with pages, a preface in roman ones, and a review without any."""
    return project_in(tmp_path_factory.mktemp("issues"))


@pytest.fixture(scope="module")
def pages(journal: Project) -> Build:
    return journal.build("html", eir_article_layout="journal", eir_article_pdfs=True)


class Read(NamedTuple):
    """What PDFium reads of a PDF."""

    title: str
    labels: list[str]
    bookmarks: list[tuple[int, str, int]]
    """Level, words, page."""


def read(path: Path) -> Read:
    document = pypdfium2.PdfDocument(path)
    bookmarks = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    labels = [document.get_page_label(number) for number in range(len(document))]
    title = document.get_metadata_dict()["Title"]
    document.close()
    return Read(title, labels, bookmarks)


def test_the_issue_has_cover_contents_and_each_article_on_a_page_of_its_own(pages: Build) -> None:
    assert [warning for warning in pages.warnings if "no article has this volume" not in warning] == []
    cover, contents, preface, tides, second, fog = pages_of(pages.out / "issues" / "harbours.pdf")
    for words in ("Volume 3, issue 1", "March 2024", "Harbours in Winter", "Edited by Ann Lee."):
        assert words in cover
    assert "ESSAYS" in contents
    for line in (
        "Preface iv",
        "Tides 12",
        "Mara Lindqvist",
        "Fog & Salt",
        "Retracted",
        "Ola Brandt and Ann Lee",
    ):
        assert line in contents
    assert contents.index("Tides") < contents.index("Fog & Salt")
    assert "Later" not in contents
    assert "Words of Preface." in preface
    assert "Words of Tides." in tides
    assert "Tides Written by Mara Lindqvist" in second
    assert "Words of Fog & Salt." in fog
    assert "[i] Note on Fog & Salt." in fog


def test_pages_have_the_numbers_of_front_matter_and_go_on(pages: Build) -> None:
    found = read(pages.out / "issues" / "harbours.pdf")
    assert found.labels == ["", "", "iv", "12", "13", "14"]
    assert [text.rpartition("Page ")[2] for text in pages_of(pages.out / "issues" / "harbours.pdf")[2:]] == [
        "iv", "12", "13", "14",
    ]  # fmt: skip
    assert found.title.endswith("Volume 3, issue 1, Harbours in Winter")
    assert found.bookmarks == [
        (0, "Preface", 2), (1, "Introduction", 2), (0, "Tides", 3), (1, "Introduction", 3), (0, "Fog & Salt", 5), (1, "Introduction", 5),
    ]  # fmt: skip


def test_an_article_alone_begins_on_its_page_of_the_issue(pages: Build) -> None:
    assert read(pages.out / "tides.pdf").labels == ["12", "13"]
    first, second = pages_of(pages.out / "tides.pdf")
    assert first.endswith("Page 12")
    assert second.endswith("Page 13")
    assert second.startswith("Tides")
    assert pages_of(pages.out / "light.pdf")[0].endswith("Page 1/1")


def test_the_page_of_the_issue_leads_to_its_pdf(pages: Build) -> None:
    (link,) = pages.page("issues/harbours").select(".eir-issue .eir-formats a")
    assert (link.get_text(), link["href"]) == ("PDF", "harbours.pdf")
    assert pages.page("issues/later").select(".eir-formats") == []
    assert not (pages.out / "issues" / "later.pdf").exists()


def test_it_keeps_to_pdf_ua(pages: Build) -> None:
    page = pytest.importorskip("page")
    report = page.validate_pdf(pages.out / "issues" / "harbours.pdf", profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert b"pdfuaid" in (pages.out / "issues" / "harbours.pdf").read_bytes()


def test_it_is_set_again_when_an_article_of_it_has_changed_and_else_not(
    journal: Project, pages: Build
) -> None:
    settings = {"eir_article_layout": "journal", "eir_article_pdfs": True}

    def times() -> dict[str, int]:
        build = journal.build("html", **settings)
        kept = build.out.parent / "doctrees" / "eir" / "pdf"
        return {path.stem: path.stat().st_mtime_ns for path in kept.rglob("*.pdf")}

    before = times()
    journal.write({"light.rst": FILES["light.rst"].replace("Words of", "Other words of")})
    between = times()
    assert between["harbours"] == before["harbours"]
    assert between["light"] > before["light"]
    journal.write({"essays/fog.rst": FILES["essays/fog.rst"].replace("Words of", "Changed words of")})
    after = times()
    assert after["harbours"] > between["harbours"]
    assert after["tides"] == before["tides"]
    assert "Changed words of" in pages_of(pages.out / "issues" / "harbours.pdf")[-1]
    journal.write({"tides.rst": FILES["tides.rst"].replace("volume: 3", "volume: 4")})
    assert times()["tides"] > after["tides"]
    assert len(pages_of(pages.out / "issues" / "harbours.pdf")) == 4
    journal.write({name: FILES[name] for name in ("tides.rst", "light.rst", "essays/fog.rst")})
    journal.build("html", **settings)


def test_with_own_numbers_an_article_without_pages_begins_on_page_1(journal: Project) -> None:
    build = journal.build("eir-pdf", eir_issue_numbering="own")
    assert read(build.out / "issues" / "harbours.pdf").labels == ["", "", "iv", "12", "13", "1"]
    journal.write({"issues/harbours.md": FILES["issues/harbours.md"].replace("Ann Lee", "Per Lund")})
    again = journal.build("eir-pdf", eir_issue_numbering="own")
    assert "Edited by Per Lund." in pages_of(again.out / "issues" / "harbours.pdf")[0]


@pytest.mark.parametrize(
    ("first", "last", "numbers"),
    [
        ("12", "", {"first-page": "12", "page-letters": '""'}),
        ("S12", "S19", {"first-page": "12", "page-letters": '"S"'}),
        ("S12", "", {}),
        ("e0123456", "", {}),
        ("iv", "ix", {"first-page": "4", "page-numbering": '"i"'}),
        ("XI", "", {"first-page": "11", "page-numbering": '"I"'}),
        ("1234567", "", {}),
        ("0", "", {}),
        ("", "", {}),
    ],
)
def test_pages_of_front_matter_number_those_of_the_pdf(
    first: str, last: str, numbers: dict[str, str]
) -> None:
    assert numbers_of_pages(Article("T", first_page=first, last_page=last)) == numbers


def test_a_page_with_several_issues_has_a_pdf_of_each_and_an_article_may_print_its_own(
    project: Project,
) -> None:
    editorial = article("Editorial") + "\n.. eir:issue::\n   :volume: 3\n   :issue: 1\n\n   Of this issue.\n"
    both = "Both\n====\n" + "".join(
        f"\n.. eir:issue::\n   :volume: 3\n   :issue: {number}\n\n   Number {number}.\n" for number in (1, 2)
    )
    (project.root / "_typst").mkdir()
    (project.root / "_typst" / "article.typ").write_text(
        '#import "/eir/article.typ" as eir\n#import "/eir/article.typ": *\n#let article(..given, body) = eir.article(..given, body)\n'
    )
    files = {"editorial.rst": editorial, "light.rst": FILES["light.rst"], "both.rst": both}
    build = project.write(files).build("html", eir_issue_pdfs=True, eir_typst_template="_typst")
    assert build.warnings == []
    assert {path.name for path in build.out.rglob("*.pdf")} == {
        "both-3-1.pdf",
        "both-3-2.pdf",
        "editorial-3-1.pdf",
    }
    assert [link["href"] for link in build.page("both").select(".eir-issue .eir-pdf a")] == [
        "both-3-1.pdf",
        "both-3-2.pdf",
    ]
    cover, _contents, first, *_more = pages_of(build.out / "editorial-3-1.pdf")
    assert "Of this issue." in cover
    assert "Of this issue." in first
    assert "Number 2." in pages_of(build.out / "both-3-2.pdf")[0]


LINKED = {
    "one.rst": article(
        "One",
        text=".. _ebb:\n\nEbb\n---\n\nWords.\n\nSee :doc:`two`, :ref:`what it says <flood>`, :doc:`other` and :doc:`about`.",
    ),
    "two.rst": article("Two", text=".. _flood:\n\nFlood\n-----\n\nWords."),
    "other.rst": article("Other", "issue: 2").replace(":issue: 1\n", ""),
    "about.rst": "About\n=====\n\nWords.\n",
    "spring.rst": "Spring\n======\n\n.. eir:issue::\n   :volume: 3\n   :issue: 1\n\n   Begin with :doc:`two`.\n",
}


def links_of(path: Path) -> list[str]:
    """Return the words and addresses that links of the PDF at *path* lead to: a name for a place in it."""
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(path) as document:
        annotations = [each for page in document.pages for each in page.get("/Annots", [])]
        return [str(each.A.URI if "/A" in each else each.Dest) for each in annotations]


def test_a_link_to_an_article_of_the_same_issue_stays_in_its_pdf(project: Project) -> None:
    settings = {"eir_issue_pdfs": True, "eir_article_pdfs": True, "html_baseurl": "https://example.org/"}
    build = project.write(LINKED).build("html", **settings)
    assert build.warnings == []
    whole, alone = links_of(build.out / "spring.pdf"), links_of(build.out / "one.pdf")
    pages = [f"https://example.org/{name}.html" for name in ("two", "other", "about")]
    assert {"two:title", "two:flood"} <= set(whole)
    assert [link for link in whole if link in pages] == pages[1:]
    assert [link for link in alone if link.startswith(pages[0])] == [pages[0], f"{pages[0]}#flood"]
    project.write({"two.rst": LINKED["two.rst"].replace("issue: 1", "issue: 2")})
    build = project.build("html", **settings)
    assert pages[0] in links_of(build.out / "spring.pdf")


def test_a_still_takes_a_third_of_a_page_at_most_and_no_picture_more_than_one(project: Project) -> None:
    film = ".. eir:media:: https://example.org/film.webm\n   :still: still.png\n   :alt: A quay\n"
    shown = ".. figure:: still.png\n   :alt: A quay\n\n   The quay."
    (project.root / "still.png").write_bytes(png(300, 1500))
    build = project.write({"one.rst": article("One", text=f"{film}\n{shown}")}).build("eir-pdf")
    assert [line for line in build.warnings if "PDF/UA" in line] == []
    document = pypdfium2.PdfDocument(build.out / "one.pdf")
    heights = []
    for page in document:
        whole = page.get_height()
        for found in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
            _left, bottom, _right, top = found.get_bounds()
            heights.append((top - bottom) / whole)
    document.close()
    still, picture = sorted(heights)
    assert 0.2 < still < 1 / 3
    assert 0.5 < picture < 0.7
