"""Every form of article converts to what a person would have typed, with every word accounted for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.forms import FORMS, Form

from sphinxext_eir.conversion.document import Bibliography, Biography, Heading, Notes, Paragraph, inlines_of
from sphinxext_eir.conversion.inlines import Kind, plain
from sphinxext_eir.conversion.pipeline import convert

if TYPE_CHECKING:
    from pathlib import Path

    from support.sphinx_project import Project

    from sphinxext_eir.conversion.pipeline import Result

SUFFIX = {"rst": ".rst", "myst": ".md"}


def converted(form: Form, folder: Path, syntax: str = "rst") -> Result:
    path = folder / f"{form.name}.txt"
    path.write_text(form.text, encoding="utf-8")
    return convert(path, syntax)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_is_read_as_a_person_reads_it(form: Form, tmp_path: Path) -> None:
    result = converted(form, tmp_path)
    document = result.value.document
    blocks = document.blocks
    bodies = [block for block in blocks if not isinstance(block, (Notes, Bibliography, Biography))]
    notes = [note for block in blocks if isinstance(block, Notes) for note in block.notes]
    entries = [entry for block in blocks if isinstance(block, Bibliography) for entry in block.entries]
    biographies = [plain(next(inlines_of(block.blocks))) for block in blocks if isinstance(block, Biography)]
    markers = [run.target for inlines in inlines_of(bodies) for run in inlines if run.kind is Kind.NOTE]
    assert plain(document.front.title) == form.title
    assert document.front.authors == form.authors
    assert document.front.date == form.date
    assert tuple(note.label for note in notes) == form.labels
    assert tuple(markers) == (form.labels if form.markers is None else form.markers)
    assert len(entries) == form.entries
    assert tuple(plain(block.inlines) for block in blocks if isinstance(block, Heading)) == form.headings
    assert [text[: len(form.biography)] for text in biographies] == (
        [form.biography] if form.biography else []
    )
    assert sum(isinstance(block, Paragraph) for block in blocks) == form.paragraphs
    for name, count in form.blocks.items():
        assert sum(type(block).__name__ == name for block in blocks) == count
    for text in form.has:
        assert text in " ".join(result.value.text.split(" ")) or text in " ".join(result.value.text.split())
    for text in form.lacks:
        assert text not in result.value.text
    assert [message.text for message in result.messages if message.doubtful][form.doubts :] == []


@pytest.mark.parametrize("syntax", ["rst", "myst"])
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_word_of_a_form_is_accounted_for(form: Form, syntax: str, tmp_path: Path) -> None:
    ledger = converted(form, tmp_path, syntax).value.ledger
    assert ledger.unexplained == ()
    assert ledger.even


def words(build_tree: object) -> list[str]:
    return build_tree.astext().split()  # type: ignore[attr-defined]


def test_all_forms_build_in_both_syntaxes_to_the_same_words(project: Project, tmp_path: Path) -> None:
    sources: dict[str, str] = {}
    for form in FORMS:
        for syntax in ("rst", "myst"):
            result = converted(form, tmp_path, syntax)
            sources[f"{form.name}-{syntax}{SUFFIX[syntax]}"] = result.value.text
    build = project.write(sources).build("text")
    unannounced = [line for line in build.warnings if not announced(line)]
    assert unannounced == []
    for form in FORMS:
        one, two = (shape(build.resolved(f"{form.name}-{syntax}")) for syntax in ("rst", "myst"))
        assert one == two, form.name


def announced(line: str) -> bool:
    """Whether a warning is about what the articles are made to lack: a note, a marker, an author's date."""
    return any(
        subtype in line for subtype in ("[eir.note_unused]", "[eir.note_missing]", "[eir.citation_missing]")
    )


def shape(document: object) -> list[tuple[str, str]]:
    """Return a tree as its elements in order, each with its text, whatever its line breaks and its ids."""
    return [
        (node.tagname, " ".join(node.astext().split()))  # type: ignore[attr-defined]
        for node in document.findall(
            lambda node: (
                hasattr(node, "tagname") and node.tagname not in ("#text", "document", "comment", "target")
            )
        )  # type: ignore[attr-defined]
    ]


EXCERPT = "A study of bridges and banks in the north, and of what they owe."
BELOW = f"{EXCERPT}\n\nhttps://www.e-ir.info/2019/04/02/distance/\n\nADA BROOK, APR 2 2019\n\nThe bridge was built in 1801."


@pytest.mark.parametrize("above", ["Distance\n\n", "Distance\n\nWritten by Ada Brook\n\n"])
def test_front_matter_may_stand_under_an_excerpt(above: str, tmp_path: Path) -> None:
    path = tmp_path / "essay.txt"
    path.write_text(above + BELOW + "\n", encoding="utf-8")
    text = convert(path).value.text
    assert text.startswith(
        ":author: Ada Brook\n:date: 2019-04-02\n:canonical: https://www.e-ir.info/2019/04/02/distance/\n"
    )
    assert text.endswith(f".. eir:article::\n\n{EXCERPT}\n\nThe bridge was built in 1801.\n")


def test_parts_of_sections_with_roman_numbers_stand_below_them(tmp_path: Path) -> None:
    prose = "The ferry was bought twice by the parish, and it was sold twice by the bank, as the two ledgers say that were kept."
    lines = ["Work at Three Crossings", "OLE BRANDT, NOV 30 2018", prose]
    for heading in ("I. The Parish", "I.1 Its Book", "I.2 Its Priest", "II. The Bank", "II.1. Its Clerks"):
        lines += [heading, prose]
    path = tmp_path / "essay.txt"
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    blocks = convert(path).value.document.blocks
    assert [block.level for block in blocks if isinstance(block, Heading)] == [2, 3, 3, 2, 3]
