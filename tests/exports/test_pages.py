"""The pages of PDFs: a journal's, a site's own template, faces for other scripts; and what checkers that aren't ours say of them."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, NamedTuple

import pytest
from support.exported import PNG, pages_of

from sphinxext_eir.features.exports import pdf
from sphinxext_eir.text.files import write_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.sphinx_project import Build, Project

pytestmark = [pytest.mark.pandoc, pytest.mark.usefixtures("pandoc")]

pytest.importorskip("typst", reason="typst is not installed")

JOURNAL = """\
:author: Ann Smith <https://orcid.org/0000-0002-1825-0097> (University of Northport); Bob Jones
:date: 2024-03-05
:updated: 2024-04-01
:doi: 10.1000/xyz
:license: CC BY 4.0
:keywords: sea; tide
:subtitle: A Study in Salt
:journal: Harbour Review
:issn: 2053-8626
:publisher: Harbour Press
:volume: 3
:issue: 2
:first-page: 10
:last-page: 22
:kind: review

Tides
=====

.. eir:article::

   The abstract, with *emphasis*.

Words [#a]_, and |picture|.

.. |picture| image:: picture.png
   :alt: A blue pixel

.. [#a] A note with `an address <https://a.example>`_.

Deep
----

=====  =====
left   right
=====  =====
one    two
=====  =====

.. math:: a + b

More words.
"""
ARABIC = """\
:author: أمينة حسن
:lang: ar
:journal: مجلة الميناء
:issn: 2053-8626
:publisher: الميناء

فن الانتظار
===========

.. eir:article::

   ملخص.

لا أحد يولد وهو يعرف الانتظار.
"""
SHORT = "Short\n=====\n\n.. eir:article::\n\nShort words.\n"


def pdfs(project: Project, files: dict[str, str], **settings: object) -> Build:
    project.root.mkdir(exist_ok=True)
    (project.root / "picture.png").write_bytes(PNG)
    return project.write(files).build("eir-pdf", **settings)


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The PDFs of a journal with two articles, one of them Arabic."""
    from support.sphinx_project import Project

    project = Project(tmp_path_factory.mktemp("journal") / "source")
    return pdfs(project, {"tides.rst": JOURNAL, "waiting.rst": ARABIC}, eir_article_layout="journal")


def test_a_journals_first_page_says_where_the_article_belongs(journal: Build) -> None:
    assert journal.warnings == []
    (page,) = pages_of(journal.out / "tides.pdf")
    order = ["Harbour Review", "3(2), 10–22", "ISSN 2053-8626", "https://doi.org/10.1000/xyz", "CC BY 4.0", "REVIEW", "Tides", "A Study in Salt", "Ann Smith", "University of Northport · https://orcid.org/0000-0002-1825-0097", "Bob Jones", "March 5 2024 · updated April 1 2024", "Abstract", "The abstract, with emphasis.", "Keywords", "sea, tide", "Words"]  # fmt: skip
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert "How to cite Ann Smith and Bob Jones, “Tides: A Study in Salt”, March 5 2024" in page
    assert "Licence: CC BY 4.0" in page
    assert page.endswith("Harbour Review 3(2), 10–22 Page 10")
    data = (journal.out / "tides.pdf").read_bytes()
    for address in (
        b"https://doi.org/10.1000/xyz",
        b"https://creativecommons.org/licenses/by/4.0/",
        b"https://orcid.org/",
    ):
        assert address in data


def test_the_layout_of_reference_copies_has_none_of_it(project: Project) -> None:
    (page,) = pages_of(pdfs(project, {"tides.rst": JOURNAL}).out / "tides.pdf")
    assert page.startswith("Harbour Review 3(2), 10–22 https://doi.org/10.1000/xyz Tides")
    for words in ("Abstract", "Keywords", "How to cite", "REVIEW"):
        assert words not in page


def test_an_article_that_has_a_place_for_its_citation_has_it_once(project: Project) -> None:
    essay = JOURNAL.replace("More words.", ".. eir:cite-this::")
    (page,) = pages_of(pdfs(project, {"tides.rst": essay}, eir_article_layout="journal").out / "tides.pdf")
    assert "How to cite" not in page
    assert page.count("“Tides: A Study in Salt”") == 1


def test_arabic_runs_from_right_to_left_in_a_face_for_it(journal: Build) -> None:
    import pypdfium2

    data = (journal.out / "waiting.pdf").read_bytes()
    assert b"Amiri" in data
    assert b"DejaVuSansMono" not in data
    assert b"/Lang(ar)" in data or b"/Lang (ar)" in data
    document = pypdfium2.PdfDocument(journal.out / "waiting.pdf")
    page = document[0]
    text = page.get_textpage()
    found = text.search("فن").get_next()
    assert found, "the title is in the text as it is typed"
    left, _bottom, right, _top = text.get_charbox(found[0])
    middle = page.get_width() / 2
    document.close()
    assert left > middle
    assert right > middle


def test_programs_run_from_left_to_right_in_arabic_too(project: Project) -> None:
    import pypdfium2

    program = "\n.. code-block:: python\n\n   program()\n"
    build = pdfs(project, {"waiting.rst": ARABIC + program})
    document = pypdfium2.PdfDocument(build.out / "waiting.pdf")
    text = document[0].get_textpage()
    found = text.search("program").get_next()
    assert found
    _left, _bottom, right, _top = text.get_charbox(found[0])
    middle = document[0].get_width() / 2
    document.close()
    assert right < middle


@pytest.mark.parametrize("name", ["tides", "waiting"])
def test_a_second_checker_finds_nothing_against_pdf_ua(journal: Build, name: str) -> None:
    """``page`` checks the 104 rules of PDF/UA-1 that veraPDF does, and is held to veraPDF's own files."""
    page = pytest.importorskip("page")
    report = page.validate_pdf(journal.out / f"{name}.pdf", profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.rules.total >= 100


def test_the_second_checker_finds_what_a_page_lacks(tmp_path: Path) -> None:
    """A PDF without tags: the test above can fail."""
    import typst

    page = pytest.importorskip("page")
    (tmp_path / "bare.typ").write_text("Words.", encoding="utf-8")
    typst.compile(tmp_path / "bare.typ", tmp_path / "bare.pdf", pdf_tags=False)
    report = page.validate_pdf(tmp_path / "bare.pdf", profile="ua1")
    assert report.rules.failed >= 3
    assert not report.is_compliant


def test_terms_on_several_lines_and_captions_with_numbers_are_set(project: Project) -> None:
    essay = """
.. glossary::

   tide
   ebb
      Water.

:numref:`Figure %s <pixel>` and :numref:`data`.

.. figure:: picture.png
   :name: pixel
   :alt: A pixel

   The caption.

.. csv-table:: The title
   :name: data

   a, b
"""
    build = pdfs(project, {"short.rst": SHORT + essay}, numfig=True)
    assert build.warnings == []
    page = pages_of(build.out / "short.pdf")[0]
    for words in ("tide ebb Water.", "Figure 1 and Table 1.", "Fig. 1 The caption.", "Table 1 The title"):
        assert words in page


def test_no_word_of_a_table_stands_over_another(project: Project) -> None:
    essay = """
.. list-table::
   :widths: 10 30 30

   * - 330
     - ``features.article.read_document.ReadFrontMatter``
     - Reads an article, and what stands before it
"""
    build = pdfs(project, {"short.rst": SHORT + essay})
    lines = boxes_of(build.out / "short.pdf", ("330", "features.", "ReadFrontMatter", "Reads", "before"))
    assert lines["330"].right < lines["features."].left
    assert max(lines["features."].right, lines["ReadFrontMatter"].right) < lines["Reads"].left
    assert lines["features."].left == pytest.approx(lines["ReadFrontMatter"].left, abs=1)


class Box(NamedTuple):
    """Where words stand on a page, in points."""

    left: float
    right: float


def boxes_of(path: Path, phrases: tuple[str, ...]) -> dict[str, Box]:
    """Return where *phrases* stand on the first page of a PDF."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument(path)
    page = document[0].get_textpage()
    boxes = {}
    for phrase in phrases:
        index, count = page.search(phrase).get_next()
        found = [page.get_charbox(number) for number in range(index, index + count)]
        boxes[phrase] = Box(min(box[0] for box in found), max(box[2] for box in found))
    document.close()
    return boxes


# Templates of a site


TEMPLATE = """\
#import "/eir/article.typ" as eir
#import "/eir/article.typ": *
#import "house.typ": motto
#let article(..given, body) = eir.article(..given, motto + body)
"""


@pytest.fixture
def house(project: Project) -> Project:
    """A project with a template of its own, which says more than ours."""
    folder = project.root / "_typst"
    folder.mkdir(parents=True)
    (folder / "article.typ").write_text(TEMPLATE, encoding="utf-8")
    (folder / "house.typ").write_text("#let motto = [Slowly, slowly.]\n", encoding="utf-8")
    project.settings["eir_typst_template"] = "_typst"
    return project.write({"short.rst": SHORT})


def test_a_site_sets_pages_with_a_template_of_its_own(house: Project) -> None:
    build = house.build("eir-pdf")
    assert build.warnings == []
    assert "Slowly, slowly." in pages_of(build.out / "short.pdf")[0]


def test_a_change_of_any_of_its_files_sets_the_articles_again(house: Project) -> None:
    house.build("eir-pdf")
    (house.root / "_typst" / "house.typ").write_text("#let motto = [At once.]\n", encoding="utf-8")
    assert "At once." in pages_of(house.build("eir-pdf").out / "short.pdf")[0]


def test_a_template_that_is_not_there_is_named_and_ours_is_used(project: Project) -> None:
    build = pdfs(project, {"short.rst": SHORT}, eir_typst_template="_nowhere", eir_typst_fonts=["_fonts"])
    first, second = build.warnings
    assert "eir_typst_template: there is no article.typ in" in first
    assert "eir_typst_fonts: there is no folder" in second
    assert "Short words." in pages_of(build.out / "short.pdf")[0]


def test_a_fault_in_a_template_is_told_by_its_line(house: Project) -> None:
    (house.root / "_typst" / "house.typ").write_text("#let motto = nothing-of-it\n", encoding="utf-8")
    (warning,) = house.build("eir-pdf").warnings
    assert "short.pdf can't be written: Typst stopped: " in warning
    assert "nothing-of-it" in warning


def test_a_full_disk_costs_a_pdf_alone(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(path: Path, data: bytes) -> None:
        if path.name == "long.pdf":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write_file(path, data)

    monkeypatch.setattr(pdf, "write_file", write)
    build = pdfs(project, {"long.rst": SHORT, "short.rst": SHORT})
    (warning,) = build.warnings
    assert f"long.pdf can't be written: [Errno {errno.ENOSPC}]" in warning
    assert [path.name for path in build.out.glob("*.pdf")] == ["short.pdf"]


# Fonts


def test_letters_that_no_font_has_are_named(project: Project) -> None:
    build = pdfs(project, {"short.rst": SHORT.replace("Short words", "Short \U00012000\U00012001 words")})
    (warning,) = build.warnings
    assert "short.pdf isn't accessible as PDF/UA-1 has it: no font has \U00012000, \U00012001: " in warning
    assert "eir_typst_fonts" in warning
    assert (build.out / "short.pdf").read_bytes().startswith(b"%PDF")


def test_fonts_of_a_folder_are_found(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    import fontpkg_amiri

    monkeypatch.setattr("sphinxext_eir.features.exports.typesetter.packaged_fonts", lambda: iter(()))
    project.root.mkdir(exist_ok=True)
    (project.root / "_fonts").symlink_to(fontpkg_amiri.ROOT)
    build = pdfs(project, {"waiting.rst": ARABIC}, eir_typst_fonts=["_fonts"])
    assert build.warnings == []
    assert b"Amiri" in (build.out / "waiting.pdf").read_bytes()


# Other readers of JATS


@pytest.mark.parametrize("layout", ["reference", "journal"])
def test_another_reader_of_jats_finds_facts_text_notes_and_references(
    make_project: Callable[..., Project], layout: str
) -> None:
    litdown = pytest.importorskip("litdown")
    essay = JOURNAL + "\n.. eir:bibliography::\n\n   Clark, Wesley. (2001) *War*. New York: PublicAffairs.\n"
    project = make_project(layout)
    project.root.mkdir(exist_ok=True)
    (project.root / "picture.png").write_bytes(PNG)
    build = project.write({"tides.rst": essay}).build("eir-jats", eir_article_layout=layout)
    said = litdown.convert(build.out / "tides.xml")
    for line in (
        "# Tides: A Study in Salt",
        "Ann Smith<sup>1</sup>, Bob Jones",
        "**Journal:** Harbour Review (ISSN 2053-8626)",
        "**Volume:** 3(2), p. 10–22",
        "**DOI:** [10.1000/xyz](https://doi.org/10.1000/xyz)",
        "**Keywords:** sea, tide",
        "The abstract, with *emphasis*.",
        "## Deep",
        "| one | two |",
        "A note with [an address](https://a.example).",
        "Clark, Wesley. (2001) *War*. New York: PublicAffairs.",
    ):
        assert line in said, line
    body = said.partition("---")[2].partition("## Notes")[0]
    assert "doi.org" not in body, "what the front says isn't in the text again"
