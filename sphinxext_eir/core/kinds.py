"""The kinds of articles by their names for readers."""

from __future__ import annotations

from .languages import words_in


def name_of_kind(kind: str, language: str) -> str:
    """Return the name of a *kind* of article in *language*; nothing for an article of no special kind."""
    _ = words_in(language)
    names = {
        "essay": _("Essay"),
        "review": _("Review"),
        "interview": _("Interview"),
        "opinion": _("Opinion"),
    }
    return names.get(kind, "")
