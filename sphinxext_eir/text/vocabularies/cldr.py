"""What Unicode CLDR knows of a language, by Babel: states and cities."""

from __future__ import annotations

from functools import cache


@cache
def places(code: str) -> frozenset[str]:
    """Return the states, regions and cities whose name is one word, in small letters."""
    import babel  # all that it knows of a language costs time and memory, and English does without it

    locale = babel.Locale(code)
    cities = (zone.get("city", "") for zone in locale.time_zones.values())
    return frozenset(
        name.casefold() for name in (*locale.territories.values(), *cities) if name and " " not in name
    )
