"""Messages for the person who converts, and the record of what was left out and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from .inlines import NOWHERE

if TYPE_CHECKING:
    from .inlines import Inlines


class Reason(Enum):
    """The reasons for which words of the input are not where they were: a closed set."""

    NOTICE = "notice"
    PAGE_FURNITURE = "page furniture"
    SHORTCODE = "shortcode"
    RUNNING_HEAD = "running head"
    FOOT = "foot"
    PAGE_NUMBER = "page number"
    CONTENTS = "contents"
    FURTHER_READING = "further reading"
    TAGS = "tags"
    CREDITS = "credits"
    APPEAL = "publisher's appeal"
    TURNED = "text in another direction"
    LINE_NUMBER = "number of a line"
    LABEL = "label of a drawing"
    OUTSIDE = "outside the page that is shown"
    PULL_QUOTE = "pull quote"
    MARKUP = "markup that isn't read"
    JOINED_HYPHEN = "joined hyphen"
    RULE = "rule"
    BYLINE_RECAST = "byline recast"
    DATE_RECAST = "date recast"
    REPEATED_LINK_TEXT = "repeated link text"
    REPEATED_TITLE = "repeated title"
    MOVED_TO_NOTES = "moved to notes"
    MOVED_TO_BIBLIOGRAPHY = "moved to bibliography"
    MOVED_TO_BIOGRAPHY = "moved to biography"
    MOVED_TO_TITLE = "moved to title"
    MOVED_AFTER_PARAGRAPH = "moved after its paragraph"
    MOVED_AFTER_TEXT = "moved after the text"
    MOVED_TO_CELL = "moved to the rest of its cell"
    SECTION_HEADING = "heading of a section that has its own directive"


@dataclass(frozen=True, slots=True)
class Dropped:
    """Runs that are left out, or set elsewhere."""

    reason: Reason
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Message:
    """A message for the person who converts."""

    text: str
    at: int = NOWHERE
    """The place in the transcript."""
    doubtful: bool = False
    """True if a person should look at it, because the result may be wrong."""
