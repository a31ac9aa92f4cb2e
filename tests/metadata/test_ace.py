"""E-books as Ace sees them, the DAISY Consortium's checker: axe in each page, the outline of headings, and what the package says."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from support.seed import ARTICLE

from sphinxext_eir.starter import Journal, Requirement, begin

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.sphinx_project import Build, Project

PICTURE = """\
:author: Mara Lindqvist
:date: 2025-06-12
:image: quay.png
:image-alt: A quay
:keywords: harbours

The Quay
========

.. eir:article::

   What a quay is for.

.. figure:: quay.png
   :alt: A quay

   The quay from the sea.

.. math:: a^2 + b^2 = c^2

.. eir:about-author::
   :picture: quay.png

   **Mara Lindqvist** teaches.
"""


@pytest.fixture
def ace(program: Callable[[str], str], tmp_path: Path) -> Callable[[Build], dict[str, Any]]:
    """Return what runs Ace, in the machine's own Chromium: it gives Ace's report of the book of a build."""
    script = os.environ.get("EIR_ACE", "")
    if not Path(script).is_file():
        pytest.skip("EIR_ACE does not name Ace's ace.js")

    def run(build: Build) -> dict[str, Any]:
        (book,) = build.out.glob("*.epub")
        command = [program("node"), script, "--force", "--silent", "--outdir", tmp_path / "report", book]
        environment = os.environ | {"PUPPETEER_EXECUTABLE_PATH": program("chromium")}
        subprocess.run(command, env=environment, check=False, capture_output=True, timeout=300)
        return json.loads((tmp_path / "report" / "report.json").read_text(encoding="utf-8"))

    return run


def begin_book(project: Project) -> Build:
    """Return the e-book of the starter's journal with the seed's article and one with pictures."""
    pytest.importorskip("sphinx_design")
    begin(project.root, Journal("The Northport Review", Requirement("sphinxext-eir")))
    essays = project.root / "essays"
    shutil.copy(ARTICLE, essays)
    Image.new("RGB", (48, 32), "#345").save(essays / "quay.png")
    (essays / "quay.rst").write_text(PICTURE, encoding="utf-8")
    return project.build_with_its_conf("epub")


def findings(report: dict[str, Any]) -> list[tuple[str, str]]:
    """Return page and rule of each assertion of a report."""
    return [
        (page["earl:testSubject"]["url"], one["earl:test"]["dct:title"])
        for page in report["assertions"]
        for one in page["assertions"]
    ]


def test_ace_finds_nothing_in_a_journal_with_pictures_notes_and_mathematics(
    ace: Callable[[Build], dict[str, Any]], project: Project
) -> None:
    build = begin_book(project)
    assert build.warnings == []
    report = ace(build)
    read = {page["earl:testSubject"]["url"] for page in report["assertions"]}
    assert {"essays/quay.xhtml", "essays/the-night-train.xhtml", "content.opf", "nav.xhtml"} <= read
    assert findings(report) == []
    assert report["earl:result"]["earl:outcome"] == "pass"
    # What is left is said by those who certify books.
    assert [name for name in report["a11y-metadata"]["missing"] if name.startswith("schema:")] == []
    assert report["a11y-metadata"]["empty"] == []
