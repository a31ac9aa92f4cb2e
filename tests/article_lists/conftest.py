"""A project with several articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.listed import ESSAYS, PLAIN, listing

if TYPE_CHECKING:
    from support.sphinx_project import Project


@pytest.fixture
def essays(project: Project) -> Project:
    return project.write(ESSAYS | PLAIN | {"list.rst": listing()})
