"""Structures of other programs in the front matter, in both syntaxes: each value comes out, or is named."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from sphinxext_eir.core.domain import eir_domain
from sphinxext_eir.text.article import Article, Date

if TYPE_CHECKING:
    from support.sphinx_project import Build, Project


def written(markup: str, fields: dict[str, Any]) -> dict[str, str]:
    """Return an article with *fields*: YAML front matter holds JSON, and so does a field list."""
    if markup == "md":
        lines = "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items())
        return {"index.md": f"---\n{lines}---\n\n# Tides\n\n```{{eir:article}}\n```\n\nText.\n"}
    lines = "".join(
        f":{name}: {value if isinstance(value, str) else json.dumps(value)}\n"
        for name, value in fields.items()
    )
    return {"index.rst": f"{lines}\nTides\n=====\n\n.. eir:article::\n\nText.\n"}


def record(build: Build) -> Article:
    article = eir_domain(build.app.env).find("index", Article)
    assert article is not None
    return article


both = pytest.mark.parametrize("markup", ["rst", "md"])
JOSS = {
    "authors": [
        {"given-names": "Ludwig", "dropping-particle": "van", "surname": "Beethoven", "affiliation": "1, 3"},
        {"name": "Nadia Quill", "affiliation": 2, "corresponding": True, "equal-contrib": True},
    ],
    "affiliations": [
        {"name": "University of Vienna", "index": 1, "ror": "03prydq77"},
        {"name": "Port College", "index": 2},
        {"name": "Ostwick", "index": 3},
    ],
}


@both
def test_a_paper_of_the_journal_of_open_source_software(project: Project, markup: str) -> None:
    build = project.write(written(markup, JOSS)).build()
    assert build.warnings == []
    byline = " ".join(build.page().select_one(".eir-byline").get_text().split())
    assert byline == "Ludwig van Beethoven (University of Vienna, Ostwick) and Nadia Quill (Port College)"


@both
def test_the_citation_of_quarto_fills_what_is_not_given(project: Project, markup: str) -> None:
    fields = {
        "author": "Nadia Quill, Ola Brandt",
        "date": "2022-03-04",
        "citation": {
            "type": "article-journal",
            "container-title": "The Harbour Review",
            "volume": 21,
            "issue": 2,
            "page": "12-34",
            "issued": "2022-03",
            "doi": "10.1145/3514174",
            "editor": "Per Lund",
        },
    }
    build = project.write(written(markup, fields)).build()
    (warning,) = build.warnings
    assert warning.endswith(
        "citation: an article has no field for this, or has it already, and it is left out: editor: 'Per Lund', "
        "date: '2022-03' [eir.article]"
    )
    article = record(build)
    assert [author.name for author in article.authors] == ["Nadia Quill", "Ola Brandt"]
    assert (article.journal, article.volume, article.issue) == ("The Harbour Review", "21", "2")
    assert (article.pages, article.doi, article.date) == ("12–34", "10.1145/3514174", Date(2022, 3, 4))


@both
def test_a_date_to_come_and_a_draft_keep_an_article_back(project: Project, markup: str) -> None:
    build = project.write(written(markup, {"date": "2931-01-01", "status": "draft"})).build()
    assert build.warnings == []
    assert (record(build).date, record(build).status) == (Date(2931, 1, 1), "draft")
