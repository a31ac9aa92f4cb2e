"""Word and OpenDocument files: notes of their own, tracked changes, comments, pictures, citation fields."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from support.word_files import ESSAY, PICTURE, word_file

from sphinxext_eir import cli
from sphinxext_eir.conversion.document import Notes, inlines_of
from sphinxext_eir.conversion.inlines import plain
from sphinxext_eir.conversion.pipeline import convert
from sphinxext_eir.conversion.transcript import ConversionError

if TYPE_CHECKING:
    from pathlib import Path

    from support.sphinx_project import Project

pytestmark = pytest.mark.usefixtures("pandoc")


def with_parts(path: Path, change: dict[str, str]) -> None:
    """Replace text in the parts of the archive at *path*, and in their names."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            for old, new in change.items():
                name, data = name.replace(old, new), data.replace(old.encode(), new.encode())  # noqa: PLW2901
            archive.writestr(name, data)


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_an_essay_is_read(suffix: str, tmp_path: Path) -> None:
    result = convert(word_file(tmp_path, ESSAY, suffix))
    text = result.value.text
    assert result.value.ledger.unexplained == ()
    assert text.startswith(":author: Jane Doe\n:date: 2012-05-12\n\nThe Art of Waiting\n====")
    for part in (
        "born with it.\\ [1]_ See (Blank 2000) and *Waiting*; H\\ :sub:`2`\\ O on the 19\\ :sup:`th` is\n**bare**: http://example.org/a_b.",
        "..\n\n   A quote set apart.",
        "1. First\n2. Second",
        ".. list-table::\n   :header-rows: 1\n\n   * - A\n     - B\n   * - x\n     - y",
        ".. eir:bibliography::\n   :title: References\n\n   Blank, S. (2000) *Threats*. Carlisle: SSI.",
        ".. [1] As *every* child shows, http://example.org/x_y.",
    ):
        assert part in text.replace("\n\n   A quote", "\n\n   A quote") or part.removeprefix("..\n\n") in text


def test_it_builds_with_its_pictures(project: Project, tmp_path: Path) -> None:
    path = word_file(tmp_path, ESSAY)
    for syntax in ("rst", "myst"):
        assert cli.main(["convert", str(path), "-o", str(project.root / syntax), "--to", syntax]) == 0
        assert (project.root / syntax / "essay.images" / "1.png").read_bytes() == PICTURE
    build = project.write(
        {"index.rst": "Essays\n======\n\n.. toctree::\n\n   rst/essay\n   myst/essay\n"}
    ).build("html")
    assert build.warnings == []
    for page in ("rst/essay", "myst/essay"):
        assert build.page(page).select_one("figure img")["alt"] == "A platform"


def test_tracked_changes_are_accepted_and_comments_reported(tmp_path: Path) -> None:
    text = (
        '# Waiting\n\nIt is [slow]{.insertion author="A" date="2020-01-01T00:00:00Z"}'
        '[fast]{.deletion author="A" date="2020-01-01T00:00:00Z"} and '
        '[Is it?]{.comment-start id="0" author="Ed" date="2020-01-01T00:00:00Z"}long[]{.comment-end id="0"}.\n'
    )
    result = convert(word_file(tmp_path, text))
    assert "It is slow and long." in result.value.text
    assert "comment: Ed: Is it?" in [message.text for message in result.messages]


def test_formulas_are_read_or_missed(tmp_path: Path) -> None:
    text = "# Waiting\n\nEuler said $e^2$ and $1+1$.\n"
    assert ":math:`e^{2}`" in convert(word_file(tmp_path, text)).value.text
    (message,) = [
        message
        for message in convert(word_file(tmp_path, text, ".odt")).messages
        if "embedded" in message.text
    ]
    assert message.doubtful
    assert message.text.startswith("2 embedded objects, such as formulas and charts, could not be read: ")


def test_footnotes_beside_numbered_references_are_one_list_in_which_each_number_leads_to_its_own(
    tmp_path: Path,
) -> None:
    references = "\\[1\\] Brandt, O. Tides. 2001.\n\n\\[2\\] Nyland, G. Quays. 2004.\n"
    text = f"# Waiting\n\nA shop.[^a] Rope is trust \\[2\\], and salt \\[1\\].\n\n# References\n\n{references}\n[^a]: See the shop.\n"
    result = convert(word_file(tmp_path, text))
    (notes,) = [block for block in result.value.document.blocks if isinstance(block, Notes)]
    assert [(note.label, plain(next(inlines_of(note.blocks)))) for note in notes.notes] == [
        ("1", "Brandt, O. Tides. 2001."),
        ("2", "Nyland, G. Quays. 2004."),
        ("3", "See the shop."),
    ]
    assert "A shop.\\ [3]_ Rope is trust [2]_, and salt [1]_." in " ".join(result.value.text.split())
    assert "1 note has another number now, after those under 'References'" in [
        m.text for m in result.messages
    ]


def test_end_notes_have_words_own_numerals(tmp_path: Path) -> None:
    path = word_file(tmp_path, "# Waiting\n\nOne.[^1] Two.[^2]\n\n[^1]: First.\n\n[^2]: Second.\n")
    with_parts(path, {"footnote": "endnote", "Footnote": "Endnote"})
    result = convert(path)
    (notes,) = (block for block in result.value.document.blocks if isinstance(block, Notes))
    assert ([note.label for note in notes.notes], notes.style) == (["i", "ii"], "lower-roman")
    assert "One.[i] Two.[ii]" in result.value.text
    assert ".. [ii] Second." in result.value.text
    assert result.value.ledger.unexplained == ()


ITEM = {
    "citationID": "x",
    "properties": {"formattedCitation": "(Blank 2000)", "plainCitation": "(Blank 2000)"},
    "citationItems": [
        {
            "id": 1,
            "itemData": {
                "id": 1, "type": "book", "title": "Threats to Russian Security",
                "author": [{"family": "Blank", "given": "Stephen J."}], "issued": {"date-parts": [["2000"]]},
            },
        }
    ],
    "schema": "https://github.com/citation-style-language/schema/raw/master/csl-citation.json",
}  # fmt: skip


@pytest.mark.parametrize("program", ["ADDIN ZOTERO_ITEM CSL_CITATION", "ADDIN CSL_CITATION"])
def test_citation_fields_become_references(program: str, tmp_path: Path) -> None:
    code = json.dumps(ITEM).replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    run = "`<w:r>{}</w:r>`{{=openxml}}"
    field = "".join(
        [
            run.format('<w:fldChar w:fldCharType="begin"/>'),
            run.format(f'<w:instrText xml:space="preserve"> {program} {code} </w:instrText>'),
            run.format('<w:fldChar w:fldCharType="separate"/>'),
            run.format("<w:t>(Blank 2000)</w:t>"),
            run.format('<w:fldChar w:fldCharType="end"/>'),
        ]
    )
    result = convert(word_file(tmp_path, f"# Waiting\n\nRussians were afraid {field}.\n"))
    assert "Russians were afraid (Blank 2000)." in result.value.text
    (item,) = result.value.items
    assert (item["title"], item["author"]) == (
        "Threats to Russian Security",
        [{"family": "Blank", "given": "Stephen J."}],
    )


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"nothing of the kind", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "encrypted, or in Word's old format"),
    ],
)
@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_what_cant_be_read_says_why(data: bytes, says: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"bad{suffix}"
    path.write_bytes(data)
    with pytest.raises(ConversionError, match=says):
        convert(path)


def test_an_archive_without_a_document_is_nothing_that_pandoc_reads(tmp_path: Path) -> None:
    path = tmp_path / "bad.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("other.txt", "x")
    with pytest.raises(ConversionError, match="pandoc can't read it"):
        convert(path)


def test_of_what_pandoc_says_the_places_in_its_own_program_are_left_out(tmp_path: Path) -> None:
    path = word_file(tmp_path, "waits")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"waits", b"w\x8eits")
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    with pytest.raises(ConversionError, match=r"pandoc can't read it.*UTF-8 stream$"):
        convert(path)
