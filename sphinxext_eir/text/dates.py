"""Years, months, dates, and dates of access, as authors type them in English."""

from __future__ import annotations

import datetime
import re

from .patterns import any_of

YEAR = r"(?:1[5-9]|20)\d\d"
"""A year of a publication; a number outside is a resolution's, or a page's."""

NO_DATE, FORTHCOMING = "n.d.", "forthcoming"
"""Words that are cited in place of a year that isn't known, or hasn't come."""

_NOT_YET = any_of(("no date", "undated", "forthcoming", "in press", "in print", "to appear"))
WITHOUT_YEAR = rf"n\.?\s?d\b\.?|{_NOT_YET}|(?-i:s\.\s?d\.)"
"""Words that authors type in place of a year, for an expression that ignores case."""

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
"""The months in English, in small letters."""

SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
"""Their abbreviations of three letters, which BibTeX has for names (btxdoc, 2.2)."""

MONTH = any_of({*MONTHS, *SHORT_MONTHS, "sept"}) + r"\.?"
"""A month or its abbreviation, for an expression that ignores case."""

_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_MONTH = rf"(?P<month>{MONTH})"
_NUMBER = r"(?P<number>[0-3]?\d)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
"""A year in which a page or a newspaper was read: a smaller number beside a month is a page."""

_FORMS = (
    rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",  # 29th of February, 2012
    rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",  # February 29, 2012
    rf"{_YEAR},?\s+{_MONTH}\s+{_DAY}",  # 2012, February 29
    rf"{_YEAR}[-/.]{_NUMBER}[-/.]{_DAY}",  # 2012-02-29
    rf"{_DAY}[-/.]{_NUMBER}[-/.]{_YEAR}",  # 29/02/2012
    rf"{_MONTH},?\s+{_YEAR}",  # February 2012
    _YEAR,
)
_DATES = tuple(re.compile(rf"(?<!\w){form}(?!\w)", re.IGNORECASE) for form in _FORMS)
"""The forms of a date, the fullest first. ``01/02/2012`` has the day first, unless that is impossible."""

_SEEN = any_of((
    "accessed", "access date", "date of access", "retrieved", "viewed", "visited", "consulted", "checked", "cited", "seen",
))  # fmt: skip
ACCESSED = re.compile(
    rf"""\b (?: (?:last|date|first|page|website|site|was) \s+ ){{0,4}}
         {_SEEN} \b
         (?: \s+ (?:last|online|at|from) ){{0,3}} (?: \s+ on )? (?: \s+ the )? \s* [:,]? \s*""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that authors type before the date of access: ``last accessed on the``, ``Retrieved:``."""

_FAR = 2500
"""Characters between the words that announce a date of access and the date: a long URL."""

_URL_BETWEEN = re.compile(r"(?:on\s+)?<?https?://\S+\s*", re.IGNORECASE)


def year_word(text: str) -> str:
    """Return ``n.d.`` or ``forthcoming`` for *text*, typed in place of a year."""
    plain = re.sub(r"[\s.]", "", text).casefold()
    return NO_DATE if plain in {"nd", "nodate", "undated", "sd"} else FORTHCOMING


def month_number(name: str) -> int:
    """Return the number, from 1, of the month that *name* names or abbreviates."""
    return SHORT_MONTHS.index(name.casefold()[:3]) + 1


def read_date(text: str) -> datetime.date | None:
    """Return the date that *text* begins with; one without a day is the first of its month, or of its year."""
    for form in _DATES:
        if match := form.match(text):
            found = match.groupdict()
            if found.get("number"):
                month, day = int(found["number"]), int(found["day"])
                if month > len(MONTHS) >= day:
                    month, day = day, month  # the American order
            else:
                month = month_number(found["month"]) if found.get("month") else 1
                day = int(found.get("day") or 1)
            try:
                return datetime.date(int(found["year"]), month, day)
            except ValueError:
                return None
    return None


def access_date(text: str) -> datetime.date | None:
    """Return the date on which an author saw the page, as typed in *text*: ``(accessed February 29, 2012)``."""
    for match in ACCESSED.finditer(text):
        rest = text[match.end() : match.end() + _FAR]
        if date := read_date(_URL_BETWEEN.sub("", rest, count=1) if _URL_BETWEEN.match(rest) else rest):
            return date
    return None
