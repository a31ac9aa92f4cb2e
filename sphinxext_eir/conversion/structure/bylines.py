"""Bylines and lines of dates, as text: who wrote an article, and when."""

from __future__ import annotations

import re

from ...text.characters import WIDE
from ...text.fields import FieldError, read_date
from ...text.names import PARTICLES
from ...text.patterns import any_of
from ...text.vocabularies import CODES, words
from ...text.vocabularies.calendar import all_months, days, month_form
from .. import rules
from ..names import goes_on
from ..wording import whole

_LONGEST_BYLINE = 200


_LONGEST_INITIAL = 2
"""Letters before a full stop: *J.*, *Th.*, *Dr.*"""


_SMALL = frozenset((*PARTICLES, *words("conjunctions")))
_SMALL_OF_INSTITUTIONS = frozenset((*words("connectives"), *words("where"), *words("definite")))
"""Words without a capital in the name of an author, and of an institution."""


_BROKEN_OFF = re.compile(
    rf"(?:{any_of(all_months())}\.?(?: \d{{1,2}})?|\b{any_of((*words('by'), *words('updated'), *words('translated_by')))}) ?[,:]?$",
    re.IGNORECASE,
)
"""The end of a line within a byline's date, or before what it announces."""


_LONGEST_END = 100
"""Characters of such an end, and more: nothing before them is looked at."""


_DAYS = frozenset(word.casefold() for code in CODES for day in days(code) for word in day.split())
"""Days of the week, which stand before dates."""


def breaks_off(text: str) -> bool:
    """Say if a byline that ends with the line *text* goes on in the next: ``By Jane Doe and``, ``Jane Doe (University``."""
    return (
        goes_on(text)
        or text.count("(") > text.count(")")
        or bool(_BROKEN_OFF.search(text := text.rstrip(), max(len(text) - _LONGEST_END, 0)))
    )


def byline_in(text: str) -> re.Match[str] | None:
    """Find names and a date in *text*, if it is a byline: without a sentence in it."""
    match = whole(rules.BYLINE, text) if len(text) <= _LONGEST_BYLINE else None
    if not match or iso_date(match) is None:
        return None
    if not _is_date(match["updated"]) or (match["translators"] and _has_sentence(match["translators"])):
        return None
    names = match["names"]
    if _DAYS.issuperset(word.casefold() for word in re.findall(r"[^\W\d_]+", names)):
        return None  # Thursday, May 19, 2022
    small = _SMALL | _SMALL_OF_INSTITUTIONS if whole(rules.AFFILIATIONS, names) else _SMALL
    capital = all(not part[:1].islower() or part.lower() in small for part in re.findall(r"[^\W\d_]+", names))
    return match if capital and not _has_sentence(names) else None


def _has_sentence(names: str) -> bool:
    """Say if *names* has more than names: a number, or a stop that doesn't end an initial or a title."""
    ended = re.findall(r"([^\W\d_]*)[.!?:;]\s+\w", names)
    return bool(re.search(r"\d", names)) or any(
        len(word) > _LONGEST_INITIAL and word.lower() not in rules.ABBREVIATED for word in ended
    )


def date_in(text: str) -> re.Match[str] | None:
    """Find the date in *text*, if it is nothing else."""
    match = whole(rules.DATE_LINE, text)
    if not match or iso_date(match) is None or not _is_date(match["updated"]):
        return None
    return None if match["translators"] and _has_sentence(match["translators"]) else match


def _is_date(text: str | None) -> bool:
    """Say if *text*, where there is one, is a date and nothing else."""
    return text is None or date_in(text) is not None


def updated_in(match: re.Match[str]) -> str:
    """Return the date of the last change in a byline or a line of dates; nothing without one."""
    found = date_in(match["updated"] or "")
    return iso_date(found) or "" if found else ""


def iso_date(match: re.Match[str]) -> str | None:
    """Return the date that a rule has found, or nothing if there is no such day."""
    groups = match.groupdict()
    for number in "123456":
        if groups.get(f"year{number}"):
            month = month_form(groups[f"month{number}"])
            number_of_month = int(month) if month.isdecimal() else all_months()[month]
            day = groups.get(f"day{number}")
            year = groups[f"year{number}"].translate(WIDE)
            written = f"{year}-{number_of_month:02}" + (f"-{int(day):02}" if day else "")
            try:
                return str(read_date(written))
            except FieldError:
                return None
    return None
