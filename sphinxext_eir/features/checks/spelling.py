"""Rules of one spelling: a name, or the title of a work, that a project spells in two ways."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from .records import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from .records import Document, Text

_SHORTEST = 12
"""Letters of the shortest name in which one that differs is taken for a slip."""


class Use(NamedTuple):
    """A name or a title where it stands."""

    spelling: str
    document: Document
    place: Text | None


def two_spellings_of_authors(documents: Sequence[Document]) -> Iterator[tuple[Document, Fault]]:
    """Find authors whose name is spelt in two ways in bylines and entries of files."""
    uses = [use for document in documents for use in _names(document)]
    yield from _differences(uses, folded_name, "the author")


def two_spellings_of_titles(documents: Sequence[Document]) -> Iterator[tuple[Document, Fault]]:
    """Find works of files whose title is spelt in two ways."""
    uses = [use for document in documents for use in _titles(document)]
    yield from _differences(uses, folded, "the title")


def _names(document: Document) -> Iterator[Use]:
    if document.article:
        for author in (*document.article.authors, *document.article.translators):
            yield Use(author.name, document, None)
    for work in document.works:
        for role in ("author", "editor", "translator"):
            for name in (work.item or {}).get(role) or ():
                if isinstance(name, dict) and name.get("family") and name.get("given"):
                    parts = (
                        name["given"],
                        name.get("non-dropping-particle") or name.get("dropping-particle"),
                        name["family"],
                    )
                    yield Use(" ".join(str(part) for part in parts if part), document, None)

    for text in document.texts:
        for family, given in text.people:
            if len(given.rstrip(".")) > 2 and "." not in given:  # initials fit several people
                yield Use(f"{given} {family}", document, text)


def _titles(document: Document) -> Iterator[Use]:
    for work in document.works:
        item = work.item or {}
        if item.get("title"):
            yield Use(re.sub(r"<[^<>]*>", "", str(item["title"])), document, None)


def _differences(
    uses: Iterable[Use], key: Callable[[str], str], what: str
) -> Iterator[tuple[Document, Fault]]:
    """Yield a fault for each spelling that isn't the most frequent of those with the same key."""
    groups: dict[str, list[Use]] = {}
    for use in uses:
        groups.setdefault(key(use.spelling), []).append(use)
    _join_slips(groups)
    for group in groups.values():
        counts = Counter(use.spelling for use in group)
        (usual, _), *others = counts.most_common()
        for other, _number in others:
            if compared(other) == compared(usual):
                continue
            first = next(use for use in group if use.spelling == other)
            where = next(use.document for use in group if use.spelling == usual)
            also = "" if where is first.document else f" in {where.name}"
            yield first.document, Fault(f"{what} {other!r} is spelt {usual!r}{also}", first.place)


def compared(spelling: str) -> str:
    """Return *spelling* without what typesetting changes: kinds of apostrophes, dashes and spaces, and a stop at the end."""
    plain = unicodedata.normalize("NFC", spelling).translate(
        {
            ord("’"): "'",
            ord("‘"): "'",
            ord("“"): '"',
            ord("”"): '"',
            0x2010: "-",
            0x2011: "-",
            ord("–"): "-",
            ord("—"): "-",
        }
    )
    return re.sub(r"\s+", " ", plain).strip(" .")


def folded(title: str) -> str:
    """Return *title* in small letters without accents, marks and spaces."""
    plain = unicodedata.normalize("NFKD", title.replace("&", " and ")).casefold()
    return re.sub(r"[\W_]|[\u0300-\u036f]", "", plain).replace("ß", "ss")


def folded_name(name: str) -> str:
    """Return *name* folded, with *ü* as *ue*, which replaces it where a keyboard lacks it, as the same."""
    return folded(re.sub("([aouäöü])e", r"\1", name.lower())) if name.isascii() else folded(name)


def _join_slips(groups: dict[str, list[Use]]) -> None:
    """Put a long name used once or twice with another from which it differs by one letter, or two that changed places."""
    keys = sorted(key for key in groups if len(key) >= _SHORTEST)
    known: dict[str, str] = {}
    joined: dict[str, str] = {}
    for key in keys:
        for variant in {key, *(key[:n] + key[n + 1 :] for n in range(len(key)))}:
            other = known.setdefault(variant, key)
            while other in joined:  # a third spelling meets the name that the first two have
                other = joined[other]
            if other != key and is_slip(key, other):
                more, fewer = sorted((key, other), key=lambda one: -len(groups[one]))
                groups[more] += groups.pop(fewer)
                joined[fewer] = more
                break


_OF_TWO_NAMES = frozenset("aeo")
"""Letters that set names apart: *Mario* and *Maria*, *Anderson* and *Andersen*."""


def is_slip(one: str, other: str) -> bool:
    """Say if two folded names differ as a slip of the pen does: a letter another, left out or swapped; never the first, nor a number."""
    if one[0] != other[0] or re.sub(r"\D", "", one) != re.sub(r"\D", "", other):
        return False
    if len(one) == len(other):
        pairs = [{a, b} for a, b in zip(one, other, strict=True) if a != b]
        swapped = len(pairs) == 2 and pairs[0] == pairs[1]
        return swapped or (len(pairs) == 1 and not pairs[0] <= _OF_TWO_NAMES)
    short, long = sorted((one, other), key=len)
    left_out = [n for n in range(1, len(long)) if long[:n] + long[n + 1 :] == short]
    # At the end it is a plural, or the number of a part: I and II.
    return len(long) - len(short) == 1 and bool(left_out) and max(left_out) < len(long) - 1
