"""Conventions of the project's language: the forms of dates and of lists of names, and the direction of writing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

import babel
from babel.core import get_global
from babel.dates import format_date, format_skeleton

from .vocabularies import CODES

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

_WITHOUT_YEAR_WORD = ("d MMMM y", "LLLL y")

BYLINE_DATES = {
    "en": ("MMMM d yyyy", "MMMM yyyy"),
    **dict.fromkeys(("be", "bg", "kk", "ru", "uk"), _WITHOUT_YEAR_WORD),
}
"""Language → the forms of a byline's date, to the day and to the month, where Unicode CLDR's long form doesn't suit a byline:
E-IR's has no comma, and the abbreviated "year" of Russian and its neighbours would be read as a letter when a byline is set in capitals."""

MONTHS = "January February March April May June July August September October November December".split()
"""The months in English: most bylines are, and Babel loads all that it knows of a language to name one."""

COMMAS = {**dict.fromkeys(("ar", "fa", "ku", "ps", "sd", "ug", "ur"), "، "), "ja": "、", "zh": "，"}

COLONS = {"fr": "\N{NO-BREAK SPACE}: ", "ja": "：", "zh": "："}


MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}
"""gettext's names of scripts, ``sr@latin``, which BCP 47 calls as ISO 15924 does."""


@lru_cache
def language_tag(language: str) -> str:
    """Return the project's *language*, which is written as gettext has it, as a tag of BCP 47: ``pt-BR`` for ``pt_BR``."""
    name, _, modifier = re.sub(r"\.[^@]*", "", language).replace("_", "-").partition("@")
    if modifier not in MODIFIERS:
        return f"{name}-{modifier}" if re.fullmatch(r"[a-z\d]{5,8}", modifier) else name
    first, *rest = name.split("-")
    return "-".join([first, MODIFIERS[modifier], *rest])


DOTLESS = ("tr", "az")
"""Languages that write i with a dot and without one."""

GUILLEMETS = ("ar", "fa", "ku", "ps")
"""Languages that quote in guillemets, for which docutils has no quotation marks."""


OPENING_MARKS = ("\N{LEFT DOUBLE QUOTATION MARK}", "\N{LEFT SINGLE QUOTATION MARK}", "„", "«", "»", "「", '"')
"""Quotation marks that hang into the margin, so that the words below one another begin at one edge."""


@lru_cache
def locale_of(language: str) -> babel.Locale:
    """Return Babel's locale for *language*; English for one that Babel doesn't know.

    It is kept: each name on a page of many articles asks for it.
    """
    subtags = language_tag(language).split("-")
    for length in range(len(subtags), 0, -1):  # a variant, a region that CLDR has nothing of its own for
        try:
            return babel.Locale.parse("_".join(subtags[:length]))
        except (ValueError, babel.UnknownLocaleError):
            continue
    return babel.Locale("en")


_LEFT_TO_RIGHT = frozenset(CODES) - {"ar"}
"""Languages that are asked for most, and are written one way: Babel loads all that it knows of one to tell."""
_LENGTH_OF_SCRIPT = 4


def direction_of_language(language: str) -> str:
    """Return which way *language* is written: ``ltr`` or ``rtl``."""
    code, *rest = language_tag(language).split("-")
    if code in _LEFT_TO_RIGHT and not any(len(part) == _LENGTH_OF_SCRIPT for part in rest):
        return "ltr"
    return str(locale_of(language).text_direction)


def script_of(language: str) -> str:
    """Return the script that *language* is written in (ISO 15924), by Unicode CLDR's likely subtags: ``Arab`` for ``fa``."""
    locale = locale_of(language)
    if locale.script:
        return str(locale.script)
    likely = get_global("likely_subtags")
    found = likely.get(f"{locale.language}_{locale.territory}") or likely.get(locale.language, "")
    return next((part for part in found.split("_") if re.fullmatch("[A-Z][a-z]{3}", part)), "Latn")


def direction_of(text: str) -> str:
    """Return which way *text* runs, by its first letter: ``ltr``, ``rtl``, or nothing where it has none (UAX 9, P2)."""
    ways = {"L": "ltr", "R": "rtl", "AL": "rtl"}
    return next((ways[kind] for kind in map(unicodedata.bidirectional, text) if kind in ways), "")


def in_small_letters(text: str, language: str) -> str:
    """Return *text* in small letters, with a dot on the i or without one as in the *language* (Unicode Standard, SpecialCasing)."""
    if language.partition("_")[0].partition("-")[0] in DOTLESS:
        text = text.replace("İ", "i").replace("I", "\N{LATIN SMALL LETTER DOTLESS I}")
    return text.lower()


def own_name(language: str) -> str:
    """Return the name of *language* in itself: ``Deutsch``, ``العربية``."""
    return str(locale_of(language).get_language_name() or language)


def social_locale(language: str) -> str:
    """Return *language* with a territory, as the Open Graph protocol has it (``og:locale``): ``en_US`` for ``en``."""
    locale = locale_of(language)
    likely = get_global("likely_subtags").get(locale.language, "").split("_")
    territory = locale.territory or (likely[-1] if len(likely) == 3 else "")
    return f"{locale.language}_{territory}" if territory else locale.language


def long_date(date: datetime.date, language: str) -> str:
    """Return *date* as a sentence of *language* has it, in Unicode CLDR's long form."""
    locale = locale_of(language)
    return _mended(format_date(date, "long", locale=locale), locale)


def byline_date(date: datetime.date, language: str, *, with_day: bool) -> str:
    """Return *date*, or its month and year, as a byline has it: ``May 12 2012``, ``12. Mai 2012``."""
    locale = locale_of(language)
    if locale.language == "en" and not locale.script:
        day = f"{date.day} " if with_day else ""
        return f"{MONTHS[date.month - 1]} {day}{date.year:04}"
    if locale.language in BYLINE_DATES:
        with_it, without = BYLINE_DATES[locale.language]
        return format_date(date, with_it if with_day else without, locale=locale)
    if not with_day:
        return format_skeleton("yMMMM", date, locale=locale)
    return _mended(format_date(date, "long", locale=locale), locale)


def byline_year(date: datetime.date, language: str) -> str:
    """Return the year of *date* as a byline has it: ``2012``, in Chinese and Japanese with their word for it."""
    locale = locale_of(language)
    return (
        format_skeleton("y", date, locale=locale) if locale.language in ("ja", "ko", "zh") else str(date.year)
    )


def _mended(words: str, locale: babel.Locale) -> str:
    words = words.replace(
        "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
    )  # which pdfLaTeX and older CLDR know
    # French counts the first day alone: "1er mai". CLDR doesn't.
    return f"1er{words[1:]}" if locale.language == "fr" and words.startswith("1 ") else words


def comma(language: str) -> str:
    """Return the comma of *language*, and the space after it."""
    return COMMAS.get(locale_of(language).language, ", ")


def colon(language: str) -> str:
    """Return the colon of *language*, and the spaces about it."""
    return COLONS.get(locale_of(language).language, ": ")


def joints(names: Sequence[str], language: str) -> list[str]:
    """Return what stands before each of *names* in a list: nothing, ``, ``, `` and ``."""
    if len(names) < 2:
        return [""] * len(names)
    locale = locale_of(language)
    if locale.language == "en":  # without the comma before "and", as E-IR and the United Kingdom write it
        return ["", *[", "] * (len(names) - 2), " and "]
    patterns = locale.list_patterns["standard"]
    kinds = ["2"] if len(names) == 2 else ["start", *["middle"] * (len(names) - 3), "end"]
    found = [patterns[kind].removeprefix("{0}").removesuffix("{1}") for kind in kinds]
    if locale.language == "es" and _begins_with_the_sound_i(names[-1]):
        found[-1] = found[-1].replace(" y ", " e ")
    return ["", *found]


def _begins_with_the_sound_i(name: str) -> bool:
    start = name.lower()
    return start.startswith(("i", "í", "hi", "hí")) and not start.startswith(("hia", "hie", "ia", "ie"))


def in_capitals(words: str, language: str) -> str:
    """Return *words* in capitals of *language*: letters without one stay, French ordinals stay small, Greek loses its accents."""
    if locale_of(language).language == "el":
        words = unicodedata.normalize(
            "NFC", unicodedata.normalize("NFD", words).replace("\N{COMBINING ACUTE ACCENT}", "")
        )
    parts = re.split(r"((?<=\d)er\b)", words)  # every other one is an ordinal's ending
    return "".join(
        part if number % 2 else "".join(capital(letter, language) for letter in part)
        for number, part in enumerate(parts)
    )


def capital(letter: str, language: str) -> str:
    """Return *letter* as a capital of *language*: Turkish and Azerbaijani dot theirs. A letter without one stays (``ß``)."""
    if letter == "i" and language.partition("_")[0].partition("-")[0] in DOTLESS:
        return "İ"
    upper = letter.upper()
    return upper if len(upper) == 1 else letter
