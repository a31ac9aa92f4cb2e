"""Authors: what is known of one, and how one is typed in a line."""

from __future__ import annotations

import re

from .article import Author
from .fields import ARABIC, FieldError, one_line, read_orcid
from .names import is_body
from .numerals import SMALL_ROMAN
from .patterns import compile_later

SEMICOLONS = "authors to be set apart by semicolons"
BRACKETS = "authors to be set apart by semicolons, and their affiliations to stand in round brackets"


def name_alone(text: str) -> str:
    """Return the name in *text*, without what may follow it in brackets."""
    end = len(text)
    while match := _tail(text, end):
        end = match.start()
    return text[:end].strip()


def is_title(word: str, *, after: str) -> bool:
    """Say if *word* is no given name *after* a surname, but what follows a whole name: ``Martin Luther King, Jr.``, ``Nadia Quill, PhD``."""
    return " " in after and (bool(_SUFFIX.fullmatch(word)) or word.replace(".", "") in _DEGREES)


def ends_with_title(name: str) -> bool:
    """Say if a whole *name* has something behind it: ``Martin Luther King Jr.``."""
    *before, last = name_alone(name).split()
    return len(before) > 1 and is_title(last, after=" ".join(before))


_DEGREES = frozenset((
    "PhD", "DPhil", "MD", "MA", "BA", "MSc", "BSc", "MPhil", "LLM", "LLB", "LLD", "JD", "MBA", "MPH", "MPP", "EdD",
    "DSc", "DD", "ThD", "Esq", "FRS", "FBA", "OBE", "MBE", "CBE", "KC", "QC", "RN", "SJ", "OP", "OSB",
))  # fmt: skip
_SUFFIX = compile_later(rf"(?:jr|sr|{SMALL_ROMAN})\.?", re.IGNORECASE)
_TAIL = compile_later(
    r"""(?: <(?P<bracketed>[^<>]*)>                   # <https://orcid.org/…>
            | (?P<bare>https?://orcid\.org/[^\s()]*)     # the same, its angle brackets read as markup
            | \((?P<affiliation>(?:[^()]|\([^()]*\))*)\)  # (University of Somewhere (USW))
            )""",
    re.VERBOSE,
)


def read_name(text: str, *, as_typed: bool = False) -> Author:
    """Read one author in a line. Raises :class:`FieldError`, with the author if there is a name.

    The comma of ``Family, Given`` goes, unless the name is printed *as_typed*.
    """
    end, orcid = len(text), ""
    affiliations: list[str] = []
    errors: list[str] = []
    while match := _tail(text, end):
        end = match.start()
        if match["affiliation"] is not None:
            affiliations.append(match["affiliation"])
            continue
        try:
            orcid = read_orcid((match["bracketed"] or match["bare"] or "").strip())
        except FieldError as error:
            errors.append(error.expected)
    affiliation = one_line(", ".join(part for part in reversed(affiliations) if part.strip())).strip(" ,")
    typed = one_line(text[:end])
    family, _, given = (part.strip() for part in typed.translate(ARABIC).partition(","))
    given, _, suffix = (part.strip() for part in given.partition(","))
    titles = all(is_title(title, after=family) for title in (given, *filter(None, suffix.split(", "))))
    if suffix and not titles and not _SUFFIX.fullmatch(suffix):
        errors.append(SEMICOLONS)
        author = Author(typed)
    elif given and (as_typed or titles or is_body(family) or is_body(given)):
        author = Author(typed)
    elif given:
        author = of_parts(given, family, suffix)
    else:
        author = Author(one_line(family))
    return checked(author._replace(orcid=orcid, affiliation=affiliation), errors)


def of_parts(given: str, family: str, suffix: str = "") -> Author:
    """Return an author of these parts of a name."""
    printed = one_line(f"{given} {family} {suffix}")
    return Author(printed, one_line(f"{family} {suffix}"), one_line(given))


def checked(author: Author, errors: list[str]) -> Author:
    """Return *author*, if it has a name and nothing was wrong. Raises :class:`FieldError`, with the author if there is a name."""
    if not author.name:
        errors = [*errors, "a name before what follows it"]
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
