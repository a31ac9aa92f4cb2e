"""Rules of quotation marks: straight or curly, double or single. Each language has marks of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .records import BODY, CAPTION, HEADING, NOTE, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .records import Document, Text

PROSE = (BODY, CAPTION, HEADING, NOTE)
"""Parts whose quotation marks are the author's: those of quotations and titles of works are others'."""

_CURLY = re.compile("[“”„‘’‚]")
_STRAIGHT = re.compile(
    r"""(?<![\d'"]) " (?!["']) (?![^\W\d_]) | (?<![\w'"]) " (?=\w)  # 6" isn't a quotation mark, nor is Hebrew's within a word
      | (?<=[^\W\d_]) ' (?=[^\W\d_]) | (?<![\w'"]) ' (?=[^\W_]) | (?<=[^\W\d_.,!?]) ' (?![\w'"])""",
    re.VERBOSE,
)
_SHOWN = 8
"""Lines named in one message."""


def straight_and_curly(document: Document) -> Iterator[Fault]:
    """Find straight marks and apostrophes in a document that has curly ones, or the other way round, whichever are fewer."""
    texts = document.prose(*PROSE)
    straight = _places(texts, _STRAIGHT)
    curly = _places(texts, _CURLY)
    if straight and curly:
        few, kind, many, other = (
            (straight, "straight", curly, "curly")
            if len(straight) <= len(curly)
            else (curly, "curly", straight, "straight")
        )
        message = f"{_counted(len(few), kind)}, where the other {len(many)} are {other}{_lines(few)}"
        yield Fault(message, *few[0])


def _places(texts: Sequence[Text], pattern: re.Pattern[str]) -> list[tuple[Text, int]]:
    return [(text, match.start()) for text in texts for match in pattern.finditer(text.words)]


def _counted(number: int, kind: str) -> str:
    return f"{number} {kind} quotation mark{'' if number == 1 else 's'} or apostrophe{'' if number == 1 else 's'}"


def _lines(places: Sequence[tuple[Text, int]]) -> str:
    """Name the lines of *places* after the first, whose line the finding has."""
    numbers = dict.fromkeys(text.line + text.words.count("\n", 0, offset) for text, offset in places)
    rest = list(numbers)[1 : _SHOWN + 1]
    return f"; also in line{'' if len(rest) == 1 else 's'} {', '.join(map(str, rest))}" if rest else ""


class Marks(NamedTuple):
    """A pair of quotation marks, and what kind of pair it is."""

    opening: str
    closing: str
    kind: str


MOST_OF_A_TERM = 5
"""Words."""

DOUBLE, SINGLE, ANGLE = "double", "single", "angle"
_ENGLISH = (
    Marks("“", "”", DOUBLE),
    Marks('"', '"', DOUBLE),
    Marks("‘", "’", SINGLE),
    Marks("'", "'", SINGLE),
)
_GERMAN = (
    Marks("„", "“", DOUBLE), Marks('"', '"', DOUBLE), Marks("‚", "‘", SINGLE), Marks("»", "«", ANGLE), Marks("›", "‹", SINGLE),
)  # fmt: skip
_FRENCH = (Marks("«", "»", ANGLE), Marks("“", "”", DOUBLE), Marks('"', '"', DOUBLE))
_RUSSIAN = (Marks("«", "»", ANGLE), Marks("„", "“", DOUBLE), Marks('"', '"', DOUBLE))

SYSTEMS: dict[str, tuple[Marks, ...]] = {
    "en": _ENGLISH,
    "nl": _ENGLISH,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _FRENCH,
    "it": _FRENCH,
    "pt": _FRENCH,
    "ru": _RUSSIAN,
    "uk": _RUSSIAN,
}
"""Language → the pairs that it uses. A text in another language isn't held to any."""

_ELISION = re.compile(r"(?:\d|(?:tis|twas|twere|til|till|em|cause|cos|bout|round|n|un)\b)", re.IGNORECASE)
"""What follows an apostrophe at the beginning of a word: *’90s*, *’tis*."""


def double_and_single(document: Document) -> Iterator[Fault]:
    """Find quotations that open with another kind of mark than most do, inside of no other quotation.

    A few words between single marks are a term or a gloss, which many a house sets so beside double quotations.
    """
    system = SYSTEMS.get(document.language.partition("_")[0].partition("-")[0])
    if not system:
        return
    by_kind: dict[str, list[tuple[Text, int]]] = {}
    for text in document.prose(BODY, NOTE):
        for offset, kind in outermost(text.words, system):
            by_kind.setdefault(kind, []).append((text, offset))
    if len(by_kind) < 2:
        return
    (few_kind, few), *_, (most_kind, most) = sorted(by_kind.items(), key=lambda item: len(item[1]))
    message = f"{len(few)} quotation{'' if len(few) == 1 else 's'} in {few_kind} marks, where the other {len(most)} have {most_kind} ones{_lines(few)}"
    yield Fault(message, *few[0])


def outermost(words: str, system: Sequence[Marks]) -> Iterator[tuple[int, str]]:
    """Yield offset and kind of each quotation in *words* that stands inside of no other and is closed."""
    position = 0
    while position < len(words):
        marks = next((pair for pair in system if opens(words, position, pair)), None)
        end = closing(words, position, marks) if marks else -1
        if marks and end > 0:
            if marks.kind != SINGLE or _is_quotation(words[position + 1 : end]):
                yield position, marks.kind
            position = end
        position += 1


def _is_quotation(quoted: str) -> bool:
    """Say if what stands between single marks quotes: a few words may be a term, *if and only if*."""
    return len(quoted.split()) > MOST_OF_A_TERM


def opens(words: str, position: int, marks: Marks) -> bool:
    """Say if *marks* open at *position*."""
    if words[position] != marks.opening:
        return False
    if marks.opening not in "'\"‘":
        return True
    before = words[position - 1] if position else " "
    after = words[position + 1 : position + 2]
    if not after.strip() or before.isalnum() or before in ")]’'”\"":
        return False
    return marks.kind != SINGLE or not _ELISION.match(words, position + 1)


def closing(words: str, position: int, marks: Marks) -> int:
    """Return where what *marks* open at *position* is closed; -1 if it isn't."""
    depth = 1
    for at in range(position + 1, len(words)):
        if words[at] == marks.closing and _closes(words, at, marks):
            depth -= 1
            if not depth:
                return at
        elif words[at] == marks.opening and marks.opening != marks.closing:
            depth += 1
    return -1


def _closes(words: str, at: int, marks: Marks) -> bool:
    """Say if the mark at *at* closes: an apostrophe stands within a word, or after a plural's *s* before another."""
    if marks.kind != SINGLE or marks.closing not in "’'":
        return True
    before, after = words[at - 1], words[at + 1 : at + 2]
    if after.isalnum() or before.isspace():
        return False
    rest = words[at + 1 :]
    return not (
        before == "s" and re.match(r"\s\w", rest) and marks.closing in re.sub(r"(?<=\w)[’'](?=\w)", "", rest)
    )
