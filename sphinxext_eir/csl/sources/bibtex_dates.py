"""Dates of BibTeX and BibLaTeX: one field in EDTF, or a field for each part. What isn't printed of them is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..edtf import csl_date, days_of, unsaid_of
from .entries import Remark
from .fields import DATES
from .latex import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model import Item


def read_dates(values: Mapping[str, str], remarks: list[Remark]) -> Item:
    """Return the dates of an entry; remarks name what of them isn't printed. A time of day never is, and isn't named."""
    found: Item = {}
    for field, variable in DATES.items():
        prefix = field.removesuffix("date")
        typed = _typed(values.get(field, ""))
        if values.get(f"{prefix}year") and not re.search(r"\d", typed):  # a season or a month
            values, typed = {f"{prefix}month": typed, **values}, ""
        date = _of_field(field, typed, remarks) if typed else _of_parts(values, prefix, remarks)
        if date:
            found[variable] = date
        year = _part(values, prefix, "year")
        if typed and (other := unsaid_of(year, date)):
            remarks.append(
                Remark(f"{prefix}year: {other!r} isn't printed: {field} says {typed!r}, and counts")
            )
    return found


def _typed(value: str) -> str:
    r"""Return a date as typed; LaTeX's ``~`` and ``\textasciitilde`` are the tilde of EDTF."""
    return re.sub(r"[{}\\]", "", value.replace("\\textasciitilde", "~")).strip()


def _of_field(field: str, typed: str, remarks: list[Remark]) -> dict[str, Any]:
    """Return the date *typed* in one *field*."""
    date = csl_date(typed)
    if unsaid := unsaid_of(typed, date):
        remarks.append(
            Remark(
                f"{field}: {unsaid!r} of {typed!r} isn't printed: it is no part of a date that CSL can say"
            )
        )
    return date


# Fields of parts


def _of_parts(values: Mapping[str, str], prefix: str, remarks: list[Remark]) -> dict[str, Any]:
    """Return the date of ``year``, ``month`` and ``day``, and of its end, whose fields begin with *prefix*."""
    date = _of_some(values, prefix, remarks)
    if f"{prefix}endyear" not in values:
        return date
    end = _of_some(values, f"{prefix}end", remarks)
    words = "–".join(filter(None, (_part(values, prefix, "year"), _part(values, prefix, "endyear"))))
    parts = [*date.get("date-parts", []), *end.get("date-parts", [])]
    if len(parts) != 2:
        return {"literal": words}
    both = {**date, **end, "date-parts": parts}
    if "literal" not in both:
        return both
    if any(len(day) > 1 for day in parts):  # a month is more than the mark of doubt of a year
        return {"date-parts": parts, "circa": True}
    return {**both, "literal": words}


def _of_some(values: Mapping[str, str], prefix: str, remarks: list[Remark]) -> dict[str, Any]:
    year, month, day = (_part(values, prefix, part) for part in ("year", "month", "day"))
    if not year:
        return {"literal": " ".join(filter(None, (day, month)))} if month else {}
    date = _of_field(f"{prefix}year", year, remarks)
    if not month and not day:
        return date
    parts = date.get("date-parts", [])
    days = days_of(month, day) if len(parts) == 1 and len(parts[0]) == 1 else []
    if not days:
        return _without_day(date, year, month, day, prefix, remarks)
    if "literal" in date:  # a day is more than the mark of doubt of its year
        date = {"circa": True}
    return {**date, "date-parts": [[*parts[0], *some] for some in days]}


def _part(values: Mapping[str, str], prefix: str, part: str) -> str:
    return plain(values.get(f"{prefix}{part}", "")).replace("\xa0", " ").strip()


def _without_day(
    date: dict[str, Any], year: str, month: str, day: str, prefix: str, remarks: list[Remark]
) -> dict[str, Any]:
    """Return *date* without a *day* that can't be read, or without both, and say so."""
    if month and day and (kept := days_of(month, "")) and len(date.get("date-parts", [])) == 1:
        remarks.append(Remark(f"{prefix}day: {day!r} is no day of {month!r}: it isn't printed"))
        return {**date, "date-parts": [[*date["date-parts"][0], *some] for some in kept]}
    if month and not days_of(month, ""):
        remarks.append(Remark(f"{prefix}month: {month!r} is no month: only the year is printed"))
    elif month:
        remarks.append(
            Remark(f"{prefix}month: {month!r} has no place beside {year!r}: only the year is printed")
        )
    else:
        remarks.append(Remark(f"{prefix}day: {day!r} has no month: only the year is printed"))
    return date
