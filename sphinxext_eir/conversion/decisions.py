"""Decisions as data: tables of criteria with names, and the record of which criterion decided what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Case = TypeVar("Case")
Verdict = TypeVar("Verdict")


@dataclass(frozen=True, slots=True)
class Criterion(Generic[Case, Verdict]):
    """A row of a table of decisions. The rows stand in order: the first that holds decides."""

    name: str
    """The reason, as a person is told it."""
    holds: Callable[[Case], bool]
    then: Verdict


def decide(criteria: Iterable[Criterion[Case, Verdict]], case: Case) -> Criterion[Case, Verdict] | None:
    """Return the first of *criteria* that holds for *case*, or nothing if none does."""
    return next((criterion for criterion in criteria if criterion.holds(case)), None)


class Taken(Enum):
    """The kinds of thing that a block of the input may be taken for."""

    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    ADDRESS = "address of the original"
    DISCLAIMER = "disclaimer"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CONTINUATION = "continuation"
    QUOTATION = "quotation"
    ITEM = "item of a list"
    TABLE = "table"
    PICTURE = "picture"
    CODE = "code"
    LINE = "line across the text"
    BIOGRAPHY = "biography"
    ENTRY = "entry"
    NOTE = "note"
    FURNITURE = "left out"


@dataclass(frozen=True, slots=True)
class Decision:
    """The record of a decision: the text at a place was taken for something, by a criterion."""

    at: int
    """Its place in the transcript."""
    taken: Taken
    criterion: str
