"""``eir_article_pdfs``: one PDF per article beside the project's, and pages that link to it."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.sphinx_project import (
    STOCK_BUILDERS,
    Project,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
    assert_same_files,
)

from sphinxext_eir.text.identifiers import pdf_name, tex_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


ORIGINAL = "https://example.org/2024/03/01/waiting/"

ESSAY = f"""\
:author: Doe, Jane; John Roe & Sons
:date: 2024-03-01
:canonical: {ORIGINAL}
:keywords: patience; 100% {{calm}}
:description: On waiting & its friends.

The Art of *Waiting* & Seeing
=============================

.. eir:article::

   Waiting is an art.

Nobody is born with it.[i] More at `a site <https://example.org/more>`_.

A First Part
------------

{"Nobody is born with it. " * 900}

A Second Part
-------------

Words, see :doc:`/plain`.

.. [i] The note.
"""
SHORT = "Short\n=====\n\n.. eir:article::\n   :author: Ann Other\n\nShort [i]_.\n\n.. [i] Another note.\n"
PLAIN = "Plain\n=====\n\nAn API page.\n"
SOURCES = {"essays/waiting.rst": ESSAY, "essays/short.rst": SHORT, "plain.rst": PLAIN}
OWN = "article.essays.waiting"


@pytest.fixture
def essays(project: Project) -> Project:
    project.settings["eir_article_pdfs"] = True
    return project.write(SOURCES)


def make_pdfs(project: Project, out: str = "html", *docnames: str) -> None:
    """Leave files where LaTeX leaves PDFs for the pages in *out*: of these articles, or of all."""
    latex = project.root.parent / "builds" / out / "latex"
    latex.mkdir(parents=True, exist_ok=True)
    for docname in docnames or ("essays/waiting", "essays/short"):
        (latex / f"{tex_name(docname)}.pdf").write_bytes(b"%PDF")


# Names


def test_the_pdf_has_the_name_of_its_page() -> None:
    assert pdf_name("a/b") == "a/b.pdf"
    assert pdf_name("index") == "index.pdf"


def test_no_two_articles_share_a_file_in_latex_folder() -> None:
    names = ["a/b", "a.b", "a-b", "a_b", "a b", "ä/b", "a..2e.b"]
    assert len({tex_name(name) for name in names}) == len(names)
    assert tex_name("a/b") == "article.a.b"
    assert all(re.fullmatch(r"[\w.-]+", tex_name(name), re.ASCII) for name in names)


# Pages


@pytest.mark.parametrize(
    ("builder", "page", "href"),
    [
        ("html", "essays/waiting.html", "waiting.pdf"),
        ("dirhtml", "essays/waiting/index.html", "../waiting.pdf"),
        ("singlehtml", "index.html", "essays/waiting.pdf"),
    ],
)
def test_pages_link_to_the_pdf(essays: Project, builder: str, page: str, href: str) -> None:
    make_pdfs(essays, builder)
    build = essays.build(builder)
    assert build.warnings == []
    links = build.page(page, "").select(".eir-article .eir-pdf a")
    assert [link.text for link in links][:1] == ["PDF"]
    assert href in [link["href"] for link in links]


def test_a_link_is_quoted_as_the_pages_address_is(project: Project) -> None:
    make_pdfs(project, "html", "zwei wörter")
    build = project.write({"zwei wörter.rst": SHORT}).build(eir_article_pdfs=True)
    assert build.page("zwei wörter").select_one(".eir-pdf a")["href"] == "zwei%20w%C3%B6rter.pdf"


def test_without_the_setting_nothing_of_it_is_there(project: Project) -> None:
    project.write(SOURCES)
    assert project.build().page("essays/waiting").select(".eir-pdf") == []
    assert [path.name for path in project.build("latex").out.glob("*.tex")] == ["essays.tex"]


def test_turning_it_on_rewrites_the_pages(project: Project) -> None:
    project.write(SOURCES).build()
    make_pdfs(project)
    assert project.build(eir_article_pdfs=True).page("essays/short").select_one(".eir-pdf a")


def test_no_page_links_to_a_pdf_that_is_not_there(essays: Project) -> None:
    make_pdfs(essays, "html", "essays/short")
    build = essays.build(html_baseurl="https://essays.example/")
    (warning,) = build.warnings
    assert (
        "1 of 2 articles have no PDF, and their pages no link to one ('essays/waiting', for example)"
        in warning
    )
    assert "[eir.article_pdf]" in warning
    assert build.page("essays/waiting").select(".eir-pdf, meta[name=citation_pdf_url]") == []
    assert build.page("essays/short").select(".eir-pdf a, meta[name=citation_pdf_url]")
    make_pdfs(essays)  # and then it is made
    build = essays.build(html_baseurl="https://essays.example/")
    assert build.warnings == []
    assert build.page("essays/waiting").select_one(".eir-pdf a")["href"] == "waiting.pdf"
    assert (build.out / "essays" / "waiting.pdf").read_bytes() == b"%PDF"


def test_pages_that_are_no_articles_have_no_link(essays: Project) -> None:
    make_pdfs(essays)
    assert essays.build().page("plain").select(".eir-pdf, [href$='.pdf']") == []


@pytest.mark.parametrize("builder", STOCK_BUILDERS)
def test_every_builder_builds_without_a_warning(essays: Project, builder: str) -> None:
    make_pdfs(essays, builder)
    build = essays.build(builder)
    assert [line for line in build.warnings if "epub" not in line] == []
    if builder in ("epub", "text", "man", "texinfo"):
        assert "PDF" not in "".join(path.read_text(errors="replace") for path in build.out.glob("essays/*"))


def test_pages_are_the_same_from_two_processes_and_from_two_resolutions(essays: Project) -> None:
    essays.write({f"more/{number}.rst": SHORT for number in range(6)})
    (essays.root / "index.rst").write_text("Essays\n======\n\n.. toctree::\n   :glob:\n\n   **\n")
    assert_parallel_equals_serial(essays)
    assert_parallel_equals_serial(essays, "latex")
    assert_resolving_twice_gives_equal_trees(essays.build())


def test_pdfs_that_latex_made_are_put_beside_their_pages(essays: Project, tmp_path: Path) -> None:
    made = tmp_path / "builds" / "site" / "latex"
    made.mkdir(parents=True)
    (made / f"{OWN}.pdf").write_bytes(b"%PDF")
    build = essays.build("html", out="site")
    assert (build.out / "essays" / "waiting.pdf").read_bytes() == b"%PDF"
    assert not (build.out / "essays" / "short.pdf").exists()


# LaTeX


def test_latex_writes_the_projects_document_and_one_per_article(
    essays: Project, make_project: Callable[..., Project]
) -> None:
    build = essays.build("latex")
    assert sorted(path.name for path in build.out.glob("*.tex")) == [
        "article.essays.short.tex",
        f"{OWN}.tex",
        "essays.tex",
    ]
    without = make_project("without").write(SOURCES).build("latex")
    assert build.read("essays.tex") == without.read("essays.tex")
    assert build.read("article.essays.short.tex").count("Another note") == 1
    assert "essays.waiting" not in build.read("article.essays.short.tex")


def test_latex_is_the_same_when_built_again(essays: Project, make_project: Callable[..., Project]) -> None:
    essays.build("latex")
    again = essays.build("latex")
    fresh = make_project("fresh", eir_article_pdfs=True).write(SOURCES).build("latex")
    assert_same_files(again.out, fresh.out)


def test_a_name_that_is_taken_is_reported(project: Project) -> None:
    mine = [("index", "article.short.tex", "Mine", "Me", "manual")]
    build = project.write({"short.rst": SHORT}).build("latex", eir_article_pdfs=True, latex_documents=mine)
    assert build.warnings == [
        "short.rst: WARNING: latex_documents has a 'article.short.tex' already: the article 'short' gets no PDF of "
        "its own [eir.config]"
    ]
    assert "Mine" in build.read("article.short.tex")


def information(program: Callable[[str], str], pdf: Path) -> dict[str, str]:
    printed = subprocess.run([program("pdfinfo"), pdf], capture_output=True, text=True, check=True).stdout
    return {name: value.strip() for name, _, value in (line.partition(":") for line in printed.splitlines())}


@pytest.mark.parametrize("engine", ["pdflatex", "xelatex", "lualatex"])
def test_the_pdf_is_a_reference_copy(
    essays: Project, pdf_text: Callable[..., str], program: Callable[[str], str], engine: str
) -> None:
    build = essays.build("latex", latex_engine=engine)
    pages = [" ".join(page.split()) for page in pdf_text(build, engine, name=OWN).split("\f")][:-1]
    pdf = build.out / f"{OWN}.pdf"

    first, *later = pages
    assert first.startswith("This PDF is auto-generated for reference only.")
    order = ["linked below.", "The Art of Waiting & Seeing", ORIGINAL, "JANE DOE AND", "Waiting is an art", "Nobody"]  # fmt: skip
    assert [first.index(words) for words in order] == sorted(first.index(words) for words in order)
    assert first.endswith(f"Page 1/{len(pages)}")
    assert first.count("The Art of Waiting") == 1
    assert "Contents" not in first
    assert len(later) >= 2
    for number, page in enumerate(later, 2):
        assert page.startswith("The Art of Waiting & Seeing Written by Jane Doe and John Roe & Sons")
        assert page.endswith(f"Page {number}/{len(pages)}")
    assert "[i] The note." in pages[-1]
    assert "Words, see Plain." in pages[-1]  # by its title: this PDF doesn't have it

    said = information(program, pdf)
    assert said["Title"] == "The Art of Waiting & Seeing"
    assert said["Author"] == "Jane Doe and John Roe & Sons"
    assert said["Subject"] == "On waiting & its friends."
    assert said["Keywords"] == "patience, 100% {calm}"

    pypdfium2 = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    document = pypdfium2.PdfDocument(pdf)
    bookmarks = [
        (mark.level, mark.get_title() if hasattr(mark, "get_title") else mark.title)  # pypdfium2 4
        for mark in document.get_toc()
    ]
    assert bookmarks == [(0, "The Art of Waiting & Seeing"), (1, "A First Part"), (1, "A Second Part")]
    labels = [document.get_page_label(number) for number in range(len(document))]
    # None at all where they would say what a reader counts: 1, 2, 3 (ISO 32000-1, 12.4.2).
    assert labels in ([""] * len(pages), [str(number) for number in range(1, len(pages) + 1)])
    document.close()
    urls = subprocess.run(
        [program("pdfinfo"), "-url", pdf], capture_output=True, text=True, check=True
    ).stdout
    assert {ORIGINAL, "https://example.org/more"} <= set(urls.split())


@pytest.mark.tex
def test_two_commands_put_every_pdf_beside_its_page(essays: Project, program: Callable[[str], str]) -> None:
    program("make")
    program("latexmk")
    settings = 'extensions = ["sphinxext_eir"]\nproject = "Essays"\neir_article_pdfs = True\n'
    essays.write({"conf.py": settings})
    for target in ("latexpdf", "html"):
        command = [sys.executable, "-m", "sphinx", "-M", target, ".", "_build", "-q"]
        done = subprocess.run(command, cwd=essays.root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    pages = essays.root / "_build" / "html"
    for docname in ("essays/waiting", "essays/short"):
        assert (pages / pdf_name(docname)).read_bytes().startswith(b"%PDF")
    # And without make: latexmk takes all documents in the folder.
    latex = essays.root / "_build" / "latex"
    (latex / f"{OWN}.pdf").unlink()
    subprocess.run([program("latexmk"), "-pdf"], cwd=latex, capture_output=True, check=True)
    assert (latex / f"{OWN}.pdf").is_file()


def test_the_pdf_says_its_language(project: Project) -> None:
    build = project.write({"short.rst": SHORT}).build("latex", eir_article_pdfs=True, language="pt_BR")
    assert "pdflang={pt-BR}" in build.read("article.short.tex")


def test_an_article_with_its_own_project_document_keeps_that(
    project: Project, pdf_text: Callable[..., str]
) -> None:
    build = project.write({"index.rst": SHORT}).build("latex", eir_article_pdfs=True)
    assert "sphinxmaketitle" in build.read("essays.tex")
    text = " ".join(pdf_text(build, name="article.index").split())
    assert text.startswith("Short ANN OTHER Short [i].")
    assert text.endswith("Page 1/1")


def test_the_title_is_a_title_whatever_the_projects_pdf_begins_with(
    project: Project, pdf_text: Callable[..., str]
) -> None:
    build = project.write({"short.rst": SHORT}).build(
        "latex", eir_article_pdfs=True, latex_toplevel_sectioning="part"
    )
    assert " ".join(pdf_text(build, name="article.short").split()).startswith("Short ANN OTHER Short [i].")


def test_page_foot_notes_stay_at_the_foot(project: Project, pdf_text: Callable[..., str]) -> None:
    build = project.write({"short.rst": SHORT}).build(
        "latex", eir_article_pdfs=True, eir_note_placement="page"
    )
    text = " ".join(pdf_text(build, name="article.short").split())
    assert text.endswith("[i] Another note. Page 1/1")
    assert text.startswith("Short ANN OTHER Short")


def test_an_article_takes_along_what_its_toctree_names(
    project: Project, pdf_text: Callable[..., str]
) -> None:
    issue = "Issue\n=====\n\n.. eir:article::\n\nIntro.\n\n.. toctree::\n\n   short\n"
    build = project.write({"issue.rst": issue, "short.rst": SHORT}).build("latex", eir_article_pdfs=True)
    first, second = pdf_text(build, name="article.issue").split("\f")[:-1]
    assert "Intro." in first
    assert " ".join(second.split()) == "Short ANN OTHER Short [i]. [i] Another note. Page 2/2"


def test_settings_for_the_projects_pdf_hold_for_the_articles(
    project: Project, pdf_text: Callable[..., str]
) -> None:
    elements = {"papersize": "a4paper", "preamble": "\\usepackage{setspace}", "maketitle": "\\gone"}
    build = project.write({"short.rst": SHORT, "more.rst": PLAIN}).build(
        "latex", eir_article_pdfs=True, latex_elements=elements, latex_appendices=["more"]
    )
    assert "a4paper" in build.read("article.short.tex")
    assert "API page" not in pdf_text(build, name="article.short")
