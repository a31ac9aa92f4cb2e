"""The people of a project, and the names in front matter that are theirs.

A name is a person's if it is their key, their ORCID iD, or their name: accents, capitals and stops don't count. A name that is nearly
a person's is named, and left as it was typed: nothing is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .article import Credited
from .compared_names import normal
from .fields import FieldError, read_orcid
from .identifiers import file_names
from .nearest import MOST, Nearest

if TYPE_CHECKING:
    from .article import Author, Person


@dataclass
class Directory:
    """The people of a project, found by key, ORCID iD and name."""

    people: dict[str, Person] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the indexes."""
        self._orcids = {person.author.orcid: person for person in self.people.values() if person.author.orcid}
        self._names: dict[str, list[Person]] = defaultdict(list)
        for person in self.people.values():
            for name in dict.fromkeys(map(normal, (person.author.name, *person.also))):
                self._names[name].append(person)
        self._by_family: dict[str, list[str]] = defaultdict(list)
        for name in self._names:
            self._by_family[name.rpartition(" ")[2]].append(name)
        self._nearest_name, self._nearest_key = Nearest(self._names), Nearest(self.people)
        self._doubts: dict[str, str] = {}
        self.file_names = file_names(self.people)

    def shared_names(self) -> list[list[Person]]:
        """Return the people who have the same name as others."""
        return [people for people in self._names.values() if len(people) > 1]

    def credit(self, authors: tuple[Author, ...], translators: tuple[Author, ...]) -> Credited:
        """Return *authors* and *translators* as the project knows them, and what is doubtful."""
        printed, doubts = zip(*(self._credit(people) for people in (authors, translators)), strict=True)
        return Credited((authors, translators), printed, doubts)

    def _credit(self, typed: tuple[Author, ...]) -> tuple[tuple[Author, ...], tuple[str, ...]]:
        printed: list[Author] = []
        doubts: list[str] = []
        for author in typed:
            if author.family in self.people and author.given in self.people:  # two keys, set apart by a comma
                printed += [self.people[key].author for key in (author.family, author.given)]
            elif person := self.find(author):
                printed.append(known(author, person))
            else:
                printed.append(author)
                doubts += [doubt] if (doubt := self.doubt(author)) else []
        return tuple(printed), tuple(doubts)

    def find(self, author: Author) -> Person | None:
        """Return the person that *author* is. Another ORCID iD is another person's."""
        orcid = author.orcid or _orcid(author.name)
        if person := self._orcids.get(orcid) or self.people.get(author.name):
            return person
        named = self._names.get(normal(author.name), [])
        if len(named) != 1 or (author.orcid and named[0].author.orcid):
            return None
        return named[0]

    def doubt(self, author: Author) -> str:
        """Return what to ask about the name of *author*, whom nobody here is; nothing if no name is near."""
        if author.orcid:
            return ""
        if _orcid(author.name):
            return f"nobody has the ORCID iD {author.name}, and it is printed in place of a name: type the name before it"
        if author.name not in self._doubts:
            self._doubts[author.name] = self._ask(author.name)
        return self._doubts[author.name]

    def _ask(self, name: str) -> str:
        typed = normal(name)
        if shared := self._names.get(typed):
            keys = " or ".join(repr(person.key) for person in shared)
            return f"{name!r} is the name of several people; give the key of the one you mean, {keys}"
        relatives = self._by_family.get(typed.rpartition(" ")[2], ())[:MOST]
        shortened = (other for other in relatives if is_shortened(typed, other))
        if near := self._nearest_name.to(typed, 0.88) or next(shortened, ""):
            person = self._names[near][0]
        elif key := self._nearest_key.to(name, 0.8):
            person = self.people[key]
        else:
            return ""
        return (
            f"nobody is called {name!r}; did you mean {person.author.name!r} ({person.key})? If it is another name of that person, add "
            "it to their 'also'; if it is somebody else, add them"
        )


def _orcid(name: str) -> str:
    """Return the ORCID iD that was typed in place of a *name*; nothing if none was."""
    try:
        return read_orcid(name)
    except FieldError:
        return ""


def is_shortened(name: str, other: str) -> bool:
    """Say if one of two names is the other with initials, or without a middle name."""
    one, two = name.split(), other.split()
    if len(one) < 2 or len(two) < 2 or one[-1] != two[-1]:
        return False
    first, second = one[0], two[0]
    return first == second or (1 in (len(first), len(second)) and first[0] == second[0])


def known(author: Author, person: Person) -> Author:
    """Return *author* under the name of *person*. What the article says of affiliation and address is true of its time, and stays."""
    return author._replace(
        name=person.author.name,
        family=person.author.family,
        given=person.author.given,
        orcid=person.author.orcid or author.orcid,
        affiliation=author.affiliation or person.author.affiliation,
        email=author.email or person.author.email,
        key=person.key,
    )
