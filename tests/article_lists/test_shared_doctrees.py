"""Lists of articles in several outputs that share one folder of doctrees, as a preview and a release do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.sphinx_project import Build, Project

LIST = "List\n====\n\n.. eir:article-list::\n"
FILES = {"html": "list.html", "dirhtml": "list/index.html", "text": "list.txt"}


def trains(description: str) -> str:
    return f"Trains\n======\n\n.. eir:article::\n   :description: {description} words.\n\nSlow.\n"


def described(build: Build) -> set[str]:
    return set(re.findall(r"\w+ words", build.read(FILES[build.app.builder.name])))


@pytest.mark.parametrize(
    ("first", "second"), [("html", "html"), ("html", "dirhtml"), ("html", "text"), ("text", "html")]
)
def test_a_list_is_fresh_in_each_of_two_outputs(project: Project, first: str, second: str) -> None:
    # Without the list in its toctree, or Sphinx would write the list's page again for its own navigation.
    index = {"index.rst": ":orphan:\n\nEssays\n======\n", "list.rst": f":orphan:\n\n{LIST}"}
    project.write(index | {"trains.rst": f":orphan:\n\n{trains('Old')}"})

    def build(builder: str, out: str) -> Build:
        return project.build(builder, out=out, doctrees=project.root.parent / "doctrees")

    assert described(build(first, "a")) == {"Old words"}
    project.write({"trains.rst": f":orphan:\n\n{trains('New')}"})
    assert described(build(second, "b")) == {"New words"}
    assert described(build(first, "a")) == {"New words"}
