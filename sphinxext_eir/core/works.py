"""The record of the works that a document's bibliographies list, for features that tell others of them, as metadata does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

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


@dataclass(frozen=True)
class References:
    """The record of the works that a document lists, in the order of its bibliographies."""

    packed: bytes
    """The works, pickled: they are of use only when the document's page is written."""

    @classmethod
    def of(cls, works: Iterable[Work]) -> References:
        """Pack *works*."""
        return cls(pack(tuple(works)))

    def works(self) -> tuple[Work, ...]:
        """Return the works."""
        return cast("tuple[Work, ...]", unpack(self.packed))
