"""Markdown as authors write it: what Jekyll, Hugo, Quarto, pandoc and mystmd add to it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.conversion.batch import convert_all
from sphinxext_eir.conversion.pipeline import convert

if TYPE_CHECKING:
    from pathlib import Path

    from sphinxext_eir.conversion.pipeline import Result

pytest.importorskip("yaml")
pytestmark = pytest.mark.pandoc

BIB = "@book{quill2001, title={On Tides}, author={Quill, Nadia}, year=2001}\n@book{dahl-1999, title={Ports}, author={Dahl, Per}, year=1999}\n"


def converted(
    folder: Path, text: str, head: str = "title: Tides\nbibliography: refs.bib", name: str = "essay.md"
) -> Result:
    (folder / "refs.bib").write_text(BIB, encoding="utf-8")
    path = folder / name
    path.write_text(f"---\n{head}\n---\n\n{text}\n", encoding="utf-8")
    result = convert(path)
    assert result.value.ledger.unexplained == ()
    return result


CITATIONS = {
    "[@quill2001]": ":eir:citep:`@quill2001`",
    "[see @quill2001, p. 12; @dahl-1999, chap. 3]": ":eir:citep:`see @quill2001, p. 12; @dahl-1999, chap. 3`",
    "[-@quill2001, p. 12]": ":eir:citep:`-@quill2001, p. 12`",
    "@quill2001 [p. 12]": ":eir:citet:`@quill2001, p. 12`",
    "@quill2001": ":eir:citet:`@quill2001`",
    "{cite:p}`quill2001,dahl-1999`": ":eir:citep:`@quill2001; @dahl-1999`",
    "{cite:t}`quill2001`": ":eir:citet:`@quill2001`",
    "{% cite quill2001 %}": ":eir:citep:`@quill2001`",
    "[@nobody1900]": "[@nobody1900]",
    "(see @fig-map)": "(see @fig-map)",
}


@pytest.mark.parametrize("typed", CITATIONS)
def test_citations_by_key_are_roles(typed: str, tmp_path: Path) -> None:
    text = converted(tmp_path, f"Tides rise {typed} and @quill2001 falls.").value.text
    assert f"Tides rise {CITATIONS[typed]} and" in text
    assert ".. eir:bibliography::" in text


@pytest.mark.parametrize("note", ["See Quill.", "*Tides*, 4.", "“So” [@quill2001, 7].", "_Ibid._"])
def test_a_note_that_is_referred_to_twice_is_one_note(note: str, tmp_path: Path) -> None:
    text = converted(
        tmp_path, f"One.[^a] Two.[^b] Three,[^a] and *four*.[^a]\n\n[^a]: {note}\n[^b]: Other."
    ).value.text
    assert [text.count(f"[{number}]_") for number in (1, 2, 3)] == [3, 1, 0]
    assert text.count(".. [") == len("ab")


def test_equal_notes_stay_several(tmp_path: Path) -> None:
    text = converted(tmp_path, "One.[^a] Two.[^b]\n\n[^a]: Ibid.\n[^b]: Ibid.").value.text
    assert text.count("] Ibid.") == len("ab")


def test_the_list_stands_where_the_author_has_put_it(tmp_path: Path) -> None:
    text = converted(
        tmp_path, "So [@quill2001].\n\n# Works\n\n::: {#refs}\n:::\n\n# After\n\nMore."
    ).value.text
    assert ".. eir:bibliography::\n   :title: Works\n" in text
    assert text.index("eir:bibliography") < text.index("After")


def test_files_of_references_are_taken_along_once(tmp_path: Path) -> None:
    converted(tmp_path, "So [@quill2001].")
    converted(tmp_path, "Or [@dahl-1999].", name="other.md")
    out = tmp_path / "out"
    convert_all([tmp_path / "essay.md", tmp_path / "other.md"], out)
    assert [path.name for path in out.glob("*.bib")] == ["refs.bib"]


def test_the_file_of_references_may_be_the_projects(tmp_path: Path) -> None:
    folder = tmp_path / "posts"
    folder.mkdir()
    (tmp_path / "_quarto.yml").write_text("bibliography: all.bib\n", encoding="utf-8")
    (tmp_path / "all.bib").write_text(BIB, encoding="utf-8")
    path = folder / "essay.qmd"
    path.write_text("---\ntitle: Tides\n---\n\nSo [@quill2001].\n", encoding="utf-8")
    article = convert(path).value
    assert [library.name for library in article.libraries] == ["all.bib"]
    assert ":eir:citep:`@quill2001`" in article.text


def test_citations_without_a_file_of_references_stay_as_typed(tmp_path: Path) -> None:
    result = converted(tmp_path, "So [@quill2001] says.", head="title: Tides")
    assert "So [@quill2001] says." in result.value.text
    assert any("cites by key" in message.text for message in result.messages)


FORMS = {
    "{{< video https://example.org/v >}}\n\nText.": "Text.",
    '{{< figure src="https://example.org/a.png" caption="A quay" >}}': "`A quay <https://example.org/a.png>`__",
    "Text.{: .lead}": "Text.",
    "Water is H{sub}`2`O.": "Water is H\\ :sub:`2`\\ O.",
    ":::{note} Beware\nOf the tide.\n:::": "Of the tide.",
    "```{r}\n#| echo: false\nplot(x)\n```": ".. code-block:: none\n\n   #| echo: false\n   plot(x)",
    "- a\n    - b\n\n    c": "- a\n\n  - b\n\n  c",
    "$$\nx = 1\n$$": ".. math::\n\n   x = 1",
    "\\begin{align}\nx &= 1\n\\end{align}": ".. math::\n\n   \\begin{aligned}",
    "A <em>word</em> and x<sup>2</sup>.<br>End.": "A *word* and x\\ :sup:`2`. End.",
    "Said.^[In a note.]": ".. [1] In a note.",
    "> Quoted.\n> More.": "   Quoted. More.",
}


@pytest.mark.parametrize("typed", FORMS)
def test_what_programs_add_is_read(typed: str, tmp_path: Path) -> None:
    assert FORMS[typed] in converted(tmp_path, f"Before.\n\n{typed}").value.text


def test_the_abstract_stands_before_the_text(tmp_path: Path) -> None:
    text = converted(tmp_path, "Text.", head="title: Tides\nabstract: |\n  The *sum* of it.").value.text
    assert ".. eir:article::\n\n   The *sum* of it.\n\nText." in text


def test_places_are_lines_of_the_file(tmp_path: Path) -> None:
    article = converted(tmp_path, "One.\n\n# Second\n\nThree\ngoes on.\n\nFour.").value
    lines = article.text.splitlines()
    assert [article.sources[lines.index(text)].line for text in ("One.", "Three goes on.", "Four.")] == [
        6,
        10,
        13,
    ]


def test_files_elsewhere_are_not_taken_along(tmp_path: Path) -> None:
    folder = tmp_path / "posts"
    folder.mkdir()
    (tmp_path / "secret.bib").write_text(BIB, encoding="utf-8")
    result = converted(folder, "So [@quill2001].", head="title: Tides\nbibliography: ../secret.bib")
    assert result.value.libraries == ()


STRUCTURED = {
    "JOSS": (
        "authors:\n  - name: Nadia Quill\n    orcid: 0000-0002-1825-0097\n    affiliation: '1, 2'\n  - name: Ola Brandt\n    affiliation: 2\n"
        "affiliations:\n  - {name: Port College, index: 1}\n  - {name: Ostwick, index: 2}",
        "Nadia Quill <0000-0002-1825-0097> (Port College, Ostwick); Ola Brandt (Ostwick)",
    ),
    "Quarto": (
        "author:\n  - name: Nadia Quill\n    affiliations:\n      - name: Port College\n  - Ola Brandt",
        "Nadia Quill (Port College); Ola Brandt",
    ),
    "names": ("author: [Nadia Quill, Ola Brandt]", "Nadia Quill; Ola Brandt"),
}


@pytest.mark.parametrize("form", STRUCTURED)
def test_authors_keep_what_the_front_matter_says_of_them(form: str, tmp_path: Path) -> None:
    head, authors = STRUCTURED[form]
    text = converted(tmp_path, "Text.", f"title: Tides\n{head}").value.text
    assert f":author: {authors}\n" in text
