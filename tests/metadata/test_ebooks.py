"""Metadata of an e-book."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from support.sphinx_project import Build, Project


def opf(build: Build) -> dict[str, str]:
    """Return the Dublin Core of an e-book."""
    with zipfile.ZipFile(next(build.out.glob("*.epub"))) as book:
        name = next(name for name in book.namelist() if name.endswith(".opf"))
        root = ElementTree.fromstring(book.read(name))
    core = "{http://purl.org/dc/elements/1.1/}"
    return {
        element.tag.removeprefix(core): element.text or ""
        for element in root.iter()
        if element.tag.startswith(core)
    }


BOOK = """\
:author: Doe, Jane; John Roe
:publisher: Example Press
:license: CC BY 4.0
:description: Waiting & hoping.

The Art of <Waiting>
====================

.. eir:article::

Text.
"""


def test_a_book_of_one_article_has_its_metadata(project: Project) -> None:
    build = project.write({"index.rst": BOOK}).build("epub")
    metadata = opf(build)
    assert metadata["title"] == "The Art of <Waiting>"
    assert metadata["creator"] == "Jane Doe and John Roe"
    assert metadata["publisher"] == "Example Press"
    assert metadata["rights"] == "CC BY 4.0"
    assert metadata["description"] == "Waiting & hoping."


def test_what_conf_py_says_of_a_book_stays(project: Project) -> None:
    build = project.write({"index.rst": BOOK}).build(
        "epub", epub_title="Essays on Time", epub_author="The editors of it"
    )
    assert opf(build)["title"] == "Essays on Time"
    assert opf(build)["creator"] == "The editors of it"


def test_a_book_of_several_articles_is_the_projects(project: Project) -> None:
    build = project.write({"one.rst": BOOK, "two.rst": BOOK}).build("epub")
    assert opf(build)["title"] == "Essays"
