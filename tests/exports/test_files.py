"""Files of articles: Word, OpenDocument, JATS and PDF, each read back by code that isn't ours."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from support.exported import (
    FILES,
    PNG,
    words_of_jats,
    words_of_opendocument,
    words_of_pdf,
    words_of_tags,
    words_of_word,
)
from support.sphinx_project import Project

from sphinxext_eir.core.bridge.words import words_of_document
from sphinxext_eir.features.exports import word

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

    from support.sphinx_project import Build

    from sphinxext_eir.csl.pandoc import Pandoc


SCHEMA = Path(__file__).parents[1] / "data" / "schemas" / "jats-1.3" / "JATS-journalpublishing1-3-mathml3.xsd"

pytestmark = [pytest.mark.pandoc, pytest.mark.usefixtures("pandoc")]

pytest.importorskip("typst", reason="typst is not installed")

READERS: dict[str, Callable[[Path], Counter[str]]] = {
    "docx": words_of_word,
    "odt": words_of_opendocument,
    "jats": words_of_jats,
    "pdf": words_of_pdf,
}
SUFFIXES = {"docx": "docx", "odt": "odt", "jats": "xml", "pdf": "pdf"}


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Build]:
    """Build the essay in a format, once."""
    project = Project(tmp_path_factory.mktemp("exports") / "source")
    (project.root / "essays").mkdir(parents=True)
    (project.root / "essays" / "picture.png").write_bytes(PNG)
    project.write({**FILES, "plain.rst": "Plain\n=====\n\nNo article.\n"})
    made: dict[str, Build] = {}

    def build(form: str) -> Build:
        if form not in made:
            made[form] = project.build(f"eir-{form}", eir_bibliography_files=["references.bib"])
        return made[form]

    return build


def file_of(build: Build, form: str) -> Path:
    return build.out / "essays" / f"tides.{SUFFIXES[form]}"


@pytest.mark.parametrize("form", SUFFIXES)
def test_each_article_has_a_file_and_no_other_document_has(builds: Callable[[str], Build], form: str) -> None:
    build = builds(form)
    assert build.warnings == []
    files = [path.relative_to(build.out).as_posix() for path in build.out.rglob(f"*.{SUFFIXES[form]}")]
    assert files == [f"essays/tides.{SUFFIXES[form]}"]
    index = build.page("index.html", "")
    assert [(link["href"], link.text) for link in index.select("a")] == [
        (f"essays/tides.{SUFFIXES[form]}", 'Tides & Their "Friends": A Study in Salt')
    ]


@pytest.mark.parametrize("form", SUFFIXES)
def test_no_word_is_lost(builds: Callable[[str], Build], form: str) -> None:
    build = builds(form)
    tree = build.resolved("essays/tides")
    lost = words_of_document(tree) - READERS[form](file_of(build, form))
    maths = {"x", "2", "3", "a", "b", "c"}  # as the format has formulas
    rewritten = {"jats": {"ANN", "SMITH", "UNIVERSITY", "OF", "NORTHPORT", "AND", "BOB", "JONES", "INSTITUTE", "TIDES", "MARCH", "5", "APRIL", "1", "UPDATED", "https", "example", "org", "2024", "tides"}}  # fmt: skip
    assert set(lost) <= maths | rewritten.get(form, set()), lost


def test_the_tags_of_a_pdf_say_every_word(builds: Callable[[str], Build]) -> None:
    """What a screen reader reads: no address is broken at the end of a line, and no letter is another."""
    pytest.importorskip("pikepdf")
    build = builds("pdf")
    lost = words_of_document(build.resolved("essays/tides")) - words_of_tags(file_of(build, "pdf"))
    assert set(lost) <= {"x", "2", "3", "a", "b", "c"}, lost  # of formulas


# Word


def test_word_has_notes_styles_headings_and_captions(builds: Callable[[str], Build]) -> None:
    with zipfile.ZipFile(file_of(builds("docx"), "docx")) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
        core = archive.read("docProps/core.xml").decode()
        footers = [name for name in archive.namelist() if "footer" in name]
    w = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    styles = document.xpath("//w:pStyle/@w:val", namespaces=w)
    for style in (
        "Title",
        "Subtitle",
        "Author",
        "Standfirst",
        "Heading1",
        "Heading2",
        "PullQuote",
        "Bibliography",
        "Biography",
    ):
        assert style in styles, style
    assert len(document.xpath("//w:footnoteReference", namespaces=w)) == 2
    assert "Second note." in "".join(notes.itertext())
    assert "<dc:creator>Ann Smith; Bob Jones</dc:creator>" in core
    assert footers
    texts = [
        "".join(each.itertext())
        for each in document.xpath("//w:p[w:pPr/w:pStyle[@w:val='Author']]", namespaces=w)
    ]
    assert texts == [
        "ANN SMITH (UNIVERSITY OF NORTHPORT) AND BOB JONES (INSTITUTE OF TIDES), MARCH 5 2024, UPDATED APRIL 1 2024".replace(
            "UNIVERSITY OF NORTHPORT", "University of Northport"
        ).replace("INSTITUTE OF TIDES", "Institute of Tides")
    ] or texts[0].startswith("ANN SMITH")


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_word_processors_can_open_it(
    builds: Callable[[str], Build], form: str, program: Callable[[str], str], tmp_path: Path
) -> None:
    path = file_of(builds(form), form)
    subprocess.run(
        [
            program("soffice"),
            f"-env:UserInstallation=file://{tmp_path}/home",
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            tmp_path,
            path,
        ],
        check=True,
        capture_output=True,
    )
    text = (tmp_path / "tides.txt").read_text(encoding="utf-8")
    for words in ("Tides & Their “Friends”", "A note", "The caption.", "Moors.", "Ann Smith teaches."):
        assert words in text


# JATS


def test_jats_is_valid(builds: Callable[[str], Build]) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    path = file_of(builds("jats"), "jats")
    schema.assertValid(etree.parse(path, etree.XMLParser(load_dtd=False, no_network=True)))


def test_jats_has_its_facts_in_fields(builds: Callable[[str], Build]) -> None:
    path = file_of(builds("jats"), "jats")
    root = etree.parse(path, etree.XMLParser(load_dtd=False, no_network=True)).getroot()

    def text(where: str) -> list[str]:
        return [" ".join("".join(each.itertext()).split()) for each in root.findall(f".//{where}")]

    assert root.get("article-type") == "book-review"
    assert text("article-title")[0] == "Tides & Their “Friends”"
    assert text("subtitle") == ["A Study in Salt"]
    assert text("surname")[:2] == ["Smith", "Jones"]
    assert text("contrib-id") == ["https://orcid.org/0000-0002-1825-0097"]
    assert text("institution") == ["University of Northport", "Institute of Tides"]
    assert text("volume")[0] == "3"
    assert text("fpage")[0] == "10"
    assert text("kwd") == ["sea", "tide"]
    assert text("abstract/p") == ["The abstract, with emphasis."]
    assert root.find(".//pub-date").get("iso-8601-date") == "2024-03-05"
    assert len(text("fn")) == 2
    assert text("xref[@ref-type='fn']/sup") == ["1", "2"]  # a further reference leads to the first
    assert text("back/bio") == ["Ann Smith teaches."]
    assert text("ref//source") == ["Sea Journal", "Tides"]
    assert [
        each.get("ref-type") for each in root.findall(".//xref") if "Smith" in "".join(each.itertext())
    ] == ["bibr"]
    graphic = root.find(".//graphic").get("{http://www.w3.org/1999/xlink}href")
    assert (path.parent / graphic).read_bytes() == PNG


def test_pandoc_reads_the_jats(builds: Callable[[str], Build], pandoc: Pandoc) -> None:
    path = file_of(builds("jats"), "jats")
    command = [pandoc.path, "-f", "jats", "-t", "plain", "--wrap=none", path]
    text = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    for words in ("First note with an address.", "A quotation.", "across", "Moors."):
        assert words in text


def test_without_an_issn_jats_says_what_it_lacks(make_project: Callable[..., Project]) -> None:
    build = (
        make_project("issn")
        .write({"essay.rst": "Essay\n=====\n\n.. eir:article::\n\nWords.\n"})
        .build("eir-jats")
    )
    (warning,) = build.warnings
    assert "JATS asks for the ISSN" in warning
    assert "Words." in build.read("essay.xml")


def test_jats_names_the_kind_in_the_language_of_the_article(make_project: Callable[..., Project]) -> None:
    essay = "Mond\n====\n\n.. eir:article::\n   :lang: de\n   :kind: review\n   :issn: 2053-8626\n\nWorte.\n"
    build = make_project("kind").write({"mond.rst": essay}).build("eir-jats")
    assert "<subject>Rezension</subject>" in build.read("mond.xml")


# PDF


def test_the_pdf_is_a_reference_copy(builds: Callable[[str], Build]) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(file_of(builds("pdf"), "pdf"))
    pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    first, *later = pages
    order = ["Harbour Review 3(2), 10–22", "https://doi.org/10.1000/xyz", "This PDF is auto-generated", "Tides & Their “Friends”", "A Study in Salt", "https://example.org/2024/tides/", "ANN SMITH", "The abstract"]  # fmt: skip
    assert [first.index(words) for words in order] == sorted(first.index(words) for words in order)
    assert first.endswith("Page 10")  # as its front matter numbers it
    for number, page in enumerate(later, 11):
        assert page.startswith("Tides & Their “Friends” Written by Ann Smith and Bob Jones")
        assert page.endswith(f"Page {number}")
    said = document.get_metadata_dict()
    assert said["Title"] == "Tides & Their “Friends”"
    assert said["Author"] == "Ann Smith, Bob Jones"
    assert said["Keywords"] == "sea, tide"
    assert [mark.get_title() for mark in document.get_toc()] == ["Deep", "Nested"]
    document.close()


def test_the_pdf_is_tagged_and_says_what_it_keeps_to(builds: Callable[[str], Build]) -> None:
    data = file_of(builds("pdf"), "pdf").read_bytes()
    import pypdfium2.raw as pdfium

    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    assert pdfium.FPDFCatalog_IsTagged(document)
    assert b"pdfuaid" in data or b"/Metadata" in data
    pdfium.FPDF_CloseDocument(document)


def test_a_picture_without_words_is_named_and_the_pdf_is_made(make_project: Callable[..., Project]) -> None:
    project = make_project("mute")
    project.root.mkdir(exist_ok=True)
    (project.root / "mute.png").write_bytes(PNG)
    build = project.write({"essay.rst": "Essay\n=====\n\n.. eir:article::\n\n.. image:: mute.png\n"}).build(
        "eir-pdf"
    )
    (warning,) = build.warnings
    assert "isn't accessible as PDF/UA-1 has it" in warning
    assert "mute.png" in warning
    assert (build.out / "essay.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("placement", ["page", "end"])
def test_notes_stand_where_the_setting_says(make_project: Callable[..., Project], placement: str) -> None:
    import pypdfium2

    essay = (
        "Essay\n=====\n\n.. eir:article::\n\nWords [i]_.\n\n"
        + "Filler words. " * 600
        + "\n\n.. [i] The note.\n"
    )
    build = make_project(placement).write({"essay.rst": essay}).build("eir-pdf", eir_note_placement=placement)
    document = pypdfium2.PdfDocument(build.out / "essay.pdf")
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert len(pages) > 1
    where = [number for number, page in enumerate(pages) if "The note." in page]
    assert where == ([0] if placement == "page" else [len(pages) - 1])
    assert "[i]" in pages[where[0]]


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_pandoc_that_breaks_off_leaves_no_half_file(
    project: Project, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(_tree: object, _target: str, *, output: Path, **_options: object) -> str:
        output.write_bytes(b"PK\x03\x04")
        raise KeyboardInterrupt

    project.write({"essay.rst": "Tides\n=====\n\n.. eir:article::\n\nThey come.\n"})
    monkeypatch.setattr(word, "run_pandoc", write)
    with pytest.raises(KeyboardInterrupt):
        project.build(f"eir-{form}")
    assert list(project.root.parent.rglob(f"*essay.{form}*")) == []
