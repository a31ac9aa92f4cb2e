"""YAML's aliases: a value may stand for many more than were typed, or for a list that is in itself."""

from __future__ import annotations

from typing import Any


def stands_for_more(value: Any, most: int) -> bool:
    """Say if *value*, written out, has more than *most* parts, or no end."""
    return _parts_of(value, {}, most) > most


def _parts_of(value: Any, known: dict[int, int], most: int) -> int:
    if not isinstance(value, (list, dict)):
        return 1
    if id(value) not in known:
        known[id(value)] = most + 1  # as long as it isn't known what is in it
        inner = value.values() if isinstance(value, dict) else value
        known[id(value)] = 1 + sum(_parts_of(one, known, most) for one in inner)
    return known[id(value)]
