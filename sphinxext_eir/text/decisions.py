"""Decisions as tables: rows of criteria with names. The first that holds decides, and its name is the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Case = TypeVar("Case")
Verdict = TypeVar("Verdict")


class Criterion(NamedTuple, Generic[Case, Verdict]):
    """A row of a table of decisions."""

    name: str
    """The reason, as a person is told it."""
    holds: Callable[[Case], bool]
    then: Verdict


def decide(criteria: Iterable[Criterion[Case, Verdict]], case: Case) -> Criterion[Case, Verdict] | None:
    """Return the first of *criteria* that holds for *case*, or nothing if none does."""
    return next((criterion for criterion in criteria if criterion.holds(case)), None)
