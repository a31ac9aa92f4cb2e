"""Files of references, and styles: read when they are first needed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ...csl.pandoc import PandocError
from ...csl.shipped import SHIPPED
from ...csl.sources import read_source
from ...csl.styles import StyleError, read_style, shipped_style
from ...text.names import normal
from ...typed.matching import Match, Shelf
from .records import state_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ...csl.model import Item
    from ...csl.sources import Message, Source
    from ...csl.styles import Style
    from ...typed.citations import Citation
    from .records import State


# Styles


def read_style_in(name: str, directory: Path) -> Style:
    """Return the style *name* from *directory*. Raises :class:`.StyleError`."""
    if name == SHIPPED:
        return shipped_style()
    path = directory / name
    style, files = _read_style(path, state_of(path))
    if any(state_of(file) != state for file, state in files):  # the style that it depends on has changed
        _read_style.cache_clear()
        style, _ = _read_style(path, state_of(path))
    return style


@cache
def _read_style(path: Path, state: State) -> tuple[Style, list[tuple[Path, State]]]:
    style = read_style(path, (path.parent,))
    return style, [(file, state_of(file)) for file in style.files]


# References


class Known(NamedTuple):
    """What is known of an entry of a file that may be cited by name and year."""

    key: str
    names: tuple[str, ...]
    also: tuple[str, ...]
    more: bool
    years: tuple[str, ...]
    suffix: str = ""


class Library:
    """The entries of the files of references, in the order of the files: the first that has a key counts."""

    def __init__(self, paths: Iterable[Path], title_case: Any, cache_dir: Path) -> None:
        self.paths = tuple(paths)
        self._title_case = title_case
        self._cache_dir = cache_dir
        self._sources: list[Source] | None = None
        self._owner: dict[str, Source] = {}
        self._texts: dict[str, list[tuple[str, str]]] = {}
        """Keys and what their entries say, by the years that they mention."""
        self._candidates: dict[tuple[str, frozenset[str]], list[str]] = {}
        self.items: dict[str, Item] = {}
        """Every item that was asked for, by key."""
        self.duplicates: list[tuple[str, Source]] = []
        """Keys that a file repeats from one before it."""
        self.error: PandocError | None = None
        """Why entries couldn't be converted."""

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
            read_source(path, title_case=self._title_case, cache_dir=self._cache_dir) for path in self.paths
        ]
        for source in self._sources:
            for key in source.keys:
                if key in self._owner:
                    self.duplicates.append((key, source))
                self._owner.setdefault(key, source)

    def fetch(self, keys: Iterable[str]) -> None:
        """Convert the entries that *keys* name into :attr:`items`, or note the :attr:`error`."""
        self._open()
        wanted: dict[int, tuple[Source, list[str]]] = {}
        for key in keys:
            if key not in self.items and (source := self._owner.get(key)):
                wanted.setdefault(id(source), (source, []))[1].append(key)
        for source, some in wanted.values():
            try:
                self.items.update(source.items(some))
            except PandocError as error:
                self.error = error

    def messages(self) -> Iterator[Message]:
        """Yield what is wrong with the files, as far as they were read."""
        for source in self._sources or ():
            yield from source.messages

    def find(self, citation: Citation) -> Match[Known]:
        """Return what a typed *citation* means. Only entries that mention its names and year are converted."""
        keys = self.candidates(citation)
        self.fetch(keys)
        return Shelf(known(key, self.items[key]) for key in keys if key in self.items).find(citation)

    def candidates(self, citation: Citation) -> list[str]:
        """Return the keys of the entries that mention the names and year of a typed *citation*."""
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
        """Return the keys of the entries that mention *year*, and what else they say; of all if it is none."""
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
    """Return *text* without TeX's accents, braces and backslashes: its letters are what is searched."""
    return _ACCENT.sub("", text).translate({ord(char): None for char in "{}\\"})


def known(key: str, item: Item) -> Known:
    """Return what is known of *item* that it may be cited by."""
    people: list[Item] = next(
        (item[name] for name in ("author", "editor", "translator") if item.get(name)), []
    )
    names = tuple(
        " ".join(
            filter(None, (person.get("non-dropping-particle"), person.get("family") or person.get("literal")))
        )
        for person in people
    )
    more = names[-1:] == ("others",)  # as BibTeX, pandoc and our converter write *et al.*
    names = names[: len(names) - more]
    also = tuple(str(item[name]) for name in ("title-short", "authority") if not names and item.get(name))
    issued = item.get("issued") or {}
    parts = issued.get("date-parts") or [[]]
    year = (
        str(parts[0][0]) if parts and parts[0] else str(issued.get("literal") or issued.get("raw") or "n.d.")
    )
    return Known(
        key,
        names or (str(item.get("title") or key),),
        also,
        more,
        years=(year,),
        suffix=str(item.get("year-suffix") or ""),
    )


__all__ = ["Known", "Library", "StyleError", "read_style_in"]
