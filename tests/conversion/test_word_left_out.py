"""What pandoc leaves out of Word's files without a word is read, or named."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from support.word_files import ESSAY
from support.word_files import word_file as written_by_pandoc

from sphinxext_eir.conversion.pipeline import convert
from sphinxext_eir.conversion.reading.word.rewriting import rewritten
from sphinxext_eir.conversion.reading.word.unread import words_left_out

if TYPE_CHECKING:
    from pathlib import Path

    from sphinxext_eir.conversion.pipeline import Result

pytestmark = pytest.mark.usefixtures("pandoc")

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": f"{OFFICE}/relationships",
        "m": f"{OFFICE}/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def box(words: str) -> str:
    return f"<w:txbxContent>{paragraph(run(words))}</w:txbxContent>"


def shape(words: str) -> str:
    return f"<w:pict><v:shape><v:textbox>{box(words)}</v:textbox></v:shape></w:pict>"


def forms(first: str, second: str) -> str:
    return f'<mc:AlternateContent><mc:Choice Requires="wps">{first}</mc:Choice><mc:Fallback>{second}</mc:Fallback></mc:AlternateContent>'


def table(*rows: str) -> str:
    cells = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid>{cells}</w:tbl>'


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc>{properties}{paragraph(run(words))}</w:tc>"


def word_file(path: Path, body: str) -> Path:
    types = f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
    relations = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", relations)
        archive.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
    return path


def converted(folder: Path, body: str) -> Result:
    around = [paragraph(run(words)) for words in ("The first words are these.", "The last words are these.")]
    return convert(word_file(folder / "essay.docx", body.join(around)))


DRAWN = f"<w:drawing><wps:txbx>{box('boxed words')}</wps:txbx></w:drawing>"
FIELD = '<w:fldSimple w:instr=" {} ">{}</w:fldSimple>'
READ = {
    "a simple field": (paragraph(run("Table ") + FIELD.format("SEQ Table", run("7")) + run(" of tides")), "Table 7 of tides"),
    "a link as a field": (
        paragraph(FIELD.format("HYPERLINK &quot;https://example.org/&quot;", run("the pier"))),
        "`the pier <https://example.org/>`__",
    ),
    "a link in a link": (
        paragraph(FIELD.format("HYPERLINK &quot;https://example.org/&quot;", f'<w:hyperlink w:anchor="nowhere">{run("the pier")}</w:hyperlink>')),
        "`the pier <https://example.org/>`__",
    ),
    "a direction": (paragraph(f'<w:bdo w:val="rtl">{run("both ")}</w:bdo><w:dir w:val="rtl">{run("ways")}</w:dir>'), "both ways"),
    "custom XML": (f'<w:customXml w:element="x">{paragraph(run("wrapped words"))}</w:customXml>', "wrapped words"),
    "a paragraph put in": (f'<w:ins w:id="1" w:author="A">{paragraph(run("added words"))}</w:ins>', "added words"),
    "ruby": (
        paragraph(f'<w:r><w:ruby><w:rubyPr/><w:rt>{run("kanji")}</w:rt><w:rubyBase>{run("signs")}</w:rubyBase></w:ruby></w:r>{run(" here")}'),
        "signs (kanji) here",
    ),
    "two forms of text": (paragraph(run("a ") + forms(run("newer"), run("older")) + run(" word")), "a newer word"),
    "a text box": (paragraph(run("anchor") + f"<w:r>{shape('boxed words')}</w:r>"), "anchor\n\nboxed words"),
    "a text box in two forms": (
        paragraph(run("anchor") + f"<w:r>{forms(DRAWN, shape('boxed words'))}</w:r>"),
        "anchor\n\nboxed words\n\nThe last",
    ),
    "a text box in a group": (
        paragraph(f"<w:r><w:pict><v:group><v:shape><v:textbox>{box('grouped words')}</v:textbox></v:shape></v:group></w:pict></w:r>"),
        "grouped words",
    ),
    "a box in a box": (paragraph(f"<w:r>{shape('outer')}</w:r>").replace("</w:t></w:r></w:p></w:txbx", f"</w:t></w:r><w:r>{shape('inner')}</w:r></w:p></w:txbx"), "outer\n\ninner"),
    "a row that is longer than the first": (table(cell("one"), cell("two") + cell("three")), "three"),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_what_pandoc_passes_over_is_read(tmp_path: Path, name: str) -> None:
    body, words = READ[name]
    result = converted(tmp_path, body)
    assert words in result.value.text
    assert not [message for message in result.messages if "left out" in message.text]


def test_pictures_of_a_file_that_is_rewritten_are_read(tmp_path: Path) -> None:
    path = written_by_pandoc(tmp_path, ESSAY)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = (
        parts["word/document.xml"]
        .replace(b"<w:p>", b'<w:bdo w:val="ltr"><w:p>', 1)
        .replace(b"</w:p>", b"</w:p></w:bdo>", 1)
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in (parts | {"word/document.xml": text}).items():
            archive.writestr(name, part)
    assert convert(path).value.images


def test_the_words_of_a_cell_that_another_one_covers_are_named(tmp_path: Path) -> None:
    first, second = ('<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>")
    result = converted(tmp_path, table(cell("shown", first), cell("hidden words", second)))
    assert "hidden" not in result.value.text
    (said,) = [message for message in result.messages if "pandoc left out" in message.text]
    assert said.text.endswith(": hidden")
    assert said.doubtful


@pytest.mark.parametrize(
    "part",
    [
        "<w:p><w:r><w:t>a</w:t></w:r></w:p>",
        # Elements that don't end, or not in their order
        "<w:bdo><w:p></w:bdo></w:p>",
        "<w:bdo><w:p>",
        "</w:bdo><w:bdo >",
        "<w:bdo><w:t a='\"'>x",
        # Changes within a paragraph are pandoc's own, as is a field without words
        "<w:p><w:ins w:id='1'><w:r/></w:ins><w:fldSimple w:instr='AUTHOR'/></w:p>",
        "<w:tbl><w:tr><w:tc/></w:tr></w:tbl><w:tbl></w:tbl><w:tr><w:tc></w:tc></w:tr>",
        "<w:tbl><w:tr><w:tc></w:tc><w:tc></w:tc></w:tr><w:tr><w:tc></w:tc></w:tr></w:tbl>",
    ],
)
def test_anything_else_stays_as_it_is(part: str) -> None:
    assert rewritten(part.encode()) == part.encode()


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ("<w:tc></w:tc>", 1),
        ("<w:tc></w:tc><w:tc/>", 2),
        ('<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tc><w:tc></w:tc>', 4),
        ('<w:tc><w:tcPr><w:gridSpan w:val="9999"/></w:tcPr></w:tc>', 200),
        # A table within has rows of its own
        ("<w:tc><w:tbl><w:tr><w:tc></w:tc><w:tc></w:tc></w:tr></w:tbl></w:tc>", 1),
    ],
)
@pytest.mark.parametrize("first", ["<w:tc></w:tc>", "<w:tc/>"])
def test_a_table_and_its_first_row_get_the_columns_of_the_longest(row: str, columns: int, first: str) -> None:
    text = f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{first}</w:tr><w:tr>{row}</w:tr></w:tbl>"
    said = rewritten(text.encode()).partition(b"</w:tr>")[0]
    assert said.count(b"<w:gridCol") == columns
    assert said.count(b"<w:tc>") + said.count(b"<w:tc/>") == columns


@pytest.mark.parametrize(
    ("part", "texts", "lost"),
    [
        ("<w:t>tide</w:t>", ["tide"], []),
        ("<w:t>Tide</w:t>", ["TIDE"], []),
        ("<w:t>tide</w:t>", ["low"], ["tide"]),
        ("<w:t>ti</w:t><w:t>de</w:t>", ["tide"], []),
        ("<w:t>low</w:t><w:tab/><w:t>tide</w:t>", ["low", "tide"], []),
        ("<w:t>low</w:t></w:p><w:p><w:t>tide</w:t>", ["low", "tide"], []),
        ("<w:t>no</w:t><w:noBreakHyphen/><w:t>one</w:t>", ["no\u2011one"], []),
        # Cut by markup in the tree
        ("<w:t>tide</w:t>", ["ti", "de"], []),
        ("<w:t>R&amp;D, &#233;t&#233;</w:t>", ["R", "D", "été"], []),
        ("<w:t>tide tide ebb</w:t>", [], ["tide", "ebb"]),
        ("<m:t>x</m:t>", [], ["x"]),
        ("<w:delText>gone</w:delText><w:instrText>REF x</w:instrText>", [], []),
    ],
)
def test_words_that_a_tree_lacks_are_found(part: str, texts: list[str], lost: list[str]) -> None:
    tree = {"blocks": [{"t": "Para", "c": [{"t": "Str", "c": text} for text in texts]}]}
    assert words_left_out([part.encode()], tree) == lost
