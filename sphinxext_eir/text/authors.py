"""Authors as they are typed in a line.

Reading never guesses. Names are told apart at semicolons; at *and*, ``&`` and commas only where they can be read in one way alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .fields import ARABIC, FieldError, from_yaml, one_line, read_orcid
from .names import PARTICLES, is_body
from .numerals import SMALL_ROMAN

if TYPE_CHECKING:
    from collections.abc import Iterator


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
    key: str = ""
    """The key of this person among the project's people, if they are there."""


SEMICOLONS = "authors to be set apart by semicolons"


def read_line(text: str) -> tuple[list[Author], list[str]]:
    """Read authors set apart by ``;``; return them, and what was expected of the text where it can be read in two ways.

    Each is ``Name`` or ``Family, Given``, which may be followed by ``<https://orcid.org/…>`` and by an affiliation in round brackets.
    """
    doubts: list[str] = []
    authors: list[Author] = []
    parts = list(_typed_apart(text, doubts))
    for part in parts:
        try:
            if doubts or (is_two_names(part) and any(map(_is_full_name, parts))):
                authors.append(read_name(part, as_typed=True))
                doubts = doubts or [SEMICOLONS]  # Nadia Quill; Ola Brandt, Per Lund
            else:
                authors.append(read_name(part))
        except FieldError as error:
            doubts.append(error.expected)
            authors += error.keep or ()
    return authors, doubts


def with_semicolons(text: str) -> str:
    """Return what docutils' field ``Authors`` holds as ``author`` has it: commas that set apart whole names become semicolons.

    docutils splits this field at semicolons or, without one, at commas ("Bibliographic Fields" of its reStructuredText specification).
    """
    parts = [part.strip() for part in _split(text, _COMMA)]
    apart = from_yaml(text) is None and ";" not in text and all(map(_is_full_name, parts))
    return "; ".join(parts) if apart else text


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
        elif len(joined) == 1 and is_two_names(text):
            parts = listed  # Nadia Quill, Ola Brandt
        elif (len(joined) > 1 and not _is_one_body(text, joined[0])) or (
            len(joined) == 1 and _may_be_two_names(listed)
        ):
            doubts.append(SEMICOLONS)  # Quill and Brandt; García Márquez, Gabriel José
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


def is_two_names(part: str) -> bool:
    """Say if *part*, with one comma, can only be two persons' whole names, and not ``Family Family, Given Given``.

    Surnames of two words are Iberia's and Latin America's: *y* and *e* join them, and their bearers mostly have given names of
    :data:`GIVEN`. An initial at the end is a given name's.
    """
    pieces = [piece.strip() for piece in _split(part, _COMMA)]
    return _may_be_two_names(pieces) and (
        pieces[0].split()[0] in GIVEN or not all(word in GIVEN for word in _name(pieces[1]).split())
    )


def _may_be_two_names(pieces: list[str]) -> bool:
    return (
        len(pieces) == 2
        and all(map(_is_full_name, pieces))
        and not {"y", "e", "i"} & set(_name(pieces[0]).split())
        and not re.fullmatch(r"[^\W\d_]\.?", _name(pieces[1]).split()[-1])
    )


GIVEN = frozenset((
    "Adriana", "Alberto", "Alejandra", "Alejandro", "Alfonso", "Alfredo", "Alicia", "Ana", "André", "Andrea",
    "Andrés", "Ángel", "Ángela", "Antonia", "Antonio", "Arturo", "Beatriz", "Bruno", "Camila", "Carla", "Carlos",
    "Carmen", "Carolina", "Catalina", "Cecilia", "César", "Claudia", "Clara", "Cristina", "Daniel", "Daniela",
    "David", "Diana", "Diego", "Eduardo", "Elena", "Emilia", "Emilio", "Enrique", "Ernesto", "Esteban", "Eugenia",
    "Eva", "Fátima", "Felipe", "Fernanda", "Fernando", "Francisca", "Francisco", "Gabriel", "Gabriela", "Gloria",
    "Gonzalo", "Guillermo", "Gustavo", "Helena", "Héctor", "Hugo", "Ignacio", "Inés", "Irene", "Isabel", "Jaime",
    "Javier", "Jesús", "Joaquín", "João", "Jorge", "José", "Josefina", "Juan", "Juana", "Julia", "Julio", "Laura",
    "Leonor", "Leticia", "Lucas", "Lucía", "Luis", "Luisa", "Luiz", "Luz", "Manuel", "Manuela", "Marcela",
    "Marcelo", "Marcos", "Margarita", "María", "Maria", "Mariana", "Mario", "Marta", "Martín", "Mateo", "Mercedes",
    "Miguel", "Mónica", "Natalia", "Nicolás", "Olga", "Óscar", "Pablo", "Patricia", "Paula", "Paulo", "Pedro",
    "Pilar", "Rafael", "Ramón", "Raquel", "Raúl", "Ricardo", "Roberto", "Rodrigo", "Rosa", "Rubén", "Salvador",
    "Santiago", "Sara", "Sebastián", "Sergio", "Silvia", "Sofía", "Soledad", "Susana", "Teresa", "Tomás",
    "Valentina", "Valeria", "Vera", "Vicente", "Víctor", "Victoria", "Virginia", "Ximena", "Yolanda",
))  # fmt: skip
"""Given names that Spaniards, Portuguese and Latin Americans have two of."""


def _is_inverted(piece: str) -> bool:
    """Say if *piece* is one name with a comma in it, ``Family, Given``."""
    parts = _name(piece).split(",")
    return len(parts) == 2 and all(part.strip()[:1].isupper() for part in parts)


def _is_one_body(text: str, first: str) -> bool:
    """Say if *text* with an *and* in it is the name of one body, whose *first* part isn't a person's name."""
    return (is_body(text) or text.startswith("The ")) and not _is_full_name(first)


def _is_title(word: str, *, after: str) -> bool:
    """Say if *word* is no given name *after* a surname, but what follows a whole name: ``Martin Luther King, Jr.``, ``Nadia Quill, PhD``."""
    return " " in after and (bool(_SUFFIX.fullmatch(word)) or word.replace(".", "") in _DEGREES)


_DEGREES = frozenset((
    "PhD", "DPhil", "MD", "MA", "BA", "MSc", "BSc", "MPhil", "LLM", "LLB", "LLD", "JD", "MBA", "MPH", "MPP", "EdD",
    "DSc", "DD", "ThD", "Esq", "FRS", "FBA", "OBE", "MBE", "CBE", "KC", "QC", "RN", "SJ", "OP", "OSB",
))  # fmt: skip
_SUFFIX = re.compile(rf"(?:jr|sr|{SMALL_ROMAN})\.?", re.IGNORECASE)
_TAIL = re.compile(
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
    name = text[:end].translate(ARABIC)
    family, _, given = (part.strip() for part in name.partition(","))
    given, _, suffix = (part.strip() for part in given.partition(","))
    if suffix and not _SUFFIX.fullmatch(suffix):
        errors.append(SEMICOLONS)
        author = Author(one_line(name))
    elif given and (as_typed or _is_title(given, after=family)):
        author = Author(one_line(name))
    elif given:
        author = of_parts(given, family, suffix)
    else:
        author = Author(one_line(family))
    return checked(replace(author, orcid=orcid, affiliation=affiliation), errors)


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
