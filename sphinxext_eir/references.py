"""The record of what a document's bibliographies list, for whoever tells others: metadata, exports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Work:
    """An entry of a bibliography, in words."""

    text: str
    """As printed, on one line."""
    url: str = ""
    doi: str = ""
    """The bare name, ``10.1000/182``."""


@dataclass(frozen=True)
class References:
    """The record of the works that a document lists, in the order of its bibliographies."""

    works: tuple[Work, ...]
