"""Covers that repositories and archives put before an article: a page of furniture, told by their own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ...wording import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .lines import Layout, Line

_ENOUGH = 2
"""Signs of one archive that a page needs: an article may speak of one, but not of several."""
_PAGES = 2
"""Pages at the beginning of a file that may be covers."""


class Archive(NamedTuple):
    """An archive, and what its covers say, in small letters and straight quotation marks."""

    name: str
    signs: tuple[str, ...]


ARCHIVES = (
    Archive(
        "Digital Commons",
        (
            r"^recommended citation",
            r"^follow this and additional works at",
            r"is brought to you for free and\s+open\s+access",
            r"^part of the .{0,200} commons\b",
        ),
    ),
    Archive(
        "JSTOR",
        (
            r"^stable url:",
            r"jstor is a not-for-profit service",
            r"your use of the jstor archive indicates",
            r"collaborating with jstor to digitize",
        ),
    ),
    Archive(
        "HeinOnline",
        (
            r"content downloaded from heinonline",
            r"your use of this heinonline pdf",
            r"^date downloaded:",
            r"copyright information",
        ),
    ),
    Archive(
        "HAL",
        (r"^hal id:", r"hal is a multi-?disciplinary open access", r"^https://(?:\S*\.)?hal\.science/\S+$"),
    ),
    Archive(
        "ResearchGate",
        (
            r"^see discussions, stats, and author profiles for this publication",
            r"the user has requested enhancement of the downloaded file",
            r"^\d+ publications\s+[\d,]+ citations",
        ),
    ),
    Archive(
        "Taylor & Francis",
        (
            r"^to cite this article:",
            r"^to link to this article:",
            r"full terms & conditions of access and use",
            r"^view related articles",
        ),
    ),
    Archive(
        "Pure",
        (
            r"^citation for published version",
            r"^link to publication",
            r"^general rights",
            r"^take down policy",
            r"^document version",
        ),
    ),
)  # fmt: skip


def archive_of(lines: Iterable[Line]) -> str:
    """Return the name of the archive whose cover a page of *lines* is; nothing if it is none."""
    text = "\n".join(folded(line.text) for line in lines)
    for archive in ARCHIVES:
        if sum(bool(re.search(sign, text, re.MULTILINE)) for sign in archive.signs) >= _ENOUGH:
            return archive.name
    return ""


def covers_in(layouts: Iterable[Layout]) -> dict[Line, str]:
    """Return the lines of the covers before an article, with the archives that they are of. One page at least is the article's."""
    pages = list(layouts)
    found: dict[Line, str] = {}
    for layout in pages[: min(_PAGES, len(pages) - 1)]:
        name = archive_of(layout.lines)
        if not name:
            break
        found |= dict.fromkeys(layout.lines, name)
    return found
