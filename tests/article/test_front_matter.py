"""Front matter in the forms that people bring: docutils', mystmd's, Quarto's; and slips, which are named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.sphinx_project import Build, Project


def meta(build: Build, name: str, docname: str = "index") -> list[str]:
    return [tag["content"] for tag in build.page(docname).select(f'meta[name="{name}"]')]


def byline(build: Build) -> str:
    return build.page().select_one(".eir-byline").get_text()


REST = "{fields}\n\nOn Waiting\n==========\n\n.. eir:article::\n\nText.\n"
MYST = "---\n{fields}\n---\n\n# On Waiting\n\n```{{eir:article}}\n```\n\nText.\n"


def rest(project: Project, fields: str, **settings: object) -> Build:
    return project.write({"index.rst": REST.format(fields=fields)}).build(**settings)


def myst(project: Project, fields: str, **settings: object) -> Build:
    return project.write({"index.md": MYST.format(fields=fields)}).build(**settings)


@pytest.mark.parametrize(
    "fields",
    [
        ":Authors: Nadia Quill; Ola Brandt",
        ":Authors: Nadia Quill, Ola Brandt",
        ":Authors:\n  - Nadia Quill\n  - Ola Brandt",
    ],
)
def test_the_field_authors_of_docutils_is_read(project: Project, fields: str) -> None:
    build = rest(project, f"{fields}\n:Date: 2024-03-01\n:Keyword: sea\n:Licence: CC BY 4.0")
    assert build.warnings == []
    assert byline(build) == "Nadia Quill and Ola Brandt, March 1 2024"
    assert meta(build, "citation_author") == ["Quill, Nadia", "Brandt, Ola"]
    assert meta(build, "citation_keywords") == ["sea"]
    assert meta(build, "DC.rights") == ["CC BY 4.0"]


STRUCTURE = """\
subtitle: A Study in Patience
authors:
  - name: {given: Mara, family: Lindqvist}
    email: mara@example.org
    orcid: 0000-0002-1825-0097
    affiliations: [{ref: north}]
    corresponding: true
  - name: Ola Brandt
    affiliations: Port College
affiliations:
  - id: north
    name: University of Northport
date: 2025-02-03
abstract: Harbours kept *time* before states did.
tags: [tides, states]
journal: The Harbour Review
volume: 3
issue: 1
first_page: 12
last_page: 19
translator: Per Lund
bibliography: refs.bib
kernelspec: {name: python3}"""


@pytest.mark.parametrize("extensions", [[], ["smartquotes"]])
def test_the_structures_of_mystmd_and_quarto_are_read(project: Project, extensions: list[str]) -> None:
    build = myst(project, STRUCTURE, myst_enable_extensions=extensions)
    assert build.warnings == []
    assert (
        byline(build)
        == "Mara Lindqvist (University of Northport) and Ola Brandt (Port College), translated by Per Lund, February 3 2025"
    )
    assert build.page().select_one(".eir-subtitle").get_text() == "A Study in Patience"
    assert (
        build.page().select_one(".eir-standfirst").get_text().strip()
        == "Harbours kept time before states did."
    )
    assert "Abstract" not in build.page().select_one("[role=main]").get_text()
    assert meta(build, "citation_author_institution") == ["University of Northport", "Port College"]
    assert meta(build, "citation_author_email") == ["mara@example.org"]
    assert meta(build, "citation_keywords") == ["tides; states"]
    for name, said in {"volume": "3", "issue": "1", "firstpage": "12", "lastpage": "19"}.items():
        assert meta(build, f"citation_{name}") == [said]
    assert meta(build, "description") == ["Harbours kept time before states did."]


def test_docutils_abstract_becomes_the_standfirst(project: Project) -> None:
    build = rest(project, ":Author: Jo Roe\n:Abstract: Harbours kept *time*.\n\n   And more.")
    assert build.warnings == []
    assert len(build.page().select(".eir-standfirst p")) == 2
    assert "Abstract" not in build.page().select_one("[role=main]").get_text()


def test_an_abstract_may_be_an_option_and_the_content_wins_over_a_field(project: Project) -> None:
    project.write(
        {
            "a.rst": "A\n=\n\n.. eir:article::\n   :abstract: Of *time*.\n\nText.\n",
            "b.rst": ":abstract: Of space.\n\nB\n=\n\n.. eir:article::\n\n   Of time.\n\nText.\n",
        }
    )
    build = project.build()
    assert build.page("a").select_one(".eir-standfirst em").get_text() == "time"
    assert build.page("b").select_one(".eir-standfirst").get_text().strip() == "Of time."
    (warning,) = build.warnings
    assert warning.startswith("b.rst:1: WARNING: the content of eir:article is the abstract")
    assert "'Of space.'" in warning


@pytest.mark.parametrize("write", [rest, myst])
@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("autor: Typo", "did you mean 'author'?"),
        ("publishr: X", "did you mean 'publisher'?"),
        ("qqq: X", "fields of an article are"),
    ],
)
def test_a_field_that_nobody_knows_is_named_with_the_nearest(
    project: Project, write: object, field: str, hint: str
) -> None:
    build = write(project, f":{field}" if write is rest else field)  # type: ignore[operator]
    (warning,) = build.warnings
    assert re.match(r"index\.(rst:1|md:2): WARNING: ", warning), warning
    assert hint in warning
    assert repr(field.split(": ")[1]) in warning
    assert warning.endswith("[eir.article]")


def test_fields_of_documents_that_are_not_articles_are_nobodys_business(project: Project) -> None:
    project.write({"index.rst": ":autor: Typo\n:authors: A, B\n\nT\n=\n\nText.\n"})
    assert project.build().warnings == []


def test_what_begins_as_a_structure_and_is_none_is_an_error_and_no_name(project: Project) -> None:
    build = rest(project, ":author: [{“name”: “Mara Lindqvist”}]")
    (warning,) = build.warnings
    assert "expected names, or a list of names or mappings in YAML" in warning
    assert build.page().select(".eir-byline") == []


def test_two_whole_names_with_a_comma_are_two_authors(project: Project) -> None:
    build = rest(project, ":author: Nadia Quill, Ola Brandt")
    assert build.warnings == []
    assert meta(build, "citation_author") == ["Quill, Nadia", "Brandt, Ola"]


def test_authors_that_may_be_one_or_several_are_pointed_out_and_printed_as_typed(project: Project) -> None:
    build = rest(project, ":author: García Márquez, Gabriel José")
    (warning,) = build.warnings
    assert "expected authors to be set apart by semicolons, not 'García Márquez, Gabriel José'" in warning
    assert build.page().select_one(".eir-byline").get_text() == "García Márquez, Gabriel José"
    assert meta(build, "citation_author") == ["García Márquez, Gabriel José"]


def test_docutils_names_of_fields_count_in_the_language_of_the_document(project: Project) -> None:
    build = rest(project, ":Autor: Nadia Quill\n:Datum: 2024-03-01", language="de")
    assert build.warnings == []
    assert meta(build, "citation_author") == ["Quill, Nadia"]


def test_a_field_given_twice_is_named(project: Project) -> None:
    build = rest(project, ":author: Jo Roe\n:Authors: Nadia Quill; Ola Brandt")
    (warning,) = build.warnings
    assert "author is given twice, and 'Nadia Quill; Ola Brandt' is left out" in warning


# A title without a heading


def test_a_title_in_front_matter_is_the_heading_that_is_missing(project: Project) -> None:
    text = "---\ntitle: On Waiting\nauthor: Mara Lindqvist\n---\n\n```{eir:article}\n```\n\nText.[^1]\n\n## A section\n\nMore.\n\n[^1]: Note.\n"
    build = project.write({"index.md": text}).build()
    assert [heading.get_text().rstrip("¶") for heading in build.page().select("h1, h2")] == [
        "On Waiting",
        "A section",
    ]
    assert meta(build, "citation_title") == ["On Waiting"]
    assert all("[myst.header]" in warning for warning in build.warnings)


def test_a_heading_wins_over_the_title_in_front_matter(project: Project) -> None:
    build = myst(project, "title: Another")
    assert build.warnings == []
    assert meta(build, "citation_title") == ["On Waiting"]
    assert len(build.page().select("h1")) == 1


def test_a_deeper_section_is_no_title(project: Project) -> None:
    text = "```{eir:article}\n```\n\nText.\n\n## A section\n\nMore.\n"
    build = project.write({"index.md": text}).build(suppress_warnings=["myst.header"])
    (warning,) = build.warnings
    assert (
        "this document has no title, and an article needs one: begin with a heading, or give 'title'"
        in warning
    )


# Catalogues


def test_the_head_of_an_article_is_translated(project: Project) -> None:
    fields = (
        ":author: Olga Marsh\n:disclaimer: Written by a student.\n:description: Why ships wait.\n:notice: A copy for readers.\n"
        ":short-title: Quays\n:keywords: sea; land\n:canonical: https://example.org/"
    )
    project.write({"index.rst": REST.format(fields=fields)})
    template = project.build("gettext").read("index.pot")
    said = {
        "Written by a student.": "Von einem Studenten.",
        "Why ships wait.": "Warum Schiffe warten.",
        "A copy for readers.": "Eine Kopie.",
        "Quays": "Kais",
        "sea; land": "Meer; Land",
    }
    for words in said:
        assert template.count(f'msgid "{words}"') == 1
    catalogue = "".join(f'msgid "{words}"\nmsgstr "{german}"\n\n' for words, german in said.items())
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    project.write({"locale/de/LC_MESSAGES/index.po": head + catalogue})
    build = project.build(language="de", locale_dirs=["locale"])
    assert build.warnings == []
    assert build.page().select_one(".eir-disclaimer").get_text() == "Von einem Studenten."
    assert build.page().select_one(".eir-notice").get_text() == "Eine Kopie."
    assert meta(build, "description") == ["Warum Schiffe warten."]
    assert meta(build, "citation_keywords") == ["Meer; Land"]


# Other programs' names for a field


@pytest.mark.parametrize("write", [rest, myst])
def test_a_name_of_another_program_counts_where_the_field_isnt_given(
    project: Project, write: Callable[..., Build]
) -> None:
    separator = ":" if write is rest else ""
    fields = {
        "categories": "ferries; tides",
        "summary": "How one waits.",
        "publishdate": "2024-03-01",
        "lastmod": "2024-04-02",
    }
    build = write(project, "\n".join(f"{separator}{name}: {value}" for name, value in fields.items()))
    assert build.warnings == []
    assert meta(build, "citation_keywords") == ["ferries; tides"]
    assert meta(build, "description") == ["How one waits."]
    assert meta(build, "citation_publication_date") == ["2024/3/1"]
    assert "updated" in byline(build)


@pytest.mark.parametrize("write", [rest, myst])
def test_the_field_itself_wins_whatever_comes_first(project: Project, write: Callable[..., Build]) -> None:
    separator = ":" if write is rest else ""
    build = write(
        project,
        f"{separator}categories: news\n{separator}tags: ferries\n{separator}summary: Short.\n{separator}description: Long.",
    )
    assert build.warnings == []
    assert meta(build, "citation_keywords") == ["ferries"]
    assert meta(build, "description") == ["Long."]


@pytest.mark.parametrize("write", [rest, myst])
@pytest.mark.parametrize("field", ["draft: true", "status: draft", "published: false"])
def test_a_draft_of_another_program_is_kept_back(
    project: Project, field: str, write: Callable[..., Build]
) -> None:
    build = write(project, (":" if write is rest else "") + field)
    assert build.warnings == []
    assert build.page().select_one(".eir-status").text == "Draft. This article has not been published."


def test_a_picture_in_a_mapping_is_read_or_named(project: Project) -> None:
    build = myst(project, "image: {src: 'https://example.org/quay.jpg', caption: 'The quay'}")
    assert build.warnings == []
    assert build.page().select_one('meta[property="og:image"]')["content"] == "https://example.org/quay.jpg"
    (warning,) = myst(project, "image: {caption: 'By https://example.org', preview_only: false}").warnings
    assert "image: expected the path of a picture or its URL" in warning


def test_a_rule_that_an_article_names_and_nobody_has_is_named(project: Project) -> None:
    files = {
        "index.rst": ":unchecked: range-hypen; long-paragraph\n\nTides\n=====\n\n.. eir:article::\n\nA text.\n"
    }
    (warning,) = project.write(files).build().warnings
    assert "unchecked: there is no rule 'range-hypen'; did you mean 'range-hyphen'?" in warning
    assert "index.rst" in warning
