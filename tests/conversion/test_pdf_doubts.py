"""What a PDF doesn't tell is said, with its pages, and salad is refused: PDFs made for it."""

from __future__ import annotations

import base64
import re
import zlib
from typing import TYPE_CHECKING

import pytest
from support.exported import png
from support.printing import print_with_weasyprint

from sphinxext_eir.conversion.document import Heading, Notes
from sphinxext_eir.conversion.inlines import plain
from sphinxext_eir.conversion.pipeline import convert
from sphinxext_eir.conversion.transcript import ConversionError

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.program

SENTENCE = "The harbour at Skarre was built twice, once by the town and once by its creditors, as all the ledgers show. "
TEXT = "".join(f"<p>{SENTENCE * 5}</p>" for _ in range(6))
ARABIC = "بُني الميناء مرتين، مرة من قبل المدينة ومرة من قبل دائنيها، كما تظهر جميع الدفاتر التي بقيت لنا من ذلك الزمن. "


def printed(folder: Path, body: str, style: str = "") -> Path:
    """Return a PDF of a page."""
    path = folder / "a.pdf"
    css = f"@page {{ size: A5; margin: 20mm }} body {{ font: 10pt/1.4 serif }} {style}"
    try:
        print_with_weasyprint(f"<html><style>{css}</style><h1>Of Harbours</h1>{body}</html>", path)
    except OSError:
        pytest.skip("Pango is not installed")
    return path


def said(path: Path, word: str) -> list[str]:
    """Return the doubtful messages of a conversion that have a *word*."""
    result = convert(path)
    assert result.value.ledger.unexplained == ()
    return [message.text for message in result.messages if message.doubtful and word in message.text]


def test_a_plain_text_gives_no_message(tmp_path: Path) -> None:
    path = printed(tmp_path, TEXT)
    words = ("side by side", "fonts", "right to left", "another direction", "numbers of lines")
    assert [text for word in words for text in said(path, word)] == []


def test_columns_that_nothing_tells_are_said(tmp_path: Path) -> None:
    pairs = "".join(
        f"<span>The harbour at Skarre was</span><span style='left: {54 + n % 4 * 3}mm'>built twice, by the town {n}</span><br>"
        for n in range(14)
    )
    style = "div span { display: inline-block } div span + span { position: absolute; white-space: nowrap }"
    body = f"{TEXT}<div style='position: relative; break-before: page'>{pairs}</div>"
    path = printed(tmp_path, body, style)
    (message,) = said(path, "side by side")
    assert re.match(r"page \d has text side by side, and nothing tells if it is columns", message)


def test_text_from_right_to_left_is_said(tmp_path: Path) -> None:
    path = printed(tmp_path, TEXT + f'<div dir="rtl" style="break-before: page">{ARABIC * 12}</div>')
    (message,) = said(path, "right to left")
    assert re.search(r"^pages? \d", message)
    assert "page 1 " not in message


def test_a_file_from_right_to_left_is_refused(tmp_path: Path) -> None:
    path = printed(tmp_path, f'<div dir="rtl">{ARABIC * 12}</div>')
    with pytest.raises(ConversionError, match=r"from right to left.* convert what it was made from"):
        convert(path)


TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
3 beginbfchar <41> <d835dc65> <42> <d83dde00> <43> <d835> endbfchar
endcmap end end"""
"""A font's letters A, B and C: 𝑥, 😀 and half of a character."""


def of_letters(text: bytes) -> bytes:
    """Return a PDF of a line of *text* in that font."""
    content = b"BT /F 12 Tf 72 700 Td (%b) Tj ET" % text
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(TO_UNICODE), TO_UNICODE),
    )
    numbered = b"".join(b"%d 0 obj %b endobj\n" % (n, one) for n, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + numbered + b"trailer <</Root 1 0 R/Size 7>>\n%%EOF"


def test_a_letter_beyond_the_first_plane_is_kept_and_half_of_one_is_said(tmp_path: Path) -> None:
    path = tmp_path / "letters.pdf"
    path.write_bytes(of_letters(b"the letter A and the face B of it."))
    result = convert(path)
    assert "the letter \U0001d465 and the face \U0001f600 of it." in result.value.text
    assert [message.text for message in result.messages if "nothing names" in message.text] == []
    path.write_bytes(of_letters(b"the letter C of it."))
    result = convert(path)
    assert "the letter \N{REPLACEMENT CHARACTER} of it." in result.value.text
    assert any("page 1 has letters that nothing names" in message.text for message in result.messages)


def test_text_in_another_direction_is_said_and_in_the_ledger(tmp_path: Path) -> None:
    turned = '<div style="transform: rotate(90deg); position: absolute; top: 60mm; left: -30mm">Turned words of a margin</div>'
    path = printed(tmp_path, turned + TEXT)
    first, second = said(path, "another direction")
    assert first == "page 1 has text that runs in another direction, which is left out"
    assert (
        second == "left out as text in another direction, and said nowhere else: 'Turned words of a margin'"
    )
    ledger = convert(path).value.ledger
    assert ("text in another direction", "Turned words of a margin") in [
        (one.reason, one.text) for one in ledger.dropped
    ]


def test_numbers_of_lines_in_the_margin_are_said(tmp_path: Path) -> None:
    lines = "".join(
        f'<div style="position: relative"><span style="position: absolute; left: -9mm">{n}</span>{SENTENCE[:44]}</div>'
        for n in range(1, 26)
    )
    path = printed(tmp_path, lines)
    assert said(path, "numbers of lines") == ["page 1 has numbers of lines in its margin, which are left out"]
    result = convert(path).value
    assert not re.search(r"\d", result.text)
    (numbers,) = [one.text for one in result.ledger.dropped if one.reason == "number of a line"]
    assert numbers.split() == [str(n) for n in range(1, 26)]


def test_sections_with_numbers_are_no_notes(tmp_path: Path) -> None:
    """A raised number in the text, and the same number before a heading after a gap, are no marker and its note."""
    body = "".join(
        f"<h2>{n} The {name}</h2><p>{SENTENCE}It covered 40 km<sup>{n + 1}</sup>. {SENTENCE * 2}</p>"
        for n, name in enumerate(("Town", "Creditors", "Ledgers", "Harbour"), 1)
    )
    result = convert(printed(tmp_path, body, "h2 { font-size: 12pt }")).value
    assert [block for block in result.document.blocks if isinstance(block, Notes)] == []
    assert [plain(block.inlines) for block in result.document.blocks if isinstance(block, Heading)] == [
        "1 The Town", "2 The Creditors", "3 The Ledgers", "4 The Harbour",
    ]  # fmt: skip


def without_unicode(path: Path) -> None:
    """Take the tables out of a PDF that tell which letters its fonts have (PDF 32000-1, 9.10)."""
    data = path.read_bytes().replace(b"/ToUnicode", b"/ToNothing")

    def blind(match: re.Match[bytes]) -> bytes:
        try:
            inner = zlib.decompress(match[2])
        except zlib.error:
            return match[0]
        if b"/ToUnicode" not in inner:
            return match[0]
        packed = zlib.compress(inner.replace(b"/ToUnicode", b"/ToNothing"))
        return (
            match[1] + packed.ljust(len(match[2]), b"\n") + match[3]
            if len(packed) <= len(match[2])
            else match[0]
        )

    path.write_bytes(re.sub(rb"(stream\r?\n)(.*?)(\r?\nendstream)", blind, data, flags=re.DOTALL))


def test_fonts_that_dont_tell_their_letters_are_refused(tmp_path: Path) -> None:
    path = printed(tmp_path, TEXT)
    without_unicode(path)
    with pytest.raises(ConversionError, match=r"fonts of pages 1–2 don't tell which letters"):
        convert(path)


def with_chart(path: Path, chart: Path) -> None:
    """Set the first page of *chart* into the first page of the PDF at *path*, as TeX sets the graphics of other programs."""
    import pypdfium2

    document, drawing = pypdfium2.PdfDocument(path), pypdfium2.PdfDocument(chart)
    form = drawing.page_as_xobject(0, document).as_pageobject()
    form.set_matrix(pypdfium2.PdfMatrix().scale(0.4, 0.4).translate(60, 80))
    page = document[0]
    page.insert_obj(form)
    page.gen_content()
    document.save(path.with_name("b.pdf"))


def test_a_picture_is_named_and_logos_and_small_signs_are_not(tmp_path: Path) -> None:
    source = f"data:image/png;base64,{base64.b64encode(png(40, 40)).decode()}"
    logo = f"@page {{ @top-left {{ content: url({source}) }} }} .sign {{ width: 4mm }} .map {{ width: 60mm }}"
    sign, map_of_it = (f'<p><img class="{name}" src="{source}" alt=""></p>' for name in ("sign", "map"))
    assert said(printed(tmp_path, sign + TEXT * 2, logo), "picture") == []
    path = printed(tmp_path, sign + TEXT * 2 + map_of_it, logo)
    assert said(path, "picture") == ["page 5 has a picture, which is left out: add it by hand"]


def test_pages_that_are_scans_are_said_and_not_as_pictures_to_add(tmp_path: Path) -> None:
    source = f"data:image/png;base64,{base64.b64encode(png(40, 40)).decode()}"
    scan = ".scan { position: absolute; left: -20mm; width: 148mm; height: 210mm }"
    pages = "".join(
        f'<div style="break-before: page; position: relative"><img class="scan" style="top: -20mm" src="{source}" alt="">'
        f"{TEXT[: len(TEXT) // 3]}</div>"
        for _ in range(3)
    )
    path = printed(tmp_path, pages, scan)
    assert said(path, "scan") == [
        "pages 2–4 are scans, whose text a machine recognised: read it against them"
    ]
    assert said(path, "picture") == []


@pytest.mark.parametrize(
    ("words", "is_said"),
    [
        ("cadaȱ£ȱ¤ȱȱ enȱ¡ǰȱȱ deȱȱȱ torno", True),
        ("Thương trường Việt Nam, însușirea științei, ¿qué? ¡Nunca! Příliš žluťoučký kůň 5±1 kg", False),
    ],
)
def test_letters_that_a_font_tells_wrongly_are_said(
    tmp_path: Path,
    words: str,
    is_said: bool,  # noqa: FBT001 - drawn
) -> None:
    path = printed(tmp_path, f"{TEXT}<p>{words}</p>")
    assert bool(said(path, "tells wrongly")) is is_said


def test_the_labels_of_a_chart_are_left_out_with_a_reason(tmp_path: Path) -> None:
    bars = "".join(f'<div style="border: 1px solid; height: 6mm; width: {n}mm"></div>' for n in range(10, 40))
    (tmp_path / "chart").mkdir()
    chart = printed(tmp_path / "chart", f"<b>Lighthouses by decade</b>{bars}")
    path = printed(tmp_path, TEXT[: len(TEXT) // 3])
    plain_text = convert(path).value.text
    with_chart(path, chart)
    assert said(path.with_name("b.pdf"), "picture") == [
        "page 1 has a picture, which is left out: add it by hand"
    ]
    result = convert(path.with_name("b.pdf")).value
    assert result.text == plain_text
    (label,) = [one.text for one in result.ledger.dropped if one.reason == "label of a drawing"]
    assert "Lighthouses by decade" in label
