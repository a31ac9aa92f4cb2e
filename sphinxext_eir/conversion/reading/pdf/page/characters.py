"""The characters of a page, as pdfium tells them, made words: hyphens, accents and spaces settled, each stretch in one style."""

from __future__ import annotations

import ctypes
import re
import sys
import unicodedata
from functools import lru_cache
from math import atan2, degrees, hypot
from typing import TYPE_CHECKING, Any

from .accents import CORK, GONE, composed, settled
from .drawings import is_inside
from .fonts import Face, face_of, is_of_signs
from .ligatures import ends_in_ligature
from .narrow_spaces import narrow_spaces
from .overprint import printed_once
from .words import Style, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .drawings import Box, Drawn
    from .elements import Tag

_LINE_END_HYPHENS = "\u0002\u00ad\ufffe"
"""The characters that pdfium returns for a hyphen at the end of a line."""
_NO_LETTER = re.compile(r"[\u0002\ufffe][ \u00a0]?")
"""Such a hyphen, or a letter that a font maps to U+0000, U+0002 or U+FFFE, with the space after it."""
_BESIDE_HYPHEN = 1.6
"""Of the size: what begins nearer to it, on its baseline, goes on the same line."""
_WORD = re.compile(rf"[^\s{_LINE_END_HYPHENS}\u00a0]+[{_LINE_END_HYPHENS}]?|[{_LINE_END_HYPHENS}]")
_PRIVATE_LETTERS = {
    **{first + n: str(n) for first in (0xF643, 0xF730) for n in range(10)},
    **{0xF761 + n: chr(0x41 + n) for n in range(26)},
}
"""Old-style figures and small capitals at places of the private use area that Adobe's fonts have used (Adobe Glyph List 1.2)."""
_PRIVATE_BULLETS = (
    dict.fromkeys(map(ord, "\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf06e\uf02d\uf0a8"), "•")
    | {0xF02A: "*"}
    | _PRIVATE_LETTERS
)
"""Bullets and asterisks of symbol fonts, at places of the private use area."""

TEX_LETTERS = str.maketrans(
    {0x0B: "\ufb00", 0x0C: "\ufb01", 0x0E: "\ufb03", 0x0F: "\ufb04",
     0x10: "“", 0x11: "”", 0x12: "„", 0x13: "«", 0x14: "»", 0x15: "–", 0x16: "—", 0x84: "†", 0x85: "‡", 0x86: "‖"}
)  # fmt: skip
"""Ligatures (OT1), quotation marks, dashes and daggers at their places in TeX's own encodings (T1, OT1 and TS1), where a bitmap font
has no Unicode."""

_DAGGERS = frozenset("†‡‖")

_GAP = 0.12
"""Of the size: a wider gap between two words is a space."""
_NO_SPACE = 0.06
"""Of the size: so narrow is no space."""
_OVER_LIGATURE = 0.15
"""Of the size: a letter after a ligature begins so far over it at most."""
_OVER = 0.5
"""Of the width: an accent and its letter overlap by more."""
_NEAR_IN_TEXT = 250
"""Characters: a letter and an accent that pdfium puts behind it stand no farther apart."""
_ACCENT_LIFT = 0.35
"""Of the size: an accent over a capital stands so far above the baseline."""
_NO_WORD_SPACE = 0.15
"""Of the size: spaces between words are wider."""
_BESIDE_ITSELF, _OF_WIDTH = 0.2, 0.8
"""Of the size, and of its width: a letter that is printed twice stands closer to itself; two of a narrow one stand a width apart."""
_SPACE = 0.22
"""Of the size: so wide is a space after letters that are printed twice; pdfium sees none where it measures from the second."""
_LETTER = re.compile(r"[^\W\d_ˆˇ]")
"""The accents among modifier letters are letters to Unicode."""
_SHIFT = 0.02
"""Of the size: characters whose baselines differ by more aren't set alike."""


@lru_cache(maxsize=1024)
def _alike(style: Style) -> Style:
    """Return one object for all styles that are alike: a file has few, and many pieces of text in each."""
    return style


class PageReader:
    """Reads the words of one page. Text objects are told apart by their addresses, which hold while the page is open."""

    def __init__(
        self,
        textpage: Any,
        pdfium: Any,
        tags: Mapping[int, Tag],
        drawn: Drawn,
        links: Sequence[tuple[Box, str]],
        *,
        tagged: bool,
    ) -> None:
        self.raw = textpage
        self.pdfium = pdfium
        self.tagged = tagged
        self.tags = tags
        self.tag_of: dict[int, Tag | None] = {}
        self.styles: dict[int, Style] = {}
        self.fonts: dict[int, Face] = {}
        self.drawn = drawn.labels
        self.labels: list[Word] = []
        self.links = links
        self.base = 0.0
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.box, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()

    def words(self, text: str, *, unmapped: bool) -> Iterator[Word]:
        """Yield the words of the *text* in the order of the content. The letters of *unmapped* fonts are those of TeX's bitmaps."""
        text = text.translate(TEX_LETTERS)
        text = _NO_LETTER.sub(lambda match: self._hyphen_or_unknown(text, match), text)
        text = composed(text.translate(CORK) if unmapped else text, self._overlap)
        text = settled(text, lambda index: self._under(text, index))
        text = printed_once(text, self._is_again, self._is_apart)
        apart = narrow_spaces(text, self._gap)
        end = 0
        before: Word | None = None
        accent = False
        for match in _WORD.finditer(text):
            gap = text[end : match.start()]
            spaced = " " in gap or "\u00a0" in gap or "\t" in gap or not end
            for start, stop, style in self._parts(match.start(), match.end(), apart):
                word = self._word(text, start, stop, style, spaced=spaced or start in apart)
                if word is None:
                    accent = accent or GONE in text[start:stop]
                    continue
                spaced = False
                if accent and before and _is_one_word(before, word):
                    word = word._replace(spaced=False)
                accent = text[stop - 1] == GONE
                if before and not word.spaced and word.x0 - before.x1 > _GAP * word.size:
                    word = word._replace(spaced=True)
                if before and word.spaced and _goes_on_after_ligature(before, word):
                    word = word._replace(spaced=False)
                before = word
                if self.drawn and self._address(start) in self.drawn:
                    self.labels.append(word)
                else:
                    yield word
            end = match.end()

    def _hyphen_or_unknown(self, text: str, match: re.Match[str]) -> str:
        """Return what pdfium has for the hyphen at the end of a line; but for a letter without Unicode, which is so as well, that nobody knows it."""
        here, after = match.start(), match.end()
        if after == len(text):
            return match[0]
        size = self._style(here).size
        (x, y), (x1, y1) = self._origin(here), self._origin(after)
        goes_on = abs(y1 - y) < _SHIFT * size and 0 < x1 - x < _BESIDE_HYPHEN * size
        return f"\N{REPLACEMENT CHARACTER}{match[0][1:]}" if goes_on else match[0]

    def _parts(
        self, start: int, stop: int, apart: frozenset[int] = frozenset()
    ) -> Iterator[tuple[int, int, Style]]:
        """Yield the stretches from *start* to *stop* that are set alike, on one baseline, with their styles; *apart*, new ones begin."""
        if apart and (inner := sorted(place for place in apart if start < place < stop)):
            for first, last in zip((start, *inner), (*inner, stop), strict=True):
                yield from self._parts(first, last)
            return
        address = self._address(start)
        style = self.styles.get(address) or self._style(start)
        if stop - start == 1 or address == self._address(stop - 1):
            yield start, stop, style
            return
        base = self._base(start)
        first = start
        for index in range(start + 1, stop):
            here = self._style(index)
            height = self._base(index)
            if here is not style and (here != style or abs(height - base) > _SHIFT * style.size):
                yield first, index, style
                first, style, base = index, here, height
        yield first, stop, style

    def _overlap(self, index: int) -> bool:
        """Say if a character and the next stand over one another."""
        one, two = self._ink(index), self._ink(index + 1)
        if one is None or two is None:
            return False
        (a, b), (c, d) = one, two
        return min(b, d) - max(a, c) > _OVER * min(b - a, d - c)

    def _under(self, text: str, index: int) -> int:
        """Return the index of the letter of *text* that the accent at an index stands over; -1 if there is none."""
        box = self._ink(index)
        if box is None:
            return -1
        size, base = self._style(index).size, self._base(index)
        near = range(max(index - _NEAR_IN_TEXT, 0), min(index + _NEAR_IN_TEXT, len(text)))
        for at in sorted(near, key=lambda at: abs(at - index)):
            if not _LETTER.match(text[at]) or not -0.1 * size < base - self._base(at) < _ACCENT_LIFT * size:
                continue
            letter = self._ink(at)
            if letter is None:
                continue
            shared = min(box[1], letter[1]) - max(box[0], letter[0])
            if shared > _OVER * min(box[1] - box[0], letter[1] - letter[0]):
                return at
        return -1

    def _ink(self, index: int) -> tuple[float, float] | None:
        """Return the left and right ends of a character; None if it has none."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        found = self.pdfium.FPDFText_GetCharBox(self.raw, index, left, right, bottom, top)
        return (left.value, right.value) if found else None

    def _is_again(self, index: int, other: int) -> bool:
        """Say if two of one letter are one that is printed twice. Those of a ligature have one place: pdfium gives both its box."""
        style = self._style(index)
        if self._style(other).size != style.size:
            return False
        (x, y), (x1, y1) = self._origin(index), self._origin(other)
        farthest = _BESIDE_ITSELF * style.size
        if not style.turn:
            self.pdfium.FPDFText_GetLooseCharBox(self.raw, index, self.box)
            farthest = min(farthest, _OF_WIDTH * (self.box.right - self.box.left))
        return (x, y) != (x1, y1) and abs(x1 - x) < farthest and abs(y1 - y) < _BESIDE_ITSELF * style.size

    def _is_apart(self, index: int, other: int) -> bool:
        """Say if a space is between two characters of a line."""
        style = self._style(index)
        self.pdfium.FPDFText_GetLooseCharBox(self.raw, index, self.box)
        (x, y), size = self._origin(other), style.size
        return not style.turn and abs(y - self._base(index)) < size and x - self.box.right > _SPACE * size

    def _gap(self, index: int) -> float:
        """Return how far a character stands from the one before it, in parts of its size."""
        self.pdfium.FPDFText_GetLooseCharBox(self.raw, index - 1, self.box)
        end: float = self.box.right
        self.pdfium.FPDFText_GetLooseCharBox(self.raw, index, self.box)
        left: float = self.box.left
        return (left - end) / self._style(index).size

    def _object(self, index: int) -> tuple[Any, int]:
        """Return the text object of a character, and its address; 0 if it has none."""
        found = self.pdfium.FPDFText_GetTextObject(self.raw, index)
        return found, ctypes.addressof(found.contents) if found else 0

    def _address(self, index: int) -> int:
        """Return the address of the text object of a character; 0 if it has none."""
        return self._object(index)[1]

    def _tag(self, index: int) -> Tag | None:
        """Return the element that a character stands in."""
        found, address = self._object(index)
        if found and address not in self.tag_of:
            self.tag_of[address] = self.tags.get(self.pdfium.FPDFPageObj_GetMarkedContentID(found))
        return self.tag_of.get(address)

    def _base(self, index: int) -> float:
        """Return the height of a character's baseline."""
        return self._origin(index)[1]

    def _origin(self, index: int) -> tuple[float, float]:
        """Return where a character begins on its baseline."""
        self.pdfium.FPDFText_GetCharOrigin(self.raw, index, self.x, self.y)
        return self.x.value, self.y.value

    def _style(self, index: int) -> Style:
        """Return the style of a character."""
        found, address = self._object(index)
        style = self.styles.get(address)
        if style is None:
            style = self.styles[address] = self._read_style(found, index)
        return style

    def _read_style(self, found: Any, index: int) -> Style:
        """Read the style of a text object."""
        pdfium = self.pdfium
        size = pdfium.FPDFText_GetFontSize(self.raw, index) or 1.0
        turn, slanted = 0, False
        if pdfium.FPDFText_GetMatrix(self.raw, index, self.matrix):
            m = self.matrix
            turn, slanted = _turn(m.a * size, m.b * size), _is_slanted(m.a, m.b, m.c, m.d)
            size *= (m.c * m.c + m.d * m.d) ** 0.5 or 1.0
        size = abs(size)  # a negative one, by which the matrix is turned around, sets letters upright
        bold, italic, mono, sans = self._font(found) if found else Face()
        artifact = self.tagged and bool(found) and self._is_artifact(found)
        return _alike(Style(round(size, 2), bold, italic or slanted, mono, artifact, turn, sans))

    def _font(self, found: Any) -> Face:
        """Return the look of the font of a text object."""
        font = self.pdfium.FPDFTextObj_GetFont(found)
        if not font:
            return Face()
        address = ctypes.addressof(font.contents)
        if address not in self.fonts:
            self.fonts[address] = face_of(font, self.pdfium)
        return self.fonts[address]

    def _is_sign(self, index: int) -> bool:
        """Say if a character is of a font of signs."""
        buffer = ctypes.create_string_buffer(128)
        self.pdfium.FPDFText_GetFontInfo(self.raw, index, buffer, 128, ctypes.c_int())
        return is_of_signs(buffer.value.decode("utf-8", errors="replace"))

    def _is_artifact(self, found: Any) -> bool:
        """Say if a text object is marked as an artifact."""
        pdfium = self.pdfium
        buffer, length = (ctypes.c_ushort * 16)(), ctypes.c_ulong()
        for n in range(pdfium.FPDFPageObj_CountMarks(found)):
            mark = pdfium.FPDFPageObj_GetMark(found, n)
            if pdfium.FPDFPageObjMark_GetName(mark, buffer, 32, length):
                name = bytes(buffer)[: max(length.value - 2, 0)].decode("utf-16-le", errors="replace")
                if name == "Artifact":
                    return True
        return False

    def _word(self, text: str, start: int, stop: int, style: Style, *, spaced: bool) -> Word | None:
        """Return the word from *start* to *stop*; None if nothing of it is seen."""
        said = _clean(_whole(text[start:stop]))
        if said in _DAGGERS and self._is_sign(start):
            said = "•"
        if not said.strip():
            return None
        while text[start] == GONE:
            start += 1
        while text[stop - 1] == GONE:
            stop -= 1
        pdfium, box = self.pdfium, self.box
        pdfium.FPDFText_GetLooseCharBox(self.raw, start, box)
        first = (box.left, box.bottom, box.right, box.top)
        if stop - start > 1:
            pdfium.FPDFText_GetLooseCharBox(self.raw, stop - 1, box)
        base = self._base(start)
        left, right = first[0], box.right
        target = ""
        if self.links:
            middle = (left + right) / 2, base + style.size / 4
            target = next((url for frame, url in self.links if is_inside(middle, frame)), "")
        if style.turn:
            left, right, base = _turned_back(style.turn, self.x.value, self.y.value, first, box)
        self.base = base = (
            base if base != self.base else self.base
        )  # one number for a line: long files have many
        return Word(
            sys.intern(said),
            _place(left),
            _place(right),
            base,
            style,
            spaced,
            target,
            self._tag(start) if self.tags else None,
        )


def _goes_on_after_ligature(before: Word, word: Word) -> bool:
    """Say if *word* goes on right after a ligature: the space between is set over half of it, since its font thinks it as wide as *f*."""
    return (
        word.base == before.base
        and -_OVER_LIGATURE * word.size < word.x0 - before.x1 < _NO_SPACE * word.size
        and ends_in_ligature(before.text)
    )


def _is_one_word(before: Word, word: Word) -> bool:
    """Say if *word* goes on right after the one *before*: an accent that was taken away stood over either of them."""
    return word.base == before.base and abs(word.x0 - before.x1) < _NO_WORD_SPACE * word.size


_HALF = re.compile("[\ud800-\udfff]")


@lru_cache(maxsize=1 << 17)
def _shared(hundredths: int) -> float:
    """Return one number for all words that begin or end at a place: long files have many."""
    return hundredths / 100


def forget_places() -> None:
    """Forget the numbers that words of a file share."""
    _shared.cache_clear()


def _place(x: float) -> float:
    """Return *x* in hundredths of a point."""
    return _shared(round(x * 100))


def _whole(text: str) -> str:
    """Return *text* with the halves of characters beyond U+FFFF joined. A half without its other is a character nobody knows."""
    if not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


_QUARTER = 90
_NEARLY = 5
"""Degrees."""


def _turn(a: float, b: float) -> int:
    """Return the direction of text with the matrix ``[a b …]``: a multiple of 90 degrees, or what it is."""
    if abs(b) < abs(a) * 0.01 and a > 0:
        return 0
    angle = degrees(atan2(b, a)) % 360
    nearest = round(angle / _QUARTER) * _QUARTER
    return nearest % 360 if abs(angle - nearest) < _NEARLY else int(angle)


def _is_slanted(a: float, b: float, c: float, d: float) -> bool:
    """Say if the matrix ``[a b c d …]`` slants text: so programs set italics in a font that has none (ISO 32000-1, 8.3.3, "skewing")."""
    return a * c + b * d > _SLANT * hypot(a, b) * hypot(c, d)


_SLANT = 0.1
"""Sine of the angle. Programs take a fifth, a quarter or a third; a page that was scanned askew is slanted by far less."""


def _turned_back(turn: int, x: float, y: float, first: Box, last: Any) -> tuple[float, float, float]:
    """Return the ends and the baseline of a word on a page that is turned back by *turn* degrees."""
    match turn:
        case 90:
            return first[1], last.top, -x
        case 180:
            return -first[2], -last.left, -y
        case 270:
            return -first[3], -last.bottom, x
    return first[0], last.right, y


_PLAIN = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e]*")


def _clean(text: str) -> str:
    """Return a word as it is typed: ligatures as their letters, and nobody knows what controls are."""
    if _PLAIN.fullmatch(text):
        return text
    text = text.translate(_PRIVATE_BULLETS)
    return "".join(_clean_letter(letter) for letter in text)


def _clean_letter(letter: str) -> str:
    """Return a letter as it is typed."""
    if letter in _LINE_END_HYPHENS:
        return "-"
    if "\ufb00" <= letter <= "\ufb06":
        return unicodedata.normalize("NFKC", letter)
    category = unicodedata.category(letter)
    if category == "Cc" and letter != GONE:
        return "\N{REPLACEMENT CHARACTER}"
    return "" if category in ("Cc", "Cs", "Zl", "Zp") else letter
