"""A PDF, page by page, as words with their places, styles and links; rules and pictures beside them.

Lengths are in points from the lower left corner of the page, as it is meant to be read: a page that is turned is turned back.
"""

from __future__ import annotations

import ctypes
import re
import sys
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ...transcript import ConversionError
from .accents import CORK, GONE, composed, settled
from .drawings import Box, Drawn, Post, Rule, dots_of, drawn_on, is_inside, posts_of, rules_of
from .elements import Tag, tags_on
from .ligatures import Ligatures, ends_in_ligature, text_of
from .narrow_spaces import narrow_spaces
from .overprint import printed_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

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

_PASSWORD_WANTED = 4
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

_TEX_LETTERS = str.maketrans(
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


class Style(NamedTuple):
    """The look of a stretch of text."""

    size: float
    """The size of its font, in points on the page."""
    bold: bool = False
    italic: bool = False
    mono: bool = False
    artifact: bool = False
    """True if the file marks it as none of the text (ISO 32000-1, 14.8.2.2)."""
    turn: int = 0
    """The direction in which it runs, in degrees against the clock."""
    sans: bool = False
    """True if its letters have no serifs."""


def is_sans(name: str, flags: int) -> bool:
    """Say if the font of that *name* has no serifs: its name tells, or the *flags* of its descriptor (ISO 32000-1, table 123)."""
    flagged = flags & (_SERIF_FLAG | _LETTERS_FLAG) == _LETTERS_FLAG
    return bool(_SANS_FONT.search(name)) or (flagged and bool(_NAMELESS_FONT.match(name)))


@lru_cache(maxsize=1024)
def _alike(style: Style) -> Style:
    """Return one object for all styles that are alike: a file has few, and many pieces of text in each."""
    return style


class Word(NamedTuple):
    """A word, or a part of one that is set in one style."""

    text: str
    x0: float
    x1: float
    base: float
    style: Style
    spaced: bool = True
    """True if a space stands before it."""
    target: str = ""
    """The URL that it links to."""
    tag: Tag | None = None
    """The element of the file's structure that it stands in."""

    @property
    def size(self) -> float:
        """The size of its font."""
        return self.style.size


class Page(NamedTuple):
    """A page."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    """In the order of the content."""
    rules: tuple[Rule, ...] = ()
    dots: tuple[tuple[float, float, float], ...] = ()
    """Bullets that are drawn, not characters: their left and right ends, and the height of their middle."""
    pictures: frozenset[Box] = frozenset()
    """Their places, in whole points."""
    turned: tuple[Word, ...] = ()
    """Words that run in another direction than the rest of the page."""
    margin: tuple[Word, ...] = ()
    """Numbers that count its lines."""
    labels: tuple[Word, ...] = ()
    """Words in drawings."""
    unmapped: bool = False
    """True if the fonts don't tell which letters most of its characters are. It may be right all the same: TeX's bitmaps are."""
    outside: tuple[Word, ...] = ()
    """Words that nobody sees, outside the part of the page that is shown."""
    posts: tuple[Post, ...] = ()
    pulled: tuple[Word, ...] = ()
    """Words of the text that are said again, in a box that it is set around."""


class Bookmark(NamedTuple):
    """An entry of the file's outline."""

    title: str
    level: int
    page: int


class Sheets(NamedTuple):
    """The pages of a file, and what it says about itself."""

    pages: tuple[Page, ...]
    outline: tuple[Bookmark, ...] = ()
    title: str = ""
    author: str = ""


def read_sheets(path: Path) -> Sheets:
    """Read the PDF at *path*. Raises :class:`ConversionError`."""
    try:
        import pypdfium2  # an extra
        import pypdfium2.raw as pdfium
    except ImportError:
        raise ConversionError("reading PDFs needs pypdfium2: pip install 'sphinxext-eir[pdf]'") from None
    if not path.stat().st_size:
        raise ConversionError("the file is empty")
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_WANTED or "password" in str(error).lower():
            raise ConversionError("the PDF is encrypted: remove its password first") from None
        raise ConversionError("this isn't a PDF, or it is damaged") from None
    try:
        tagged = bool(pdfium.FPDFCatalog_IsTagged(document.raw))
        ligatures = Ligatures(document, pdfium)
        pages = []
        for number in range(len(document)):
            try:
                page = document[number]
            except pypdfium2.PdfiumError:
                raise ConversionError(f"the PDF is damaged: page {number + 1} can't be read") from None
            pages.append(_read_page(page, number + 1, pdfium, ligatures, tagged=tagged))
            page.close()
        about = document.get_metadata_dict(skip_empty=True)
        outline = tuple(_outline(document))
    finally:
        document.close()
        _shared.cache_clear()
        give_back()
    if not any(page.words or page.turned for page in pages):
        if any(page.pictures for page in pages):
            raise ConversionError("the PDF has pictures of pages and no text: recognise its text (OCR) first")
        raise ConversionError("the PDF has no text")
    return Sheets(tuple(pages), outline, about.get("Title", ""), about.get("Author", ""))


def give_back() -> None:
    """Give the system back what was freed: the GNU C library keeps it, a seventh of what a long file takes."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim:
        trim(0)


def _outline(document: Any) -> Iterator[Bookmark]:
    """Yield the entries of the outline."""
    for entry in document.get_toc(max_depth=6):
        target = entry.get_dest() if hasattr(entry, "get_dest") else None
        index = target.get_index() if target else getattr(entry, "page_index", None)
        title = entry.get_title() if hasattr(entry, "get_title") else entry.title
        yield Bookmark(" ".join(title.split()), entry.level + 1, (index or 0) + 1)


def _read_page(page: Any, number: int, pdfium: Any, ligatures: Ligatures, *, tagged: bool) -> Page:
    """Read one page."""
    textpage = page.get_textpage()
    unmapped = _is_unmapped(textpage.raw, pdfium)
    drawn = drawn_on(page, pdfium)
    tags = tags_on(page, number, pdfium) if tagged else {}
    reader = _PageReader(page, textpage.raw, pdfium, tags, drawn, tagged=tagged)
    text = ligatures.named(text_of(textpage.raw, pdfium), number)
    words = list(reader.words(text.translate(_TEX_LETTERS), unmapped=unmapped))
    textpage.close()
    width, height = page.get_mediabox()[2] - page.get_mediabox()[0], page.get_height()
    turns: dict[int, int] = {}
    for word in words:
        turns[word.style.turn] = turns.get(word.style.turn, 0) + len(word.text)
    turn = max(turns, key=lambda angle: turns[angle]) if turns else 0
    straight, turned = words, []
    outside = () if turn else _outside(words, page.get_cropbox())
    if outside:
        apart = set(map(id, outside))
        straight = words = [word for word in words if id(word) not in apart]
    if turn or len(turns) > 1:
        straight = [word for word in words if word.style.turn == turn]
        turned = [word for word in words if word.style.turn != turn]
    rules, dots = (
        (tuple(rules_of(drawn.shapes, width)), tuple(dots_of(drawn.shapes))) if not turn else ((), ())
    )
    return Page(
        number,
        width,
        height,
        tuple(straight),
        rules,
        dots,
        drawn.pictures,
        tuple(turned),
        (),
        tuple(reader.labels),
        unmapped,
        tuple(outside),
        () if turn else tuple(posts_of(drawn.shapes)),
    )


def _outside(words: Iterable[Word], box: Box) -> Sequence[Word]:
    """Return those of *words* that stand outside the *box* of the page that is shown (ISO 32000-1, 14.11.2)."""
    left, bottom, right, top = box
    return [
        word
        for word in words
        if not word.style.turn
        and (word.x1 <= left or word.x0 >= right or word.base <= bottom - word.size or word.base >= top)
    ]


_SAMPLE = 400
"""Characters of a page that are asked for their letters."""


def _is_unmapped(textpage: Any, pdfium: Any) -> bool:
    """Say if pdfium finds no letter for most characters of a page."""
    count = min(int(pdfium.FPDFText_CountChars(textpage)), _SAMPLE)
    unmapped = sum(1 for n in range(count) if pdfium.FPDFText_HasUnicodeMapError(textpage, n) == 1)
    return unmapped > count / 2


def _links_of(page: Any, pdfium: Any) -> Iterator[tuple[Box, str]]:
    """Yield the places of the links on *page*, and their URLs. Links inside the document are left out."""
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
        rect = pdfium.FS_RECTF()
        action = pdfium.FPDFLink_GetAction(link)
        if not action or not pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
            continue
        length = pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(max(length, 1))
        pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, length)
        url = buffer.value.decode("utf-8", errors="replace").strip()
        if re.match(r"(?:https?|ftp|mailto):", url, re.IGNORECASE):
            low, high = sorted((rect.bottom, rect.top))
            yield (rect.left, low, rect.right, high), url


class _PageReader:
    """Reads the words of one page. Text objects are told apart by their addresses, which hold while the page is open."""

    def __init__(
        self, page: Any, textpage: Any, pdfium: Any, tags: Mapping[int, Tag], drawn: Drawn, *, tagged: bool
    ) -> None:
        self.raw = textpage
        self.pdfium = pdfium
        self.tagged = tagged
        self.tags = tags
        self.tag_of: dict[int, Tag | None] = {}
        self.styles: dict[int, Style] = {}
        self.fonts: dict[int, tuple[bool, bool, bool, bool]] = {}
        self.drawn = drawn.labels
        self.labels: list[Word] = []
        self.links = list(_links_of(page, pdfium))
        self.base = 0.0
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.box, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()

    def words(self, text: str, *, unmapped: bool) -> Iterator[Word]:
        """Yield the words of the *text* in the order of the content. The letters of *unmapped* fonts are those of TeX's bitmaps."""
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
        turn = 0
        if pdfium.FPDFText_GetMatrix(self.raw, index, self.matrix):
            m = self.matrix
            turn = _turn(m.a * size, m.b * size)
            size *= (m.c * m.c + m.d * m.d) ** 0.5 or 1.0
        size = abs(size)  # a negative one, by which the matrix is turned around, sets letters upright
        bold, italic, mono, sans = self._font(found) if found else (False, False, False, False)
        artifact = self.tagged and bool(found) and self._is_artifact(found)
        return _alike(Style(round(size, 2), bold, italic, mono, artifact, turn, sans))

    def _font(self, found: Any) -> tuple[bool, bool, bool, bool]:
        """Return if the font of a text object is bold, italic, of fixed width, without serifs."""
        pdfium = self.pdfium
        font = pdfium.FPDFTextObj_GetFont(found)
        if not font:
            return False, False, False, False
        address = ctypes.addressof(font.contents)
        if address not in self.fonts:
            buffer = ctypes.create_string_buffer(128)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
            name = buffer.value.decode("utf-8", errors="replace")
            name = SUBSET.sub("", name)
            flags = pdfium.FPDFFont_GetFlags(font)
            self.fonts[address] = (
                bool(_BOLD_FONT.search(name)) or bool(flags & _BOLD_FLAG),
                bool(_ITALIC_FONT.search(name)) or bool(flags & _ITALIC_FLAG),
                bool(_MONO_FONT.search(name)) or bool(flags & _FIXED_FLAG),
                is_sans(name, flags),
            )
        return self.fonts[address]

    def _is_sign(self, index: int) -> bool:
        """Say if a character is of a font of signs."""
        buffer = ctypes.create_string_buffer(128)
        self.pdfium.FPDFText_GetFontInfo(self.raw, index, buffer, 128, ctypes.c_int())
        return bool(_SIGN_FONT.search(buffer.value.decode("utf-8", errors="replace")))

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
        and abs(word.x0 - before.x1) < _NO_SPACE * word.size
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
    from math import atan2, degrees

    angle = degrees(atan2(b, a)) % 360
    nearest = round(angle / _QUARTER) * _QUARTER
    return nearest % 360 if abs(angle - nearest) < _NEARLY else int(angle)


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
