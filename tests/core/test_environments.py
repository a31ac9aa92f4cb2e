"""A virtual environment beside the sources: its packages have documents of their own, which nobody wants to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.sphinx_project import Project

ESSAY = "T\n=\n\n.. eir:article::\n\nText.\n"
BROKEN = "T\n=\n\n.. nosuch::\n"


@pytest.mark.parametrize("folder", [".venv", "venv", "tools/env"])
def test_it_is_left_alone(project: Project, folder: str) -> None:
    project.write(
        {"index.rst": ESSAY, f"{folder}/pyvenv.cfg": "home = /usr/bin", f"{folder}/lib/a/b.rst": BROKEN}
    )
    build = project.build()
    assert build.warnings == []
    assert build.app.env.found_docs == {"index"}


def test_other_folders_are_read(project: Project) -> None:
    project.write({"index.rst": ESSAY, "env/a.rst": f":orphan:\n\n{ESSAY}"})
    assert project.build(exclude_patterns=["x"]).app.env.found_docs == {"index", "env/a"}
