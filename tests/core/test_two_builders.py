"""Two builders that share doctrees: each shows what the settings are now, whichever has read the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

if TYPE_CHECKING:
    from pathlib import Path

    from support.sphinx_project import Project

ESSAY = "T\n=\n\n.. eir:article::\n   :author: Jane Doe\n\nText.\\ :eir:note:`N`\n\n.. eir:cite-this::\n"


@pytest.mark.build
def test_a_setting_that_one_builder_has_noticed_is_noticed_by_the_other(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "index.rst").write_text(ESSAY, encoding="utf-8")
    (source / "plain.rst").write_text(":orphan:\n\nPlain\n=====\n\nText.\n", encoding="utf-8")

    def build(builder: str, style: str) -> str:
        out = tmp_path / builder
        settings = {"extensions": ["sphinxext_eir"], "eir_note_style": style}
        with docutils_namespace():  # else builds after this one find their directives registered
            app = Sphinx(
                source, None, out, tmp_path / "doctrees", builder, confoverrides=settings, status=None
            )
            app.build()
        return (out / f"index{'.html' if builder == 'html' else '.txt'}").read_text(encoding="utf-8")

    for style, first in (("lower-roman", "[i]"), ("arabic", "[1]"), ("lower-roman", "[i]")):
        assert first in build("html", style)
        assert first in build("text", style)
    before = (tmp_path / "text" / "index.txt").stat().st_mtime_ns
    build("html", "lower-roman")
    build("text", "lower-roman")
    assert (tmp_path / "text" / "index.txt").stat().st_mtime_ns == before


@pytest.mark.build
def test_the_sites_address_is_forgotten_in_each_output(project: Project) -> None:
    project.write({"index.rst": f"{ESSAY}\n.. eir:media:: horn.wav\n   :title: The horn\n", "horn.wav": ""})
    with_address = project.build("text", html_baseurl="https://example.org/", out="text")
    assert "https://example.org/" in (with_address.out / "index.txt").read_text(encoding="utf-8")
    without = project.build("text", html_baseurl="", out="text")
    assert "https://example.org/" not in (without.out / "index.txt").read_text(encoding="utf-8")
