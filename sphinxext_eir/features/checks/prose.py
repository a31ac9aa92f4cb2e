"""Rules of running text: ranges, spaces, capitals, long paragraphs, pictures without words."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from .records import BODY, CAPTION, ENTRY, NOTE, OBJECT, QUOTE, Fault, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .records import Document

WORDS = 400
"""Words of a paragraph that fills a page of a book, and that no screen shows whole."""

UNSPACED = ("ja", "zh", "th", "lo", "km", "my")
"""Languages that set no space between words, where three characters count as a word would."""

DASHED = (
    "en",
    "de",
    "nl",
    "da",
    "sv",
    "nb",
    "nn",
    "no",
    "fi",
    "pl",
    "cs",
    "sk",
    "hu",
    "ru",
    "uk",
    "el",
    "tr",
)
"""Languages that set ranges with an en dash. French, Spanish, Italian and Portuguese set a hyphen, or leave the choice to the house."""


def language_of(document: Document) -> str:
    """Return the language of *document* without its region."""
    return document.language.partition("_")[0].partition("-")[0]


# Ranges

_ALONE = r"(?<![\w./:#@+−–-]){range}(?![\w/@]|-|[.:]\d)"
_YEARS = re.compile(_ALONE.format(range=r"(?P<first>(?:1[0-9]|20)\d\d)-(?P<last>(?:1[0-9]|20)\d\d|\d\d)"))
_PAGES = re.compile(
    r"""(?: \b(?: pp?|pages?|paras?|nos?|vols?|chs?|chapters?|art(?:icle)?s?|secs?|sections?|lines?|ll
              | S|Ss|Seiten?|Kap|Nr|Bd|Abs|Z|Zeilen?|blz|s|str|sid|с|стр|т|гл ) \.? \s* )
        (?P<first>\d{1,5}[a-z]?)-(?P<last>\d{1,5}[a-z]?) (?![\w/@-]|[.:]\d)""",
    re.VERBOSE,
)
_LAST_PAGES = re.compile(
    r"(?: [:,]\s? ) (?P<first>\d{1,5})-(?P<last>\d{1,5}) (?= \s*[.,;)\]] | \s*$)", re.VERBOSE
)
"""Pages as entries and citations have them, after a colon or comma and before a stop: ``24(3): 391-425.``"""

_STANDARD = re.compile(
    r"(?:ISO|IEC|IEEE|ANSI|NISO|DIN|EN|BS|ASTM|RFC|ECMA|POSIX|ISBN|ISSN)\W?(?:/?[A-Z]+ )?$"
)
"""What the numbers of standards follow: a year after a hyphen is a part of their names."""


def hyphens_in_ranges(document: Document) -> Iterator[Fault]:
    """Find ranges of years and pages with a hyphen."""
    if language_of(document) not in DASHED:
        return
    for text in document.prose(BODY, CAPTION, NOTE, ENTRY, QUOTE):
        found = {}
        for pattern in (_YEARS, _PAGES, *((_LAST_PAGES,) if text.part in (ENTRY, NOTE) else ())):
            for match in pattern.finditer(text.words):
                years = pattern is _YEARS
                if _is_range(match["first"], match["last"], years=years) and not _STANDARD.search(
                    text.words[: match.start()]
                ):
                    found[match.start("first")] = f"{match['first']}-{match['last']}"
        if found:
            first, *rest = found.values()
            more = f", and {len(rest)} more here" if rest else ""
            yield Fault(f"{first!r} has a hyphen{more}", text, min(found))


def _is_range(first: str, last: str, *, years: bool) -> bool:
    """Say if two numbers are ends of a range, the second perhaps without the digits that it shares with the first.

    *1990-05* may be May of that year: in two digits, years after 1912 alone can be told from months.
    """
    low, high = int(re.sub(r"\D", "", first)), int(re.sub(r"\D", "", last))
    if len(last) < len(first):
        if years and high <= 12:
            return False
        high = int(re.sub(r"\D", "", first)[: -len(last)] + re.sub(r"\D", "", last))
    return low < high


# Spaces

_DOUBLE = re.compile(r"(?<=[^\W_]|[,;’”»)])[ \u00a0]{2,}(?=[^\W_]|[(‘“«])")
_SENTENCE_END = re.compile(r"[.?!:…][)\]”’»\"']*$")


def double_spaces(document: Document) -> Iterator[Fault]:
    """Find several spaces between two words of a sentence. Two after a full stop are a typist's habit, which nobody sees on the page."""
    for text in document.prose(BODY, CAPTION, NOTE, ENTRY, QUOTE):
        places = [
            match.start()
            for match in _DOUBLE.finditer(text.words)
            if not _SENTENCE_END.search(text.words, 0, match.start())
        ]
        if places:
            words = text.words
            around = f"{words[: places[0]].split()[-1]}  {words[places[0] :].split()[0]}"
            more = f", and in {len(places) - 1} more places here" if len(places) > 1 else ""
            yield Fault(f"several spaces in {around!r}{more}", text, places[0])


# Capitals

_SHORTEST = 4
"""Letters of a surname that may be in capitals; a shorter one may be an acronym."""


def names_in_capitals(document: Document) -> Iterator[Fault]:
    """Find names of authors in capitals: in the byline, and in entries where most names have small letters."""
    for author in document.article.authors if document.article else ():
        words = [word for word in re.findall(r"[^\W\d_]{2,}", author.name) if word.upper() != word.lower()]
        if len(words) > 1 and all(map(str.isupper, words)):
            yield Fault(f"the author {author.name!r} is in capitals")
    named = [
        (text, name)
        for text in document.prose(ENTRY)
        for name, _ in text.people[:1]
        if len(name) >= _SHORTEST
    ]
    capitals = [(text, name) for text, name in named if name.isupper() and _has_given_name(text, name)]
    if 0 < len(capitals) <= (len(named) - len(capitals)) / 2:
        for text, name in capitals:
            yield Fault(f"the name {name!r} is in capitals, and most names here aren't", text)


def _has_given_name(text: Text, name: str) -> bool:
    """Say if a name follows as a person's does: *HOXHA, Abit*. A body's acronym has none."""
    return re.search(rf"{re.escape(name)},\s+[^\W\d_][\w.’'-]*", text.words) is not None


# Paragraphs


def words_in(text: Text, language: str = "en") -> int:
    """Return the number of words in *text*."""
    if language in UNSPACED:
        return len(re.findall(r"\w", text.words)) // 3
    return len(re.findall(r"\w[\w’'-]*", text.words))


def long_paragraphs(document: Document) -> Iterator[Fault]:
    """Find paragraphs that no reader finds a way through."""
    language = language_of(document)
    for text in document.prose(BODY):
        number = words_in(text, language)
        if number > WORDS:
            yield Fault(f"a paragraph of {number} words", text)


# Pictures

_FILE = re.compile(r"[\w./%-]+\.(?:png|jpe?g|gif|svg|webp|tiff?|bmp|pdf)", re.IGNORECASE)
_NOTHING = frozenset(
    {"image", "picture", "figure", "photo", "graph", "chart", "img", "logo", "bild", "foto", "abbildung"}
)


def pictures_without_words(document: Document) -> Iterator[Fault]:
    """Find pictures that readers who can't see them are told nothing of (WCAG 1.1.1)."""
    for picture in document.pictures:
        name = PurePosixPath(picture.uri).name
        said = picture.alternative
        if said is None:
            yield Fault(f"the picture {name} has no alternative text", picture)
        elif said.strip() and (_FILE.fullmatch(said.strip()) or said.strip().casefold() in _NOTHING):
            yield Fault(f"the alternative text of {name} says nothing of it: {said.strip()!r}", picture)


def is_bare(words: str) -> bool:
    """Say if *words* are nothing but an address, with what introduces one."""
    rest = re.sub(r"\([^()]*\)", "", words) if OBJECT in words else words
    return OBJECT in words and not [
        word for word in re.findall(r"[^\W\d_]{2,}", rest) if word.casefold() not in _INTRODUCES
    ]


_INTRODUCES = frozenset(
    """see also cf at available from online url link via source sources and here http https www
    siehe vgl unter auch quelle online verfügbar abrufbar und voir aussi sur disponible source et
    véase disponible en fuente ver см также источник""".split()
)
