"""The warnings of this extension: their type is ``eir``, and their subtypes stand in the table below.

A project silences one subtype by ``suppress_warnings = ["eir.article"]``, and all by ``["eir"]``.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from sphinx.util import logging

from ..text.characters import visible

if TYPE_CHECKING:
    from docutils import nodes

    Location: TypeAlias = str | tuple[str, int | None] | nodes.Node | None
    """The place that a warning points at: ``"path:line"``, a docname and line, a node, or none."""

_logger = logging.getLogger("sphinxext_eir")


class Subtype(Enum):
    """A subtype of warning. Its value is its name and its help: what provokes it, and what is done then."""

    CONFIG = (
        "config",
        "A setting or option has a value that it can't have, and its default is used; or there is no such option.",
    )
    ARTICLE = (
        "article",
        "A field can't be read, and is left out; or the article lacks its title or something else; or its pages run into the next article's.",
    )
    ARTICLE_PDF = (
        "article_pdf",
        "The PDF of an article can't be made, and its page has no link to one; or it is made, and isn't accessible.",
    )
    PEOPLE = (
        "people",
        "The file of :confval:`eir_people` can't be read, or something in it; or a name is nearly that of somebody in it.",
    )
    SUBJECT = (
        "subject",
        "A keyword differs from one of other articles by capitals, a hyphen or number. Reported if :confval:`eir_subjects` has keywords.",
    )
    MARKUP = (
        "markup",
        "A role or a literal is glued to the word before it, and printed as it was typed; or no page can hold a character, which is left out.",
    )
    NOTE_MISSING = (
        "note_missing",
        "A reference has no note, and stays as typed; or an ``eir:notes`` has no notes to print, or stands where it can't.",
    )
    NOTE_UNUSED = "note_unused", "Nothing refers to a note. It is printed nevertheless."
    NOTE_DUPLICATE = (
        "note_duplicate",
        "Two notes have the same label, or a document has two ``eir:notes``. The first counts.",
    )
    NOTE_ORDER = (
        "note_order",
        "Notes were typed with numbers that aren't in the order of reference. The numbers stay as typed.",
    )
    PULL_QUOTE = (
        "pull_quote",
        "The text doesn't say what a pull quote says; or a pull quote is empty, or stands where there can't be one.",
    )
    CITATION_MISSING = (
        "citation_missing",
        "A citation has no matching entry. A typed citation is left unchanged; a citation by key prints the key.",
    )
    CITATION_DOUBTFUL = (
        "citation_doubtful",
        "A name with a year may be a citation without an entry, or something else. Reported where :confval:`eir_report_doubtful` is set.",
    )
    CITATION_AMBIGUOUS = (
        "citation_ambiguous",
        "Several entries match a typed citation. It is left unchanged, without a link.",
    )
    REFERENCE_DUPLICATE = (
        "reference_duplicate",
        "Two entries have the same key, or an entry stands twice. Citations lead to the first.",
    )
    REFERENCE_UNUSED = (
        "reference_unused",
        "Nothing cites an entry, which is printed nevertheless. Reported where :confval:`eir_report_unused` is set.",
    )
    REFERENCE_UNLISTED = (
        "reference_unlisted",
        "An entry is cited, and none of the bibliographies that choose entries by type, keyword or file prints it.",
    )
    BIBLIOGRAPHY_FILE = (
        "bibliography_file",
        "A file of :confval:`eir_bibliography_files`, or an entry in it, can't be read. The rest of the file is used.",
    )
    ENTRY_FIELD = (
        "entry_field",
        "An entry of a file has a field that BibTeX and BibLaTeX don't know, or that no style prints; or that its style prints but for a word.",
    )
    STYLE = (
        "style",
        "A citation style can't be read or lacks something; or pandoc, which formats citations, is missing.",
    )
    EXPORT = (
        "export",
        "A file of an article can't be written; or a node has no form in it, and its text is written instead.",
    )
    CONVERSION = (
        "conversion",
        "``eir:import`` can't read a file, or is in doubt about something in it: a marker without a note, for example.",
    )

    def __init__(self, label: str, help: str) -> None:  # noqa: A002 - the settings table says `help` too
        self.label = label
        self.help = help


def warn(subtype: Subtype, message: str, *, location: Location = None) -> None:
    """Log *message* as a warning ``eir.<subtype>`` at *location*."""
    # The message is an argument and not the format: a `%` in an author's words isn't a placeholder.
    said = "\n".join(map(visible, message.split("\n")))
    _logger.warning("%s", said, type="eir", subtype=subtype.label, location=location)
