"""Fixtures that several files of this folder use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.hostile import article_of, entries_of, style_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.sphinx_project import Build, Project


@pytest.fixture
def hostile(project: Project) -> Callable[..., Build]:
    """Return a builder of a project with *text* everywhere."""

    def build(
        text: str, builder: str = "html", address: str = "https://example.org/", **settings: object
    ) -> Build:
        files = entries_of(text, address)
        project.write({"index.rst": article_of(text), "hostile.csl": style_of(text), **files})
        return project.build(
            builder, eir_bibliography_files=list(files), html_baseurl="https://example.org", **settings
        )

    return build
