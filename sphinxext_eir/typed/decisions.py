"""Decisions as tables: the first row that holds decides, and its name is the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

C = TypeVar("C")


class Rule(NamedTuple, Generic[C]):
    """A row of a decision."""

    reason: str
    holds: Callable[[C], bool]
    verdict: bool


def decide(rules: Sequence[Rule[C]], case: C) -> Rule[C] | None:
    """Return the first of *rules* that holds in a *case*; nothing if none does."""
    return next((rule for rule in rules if rule.holds(case)), None)
