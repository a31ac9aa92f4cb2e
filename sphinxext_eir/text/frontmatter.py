"""The front matter of an article: its fields, how each is read, and the record they make.

Pure Python. A field arrives as the text that was typed, whether as an option of ``eir:article``, in a field
list, in YAML front matter or in ``eir_article_defaults``, and leaves as a value that metadata, exports and
bylines can rely on.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .article import KINDS, STATUSES
from .author_structures import read_authors
from .fields import (
    FieldError,
    from_yaml,
    one_line,
    read_corrections,
    read_date,
    read_doi,
    read_image,
    read_issn,
    read_keywords,
    read_kind,
    read_license,
    read_number,
    read_pages,
    read_status,
    read_text,
    read_url,
)
from .foreign_fields import is_foreign
from .foreign_mappings import MAPPINGS
from .institutions import read_institutions
from .language_tags import read_language

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True)
class Field:
    """One field of the front matter."""

    name: str
    """As typed: ``short-title``."""
    attribute: str
    """The attribute of :class:`Article` that it fills."""
    read: Callable[[str], Any]
    """Typed text, never empty → value. Raises :class:`FieldError`."""
    help: str
    """A description of its content, in a sentence of reStructuredText."""


@dataclass(frozen=True)
class Problem:
    """A field that could not be read as typed."""

    field: str
    given: str
    expected: str

    def __str__(self) -> str:
        return f"{self.field}: expected {self.expected}, not {self.given!r}"


def read(typed: Mapping[str, str]) -> tuple[dict[str, Any], list[Problem]]:
    """Read *typed* (field name → text) into attributes of :class:`Article`, and say what couldn't be read.

    Names are those of :data:`FIELDS`; ``affiliations`` and ``contributors``, the institutions and people that authors refer to, may be
    among them. An empty text is no value.
    """
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    institutions: dict[str, str] = {}
    try:
        institutions = read_institutions(one_line(typed.get(AFFILIATIONS, "")))
    except FieldError as error:
        problems.append(Problem(AFFILIATIONS, one_line(typed[AFFILIATIONS]), error.expected))
        institutions = error.keep or {}
    people = from_yaml(one_line(typed.get(CONTRIBUTORS, ""))) or []
    for name, text in typed.items():
        if name in (AFFILIATIONS, CONTRIBUTORS):
            continue
        field = FIELDS[name]
        text = one_line(text)  # noqa: PLW2901 - the same text, tidied
        if not text or text == "null":  # YAML's nothing
            continue
        try:
            read_field = field.read
            values[field.attribute] = (
                read_authors(text, institutions, people) if read_field is read_authors else read_field(text)
            )
        except FieldError as error:
            problems.append(Problem(name, text, error.expected))
            if error.keep is not None:
                values[field.attribute] = error.keep
    problems += _divide_pages(values, typed)
    persons = [*values.get("authors", ()), *values.get("translators", ())]
    problems += [
        Problem(AFFILIATIONS, institution, "institutions that an author refers to")
        for institution in institutions.values()
        if not any(institution in person.affiliation for person in persons)
    ]
    return values, problems


def _divide_pages(values: dict[str, Any], typed: Mapping[str, str]) -> list[Problem]:
    """Put the first and the last page in the place of ``pages``. Each that is given for itself counts, and the other is a problem."""
    problems = []
    for name, attribute, page in zip(
        ("first-page", "last-page"), ("first_page", "last_page"), values.pop("pages", ()), strict=False
    ):
        if values.setdefault(attribute, page) != page:
            problems.append(
                Problem("pages", one_line(typed["pages"]), f"what {name} says, {values[attribute]}")
            )
    return problems


FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field(
            "author",
            "authors",
            read_authors,
            "The authors, each as ``Name`` or ``Family, Given``, separated by ``;``. An ORCID iD in angle brackets and an "
            "affiliation in round brackets may follow each name.",
        ),
        Field("date", "date", read_date, "The date of the first publication (ISO 8601)."),
        Field("updated", "updated", read_date, "The date of the last change (ISO 8601)."),
        Field(
            "canonical",
            "canonical",
            read_url,
            "The URL of the original. It is printed under the title and becomes the page's canonical link.",
        ),
        Field("publisher", "publisher", read_text, "The publisher."),
        Field("journal", "journal", read_text, "The journal or series that published it."),
        Field("issn", "issn", read_issn, "The ISSN of the journal."),
        Field("doi", "doi", read_doi, "The DOI, as a name or a URL."),
        Field(
            "license",
            "license",
            read_license,
            "The licence of the text: a name such as ``CC BY-NC 4.0``, or a URL.",
        ),
        Field("keywords", "keywords", read_keywords, "Keywords, separated by ``;`` or ``,``."),
        Field("subtitle", "subtitle", read_text, "The subtitle, printed under the title."),
        Field("volume", "volume", read_number, "The volume of the journal."),
        Field("issue", "issue", read_number, "The issue of the volume."),
        Field(
            "pages",
            "pages",
            read_pages,
            "The pages of the article in the issue, ``12–31``; the same as ``first-page`` and ``last-page``.",
        ),
        Field("first-page", "first_page", read_number, "The first page of the article in the issue."),
        Field("last-page", "last_page", read_number, "The last page of the article in the issue."),
        Field("translator", "translators", read_authors, "The translators, written like authors."),
        Field(
            "lang",
            "language",
            read_language,
            "The language of the text, as a tag of BCP 47: ``de``, ``pt-BR``. By default, the project's ``language``.",
        ),
        Field(
            "translation-of",
            "translation_of",
            read_text,
            "The original of a translation: a document of the project, or a URL.",
        ),
        Field(
            "kind",
            "kind",
            read_kind,
            f"The kind of text: one of {', '.join(f'``{kind}``' for kind in KINDS)}.",
        ),
        Field("short-title", "short_title", read_text, "The title for running heads."),
        Field(
            "description", "description", read_text, "A sentence or two for search engines and link previews."
        ),
        Field("image", "image", read_image, "A picture for link previews: a path in the project, or a URL."),
        Field(
            "image-alt",
            "image_alt",
            read_text,
            "What the picture shows, for those who don't see it. Without it, the picture is an ornament.",
        ),
        Field("image-credit", "image_credit", read_text, "Who made the picture, printed under it."),
        Field(
            "disclaimer",
            "disclaimer",
            read_text,
            "A line for readers under the byline, for example that the text is a student's work.",
        ),
        Field(
            "written-for",
            "written_for",
            read_text,
            "Whom a student wrote the essay for: a teacher, or a course. It is printed in the lines that close the article.",
        ),
        Field(
            "date-written",
            "date_written",
            read_date,
            "The date on which the text was finished (ISO 8601), printed in the lines that close the article.",
        ),
        Field(
            "notice",
            "notice",
            read_text,
            "The notice on reference copies (PDF and print), or ``none``. By default, an article with a "
            "``canonical`` URL says that the copy is for reference only.",
        ),
        Field(
            "unchecked",
            "unchecked",
            read_keywords,
            "Names of the rules of ``sphinxext-eir check`` that the article isn't held to (:doc:`checks`), separated by ``;`` or ``,``.",
        ),
        Field(
            "status",
            "status",
            read_status,
            f"What has become of it: {', '.join(f'``{status}``' for status in STATUSES)}. A draft is kept back.",
        ),
        Field(
            "corrections",
            "corrections",
            read_corrections,
            "Corrections since the publication, each a date and what was wrong: ``2024-05-01: The treaty is of 1999.`` Several are "
            "set apart by ``;``.",
        ),
    )
}
"""Every field of the front matter, by name, in the order in which they are documented."""

AFFILIATIONS = "affiliations"
"""The field of mystmd and Quarto that lists the institutions authors refer to."""

CONTRIBUTORS = "contributors"
"""The field of mystmd that lists the people authors refer to."""


PLACED = ("title", "abstract", AFFILIATIONS, CONTRIBUTORS)
"""Names that are read with something else: the heading, the content of ``eir:article``, the authors."""

ALIASES = {
    "authors": "author",  # docutils, mystmd, Quarto
    "tags": "keywords",  # mystmd, blogs
    "keyword": "keywords",
    "licence": "license",  # British
    "translators": "translator",
    "firstpage": "first-page",
    "lastpage": "last-page",
}
"""Other names of fields."""

STAND_INS = {
    "categories": "keywords",  # Quarto, Hugo; beside `tags`, it sorts pages and is left to them
    "category": "keywords",
    "summary": "description",  # Hugo, Pelican
    "excerpt": "description",  # Jekyll
    "publishdate": "date",  # Hugo
    "lastmod": "updated",
    "date-modified": "updated",  # Quarto
    "modified": "updated",  # Pelican
    "publication": "journal",
    "language": "lang",  # docutils' habit, Pelican
    "institute": "affiliations",  # pandoc's filters
    "institutes": "affiliations",
}
"""Names of other programs for a field, which count where the field isn't given itself: such programs may have both."""

DRAFTS = {
    "draft": ("true", "yes"),
    "published": ("false", "no"),
    "publish": ("false", "no"),
    "status": ("draft",),
}
"""Field → the values by which other programs keep a page back, in lower case."""


def is_draft(name: str, value: str) -> bool:
    """Say if a field tells another program to keep the page back."""
    return value.strip().lower() in DRAFTS.get(field_named(name), ())


def field_named(name: str) -> str:
    """Return the name of the field of :data:`FIELDS` that is typed as *name*, in any case, with ``_`` or a space for ``-``."""
    name = "-".join(re.split(r"[-_\s]+", name.strip().lower()))
    return ALIASES.get(name, name)


def unknown_field(name: str) -> str:
    """Return what to say of a field that nobody knows, the nearest name with it; nothing for a name known here or elsewhere."""
    name = field_named(name)
    if name in FIELDS or name in PLACED or name in STAND_INS or name in MAPPINGS or is_foreign(name):
        return ""
    close = difflib.get_close_matches(name, (*FIELDS, *ALIASES, *PLACED), n=1)
    return f"did you mean {close[0]!r}?" if close else f"fields of an article are {', '.join(FIELDS)}"
