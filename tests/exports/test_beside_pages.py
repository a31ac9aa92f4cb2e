"""``eir_article_pdfs``: a PDF of each article beside its page, made in the same build, and pages that link to it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.exported import PNG
from support.sphinx_project import Project, assert_parallel_equals_serial

from sphinxext_eir.text.identifiers import pdf_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.sphinx_project import Build

pytestmark = [pytest.mark.pandoc, pytest.mark.usefixtures("pandoc")]

pytest.importorskip("typst", reason="typst is not installed")

ESSAY = """\
:author: Doe, Jane; John Roe & Sons
:date: 2024-03-01

The Art of *Waiting* & Seeing
=============================

.. eir:article::

Nobody is born with it.[i] See :doc:`/plain`, and :ref:`there <short>`.

.. [i] The note.
"""
SHORT = ".. _short:\n\nShort\n=====\n\n.. eir:article::\n   :author: Ann Other\n\nShort [i]_.\n\n.. [i] Another note.\n"
SOURCES = {
    "essays/waiting.rst": ESSAY,
    "essays/short.rst": SHORT,
    "plain.rst": "Plain\n=====\n\nAn API page.\n",
}


@pytest.fixture
def essays(project: Project) -> Project:
    project.settings["eir_article_pdfs"] = True
    return project.write(SOURCES)


def times(build: Build) -> dict[str, int]:
    """Return when each PDF was set."""
    kept = build.out.parent / "doctrees" / "eir" / "pdf"
    return {path.name: path.stat().st_mtime_ns for path in kept.rglob("*.pdf")}


def test_the_pdf_has_the_name_of_its_page() -> None:
    assert pdf_name("a/b") == "a/b.pdf"
    assert pdf_name("index") == "index.pdf"


@pytest.mark.parametrize(
    ("builder", "page", "href"),
    [
        ("html", "essays/waiting.html", "waiting.pdf"),
        ("dirhtml", "essays/waiting/index.html", "../waiting.pdf"),
        ("singlehtml", "index.html", "essays/waiting.pdf"),
    ],
)
def test_one_build_makes_the_pdf_and_the_page_that_links_to_it(
    essays: Project, builder: str, page: str, href: str
) -> None:
    build = essays.build(builder)
    assert build.warnings == []
    assert (build.out / "essays" / "waiting.pdf").read_bytes().startswith(b"%PDF")
    links = build.page(page, "").select(".eir-article .eir-pdf a")
    assert [link.text for link in links][:1] == ["PDF"]
    assert href in [link["href"] for link in links]


def test_a_link_is_quoted_as_the_pages_address_is(project: Project) -> None:
    build = project.write({"zwei wörter.rst": SHORT}).build(eir_article_pdfs=True)
    assert build.page("zwei wörter").select_one(".eir-pdf a")["href"] == "zwei%20w%C3%B6rter.pdf"
    assert (build.out / "zwei wörter.pdf").is_file()


def test_without_the_setting_nothing_of_it_is_there(project: Project) -> None:
    build = project.write(SOURCES).build()
    assert build.page("essays/waiting").select(".eir-pdf") == []
    assert list(build.out.rglob("*.pdf")) == []


def test_turning_it_on_and_off_rewrites_the_pages(project: Project) -> None:
    project.write(SOURCES).build()
    build = project.build(eir_article_pdfs=True)
    assert build.page("essays/short").select_one(".eir-pdf a")
    build = project.build()
    assert build.page("essays/short").select(".eir-pdf") == []
    assert list(build.out.rglob("*.pdf")) == []
    (build.out / "essays" / "short.pdf").write_bytes(b"%PDF-1.7 of the author's own")
    assert [path.name for path in project.build().out.rglob("*.pdf")] == ["short.pdf"]


def test_only_changed_articles_are_set_again(essays: Project) -> None:
    before = times(essays.build())
    essays.write({"plain.rst": "Plain\n=====\n\nOther words.\n"})
    assert times(essays.build()) == before
    essays.write({"essays/short.rst": SHORT.replace("Another note", "A changed note")})
    after = times(essays.build())
    assert after["waiting.pdf"] == before["waiting.pdf"]
    assert after["short.pdf"] > before["short.pdf"]


def test_a_setting_that_pdfs_show_sets_them_again(essays: Project) -> None:
    before = times(essays.build())
    after = times(essays.build(eir_note_placement="page"))
    assert all(after[name] > before[name] for name in before)
    assert times(essays.build(eir_note_placement="page")) == after


def test_an_article_that_has_gone_takes_its_pdf_along(essays: Project) -> None:
    essays.build()
    (essays.root / "essays" / "short.rst").unlink()
    essays.write({"essays/waiting.rst": ESSAY.replace(", and :ref:`there <short>`", "")})
    (essays.root / "index.rst").write_text("Essays\n======\n\n.. toctree::\n\n   essays/waiting\n   plain\n")
    build = essays.build()
    assert [path.name for path in build.out.rglob("*.pdf")] == ["waiting.pdf"]


def test_a_pdf_that_cannot_be_made_is_a_warning_and_no_link(essays: Project) -> None:
    (essays.root / "broken.png").write_bytes(PNG[:40])
    essays.write({"essays/short.rst": SHORT + "\n.. image:: /broken.png\n   :alt: Broken\n"})
    build = essays.build(html_baseurl="https://essays.example/")
    (warning,) = build.warnings
    assert warning.startswith(
        "essays/short.rst: WARNING: short.pdf can't be written: Typst stopped: failed to decode image"
    )
    assert "[eir.article_pdf]" in warning
    assert build.page("essays/short").select(".eir-pdf, meta[name=citation_pdf_url]") == []
    assert build.page("essays/waiting").select(".eir-pdf a, meta[name=citation_pdf_url]")
    (essays.root / "broken.png").write_bytes(PNG)  # and then it is mended
    build = essays.build(html_baseurl="https://essays.example/")
    assert build.warnings == []
    assert build.page("essays/short").select_one(".eir-pdf a")["href"] == "short.pdf"


def test_without_typst_one_warning_says_how_to_get_it(
    essays: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    import importlib.util

    found = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "typst" else found(name))
    build = essays.build()
    (warning,) = build.warnings
    assert "PDFs need Typst: pip install 'sphinxext-eir[typst]'" in warning
    assert build.page("essays/waiting").select(".eir-pdf") == []


def test_pages_that_are_no_articles_have_no_link(essays: Project) -> None:
    assert essays.build().page("plain").select(".eir-pdf, [href$='.pdf']") == []


@pytest.mark.parametrize("builder", ["epub", "latex", "text"])
def test_other_builders_know_nothing_of_it(essays: Project, builder: str) -> None:
    build = essays.build(builder)
    assert [line for line in build.warnings if "epub" not in line] == []
    assert list(build.out.rglob("*.pdf")) == []


def test_pages_are_the_same_from_two_processes(essays: Project) -> None:
    essays.write({f"more/{number}.rst": SHORT.replace(".. _short:\n\n", "") for number in range(3)})
    (essays.root / "index.rst").write_text("Essays\n======\n\n.. toctree::\n   :glob:\n\n   **\n")
    assert_parallel_equals_serial(essays)


def test_settings_of_the_command_line_reach_the_pdf(project: Project) -> None:
    settings = 'extensions = ["sphinxext_eir"]\nproject = "Essays"\neir_article_pdfs = True\n'
    hidden = "\n.. only:: draft\n\n   Words for friends.\n"
    project.write({"short.rst": SHORT + hidden}).write({"conf.py": settings})
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-t",
        "draft",
        "-D",
        "eir_note_style=arabic",
        ".",
        "_build",
    ]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        command, cwd=project.root, capture_output=True, text=True, check=False, env=environment
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "[1] Another note." in text_of(project.root / "_build" / "short.pdf")
    assert "Words for friends." in text_of(project.root / "_build" / "short.pdf")


def text_of(pdf: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def test_a_link_to_another_document_leaves_words_or_leads_to_the_site(
    essays: Project, make_project: Callable[..., Project]
) -> None:
    pdf = essays.build().out / "essays" / "waiting.pdf"
    assert "See Plain, and there." in text_of(pdf)
    assert b"plain.html" not in pdf.read_bytes()
    site = (
        make_project("site", eir_article_pdfs=True)
        .write(SOURCES)
        .build(html_baseurl="https://essays.example/")
    )
    assert b"(https://essays.example/plain.html)" in (site.out / "essays" / "waiting.pdf").read_bytes()
