"""PDFs are read back: by TeX, by a browser and by WeasyPrint, the seed is one article."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from support.articles import ENTRIES, HEAD, ONE, TWO
from support.printing import page_of, print_with_chromium, print_with_weasyprint
from support.seed import SEED, folded

from sphinxext_eir.conversion.document import Notes, Paragraph, inlines_of
from sphinxext_eir.conversion.inlines import plain
from sphinxext_eir.conversion.pipeline import convert
from sphinxext_eir.conversion.transcript import ConversionError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.sphinx_project import Project

pypdfium2 = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")

TITLE, AUTHOR = "Russia's Foreign Policy in Kosovo", "Abit Hoxha"
Printer = "Callable[[str, Path], None]"


@pytest.fixture(params=["weasyprint", "chromium"])
def printer(request: pytest.FixtureRequest, program: Callable[[str], str]) -> Callable[[str, Path], None]:
    """Return what prints a page as a PDF."""
    if request.param == "chromium":
        chromium = program("chromium")
        return lambda page, target: print_with_chromium(page, target, chromium)
    try:
        import weasyprint  # noqa: F401
    except OSError:
        pytest.skip("Pango is not installed")
    return print_with_weasyprint


def source_of_seed() -> list[str]:
    """Return the words of the source made of the seed's text, markup and all."""
    return folded(convert(SEED).value.text)


@pytest.mark.parametrize("layout", [{}, {"size": "9pt"}, {"size": "13pt"}, {"width": "110mm"}], ids=str)
def test_the_seed_printed_is_the_seed(
    printer: Callable[[str, Path], None], layout: dict[str, str], tmp_path: Path
) -> None:
    target = tmp_path / "seed.pdf"
    printer(page_of(SEED.read_text(encoding="utf-8"), TITLE, AUTHOR, **layout), target)
    result = convert(target)
    assert result.value.ledger.unexplained == ()
    assert result.value.ledger.even
    assert folded(result.value.text) == source_of_seed()


@pytest.mark.tex
def test_the_seed_set_by_tex_is_the_seed(project: Project, program: Callable[[str], str]) -> None:
    project.write({"article.rst": convert(SEED).value.text})
    build = project.build(
        "latex",
        latex_documents=[("index", "essays.tex", "E", "A", "manual")],
        latex_elements={"maketitle": "", "tableofcontents": ""},
    )
    command = [program("latexmk"), "-pdf", "-interaction=nonstopmode", "-halt-on-error", "essays.tex"]
    subprocess.run(command, cwd=build.out, check=True, capture_output=True)
    result = convert(build.out / "essays.pdf")
    assert result.value.ledger.unexplained == ()
    assert result.value.ledger.even
    assert folded(result.value.text) == source_of_seed()


ESSAY = (
    HEAD
    + f"{ONE} It takes democracy-promotion, self-determination and the Anglo-American well-being of **Kosovo**.^1^ {TWO * 3}\n\n"
    + f"## Of trains\n\n{TWO}^2^ {ONE * 4}\n\n> {ONE * 2}\n\n{TWO * 2} And a *slow* end of democracy-promotion.\n\n"
    + "- slow trains\n- slower trains\n\n"
    + "\n\n".join(f"{ONE} {n} {TWO * n}" for n in range(1, 14))
    + "\n\n## Bibliography"
    + ENTRIES
    + "\n\n## Notes\n\n[1] On trains, see <http://example.org/trains_and/a-very-long-address/which-has-hyphens/of-its-own/index.html>.\n\n[2] Ibid."
)


def test_what_an_essay_has_is_read_back(printer: Callable[[str, Path], None], tmp_path: Path) -> None:
    target, text = tmp_path / "essay.pdf", tmp_path / "essay.txt"
    printer(page_of(ESSAY, "The Art of Waiting", "Jane Doe", size="12pt", width="105mm"), target)
    text.write_text(ESSAY, encoding="utf-8")
    result = convert(target)
    assert result.value.ledger.unexplained == ()
    expected, found = (folded(convert(path).value.text) for path in (text, target))
    assert found == expected
    reasons = {entry.reason for entry in result.value.ledger.dropped}
    assert {
        "running head",
        "foot",
        "byline recast",
    } <= reasons  # and hyphens, where the printer has a dictionary


def test_a_short_article_has_its_head_on_the_first_page_only(
    printer: Callable[[str, Path], None], tmp_path: Path
) -> None:
    text = HEAD + f"{ONE}\n\n" + "Its symbol is A/RES/60/1, of 1916–1918; " * 12 + "\n\n" + TWO
    page = page_of(text, "The Art of Waiting", "Jane Doe").replace("@page :first", "@page none:first")
    target = tmp_path / "short.pdf"
    printer(page, target)
    result = convert(target).value
    assert result.ledger.even
    assert (plain(result.document.front.title), result.document.front.authors) == (
        "The Art of Waiting",
        ("Jane Doe",),
    )
    assert "/ 60" not in result.text
    assert "– 1918" not in result.text
    assert "Written by" not in result.text


FOOTNOTES = """.fn { float: footnote; font-size: 8pt }
::footnote-call { content: counter(footnote); vertical-align: super; font-size: 65%; line-height: 1 }
::footnote-marker { content: counter(footnote); font-size: 6pt; vertical-align: super }"""


@pytest.mark.program
def test_notes_at_the_foot_of_pages_are_gathered(tmp_path: Path) -> None:
    haste = "The policy of waiting has few friends in the chancelleries of Europe, where haste is held a virtue by all. "
    texts = [
        f"{haste * 2}This is paragraph {n}.<span class=fn>Ibid., p. {n}, where more is said.</span> {haste * 3}"
        for n in range(1, 13)
    ]
    page = page_of("# The Art of Waiting\n\nJANE DOE, MAY 1 2012\n\nX", "The Art of Waiting", "Jane Doe")
    page = page.replace("<p>X</p>", "".join(f"<p>{text}</p>" for text in texts)).replace(
        "</style>", f"{FOOTNOTES}</style>"
    )
    target = tmp_path / "essay.pdf"
    try:
        print_with_weasyprint(page, target)
    except OSError:
        pytest.skip("Pango is not installed")
    result = convert(target)
    assert result.value.ledger.unexplained == ()
    blocks = result.value.document.blocks
    (notes,) = (block for block in blocks if isinstance(block, Notes))
    assert [plain(next(inlines_of(note.blocks))) for note in notes.notes] == [
        f"Ibid., p. {n}, where more is said." for n in range(1, 13)
    ]
    assert sum(isinstance(block, Paragraph) for block in blocks) == len(texts)
    assert {entry.reason for entry in result.value.ledger.moved} == {"moved to notes"}
    assert ".\\ [12]_" in result.value.text


# What can't be read


def encrypted() -> bytes:
    """Return a PDF that wants a password (ISO 32000-1, 7.6.3)."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>",
        b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <"
        + b"41" * 32
        + b"> /U <"
        + b"42" * 32
        + b"> >>",
    ]
    data = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += (
        b"trailer << /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00> <00>] >>\nstartxref\n%d\n%%%%EOF\n" % start
    )
    return data


def blank(path: Path, *, picture: bool) -> bytes:
    """Return a PDF with a page that has nothing on it, or only a picture."""
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(300, 300)
    if picture:
        image = pypdfium2.PdfImage.new(document)
        bitmap = pypdfium2.PdfBitmap.new_native(10, 10, pypdfium2.raw.FPDFBitmap_BGR)
        image.set_bitmap(bitmap)
        image.set_matrix(pypdfium2.PdfMatrix().scale(200, 200))
        page.insert_obj(image)
        page.gen_content()
    document.save(path)
    document.close()
    return path.read_bytes()


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("encrypted", "password"),
        ("empty", "empty"),
        ("blank", "no text"),
        ("scanned", "OCR"),
        ("damaged", "damaged"),
        ("no PDF", "damaged"),
    ],
)
def test_a_pdf_that_cant_be_read_says_why(kind: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.pdf"
    data = {
        "encrypted": encrypted,
        "empty": lambda: b"",
        "blank": lambda: blank(path, picture=False),
        "scanned": lambda: blank(path, picture=True),
        "damaged": lambda: blank(path, picture=False)[:40],
        "no PDF": lambda: b"\x00\x01 nothing of the kind",
    }[kind]()
    path.write_bytes(data)
    with pytest.raises(ConversionError, match=says):
        convert(path)
