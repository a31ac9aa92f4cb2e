"""The works that documents list and cite, for features that tell others of them, as metadata does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


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
