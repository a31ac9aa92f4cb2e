"""Notes in PDFs that LaTeX makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.noted import COUNT, EVERYTHING, HEAD, LITERAL, romans

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.sphinx_project import Build, Project


# LaTeX


def bookmarks(build: Build) -> list[str]:
    """Return the PDF's bookmarks: hyperref writes them as UTF-16, in octal where they aren't ASCII."""
    lines = (build.out / "essays.out").read_bytes().splitlines()
    texts = [re.search(rb"{(\\376\\377.*?)}{", line)[1] for line in lines]
    octal = re.compile(rb"\\(\d{3})")
    return [octal.sub(lambda match: bytes([int(match[1], 8)]), text).decode("utf-16") for text in texts]


def test_a_running_head_has_no_note(project: Project, pdf_text: Callable[..., str]) -> None:
    # Without eir:article: the running heads are Sphinx's own.
    source = (
        "A title [#x]_ here\n==================\n\nSub [#y]_ title\n---------------\n\n.. eir:notes::\n\n"
    )
    source += "\n\n".join(["Words. " * 300] * 6) + "\n\n.. [#x] Xx.\n.. [#y] Yy.\n"
    build = project.write({"essay.rst": source}).build("latex")
    text = " ".join(pdf_text(build).split())
    assert "Chapter 1. A title here" in text
    assert "1.1. Sub title" in text
    assert text.count("[i]") == 2


@pytest.mark.parametrize("engine", ["pdflatex", "xelatex", "lualatex"])
@pytest.mark.parametrize("placement", ["end", "page"])
def test_the_pdf_has_every_note_once_and_headings_clean(
    project: Project, pdf_text: Callable[..., str], engine: str, placement: str
) -> None:
    source = EVERYTHING.replace(".. figure:: https://example.org/x.png\n\n   Caption", ".. rubric:: Rubric")
    source = source.replace("Of the title.", "Of the title. † ¶")
    project.write(
        {"essay.rst": source, "literal.rst": LITERAL, "plain.rst": "P\n=\n\nA [1]_.\n\n.. [1] Bb.\n"}
    )
    build = project.build("latex", latex_engine=engine, eir_note_placement=placement)
    text = pdf_text(build, engine)
    contents, _, body = text.partition("JANE DOE")
    assert re.search(r"The title of it[ .]+1", contents)
    assert re.search(r"Sub[ .]+\d", contents)
    assert re.search(r"The title\s*\[i\]\s*of it", contents.replace("\n", " "))
    assert bookmarks(build)[0].split() == ["The", "title", "of", "it"]
    for words in (
        "Of the title.",
        "Anonymous.",
        "Numbered.",
        "Symbol.",
        "Second.",
        "Quoted.",
        "Nested.",
        "Subtitle.",
    ):
        assert text.count(words) == 1, words
    if placement == "end":
        listed = body[body.index("Of the title.") - 40 :]
        assert re.findall(r"^\s*(\[[ivx]+\])", listed, flags=re.MULTILINE)[:COUNT] == romans(COUNT)
    assert re.search(r"\bA\s*1\s*\.", text)  # a footnote that isn't ours keeps its number


NESTED = """\
Top [#t]_
=========

.. eir:notes::

.. rubric:: Rubric [#r]_

.. list-table:: Table [#c]_

   * - cell [#d]_

.. [#t] Title note [#n]_.
.. [#n] Nested note [#m]_.
.. [#m] Innermost note.
.. [#r] Rubric note.
.. [#c] Caption note [#n]_.
.. [#d] Cell note [#e]_.
.. [#e] Ending note.
"""


def test_at_the_foot_of_pages_no_note_is_lost(project: Project, pdf_text: Callable[..., str]) -> None:
    build = project.write({"essay.rst": NESTED}).build("latex", eir_note_placement="page")
    text = pdf_text(build)
    for words in re.findall(r"\w+ note", NESTED):
        assert text.count(words) == 1, words
    assert set(re.findall(r"\[[ivx]+\]", text)) == set(romans(7))


def test_the_pdfs_links_lead_to_the_notes(project: Project, pdf_text: Callable[..., str]) -> None:
    build = project.write({"literal.rst": LITERAL}).build("latex")
    pdf_text(build)
    log = (build.out / "essays.log").read_text("latin-1")
    assert "has been referenced but does not exist" not in log
    assert "multiply defined" not in log
    assert (build.out / "essays.tex").read_text().count("\\eirnoteref{eir-note-") == 5


# What a hostile reader found, once


ROUND = "A [#a]_.\n\n.. [#a] Aa [#b]_.\n\n.. [#b] Bb [#c]_.\n\n.. [#c] Cc [#b]_.\n"


@pytest.mark.parametrize(
    "source",
    [
        "A [#a]_.\n\n.. [#a] Aa, as in [#a]_.\n",
        "A.\n\n.. [#a] Aa, as in [#a]_.\n",
        "A.\n\n.. [#a] Aa [#b]_.\n\n.. [#b] Bb [#a]_.\n",
        "A [#a]_.\n\n.. [#a] Aa [#b]_.\n\n.. [#b] Bb [#a]_.\n",
        ROUND,
        "A [#a]_.\n\n.. [#a] Aa [#b]_.\n\n.. [#b] Bb [#c]_.\n\n.. [#c] Cc [#d]_.\n\n.. [#d] Dd.\n",
    ],
)
def test_at_the_foot_of_pages_notes_may_lead_to_themselves_and_on_and_on(
    project: Project, source: str
) -> None:
    build = project.write({"essay.rst": HEAD + source}).build("latex", eir_note_placement="page")
    text = build.read("essays.tex")
    for words in ("Aa", "Bb", "Cc", "Dd"):
        assert text.count(words) == source.count(words), words
