"""What fonts tell of the letters set in them: by their names, by the flags of their descriptors, or by themselves."""

from __future__ import annotations

import ctypes
import re
from typing import Any, NamedTuple

_ITALIC_FONT = re.compile(
    r"""ital | obliq | slant | kursiv | -it\b | cmti | cmsl | cmbxti | -RegularIta | ^adv\w+\.b?i$
        | \b(?:sf|ec|tc)(?:ti|bi|sl|bl|si)\d | ^(?-i:Adv\w*[a-z]B?I)$""",
    re.IGNORECASE | re.VERBOSE,
)
_BOLD_FONT = re.compile(
    r"""bold | black | heavy | semibold | demi | medi\b | cmbx | cmssbx | -bd\b | -b\b | ^adv\w+\.bi?$
        | \b(?:sf|ec|tc)(?:bx|bi|bl|sx|xc)\d | ^(?-i:Adv\w*[a-z]BI?)$""",
    re.IGNORECASE | re.VERBOSE,
)
_MONO_FONT = re.compile(
    r"mono | courier | typewriter | consol | cmtt | menlo | \b(?:sf|ec|tc)(?:tt|st)\d",
    re.IGNORECASE | re.VERBOSE,
)
_SANS_FONT = re.compile(
    r"""sans | helvet | nimbussan | arial | calibri | grotes | univers | frutiger | myriad | lato | roboto | futura | verdana | segoe | cmss
        | \b(?:sf|ec|tc)(?:ss|sx|si)\d""",
    re.IGNORECASE | re.VERBOSE,
)
"""Names of fonts. ``Medi`` is the bold of Nimbus; ``cmbx`` and ``cmti`` are TeX's own, and ``SFBX1000`` and ``ECBX1000`` the same in
T1 (cm-super); ``AdvTT16f3b945.B`` and ``AdvPTimesB`` are bolds of 3B2."""
SUBSET = re.compile(r"^[A-Z]{6}\+|^[A-Z][a-z]{5}(?=Adv[A-Z])")
"""The tag of a subset before the name of a font (ISO 32000-1, 9.6.4); 3B2 leaves out the sign after it: ``TvmhspAdvTT99c4c969``."""
_NAMELESS_FONT = re.compile(r"^Adv[A-Z]{1,3}[0-9a-f]{6,10}(?:\.[BI]+)?(?:\+[0-9a-f]+)?$")
"""Names of 3B2's fonts that say nothing but their weight: ``AdvTTaf7f9f4f.B``, and ``AdvOT99029773+20`` for its dashes and quotation marks; their
flags say if they have serifs."""
_SIGN_FONT = re.compile(r"wingdings|webdings|dingbats", re.IGNORECASE)
"""Names of fonts of signs, whose places mean something else in others: a square is where TeX has a dagger."""
_FIXED_FLAG = 1
_ITALIC_FLAG = 1 << 6
_SERIF_FLAG = 1 << 1
_LETTERS_FLAG = 1 << 5
_BOLD_FLAG = 1 << 18
"""Flags of font descriptors (ISO 32000-1, table 123)."""


_NUMBERED_FONT = re.compile(r"(?:CIDFont\+)?F\d+")
"""Names that say nothing: Windows prints to PDF with ``CIDFont+F3``, and with descriptors that have neither weight nor slant."""
_TABLES, _TABLE = 12, 16
"""Bytes before the table directory of an OpenType font, and of each of its records (OpenType 1.9, Organization of an OpenType Font)."""
_MAC_STYLE = 44
"""Bytes of its ``head`` table before the field ``macStyle``, whose first bit means bold, and its second italic."""


class Face(NamedTuple):
    """The look of the letters of a font."""

    bold: bool = False
    italic: bool = False
    mono: bool = False
    sans: bool = False


def is_sans(name: str, flags: int) -> bool:
    """Say if the font of that *name* has no serifs: its name tells, or the *flags* of its descriptor (ISO 32000-1, table 123)."""
    flagged = flags & (_SERIF_FLAG | _LETTERS_FLAG) == _LETTERS_FLAG
    return bool(_SANS_FONT.search(name)) or (flagged and bool(_NAMELESS_FONT.match(name)))


def face_of(font: Any, pdfium: Any) -> Face:
    """Return the look of a *font*."""
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
    name = SUBSET.sub("", buffer.value.decode("utf-8", errors="replace"))
    flags = pdfium.FPDFFont_GetFlags(font)
    bold = italic = False
    if _NUMBERED_FONT.fullmatch(name):
        pdfium.FPDFFont_GetFamilyName(font, buffer, 128)
        name = buffer.value.decode("utf-8", errors="replace")
        bold, italic = weight_and_slant(_program(font, pdfium))
    return Face(
        bold or bool(_BOLD_FONT.search(name)) or bool(flags & _BOLD_FLAG),
        italic or bool(_ITALIC_FONT.search(name)) or bool(flags & _ITALIC_FLAG),
        bool(_MONO_FONT.search(name)) or bool(flags & _FIXED_FLAG),
        is_sans(name, flags),
    )


def _program(font: Any, pdfium: Any) -> bytes:
    """Return the font program that is in the file, as a rule (ISO 32000-1, 9.9)."""
    length = ctypes.c_size_t()
    pdfium.FPDFFont_GetFontData(font, None, 0, length)
    buffer = (ctypes.c_uint8 * length.value)()
    found = pdfium.FPDFFont_GetFontData(font, buffer, length.value, length)
    return bytes(buffer) if found else b""


def weight_and_slant(program: bytes) -> tuple[bool, bool]:
    """Return if an OpenType font says of itself that it is bold, and italic. What is none says neither."""
    for n in range(int.from_bytes(program[4:6], "big")):
        record = program[_TABLES + n * _TABLE : _TABLES + (n + 1) * _TABLE]
        if record[:4] == b"head":
            start = int.from_bytes(record[8:12], "big") + _MAC_STYLE
            style = int.from_bytes(program[start : start + 2], "big")
            return bool(style & 1), bool(style & 2)
    return False, False


def is_of_signs(name: str) -> bool:
    """Say if the font of that *name* has signs in the place of letters."""
    return bool(_SIGN_FONT.search(name))
