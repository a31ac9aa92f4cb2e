"""A project with a file of references."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.citing import BIB

if TYPE_CHECKING:
    from support.sphinx_project import Project

    from sphinxext_eir.csl.pandoc import Pandoc


@pytest.fixture
def files(project: Project, pandoc: Pandoc) -> Project:  # noqa: ARG001 - it reads the file
    """Return a project with a BibTeX file."""
    (project.root / "refs.bib").write_text(BIB)
    project.settings["eir_bibliography_files"] = ["refs.bib"]
    return project
