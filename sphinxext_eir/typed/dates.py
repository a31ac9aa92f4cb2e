"""Dates as authors type them in English, of access above all."""

from __future__ import annotations

import datetime
import re

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

_MONTH = r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_NUMBER = r"(?P<{0}>[0-3]?\d)"

_FORMS = (
    rf"{_DAY.format('day')}\s+(?:of\s+)?{_MONTH.format('month')},?\s+{_YEAR.format('year')}",
    rf"{_MONTH.format('month')}\s+{_DAY.format('day')},?\s+{_YEAR.format('year')}",
    rf"{_YEAR.format('year')},?\s+{_MONTH.format('month')}\s+{_DAY.format('day')}",
    rf"{_YEAR.format('year')}[-/.]{_NUMBER.format('number')}[-/.]{_DAY.format('day')}",
    rf"{_DAY.format('day')}[-/.]{_NUMBER.format('number')}[-/.]{_YEAR.format('year')}",
    rf"{_MONTH.format('month')},?\s+{_YEAR.format('year')}",
    rf"{_YEAR.format('year')}",
)
DATES = tuple(re.compile(rf"(?<!\w){form}(?!\w)", re.IGNORECASE) for form in _FORMS)
"""The forms of a date, the fullest first. ``01/02/2012`` has the day first, unless it can't be one."""

ACCESSED = re.compile(
    r"\b(?:(?:last|date|first|page|website|site|was)\s+){0,4}"
    r"(?:accessed|access date|date of access|retrieved|viewed|visited|consulted|checked|cited|seen)\b"
    r"(?:\s+(?:last|online|at|from)){0,3}(?:\s+on)?(?:\s+the)?\s*[:,]?\s*",
    re.IGNORECASE,
)
"""What comes before the date of access."""

_FAR = 2500
"""Characters between what says that a date of access follows, and the date: a long URL."""

_URL_BETWEEN = re.compile(r"(?:on\s+)?<?https?://\S+\s*", re.IGNORECASE)


def read_date(text: str) -> datetime.date | None:
    """Return the date that *text* begins with; one without a day is the first of its month, or of its year."""
    for form in DATES:
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


def month_number(name: str) -> int:
    """Return the number of the month that *name* names or abbreviates."""
    start = name.casefold()[:3]
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(start))


def access_date(text: str) -> datetime.date | None:
    """Return the date on which an author saw the page, as typed in *text*: ``(accessed February 29, 2012)``."""
    for match in ACCESSED.finditer(text):
        rest = text[match.end() : match.end() + _FAR]
        if date := read_date(_URL_BETWEEN.sub("", rest, count=1) if _URL_BETWEEN.match(rest) else rest):
            return date
    return None
