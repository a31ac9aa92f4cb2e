"""One essay in each format that journals and scholars have, written by pandoc: the same words, notes and headings come out of each."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.conversion.document import Bibliography, Heading, Notes, Quote, Table, inlines_of
from sphinxext_eir.conversion.inlines import Kind, plain
from sphinxext_eir.conversion.inputs import find_inputs
from sphinxext_eir.conversion.pipeline import convert
from sphinxext_eir.conversion.reading.written import reader as written
from sphinxext_eir.conversion.transcript import ConversionError
from sphinxext_eir.csl.pandoc import PandocError, environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinxext_eir.conversion.pipeline import Converted
    from sphinxext_eir.csl.pandoc import Pandoc

ESSAY = """---
title: Two Harbours
author: Marit Osgood
date: 2019-03-14
---

# Granite

The *town* built with granite.[^1] Its walls were a^2^ wide, and **nobody** asked why.

> The creditors built with promises.

1. A quay.
2. A crane.

    A second paragraph of the crane.

# Promises

| Year | Cargo |
|------|-------|
| 1901 | Salt  |
| 1902 | Herring |

The last words stand here.[^2] See [the archive](https://example.org/archive).

[^1]: See the *register*.

[^2]: Nobody knows.

    Not even the clerk.
"""

FORMATS = {
    "docx": "docx",
    "odt": "odt",
    "tex": "latex",
    "xml": "jats_archiving",
    "epub": "epub3",
    "html": "html",
    "rtf": "rtf",
}


CHAPTER = """# Quays

So says the register.[^3] The clerk differs. [^5]

{heading}[^3]: Of 1901.

[^5]: He wasn't asked.
"""


@pytest.mark.parametrize("heading", ["", "## Notes\n\n", "## 4.2 Notes\n\n"])
def test_notes_of_a_chapter_go_on_from_the_one_before(heading: str, tmp_path: Path) -> None:
    path = tmp_path / "quays.md"
    path.write_text(CHAPTER.format(heading=heading), encoding="utf-8")
    blocks = convert(path).value.document.blocks
    (notes,) = (block for block in blocks if isinstance(block, Notes))
    assert [note.label for note in notes.notes] == ["3", "5"]
    marks = [run.target for inlines in inlines_of(blocks) for run in inlines if run.kind is Kind.NOTE]
    assert marks == ["3", "5"]


@pytest.mark.parametrize("heading", ["References", "7 References", "6.2. Literatur"])
def test_a_list_of_references_is_known_by_its_name_with_any_number(heading: str, tmp_path: Path) -> None:
    path = tmp_path / "quays.md"
    path.write_text(
        f"# Quays\n\nSo says Renn (1984).\n\n## {heading}\n\nRenn, O. (1984): Quays. Frankfurt: Campus.\n",
        encoding="utf-8",
    )
    (found,) = (block for block in convert(path).value.document.blocks if isinstance(block, Bibliography))
    assert plain(found.title) == heading


@pytest.fixture(scope="session")
def door(pandoc: Pandoc, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return the function that writes the essay in a format, by its suffix."""
    folder = tmp_path_factory.mktemp("doors")
    (folder / "essay.md").write_text(ESSAY, encoding="utf-8")

    def write(suffix: str) -> Path:
        path = folder / f"harbours.{suffix}"
        if not path.exists():
            command = [pandoc.path, "-s", "-t", FORMATS[suffix], "-o", path, folder / "essay.md"]
            subprocess.run(command, check=True, stdin=subprocess.DEVNULL, env=environment(), timeout=60)
        return path

    return write


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def said(article: Converted) -> str:
    parts = [plain(article.document.front.title), *(plain(i) for i in inlines_of(article.document.blocks))]
    return " ".join(parts)


TOLD = re.sub(
    r"^\[\^|\[\^\d\]|\]\(http\S+\)|^---.*?^---|\|-+\|-+\||^#|^\d\.",
    " ",
    ESSAY,
    flags=re.MULTILINE | re.DOTALL,
)


@pytest.mark.parametrize("syntax", ["rst", "myst"])
@pytest.mark.parametrize("suffix", FORMATS)
def test_the_words_of_an_essay_come_through_each_door(
    suffix: str, syntax: str, door: Callable[[str], Path]
) -> None:
    article = convert(door(suffix), syntax).value  # type: ignore[arg-type]
    assert article.ledger.unexplained == ()
    assert article.ledger.even
    wanted = words(re.sub(r"\ba\^2\^", "a2", TOLD))
    assert wanted - words(said(article).replace("a 2", "a2")) - Counter(["1", "2"]) == Counter()


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_an_essay_consists_of_comes_through_each_door(suffix: str, door: Callable[[str], Path]) -> None:
    article = convert(door(suffix)).value
    blocks = article.document.blocks
    assert plain(article.document.front.title) == "Two Harbours"
    assert [plain(block.inlines) for block in blocks if isinstance(block, Heading)] == ["Granite", "Promises"]
    (notes,) = (block for block in blocks if isinstance(block, Notes))
    assert [len(note.blocks) for note in notes.notes] == [1, 2]
    marks = [run for inlines in inlines_of(blocks) for run in inlines if run.kind is Kind.NOTE]
    assert [mark.target for mark in marks] == [note.label for note in notes.notes]
    assert any(isinstance(block, Quote) for block in blocks)
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert len(table.rows) == 3
    fields = dict(article.document.front.given)
    assert "Osgood" in (fields.get("author") or "; ".join(article.document.front.authors))
    assert (fields.get("date") or article.document.front.date) == "2019-03-14"


def test_a_dash_in_a_cell_is_no_line_across_the_text(tmp_path: Path) -> None:
    rows = r"\trowd\cellx1000\cellx2000\pard\intbl Salt\cell\emdash\cell\row\pard After.\par"
    (tmp_path / "essay.rtf").write_text(r"{\rtf1 Before.\par" + rows + "}", encoding="ascii")
    article = convert(tmp_path / "essay.rtf").value
    assert article.ledger.unexplained == ()
    assert "     - \\—\n" in article.text


def test_a_power_is_no_mark_of_a_note(door: Callable[[str], Path]) -> None:
    assert "a\\ :sup:`2` wide" in convert(door("docx")).value.text


def test_markdown_without_pandoc_is_read_with_caution(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("yaml")

    def absent() -> None:
        raise PandocError

    monkeypatch.setattr(written, "find_pandoc", absent)
    path = tmp_path / "essay.md"
    path.write_text(ESSAY, encoding="utf-8")
    article = convert(path).value
    assert article.ledger.even
    assert dict(article.document.front.given)["author"] == "Marit Osgood"


# What isn't read


def test_xml_of_another_kind_is_passed_over_in_a_folder_and_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "map.xml").write_text("<urlset><url/></urlset>", encoding="utf-8")
    (tmp_path / "essay.xml").write_text("<article><front/></article>", encoding="utf-8")
    inputs = find_inputs([str(tmp_path)])
    assert [path.name for path in inputs.found] == ["essay.xml"]
    assert [(left.reason, left.wrong) for left in inputs.unread] == [
        ("XML of another kind, <urlset>: exports of WordPress and articles in JATS are read", True)
    ]
    with pytest.raises(ConversionError, match="no article in JATS"):
        convert(tmp_path / "map.xml")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "essay.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "Word.s old format: save it as .docx .what is read: .txt",
        ),
        ("essay.pages", b"PK", "the format of Pages: export it as .docx"),
        ("essay.zzz", b"PK", "no reader for .zzz .what is read: .txt"),
        ("essay.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word's old format: save it as .docx"),
        ("essay.tex", b"", "empty"),
        ("essay.tex", b"\\documentclass{article}", "no \\\\begin{document}"),
        ("essay.xml", b"", "empty"),
        (
            "essay.xml",
            b'<?xml version="1.0"?><articles xmlns="http://pkp.sfu.ca"><article/></articles>',
            "an export of OJS",
        ),
        (
            "essay.xml",
            b'<!DOCTYPE article PUBLIC "-//PKP//OJS Articles and Issues XML//EN" "x"><article>',
            "save its galleys",
        ),
        ("essay.xml", b"<article><front>", "isn't XML that can be read"),
        ("essay.epub", b"PK", "isn't a .epub file, or it is damaged"),
        ("essay.rtf", b"PK", "this isn't RTF"),
        ("essay.rtf", b"{\\rtf1" + b"{" * 200, "nested too deeply"),
        ("essay.zip", b"PK", "isn't a .zip file, or it is damaged"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ConversionError, match=said):
        convert(tmp_path / name)


def test_an_archive_of_anything_is_to_be_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("one.html", "<p>One</p>")
        archive.writestr("two.html", "<p>Two</p>")
    assert [left.reason for left in find_inputs([str(tmp_path)]).unread] == ["an archive: unpack it"]
    with pytest.raises(ConversionError, match="unpack it"):
        convert(path)
