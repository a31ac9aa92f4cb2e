"""The record of a document's notes."""

from __future__ import annotations

from typing import NamedTuple


class Notes(NamedTuple):
    """The record of a document's notes."""

    labels: tuple[str, ...]
