"""Values of single fields of an article's front matter: typed text → value, or what was expected.

Each reader takes text that isn't empty and raises :class:`FieldError`.
"""

from __future__ import annotations

import datetime
import json
import re
from typing import Any
from urllib.parse import urlsplit

from .article import KINDS, STATUSES, Correction, Date
from .characters import writable
from .dois import doi_name
from .numerals import decimal_value, roman_value
from .patterns import compile_later


class FieldError(ValueError):
    """A field's text can't be read. Says what was expected; *keep* is the part that could be read."""

    def __init__(self, expected: str, keep: Any = None) -> None:
        super().__init__(expected)
        self.expected = expected
        self.keep = keep


def one_line(text: str) -> str:
    """Return *text* on one line, without characters that no page can hold."""
    return " ".join(writable(text).split())


def read_date(text: str) -> Date:
    """Read an ISO 8601 date or date and time, or only its year, or year and month; or a day as mystmd has it, ``15 April 2021``."""
    partial = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", text)
    try:
        if partial:
            return _real(Date(*(int(part) for part in partial.groups() if part)))
        if written := _written(text):
            return _real(written)
        day = datetime.datetime.fromisoformat(text).date()
    except ValueError:
        expected = "a date in ISO 8601 such as 2012-05-12, 2012-05 or 2012"
        raise FieldError(expected) from None
    return Date(day.year, day.month, day.day)


def _written(text: str) -> Date | None:
    if not re.search(r"[^\W\dTWZ_]", text):
        return None
    from .dates import MAIL_DATE, month_number  # the names of months cost time, and few dates have one

    found = MAIL_DATE.fullmatch(text)
    return Date(int(found["year"]), month_number(found["month"]), int(found["day"])) if found else None


def _real(date: Date) -> Date:
    """Return *date*. Raises ``ValueError`` for one that no calendar has."""
    date.first_day()
    return date


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


_CREATIVE_COMMONS = compile_later(r"CC[ -](BY(?:-(?:NC|ND|SA|NC-SA|NC-ND))?)[ -](\d\.\d)", re.IGNORECASE)


def license_url(typed: str) -> str:
    """Return the address of the licence *typed*, which is one or names a licence of Creative Commons; else nothing."""
    if match := _CREATIVE_COMMONS.fullmatch(typed):
        return f"https://creativecommons.org/licenses/{match[1].lower()}/{match[2]}/"
    if re.fullmatch(r"CC0(?: 1\.0)?", typed):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return typed if re.match(r"https?://", typed) else ""


def read_image(text: str) -> str:
    """Read the path of a picture in the project, or its URL; or a mapping that has it, as Hugo and Quarto do."""
    if structure := from_yaml(text):
        mapping = structure[0] if isinstance(structure[0], dict) else {}
        text = next((str(mapping[key]) for key in ("src", "path", "url", "file") if mapping.get(key)), "")
        if not text:
            raise FieldError("the path of a picture or its URL")
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
        raise FieldError(f"the last character of the ORCID iD {orcid} to be {check} (it is a check digit)")
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
    name = doi_name(text)
    if not name:
        raise FieldError("a DOI such as 10.1000/182 or https://doi.org/10.1000/182")
    return name


def read_count(text: str) -> int:
    """Read a number of things, one or more, in the digits 0 to 9."""
    count = decimal_value(text) if text.isascii() else None
    if not count:
        raise FieldError("a number from 1")
    return count


DASHES = compile_later(r"\s*[-‐–—]+\s*")
"""Dashes that ranges are typed with."""


def read_number(text: str) -> str:
    """Read the number of a volume, an issue or a page, which may have letters; or mystmd's mapping with a ``number``."""
    listed = from_yaml(text)
    if listed is None:
        return text
    match listed:
        case [{"number": str() | int() as number}]:
            return one_line(str(number))
    raise FieldError("a number, and no list or mapping without a 'number'")


def read_pages(text: str) -> tuple[str, ...]:
    """Read the pages of an article in its issue, a range with any dash or one page: the first, and the last of a range.

    The last may be shortened: ``110-8`` is 110-118 (*The Chicago Manual of Style*, 9.62).
    """
    expected = FieldError("the first and the last page, as 12–31, or one page")
    ends = [end.strip() for end in DASHES.split(text)]
    if len(ends) > 2 or not all(re.fullmatch(r"\w{1,40}", end) for end in ends):
        raise expected
    first, last = ends[0], ends[-1]
    if first.isdecimal() and last.isdecimal() and int(last) < int(first):
        last = first[: max(0, len(first) - len(last))] + last
        if int(last) < int(first):
            raise expected
        return first, last
    if (roman_value(last.lower()) or 0) < (roman_value(first.lower()) or 0) and roman_value(last.lower()):
        raise expected
    return tuple(ends)


def read_license(text: str) -> str:
    """Read a licence: its name or URL, or a mapping that has one, as Quarto and mystmd do. Only the text's is printed, not that of code."""
    structure = from_yaml(text)
    if structure is None:
        return text
    mapping = structure[0] if len(structure) == 1 else None
    if isinstance(mapping, dict) and isinstance(mapping.get("content"), dict):
        mapping = mapping["content"] | {"code": mapping.get("code")}
    values = (
        [mapping.get(key) for key in ("content", "text", "name", "id", "url")]
        if isinstance(mapping, dict)
        else []
    )
    named = [one_line(value) for value in values if isinstance(value, str) and value.strip()]
    if not named:
        raise FieldError("the name or the URL of a licence")
    if mapping and mapping.get("code"):
        raise FieldError("one licence, that of the text", keep=named[0])
    return named[0]


def read_kind(text: str) -> str:
    """Read the kind of article."""
    if text.lower() not in KINDS:
        raise FieldError(f"one of {', '.join(KINDS)}")
    return text.lower()


def read_status(text: str) -> str:
    """Read what has become of an article."""
    if text.lower() not in STATUSES:
        raise FieldError(f"one of {', '.join(STATUSES)}")
    return text.lower()


def read_corrections(text: str) -> tuple[Correction, ...]:
    """Read corrections, each a date and what was corrected, set apart by ``;`` before a date; or a YAML list. The oldest is the first.

    Raises :class:`FieldError`, with all of them, if one has no date.
    """
    listed = from_yaml(text)
    parts = listed if listed is not None else _BEFORE_A_DATE.split(text)
    found = [_correction(part) for part in parts if part]
    found.sort(key=lambda correction: str(correction.date or ""))
    if not all(correction.date and correction.text for correction in found):
        raise FieldError(
            "corrections that each begin with a date, such as 2024-05-01: The date was wrong.",
            keep=tuple(found),
        )
    return tuple(found)


_BEFORE_A_DATE = compile_later(r";\s*(?=\d{4}(?:-\d\d){0,2}\b)")
_DATED = compile_later(
    r"""(?P<date>\d{4}(?:-\d\d){0,2}) (?:T[\d:.+Z-]*)?
        (?:\s*[:,–—]|\s) \s*
        (?P<text>.*)""",
    re.VERBOSE,
)


def _correction(part: Any) -> Correction:
    """Read one correction: a line, a mapping of ``date`` and ``text``, or of the date to the text."""
    if isinstance(part, dict):
        pairs = {str(key).lower(): value for key, value in part.items()}
        day = pairs.pop("date", "")
        said = [pairs.pop(key) for key in ("text", "description", "note") if key in pairs]
        part = " ".join(map(str, [day, *said, *(word for pair in pairs.items() for word in pair)]))
    line = one_line(str(part))
    if match := _DATED.fullmatch(line):
        try:
            return Correction(read_date(match["date"]), match["text"])
        except FieldError:
            pass
    return Correction(None, line)


def read_keywords(text: str) -> tuple[str, ...]:
    """Read keywords set apart by ``;`` or, where there is none, by ``,``; or a YAML list."""
    listed = from_yaml(text)
    if listed and isinstance(listed[0], dict):
        raise FieldError("keywords, or a list of them")
    if listed is None:
        text = text.translate(ARABIC)
    parts = listed if listed is not None else text.split(";" if ";" in text else ",")
    return tuple(keyword for part in parts if (keyword := one_line(str(part))))


ARABIC = {ord("،"): ",", ord("؛"): ";"}
"""Arabic's comma and semicolon, which set apart what ours do."""


def read_text(text: str) -> str:
    """Read plain text."""
    if from_yaml(text) is not None:
        raise FieldError("text, and no list or mapping")
    return text


def from_yaml(text: str) -> list[Any] | None:
    """Return the list that YAML front matter held, or the mapping as the one item: MyST-Parser hands them on as JSON."""
    if not text.startswith(("[", "{")):
        return None
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return [item for item in (listed if isinstance(listed, list) else [listed]) if item is not None]
