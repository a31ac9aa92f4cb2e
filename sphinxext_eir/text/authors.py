"""Authors as they are typed: names in a line, or the structures that mystmd and Quarto have in YAML front matter.

Reading never guesses. Names are told apart at semicolons; at *and*, ``&`` and commas only where they can be read in one way alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from .fields import ARABIC, FieldError, from_yaml, one_line, read_orcid
from .names import PARTICLES, is_body
from .numerals import SMALL_ROMAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


@dataclass(frozen=True)
class Author:
    """A person or body that wrote an article.

    Family and given names are known only where they were typed apart: ``Family, Given``, or in a mapping.
    """

    name: str
    """As printed: given name first."""
    family: str = ""
    given: str = ""
    orcid: str = ""
    """The whole URL, ``https://orcid.org/0000-0002-1825-0097``, or nothing."""
    affiliation: str = ""
    email: str = ""
    corresponding: bool = False
    """Letters about the article go to this author."""
    equal_contributor: bool = False
    """This author did as much as the others who are marked so."""


SEMICOLONS = "authors to be set apart by semicolons"


def read_authors(text: str, institutions: Mapping[str, str] | None = None) -> tuple[Author, ...]:
    """Read authors set apart by ``;``, or the JSON of a YAML list, of a mapping or of text.

    Each is ``Name`` or ``Family, Given``, which may be followed by ``<https://orcid.org/…>`` and by an affiliation in round brackets.
    *institutions*, id → name, are those that mappings refer to. Raises :class:`FieldError`, with those that could be read.
    """
    listed = from_yaml(text)
    if listed is None and _STRUCTURE.match(text):
        raise FieldError("names, or a list of names or mappings in YAML, which this isn't")
    doubts: list[str] = []
    authors: list[Author] = []
    for item in _typed_apart(text, doubts) if listed is None else listed:
        try:
            authors.append(
                _from_mapping(item, institutions or {}) if isinstance(item, dict) else _from_text(str(item))
            )
        except FieldError as error:
            doubts.append(error.expected)
            authors += error.keep or ()
    if doubts:
        raise FieldError("; ".join(dict.fromkeys(doubts)), keep=tuple(authors))
    return tuple(authors)


def with_semicolons(text: str) -> str:
    """Return what docutils' field ``Authors`` holds as ``author`` has it: commas that set apart whole names become semicolons.

    docutils splits this field at semicolons or, without one, at commas ("Bibliographic Fields" of its reStructuredText specification).
    """
    parts = [part.strip() for part in _split(text, _COMMA)]
    apart = from_yaml(text) is None and ";" not in text and all(map(_is_full_name, parts))
    return "; ".join(parts) if apart else text


def read_institutions(text: str) -> dict[str, str]:
    """Read the list of institutions that authors refer to: id → name. An institution without an id is left out: nobody can refer to it.

    The papers of the Journal of Open Source Software call the id ``index``.
    """
    institutions = {}
    for item in from_yaml(text) or []:
        if isinstance(item, dict) and (key := item.get("id", item.get("index"))) is not None:
            institutions[str(key)] = _institution(item, {})
    return institutions


_STRUCTURE = re.compile(r"""\[?\s*[{"“„«] | \[\s*' | \[[^\]]*[,:]""", re.VERBOSE)
"""The beginning of a list or mapping. ``[Anonymous]`` and ``'t Hooft`` are names."""


# Names in a line


_COMMA = re.compile("[,،]")
_SEMICOLON = re.compile("[;؛]")
_AND = re.compile(r",?\s+(?:and|&|und|et|и)\s+")


def _typed_apart(text: str, doubts: list[str]) -> Iterator[str]:
    """Yield the authors in *text*, and add to *doubts* what makes the reading uncertain."""
    parts = list(_split(text, _SEMICOLON))
    if len(parts) == 1:
        joined = list(_split(text, _AND))
        listed = [part.strip() for piece in joined for part in _split(piece, _COMMA)]
        if len(joined) > 1 and all(_is_inverted(piece) for piece in joined):
            parts = joined  # Quill, Nadia and Brandt, Ola
        elif (len(joined) > 1 or len(listed) > 2) and all(map(_is_full_name, listed)):
            parts = listed  # Nadia Quill, Ola Brandt and Per Lund
        elif (len(joined) > 1 and not _is_one_body(text, joined[0])) or (
            len(joined) == 1 and len(listed) == 2 and all(map(_is_full_name, listed))
        ):
            doubts.append(SEMICOLONS)  # Quill and Brandt; Nadia Quill, Ola Brandt
    yield from (part for part in parts if part.strip())


def _split(text: str, at: re.Pattern[str]) -> Iterator[str]:
    """Split *text* at each match of *at* that stands in no round or angle brackets: an affiliation may hold one."""
    depth = start = 0
    position = 0
    while position < len(text):
        depth = max(0, depth + (text[position] in "(<") - (text[position] in ")>"))
        match = at.match(text, position) if not depth else None
        if match:
            yield text[start:position]
            start = position = match.end()
        else:
            position += 1
    yield text[start:]


def _name(part: str) -> str:
    """Return the name in *part*, without what may follow it in brackets."""
    end = len(part)
    while match := _tail(part, end):
        end = match.start()
    return part[:end].strip()


def _is_full_name(part: str) -> bool:
    """Say if *part* can only be a person's whole name: two to five words in capitals, but for particles."""
    words = _name(part).split()
    return (
        2 <= len(words) <= 5
        and words[0][:1].isupper()
        and words[-1][:1].isupper()
        and all(word[:1].isupper() or word in PARTICLES for word in words)
        and not any(character.isdigit() or character in ",&" for word in words for character in word)
        and not _SUFFIX.fullmatch(words[-1])
        and not is_body(" ".join(words))
        and words[0] != "The"
    )


def _is_inverted(piece: str) -> bool:
    """Say if *piece* is one name with a comma in it, ``Family, Given``."""
    parts = _name(piece).split(",")
    return len(parts) == 2 and all(part.strip()[:1].isupper() for part in parts)


def _is_one_body(text: str, first: str) -> bool:
    """Say if *text* with an *and* in it is the name of one body, whose *first* part isn't a person's name."""
    return (is_body(text) or text.startswith("The ")) and not _is_full_name(first)


_SUFFIX = re.compile(rf"(?:jr|sr|{SMALL_ROMAN})\.?", re.IGNORECASE)
_TAIL = re.compile(
    r"""(?: <(?P<bracketed>[^<>]*)>                   # <https://orcid.org/…>
            | (?P<bare>https?://orcid\.org/[^\s()]*)     # the same, its angle brackets read as markup
            | \((?P<affiliation>(?:[^()]|\([^()]*\))*)\)  # (University of Somewhere (USW))
            )""",
    re.VERBOSE,
)


def _from_text(text: str) -> Author:
    """Read one author in a line. Raises :class:`FieldError`, with the author if there is a name."""
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
    name = text[:end].translate(ARABIC)
    family, _, given = (part.strip() for part in name.partition(","))
    given, _, suffix = (part.strip() for part in given.partition(","))
    if suffix and not _SUFFIX.fullmatch(suffix):
        errors.append(SEMICOLONS)
        author = Author(one_line(name))
    elif given:
        author = _of_parts(given, family, suffix)
    else:
        author = Author(one_line(family))
    return _checked(replace(author, orcid=orcid, affiliation=affiliation), errors)


def _of_parts(given: str, family: str, suffix: str = "") -> Author:
    printed = one_line(f"{given} {family} {suffix}")
    return Author(printed, one_line(f"{family} {suffix}"), one_line(given))


def _checked(author: Author, errors: list[str]) -> Author:
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


# Mappings


PERSON = (
    "name",
    "given",
    "family",
    "suffix",
    "orcid",
    "affiliation",
    "affiliations",
    "email",
    "corresponding",
    "equal-contributor",
    "attributes",
)
"""The keys of a person that are read; an underscore is a hyphen."""
UNUSED = (
    "id", "ref", "url", "website", "homepage", "roles", "role", "degrees", "note", "phone", "fax", "acknowledgements", "deceased",
    "twitter", "x", "bluesky", "mastodon", "linkedin", "github", "collaborations", "metadata", "bio", "photo",
)  # fmt: skip
"""Keys of a person in mystmd, Quarto and others that say nothing that is printed here."""


def _from_mapping(item: Mapping[str, Any], institutions: Mapping[str, str]) -> Author:
    """Read one author of a YAML list. Raises :class:`FieldError`, with the author if there is a name."""
    person = {str(key).replace("_", "-").lower(): value for key, value in item.items() if value is not None}
    errors = [f"no {key!r} in an author" for key in person if key not in (*PERSON, *UNUSED)]
    attributes = person.get("attributes")
    marks = person | (
        {str(key).replace("_", "-"): value for key, value in attributes.items()}
        if isinstance(attributes, dict)
        else {}
    )
    orcid = ""
    if person.get("orcid"):
        try:
            orcid = read_orcid(one_line(str(person["orcid"])))
        except FieldError as error:
            errors.append(error.expected)
    places = [person.get("affiliation"), person.get("affiliations")]
    affiliations = [
        place for given in places for place in (given if isinstance(given, list) else [given]) if place
    ]
    try:
        affiliation = ", ".join(_institution(place, institutions) for place in affiliations)
    except FieldError as error:
        affiliation = ""
        errors.append(error.expected)
    author = replace(
        _named(person),
        orcid=orcid,
        affiliation=affiliation,
        email=one_line(str(person.get("email", ""))),
        corresponding=marks.get("corresponding") in (True, "true", "yes"),
        equal_contributor=marks.get("equal-contributor") in (True, "true", "yes"),
    )
    return _checked(author, errors)


def _named(person: Mapping[str, Any]) -> Author:
    """Return an author with the name of *person*: text, its parts, or a mapping of them (CSL's names of parts, as mystmd has them)."""
    name = person.get("name", "")
    if not isinstance(name, dict):
        if not name and ("family" in person or "given" in person):
            name = {part: person[part] for part in ("given", "family", "suffix") if part in person}
        else:
            return _from_text(one_line(str(name))) if name else Author("")
    part = {str(key).replace("_", "-"): one_line(str(value)) for key, value in name.items() if value}
    given, family = part.get("given", ""), part.get("family", "")
    family = one_line(f"{part.get('dropping-particle', '')} {part.get('non-dropping-particle', '')} {family}")
    if family and given:
        return _of_parts(given, family, part.get("suffix", ""))
    return Author(part.get("literal") or part.get("name") or family or given)


PLACE = ("department", "institution", "name", "city", "region", "state", "country")


def _institution(item: Any, institutions: Mapping[str, str]) -> str:
    """Return an institution in words: text, an id of *institutions*, or a mapping of its parts or with a ``ref``."""
    if not isinstance(item, dict):
        text = one_line(str(item))
        listed = [part.strip() for part in re.split("[,;&]", text)]
        if text not in institutions and all(part in institutions for part in listed):
            return ", ".join(institutions[part] for part in listed)  # "1, 2"
        if re.fullmatch(r"\d+(?:\s*[,;&]\s*\d+)*", text) and text not in institutions:
            missing = next(part for part in listed if part not in institutions)
            raise FieldError(f"an affiliation with the id {missing!r} among 'affiliations'")
        return institutions.get(text, text)
    if (reference := item.get("ref")) is not None:
        if str(reference) not in institutions:
            raise FieldError(f"an affiliation with the id {str(reference)!r} among 'affiliations'")
        return institutions[str(reference)]
    words: Sequence[str] = [one_line(str(item[part])) for part in PLACE if item.get(part)]
    return ", ".join(dict.fromkeys(words)) or institutions.get(str(item.get("id")), "")
