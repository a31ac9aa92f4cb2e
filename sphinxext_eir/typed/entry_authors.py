"""The authors that an entry begins with: ``Blank, S., Clark, W. and World Bank (eds)``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..text.characters import EAST_ASIAN
from ..text.names import BETWEEN_NAMES, PARTICLE, PARTICLES, ROLE, UPPER, is_body
from ..text.patterns import any_of, compile_later
from ..text.vocabularies import folded_words, words

if TYPE_CHECKING:
    from collections.abc import Iterator

# Repetitions are possessive, or bound to a word's end: a name of capitals alone is read in one way, not in thousands.

_LETTER = rf"(?:(?![\u0590-\u08ff]){UPPER}|[\u0590-\u08ff](?![^\W\d_]))"
"""A letter that may be an initial: in Arabic and Hebrew one that stands alone, since a word of two or three letters is a name there."""
_INITIALS = rf"(?:{UPPER}[a-z]?\.\s*-?)++|{_LETTER}(?:\s?{_LETTER}){{0,2}}|(?:{_LETTER}-{_LETTER})"
_GIVEN_WORD = rf"{UPPER}[\w'’-]*(?![\w'’-])\.?"
GIVEN = compile_later(
    rf"(?:(?:{_INITIALS}|{_GIVEN_WORD})\s*){{1,4}}(?:{PARTICLE}\b\s*)*(?:[Jj]r\.?|[Ss]r\.?|I{{1,3}})?"
)
"""A given name after the comma: initials, or up to four words with capitals."""
_ONE = rf"{UPPER}(?:[a-z]?\.)?"
INITIALS = compile_later(rf"{_ONE}(?:\s*(?:-\s*|{PARTICLE}\s)?{_ONE})*\s*(?:{PARTICLE}\b\s*)*")

_ROLE = compile_later(rf"[\s,]*[(\[]?\b{ROLE}\b\.?[)\]]?\s*$", re.IGNORECASE)
_CONJUNCTION = any_of(words("conjunctions"))
_MORE = "|".join(
    sorted(
        (rf"\s{re.escape(word)}" if word[0] < "\u2e80" else re.escape(word)).replace(r"\ ", r"\s?")
        for word in words("et_al")
    )[::-1]
)
_ET_AL = compile_later(rf",?\s* (?: \bet\.?\ al\b\.? ) | ,? (?: {_MORE} ) (?!\w)", re.IGNORECASE | re.VERBOSE)
_AND = compile_later(
    rf""",?\s (?: {_CONJUNCTION} | {any_of(words("accompanied"))} ) \s
       | (?<=[\w.]) \s?/\s? (?={UPPER}[\w'’-]+,)              # Blank, S./Clark, W.
       | (?<=\w) \s? · \s? (?=\w)
       | {BETWEEN_NAMES}""",
    re.VERBOSE,
)
_COMPOUND = compile_later(
    rf"""^({UPPER}[\w'’-]+ (?:[ ]{UPPER}[\w'’-]+)?)
         [ ](?P<and>[eyEY])[ ]
         ((?:[dD][aoe]s?[ ])?{UPPER}[\w'’-]+) (?=,|$)""",
    re.VERBOSE,
)
"""Two surnames of one person, before the given name: ``Ortega y Gasset, Jaime``."""
_ARABIC_AND = compile_later(
    rf"""(?<=\w) ,? \s+ (?! {any_of(words("whole_names", "ar"))} (?!\w) ) و
        (?=[\u0600-\u06ff]{{3,}} (?:\s|,\s?) [\u0600-\u06ff])""",
    re.VERBOSE,
)
"""An Arabic *and*, before two words or more: a surname and a given name, in whatever order."""
_INITIALS_AFTER = compile_later(rf"(?<=[^\W\d_]{{2}})\s(?:{_LETTER}\.?[ -]?){{1,3}}$")
_TITLES = ("Jr", "Sr", "II", "III", *(word for word in words("honorifics") if not word.endswith(".")))
_HONORIFIC = compile_later(rf",\s*{any_of(_TITLES)}\b\.?(?=\s*(?:,|;|$|{_CONJUNCTION}(?!\w)))")

_IN_NAMES = frozenset(
    (
        *PARTICLES,
        *folded_words("conjunctions"),
        *folded_words("connectives"),
        *folded_words("accompanied"),
        *["et", "al", "ed", "eds"],
    )
)
"""Small words that may stand between names, and in those of bodies."""
_SMALL_IN_CAPITALS = any_of(word.upper() for word in words("connectives") if len(word) < 4)
_BY_INITIAL = rf"""
    [^\W\d_][\w'’-]+ (?: [ -]{UPPER}?[\w'’-]+ ){{0,2}} ,?\s       # García Linera
    (?! [EYIИ]\s\w{{2}} )  (?: {UPPER}\.[\s-]?(?:(?:{PARTICLE}\s)?{UPPER}\.[\s-]?){{0,3}} (?:{PARTICLE}(?=[,;]))? | (?!{_SMALL_IN_CAPITALS}\s\w) {_LETTER}{{1,3}}(?=[.,;\s]) )  # A. B., or AB
"""
_BY_INITIALS = compile_later(
    rf"{_BY_INITIAL} (?: [,;/]?\s? {_CONJUNCTION}? \s? {_BY_INITIAL} ){{0,12}} (?=[.\s])", re.VERBOSE
)
"""Names that all have their initials after them."""
_CHUNK = compile_later(
    rf"""(?: ^ | (?P<comma> [,;] )? \s* (?P<and> \b{any_of(word for word in words("conjunctions") if word != "&")}\s | &\s? )? )
        (?P<name> (?: (?! \s{_CONJUNCTION}\s ) [^,;] )+ )""",
    re.VERBOSE,
)
"""Words between commas, semicolons and *and*."""
_PERSON = compile_later(rf"(?:(?:(?:{PARTICLE}|{UPPER}[\w'’.-]*)\s?){{1,5}})")


_INITIAL = compile_later(rf"\b{UPPER}\.")
_INITIAL_AT_END = compile_later(rf"\b{UPPER}[a-z]?\.$")
_NAMED_ED = compile_later(r"[^,()\[\]]+,\s*Ed\s*")  # `Miliband, Ed`
_DOTTED = compile_later(rf"(?:{UPPER}[a-z]?\.-?)+")
_STOP_AFTER_BRACKET = compile_later(r"(?<=[)\]])[\s.,]{1,4}$")


_TIE = "\u2060"
"""A character that holds two words together while names are divided."""
_NO_SPACES = compile_later(f"{EAST_ASIAN}{{2,5}}")
"""A name in a script without spaces: surname and given name in one."""


class Person(NamedTuple):
    """An author's name as far as its parts are plain."""

    surname: str
    """The whole name if its parts aren't plain, and a body's."""
    given: str = ""
    """Given names or initials, and particles that were typed after them: ``K. van der``."""


class Authors(NamedTuple):
    """The authors of an entry, in order."""

    people: tuple[Person, ...]
    more: bool = False
    """Says that there are more than these: *et al.*"""
    inverted: bool = False
    """Says that the first is a person, typed with the surname first."""

    @property
    def names(self) -> tuple[str, ...]:
        """Their surnames, or a body's name."""
        return tuple(person.surname for person in self.people)


def read_authors(head: str) -> Authors:
    """Read the authors at the *head* of an entry.

    ``Blank, S. and Clark, W.``, ``Blank, S., & W. Clark``, ``Blank S, Clark W``, ``Stephen Blank``, ``World Bank``.
    """
    others = _ET_AL.search(head)
    more = others is not None
    head = head[: others.start()] if others else head
    head = _STOP_AFTER_BRACKET.sub("", head)
    while not _NAMED_ED.fullmatch(head) and (role := _ROLE.search(head)):
        head = head[: role.start()]
    head = _HONORIFIC.sub("", head).strip(" ,;:")
    if head.endswith(" ."):
        head = head.rstrip(" .") + "."
    if is_body(head) and not _INITIAL.search(head):
        parts = (part.strip().rstrip(".") for part in head.split(","))
        bodies = tuple(Person(part) for part in parts if part)
        return Authors(bodies[:1], more)  # `United Nations, Security Council`
    head = _ARABIC_AND.sub("; ", _COMPOUND.sub(rf"\1{_TIE}\g<and>{_TIE}\3", head, count=1))
    pieces = head.split(";") if ";" in head else [head]
    people = [person for piece in pieces for part in _AND.split(piece) for person in _people(part)]
    people = [Person(person.surname.replace(_TIE, " "), person.given.replace(_TIE, " ")) for person in people]
    first = _AND.split(pieces[0])[0].replace(_TIE, " ")
    inverted = bool(people) and "," in first and first != people[0].surname and not is_body(first)
    return Authors(tuple(people), more, inverted)


def _people(part: str) -> Iterator[Person]:
    """Yield the names that are divided by commas: the first one inverted, the others inverted or not."""
    chunks = [chunk.strip() for chunk in part.split(",") if chunk.strip(" .&")]
    first = True
    while chunks:
        chunk = chunks.pop(0)
        following = chunks[0] if chunks else ""
        person = _person(chunk)
        if _INITIALS_AFTER.search(chunk) or _NO_SPACES.fullmatch(chunk.rstrip(".")):
            pass  # `Blank S`: its initials are its own
        elif INITIALS.fullmatch(following) or (
            not (_is_full(chunk) and _is_full(following))
            and GIVEN.fullmatch(following)
            and not is_body(f"{chunk} {following}")
        ):
            person = Person(person.surname, _tidy_given(chunks.pop(0)))
        elif not first and not following and INITIALS.fullmatch(chunk):
            continue  # `Blank, Stephen, J.`
        if person.surname:
            yield person
        first = False


def _tidy_given(given: str) -> str:
    """Return *given* names without the full stop of the list; that of an initial is its own."""
    return given if _INITIAL_AT_END.search(given) else given.rstrip(".")


def _is_full(name: str) -> bool:
    """Say if *name* has two words or more in full: a given name and a surname, in whatever order."""
    words = [word for word in name.split() if word not in PARTICLES]
    return len(words) > 1 and not any(INITIALS.fullmatch(word) for word in words[1:])


def authors_end(head: str) -> int:
    """Return where the authors end in *head*, in which a title follows them after a comma or an initial.

    ``Waltz, Kenneth N., Theory of …``, ``Boykoff J. Celebration …``, ``Amartya Sen, Development as …``.
    """
    if by_initials := _BY_INITIALS.match(head):
        others = _ET_AL.match(head, by_initials.end())
        return (others or by_initials).end()
    chunks = list(_CHUNK.finditer(head))
    position, inverted = 0, False
    while position < len(chunks):
        if position and not _goes_on(chunks, position, inverted=inverted):
            return chunks[position - 1].end()
        if not _PERSON.fullmatch(chunks[position]["name"].strip()):
            return chunks[position - 1].end() if position else len(head)
        position += 1
        if position < len(chunks) and _is_given(chunks[position], chunks[position - 1]["name"].strip()):
            inverted = position == 1
            position += 1
    return len(head)


def title_start(head: str) -> int:
    """Return where a title begins in *head*, before a year that isn't the authors': ``Blank, S. The bridge (a study) [1975]``."""
    by_initials = _BY_INITIALS.match(head)
    if not by_initials:
        return len(head)
    words_ = re.findall(r"[^\W\d_][\w'’-]*", head[by_initials.end() :])
    titled = any(word.islower() and word not in _IN_NAMES for word in words_)
    return by_initials.end() if titled else len(head)


def _goes_on(chunks: list[re.Match[str]], position: int, *, inverted: bool) -> bool:
    """Say if the list of authors goes on with the chunk at *position*; *inverted*, if the first name is."""
    chunk = chunks[position]
    if chunk["and"] or chunk["comma"] == ";" or _INITIALS_AFTER.search(chunk["name"]):
        return True
    if all(_NO_SPACES.fullmatch(one["name"].strip()) for one in (chunk, chunks[position - 1])):
        return True
    listed = not inverted and any(later["and"] for later in chunks[position + 1 : position + 4])
    return listed and _is_full(chunk["name"])


def _is_given(chunk: re.Match[str], surname: str) -> bool:
    """Say if *chunk*, which follows a *surname*, is the given name that belongs to it."""
    given = chunk["name"].strip()
    if chunk["and"] or chunk["comma"] != "," or _NO_SPACES.fullmatch(given):
        return False
    return bool(INITIALS.fullmatch(given) or (GIVEN.fullmatch(given) and not _is_full(surname)))


def _person(name: str) -> Person:
    """Return *name* without initials before or after it, which are the given names; otherwise the whole as a surname."""
    after = _INITIALS_AFTER.search(name)
    words = (name[: after.start()] if after else name).strip(" ,;").split()
    capitals = [len(word) > 2 and word.isupper() for word in words]
    number = sum(capitals)
    if (
        not after
        and 0 < number < len(words)
        and all(capitals[:number])
        and not any(word.islower() for word in words)
        and not is_body(name)
    ):  # `DUPONT Jean`
        return Person(" ".join(words[:number]), " ".join(words[number:]).rstrip("."))
    start = 0
    while start < len(words) - 1 and _DOTTED.fullmatch(words[start]):
        start += 1
    given = " ".join([*words[:start], *([after[0].strip()] if after else [])])
    return Person(" ".join(words[start:]).rstrip("."), given)
