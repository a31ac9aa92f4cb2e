"""Years, months, dates, and dates of access, as authors type them."""

from __future__ import annotations

import datetime
import re
from functools import cache

from .characters import WIDE
from .numerals import ROMAN, roman_value
from .patterns import any_of, compile_later
from .vocabularies import CODES, listed, vocabulary, words
from .vocabularies.calendar import month_form, months

NO_DATE, FORTHCOMING = "n.d.", "forthcoming"
"""Words that are cited in place of a year that isn't known, or hasn't come."""

SUFFIX = "[a-zа-яأابجد]"
"""A letter after a year, in Latin, Cyrillic or Arabic, for an expression that ignores case. The Arabic ones of eras, ``2001م``, aren't."""


def _plain(text: str) -> str:
    return re.sub(r"[\s.]", "", text).casefold()


_WITHOUT = {
    **{_plain(word): FORTHCOMING for word in words("forthcoming")},
    **{_plain(word): NO_DATE for word in words("no_date")},
}


def _abbreviation(word: str) -> str:
    """Return an expression for *word*; stops in it may have a space after them, and the last one may be missing."""
    parts = [re.escape(part) for part in re.sub(r"\.\s?", ".", word).rstrip(".").split(".")]
    inner = r"\.\s?".join(part.replace(r"\ ", r"\s") for part in parts)
    return rf"{inner}\b\.?" if "." in word else inner


_DOTTED = sorted((word for word in words("no_date", "en") if "." in word or len(word) < 4), reverse=True)
_DOTTED_ELSEWHERE = sorted(
    {word for field in ("no_date", "forthcoming") for word in words(field) if "." in word} - set(_DOTTED),
    reverse=True,
)
_WHOLE = any_of(
    word
    for field in ("no_date", "forthcoming")
    for word in words(field)
    if word not in (*_DOTTED, *_DOTTED_ELSEWHERE)
)
WITHOUT_YEAR = rf"""(?:{"|".join(map(_abbreviation, _DOTTED))})\b\.?|{_WHOLE}|(?-i:{"|".join(map(_abbreviation, _DOTTED_ELSEWHERE)) or "(?!)"})"""
"""Words that authors type in place of a year, for an expression that ignores case."""

MONTHS = tuple(listed(group)[0] for group in vocabulary("en").months.split("/"))  # type: ignore[union-attr]
"""The months in English, in small letters."""

SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
"""Their abbreviations of three letters, which BibTeX has for names (btxdoc, 2.2)."""

MONTH = any_of(months("en")) + r"\.?"
"""A month in English or its abbreviation, for an expression that ignores case."""

MAIL_DATE = compile_later(
    rf"""(?: (?:mon|tue|wed|thu|fri|sat|sun) ,\s+ )?
         (?P<day>\d\d?) \s+ (?P<month>{MONTH}) \s+ (?P<year>\d{{4}})""",
    re.IGNORECASE | re.VERBOSE,
)
"""RFC 2822's date without its time. ``4/5/2021`` has two meanings."""

_NUMBER = r"(?P<number>[0-3]?\d)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
"""A year in which a page or a newspaper was read: a smaller number beside a month is a page."""


@cache
def _dates(code: str) -> tuple[re.Pattern[str], ...]:
    """Return the forms of a date in the language with this *code*, the fullest first.

    ``01/02/2012`` has the day first, unless that is impossible.
    """
    inner = rf"(?:{any_of(words('date_words', code))}\s+)?" if words("date_words", code) else ""
    ordinal = f"(?:{any_of(('.', 'º', '°', *words('ordinals', code)))})?"
    day, month = rf"(?P<day>[0-3]?\d){ordinal}", rf"(?P<month>{any_of(months(code))}\.?)"
    forms = (
        rf"{day}\s+{inner}{month},?\s+{inner}{_YEAR}",  # 29th of February, 2012
        rf"{month}\s+{day},?\s+{_YEAR}",  # February 29, 2012
        rf"{_YEAR},?\s+{month}\s+{day}",  # 2012, February 29
        rf"{_YEAR}[-/.年]\s?{_NUMBER}[-/.月]\s?(?P<day>[0-3]?\d)日?",  # 2012-02-29
        rf"(?P<day>[0-3]?\d)[-/.]\s?{_NUMBER}[-/.]\s?{_YEAR}",  # 29/02/2012
        rf"(?P<day>[0-3]?\d)[-/.]\s?(?P<roman>{ROMAN})[-/.]\s?{_YEAR}",  # 29-II-2012, as botanists date
        rf"{month},?\s+{inner}{_YEAR}",  # February 2012
        _YEAR,
    )
    return tuple(compile_later(rf"(?<!\w){form}(?!\w)", re.IGNORECASE) for form in forms)


_SEEN = any_of(words("accessed"))
_AROUND = any_of(words("around_accessed"))
ACCESSED = compile_later(
    rf"""(?<![^\W\d_]) (?: {_AROUND} \s+ ){{0,4}}
         (?P<seen> {_SEEN} ) (?![^\W\d_])
         (?: \s+ {_AROUND} \b ){{0,5}} \s* [:,]? \s*""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that authors type before the date of access: ``last accessed on the``, ``Retrieved:``, ``Zugriff am``."""

_FAR = 2500
"""Characters between the words that announce a date of access and the date: a long URL."""

_URL_BETWEEN = compile_later(r"(?:on\s+)?<?https?://\S+\s*", re.IGNORECASE)


def year_word(text: str) -> str:
    """Return ``n.d.`` or ``forthcoming`` for *text*, typed in place of a year."""
    return _WITHOUT.get(_plain(text), FORTHCOMING)


def month_number(name: str) -> int:
    """Return the number, from 1, of the month that *name* names or abbreviates in English."""
    return SHORT_MONTHS.index(name.casefold()[:3]) + 1


def read_date(text: str, code: str = "en") -> datetime.date | None:
    """Return the date that *text* begins with, in the language with this *code*.

    One without a day is the first of its month, or of its year.
    """
    for form in _dates(code):
        if match := form.match(text):
            found = match.groupdict()
            if found.get("number"):
                month, day = int(found["number"]), int(found["day"])
                if month > len(MONTHS) >= day:
                    month, day = day, month  # the American order
            else:
                named = month_form(found.get("month") or "")
                roman = roman_value((found.get("roman") or "").casefold())
                month = roman or months(code).get(named, 1)
                day = int(found.get("day") or 1)
            try:
                return datetime.date(int(found["year"]), month, day)
            except ValueError:
                return None
    return None


@cache
def _codes_of(seen: str) -> tuple[str, ...]:
    """Return the codes of the languages that have *seen* among the words before a date of access."""
    return tuple(code for code in CODES if seen in {word.casefold() for word in words("accessed", code)})


def access_date(text: str) -> datetime.date | None:
    """Return the date on which an author saw the page, as typed in *text*: ``(accessed February 29, 2012)``."""
    for match in ACCESSED.finditer(text):
        rest = text[match.end() : match.end() + _FAR].translate(WIDE)
        rest = _URL_BETWEEN.sub("", rest, count=1) if _URL_BETWEEN.match(rest) else rest
        for code in _codes_of(" ".join(match["seen"].casefold().split())):
            if date := read_date(rest, code):
                return date
    return None
