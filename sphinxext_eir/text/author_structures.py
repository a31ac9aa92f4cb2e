"""Authors as text or as the structures that mystmd, Quarto and the Journal of Open Source Software have in YAML front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .article import Author
from .author_lines import may_be_two, read_line, several_in
from .authors import SEMICOLONS, checked, of_parts, read_name
from .fields import FieldError, from_yaml, one_line, read_orcid
from .institutions import AFFILIATION, defined_in, institution, places_of
from .patterns import compile_later

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def read_authors(
    text: str, institutions: Mapping[str, str] | None = None, people: Sequence[Any] = ()
) -> tuple[Author, ...]:
    """Read authors set apart by ``;``, or the JSON of a YAML list, of a mapping or of text.

    *institutions*, id → name, and *people*, mappings with an ``id``, are those that mappings refer to. Raises :class:`FieldError`, with
    the authors that could be read.
    """
    listed = from_yaml(text)
    if listed is None and _STRUCTURE.match(text):
        raise FieldError("names, or a list of names or mappings in YAML, which this isn't")
    if listed is None:
        authors, doubts = read_line(text)
    elif len(listed) == 1 and isinstance(listed[0], str):
        authors, doubts = read_line(listed[0])
    else:
        authors, doubts = _read_list(listed, institutions or {}, people)
    if doubts:
        raise FieldError("; ".join(dict.fromkeys(doubts)), keep=tuple(authors))
    return tuple(authors)


_STRUCTURE = compile_later(r"""\[?\s*[{"“„«] | \[\s*' | \[[^\]]*[,:]""", re.VERBOSE)
"""The beginning of a list or mapping. ``[Anonymous]`` and ``'t Hooft`` are names."""


def _read_list(
    listed: Sequence[Any], institutions: Mapping[str, str], people: Sequence[Any]
) -> tuple[list[Author], list[str]]:
    """Return the authors of a YAML list, and what was expected of it."""
    known = {str(person["id"]): person for person in people if isinstance(person, dict) and "id" in person}
    items = [_referred_to(item, known) for item in listed]
    institutions = {**defined_in([*people, *items]), **institutions}
    authors: list[Author] = []
    doubts: list[str] = []
    for item in items:
        try:
            authors += (
                [_from_mapping(item, institutions)]
                if isinstance(item, dict)
                else _from_text(str(item), items)
            )
        except FieldError as error:
            doubts.append(error.expected)
            authors += error.keep or ()
    return authors, doubts


def _referred_to(item: Any, known: Mapping[str, Any]) -> Any:
    """Return the person that *item* refers to by an id, or *item* itself."""
    if not isinstance(item, dict):
        return known.get(str(item), item)
    reference = item.get("ref", item.get("id"))
    return known.get(str(reference), {}) | item if "name" not in item and reference is not None else item


def _from_text(text: str, items: Sequence[Any]) -> list[Author]:
    """Read what should be one name among the *items* of a list. Two whole names in one are doubtful beside names without a comma."""
    if may_be_two(text) and any(isinstance(item, str) and "," not in item for item in items):
        raise FieldError(SEMICOLONS, keep=[read_name(text, as_typed=True)])
    return [read_name(name) for name in (several_in(text) or [text])]


PARTS = {
    "given-names": "given",
    "given-name": "given",
    "first": "given",
    "firstname": "given",
    "forename": "given",
    "surname": "family",
    "last": "family",
    "lastname": "family",
    "particle": "non-dropping-particle",
}
"""Other names of the parts of a name, in mystmd and in papers of the Journal of Open Source Software."""
NAME = ("given", "family", "suffix", "dropping-particle", "non-dropping-particle", "literal")
"""The parts of a name, as CSL has them."""
MARKS = {"equal-contrib": "equal-contributor", "equal-contribution": "equal-contributor"}
PERSON = (
    "name", *NAME, "orcid", "email", "correspondence", "corresponding", "equal-contributor", "attributes", *AFFILIATION,
)  # fmt: skip
"""The keys of a person that are read; an underscore is a hyphen."""
UNUSED = (
    "id", "ref", "url", "website", "homepage", "roles", "role", "degrees", "note", "phone", "fax", "acknowledgements", "deceased",
    "twitter", "x", "bluesky", "mastodon", "linkedin", "github", "gitlab", "facebook", "instagram", "threads", "youtube", "discord",
    "discourse", "slack", "collaborations", "metadata", "bio", "photo", "avatar", "userid", "nameparsed", "affiliation-url",
)  # fmt: skip
"""Keys of a person in mystmd, Quarto and others that say nothing that is printed here."""
YES = (True, "true", "yes")


def _from_mapping(item: Mapping[str, Any], institutions: Mapping[str, str]) -> Author:
    """Read one author of a YAML list. Raises :class:`FieldError`, with the author if there is a name."""
    person = {_named_key(key): value for key, value in item.items() if value is not None}
    errors = [f"no {key!r} in an author" for key in person if key not in (*PERSON, *UNUSED)]
    attributes = person.get("attributes")
    marks = person | (
        {_named_key(key): value for key, value in attributes.items()} if isinstance(attributes, dict) else {}
    )
    orcid = ""
    if person.get("orcid"):
        try:
            orcid = read_orcid(one_line(str(person["orcid"])))
        except FieldError as error:
            errors.append(error.expected)
    places: list[str] = []
    for place in places_of(person):
        try:
            places.append(institution(place, institutions))
        except FieldError as error:
            places += [error.keep] if error.keep else []
            errors.append(error.expected)
    letters = one_line(str(person.get("correspondence", "")))
    name = person.get("name")
    if isinstance(name, str) and several_in(name):
        errors.append("one name in 'name'")
    author = _named(person)._replace(
        orcid=orcid,
        affiliation=", ".join(places),
        email=one_line(str(person.get("email") or (letters if "@" in letters else ""))),
        corresponding=marks.get("corresponding") in YES or "@" in letters or letters.lower() in YES,
        equal_contributor=marks.get("equal-contributor") in YES,
    )
    return checked(author, errors)


def _named_key(key: object) -> str:
    """Return a person's key as :data:`PERSON` has it."""
    plain = str(key).replace("_", "-").lower()
    return MARKS.get(plain) or PARTS.get(plain, plain)


def _named(person: Mapping[str, Any]) -> Author:
    """Return an author with the name of *person*: text, its parts, or a mapping of them (CSL's names of parts, as mystmd has them)."""
    name = person.get("name", "")
    if not name:
        name = {part: person[part] for part in NAME if part in person}
    if not isinstance(name, dict):
        return read_name(one_line(str(name)), as_typed=bool(several_in(str(name))))
    part = {_named_key(key): one_line(str(value)) for key, value in name.items() if value}
    given, family = part.get("given", ""), part.get("family", "")
    family = one_line(f"{part.get('dropping-particle', '')} {part.get('non-dropping-particle', '')} {family}")
    if family and given:
        return of_parts(given, family, part.get("suffix", ""))
    return Author(part.get("literal") or part.get("name") or family or given)
