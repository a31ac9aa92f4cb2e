"""What the fonts of a PDF tell: those whose names say nothing are asked themselves."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

import pytest

from sphinxext_eir.conversion.reading.pdf.page.fonts import Face, face_of, weight_and_slant

if TYPE_CHECKING:
    import ctypes


def program(style: int, *, outlines: bytes = b"\x00\x01\x00\x00") -> bytes:
    """Return an OpenType font that has nothing but the *style* in its ``head``, and another table before it."""
    tables = [(b"OS/2", b"\xff" * 96), (b"head", b"\x00" * 44 + struct.pack(">H", style) + b"\x00" * 8)]
    start = 12 + 16 * len(tables)
    directory, content = b"", b""
    for tag, data in tables:
        directory += struct.pack(">4sLLL", tag, 0, start + len(content), len(data))
        content += data
    return outlines + struct.pack(">HHHH", len(tables), 0, 0, 0) + directory + content


@pytest.mark.parametrize(
    ("style", "bold", "italic"), [(0, False, False), (1, True, False), (2, False, True), (3, True, True)]
)
@pytest.mark.parametrize("outlines", [b"\x00\x01\x00\x00", b"OTTO"])
def test_a_font_says_of_itself_that_it_is_bold_and_italic(
    *, style: int, bold: bool, italic: bool, outlines: bytes
) -> None:
    assert weight_and_slant(program(style, outlines=outlines)) == (bold, italic)


@pytest.mark.parametrize(
    "data",
    [b"", b"%!PS-AdobeFont-1.0", program(3)[:60], b"\x00\x01\x00\x00\xff\xff"],
    ids=["none", "of another kind", "cut", "a directory without an end"],
)
def test_what_is_no_font_says_neither(data: bytes) -> None:
    assert weight_and_slant(data) == (False, False)


class Pdfium:
    """Answers what pdfium does of one font."""

    def __init__(self, name: str, family: str, data: bytes) -> None:
        self.name, self.family, self.data = name, family, data

    def FPDFFont_GetBaseFontName(self, _font: Any, buffer: Any, _length: int) -> None:  # noqa: N802
        buffer.value = self.name.encode()

    def FPDFFont_GetFamilyName(self, _font: Any, buffer: Any, _length: int) -> None:  # noqa: N802
        buffer.value = self.family.encode()

    def FPDFFont_GetFlags(self, _font: Any) -> int:  # noqa: N802
        return 6

    def FPDFFont_GetFontData(  # noqa: N802
        self, _font: Any, buffer: Any, _length: int, needed: ctypes.c_size_t
    ) -> bool:
        needed.value = len(self.data)
        if buffer:
            buffer[:] = list(self.data)
        return bool(self.data)


@pytest.mark.parametrize(
    ("name", "family", "data", "face"),
    [
        ("CIDFont+F3", "Minion Pro", program(2), Face(italic=True)),
        ("CIDFont+F2", "Calibri", program(1), Face(bold=True, sans=True)),
        ("ABCDEF+F1", "Courier New", program(0), Face(mono=True)),
        ("CIDFont+F4", "Minion Pro", b"", Face()),
        ("ABCDEF+MinionPro-Regular", "Minion Pro", program(3), Face()),
        ("ABCDEF+MinionPro-It", "Minion Pro", program(0), Face(italic=True)),
    ],
)
def test_a_font_whose_name_says_nothing_is_asked_itself(
    name: str, family: str, data: bytes, face: Face
) -> None:
    assert face_of(None, Pdfium(name, family, data)) == face
