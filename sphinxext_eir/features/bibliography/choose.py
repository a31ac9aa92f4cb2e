"""The entries of files that a bibliography chooses by type, keyword, file and key."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, NamedTuple

from ...core.warnings import Subtype
from .results import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import PurePath

    from .library import Library
    from .records import Bibliography, Choice


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TYPES = _words(
    # CSL 1.0.2, appendix III
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry "
    "entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture "
    "musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report "
    "review review-book software song speech standard thesis treaty webpage "
    # BibTeX and BibLaTeX 3.20, section 2.1
    "booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis proceedings techreport unpublished "
    "bookinbook mvbook mvcollection mvproceedings mvreference online reference inreference report suppbook suppcollection "
    "suppperiodical artwork audio commentary image jurisdiction legal letter movie music electronic www video"
)
"""The types of entries, by the names of CSL, of BibTeX and of BibLaTeX."""


def chosen(listed: Bibliography, keys: Iterable[str], library: Library) -> tuple[str, ...]:
    """Return those of *keys* that *listed* chooses: they have, of each thing it names, one of the values, and none it rules out."""
    return tuple(
        key
        for key in keys
        if all(_has(choice, key, library) is not choice.negated for choice in listed.choices)
    )


def _has(choice: Choice, key: str, library: Library) -> bool:
    return not values_of(choice.what, key, library).isdisjoint(map(_plain, choice.values))


def values_of(what: str, key: str, library: Library) -> frozenset[str]:
    """Return the types, keywords, files or the key of the entry *key*, as they are compared."""
    return frozenset(map(_plain, _VALUES[what](key, library)))


def _types(key: str, library: Library) -> Iterator[str]:
    """Yield the type in CSL, and the one that the file itself gives."""
    yield str(library.items[key].get("type") or "")
    yield library.source(key).kind(key)


def _keywords(key: str, library: Library) -> Iterator[str]:
    return keywords_in(str(library.items[key].get("keyword") or ""))


def keywords_in(text: str) -> Iterator[str]:
    """Yield the keywords in a field of them, set apart by commas or semicolons."""
    return (word for word in re.split(r"[,;]", text) if word.strip())


def _files(key: str, library: Library) -> Iterator[str]:
    return names_of_file(library.source(key).path)


def names_of_file(path: PurePath) -> Iterator[str]:
    """Yield the names that *path* may be chosen by: ``refs/a.bib``, ``a.bib``, ``a``."""
    yield path.stem
    for start in range(len(path.parts)):
        yield "/".join(path.parts[start:])


_VALUES: dict[str, Callable[[str, Library], Iterator[str]]] = {
    "type": _types,
    "keyword": _keywords,
    "file": _files,
    "key": lambda key, _library: iter((key,)),
}


def _plain(value: str) -> str:
    return " ".join(value.split()).casefold()


# Slips


def problems_of(listed: Bibliography, number: int, library: Library) -> Iterator[Problem]:
    """Yield a problem for each value in the choices of *listed*, which has this *number*, that no entry has or can have."""
    for choice in listed.choices:
        slip = _SLIPS[choice.what]
        for value in choice.values:
            if slip.is_known(_plain(value), library):
                continue
            known = dict.fromkeys(map(_plain, slip.names(library)))
            near = difflib.get_close_matches(_plain(value), known, n=3)
            hint = f"did you mean {' or '.join(map(repr, near))}?" if near else slip.hint
            option = f"{'not-' * choice.negated}{choice.what}"
            message = f"eir:bibliography: {option} names {value!r}, which {slip.says}; {hint}"
            yield Problem(Subtype.CONFIG, message, listed=number)


class _Slip(NamedTuple):
    """What a value that can't be meant is held to."""

    is_known: Callable[[str, Library], bool]
    names: Callable[[Library], Iterable[str]]
    """Returns the names that may have been meant."""
    says: str
    hint: str


def _is_type(value: str, library: Library) -> bool:
    return value in TYPES or any(library.source(key).kind(key) == value for key in library.keys)


def _is_keyword(value: str, library: Library) -> bool:
    if not _has_keyword(value, library):
        library.fetch(library.keys)  # an entry that isn't cited may have it
    return bool(library.error) or _has_keyword(value, library)


def _has_keyword(value: str, library: Library) -> bool:
    return any(value == _plain(word) for word in _all_keywords(library))


def _all_keywords(library: Library) -> Iterator[str]:
    return (word for key in library.items for word in _keywords(key, library))


def _is_file(value: str, library: Library) -> bool:
    return any(value == _plain(name) for path in library.paths for name in names_of_file(path))


_SLIPS = {
    "type": _Slip(
        _is_type,
        lambda _library: sorted(TYPES),
        "is no type of entry",
        "types are those of BibTeX or CSL, such as 'book'",
    ),
    "keyword": _Slip(
        _is_keyword,
        _all_keywords,
        "is the keyword of no entry",
        "commas part keywords, here and in the entries",
    ),
    "file": _Slip(
        _is_file,
        lambda library: [path.name for path in library.paths],
        "is none of eir_bibliography_files",
        "give the name of one of them",
    ),
    "key": _Slip(
        lambda value, library: value in map(_plain, library.keys),
        lambda library: library.keys,
        "is the key of no entry",
        "commas part keys",
    ),
}
