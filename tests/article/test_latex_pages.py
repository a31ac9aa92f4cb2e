"""The page of an article in LaTeX: the length of its lines, its faces, and where it begins."""

from __future__ import annotations

import statistics
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.sphinx_project import Build, Project

LINE = "The pilots kept ledgers of it all the same, in a hand that grew smaller as paper grew dear, and whoever reads them reads patience. "
ESSAY = f""":author: Jane Doe
:canonical: https://example.org/waiting/

Waiting
=======

.. eir:article::

{LINE * 12}

A Section
---------

Further down. {LINE * 6}
"""
PLAIN = f"Plain\n=====\n\nElsewhere. {LINE * 6}\n"
SETTINGS = {
    "by default": "",
    "with colours and faces of the project": r"HeaderFamily=\sffamily,TitleColor={rgb}{0.5,0,0}",
}


def built(project: Project, pdf_text: Callable[..., str], setup: str) -> tuple[Build, list[str]]:
    project.write({"essay.rst": ESSAY, "plain.rst": PLAIN})
    (project.root / "index.rst").write_text(
        "Essays\n======\n\nA preface.\n\n.. toctree::\n\n   essay\n   plain\n"
    )
    build = project.build("latex", latex_elements={"sphinxsetup": setup})
    return build, pdf_text(build).split("\f")


def page_with(pages: list[str], words: str) -> int:
    return next(number for number, page in enumerate(pages, 1) if words in page)


def fonts_of(build: Build, page: int, program: Callable[[str], str]) -> str:
    command = [program("pdffonts"), "-f", str(page), "-l", str(page), build.out / "essays.pdf"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.tex
@pytest.mark.parametrize("setup", SETTINGS.values(), ids=SETTINGS)
def test_an_article_has_lines_of_a_book_and_the_faces_of_its_text(
    project: Project, pdf_text: Callable[..., str], program: Callable[[str], str], setup: str
) -> None:
    build, pages = built(project, pdf_text, setup)
    first = page_with(pages, "Further down.")
    lengths = {}
    for name, number in (("essay", first), ("plain", page_with(pages, "Elsewhere."))):
        lines = [" ".join(line.split()) for line in pages[number - 1].splitlines() if len(line.strip()) > 40]
        lengths[name] = statistics.median(map(len, lines))
    assert 62 <= lengths["essay"] <= 70
    assert lengths["plain"] > 85, "pages that are no articles are Sphinx's"
    assert ("Heros" in fonts_of(build, first, program)) == bool(setup)
    heads = [page.split("\n\n") for page in pages if page.strip().startswith("Waiting")]
    assert not [page for page in heads if len(" ".join(page).split()) < 20], "a page with nothing but a head"
