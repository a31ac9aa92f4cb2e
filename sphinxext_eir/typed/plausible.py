"""Whether what has the form of a citation is one, even if no entry says so. In doubt it is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..text.names import PARTICLES, is_acronym
from .authors import LONGEST
from .words import ACTORS, BODY, CLAIMS, NO_AUTHOR, ONE_WORD_BODIES, PLACES, STARTERS, SUBJECTS, WORKS
from .years import LAW

if TYPE_CHECKING:
    from .authors import Name, Names
    from .years import Year

_WORD = re.compile(r"[\w.'’‐‑/-]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_SECOND_CAPITAL = re.compile(
    r"(?:Mac|Mc|O['’]|D['’]|L['’]|De|Di|Du|Da|La|Le|Van|Von|Fitz|Al-?|El-?|Ben|Bar)?(?P<rest>.*)"
)
_VERB = re.compile(
    r"[\s,]{0,3}(?:(?:also|would|could|might|may|can|will|must|has|have|had|who|further|then|once|even|himself|herself|both|not|\w{2,15}ly)\s+){0,3}(?P<verb>\w+)"
)
_ELLIPTIC = re.compile(r"\s(?:of|by|that)\s")  # `Clark (2000) speaks of a state; Blank (2001) of a nation`
_LISTED = re.compile(
    r"\s?(?:[,;]|,?\s(?:and|or|as well as))\s(?:(?:and|or)\s)?(?:by\s)?"
    r"(?:[^\W\d_][\w.'’-]*,?\s(?:and\s|&\s)?){1,6}\([^()]{4,40}\)"
)
_ARTICLES = frozenset({"The", "A", "An", "This", "These", "His", "Her", "Their", "Our", "My", "Its"})
_NONE = (NO_AUTHOR - STARTERS) | ACTORS
_ASCRIBING = frozenset({"According", "For", "Like", "Unlike", "Following", "As", "By", "See"})
"""With these a sentence begins that says whose a thought is: ``For Blank (2000)``."""
_PREPOSITIONS = frozenset(
    {"in", "of", "on", "from", "to", "with", "against", "for", "about", "by", "towards", "over"}
)
_ASCRIBED = re.compile(
    r"(?:\b[Aa]ccording to|\bas (?:do|does|did|has|have|had)|\b[Ss]ee(?: also)?|\b[Ff]ollowing|\b[Aa]s|\b[Cc]f\.?|\b[Bb]y"
    r"|\b[Aa]uthors? like|\b[Ss]cholars? (?:like|such as))\s+$"
)
_MOST_WORDS = 2
"""Words of a name that is a person's for sure if another author or a page is cited with it."""


def are_authors(names: Names, years: list[Year], *, narrative: bool = False) -> bool:
    """Whether *names*, with capitals before *years*, are authors even if no entry says so."""
    parts = _without_beginning(names.names)
    if narrative:  # `In Kosovo, Blank (2000)`
        several = parts and parts[-1].joined
        while (
            len(parts) > 1
            and not parts[1].joined
            and not (several and _is_author(parts[0].text(), sure=True))
        ):
            parts = parts[1:]
    parts = [part for number, part in enumerate(parts) if not (number and _INITIALS.fullmatch(part.text()))]
    words = [word.text.casefold().strip(".'’") for name in parts for word in name.words if not word.small]
    if not words or any(_speaks_against(word) for word in words) or {"university", "press"} <= set(words):
        return False
    if names.names[0].words[0].text in _ARTICLES and not any(word in BODY for word in words):
        return False  # `The Origins 1951`
    locator = next((year.locator for year in years if year.locator), "")
    if LAW.match(locator):
        return False
    several = len(parts) > 1 and parts[-1].joined
    if len(parts) > 1 and not several and not names.more:
        return _is_author(" ".join(name.text() for name in parts), sure=False)
    return all(_is_author(name.text(), sure=names.more or several or bool(locator)) for name in parts) and (
        not several or any(len(name.words) == 1 or name.words[0].small for name in parts) or bool(locator)
    )


def are_none(names: Names) -> bool:
    """Whether a word of *names* says that they, and what is listed with them, are no authors: ``Kosovo 1999``."""
    words = [
        word.text.casefold().strip(".'’") for name in names.names for word in name.words if not word.small
    ]
    return any(word in _NONE for word in words) or any(word in PLACES for word in words[-1:])


def begins_sentence(name: str) -> bool:
    """Whether the first word of *name* is none: ``However``, ``See``."""
    return name.split(" ", 1)[0].casefold().rstrip(".,") in STARTERS


def is_claimed(before: str, after: str, names: Names, years: list[Year]) -> bool:
    """Whether the words around say that ``Blank (2000)`` is an author's work, and not a thing of that year."""
    if before.rstrip().rsplit(" ", 1)[-1].casefold() in WORKS:
        return False
    if before.endswith(("the ", "The ")) and not any(
        word.text.casefold() in BODY for word in names.names[-1].words
    ):
        return any(year.locator for year in years)  # `the NIEO (1974)`
    if (
        names.more
        or names.possessive
        or after.startswith(("'s ", "’s "))
        or any(year.locator or year.suffix for year in years)
    ):
        return True
    words = {word.text.casefold() for name in names.names for word in name.words}
    if (
        (len(names.names) > 1 and names.names[-1].joined and not (words & BODY or words & PLACES))
        or names.names[0].words[0].text in _ASCRIBING
        or (before.endswith("; ") and _ELLIPTIC.match(after))
    ):
        return True
    position = 0
    while listed := _LISTED.match(after, position):
        position = listed.end()
    verb = _VERB.match(after, position)
    return bool((verb and verb["verb"].casefold() in CLAIMS) or _ASCRIBED.search(before[-30:] or " "))


def says_of_name(names: Names, before: str) -> bool:
    """Whether a bracket of *names* and a year says something of what stands right *before* it: its acronym, maker, place."""
    if len(names.names) > _MOST_WORDS or names.more:
        return False
    first = names.names[0].text()
    return (len(names.names) == 1 and _is_introduced(first, before)) or _follows_name(first, before)


def _is_introduced(name: str, before: str) -> bool:
    """Whether *name* is an acronym whose words stand right *before* it: it is explained there, and not cited."""
    letters = [letter for letter in name if letter.isupper()]
    if not is_acronym(name.rstrip("s")):
        return False
    words = re.findall(r"[^\W\d_][\w'’]*", before[-LONGEST:])[-len(letters) - 8 :]
    initials = [word[0].upper() for word in words]
    return any(
        initials[start] == letters[0] and _is_within(letters[1:], initials[start + 1 :])
        for start in range(len(initials))
    )


def _follows_name(cited: str, before: str) -> bool:
    """Whether a name comes right *before* a bracket, and the bracket may say whose or where it is, or its acronym."""
    if before.endswith("\x03"):
        return before[before.rfind("\x02") + 1 :][:1].isupper()
    words = re.findall(r"[\w.'’‐‑-]+|[^\w\s]", before[-80:])
    while words and words[-1].isdigit():  # `Vostok 1 (Gagarin, 1961)`
        words.pop()
    name = words[-1] if words else ""
    plain = name.casefold()
    if not name[:1].isupper() or plain.endswith("ism"):
        return False
    if plain in PLACES:
        return not (len(words) > 1 and words[-2] in _PREPOSITIONS)  # `Japan (Abe, 2013)`
    if is_acronym(cited):
        return plain in NO_AUTHOR  # `the Entebbe Agreement (CFA, 2010)`
    return not (plain in NO_AUTHOR or plain in BODY or plain in SUBJECTS)


def _is_within(letters: list[str], others: list[str]) -> bool:
    """Whether *letters* come in this order among *others*, but for one."""
    missed = 0
    position = 0
    for letter in letters:
        if letter in others[position:]:
            position = others.index(letter, position) + 1
        else:
            missed += 1
    return missed <= (len(letters) > 2)


def _without_beginning(names: list[Name]) -> list[Name]:
    """Leave out what begins a sentence: ``However, Blank``."""
    names = list(names)
    while names and begins_sentence(names[0].words[0].text):
        first = names[0]
        rest = first.words[1:]
        while rest and rest[0].small and rest[0].text not in PARTICLES:
            rest = rest[1:]
        names[0:1] = [type(first)(rest, first.joined)] if rest else []
    return names


def _speaks_against(word: str) -> bool:
    return word in NO_AUTHOR or word in ACTORS or word.split("-", maxsplit=1)[0] in NO_AUTHOR


def _is_author(name: str, *, sure: bool) -> bool:
    """Whether *name*, of which no word speaks against it, is a person's or a body's; *sure*, if something else says so."""
    words = [word for word in name.split() if word.casefold() not in PARTICLES]
    full = [word for word in words if not _INITIALS.fullmatch(word)]
    plain = [word.casefold().strip(".") for word in full]
    if any(word in BODY for word in plain):
        return len(plain) > 1 or plain[0] in ONE_WORD_BODIES
    if any(word in PLACES for word in plain):
        return sure and len(plain) == 1 and not full[0].isupper()
    if not full:
        return bool(words) and sure
    if len(full) > (_MOST_WORDS if sure else 1):
        return False  # `Stephen Blank 2000` is rare, `Star Wars 1977` isn't
    return all(_is_surname(word) for word in full)


def _is_surname(word: str) -> bool:
    """Whether *word* looks like a surname, or an acronym of a body."""
    letters = re.sub(r"\W", "", word)
    if len(letters) < 2 or any(letter.isdigit() for letter in letters):
        return False
    if letters.isupper():
        return is_acronym(letters) and len(letters) > 2
    pieces = [_SECOND_CAPITAL.fullmatch(piece) for piece in re.split(r"[‐‑/-]", word)]
    rest = [piece["rest"] for piece in pieces if piece]
    return not any(letter.isupper() for piece in rest for letter in piece[1:]) or is_acronym(letters)
