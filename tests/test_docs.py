"""Every example in the documentation is a file, and is built: in reST and MyST, to one tree."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from seed import ROOT
from sphinx_project import Project, tree

from sphinxext_eir.bibliography.markup import BibliographyDirective
from sphinxext_eir.exports.markup import CiteThisDirective
from sphinxext_eir.frontmatter import FIELDS
from sphinxext_eir.listing.markup import ArticleListDirective
from sphinxext_eir.notes.markup import NotesDirective
from sphinxext_eir.pullquote.markup import PullQuoteDirective

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_regressions.file_regression import FileRegressionFixture

SNIPPETS = ROOT / "docs" / "snippets"
EXAMPLES = sorted(path.stem for path in (SNIPPETS / "rst").iterdir())


def test_every_example_is_there_in_both_syntaxes() -> None:
    assert sorted(path.stem for path in (SNIPPETS / "myst").iterdir()) == EXAMPLES


def example(name: str, syntax: str) -> Path:
    return SNIPPETS / syntax / f"{name}{'.rst' if syntax == 'rst' else '.md'}"


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_an_example_builds_to_the_expected_tree(
    project: Project, name: str, syntax: str, file_regression: FileRegressionFixture
) -> None:
    path = example(name, syntax)
    shutil.copy(SNIPPETS / "references.bib", project.root)
    sources = {f"example{path.suffix}": path.read_text(encoding="utf-8")}
    if name == "article-list":  # which needs an article
        sources["article.rst"] = example("article", "rst").read_text(encoding="utf-8")
    project.write(sources)
    build = project.build("html", eir_bibliography_files=["references.bib"])
    assert build.warnings == []
    file_regression.check(tree(build.resolved("example")), basename=name, extension=".txt")


def test_every_option_is_in_an_example() -> None:
    def shown(name: str) -> set[str]:
        source = example(name, "rst").read_text(encoding="utf-8")
        return set(re.findall(r"^   :([a-z-]+):", source, flags=re.MULTILINE))

    assert shown("article") == set(FIELDS)
    assert shown("notes") == set(NotesDirective.option_spec)
    assert shown("article-list") == set(ArticleListDirective.option_spec)
    assert shown("bibliography") == set(BibliographyDirective.option_spec)
    assert CiteThisDirective.option_spec is None
    assert shown("pull-quote") == set(PullQuoteDirective.option_spec)


def test_the_tutorials_project_builds(project: Project) -> None:
    sources = {path.name: path.read_text(encoding="utf-8") for path in (SNIPPETS / "tutorial").iterdir()}
    scope: dict[str, object] = {}
    exec(sources.pop("conf.py"), scope)  # noqa: S102 - our own file, as Sphinx runs it
    settings = {name: scope[name] for name in ("project", "extensions", "html_theme")}
    build = project.write(sources).build(**settings)
    assert build.warnings == []
    assert build.page().select_one(".eir-byline").text == "Jane Doe, March 1 2024"


def test_the_tutorial_says_what_the_build_says(project: Project) -> None:
    source = (
        (SNIPPETS / "tutorial" / "index.rst")
        .read_text(encoding="utf-8")
        .replace("2024-03-01", "March 1, 2024")
    )
    (warning,) = project.write({"index.rst": source}).build().warnings
    tutorial = (ROOT / "docs" / "tutorial" / "first-article.rst").read_text(encoding="utf-8")
    assert " ".join(warning.split()) in " ".join(tutorial.split()).replace("essays/", "")
