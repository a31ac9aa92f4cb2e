"""What a stranger finds at the door: files for forges, tools and indexes, held to the project that they speak of."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.version import Version
from support.paths import ROOT

from sphinxext_eir import __version__, cli

if TYPE_CHECKING:
    from pathlib import Path

PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT: dict[str, Any] = PYPROJECT["project"]
FIELDS = {"checkboxes", "dropdown", "input", "markdown", "textarea"}
"""Kinds of elements in an issue form, by GitHub's documentation."""


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def read(name: str) -> Any:
    """Read YAML in which all scalars are strings: 3.10 isn't 3.1, and ``on`` isn't true."""
    return yaml.load(text(name), Loader=yaml.BaseLoader)  # noqa: S506 - it makes strings, lists and dicts alone


def classified() -> list[str]:
    versions = [entry.rpartition(" ")[2] for entry in PROJECT["classifiers"] if "Python :: 3." in entry]
    return sorted(versions, key=Version)


def extra(name: str) -> set[str]:
    return {Requirement(line).name for line in PROJECT["optional-dependencies"][name]}


# The door itself

FOLDERS = {"benchmarks", "docs", "examples", "seeds", "sphinxext_eir", "tests"}
FILES = {"LICENSE", "README.md", "noxfile.py", "pyproject.toml"}
OF_THE_FORGE = {"CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "RELEASING.md", "SECURITY.md"}


def test_nothing_else_lies_at_the_door() -> None:
    """Files that a measurement leaves behind are easily committed with a change."""
    made = [line.strip("/") for line in text(".gitignore").split()]
    entries = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    kept = {name for name in entries if not any(fnmatch(name, pattern) for pattern in made)}
    assert kept == FOLDERS | FILES | OF_THE_FORGE


# The workflow

WORKFLOW: dict[str, Any] = read(".github/workflows/ci.yml")


def commands(job: str) -> list[str]:
    return [step["run"] for step in WORKFLOW["jobs"][job]["steps"] if "run" in step]


def test_the_workflow_tries_each_python_on_each_system() -> None:
    unit = WORKFLOW["jobs"]["unit"]
    assert unit["strategy"]["matrix"]["python"] == classified()
    assert [name.partition("-")[0] for name in unit["strategy"]["matrix"]["os"]] == [
        "ubuntu",
        "macos",
        "windows",
    ]
    assert "continue-on-error" not in unit


def test_the_workflow_may_only_read() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in WORKFLOW["jobs"].values())
    for job in WORKFLOW["jobs"].values():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


def test_the_workflow_runs_what_contributors_run() -> None:
    guide = text("CONTRIBUTING.md")
    for command in [*commands("lint"), *commands("unit"), commands("everything")[-1]]:
        assert command.replace(".[test]", ".[dev]") in guide, command


def test_the_lowest_python_is_the_one_that_installers_are_told() -> None:
    assert PROJECT["requires-python"] == f">={classified()[0]}"
    assert PYPROJECT["tool"]["ruff"]["target-version"] == f"py{classified()[0].replace('.', '')}"


def test_versions_of_python_are_those_of_the_reference() -> None:
    row = re.search(r"^Python +(\S+) +(\S+)", text("docs/reference/versions.rst"), flags=re.MULTILINE)
    assert row
    assert list(row.groups()) == [classified()[0], classified()[-1]]
    assert f"newest-{classified()[-1]}" in text(".ci/run")


def test_read_the_docs_builds_with_a_python_that_is_tested() -> None:
    assert read(".readthedocs.yaml")["build"]["tools"]["python"] in classified()


# Tools


def test_hooks_run_what_the_environment_of_developers_has() -> None:
    (repository,) = read(".pre-commit-config.yaml")["repos"]
    programs = {shlex.split(hook["entry"])[0] for hook in repository["hooks"]}
    assert programs == {"ruff", "mypy", "lint-imports"}
    assert {"ruff", "sphinxext-eir", "import-linter"} <= extra("dev")
    assert "mypy" in extra("dev") | extra("test")


def test_the_wheel_is_searched_for_files_that_are_there() -> None:
    names: dict[str, Any] = {}
    head, _, _ = text(".ci/check-wheel").partition("names = ")
    exec(head, names)  # noqa: S102 - our own program, up to where it opens the wheel
    package = ROOT / "sphinxext_eir"
    for name in (*names["NEEDED"], *names["CATALOGUES"]):
        assert (package / name).is_file(), name
    folders = {path.parent.parent.name for path in package.glob("assets/locale/*/LC_MESSAGES/*.mo")}
    assert folders == set(names["LANGUAGES"])


# Citation, changelog, release


def test_the_citation_file_says_what_the_project_says() -> None:
    citation = read("CITATION.cff")
    assert citation["cff-version"] == "1.2.0"
    assert citation["type"] == "software"
    assert citation["title"] == PROJECT["name"]
    assert citation["version"] == __version__
    assert ("date-released" in citation) == (not Version(__version__).is_devrelease)
    assert citation["license"] == PROJECT["license"]
    assert citation["authors"] == PROJECT["authors"]
    assert [word.lower() for word in citation["keywords"]] == [word.lower() for word in PROJECT["keywords"]]
    assert citation["abstract"].startswith(PROJECT["description"])


def test_the_changelog_has_a_place_for_what_comes_and_the_version_that_is_next() -> None:
    headings = re.findall(r"^## (\S+)(?: - (.+))?$", text("CHANGELOG.md"), flags=re.MULTILINE)
    assert headings[0] == ("Unreleased", "")
    version, when = headings[1]
    assert version == Version(__version__).base_version
    assert (when == "not yet released") == Version(__version__).is_devrelease
    kinds = re.findall(r"^### (.+)$", text("CHANGELOG.md"), flags=re.MULTILINE)
    assert set(kinds) <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_what_is_released_was_checked_as_before_every_change() -> None:
    guide, gate = text("RELEASING.md"), text(".ci/run")
    for tool in ("-m build", "twine check --strict", ".ci/check-wheel"):
        assert tool in guide
        assert tool in gate
    assert {"build", "twine"} <= extra("dev")


@pytest.mark.parametrize("name", ["RELEASING.md", "SECURITY.md", "CONTRIBUTING.md", "README.md"])
def test_links_and_paths_lead_somewhere(name: str) -> None:
    said = text(name)
    links = re.findall(r"\]\((?!https?:)([^)#]+)", said)
    paths = re.findall(r"`((?:\.ci|docs|tests|sphinxext_eir|seeds)/[\w./-]*)`", said)
    for path in (*links, *paths):
        assert (ROOT / path).exists() or "_build" in path, path


# Issue forms


@pytest.mark.parametrize(
    "path", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").iterdir()), ids=lambda path: path.stem
)
def test_an_issue_form_is_well_formed(path: Path) -> None:
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= form.keys()
    assert {element["type"] for element in form["body"]} <= FIELDS
    asked = [element for element in form["body"] if element["type"] != "markdown"]
    names = [element["id"] for element in asked]
    assert sorted(set(names)) == sorted(names)
    assert all(element["attributes"]["label"] for element in asked)
    assert all(element["attributes"]["value"] for element in form["body"] if element["type"] == "markdown")


@pytest.mark.worker
def test_the_form_for_conversions_asks_for_what_the_command_writes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = yaml.safe_load(text(".github/ISSUE_TEMPLATE/conversion.yml"))
    report, explanation = re.findall(r"sphinxext-eir (convert .*)", form["body"][0]["attributes"]["value"])
    essay = tmp_path / "essay.txt"
    essay.write_text("# Waiting\n\nNobody is born with it.\n", encoding="utf-8")
    places = {"FILE": essay, "out": tmp_path / "out", "report.json": tmp_path / "report.json"}
    for command in (report, explanation):
        cli.main([str(places.get(word, word)) for word in shlex.split(command)])
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["inputs"]
    assert "Nobody is born" in capsys.readouterr().out
