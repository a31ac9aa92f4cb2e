"""Authors as they are typed: names in a line, or a YAML list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .fields import ARABIC, FieldError, from_yaml, one_line, read_orcid
from .numerals import SMALL_ROMAN

if TYPE_CHECKING:
    from collections.abc import Iterator


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


_SUFFIX = re.compile(rf"(?:jr|sr|{SMALL_ROMAN})\.?", re.IGNORECASE)
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
    listed = from_yaml(text)
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
    affiliation = one_line(", ".join(part for part in affiliations if part.strip())).strip(" ,")
    name = text[:end].translate(ARABIC)
    family, _, given = (part.strip() for part in name.partition(","))
    given, _, suffix = (part.strip() for part in given.partition(","))
    if suffix and not _SUFFIX.fullmatch(suffix):
        errors.append("authors to be set apart by semicolons")
        author = Author(one_line(name), orcid=orcid, affiliation=affiliation)
    elif given:
        printed = one_line(f"{given} {family} {suffix}")
        author = Author(printed, one_line(f"{family} {suffix}"), one_line(given), orcid, affiliation)
    else:
        author = Author(one_line(family), orcid=orcid, affiliation=affiliation)
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


def _author_text(item: Any) -> str:
    """Write an author of a YAML list, a name or a mapping in mystmd's manner, as it would be typed."""
    if not isinstance(item, dict):
        return str(item)
    affiliation = item.get("affiliation") or item.get("affiliations") or ""
    if isinstance(affiliation, list):
        affiliation = ", ".join(map(str, affiliation))
    orcid = f" <{item['orcid']}>" if item.get("orcid") else ""
    return f"{item.get('name', '')}{orcid}" + (f" ({affiliation})" if affiliation else "")
