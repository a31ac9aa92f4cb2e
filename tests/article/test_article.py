"""``eir:article`` and ``eir:about-author``, from the source to the reader, in every builder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.sphinx_project import (
    STOCK_BUILDERS,
    Project,
    assert_incremental_equals_fresh,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
    assert_same_files,
    is_older,
)

from sphinxext_eir.core.domain import eir_domain
from sphinxext_eir.extension import ENV_VERSION
from sphinxext_eir.text.authors import Author
from sphinxext_eir.text.fields import Date
from sphinxext_eir.text.frontmatter import Article

if TYPE_CHECKING:
    from collections.abc import Callable

ORIGINAL = "https://example.org/2024/03/01/waiting/"

ESSAY = f"""\
:author: Jane Doe; John Roe
:date: 2024-03-01
:canonical: {ORIGINAL}
:disclaimer: Written by a student.

The Art of *Waiting*
====================

.. eir:article::

   Waiting is an art.

Nobody is born with it.

.. eir:about-author::

   **Jane Doe** teaches patience.
"""

PLAIN = "Plain\n=====\n\nAn API page [1]_ (Blank 2000).\n\n.. [1] A note.\n"

WORDS = ["Jane", "Doe", "John", "Roe", "2024", ORIGINAL, "student", "Waiting is an art", "teaches patience"]


def record(build: object, docname: str = "essay") -> Article:
    article = eir_domain(build.app.env).find(docname, Article)
    assert article is not None
    return article


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
    builds = []
    for name, extensions in (("with", ["sphinxext_eir"]), ("without", [])):
        project = make_project(name, extensions=extensions).write({"plain.rst": PLAIN})
        builds.append([project.build(builder).out for builder in ("html", "text", "latex", "man", "texinfo")])
    for ours, theirs in zip(*builds, strict=True):
        for out in (ours, theirs):
            # Sphinx's own book-keeping of which extensions there are, and with which settings.
            (out / ".buildinfo").unlink(missing_ok=True)
            if (index := out / "searchindex.js").exists():
                index.write_text(index.read_text().replace(f',"sphinxext_eir":{ENV_VERSION}', ""))
        assert_same_files(ours, theirs)


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


# What is typed


def test_options_win_over_fields_and_fields_over_defaults(project: Project) -> None:
    defaults = {"publisher": "Default", "journal": "Default", "license": "Default", "disclaimer": "Default"}
    source = (
        ":journal: Field\n:license: Field\n:disclaimer:\n\nA\n=\n\n.. eir:article::\n   :license: Option\n"
    )
    build = project.write({"essay.rst": source}).build(eir_article_defaults=defaults)
    article = record(build)
    assert (article.publisher, article.journal, article.license) == ("Default", "Field", "Option")
    assert article.disclaimer == ""  # given empty


def test_the_field_list_may_be_in_another_language(project: Project) -> None:
    build = project.write({"essay.rst": ESSAY}).build(language="de")
    assert record(build).authors == (Author("Jane Doe"), Author("John Roe"))


def test_sphinx_keeps_the_field_list_as_its_metadata(project: Project) -> None:
    build = project.write({"essay.rst": ":orphan:\n" + ESSAY}).build()
    assert build.app.env.metadata["essay"]["date"] == "2024-03-01"
    assert "orphan" in build.app.env.metadata["essay"]


def test_bad_fields_are_reported_at_their_line_and_the_page_is_built(project: Project) -> None:
    source = """\
:date: March 1, 2024
:author: Jane Doe <0000-0002-1825-0098>

A
=

.. eir:article::
   :canonical: javascript:alert(1)
   :issn: 2053-8627
   :doi: 182
   :kind: poem
   :updated: 2024-02-30
   :canonicl: x

Body.
"""
    build = project.write({"essay.rst": source}).build()
    assert sorted(build.warnings) == sorted(
        [
            "essay.rst:1: WARNING: date: expected a date in ISO 8601 such as 2012-05-12, 2012-05 or 2012, "
            "not 'March 1, 2024' [eir.article]",
            "essay.rst:2: WARNING: author: expected the ORCID iD's last character to be 7 (it is a check digit), "
            "not 'Jane Doe <0000-0002-1825-0098>' [eir.article]",
            "essay.rst:8: WARNING: canonical: expected a URL that begins with https:// or http://, "
            "not 'javascript:alert(1)' [eir.article]",
            "essay.rst:9: WARNING: issn: expected the ISSN's last character to be 6 (it is a check digit), "
            "not '2053-8627' [eir.article]",
            "essay.rst:10: WARNING: doi: expected a DOI such as 10.1000/182 or https://doi.org/10.1000/182, "
            "not '182' [eir.article]",
            "essay.rst:11: WARNING: kind: expected one of article, essay, review, interview, opinion, "
            "not 'poem' [eir.article]",
            "essay.rst:12: WARNING: updated: expected a date in ISO 8601 such as 2012-05-12, 2012-05 or 2012, "
            "not '2024-02-30' [eir.article]",
            "essay.rst:13: WARNING: eir:article has no option 'canonicl', so 'x' is left out; "
            "did you mean 'canonical'? [eir.config]",
        ]
    )
    assert record(build) == Article(title="A", authors=(Author("Jane Doe"),))
    assert "Body." in build.page("essay").text


def test_bad_fields_of_myst_are_reported_at_their_line(project: Project) -> None:
    source = "---\ntitle: x\ndate: March 1, 2024\n---\n\n# A\n\n```{eir:article}\n:kind: poem\n:issn: 1\n```\n\nBody.\n"
    build = project.write({"essay.md": source}).build()
    issn, kind = 10, 9
    if is_older("myst-parser", 5, 2):
        issn = kind = 8  # it hands over no lines of options: the directive's own is named
    assert [line.split(": ")[0] for line in build.warnings] == [
        "essay.md:3",
        f"essay.md:{issn}",
        f"essay.md:{kind}",
    ]


@pytest.mark.parametrize(
    ("builder", "output"), [("html", "essay.html"), ("text", "essay.txt"), ("man", "essays.1")]
)
def test_a_second_article_keeps_its_content(project: Project, builder: str, output: str) -> None:
    second = "\n.. eir:article::\n   :author: Else\n\n   Second standfirst.\n"
    build = project.write({"essay.rst": ESSAY + second}).build(builder)
    (warning,) = build.warnings
    assert warning.startswith("essay.rst:19: WARNING: a document has one eir:article")
    assert "Second standfirst." in build.read(output).replace("\\&", "")


def test_an_article_without_a_title_is_reported(project: Project) -> None:
    build = project.write({"essay.rst": ".. eir:article::\n   :author: Jane Doe\n\nBody.\n"}).build()
    assert any("has no title" in line and line.startswith("essay.rst:1:") for line in build.warnings)
    assert "Jane Doe" in build.page("essay").text


def test_the_title_of_notes_is_no_title_of_an_article(project: Project) -> None:
    source = ".. eir:article::\n\nBody [#]_.\n\n.. [#] Xx.\n\n.. eir:notes::\n   :title: Notes\n"
    build = project.write({"essay.rst": source}).build()
    assert any("has no title" in line for line in build.warnings)


def test_an_empty_biography_is_reported(project: Project) -> None:
    build = project.write({"essay.rst": "A\n=\n\n.. eir:about-author::\n"}).build()
    assert build.warnings == [
        "essay.rst:4: WARNING: eir:about-author is empty: write the biography below it [eir.article]"
    ]


def test_the_record_has_every_field(project: Project) -> None:
    from support.seed import ROOT

    source = (ROOT / "docs/snippets/rst/article.rst").read_text(encoding="utf-8")
    assert record(project.write({"essay.rst": source}).build()) == Article(
        title="The Art of Waiting",
        authors=(
            Author(
                "Jane Doe", "Doe", "Jane", "https://orcid.org/0000-0002-1825-0097", "University of Somewhere"
            ),
            Author("John Roe"),
        ),
        date=Date(2024, 3, 1),
        updated=Date(2024, 4, 2),
        canonical=ORIGINAL.replace("waiting", "the-art-of-waiting"),
        publisher="Example Press",
        journal="Journal of Patience",
        issn="2053-8626",
        doi="10.1000/182",
        license="CC BY-NC 4.0",
        keywords=("patience", "time, its passing"),
        kind="essay",
        short_title="Waiting",
        subtitle="A Study in Patience",
        volume="3",
        issue="1",
        first_page="12",
        last_page="19",
        translators=(Author("Ann Lee"),),
        description="Why waiting is an art, and how it is learnt.",
        image="https://example.org/waiting.png",
        disclaimer="Written by a student, *not* by an expert.",
        notice="A copy for readers of the *Journal*.",
    )


def test_the_title_is_the_translated_one(project: Project) -> None:
    catalogue = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "A"\nmsgstr "Ein"\n'
    project.write(
        {
            "essay.rst": "A\n=\n\n.. eir:article::\n",
            "locale/de/LC_MESSAGES/essay.po": catalogue,
            "index.rst": ESSAY,
        }
    )
    assert record(project.build(language="de", locale_dirs=["locale"])).title == "Ein"


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


def test_a_second_head_keeps_its_content_and_names_its_options(project: Project) -> None:
    source = "A\n=\n\n.. eir:article::\n\n.. eir:article::\n   :author: Jane Doe\n\n   Standfirst.\n"
    build = project.write({"essay.rst": source}).build()
    (warning,) = build.warnings
    assert warning.startswith("essay.rst:6: WARNING: a document has one eir:article")
    assert "its options are left out (author: 'Jane Doe') [eir.article]" in warning
    assert "Standfirst." in build.page("essay").text


HALF = '"\\ud800 wq1z"'
"""What YAML can spell and no file can hold: half of a character."""


@pytest.mark.parametrize("builder", ["html", "latex", "text"])
def test_half_a_character_breaks_no_page(project: Project, builder: str) -> None:
    fields = "".join(f"{name}: {HALF}\n" for name in ("author", "publisher", "disclaimer"))
    options = "".join(f":{name}: {HALF}\n" for name in ("short-title", "keywords", "notice"))
    rest = f"```{{eir:pull-quote}}\n:attribution: {HALF}\n\nWords.\n```\n\n```{{eir:bibliography}}\n:title: {HALF}\n\nA, B. (2000) C.\n```\n"
    source = f"---\n{fields}---\n# Title\n\n```{{eir:article}}\n{options}```\n\nWords.\n\n{rest}"
    build = project.write({"essay.md": source}).build(builder)
    assert build.warnings == []
    name = {"html": "essay.html", "latex": "essays.tex", "text": "essay.txt"}[builder]
    assert "\N{REPLACEMENT CHARACTER} wq1z" in build.read(name)


def test_a_field_of_punctuation_alone_is_text(project: Project) -> None:
    source = ":author: ????\n:date: ((((\n\nA\n=\n\n.. eir:article::\n"
    build = project.write({"essay.rst": source}).build()
    assert record(build).authors == (Author("????"),)
    assert any("date: expected a date" in warning and "'(((('" in warning for warning in build.warnings)
