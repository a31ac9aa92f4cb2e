"""Names and days as lines of websites say them → names as fields have them, and days as ISO 8601."""

from __future__ import annotations

import re

from ....text.dates import month_number, read_date
from ....text.fields import FieldError
from ....text.frontmatter import FIELDS
from ....text.patterns import any_of
from ....text.vocabularies import CODES, folded_words, words
from ...wording import folded

_BEFORE_NAME = re.compile(rf"^{any_of((*words('by'), *words('posted_by')))}[\s:：]+", re.IGNORECASE)


def author_name(text: str) -> str:
    """Return a name as bylines have it: without *by* and semicolons, and not all in capitals."""
    name = _BEFORE_NAME.sub("", " ".join(text.split()))
    name = re.sub(r"\s*[;|].*$|,\s+The\s.*$", "", name).strip(" ,.:–—-")  # Jane Doe, The Associated Press
    return "" if name.casefold() in folded_words("accounts") or "@" in name else name


_ISO = re.compile(
    r"""  (\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)    # 2019-03-14, 2019/3
        | (\d{4})(\d{2})(\d{2})(?:T|$)                      # 20190314
        | (\d{4})$                                          # 2019
    """,
    re.VERBOSE,
)
_ENGLISH = re.compile(
    r"""(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?       # 14th
        ([A-Za-z]{3,9})\.?\s+                   # March
        (?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?     # 14th,
        (\d{4})
    """,
    re.VERBOSE,
)


def iso_day(text: str) -> str:
    """Return a date as ISO 8601, or nothing."""
    text = text.strip()
    if match := _ISO.match(text):
        year, month, day = match[1] or match[4] or match[7], match[2] or match[5], match[3] or match[6]
        parts = [year, *(f"{int(part):02}" for part in (month, day) if part)]
    elif match := _ENGLISH.search(text):
        try:
            month = f"{month_number(match[2]):02}"
        except (KeyError, ValueError, TypeError):
            return ""
        parts = [match[4], month, *(f"{int(part):02}" for part in (match[1] or match[3],) if part)]
    else:
        return ""
    day_said = "-".join(parts)
    try:
        FIELDS["date"].read(day_said)
    except FieldError:
        return ""
    return day_said


_AMBIGUOUS = re.compile(r"(?:0?\d|1[012])/(?:0?\d|1[012])/\d{4}")
"""``01/02/2012`` is another day in America."""


def day_in(text: str) -> str:
    """Return the date that stands in a short *text* of any language, as ISO 8601, or nothing."""
    found = iso_day(text)
    if len(found) == len("2019-03-14"):
        return found
    for match in list(re.finditer(r"(?<!\w)\w", text))[:FIRST_WORDS]:
        rest = text[match.start() :]
        if len(re.findall(r"\d+", rest)) > 1 and not _AMBIGUOUS.match(rest):
            day = next((day for code in CODES if (day := read_date(rest, code))), None)
            if day:
                return day.isoformat()
    return found


FIRST_WORDS = 6
"""Words before a date, such as its day of the week, and its own."""


_BETWEEN_PEOPLE = re.compile(rf";\s|,?\s{any_of(words('conjunctions'))}\s")


def people(text: str) -> frozenset[frozenset[str]]:
    """Return the people of a byline, each as the words of the name, whose order may differ."""
    return frozenset(
        frozenset(re.findall(r"[^\W\d_]{2,}", folded(name))) for name in _BETWEEN_PEOPLE.split(text)
    )
