"""Lines → runs of text with their markup, links and references to notes."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from ....inlines import Kind
from .small_capitals import cased

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..layout.lines import Line
    from ..page.words import Word
    from ..streams.notes import Reference


class Piece(NamedTuple):
    """Some text of one kind."""

    text: str
    kind: Kind = Kind.TEXT
    target: str = ""


class Plain(NamedTuple):
    """The weight of the text: a file may call all of its fonts bold, or italic."""

    bold: bool = False
    italic: bool = False


_MARKER_GAP = 0.45
"""Of the size: pdfium sees spaces before raised numbers that are none."""


def pieces_of(
    line: Line, references: Sequence[Reference], plain: Plain, *, skip: tuple[int, int] = (0, 0)
) -> list[Piece]:
    """Return the pieces of *line*, but for its first words and letters to *skip*."""
    if not references and not any(skip) and line.even:
        return [Piece(_text_of(line), _kind_of(line, line.words[0], plain))]
    pieces: list[Piece] = []
    first, end = skip
    before: Word | None = None
    for n, (printed, text) in enumerate(zip(line.words, cased(line), strict=True)):
        word = printed if text == printed.text else printed._replace(text=text)
        if n < first - 1:
            continue
        start = end if first and n == first - 1 else 0
        if start >= len(word.text) and first and n == first - 1:
            continue
        kind = _kind_of(line, word, plain)
        inner = _cut_at(word, start, kind, [ref for ref in references if ref.marker.word == n])
        after = line.words[n + 1] if n + 1 < len(line.words) else None
        if kind is Kind.LINK and not (after and after.target == word.target):
            inner = _without_stop(inner)
        if pieces and _is_spaced(line, word, before):
            same = pieces[-1].kind is inner[0].kind is kind and pieces[-1].target == word.target
            kept = same and kind not in (Kind.NOTE, Kind.SUPERSCRIPT, Kind.SUBSCRIPT)
            pieces.append(Piece(" ", kind, word.target) if kept else Piece(" "))
        pieces += inner
        before = word
    return _merged(pieces)


def _text_of(line: Line) -> str:
    """Return the text of *line*, in which small capitals are small letters."""
    texts = cased(line)
    parts = (f" {text}" if word.spaced else text for word, text in zip(line.words, texts, strict=True))
    return "".join(parts).strip()


def _is_spaced(line: Line, word: Word, before: Word | None) -> bool:
    """Say if a space stands before *word*."""
    if not word.spaced or before is None:
        return False
    if line.is_raised(word) and not line.is_raised(before) and not re.search(r"[^\W\d_]", word.text):
        return word.x0 - before.x1 > _MARKER_GAP * line.size
    return True


def _kind_of(line: Line, word: Word, plain: Plain) -> Kind:
    """Return the kind of *word*."""
    if word.target:
        return Kind.LINK
    if line.is_raised(word):
        return Kind.SUPERSCRIPT
    if line.is_lowered(word):
        return Kind.SUBSCRIPT
    if word.style.bold != plain.bold and word.style.bold:
        return Kind.STRONG
    return Kind.EMPHASIS if word.style.italic and not plain.italic else Kind.TEXT


def _cut_at(word: Word, start: int, kind: Kind, references: Sequence[Reference]) -> list[Piece]:
    """Return *word* from the letter *start*, cut at the markers in it; the brackets and commas between them stay."""
    pieces = []
    target = word.target if kind is Kind.LINK else ""
    for ref in references:
        if ref.marker.start < start:
            continue
        if ref.marker.start > start:
            pieces.append(Piece(word.text[start : ref.marker.start], kind, target))
        pieces.append(Piece(word.text[ref.marker.start : ref.marker.end], Kind.NOTE, ref.note.name))
        start = ref.marker.end
    if start < len(word.text):
        pieces.append(Piece(word.text[start:], kind, target))
    return pieces or [Piece(word.text[start:], kind, target)]


def _without_stop(pieces: list[Piece]) -> list[Piece]:
    """Return *pieces*, of which a link is the last, with the stop after it apart: frames of links hold whole words."""
    text, kind, target = pieces[-1]
    if kind is Kind.LINK and _NO_HOST.fullmatch(target):
        return [*pieces[:-1], Piece(text)]
    match = re.search(r"[.,;:!?)\]>\"'’”]+$", text)
    if not match or kind is not Kind.LINK or target.endswith(match[0]) or not match.start():
        return pieces
    bare = _bare_url(text)
    if any(url.startswith(bare) for url in (_bare_url(target), *_without_scheme(target, bare))):
        return pieces
    if text.count("(") == text.count(")") and match[0].endswith(")"):
        return pieces
    return [*pieces[:-1], Piece(text[: match.start()], kind, target), Piece(match[0])]


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    """Return *pieces* with neighbours of one kind made one, but for references."""
    done: list[Piece] = []
    for (kind, target), group in groupby(pieces, key=lambda piece: piece[1:]):
        found = list(group)
        if kind is Kind.NOTE:
            done += found
        else:
            done.append(Piece("".join(piece.text for piece in found), kind, target))
    return [piece for piece in done if piece.text]


_NO_HOST = re.compile(r"https?://[^./]+/?")
"""The target of a link that a program made of the part of a URL which stands on one line: ``http://www/``."""
_URL_END = re.compile(r"(?:https?://|www\.)\S*(?:[/\-_=?&.%~#]|/\S*)$")


def settled(lines: list[list[Piece]], full: Sequence[bool]) -> list[list[Piece]]:
    """Return the pieces of a block's *lines* with each link on the line on which it begins.

    The end of a line may cut a URL anywhere and add a hyphen: the link's target tells the URL, or else its characters. *full*
    says of each line if the word after it had no room.
    """
    for n in range(len(lines) - 1, 0, -1):
        one, two = lines[n - 1], lines[n]
        if not one or not two:
            continue
        last, first = one[-1], two[0]
        if last.kind is Kind.LINK and first[1:] == last[1:]:
            one[-1] = Piece(_joined(last.text, first.text), *last[1:])
            del two[0]
            _draw_up(one, two)
        elif last.kind is Kind.LINK and first.kind is Kind.TEXT:
            _finish(one, two)
        elif last.kind is Kind.TEXT and first.kind is Kind.TEXT and full[n - 1]:
            _join_typed(one, two)
    return [
        [Piece(_link_text(p.text, p.target), *p[1:]) if p.kind is Kind.LINK else p for p in pieces]
        for pieces in lines
    ]


def _joined(one: str, two: str) -> str:
    """Return the text of a link over two lines."""
    return one + two if re.search(r"(?:https?:|www\.|[/\-_.=?&%])\S*$", one) else f"{one} {two}"


def _finish(one: list[Piece], two: list[Piece]) -> None:
    """Give the link that ends one line the letters on the next that its target has: its frame may end before its text does."""
    more = re.match(r"[^\s,;:)\]]*[^\s.,;:)\]]", two[0].text)
    lead = more[0] if more else ""
    if lead and _bare_url(one[-1].target).startswith(_bare_url(one[-1].text + lead)):
        one[-1] = one[-1]._replace(text=one[-1].text + lead)
        _shorten(two, len(lead))
        _draw_up(one, two)


def _join_typed(one: list[Piece], two: list[Piece]) -> None:
    """Join a URL that is typed, without a link, over two lines."""
    word = one[-1].text.rsplit(None, 1)[-1] if one[-1].text.split() else ""
    if not _URL_END.search(word) or (len(one) > 1 and not re.search(r"\s", one[-1].text) and len(word) < 4):
        return
    more = re.match(r"\S+", two[0].text)
    lead = more[0].rstrip(".,;:)]") if more else ""
    open_end = word[-1] in "/-_=?&%~#." and (word[-1] != "." or lead[:1].islower())
    like_url = bool(re.search(r"[/_=?&%]|\.(?:html?|pdf|php|aspx?)\b|\w-\w+-\w|\d{3}", lead))
    if lead and (lead[0].islower() or lead[0].isdigit() or like_url) and (open_end or like_url):
        one[-1] = one[-1]._replace(text=one[-1].text + lead)
        _shorten(two, len(lead))
        _draw_up(one, two)


def _draw_up(one: list[Piece], two: list[Piece]) -> None:
    """Draw up to the end of a link what stood right after it: a stop, a bracket, a marker."""
    while two and not two[0].text[:1].isspace():
        match = re.match(r"\S+", two[0].text)
        text = match[0] if match else two[0].text
        one.append(two[0]._replace(text=text))
        whole = text == two[0].text
        _shorten(two, len(text))
        if not whole:
            break


def _shorten(pieces: list[Piece], count: int) -> None:
    """Take the first *count* letters off *pieces*."""
    rest = pieces[0].text[count:]
    if rest:
        pieces[0] = pieces[0]._replace(text=rest)
    else:
        del pieces[0]


def _link_text(text: str, target: str) -> str:
    """Return the text of a link: its target, if the end of a line makes the only difference."""
    bare = target.removeprefix("mailto:")
    if _bare_url(text) == _bare_url(bare):
        return bare if bare.endswith("/") == text.rstrip().endswith("/") else bare.rstrip("/")
    rest = _bare_url(bare).removeprefix(_bare_url(text)) if text.startswith("http") else _bare_url(bare)
    if rest != _bare_url(bare) and rest[:1].isalnum() and text[-1:].isalnum():
        return bare  # its text ran over the edge of the page, in the middle of a word
    return text


def _bare_url(text: str) -> str:
    """Return the characters of a URL that no line break changes."""
    return re.sub(r"[\s\-‐\u00ad]|/$", "", unquote(text)).casefold()


def _without_scheme(target: str, text: str) -> list[str]:
    """Return the characters of a URL without its scheme, if *text* is printed so."""
    return [re.sub(r"^https?://", "", _bare_url(target))] if text.startswith("www.") else []
