"""The locale that dates are written in."""

from __future__ import annotations

import babel


def locale_of(language: str) -> babel.Locale:
    """Return Babel's locale for the project's *language*; English for one that Babel doesn't know."""
    try:
        return babel.Locale.parse(language.replace("-", "_"))
    except (ValueError, babel.UnknownLocaleError):
        return babel.Locale("en")
