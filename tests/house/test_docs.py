"""Every example in the documentation is a file, and is built, in reST and MyST, to one tree; the reference is the code's."""

from __future__ import annotations

import argparse
import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from support.paths import ROOT
from support.seed import SEED
from support.sphinx_project import Project, tree

from sphinxext_eir import cli
from sphinxext_eir.core.config import ALIGNMENTS
from sphinxext_eir.features.article_lists.markup import SORTS, ArticleListDirective
from sphinxext_eir.features.bibliography.markup import BibliographyDirective
from sphinxext_eir.features.bibliography.records import FILTERS, SCOPES
from sphinxext_eir.features.cite_this.markup import CiteThisDirective
from sphinxext_eir.features.issues.markup import IssueDirective
from sphinxext_eir.features.most_cited.markup import MostCitedDirective
from sphinxext_eir.features.most_cited.records import SHOWN
from sphinxext_eir.features.notes.markup import NotesDirective
from sphinxext_eir.features.pull_quotes.markup import PullQuoteDirective
from sphinxext_eir.text.frontmatter import ALIASES, FIELDS, PLACED

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_regressions.file_regression import FileRegressionFixture
    from sphinx.registry import SphinxComponentRegistry

SNIPPETS = ROOT / "docs" / "snippets"
EXAMPLES = sorted(path.stem for path in (SNIPPETS / "rst").iterdir())


def test_every_example_is_there_in_both_syntaxes() -> None:
    assert sorted(path.stem for path in (SNIPPETS / "myst").iterdir()) == EXAMPLES


def example(name: str, syntax: str) -> Path:
    return SNIPPETS / syntax / f"{name}{'.rst' if syntax == 'rst' else '.md'}"


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_an_example_builds_to_the_expected_tree(
    project: Project,
    name: str,
    syntax: str,
    file_regression: FileRegressionFixture,
    request: pytest.FixtureRequest,
) -> None:
    if name in {"bibliography", "most-cited", "sources"}:
        request.getfixturevalue("pandoc")
    path = example(name, syntax)
    files = ["references.bib", "harbours.bib"]
    for file in files:
        shutil.copy(SNIPPETS / file, project.root)
    sources = {f"example{path.suffix}": path.read_text(encoding="utf-8")}
    if name in {"article-list", "issue"}:  # which needs an article
        sources["snippets/article.rst"] = example("article", "rst").read_text(encoding="utf-8")
    if name == "most-cited":  # which needs citations
        sources["snippets/bibliography.rst"] = example("bibliography", "rst").read_text(encoding="utf-8")
    if name in {"issue", "media"}:
        (project.root / "_static").mkdir()
        for file in ("issue-cover.png", "horn.wav"):
            shutil.copy(ROOT / "docs" / "_static" / file, project.root / "_static")
    project.write(sources)
    build = project.build("html", eir_bibliography_files=files)
    assert build.warnings == []
    file_regression.check(tree(build.resolved("example")), basename=name, extension=".txt")


def test_every_option_is_in_an_example() -> None:
    def shown(name: str) -> set[str]:
        source = example(name, "rst").read_text(encoding="utf-8")
        return set(re.findall(r"^   :([a-z-]+):", source, flags=re.MULTILINE))

    assert shown("article") == set(FIELDS)
    assert shown("notes") == set(NotesDirective.option_spec)
    assert shown("article-list") == set(ArticleListDirective.option_spec)
    assert shown("issue") == set(IssueDirective.option_spec)
    assert shown("most-cited") == set(MostCitedDirective.option_spec)
    assert shown("bibliography") | shown("sources") == set(BibliographyDirective.option_spec)
    assert CiteThisDirective.option_spec is None
    assert shown("pull-quote") == set(PullQuoteDirective.option_spec)


# The reference, held to the code


def documented(page: str, kind: str) -> set[str]:
    text = (ROOT / "docs" / "reference" / f"{page}.rst").read_text(encoding="utf-8")
    return set(re.findall(rf"^\.\. rst:{kind}:: (\S+)", text, flags=re.MULTILINE))


@pytest.fixture
def registry(project: Project) -> SphinxComponentRegistry:
    return project.write({"index.rst": "Title\n=====\n"}).build("dummy").app.registry


def test_every_directive_and_role_has_its_entry(registry: SphinxComponentRegistry) -> None:
    directives, roles = registry.domain_directives["eir"], registry.domain_roles["eir"]
    assert documented("directives", "directive") == {f"eir:{name}" for name in directives}
    assert documented("directives", "role") == {f"eir:{name}" for name in roles}


def test_every_option_has_its_entry(registry: SphinxComponentRegistry) -> None:
    text = (ROOT / "docs" / "reference" / "directives.rst").read_text(encoding="utf-8")
    _, *entries = re.split(r"^\.\. rst:directive:: eir:", text, flags=re.MULTILINE)
    said = {entry.split()[0]: entry for entry in entries}
    for name, directive in registry.domain_directives["eir"].items():
        options = set(re.findall(r"rst:directive:option:: (\S+)", said[name]))
        if ".. fields-table::" in said[name]:
            options |= {*FIELDS, *ALIASES, *PLACED} - {"title"}
        assert options == set(directive.option_spec or ()), name


def test_every_choice_of_an_option_is_said() -> None:
    text = (ROOT / "docs" / "reference" / "directives.rst").read_text(encoding="utf-8")
    for choice in (*ALIGNMENTS, *FILTERS, *SCOPES, *SHOWN, *SORTS):
        assert f"``{choice}``" in text


def test_every_custom_property_is_in_the_guide_with_its_default() -> None:
    style = (ROOT / "sphinxext_eir" / "assets" / "static" / "eir.css").read_text(encoding="utf-8")
    used = dict(re.findall(r"var\((--eir-[a-z-]+), ([^()]+)\)", style))
    guide = (ROOT / "docs" / "how-to" / "look.rst").read_text(encoding="utf-8")
    said = dict(re.findall(r"^``(--eir-[a-z-]+)`` +(\S+)", guide, flags=re.MULTILINE))
    assert said.keys() == used.keys()
    for name, default in said.items():
        words = {"inherit": "inherited", "currentcolor": "its"}
        assert default == words.get(used[name].lower(), f"``{used[name]}``"), name


def test_every_class_that_the_guide_names_is_on_some_page() -> None:
    guide = (ROOT / "docs" / "how-to" / "look.rst").read_text(encoding="utf-8")
    package = ROOT / "sphinxext_eir"
    code = "".join(
        path.read_text(encoding="utf-8") for suffix in ("py", "js") for path in package.rglob(f"*.{suffix}")
    )
    for name in re.findall(r"``(eir-[a-z-]+)``", guide):
        assert f'"{name}' in code or f"'{name}" in code, name


def test_every_command_is_in_the_reference() -> None:
    text = (ROOT / "docs" / "reference" / "command-line.rst").read_text(encoding="utf-8")
    (commands,) = (
        action.choices
        for action in cli.parser()._actions
        if action.dest == argparse.SUPPRESS and action.choices
    )
    assert set(re.findall(r"^\.\. command-help:: (\S+)", text, flags=re.MULTILINE)) == set(commands)


@pytest.mark.worker
def test_the_report_is_described(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    assert cli.main(["convert", str(SEED), "-o", str(tmp_path / "out"), "--report", str(report)]) == 0
    (account,) = json.loads(report.read_text(encoding="utf-8"))["inputs"]
    page = (ROOT / "docs" / "reference" / "command-line.rst").read_text(encoding="utf-8")
    assert [
        name for name in (*account, *account["text"], *account["dropped"][0]) if f"``{name}``" not in page
    ] == []


# Paths


@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs").glob("*/*.rst")), ids=lambda page: f"{page.parent.name}-{page.stem}"
)
def test_every_path_of_the_checkout_that_a_page_names_exists(page: Path) -> None:
    named = re.findall(r"``((?:tests|seeds|\.ci|sphinxext_eir)/[\w./-]*)``", page.read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []
