"""Decisions as data: what the blocks of an input were taken for, and by which criterion (:mod:`...text.decisions`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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
class Pass:
    """What a pass did, in numbers."""

    name: str
    """Its name in words: ``drop running heads``."""
    counts: tuple[tuple[str, int], ...]
    """What it counted, and how many: ``("blocks", 12)``; nothing where it changed nothing."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The record of a decision: the text at a place was taken for something, by a criterion."""

    at: int
    """Its place in the transcript."""
    taken: Taken
    criterion: str
