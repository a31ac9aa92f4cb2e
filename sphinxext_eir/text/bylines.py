"""Bylines: authors and dates in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .languages import byline_date, byline_year, joints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .article import Date


def joined(names: Sequence[str], language: str) -> str:
    """Return *names* in a line: ``A, B and C``."""
    return "".join(f"{before}{name}" for before, name in zip(joints(names, language), names, strict=True))


def localised(date: Date, language: str) -> str:
    """Return *date* in words of *language*, as far as it is known: ``May 12 2012`` in English, as E-IR writes it."""
    if date.month is None:
        return byline_year(date.first_day(), language)
    return byline_date(date.first_day(), language, with_day=date.day is not None)
