"""E-books, and pages that Google Docs has zipped: read as web pages are, with nothing around their text."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.conversion.document import Heading, Notes
from sphinxext_eir.conversion.inlines import plain
from sphinxext_eir.conversion.pipeline import convert
from sphinxext_eir.conversion.transcript import ConversionError

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("selectolax")

CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/p.opf"/></rootfiles></container>'
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title id="t">Two Harbours</dc:title><dc:creator id="a">Marit Osgood</dc:creator><meta refines="#a" property="file-as">Osgood, Marit</meta>
<dc:date>2019-03-14T00:00:00Z</dc:date><dc:publisher>Quay</dc:publisher><dc:subject>Harbours</dc:subject></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="i" href="text/imprint.xhtml" media-type="application/xhtml+xml"/><item id="c1" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="c2" href="text/two.xhtml" media-type="application/xhtml+xml"/><item id="n" href="text/notes.xhtml" media-type="application/xhtml+xml"/>
</manifest><spine><itemref idref="nav"/><itemref idref="i"/><itemref idref="c1"/><itemref idref="c2"/><itemref idref="n"/></spine></package>"""
PAGE = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body{}>{}</body></html>'
PARTS = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "EPUB/p.opf": PACKAGE,
    "EPUB/nav.xhtml": PAGE.format("", "<nav><ol><li>Granite</li></ol></nav>"),
    "EPUB/text/imprint.xhtml": PAGE.format(' epub:type="imprint"', "<p>Printed in Lund.</p>"),
    "EPUB/text/one.xhtml": PAGE.format(
        "",
        '<section><h1>Granite</h1><p><a id="x"/>The <i>town</i> built it.<a epub:type="noteref" href="notes.xhtml#n1">1</a></p>'
        '<p><img src="../images/a.png" alt="A quay"/></p></section>',
    ),
    "EPUB/text/two.xhtml": PAGE.format(
        "",
        '<h1>Promises</h1><p>Nobody knows.<a epub:type="noteref" href="notes.xhtml#n2">2</a> See <a href="one.xhtml#x">before</a>.</p>',
    ),
    "EPUB/text/notes.xhtml": PAGE.format(
        "",
        '<section epub:type="endnotes"><ol><li id="n1" epub:type="endnote"><p>The register.</p></li>'
        '<li id="n2" epub:type="endnote"><p>The clerk.</p></li></ol></section>',
    ),
    "EPUB/images/a.png": "png",
}


def book(path: Path, parts: dict[str, str] | None = None) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in {**PARTS, **(parts or {})}.items():
            archive.writestr(name, text)
    return path


def test_a_book_is_one_article_and_its_chapters_are_sections(tmp_path: Path) -> None:
    article = convert(book(tmp_path / "book.epub")).value
    assert article.ledger.unexplained == ()
    document = article.document
    assert plain(document.front.title) == "Two Harbours"
    assert dict(document.front.given) == {
        "author": "Osgood, Marit",
        "date": "2019-03-14",
        "publisher": "Quay",
        "keywords": "Harbours",
    }
    assert [plain(b.inlines) for b in document.blocks if isinstance(b, Heading)] == ["Granite", "Promises"]
    assert [image.data for image in article.images] == [b"png"]
    (notes,) = (block for block in document.blocks if isinstance(block, Notes))
    assert [note.label for note in notes.notes] == ["1", "2"]
    assert "built it.\\ [1]_" in article.text
    assert "knows.\\ [2]_ See before." in article.text
    assert [(one.reason, one.text) for one in article.ledger.dropped] == [
        ("page furniture", "Printed in Lund.")
    ]


ENCRYPTED = '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="{}"/></enc:EncryptedData></encryption>'


def test_an_encrypted_book_is_refused_and_one_with_hidden_fonts_is_read(tmp_path: Path) -> None:
    hidden = {"META-INF/encryption.xml": ENCRYPTED.format("http://www.idpf.org/2008/embedding")}
    assert convert(book(tmp_path / "fonts.epub", hidden)).value.ledger.even
    locked = {"META-INF/encryption.xml": ENCRYPTED.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")}
    with pytest.raises(ConversionError, match="digital rights management"):
        convert(book(tmp_path / "locked.epub", locked))


@pytest.mark.parametrize(
    ("part", "text", "said"),
    [
        ("EPUB/p.opf", '<!DOCTYPE p [<!ENTITY a "b">]><package>&a;</package>', "declares entities"),
        ("EPUB/p.opf", "<package><manifest/></package>", "none of its parts is there"),
        ("EPUB/text/two.xhtml", "<p>" + " " * 51_000_000, "its text has more than 50 MB"),
    ],
)
def test_hostile_books_are_refused(part: str, text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ConversionError, match=said):
        convert(book(tmp_path / "book.epub", {part: text}))


GOOGLE = """<html><head><style>.c1{font-style:italic}.c2{font-weight:700}.c3{vertical-align:super}</style></head><body>
<p class="c9 title"><span>Two Harbours</span></p><p class="c9"><span>The </span><span class="c1">town</span><span> built </span><span class="c2">it</span>
<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> <span><a href="https://www.google.com/url?q=https://example.org/a&amp;sa=D">there</a></span>.</p>
<p><img src="images/image1.png" alt="A quay"></p>
<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> The register.</span></p></div></body></html>"""


def test_a_page_of_google_docs_is_read_from_its_zip(tmp_path: Path) -> None:
    path = tmp_path / "harbours.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("TwoHarbours.html", GOOGLE)
        archive.writestr("images/image1.png", b"png")
    article = convert(path).value
    assert article.ledger.unexplained == ()
    assert plain(article.document.front.title) == "Two Harbours"
    assert "The *town* built **it**" in article.text
    assert "`there <https://example.org/a>`__" in article.text
    assert ".. [1] The register." in article.text
    assert [image.data for image in article.images] == [b"png"]


def test_what_a_site_put_into_a_book_is_left_out(tmp_path: Path) -> None:
    two = PAGE.format(
        "",
        "<h1>Promises</h1><p>Nobody knows.</p><p>Share on Facebook | WhatsApp</p><div>4.5/5 (12 votes)</div>",
    )
    ledger = convert(book(tmp_path / "book.epub", {"EPUB/text/two.xhtml": two})).value.ledger
    assert ledger.unexplained == ()
    assert [one.text for one in ledger.dropped if "Facebook" in one.text or "votes" in one.text] == [
        "Share on Facebook | WhatsApp",
        "4.5/5 (12 votes)",
    ]
