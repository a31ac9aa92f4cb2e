"""Dates of BibTeX and BibLaTeX: one field in EDTF, or a field for each part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ...text.dates import SHORT_MONTHS, month_number
from ..items import csl_date
from .entries import Remark
from .fields import DATES
from .latex import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model import Item

_MONTH = "|".join(f"{name}[a-z]*" for name in SHORT_MONTHS)
_MONTHS = re.compile(
    rf"({_MONTH}|\d{{1,2}})\.?(?:\s*(?:-+|–|/|and|&)\s*({_MONTH}|\d{{1,2}})\.?)?", re.IGNORECASE
)
_MONTH_DAY = re.compile(
    rf"(?:({_MONTH})\.?\s*(\d{{1,2}})|(\d{{1,2}})\.?\s*({_MONTH})\.?)(?:st|nd|rd|th)?", re.IGNORECASE
)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


def read_dates(values: Mapping[str, str], remarks: list[Remark]) -> Item:
    """Return the dates of an entry; remarks name those parts that can't be read."""
    found: Item = {}
    for field, variable in DATES.items():
        prefix = field.removesuffix("date")
        typed = _typed(values.get(field, ""))
        if values.get(f"{prefix}year") and not re.search(r"\d", typed):  # a season or a month
            values, typed = {f"{prefix}month": typed, **values}, ""
        date = csl_date(typed) if typed else _of_parts(values, prefix, remarks)
        if date:
            found[variable] = date
    return found


def _typed(value: str) -> str:
    r"""Return a date as typed; LaTeX's ``~`` and ``\textasciitilde`` are the tilde of EDTF."""
    return re.sub(r"[{}\\]", "", value.replace("\\textasciitilde", "~")).strip()


def _of_parts(values: Mapping[str, str], prefix: str, remarks: list[Remark]) -> dict[str, Any]:
    year = plain(values.get(f"{prefix}year", "")).replace("\xa0", " ").strip()
    month, day, end = (plain(values.get(f"{prefix}{part}", "")) for part in ("month", "day", "endyear"))
    if not year:
        return {"literal": " ".join(filter(None, (day, month)))} if month else {}
    if end:
        year = f"{year}/{end}"
    date = csl_date(year)
    parts = date.get("date-parts", [])
    if not month or len(parts) != 1 or len(parts[0]) != 1:
        return date
    days = _days(month.replace("\xa0", " "), day)
    if not days:
        remarks.append(Remark(f"{prefix}month: {month!r} is no month: only the year is printed"))
        return date
    return {**date, "date-parts": [[*parts[0], *some] for some in days]}


def _days(month: str, day: str) -> list[list[int]]:
    """Return month and day of the days that *month* and *day* mean: several for a range, none if they can't be read."""
    month = month.strip().rstrip(".")
    if season := _SEASONS.get(month.lower()):
        return [[season]]
    if match := _MONTH_DAY.fullmatch(month):
        return [[month_number(match[1] or match[4]), int(match[2] or match[3])]]
    match = _MONTHS.fullmatch(month)
    if not match:
        return []
    numbers = [number for name in match.groups() if name and (number := _number(name))]
    if len(numbers) == 1 and day.strip().isdecimal() and 1 <= int(day) <= 31:
        return [[numbers[0], int(day)]]
    return [[number] for number in numbers]


def _number(name: str) -> int:
    """Return the number of a month; 0 if there is none."""
    if name.isdecimal():
        return int(name) if 1 <= int(name) <= 12 else 0
    return month_number(name)
