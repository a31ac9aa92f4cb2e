"""A date in EDTF (ISO 8601-2:2019, all levels), or as an author types it → a date of CSL-JSON.

CSL has days, intervals and *circa*. What else EDTF says stands in words: ``1998?``, ``[1667, 1668]``. Such words are printed in
place of the parts of a date, which still sort it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from ..text.dates import SHORT_MONTHS, month_number

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_WORDS = 5_000
CIRCA = re.compile(r"(?:c\.|ca\.?|circa)\s*(?=[\d-])", re.IGNORECASE)
DOUBT = re.compile(r"[~?%]")
TIME = re.compile(r"[T ]\d\d(?::?\d\d){0,2}(?:\.\d+)?\s*(?:Z|[+-]\d\d(?::?\d\d)?)?(?=\s*/|$)", re.IGNORECASE)
"""A time of day, which CSL has no place for, and no style prints."""
_NOTHING_KNOWN = re.compile(r"[Xu]{4}", re.IGNORECASE)
_OPEN = ("", "..", "open", "unknown")
"""Ends of intervals that aren't known or haven't come, in EDTF and in its drafts."""
_UNKNOWN_PART = re.compile(r"-(?:XX|uu)(?=[-/]|$)", re.IGNORECASE)
_DAY = re.compile(
    r"(-?\d{4})(?:S(\d))?(?:-(\d{1,2})(?:-(\d{1,2}))?|/(\d{1,2})(?:/(\d{1,2}))?)?", re.IGNORECASE
)
_UNKNOWN_YEAR = re.compile(r"(-?)(\d{2,3})([Xux]{1,2})")
_LONG_YEAR = re.compile(r"Y?(-?)(\d+)(?:E(\d{1,2}))?(?:S\d+)?", re.IGNORECASE)
_INTERVAL = re.compile(r"(.*?)\s*(?:/|--|–)\s*(.*)|(\d{4})\s*-\s*(\d{4}|)")
_MEMBERS = re.compile(r"([\[{])(.*)[\]}]")
_MONTHS, _SEASONS, _SEASONS_BY_HEMISPHERE = range(1, 13), range(21, 25), range(25, 33)


class _Bound(NamedTuple):
    """One day, month or year, or the beginning or end of an interval."""

    parts: list[int]
    """Year, month and day, as far as they are known; a season stands for the month, as in EDTF."""
    doubted: bool
    circa: bool

    @property
    def words(self) -> str:
        """The year, with the mark of doubt that editors set in any language."""
        return f"{self.parts[0]}{'?' if self.doubted or self.circa else ''}"


def csl_date(text: str) -> dict[str, Any]:
    """Return the date of CSL-JSON that *text* means. A date that can't be read has words only, and one of which nothing is known is empty.

    A year about which there is doubt has words, ``1998?``; a day or month, which would be lost in them, is *circa*.
    """
    text = text.strip()
    if not text or _NOTHING_KNOWN.fullmatch(text):
        return {}
    plain = CIRCA.sub("", text, count=1)
    date = _of_set(plain) or _one(plain) or _interval(plain) or _in_words(plain)
    if not date:
        return {"literal": _long_year(text) or text[:LONGEST_WORDS]}
    if plain != text:
        date["circa"] = True
    return date


def _one(text: str) -> dict[str, Any]:
    """Return the day, month or year that *text* is; a year of which a digit isn't known is an interval."""
    first, last = _bound(text, last=False), _bound(text, last=True)
    if first is None or last is None:
        return {}
    return _date([first] if first.parts == last.parts else [first, last])


def _interval(text: str) -> dict[str, Any]:
    """Return the interval that *text* is."""
    match = _INTERVAL.fullmatch(text)
    if not match:
        return {}
    typed = [part.strip() for part in match.groups() if part is not None]
    begin, end = (
        None if part.lower() in _OPEN else _bound(part, last=last)
        for part, last in zip(typed, (False, True), strict=True)
    )
    unread = [
        part
        for part, bound in zip(typed, (begin, end), strict=True)
        if not bound and part.lower() not in _OPEN
    ]
    known = [bound for bound in (begin, end) if bound]
    if unread or not known:
        return {}
    date = _date(known)
    if len(known) == 1:
        date["literal"] = f"{begin.words if begin else ''}–{end.words if end else ''}"
    return date


def _date(bounds: list[_Bound]) -> dict[str, Any]:
    """Return the date of one bound or of two."""
    date: dict[str, Any] = {"date-parts": [bound.parts for bound in bounds]}
    if any(bound.circa for bound in bounds):
        date["circa"] = True
    if any(bound.doubted for bound in bounds):
        if all(len(bound.parts) == 1 for bound in bounds):
            date["literal"] = "–".join(dict.fromkeys(bound.words for bound in bounds))
            date.pop("circa", None)
        else:
            date["circa"] = True
    return date


def _bound(text: str, *, last: bool) -> _Bound | None:
    """Return what *text* is, without its time of day: the *last* or the first year, where a digit isn't known; ``None`` if it is neither."""
    plain = _UNKNOWN_PART.sub("", DOUBT.sub("", TIME.sub("", text)).strip())
    doubted, circa = bool(re.search("[?%]", text)), bool(re.search("[~%]", text))
    if match := _UNKNOWN_YEAR.fullmatch(plain):
        sign, digits, unknown = match.groups()
        if len(digits) + len(unknown) != 4:
            return None
        digit = "9" if last != bool(sign) else "0"
        plain = f"{sign}{digits}{digit * len(unknown)}"
    match = _DAY.fullmatch(plain)
    if not match:
        return None
    year, significant, *rest = match.groups()
    parts = [_year(year), *(int(part) for part in rest if part)]
    return _Bound(_possible(parts), doubted, circa or bool(significant))


def _year(text: str) -> int:
    """Return the year of CSL, which has no year 0: EDTF's year 0 is the first before Christ."""
    year = int(text)
    return year if year > 0 else year - 1


def _possible(parts: list[int]) -> list[int]:
    """Return *parts* as far as they are possible. Seasons of a hemisphere (25 to 32) are seasons."""
    year, month, *day = [*parts, 0][: max(2, len(parts))]
    if month in _SEASONS_BY_HEMISPHERE:
        month = 21 + (month - 25) % 4
    if month not in _MONTHS:
        return [year, month] if month in _SEASONS else [year]
    return [year, month, *(number for number in day if 1 <= number <= 31)]


def _of_set(text: str) -> dict[str, Any]:
    """Return the date of a set: of all its years, ``{1667,1668}``, or of one of them, ``[1667,1670..1672]``, which keeps its brackets."""
    match = _MEMBERS.fullmatch(text)
    if not match:
        return {}
    bracket, inner = match.groups()
    members = [[end.strip() for end in member.split("..")] for member in inner.split(",")]
    ends = [end for member in members for end in member if end]
    bounds = [bound for end in ends if (bound := _bound(end, last=False))]
    if len(bounds) != len(ends) or not bounds or any(len(member) > 2 for member in members):
        return {}
    years = sorted(bound.parts[0] for bound in bounds)
    said = ", ".join(map("–".join, members))
    date: dict[str, Any] = {"date-parts": [[year] for year in dict.fromkeys((years[0], years[-1]))]}
    return {**date, "literal": f"[{said}]" if bracket == "[" else said}


# What isn't said


def unsaid_of(typed: str, date: Mapping[str, Any]) -> str:
    """Return the first number of *typed* that isn't in what is printed of *date*, its words or its parts; nothing if all are.

    Not asked for are times of day, which no style prints, and how many digits of an estimated year count (``S2``).
    """
    numbers = re.findall(r"(?<!S)\d+", TIME.sub("", typed))
    return next(
        (number for number in numbers if date and int(number) and not _is_said(number, typed, date)), ""
    )


def _is_said(number: str, typed: str, date: Mapping[str, Any]) -> bool:
    """Say if *date* has a *number* of what was *typed*; years before Christ are counted otherwise, and seasons numbered."""
    if "literal" in date:
        return number in str(date["literal"])
    parts = [part for day in date.get("date-parts", ()) for part in day]
    if f"-{number}" in typed and any(part < 0 for part in parts):
        return True
    season = int(number) in _SEASONS_BY_HEMISPHERE and any(part in _SEASONS for part in parts)
    return season or any(str(abs(part)).startswith(number.lstrip("0")) for part in parts)


# Months in words

_MONTH = "|".join(f"{name}[a-z]*" for name in SHORT_MONTHS)
_MONTHS_OR_NUMBERS = re.compile(
    rf"({_MONTH}|\d{{1,2}})\.?(?:\s*(?:-+|–|/|and|&)\s*({_MONTH}|\d{{1,2}})\.?)?", re.IGNORECASE
)
_MONTH_AND_DAY = re.compile(
    rf"(?:({_MONTH})\.?\s*(\d{{1,2}})|(\d{{1,2}})\.?\s*({_MONTH})\.?)(?:st|nd|rd|th)?", re.IGNORECASE
)
_DAYS = re.compile(r"(\d{1,2})(?:\s*(?:-+|–|/)\s*(\d{1,2}))?")
_SEASON_NAMES = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_WITH_YEAR = re.compile(r"(\d{4}),?\s+(.+)|(.+?),?\s+(\d{4})", re.DOTALL)


def _in_words(text: str) -> dict[str, Any]:
    """Return the date that English words and a year say: ``3 May 1999``, ``Spring 1999``, ``1999, September/October``."""
    match = _WITH_YEAR.fullmatch(text)
    if not match:
        return {}
    year, month = match[1] or match[4], match[2] or match[3]
    days = days_of(month, "") if re.search("[^\\W\\d_]", month) else []
    return {"date-parts": [[int(year), *some] for some in days]} if days else {}


def days_of(month: str, day: str) -> list[list[int]]:
    """Return month and day of the days that *month* and *day* mean: several for a range, none if they can't be read."""
    month = month.strip().rstrip(".")
    if season := _SEASON_NAMES.get(month.lower()):
        return [] if day else [[season]]
    if match := _MONTH_AND_DAY.fullmatch(month):
        number = int(match[2] or match[3])
        return [[month_number(match[1] or match[4]), number]] if not day and 1 <= number <= 31 else []
    match = _MONTHS_OR_NUMBERS.fullmatch(month)
    if not match:
        return []
    months = [number for name in match.groups() if name and (number := _number(name))]
    if not day:
        return [[number] for number in months]
    days = _DAYS.fullmatch(day)
    numbers = [int(number) for number in days.groups() if number] if days else []
    if not months or not numbers or not all(1 <= number <= 31 for number in numbers):
        return []
    months = [months[0], months[-1]][: len(numbers)]
    return (
        [[month, number] for month, number in zip(months, numbers, strict=True)]
        if len(months) == len(numbers)
        else []
    )


def _number(name: str) -> int:
    """Return the number of a month; 0 if there is none."""
    if name.isdecimal():
        return int(name) if 1 <= int(name) <= 12 else 0
    return month_number(name)


def _long_year(text: str) -> str:
    """Return a year of more than four digits (``Y170000002``, ``Y-17E7``) in digits; nothing for anything else."""
    match = _LONG_YEAR.fullmatch(text)
    if not match or not text[:1].isalpha():
        return ""
    sign, digits, power = match.groups()
    return f"{'−' if sign else ''}{digits}{'0' * int(power or 0)}"
