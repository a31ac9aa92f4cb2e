"""What Unicode CLDR knows of a language, by Babel: months, days of the week, states and cities."""

from __future__ import annotations

from functools import cache
from typing import Any

from . import all_vocabularies, listed, vocabulary

_MONTHS = 12


@cache
def months(code: str) -> dict[str, int]:
    """Return the months of the language with this *code*: each form in small letters, without a stop → its number from 1."""
    found = vocabulary(code)
    assert found
    groups = found.months.split("/")
    forms = {form.casefold(): n for n, group in enumerate(groups, 1) for form in listed(group)}
    if all(group.strip() for group in groups) and len(groups) == _MONTHS:
        return forms  # complete as it is, and Babel needn't be loaded
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in _locale(code).months[context][width].items():
                forms.setdefault(name.casefold().rstrip("."), number)
    return {**{form.replace("ı", "i"): number for form, number in forms.items()}, **forms}


def month_form(name: str) -> str:
    """Return the *name* of a month as these tables have it: the small letter of a Turkish İ has a dot more, and that of I one too many."""
    return name.casefold().replace("i\u0307", "i").rstrip(".")


@cache
def all_months() -> dict[str, int]:
    """Return the months of all languages. A form that two languages have for different months is English, or else the first one's."""
    forms: dict[str, int] = {}
    for one in all_vocabularies():
        for form, number in months(one.code).items():
            forms.setdefault(form, number)
    return forms


@cache
def days(code: str) -> frozenset[str]:
    """Return the days of the week, in small letters."""
    return frozenset(
        name.casefold()
        for context in ("format", "stand-alone")
        for name in _locale(code).days[context]["wide"].values()
    )


@cache
def places(code: str) -> frozenset[str]:
    """Return the states, regions and cities whose name is one word, in small letters."""
    locale = _locale(code)
    cities = (zone.get("city", "") for zone in locale.time_zones.values())
    return frozenset(
        name.casefold() for name in (*locale.territories.values(), *cities) if name and " " not in name
    )


def _locale(code: str) -> Any:
    import babel  # costs time, and English does without it

    return babel.Locale(code)
