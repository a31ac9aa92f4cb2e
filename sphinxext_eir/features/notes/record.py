"""The record of a document's notes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Notes:
    """The record of a document's notes."""

    labels: tuple[str, ...]
