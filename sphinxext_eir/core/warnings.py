"""Every warning of ours: one type, ``eir``, and the subtypes below.

A project silences one with ``suppress_warnings = ["eir.article"]``, all of them with ``["eir"]``.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from sphinx.util import logging

if TYPE_CHECKING:
    from docutils import nodes

    Location: TypeAlias = str | tuple[str, int | None] | nodes.Node | None
    """Where to look: ``"path:line"``, a docname with a line, a node, or nowhere in particular."""

_logger = logging.getLogger("sphinxext_eir")


class Subtype(Enum):
    """A subtype of warning; the value is its name and what provokes it."""

    CONFIG = "config", "A setting, or an option like one, has a value it can't have; its default is used."
    ARTICLE = "article", "The front matter of an article has a field that can't be read; it is left out."
    NOTE_MISSING = (
        "note_missing",
        "A reference without a note, which stays as typed; or an ``eir:notes`` that can't print any.",
    )
    NOTE_UNUSED = "note_unused", "A note that nothing refers to; it is printed all the same."
    NOTE_DUPLICATE = "note_duplicate", "Two notes with one label, or two ``eir:notes``; the first one counts."
    NOTE_ORDER = (
        "note_order",
        "Notes typed with numbers that disagree with the order of reference; they stay as typed.",
    )
    PULL_QUOTE = (
        "pull_quote",
        "The text doesn't say what a pull quote says; or one is empty, has an option it can't have, or stands where none can.",
    )
    CITATION_MISSING = (
        "citation_missing",
        "A citation without an entry; a typed one stays as it is, of one by key the key is printed.",
    )
    CITATION_AMBIGUOUS = (
        "citation_ambiguous",
        "A typed citation that several entries answer to; it stays as typed, without a link.",
    )
    REFERENCE_DUPLICATE = (
        "reference_duplicate",
        "Two entries with one key, or the same entry twice; citations by that key lead to the first.",
    )
    REFERENCE_UNUSED = (
        "reference_unused",
        "An entry that nothing cites, reported if :confval:`eir_report_unused` says so; it is printed all the same.",
    )
    BIBLIOGRAPHY_FILE = (
        "bibliography_file",
        "A file of ``eir_bibliography_files``, or an entry in one, that can't be read; the rest of it is used.",
    )
    STYLE = (
        "style",
        "A citation style that can't be read or lacks something; or pandoc, which formats with styles, is missing.",
    )
    CONVERSION = (
        "conversion",
        "A file that ``eir:import`` can't read, or of which something is doubtful: a marker without a note, for example.",
    )

    def __init__(self, label: str, help: str) -> None:  # noqa: A002 - the settings table says `help` too
        self.label = label
        self.help = help


def warn(subtype: Subtype, message: str, *, location: Location = None) -> None:
    """Warn of *message* as ``eir.<subtype>``, pointing at *location*."""
    # The message is an argument, not the format: a `%` in an author's words is no placeholder.
    _logger.warning("%s", message, type="eir", subtype=subtype.label, location=location)
