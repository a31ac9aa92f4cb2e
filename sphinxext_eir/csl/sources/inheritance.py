"""What an entry of BibLaTeX takes from the entries that it names as its parents (the manual, 2.4.1 and appendix B)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .fields import DATE_PARTS, DATES

if TYPE_CHECKING:
    from collections.abc import Mapping

OWN = frozenset(
    """
    ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring relatedtype
    shorthand shorthandintro sortkey
    """.split()
)
"""Fields that belong to one entry alone."""
OF_TITLE = frozenset(("shorttitle", "sorttitle", "indextitle", "indexsorttitle"))
"""Fields about a title, which isn't the heir's title."""
MANY_VOLUMES = frozenset(("mvbook", "mvcollection", "mvproceedings", "mvreference"))
PARTS = frozenset(
    "inbook bookinbook suppbook incollection suppcollection inproceedings conference inreference".split()
)
"""Kinds of entries that are part of a book."""


def parents_of(values: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the parents that an entry with *values* names, each with the field that names it."""
    return [
        (field, key)
        for field in ("xdata", "crossref")
        for part in values.get(field, "").split(",")
        if (key := part.strip())
    ]


def inherited(
    kind: str, values: Mapping[str, str], parent: str, given: Mapping[str, str], *, whole: bool
) -> dict[str, str]:
    """Return the *values* of an entry of this *kind* with those that a *parent* of another kind has *given*.

    A parent of ``xdata`` gives all, under the same names: *whole*.
    """
    found = dict(values)
    has_date = {date for field in values if (date := DATE_PARTS.get(field, field)) in DATES}
    for field, value in given.items():
        if field in OWN or DATE_PARTS.get(field, field) in has_date:
            continue
        for name in (field,) if whole else _names(kind, parent, field):
            found.setdefault(name, value)
    return found


def _names(kind: str, parent: str, field: str) -> tuple[str, ...]:
    """Return the names under which an entry of a *kind* takes a *field* of its *parent*."""
    prefix = _prefix(kind, parent)
    if (
        field == "author"
        and parent in ("mvbook", "book")
        and (kind in ("inbook", "bookinbook", "suppbook") or prefix)
    ):
        return ("bookauthor", "author") if kind not in ("incollection", "inproceedings") else ("bookauthor",)
    if not prefix:
        return (field,)
    if field in OF_TITLE:
        return ()
    return (f"{prefix}{field}",) if field in ("title", "subtitle", "titleaddon") else (field,)


def _prefix(kind: str, parent: str) -> str:
    """Return what distinguishes the title of a *parent* in an entry of a *kind*: ``book``, ``main`` or ``journal``."""
    if parent in MANY_VOLUMES:
        return "" if kind in MANY_VOLUMES else "main"
    if parent == "periodical":
        return "journal" if kind in ("article", "suppperiodical") else ""
    return "book" if kind in PARTS and parent not in PARTS else ""
