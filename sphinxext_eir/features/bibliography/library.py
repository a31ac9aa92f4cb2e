"""Files of references: read when an entry is first asked for, and only the entries that are needed are converted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from ...csl.pandoc import PandocError
from ...csl.sources import read_source
from ...text.compared_names import normal
from ...typed.matching import Match, Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ...csl.model import Item
    from ...csl.sources import Message, Source
    from ...typed.citations import NamedCitation


class CitableEntry(NamedTuple):
    """The part of an entry of a file by which a typed citation finds it; its fields mean what :class:`.Reference`'s do."""

    key: str
    names: tuple[str, ...]
    """Its authors' surnames; its title if it has no author."""
    also: tuple[str, ...]
    """Other names that may stand for the first."""
    more: bool
    years: tuple[str, ...]
    suffix: str
    givens: tuple[str, ...] = ()


class Library:
    """The entries of the files of references, in the order of the files: the first entry that has a key counts."""

    def __init__(
        self,
        paths: Iterable[Path],
        title_case: Literal["keep", "bibtex"],
        particles: Literal["bibtex", "biblatex"],
        cache_dir: Path,
    ) -> None:
        """Take the files' paths, the case of titles and the particles of names in BibTeX, and the folder for pandoc's answers."""
        self.paths = tuple(paths)
        self._title_case = title_case
        self._particles = particles
        self._cache_dir = cache_dir
        self._sources: list[Source] | None = None
        self._owner: dict[str, Source] = {}
        self._texts: dict[str, list[tuple[str, str]]] = {}
        """Year → keys and text of the entries that mention it; all entries under the empty year."""
        self._candidates: dict[tuple[str, frozenset[str]], list[str]] = {}
        self.items: dict[str, Item] = {}
        """The items that were asked for and could be converted, by key."""
        self.repeated: list[tuple[str, Source]] = []
        """Keys in a file that a file before it has, too."""
        self.error: PandocError | None = None
        """The reason why entries couldn't be converted."""

    @property
    def keys(self) -> Iterable[str]:
        """The keys of all entries."""
        self._open()
        return self._owner.keys()

    def __contains__(self, key: str) -> bool:
        if not self.paths:
            return False
        self._open()
        return key in self._owner

    def _open(self) -> None:
        if self._sources is not None:
            return
        self._sources = [
            read_source(
                path, title_case=self._title_case, particles=self._particles, cache_dir=self._cache_dir
            )
            for path in self.paths
        ]
        for source in self._sources:
            source.join(self._sources)
        for source in self._sources:
            for key in source.keys:
                if key in self._owner:
                    self.repeated.append((key, source))
                self._owner.setdefault(key, source)

    def source(self, key: str) -> Source:
        """Return the file that has the entry *key*."""
        self._open()
        return self._owner[key]

    def fetch(self, keys: Iterable[str]) -> None:
        """Convert the entries that *keys* name into :attr:`items`, or note the :attr:`error`.

        Many keys at once take much less time than one after the other.
        """
        self._open()
        wanted: dict[int, tuple[Source, list[str]]] = {}
        for key in keys:
            if key not in self.items and (source := self._owner.get(key)):
                wanted.setdefault(id(source), (source, []))[1].append(key)
        for source, of_source in wanted.values():
            try:
                self.items.update(source.items(of_source))
            except PandocError as error:
                self.error = error

    def messages(self) -> Iterator[Message]:
        """Yield the problems of the files, as far as they were read."""
        for source in self._sources or ():
            yield from source.messages

    def find(self, citation: NamedCitation) -> Match[CitableEntry]:
        """Return the entries that a typed *citation* means. Only :meth:`candidates` are converted."""
        keys = self.candidates(citation)
        self.fetch(keys)
        entries = (citable(key, self.items[key]) for key in keys if key in self.items)
        return Shelf(entries).find(citation)

    def candidates(self, citation: NamedCitation) -> list[str]:
        """Return the keys of the entries whose text mentions the names and year of a typed *citation*."""
        if not self.paths or not citation.readings:
            return []
        surnames = frozenset(normal(reading.names[0]).rsplit(" ", 1)[-1] for reading in citation.readings)
        asked = (citation.year, surnames)
        if asked not in self._candidates:
            self._candidates[asked] = [
                key for key, text in self._mentioning(citation.year) if any(name in text for name in surnames)
            ]
        return self._candidates[asked]

    def _mentioning(self, year: str) -> Iterable[tuple[str, str]]:
        """Return key and text of the entries that mention *year*; of all entries if it isn't a number (*n.d.*)."""
        self._open()
        if not self._texts:
            for key, source in self._owner.items():
                pair = (key, normal(_without_tex(source.text(key))))
                for mentioned in {"", *_YEAR.findall(pair[1])}:
                    self._texts.setdefault(mentioned, []).append(pair)
        return self._texts.get(year if year.isdecimal() else "", ())


_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_ACCENT = re.compile(r"\\(?:[`'^\"~=.]|[cvuHkrbdt](?=[\s{]))\s*")


def _without_tex(text: str) -> str:
    """Return *text* without TeX's accents, braces and backslashes, so that names can be searched by their letters."""
    return _ACCENT.sub("", text).translate({ord(char): None for char in "{}\\"})


def citable(key: str, item: Item) -> CitableEntry:
    """Return the names and years by which a typed citation finds *item*."""
    people: list[Item] = next(
        (item[name] for name in ("author", "editor", "translator") if item.get(name)), []
    )
    names = tuple(map(_surname, people))
    more = names[-1:] == ("others",)  # as BibTeX, pandoc and our converter write *et al.*
    names = names[: len(names) - more]
    short = (" and ".join(map(_surname, item.get(name, ()))) for name in ("author-short", "editor-short"))
    shorter = short if names else (str(item.get(name, "")) for name in ("title-short", "authority"))
    also = tuple(filter(None, shorter))
    return CitableEntry(
        key,
        names or (str(item.get("title") or key),),
        also,
        more,
        years=(_year(item),),
        suffix=str(item.get("year-suffix") or ""),
        givens=tuple(str(person.get("given") or "") for person in people[: len(names)]),
    )


def _surname(person: Item) -> str:
    parts = (
        person.get("dropping-particle"),  # typed or not: matching knows names without it
        person.get("non-dropping-particle"),
        person.get("family") or person.get("literal"),
    )
    return " ".join(filter(None, parts))


def _year(item: Item) -> str:
    issued = item.get("issued") or {}
    match issued.get("date-parts"):
        case [[year, *_], *_]:
            return str(year)
        case _:
            return str(issued.get("literal") or issued.get("raw") or "n.d.")
