"""What the person who converts is told: what was left out and why, and what to look at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from .inlines import NOWHERE

if TYPE_CHECKING:
    from .inlines import Inlines


class Reason(Enum):
    """Why words of the input are not where they were: a closed set."""

    NOTICE = "notice"
    RUNNING_HEAD = "running head"
    FOOT = "foot"
    PAGE_NUMBER = "page number"
    JOINED_HYPHEN = "joined hyphen"
    RULE = "rule"
    BYLINE_RECAST = "byline recast"
    DATE_RECAST = "date recast"
    REPEATED_LINK_TEXT = "repeated link text"
    MOVED_TO_NOTES = "moved to notes"
    MOVED_TO_BIBLIOGRAPHY = "moved to bibliography"
    SECTION_HEADING = "heading of a section that has its own directive"


@dataclass(frozen=True, slots=True)
class Dropped:
    """Runs that are left out, or set elsewhere."""

    reason: Reason
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Message:
    """Something that the person who converts should know."""

    text: str
    at: int = NOWHERE
    """Where in the transcript."""
    doubtful: bool = False
    """Whether somebody should look at it, for it may be wrong."""
