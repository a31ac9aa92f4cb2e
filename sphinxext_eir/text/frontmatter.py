"""The front matter of an article: its fields, how each is read, and the record they make.

Pure Python. A field arrives as the text that was typed, whether as an option of ``eir:article``, in a field
list, in YAML front matter or in ``eir_article_defaults``, and leaves as a value that metadata, exports and
bylines can rely on.
"""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .characters import writable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

KINDS = ("article", "essay", "review", "interview", "opinion")


class FieldError(ValueError):
    """A field's text can't be read. Says what was expected; *keep* is what could be read all the same."""

    def __init__(self, expected: str, keep: Any = None) -> None:
        super().__init__(expected)
        self.expected = expected
        self.keep = keep


@dataclass(frozen=True)
class Date:
    """A date of the Gregorian calendar, known to the day, the month or only the year (ISO 8601)."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """Return the date as ISO 8601 and HTML's ``datetime`` have it: ``2012-05-12``, ``2012-05``, ``2012``."""
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        return "-".join(parts)

    def first_day(self) -> datetime.date:
        """Return the first day that the date may mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True)
class Author:
    """A person or body that wrote an article.

    Family and given names are known only where they were typed apart (``Family, Given``).
    """

    name: str
    """As printed: given name first."""
    family: str = ""
    given: str = ""
    orcid: str = ""
    """The whole URL, ``https://orcid.org/0000-0002-1825-0097``, or nothing."""
    affiliation: str = ""


@dataclass(frozen=True)
class Article:
    """What is known of one article: the record that byline, metadata, exports and listings read."""

    title: str
    authors: tuple[Author, ...] = ()
    date: Date | None = None
    updated: Date | None = None
    canonical: str = ""
    publisher: str = ""
    journal: str = ""
    issn: str = ""
    doi: str = ""
    """The bare name, ``10.1000/182``."""
    license: str = ""
    keywords: tuple[str, ...] = ()
    kind: str = "article"
    short_title: str = ""
    description: str = ""
    image: str = ""
    disclaimer: str = ""
    notice: str = ""
    """The author's own reference-copy notice; ``none`` for no notice at all."""


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
    """What it holds, in a sentence of reStructuredText."""


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

    Unknown names are the caller's affair. An empty text is no value.
    """
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, text in typed.items():
        field = FIELDS[name]
        text = _one_line(text)  # noqa: PLW2901 - the same text, tidied
        if not text or text == "null":  # YAML's nothing
            continue
        try:
            values[field.attribute] = field.read(text)
        except FieldError as error:
            problems.append(Problem(name, text, error.expected))
            if error.keep is not None:
                values[field.attribute] = error.keep
    return values, problems


def _one_line(text: str) -> str:
    return " ".join(writable(text).split())


# Readers of one field each


def read_date(text: str) -> Date:
    """Read an ISO 8601 date or date and time, or only its year, or year and month."""
    partial = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", text)
    try:
        if partial:
            date = Date(*(int(part) for part in partial.groups() if part))
            date.first_day()  # raises for month 13
            return date
        day = datetime.datetime.fromisoformat(text).date()
    except ValueError:
        expected = "a date in ISO 8601 such as 2012-05-12, 2012-05 or 2012"
        raise FieldError(expected) from None
    return Date(day.year, day.month, day.day)


def read_url(text: str) -> str:
    """Read the URL of a web page."""
    expected = "a URL that begins with https:// or http://"
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:  # an unclosed bracket in the host
        raise FieldError(expected) from None
    if parts.scheme not in ("http", "https") or not host or re.search(r'[\s<>"\\^`{|}\x00-\x20\x7f]', text):
        raise FieldError(expected)
    return text


def read_image(text: str) -> str:
    """Read the path of a picture in the project, or its URL."""
    return read_url(text) if "://" in text else read_text(text)


def read_orcid(text: str) -> str:
    """Read an ORCID iD, with or without ``https://orcid.org/``, into the URL.

    The last character is a check digit, ISO 7064 MOD 11-2 (orcid.org, "Structure of the ORCID Identifier").
    """
    match = re.fullmatch(r"(?:https?://orcid\.org/)?((?:\d{4}-){3}\d{3}[\dXx])/?", text)
    if not match:
        raise FieldError("an ORCID iD such as https://orcid.org/0000-0002-1825-0097")
    orcid = match[1].upper()
    digits, given = orcid.replace("-", "")[:-1], orcid[-1]
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    check = _check_character((12 - total % 11) % 11)
    if given != check:
        raise FieldError(f"the ORCID iD's last character to be {check} (it is a check digit)")
    return f"https://orcid.org/{orcid}"


def read_issn(text: str) -> str:
    """Read an ISSN, whose last character is a check digit modulo 11 (ISO 3297, annex A)."""
    match = re.fullmatch(r"(?:ISSN:? )?(\d{4})-?(\d{3})([\dXx])", text)
    if not match:
        raise FieldError("an ISSN such as 2053-8626")
    digits = match[1] + match[2]
    total = sum(weight * int(digit) for weight, digit in zip(range(8, 1, -1), digits, strict=True))
    check = _check_character(-total % 11)
    if match[3].upper() != check:
        raise FieldError(f"the ISSN's last character to be {check} (it is a check digit)")
    return f"{match[1]}-{match[2]}{check}"


def _check_character(number: int) -> str:
    return "X" if number == 10 else str(number)


def read_doi(text: str) -> str:
    """Read a DOI name, alone or in one of the ways it is cited (DOI Handbook, 2.2)."""
    match = re.fullmatch(
        r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}(?:\.\d+)*/[^\s<>\"]+)", text, re.IGNORECASE
    )
    if not match:
        raise FieldError("a DOI such as 10.1000/182 or https://doi.org/10.1000/182")
    return match[1]


def read_kind(text: str) -> str:
    """Read the kind of article."""
    if text.lower() not in KINDS:
        raise FieldError(f"one of {', '.join(KINDS)}")
    return text.lower()


def read_keywords(text: str) -> tuple[str, ...]:
    """Read keywords set apart by ``;`` or, where there is none, by ``,``; or a YAML list."""
    listed = _from_yaml(text)
    if listed and isinstance(listed[0], dict):
        raise FieldError("keywords, or a list of them")
    if listed is None:
        text = text.translate(_ARABIC)
    parts = listed if listed is not None else text.split(";" if ";" in text else ",")
    return tuple(keyword for part in parts if (keyword := _one_line(str(part))))


_ARABIC = {ord("،"): ",", ord("؛"): ";"}
"""Arabic's comma and semicolon, which set apart what ours do."""
_SUFFIX = re.compile(r"(?:jr|sr|[ivx]+)\.?", re.IGNORECASE)
_TAIL = re.compile(
    r"""(?: <(?P<bracketed>[^<>]*)>                   # <https://orcid.org/…>
            | (?P<bare>https?://orcid\.org/[^\s()]*)     # the same, its angle brackets read as markup
            | \((?P<affiliation>(?:[^()]|\([^()]*\))*)\)  # (University of Somewhere (USW))
            )""",
    re.VERBOSE,
)


def read_authors(text: str) -> tuple[Author, ...]:
    """Read authors set apart by ``;``, or a YAML list.

    Each is ``Name`` or ``Family, Given``, which may be followed by ``<https://orcid.org/…>`` and by an
    affiliation in round brackets.
    """
    listed = _from_yaml(text)
    authors: list[Author] = []
    expected: list[str] = []
    for part in _split_outside_brackets(text) if listed is None else map(_author_text, listed):
        if part.strip():
            try:
                authors.append(_read_author(part))
            except FieldError as error:
                expected.append(error.expected)
                authors += error.keep
    if expected:
        raise FieldError("; ".join(expected), keep=tuple(authors))
    return tuple(authors)


def _read_author(text: str) -> Author:
    end, orcid = len(text), ""
    affiliations: list[str] = []
    errors: list[str] = []
    while match := _tail(text, end):
        end = match.start()
        if match["affiliation"] is not None:
            affiliations.insert(0, match["affiliation"])
            continue
        try:
            orcid = read_orcid((match["bracketed"] or match["bare"] or "").strip())
        except FieldError as error:
            errors.append(error.expected)
    affiliation = _one_line(", ".join(part for part in affiliations if part.strip())).strip(" ,")
    name = text[:end].translate(_ARABIC)
    family, _, given = (part.strip() for part in name.partition(","))
    given, _, suffix = (part.strip() for part in given.partition(","))
    if suffix and not _SUFFIX.fullmatch(suffix):
        errors.append("authors to be set apart by semicolons")
        author = Author(_one_line(name), orcid=orcid, affiliation=affiliation)
    elif given:
        printed = _one_line(f"{given} {family} {suffix}")
        author = Author(printed, _one_line(f"{family} {suffix}"), _one_line(given), orcid, affiliation)
    else:
        author = Author(_one_line(family), orcid=orcid, affiliation=affiliation)
    if not author.name:
        errors.append("a name before what follows it")
    if errors:
        raise FieldError("; ".join(errors), keep=[author] if author.name else [])
    return author


def _tail(text: str, end: int) -> re.Match[str] | None:
    """Return what follows a name, if *text* ends with it, at *end*. It is looked for from there, and not in all of the text."""
    while end and text[end - 1].isspace():
        end -= 1
    match text[end - 1 : end]:
        case ">":
            start = text.rfind("<", 0, end)
        case ")":
            start, depth = end - 1, 1
            while depth and start:
                start -= 1
                depth += (text[start] == ")") - (text[start] == "(")
        case _:
            start = max(text.rfind(f"{scheme}://orcid.org/", 0, end) for scheme in ("http", "https"))
    return _TAIL.fullmatch(text, start, end) if start >= 0 else None


def _split_outside_brackets(text: str) -> Iterator[str]:
    """Split at each ``;`` that stands in no round brackets: an affiliation may hold one."""
    depth = start = 0
    for position, character in enumerate(text):
        depth = max(0, depth + (character == "(") - (character == ")"))
        if character in ";؛" and not depth:
            yield text[start:position]
            start = position + 1
    yield text[start:]


def read_text(text: str) -> str:
    """Read plain text."""
    if _from_yaml(text) is not None:
        raise FieldError("text, and no list or mapping")
    return text


def _from_yaml(text: str) -> list[Any] | None:
    """Return the list that YAML front matter held, or the mapping as the one item: MyST-Parser hands them on as JSON."""
    if not text.startswith(("[", "{")):
        return None
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return [item for item in (listed if isinstance(listed, list) else [listed]) if item is not None]


def _author_text(item: Any) -> str:
    """Write an author of a YAML list, a name or a mapping in mystmd's manner, as it would be typed."""
    if not isinstance(item, dict):
        return str(item)
    affiliation = item.get("affiliation") or item.get("affiliations") or ""
    if isinstance(affiliation, list):
        affiliation = ", ".join(map(str, affiliation))
    orcid = f" <{item['orcid']}>" if item.get("orcid") else ""
    return f"{item.get('name', '')}{orcid}" + (f" ({affiliation})" if affiliation else "")


FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field(
            "author",
            "authors",
            read_authors,
            "Who wrote it: ``Name`` or ``Family, Given``, several set apart by ``;``. Each may be followed by an "
            "ORCID iD in angle brackets and by an affiliation in round brackets.",
        ),
        Field("date", "date", read_date, "When it was first published (ISO 8601)."),
        Field("updated", "updated", read_date, "When it was last changed (ISO 8601)."),
        Field(
            "canonical",
            "canonical",
            read_url,
            "The URL of the original. It is printed under the title and becomes the page's canonical link.",
        ),
        Field("publisher", "publisher", read_text, "Who published it."),
        Field("journal", "journal", read_text, "The journal or series it appeared in."),
        Field("issn", "issn", read_issn, "The ISSN of the journal."),
        Field("doi", "doi", read_doi, "Its DOI, as a name or a URL."),
        Field(
            "license",
            "license",
            read_text,
            "The licence of the text: a name such as ``CC BY-NC 4.0``, or a URL.",
        ),
        Field("keywords", "keywords", read_keywords, "Keywords, set apart by ``;`` or ``,``."),
        Field("kind", "kind", read_kind, f"One of {', '.join(f'``{kind}``' for kind in KINDS)}."),
        Field("short-title", "short_title", read_text, "The title for running heads."),
        Field(
            "description", "description", read_text, "A sentence or two for search engines and link previews."
        ),
        Field("image", "image", read_image, "A picture for link previews: a path in the project, or a URL."),
        Field(
            "disclaimer",
            "disclaimer",
            read_text,
            "A line for the reader's notice, set under the byline: that it is a student's work, for example.",
        ),
        Field(
            "notice",
            "notice",
            read_text,
            "The notice on reference copies (PDF and print), or ``none``. By default an article with a "
            "``canonical`` URL says that the copy is for reference only.",
        ),
    )
}
"""Every field of the front matter, by name, in the order in which they are documented."""
