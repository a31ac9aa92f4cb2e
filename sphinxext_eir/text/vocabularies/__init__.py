"""The words of each language, as authors type them, all of the form of ``schema``.

One module is a language: ``en``, ``de``, ``fr``, ``es``, ``pt``, ``it``, ``ru``, ``ar``, ``tr``, ``zh``, ``ja``. A new language is a new module here, whose code is added to :data:`CODES`; the documentation says how. ``calendar`` has
the months and days of the week, ``cldr`` what Unicode CLDR knows of a language: states and cities.

Words are looked up in one of two ways. To *recognise* something that other signs bear out, such as a citation that has an entry, the
words of all languages are tried at once. To *judge*, as when a citation without an entry is reported, those of the document's
language and English are: scholars cite English works, bodies and laws in every language.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .schema import Vocabulary

CODES: tuple[str, ...] = ("en", "de", "fr", "es", "pt", "it", "ru", "ar", "tr", "zh", "ja")
"""The languages that have a vocabulary, those of more articles first."""
_SHORTEST_STEM = 3
"""Letters of a name that no ending is taken from."""


@cache
def vocabulary(language: str) -> Vocabulary | None:
    """Return the vocabulary of *language*, a tag such as ``de``, ``pt_BR`` or ``de-AT``; nothing for a language without one."""
    code = re.split(r"[-_@]", language.casefold())[0]
    if code not in CODES:
        return None
    found: Vocabulary = import_module(f".{code}", __name__).VOCABULARY
    return found


def all_vocabularies() -> Iterable[Vocabulary]:
    """Yield the vocabularies of all languages, English first."""
    for code in CODES:
        found = vocabulary(code)
        assert found
        yield found


def listed(text: str) -> tuple[str, ...]:
    """Return the words in the *text* of a field."""
    words = text.split()
    return tuple(word.replace("_", " ") for word in words) if "_" in text else tuple(words)


@cache
def words(field: str, *codes: str) -> tuple[str, ...]:
    """Return the words of a *field* in the languages with these *codes*, or else in all, without repetitions."""
    chosen = map(vocabulary, codes) if codes else all_vocabularies()
    return tuple(dict.fromkeys(word for one in chosen if one for word in listed(getattr(one, field))))


@cache
def locator_words(*terms: str, shortest: int = 1) -> tuple[str, ...]:
    """Return the words for CSL's locator *terms* in all languages, without their stops; abbreviations of *shortest* letters at least."""
    said = (one.locators.get(term, "") for one in all_vocabularies() for term in terms)
    bare = (word.rstrip(".") for text in said for word in listed(text))
    return tuple(dict.fromkeys(word for word in bare if len(word) >= shortest or word >= "\u2e80"))


@cache
def folded_words(field: str, *codes: str) -> frozenset[str]:
    """Return the same in small letters, to look words up in."""
    return frozenset(word.casefold() for word in words(field, *codes))


@cache
def patterns(field: str, *codes: str) -> tuple[str, ...]:
    """Return the expressions of a *field* that has one on each line."""
    chosen = map(vocabulary, codes) if codes else all_vocabularies()
    lines = (line.strip() for one in chosen if one for line in getattr(one, field).splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def uninflected(name: str, *codes: str) -> set[str]:
    """Return *name* as a list of references may have it, without what a sentence in one of these languages puts at its ends: ``Иванов`` for ``Ивановым``."""
    forms = {name}
    for found in filter(None, map(vocabulary, codes)):
        for pair in found.name_endings.split():
            ending, _, other = pair.partition(":")
            if name.endswith(ending) and len(name) - len(ending) >= _SHORTEST_STEM:
                forms.add(name.removesuffix(ending) + other)
        for pair in found.name_beginnings.split():
            beginning, _, other = pair.partition(":")
            if name.startswith(beginning) and len(name) - len(beginning) >= _SHORTEST_STEM:
                forms.add(other + name.removeprefix(beginning))
    return forms
