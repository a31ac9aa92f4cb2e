"""What rules look at, and what they find: plain records, without Sphinx."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ...core.works import Work
    from ...text.article import Article

OBJECT = "\ufffc"
"""The character that stands where a text has something that isn't prose: code, a formula, a picture, an address (Unicode's own)."""

BODY, QUOTE, VERSE, HEADING, CAPTION, NOTE, ENTRY = (
    "body",
    "quote",
    "verse",
    "heading",
    "caption",
    "note",
    "entry",
)
"""The parts of a document that a text may belong to."""


class Severity(IntEnum):
    """The weight of a finding, the least first."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def label(self) -> str:
        """The name that people type and read."""
        return self.name.lower()


@dataclass(frozen=True)
class Text:
    """A paragraph, a heading, a note's paragraph or another piece of prose."""

    words: str
    """As readers see them; lines end where they do in the source."""
    part: str = BODY
    file: str = ""
    """Its path from the folder of the sources."""
    line: int = 0
    urls: tuple[str, ...] = ()
    """The addresses that it links to, in order."""
    people: tuple[tuple[str, str], ...] = ()
    """Surname and given names of an entry's authors; either may be empty."""
    silenced: frozenset[str] = frozenset()
    """The rules that it isn't held to."""
    group: int = 0
    """The number of the note or entry that it belongs to, among those of its document."""


@dataclass(frozen=True)
class Picture:
    """A picture, and the words that stand for it; None where nothing was said of it."""

    uri: str
    alternative: str | None
    file: str = ""
    line: int = 0
    silenced: frozenset[str] = frozenset()


Place: TypeAlias = Text | Picture | None
"""What a fault points at: a piece of the document, or the document as a whole."""


@dataclass(frozen=True)
class Document:
    """A document as rules see it."""

    name: str
    """Its docname."""
    file: str = ""
    title: str = ""
    language: str = "en"
    """Its language, as Sphinx has it, ``pt_BR``, or as a tag of BCP 47."""
    article: Article | None = None
    texts: tuple[Text, ...] = ()
    pictures: tuple[Picture, ...] = ()
    works: tuple[Work, ...] = ()
    """The works that it lists."""
    missing: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Rule → what the article lacks for it, in words."""
    silenced: frozenset[str] = frozenset()
    """The rules that the article isn't held to."""

    def prose(self, *parts: str) -> list[Text]:
        """Return the texts that belong to one of *parts*."""
        return [text for text in self.texts if text.part in parts]


@dataclass(frozen=True)
class Fault:
    """What a rule has against a document, before anybody asks whether it is held to that rule."""

    message: str
    place: Place = None
    offset: int = 0
    """The characters of a text before the fault."""


@dataclass(frozen=True)
class Rule:
    """A rule of ``sphinxext-eir check``: a row of the table."""

    name: str
    severity: Severity
    what: str
    """What it finds, in a sentence of reStructuredText."""
    why: str
    cure: str
    """What to do about it, in a sentence that stands beside each finding."""
    find: Callable[[Document], Iterable[Fault]] | None = None
    """What finds faults in one document."""
    compare: Callable[[Sequence[Document]], Iterable[tuple[Document, Fault]]] | None = None
    """What finds faults by comparing all documents of a project."""


@dataclass(frozen=True, order=True)
class Finding:
    """A fault as it is reported; findings are sorted by article and line."""

    article: str
    """The docname."""
    line: int
    """0 for the whole document."""
    rule: str
    message: str
    file: str = ""
    severity: Severity = Severity.WARNING
    help: str = ""


@dataclass(frozen=True)
class Report:
    """What a check found."""

    titles: dict[str, str] = field(default_factory=dict)
    """Docname → title of each document that was checked."""
    articles: int = 0
    words: int = 0
    findings: tuple[Finding, ...] = ()

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)
