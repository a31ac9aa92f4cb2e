"""The months and the days of the week in each language."""

from __future__ import annotations

from functools import cache

from . import all_vocabularies, listed, vocabulary


@cache
def months(code: str) -> dict[str, int]:
    """Return the months of the language with this *code*: each form in small letters, without a stop → its number from 1."""
    found = vocabulary(code)
    assert found
    groups = found.months.split("/")
    forms = {form.casefold(): n for n, group in enumerate(groups, 1) for form in listed(group)}
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
    found = vocabulary(code)
    assert found
    return frozenset(listed(found.days))
