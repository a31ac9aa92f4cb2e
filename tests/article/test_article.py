"""``eir:article``: its head in every builder, and the laws of every feature."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from support.headed import ESSAY, ORIGINAL
from support.sphinx_project import (
    STOCK_BUILDERS,
    Project,
    assert_documents_of_others_are_untouched,
    assert_incremental_equals_fresh,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
)

from sphinxext_eir.core.domain import eir_domain

if TYPE_CHECKING:
    from collections.abc import Callable


PLAIN = "Plain\n=====\n\nAn API page [1]_ (Blank 2000).\n\n.. [1] A note.\n"

WORDS = ["Jane", "Doe", "John", "Roe", "2024", ORIGINAL, "student", "Waiting is an art", "teaches patience"]


# Every builder


@pytest.mark.parametrize("builder", STOCK_BUILDERS)
def test_every_builder_builds_without_a_warning(project: Project, builder: str) -> None:
    build = project.write({"essay.rst": ESSAY, "plain.rst": PLAIN}).build(builder)
    assert [line for line in build.warnings if "epub" not in line] == []


OUTPUTS = {
    "html": "essay.html",
    "dirhtml": "essay/index.html",
    "singlehtml": "index.html",
    "epub": "essay.xhtml",
    "latex": "essays.tex",
    "text": "essay.txt",
    "man": "essays.1",
    "texinfo": "essays.texi",
    "xml": "essay.xml",
    "pseudoxml": "essay.pseudoxml",
}


@pytest.mark.parametrize(("builder", "output"), OUTPUTS.items())
def test_every_builder_prints_every_word(project: Project, builder: str, output: str) -> None:
    build = project.write({"essay.rst": ESSAY}).build(builder)
    text = re.sub(r"\\sphinx\w+{(\w+)}", r"\1", build.read(output).replace("\\-", "-").replace("\\:", ""))
    flat = " ".join(text.split()).lower()
    for word in WORDS:
        assert word.lower() in flat, word
    assert "march 1 2024" in flat
    assert "—" in text or "eiraboutauthor" in text


def test_builders_without_a_style_sheet_print_the_byline_in_capitals(project: Project) -> None:
    text = project.write({"essay.rst": ESSAY}).build("text").read("essay.txt")
    assert "\nJANE DOE AND JOHN ROE, MARCH 1 2024\n" in text


def test_a_builder_nobody_knows_is_given_docutils_own_nodes_alone(project: Project) -> None:
    build = project.write({"essay.rst": ESSAY}).build(
        "plain", extensions=["sphinxext_eir", "support.plain_builder"]
    )
    assert build.warnings == []
    assert "JANE DOE  AND  JOHN ROE ,  MARCH 1 2024" in build.read("essay.plain")


def test_gettext_has_the_authors_words_those_of_the_head_among_them(project: Project) -> None:
    catalogue = project.write({"essay.rst": ESSAY}).build("gettext").read("essay.pot")
    messages = re.findall(r'^msgid "(.+)"$', catalogue, flags=re.MULTILINE)
    assert messages == [
        "The Art of *Waiting*",
        "Written by a student.",
        "Waiting is an art.",
        "Nobody is born with it.",
        "**Jane Doe** teaches patience.",
    ]


def test_a_disclaimer_given_as_an_option_has_markup_and_is_translated(project: Project) -> None:
    source = "Essay\n=====\n\n.. eir:article::\n   :disclaimer: By a *student*.\n\nBody.\n"
    project.write({"essay.rst": source})
    assert 'msgid "By a *student*."' in project.build("gettext").read("essay.pot")
    assert project.build().page("essay").select_one(".eir-disclaimer em").text == "student"


CLOSED = ":written-for: Dr. Ann Moe\n:date-written: 2023-05\n"
LINES = ["Written by: Jane Doe and John Roe", "Written at: University of Somewhere", "Written for: Dr. Ann Moe", "Date written: May 2023"]  # fmt: skip


@pytest.mark.parametrize("layout", ["reference", "journal"])
@pytest.mark.parametrize("builder", ["html", "epub", "text", "latex"])
def test_an_essay_ends_with_for_whom_and_when_it_was_written(
    project: Project, builder: str, layout: str
) -> None:
    author = ":author: Jane Doe (University of Somewhere); John Roe (University of Somewhere)\n"
    head = f"{author}:keywords: tides\n{CLOSED}\nEssay\n=====\n\n.. eir:article::\n\n"
    project.write({"essay.rst": f"{head}Body. [#a]_\n\nTwo\n---\n\nMore.\n\n.. [#a] A note.\n"})
    build = project.build(builder, eir_article_layout=layout)
    assert build.warnings == []
    if builder in ("html", "epub"):
        page = build.page("essay", ".xhtml" if builder == "epub" else ".html")
        assert [line.text for line in page.select("section + .eir-written .line")] == LINES
        assert page.select(".eir-notes ~ .eir-written")
    else:
        text = build.read({"text": "essay.txt", "latex": "essays.tex"}[builder])
        places = [text.index(words) for words in ("A note.", *LINES)]
        assert places[1:] == sorted(places[1:])


def test_the_date_of_writing_is_no_date_of_publication(project: Project) -> None:
    essay = f":date: 2024\n{CLOSED}\nEssay\n=====\n\n.. eir:article::\n\nBody.\n"
    page = project.write({"essay.rst": essay}).build().page("essay")
    said = json.loads(page.select_one('script[type="application/ld+json"]').string)
    assert (said["dateCreated"], said["datePublished"]) == ("2023-05", "2024")


# HTML


def test_the_head_stands_under_the_title(project: Project) -> None:
    page = project.write({"essay.rst": ESSAY}).build().page("essay")
    header = page.select_one("h1 + header.eir-article")
    classes = [child["class"][0] for child in header.find_all(True, recursive=False)]
    assert classes == ["eir-notice", "eir-canonical", "eir-byline", "eir-disclaimer", "eir-standfirst"]
    assert header.select_one(".eir-byline").get_text() == "Jane Doe and John Roe, March 1 2024"
    assert header.select_one("time[datetime='2024-03-01']").text == "March 1 2024"
    assert header.select_one(".eir-canonical a")["href"] == ORIGINAL


@pytest.mark.parametrize("baseurl", ["", "https://essays.example/"])
@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_there_is_one_canonical_link_and_it_is_the_original(
    project: Project, builder: str, baseurl: str
) -> None:
    build = project.write({"essay.rst": ESSAY, "plain.rst": PLAIN}).build(builder, html_baseurl=baseurl)
    suffix = ".html" if builder == "html" else "/index.html"
    links = build.page("essay", suffix).select("link[rel=canonical]")
    assert [link["href"] for link in links] == [ORIGINAL]
    own = [link["href"] for link in build.page("plain", suffix).select("link[rel=canonical]")]
    assert own == ([f"{baseurl}plain{suffix.removesuffix('index.html')}"] if baseurl else [])


def test_the_style_sheet_is_on_our_pages_alone(project: Project) -> None:
    build = project.write({"essay.rst": ESSAY, "plain.rst": PLAIN}).build()
    assert len(build.page("essay").select("link[href^='_static/eir.css']")) == 1
    assert build.page("plain").select("link[href*='eir']") == []
    assert (build.out / "_static" / "eir.css").stat().st_size > 0


def test_the_style_sheet_is_on_the_single_page(project: Project) -> None:
    build = project.write({"essay.rst": ESSAY}).build("singlehtml")
    assert len(build.page("index").select("link[href^='_static/eir.css']")) == 1


def test_documents_that_are_not_ours_are_untouched(make_project: Callable[..., Project]) -> None:
    assert_documents_of_others_are_untouched(make_project, {"plain.rst": PLAIN})


def test_the_notice_shows_in_print_alone(project: Project, page: object) -> None:
    build = project.write({"essay.rst": ESSAY}).build()
    page.goto((build.out / "essay.html").as_uri())
    notice = page.locator(".eir-notice")
    assert notice.is_hidden()
    page.emulate_media(media="print")
    assert notice.is_visible()
    assert "for reference only" in notice.inner_text()


def test_the_notice_is_the_authors_or_none(project: Project) -> None:
    project.write(
        {
            "own.rst": "A\n=\n\n.. eir:article::\n   :notice: My notice.\n",
            "none.rst": f"A\n=\n\n.. eir:article::\n   :canonical: {ORIGINAL}\n   :notice: none\n",
            "original.rst": "A\n=\n\n.. eir:article::\n   :author: Nobody\n",
        }
    )
    build = project.build()
    assert build.page("own").select_one(".eir-notice").text == "My notice."
    assert build.page("none").select(".eir-notice") == []
    assert build.page("original").select(".eir-notice") == []


def test_an_e_book_has_no_notice(project: Project) -> None:
    assert "eir-notice" not in project.write({"essay.rst": ESSAY}).build("epub").read("essay.xhtml")


def test_an_author_with_an_orcid_is_linked_to_it(project: Project) -> None:
    orcid = "https://orcid.org/0000-0002-1825-0097"
    source = f"A\n=\n\n.. eir:article::\n   :author: Doe, Jane <{orcid}> (Leeds)\n   :updated: 2024\n"
    byline = project.write({"a.rst": source}).build().page("a").select_one(".eir-byline")
    assert byline.get_text() == "Jane Doe (Leeds), updated 2024"
    assert byline.a["href"] == orcid


@pytest.mark.parametrize(
    ("language", "date", "printed"),
    [
        ("en", "2012-05-12", "May 12 2012"),
        ("en", "2012-05", "May 2012"),
        ("en", "2012", "2012"),
        ("de", "2012-05-12", "12. Mai 2012"),
        ("fr", "2012-05", "mai 2012"),
    ],
)
def test_dates_are_written_as_readers_write_them(
    project: Project, language: str, date: str, printed: str
) -> None:
    project.write({"a.rst": f"A\n=\n\n.. eir:article::\n   :date: {date}\n"})
    time = project.build(language=language).page("a").select_one("time")
    assert (time.text, time["datetime"]) == (printed, date)


def test_markup_in_a_field_stays_text(project: Project) -> None:
    evil = "<script>alert(1)</script> \\textbf{x} **b**"
    project.write({"a.rst": f"A\n=\n\n.. eir:article::\n   :author: {evil}\n   :notice: {evil}\n"})
    page = project.build().page("a")
    assert page.select_one(".eir-byline").text == evil
    assert page.select(".eir-article script, .eir-article strong") == []
    tex = project.build("latex").read("essays.tex")
    assert "\\textbf{x}" not in tex


# LaTeX


def test_the_pdf_has_head_running_heads_and_pages(
    make_project: Callable[..., Project], pdf_text: Callable[..., str]
) -> None:
    for engine in ("pdflatex", "xelatex", "lualatex"):
        long = ESSAY.replace("Nobody is born with it.", "\n\n".join(["Nobody is born with it. " * 30] * 30))
        project = make_project(engine).write({"essay.rst": long, "plain.rst": PLAIN.replace("[1]_", "")})
        build = project.build(
            "latex", latex_engine=engine, latex_elements={"extraclassoptions": "openany,oneside"}
        )
        pages = [" ".join(page.split()) for page in pdf_text(build, engine).split("\f")]
        first = next(
            number for number, page in enumerate(pages) if page.startswith("This PDF is auto-generated")
        )
        order = [
            "linked below.",
            "The Art of Waiting",
            ORIGINAL,
            "JANE DOE AND JOHN ROE, MARCH 1 2024",
            "student",
            "Nobody",
        ]
        assert [pages[first].index(words) for words in order] == sorted(
            pages[first].index(words) for words in order
        )
        later = [
            page for page in pages if page.startswith("The Art of Waiting Written by Jane Doe and John Roe")
        ]
        assert later == pages[first + 1 : first + 1 + len(later)]
        assert len(later) >= 2
        total = re.search(r"Page 1/(\d+)$", pages[first])[1]
        for number, page in enumerate(later, 2):
            assert page.endswith(f"Page {number}/{total}")
        (after,) = (page for page in pages[first + 1 :] if "An API page" in page)
        assert "Written by" not in after
        assert "Page" not in after
        assert "CHAPTER" in after.upper()


def test_latex_loads_our_package_where_an_article_is_alone(make_project: Callable[..., Project]) -> None:
    ours = make_project("ours").write({"essay.rst": ESSAY}).build("latex")
    theirs = make_project("theirs").write({"plain.rst": PLAIN}).build("latex")
    assert ours.read("essays.tex").count("\\usepackage{eir}") == 1
    assert (ours.out / "eir.sty").exists()
    assert "eir" not in theirs.read("essays.tex")
    assert not (theirs.out / "eir.sty").exists()


@pytest.mark.parametrize("documentclass", ["manual", "howto"])
def test_an_article_that_is_the_whole_document_compiles(
    project: Project, pdf_text: Callable[..., str], documentclass: str
) -> None:
    project.write({"essay.rst": ESSAY, "index.rst": ":orphan:\n\nIndex\n=====\n\n.. toctree::\n\n   essay\n"})
    build = project.build("latex", latex_documents=[("essay", "essays.tex", "", "Jane Doe", documentclass)])
    text = pdf_text(build)
    assert "The Art of Waiting" in text
    assert "JANE DOE AND JOHN ROE" in text


# Laws


def test_resolving_twice_gives_equal_trees(project: Project) -> None:
    project.write({"essay.rst": ESSAY, "plain.rst": PLAIN})
    for builder in ("html", "epub", "latex", "text"):
        assert_resolving_twice_gives_equal_trees(project.build(builder))


def test_parallel_equals_serial(project: Project) -> None:
    project.write(
        {f"essay{number}.rst": ESSAY.replace("2024-03-01", f"20{number:02}-03-01") for number in range(12)}
    )
    assert_parallel_equals_serial(project)


def test_incremental_equals_fresh(project: Project) -> None:
    project.write(
        {
            "essay.rst": ESSAY,
            "other.rst": ESSAY,
            "plain.rst": PLAIN,
            "index.rst": "I\n=\n\n.. toctree::\n   :glob:\n\n   *\n",
        }
    )
    edited = ESSAY.replace("Jane", "Mary").replace(ORIGINAL, "https://example.org/elsewhere")
    build = assert_incremental_equals_fresh(project, {"essay.rst": edited, "other.rst": None})
    assert list(eir_domain(build.app.env).documents) == ["essay"]
    build = assert_incremental_equals_fresh(project, {"essay.rst": PLAIN})
    assert eir_domain(build.app.env).documents == {}


def test_a_changed_default_rebuilds_the_page(project: Project) -> None:
    project.write({"essay.rst": "A\n=\n\n.. eir:article::\n"})
    project.build(eir_article_defaults={"author": "Jane Doe"})
    page = project.build(eir_article_defaults={"author": "John Roe"}).page("essay")
    assert page.select_one(".eir-byline").text == "John Roe"
