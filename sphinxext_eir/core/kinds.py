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


def name_of_kinds(kind: str, language: str) -> str:
    """Return the name of articles of a *kind* in *language*, over a list of them."""
    _ = words_in(language)
    names = {
        "essay": _("Essays"),
        "review": _("Reviews"),
        "interview": _("Interviews"),
        "opinion": _("Opinions"),
    }
    return names.get(kind, _("Articles"))
