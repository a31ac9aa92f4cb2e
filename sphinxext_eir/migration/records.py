"""What is found in the sources of a project, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Syntax = Literal["rst", "myst"]


@dataclass(frozen=True)
class Role:
    """A role of sphinxcontrib-bibtex in a source."""

    start: int
    end: int
    """Positions in the file; the markup is between them, backquotes and all."""
    name: str
    """``cite:p``"""
    text: str
    """What stands between its backquotes."""
    syntax: Syntax


@dataclass(frozen=True)
class Directive:
    """A directive of sphinxcontrib-bibtex in a source."""

    start: int
    end: int
    """Positions in the file: of its first sign, and the end of its last line."""
    name: str
    argument: str
    options: Mapping[str, str]
    content: tuple[str, ...]
    syntax: Syntax
    indent: str
    """What all its lines but the first begin with."""
    fence: str = ""
    """In MyST: three backquotes, or colons, or more."""


@dataclass(frozen=True)
class Title:
    """A section's title in reStructuredText: its line must not be longer than those below and above it."""

    line: int
    underline: int
    overline: int | None
    """Numbers of lines, from 0."""


@dataclass(frozen=True)
class Table:
    """A table drawn in reStructuredText: its columns must stay where they are."""

    first: int
    last: int
    """Numbers of lines, from 0."""
    kind: Literal["grid", "simple"]


@dataclass(frozen=True)
class Aside:
    """A place that only the author can change."""

    start: int
    text: str
    """What is there, and what to do."""


@dataclass
class Markup:
    """All that a file has of sphinxcontrib-bibtex."""

    roles: list[Role] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    """Labels of footnotes, in lower case."""


@dataclass(frozen=True)
class Edit:
    """A part of a text, and what stands there instead."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, order=True)
class Message:
    """What a person should know of a place."""

    path: Path
    line: int
    """From 1; 0 for the file."""
    text: str
    todo: bool = True
    """True if something is left to do by hand."""


@dataclass(frozen=True)
class Source:
    """A file of the project that is read."""

    path: Path
    text: str
    syntax: Syntax
    markup: Markup
    bom: bool = False
    """True if the file begins with a byte order mark."""


@dataclass(frozen=True)
class Change:
    """A file that becomes another."""

    path: Path
    before: str
    after: str
    bom: bool = False


@dataclass(frozen=True)
class Migration:
    """What a project becomes, and what is left to do."""

    changes: tuple[Change, ...]
    messages: tuple[Message, ...]


class MigrationError(Exception):
    """A folder that can't be migrated; its text says why, and what to do."""
