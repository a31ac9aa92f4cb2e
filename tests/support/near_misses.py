"""What just misses the criteria of a table of decisions: cases that each lack one thing that a criterion asks for.

Examples that criteria decide are in ``pdf_criteria.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .pdf_criteria import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def cases(tables: Mapping[str, Mapping[str, Sequence[Any]]]) -> list[tuple[str, str, Any]]:
    """Return table, criterion and each case, given the cases of criteria by their tables."""
    return [
        (table, criterion, case)
        for table, criteria in tables.items()
        for criterion, lacking in criteria.items()
        for case in lacking
    ]


def misses(table: str, criterion: str, case: object) -> bool:
    """Say if a *case* misses the *criterion* of a *table*."""
    (row,) = (row for row in TABLES[table][0] if row.name == criterion)
    return not row.holds(case)
