"""``eir:biblioref``: the author's own words as a link to an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.citing import body_of

if TYPE_CHECKING:
    from support.sphinx_project import Project

REST = """\
Essay
=====

.. eir:article::

A count [:eir:biblioref:`1 <b1>`], a raised one\\ :eir:biblioref:`^2^ <@Clark2001>`, and
:eir:biblioref:`the first of both <b1>`.

.. eir:bibliography::

   [b1] Blank, S. (2000) On Borders. Oslo: Fjordheim.

   Clark, A. (2001) On Lines. Lund: Studentlitteratur.
"""
MYST = """\
# Essay

```{eir:article}
```

A count [{eir:biblioref}`1 <b1>`], a raised one{eir:biblioref}`^2^ <@Clark2001>`, and
{eir:biblioref}`the first of both <b1>`.

```{eir:bibliography}
[b1] Blank, S. (2000) On Borders. Oslo: Fjordheim.

Clark, A. (2001) On Lines. Lund: Studentlitteratur.
```
"""
SYNTAXES = pytest.mark.parametrize("files", [{"index.rst": REST}, {"index.md": MYST}], ids=["rst", "myst"])
EXTENSIONS = ["sphinxext_eir", "myst_parser"]


@SYNTAXES
def test_words_of_the_author_lead_to_the_entry_and_back(project: Project, files: dict[str, str]) -> None:
    build = project.write(files).build(extensions=EXTENSIONS)
    assert build.warnings == []
    assert "A count [1], a raised one2, and the first of both." in " ".join(body_of(build.page()).split())
    page = build.page()
    links = [(link.get_text(), link["href"]) for link in page.select("a[role=doc-biblioref]")]
    assert links == [
        ("1", "#eir-ref-b1-index"),
        ("2", "#eir-ref-Clark2001-index"),
        ("the first of both", "#eir-ref-b1-index"),
    ]
    assert [raised.get_text() for raised in page.select("[role=main] p sup")] == ["2"]
    back = page.select_one("#eir-ref-b1-index")
    assert back is not None
    assert len(back.select("a[href^='#eir-cite-']")) == 2


@SYNTAXES
def test_latex_and_text_print_the_same_words(project: Project, files: dict[str, str]) -> None:
    text = project.write(files).build("text", extensions=EXTENSIONS)
    assert "and the first of both." in " ".join(text.read("index.txt").split())
    latex = project.build("latex", extensions=EXTENSIONS)
    assert latex.warnings == []


def test_a_style_of_notes_makes_no_note_of_it(project: Project) -> None:
    build = project.write({"index.rst": REST}).build(eir_citation_style="eir-notes")
    assert build.warnings == []
    assert "A count [1], a raised one2, and" in " ".join(body_of(build.page()).split())


@SYNTAXES
def test_without_a_key_words_that_look_like_a_citation_cite_nothing(
    project: Project, files: dict[str, str]
) -> None:
    marked = {name: text.replace("1 <b1>", "(Nobody 1999) <>") for name, text in files.items()}
    build = project.write(marked).build(extensions=EXTENSIONS)
    assert build.warnings == []
    assert "A count [(Nobody 1999)], a raised one2" in body_of(build.page())
    assert len(build.page().select("a[role=doc-biblioref]")) == 2


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("one <Nobody1999>", "no entry has the key 'Nobody1999'"),
        ("Blank2000", "words and the key of an entry were expected, 'words <Blank2000>', not 'Blank2000'"),
    ],
)
def test_what_is_wrong_is_said_and_the_words_stay(project: Project, typed: str, message: str) -> None:
    source = REST.replace("1 <b1>", typed)
    build = project.write({"index.rst": source}).build()
    (warning,) = build.warnings
    assert "index.rst:6" in warning
    assert message in warning
    assert f"A count [{typed.partition(' <')[0]}]" in body_of(build.page())
