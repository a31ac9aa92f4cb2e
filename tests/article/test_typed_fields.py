"""What is typed of an article: options, fields and defaults; and what is reported of them."""

from __future__ import annotations

import re

import pytest
from support.headed import ESSAY, ORIGINAL
from support.sphinx_project import Project, is_older

from sphinxext_eir.core.domain import eir_domain
from sphinxext_eir.text.article import Article, Author
from sphinxext_eir.text.fields import Correction, Date


def record(build: object, docname: str = "essay") -> Article:
    article = eir_domain(build.app.env).find(docname, Article)
    assert article is not None
    return article


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
            "essay.rst:2: WARNING: author: expected the last character of the ORCID iD 0000-0002-1825-0098 to be 7 (it is a check digit), "
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
        "essay.rst:4: WARNING: eir:about-author is empty: write the biography below it, or give the author one in the file of eir_people [eir.article]"
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
        language="en-GB",
        translation_of="https://example.org/2023/el-arte-de-esperar/",
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
        image_alt="A bench at a station",
        image_credit="Photograph by Jane Doe",
        disclaimer="Written by a student, *not* by an expert.",
        written_for="Dr. Ann Moe",
        date_written=Date(2023, 5),
        notice="A copy for readers of the *Journal*.",
        status="published",
        unchecked=("range-hyphen", "access-date"),
        corrections=(Correction(Date(2024, 4, 2), "The train left at nine."),),
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


# What is odd


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
    said = r"essay\.md(:\d+)?: WARNING: no page can hold such characters as stand here: U\+D800"
    assert all(re.match(said, warning) for warning in build.warnings)
    name = {"html": "essay.html", "latex": "essays.tex", "text": "essay.txt"}[builder]
    assert "\N{REPLACEMENT CHARACTER} wq1z" in build.read(name)


def test_words_of_a_picture_that_there_is_not_are_named(project: Project) -> None:
    build = project.write({"essay.rst": "A\n=\n\n.. eir:article::\n   :image-alt: A quay\n"}).build()
    assert build.warnings == [
        "essay.rst:5: WARNING: image-alt: the article has no picture, in the field `image`, that 'A quay' belongs to [eir.article]"
    ]


def test_a_field_of_punctuation_alone_is_text(project: Project) -> None:
    source = ":author: ????\n:date: ((((\n\nA\n=\n\n.. eir:article::\n"
    build = project.write({"essay.rst": source}).build()
    assert record(build).authors == (Author("????"),)
    assert any("date: expected a date" in warning and "'(((('" in warning for warning in build.warnings)
