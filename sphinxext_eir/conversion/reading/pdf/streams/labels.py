"""Labels that stand before notes, and the markers in the text that refer to them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .....text.numerals import SUPERSCRIPTS, roman_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..layout.lines import Line

_SYMBOLS = "*†‡§¶‖∗⁎"
_RAISED_LABEL = re.compile(
    rf"""[\[(]?
         (?P<label> \d{{1,3}} | [{_SYMBOLS}]{{1,4}} | [ivxl]{{1,7}} | [a-z] )
         [\])]?[.:]?""",
    re.VERBOSE,
)
_TYPED_LABEL = re.compile(
    rf"""  \[(?P<bracketed>\d{{1,3}})\]
         | (?P<plain>\d{{1,3}})[.)]?
         | (?P<symbol>[{_SYMBOLS}]{{1,4}})\.?""",
    re.VERBOSE,
)
_GLUED_LABEL = re.compile(
    r"""(?P<label>\d{1,3}) (?= [^\W\d_]{2}           # 1See
                            | [^\W\d_]['’]          # 1L’État
                            | [AEIOYÀÉИВСКОУ]$       # 1O Estado
                            | ["“‘'«„¿¡] )""",
    re.VERBOSE,
)
_SUPERSCRIPT_LABEL = re.compile(rf"(?P<label>[{SUPERSCRIPTS}]{{1,3}})")
_IN_MARKER = re.compile(rf"\d{{1,3}}|[{_SYMBOLS}]{{1,4}}|[{SUPERSCRIPTS}]{{1,3}}")
_MARKER_WORD = re.compile(rf"[\d,;.–\-()\[\]{_SYMBOLS}{SUPERSCRIPTS}]+")
_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")


class Label(NamedTuple):
    """The label that a line begins with."""

    label: str
    form: str
    """``raised``; typed as ``12.``, ``12`` or ``[12]``: ``stopped``, ``bare`` or ``bracketed``; or ``glued`` to the next word."""
    words: int
    """The number of words that it takes, the last of them up to *end*."""
    end: int

    @property
    def number(self) -> int | None:
        """Its number; None for a symbol."""
        return number_of(self.label)


class Marker(NamedTuple):
    """A raised number or symbol in a line."""

    label: str
    word: int
    start: int
    end: int
    """Its place in the word."""


def number_of(label: str) -> int | None:
    """Return the number that *label* is."""
    return int(label) if label.isdecimal() else roman_value(label)


def plain_label(text: str) -> str:
    """Return a label as it is compared: in plain digits, its asterisks typed."""
    return text.translate(_DIGITS).replace("∗", "*").replace("⁎", "*")


def label_of(line: Line) -> Label | None:  # noqa: PLR0911 - one form after the other
    """Return the label that *line* begins with, in whatever form."""
    first = line.words[0]
    alone = len(line.words) == 1
    if line.is_raised(first):
        match = _RAISED_LABEL.fullmatch(first.text)
        if match:
            return Label(plain_label(match["label"]), "raised", 1, len(first.text))
    if match := _SUPERSCRIPT_LABEL.match(first.text):
        return Label(plain_label(match["label"]), "raised", 1, match.end())
    if (match := _TYPED_LABEL.fullmatch(first.text)) and not alone:
        label = match["bracketed"] or match["plain"] or match["symbol"]
        stopped = first.text[-1] in ".)"
        if len(line.words) > 2 and line.words[1].text in (".", ")") and not line.words[1].spaced:
            return Label(plain_label(label), "stopped", 2, 1)
        form = "bracketed" if match["bracketed"] else "stopped" if stopped else "bare"
        return Label(plain_label(label), form, 1, len(first.text))
    if match := re.match(rf"[{_SYMBOLS}]{{1,4}}(?=[^\W\d])", first.text):
        return Label(plain_label(match[0]), "glued", 1, match.end())
    if match := _GLUED_LABEL.match(first.text):
        return Label(match["label"], "glued", 1, match.end())
    return None


@lru_cache(
    maxsize=512
)  # lines of a page, which are asked for several times: those of a file would take as much as its words
def markers_in(line: Line) -> tuple[Marker, ...]:
    """Return the raised numbers and symbols in *line*, one for each number in ``2,3``."""
    if line.level and not _ANY_SIGN.search(line.text):
        return ()
    return tuple(_markers_in(line))


_SIDE_BY_SIDE = 0.1
"""Of the size: words side by side overlap by no more."""
_ANY_SIGN = re.compile(rf"[{SUPERSCRIPTS}†‡*∗⁎]")
_SYMBOL = re.compile(r"[†‡*∗⁎]{1,3}")
_SIGN = re.compile(rf"[{SUPERSCRIPTS}†‡*]")


def _markers_in(line: Line) -> Iterator[Marker]:
    """Yield the markers in *line*."""
    for n, word in enumerate(line.words):
        text = word.text
        if line.is_raised(word):
            if _stands_over(line, n):
                continue
            if _MARKER_WORD.fullmatch(text):
                for match in _IN_MARKER.finditer(text):
                    yield Marker(plain_label(match[0]), n, match.start(), match.end())
            elif letter := re.fullmatch(r"[\[(]?([ivxl]{1,7}|[a-z])[\])]?", text):
                yield Marker(letter[1], n, letter.start(1), letter.end(1))
        elif n and not word.spaced and _SYMBOL.fullmatch(text):
            yield Marker(plain_label(text), n, 0, len(text))
        elif _SIGN.search(text):
            for match in re.finditer(rf"[{SUPERSCRIPTS}]{{1,3}}|(?<=[\w.,;:!?\"”’)])[†‡*]{{1,3}}$", text):
                yield Marker(plain_label(match[0]), n, match.start(), match.end())


def _stands_over(line: Line, n: int) -> bool:
    """Say if the raised word *n* of *line* stands over a lowered one, as the signs of formulas do: no note is meant."""
    word = line.words[n]
    return any(
        other.x0 < word.x1 - _SIDE_BY_SIDE * word.size
        and word.x0 < other.x1 - _SIDE_BY_SIDE * word.size
        and line.is_lowered(other)
        for other in line.words[max(n - 2, 0) : n + 3]
    )


_GLUED_MARKER = re.compile(
    r"""  (?<=[^\W\d_]) [.,;:!?"”’)\]]* (?P<label>\d{1,3})$
        | [.,;:!?"”’)\]]+ (?P<after>\d{1,3})$""",
    re.VERBOSE,
)


def glued_markers_in(line: Line) -> Iterator[Marker]:
    """Yield the numbers that end words of *line* at full size: some fonts have raised digits of their own."""
    for n, word in enumerate(line.words):
        if match := _GLUED_MARKER.search(word.text):
            name = "label" if match["label"] else "after"
            yield Marker(match[name], n, match.start(name), match.end(name))
