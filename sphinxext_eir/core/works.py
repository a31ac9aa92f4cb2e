"""The record of the works that a document lists and cites, for features that tell others of them, as metadata does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from .packing import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True)
class Work:
    """An entry of a bibliography, in words."""

    text: str
    """As printed, on one line."""
    url: str = ""
    doi: str = ""
    """The bare name, ``10.1000/182``."""
    item: Mapping[str, Any] | None = field(default=None, compare=False, repr=False)
    """The fields of an entry of a file, in CSL's JSON."""
    people: tuple[tuple[str, str], ...] = field(default=(), compare=False, repr=False)
    """Surname and given names of its authors or, if it has none, its editors; a body's name is a surname alone."""
    edited: bool = field(default=False, compare=False, repr=False)
    """Says that these are its editors."""
    year: str = field(default="", compare=False, repr=False)
    title: str = field(default="", compare=False, repr=False)
    """What begins with its title: of a typed entry, what stands after authors and year."""


class References(NamedTuple):
    """The record of the works that a document lists, in the order of its bibliographies, and of those that it cites."""

    packed: bytes
    """The works listed and those cited, pickled: they are of use only when pages are written that show them."""

    @classmethod
    def of(cls, works: Iterable[Work], cited: Iterable[Work] = ()) -> References:
        """Pack the *works* that the document lists, and those that it is known to have *cited*, wherever they are listed."""
        return cls(pack((tuple(works), tuple(cited))))

    def works(self) -> tuple[Work, ...]:
        """Return the works listed."""
        return self._unpacked()[0]

    def cited(self) -> tuple[Work, ...]:
        """Return the works cited, each once: by a citation in the text or a note, or by an entry that the author typed."""
        return self._unpacked()[1]

    def _unpacked(self) -> tuple[tuple[Work, ...], tuple[Work, ...]]:
        return cast("tuple[tuple[Work, ...], tuple[Work, ...]]", unpack(self.packed))
