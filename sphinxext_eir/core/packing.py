"""Values that the environment keeps packed: most builds don't look at them, and importing their classes takes time."""

from __future__ import annotations

import pickle
from typing import Any


def pack(value: object) -> bytes:
    """Return *value*, plain data, as bytes."""
    return pickle.dumps(value)


def unpack(packed: bytes) -> Any:
    """Return the value that was packed. Only for bytes of the environment, which Sphinx has unpickled anyhow."""
    return pickle.loads(packed)  # noqa: S301 - as it says
