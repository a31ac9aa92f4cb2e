"""The kinds of articles by their names for readers."""

from __future__ import annotations

from sphinx.locale import get_translation

_ = get_translation("sphinxext_eir")


def name_of_kind(kind: str) -> str:
    """Return the name of a *kind* of article; nothing for an article of no special kind."""
    names = {
        "essay": _("Essay"),
        "review": _("Review"),
        "interview": _("Interview"),
        "opinion": _("Opinion"),
    }
    return names.get(kind, "")
